"""Where a byline stands: in a teaser of another article, in a box or at a picture, or in a line of its own among paragraphs."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.metadata.byline_elements import CALLED_WORDS, is_called, is_writers_page
from scraper.cleaner.metadata.byline_words import FIRST_WIDE, JOB
from scraper.cleaner.metadata.markup import Markup, text_of
from scraper.cleaner.metadata.nearby import Line, is_skipped, texts_in
from scraper.cleaner.metadata.own_words import MAX_LINE
from scraper.cleaner.metadata.page import PageFacts

MAX_CLIMB: Final = 6
# So many elements may stand between a link's text and the paragraph around it: emphasis, the link, a tooltip.
_LINK_DEPTH: Final = 4
# What holds the words of a picture; beside none, a caption may be a line under the headline.
_PICTURE: Final = r"(?<![a-z])(?:img|image|photo)[-_]{0,2}(?:desc|credit|author|caption)"
_CAPTION: Final = re.compile(r"(?<![a-z])(?:caption|legend)")
OF_PICTURE: Final = re.compile(rf"{_PICTURE}|{_CAPTION.pattern}", re.I)
# Elements around a byline that is not the page's; of names in lower case, as those of captions and holders are: without a flag
# for case it takes less than half the time.
_ASIDE: Final = re.compile(
    rf"comment|(?<![a-z])reviews(?![a-z])|repl(?:y|ies)|related|sidebar|footer|recommend|teaser|popular|latest|menu|nav|{_PICTURE}"
)
_WRITERS: Final = re.compile("|".join(CALLED_WORDS))
# What holds a picture and whose it is; beside a writer's portrait it is called after the writer, too.
_HOLDER: Final = re.compile(r"(?<![a-z])(?:img|image|photo)[-_]{0,2}(?:info|holder|text)(?![a-z])")
# What a writer's picture is called: "avatar", or how round it is; the greatest width of one, in pixels.
_PORTRAIT: Final = re.compile(
    r"(?<![a-z])(?:(?:gr)?avatars?|portraits?|headshots?|authors?|rounded|circle)(?![a-z])", re.I
)
_WIDTH: Final = re.compile(r"(\d{1,4})(?:px)?")
MAX_PORTRAIT: Final = 120
# Texts below the headline that a byline without a label is among.
RIGHT_BELOW: Final = 4
# Elements that hold no headline of another article.
_LINES: Final = frozenset(("span", "p", "b", "strong", "em", "i", "time", "small", "cite", "address"))
# A teaser: the fewest words of its headline, which "About the author" has not; the longest text of one, which articles exceed.
TITLE_WORDS: Final = 4
MAX_TEASER: Final = 500
# Elements looked at for a paragraph beside a signature.
MAX_PARAGRAPHS: Final = 30
# Links looked at in a teaser: its picture, its section, its headline, its writer.
MAX_LINKS: Final = 6
# Elements climbed from a headline to the link that it stands in: a whole card may be one.
MAX_LEVELS: Final = 4
# Elements before and after a signature that are looked at.
MAX_BESIDE: Final = 15
MAX_SIBLINGS: Final = 100


def is_teasers(
    holder: LexborNode | None, names: tuple[str, ...], headline: LexborNode | None, *, is_near: bool = False
) -> bool:
    """Whether a byline is that of another article: a headline that is a link stands before it in a small element.

    Of 1,497 pages of wcxb-dev three lose a false author and none a true one; ten and four where it need be no link. Two more with
    cards that are one link, or whose headline is a link in no heading (2026-11-27). Beside the page's own headline a link
    before the name may be that of a section, or ask for something.
    """
    around = holder
    own = None if headline is None else text_of(headline, MAX_LINE)
    for _ in range(MAX_CLIMB):
        if around is None or own is None or around.tag in ("body", "main"):
            return False
        if around.tag not in _LINES:
            heading = around.css_first("h1, h2, h3, h4, h5, h6")
            if heading is not None:
                return _is_linked(heading) and _stands_before(heading, around, names, own)
            links = () if own and own in text_of(around) else around.css("a[href]")[:MAX_LINKS]
            own_links = (link for link in links if not is_near or names[0] in text_of(link, MAX_TEASER))
            if any(_stands_before(link, around, names, own) for link in own_links):
                return True
        around = around.parent
    return False


def _is_linked(heading: LexborNode) -> bool:
    around = heading.parent
    for _ in range(MAX_LEVELS):
        if around is None or around.tag == "a":
            break
        around = around.parent
    return heading.css_first("a[href]") is not None or (around is not None and around.tag == "a")


def _stands_before(title: LexborNode, around: LexborNode, names: tuple[str, ...], own: str) -> bool:
    """Whether a title of another article stands before a name in a small element, or is a link that the name stands in, too."""
    said, text = text_of(title, MAX_LINE), text_of(around, MAX_TEASER)
    if len(text) >= MAX_TEASER or said == own:
        return False
    said = said.partition(names[0])[0].strip()
    words = [word for word in said.split() if not any(map(str.isdigit, word))]  # no date
    return len(words) >= TITLE_WORDS and 0 <= text.find(said) < text.find(names[0])


def is_in_text(holder: LexborNode | None, names: tuple[str, ...], headline: LexborNode | None) -> bool:
    """Whether a byline stands in a line of its own among the paragraphs of a text, as a signature does, and in no teaser."""
    around = holder
    for _ in range(MAX_CLIMB):
        if around is None or around.tag in ("body", "aside", "nav"):
            return False
        if around.tag in ("ul", "ol") and "uthor" not in (around.attributes.get("class") or ""):
            return False
        inside, around = around, around.parent
        if around is not None and len(text_of(around, MAX_TEASER + 1)) > MAX_TEASER:
            return any(map(_is_prose, _beside(inside))) and not is_teasers(holder, names, headline)
    return False


def _beside(node: LexborNode) -> Iterator[LexborNode]:
    """Yield what stands before and after a node in the same element and has text, the nearest first."""
    yield from islice(filter(_has_text, _siblings(node, "prev")), MAX_BESIDE)
    yield from islice(filter(_has_text, _siblings(node, "next")), MAX_BESIDE)


def _siblings(node: LexborNode, step: str) -> Iterator[LexborNode]:
    for _ in range(MAX_SIBLINGS):
        node = getattr(node, step)
        if node is None:
            return
        yield node


def _has_text(node: LexborNode) -> bool:
    return bool((node.text(deep=True) or "").strip())


def _is_prose(node: LexborNode) -> bool:
    """Whether a node is a paragraph as long as no byline is, or holds one."""
    texts = [node] if node.tag == "-text" else node.css("p, div, blockquote")[:MAX_PARAGRAPHS]  # itself among them
    return any(_is_long(_said(text)) and (text.tag != "div" or len(text.css("div, a, li, h3")) == 1) for text in texts)


def _said(node: LexborNode) -> str:
    return " ".join((node.text_content or "").split()) if node.tag == "-text" else text_of(node, MAX_LINE)


def _is_long(text: str) -> bool:
    """Whether a text is longer than a byline; in scripts whose letters are words or halves of them a third of that is enough."""
    return len(text) >= MAX_LINE or (len(text) >= MAX_LINE // 3 and sum(c >= FIRST_WIDE for c in text) > len(text) // 2)


def _is_by_picture(node: LexborNode) -> bool:
    """Whether what is called a caption holds a picture or stands beside one."""
    around = node.parent or node
    return around.css_first("img, picture, video, svg, iframe, amp-img") is not None or around.tag == "figure"


def _is_writers_picture(node: LexborNode, around: LexborNode, page: PageFacts) -> bool:
    """Whether a picture and a name are in an element for writers, or the picture is a portrait; or nobody else is the author.

    Nobody else: neither stated nor, where the name is right below the headline, beside it.
    """
    if _WRITERS.search(f"{around.attributes.get('class') or ''} {around.attributes.get('id') or ''}"):
        return True
    picture = (around if around.css_first("img") is not None else around.parent or around).css_first("img")
    if picture is not None and _is_portrait(picture):
        return True
    is_stated = bool(page.work.get("author") or page.markup.meta.get("author"))
    return not is_stated and _is_beside_headline(node, page, RIGHT_BELOW)


def _is_portrait(picture: LexborNode) -> bool:
    """Whether a picture is called a portrait, or is as small as one."""
    attributes = picture.attributes
    if _PORTRAIT.search(" ".join(attributes.get(name) or "" for name in ("class", "id", "src"))):
        return True
    width = _WIDTH.fullmatch(attributes.get("width") or "")
    return width is not None and int(width[1]) <= MAX_PORTRAIT


def _is_beside_headline(node: LexborNode, page: PageFacts, first: int | None = None) -> bool:
    """Whether one of an element's first texts is among those beside the headline, or among the first so many below it."""
    lines = chain(page.read_nearest(), page.before) if first is None else islice(page.read_nearest(), first)
    near = {line.holder.mem_id for line in lines if line.holder is not None}
    return any(text.parent is not None and text.parent.mem_id in near for text in texts_in(node, 2))


def is_aside(node: LexborNode, page: PageFacts) -> bool:
    """Whether an element stands in a menu, at a picture, or in a box that is neither beside the headline nor around it."""
    around = node.parent
    for _ in range(MAX_CLIMB):
        if around is None or around.tag in ("body", "html"):
            return False
        attributes = around.attributes
        is_post = attributes.get("itemprop") == "liveBlogUpdate"  # one of many, each by whoever was on duty
        if is_post or around.tag == "nav" or (around.tag == "footer" and is_skipped(around)):
            return True
        if around.tag == "figure" and not is_called(around, _WRITERS):
            return True
        if around.tag == "aside" and around.css_first("h1") is None and not _is_beside_headline(node, page):
            return True
        called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        is_pictures = _CAPTION.search(called) or (
            _HOLDER.search(called) and not _is_writers_picture(node, around, page)
        )
        if around.tag != "footer" and (_ASIDE.search(called) or (is_pictures and _is_by_picture(around))):
            return around.css_first("h1") is None  # a theme may call the column of the text a sidebar
        around = around.parent
    return False


def is_mentioned(line: Line, markup: Markup) -> bool:
    """Whether a link in a paragraph of some length leads to the page of a person or a team of whom that tells: not of a writer.

    On the site itself a writer's biography begins with the name, and says what the person is.
    """
    try:
        host, own = (urlsplit(address).hostname for address in (line.link, markup.url or markup.canonical or ""))
    except ValueError:
        return False
    is_own = host is None or own is None or host.split(".")[-2:] == own.split(".")[-2:]
    if is_own and is_writers_page(line.link):
        return False
    around = line.holder
    for _ in range(_LINK_DEPTH):
        if around is None or around.tag == "p":
            break
        around = around.parent
    text = around.text().strip() if around is not None and around.tag == "p" else ""
    if is_own and text.startswith(line.text) and JOB.search(text):
        return False
    return len(text) > MAX_LINE and text[-1] in SENTENCE_ENDS
