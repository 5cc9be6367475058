"""Pages saved from the Wayback Machine: without its toolbar, with the addresses they had."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

_PREFIX: Final = re.compile(r"https?://(?:[\w-]+\.)?archive\.org(?::\d+)?/web/(\d{4,14})(?:[a-z]{2}_)?/(\S+)", re.I)
# What its player is told: the address and the moment.
_PLAYER: Final = re.compile(rb'__wm\.wombat\(\s*"([^"]+)"\s*,\s*"(\d{14})"')
_ARCHIVED_ON: Final = re.compile(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d{1,2}, \d{4})")
_OWN_LINK: Final = re.compile(
    rb"<(?:link\b[^<>]*\brel\s*=\s*[\"']?canonical|meta\b[^<>]*og:url)[^<>]*?(https?://[\w.-]*archive\.org/web/\d{4,14}[^\"'\s>]+)",
    re.I,
)
_NAME: Final = b"archive.org"
_SIGNS: Final = (b"BEGIN WAYBACK TOOLBAR INSERT", b"__wm.wombat", b"FILE ARCHIVED ON")
_HEAD_BYTES: Final = 65_536
_TAIL_BYTES: Final = 4_096

# How each begins, and the words that it ends with.
_INSERTS: Final = (
    (re.compile(rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->"), b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (re.compile(rb"(?<=>)\s*<script[^<>]*archive\.org/"), b"<!-- End Wayback Rewrite JS Include -->"),
    (re.compile(rb"<!--\s*FILE ARCHIVED ON"), b"-->"),
    (re.compile(rb"<!--\s*playback timings"), b"-->"),
)
_REWRITTEN: Final = re.compile(
    rb"(?:(?:https?:)?//(?:[\w-]+\.)?archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:|//|mailto:)"
)


def split_address(url: str | None) -> tuple[str | None, str] | None:
    """Return when a page was archived and its own address, from its address in the archive.

    >>> split_address("https://web.archive.org/web/20261126080015/https://example.org/a")
    ('2026-11-26T08:00:15+00:00', 'https://example.org/a')
    """
    found = _PREFIX.fullmatch(url) if url else None
    return (_moment(found[1]), found[2]) if found else None


def archived_at(body: bytes) -> tuple[str | None, str] | None:
    """Return the same from what the archive wrote into a page; ``None`` for any other page."""
    if _NAME not in body:  # one look through the page instead of six
        return None
    head, tail = body[:_HEAD_BYTES], body[-_TAIL_BYTES:]
    if not any(sign in head or sign in tail for sign in _SIGNS):
        return None
    if player := _PLAYER.search(head):
        return _moment(player[2].decode()), player[1].decode("utf-8", "replace")
    own = _OWN_LINK.search(head)
    split = split_address(own[1].decode("utf-8", "replace")) if own else None
    on = _ARCHIVED_ON.search(tail)
    return (_moment(on[1].decode(), "%H:%M:%S %b %d, %Y") or split[0], split[1]) if split and on else split


def restore(body: bytes) -> bytes:
    """Return the page as it was archived."""
    for begin, end in _INSERTS:
        body = b"".join(_outside(body, begin, end))
    return _REWRITTEN.sub(b"", body)


def _outside(body: bytes, begin: re.Pattern[bytes], end: bytes) -> Iterator[bytes]:
    """Yield what stands outside inserts; one expression for both ends would look for a missing end from each beginning."""
    place = 0
    while found := begin.search(body, place):
        close = body.find(end, found.end())
        if close < 0:
            break
        yield body[place : found.start()]
        place = close + len(end)
    yield body[place:]


def _moment(stamp: str, form: str = "%Y%m%d%H%M%S") -> str | None:
    """A time stamp of 14 digits, or of another form; of shorter ones only the archive's own redirects know what they mean."""
    try:
        return datetime.strptime(stamp, form).replace(tzinfo=UTC).isoformat() if len(stamp) >= 14 else None
    except ValueError:
        return None
