"""Pages that are already here: one in this process, or many in processes that can be killed."""

from collections.abc import Iterable, Iterator

from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import CleanSettings


def clean(html: str | bytes, url: str | None = None, *, settings: CleanSettings | None = None) -> Article | Skipped:
    """Clean one page in this process.

    >>> clean("<html><body></body></html>").code
    <Reason.EMPTY: 'empty'>

    Args:
        html: The page; bytes are decoded by what they say about themselves.
        url: Its address: resolves its links, and gives the record its ``site`` and ``id``.
        settings: How to clean.

    Returns:
        The article, or the reason why the page is none.
    """
    from scraper.cleaner import clean_page

    is_text = isinstance(html, str)
    page = Page(
        body=html.encode("utf-8", "replace") if isinstance(html, str) else html,
        source=url or "<memory>",
        url=url,
        url_source="option" if url else None,
        http_charset="utf-8" if is_text else None,
        media_type="text/html",
    )
    return clean_page(page, settings or CleanSettings())


def clean_pages(
    pages: Iterable[Page | Skipped],
    *,
    settings: CleanSettings | None = None,
    processes: int | None = None,
    time_limit_s: float = 20.0,
) -> Iterator[Outcome]:
    """Clean pages in other processes and yield one outcome for each, in their order.

    Args:
        pages: Read one by one, a few ahead of what is yielded; what is skipped already passes through.
        settings: How to clean.
        processes: At most so many; by default one for each processor.
        time_limit_s: A page that takes longer is killed, tried once more, and skipped.
    """
    from scraper.workers import CleanerPool, default_processes

    with CleanerPool(settings or CleanSettings(), processes or default_processes(), time_limit_s) as pool:
        yield from pool.clean_all(pages)
