"""Whether an answer's body is a page: its first bytes before its label."""

import re
from typing import Final

from scraper.errors import FetchError
from scraper.fetch.client import Answer
from scraper.magic import binary_kind
from scraper.reasons import Reason

_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
# Types that servers give when they do not know better: the bytes decide.
_VAGUE_TYPES: Final = frozenset(
    {"", "text/plain", "application/octet-stream", "binary/octet-stream", "unknown/unknown", "*/*"}
)
# What pages start with (WHATWG MIME Sniffing, section 7.1, and what sloppy pages add to it).
_MARKUP: Final = re.compile(
    rb"\s*<(?:!--|\?xml|(?:!doctype|html|head|body|meta|title|link|style|script|base|div|section|article|main|header|nav|p|h[1-6]|"
    rb"table|iframe|font|center|span|ul|ol|a|b|br)\b)",
    re.I,
)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_HEAD_BYTES: Final = 512
_VALUE: Final = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*"?)+')
_TYPE: Final = re.compile(r"[\w!#$%&'*+.^`|~-]+/[\w!#$%&'*+.^`|~-]+")


def media_type(answer: Answer) -> str:
    """Return the type without parameters, lower case; empty where there is none."""
    return _essence(_said_last(answer)[-1])


def charset_label(answer: Answer) -> str | None:
    """Return the header's charset, verbatim."""
    *others, last = _said_last(answer)
    same = [value for value in others if _essence(value) == _essence(last)]
    return next(filter(None, map(_charset, [last, *reversed(same)])), None)


def _said_last(answer: Answer) -> list[str]:
    """Return the header's values, the one that counts at the end: the last that is a type (WHATWG Fetch, "extract a MIME type").

    Two lines of one header are one line with a comma (RFC 9110, section 5.3), and servers behind servers send two.
    """
    header = answer.headers.get("content-type", "")
    types = [value for value in _VALUE.findall(header) if _TYPE.fullmatch(_essence(value)) and _essence(value) != "*/*"]
    return types or [header]


def _essence(value: str) -> str:
    return value.partition(";")[0].strip().lower()


def _charset(value: str) -> str | None:
    for parameter in value.split(";")[1:]:
        name, _, label = parameter.partition("=")
        if name.strip().lower() == "charset":
            return label.strip().strip("\"'") or None
    return None


def require_page(answer: Answer) -> None:
    """Check that the body is a page.

    Raises:
        FetchError: It is not (``not_html``), or there is none (``empty``).
    """
    label = media_type(answer)
    _require_text(answer.body, label, answer.url)
    # "html", "charset=utf-8": what is no type says nothing (WHATWG MIME Sniffing, section 7).
    is_vague = label in _VAGUE_TYPES or not _TYPE.fullmatch(label)
    if label not in _PAGE_TYPES and not (is_vague and _is_markup(answer.body)):
        raise _no_html(label, answer.url)


def require_source(body: bytes, label: str, url: str) -> None:
    """Check that a site's links can be looked for in what its start page gave: whatever its label, when it has markup.

    Raises:
        FetchError: As ``require_page``.
    """
    _require_text(body, label, url)
    if label not in _PAGE_TYPES and not _is_markup(body):
        raise _no_html(label, url)


def _require_text(body: bytes, label: str, url: str) -> None:
    if not body.strip():
        raise FetchError(f"{len(body)} bytes without any text", url=url, code=Reason.EMPTY)
    if kind := binary_kind(body):
        raise FetchError(f"{kind} labelled {label or 'nothing'}", url=url, code=Reason.NOT_HTML)


def _no_html(label: str, url: str) -> FetchError:
    return FetchError(f"media type {label or 'missing, and no HTML'}", url=url, code=Reason.NOT_HTML)


def _is_markup(body: bytes) -> bool:
    head = body[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    return head.startswith(_UTF16) or bool(_MARKUP.match(head)) or b"<html" in head.lower()
