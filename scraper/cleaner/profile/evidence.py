"""What the site's other articles say about a page's blocks."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scraper.cleaner.profile.articles import MIN_SHARED_WORDS, SAME_SHARE, same_by_title
from scraper.cleaner.profile.fingerprints import ROW, BlockHashes
from scraper.cleaner.profile.known import MIN_OFTEN, KnownSite, PathIndex, PlaceIndex, TextIndex, join_place
from scraper.cleaner.profile.places import Column, Index, Keys, Own, find_keys
from scraper.cleaner.profile.prose import count_prose
from scraper.cleaner.profile.starts import CLEARLY, Shared, count_borrowed, find_later
from scraper.records import PageFingerprint

NO_SHARE: Final = 0.5
"""Share of content on a path that nothing is known about."""

COMMON_SHARE: Final = 0.5
"""What stands on a larger share of a site's articles is the site's."""

NEAR_ARTICLES: Final = 32
"""So many articles before a page in time, and so many after it, are asked too what most have: a sentence of an old theme is on few
of all. Demo sites of 3,000 pages with one redesign, a page at whose time most of 64 around it had the other theme (2026-11-26):
precision .969 with one window of 64 around a page, .982 with two of 32 beside it."""

MIN_NEAR: Final = 2 * MIN_OFTEN
"""Fewer of the page's theme than these say little: they may be parts of a series."""

FEW_ARTICLES: Final = 128
"""A site of so few has one theme or two, and what most of all have is asked alone."""


Ask: TypeAlias = Callable[[Index], Column]
"""What is asked of few of a page's blocks, by their places."""


class Evidence(NamedTuple):
    """Columns over the page's n blocks, and two numbers; "others" are distinct other articles of the site.

    Attributes:
        others: On how many others the text stands, anywhere.
        others_here: On how many others it stands at the same path.
        borrowed: How many blocks stand further up on one other whose headline is on the page, by as much as it does, itself
            included: from three on, its beginning among them, they are that article's, and the page goes on with it. What most
            others have does not count, nor do texts of a few words. Without its headline, two lists of the same things would pass
            for it.
        later: Of blocks, by their places, on how many others each stands with clearly more prose before it: perhaps it is this
            page's.
        titled: On how many others it is the headline: a teaser of theirs.
        varied: Whether it says other numbers or dates on the pages that it stands on.
        path_others: How many others have text at this path.
        path_share: Share of the words at this path that were content on others; ``NO_SHARE`` where there are none.
        path_repeats: Share of the words at this path, on others, that stand at it on two articles or more.
        path_teases: Share of the words at this path, on others, that are the headline of yet another.
        path_teasers: On how many others it has such a headline.
        known: How many others there are.
        alike: How many have text where the page has most of its prose, so have its theme.
        near_share: Of blocks, by their places, the share of the ``NEAR_ARTICLES`` just before the page in time, of its theme, that
            have the text at the same path, or of those just after it: the larger one; 0 on sites of few articles, and where fewer
            than half of ``MIN_NEAR`` others have it.
    """

    others: Column
    others_here: Column
    borrowed: Column
    later: Ask
    titled: Column
    varied: NDArray[np.bool_]
    path_others: Column
    path_share: Column
    path_repeats: Column
    path_teases: Column
    path_teasers: Column
    known: int
    alike: int
    near_share: Ask


class _Found(NamedTuple):
    """A page's n keys looked up.

    Attributes:
        number: Of each.
        others: On how many articles each stands that are not the page's own.
        own: The pair of each with each of its own.
    """

    number: Index
    others: Column
    own: Sequence[Own]


def profile_evidence(hashes: BlockHashes, page: PageFingerprint, site: KnownSite) -> Evidence:
    """Return what the site's other articles say about a page's blocks.

    Args:
        hashes: The page's blocks.
        page: Its fingerprint; copies of its article in the profile do not count as others.
        site: The profile, made ready.
    """
    own = _named_articles(page, site)
    text = _find(hashes.text, site.texts, own)
    if hash(page) not in site.saves and _may_be_copy(hashes, page, text.others):
        own = find_copies(page, site)
        text = _find(hashes.text, site.texts, own)
    known = len(site.days) - len(own)
    paths, number = hashes.paths
    path = _find_pairs(site.paths.find(paths), site.paths, own)
    place = _find(join_place(text.number, hashes.path), site.places, own)
    main = _find_main_path(hashes)
    titled, shown = _find_headlines(text.number, own, site)
    is_rare = text.others <= max(COMMON_SHARE * known, 1)
    path_others, path_share, path_repeats, path_teases, path_teasers = _judge_paths(path, site)[:, number]
    return Evidence(
        others=text.others,
        others_here=place.others,
        borrowed=_count_borrowed(hashes, is_rare.nonzero()[0], text.number, site, shown),
        later=partial(_count_later, text, hashes.start, site.texts),
        titled=titled,
        varied=_find_varied(hashes.numbers, site.texts.numbers[text.number]),
        path_others=path_others,
        path_share=path_share,
        path_repeats=path_repeats,
        path_teases=path_teases,
        path_teasers=path_teasers,
        known=known,
        alike=known if main is None else int(path.others[main]),
        near_share=partial(_share_near, site, page.day, (place, path, main)),
    )


def _find(keys: Keys, index: TextIndex | PlaceIndex, own: Sequence[int]) -> _Found:
    return _find_pairs(find_keys(keys, index.keys), index, own)


def _find_pairs(number: Index, index: PathIndex | TextIndex | PlaceIndex, own: Sequence[int]) -> _Found:
    others = index.counts[number]
    pairs = [index.own.find(number, article) for article in own]
    for pair in pairs:
        others -= pair.is_there
    return _Found(number, others, pairs)


def _judge_paths(path: _Found, site: KnownSite) -> Column:
    """Return the columns of ``Evidence`` from ``path_others`` to ``path_teasers`` for the page's paths, 5 x u."""
    sums = site.paths.sums[path.number].T
    for own in path.own:
        sums -= site.paths.parts[own.pair].T * own.is_there
    columns = np.empty((len(sums), len(path.number)), np.float32)
    columns[0] = path.others
    columns[1:-1] = sums[1:-1] / np.maximum(sums[0], 1)
    columns[-1] = sums[-1]
    columns[1, sums[0] <= 0] = NO_SHARE
    return columns


def _find_headlines(text: Index, own: Sequence[int], site: KnownSite) -> tuple[Column, list[int]]:
    """Return ``Evidence.titled`` of texts, by their numbers, and the articles whose headlines are among them."""
    titled = site.texts.titled[text]
    at = titled.nonzero()[0]
    articles = [site.texts.headlines[number] for number in text[at].tolist()]
    titled[at] -= [len(some.intersection(own)) for some in articles]
    return titled, list(frozenset().union(*articles).difference(own))


def _find_varied(own: NDArray[np.uint8], known: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which texts say other numbers than they do elsewhere, or other ones there on one page than on the next."""
    varied: NDArray[np.bool_] = (own != known) & (own > 0) & (known > 0)
    return varied


def _find_near(day: int, days: Index) -> tuple[int, int, int]:
    """Return the number of the first of the articles just after a day, of the first just before it, and the end of those."""
    middle = len(days) - int(days[::-1].searchsorted(day, "left") + days[::-1].searchsorted(day, "right")) // 2
    return max(middle - NEAR_ARTICLES, 0), middle, min(middle + NEAR_ARTICLES, len(days))


def _share_near(site: KnownSite, day: int, found: tuple[_Found, _Found, int | None], blocks: Index) -> Column:
    """Return ``Evidence.near_share`` of blocks.

    Args:
        site: The profile, made ready.
        day: The page's.
        found: Where its texts stand, looked up, its paths, and which of these has most of its prose; None where it has no prose.
        blocks: The places of the blocks.
    """
    place, path, main = found
    shares = np.zeros(len(blocks), np.float32)
    often = (place.others[blocks] > MIN_OFTEN).nonzero()[0]
    if len(site.days) <= FEW_ARTICLES or not len(often):
        return shares
    blocks = blocks[often]
    near = _find_near(day, site.days)
    here = _count_between(site.places.before[np.array(near)[:, None], site.places.column[place.number[blocks]]])
    alike = _count_between(near if main is None else site.paths.articles_at(path.number[main]).searchsorted(near))
    for at_place, at_path in zip(place.own, path.own, strict=True):
        for row, (low, high) in enumerate(pairwise(near)):
            if low <= at_place.article < high:
                here[row] -= at_place.is_there[blocks]
                alike[row] -= main is not None and at_path.is_there[main]
    shares[often] = np.maximum(*(here / np.maximum(alike, MIN_NEAR)[:, None]))
    return shares


def _count_between(ends: ArrayLike) -> Column:
    """Return how many there are from each end to the next, where so many stand before each."""
    before = np.array(ends, np.float32)
    return before[1:] - before[:-1]


def _find_main_path(hashes: BlockHashes) -> int | None:
    """Return of the page's paths, by its number, the one where it has most of its prose; None where it has no prose."""
    return int(hashes.path_prose.argmax()) if hashes.path_prose.any() else None


def _count_later(text: _Found, start: NDArray[np.uint8], texts: TextIndex, blocks: Index) -> Column:
    """Return ``Evidence.later`` of blocks of a page, whose texts have so much prose before them there."""
    number, start = text.number[blocks], start[blocks]
    end: Index = texts.first[number + 1]
    count: Column = (end - find_later(number, start, texts.marks)).astype(np.float32)
    for own in text.own:
        count -= own.is_there[blocks] & (texts.starts[own.pair[blocks]] - start > CLEARLY)
    return count


def _count_borrowed(hashes: BlockHashes, blocks: Index, number: Index, site: KnownSite, shown: Sequence[int]) -> Column:
    """Return ``Evidence.borrowed``.

    Args:
        hashes: The page's blocks.
        blocks: Those that can be borrowed.
        number: Of the text of each block.
        site: The profile, made ready.
        shown: The articles whose headlines are on the page.
    """
    if not shown:
        return np.zeros(len(number), np.float32)
    first = int(hashes.start[blocks[hashes.prose[blocks]]].min(initial=255))
    blocks = blocks[hashes.start[blocks] > CLEARLY]  # no other stands clearly further up elsewhere
    at, place = site.texts.list_pairs(number[blocks])
    rank = np.full(len(site.days), -1, np.intp)
    rank[shown] = np.arange(len(shown))
    article = rank[site.texts.article[place]]
    chosen = (article >= 0).nonzero()[0]
    block = blocks[at[chosen]]
    shared = Shared(block, article[chosen], hashes.start[block], site.texts.starts[place[chosen]])
    return count_borrowed(shared, hashes.words, first)


def _named_articles(page: PageFingerprint, site: KnownSite) -> list[int]:
    """Return the numbers of the profile's articles that have the page's key or title."""
    keys, titles = site.named
    found = keys.get(page.key), titles.get(page.title)
    return sorted({article for article in found if article is not None})


def _may_be_copy(hashes: BlockHashes, page: PageFingerprint, others: Column) -> bool:
    """Whether so much of a page's prose stands on articles that are not known to be its own that it may be a copy of one."""
    elsewhere = float(np.minimum(hashes.words, 255) @ (hashes.prose & (others > 0)))
    return elsewhere >= MIN_SHARED_WORDS and elsewhere >= SAME_SHARE * count_prose(np.frombuffer(page.blocks, ROW))


def find_copies(page: PageFingerprint, site: KnownSite) -> list[int]:
    """Return the numbers of the profile's articles that a page is a copy of."""
    same = same_by_title(site.titles, np.array([page.title], np.uint64))[0]
    same |= site.keys == np.uint64(page.key)
    same |= site.prose.copies(np.frombuffer(page.blocks, ROW))
    found: list[int] = np.flatnonzero(np.bincount(site.article[same])).tolist()
    return found
