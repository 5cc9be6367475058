"""The user's own table of addresses, for pages that do not say where they come from."""

import csv
from collections.abc import Mapping
from pathlib import Path

from scraper.errors import UsageError


def read_url_map(path: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return addresses and dates by page, from CSV with the columns path, url and, where known, date; a head row may be there.

    A page's path is that below the folder or archive that is cleaned, or its whole source.

    Raises:
        UsageError: It cannot be read, or a row has no address.
    """
    urls, dates = {}, {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.reader(file), 1):
                if not row or (number == 1 and len(row) > 1 and row[1].strip().lower() == "url"):
                    continue
                if len(row) < 2 or not row[1].strip().lower().startswith(("http://", "https://")):
                    raise UsageError(f"{path}: line {number} has no address: write it as path,url")
                urls[row[0].strip()] = row[1].strip()
                if len(row) > 2 and row[2].strip():
                    dates[row[0].strip()] = row[2].strip()
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise UsageError(f"{path}: cannot be read as CSV in UTF-8: {exc}") from exc
    return urls, dates
