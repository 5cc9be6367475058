"""What a reporter leaves at the end: an address, a desk's initials, an agency's name; each the whole of a text."""

import re
from typing import Final

from scraper.cleaner.phrases.lines.names import CAPITAL
from scraper.cleaner.phrases.reporters import AGENCIES

MARK_CHARS: Final = 40
MARK_LETTERS: Final = 40
"""Beside an e-mail address: two names and their title."""

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SENTENCE_END: Final = re.compile(r"[?!。？！]|[.] ")
# Of the desk: "(rzk/idh)".
_INITIALS: Final = re.compile(r"[(\[][A-Za-z]{2,5}(?:\s?[/|-]\s?[A-Za-z]{2,5})+[)\]]")
# One reporter's, "(ipr)": as the last line and nowhere else.
_LAST_INITIALS: Final = re.compile(
    r"\([a-zäöüß]{2,4}\)|[a-ząćęłńóśźż]{2,4}/(?: [a-ząćęłńóśźż]{2,4}/){0,3}"
    # A name in Japanese; signing off on the air.
    r"|【[\u3400-\u9fff々]{2,5}[\u3041-\u3096\u30a1-\u30fa]{0,3}】"
    r"|(?:KBS|MBC|SBS|YTN|JTBC|MBN|OBS|EBS|CBS|[가-힣]{2,8}(?:방송|티비|TV))\s?(?:뉴스)?\s[가-힣]{3}입니다\.?"
)
_BARE_INITIALS: Final = re.compile(r"(?:Von )?[a-zäöüß]{2,4}")
# An agency's name and nothing else, perhaps after initials or the word for a source: "(MTI)", "(rn, PAP)", "Sursa: Agerpres".
_MORE_AGENCIES: Final = (
    r"(?:Keystone-)?(?-i:SDA|sda)|(?-i:Tanjug|SPT|BERNAMA|BelTA|Adnkronos|Танјуг|БГНЕС)"
    r"|белта|казинформ|азертадж|azərtac|արմենպրես|интерпрессньюс|ინტერპრესნიუსი|монцамэ|ዋልታ|ኢዜአ"
    r"|पीटीआय|पीटीआई|पी\.?टी\.?आई|रासस|एएनआई|आयएएनएस|रॉयटर्स|ಪಿಟಿಐ|പിടിഐ|పీటీఐ|பிடிஐ|પીટીઆઈ|ਪੀ\.?ਟੀ\.?ਆਈ|රොයිටර්|اے پی پی"
    r"|اے ایف پی|روئٹرز"
)
# Also states, airlines, parties and men: only in brackets, after a dash or after the word for a source.
_MARKED_AGENCIES: Final = r"(?-i:Beta|STA|BNS|LETA|ELTA|ATSH|PA|AAP|CP|APS|MAP|TAP|N1|KUNA|QNA|Turan|Бета|МИА)"
_SOURCES: Final = (
    "autora?|sursa|źródło|zdroj|izvor|vir|avots|allikas|fonte|fuente|quelle|kaynak|källa|källor|kilde|lähde|forrás|source|foto|burimi"
    "|šaltinis|mənbə|bron|πηγή|извор|източник|источник|джерело|крыніца|المصدر|المصادر|منبع|स्रोत"
)


def _agencies(names: str, before: str) -> str:
    """Return the pattern of agencies' names with what stands before them."""
    return (
        rf"{before}(?:{names})(?:\s?[/,+–-]\s?(?:{names})){{0,4}}(?:[/,]\s?[a-z]{{2,4}})?"
        r"(?:,\s?\d{1,2}\.\d{1,2}\.\d{4})?\W{0,8}"
    )


_INITIALS_BEFORE: Final = r"(?:(?-i:[a-ząčęłńśšžźż]){2,4}[,/]\s?)?"
_AGENCY: Final = re.compile(
    "|".join(
        (
            # A paper and what it had its text from.
            rf"(?:par )?(?:{CAPITAL}[\w'’-]{{1,15}} ){{2,4}}(?:avec|mit|con|med|met) (?:l')?(?:{AGENCIES})",
            _agencies(rf"{AGENCIES}|{_MORE_AGENCIES}", rf"[^\w\s]{{0,8}}\s?{_INITIALS_BEFORE}"),
            _agencies(
                rf"{AGENCIES}|{_MORE_AGENCIES}|{_MARKED_AGENCIES}",
                rf"(?:[(\[–—]\s?{_INITIALS_BEFORE}|\W{{0,4}}(?:{_SOURCES})\s?[:：]\s?)",
            ),
        )
    ),
    re.I,
)


def is_reporters_mark(text: str, *, is_last: bool = False) -> bool:
    """Whether a text is an e-mail address with hardly more than whose it is, a desk's initials, or an agency's name.

    The last line also where it has one reporter's initials or name.

    >>> is_reporters_mark("오세훈 기자 osh@example.org"), is_reporters_mark("Write to osh@example.org. She reads it, as we hear.")
    (True, False)
    """
    if "@" not in text:
        return (
            (text[0] in "([" and _INITIALS.fullmatch(text) is not None)
            or (is_last and _LAST_INITIALS.fullmatch(text) is not None)
            or (len(text) <= MARK_CHARS and _AGENCY.fullmatch(text) is not None)
        )
    rest = _MAIL.sub("", text)
    return (
        rest != text and sum(map(str.isalpha, rest)) <= MARK_LETTERS and not _SENTENCE_END.search(rest.rstrip(" .。"))
    )


def is_initials(text: str) -> bool:
    """Whether a text is a few small letters, as reporters sign where the element says that it is a signature."""
    return _BARE_INITIALS.fullmatch(text) is not None
