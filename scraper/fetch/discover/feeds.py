"""Feeds: RSS, Atom, RDF and JSON Feed, also malformed ones, and where a page says they are."""

from datetime import UTC, datetime
from time import struct_time
from typing import Any, Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from scraper.errors import FetchError
from scraper.fetch.discover.feed_head import shorten_head
from scraper.fetch.discover.found import Candidate
from scraper.fetch.discover.links import base_url
from scraper.fetch.discover.packed import unpack, unpack_head
from scraper.fetch.discover.references import join_surrogates
from scraper.json_text import decode_json
from scraper.reasons import Reason

FEED_TYPES: Final = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
    }
)
USUAL_PATHS: Final = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
"""Looked at where a page names no feed: WordPress, Drupal, Hugo, Jekyll and common habit."""

MAX_TAGS: Final = 200_000
"""The parser takes 25 microseconds for a tag (feedparser 6.0.14, 2026-11): these are 5 s, in which the run does nothing else."""

MAX_BASES: Final = 2_000
"""Bases that are relative to each other grow: 2,000 in each other take 0.4 s, 8,000 take 4.6."""

_HEAD_BYTES: Final = 4096
_LINK_WORDS: Final = ("rss", "atom", "feed")


def is_feed(body: bytes) -> bool:
    """Tell whether the bytes look like a feed, whatever their label; of packed ones their first bytes alone are unpacked."""
    head = unpack_head(body, _HEAD_BYTES).removeprefix(b"\xef\xbb\xbf").lstrip()[:_HEAD_BYTES].lower()
    if head.startswith(b"{"):
        return b"jsonfeed.org" in head
    return (
        head.startswith(b"<")
        and any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))
        and b"<html" not in head
    )


def find_feeds(tree: LexborHTMLParser, url: str) -> list[str]:
    """Return the feeds that a page names: its alternate links, else links that look like feeds."""
    base = base_url(tree, url)
    named = [
        href
        for link in tree.css('link[rel~="alternate"][href]')
        if _is_feed_type(link.attributes.get("type") or "") and (href := link.attributes.get("href"))
    ]
    if not named:
        links = (link.attributes.get("href") or "" for link in tree.css("a[href]"))
        named = [href for href in links if _names_feed(href)][:5]
    return list(dict.fromkeys(_join(base, href) for href in named if _join(base, href)))


def _is_feed_type(label: str) -> bool:
    return label.partition(";")[0].strip().lower() in FEED_TYPES


def _names_feed(href: str) -> bool:
    last = href.lower().rstrip("/").rpartition("/")[2].partition("?")[0]
    return last.partition(".")[0] in _LINK_WORDS or last.endswith((".rss", ".atom", ".rdf"))


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip()) if href.strip() else ""
    except ValueError:
        return ""


def read_feed(body: bytes, url: str, content_type: str | None = None) -> list[Candidate]:
    """Return a feed's entries, newest first where they are dated.

    Raises:
        FetchError: The bytes are no feed (``undecodable``), more than the parser gets through (``too_complex``), or too large when
            unpacked (``too_large``).
    """
    body = unpack(body, url)
    if body.count(b"<") > MAX_TAGS or body.count(b"xml:base") > MAX_BASES:
        raise FetchError(f"over {MAX_TAGS:,} tags, or {MAX_BASES:,} bases", url=url, code=Reason.TOO_COMPLEX)
    if body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        entries = _read_json(body, url)
    else:
        entries = _read_xml(body, url, content_type)
    return sorted(entries, key=lambda entry: entry.date_hint or "", reverse=True)


def _read_xml(body: bytes, url: str, content_type: str | None) -> list[Candidate]:
    import feedparser

    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    try:
        feed = feedparser.parse(shorten_head(join_surrogates(body)), response_headers=headers, sanitize_html=False)
    except Exception as error:  # its loose parser stumbles with whatever error comes first
        message = f"no feed that can be read: {type(error).__name__}: {error}"[:200]
        raise FetchError(message, url=url, code=Reason.UNDECODABLE) from error
    if not feed.entries and not feed.get("version"):
        raise FetchError("no feed", url=url, code=Reason.UNDECODABLE)
    found = (_entry(entry, url) for entry in feed.entries)
    return [candidate for candidate in found if candidate is not None]


def _entry(entry: Any, url: str) -> Candidate | None:
    # FeedBurner wraps links in its own; the publisher's address stands beside it. A GUID that is a URL is an address too.
    address = _join(url, _text(entry, "feedburner_origlink", "link", "id"))
    if not address.lower().startswith(("http://", "https://")):
        return None
    # feedparser's own get() answers one date for the other, with a warning. The later one tells of a correction.
    dates = (dict.get(entry, "published_parsed"), dict.get(entry, "updated_parsed"))
    when = max(filter(None, dates), default=None)
    return Candidate(
        url=address,
        found_in=url,
        found_as="feed",
        date_hint=_iso(when),
        title_hint=_text(entry, "title").strip() or None,
    )


def _text(entry: Any, *keys: str) -> str:
    """Return the first of an entry's values that is a text; of torn markup feedparser makes mappings."""
    return next((value for key in keys if (value := entry.get(key)) and isinstance(value, str)), "")


def _iso(when: struct_time | None) -> str | None:
    if when is None:
        return None
    try:
        return datetime(*when[:6], tzinfo=UTC).isoformat()
    except (ValueError, TypeError):
        return None


def _read_json(body: bytes, url: str) -> list[Candidate]:
    try:
        items = decode_json(body.removeprefix(b"\xef\xbb\xbf"))["items"]
        entries = [item for item in items if isinstance(item, dict)]
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(f"no JSON Feed: {error}", url=url, code=Reason.UNDECODABLE) from error
    found = []
    for item in entries:
        link = item.get("url") or item.get("external_url") or item.get("id")
        address = _join(url, link) if isinstance(link, str) else ""
        if address.startswith(("http://", "https://")):
            date, title = item.get("date_modified") or item.get("date_published"), item.get("title")
            found.append(
                Candidate(
                    url=address,
                    found_in=url,
                    found_as="feed",
                    date_hint=date if isinstance(date, str) else None,
                    title_hint=(title.strip() or None) if isinstance(title, str) else None,
                )
            )
    return found
