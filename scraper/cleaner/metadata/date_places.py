"""Where a date stands: in the article, or in what a page has around it."""

import re
from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.markup import text_of

# Columns beside a text: many hold its own date, and no headline of another page.
_COLUMN: Final = re.compile(r"(?<!no.)(?<!has.)(?<!with.)(?:sidebar|side-col)")
_TEASER: Final = "h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5"
# What holds the headline, too, where a header is the article's.
_OF_ARTICLE: Final = frozenset(("article", "main", "section"))
# Elements of readers' comments and of links to other pages. A commentary is an article, and a date's element may name comments.
_ELSEWHERE: Final = re.compile(
    r"(?<![a-z])(?<!no.)(?<!has.)(?<!with.)(?<!and.)(?<!date.)(?<!meta.)(?:(?:comment(?:s|list|box|body|section|area|form|ers?)?|"
    r"kommentar(?:e[rn]?|liste|bereich|felt|sektion)|komentar(?:ai|e|i|u|ze|z|y|zy)|koment(?:e|et)|commenti|commentaires|comentarios)"
    r"(?![a-z]|.(?:open|closed|count))|disqus|repl(?:y|ies)|related|ticker|most.?(?:read|popular)|copyright)"
)
# The line over the site's name, which says what day it is, outside of the page's main part; an article may have one of its own.
_TOP: Final = re.compile(
    r"(?<![a-z])(?:masthead|top.?(?:bar|line|date)|today|(?:current|now).?date|date.?(?:now|today)|weather)"
)
_OWN_TOP: Final = re.compile(r"article|entry|post|story|meta|byline")
_MAIN: Final = frozenset(("article", "main"))
_HEADER: Final = re.compile(r"article|entry|post|story|content")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
MAX_CLIMB: Final = 10
# A link with more text than a date and a name, "3 May 2026, 10:05 | By Ada Lovelace and Charles Babbage", is another page's card.
MAX_LINK: Final = 60


def is_elsewhere(node: LexborNode | None, around: Mapping[int, bool], teasing: dict[int, bool]) -> bool:
    """Whether an element stands among comments, links or in the masthead.

    Args:
        node: The element that holds a date.
        around: The ids of the elements that the headline stands in, as in ``PageFacts``: what holds both tells nothing but whether
            the date stands outside of the page's main part.
        teasing: The ids of columns, and whether each holds headlines of other pages: those that are asked for are put in.
    """
    is_top = False
    in_header = False
    for _ in range(MAX_CLIMB):
        if node is None:
            return False
        tag = node.tag
        if node.mem_id in around:
            return around[node.mem_id] or (in_header and tag not in _OF_ARTICLE) or (is_top and not _is_in_main(node))
        if tag in ("body", "main"):
            return is_top and tag == "body"
        called = _name_of(node)
        if _is_others(node, called, teasing):
            return True
        if not around and tag == "article":
            return False
        is_top = (is_top and tag not in _MAIN) or _is_top(called)
        in_header = in_header or (tag == "header" and not _HEADER.search(called))
        node = node.parent
    return False


def _is_others(node: LexborNode, called: str, teasing: dict[int, bool]) -> bool:
    """Whether an element is of comments, a menu, a column of other pages or a link to one."""
    tag = node.tag
    if tag == "nav" or _ELSEWHERE.search(called):
        return True
    if (tag == "aside" or _COLUMN.search(called)) and _has_teaser(node, teasing):
        return True
    return tag == "a" and len(text_of(node, MAX_LINK + 1)) > MAX_LINK


def _name_of(node: LexborNode) -> str:
    """Return the class and id of an element in lower case, words of "commentList" apart."""
    attributes = node.attributes
    called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return called if called.islower() else _CAMEL.sub("-", called).lower()


def _is_top(called: str) -> bool:
    return _TOP.search(called) is not None and any(
        _TOP.search(name) and not _OWN_TOP.search(name) for name in called.split()
    )


def _is_in_main(node: LexborNode | None) -> bool:
    for _ in range(MAX_CLIMB):
        if node is None or node.tag in _MAIN:
            return node is not None
        node = node.parent
    return False


def _has_teaser(node: LexborNode, teasing: dict[int, bool]) -> bool:
    key = node.mem_id
    if key not in teasing:
        teasing[key] = node.css_first(_TEASER) is not None
    return teasing[key]
