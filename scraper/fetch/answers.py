"""What a fetch ends as, and what is remembered of a host."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from scraper.records import Page, Skipped


class Accept(Enum):
    """What the caller can use: an HTML page, or whatever discovery reads (feeds, sitemaps, also compressed)."""

    PAGE = "page"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask "changed since?" with, verbatim (RFC 9110, section 13).

    Attributes:
        url: Where redirects ended when it gave them: they say nothing of any other address. None is the address that is asked for.
    """

    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page was downloaded whole.

    Attributes:
        page: ``page.source`` is the URL that was asked for, ``page.url`` where redirects ended.
        attempts: Requests made for it, redirects not counted.
        aliases: URLs that redirect to the page for good (301, 308).
        wire_bytes: Size before decompression.
        response_s: From the request to its last byte, redirects included, without waiting for the host's turn.
    """

    page: Page
    validators: Validators
    attempts: int
    aliases: tuple[str, ...] = ()
    wire_bytes: int = 0
    response_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server says that the page is as it was (304); ``response_s`` as in ``Fetched``."""

    url: str
    attempts: int
    response_s: float = 0.0


FetchResult: TypeAlias = Fetched | NotModified | Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRecord:
    """What is remembered of a host between runs. Times in seconds since 1970.

    Attributes:
        host: The origin.
        robots_body: Last robots.txt that was read with status 200, else None.
        robots_status: Status of the last good look, 200 or 4xx.
        robots_max_age_s: How long that look holds.
        robots_failing_since: The first of the looks since then that all failed.
        not_before: The host is not to be asked earlier: it said so, or its pause after the last request is not over.
    """

    host: str
    robots_body: bytes | None = None
    robots_status: int | None = None
    robots_fetched_at: float | None = None
    robots_max_age_s: float = 86_400.0
    robots_failing_since: float | None = None
    not_before: float | None = None
