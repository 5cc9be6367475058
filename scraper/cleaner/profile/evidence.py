"""What the site's other articles say about a page's blocks."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.articles import group_articles, same_by_title, telling_titles
from scraper.cleaner.profile.fingerprints import ROW, BlockHashes, Rows
from scraper.cleaner.profile.learn import newest_saves
from scraper.cleaner.profile.places import Column, Found, Index, Keys, Places, index_places, mix_keys
from scraper.cleaner.profile.prose import ProseIndex, index_prose
from scraper.cleaner.profile.starts import count_borrowed, count_later, mark_starts
from scraper.records import PageFingerprint, SiteProfile

NO_SHARE: Final = 0.5
"""Share of content on a path that nothing is known about."""

COMMON_SHARE: Final = 0.5
"""What stands on a larger share of a site's articles is the site's."""

NEAR_ARTICLES: Final = 32
"""So many articles before a page in time, and so many after it, are asked too what most have: a sentence of an old theme is on few
of all. Demo sites of 3,000 pages with one redesign, a page at whose time most of 64 around it had the other theme (2026-11-26):
precision .969 with one window of 64 around a page, .982 with two of 32 beside it."""

MIN_NEAR: Final = 16
"""Fewer of the page's theme than these say little: they may be parts of a series."""

FEW_ARTICLES: Final = 128
"""A site of so few has one theme or two, and what most of all have is asked alone."""


class Evidence(NamedTuple):
    """Columns over the page's n blocks; "others" are distinct other articles of the site.

    Attributes:
        others: On how many others the text stands, anywhere.
        others_here: On how many others it stands at the same path.
        borrowed: How many blocks stand further up on one other whose headline is on the page, by as much as it does, itself
            included: from three on they are that article's, and the page goes on with it. What most others have does not count,
            nor do texts of a few words. Without its headline, two lists of the same things would pass for it.
        later: On how many others it stands with clearly more prose before it: perhaps it is this page's.
        titled: On how many others it is the headline: a teaser of theirs.
        path_others: How many others have text at this path.
        path_share: Share of the words at this path that were content on others; ``NO_SHARE`` where there are none.
        path_repeats: Share of the words at this path, on others, that stand at it on two articles or more.
        path_teases: Share of the words at this path, on others, that are the headline of yet another.
        path_teasers: On how many others it has such a headline.
        known: How many others there are; the same for all blocks.
        alike: How many have text where the page has most of its prose, so have its theme; the same for all blocks.
        near_share: Share of the ``NEAR_ARTICLES`` just before the page in time, of its theme, that have the text at the same path,
            or of those just after it: the larger one; 0 on sites of few articles, and where fewer than half of
            ``MIN_NEAR`` others have it.
    """

    others: Column
    others_here: Column
    borrowed: Column
    later: Column
    titled: Column
    path_others: Column
    path_share: Column
    path_repeats: Column
    path_teases: Column
    path_teasers: Column
    known: Column
    alike: Column
    near_share: Column


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A profile of p pages made ready for looking up; made once for many pages.

    Attributes:
        keys: Of the pages.
        titles: Of the pages, 0 for those of the whole site.
        article: The article of each page.
        days: Of the articles, the latest first, as they are numbered.
        starts: Where texts start, from ``mark_starts``.
        prose: Which page has which prose.
    """

    keys: Keys
    titles: Keys
    article: Index
    days: Index
    starts: NDArray[np.float64]
    prose: ProseIndex
    by_text: Places
    by_place: Places
    by_path: Places
    by_title: Places


def read_profile(profile: SiteProfile) -> KnownSite:
    """Prepare a profile: group its pages into articles and index what stands on them."""
    pages = newest_saves(profile.pages)
    rows = np.frombuffer(b"".join(page.blocks for page in pages), ROW)
    page_of = np.repeat(np.arange(len(pages)), [len(page.blocks) // ROW.itemsize for page in pages])
    titles = np.array([page.title for page in pages], np.uint64)
    prose = index_prose(rows, page_of, len(pages))
    telling = telling_titles(titles)
    article = group_articles(prose.same() | same_by_title(telling, telling))
    by_title = index_places(titles, article, np.zeros((0, len(pages)), np.float32))
    is_teaser = _is_headline_of_other(rows["text"], article[page_of], by_title) & np.isin(rows["text"], telling)
    by_text, by_place, by_path = _index_rows(rows, article[page_of], is_teaser)
    _, first = np.unique(article, return_index=True)
    return KnownSite(
        keys=np.array([page.key for page in pages], np.uint64),
        titles=telling,
        article=article,
        days=np.array([page.day for page in pages], np.intp)[first],
        starts=mark_starts(by_text),
        prose=prose,
        by_text=by_text,
        by_place=by_place,
        by_path=by_path,
        by_title=by_title,
    )


def _is_headline_of_other(text: Keys, article: Index, by_title: Places) -> NDArray[np.bool_]:
    """Tell which texts of articles are headlines of others."""
    found = by_title.look_up(text)
    result: NDArray[np.bool_] = found.high - found.low > by_title.find(found.number, article)[1]
    return result


def _index_rows(rows: Rows, article: Index, is_teaser: NDArray[np.bool_]) -> tuple[Places, Places, Places]:
    """Index the rows of all pages by text with where it starts, by place, and by path with what the words there are."""
    none = np.zeros((0, len(rows)), np.float32)
    key = mix_keys(rows["text"], rows["path"])
    by_place = index_places(key, article, none)
    words = rows["words"].astype(np.float32)
    content = words * rows["content"] / np.float32(255)
    repeated = words * (by_place.count(by_place.look_up(key)) > 1)
    path = rows["path"].astype(np.uint64)
    teasing = _mark_first(path, article, is_teaser)
    by_path = index_places(path, article, np.stack([words, content, repeated, words * is_teaser, teasing]))
    starts = np.stack([rows["start"].astype(np.float32), np.ones(len(rows), np.float32)])
    return index_places(rows["text"], article, starts), by_place, by_path


def _mark_first(path: Keys, article: Index, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark one chosen row of each path and article that has any."""
    rows = np.flatnonzero(chosen)
    _, first = np.unique(mix_keys(path[rows], article[rows].astype(np.uint64)), return_index=True)
    marked = np.zeros(len(path), np.bool_)
    marked[rows[first]] = True
    return marked


def profile_evidence(hashes: BlockHashes, page: PageFingerprint, site: KnownSite) -> Evidence:
    """Return what the site's other articles say about a page's blocks.

    Args:
        hashes: The page's blocks.
        page: Its fingerprint; copies of its article in the profile do not count as others.
        site: The profile, made ready.
    """
    own = find_copies(page, site)
    paths, number = hashes.paths
    path = site.by_path.look_up(paths.astype(np.uint64), own)
    place = site.by_place.look_up(mix_keys(hashes.text, hashes.path), own)
    text, title = site.by_text.look_up(hashes.text, own), site.by_title.look_up(hashes.text, own)
    others, others_here = site.by_text.count(text), site.by_place.count(place)
    path_others = site.by_path.count(path)
    words, content, repeated, teased, teasers = site.by_path.total(path)[:, number]
    some, one = np.maximum(words, 1), np.ones(len(others), np.float32)
    known = len(site.days) - len(own)
    rare = text.only(others <= max(COMMON_SHARE * known, 1))
    main = _find_main_path(hashes, number)
    return Evidence(
        others=others,
        others_here=others_here,
        borrowed=count_borrowed(hashes, rare, site.by_text, _find_shown(title, site)),
        later=count_later(hashes, text, site.by_text, site.starts),
        titled=site.by_title.count(title),
        path_others=path_others[number],
        path_share=np.where(words > 0, content / some, NO_SHARE).astype(np.float32),
        path_repeats=(repeated / some).astype(np.float32),
        path_teases=(teased / some).astype(np.float32),
        path_teasers=teasers.astype(np.float32),
        known=one * known,
        alike=one * (path_others[main[0]] if len(main) else known),
        near_share=_share_near(site, page.day, place, path.at(main), others_here),
    )


def _find_shown(title: Found, site: KnownSite) -> NDArray[np.bool_]:
    """Tell which articles' headlines are on the page, by their numbers."""
    shown = np.zeros(len(site.days), np.bool_)
    for place in np.flatnonzero(title.high > title.low):
        shown[site.by_title.article[title.low[place] : title.high[place]]] = True
    return shown


def _find_near(day: int, days: Index) -> tuple[int, int, int]:
    """Return the number of the first of the articles just after a day, of the first just before it, and the end of those."""
    middle = len(days) - int(days[::-1].searchsorted(day, "left") + days[::-1].searchsorted(day, "right")) // 2
    return max(middle - NEAR_ARTICLES, 0), middle, min(middle + NEAR_ARTICLES, len(days))


def _share_near(site: KnownSite, day: int, place: Found, main: Found, others_here: Column) -> Column:
    """Return ``Evidence.near_share`` of texts.

    Args:
        site: The profile, made ready.
        day: The page's.
        place: The texts where they stand, looked up.
        main: Where the page has most of its prose, looked up; empty where it has none.
        others_here: On how many others each text stands at its path.
    """
    shares = np.zeros(len(others_here), np.float32)
    often = np.flatnonzero(others_here > COMMON_SHARE * MIN_NEAR)
    if len(site.days) > FEW_ARTICLES and len(often):
        near = _find_near(day, site.days)
        alike = site.by_path.count_between(main, near) if len(main.number) else np.diff(near)[:, None]
        shares[often] = np.max(site.by_place.count_between(place.at(often), near) / np.maximum(alike, MIN_NEAR), axis=0)
    return shares


def _find_main_path(hashes: BlockHashes, number: Index) -> Index:
    """Return of the page's paths, by their numbers, the one where it has most of its prose; none where it has no prose."""
    prose = np.bincount(number, hashes.words * hashes.prose)
    return np.array([prose.argmax()] if prose.any() else [], np.intp)


def find_copies(page: PageFingerprint, site: KnownSite) -> Index:
    """Return the numbers of the profile's articles that a page is a copy of."""
    same = same_by_title(site.titles, np.array([page.title], np.uint64))[0]
    same |= site.keys == np.uint64(page.key)
    same |= site.prose.copies(np.frombuffer(page.blocks, ROW), same)
    return np.flatnonzero(np.bincount(site.article[same]))
