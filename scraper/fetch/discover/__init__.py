"""Discovery: which pages of a site may be articles, from its feeds, sitemaps and section pages."""

from scraper.fetch.discover.found import Candidate, KnownSources, Redated, SourceSeen
from scraper.fetch.discover.site import discover_site

__all__ = ["Candidate", "KnownSources", "Redated", "SourceSeen", "discover_site"]
