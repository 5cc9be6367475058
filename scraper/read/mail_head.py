"""Mail, and MHTML, which is mail by form, told by its header (RFC 5322, section 2.2)."""

import re
from typing import Final

MAX_HEAD_BYTES: Final = 65_536
"""So much of what begins as mail is looked at for its type: relays, filters and signatures write headers of 10 kB and more."""

BOM: Final = b"\xef\xbb\xbf"

_USUAL: Final = re.compile(
    rb"(From|To|Cc|Bcc|Subject|Date|Sender|Reply-To|Message-ID|In-Reply-To|References|MIME-Version|Return-Path|Received"
    rb"|Received-SPF|Delivered-To|Envelope-To|Authentication-Results|DKIM-Signature|Snapshot-Content-Location|User-Agent"
    rb"|(?:ARC|Content|List|X)-[\w-]+)[ \t]*:",
    re.I,
)
_FIELD: Final = re.compile(rb"[!-9;-~]+[ \t]*:")
_TYPE: Final = re.compile(rb"Content-Type[ \t]*:\s*(?:multipart/[\w-]|text/html)", re.I)
_LINE_END: Final = re.compile(rb"\r?\n|\r")
_BLANK_LINE: Final = re.compile(rb"(?:\r\n|\n|\r(?!\n))(?:\r?\n|\r)")
_FOLDED: Final = re.compile(rb"(?:\r\n|\n|\r)(?=[ \t])")
_MAILBOX: Final = re.compile(rb"From \S[^\r\n]* \d{4}(?: [+-]\d{4})?[ \t]*\r?\n")  # RFC 4155, appendix A
_MIN_USUAL: Final = 2


def count_head(head: bytes) -> int:
    """Return how many bytes of a file must be seen to tell mail, 0 where it is none or these are enough."""
    begins = _USUAL.match(head.removeprefix(BOM)) is not None
    return MAX_HEAD_BYTES if begins and not _BLANK_LINE.search(head) else 0


def is_page_mail(head: bytes) -> bool:
    r"""Whether a file begins as a message that may have a page in it: a header of nothing but fields, two of them usual.

    >>> is_page_mail(b"Subject: Today\r\nContent-Type: text/html\r\n\r\n")
    True
    >>> is_page_mail(b"Subject: what mail has\nContent-Type: so has that, e.g. text/html\n\n")
    False
    """
    head = head.removeprefix(BOM)
    end = _BLANK_LINE.search(head) if _USUAL.match(head) else None
    if end is None:
        return False
    fields = _LINE_END.split(_FOLDED.sub(b"", head[: end.start()]))
    usual = {found[1].lower() for field in fields if (found := _USUAL.match(field))}
    return len(usual) >= _MIN_USUAL and all(map(_FIELD.match, fields)) and any(map(_TYPE.match, fields))


def is_mailbox(head: bytes) -> bool:
    """Whether a file begins as many messages in one file, mbox."""
    head = head.removeprefix(BOM)
    begin = _MAILBOX.match(head)
    return begin is not None and _USUAL.match(head, begin.end()) is not None
