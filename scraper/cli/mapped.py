"""Whether the rows of ``--url-map`` meet pages: paths are easily written from another folder."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING

from scraper.records import Outcome
from scraper.urls import loose_url_key

if TYPE_CHECKING:
    from scraper.pipeline import Receipt


class MappedAddresses:
    """The rows that have met no page so far."""

    def __init__(self, urls: Mapping[str, str]) -> None:
        self._rows = len(urls)
        self._waiting: dict[str, list[str]] = {}
        for path, url in urls.items():
            self._waiting.setdefault(loose_url_key(url), []).append(path)

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield outcomes, and look at their addresses on the way."""
        for outcome in outcomes:
            if outcome.url:
                self._meet(outcome.url)
            yield outcome

    def watch_parts(self, receipts: "Generator[Receipt, None, None]") -> "Generator[Receipt, None, None]":
        """Yield what became of parts of a dump, and look at their pages' addresses on the way."""
        with closing(receipts):
            for receipt in receipts:
                for url in receipt.mapped:
                    self._meet(url)
                yield receipt

    def _meet(self, url: str) -> None:
        if self._waiting:
            self._waiting.pop(loose_url_key(url), None)

    def warning(self) -> str | None:
        """Return what to tell of rows that have met none; ``None`` where all have."""
        unused = [path for paths in self._waiting.values() for path in paths]
        if not unused:
            return None
        return (
            f"--url-map: {len(unused):,} of {self._rows:,} rows match no page of this run, such as {unused[0]!r}:"
            " a path is that below the folder or in the archive, or the whole source"
        )
