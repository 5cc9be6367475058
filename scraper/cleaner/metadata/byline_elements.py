"""Elements of bylines: which hold an author, which others beside one, and which belong to another article."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.byline_words import OTHER_PART
from scraper.cleaner.metadata.markup import text_of
from scraper.cleaner.metadata.nearby import Line, texts_in
from scraper.cleaner.metadata.people import (
    MAX_AUTHORS,
    clean_authors,
    is_by,
    is_personal,
    is_uncased_name,
    is_wide_name,
)

# Words without their first letter, so that one selector finds author, Author and postAuthor: each costs 0.08 ms a page.
CALLED_WORDS: Final = ("uthor", "yline", "username")
_PROFILE: Final = re.compile(
    r"/(?:authors?|profiles?|people|persons?|team|staff|contributors?|columnists?|writers?|by|byline|journalists?|reporters?|bio|experts?|"
    r"users?|members?|producers?|autor(?:en|es|e|i|zy)?|auteurs?|autore|redakt\w+|redactie|journalistes?|forfatter|skribent|yazar\w*|"
    r"szerzok?|avtori?|autorius|zurnalist\w*|toimittaja|medarbejder|penulis|tac-?gia|opinion/\w+)/[^/]|[?&](?:author|user)=|/@\w",
    re.I,
)
# What an element beside the headline is called that holds its writer's name, in other languages than ``_CALLED``.
_WRITER: Final = re.compile(
    r"(?:(?<![a-z])|(?-i:(?<=[a-z])(?=[A-Z])))(?:autor(?:e|es|i|zy|ka)?|auteurs?|szerzo|avtor|yazar|penulis|tacgia|skribent|forfatter|toimittaja|kirjoittaja|writer|"
    r"reporter|journalist\w*|zurnalist\w*|contributors?|coauthors?)(?:(?![a-z])|(?-i:(?=[A-Z])))",
    re.I,
)
MAX_CALLED: Final = 15
MAX_CLIMB: Final = 6
# The longest text that is a byline, and the words of one that ends in a full stop: "By Ada Lovelace, London Correspondent, Jr."
MAX_LINE: Final = 120
# Elements that hold no headline of another article.
_LINES: Final = frozenset(("span", "p", "b", "strong", "em", "i", "time", "small", "cite", "address"))
# A teaser: the words of its headline, which "About the author" is not, and its longest text.
TITLE_WORDS: Final = 4
MAX_TEASER: Final = 500
# Elements climbed from a name to the one that is called after it.
MAX_LEVELS: Final = 4
# The element of a name, one that it is in, and one around that: "div.writer > div.name > a".
WRITER_LEVELS: Final = 3


def is_teasers(holder: LexborNode | None, names: tuple[str, ...], headline: LexborNode | None) -> bool:
    """Whether a byline is that of another article: a headline that is a link stands before it in a small element.

    Of 1,497 pages of wcxb-dev three lose a false author and none a true one; ten and four where it need be no link (2026-11-27).
    """
    around = holder
    for _ in range(MAX_CLIMB):
        if around is None or headline is None or around.tag in ("body", "main"):
            return False
        heading = around.css_first("h1, h2, h3, h4, h5, h6") if around.tag not in _LINES else None
        if heading is not None:
            said = text_of(heading, MAX_LINE)
            is_title = len(said.split()) >= TITLE_WORDS and names[0] not in said and said != text_of(headline, MAX_LINE)
            if not is_title or not _is_linked(heading):
                return False
            text = text_of(around)
            return len(text) < MAX_TEASER and 0 <= text.find(said) < text.find(names[0])
        around = around.parent
    return False


def _is_linked(heading: LexborNode) -> bool:
    around = heading.parent
    return heading.css_first("a[href]") is not None or (around is not None and link_in(around).tag == "a")


def beside_line(lines: Sequence[Line], names: tuple[str, ...], site_names: frozenset[str]) -> Iterator[str]:
    """Yield the people beside the first one that a byline names, where that is a link to a profile or an element for authors."""
    line = next((line for line in lines if names[0] in line.text), None)
    if line is None or line.holder is None:
        return
    around: LexborNode | None = line.holder
    for _ in range(WRITER_LEVELS):
        if around is None:
            break
        if any(word in (around.attributes.get("class") or "") for word in CALLED_WORDS):
            yield from beside(around, names, site_names, line.holder)
            return
        around = around.parent
    if is_profile(line) or is_writer(line.holder):
        yield from beside(link_in(line.holder), names, site_names)


def beside(
    node: LexborNode, names: tuple[str, ...], site_names: frozenset[str], holder: LexborNode | None = None
) -> Iterator[str]:
    """Yield the people whom elements like the first author's name, beside it, and links to profiles in it.

    Of one that holds a name and what the person is, the first text is the name. The holder is the element of the first name in
    that which is called author: what is like it, or like those around it in there, holds another name.
    """
    if not all(map(is_name, names)):
        return
    found = dict.fromkeys(names)
    inner = () if holder is None else _alike_in(node, holder)
    links = filter(_is_profile_link, node.css("a[href]")[:MAX_CALLED])
    for other in (*inner, *filter(_names_writer, _alike(node)), *links):
        before = other.prev
        if before is not None and before.tag == "-text" and OTHER_PART.search(before.text_content or "", 0, MAX_LINE):
            continue
        texts = (" ".join((text.text_content or "").split()) for text in texts_in(other, 2))
        text = next((text for text in texts if text and not is_by(text)), "")
        for name in clean_authors([text], site_names, shown=True) if len(text) <= MAX_LINE else ():
            if is_name(name) and name not in found and len(found) < MAX_AUTHORS:
                found[name] = None
                yield name


def _alike_in(node: LexborNode, holder: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements like a name's, or like one around it, that follow it in the element of an author."""
    around: LexborNode | None = holder
    for _ in range(MAX_LEVELS):
        if around is None or around == node:
            return
        yield from _following(around)
        around = around.parent


def link_in(holder: LexborNode) -> LexborNode:
    """Return the link around an element that holds a text of one, or the element."""
    around = holder.parent
    return around if around is not None and around.tag == "a" else holder


def _alike(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that are like a node and follow it, or are like one around it.

    Around it: of the one that holds nothing else, what the next holds; of others, the next that are called after a writer.
    """
    around: LexborNode | None = node
    for level in range(WRITER_LEVELS):
        if around is None:
            return
        for other in _following(around):
            if not level or is_called(other, _WRITER):
                yield other
            elif _is_only(node, around):
                yield next(other.iter(), other)
        around = around.parent


def _is_only(node: LexborNode, around: LexborNode) -> bool:
    """Whether a node is the only element in the one around it."""
    return node.parent == around and sum(1 for _ in around.iter()) == 1


def _following(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements of a node's tag and class that follow it in the same element."""
    kind = node.tag, node.attributes.get("class")
    sibling = node.next
    for _ in range(2 * MAX_CALLED):
        if sibling is None:
            return
        if sibling.tag != "-text" and (sibling.tag, sibling.attributes.get("class")) == kind:
            yield sibling
        sibling = sibling.next


def _names_writer(node: LexborNode) -> bool:
    """Whether an element is called after a writer, or leads to a profile."""
    link = node if node.tag == "a" else node.css_first("a[href]")
    named = node.attributes.get("class") or ""
    is_called = any(word in named for word in CALLED_WORDS) or _WRITER.search(named) is not None
    return is_called or (link is not None and _is_profile_link(link))


def _is_profile_link(node: LexborNode) -> bool:
    return _PROFILE.search(node.attributes.get("href") or "") is not None


def is_profile(line: Line) -> bool:
    """Whether a line is a link to somebody's page."""
    return bool(line.link) and _PROFILE.search(line.link) is not None


def is_writer(holder: LexborNode) -> bool:
    """Whether an element, or one close around it, is called by the word for a writer in some language."""
    around: LexborNode | None = holder
    for _ in range(WRITER_LEVELS):
        if around is None:
            return False
        if _WRITER.search(f"{(found := around.attributes).get('class')} {found.get('id')}"):
            return True
        around = around.parent
    return False


def is_called(node: LexborNode, words: re.Pattern[str]) -> bool:
    """Whether an element's class has one of the words."""
    return words.search(node.attributes.get("class") or "") is not None


def is_name(name: str) -> bool:
    """Whether a name has the form of a person's in some script."""
    return is_personal(name) or is_wide_name(name) or is_uncased_name(name)
