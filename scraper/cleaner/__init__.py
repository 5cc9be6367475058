"""Turn one page into one article: bytes in, a record or a reason out. Pure: no network, no disk, no clock."""

from scraper.cleaner.page import clean_page, fingerprint
from scraper.cleaner.profile import DUMP_OLDER, DUMP_PAGES, KnownSite, learn_profile, read_profile
from scraper.cleaner.warming import warm_up

__all__ = [
    "DUMP_OLDER",
    "DUMP_PAGES",
    "KnownSite",
    "clean_page",
    "fingerprint",
    "learn_profile",
    "read_profile",
    "warm_up",
]
