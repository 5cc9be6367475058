"""Sitemaps (sitemaps.org 0.9, Google's news and language extensions): also cut off, gzipped or with odd prefixes."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urljoin

from scraper.errors import FetchError
from scraper.fetch.discover.dates import read_moment
from scraper.fetch.discover.packed import MAX_BYTES, unpack, unpack_head
from scraper.fetch.discover.references import escape_ampersands, join_surrogates
from scraper.reasons import Reason
from scraper.urls import site_of

USUAL_PATHS: Final = ("/sitemap.xml", "/sitemap_index.xml", "/sitemap-news.xml", "/news-sitemap.xml", "/sitemap.txt")
MAX_ENTRIES: Final = 50_000
"""sitemaps.org: a file may list no more."""


NEWS_WINDOW: Final = timedelta(days=2)
MAX_NEWS: Final = 1_000
"""Google, "News sitemaps": articles of the last two days, at most 1,000. What a file lists beyond is a site's archive, which its
other sitemaps hold with the dates of changes."""

_HEAD_BYTES: Final = 4_096
_ROOT: Final = re.compile(rb"<(?:[\w-]+:)?(?:urlset|sitemapindex)\b", re.I)

_FIRST_MOMENT: Final = datetime.min.replace(tzinfo=UTC)

# Which fields are read, by the element around them: pictures and videos have a loc and a title of their own.
_FIELDS: Final = {
    **dict.fromkeys(("url", "sitemap"), frozenset({"loc", "lastmod"})),
    "news": frozenset({"publication_date", "title"}),
}


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One line of a sitemap: an address, and a date where it has one.

    Attributes:
        is_news: The date is that of publication, by the news extension.
    """

    url: str
    date: str | None
    title: str | None = None
    is_news: bool = False


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists: further sitemaps or pages."""

    children: tuple[SitemapEntry, ...]
    pages: tuple[SitemapEntry, ...]


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """Read a sitemap; what stands before the first error is kept.

    Raises:
        FetchError: No sitemap (``undecodable``), or too large when unpacked (``too_large``).
    """
    body = unpack(body, url)
    head = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<"):
        children, pages, known = _read_xml(head, url)
        if not known:
            raise FetchError("no sitemap", url=url, code=Reason.UNDECODABLE)
        return Sitemap(tuple(children), tuple(pages))
    lines = (line.strip() for line in head[:MAX_BYTES].decode("utf-8", "replace").splitlines()[:MAX_ENTRIES])
    pages = [SitemapEntry(line, None) for line in lines if line.startswith(("http://", "https://"))]
    if not pages:
        raise FetchError("no sitemap", url=url, code=Reason.UNDECODABLE)
    return Sitemap((), tuple(pages))


def is_sitemap(body: bytes) -> bool:
    """Tell whether the bytes look like a sitemap, whatever their label; of packed ones their first bytes alone are unpacked."""
    head = unpack_head(body, _HEAD_BYTES).removeprefix(b"\xef\xbb\xbf").lstrip()[:_HEAD_BYTES]
    if head.startswith(b"<"):
        return _ROOT.search(head) is not None and b"<html" not in head.lower()
    return head.startswith((b"http://", b"https://"))


def drop_old_news(pages: Iterable[SitemapEntry], *, by_date: bool) -> list[SitemapEntry]:
    """Return a sitemap's pages without the news that a news sitemap should not list any more.

    The window ends with the newest entry and not today: a site that rests loses nothing, and neither does a clock that is wrong.

    Args:
        pages: As read.
        by_date: Whether the window holds; where the caller wants all since a day, only the number counts.
    """
    dated = [(page, read_moment(page.date) if page.is_news else None) for page in pages]
    newest = max((when for _, when in dated if when), default=None)
    if newest is None:
        return [page for page, _ in dated]
    first = newest - min(NEWS_WINDOW, newest - _FIRST_MOMENT) if by_date else _FIRST_MOMENT
    times = sorted((when for _, when in dated if when and when >= first), reverse=True)
    first = times[MAX_NEWS - 1] if len(times) > MAX_NEWS else first
    return [page for page, when in dated if when is None or when >= first]


@dataclass(slots=True)
class _Element:
    """One ``url`` or ``sitemap`` element."""

    fields: dict[str, str] = field(default_factory=dict)
    alternates: list[str] = field(default_factory=list)

    def add(self, name: str, element: Any) -> None:
        """Take what is of use in an element inside it."""
        if name == "link":  # Google, "Localized versions of your pages": xhtml:link with hreflang
            if element.get("hreflang", "x-default").lower() != "x-default":
                self.alternates.append(element.get("href") or "")
        elif name in _FIELDS.get(_local_name(element.getparent()), ()) and (text := _text_of(element)):
            self.fields.setdefault(name, text)

    def entry(self, url: str) -> SitemapEntry | None:
        """Return what it lists, None for nothing."""
        address = _join(url, self.fields.get("loc", "")) if self.fields.get("loc") else ""
        news = self.fields.get("publication_date")
        date = news or self.fields.get("lastmod")
        return SitemapEntry(address, date, self.fields.get("title"), bool(news)) if address else None


def _read_xml(body: bytes, url: str) -> tuple[list[SitemapEntry], list[SitemapEntry], bool]:
    children: dict[str, SitemapEntry] = {}
    pages: dict[str, SitemapEntry] = {}
    versions: dict[str, SitemapEntry] = {}
    known = False
    for kind, element in _elements(body):
        known = True
        entry = element.entry(url)
        if entry:
            (children if kind == "sitemap" else pages).setdefault(entry.url, entry)
            for address in _own_alternates(element, entry, url):
                versions.setdefault(address, SitemapEntry(address, entry.date, is_news=entry.is_news))
        if len(children) + len(pages) >= MAX_ENTRIES or len(versions) >= MAX_ENTRIES:
            break
    return list(children.values()), list({**versions, **pages}.values())[:MAX_ENTRIES], known


def _own_alternates(element: _Element, entry: SitemapEntry, url: str) -> Iterator[str]:
    """Yield the page's versions in other languages on its own site; other sites' are theirs to list."""
    for href in element.alternates:
        address = _join(url, href)
        try:
            if address and address != entry.url and site_of(address) == site_of(entry.url):
                yield address
        except ValueError:
            continue


def _join(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def _text_of(element: Any) -> str:
    try:
        return (element.text or "").strip()
    except UnicodeDecodeError:  # as below
        return ""


def _local_name(element: Any) -> str:
    """The name without namespace, lower case; a prefix that nobody declared stays in the tag."""
    try:
        tag = element.tag if element is not None and isinstance(element.tag, str) else ""
    except UnicodeDecodeError:  # the parser goes over half a character, and its own text is no text then
        return ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _elements(body: bytes) -> Iterator[tuple[str, _Element]]:
    """Yield each entry's kind and what is in it; prefixes and namespaces differ in the wild."""
    from lxml import etree

    found = _Element()
    parser = etree.iterparse(
        io.BytesIO(escape_ampersands(join_surrogates(body))),
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
    )
    try:
        for _, element in parser:
            name = _local_name(element)
            if name in ("sitemap", "url"):
                yield name, found
                found = _Element()
                element.clear()
                while (parent := element.getparent()) is not None and element.getprevious() is not None:
                    del parent[0]
            elif name in ("urlset", "sitemapindex"):
                yield name, _Element()
            else:
                found.add(name, element)
    except etree.XMLSyntaxError:
        return
