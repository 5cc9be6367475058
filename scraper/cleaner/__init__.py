"""Turn one page into one article: bytes in, a record or a reason out. Pure: no network, no disk, no clock.

Names are loaded when first used: what learns a site from its pages' fingerprints needs none of the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

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
    **dict.fromkeys(("clean_page", "fingerprint"), "page"),
    **dict.fromkeys(("DUMP_OLDER", "DUMP_PAGES", "KnownSite", "learn_profile", "read_profile"), "profile"),
    "warm_up": "warming",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'scraper.cleaner' has no attribute {name!r}")
    return getattr(import_module(f"scraper.cleaner.{_HOMES[name]}"), name)
