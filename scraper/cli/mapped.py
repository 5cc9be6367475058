"""Whether the rows of ``--url-map`` meet pages: paths are easily written from another folder."""

from collections.abc import Iterable, Iterator, Mapping

from scraper.records import Outcome
from scraper.urls import loose_url_key


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
            if self._waiting and outcome.url:
                self._waiting.pop(loose_url_key(outcome.url), None)
            yield outcome

    def warning(self) -> str | None:
        """Return what to tell of rows that have met none; ``None`` where all have."""
        unused = [path for paths in self._waiting.values() for path in paths]
        if not unused:
            return None
        return (
            f"--url-map: {len(unused):,} of {self._rows:,} rows match no page of this run, such as {unused[0]!r}:"
            " a path is that below the folder or in the archive, or the whole source"
        )
