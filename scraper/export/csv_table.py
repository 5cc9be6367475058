"""CSV by RFC 4180: one article on each row, for spreadsheets."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from scraper.export.encoded import make_format
from scraper.record_json import strip_text
from scraper.records import Article

# What a spreadsheet takes for a formula (OWASP, "CSV Injection"): such cells get an apostrophe, which shows as text. Cells that
# look as if they had got one get another, so that taking one off wherever this matches gives what was.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_COLUMNS: Final = tuple(field.name for field in fields(Article))


class CsvTable:
    """CSV in UTF-8 with a head row."""

    def encode(self, articles: Sequence[Article], *, at_start: bool) -> bytes:
        """Return the articles as rows."""
        rows = io.StringIO(newline="")
        writer = csv.writer(rows)
        if at_start:
            writer.writerow(_COLUMNS)
        writer.writerows([_cell(getattr(article, name)) for name in _COLUMNS] for article in articles)
        return strip_text(rows.getvalue()).encode()


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        value = "; ".join(value)
    elif isinstance(value, Mapping | bool):
        value = json.dumps(dict(value) if isinstance(value, Mapping) else value, ensure_ascii=False)
    if isinstance(value, str):
        value = value.replace("\0", "")
        return f"'{value}" if _FORMULA.match(value) else value
    return value


CSV: Final = make_format(CsvTable())
