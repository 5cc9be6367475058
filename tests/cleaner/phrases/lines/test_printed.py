"""Where a print is from goes around the text; what was printed from something else stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

PRINTED = [
    "Printed from https://harbour.example/2003/12/pier",
    "Printed from www.harbour.example/news/41/ - News - 3 March 2004, 04:00",
    "Udskrevet fra www.havnen.example/artikel/41/ - Byen - 3. marts 2004",
    "Gedruckt von www.hafen.example/stadt/41.html am 3. März 2004",
    "Imprimé depuis http://quai.example/41",
]
OTHERS = [
    "Printed from wood blocks, the map is the oldest of the harbour.",
    "Gedruckt von Hand auf Papier aus der Mühle",
    "Imprimé de 1871 à 1874, le journal eut deux lecteurs.",
    "Impreso en Lima",
    "URL: https://harbour.example/2003/12/pier",
    "URL or not, the name is on the wall.",
]


@pytest.mark.parametrize("line", PRINTED)
def test_an_address_of_a_print_goes_around_the_text(line):
    assert tell_line(line) is LineKind.AROUND


@pytest.mark.parametrize("line", OTHERS)
def test_what_was_printed_from_something_else_stays(line):
    assert tell_line(line) is None
