"""Dates in Nepal's calendar, Bikram Sambat: its months have 29 to 32 days, by no rule but the sun's place in the sky.

Four public tables (bikram 2.1.4, bsad-converter 1.1.0, bsdatetime 1.0.1, nepali-datetime 1.0.8.5) agree on all years here but 2062,
2082 and 2083, where three of the four do. From 2084, which begins in April 2027, they leave the order of the years before: such
dates are none.
"""

from datetime import date, timedelta
from itertools import accumulate
from typing import Final

FIRST_YEAR: Final = 2000
_START: Final = date(1943, 4, 14)
# A word for each year from the first, a digit for each of its months: the days beyond 29.
_MONTHS: Final = (
    "132321110102 223222101011 223321101011 232321110012 132321110102 223222101011 223321101011 232321110012"
    " 222322011002 223222101011 223321101011 232321110012 222322011011 223222101011 223321101011 232321110012"
    " 222322011011 223222101011 232321101011 232321110102 222322101011 223222101011 232321110011 232321110102"
    " 222322101011 223222101011 232321110012 132321110102 223222101011 223231101011 232321110012 132321110102"
    " 223222101011 223321101011 232321110012 132322011002 223222101011 223321101011 232321110012 222322011011"
    " 223222101011 223321101011 232321110012 222322011011 223222101011 232321101011 232321110012 222322101011"
    " 223222101011 232321110011 232321110102 222322101011 223222101011 232321110011 232321110102 223222101011"
    " 223231101011 232321110012 132321110102 223222101011 223321101011 232321110012 222322010102 223222101011"
    " 223321101011 232321110012 222322011002 223222101011 223321101011 232321110012 222322011011 223222101011"
    " 232321101011 232321110012 222322101011 223222101011 232321110011 232321110102 222322101011 223222101011"
    " 232321110011 232321110102 223222101011 223222101011"
).split()
_LENGTHS: Final = [[29 + int(digit) for digit in year] for year in _MONTHS]
_STARTS: Final = [0, *accumulate(sum(year) for year in _LENGTHS)]
NEPALESE_YEARS: Final = range(FIRST_YEAR, FIRST_YEAR + len(_MONTHS))

# From Baishakh, which begins in the middle of April; "/" parts spellings.
_NAMES: Final = (
    "बैशाख/वैशाख जेठ/जेष्ठ/ज्येष्ठ असार/आषाढ/अषाढ साउन/श्रावण भदौ/भाद्र असोज/आश्विन/अश्विन कात्तिक/कार्तिक मंसिर/मङ्सिर/मंसीर"
    " पुस/पुष/पौष माघ फागुन/फाल्गुन/फाल्गुण चैत/चैत्र"
)
NEPALESE_MONTHS: Final = {name: number for number, names in enumerate(_NAMES.split(), 1) for name in names.split("/")}


def nepalese_date(year: int, month: int, day: int) -> date:
    """Return the day of a date in Nepal's calendar.

    Raises:
        ValueError: No such day, or a year outside ``NEPALESE_YEARS``.

    >>> nepalese_date(2083, 8, 10)
    datetime.date(2026, 11, 26)
    """
    place = year - FIRST_YEAR
    if year not in NEPALESE_YEARS or not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[place][month - 1]:
        raise ValueError(f"no Nepalese date: {year}-{month}-{day}")
    return _START + timedelta(days=_STARTS[place] + sum(_LENGTHS[place][: month - 1]) + day - 1)
