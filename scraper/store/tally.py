"""URLs counted by what they are, with the newest of each kind: one pass over them, in bounded memory."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heappush, heappushpop
from typing import Final, NamedTuple, TypeAlias

from scraper.urls import site_of

GROUP_URLS: Final = 12
"""URLs kept for each number; `scraper failed` and `scraper export` list all."""

BUCKETS_MS: Final = (50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Upper ends of the buckets of response times."""

_KINDS: Final = ("outcome", "last", "class", "waiting", "duplicate", "held", "host", "run", "time", "day")
"""What people ask about first: why there is no article."""

Key: TypeAlias = tuple[str, str, str]
"""Kind of number, and what it is the number of: ``("outcome", "timeout", "a.test")``. Empty parts say nothing."""


class SeenUrl(NamedTuple):
    """What is counted of one URL; ``COLUMNS`` in their order."""

    url_id: int
    url: str
    site: str
    state: str
    outcome: str | None
    reason: str | None
    page_class: str | None
    last_run: int | None
    fetched_at: str | None
    response_ms: int | None
    record_id: str | None


COLUMNS: Final = "id, url, site, state, outcome, reason, page_class, last_run, fetched_at, response_ms, record_id"


class Tally:
    """Counts by key, and for each key the URLs that come last in their order.

    Args:
        runs: The first and the last of the runs that are told one by one.
        names: What each site is called.
    """

    def __init__(self, runs: tuple[int, int], names: Mapping[str, str]) -> None:
        self._runs = runs
        self._names = names
        self.counts: Counter[Key] = Counter()
        self._newest: dict[Key, list[tuple[str, int]]] = {}
        self.response_ms: dict[str, list[int]] = {}

    def count(self, seen: SeenUrl) -> None:
        """Count one URL for every number that it stands behind."""
        order = seen.fetched_at or ""
        for key in _keys(seen, self._names[seen.site], self._runs):
            self.add(key, order, seen.url_id)
        if seen.response_ms:
            host = _host_of(seen.url)
            self.add(("host", host, ""), f"{seen.response_ms:09}", seen.url_id)
            self.response_ms.setdefault(host, []).append(seen.response_ms)

    def add(self, key: Key, order: str, url_id: int) -> None:
        """Count one URL for one number."""
        self.counts[key] += 1
        newest = self._newest.setdefault(key, [])
        if len(newest) < GROUP_URLS:
            heappush(newest, (order, url_id))
        elif (order, url_id) > newest[0]:
            heappushpop(newest, (order, url_id))

    def of_kind(self, kind: str) -> Mapping[tuple[str, str], int]:
        """Return the counts of one kind by the other two parts of their keys."""
        return {key[1:]: count for key, count in self.counts.items() if key[0] == kind}

    def first(self, count: int) -> Mapping[Key, Sequence[int]]:
        """Return the keys of so many numbers with the ids of the URLs kept, the last in order first.

        Of more numbers, those that people ask about are chosen first, and of one kind the largest.
        """
        keys = sorted(self.counts, key=lambda key: (_KINDS.index(key[0]), -self.counts[key], key))[:count]
        return {key: [url_id for _, url_id in sorted(self._newest[key], reverse=True)] for key in keys}


def _keys(seen: SeenUrl, site: str, runs: tuple[int, int]) -> Iterator[Key]:
    first_run, last_run = runs
    if seen.outcome:
        result = "skipped" if seen.outcome == "duplicate" else seen.outcome
        yield "outcome", seen.reason or seen.outcome, site
        if seen.last_run is not None and seen.last_run >= first_run:
            yield "run", str(seen.last_run), result
        if seen.last_run == last_run:
            yield "last", site, result
    if seen.record_id:
        yield "held", site, ""
    if seen.page_class:
        yield "class", seen.page_class, site
    if seen.response_ms:
        yield "time", site, str(bucket_of(seen.response_ms))
    if seen.state == "pending":
        yield "waiting", site, ""


def bucket_of(response_ms: int) -> int:
    """Return the upper end of a time's bucket; 0 beyond the last one.

    >>> bucket_of(100), bucket_of(101), bucket_of(60_000)
    (100, 200, 0)
    """
    place = bisect_left(BUCKETS_MS, response_ms)
    return BUCKETS_MS[place] if place < len(BUCKETS_MS) else 0


def quantile(ordered: Sequence[int], share: float) -> int:
    """Return the value that this share of them does not exceed.

    >>> quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3, 4], 0.9)
    (2, 4)
    """
    return ordered[max(-int(-len(ordered) * share // 1), 1) - 1]


def _host_of(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return _site_of(f"{scheme}://{rest.partition('/')[0]}")


@lru_cache(maxsize=4096)
def _site_of(origin: str) -> str:
    try:
        return site_of(origin)
    except ValueError:
        return ""
