"""What a run tells on its way: one event for each URL."""

from dataclasses import dataclass
from enum import StrEnum

from scraper.reasons import PageClass, Reason


class Result(StrEnum):
    """How a URL's way through the run ended."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlEvent:
    """The last word on one URL in one run.

    Attributes:
        site: As in ``RunSummary.sites``.
        reason: Why it was skipped, from the closed list.
        detail: The same for a person.
        attempts: Requests made.
        elapsed_ms: From the first request to the record.
        response_ms: From the request to its last byte, redirects included; at least 1 where a server answered, else 0.
        wire_bytes: Received, before decompression.
        body_bytes: The page, after it.
        charset_source: What told the charset.
        record_id: Of the article.
        is_as_before: It was asked for again and gave no article again, for a reason that mostly stays so.
    """

    site: str
    url: str
    outcome: Result
    reason: Reason | None = None
    detail: str | None = None
    status: int | None = None
    attempts: int = 0
    elapsed_ms: int = 0
    response_ms: int = 0
    wire_bytes: int = 0
    body_bytes: int = 0
    page_class: PageClass | None = None
    charset: str | None = None
    charset_source: str | None = None
    record_id: str | None = None
    title: str | None = None
    is_as_before: bool = False
