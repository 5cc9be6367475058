"""Cleaning in processes that can be killed: an endless, greedy or crashing page costs itself, never the run.

One process, the nursery, imports what cleaning needs and forks the others, in 5 ms each: so they can be replaced often. It is
started with a plain command and spoken to over a socket pair, not with ``multiprocessing``'s own start methods: those run the
caller's main module again, which fails for scripts without a main guard and for code typed at a prompt.
"""

from scraper.workers.pool import CleanerPool, default_processes
from scraper.workers.worker import SiteKnowledge

__all__ = ["CleanerPool", "SiteKnowledge", "default_processes"]
