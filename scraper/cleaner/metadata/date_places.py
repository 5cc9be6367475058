"""Where a date stands: in the article, or in what a page has around it."""

import re
from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.markup import text_of

# Columns beside a text: many hold its own date, and no headline of another page.
_ASIDE: Final = re.compile(r"sidebar|side-col")
_TEASER: Final = "h2 a, h3 a, h4 a, h5 a, a h2, a h3, a h4, a h5"
# What holds the headline, too, where a header is the article's.
_OF_ARTICLE: Final = frozenset(("article", "main", "section"))
# Elements of readers' comments, of links to other pages, and of the line over the site's name that says what day it is.
_ELSEWHERE: Final = re.compile(
    r"(?<!no.)(?<!has.)(?<!with.)(?:comment|disqus|kommentar|komentar|koment)|(?<![a-z])(?:repl(?:y|ies)|related|ticker|"
    r"most.?(?:read|popular)|masthead|top.?(?:bar|line|date)|today|(?:current|now).?date|date.?(?:now|today)|weather|copyright)"
)
_HEADER: Final = re.compile(r"article|entry|post|story|content")
MAX_CLIMB: Final = 10
# A link with more text than a date and a name is another page's card.
MAX_LINK: Final = 60


def is_elsewhere(node: LexborNode | None, around: Mapping[int, bool]) -> bool:
    """Whether an element stands among comments, links or in the masthead.

    Args:
        node: The element that holds a date.
        around: The ids of the elements that the headline stands in, as in ``PageFacts``: what holds both tells nothing but whether
            the date stands outside of the page's main part.
    """
    in_header = False
    for _ in range(MAX_CLIMB):
        if node is None:
            return False
        tag = node.tag
        if node.mem_id in around:
            return around[node.mem_id] or (in_header and tag not in _OF_ARTICLE)
        attributes = node.attributes
        called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if tag == "nav" or _ELSEWHERE.search(called):
            return True
        if (tag == "aside" or _ASIDE.search(called)) and node.css_first(_TEASER) is not None:
            return True
        if tag == "a" and len(text_of(node, MAX_LINK + 1)) > MAX_LINK:
            return True
        in_header = in_header or (tag == "header" and not _HEADER.search(called))
        node = node.parent
    return False
