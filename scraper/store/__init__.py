"""What is known between runs: one SQLite file with the frontier, validators, records and the lengths of outputs.

The store never sees HTML and never talks to the network.
"""

from scraper.store.dumps import DumpMark
from scraper.store.frontier import Frontier
from scraper.store.history import UrlHistory
from scraper.store.job import JobFile, JobFolder, JobState, find_state
from scraper.store.leases import Leases, Sight, clock
from scraper.store.lock import hold_lock
from scraper.store.outputs import OutputMark
from scraper.store.records import Change, Saved
from scraper.store.rhythm import Rhythm
from scraper.store.sources import Source
from scraper.store.store import Store
from scraper.store.values import Answer, Claim, FetchFacts, Offer, Offered, Retry

__all__ = [
    "Answer",
    "Change",
    "Claim",
    "DumpMark",
    "FetchFacts",
    "Frontier",
    "JobFile",
    "JobFolder",
    "JobState",
    "Leases",
    "Offer",
    "Offered",
    "OutputMark",
    "Retry",
    "Rhythm",
    "Saved",
    "Sight",
    "Source",
    "Store",
    "UrlHistory",
    "clock",
    "find_state",
    "hold_lock",
]
