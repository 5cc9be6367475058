"""What a page shows: made by the real cleaner, and taken apart again."""

from html.parser import HTMLParser

from scraper.cleaner.explain import explain_page
from scraper.cleaner.model import BlockModel
from scraper.records import Page
from scraper.report import Side
from scraper.settings import CleanSettings


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.found


def look(
    html: str, name: str = "now", model: BlockModel | None = None, url: str | None = "https://news.example/1"
) -> Side:
    page = Page(body=html.encode("utf-8", "replace"), source="saved.html", url=url, media_type="text/html")
    return Side(name=name, explanation=explain_page(page, CleanSettings(), model=model))


OURS = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "dl", "div", "dt", "dd", "span"),
    *("label", "input", "b", "main", "section", "kbd", "aside", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
    *("article", "ul", "li", "pre", "code", "blockquote", "em", "strong", "footer", "script"),
}  # fmt: skip
