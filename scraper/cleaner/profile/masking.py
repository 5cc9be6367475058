"""What a text says whatever numbers, dates and spans of time stand in it: counters and relative dates differ from page to page."""

import re
from functools import lru_cache
from typing import Final

from scraper.cleaner.metadata.months import month_of

# Only short texts are dates and counters, of so many bytes: 100 Latin letters, 33 of Chinese. The numbers of a longer one are part
# of what it says, as in two reports of two votes.
COUNTED_BYTES: Final = 100
MASKED_CHARS: Final = 2 * COUNTED_BYTES
"""A longer text would have to be numbers for more than half of it to be a short one when masked: it is not looked through."""

_MASK: Final = "0"
_DIGITS: Final = b"0123456789"
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"\d+(?:[.,:/]\d+)*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u0900-\u0dff]+[^\W\d_]*)*")  # the vowel signs of India are no letters
_ASCII_WORD: Final = re.compile("[a-z]+")  # of a text in lower case: a third of the time
# Units of time and the words for a near day, in the languages of the large news markets.
_SPANS: Final = frozenset(
    "s sec secs second seconds min mins minute minutes h hr hrs hour hours d day days w week weeks mo month months y"
    " yr year years a an today yesterday now am pm sekunde sekunden minuten std stunde stunden tag tage tagen woche"
    " wochen monat monate monaten jahr jahre jahren heute gestern uhr einer einem secondes heure heures jour jours"
    " semaine semaines mois ans hier aujourd hui minuto minutos hora horas día días dia dias semana semanas mes meses"
    " mês año años ano anos hoy ayer hoje ontem minuti ora ore giorno giorni settimana settimane mese mesi anno anni"
    " oggi ieri uur uren dag dagen weken maand maanden jaar vandaag gisteren timme timmar time timer dagar dager dage"
    " vecka veckor uke uker uge uger månad månader måned måneder år idag igår tunti tuntia päivä päivää godz godzin"
    " godzinę godziny minut minutę minuty dni dzień tydzień tygodni miesiąc dziś wczoraj час часа часов минуту минуты"
    " минут день дня дней неделю недели недель месяц месяца месяцев сегодня вчера saat dakika gün hafta ay yıl bugün"
    " dün jam menit hari minggu bulan tahun giờ phút ngày tuần tháng năm دقيقة دقائق ساعة ساعات يوم أيام घंटे घंटा"
    " मिनट दिन".split()
)
_RUNS: Final = re.compile(r"0(?:[\s,.:/–-]*0)+")
_WIDE_SPAN: Final = re.compile(
    r"(?<=0)\s?(?:秒|分钟|分鐘|分|小时|小時|時間|时|時|日間|日|天|週間|周|か月|ヶ月|个月|個月|月|年|초|분|시간|일|주|개월|년)"
)


def mask_text(text: str) -> bytes:
    """Return what a text says, in UTF-8, with the numbers masked, and the words around them that make a date or a span of time.

    A longer text, and one that is nothing but numbers, says its numbers.

    >>> mask_text("Updated 2 August 2026").decode(), mask_text("3時間前").decode(), mask_text("$17").decode()
    ('updated 0', '0前', '$17')
    """
    said = text.lower()
    if len(said) <= MASKED_CHARS and _has_number(said):
        masked = _NUMBER.sub(_MASK, said)
        if masked != said and len(masked.encode("utf-8", "replace")) <= COUNTED_BYTES:
            masked = _mask_spans(masked)
            said = masked if any(map(str.isalpha, masked)) else said
    return said.encode("utf-8", "replace")


def _has_number(text: str) -> bool:
    """Whether a text has a digit: in a line of ASCII that has none this takes .2 us, to look for numbers 2.2 (2026-11-26)."""
    if text.isascii():
        line = text.encode()
        return len(line.translate(None, _DIGITS)) < len(line)
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=16_384)  # "0 comments" comes again and again
def _mask_spans(text: str) -> str:
    is_ascii = text.isascii()
    text = text if is_ascii else _WIDE_SPAN.sub("", text)
    words = _ASCII_WORD if is_ascii else _WORD
    if any(map(_is_of_time, words.findall(text))):
        text = words.sub(lambda word: _MASK if _is_of_time(word[0]) else word[0], text)
    return _RUNS.sub(_MASK, text)


@lru_cache(maxsize=16_384)
def _is_of_time(word: str) -> bool:
    return word in _SPANS or month_of(word) is not None
