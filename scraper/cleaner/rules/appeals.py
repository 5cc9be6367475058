"""Appeals under an article to pay for its journalism, longer than a box is.

A heading, paragraphs on why, and a link or button that asks for money. The model takes the paragraphs for the article's.
"""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import is_foreign
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.rules.inserts import CONTROL_CHARS, MIN_LEFT, UNDER
from scraper.cleaner.rules.teasers import LINK_SHARE, is_heading

# An appeal's words, and the lines between its heading and its button where no element holds them; so many words has the button. The
# written pages that have appeals (2026-11-27) gain .07 to .13, theirs have 88 and 111 words; no labelled page is other.
APPEAL_WORDS: Final = 220
APPEAL_LINES: Final = 6
CONTROL_WORDS: Final = 6

# What is asked: beginnings of words, whole words, and where no blanks part them.
_GIVES: Final = tuple(
    (
        "donat contribut support spende unterstütz soutenir soutenez soutiens contribu donar donaci apoya aporta colabora doar doaç"
        " apoia apoie donazion sostieni sostene doneer doneren steun stöd støtt doner lahjoit wesprzyj wspiera wspomóż podpoř"
        " podpor přispě daruj támoga adomány doneaz donează susțin sustin doniraj podrž bağış destek donasi dukung δωρε στηρίξ"
        " στήριξ поддерж пожертв підтрим подкреп подрж донир"
    ).split()
)
_GIVE: Final = frozenset("don dons dona doe tue".split())
_GIVES_WIDE: Final = tuple("تبرع ادعم תרמו תמכו दान सहयोग 寄付 支援 捐 赞助 贊助 후원 기부".split())
# What for: a charity that an article tells of asks for other things.
_JOURNALISM: Final = re.compile(
    r"\b(?:journalis|newsroom|reporting|redaktion|rédaction|redacci|redazion|redaç|redakc|periodis|jornalis|giornalis|dziennikar"
    r"|novinar|novinář|žurnali|újságír|jurnali|gazeteci|habercili|báo chí|δημοσιογρ|журнали|журналіс|новинар|редакц)"
    r"|صحاف|صحفي|עיתונא|पत्रकार|報道|ジャーナリ|新闻|新聞|언론|저널리",
    re.I,
)
# Who asks: the house itself. A charity, the family of somebody who was shot, a party that pays for newsrooms is told of, as is what
# people say in quotation marks. The four written pages that lose an appeal (2026-11-27) say "our" or "us" in it.
_OURS: Final = frozenset(
    (
        "we our ours us wir uns unser unsere unserem unseren unserer unseres nous notre nos nosotros nuestro nuestra nuestros"
        " nuestras nós nosso nossa nossos nossas noi nostro nostra nostri nostre wij ons onze vi oss vår vårt våra våre vores vore"
        " me meidän meitä nasz nasza nasze naszą naszej naszego naszych naszym nam nas náš naše našu našeho našej naši našich našim"
        " naš naša našeg našem našoj naših nașe noastră nostru noștri mi mienk bizim bize biz kami chúng"
        " мы мі ми нас нам наш наша наше наши нашу нашего нашей нашему наших нашим наші нашої нашого ние ни нашия"
        " нашата нашите εμείς μας"
    ).split()
)
_OURS_WIDE: Final = (
    "私たち",
    "我们",
    "我們",
    "本報",
    "本报",
    "우리",
    "저희",
    "हमार",
    "हमें",
    "لنا",
    "نحن",
    "ما را",
    "שלנו",
    "אנחנו",
)
_SAID: Final = re.compile(r'“[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|"[^"]{0,400}"|「[^」]{0,400}」')
_MONEY: Final = frozenset("$£€¥₹₽₴₦₩₺")


def drop_appeals(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the choice without the appeals below its prose that ask for money for journalism: a section of the text goes on."""
    words, body = columns.words, (keep & (columns.prose > 0)).nonzero()[0]
    if not len(body):
        return keep
    first, last = int(body[0]), int(keep.nonzero()[0][-1])
    tidy = keep
    for index in _controls(blocks, columns, range(first + 1, min(last + 1 + UNDER, len(keep)))):
        start, end = _element_around(blocks, columns, index, first) or _lines_above(blocks, columns, index)
        others = _SAID.sub("", " ".join(blocks.text[place] for place in range(start, end) if place != index))
        is_below = start > first and not keep[end:][columns.prose[end:] > 0].any()
        if is_below and _asks(others) and _JOURNALISM.search(others) and _are_ours(others):
            tidy = tidy.copy()
            tidy[start:end] = False
    return tidy if tidy is not keep and words[tidy].sum() >= MIN_LEFT * words[keep].sum() else keep


def _controls(blocks: Blocks, columns: PageColumns, within: range) -> Iterator[int]:
    """Yield the short links and buttons, and items of a list with a sum in it, that ask for money."""
    short = columns.words[within.start : within.stop] <= CONTROL_WORDS
    for index in (short.nonzero()[0] + within.start).tolist():
        tag, text = blocks.tag[blocks.frame[index]], blocks.text[index]
        is_pressed = blocks.link_share[index] >= LINK_SHARE or tag == "button"
        if (is_pressed or (tag == "li" and not _MONEY.isdisjoint(text))) and len(text) <= CONTROL_CHARS and _asks(text):
            yield index


def _asks(text: str) -> bool:
    """Whether a text has a word for giving.

    >>> _asks("Jetzt unterstützen"), _asks("今すぐ寄付する"), _asks("Read more")
    (True, True, False)
    """
    words = text.casefold().split()
    return (
        any(word.startswith(_GIVES) for word in words)
        or not _GIVE.isdisjoint(words)
        or (is_foreign(text) and any(word in text for word in _GIVES_WIDE))
    )


def _are_ours(text: str) -> bool:
    """Whether a text says "we" or "our".

    >>> _are_ours("Please support our reporting."), _are_ours("The union doubles each donation.")
    (True, False)
    """
    words = (word.strip(".,:;!?()") for word in text.casefold().split())
    return not _OURS.isdisjoint(words) or (is_foreign(text) and any(word in text for word in _OURS_WIDE))


def _element_around(blocks: Blocks, columns: PageColumns, index: int, first: int) -> tuple[int, int] | None:
    """Return the range of the largest element around a control that is no longer, below the first prose, under a heading."""
    until, found = columns.sums[0], None
    frame = blocks.frame[index]
    while frame:
        start, end = blocks.first_block[frame], blocks.end_block[frame]
        if start <= first or until[end] - until[start] > APPEAL_WORDS:
            break
        if start < index and is_heading(blocks, start):
            found = start, end
        frame = blocks.parent[frame]
    return found


def _lines_above(blocks: Blocks, columns: PageColumns, index: int) -> tuple[int, int]:
    """Return the range from the heading above a control that asks, too, in the element around it; empty where there is none."""
    until = columns.sums[0]
    least = max(blocks.first_block[blocks.parent[blocks.frame[index]]], index - APPEAL_LINES)
    start = next((place for place in range(index - 1, least - 1, -1) if is_heading(blocks, place)), index)
    asks = start < index and _asks(blocks.text[start])
    return (start, index + 1) if asks and until[index] - until[start] <= APPEAL_WORDS else (0, 0)
