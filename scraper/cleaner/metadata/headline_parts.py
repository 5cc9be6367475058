"""What a headline's element holds beside the headline: kickers above it, badges, counts of comments."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from string import ascii_lowercase
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.heading_pieces import MAX_BADGE_WORDS
from scraper.cleaner.metadata.markup import fold, text_of
from scraper.cleaner.metadata.name_forms import is_personal
from scraper.cleaner.metadata.nearby import texts_in
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import is_short

_ADDED_TAGS: Final = frozenset(("time", "small"))
_ADDED: Final = re.compile(
    r"(?<![a-z])(?:comments?|counts?|counter|badges?|labels?|arrows?|icons?|edit(?:section|link)?|permalink|anchor|date|time|tag|sub|flag|"
    r"views?|premium|paywall|kicker|plus|cat|categor(?:y|ies))(?![a-z])|(?<![a-z])(?:sub.?(?:title|head|line)|subscri|koment|komment)"
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
MAX_CHILDREN: Final = 12
MAX_WRAPPERS: Final = 3


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
