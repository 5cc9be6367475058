"""The ordered tables of sources: for each field, where a page may say it, the surest first."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from scraper.cleaner.metadata.address_dates import date_in_address, in_order_of_address
from scraper.cleaner.metadata.addresses import canonical_of
from scraper.cleaner.metadata.bylines import called_authors, near_authors, titled_authors, writers
from scraper.cleaner.metadata.page import PageFacts
from scraper.cleaner.metadata.readers import (
    a_section,
    a_summary,
    any_meta_date,
    first_published,
    item_date,
    linked_access,
    linked_date,
    linked_image,
    linked_publisher,
    linked_tags,
    linked_text,
    meta_date,
    meta_image,
    meta_tags,
    meta_text,
    video_date,
    website_name,
)
from scraper.cleaner.metadata.stated_authors import (
    any_meta_authors,
    cited_authors,
    eponymous_authors,
    item_authors,
    labelled_authors,
    linked_authors,
    meta_authors,
    signed_authors,
)
from scraper.cleaner.metadata.visible_authors import visible_authors
from scraper.cleaner.metadata.written_dates import date_near_headline, earlier_date, lone_date

Source: TypeAlias = tuple[str, Callable[[PageFacts], Any]]
"""Name of a source, and what reads it: a value, or something empty where the source says nothing."""


def first_value(sources: Iterable[Source], page: PageFacts) -> tuple[Any, str]:
    """Return the first value that a source gives, and that source's name; None and an empty name where none does."""
    for name, read in sources:
        if (value := read(page)) not in (None, "", ()):
            return value, name
    return None, ""


# The names that publishers make up for their own tags, such as "x-published-date".
_CALLED_PUBLISHED: Final = re.compile(
    r"(?<![a-z])(?:publish(?:ed)?|publication|pub)[-_.: ]?(?:date|time|on|at)(?:time)?$|"
    r"date[-_.: ]?(?:of[-_.: ]?)?publi(?:shed|cation)$"
)
_CALLED_AUTHOR: Final = re.compile(
    r"(?:^|[-_.: ]|content|article|news|page)(?:author|writer|reporter|journalist)(?:[-_]?name)?s?$"
)
PUBLISHED: Final[tuple[Source, ...]] = (
    ("json-ld", linked_date("datePublished")),
    (
        "og",
        first_published(
            "article:published_time", "og:article:published_time", "og:published_time", "article:published"
        ),
    ),
    (
        "meta",
        meta_date(
            *(
                "datepublished",
                "date",
                "pubdate",
                "publishdate",
                "publish-date",
                "publish_date",
                "publication_date",
                "published_time",
            ),
            *(
                "publisheddate",
                "published-date",
                "published",
                "parsely-pub-date",
                "sailthru.date",
                "cxenseparse:recs:publishtime",
            ),
            *(
                "dc.date.issued",
                "dcterms.issued",
                "dc.date",
                "dcterms.date",
                "dc.date.created",
                "dcterms.created",
                "dcterms.available",
            ),
            *(
                "citation_publication_date",
                "citation_online_date",
                "citation_date",
                "originalpublicationdate",
                "ptime",
                "article.published",
            ),
            *(
                "displaydate",
                "article_date_original",
                "date.created",
                "artikel:published",
                "mediaflux:date",
                "pdate",
                "rnews:datepublished",
                "ms.date",
            ),
        ),
    ),
    ("named-meta", any_meta_date(_CALLED_PUBLISHED)),
    ("microdata", item_date("datepublished")),
    ("byline", in_order_of_address(date_near_headline)),
    ("lone-date", in_order_of_address(lone_date)),
    ("url", date_in_address),
    ("video", video_date),
)
# Dates of which products and services have as many as articles: they do not tell that a page is an article. On wcxb-dev four titles
# were lost and one won by believing them (2026-11).
WEAK_DATES: Final = frozenset({"named-meta", "lone-date", "video"})
MODIFIED: Final[tuple[Source, ...]] = (
    ("json-ld", linked_date("dateModified")),
    ("og", meta_date("article:modified_time", "og:updated_time", "og:article:modified_time")),
    (
        "meta",
        meta_date(
            "datemodified",
            "dc.date.modified",
            "dcterms.modified",
            "last-modified",
            "lastmod",
            "revised",
            "modified",
            "utime",
        ),
    ),
    ("microdata", item_date("datemodified")),
)
AUTHORS: Final[tuple[Source, ...]] = (
    ("json-ld", linked_authors),
    (
        "meta",
        meta_authors(
            *(
                "author",
                "article:author",
                "og:article:author",
                "parsely-author",
                "sailthru.author",
                "byl",
                "authors",
                "dc.creator",
            ),
            *(
                "dcterms.creator",
                "cxenseparse:author",
                "article:author_name",
                "twitter:data1-author",
                "creator",
                "dc.contributor",
            ),
        ),
    ),
    ("named-meta", any_meta_authors(_CALLED_AUTHOR)),
    ("citation", cited_authors),
    ("twitter", labelled_authors),
    ("microdata", item_authors),
    ("rel-author", signed_authors),
    ("byline", near_authors),
    ("byline", titled_authors),
    ("class", writers),
    ("class", called_authors),
    ("eponym", eponymous_authors),
)
FIELDS: Final[Mapping[str, tuple[Source, ...]]] = {
    "published": PUBLISHED,
    "modified": MODIFIED,
    "authors": AUTHORS,
    "section": (
        ("json-ld", a_section(linked_text("articleSection"))),
        ("og", a_section(meta_text("article:section", "og:article:section"))),
        ("meta", a_section(meta_text("section", "parsely-section"))),
    ),
    "tags": (
        ("json-ld", linked_tags),
        ("og", meta_tags("article:tag", "og:article:tag")),
        ("meta", meta_tags("news_keywords", "parsely-tags", "sailthru.tags", "keywords")),
    ),
    "description": (
        ("og", a_summary(meta_text("og:description"))),
        ("meta", a_summary(meta_text("description", "twitter:description", "dc.description"))),
        ("json-ld", a_summary(linked_text("description"))),
    ),
    "image": (("json-ld", linked_image), ("og", meta_image)),
    "canonical_url": (
        ("link", lambda page: canonical_of(page.markup.canonical, page.markup.url)),
        ("og", lambda page: canonical_of(page.markup.first("og:url"), page.markup.url)),
    ),
    "site_name": (
        ("og", meta_text("og:site_name")),
        ("json-ld", lambda page: linked_publisher(page) or website_name(page)),
        ("meta", meta_text("application-name")),
    ),
    "is_accessible_for_free": (("json-ld", linked_access),),
}

# What readers do not see: a machine's fields, which are filled in by whoever enters a text, and when it is moved.
STATED: Final = frozenset({"json-ld", "og", "meta", "named-meta", "microdata", "citation", "twitter", "rel-author"})
SEEN: Final[Mapping[str, Callable[[PageFacts, Any], Any]]] = {"published": earlier_date, "authors": visible_authors}
"""For some fields, what the page shows beside its headline where that contradicts a stated value; else something empty."""
