"""Demo sites with a log of requests, and jobs over them, for tests of runs on several workers."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from fixtures.sites.request_log import RequestLog, find_handovers
from fixtures.sites.server import serve_sites
from scraper.pipeline import RunSummary, ScrapeSettings, SpreadSettings, Watcher, scrape, scrape_on
from scraper.scale import Engine
from scraper.settings import FetchSettings

LEASE_S = 3.0
MARGIN_S = 1.0
"""The third of the lease that its holder leaves unused: so long no worker asks a host after another one has stopped."""


@dataclass
class JobBench:
    """Sites, and a folder for states and outputs."""

    folder: Path
    urls: Sequence[str]
    articles: int
    log: RequestLog = field(default_factory=RequestLog)

    @property
    def output(self) -> Path:
        return self.folder / "out.jsonl"

    def settings(self, **changes: Any) -> ScrapeSettings:
        fetch = FetchSettings(delay_s=0.05, allow_private=(ip_network("127.0.0.0/8"),))
        return ScrapeSettings(**{"fetch": fetch, "spread": SpreadSettings(lease_s=LEASE_S), "processes": 1} | changes)

    def run(self, engine: Engine, watcher: Watcher | None = None, **changes: Any) -> RunSummary:
        """Scrape with the workers of an engine."""
        return scrape_on(
            engine,
            self.urls,
            state=self.folder / "state",
            output=self.output,
            settings=self.settings(**changes),
            watcher=watcher,
        )

    def run_plain(self) -> list[dict[str, Any]]:
        """Return the records of a run in one process."""
        path = self.folder / "plain.jsonl"
        scrape(self.urls, state=self.folder / "plain.sqlite", output=path, settings=self.settings())
        return read(path)

    def check_turns(self) -> list[float]:
        """Return the gaps between the processes that asked a host; fail where two asked it at once."""
        told = [[request for request in requests if request.process] for requests in self.log.by_site().values()]
        # A client that is stopped may be gone before the server looks for it: one request under way at each site, at most.
        assert sum(map(len, told)) >= len(self.log.requests) - len(told)
        gaps = [gap for requests in told for gap in find_handovers(requests)]
        assert all(gap > 0 for gap in gaps), gaps
        return gaps


def read(path: Path) -> list[dict[str, Any]]:
    """Return records in an order of their own; when a page was fetched differs from run to run."""
    records = [json.loads(line) | {"fetched_at": None} for line in path.read_text().splitlines()]
    return sorted(records, key=lambda record: json.dumps(record, sort_keys=True))


@contextmanager
def open_bench(folder: Path, articles: int) -> Iterator[JobBench]:
    """Serve demo sites with so many articles each."""
    log = RequestLog()
    with serve_sites(articles=articles, log=log) as sites:
        yield JobBench(folder, [f"{site.base_url}/" for site in sites.values()], articles * len(sites), log)
