"""The values that the frontier takes and gives."""

from dataclasses import dataclass
from enum import StrEnum


class Offered(StrEnum):
    """What an offered URL meant to the frontier.

    ``KNOWN`` has an article that is held, ``WITHOUT_ARTICLE`` gave none, ``REPEATED`` was offered in this run before. ``DOUBTED``
    is known, and its newer date is to be offered again: it is not believed yet.
    """

    NEW = "new"
    NEWER = "newer"
    WAITING = "waiting"
    KNOWN = "known"
    DOUBTED = "doubted"
    WITHOUT_ARTICLE = "without_article"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A URL that a source lists.

    Attributes:
        key: What identifies it; one URL has one row.
        hint_date: The source's date for it, ISO 8601 in UTC to the second, or empty. Dates are compared as text.
    """

    key: str
    url: str
    found_in: str | None = None
    hint_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A URL that this run has taken on.

    Attributes:
        failures: Runs in a row in which it failed.
        body_hash: Of the body that its record was made from; ``None`` when there is no record.
        record_id: The record it has given before.
        final_url: Where redirects ended then.
    """

    url_id: int
    key: str
    url: str
    failures: int = 0
    final_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    record_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """When to try a failed URL again, and how many runs in a row it has failed by then."""

    next_at: str
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFacts:
    """What the answer to a request said, kept for the next one."""

    fetched_at: str
    attempts: int
    status: int | None = None
    final_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How an answer came over the network.

    Attributes:
        response_ms: From the request to the last byte, redirects included.
        wire_bytes: Received, before decompression.
        body_bytes: The page, after it.
        final_url: Where redirects ended; ``None`` for a 304.
    """

    response_ms: int
    wire_bytes: int = 0
    body_bytes: int = 0
    final_url: str | None = None
