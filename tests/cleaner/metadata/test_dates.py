"""Dates in the forms and languages that pages use."""

import pytest

from scraper.cleaner.metadata.dates import find_date, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-08-21", "2026-08-21"),
        ("2026-08-21T10:05:33.123Z", "2026-08-21T10:05:33+00:00"),
        ("2026-08-21 10:05:33 +0200", "2026-08-21T10:05:33+02:00"),
        ("2026-08-21T10:05", "2026-08-21T10:05:00"),
        ("Fri, 21 Aug 2026 10:05:00 +0200", "2026-08-21T10:05:00+02:00"),
        ("Fri Aug 21 2026 10:05:00 GMT+0200 (CEST)", "2026-08-21T10:05:00+02:00"),
        ("20260821", "2026-08-21"),
        ("20260821T100500Z", "2026-08-21T10:05:00+00:00"),
        ("1787306700", "2026-08-21T10:05:00+00:00"),
        ("1787306700000", "2026-08-21T10:05:00+00:00"),
        ("2026/08/21", "2026-08-21"),
        ("2026-08-21 10:05:33.123456-03", "2026-08-21T10:05:33-03:00"),
        ("2026-08-21 10:05-12", "2026-08-21T10:05:00"),
    ],
)
def test_machine_readable_forms(text, expected):
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("August 21, 2026", "en"),
        ("Published 21st August 2026", "en-GB"),
        ("Aug. 21st, 2026", "en"),
        ("08/21/2026", "en-US"),
        ("21/08/2026", "en-GB"),
        ("Veröffentlicht am 21. August 2026", "de"),
        ("21.08.2026", "de"),
        ("Vendredi 21 août 2026", "fr"),
        ("21 de agosto de 2026", "es"),
        ("21 de agosto de 2026", "pt-BR"),
        ("21 agosto 2026", "it"),
        ("21 augustus 2026", "nl"),
        ("21 sierpnia 2026", "pl"),
        ("21 августа 2026 г.", "ru"),
        ("21 серпня 2026", "uk"),
        ("21 Ağustos 2026 Cuma", "tr"),
        ("2026. augusztus 21.", "hu"),
        ("21. srpna 2026", "cs"),
        ("2026年8月21日(金)", "ja"),
        ("2026年08月21日", "zh-Hans"),
        ("2026년 8월 21일", "ko"),
        ("2026. 8. 21.", "ko"),
        ("21 สิงหาคม 2569", "th"),
        ("٢١ أغسطس ٢٠٢٦", "ar"),
        ("21 अगस्त 2026", "hi"),
    ],
)
def test_written_forms_in_many_languages(text, language):
    assert find_date(text, language) == "2026-08-21"


def test_a_numeric_date_is_read_as_the_language_writes_it():
    assert (find_date("03/04/2026", "en"), find_date("03/04/2026", "fr")) == ("2026-03-04", "2026-04-03")


@pytest.mark.parametrize(
    ("text", "language", "moment"),
    [
        ("21 August 2026 10:05 UTC+03:00", "en", "2026-08-21T10:05:00+03:00"),
        ("21 August 2026 10:05 UTC-5", "en", "2026-08-21T10:05:00-05:00"),
        ("Thứ sáu, 21/8/2026, 10:05 (GMT+7)", "vi", "2026-08-21T10:05:00+07:00"),
        ("Fri 21 Aug 2026 10.05 GMT", "en", "2026-08-21T10:05:00+00:00"),
        ("Fri 21 Aug 2026 10.05 BST", "en", "2026-08-21T10:05:00"),
        ("21 Aug 2026 10.05 metres", "en", "2026-08-21"),
        ("Jumat, 21 Agustus 2026 10:05 WIB", "id", "2026-08-21T10:05:00+07:00"),
        ("21 августа 2026, 10:05 (МСК)", "ru", "2026-08-21T10:05:00+03:00"),
        ("21 августа 2012, 10:05 (МСК)", "ru", "2012-08-21T10:05:00"),  # four hours ahead in those years
        ("2026-08-21 10:05:00 KST", "ko", "2026-08-21T10:05:00+09:00"),
        ("21 August 2026 10:05 WITH pictures", "en", "2026-08-21T10:05:00"),
        ("21 August 2026 10:05 CET", "en", "2026-08-21T10:05:00"),  # as much is called in summer
        ("21 August 2026 10:05 (updated)", "en", "2026-08-21T10:05:00"),
        ("2026. augusztus 21. 10:05", "hu", "2026-08-21T10:05:00"),
        ("21.08.26, 10:05", "he", "2026-08-21T10:05:00"),
        ("21 août 2026 à 20h05", "fr", "2026-08-21T20:05:00"),
        ("August 21, 2026 at 4:15 p.m.", "en", "2026-08-21T16:15:00"),
        ("21. august 2026 kl. 14.32", "da", "2026-08-21T14:32:00"),
        ("21.08.2026 | 18.05 Uhr", "de", "2026-08-21T18:05:00"),
        ("21 августа 2026 в 10:05", "ru", "2026-08-21T10:05:00"),
        ("۲۱ اوت ۲۰۲۶ - ۱۰:۳۰", "fa", "2026-08-21T10:30:00"),
        ("21 August 2026 - 12 people, 3.40 metres", "en", "2026-08-21"),
        ("21 August 2026, 8.30", "en", "2026-08-21"),
        ("21 August 2026 at 100:22", "en", "2026-08-21"),
        ("২১ আগস্ট ২০২৬, ১০:০৬:৪৬ +০১:০০", "bn", "2026-08-21T10:06:46+01:00"),
        ("21.08.2026 · 17:05 Min.", "de", "2026-08-21"),
        ("21 August 2026 | 12:30 min read", "en", "2026-08-21"),
        ("21 August 2026 at 12.50 pounds", "en", "2026-08-21"),
        ("21.08.2026 um 10:05-11:40 Uhr", "de", "2026-08-21T10:05:00"),
    ],
)
def test_times_and_zones_behind_written_dates(text, language, moment):
    assert find_date(text, language) == moment


def test_a_time_of_day_and_its_half_are_kept_without_inventing_a_zone():
    assert find_date("Aug 21, 2026, 10:05 pm EST", "en") == "2026-08-21T22:05:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Copyright 2026",
        "May 2026",
        "2026",
        "0000-00-00",
        "0001-01-01",
        "1970-01-01T00:00:00Z",
        "2026-13-40",
        "12:30",
        "9" * 500,
    ],
)
def test_what_names_no_day_is_no_date(text):
    assert read_date(text) is None


def test_the_first_date_of_a_line_counts():
    assert find_date("21 August 2026 (updated 22 August 2026)", "en") == "2026-08-21"


@pytest.mark.parametrize("language", ["ar", "fr", "en", None])
def test_dates_as_dot_net_writes_them_have_the_month_first_in_any_language(language):
    assert read_date("1/9/2025 10:05:00 AM", language) == "2025-01-09T10:05:00"


def test_an_arabic_comma_may_stand_before_the_year():
    assert find_date("26 فروری ، 2025", "ur") == "2025-02-26"


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("26. studenoga 2026.", "hr", "2026-11-26"),
        ("26. studenog 2026. u 18:02", "hr", "2026-11-26"),
        ("26. prosinca 2026.", "hr", "2026-12-26"),
        ("26 Tachwedd 2026", "cy", "2026-11-26"),
        ("26 Meán Fómhair 2026", "ga", "2026-09-26"),
        ("26 Samhain 2026", "ga", "2026-11-26"),
        ("25 an t-Samhain 2026", "gd", "2026-11-25"),
        ("25 am Màrt 2026", "gd", "2026-03-25"),
        ("24mh den t-Samhain 2026", "gd", "2026-11-24"),
        ("24ú Samhain 2026", "ga", "2026-11-24"),
        ("22.nov.2026 às 4h00", "pt", "2026-11-22"),
        ("26. skábmamánnu 2026", "se", "2026-11-26"),
        ("26 නොවැම්බර් 2026", "si", "2026-11-26"),
        ("26 අප්‍රේල් 2026", "si", "2026-04-26"),
        ("2026 නොවැම්බර් මස 26 වන දා", "si", "2026-11-26"),
        ("24 ኖቬምበር 2026", "am", "2026-11-24"),
        ("24ی تشرینی دووەمی 2026", "ckb", "2026-11-24"),
        ("24 نۆڤەمبەر 2026", "ckb", "2026-11-24"),
        ("26؍ نومبر 2026ء", "ur", "2026-11-26"),
        ("26 نومبر2026", "ur", "2026-11-26"),
        ("நவம்பர் 26,2026", "ta", "2026-11-26"),
        ("26-நவ-2026", "ta", "2026-11-26"),
        ("2026 жылғы 26 қараша", "kk", "2026-11-26"),
        ("2026 ж. 26 қараша", "kk", "2026-11-26"),
        ("2026. gada 24. novembris", "lv", "2026-11-24"),
        ("Lapkričio 24 d., 2026", "lt", "2026-11-24"),
        ("23hb November 2026", "ms", "2026-11-23"),
        ("နိုဝင်ဘာ ၂၄၊ ၂၀၂၆", "my", "2026-11-24"),
        ("26 da november 2026", "rm", "2026-11-26"),
    ],
)
def test_more_languages_and_their_orders(text, language, day):
    assert (find_date(text, language) or "")[:10] == day


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("26 ное 2026", "bg", "2026-11-26"),
        ("26. нов. 2026.", "sr", "2026-11-26"),
        ("26. stu 2026.", "hr", "2026-11-26"),
        ("26 Nën 2026", "sq", "2026-11-26"),
        ("26 నవం 2026", "te", "2026-11-26"),
        ("26 நவ. 2026", "ta", "2026-11-26"),
        ("25 නොවැ. 2026", None, "2026-11-25"),
        ("26 ное 2026", None, "2026-11-26"),
        ("26 лет 2026", "ru", None),
        # One language's October is another's November, and one's June another's July.
        ("26. listopada 2026.", "hr", "2026-10-26"),
        ("26 listopada 2026", "pl", "2026-11-26"),
        ("26. lip 2026.", "hr", "2026-06-26"),
        # The beginning of several months, and words that begin months of other languages.
        ("26 ma 2026", "en", None),
        ("26 ජූ 2026", None, None),
        ("Windows 10 Pro 2024", "en", None),
        ("Windows 10 Pro 2024", None, None),
        ("2026 में 26 लोग", "hi", None),
        ("12 med 2026", "sv", None),
    ],
)
def test_short_months_are_beginnings_of_names_in_the_page_s_language(text, language, day):
    assert find_date(text, language) == day


def test_what_is_far_in_the_future_is_no_date():
    assert (find_date("2083-08-10", "en"), find_date("21 August 2076", "en")) == (None, None)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("14.03.24", "de", "2024-03-14"),
        ("26.11.26., 17:40", "hr", "2026-11-26T17:40:00"),
        ("Hafen, 14.03.24, 10:05 Uhr", "de-AT", "2024-03-14T10:05:00"),
        # A version, a time, an address, other orders.
        ("Version 1.2.24", "de", None),
        ("17.40.22", "fi", None),
        ("10.10.20.1", "de", None),
        ("14.03.24-rc1", "de", None),
        ("26.11.26", "en", None),
        ("26.11.26", "ko", None),
        ("26.11.26", None, None),
        ("um 10.05.20 Uhr", "de", None),
        ("Marathon: 02.05.24 Stunden", "de", None),
        ("Version 10.04.24", "de", None),
        ("v. 10.04.24", "de", None),
        ("kl. 10.05.20", "da", None),
        ("Der Lauf vom 14.03.24", "de", None),
        ("26.11.36", "de", None),
        ("Mo. 14.03.24", "de", "2024-03-14"),
        ("Montag 14.03.24", "de", "2024-03-14"),
        ("Veröffentlicht am 14.03.24", "de", "2024-03-14"),
        ("am 14.03.24 um 10:05 Uhr", "de", "2024-03-14T10:05:00"),
        ("Objavljeno 14.03.24 u 10:05", "hr", "2024-03-14T10:05:00"),
    ],
)
def test_short_years_are_read_where_dates_are_written_with_full_stops(text, language, day):
    assert find_date(text, language) == day


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("9 am Dec 2026", "en", None),
        ("9 am Dec 2026", None, None),
        ("25 am Màrt 2026", "gd", "2026-03-25"),
        ("Published 2026-05-04 09:00 UTC", "en", "2026-05-04T09:00:00+00:00"),
        ("2026.05.04 09:00", "hu", "2026-05-04T09:00:00"),
        ("2026年5月4日 09:00", "ja", "2026-05-04T09:00:00"),
    ],
)
def test_what_stands_between_day_month_and_time(text, language, day):
    assert find_date(text, language) == day
