"""What a line is by its words."""

import re
from typing import Final

from scraper.cleaner.characters import is_foreign
from scraper.cleaner.phrases.lines.asks import asks_at_the_end
from scraper.cleaner.phrases.lines.beginnings import read_beginning
from scraper.cleaner.phrases.lines.counters import COUNTER_CHARS, is_counter
from scraper.cleaner.phrases.lines.notices import NOTICES
from scraper.cleaner.phrases.lines.pleas import LEADS, PLEAS
from scraper.cleaner.phrases.lines.rights import RIGHTS
from scraper.cleaner.phrases.lines.rows import AROUND, LineKind, LineList, as_label, as_small, index_words
from scraper.cleaner.phrases.lines.signatures import SIGNATURES
from scraper.cleaner.phrases.lines.tools import NO_HEADINGS

_LISTS: Final[tuple[LineList, ...]] = (*SIGNATURES, PLEAS, LEADS, *NOTICES, *RIGHTS)
_WIDE_LISTS: Final = tuple(one for one in _LISTS if one.begins is not None or one.within is not None)
_BY_WORD: Final = index_words(_LISTS)
# A longer line in Latin letters begins with its plea, or is none; a shorter one has no room for anything before it.
_HINT_CHARS: Final = range(25, 200)
_MARKS: Final = re.compile(r"^[\W_]+")
_WORDS: Final = re.compile(r"\w+")
# A question and where to write: "Were you there? Write to desk@example.org".
# With hardly a word between: the police ask their witnesses in whole sentences.
_CALL: Final = re.compile(r"[?？؟]\W{1,4}(?:[^\s?@]{1,20}\s){0,3}[\w.+-]+@[\w-]+(?:\.[\w-]+)+[^?]{0,20}$")
_CALL_CHARS: Final = 250
# A club asks so for members: "Interested? Mail to info@club.example".
_INTERESTED: Final = re.compile(
    r"\W*(?:(?:sind sie |bist du |are you )?(?:interess|intéress|interes|intresser|zainteresowan|zájem|belangstelling|kiinnost"
    r"|érdekl)\w*"
    r"|(?:noch )?fragen|mitmachen|lust (?:mitzu\w+|bekommen))\W*[?？؟]",
    re.I,
)
# "Want to know first? Join our channel on Telegram": what stands before the plea.
_ANSWERS: Final = frozenset(("let us ", "tell us"))
_ASKED: Final = re.compile(r"[^.?!:]{3,90}[?!] ")
# What a reporter says after a question: the police "want to hear from you", too.
_HEARS: Final = re.compile(
    r"i(?:['’]d| would) (?:love|like) to hear from you\b"
    r"|(?:we(?:['’]d| would) (?:love|like) to hear from you\. )?(?:using|from) a non-?work (?:device|phone|computer)\b",
    re.I,
)
# Who says so: a word in the last clause, after a few, or first of them.
_SAYS: Final = (
    r"(?:said|says|recommends|recommended|advises|advised|agreed|agrees|told|tells|asked|asks|wrote|writes|argued|argues"
    r"|urged|urges?|warned|warns|announced|shouted|begged|sagte|sagt"
    r"|schrieb|schreibt|rief|warnte|a dit|a déclaré|a écrit|dit|dijo|dice|decía|concluyeron|escribió|disse|diz|escreveu"
    r"|afferma|scrive|scrisse|zei|zegt|schreef|sade|säger|skrev|skriver|sier|siger|rekao|rekla|rekli|kaže|kažu|piše"
    r"|napisa(?:o|la)|poručil[aio]|poručio|presudio|odlučio|povedala?|napísala?|řekla?|napsala?|hlásí|powiedziała?"
    r"|mówi|napisała?|сказала?|говорит|написала?|пишет|сказав|сказала|пише|написа|призова|извика|вели|рече|каза"
    r"|казват|рекао|рекла|поручио|саветовао|u tha|tha|thotë|shkroi|shkruan|pasakė|sako|rašė|teica|rakstīja|ütles"
    r"|soovitab|lubas|kirjutas|sagði|segir|skrifaði|dedi|yazdı|dediler|meddai|dejala?|pravi|zapisala?|vendosi"
    r"|rät|riet|empfiehlt|mahnt|conseille|recommande|recomienda|aconseja|consiglia|raccomanda|recomenda|orienta|aconselha"
    r"|adviseert|waarschuwt"
    r"|råder|rekommenderar|varnar|anbefaler|advarer|radzi|apeluje|ostrzega|radí|doporučuje|varuje|uvedla?|mondta|mondja"
    r"|írta|írja|tanácsolja"
    r"|javasolja|közölte|sanoi|sanoo|neuvoo|kehottaa|suosittelee|recomandă|avertizează|советует|рекомендует|предупреждает"
    r"|радить|рекомендує|съветва"
    r"|demana|deia|kata|tulis|spuse|a scris|spune|au spus)"
)
_NOT_SAID: Final = (
    r"(?!(?:where|who|which|as|that|what|so|and|or|wo|wie|où|qui|donde|que|dove|che|kde|где|som|og|och)\b)"
)
# Of two letters, or of other things, too: only with who it is right after it.
_SAYS_FIRST: Final = r"(?:read|sa|stand|steht|hieß)(?!\s(?:more|facebook)\b)"
_CLAUSE: Final = (
    rf"{_NOT_SAID}(?:{_SAYS}\b(?:\s[^\s,]+){{0,8}}|{_SAYS_FIRST}(?:\s[^\s,]+){{1,8}}"
    rf"|(?:[^\s,.]+\s){{1,4}}{_SAYS}\b(?:\s[^\s,]+){{0,4}})"
)
# Email us if the power is off, the council said.
_SAID: Final = re.compile(rf",\s{_CLAUSE}(?:,[^,]{{0,40}})?\W*$", re.I)
# "Sign up for the letter," the flyer said: in marks from the beginning, and what stands after them belongs to it.
_QUOTED: Final = re.compile(
    r"[\"“„«»”‘][^\"“”»«]{3,200}(?:[,.!?][\"”“»’](?=\s?[^\W\d])|[\"”“»’](?=,?\s[^\"“”»«]{0,60}" + _SAYS + r"\b))", re.I
)
# Words in marks at the beginning, of which the line goes on to tell; two of them are a button's, and "us" is who asks to press it.
_MENTIONED: Final = re.compile(
    r"[\"“„«»”‘](?!\S+(?:\s\S+)?[\"”“»’])[^\"“”»«]{3,60}[\"”“»’]\s(?!.*\b(?:us|our|uns|unser\w*|nous|notre|nos|нас|наш\w*|bizi"
    r"|\w+[ıiuü]m[ıiuü]z[ıiuüa]\w*|nuestr\w+|noss[oa]s?|nostr\w+|ons|onze|oss|vår\w*|vores|nam|nasz\w*|naš\w*)\b)[^\W\d_][^:|–—]{14,}$",
    re.I,
)
# Where there are no commas before it, or the quotation ends with a word for "so".
_SAID_WIDE: Final = re.compile(
    r"[，,][^，。]{1,16}[说說称稱道]。?$"
    r"|ने कहा|نے کہا|भन्यो|भने\b|म्हणाल|असा प्रश्न|என்று|కోరారు|പറഞ്ഞു|հայտարարեց|գրել է|განაცხადა|თქვა|гэж|деді\b"
)
# What a content system should have put something in for: "[Gambas:Video 20detik]", "[gallery ids=\"4,5\"]", "[/caption]".
_PLACEHOLDER: Final = re.compile(
    r"\[(?:[a-z][\w-]{1,30}(?::[^\W\d][^\]]*|(?: [\w-]+=[^\]]*)+)|/[a-z][\w-]{1,30})\]", re.I
)
# Where links lead is no house's own: "Hull News is not responsible for the content of external sites." Its name is first, and all
# that stands before: "The court held that the firm is not responsible…" tells of others.
_EXTERNAL: Final = re.compile(
    r"\b(?:not responsible|nicht verantwortlich|keine (?:haftung|verantwortung|gewähr)|pas responsable"
    r"|no (?:es|se hace) responsable|non è responsabile|niet verantwoordelijk"
    r"|não (?:é responsável|se responsabiliza)|ikke ansvarlig|inte ansvarig)\b.{1,30}"
    r"\b(?:content|inhalte?|contenus?|contenidos?|contenut[io]|conteúdos?|inhoud|innhold|innehåll|indhold)\b.{1,20}\bextern",
    re.I,
)
_EXTERNAL_CHARS: Final = 140
_HOUSE: Final = re.compile(
    r"\W*(?:[A-ZÄÖÜÅØÆÉ0-9][^\s:,;]*\s|(?:[^\W\d_]{1,3}|sind|sommes|n['’]est|www\.[^\s:,;]+)\s|[&+|]\s){1,6}\W*"
)
_LABELS: Final = {label: one.kind for one in _LISTS for label in one.labels}
_LONGEST: Final = max(one.max_chars for one in _LISTS)
_LONGEST_LABEL: Final = max(COUNTER_CHARS, *map(len, _LABELS))


def tell_line(text: str, *, is_heading: bool = False) -> LineKind | None:
    """Return what a line is, None for text, and for what somebody is said to have said.

    >>> tell_line("Follow us on Facebook"), tell_line("(Foto: Anna Berg)"), tell_line("Spotted an error? Let us know.")
    (<LineKind.PLEA: 'plea'>, <LineKind.SIGNATURE: 'signature'>, <LineKind.NOTICE: 'notice'>)
    """
    if len(text) > _LONGEST:
        return None
    if "İ" in text:  # Turkish capitals: small letters with and without a dot, after the first of each word
        text = _WORDS.sub(_write_small, text)
    kind = _tell_words(text, is_heading=is_heading)
    return kind if kind is None or kind is LineKind.SIGNATURE or not _is_said(text) else None


def _write_small(word: re.Match[str]) -> str:
    """Return a word with Turkish letters in small ones but for its first, by which names are told."""
    letters = word[0]
    return letters[0].replace("İ", "I") + letters[1:].replace("İ", "i").replace("I", "ı").lower()


def _tell_words(text: str, *, is_heading: bool) -> LineKind | None:
    """Return what a line is by its words, whoever says them."""
    line = text if text[:1].isalnum() else _without_marks(text)
    first = line.partition(" ")[0].rstrip(AROUND)
    word = first.casefold()
    begun = _tell_begun(text, word, line[len(first) :], is_heading=is_heading) if word in _BY_WORD else None
    if begun is not None:
        return begun
    wide = None if text.isascii() else _tell_beyond_ascii(text)
    if wide is not None:
        return wide
    if _is_hinted(text) or _is_call(text):
        return PLEAS.kind
    if "extern" in text and len(text) <= _EXTERNAL_CHARS and _is_of_links(text):
        return LineKind.NOTICE
    return _tell_whole(text, line, is_heading=is_heading) if len(text) <= _LONGEST_LABEL else None


def _without_marks(text: str) -> str:
    """Return a line from its first letter or digit on: "🔔 Follow us on Facebook"."""
    line = text.lstrip(AROUND)
    return line if line[:1].isalnum() else _MARKS.sub("", line, count=1)


def _tell_begun(text: str, word: str, rest: str, *, is_heading: bool) -> LineKind | None:
    """Return what a line is by its first word and what follows that."""
    beginning = read_beginning(rest)
    for one in _BY_WORD[word]:
        match = one.match_rest(text, word, rest, beginning) if one.headings or not is_heading else None
        if match is not None and (one is not LEADS or tell_line(rest[match.end() :]) is LEADS.kind):
            return one.kind
    return None


def _tell_beyond_ascii(text: str) -> LineKind | None:
    """Return what a line is by its letters of other alphabets, or its sign of copyright."""
    if is_foreign(text):
        return _tell_wide(text) or (PLEAS.kind if asks_at_the_end(text) else None)
    return _tell_wide(text) if "©" in text else None


def _tell_wide(text: str) -> LineKind | None:
    """Return what a line is by how it begins in scripts without blanks, or by what stands in it."""
    small = as_small(text)
    return next((one.kind for one in _WIDE_LISTS if one.tells_wide(text, small)), None)


def _tell_whole(text: str, line: str, *, is_heading: bool) -> LineKind | None:
    """Return what a line is as a whole: a label, a placeholder, or how often the page was read."""
    if text.startswith("[") and _PLACEHOLDER.fullmatch(text):
        return LineKind.NOTICE
    if is_counter(line):
        return LineKind.AROUND
    label = as_label(text)
    return None if is_heading and label in NO_HEADINGS else _LABELS.get(label)


def _is_said(text: str) -> bool:
    """Whether a line is quoted: in its marks, or with who said it after it."""
    return (
        _QUOTED.match(text) is not None
        or _MENTIONED.match(text) is not None
        or ("," in text and _SAID.search(text) is not None)
        or (is_foreign(text) and _SAID_WIDE.search(text) is not None)
    )


def _is_hinted(text: str) -> bool:
    """Whether a line in Latin letters holds a plea, and a word that pleas hold."""
    return (
        len(text) in _HINT_CHARS
        and not PLEAS.hints.isdisjoint(text.lower().split())
        and PLEAS.tells_wide(text, as_small(text))
    )


def _is_of_links(text: str) -> bool:
    """Whether a house says that it does not answer for what its links lead to."""
    denied = _EXTERNAL.search(text)
    return denied is not None and (not denied.start() or _HOUSE.fullmatch(text, 0, denied.start()) is not None)


def _is_call(text: str) -> bool:
    """Whether a question or a call stands before a plea or a wish to be told, or before an address to write to."""
    if "@" in text and len(text) <= _CALL_CHARS and _CALL.search(text) and not _INTERESTED.match(text):
        return True
    asked = _ASKED.match(text) if "? " in text or "! " in text else None
    if asked is None:
        return False
    kind, rest = tell_line(text[asked.end() :]), text[asked.end() : asked.end() + len("tell us")]
    is_told = kind is PLEAS.kind or (kind is LineKind.NOTICE and rest.casefold() in _ANSWERS)
    return is_told or _HEARS.match(text, asked.end()) is not None
