"""Links of home and section pages: which look like articles, which like further sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scraper.urls import drop_session, site_of, trim

MAX_URL_CHARS: Final = 2_000
MAX_SAME_SEGMENT: Final = 3
"""Trap guards (FETCH.md, Discovery): longer URLs and paths that repeat a segment more often are not followed."""

_NOT_PAGES: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|css|js|json|xml|rss|pdf|zip|gz|mp[34]|m4a|webm|avi|mov|docx?|xlsx?|pptx?|apk|exe|woff2?)$",
    re.I,
)
# Parts of paths that lead to other things than articles, in many languages' sites.
_NOT_ARTICLES: Final = re.compile(
    r"/(?:tags?|category|categories|authors?|search|login|signin|register|account|profile|subscribe|newsletters?|privacy|terms|contact|"
    r"about(?:-us)?|imprint|impressum|datenschutz|kontakt|agb|abo|wp-admin|wp-login|wp-json|feed|rss|cart|checkout|print|amp|comments?|"
    r"page|seite|topics?|themen|archive?s?|archiv|video|galler(?:y|ies)|podcasts?|shop|jobs|cookie[\w-]*)(?:/|$)",
    re.I,
)
_DATE: Final = re.compile(r"/(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])(?:[/-]?(?:0[1-9]|[12]\d|3[01]))?(?:/|-|$)")
_ID: Final = re.compile(r"(?:^|[-_/.a-z])\d{5,}(?:\D|$)", re.I)
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_CALENDAR: Final = re.compile(
    r"(?:^|[?&;])(?:month|year|date|day|calendar|sort|order|filter|session|sid|replytocom)=", re.I
)


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Links of one page, in its order, each once."""

    articles: tuple[str, ...]
    sections: tuple[str, ...]


def read_links(tree: LexborHTMLParser, url: str) -> PageLinks:
    """Sort a page's links to its own site.

    Args:
        tree: The parsed page.
        url: Its address.
    """
    base = base_url(tree, url)
    site = site_of(url)
    articles: dict[str, None] = {}
    sections: dict[str, None] = {}
    for address in _own_links(tree, base, site):
        if looks_like_article(address):
            articles[address] = None
        elif looks_like_section(address):
            sections[address] = None
    for link in tree.css('link[rel~="next"][href], a[rel~="next"][href]'):
        following = _join_own(base, link.attributes.get("href") or "", site)
        if following and not is_trap(following):
            sections[following] = None
    return PageLinks(tuple(articles), tuple(sections))


def base_url(tree: LexborHTMLParser, url: str) -> str:
    """Return what a page's relative links are relative to: its ``<base href>``, else its own address."""
    tag = tree.css_first("base[href]")
    try:
        return urljoin(url, (tag.attributes.get("href") or "") if tag else "")
    except ValueError:
        return url


def _own_links(tree: LexborHTMLParser, base: str, site: str) -> Iterator[str]:
    for link in tree.css("a[href]"):
        href = (link.attributes.get("href") or "").strip()
        if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
            continue
        address = _join_own(base, href, site)
        if address and not is_trap(address) and not _NOT_PAGES.search(urlsplit(address).path):
            yield address


def _join_own(base: str, href: str, site: str) -> str | None:
    """Return a link's target without fragment and session, None for other sites and for what is no URL."""
    try:
        address = drop_session(urljoin(base, trim(href)).partition("#")[0])
        return address if site_of(address) == site else None
    except ValueError:
        return None


def is_trap(url: str) -> bool:
    """Tell whether a URL has the marks of an endless space: too long, a segment again and again, calendars, sessions."""
    if len(url) > MAX_URL_CHARS:
        return True
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    return any(segments.count(segment) > MAX_SAME_SEGMENT for segment in set(segments)) or bool(
        _CALENDAR.search(parts.query) or _CALENDAR.search(parts.path)
    )


def looks_like_article(url: str) -> bool:
    """Tell by the shape of its path whether a URL is likely an article's: a date, a number, a slug of several words."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    last = path.rpartition("/")[2]
    if not last or _NOT_ARTICLES.search(path + "/"):
        return False
    stem = re.sub(r"\.\w{2,5}$", "", last)
    if _DATE.search(path) and (_WORDS.search(stem) or _ID.search(stem)):
        return not re.fullmatch(r"[\d/-]+", stem) or bool(_ID.search(stem))
    words = len(_WORDS.findall(stem))
    slug = stem.count("-") + stem.count("_")
    if slug >= 2 and words >= 3:
        return True
    if not stem.isascii() and len(stem) >= 8:
        return True
    return bool(_ID.search(stem)) or (last != stem and bool(re.search(r"\d", stem)) and stem not in ("index",))


def looks_like_section(url: str) -> bool:
    """Tell whether a URL may be a page of links: a short path of plain words, or a further page of one."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    if _NOT_ARTICLES.search(parts.path.rstrip("/") + "/"):
        return bool(
            re.search(r"/(?:category|categories|topics?|themen|archive?s?|archiv|page|seite)/", parts.path + "/", re.I)
        )
    return len(segments) <= 4 and len(parts.query) <= 40
