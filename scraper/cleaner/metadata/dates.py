"""Dates as pages write them, to ISO 8601."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

from scraper.cleaner.metadata.calendars import BUDDHIST_YEARS, CENTURY, find_other_date, has_own_calendar
from scraper.cleaner.metadata.date_words import PUBLISHED, UPDATED
from scraper.cleaner.metadata.months import month_in
from scraper.cleaner.metadata.spelling import drop_directions

# Before these are the zero dates of databases (0000, 0001, 1601, 1899, 1970-01-01); printed archives go back further than the web.
MIN_YEAR: Final = 1600
# Later ones are of other calendars (Nepal's is 56 years ahead), or of no publication.
MAX_YEAR: Final = 2050
_ZERO_DATES: Final = frozenset(
    {date(1970, 1, 1), date(1969, 12, 31), date(1899, 12, 30), date(1900, 1, 1), date(1601, 1, 1)}
)

# What stands between a day and its time: "am 21. August um 10:05", "den 21. august 2026 kl. 10.05".
_AT: Final = (
    r"at|um|om|à|a las|a les|às|as|alle(?: ore)?|ore|ora|la|kl(?:\.|ockan)?|klo|kello|kell|plkst\.?|godz\.|o|u|ob|в|о|у|στις|saat"
    r"|pukul|jam|lúc|الساعة|ساعت|בשעה|เวลา"
)
_TIME: Final = (
    rf"(?:(?:[Tt\s,]+|\s?[|·•–—-]\s|(?P<at>[\s,|·•–—-]+(?:{_AT})\s))"
    # A full stop is a clock's behind such a word where nothing is counted, or before one: "8.30" may be anything. What is counted
    # in minutes is how long something takes.
    r"(?P<hour>\d{1,2})(?:[:h]|(?(at)\.(?=\d\d\s?(?:Uhr|น|[ap]\.?m|[,;|()·•–—-]|$))|\.(?=\d\d\s?(?:Uhr|น|GMT|UTC|BST))))"
    r"(?P<minute>\d{2})(?!\d|\s?(?:[Mm]in|мин|分|นาที))(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\b)?"
    # "um 10:05-11:30" is until when.
    # Hours alone are a zone behind seconds, as PostgreSQL writes it, and behind its name: "(GMT+7)" in Vietnam.
    r"\s*\(?(?P<zone>[Zz]\b|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?(?!\d)|(?:UTC|GMT)\b|(?(at)(?!)|[+-]\d{2}:?\d{2})"
    r"|(?(second)[+-]\d{2}(?![\d:])|(?!)))?)?"
)
# Zones by their names, where clocks are not put forward: with "EST" and "CET" much is dated that was written in summer. Moscow's
# were, and an hour ahead for good, until October 2014; Pakistan's in 2008 and 2009 (IANA's tzdata).
NAMED_SINCE: Final = 2015
_NAMED_ZONES: Final = {
    name: f"+{hours:02}:00"
    for hours, names in {
        1: "WAT",
        2: "CAT SAST",
        3: "EAT MSK МСК",
        5: "PKT",
        7: "WIB ICT",
        8: "WITA SGT HKT PHT",
        9: "WIT JST KST",
    }.items()
    for name in names.split()
}
_NAMED_ZONE: Final = re.compile(rf"\s?\(?({'|'.join(_NAMED_ZONES)})\b")
_DIGIT: Final = re.compile(r"\d")
_ISO: Final = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)" + _TIME)
_COMPACT: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z|[+-]\d{4})?)?$"
)
_EPOCH: Final = re.compile(r"1\d{9}(?:\d{3})?$")
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?(?:[./-]|年|년)\s?(?P<month>\d{1,2})\s?(?:[./-]|月|월)\s?(?P<day>\d{1,2})(?!\d)(?:\s?[日일.])?"
    + _TIME
)
_NUMERIC: Final = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second_>\d{1,2})(?P=mark)\s?(?P<year>\d{4})(?![\d./-]\d)"
    + _TIME
)
# A month's name, with the signs for vowels of Indic scripts, Thai, Lao, Burmese and Khmer, and the joiners between them.
_WORD: Final = (
    r"(?P<name>[^\W\d_][\w\u0900-\u0dff\u0e00-\u0eff\u1000-\u1049\u104c-\u109f\u1780-\u17ff\u200c\u200d]*)\.?"
)
_COMMA: Final = "[,،؍၊]"
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|hb|mh|ú|[.ºª°؍])?\s?,?(?:\s|-)?(?:d[ea]\s|of\s|d['’]|(?P<the>(?:[Aa][mn]|dh?en)\s(?:t-)?))?\s?"
    + _WORD
    # Urdu is written without a blank there, and a short form with a full stop may be: "22.nov.2026".
    + rf"(?:\s?{_COMMA}\s?|\s|-|/|(?<=[^\x00-\x2d\x2f-\x7f])(?=\d))(?:de\s|del\s|พ\.ศ\.\s?|ค\.ศ\.\s?)?(?P<year>\d{{4}})(?!\d)"
    + _TIME
)
_MONTH_FIRST: Final = re.compile(
    rf"(?<!\w){_WORD}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.?\s[bd]\.|\.)?(?:\s?{_COMMA}\s?|\s)(?P<year>\d{{4}})(?!\d)"
    + _TIME
)
_YEAR_NAMED: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:e?ko)?\.?\s(?:m\.\s|gada\s|ခုနှစ်[,၊]?\s)?"
    + _WORD
    + r"\s(?:මස\s|လ\s|mėn\.?\s)?(?P<day>\d{1,2})(?!\d)\.?"
    + _TIME
)
_YEAR_AND_DAY: Final = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})\.?\s(?:gada|жылғы|жылдың|ж\.)\s(?P<day>\d{{1,2}})\.?\s{_WORD}" + _TIME
)
_RFC: Final = re.compile(
    r"(?P<name>[A-Za-z]{3,9})\s+(?P<day>\d{1,2})\s+(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})\s+(?P<zone>[+-]\d{4}|UTC|GMT)?[A-Z]{0,4}\s*(?P<year>\d{4})"
)


# The date that a page states is mostly that of the ``<time>`` beside its headline.
@lru_cache(maxsize=256)
def read_date(value: str, language: str | None = None) -> str | None:
    """Read a date that a machine was meant to read, in any form in use.

    Args:
        value: The text of an attribute.
        language: Language of the page: it settles whether 03/04/2026 is in March or April.

    Returns:
        ISO 8601: a date, or a date and time, with a zone where the text has one; None for what is no date.

    >>> read_date("Fri, 21 Aug 2026 10:05:00 +0200")
    '2026-08-21T10:05:00+02:00'
    """
    text = value.strip()[:100]
    if text.isdigit():
        return _from_digits(text)
    return _from_iso(text) or find_date(text, language)


def _from_iso(text: str) -> str | None:
    match = _ISO.match(text) or _COMPACT.match(text)
    return _from_match(match, None) if match else None


def _from_digits(text: str) -> str | None:
    """Read 20260821, 20260821100500 or seconds and milliseconds since 1970."""
    if match := _COMPACT.match(text):
        return _from_match(match, None)
    if not _EPOCH.match(text):
        return None
    seconds = int(text) // (1000 if len(text) == 13 else 1)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()


# A language that is none of English's and not known.
OTHER_THAN_ENGLISH: Final = "und"
_AMERICAN_ZONE: Final = re.compile(r"\s*[ECMP][SD]?T\b")
# Languages that have "the" between a day and its month: "25 an t-Samhain 2026".
_GAELIC: Final = ("ga", "gd")
# "14.03.24, 10:05": day, month and year in the languages that write dates with full stops, and put the year last.
_SHORT: Final = re.compile(
    r"(?<![\w.:/-])(?P<day>\d{2})\.\s?(?P<month>\d{2})\.\s?(?P<year>[0-2]\d)(?![\w:/-]|\.\w)\.?"
    r"(?!\s*(?i:uhr|stunden|std|min|h)\b)" + _TIME
)
# What stands before one: nothing, a label or place with a mark after it, or a word for the publication or the day: "Mo. 14.03.24".
_BEFORE_SHORT: Final = re.compile(
    r"(?:.{0,60}[,:|–—·•(-]|am|den|dne|dňa|od|du|il|per|vom|[^\W\d_]{2,3}\.?|(?:[^\W\d_]{3,8}[td]ag|mittwoch|sonnabend))?\s*",
    re.I,
)
_NO_DATE_AFTER: Final = re.compile(r"(?:\b(?:um|kl|klo|ore|ob|u|v|o|ver|version\w*|zeit|tid|время)\b\.?:?\s*)$", re.I)
_DOTTED: Final = frozenset(
    "de da nb nn no fi fo is et lv cs sk sl hr bs sr mk bg pl ro ru uk be tr it rm lb he".split()
)
# Words before such a date, "Zuletzt aktualisiert von der Redaktion am 14.03.24": more are a sentence.
MAX_LED: Final = 7
# Forms of a written date, the surest first, and what each has in it.
_FORMS: Final = (_ISO, _YEAR_FIRST, _MONTH_FIRST, _DAY_FIRST, _NUMERIC, _YEAR_NAMED, _YEAR_AND_DAY, _RFC)
_YEAR: Final = re.compile(r"\d{4}")


@lru_cache(maxsize=256)
def find_date(text: str, language: str | None = None) -> str | None:
    """Find the first date with day, month and year in a short text.

    >>> find_date("Veröffentlicht am 21. August 2026 um 10:05 Uhr", "de")
    '2026-08-21T10:05:00'
    """
    if not (_DIGIT.search(text) or "年" in text):
        return None
    text = drop_directions(text)
    forms = _FORMS if _YEAR.search(text) else ()
    found = [match_date for form in forms if (match_date := _first(form, text, language))]
    if found:
        return min(found)[1]
    if (language or "").partition("-")[0] in _DOTTED and (short := _first(_SHORT, text, language)):
        before = text[: short[0]]
        is_led = _BEFORE_SHORT.fullmatch(before) or _says_when(before)
        return short[1] if is_led and not _NO_DATE_AFTER.search(before) else None
    other = None if text.isascii() and not has_own_calendar(language) else find_other_date(text, language)
    return other if other and MIN_YEAR <= int(other[:4]) <= MAX_YEAR else None


def _says_when(before: str) -> bool:
    """Whether a text is a few words, one of which says that something was published or changed."""
    lower = before.lower()
    return len(lower.split()) <= MAX_LED and (PUBLISHED.search(lower) or UPDATED.search(lower)) is not None


def _first(form: re.Pattern[str], text: str, language: str | None) -> tuple[int, str] | None:
    for match in form.finditer(text):
        if value := _from_match(match, language):
            return match.start(), value
    return None


def _from_match(match: re.Match[str], language: str | None) -> str | None:
    parts = match.groupdict()
    if parts.get("the") and not (language or "").startswith(_GAELIC):  # "9 am Dec 2026"
        return None
    year = int(parts["year"]) + (CENTURY if len(parts["year"]) == 2 else 0)
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second_"])
        day, month = _order(first, second, parts["mark"], "en-US" if _is_american(match, language) else language)
    elif parts.get("name"):
        day, month = int(parts["day"]), month_in(parts["name"], language) or 0
    else:
        day, month = int(parts["day"]), int(parts["month"])
    if year > MAX_YEAR and year - BUDDHIST_YEARS <= MAX_YEAR:
        year -= BUDDHIST_YEARS
    try:
        day_of = date(year, month, day)
    except ValueError:
        return None
    if not MIN_YEAR <= year <= MAX_YEAR or day_of in _ZERO_DATES:
        return None
    clock = _clock(parts)
    is_named = clock and not parts.get("zone") and year >= NAMED_SINCE
    named = _NAMED_ZONE.match(match.string, match.end()) if is_named else None
    return day_of.isoformat() + clock + (_NAMED_ZONES[named[1]] if named else "")


def _is_american(match: re.Match[str], language: str | None) -> bool:
    """Whether a clock of two halves or a zone of the United States stands behind a date, on a page that does not say its language.

    "1/9/2025 10:05:00 AM" is how .NET writes a date for a machine, on pages in any language.
    """
    is_net = match["mark"] == "/" and match["second"] and match["half"]
    if is_net or language not in (None, OTHER_THAN_ENGLISH) or match["mark"] == ".":
        return bool(is_net)
    return match["half"] is not None or _AMERICAN_ZONE.match(match.string, match.end()) is not None


def _order(first: int, second: int, mark: str, language: str | None) -> tuple[int, int]:
    """Return day and month of a numeric date: in the United States the month comes first."""
    # With hyphens it is how PHP reads and content systems of other lands write it, on pages that do not say their language.
    american = mark != "." and language in (None, "en", "en-US") and not (mark == "-" and language is None)
    if second > 12 or (american and first <= 12):
        return second, first
    return first, second


def _clock(parts: dict[str, str | None]) -> str:
    """Return the time part of ISO 8601, with its zone; empty where there is none or it is impossible."""
    if not parts.get("hour"):
        return ""
    hour, minute, second = (int(parts.get(key) or 0) for key in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}:{second:02}{_zone(parts.get('zone'))}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    offset = zone.upper().removeprefix("GMT").removeprefix("UTC").replace(":", "")
    if offset in ("", "Z"):
        return "+00:00"
    sign, digits = offset[0], offset[1:]
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    # All zones are whole quarters of an hour.
    is_zone = int(hours) <= 14 and int(minutes) % 15 == 0 and int(minutes) < 60
    return f"{sign}{int(hours):02}:{int(minutes):02}" if is_zone else ""
