"""How long a text takes to read and how often it was read, as a whole line; other numbers stay."""

import pytest

from scraper.cleaner.phrases.lines import tell_line

COUNTERS = [
    "3 min lexim",
    "Temps de lecture : 6 min.",
    "Temps de lecture 6 min",
    "Tiempo de lectura: 2 minutos",
    "Lesezeit: ca. 4 Minuten",
    "(Lesezeit: 4 Minuten)",
    "5 minuten leestijd",
    "Время чтения: 3 мин.",
    "7 dakika okuma süresi",
    "読了時間：約4分",
    "Оқылды: 912",
    "Hits: 1,204",
    "Просмотров: 88",
    "Okunma: 412",
    "Lượt xem: 77",
    "조회수 1,024",
    "浏览量：2048",
    "Letto 212 volte",
    "Leído 97 veces",
    "Gelesen 55 mal",
]
NUMBERS = [
    "Views: mixed",
    "Read 40 books",
    "Hits: 12 singles, three albums",
    "3 minutes of silence",
    "20 minutes reading",
    "Bake for 25 min",
    "Lecture: 6 mai",
    "Lu 3 fois par jour",
    "Visits: 2 per month",
    "人气歌手登台",
    "Vistas al mar: 4 habitaciones",
    "Leitura obrigatória: 12 livros",
    "Read twice, the bill passed 40 to 12",
]


@pytest.mark.parametrize("line", COUNTERS)
def test_a_counter_of_readers_or_minutes_goes(line):
    assert tell_line(line) is not None


@pytest.mark.parametrize("line", NUMBERS)
def test_other_numbers_stay(line):
    assert tell_line(line) is None
