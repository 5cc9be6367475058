"""The run report: what a state file tells, as a page."""

from pathlib import Path

from scraper.pipeline.clock import iso, utc_now
from scraper.store import Store, find_state


def report(state: str | Path) -> str:
    """Return an HTML page with the last run and the history of a state file.

    A run that is going on is not disturbed.

    Raises:
        UsageError: A library for it is not installed; the message says how to install it.
        StateError: The state file cannot be used.
    """
    from scraper.report import render_report

    path = Path(state)
    with Store(find_state(path), read_only=True) as store:
        figures = store.figures.read(iso(utc_now()))
    return render_report(figures, path.name)
