"""An hour of scraping sites that change and fail; what the process holds must stay flat, and each article come once.

    python -m benchmarks.soak [--minutes 60] [--sites 50] [--seed 10] [--folder DIR]

Two clients scrape the same sites: one process that goes on in rounds, and the command as cron starts it, each with a state of
its own. The sites publish, correct and withdraw; a share of their answers has a fault. At the end comes a calm: nothing fails,
retries that wait for their time are due, and each client runs twice more.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.soak.driving import Plan, soak
from benchmarks.soak.reporting import find_growth, format_report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--sites", type=int, default=50)
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--folder", type=Path, help="keep states, outputs and logs here")
    given = parser.parse_args()
    os.nice(10)  # others may work on this machine
    plan = Plan(seconds=60 * given.minutes, sites=given.sites, seed=given.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        done = asyncio.run(soak(plan, folder))
        done.problems += find_growth(done)
        print(format_report(done))
    return 1 if done.problems else 0


if __name__ == "__main__":
    sys.exit(main())
