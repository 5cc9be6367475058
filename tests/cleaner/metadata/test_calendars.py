from datetime import date, timedelta

import pytest

from scraper.cleaner.metadata.calendars import persian_date
from scraper.cleaner.metadata.dates import find_date
from scraper.cleaner.metadata.months import month_of
from scraper.cleaner.metadata.nepalese_years import nepalese_date


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("令和8年8月21日", "ja", "2026-08-21"),
        ("令和元年5月1日 公開", "ja", "2019-05-01"),
        ("平成30年12月1日", "ja", "2018-12-01"),
        ("昭和64年1月7日", "ja", "1989-01-07"),
        ("民國115年8月21日", "zh-Hant", "2026-08-21"),
        ("二〇二六年八月二十一日", "zh", "2026-08-21"),
        ("二零二六年十月十日", "zh", "2026-10-10"),
        ("２０２６年８月２１日", "ja", "2026-08-21"),
        ("۳۰ مرداد ۱۴۰۵", "fa", "2026-08-21"),
        ("جمعه ۳۰ مرداد ماه ۱۴۰۵", "fa", "2026-08-21"),
        ("۱۴۰۵/۰۵/۳۰", "fa", "2026-08-21"),
        ("94/05/30 - 11:40", "fa", "2015-08-21"),
        ("۹۴/۰۵/۳۰", "fa-IR", "2015-08-21"),
        ("94/05/30 - 11:40", "en", None),
        ("05/05/30", "fa", None),  # a day of May, perhaps
        ("30/05/94", "fa", None),
        ("21 ส.ค. 69", "th", "2026-08-21"),
        ("๒๑ ส.ค. ๒๕๖๙", "th", "2026-08-21"),
        ("21 มี.ค. 2569", "th", "2026-03-21"),
        ("21 ม.ค. 2569", "th", "2026-01-21"),
        ("ngày 21 tháng 8 năm 2026", "vi", "2026-08-21"),
        ("21 tháng 8, 2026", "vi", "2026-08-21"),
        ("21 آب/أغسطس 2026", "ar", "2026-08-21"),
        ("21 كانون الثاني 2026", "ar", "2026-01-21"),
        ("21 تشرين الأول 2026", "ar", "2026-10-21"),
        ("21 اگست 2026", "ur", "2026-08-21"),
        ("\u200f21\u200f/08\u200f/2026", "ar", "2026-08-21"),
        ("21\u200f أغسطس\u200f 2026", "ar", "2026-08-21"),
        ("21 серп. 2026", "uk", "2026-08-21"),
        ("2026 оны 8 сарын 21", "mn", "2026-08-21"),
        ("2026ko abuztuaren 21a", "eu", "2026-08-21"),
        ("21 ஆகஸ்ட் 2026", "ta", "2026-08-21"),
        ("21 სექტემბერი 2026", "ka", "2026-09-21"),
        ("21 ส.ค. 10:05", "th", None),
        ("令和8年13月21日", "ja", None),
        ("令和999年1月2日", "ja", None),
        ("二〇二六年十三月一日", "zh", None),
        # Without a page in Persian these are numbers.
        ("１４０５/05/30 é", "en", None),
    ],
)
def test_dates_of_other_calendars_and_numerals(text, language, day):
    assert find_date(text, language) == day


@pytest.mark.parametrize(
    ("year", "first"),
    [
        (1342, date(1963, 3, 21)),
        (1357, date(1978, 3, 21)),
        (1399, date(2020, 3, 20)),
        (1400, date(2021, 3, 21)),
        (1403, date(2024, 3, 20)),
        (1404, date(2025, 3, 21)),
    ],
)
def test_persian_years_begin_at_the_equinox(year, first):
    assert persian_date(year, 1, 1) == first
    assert persian_date(year, 7, 1) - first == timedelta(days=186)


@pytest.mark.parametrize(
    "parts", [(1299, 1, 1), (1500, 1, 1), (1405, 0, 1), (1405, 13, 1), (1405, 7, 31), (1405, 1, 0)]
)
def test_what_is_no_persian_day_is_refused(parts):
    with pytest.raises(ValueError, match="no Persian date"):
        persian_date(*parts)


@pytest.mark.parametrize(
    ("word", "month"), [("มี.ค.", 3), ("ม.ค.", 1), ("फ़रवरी", 2), ("மே", 5), ("Août", 8), ("agosti", 8)]
)
def test_signs_of_vowels_tell_months_apart_and_accents_do_not(word, month):
    assert month_of(word) == month


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("२०८३ मंसिर १० गते", "ne", "2026-11-26"),
        ("१० मंसिर २०८३, बिहीबार", "ne", "2026-11-26"),
        ("बिहीबार, मंसिर १०, २०८३", "ne", "2026-11-26"),
        ("२०८३-०८-१०", "ne", "2026-11-26"),
        ("2083/08/10", "ne-NP", "2026-11-26"),
        ("२०२६-११-२६", "ne", "2026-11-26"),
        # No day of that month, a year that is not known yet, and lunar months of India.
        ("३२ मंसिर २०८३", "ne", None),
        ("१० मंसिर २०८४", "ne", None),
        ("५ कार्तिक २०८२", "hi", None),
        ("मंसिर २०८३", "ne", None),
        ("ኅዳር 15 ቀን 2019 ዓ.ም", "am", "2026-11-24"),
        ("መስከረም 1 ቀን 2016 ዓ.ም.", "am", "2023-09-12"),
        # Without its mark the year may be the common one.
        ("24 ኅዳር 2026", "am", None),
        ("2026 оны арваннэгдүгээр сарын 25", "mn", "2026-11-25"),
        ("11 сарын 25, 2026", "mn", "2026-11-25"),
        ("ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "km", "2026-11-24"),
        ("17:40, 26 ное 26", "bg", "2026-11-26"),
        ("Чт, 26 ноя 26", "ru", "2026-11-26"),
        ("Финал прошёл 26 мая 17", "ru", None),
        ("26 мая 10:05", "ru", None),
        ("26 мая 17 человек", "ru", None),
    ],
)
def test_dates_of_nepal_ethiopia_and_others(text, language, day):
    assert find_date(text, language) == day


@pytest.mark.parametrize(
    ("year", "first"),
    [
        (2000, date(1943, 4, 14)),
        (2080, date(2023, 4, 14)),
        (2081, date(2024, 4, 13)),
        (2082, date(2025, 4, 14)),
        (2083, date(2026, 4, 14)),
    ],
)
def test_nepalese_years_begin_in_april(year, first):
    assert nepalese_date(year, 1, 1) == first


@pytest.mark.parametrize(
    "parts", [(1999, 1, 1), (2084, 1, 1), (2083, 0, 1), (2083, 13, 1), (2083, 8, 30), (2083, 1, 0)]
)
def test_what_is_no_nepalese_day_is_refused(parts):
    with pytest.raises(ValueError, match="no Nepalese date"):
        nepalese_date(*parts)
