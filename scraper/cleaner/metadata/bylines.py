"""Bylines: lines beside the headline that say "by" or link to a profile, elements whose class says author."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.metadata.byline_words import JOB, OTHER_PART
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.months import month_of
from scraper.cleaner.metadata.nearby import Line, texts_in
from scraper.cleaner.metadata.page import NEAREST, PageFacts
from scraper.cleaner.metadata.people import (
    MAX_AUTHORS,
    clean_authors,
    is_by,
    is_personal,
    is_signed,
    is_wide_name,
    read_byline,
    starts_with_by,
)

# Words without their first letter, so that one selector finds author, Author and postAuthor: each costs 0.08 ms a page.
_CALLED_WORDS: Final = ("uthor", "yline", "username")
_CALLED: Final = ", ".join((*(f'[class*="{word}"]' for word in _CALLED_WORDS), '[data-testid*="yline"]'))
_PROFILE: Final = re.compile(
    r"/(?:authors?|profiles?|people|persons?|team|staff|contributors?|columnists?|writers?|by|byline|journalists?|reporters?|bio|experts?|"
    r"users?|members?|producers?|autor(?:en|es|e|i|zy)?|auteurs?|autore|redakt\w+|redactie|journalistes?|forfatter|skribent|yazar\w*|"
    r"szerzok?|avtori?|autorius|zurnalist\w*|toimittaja|medarbejder|penulis|tac-?gia|opinion/\w+)/[^/]|[?&](?:author|user)=|/@\w",
    re.I,
)
# Elements around a byline that is not the page's.
_ASIDE: Final = re.compile(
    r"comment|repl(?:y|ies)|related|sidebar|footer|recommend|teaser|popular|latest|menu|nav", re.I
)
# What an element beside the headline is called that holds its writer's name, in other languages than ``_CALLED``.
_WRITER: Final = re.compile(
    r"(?<![a-z])(?:autor(?:e|es|i|zy|ka)?|auteurs?|szerzo|avtor|yazar|penulis|tacgia|skribent|forfatter|toimittaja|kirjoittaja|writer|"
    r"reporter|journalist\w*|zurnalist\w*)(?![a-z])",
    re.I,
)
_PLACE: Final = re.compile(r"location|place\b|city\b", re.I)
_WORD_START: Final = re.compile(r"(?<=\s)\S")
_DIGIT: Final = re.compile(r"\d")
MAX_CALLED: Final = 15
MAX_PIECES: Final = 12
MAX_CLIMB: Final = 6
# The longest text that is a byline, and the words of one that ends in a full stop: "By Ada Lovelace, London Correspondent, Jr."
MAX_LINE: Final = 120
MAX_BYLINE_WORDS: Final = 8
# Texts below the headline that may be a name without "by".
TITLED: Final = 4


def near_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the people that the lines beside the headline name after "by" or link to."""
    if page.headline is None:
        return ()
    for lines in (page.after, page.before[::-1]):
        for place, line in enumerate(lines):
            if len(line.text) > MAX_LINE:
                continue
            text = _without_date(line.text)
            said, linked = starts_with_by(text) or is_signed(text), _is_profile(line)
            if not (said or linked):
                continue
            later = [later.text for later in lines[place + 1 : place + MAX_PIECES]]
            names = read_byline([text, *later], page.site_names)
            # Far below, one small word is none: "par mums" is Latvian for "about us", in the page's foot.
            is_far = place >= NEAREST and bool(page.is_article)
            if names and (said or " " in names[0] or not names[0].isascii()) and not (is_far and names[0].islower()):
                beside = _beside(_link_in(line.holder), names, page.site_names) if linked and line.holder else ()
                return (*names, *beside)
    return ()


def titled_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the people right below the headline whose names stand without "by": their job is after a bar, or the next text.

    The next text counts on articles alone: elsewhere such lines are customers and what they are.
    """
    for line, following in pairwise(page.nearest[: TITLED + 1]):
        name, _, job = line.text.partition("|")
        job = job or (following.text if page.is_article else "")
        if len(line.text) > MAX_LINE or len(job) > MAX_LINE or not JOB.search(job):
            continue
        if (names := clean_authors([name], page.site_names)) and all(map(is_personal, names)):
            return names
    return ()


def writers(page: PageFacts) -> tuple[str, ...]:
    """Return the people in the first text below the headline whose element is called by the word for a writer in some language."""
    for line in page.nearest[:NEAREST]:
        if len(line.text) > MAX_LINE or line.holder is None or not _is_writer(line.holder):
            continue
        names = clean_authors([line.text], page.site_names)
        if names and all(map(_is_name, names)):
            return names
    return ()


def _is_writer(holder: LexborNode) -> bool:
    around = holder.parent
    nodes = (holder,) if around is None else (holder, around)
    return any(_WRITER.search(f"{(found := node.attributes).get('class')} {found.get('id')}") for node in nodes)


def visible_authors(page: PageFacts, stated: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people in the line beside the headline that says "by", where the page states others: who entered the text.

    Empty where all the stated are among them, or all of them are stated and the lines there name another of those, too; and where
    the word stands below a stated one: that is the name that it goes with.
    """
    texts = [line.text for line in page.nearest]
    if any(above in stated and is_by(text) for above, text in pairwise(texts[:NEAREST])):
        return ()
    names = authors_in(texts, page.site_names, NEAREST)
    rest = set(stated).difference(names)
    is_part = len(rest) < len(stated) and any(name in text for name in rest for text in texts)
    return names if rest and not is_part else ()


def authors_in(
    texts: Sequence[str], site_names: frozenset[str] = frozenset(), first: int | None = None
) -> tuple[str, ...]:
    """Return the people in the first text that says "by"; empty where one of them is none, or they had another part in it.

    Args:
        texts: Texts in the page's order: a byline goes on in those that follow it.
        site_names: As for ``clean_authors``.
        first: Of the texts, how many may say "by"; None: each.
    """
    for place, text in enumerate(texts[:first]):
        if len(text) > MAX_LINE or not (starts_with_by(text) or is_signed(text)):
            continue
        if place and OTHER_PART.search(texts[place - 1]):
            continue
        if names := read_byline(texts[place : place + MAX_PIECES], site_names):
            return names if all(map(_is_name, names)) else ()
    return ()


def _without_date(text: str) -> str:
    """Return a line from the word "by" on where a date stands before that.

    >>> _without_date("21 August 2026, by Ada Lovelace")
    'by Ada Lovelace'
    >>> _without_date("Un 4 por ciento")  # no name
    'Un 4 por ciento'
    """
    if not _DIGIT.search(text):
        return text
    for start in _WORD_START.finditer(text):
        if starts_with_by(byline := text[start.start() :]):
            is_named = _DIGIT.search(text, 0, start.start()) and not byline.islower()
            return byline if is_named else text
    return text


def _is_profile(line: Line) -> bool:
    return bool(line.link) and _PROFILE.search(line.link) is not None


def called_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the people in the first element that is called author or byline and names one."""
    for node in page.markup.tree.css(_CALLED)[:MAX_CALLED]:
        if _is_aside(node) or _PLACE.search(node.attributes.get("class") or ""):
            continue
        pieces = [
            text
            for text in (" ".join((t.text_content or "")[:400].split()) for t in texts_in(node, MAX_PIECES))
            if text and not _is_date(text, page.language)
        ]
        if not pieces or len(pieces[0]) > MAX_LINE or _is_sentence(pieces[0]):
            continue
        if names := read_byline(pieces, page.site_names):
            return (*names, *_beside(node, names, page.site_names))
    return ()


def _beside(node: LexborNode, names: tuple[str, ...], site_names: frozenset[str]) -> Iterator[str]:
    """Yield the people whom elements like the first author's name, beside it, and links to profiles in it.

    Of one that holds a name and what the person is, the first text is the name.
    """
    if not all(map(_is_name, names)):
        return
    found = dict.fromkeys(names)
    for other in (*filter(_names_writer, _alike(node)), *filter(_is_profile_link, node.css("a[href]")[:MAX_CALLED])):
        text = next((" ".join((text.text_content or "").split()) for text in texts_in(other, 1)), "")
        for name in clean_authors([text], site_names) if len(text) <= MAX_LINE else ():
            if _is_name(name) and name not in found and len(found) < MAX_AUTHORS:
                found[name] = None
                yield name


def _link_in(holder: LexborNode) -> LexborNode:
    """Return the link around an element that holds a text of one, or the element."""
    around = holder.parent
    return around if around is not None and around.tag == "a" else holder


def _is_name(name: str) -> bool:
    return is_personal(name) or is_wide_name(name)


def _alike(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements of a node's tag and class that follow it: siblings, or each in one of those of the element around it."""
    kind = node.tag, node.attributes.get("class")
    around = node.parent
    has_own = around is not None and sum(child.tag != "-text" for child in around.iter()) == 1
    holder = around if has_own and around is not None else node
    sibling = holder.next
    for _ in range(2 * MAX_CALLED):
        if sibling is None:
            return
        inner = sibling.first_child if has_own and sibling.tag != "-text" else sibling
        while has_own and inner is not None and inner.tag == "-text":
            inner = inner.next
        if inner is not None and inner.tag != "-text" and (inner.tag, inner.attributes.get("class")) == kind:
            yield inner
        sibling = sibling.next


def _names_writer(node: LexborNode) -> bool:
    """Whether an element is called after a writer, or leads to a profile."""
    link = node if node.tag == "a" else node.css_first("a[href]")
    named = node.attributes.get("class") or ""
    is_called = any(word in named for word in _CALLED_WORDS) or _WRITER.search(named) is not None
    return is_called or (link is not None and _is_profile_link(link))


def _is_profile_link(node: LexborNode) -> bool:
    return _PROFILE.search(node.attributes.get("href") or "") is not None


def _is_sentence(text: str) -> bool:
    """Whether a text is a sentence, as a biography has them, and no byline."""
    return text[-1] in SENTENCE_ENDS and len(text.split()) > MAX_BYLINE_WORDS


def _is_date(text: str, language: str | None) -> bool:
    """Whether a text holds a date and nothing else but, where its month is a word, that of the day."""
    words = [word for word in text.split() if not _DIGIT.search(word)]
    others = [word for word in words if month_of(word) is None]
    has_month = len(others) < len(words)
    return len(others) <= int(has_month) and find_date(text, language) is not None


def _is_aside(node: LexborNode) -> bool:
    around = node.parent
    for _ in range(MAX_CLIMB):
        if around is None or around.tag in ("body", "html"):
            return False
        attributes = around.attributes
        if around.tag in ("footer", "nav"):
            return True
        if _ASIDE.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return around.css_first("h1") is None  # a theme may call the column of the text a sidebar
        around = around.parent
    return False
