"""Dates in other calendars, numerals and orders: eras of East Asia, Chinese numerals, the Persian year, short Thai years.

Looked for in texts that are not ASCII alone, where none of the forms of ``dates`` is found.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from scraper.cleaner.metadata.months import month_of

# The year before the first of each era.
_ERAS: Final[Mapping[str, int]] = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
_ERA: Final = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<year>\d{{1,3}}|元)\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"
)

_HAN_DIGITS: Final = "〇一二三四五六七八九"
_HAN: Final = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)

_PERSIAN_MONTHS: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_PERSIAN: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?P<name>{'|'.join(_PERSIAN_MONTHS)})\s?(?:ماه)?\s?(?P<year>\d{{4}})(?!\d)"
)
_PERSIAN_NUMERIC: Final = re.compile(r"(?<!\d)(?P<year>\d{4})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?!\d)")
_PERSIAN_YEARS: Final = range(1300, 1500)
# The first day of the Persian year 1300, and the places of leap years in the cycle of 33 years, which holds for the years above.
_PERSIAN_START: Final = date(1921, 3, 21)
_PERSIAN_CYCLE, _PERSIAN_LEAPS = 33, frozenset((1, 5, 9, 13, 17, 22, 26, 30))

# Months of two words, and two names for one: "21 تشرين الأول 2026", "21 آب/أغسطس 2026".
_ARABIC: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s?(?P<name>[\u0621-\u064a]+(?: الأول| الثاني)?)(?:/[\u0621-\u064a]+)?\s(?P<year>\d{4})(?!\d)"
)
_VIETNAMESE: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?:,? năm |, |/| )(?P<year>\d{4})(?!\d)", re.I
)
_MONGOLIAN: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4}) оны (?P<month>\d{1,2})(?:[- ]?\w{1,6})? сарын (?P<day>\d{1,2})(?!\d)", re.I
)

# "21 ส.ค. 69": the century of the Buddhist calendar is left out.
_THAI: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s?(?P<name>[ก-\u0e4e.]{4,12})\s?(?:พ\.ศ\.\s?)?(?P<year>\d{4}|\d{2})(?![\d:.])"
)
# Years of the Buddhist calendar in Thailand are 543 ahead.
BUDDHIST_YEARS: Final = 543
_THAI_CENTURY, _LAST_COMMON_YEAR = 2500, 2200


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


def _from_persian_numbers(match: re.Match[str], language: str | None) -> date:
    if not (language or "").startswith("fa"):
        raise ValueError("the page is not in Persian")
    return persian_date(int(match["year"]), int(match["month"]), int(match["day"]))


def _from_thai(match: re.Match[str], _language: str | None) -> date:
    year = int(match["year"]) + (_THAI_CENTURY if len(match["year"]) == 2 else 0)
    year -= BUDDHIST_YEARS if year > _LAST_COMMON_YEAR else 0
    return date(year, month_of(match["name"]) or 0, int(match["day"]))


def _from_named(match: re.Match[str], _language: str | None) -> date:
    return date(int(match["year"]), month_of(match["name"]) or 0, int(match["day"]))


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


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str | None], date]], ...]] = (
    (_ERA, _from_era),
    (_HAN, _from_han),
    (_PERSIAN, _from_persian),
    (_PERSIAN_NUMERIC, _from_persian_numbers),
    (_THAI, _from_thai),
    (_ARABIC, _from_named),
    (_VIETNAMESE, _from_numbers),
    (_MONGOLIAN, _from_numbers),
)


def find_other_date(text: str, language: str | None) -> str | None:
    """Return the first date in one of these forms, in ISO 8601."""
    found = []
    for form, read in _FORMS:
        for match in form.finditer(text):
            try:
                found.append((match.start(), read(match, language).isoformat()))
            except ValueError:
                continue
            break
    return min(found)[1] if found else None
