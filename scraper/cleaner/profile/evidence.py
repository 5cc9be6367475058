"""What the site's other articles say about a page's blocks."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.articles import group_articles, same_by_title, telling_titles
from scraper.cleaner.profile.fingerprints import ROW, START_WORDS, BlockHashes, Rows
from scraper.cleaner.profile.places import Column, Index, Keys, Places, index_places, mix_keys
from scraper.cleaner.profile.prose import ProseIndex, index_prose
from scraper.records import PageFingerprint, SiteProfile

NO_SHARE: Final = 0.5
"""Share of content on a path that nothing is known about."""

CLEARLY: Final = 32 / START_WORDS
"""How much more prose before a text counts, in ``START_WORDS``: an advertisement or a standfirst moves it by less."""

# Differences of starts, at most 255, in steps of CLEARLY; the step on each side is looked at as well.
_STEPS: Final = int(256 / CLEARLY) + 2

TELLING_WORDS: Final = 6
"""Of an article that goes on below another: shorter texts, numbers of a list for one, stand at equal distances by chance."""

COMMON_SHARE: Final = 0.5
"""What stands on a larger share of a site's articles is the site's."""


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
        known: How many others there are; the same for all blocks.
        alike: How many have text where the page has most of its prose, so have its theme; the same for all blocks.
    """

    others: Column
    others_here: Column
    borrowed: Column
    later: Column
    titled: Column
    path_others: Column
    path_share: Column
    path_repeats: Column
    known: Column
    alike: Column


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A profile of p pages made ready for looking up; made once for many pages.

    Attributes:
        keys: Of the pages.
        titles: Of the pages, 0 for those of the whole site.
        article: The article of each page.
        articles: How many there are.
        prose: Which page has which prose.
    """

    keys: Keys
    titles: Keys
    article: Index
    articles: int
    prose: ProseIndex
    by_text: Places
    by_place: Places
    by_path: Places
    by_title: Places


def read_profile(profile: SiteProfile) -> KnownSite:
    """Prepare a profile: group its pages into articles and index what stands on them."""
    pages = profile.pages
    rows = np.concatenate([np.zeros(0, ROW), *(np.frombuffer(page.blocks, ROW) for page in pages)])
    page_of = np.repeat(np.arange(len(pages)), [len(page.blocks) // ROW.itemsize for page in pages])
    titles = np.array([page.title for page in pages], np.uint64)
    prose = index_prose(rows, page_of, len(pages))
    telling = telling_titles(titles)
    article = group_articles(prose.same() | same_by_title(telling, telling))
    by_text, by_place, by_path = _index_rows(rows, article[page_of])
    return KnownSite(
        keys=np.array([page.key for page in pages], np.uint64),
        titles=telling,
        article=article,
        articles=len(np.unique(article)),
        prose=prose,
        by_text=by_text,
        by_place=by_place,
        by_path=by_path,
        by_title=index_places(titles, article, np.zeros((0, len(pages)), np.float32)),
    )


def _index_rows(rows: Rows, article: Index) -> tuple[Places, Places, Places]:
    """Index the rows of all pages by text with where it starts, by place, and by path with the words, content and repeats there."""
    none = np.zeros((0, len(rows)), np.float32)
    place = mix_keys(rows["text"], rows["path"])
    by_place = index_places(place, article, none)
    words = rows["words"].astype(np.float32)
    content = words * rows["content"] / np.float32(255)
    repeated = words * (by_place.count(by_place.look_up(place), article[:0]) > 1)
    by_path = index_places(rows["path"].astype(np.uint64), article, np.stack([words, content, repeated]))
    starts = np.stack([rows["start"].astype(np.float32), np.ones(len(rows), np.float32)])
    return index_places(rows["text"], article, starts), by_place, by_path


def profile_evidence(hashes: BlockHashes, page: PageFingerprint, site: KnownSite) -> Evidence:
    """Return what the site's other articles say about a page's blocks.

    Args:
        hashes: The page's blocks.
        page: Its fingerprint; copies of its article in the profile do not count as others.
        site: The profile, made ready.
    """
    own = find_copies(page, site)
    path = site.by_path.look_up(hashes.path.astype(np.uint64))
    text, title = site.by_text.look_up(hashes.text), site.by_title.look_up(hashes.text)
    path_others = site.by_path.count(path, own)
    words, content, repeated = site.by_path.total(path, own)
    others = site.by_text.count(text, own)
    known = site.articles - len(own)
    _, shown, _ = site.by_title.pairs(title, own)
    borrowed, later = _compare_starts(
        hashes,
        site.by_text.pairs(text, own),
        np.isin(np.arange(site.articles), shown),
        others <= max(COMMON_SHARE * known, 1),
    )
    return Evidence(
        others=others,
        others_here=site.by_place.count(site.by_place.look_up(mix_keys(hashes.text, hashes.path)), own),
        borrowed=borrowed,
        later=later,
        titled=site.by_title.count(title, own),
        path_others=path_others,
        path_share=np.where(words > 0, content / np.maximum(words, 1), NO_SHARE).astype(np.float32),
        path_repeats=(repeated / np.maximum(words, 1)).astype(np.float32),
        known=np.full(len(others), known, np.float32),
        alike=np.full(len(others), _count_alike(hashes, path_others, known), np.float32),
    )


def _count_alike(hashes: BlockHashes, path_others: Column, known: int) -> float:
    paths, first, place = np.unique(hashes.path, return_index=True, return_inverse=True)
    prose = np.bincount(place, hashes.words * hashes.prose, len(paths))
    return float(path_others[first[np.argmax(prose)]]) if prose.sum() else known


def _compare_starts(
    hashes: BlockHashes,
    pairs: tuple[Index, Index, NDArray[np.float64]],
    is_shown: NDArray[np.bool_],
    is_rare: NDArray[np.bool_],
) -> tuple[Column, Column]:
    """Return the columns ``borrowed`` and ``later`` of the evidence.

    Args:
        hashes: The page's blocks.
        pairs: Where their texts stand on others.
        is_shown: Which articles' headlines are on the page, by their numbers.
        is_rare: Which blocks most others do not have, n.
    """
    count = len(hashes.text)
    block, article, (start, pages) = pairs
    off = start / pages - hashes.start[block]
    is_earlier = (off < -CLEARLY) & is_rare[block] & is_shown[article]
    borrowed = np.zeros(count, np.float32)
    if is_earlier.any():
        step = np.floor(-off[is_earlier] / CLEARLY).astype(np.intp) + article[is_earlier] * _STEPS
        telling = step[hashes.words[block[is_earlier]] >= TELLING_WORDS]
        sizes = np.bincount(telling, minlength=len(is_shown) * _STEPS + 2)
        np.maximum.at(borrowed, block[is_earlier], sizes[step - 1] + sizes[step] + sizes[step + 1])
    return borrowed, np.bincount(block[off > CLEARLY], minlength=count).astype(np.float32)


def find_copies(page: PageFingerprint, site: KnownSite) -> Index:
    """Return the numbers of the profile's articles that a page is a copy of."""
    same = site.prose.copies(np.frombuffer(page.blocks, ROW))
    same |= same_by_title(site.titles, np.array([page.title], np.uint64))[0]
    same |= site.keys == np.uint64(page.key)
    return np.flatnonzero(np.bincount(site.article[same]))
