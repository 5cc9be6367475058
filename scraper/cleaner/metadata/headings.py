"""Headings: which is the headline where no ``h1`` is, and which the site's logo."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.addresses import FRONT, is_front_address
from scraper.cleaner.metadata.markup import Markup, text_of
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import is_short
from scraper.cleaner.metadata.titles import Titles

MAX_LESSER_HEADINGS: Final = 30
MAX_HEADING_CHARS: Final = 300
# Where a headline stands that is no h1; the last, for pages without an h1 of their own, finds two (wcxb-dev, snippet set, 2026-11).
_LESSER: Final = ("h2, h3, h4", "[role=heading], b, strong, big, font", "[class*=itle], [class*=eadline]")
_FURNITURE: Final = frozenset(("a", "footer", "nav"))

_SCRIPT: Final = re.compile(r"/(?:(?:index|default|home)\.[a-z]{3,5})?$", re.I)
# Elements climbed for what a heading stands in.
MAX_CLIMB: Final = 40


def is_logo(heading: LexborNode, markup: Markup) -> bool:
    """Whether a heading is a link to the site's front page, and nothing else: its name."""
    link = heading.css_first("a[href]")
    return link is not None and leads_home(link, markup) and text_of(link) == text_of(heading)


def is_front(markup: Markup) -> bool:
    """Whether a page's address, or the one that it states, is known to be that of a site's front page."""
    return is_front_address(markup.url) or is_front_address(markup.canonical)


def leads_home(link: LexborNode, markup: Markup) -> bool:
    """Whether a link leads to the site's front page."""
    try:
        pages = [urlsplit(address) for address in (markup.url, markup.canonical) if address]
        raw = urlsplit(link.attributes["href"] or "")
        if raw.query or (raw.netloc and raw.hostname not in {page.hostname for page in pages}):
            return False
        href = urlsplit(urljoin(pages[0].geturl(), raw.geturl())) if pages and raw.path else raw
    except ValueError:
        return False
    is_root = FRONT.fullmatch(href.path) is not None or (not href.path and bool(href.netloc))
    return is_root and not _is_below_root(href, pages)


def _is_below_root(href: SplitResult, pages: Sequence[SplitResult]) -> bool:
    """Whether an address is the page's own, and not that of a site's front page: "UK" on /uk/ is no name of the site."""
    path = _SCRIPT.sub("", href.path)
    return bool(path) and any(_SCRIPT.sub("", page.path) == path for page in pages)


def lesser_headline(markup: Markup, titles: Titles) -> LexborNode | None:
    """Return the lesser heading that is the headline, on pages that keep ``h1`` for the site's name or have none.

    Pages from before style sheets have no headings at all, but large and bold type. Without an ``h1``, one that is most of
    ``<title>`` may stand behind the site's name, before the section's or at its end.
    """
    stated = titles.stated()
    whole = fold_words(titles.page_title) if titles.heading is None else ""
    is_named = titles.heading is None or titles.is_agreed
    for selector in _LESSER if is_named else _LESSER[:-1]:
        for node in markup.tree.css(selector)[:MAX_LESSER_HEADINGS]:
            said = fold_words(text_of(node, MAX_HEADING_CHARS))
            if said in stated or (2 * len(said) >= len(whole) > 0 and said in whole[1:-1]):
                if _is_in_menu(node, markup):
                    continue
                return node
            if 2 * len(said) >= len(whole) > len(said) and whole.endswith(said) and not is_furniture(node, markup):
                return node
    return None


def _is_in_menu(node: LexborNode, markup: Markup) -> bool:
    """Whether a word stands in a link to another page: a section's name, as a menu has it."""
    around = node.parent
    is_link = around is not None and around.tag == "a" and bool(markup.url) and not _leads_here(around, markup)
    return is_link and is_short(text_of(node, MAX_HEADING_CHARS), 1)


def is_furniture(node: LexborNode, markup: Markup) -> bool:
    """Whether an element is a link to another page or stands in one, or in the page's header, footer or menu.

    The header of an article is none of the page's.
    """
    link = node.css_first("a")
    if link is not None and not _leads_here(link, markup):
        return True
    is_in_header = False
    around: LexborNode | None = node
    for _ in range(MAX_CLIMB):
        if around is None:
            return is_in_header
        if around.tag == "article":
            is_in_header = False
        elif around.tag == "header":
            is_in_header = True
        elif around.tag in _FURNITURE and not (around.tag == "a" and _leads_here(around, markup)):
            return True
        around = around.parent
    return is_in_header


def _leads_here(link: LexborNode, markup: Markup) -> bool:
    """Whether a link leads to the page itself, as the headlines of some content systems do."""
    try:
        page = urlsplit(markup.url or markup.canonical or "")
        href = urlsplit(urljoin(page.geturl(), link.attributes.get("href") or ""))
    except ValueError:
        return False
    is_named = len(page.path) > 1 or bool(page.query)
    return is_named and (href.hostname, href.path, href.query) == (page.hostname, page.path, page.query)
