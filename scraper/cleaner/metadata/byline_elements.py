"""Elements of bylines: which hold an author, which others beside one, and which belong to another article."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.byline_starts import is_by
from scraper.cleaner.metadata.byline_words import BEGINS_JOINED, ENDS_JOINED, JOB, OTHER_PART, PICTURED
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.markup import text_of
from scraper.cleaner.metadata.name_forms import is_name
from scraper.cleaner.metadata.nearby import MAX_VISITED, Line, texts_in
from scraper.cleaner.metadata.own_words import MAX_LINE
from scraper.cleaner.metadata.people import MAX_AUTHORS, clean_authors

# Words without their first letter, so that one selector finds author, Author and postAuthor: each costs 0.08 ms a page.
CALLED_WORDS: Final = ("uthor", "yline", "username")
# What the addresses of writers' pages have in them, and those of people's, whom an article may be about.
_WRITERS: Final = (
    r"authors?|profiles?|staff(?:_name)?|contributors?|columnists?|writers?|by|byline|journalists?|reporters?|producers?|autor(?:en|es|e|i|zy)?|"
    r"auteurs?|redakt\w+|redactie|journalistes?|forfatter|skribent|yazar\w*|szerzok?|avtori?|autorius|zurnalist\w*|toimittaja|"
    r"medarbejder|penulis|tac-?gia"
)
_WRITERS_PAGE: Final = re.compile(rf"/(?:{_WRITERS})/[^/]|[?&]author=|[?&]auteur\d", re.I)
# What readers do with their own account there: "Sign in or register to comment".
_ACCOUNT: Final = (
    r"(?:log-?(?:in|out)|sign-?(?:in|up|out)|register|registration|registro|password|sessions?|new|edit)(?![\w-])"
)
_PROFILE: Final = re.compile(  # of an address in lower case: without a flag for case it takes half the time or less
    rf"/(?:{_WRITERS}|people|persons?|team|bio|experts?|users?|members?|opinion/\w+)/(?!{_ACCOUNT})[^/]|[?&](?:author|user)=|[?&]auteur\d|/@\w"
)
# What an element is called that holds its writer's name; and what such a name has in it in lower case, which most have not.
_NAMES: Final = (
    r"autor(?:e|es|i|zy|ka)?|auteurs?|szerzo|avtor|yazar|penulis|tacgia|skribent|forfatter|toimittaja|kirjoittaja|writer|"
    r"reporter|journalist\w*|zurnalist\w*|contributors?|coauthors?|reader-credits"
)
_WRITER: Final = re.compile(rf"(?:(?<![a-z])|(?-i:(?<=[a-z])(?=[A-Z])))(?:{_NAMES})(?:(?![a-z])|(?-i:(?=[A-Z])))", re.I)
_MAY_BE_WRITER: Final = re.compile(_NAMES)
# A firm in other languages, or what is done with contracts: as all that a class says, or after the word for what is written.
_SIGNED: Final = re.compile(
    r"(?<!\S)(?:(?:\S*[-_])?(?:not[ai]|articul|article|entry|post|text|autor|nombre|nom)[a-z]{0,4}[-_]{1,2})?firma(?!\S)",
    re.I,
)
_SIGNING: Final = frozenset(("es", "ca", "gl", "it"))
# Also what is beside a petition.
_SIGNATURE: Final = "signature"
# By classes such elements are found wherever they are; as a class beside the headline it is that of pictures and notes, too. Before
# it stands what is written, if anything: "book-author" and "quote-author" are others.
_AUTHORS_ID: Final = re.compile(
    r"(?:\S*[-_])?(?:articles?|art|post|entry|story|page|news|byline)[-_]?authors?(?:[-_]?names?)?|authors?(?:[-_]?names?)?",
    re.I,
)
MAX_CALLED: Final = 15
# Elements climbed from a name to the one that is called after it: "ul.authors > li > p > a".
MAX_LEVELS: Final = 4
# The element of a name, one that it is in, and one around that: "div.writer > div.name > a".
WRITER_LEVELS: Final = 3


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
    inner = () if holder is None else _alike_in(node, holder, names)
    own = "" if holder is None else _address(link_in(holder))
    links = (link for link in _links_in(node) if _is_profile_link(link) and not _is_same_writers(link, own, names))
    alike = (other for other in _alike(node) if _names_writer(other) or _stands_beside(other, node))
    for other in (*inner, *alike, *links):
        before = other.prev
        if before is not None and before.tag == "-text" and OTHER_PART.search(before.text_content or "", 0, MAX_LINE):
            continue
        if _took_pictures(other):
            continue
        texts = (" ".join((text.text_content or "").split()) for text in texts_in(other, 2))
        text = next((text for text in texts if text and not is_by(text)), "")
        for name in clean_authors([text], site_names, shown=True) if len(text) <= MAX_LINE else ():
            if is_name(name) and name not in found and len(found) < MAX_AUTHORS:
                found[name] = None
                yield name


def _took_pictures(node: LexborNode) -> bool:
    """Whether what follows a name's element says in brackets that the person took the pictures."""
    after = node.next
    if after is not None and after.tag == "-text" and (after.text_content or "").isspace():
        after = after.next
    return after is not None and compiled(PICTURED).match(text_of(after, MAX_LINE)) is not None


def _alike_in(node: LexborNode, holder: LexborNode, names: tuple[str, ...]) -> Iterator[LexborNode]:
    """Yield the elements like a name's, or like one around it, that follow it in the element of an author and hold names, too."""
    around: LexborNode | None = holder
    own, is_authors = _address(link_in(holder)), "uthor" in (node.attributes.get("class") or "")
    for _ in range(MAX_LEVELS):
        if around is None or around == node:
            return
        for other in _following(around):
            link = _link_of(other)
            if link is not None:
                is_writers = _folder(_address(link)) == _folder(own) or _is_profile_link(link)
                is_other = is_writers and not _is_same_writers(link, own, names)
            else:
                is_other = is_authors or other.tag == "a" or _is_joined(other) or _has_job(other)
                is_authors = is_authors and not JOB.search(text_of(other, MAX_LINE))  # what the person is, and where
            if is_other or is_called(other, _WRITER):
                yield other
        around = around.parent


def _is_joined(node: LexborNode) -> bool:
    """Whether a text before an element joins it with another, or its own begins with a word that does."""
    before = node.prev
    text = (before.text_content or "") if before is not None and before.tag == "-text" else ""
    return (
        ENDS_JOINED.search(text[-MAX_LINE:].strip()) is not None
        or BEGINS_JOINED.match(text_of(node, MAX_LINE)) is not None
    )


def _has_job(node: LexborNode) -> bool:
    """Whether an element says under a name what the person is."""
    texts = texts_in(node, 2)
    return len(texts) > 1 and JOB.search((texts[1].text_content or "")[:MAX_LINE]) is not None


def _link_of(node: LexborNode) -> LexborNode | None:
    return node if node.attributes.get("href") else node.css_first("a[href]")


def _links_in(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the first links in an element; not all of them, for a page's body may be called after an author."""
    inside = islice(node.traverse(), MAX_VISITED)
    return islice((other for other in inside if other.tag == "a" and other.attributes.get("href")), MAX_CALLED)


def _address(link: LexborNode) -> str:
    """Return the address of a link, or of the first in an element; empty where it has none."""
    found = _link_of(link)
    return "" if found is None else (found.attributes.get("href") or "").partition("#")[0].rstrip("/")


def _folder(address: str) -> str:
    """Return what pages of one kind have in common; of an empty address what no other has."""
    folder, _, page = address.rpartition("/")
    return folder if folder and page else " "


def _is_same_writers(link: LexborNode, own: str, names: tuple[str, ...]) -> bool:
    """Whether a link leads to the page of the first author, which is called after the name, or below it: "Full Bio", "Contact"."""
    address = _address(link)
    if not address or (own and address.startswith((f"{own}/", f"{own}?"))):
        return True
    page = set(re.split(r"[^a-z]+", address.rpartition("/")[2].lower()))
    said = set(text_of(link, MAX_LINE).lower().split())
    return bool(page & {word.lower() for name in names for word in name.split()}) and not page & said


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
        is_only = level > 0 and _is_only(node, around)
        for other in _following(around):
            if not level or is_called(other, _WRITER):
                yield other
            elif is_only and len(text_of(other, MAX_LINE + 1)) <= MAX_LINE:  # no paragraph of the text
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
    """Whether an element is called after a writer, or leads to a writer's page."""
    link = _link_of(node)
    named = node.attributes.get("class") or ""
    is_called = any(word in named for word in CALLED_WORDS) or _WRITER.search(named) is not None
    return is_called or (link is not None and _WRITERS_PAGE.search(link.attributes.get("href") or "") is not None)


def _stands_beside(other: LexborNode, node: LexborNode) -> bool:
    """Whether an element leads to a person's page as the first name's does, in one line with it."""
    link, around = _link_of(other), node.parent
    if link is None or around is None or other.parent != around or not _is_profile_link(link):
        return False
    return len(text_of(around, MAX_LINE + 1)) <= MAX_LINE


def _is_profile_link(node: LexborNode) -> bool:
    return _PROFILE.search((node.attributes.get("href") or "").lower()) is not None


def is_writers_page(address: str) -> bool:
    """Whether an address is that of a writer's page; people's pages, whom an article may be about, are none."""
    return _WRITERS_PAGE.search(address) is not None


def is_profile(line: Line) -> bool:
    """Whether a line is a link to somebody's page."""
    return bool(line.link) and _PROFILE.search(line.link.lower()) is not None


def is_writer(holder: LexborNode, language: str | None = None) -> bool:
    """Whether an element, or one close around it, is called by the word for a writer in some language, or in the page's."""
    is_signing = (language or "").partition("-")[0] in _SIGNING
    for around in _close_around(holder):
        attributes = around.attributes
        named, own = attributes.get("class") or "", attributes.get("id") or ""
        if _is_writers(named, own) or (is_signing and _SIGNED.search(named)):
            return True
    return False


# Neighbouring lines stand in the same elements: of 17 that are asked of a page 5 are others (2026-11-28).
@lru_cache(maxsize=256)
def _is_writers(named: str, own: str) -> bool:
    """Whether a class or an id is the word for a writer in some language."""
    called = f"{named} {own}"
    is_named = _MAY_BE_WRITER.search(called.lower()) is not None and _WRITER.search(called) is not None
    return is_named or _AUTHORS_ID.fullmatch(own) is not None


def is_called_signature(holder: LexborNode) -> bool:
    """Whether an element, or one close around it, is called a signature and nothing else."""
    return any(_SIGNATURE in (around.attributes.get("class") or "").lower().split() for around in _close_around(holder))


def _close_around(holder: LexborNode) -> Iterator[LexborNode]:
    """Yield an element, and those that it is in."""
    around: LexborNode | None = holder
    for _ in range(WRITER_LEVELS):
        if around is None:
            return
        yield around
        around = around.parent


def is_called(node: LexborNode, words: re.Pattern[str]) -> bool:
    """Whether an element's class has one of the words."""
    return words.search(node.attributes.get("class") or "") is not None
