"""A profile made ready: what stands on a site's articles, as columns in which a page is looked up."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.articles import group_articles, same_by_title, telling_titles
from scraper.cleaner.profile.fingerprints import ROW, Rows, numbers_of
from scraper.cleaner.profile.learn import newest_saves
from scraper.cleaner.profile.places import ByArticle, Column, Index, Keys, Table, find_keys, index_rows, mix_keys
from scraper.cleaner.profile.prose import ProseIndex, index_prose
from scraper.cleaner.profile.starts import Marks, mark_starts
from scraper.records import PageFingerprint, SiteProfile

MIN_OFTEN: Final = 8
"""Of what stands at its path on more articles than these it is kept how many of them stand in a row: ``Evidence.near_share``."""

VARIED: Final = 255
"""Stands for the numbers of a text that says others on other pages."""

_HALF: Final = np.uint64(32)
_NO_KEY: Final = np.uint64(0)


@dataclass(frozen=True, slots=True)
class PathIndex:
    """What stands at the u different paths of a site.

    Attributes:
        numbers: The number of each by its hash; none's is u.
        counts: On how many articles each stands, u + 1.
        sums: Sums over those: words, of them how many are content, stand there on two articles or more, and are the headline
            of another article; and on how many articles there is such a headline, (u + 1) x 5.
        parts: The same of each pair of a path and an article, k x 5.
        first: Where the pairs of each path begin, u + 2.
        article: The article of each pair.
    """

    numbers: Mapping[int, int]
    counts: Column
    sums: NDArray[np.float64]
    parts: NDArray[np.float64]
    first: Index
    article: Index
    own: ByArticle

    def find(self, paths: Sequence[int]) -> Index:
        """Return the numbers of paths by their hashes."""
        return np.array(list(map(self.numbers.get, paths, repeat(len(self.numbers)))), np.intp)

    def articles_at(self, number: int) -> Index:
        """Return the articles that have text at a path, by its number."""
        return self.article[self.first[number] : self.first[number + 1]]


@dataclass(frozen=True, slots=True)
class TextIndex:
    """What the u different texts of a site are, and those that are titles of its pages alone.

    Attributes:
        keys: Their hashes, sorted, and one more.
        counts: On how many articles each stands, u + 1.
        first: Where the pairs of each with an article begin, u + 2.
        article: The article of each pair, k.
        starts: Where the text of each pair starts there, k.
        marks: The same in order, from ``mark_starts``.
        titled: On how many articles each is the headline, u + 1.
        headlines: The articles of those that are headlines.
        numbers: ``BlockHashes.numbers`` of each, 0 where it has none, and ``VARIED`` where they differ, u + 1.
    """

    keys: Keys
    counts: Column
    first: Index
    article: Index
    starts: NDArray[np.float64]
    marks: Marks
    titled: Column
    headlines: Mapping[int, frozenset[int]]
    numbers: NDArray[np.uint8]
    own: ByArticle

    def list_pairs(self, number: Index) -> tuple[Index, Index]:
        """List the pairs of texts, by their numbers, with articles: of each the place of its text among them, and its own."""
        ends = self.first[number + 1]
        sizes = ends - self.first[number]
        query = np.repeat(np.arange(len(sizes)), sizes)
        return query, np.arange(len(query)) + np.repeat(ends - np.cumsum(sizes), sizes)


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """Where the texts stand: u different pairs of a text and a path.

    Attributes:
        keys: The text's number and the path, sorted, and one more.
        counts: On how many articles each stands, u + 1.
        column: Of what stands on more than ``MIN_OFTEN``, its column in ``before``.
        before: On how many of the first 0, 1, ... a articles each of those stands.
    """

    keys: Keys
    counts: Column
    column: NDArray[np.int32]
    before: NDArray[np.uint16]
    own: ByArticle


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A profile of p pages made ready for looking up; made once for many pages.

    Attributes:
        keys: Of the pages.
        titles: Of the pages, 0 for those of the whole site.
        article: The article of each page.
        saves: Hashes of the pages: one that is among them was compared with all others when articles were told apart.
        named: The article of each key of a page, and of each title but 0.
        days: Of the articles, the latest first, as they are numbered.
        prose: Which page has which prose.
    """

    keys: Keys
    titles: Keys
    article: Index
    saves: Set[int]
    named: tuple[Mapping[int, int], Mapping[int, int]]
    days: Index
    prose: ProseIndex
    paths: PathIndex
    texts: TextIndex
    places: PlaceIndex


def read_profile(profile: SiteProfile) -> KnownSite:
    """Prepare a profile: group its pages into articles and index what stands on them."""
    pages = newest_saves(profile.pages)
    rows = np.frombuffer(b"".join(page.blocks for page in pages), ROW)
    page_of = np.repeat(np.arange(len(pages)), [len(page.blocks) // ROW.itemsize for page in pages])
    titles = np.array([page.title for page in pages], np.uint64)
    prose = index_prose(rows, page_of, len(pages))
    telling = telling_titles(titles)
    article = group_articles(prose.same() | same_by_title(telling, telling))
    _, first = np.unique(article, return_index=True)
    count, of_row = len(first), article[page_of]
    headlines = index_rows(titles, article)
    texts, number = _index_texts(rows, of_row, headlines, count)
    places, repeats = _index_places(number, rows["path"], of_row, count)
    is_teaser = _is_headline_of_other(rows["text"], of_row, headlines) & np.isin(rows["text"], telling)
    columns = _describe_rows(rows, of_row, is_teaser, repeats)
    return KnownSite(
        keys=np.array([page.key for page in pages], np.uint64),
        titles=telling,
        article=article,
        saves=frozenset(map(hash, pages)),
        named=_name_articles(pages, telling, article),
        days=np.array([page.day for page in pages], np.intp)[first],
        prose=prose,
        paths=_index_paths(rows["path"].astype(np.uint64), of_row, columns, count),
        texts=texts,
        places=places,
    )


def _name_articles(
    pages: Sequence[PageFingerprint], titles: Keys, article: Index
) -> tuple[Mapping[int, int], Mapping[int, int]]:
    numbers = article.tolist()
    named = dict(zip(titles.tolist(), numbers, strict=True))
    named.pop(0, None)
    return {page.key: number for page, number in zip(pages, numbers, strict=True)}, named


def _is_headline_of_other(text: Keys, article: Index, titles: Table) -> NDArray[np.bool_]:
    """Tell which texts of articles are headlines of others."""
    number = find_keys(text, np.append(titles.keys, _NO_KEY))
    reach = int(max(article.max(initial=0), titles.article.max(initial=0))) + 1
    is_own = np.isin(number * reach + article, titles.number * reach + titles.article)
    result: NDArray[np.bool_] = titles.counts()[number] > is_own
    return result


def _index_texts(rows: Rows, article: Index, titles: Table, articles: int) -> tuple[TextIndex, Index]:
    """Index the texts of so many articles, and return the number of each row's, too."""
    table = index_rows(
        rows["text"], article, np.stack([rows["start"].astype(np.float32), np.ones(len(rows), np.float32)])
    )
    keys = np.union1d(table.keys, titles.keys)
    at, titled_at = keys.searchsorted(table.keys), keys.searchsorted(titles.keys)
    sizes, titled = np.zeros((2, len(keys) + 1), np.intp)
    sizes[at], titled[titled_at] = np.diff(table.first), np.diff(titles.first)
    number = at[table.number]
    total, count = table.values().T
    starts = total / np.maximum(count, 1)
    ends = pairwise(titles.first.tolist())
    index = TextIndex(
        keys=np.append(keys, _NO_KEY),
        counts=sizes.astype(np.float32),
        first=np.concatenate([[0], np.cumsum(sizes)]),
        article=table.article,
        starts=np.append(starts, 0),
        marks=mark_starts(number, starts),
        titled=titled.astype(np.float32),
        headlines={
            key: frozenset(titles.article[low:high].tolist())
            for key, (low, high) in zip(titled_at.tolist(), ends, strict=True)
        },
        numbers=_sum_up_numbers(number[table.row], numbers_of(rows), len(keys)),
        own=table._replace(number=number).by_article(articles),
    )
    return index, number[table.row]


def _sum_up_numbers(text: Index, numbers: NDArray[np.uint8], texts: int) -> NDArray[np.uint8]:
    """Return ``TextIndex.numbers`` of so many texts from those of rows; what rows do not say does not count."""
    said = numbers > 0
    text, numbers = text[said], numbers[said]
    least, most = np.full(texts + 1, VARIED, np.uint8), np.zeros(texts + 1, np.uint8)
    np.minimum.at(least, text, numbers)
    np.maximum.at(most, text, numbers)
    return np.where(least < most, np.uint8(VARIED), most)


def _index_places(text: Index, path: NDArray[np.uint32], article: Index, articles: int) -> tuple[PlaceIndex, Column]:
    """Index where the texts of so many articles stand, and return on how many of them each row stands, too."""
    table = index_rows(join_place(text, path), article)
    counts = table.counts()
    often = np.flatnonzero(counts > MIN_OFTEN)
    column = np.full(len(counts), -1, np.int32)
    column[often] = np.arange(len(often))
    before = np.zeros((articles + 1, len(often)), np.uint16)
    chosen = column[table.number] >= 0
    before[table.article[chosen] + 1, column[table.number[chosen]]] = 1
    index = PlaceIndex(
        keys=np.append(table.keys, _NO_KEY),
        counts=counts,
        column=column,
        before=np.asfortranarray(
            np.cumsum(before, axis=0, dtype=np.uint16)
        ),  # a page asks for neighbours of each column
        own=table.by_article(articles),
    )
    return index, counts[table.number[table.row]]


def join_place(text: Index, path: NDArray[np.uint32]) -> Keys:
    """Return one key for each pair of a text, by its number, and a path."""
    return (text.astype(np.uint64) << _HALF) | path


def _index_paths(path: Keys, article: Index, columns: Column, articles: int) -> PathIndex:
    table = index_rows(path, article, columns)
    return PathIndex(
        numbers={key: number for number, key in enumerate(table.keys.tolist())},
        counts=table.counts(),
        sums=table.totals(),
        parts=np.append(table.values(), np.zeros((1, len(columns))), axis=0),
        first=np.append(table.first, table.first[-1]),
        article=table.article,
        own=table.by_article(articles),
    )


def _describe_rows(rows: Rows, article: Index, is_teaser: NDArray[np.bool_], repeats: Column) -> Column:
    """Return the columns that ``PathIndex.sums`` sums."""
    words = rows["words"].astype(np.float32)
    content = words * rows["content"] / np.float32(255)
    teasing = _mark_first(rows["path"].astype(np.uint64), article, is_teaser)
    return np.stack([words, content, words * (repeats > 1), words * is_teaser, teasing])


def _mark_first(path: Keys, article: Index, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark one chosen row of each path and article that has any."""
    rows = np.flatnonzero(chosen)
    _, first = np.unique(mix_keys(path[rows], article[rows].astype(np.uint64)), return_index=True)
    marked = np.zeros(len(path), np.bool_)
    marked[rows[first]] = True
    return marked
