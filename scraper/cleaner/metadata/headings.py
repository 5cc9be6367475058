"""Headings: which is the headline where no ``h1`` is, which the site's logo, and what a headline's element holds beside it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from string import ascii_lowercase
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.addresses import FRONT, is_front_address
from scraper.cleaner.metadata.heading_pieces import MAX_BADGE_WORDS
from scraper.cleaner.metadata.markup import Markup, fold, text_of
from scraper.cleaner.metadata.name_forms import is_personal
from scraper.cleaner.metadata.nearby import texts_in
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import is_short
from scraper.cleaner.metadata.titles import Titles

MAX_LESSER_HEADINGS: Final = 30
MAX_HEADING_CHARS: Final = 300
# Where a headline stands that is no h1; the last, for pages without an h1 of their own, finds two (wcxb-dev, snippet set, 2026-11).
_LESSER: Final = ("h2, h3, h4", "[role=heading], b, strong, big, font", "[class*=itle], [class*=eadline]")
_FURNITURE: Final = frozenset(("a", "footer", "nav"))

_ADDED_TAGS: Final = frozenset(("time", "small"))
_ADDED: Final = re.compile(
    r"(?<![a-z])(?:comments?|counts?|counter|badges?|labels?|arrows?|icons?|edit(?:section|link)?|permalink|anchor|date|time|tag|sub|flag|"
    r"views?|premium|paywall|kicker|plus)(?![a-z])|(?<![a-z])(?:sub.?(?:title|head|line)|subscri|koment|komment)"
)
# What else a badge of few words is called.
_BADGE: Final = re.compile(r"(?<![a-z])(?:mark(?:er)?|paid|locked|abo|live|exclusive)(?![a-z])")
# What the line above a headline is called, and the marks between them.
_KICKER: Final = re.compile(
    r"(?<![a-z])(?:kicker|dachzeile|roof-?line|over-?line|top-?line|spitzmarke|eyebrow|surtitre|antetitulo|occhiello|pre-?title)(?![a-z])"
)
_MARKS: Final = ":|–—-/•·"
# "-5 degrees" begins a headline.
_AFTER_KICKER: Final = re.compile(r"^(?:\s|[:|•·]|[/–—-]+(?=\s))+")
# The least share of a headline without its kicker: a shorter one is no headline.
MIN_HEADLINE: Final = 0.25
_SCRIPT: Final = re.compile(r"/(?:(?:index|default|home)\.[a-z]{3,5})?$", re.I)
# What the headline's own element is called, behind what both are: "ArticleTitle_category__x7", "ArticleTitle_title__y8".
_HEADLINE: Final = re.compile(r"(?<![a-z])(?:headline|title)(?![a-z])")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What the first or the second of two lines of a headline is called: "headline-main", "second-title".
_FIRST: Final = re.compile(r"(?<![a-z])(?:main|first)(?![a-z])")
_SECOND: Final = re.compile(r"(?<![a-z])second")
# Words of a kicker that is known by how it is set alone: three houses' pages have one to four.
MAX_KICKER_WORDS: Final = 4
# Between the two sides of a match, which a headline is about.
_AGAINST: Final = re.compile(r"\b(?:v|vs|gegen|contre|contra|contro)\b", re.I)
# The sizes of large letters that a class may set: "lg:text-5xl" is five steps above the text's.
_SIZE: Final = re.compile(r"(?<![\w-])text-(?P<steps>\d?)xl(?![\w-])")
# Marks but those of sentences, and a number in brackets, of comments: "(2)", "(14 comments)", not "(2021)".
_NO_WORD: Final = re.compile(
    r"[^\w«»“”„‟‘’‚\"'「」『』《》!?¿¡…]+|[(\[]\s?(?!(?:1[5-9]|20)\d\d\s?[)\]])\d+(?:\s[^\W\d_]+)?\s?[)\]]"
)
# Elements climbed for what a heading stands in.
MAX_CLIMB: Final = 40
MAX_CHILDREN: Final = 12
MAX_WRAPPERS: Final = 3


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


def bare_heading(heading: LexborNode) -> str:
    """Return a heading's text without the elements at its ends that add something to it; empty where it has none.

    They are known by their tag or class, or have no word: ``<h1>Harbour opens<a class="comments">(2)</a></h1>``.
    """
    first = heading.first_child
    if first is None or (first.tag == "-text" and first.next is None):
        return ""
    whole = bare = text_of(heading)
    children = _children(heading)
    while children and (added := _added(children[-1])) is not None:
        bare = bare.removesuffix(added).rstrip()
        children.pop()
    for child in children:
        if (added := _added(child)) is None:
            break
        bare = bare.removeprefix(added).lstrip()
    return "" if bare == whole else bare


def without_kicker(
    heading: LexborNode, title: str, said: Callable[[], Iterable[str]], sections: Callable[[], frozenset[str]]
) -> str:
    """Return a title that is the whole headline without the kicker that has an element of its own at the headline's start.

    ``<h1><span class="kicker">Floods</span>: <span>Harbour opens again</span></h1>``.

    Args:
        heading: The headline.
        title: The title, with the kicker or without.
        said: Gives what metadata and ``<title>`` say.
        sections: Gives the folded names of the sections that the page is in.
    """
    children = _children(heading)
    if len(children) < 2 or children[0].tag == "-text":
        return title
    is_called = _KICKER.search(_called(children[0])) is not None
    if not is_called and not _is_set_above(children):
        return title
    shown, kicker = text_of(heading), text_of(children[0])
    if fold_words(title) == fold_words(shown):
        whole, start = shown, kicker
    else:  # a badge is no part of the title: "<span><i>Plus</i>Floods</span><span>Harbour opens again</span>"
        whole, start = title, fold("".join(text.text_content or "" for text in texts_in(children[0])[-1:]))
    rest = _AFTER_KICKER.sub("", whole.removeprefix(start))
    if not MIN_HEADLINE * len(whole) <= len(rest) < len(whole) or not shown.endswith(rest):
        return title
    if is_called:
        return rest if is_parted(whole, rest, said()) else title
    is_kicker = _is_coloned(shown, rest, title, said()) and _may_be_above(kicker, rest, sections)
    return rest if is_kicker else title


def _is_set_above(children: Sequence[LexborNode]) -> bool:
    """Whether the first of two elements is set as a line above the headline: a block in smaller letters, or by their names.

    A block alone may be the headline's first line.
    """
    if len(children) != 2 or children[1].tag == "-text":
        return False
    above, below = map(_called, children)
    if "block" in above.split() and "block" not in below.split():
        return _size(above) < _size(below)
    if _FIRST.search(above) or _SECOND.search(below):
        return False
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(above, below, strict=False)))
    shared = len(above[:same].rstrip(ascii_lowercase))
    is_headline = _HEADLINE.search(below[shared:]) and not _ADDED.search(below)
    return bool(is_headline) and not _HEADLINE.search(above[shared:])


def _size(called: str) -> int:
    """Return the largest size of letters that an element's classes set, 0 for that of the text."""
    return max((int(size["steps"] or 1) for size in _SIZE.finditer(called)), default=0)


def _may_be_above(kicker: str, rest: str, sections: Callable[[], frozenset[str]]) -> bool:
    """Whether a text may be the kicker of the rest: shorter, and neither begins its sentence nor says who or what that is about.

    A name is that of a speaker, a work or a match, each word but "von" or "v" with a capital; a word alone is a subject, unless it
    is the name of the page's section.
    """
    words = len(kicker.split())
    is_shorter = words < len(rest.split()) or len(kicker) < len(rest)
    if words > MAX_KICKER_WORDS or not is_shorter or rest[0].islower():
        return False
    if words == 1:
        return fold_words(kicker) in sections()
    is_name = is_personal(kicker) or not any(word[0].islower() for word in kicker.split())
    return not is_name and _AGAINST.search(kicker) is None


def _is_coloned(shown: str, rest: str, title: str, said: Iterable[str]) -> bool:
    """Whether metadata have a colon before the rest of the title, where the headline itself shows no mark."""
    same = [text for text in said if fold_words(text).startswith(fold_words(title))]
    is_marked = shown.removesuffix(rest).rstrip().endswith(tuple(_MARKS))
    return not is_marked and any(text.partition(rest)[0].rstrip().endswith(":") for text in same)


def is_parted(whole: str, rest: str, said: Iterable[str]) -> bool:
    """Whether what stands before the rest of a headline is a kicker, and not the beginning of its sentence.

    Of a sentence the rest begins with a small letter, and what metadata say has no mark between.

    >>> is_parted("Harbour opens again after storm", "again after storm", ["Harbour opens again after storm | Gazette"])
    False
    """
    same = [text for text in said if fold_words(text).startswith(fold_words(whole))]
    ends = (text.partition(rest)[0].rstrip()[-1:] for text in (whole, *same))
    return not same or not rest[0].islower() or any(end and end in _MARKS for end in ends)


def _children(heading: LexborNode) -> list[LexborNode]:
    """Return the elements and texts that a heading is made of, below wrappers that hold all of it."""
    children = _parts(heading)
    for _ in range(MAX_WRAPPERS):
        if len(children) != 1 or children[0].tag == "-text":
            break
        children = _parts(children[0])
    return children


def _parts(node: LexborNode) -> list[LexborNode]:
    return list(islice(_with_text(node), MAX_CHILDREN))


def _with_text(node: LexborNode) -> Iterator[LexborNode]:
    return (child for child in node.iter(include_text=True) if (child.text(deep=True) or "").strip())


def _called(node: LexborNode) -> str:
    """Return an element's class and id in small letters, words of camel case set apart."""
    attributes = node.attributes
    return _CAMEL.sub("-", f"{attributes.get('class') or ''} {attributes.get('id') or ''}").lower()


def _added(node: LexborNode) -> str | None:
    """Return the text of an element that is no part of the headline, None for others."""
    if node.tag == "-text":
        return None
    text = text_of(node)
    is_called = _ADDED.search(_called(node)) is not None
    is_badge = is_short(text, MAX_BADGE_WORDS) and _BADGE.search(_called(node)) is not None
    return text if node.tag in _ADDED_TAGS or is_called or is_badge or _NO_WORD.fullmatch(text) else None
