"""What Python callers hand in: checked at the door, so that a slip is told by the call and not by what breaks in it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from scraper.records import Page, Skipped

_T = TypeVar("_T")


def or_default(settings: _T | None, kind: type[_T]) -> _T:
    """Return settings, or the defaults where there are none.

    >>> from scraper.settings import CleanSettings
    >>> or_default(None, CleanSettings) == CleanSettings()
    True

    Raises:
        TypeError: They are settings of another kind, or none.
    """
    if settings is None:
        return kind()
    if not isinstance(settings, kind):
        raise TypeError(f"settings must be {kind.__name__}(...), not {type(settings).__name__}")
    return settings


def list_paths(paths: str | Path | Iterable[str | Path]) -> list[Path]:
    """Return the paths that a caller named, one or several.

    >>> list_paths("saved/page.html")
    [PosixPath('saved/page.html')]
    """
    return [Path(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]


def check_pages(pages: Page | Iterable[Page | Skipped]) -> Iterator[Page | Skipped]:
    """Yield pages, one or many, as they come.

    Raises:
        TypeError: One is no page, or its body is text.
    """
    for page in (pages,) if isinstance(pages, Page | str | bytes) else pages:
        if not isinstance(page, Page | Skipped):
            raise TypeError(
                f"each page must be a scraper.Page, not {type(page).__name__}: make one with scraper.Page(body=...,"
                ' source="its name", media_type="text/html"), or give files to scraper.pipeline.clean_paths([...])'
            )
        if isinstance(page, Page) and not isinstance(page.body, bytes):
            raise TypeError(
                f"{page.source}: the body of a page must be bytes, not {type(page.body).__name__}: of text, give"
                ' text.encode(), with http_charset="utf-8"'
            )
        yield page
