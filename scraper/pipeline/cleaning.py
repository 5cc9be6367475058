"""Pages that are already here: one in this process, or many in processes that can be killed."""

from collections.abc import Iterable, Iterator
from typing import Final

from scraper.pipeline.arguments import check_pages, or_default
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import CleanSettings

_WEB: Final = ("http://", "https://")
_ENDINGS: Final = tuple(".html .htm .xhtml .mhtml .mht .txt .php .asp .aspx .jsp".split())
_NAME_CHARS: Final = 4_096  # the longest path (PATH_MAX)


def clean(html: str | bytes, url: str | None = None, *, settings: CleanSettings | None = None) -> Article | Skipped:
    """Clean one page in this process.

    >>> clean("<html><body></body></html>").code
    <Reason.EMPTY: 'empty'>

    Args:
        html: The page; bytes are decoded by what they say about themselves. What a browser, a mirror or the Wayback Machine wrote
            into a saved page is taken out.
        url: Its address: resolves its links, and gives the record its ``site`` and ``id``. Without one, what the program that saved
            the page wrote into it.
        settings: How to clean.

    Returns:
        The article, or the reason why the page is none.

    Raises:
        TypeError: ``html`` is neither text nor bytes, ``url`` is no text, or ``settings`` is something else.
        ValueError: ``html`` is the name of a page, not the page.
    """
    from scraper.cleaner import clean_page
    from scraper.read.origins import Origin, find_origin

    _check_page(html)
    settings = or_default(settings, CleanSettings)
    if not isinstance(url, str | None):
        raise TypeError(f"an address is str, not {type(url).__name__}")
    found, body = find_origin(html.encode("utf-8", "replace") if isinstance(html, str) else html, name="")
    origin = Origin(url=url, url_source="option").or_else(found)
    page = Page(
        body=body,
        source=url or "<memory>",
        http_charset="utf-8" if isinstance(html, str) else None,
        media_type="text/html",
    )
    return clean_page(origin.mark(page), settings)


def _check_page(html: object) -> None:
    if not isinstance(html, str | bytes):
        raise TypeError(f"a page is str or bytes, not {type(html).__name__}: of a file, give path.read_bytes()")
    if isinstance(html, str) and _is_name(html):
        raise ValueError(
            f"{html[:200]!r} is the name of a page, not the page: give Path(...).read_bytes(), or"
            " scraper.pipeline.clean_paths([...]) for files and scraper.scrape([...], ...) for URLs"
        )


def _is_name(text: str) -> bool:
    """Whether a text is one line without markup that is an address, or ends as the names of saved pages do."""
    if len(text) > _NAME_CHARS or "<" in text:
        return False
    name = text.strip().lower()
    is_address = name.startswith(_WEB) and len(name.split()) == 1
    return is_address or (name.endswith(_ENDINGS) and "\n" not in name)


def clean_pages(
    pages: Page | Iterable[Page | Skipped],
    *,
    settings: CleanSettings | None = None,
    processes: int | None = None,
    time_limit_s: float = 20.0,
) -> Iterator[Outcome]:
    """Clean pages in other processes and yield one outcome for each, in their order.

    Args:
        pages: One or many, read one by one, a few ahead of what is yielded; what is skipped already passes through.
        settings: How to clean.
        processes: At most so many; by default one for each processor.
        time_limit_s: A page that takes longer is killed, tried once more, and skipped.

    Raises:
        TypeError: Something in ``pages`` is no page, or ``settings`` is something else.
        ValueError: ``processes`` or ``time_limit_s`` is below what makes sense.
    """
    from scraper.workers import CleanerPool, default_processes

    with CleanerPool(or_default(settings, CleanSettings), processes or default_processes(), time_limit_s) as pool:
        yield from pool.clean_all(check_pages(pages))
