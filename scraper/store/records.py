"""The records: every version of every article, in the order in which they were saved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from scraper.reasons import PageClass
from scraper.record_json import decode_article, encode_article
from scraper.records import Article
from scraper.store.copies import Copies
from scraper.store.database import Database
from scraper.store.story import StoryText, are_one_story, is_same_story
from scraper.store.values import Claim
from scraper.urls import record_id
from scraper.zstd import compress, decompress

_TWINS: Final = 20  # of one text on several sites, an agency's, so many are looked at
_BATCH: Final = 500  # 5 MB of articles in memory

# What an article says of itself. Where it was read, when, and how sure the cleaner is, may change with every fetch.
_COMPARED: Final = (
    *("url", "canonical_url", "title", "authors", "published", "modified", "section", "tags", "language"),
    *("description", "image", "text", "page_class"),
)
_MAKE_A_VERSION: Final = frozenset({"title", "text", "page_class"})
"""A change of these makes a version; teaser pictures and tags change by themselves, and would fill the outputs."""


MAX_SHARING: Final = 3
"""A canonical URL that more different texts name is a template's mistake (FETCH.md, Canonical), and no address of any of them."""


class Change(StrEnum):
    """What an article meant to the records."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of an article: the version that is held, and what that was."""

    article: Article
    change: Change


@dataclass(frozen=True, slots=True)
class _Held:
    url_id: int
    article: Article


class Records:
    """Articles of all sites in the state file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._copies = Copies(database, self._read_text)

    def save(self, article: Article, claim: Claim, run: int) -> Saved:
        """Keep an article unless its title and text are held already; link it to an earlier one that it is a copy of.

        The address that gave an article first owns it: another address (print, AMP, a share link) with the same id adds
        nothing, so that two addresses with slightly different texts do not take turns at making versions. When the two
        texts are different articles, the site's canonical URLs are wrong, and the article gets its own address's id; when
        many are, it loses the canonical URL. An address without any of these whose title and text are those of another on
        its site adds nothing either. Of what is no article, but was asked for all the same, the article takes the place.

        Raises:
            StateError: The file cannot be used.
        """
        held = self._find_latest(article.id)
        if held and held.url_id != claim.url_id and not _is_the_article_of(held.article, article):
            if held.article.text_hash == article.text_hash or is_same_story(held.article.text, article.text):
                return Saved(article=held.article, change=Change.DUPLICATE)
            article = self._without_shared_canonical(article, claim)
            held = self._find_latest(article.id)
        if held is None:
            twin = self._find_twin(article)
            if twin:
                return Saved(article=twin, change=Change.DUPLICATE)
            return self._insert(replace(article, version=1), claim, run, Change.NEW)
        changed = _changed_fields(held.article, article)
        if not _MAKE_A_VERSION.intersection(changed):
            return Saved(article=held.article, change=Change.UNCHANGED)
        article = replace(article, version=held.article.version + 1, changed_fields=changed)
        return self._insert(article, claim, run, Change.UPDATED)

    def find(self, article_id: str) -> Article | None:
        """Return the latest version of an article; None for an unknown one.

        Raises:
            StateError: The file cannot be used.
        """
        held = self._find_latest(article_id)
        return held.article if held else None

    def count_elsewhere(self, article: Article, claim: Claim, before: Article) -> int:
        """Count the other articles of its site that have had nearly the same text, each of them once.

        Args:
            article: What an address gives now.
            claim: That address.
            before: The record that it has given before: what was one story with that is no other article.

        Raises:
            StateError: The file cannot be used.
        """
        same = "SELECT seq FROM records WHERE text_hash = ? AND url_id != ? ORDER BY seq LIMIT ?"
        found = [row[0] for row in self._database.rows(same, (article.text_hash, claim.url_id, _TWINS))]
        found += [seq for seq, _ in self._copies.find_near(StoryText.of(article.text))]
        others: set[str] = set()
        for seq in found:
            row = self._database.row("SELECT article FROM records WHERE seq = ? AND url_id != ?", (seq, claim.url_id))
            other = unpack(row[0]) if row else None
            if other and other.site == article.site and other.id not in others and not self._was_one(other, before):
                others.add(other.id)
        return len(others)

    def _was_one(self, other: Article, before: Article) -> bool:
        """Whether a record, or what it was earlier, is one story with another one."""
        earlier = self._database.rows(
            "SELECT article FROM records WHERE id = ? AND version < ? ORDER BY version DESC LIMIT ?",
            (other.id, other.version, _TWINS),
        )
        return are_one_story(other, before) or any(are_one_story(unpack(row[0]), before) for row in earlier)

    def _find_latest(self, article_id: str) -> "_Held | None":
        row = self._database.row(
            "SELECT url_id, article FROM records WHERE id = ? ORDER BY version DESC LIMIT 1", (article_id,)
        )
        return _Held(row[0], unpack(row[1])) if row else None

    def _without_shared_canonical(self, article: Article, claim: Claim) -> Article:
        """Return the article under its own address's id; its canonical URL is another article's."""
        self._database.run(
            "INSERT OR IGNORE INTO shared_canonicals (id, url_id) VALUES (?, ?)", (article.id, claim.url_id)
        )
        others = self._database.rows("SELECT count(*) FROM shared_canonicals WHERE id = ?", (article.id,))[0][0]
        own = replace(article, id=record_id(claim.key))
        if others < MAX_SHARING:
            return own
        sources = {name: source for name, source in article.field_sources.items() if name != "canonical_url"}
        return replace(own, canonical_url=None, field_sources=sources)

    def _find_twin(self, article: Article) -> Article | None:
        """Return an article of the same site with the same title and text."""
        if article.site is None:
            return None
        for (packed,) in self._database.rows(
            "SELECT article FROM records WHERE text_hash = ? ORDER BY seq LIMIT ?", (article.text_hash, _TWINS)
        ):
            held = unpack(packed)
            if (held.site, held.title, held.text) == (article.site, article.title, article.text):
                return held
        return None

    def _insert(self, article: Article, claim: Claim, run: int, change: Change) -> Saved:
        story = StoryText.of(article.text)
        article = replace(article, duplicate_of=self._copies.find_original(article.id, story))
        seq = self._database.run(
            "INSERT INTO records (id, version, url_id, run, text_hash, article, words, removed_words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(article.id, article.version, claim.url_id, run, article.text_hash, _pack(article)),
                *(article.word_count, article.removed_words),
            ),
        )
        if story.sketch:
            self._copies.add(seq, article.duplicate_of or article.id, story.sketch)
        return Saved(article=article, change=change)

    def _read_text(self, seq: int) -> str:
        return unpack(self._database.rows("SELECT article FROM records WHERE seq = ?", (seq,))[0][0]).text

    def after(self, seq: int, limit: int, *, latest: bool = False) -> Iterator[tuple[int, Article]]:
        """Yield up to ``limit`` articles saved after ``seq``, with their sequence numbers, in order.

        With ``latest``, versions that a later one has replaced are left out.

        Raises:
            StateError: The file cannot be used.
        """
        condition = " AND version = (SELECT max(version) FROM records AS r WHERE r.id = records.id)" if latest else ""
        for number, packed in self._database.rows(
            f"SELECT seq, article FROM records WHERE seq > ?{condition} ORDER BY seq LIMIT ?", (seq, limit)
        ):
            yield number, unpack(packed)

    def read(self, seq: int, *, latest: bool = False) -> Iterator[Article]:
        """Yield all articles saved after ``seq``, in order, a batch in memory at a time; ``latest`` as in ``after``.

        Raises:
            StateError: The file cannot be used.
        """
        while batch := list(self.after(seq, _BATCH, latest=latest)):
            yield from (article for _, article in batch)
            seq = batch[-1][0]

    def last_seq(self) -> int:
        """Return the sequence number of the newest record; 0 when there is none.

        Raises:
            StateError: The file cannot be used.
        """
        return int(self._database.rows("SELECT coalesce(max(seq), 0) FROM records")[0][0])

    def count(self) -> int:
        """Return how many articles are held, versions not counted.

        Raises:
            StateError: The file cannot be used.
        """
        return int(self._database.rows("SELECT count(*) FROM records WHERE version = 1")[0][0])


def _is_the_article_of(before: Article, after: Article) -> bool:
    """Whether an article comes where a page of another class held its place: a teaser for those who do not pay."""
    return before.page_class is not PageClass.ARTICLE and after.page_class is PageClass.ARTICLE


def _changed_fields(before: Article, after: Article) -> tuple[str, ...]:
    return tuple(name for name in _COMPARED if getattr(before, name) != getattr(after, name))


# Single records of news pages (9.5 KB) pack to between a half and a quarter at level 3 in 0.05 ms, and unpack in 0.02
# ms (80 pages of the snippet set, 2026-11). Higher levels gain under 5 %.
def _pack(article: Article) -> bytes:
    return compress(encode_article(article), 3)


def unpack(packed: bytes) -> Article:
    """Return an article from the form in which its row keeps it."""
    return decode_article(decompress(packed))
