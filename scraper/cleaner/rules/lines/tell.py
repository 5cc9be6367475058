"""What a line is by its words."""

import re
from typing import Final

from scraper.cleaner.characters import is_foreign
from scraper.cleaner.rules.lines.asks import asks_at_the_end
from scraper.cleaner.rules.lines.notices import NOTICES
from scraper.cleaner.rules.lines.pleas import LEADS, PLEAS
from scraper.cleaner.rules.lines.rights import RIGHTS
from scraper.cleaner.rules.lines.rows import AROUND, LineKind, LineList, as_label, index_words
from scraper.cleaner.rules.lines.signatures import ENGLISH, NAMED, SIGNATURES

_LISTS: Final[tuple[LineList, ...]] = (SIGNATURES, NAMED, ENGLISH, PLEAS, LEADS, *NOTICES, *RIGHTS)
_WIDE_LISTS: Final = tuple(one for one in _LISTS if one.begins is not None or one.within is not None)
_BY_WORD: Final = index_words(_LISTS)
# A longer line in Latin letters begins with its plea, or is none; a shorter one has no room for anything before it.
_HINT_CHARS: Final = range(25, 200)
_MARKS: Final = re.compile(r"^[\W_]+")
# A question and where to write: "Were you there? Write to desk@example.org".
# With hardly a word between: the police ask their witnesses in whole sentences.
_CALL: Final = re.compile(r"[?？؟]\W{1,4}(?:[^\s?@]{1,20}\s){0,3}[\w.+-]+@[\w-]+(?:\.[\w-]+)+[^?]{0,20}$")
_CALL_CHARS: Final = 250
# "Want to know first? Join our channel on Telegram": what stands before the plea.
_ASKED: Final = re.compile(r"[^.?!:]{3,90}[?!] ")
# "Sign up for the letter," the flyer said; Email us if the power is off, the council said.
_QUOTED: Final = re.compile(r"[\"“„«»”‘][^\"“”»«]{3,200}(?:[,.!?][\"”“»’]|[\"”“»’],) ?\w")
_SAID: Final = re.compile(
    r",\s(?:[^\s,.]+\s){0,5}(?:said|says|told|wrote|sagte|sagt|schrieb|a dit|dijo|dice|disse|diz|afferma|zei|zegt|sade|säger"
    r"|sier|siger|rekao|rekla|rekli|kaže|kažu|poručil[aio]|poručio|povedala?|řekla?|powiedziała?|mówi|сказала?|говорит|сказав"
    r"|вели|рече|каза|казват|рекао|рекла|u tha|pasakė|teica|ütles|sagði|dedi|meddai)\b[^,]{0,40}$",
    re.I,
)
# How often a page was read: "1834 прегледа", with the tools beside it.
_VIEWS: Final = re.compile(
    r"\d[\d\s.,]{0,12}(?:прегледа?|прегледи|просмотров|переглядів|pregleda|ogledov|views|lượt xem|дивились)(?:\s?\|.*)?$",
    re.I,
)
_LABELS: Final = {label: one.kind for one in _LISTS for label in one.labels}
_LONGEST: Final = max(one.max_chars for one in _LISTS)
_LONGEST_LABEL: Final = max(map(len, _LABELS))


def tell_line(text: str) -> LineKind | None:
    """Return what a line is, None for text.

    >>> tell_line("Follow us on Facebook"), tell_line("(Foto: Anna Berg)"), tell_line("Spotted an error? Let us know.")
    (<LineKind.PLEA: 'plea'>, <LineKind.SIGNATURE: 'signature'>, <LineKind.NOTICE: 'notice'>)
    """
    if len(text) > _LONGEST:
        return None
    if "İ" in text:  # Turkish capitals: small letters with and without a dot
        text = text.replace("İ", "i").replace("I", "ı").lower()
    line = text.lstrip(AROUND)
    if line and not line[0].isalnum():  # "🔔 Follow us on Facebook"
        line = _MARKS.sub("", line, count=1)
    first = line.partition(" ")[0].rstrip(AROUND)
    word = first.casefold()
    rest = line[len(first) :]
    for one in _BY_WORD.get(word, ()):
        match = one.match_rest(text, word, rest)
        if match is not None and (one is not LEADS or tell_line(rest[match.end() :]) is LEADS.kind):
            return None if one is PLEAS and _is_said(text) else one.kind
    if is_foreign(text):
        wide = _tell_wide(text) or (PLEAS.kind if asks_at_the_end(text) else None)
    else:
        wide = _tell_wide(text) if "©" in text else None
    if wide is not None:
        return wide
    if _is_hinted(text) or _is_call(text):
        return None if _is_said(text) else PLEAS.kind
    return _tell_whole(text, line) if len(text) <= _LONGEST_LABEL else None


def _tell_wide(text: str) -> LineKind | None:
    """Return what a line is by how it begins in scripts without blanks, or by what stands in it."""
    return next((one.kind for one in _WIDE_LISTS if one.tells_wide(text)), None)


def _tell_whole(text: str, line: str) -> LineKind | None:
    """Return what a line is as a whole: a label, or how often the page was read."""
    if line[:1].isdigit() and _VIEWS.match(line):
        return LineKind.NOTICE
    return _LABELS.get(as_label(text))


def _is_said(text: str) -> bool:
    """Whether a request is quoted: in its marks, or with who said it after it."""
    return _QUOTED.match(text) is not None or _SAID.search(text) is not None


def _is_hinted(text: str) -> bool:
    """Whether a line in Latin letters holds a plea, and a word that pleas hold."""
    return len(text) in _HINT_CHARS and not PLEAS.hints.isdisjoint(text.lower().split()) and PLEAS.tells_wide(text)


def _is_call(text: str) -> bool:
    """Whether a question or a call stands before a plea, or before an address to write to."""
    if "@" in text and len(text) <= _CALL_CHARS and _CALL.search(text):
        return True
    asked = _ASKED.match(text) if "? " in text or "! " in text else None
    return asked is not None and tell_line(text[asked.end() :]) is PLEAS.kind
