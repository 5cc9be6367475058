"""Readers of one source each: of meta tags, JSON-LD and microdata, for all fields but titles and authors."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final

from scraper.cleaner.metadata.addresses import absolute_url
from scraper.cleaner.metadata.dates import read_date
from scraper.cleaner.metadata.json_ld import Node, strings_of
from scraper.cleaner.metadata.loose_json import read_loose_json
from scraper.cleaner.metadata.markup import fold, text_of, unescaped, without_markup
from scraper.cleaner.metadata.page import PageFacts
from scraper.cleaner.metadata.spelling import fold_words

MAX_TAGS: Final = 50
MAX_TAG_CHARS: Final = 80
_SEPARATOR: Final = re.compile("[,;，、]")
# Publishers of magazines write what their programs ask for where keywords belong: "displayType: standard article".
_PROGRAM_FIELD: Final = re.compile(r"([a-z][A-Za-z_-]*): \S")

# What is behind a paywall and on the page all the same has so many paragraphs and characters: a plea in its place has fewer.
PAID_PARAGRAPHS: Final = 3
PAID_CHARS: Final = 400
MAX_PAID: Final = 20
_CLASS_OR_ID: Final = re.compile(r"[.#][\w-]{1,80}")


def meta_text(*names: str) -> Callable[[PageFacts], str]:
    """Return a reader of the first of these meta tags."""
    return lambda page: fold(page.markup.first(*names))


def linked_text(*keys: str) -> Callable[[PageFacts], str]:
    """Return a reader of the first text under these keys of the page's JSON-LD object."""
    return lambda page: next((fold(text) for key in keys for text in strings_of(page.work.get(key))), "")


def a_summary(read: Callable[[PageFacts], str]) -> Callable[[PageFacts], str]:
    """Return a reader of what another reads, without the markup of the article's first paragraph, which templates take along."""
    return lambda page: without_markup(read(page))


def a_section(read: Callable[[PageFacts], str]) -> Callable[[PageFacts], str]:
    """Return a reader of what another reads, unless that is an address or what the whole site is called.

    Of the sections of 226 pages of wcxb-dev one was the page's address, and ten the site's name (2026-11-28).
    """

    def read_section(page: PageFacts) -> str:
        section = read(page)
        if not section:
            return ""
        name = linked_publisher(page) or fold(page.markup.first("og:site_name"))
        return "" if "://" in section or fold_words(section) == fold_words(name) else section

    return read_section


def linked_date(*keys: str) -> Callable[[PageFacts], str | None]:
    """Return a reader of the first date under these keys of the page's JSON-LD object."""
    return lambda page: _first_date(page.work, keys, page.language)


def video_date(page: PageFacts) -> str | None:
    """Return the date of upload of the video that the page is called after, where JSON-LD has it alone; products have such, too."""
    videos: list[Node] = page.linked.find(frozenset(("videoobject",)))
    name = fold_words(next(iter(strings_of(videos[0].get("name"))), "")) if len(videos) == 1 else ""
    is_named = name and "product" not in page.linked.types and fold_words(page.markup.page_title).startswith(name)
    return _first_date(videos[0], ("uploadDate", "datePublished"), page.language) if is_named else None


def _first_date(node: Mapping[str, Any], keys: Iterable[str], language: str | None) -> str | None:
    """Return the first date under these keys of an object: a text, or a number of seconds or milliseconds."""
    given = (node.get(key) for key in keys)
    values = (text for value in given for text in ([str(value)] if type(value) is int else strings_of(value)))
    return next((found for value in values if (found := read_date(value, language))), None)


# What archives of pages write into the description of a copy; its other fields are of the copy, too.
_ARCHIVED: Final = re.compile(r"archived \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")


def first_published(*names: str) -> Callable[[PageFacts], str | None]:
    """Return a reader of the first date in these meta tags, unless they are of an archive's copy of a page."""
    read = meta_date(*names)
    return lambda page: None if _ARCHIVED.match(page.markup.first("twitter:description") or "") else read(page)


def meta_date(*names: str) -> Callable[[PageFacts], str | None]:
    """Return a reader of the first date in these meta tags."""

    def read(page: PageFacts) -> str | None:
        values = (value for name in names for value in page.markup.meta.get(name, ())[:3])
        return next((found for value in values if (found := read_date(value, page.language))), None)

    return read


def any_meta_date(names: re.Pattern[str]) -> Callable[[PageFacts], str | None]:
    """Return a reader of the first date in the meta tags whose names hold the pattern."""

    def read(page: PageFacts) -> str | None:
        values = (value for name, given in page.markup.meta.items() if names.search(name) for value in given[:3])
        return next((found for value in values if (found := read_date(value, page.language))), None)

    return read


def item_date(name: str) -> Callable[[PageFacts], str | None]:
    """Return a reader of a microdata property that holds a date."""

    def read(page: PageFacts) -> str | None:
        for node in page.own_items(name):
            attributes = node.attributes
            value = attributes.get("datetime") or attributes.get("content") or text_of(node, 100)
            if found := read_date(value, page.language):
                return found
        return None

    return read


def linked_access(page: PageFacts) -> bool | None:
    """Return JSON-LD's ``isAccessibleForFree``, a truth value or its name; None for what is asked money for and on the page."""
    value = page.work.get("isAccessibleForFree")
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.strip().rpartition("/")[2].lower())
    if value is False and _has_paid_part(page):
        return None
    return value if isinstance(value, bool) else None


def _has_paid_part(page: PageFacts) -> bool:
    """Whether the elements that JSON-LD says are for subscribers (``hasPart``) hold text: scripts hide it."""
    parts = page.work.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        selector = part.get("cssSelector") if isinstance(part, dict) else None
        if isinstance(selector, str) and _CLASS_OR_ID.fullmatch(selector):
            inside = f"p{selector}, {selector} p"
            texts = [text_of(node, PAID_CHARS) for node in page.markup.tree.css(inside)[:MAX_PAID]]
            if len(texts) >= PAID_PARAGRAPHS and sum(map(len, texts)) >= PAID_CHARS:
                return True
    return False


def linked_image(page: PageFacts) -> str | None:
    """Return the address of JSON-LD's image."""
    value = page.work.get("image") or page.work.get("thumbnailUrl")
    first = value[0] if isinstance(value, list) and value else value
    first = page.linked.resolve(first)
    if isinstance(first, dict):
        first = first.get("url") or first.get("contentUrl")
    # Templates escape for HTML what no HTML parser reads; ``unescape`` would take "&copy=2" for a sign, too.
    return absolute_url(first.replace("&amp;", "&"), page.markup.url) if isinstance(first, str) else None


def meta_image(page: PageFacts) -> str | None:
    """Return the address of the image for social networks."""
    return absolute_url(
        page.markup.first(
            "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "image"
        ),
        page.markup.url,
    )


def linked_tags(page: PageFacts) -> tuple[str, ...]:
    """Return JSON-LD's keywords; none where all of them are fields of a program: ``contentId: 12``, ``locale: US``."""
    values = strings_of(page.work.get("keywords"))
    if len(values) > 1:
        names = {match[1] for value in values if (match := _PROGRAM_FIELD.match(value))}
        if len(names) == len(values):
            return ()
        if not all(map(_SEPARATOR.search, values)):
            return _unique(values)
    return _tags(values)


def meta_tags(*names: str) -> Callable[[PageFacts], tuple[str, ...]]:
    """Return a reader of the first of these meta tags that holds keywords."""
    return lambda page: next((tags for name in names if (tags := _tags(page.markup.meta.get(name, ())))), ())


def _tags(values: Iterable[str]) -> tuple[str, ...]:
    """Return the keywords of lists in text; "M&amp;A" is one, whose mark is no separator."""
    listed = chain.from_iterable(map(_listed, values))
    return _unique(part for value in listed for part in _SEPARATOR.split(unescaped(value)))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for text in texts if 0 < len(tag := fold(text)) <= MAX_TAG_CHARS))[:MAX_TAGS]


def _listed(keywords: str) -> list[str]:
    """Return the keywords of a list that a template wrote as text: ``["ships", "ports"]``."""
    is_list = keywords.startswith('["') and keywords.endswith('"]')
    return (is_list and strings_of(read_loose_json(keywords))) or [keywords]


def linked_publisher(page: PageFacts) -> str:
    """Return the name of JSON-LD's publisher."""
    return fold(next(iter(strings_of(page.linked.resolve(page.work.get("publisher")))), ""))


def website_name(page: PageFacts) -> str:
    """Return the name of JSON-LD's ``WebSite``."""
    nodes: list[Node] = page.linked.find(frozenset(("website",)))
    return next((fold(text) for node in nodes for text in strings_of(node.get("name"))), "")
