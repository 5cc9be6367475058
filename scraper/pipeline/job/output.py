"""The records of a shard to the files of the output, in folders by site or date where that is asked for."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

from scraper.export import ArticleWriter, find_format
from scraper.records import Article
from scraper.scale import PartFile, PartFolder

_NULL: Final = "__HIVE_DEFAULT_PARTITION__"  # Hive's sign for "no value", which Arrow and DuckDB read as NULL
_NAME_BYTES: Final = 200  # file systems allow 255


def _site(article: Article) -> str | None:
    return article.site


def _date(article: Article) -> str | None:
    """The day on which it was published, else fetched."""
    return (article.published or article.fetched_at or "")[:10] or None


PARTITIONS: Final[Mapping[str, Callable[[Article], str | None]]] = {"site": _site, "date": _date}
"""By what records can be gathered; the key is the column's name in the folder's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of the output.

    Attributes:
        file: What was written.
        records: How many are in it.
    """

    file: PartFile
    records: int


class ShardOutput:
    """Takes the records of a shard and writes a file for each partition when so many have come: memory is bounded.

    Args:
        folder: The output.
        key: Of the shard; it names the files.
        form: Their extension.
        partition: As in ``JobSettings``.
        most: Records held.
    """

    def __init__(self, folder: PartFolder, key: str, form: str, partition: str | None, most: int) -> None:
        self._folder = folder
        self._key = key
        self._form = form
        self._partition = partition
        self._most = most
        self._held: dict[str, list[Article]] = defaultdict(list)
        self._count = 0
        self._round = 0
        self.parts: list[Part] = []

    def add(self, article: Article) -> None:
        """Take a record."""
        self._held[self._folder_of(article)].append(article)
        self._count += 1
        if self._count >= self._most:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        for place in sorted(self._held):
            articles = self._held[place]
            name = f"{place}part-{self._key}-{self._round:03}.{self._form}"
            file = self._folder.write(name, partial(_fill, articles=articles, form=self._form))
            self.parts.append(Part(file=file, records=len(articles)))
        self._held.clear()
        self._count = 0
        self._round += 1

    def _folder_of(self, article: Article) -> str:
        if self._partition is None:
            return ""
        value = PARTITIONS[self._partition](article)
        return f"{self._partition}={_NULL if value is None else _clip(quote(value, safe=''))}/"


def _fill(path: Path, articles: list[Article], form: str) -> None:
    open_new = find_format(Path(f"part.{form}")).open_new
    assert open_new is not None  # a form of parts is a file's, not a folder's
    file = open_new(path)
    writer = ArticleWriter(file.write)
    for article in articles:
        writer.write(article)
    writer.flush()
    file.close()


def _clip(name: str) -> str:
    """A host has 253 characters at most; what a page calls its host may have more."""
    if len(name) <= _NAME_BYTES:
        return name
    return f"{name[: _NAME_BYTES - 17]}~{hashlib.sha256(name.encode()).hexdigest()[:16]}"
