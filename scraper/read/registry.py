"""The readers: one row for each kind of file, and the way from an open file to its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from scraper.errors import ReadError
from scraper.read.files import read_html, read_text
from scraper.read.inputs import Input, Reader, open_stream
from scraper.read.kinds import HEAD_BYTES, Kind, count_telling, is_attachment, tell_kind
from scraper.read.mhtml import read_mhtml
from scraper.read.packed import PACKED_READERS
from scraper.read.tables import read_csv, read_json, read_json_lines
from scraper.read.tar import read_tar
from scraper.read.utf16 import Recoded, is_utf16
from scraper.read.warc import read_arc, read_warc
from scraper.read.zip import read_self_extracting, read_zip
from scraper.reasons import Reason, Stage
from scraper.records import Page, Skipped

READERS: Final[Mapping[Kind, Reader]] = {
    Kind.HTML: read_html,
    Kind.TEXT: read_text,
    Kind.SELF_EXTRACTING: read_self_extracting,
    Kind.MHTML: read_mhtml,
    Kind.JSON_LINES: read_json_lines,
    Kind.JSON: read_json,
    Kind.CSV: read_csv,
    Kind.WARC: read_warc,
    Kind.ARC: read_arc,
    Kind.ZIP: read_zip,
    Kind.TAR: read_tar,
    **PACKED_READERS,
}
"""For each kind of file, what yields its pages, or the files in it, and raises ``ReadError``."""

MAX_DEPTH: Final = 2
"""An archive in an archive is read; a third one around them is how bombs are built."""

_TABLES: Final = frozenset({Kind.JSON_LINES, Kind.JSON, Kind.CSV})
_ARCHIVES: Final = frozenset({Kind.ZIP, Kind.TAR})


def read_input(opened: Input) -> Iterator[Page | Skipped]:
    """Yield the pages of an open file, whatever it is; what cannot be read of it ends as a reason."""
    try:
        kind, opened = _tell(opened)
        if kind is None:
            return
        if kind in _ARCHIVES and opened.depth >= MAX_DEPTH:
            raise opened.error(Reason.UNREADABLE, f"archives nested over {MAX_DEPTH} deep")
        for item in READERS[kind](opened):
            if isinstance(item, Input):
                yield from read_input(item)
            else:
                yield item
    except ReadError as exc:
        yield Skipped(source=exc.url, stage=Stage.READ, code=exc.code, detail=str(exc))
    except OSError as exc:
        yield opened.skip(Reason.UNREADABLE, exc.strerror or type(exc).__name__)


def _tell(opened: Input) -> tuple[Kind | None, Input]:
    """The kind of a file, and the file, still to be read from its beginning.

    There is none for a picture, a style sheet and the like, which stand beside pages.

    Raises:
        ReadError: It is called a page and is none.
    """
    head = opened.file.peek(HEAD_BYTES)[:HEAD_BYTES]
    if (wanted := count_telling(head)) > HEAD_BYTES:
        head, opened = opened.look(wanted)
    kind = tell_kind(head, opened.name, opened.settings.html_column)
    if kind in _TABLES and is_utf16(head):
        opened = replace(opened, file=open_stream(Recoded(opened.file)), path=None)
    if isinstance(kind, Kind) and kind is not Kind.TEXT:
        return kind, opened
    if is_attachment(opened.name) and not opened.is_named:
        return None, opened
    if not isinstance(kind, Kind):
        raise opened.error(Reason.NOT_HTML, f"the file is no page but {kind}")
    return kind, opened
