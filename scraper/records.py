"""The values that pass between stages: pages in, articles and reasons out. Nothing here does any work.

``None`` in a field means "the page does not say"; it never means that something failed. A failure is a ``Skipped``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from scraper.reasons import PageClass, Reason, Removal, Stage

SCHEMA = 1
"""Version of the article record. It grows when a field changes its meaning or goes; new fields do not raise it."""


NOTICES = ("x-robots-tag", "tdm-reservation", "content-signal")
"""Headers that say what may be done with a page: Google's and Bing's, W3C's TDMRep (2024) and contentsignals.org's (2025)."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One downloaded or saved page, undecoded.

    A struct, not a dataclass: readers make one for each record of a dump, in .08 microseconds instead of 1.1 (2026-11-27);
    ``msgspec.structs.replace`` changes one.

    Attributes:
        body: The bytes after transfer and content coding are undone.
        source: Where the bytes came from: the URL, or a dump's path, with ``!member`` or ``@offset``.
        url: The page's address after redirects.
        url_source: What told the address: ``request``, ``option``, ``canonical``, ``og:url``...
        http_charset: The charset label of the HTTP header, verbatim.
        media_type: The media type of the HTTP header without parameters, lower case.
        status: The HTTP status.
        fetched_at: When the page was fetched or saved, ISO 8601 in UTC.
        date_source: What told that: ``request``, ``warc``, ``singlefile``, ``httrack``...
        notices: What the answer says of the page's use, by header in lower case: those of ``NOTICES``, verbatim.
        insecure: Some server on the way to it was not asked for a valid TLS certificate.
    """

    body: bytes
    source: str
    url: str | None = None
    url_source: str | None = None
    http_charset: str | None = None
    media_type: str | None = None
    status: int | None = None
    fetched_at: str | None = None
    date_source: str | None = None
    notices: Mapping[str, str] = msgspec.field(default_factory=dict)
    insecure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFingerprint:
    """What a site's profile keeps of one page.

    Attributes:
        key: 64 bits that tell the page from the site's others.
        title: 64 bits of its headline; 0 for none.
        day: Days from 1970 to when it was published or fetched; 0 where nobody knows.
        blocks: A packed row for each different block: hashes of its text and its place, its words, the share of it that is content.
    """

    key: int
    title: int
    day: int
    blocks: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfile:
    """What is known about a site: the fingerprints of its latest pages, of which there are a bounded number.

    Attributes:
        pages: The latest first, pages of one day in the order of their keys.
    """

    pages: tuple[PageFingerprint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One clean article: the record that every export writes.

    Attributes:
        id: Stable: 16 hexadecimal digits, the hash of the canonical URL's key (else of the URL's, else of the text).
        url: The page's address after redirects.
        canonical_url: The address that the page gives as its own.
        site: Host of the page, without ``www.``, with a port that is not the scheme's own.
        title: The headline, without the site's name; not repeated in ``text``.
        authors: People, in the page's order, without titles, company names or "By".
        published: ISO 8601, a date or a date and time, with a zone where the page gives one.
        modified: As ``published``.
        section: The part of the site, in its own words.
        tags: Keywords, in the site's own words.
        language: BCP 47 tag, such as ``en`` or ``pt-BR``.
        description: The summary that the page gives of itself.
        image: Address of the lead picture.
        site_name: The site's name for people.
        text: Paragraphs separated by a blank line; without title, captions, comments and teasers.
        markdown: The same blocks as ``text``, with headings, lists, quotes, tables, code, links and emphasis.
        word_count: Words in ``text``.
        page_class: What kind of page it is.
        confidence: Word F1 that texts of such sureness had in the mean, against the article as a person marked it, 0 to 1.
        fetched_at: When the page was fetched or saved, ISO 8601 in UTC.
        source: Where the bytes came from: the URL, or a dump's path, with ``!member`` or ``@offset``.
        url_source: What told the address: ``request``, ``option``, ``canonical``, ``og:url``...
        date_source: What told when it was fetched or saved: ``request``, ``warc``, ``singlefile``, ``httrack``...
        charset: The encoding that the page was read in.
        robots: What X-Robots-Tag and the robots meta element say, such as ``noindex``; with its name first where it is for one
            robot: ``otherbot: noindex``. Stored, not obeyed: what is done with the record is the user's.
        tdm_reservation: Whether the publisher reserves text and data mining (TDMRep).
        content_signal: Content-Signal of the page, else of the site's robots.txt: ``search=yes, ai-train=no``.
        insecure: Some server on the way to the page was not asked for a valid TLS certificate (``--insecure-host``).
        field_sources: For each metadata field that has a value, which source gave it, such as ``json-ld``; for ``charset``, what
            told it: ``http``, ``meta``, ``utf-8-over-http`` (declared otherwise, but valid UTF-8)...
        text_hash: 16 hexadecimal digits, equal for equal ``text``.
        duplicate_of: ``id`` of an earlier article with nearly the same text.
        version: 1 for the first text seen at this address, one more for each later change of text or title.
        changed_fields: The fields that differ from the version before; empty for the first one.
        removed: How many blocks are not in ``text`` although the page alone would have kept them, by what the site's other articles
            say: ``repeated`` on them, a ``teaser`` of one, part of an ``other_article``.
        cut: Whether the page had more blocks than are read.
        removed_words: Words that the page alone would have kept, and that are not in ``text`` for what the site's other pages say.
        extractor: Name and version of the cleaner's model.
        schema: Version of this record.
    """

    id: str
    url: str | None = None
    canonical_url: str | None = None
    site: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    description: str | None = None
    image: str | None = None
    site_name: str | None = None
    text: str
    markdown: str
    word_count: int
    page_class: PageClass = PageClass.ARTICLE
    confidence: float
    fetched_at: str | None = None
    source: str
    url_source: str | None = None
    date_source: str | None = None
    charset: str | None = None
    robots: tuple[str, ...] = ()
    tdm_reservation: bool | None = None
    content_signal: str | None = None
    insecure: bool = False
    field_sources: Mapping[str, str] = field(default_factory=dict, hash=False)
    text_hash: str
    duplicate_of: str | None = None
    version: int = 1
    changed_fields: tuple[str, ...] = ()
    removed: Mapping[Removal, int] = field(default_factory=dict, hash=False)
    cut: bool = False
    removed_words: int = 0
    extractor: str
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A page that gave no article, and why.

    Attributes:
        source: As in ``Page``.
        stage: Where its way ended.
        code: One word of the closed list.
        detail: The fact and the number, for a person: "body over 25 MB after decompression".
        page_class: What the page is, where the cleaner or its status tells.
        status: The last HTTP status.
        attempts: How many requests were made for it.
    """

    source: str
    url: str | None = None
    stage: Stage
    code: Reason
    detail: str
    page_class: PageClass | None = None
    status: int | None = None
    attempts: int = 0


Outcome: TypeAlias = Article | Skipped
"""Every input page ends as exactly one of these."""
