"""MHTML, a page with its pictures as one mail message (RFC 2557), and mail with a page in it."""

import re
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.parser import BytesParser
from typing import Final

from scraper.read.files import make_page
from scraper.read.inputs import Input
from scraper.read.mail_head import BOM
from scraper.read.origins import Origin, mail_date
from scraper.reasons import Reason
from scraper.records import Page

MAX_BYTES: Final = 200_000_000
"""With the pictures in it, a message may be larger than a page."""

_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
# From Python's parser, where a parameter's parts are counted in one place alone, or an encoding's name has a NUL (RFC 2231).
_BAD_HEADER: Final = (TypeError, ValueError)
_END_BYTES: Final = 1_000  # caches and counters write comments behind a page
_BLANKS: Final = re.compile(r"\s+")  # long addresses are folded over lines


def read_mhtml(opened: Input) -> Iterator[Page]:
    """Yield the page in a message.

    Raises:
        ReadError: It is too large, its headers cannot be read, there is no page in it, or half of one.
    """
    data = opened.file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise opened.error(Reason.TOO_LARGE, f"message over {MAX_BYTES:,} bytes")
    try:
        # The compat32 policy: it takes nearly any header without complaint.
        message = BytesParser().parsebytes(data.removeprefix(BOM))
    except _BAD_HEADER as exc:
        raise opened.error(Reason.UNREADABLE, f"headers that cannot be read: {exc}") from exc
    root = _find_root(message)
    body = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(body, bytes) or not body.strip():
        raise opened.error(Reason.EMPTY, "no page in this message")
    if _is_cut(message, root, body):
        raise opened.error(Reason.TRUNCATED, "the file ends in the middle of this page")
    yield make_page(opened, body, root.get_content_type(), carried=_origin(message, root), charset=_charset(root))


def _find_root(message: Message) -> Message | None:
    """The part that the message calls its start, else the first one that is a page (RFC 2387, section 3.2)."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGE_TYPES]
    try:
        start = message.get_param("start")
    except _BAD_HEADER:
        start = None
    named = (part for part in pages if start and _header(part, "Content-ID") == str(start))
    return next(named, pages[0] if pages else None)


def _is_cut(message: Message, root: Message, body: bytes) -> bool:
    """Whether the file ends within the page: it is the last part, and neither it nor the message has its end."""
    *_, last = message.walk()
    is_open = any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in message.walk() for defect in part.defects)
    return is_open and last is root and b"</html>" not in body[-_END_BYTES:].lower()


def _origin(message: Message, root: Message) -> Origin:
    url = _header(message, "Snapshot-Content-Location") or _header(root, "Content-Location")
    is_address = url.lower().startswith(("http://", "https://"))
    date = message.get("Date")
    return Origin(
        url=url if is_address else None,
        url_source="mhtml",
        date=mail_date(str(date)) if date else None,
        date_source="mhtml",
    )


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _BAD_HEADER:
        return None


def _header(part: Message, name: str) -> str:
    return _BLANKS.sub("", str(part.get(name, "")))
