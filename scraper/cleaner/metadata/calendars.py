"""Dates in other calendars, numerals and orders: eras of East Asia, Chinese numerals, years of Iran, Nepal, Ethiopia.

Looked for in texts that are not ASCII alone, where none of the forms of ``dates`` is found.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

from scraper.cleaner.characters import is_foreign
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.months import month_in
from scraper.cleaner.metadata.nepalese_years import NEPALESE_MONTHS, NEPALESE_YEARS, nepalese_date

# The year before the first of each era.
_ERAS: Final[Mapping[str, int]] = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
_ERA: Final = (
    rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<year>\d{{1,3}}|元)\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"
)

_HAN_DIGITS: Final = "〇一二三四五六七八九"
_HAN: Final = (
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?P<day>[一二三四五六七八九十]{1,3})日"
)

_PERSIAN_MONTHS: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_PERSIAN: Final = (
    rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?P<name>{'|'.join(_PERSIAN_MONTHS)})\s?(?:ماه)?\s?(?P<year>\d{{4}})(?!\d)"
)
_OWN_NUMBERS: Final = r"(?<!\d)(?P<year>\d{4})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?!\d)"
# Letters that Persian has and Arabic has not, and those of Urdu, Pashto and Kurdish, which Persian has not.
_OF_PERSIAN: Final = re.compile("[پچژگیک]")
_OF_OTHERS: Final = re.compile("[ٹڈڑےہںھټډړښېڕڵۆێە]")
# "93/10/12": the century is left out. Of the years since 1400 it may be the day of another calendar.
_SHORT_PERSIAN: Final = r"(?<![\d/.-])(?P<year>\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"
_SHORT_PERSIAN_YEARS: Final = range(70, 100)
_PERSIAN_YEARS: Final = range(1300, 1500)
# The first day of the Persian year 1300, and the places of leap years in the cycle of 33 years, which holds for the years above.
_PERSIAN_START: Final = date(1921, 3, 21)
_PERSIAN_CYCLE, _PERSIAN_LEAPS = 33, frozenset((1, 5, 9, 13, 17, 22, 26, 30))

# "१० मंसिर २०८३", "मंसिर १०, २०८३", "२०८३ मंसिर १० गते"; lunar months of India have the same names.
_NEPALESE: Final = (
    rf"(?:(?<!\d)(?P<first>\d{{4}}|\d{{1,2}})(?:\s(?:साल|गते))?\s?)?(?<![\w\u0900-\u097f])"
    rf"(?P<name>{'|'.join(sorted(NEPALESE_MONTHS, key=len, reverse=True))})(?![\w\u0900-\u097f]),?"
    r"\s(?P<second>\d{4}|\d{1,2})(?!\d)(?:(?:\s?गते)?,?\s(?P<third>\d{4})(?!\d))?"
)
# Numbers are of it where the year is: the first one here began in April 2000.
_NEPALESE_NUMBERS: Final = range(2057, NEPALESE_YEARS.stop)

# "ኅዳር 15 ቀን 2019 ዓ.ም": without the mark of the era the year may be the common one.
_ETHIOPIAN_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        "መስከረም ጥቅምት ኅዳር/ህዳር ታኅሣሥ/ታህሳስ/ታኅሳስ/ታህሣሥ ጥር የካቲት መጋቢት ሚያዝያ/ሚያዚያ ግንቦት ሰኔ ሐምሌ/ሀምሌ ነሐሴ/ነሀሴ ጳጉሜን/ጳጉሜ".split(), 1
    )
    for name in names.split("/")
}
_ETHIOPIAN: Final = (
    rf"(?P<name>{'|'.join(_ETHIOPIAN_MONTHS)})\s(?P<day>\d{{1,2}})(?:\sቀን)?[,፣]?\s(?P<year>\d{{4}})\s?ዓ[./]?\s?ም"
)
# The day before the first of the first year, as ``date`` counts: 28 August of the year 8.
_ETHIOPIAN_START: Final = 2795

# Months of two words, and two names for one: "21 تشرين الأول 2026", "21 آب/أغسطس 2026",
# "24ی تشرینی دووەمی 2026", "26 Meán Fómhair 2026".
_TWO_WORDS: Final = (
    r"(?<!\d)(?P<day>\d{1,2})ی?\s?(?P<name>[^\W\d_]+(?: (?:الأول|الثاني|یەکەمی?|دووەمی?|Fómhair))?)(?:/[\u0621-\u064a]+)?"
    r"\s(?P<year>\d{4})(?!\d)"
)
_KHMER: Final = r"ទី\s?(?P<day>\d{1,2})\s?ខែ\s?(?P<name>[\u1780-\u17d3]+)\s?ឆ្នាំ\s?(?P<year>\d{4})(?!\d)"
# "17:40, 26 ное 26", in a text that begins with a time or a day of the week: "Финал прошёл 26 мая 17" goes on elsewhere.
_SHORT_YEAR: Final = (
    r"(?i)^(?:\d{1,2}[:.]\d\d|(?:пн|пон|вт|вів|ср|чт|чет|пт|пят|пет|сб|суб|вс|вос|нд|нед)\w{0,8})\.?[,\s|]+"
    r"(?P<day>\d{1,2}) (?P<name>[а-яѐ-џ]{3,})\.? (?P<year>\d{2})$"
)
_VIETNAMESE: Final = r"(?i)(?<!\d)(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?:,? năm |, |/| )(?P<year>\d{4})(?!\d)"
_MONGOLIAN: Final = r"(?i)(?<!\d)(?P<year>\d{4}) оны (?P<month>\d{1,2})(?:[- ]?\w{1,6})? сарын (?P<day>\d{1,2})(?!\d)"
_MONGOLIAN_NAMED: Final = r"(?i)(?<!\d)(?P<year>\d{4}) оны (?P<name>(?:арван ?)?\w{4,}) сарын (?P<day>\d{1,2})(?!\d)"
_MONGOLIAN_MONTH_FIRST: Final = r"(?i)(?<!\d)(?P<month>\d{1,2})(?:-?р)? сарын (?P<day>\d{1,2}),? (?P<year>\d{4})(?!\d)"

# "21 ส.ค. 69": the century of the Buddhist calendar is left out.
_THAI: Final = r"(?<!\d)(?P<day>\d{1,2})\s?(?P<name>[ก-\u0e4e.]{4,12})\s?(?:พ\.ศ\.\s?)?(?P<year>\d{4}|\d{2})(?![\d:.])"
# Years of the Buddhist calendar in Thailand are 543 ahead.
BUDDHIST_YEARS: Final = 543
_THAI_CENTURY, _LAST_COMMON_YEAR = 2500, 2200
CENTURY: Final = 2000
# Languages whose countries number dates in a calendar of their own, and those that call lunar months as Nepal calls its own.
_OWN_CALENDARS: Final = ("fa", "ne")
_INDIAN: Final = frozenset(("hi", "mr", "gu", "sa"))


def _from_era(match: re.Match[str], _language: str | None) -> date:
    year = 1 if match["year"] == "元" else int(match["year"])
    return date(_ERAS[match["era"]] + year, int(match["month"]), int(match["day"]))


def _from_han(match: re.Match[str], _language: str | None) -> date:
    digits = [_HAN_DIGITS.find(digit) for digit in match["year"].replace("零", "〇").replace("○", "〇")]
    year = int("".join(map(str, digits)))
    return date(year, _han_number(match["month"]), _han_number(match["day"]))


def _han_number(text: str) -> int:
    """Return a number below 100.

    >>> _han_number("十"), _han_number("二十一")
    (10, 21)
    """
    tens, ten, ones = text.rpartition("十")
    return (10 * (_HAN_DIGITS.find(tens) if tens else 1) if ten else 0) + (_HAN_DIGITS.find(ones) if ones else 0)


def _from_persian(match: re.Match[str], _language: str | None) -> date:
    return persian_date(int(match["year"]), _PERSIAN_MONTHS.index(match["name"]) + 1, int(match["day"]))


def _from_short_persian(match: re.Match[str], _language: str | None) -> date:
    year = int(match["year"])
    if year not in _SHORT_PERSIAN_YEARS:
        raise ValueError(f"the year may be another calendar's: {year}")
    return persian_date(_PERSIAN_YEARS[0] + year, int(match["month"]), int(match["day"]))


def _from_own_numbers(match: re.Match[str], language: str | None) -> date:
    parts = int(match["year"]), int(match["month"]), int(match["day"])
    if (language or "").startswith("fa"):
        return persian_date(*parts)
    if (language or "").startswith("ne") and parts[0] in _NEPALESE_NUMBERS:
        return nepalese_date(*parts)
    raise ValueError("the page's language has no calendar of its own")


def _from_thai(match: re.Match[str], language: str | None) -> date:
    year = int(match["year"]) + (_THAI_CENTURY if len(match["year"]) == 2 else 0)
    year -= BUDDHIST_YEARS if year > _LAST_COMMON_YEAR else 0
    return date(year, month_in(match["name"], language) or 0, int(match["day"]))


def _from_named(match: re.Match[str], language: str | None) -> date:
    year = int(match["year"]) + (CENTURY if len(match["year"]) == 2 else 0)
    return date(year, month_in(match["name"], language) or 0, int(match["day"]))


def _from_nepalese(match: re.Match[str], language: str | None) -> date:
    if (language or "")[:2] in _INDIAN:
        raise ValueError("a lunar month of India")
    numbers = [number for number in match.group("first", "second", "third") if number][:2]
    if len(numbers[0]) < len(numbers[-1]):
        numbers.reverse()
    year, day = map(int, numbers if match["first"] else (match["third"] or "0", match["second"]))
    return nepalese_date(year, NEPALESE_MONTHS[match["name"]], day)


def _from_ethiopian(match: re.Match[str], _language: str | None) -> date:
    year, month, day = int(match["year"]), _ETHIOPIAN_MONTHS[match["name"]], int(match["day"])
    if not 1 <= day <= (30 if month <= 12 else 6):
        raise ValueError(f"no Ethiopian date: {year}-{month}-{day}")
    return date.fromordinal(_ETHIOPIAN_START + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day)


def _from_numbers(match: re.Match[str], _language: str | None) -> date:
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def persian_date(year: int, month: int, day: int) -> date:
    """Return the day of a date in the solar calendar of Iran.

    Raises:
        ValueError: No such day, or a year outside 1300 to 1499.

    >>> persian_date(1405, 5, 30)
    datetime.date(2026, 8, 21)
    """
    if year not in _PERSIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= (31 if month <= 6 else 30):
        raise ValueError(f"no Persian date: {year}-{month}-{day}")
    leaps = sum(before % _PERSIAN_CYCLE in _PERSIAN_LEAPS for before in range(_PERSIAN_YEARS[0], year))
    days = 365 * (year - _PERSIAN_YEARS[0]) + leaps + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    return _PERSIAN_START + timedelta(days=days)


_Form: TypeAlias = tuple[str, str, Callable[[re.Match[str], str | None], date]]
"""What a text in lower case has where the form is in it, which is cheaper to look for; the form; what reads it."""

_FOREIGN_FORMS: Final[tuple[_Form, ...]] = (
    ("年", _ERA, _from_era),
    ("年", _HAN, _from_han),
    ("", _THAI, _from_thai),
    ("", _SHORT_YEAR, _from_named),
)
_FOREIGN_FORMS_WITH_YEAR: Final[tuple[_Form, ...]] = (
    ("", _PERSIAN, _from_persian),
    ("", _NEPALESE, _from_nepalese),
    ("ም", _ETHIOPIAN, _from_ethiopian),
    ("ឆ្នាំ", _KHMER, _from_named),
    ("сарын", _MONGOLIAN, _from_numbers),
    ("сарын", _MONGOLIAN_NAMED, _from_named),
    ("сарын", _MONGOLIAN_MONTH_FIRST, _from_numbers),
)
# Those that texts in Latin letters have, too.
_FORMS_WITH_YEAR: Final[tuple[_Form, ...]] = (
    ("", _OWN_NUMBERS, _from_own_numbers),
    ("", _TWO_WORDS, _from_named),
    ("tháng", _VIETNAMESE, _from_numbers),
)
_YEAR: Final = re.compile(r"\d{4}")


def is_persian(text: str) -> bool:
    """Whether a text has letters of Persian, and none of the languages that have those and more.

    >>> is_persian("کتاب"), is_persian("كتاب"), is_persian("کتاب پڑھنا")
    (True, False, False)
    """
    return not text.isascii() and _OF_PERSIAN.search(text) is not None and _OF_OTHERS.search(text) is None


def has_own_calendar(language: str | None) -> bool:
    """Whether dates in digits may be of another calendar on pages in a language.

    >>> has_own_calendar("ne-NP"), has_own_calendar("en")
    (True, False)
    """
    return (language or "").startswith(_OWN_CALENDARS)


def find_other_date(text: str, language: str | None) -> str | None:
    """Return the first date in one of these forms, in ISO 8601."""
    found = []
    folded = text.lower()
    for sign, form, read in _forms_for(text, language):
        if sign not in folded:
            continue
        for match in compiled(form).finditer(text):
            try:
                found.append((match.start(), read(match, language).isoformat()))
            except ValueError:
                continue
            break
    return min(found)[1] if found else None


def _forms_for(text: str, language: str | None) -> tuple[_Form, ...]:
    """Return the forms that may be in a text: of 700 that were asked on wcxb-dev 3 % have other letters than Latin, 23 % a year."""
    foreign = is_foreign(text)
    if (language or "").startswith("fa") and not _YEAR.search(text):
        return (("/", _SHORT_PERSIAN, _from_short_persian),)
    if _YEAR.search(text):
        return (*_FOREIGN_FORMS, *_FOREIGN_FORMS_WITH_YEAR, *_FORMS_WITH_YEAR) if foreign else _FORMS_WITH_YEAR
    return _FOREIGN_FORMS if foreign else ()
