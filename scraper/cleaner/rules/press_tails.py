"""What stands under a press release: a mark that it ends, whom journalists may call, notes to editors.

A mark ends chapters, and a press office is what news are about, too: short lines with a number or an address must follow right
away, and as soon as prose goes on the rest stays.
"""

import re
from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.characters import SENTENCE_ENDS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.rules.cards import LABEL_BOLD
from scraper.cleaner.rules.teasers import is_heading

LEAST_PROSE: Final = 50
"""Words of prose above it."""

MAX_SHARE: Final = 0.4
"""So much of the choice at most."""

MARK_CHARS: Final = 16
LABEL_CHARS: Final = 60
CONTACT_CHARS: Final = 120
BELOW: Final = 3
"""In one of so many blocks below stands the number; the model may have left them out."""

# "- ends -", "### ": marks on both sides, or they are words of the text.
_END: Final = re.compile(
    r"[-–—*~/#. ]{1,5}(?:ends?|ende|fin|fine|fim|slut|koniec|einde|конец|30)[-–—*~/#. ]{1,5}|#(?:\s?#){2,4}", re.I
)
_LABELS: Final = (
    r"(?:press|media|news) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)|contacts? for (?:the )?(?:press|media|journalists)"
    r"|notes? (?:to|for) (?:the )?editors?"
    r"|presse-?kontakte?|medien-?kontakte?|pressestelle|kontakt für (?:die )?(?:presse|medien)|rückfragehinweis|presserückfragen"
    r"|contacts? (?:de )?presse|service de presse|contacto (?:de |para (?:la |los )?)?(?:prensa|medios)|gabinete de prensa"
    r"|ufficio stampa|contatti (?:per la )?stampa|contatos? (?:para (?:a )?|de )?imprensa|assessoria de imprensa"
    r"|informações (?:à|para a) imprensa|perscontact|noot voor (?:de )?redactie|press-?kontakt|pressekontakt|yhteystiedot medialle"
    r"|kontakt (?:dla mediów|prasowy|pro média|za medije)|biuro prasowe|sajtókapcsolat|sajtókontakt|контакты? для (?:прессы|сми)"
    r"|контакт для (?:преси|змі)|пресс-служба|basın (?:irtibatı|iletişim)|kontak media|liên hệ báo chí|報道関係者|媒体联系|媒體聯絡"
    r"|新闻联系|언론 문의|보도자료 문의|للتواصل الإعلامي|للاستفسارات الإعلامية"
)
# The label alone, or with who it is and how to reach them behind it.
_LABEL: Final = re.compile(rf"\W{{0,3}}(?:{_LABELS})(?:\W{{0,3}}$|(?=\W{{1,3}}\w))", re.I)
# Years, days and sums have as many figures: a number to call begins with a plus, a bracket or a nought, or stands after its label.
_DAY: Final = r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))"
_REACHED: Final = re.compile(
    rf"[^\s@]@[^\s@]+\.\w|(?<![\w.,/–-]){_DAY}(?:\+\d|\(\+?\d{{2,5}}\)\s?\d|\(0|0\d)[\d ()./–-]{{5,20}}\d(?!\d)"
    r"|\b(?:tel|telefon|phone|тел)\b\W{1,3}\d[\d ()./–-]{4,20}\d",
    re.I,
)


def drop_press_tail(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return an article's choice without its mark of the end or label of contacts, and the lines below it down to prose.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
    """
    prose = np.cumsum(columns.prose * keep)
    below = (keep & (prose - columns.prose >= LEAST_PROSE)).nonzero()[0].tolist()
    lines = [index for index in below if len(blocks.text[index]) <= CONTACT_CHARS]
    heads = [index for index in lines if _is_mark(blocks, index) or _is_label(blocks, index)]
    # A label that comes again heads what each of several entries has.
    names = [blocks.text[index].partition(":")[0].casefold() for index in heads]
    counts = Counter(names)
    tidy, most, end = keep.copy(), MAX_SHARE * columns.words[keep].sum(), 0
    for index, name in zip(heads, names, strict=True):
        if index >= end and counts[name] == 1 and _reaches(blocks, columns, index):
            end = _end_of_lines(blocks, columns, index)
            if columns.words[index:end][keep[index:end]].sum() <= most:
                tidy[index:end] = False
    return tidy


def _is_mark(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    return len(text) <= MARK_CHARS and _END.fullmatch(text) is not None


def _is_label(blocks: Blocks, index: int) -> bool:
    """Whether a line heads whom to call, or says so and how."""
    text = blocks.text[index]
    label = _LABEL.match(text)
    if label is None or label.end() < len(text):
        return label is not None and _is_contact(text)
    is_set = blocks.bold_share[index] >= LABEL_BOLD or is_heading(blocks, index)
    return len(text) <= LABEL_CHARS and (is_set or text.endswith(":"))


def _is_contact(text: str) -> bool:
    """Whether a short line that is no sentence says where somebody is reached."""
    is_line = len(text) <= CONTACT_CHARS and (text[-1] not in SENTENCE_ENDS or " " not in text)
    return is_line and _REACHED.search(text) is not None


def _reaches(blocks: Blocks, columns: PageColumns, index: int) -> bool:
    """Whether a contact stands in a head or right below it, with no prose before it."""
    for place in range(index, min(index + BELOW + 1, len(blocks.text))):
        if _is_contact(blocks.text[place]):
            return True
        if place > index and _is_text(blocks, columns, place):
            return False
    return False


def _end_of_lines(blocks: Blocks, columns: PageColumns, index: int) -> int:
    """Return one past the lines below a head: where prose goes on, or the heading over it."""
    end = index + 1
    while end < len(blocks.text) and not (_is_text(blocks, columns, end) or _is_item(blocks, end)):
        end += 1
    if end == len(blocks.text):
        return end
    while end > index + 1 and is_heading(blocks, end - 1):
        end -= 1
    return end


def _is_item(blocks: Blocks, index: int) -> bool:
    """Whether a block is an item of a list that says nobody's number: the list is what the news is about."""
    return blocks.tag[blocks.frame[index]] == "li" and not _is_contact(blocks.text[index])


def _is_text(blocks: Blocks, columns: PageColumns, index: int) -> bool:
    """Whether a block is prose, or a short sentence, and no contact."""
    text = blocks.text[index]
    return (bool(columns.prose[index]) or (text[-1] in SENTENCE_ENDS and " " in text)) and not _is_contact(text)
