"""Turn one page into one article: bytes in, a record or a reason out. Pure: no network, no disk, no clock.

Names are loaded when first used: what learns a site from its pages' fingerprints needs none of the rest.
"""

from typing import TYPE_CHECKING, Final

from scraper.lazy import load_later

if TYPE_CHECKING:
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

_HOMES: Final = {
    "page": ("clean_page", "fingerprint"),
    "profile": ("DUMP_OLDER", "DUMP_PAGES", "KnownSite", "learn_profile", "read_profile"),
    "warming": ("warm_up",),
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = load_later(__name__, _HOMES)
