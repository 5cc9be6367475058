"""What a site's pages teach: a bounded set of fingerprints, merged in any order and grouping to the same profile.

A profile keeps the latest pages, and among those of one day a sample by hash; of a large archive also some of the older ones, from
days all over it, since a site's older designs stand on those alone. Keeping whole fingerprints rather than counts makes the rest
simple: the same page twice is one page, two halves merge to the whole, a redesign pushes the old theme out of the latest, and
whether two pages are the same article is decided when the profile is read, with everything at hand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from scraper.cleaner.profile.hashing import hash_string
from scraper.records import PageFingerprint, SiteProfile

MAX_PAGES: Final = 128
"""Pages that a profile in the state keeps: about 200 kB a site (benchmarks/profile.py)."""

DUMP_PAGES: Final = 512
"""Latest pages that a profile of a dump keeps, which is not stored: what a page goes on with is on pages as old.

Demo sites of 200 pages, with 128 and 512 (2026-11): precision .969 and .989, wrong words gone 73 and 84 %, recall the same.
"""

DUMP_OLDER: Final = 256
"""Pages before those that a profile of a dump keeps too: an old page's template is on pages as old.

Demo sites of 10,000 pages that have had four themes, with 0, 128 and 256 (2026-11-26): precision .843, .968 and .986.
"""

_OF_ONE_DAY: Final = 16
"""Of the older pages so many of one day are kept before any day gives more: boxes of related headlines name articles of their time,
so pages of one time tell where those boxes stand, and pages of many times tell all of a site's designs.

As above with 128 pages, 16 and 8 of a day: .968 and .947.
"""


def learn_profile(
    fingerprints: Iterable[PageFingerprint], max_pages: int = MAX_PAGES, max_older: int = 0
) -> SiteProfile:
    """Return the profile of a site's pages.

    Args:
        fingerprints: Of pages of one site, in any order; read one by one.
        max_pages: How many of the latest are kept.
        max_older: How many of those before them.
    """
    kept: set[PageFingerprint] = set()
    for fingerprint in fingerprints:
        kept.add(fingerprint)
        if len(kept) >= 2 * (max_pages + max_older):  # twice: so that choosing comes once in so many pages
            kept = set(_choose(kept, max_pages, max_older))
    return SiteProfile(pages=tuple(sorted(_choose(kept, max_pages, max_older), key=_latest_first)))


def merge_profiles(profiles: Iterable[SiteProfile], max_pages: int = MAX_PAGES, max_older: int = 0) -> SiteProfile:
    """Return the profile of all pages behind several profiles of one site."""
    return learn_profile((page for profile in profiles for page in profile.pages), max_pages, max_older)


def newest_saves(pages: Iterable[PageFingerprint]) -> list[PageFingerprint]:
    """Return the latest save of each page; the bytes settle what is left, so that order does not."""
    newest: dict[int, PageFingerprint] = {}
    for page in pages:
        known = newest.get(page.key)
        if known is None or _version(page) > _version(known):
            newest[page.key] = page
    return list(newest.values())


def _choose(pages: Collection[PageFingerprint], max_pages: int, max_older: int) -> list[PageFingerprint]:
    """Return the latest pages and some older ones, whatever was left out before by the same choice among some of them.

    What is older may be an earlier save of one of the latest: whether it is must not depend on what else is known.
    """
    latest = sorted(newest_saves(pages), key=_latest_first)[:max_pages]
    if not max_older:
        return latest
    older = sorted(_rank(set(pages).difference(latest)), key=lambda ranked: ranked[0])
    return latest + [page for _, page in older[:max_older]]


def _rank(pages: Iterable[PageFingerprint]) -> Iterator[tuple[tuple[int, int, int], PageFingerprint]]:
    """Yield pages with their rank: a few of each day, the days by hash, then a few more of each."""
    days: dict[int, list[PageFingerprint]] = defaultdict(list)
    for page in pages:
        days[hash_string(f"{page.day}" if page.day else f"page {page.key}")].append(page)
    for day, found in days.items():
        for place, page in enumerate(sorted(found, key=_latest_first)):
            yield (place // _OF_ONE_DAY, day, place), page


def _version(page: PageFingerprint) -> tuple[int, bytes, int]:
    return page.day, page.blocks, page.title


def _latest_first(page: PageFingerprint) -> tuple[int, int, bytes, int]:
    return -page.day, page.key, page.blocks, page.title
