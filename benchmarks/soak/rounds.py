"""One process that scrapes in rounds for as long as it is asked to, as a service or a notebook would.

Each line on standard input is a round; each line on standard output says how it went and what the process holds after it.
"""

import json
import logging
import os
import sys
import time
from dataclasses import asdict, dataclass
from ipaddress import ip_network
from pathlib import Path

import scraper
from scraper.pipeline import ScrapeSettings, UrlEvent, Watcher
from scraper.settings import FetchSettings

CLIENT = "scraper-soak-rounds"
DELAY_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a process holds between two rounds.

    Attributes:
        pss_kb: Resident memory, with what is shared split among the sharers.
        handles: Open files, sockets and pipes.
        children: Processes that it has started and that are not gone.
    """

    rss_kb: int
    pss_kb: int
    handles: int
    threads: int
    children: int


def look(pid: int) -> Held:
    """Return what a process holds; Linux only.

    Raises:
        OSError: It is gone.
    """
    process = Path("/proc") / str(pid)
    shares = (process / "smaps_rollup").read_text().splitlines()
    pss = next((line for line in shares if line.startswith("Pss:")), None)
    status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    if pss is None or "VmRSS" not in status:
        raise ProcessLookupError(f"process {pid} has ended and holds no memory any more")
    return Held(
        rss_kb=int(status["VmRSS"].split()[0]),
        pss_kb=int(pss.split()[1]),
        handles=len(os.listdir(process / "fd")),
        threads=int(status["Threads"]),
        children=len(children_of(pid)),
    )


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started and that are not gone."""
    found = []
    for thread in (Path("/proc") / str(pid) / "task").iterdir():
        found += [int(child) for child in (thread / "children").read_text().split()]
    return found


class _Listener(Watcher, logging.Handler):
    """Keeps what a round tells: its events, and the library's warnings."""

    def __init__(self) -> None:
        Watcher.__init__(self)
        logging.Handler.__init__(self, logging.WARNING)
        self.events: list[tuple[str, str, str | None]] = []
        self.warnings: list[str] = []

    def url_done(self, event: UrlEvent) -> None:
        self.events.append((event.url, event.outcome, event.reason))

    def notice(self, message: str) -> None:
        self.warnings.append(message)

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())


def main(folder: Path, sites: list[str]) -> None:
    fetch = FetchSettings(
        user_agent=CLIENT,
        allow_private=(ip_network("127.0.0.0/8"),),
        delay_s=DELAY_S,
        # Scaled like the pause: a site that asks for a long one is left to the next round, and a round does not last minutes.
        max_delay_s=1.0,
        max_wait_s=20.0,
        read_timeout_s=3.0,
    )
    for _ in sys.stdin:
        began, used = time.monotonic(), time.process_time()
        listener = _Listener()
        logging.getLogger("scraper").addHandler(listener)
        done = scraper.scrape(
            sites,
            state=folder / "state.sqlite",
            output=[folder / "articles.jsonl", folder / "articles.sqlite"],
            settings=ScrapeSettings(fetch=fetch, processes=1),
            watcher=listener,
        )
        logging.getLogger("scraper").removeHandler(listener)
        told = {
            "seconds": time.monotonic() - began,
            "cpu_s": time.process_time() - used,
            "articles": done.articles_held,
            "events": listener.events,
            "warnings": listener.warnings,
        }
        sys.stdout.write(json.dumps(told | asdict(look(os.getpid()))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
