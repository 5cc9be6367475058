"""Sources that cannot be read, as they are told of."""

from scraper.errors import FetchError
from scraper.fetch.answers import Fetched
from scraper.fetch.media import require_source
from scraper.magic import binary_kind
from scraper.reasons import Reason, Stage
from scraper.records import Skipped


def at_discovery(skipped: Skipped) -> Skipped:
    """Return a source that was not fetched."""
    return Skipped(
        source=skipped.source,
        url=skipped.url,
        stage=Stage.DISCOVER,
        code=skipped.code,
        detail=skipped.detail,
        status=skipped.status,
        attempts=skipped.attempts,
    )


def no_feed(url: str, result: Fetched) -> Skipped:
    """Return a source that was to be a feed."""
    kind = binary_kind(result.page.body)
    return _unread(url, result, Reason.UNDECODABLE, f"no feed in {kind}" if kind else "no feed")


def broken(url: str, result: Fetched, error: FetchError) -> Skipped:
    """Return a source that is what it was to be, and cannot be read."""
    return _unread(url, result, error.code, str(error))


def no_page(url: str, result: Fetched) -> Skipped | None:
    """Return a start page in which no link can be found; ``None`` where it is a page."""
    try:
        require_source(result.page.body, result.page.media_type or "", url)
    except FetchError as error:
        return broken(url, result, error)
    return None


def _unread(url: str, result: Fetched, code: Reason, detail: str) -> Skipped:
    return Skipped(
        source=url,
        url=url,
        stage=Stage.DISCOVER,
        code=code,
        detail=detail,
        status=result.page.status,
        attempts=result.attempts,
    )
