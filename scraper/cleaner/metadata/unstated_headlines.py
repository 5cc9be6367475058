"""The headline of a page without a heading that says so: a line of the text, or large type under a ``<title>`` of names alone.

Both were common before style sheets, and are again where scripts write pages.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.first_lines import line_above_prose
from scraper.cleaner.metadata.headings import MAX_HEADING_CHARS, is_front, leads_home
from scraper.cleaner.metadata.headline_places import (
    MAX_NODES,
    is_aside,
    is_in_masthead,
    lines_below,
    nodes_above_text,
    told_in,
)
from scraper.cleaner.metadata.headline_texts import is_prose_below, is_prose_line, is_wide, share_told
from scraper.cleaner.metadata.house_names import is_site
from scraper.cleaner.metadata.large_type import FIRST_RANKS, RANKS
from scraper.cleaner.metadata.markup import Markup, fold, text_of
from scraper.cleaner.metadata.nearby import Line
from scraper.cleaner.metadata.spelling import fold_words, words_of
from scraper.cleaner.metadata.title_parts import find_marks, is_name, is_short, stands_in
from scraper.cleaner.metadata.titles import Titles
from scraper.cleaner.phrases.lines import tell_line
from scraper.cleaner.phrases.stock import NAMES, find_phrases

# What may be called as the site is: the pictures and links that lead to its front page, and pictures of its logo.
_NAMED: Final = 'a[href] > img[alt], img[alt][src*="logo"], a[href="/"], a[href^="http"]'
MAX_NAMED: Final = 40
_ROOT: Final = re.compile(r"https?://[^/?#]+/?", re.I)
# A site's name is longer than a first word that it shares with others, and its edition has a word or two: "Gazette Mobile".
LONG_NAME: Final = 5
MAX_EDITION: Final = 2
MAX_PARTICLE: Final = 3
# What programs write into ``<title>`` where nobody does: the file's name, or that there is none.
_NO_TITLE: Final = re.compile(
    r"\S+\.(?:html?|aspx?|php\d?|jsp|pdf|docx?|rtf|odt|txt|eml|mht)|microsoft word - .*|untitled(?:[ -](?:document|page|\d+))?|"
    r"(?:new|blank) page(?: \d+)?|no title|document|senza titolo|sem título|(?:documento )?sin título|document sans (?:nom|titre)|"
    r"unbenanntes dokument|naamloos document|без названия|документ без названия|無題ドキュメント|无标题文档|無標題文件",
    re.I,
)
# Words of a title that may be a name and a slogan.
MAX_CLAIM: Final = 9
_FIRST_MARKS: Final = " |–—-:·»"
_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{2})\. ")
# Groups of phrases of which no headline has one.
_AROUND: Final = sum(1 << NAMES.index(name) for name in ("related", "plea", "legal"))
# A headline is two words, or so many letters of scripts without blanks.
MIN_WIDE: Final = 5
# Elements that are looked at for the headline: each costs a walk over what follows it. 2,500 links in a menu and 200
# ``<font size=5>`` took 320 ms without (2026-11-28).
MAX_TRIED: Final = 30
# Headings of which two are alike.
HEADINGS: Final = ("h1", "h2")
# The share of the words of what a title says beside names from which on it is what the text is about.
MIN_ABOUT: Final = 0.5


def search_headline(
    markup: Markup, titles: Titles, claims: Sequence[str] | None, lesser: LexborNode | None
) -> tuple[Titles, LexborNode | None]:
    """Return the titles and the headline, where that is no ``h1``, of a page where no ``h1`` says what metadata say.

    Args:
        markup: The page.
        titles: What its sources say the title is.
        claims: What metadata say, as it is written; None of a page that is no article.
        lesser: The lesser heading that says a part of it.
    """
    names = titles.site_names
    said = "" if lesser is None else text_of(lesser, MAX_HEADING_CHARS)
    if said and not (is_short(said, 1) or is_name(said, names)):  # a section is a word
        return titles, lesser
    if lesser is None and titles.heading is None:
        line = said_line(markup, titles.page_title, titles.bare_title, names)
        if line is not None:
            return titles, line
    is_none = claims is None or is_front(markup)
    found = None if is_none else unstated_headline(markup, [claim for claim in claims or () if claim], names)
    if found is None:
        return titles, lesser
    own = Titles(titles.headings, (), text_of(found, MAX_HEADING_CHARS), names)
    return own, None if found.tag == "h1" else found


def said_line(markup: Markup, title: str, bare: str, site_names: frozenset[str]) -> LexborNode | None:
    """Return the element of the line that is the most of a title, between marks, and no link to another page; the first of them.

    Args:
        markup: The page.
        title: What ``<title>`` says.
        bare: The same without the site's name.
        site_names: Folded names of the site.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> tree = LexborHTMLParser("<div class=t>Otters are back</div><p>They ate.</p>")
    >>> said_line(Markup(tree, None), "The Post - Otters are back", "The Post - Otters are back", frozenset()).attributes
    {'class': 't'}
    """
    body = markup.tree.body
    longest, found = 0, None
    for node in islice(body.traverse(include_text=True), MAX_NODES) if body is not None and bare else ():
        if node.tag != "-text":
            continue
        written = (node.text_content or "")[: MAX_HEADING_CHARS * 2].strip()
        if len(written) <= max(longest, (len(bare) - 1) // 3):  # folded it is no longer: three of four are too short
            continue
        text, around = fold(written), node.parent
        if around is None or len(bare) > 3 * len(text) or not longest < len(text) <= MAX_HEADING_CHARS:
            continue
        if _says(text, title, bare) and not (
            is_short(text, 1) or is_name(text, site_names) or is_aside(around, markup)
        ):
            longest, found = len(text), _widest(around, title) or found
    return found


def _says(text: str, title: str, bare: str) -> bool:
    """Whether a text is what is left of a title without the site's name, or most of either and stands between marks there."""
    is_part = text in title and (stands_in(text, title) or stands_in(text, bare))
    return is_part or (len(text) == len(bare) and fold_words(text) == fold_words(bare))


def _widest(node: LexborNode, title: str) -> LexborNode | None:
    """Return the element around one that says the most of a title and nothing else: a line may be in two halves."""
    widest, whole = None, fold_words(title)
    around: LexborNode | None = node
    while around is not None and around.tag != "body" and fold_words(text_of(around, MAX_HEADING_CHARS * 2)) in whole:
        widest, around = around, around.parent
    return widest


def unstated_headline(markup: Markup, claims: Collection[str], site_names: frozenset[str]) -> LexborNode | None:
    """Return the headline of a page whose metadata have none: they say what the site, the section or the edition is called.

    It is the only ``h1``, or the only heading of the first rank, else the first of the second, else the largest type, else what is
    called a title; text stands below it that is not about what metadata say, and none above it.

    Args:
        markup: The page.
        claims: What its metadata say, where no heading says the same.
        site_names: Folded names of the site.
    """
    claims = [claim for claim in claims if not _NO_TITLE.fullmatch(claim)]
    names = site_names.union(_names_on(markup)) if any(map(_may_be_name, claims)) else site_names
    rests = [_beside_names(claim, names) for claim in claims]
    if None in rests:
        return None
    rest = words_of(" ".join(filter(None, rests)))
    above: frozenset[int] | None = None
    for node in islice(_large(markup, names, is_named=bool(claims)), MAX_TRIED):
        said = text_of(node, MAX_HEADING_CHARS + 1)
        if not _may_be_headline(said, names) or _is_notice(said):
            continue
        if is_aside(node, markup) or is_in_masthead(node):
            continue
        above = nodes_above_text(markup) if above is None else above
        lines = lines_below(node, markup) if node.mem_id in above else []
        if not is_prose_below(lines):
            continue
        if _has_like(node, lines):
            return None  # of two headings alike over a text, either may be the headline
        if not claims:
            return node if share_told(words_of(said), _prose_of(lines)) else None
        told = [line.text for line in told_in(lines) if not is_short(line.text, 1)]  # a word may be the section's name
        share = share_told(rest, " ".join([said, *told])) if rest else 0
        return node if share is not None and share < MIN_ABOUT else None
    return None


def _has_like(node: LexborNode, lines: Iterable[Line]) -> bool:
    """Whether a heading of the same rank stands between a heading and the text below it."""
    return any(_is_in(line.holder, node.tag) for line in takewhile(lambda line: not is_prose_line(line.text), lines))


def _prose_of(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in told_in(lines) if is_prose_line(line.text))


def _may_be_name(claim: str) -> bool:
    return len(claim.split()) <= MAX_CLAIM


def _names_on(markup: Markup) -> Iterator[str]:
    """Yield, folded, what the page calls its front page, and its logos."""
    for node in markup.tree.css(_NAMED)[:MAX_NAMED]:
        link = node if node.tag == "a" else node.parent
        is_logo = node.tag == "img" and "logo" in (node.attributes.get("src") or "").lower()
        if is_logo or (link is not None and link.tag == "a" and (leads_home(link, markup) or _leads_to_front(link))):
            text = fold(node.attributes.get("alt")) if node.tag == "img" else text_of(node, MAX_HEADING_CHARS)
            if len(folded := fold_words(text)) > 1:
                yield folded


def _leads_to_front(link: LexborNode) -> bool:
    """Whether a link leads to the front page of any site: copies of a page keep the name of the one that it was on."""
    return _ROOT.fullmatch(link.attributes.get("href") or "") is not None


def _beside_names(claim: str, names: frozenset[str]) -> str | None:
    """Return what a title says behind the site's name; None where it does not begin with that.

    One that ends with it begins with what the page is about: wcxb-dev, seven titles wrong and none right (2026-11-27).
    Before a mark that it begins with, "| Otter Post", a program has left out the headline.

    >>> _beside_names("Otter Post Mobile - Canals", frozenset({"otterpost"}))
    'Canals'
    """
    claim = claim.lstrip(_FIRST_MARKS)
    ends = sorted({*(mark.span() for mark in find_marks(claim)), *(mark.span() for mark in _SENTENCE.finditer(claim))})
    starts = [0, *(end for _, end in ends)]
    parts = [
        claim[start:end].strip() for start, end in zip(starts, [*(start for start, _ in ends), len(claim)], strict=True)
    ]
    return " ".join(parts[1:]) if _is_named(parts[0], names) else None


def _is_named(part: str, names: frozenset[str]) -> bool:
    """Whether a text is a name of the site, or begins with one and goes on with its edition: "Otter Post Mobile"."""
    words = part.split()
    if (
        is_name(part, names)
        or is_site(part, names)
        or fold_words("".join(word for word in words if not _is_particle(word))) in names
    ):
        return True
    words = [word for word in words if not _is_particle(word)]
    starts = (" ".join(words[:-more]) for more in range(1, MAX_EDITION + 1) if more < len(words))
    return any(len(folded := fold_words(start)) >= LONG_NAME and folded in names for start in starts)


def _is_particle(word: str) -> bool:
    """Whether a word is as short as those that hosts leave out: "Correo del Valle" is correovalle.example."""
    return len(word) <= MAX_PARTICLE and word.islower()


def _may_be_headline(said: str, names: frozenset[str]) -> bool:
    """Whether a text is long enough for a headline, and no name."""
    is_long = len(said.split()) > 1 or (len(said) >= MIN_WIDE and is_wide(said))
    return is_long and len(said) <= MAX_HEADING_CHARS and fold_words(said) not in names and find_date(said) is None


def _is_notice(said: str) -> bool:
    """Whether a text is what sites put around articles: it asks readers for something, or is a notice to all of them."""
    return bool(find_phrases(said) & _AROUND) or tell_line(said, is_heading=True) is not None


def _is_in(node: LexborNode | None, tag: str | None) -> bool:
    """Whether a text's element, or the one around it, is a heading of a rank."""
    around = node.parent if node is not None else None
    return tag in HEADINGS and tag in (node and node.tag, around and around.tag)


def _large(markup: Markup, names: frozenset[str], *, is_named: bool) -> Iterator[LexborNode]:
    """Yield what may be the headline, the surest first; nothing less than an ``h1`` where one of several may be.

    Args:
        markup: The page.
        names: Folded names of the site.
        is_named: Whether its title is its site's name: where it has none, a line that only its place tells is as often a notice.
    """
    is_headed = any(_may_be_headline(text_of(node, MAX_HEADING_CHARS + 1), names) for node in markup.headings)
    for find in FIRST_RANKS if is_headed else RANKS:
        yield from find(markup)
    if is_named and not is_headed and (line := line_above_prose(markup)) is not None:
        yield line
