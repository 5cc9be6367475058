"""What knowing the site is worth, and what it costs.

``python -m benchmarks.profile [--data FOLDER] [--pages 1 2 5 20 200] [--themes 2] [--many 1000000] [--picture FILE]``: the demo
sites grown to so many pages, and with so many designs; the sites of labelled sets that have two pages or more; text dumps of both;
bytes and times.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import fmean, median
from typing import Final

import numpy as np
from selectolax.lexbor import LexborHTMLParser

from benchmarks.peers import deny_network
from benchmarks.profile_dumps import measure_dumps
from benchmarks.profile_sites import GROWTH, measure_growth, measure_sets
from benchmarks.sets import read_sets, spread
from benchmarks.tables import section
from scraper.cleaner import DUMP_OLDER, DUMP_PAGES
from scraper.cleaner.profile import (
    SiteView,
    apply_profile,
    fingerprint_page,
    hash_blocks,
    learn_profile,
    profile_evidence,
    read_profile,
    to_bytes,
)
from scraper.cleaner.profile.fingerprints import ROW
from scraper.cleaner.reading.walk import read_blocks
from scraper.records import PageFingerprint

ROUNDS: Final = 5


def measure_costs(folder: Path | None, many: int) -> str:
    """Measure times on pages of a set, and a profile of very many pages."""
    lines = [_many_line(many)]
    if folder is not None:
        pages = spread([page for labelled in read_sets(folder) for page in labelled.pages], 200)
        lines += _time_lines([page.body for page in pages])
    return section("Costs", "\n".join(f"- {line}" for line in lines))


def _many_line(many: int) -> str:
    """Learn a site of so many pages of 100 blocks each, half of them the same on all."""
    shared = np.arange(50, dtype=np.uint64)

    def pages() -> Iterator[PageFingerprint]:
        rows = np.zeros(100, ROW)
        rows["text"][:50] = shared
        for number in range(many):
            rows["text"][50:] = np.arange(50, dtype=np.uint64) + np.uint64(1000 + 50 * number)
            yield PageFingerprint(key=number * 0x9E3779B97F4A7C15 % 2**64, title=number, day=0, blocks=rows.tobytes())

    start = time.perf_counter()
    profile = learn_profile(pages())
    seconds = time.perf_counter() - start
    plain, packed = sum(len(page.blocks) for page in profile.pages), to_bytes(profile)
    return (
        f"{many:,} pages of one site: {len(profile.pages)} kept, {plain:,} bytes, {len(packed):,} packed,"
        f" {seconds / many * 1e6:.1f} µs a page"
    )


def _time_lines(bodies: Sequence[bytes]) -> Iterator[str]:
    trees = [LexborHTMLParser(body) for body in bodies]
    pages = [read_blocks(tree) for tree in trees]
    hashes = [hash_blocks(blocks) for blocks in pages]
    prints = [fingerprint_page(h, key=str(number), title=str(number)) for number, h in enumerate(hashes)]
    profile = learn_profile(prints)
    site = read_profile(profile)
    yield f"profile of {len(profile.pages)} of these pages: {len(to_bytes(profile)):,} bytes"
    jobs: dict[str, Callable[[int], object]] = {
        "parse": lambda i: LexborHTMLParser(bodies[i]),
        "blocks": lambda i: read_blocks(trees[i]),
        "fingerprint": lambda i: fingerprint_page(hash_blocks(pages[i]), key="key", title="title"),
        "look-up": lambda i: apply_profile(
            np.full(len(hashes[i].words), 0.5, np.float32),
            SiteView(hashes[i], profile_evidence(hashes[i], prints[i], site)),
        ),
        "whole cleaning, for comparison": lambda i: _clean(bodies[i]),
    }
    for name, job in jobs.items():
        times = [min(_time(job, i) for _ in range(ROUNDS)) * 1000 for i in range(len(bodies))]
        yield f"{name}: mean {fmean(times):.2f} ms, median {median(times):.2f} ms"
    yield f"profile made ready: {min(_time(lambda _: read_profile(profile), 0) for _ in range(ROUNDS)) * 1000:.1f} ms"


def _clean(body: bytes) -> object:
    from scraper.cleaner import clean_page
    from scraper.records import Page
    from scraper.settings import CleanSettings

    return clean_page(Page(body=body, source="x", media_type="text/html"), CleanSettings(second_opinion=False))


def _time(job: Callable[[int], object], index: int) -> float:
    start = time.perf_counter()
    job(index)
    return time.perf_counter() - start


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of sets whose pages have addresses")
    parser.add_argument("--pages", type=int, nargs="*", default=GROWTH, help="sizes of the demo sites")
    parser.add_argument("--many", type=int, default=1_000_000, help="pages of the site whose profile is weighed")
    parser.add_argument("--picture", type=Path, help="file for the demo sites' curves (SVG)")
    kept = (DUMP_PAGES, DUMP_OLDER)
    parser.add_argument("--kept", type=int, nargs=2, default=kept, help="latest and older pages that a profile keeps")
    parser.add_argument(
        "--themes", type=int, default=1, help="so many designs, one after the other, have the demo sites had"
    )
    parser.add_argument("--only-growth", action="store_true", help="measure the demo sites only")
    given = parser.parse_args(arguments)
    deny_network()
    if given.pages:
        print(measure_growth(given.pages, given.picture, tuple(given.kept), given.themes), flush=True)
    if given.only_growth:
        return 0
    if given.data:
        print("\n" + measure_sets(given.data), flush=True)
    if given.pages:
        print("\n" + measure_dumps(given.data), flush=True)
    print("\n" + measure_costs(given.data, given.many))
    return 0


if __name__ == "__main__":
    sys.exit(main())
