"""What stands under a press release: a mark that it ends, whom journalists may call, notes to editors.

What a house says of itself there under its name stays, where nothing of the kind stands over it: the labelled pages have it. Of the
labelled pages five are other (folds, 2026-11-28): one gains .16, no right snippet goes; written ones gain .05 to .18.
"""

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.phrases.stock import ENDS
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns
from scraper.cleaner.rules.cards import LABEL_BOLD
from scraper.cleaner.rules.teasers import LINK_SHARE, is_heading

LEAST_PROSE: Final = 50
"""Words of prose above it."""

MAX_SHARE: Final = 0.4
"""So much of the choice at most."""

MARK_CHARS: Final = 16
LABEL_CHARS: Final = 80
SIGN_CHARS: Final = 250
BELOW: Final = 3
"""So many blocks below the last that is kept may have the number: the model leaves those out."""

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
_LABEL: Final = re.compile(rf"\W{{0,3}}(?:{_LABELS})(?!\w)", re.I)
# As a line of its own: a sentence of a calendar's begins so, too.
_ASKING: Final = re.compile(r"\W{0,3}for (?:further|more) (?:press |media )?information,? (?:please )?contact:", re.I)
# These are anybody's; a word of the press must stand near them.
_BARE: Final = re.compile(
    r"\W{0,3}(?:contacts?|kontakte?|contactos?|contatt[io]|contatos?|yhteystiedot|контакты?)\W{0,2}", re.I
)
_PRESS: Final = re.compile(
    r"(?<!\w)(?:press|media|journalis|presse|prensa|stampa|imprensa|pers(?!on)|prasa|tisk|пресс|сми(?!\w)|basın)", re.I
)
_REACHED: Final = re.compile(r"[^\s@]@[^\s@]+\.\w|(?<!\d)\+?\d[\d ()./–-]{6,20}\d(?!\d)")


def drop_press_tail(blocks: Blocks, columns: PageColumns, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return an article's choice without what stands under a press release, from its mark or first label to the end.

    Args:
        blocks: The page.
        columns: The page as arrays.
        keep: The choice, n.
    """
    kept = np.flatnonzero(keep).tolist()
    prose = np.cumsum(columns.prose * keep)
    below = [index for index in kept if prose[index] - columns.prose[index] >= LEAST_PROSE]
    most = MAX_SHARE * columns.words[keep].sum()
    for index in below:
        if _is_mark(blocks, index) or _is_label(blocks, index):
            tail = range(index, kept[-1] + 1)
            last = min(tail.stop + BELOW, len(keep))
            said = [
                blocks.text[place]
                for place in range(index, last)
                if blocks.link_share[place] < LINK_SHARE or "@" in blocks.text[place]
            ]
            is_small = columns.words[index:][keep[index:]].sum() <= most
            if is_small and any(map(_REACHED.search, said)) and _is_for_press(blocks.text[index], said):
                tidy = keep.copy()
                tidy[index:] = False
                return tidy
    return keep


def _is_mark(blocks: Blocks, index: int) -> bool:
    text = blocks.text[index]
    return len(text) <= MARK_CHARS and _END.fullmatch(text) is not None


def _is_label(blocks: Blocks, index: int) -> bool:
    """Whether a block heads whom to call, or is a line that says so and how."""
    text = blocks.text[index]
    if len(text) > SIGN_CHARS:
        return False
    is_set = blocks.bold_share[index] >= LABEL_BOLD or is_heading(blocks, index)
    if _BARE.fullmatch(text) or _ASKING.fullmatch(text):
        return is_set or text.endswith(":")
    if _LABEL.match(text) is None or text.endswith(ENDS):
        return False
    return (len(text) <= LABEL_CHARS and (is_set or text.endswith(":"))) or _REACHED.search(text) is not None


def _is_for_press(label: str, said: list[str]) -> bool:
    return _BARE.fullmatch(label) is None or any(map(_PRESS.search, said[1:]))
