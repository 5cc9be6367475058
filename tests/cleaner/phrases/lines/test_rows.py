"""The lists' rows can be found, and what they say can be compiled."""

import re
from time import process_time

import pytest

from scraper.cleaner.phrases.lines import tell_line
from scraper.cleaner.phrases.lines.notices import NOTICES
from scraper.cleaner.phrases.lines.pleas import LEADS, PLEAS
from scraper.cleaner.phrases.lines.reporters_marks import is_reporters_mark
from scraper.cleaner.phrases.lines.rights import RIGHTS
from scraper.cleaner.phrases.lines.rows import AROUND, LineList, as_label, compile_row
from scraper.cleaner.phrases.lines.signatures import SIGNATURES

LISTS = [*SIGNATURES, PLEAS, LEADS, *NOTICES, *RIGHTS]
FILLERS = ["a", "a ", "a/", "Aa ", "Aa/", "a, ", "A, A", "1 ", ". ", "- ", "(", "a.b", "of Aa ", "credit: Aa "]
SLOWEST_S = 0.05


@pytest.mark.parametrize("lines", LISTS)
def test_every_row_is_reached_by_its_words_and_compiles(lines: LineList):
    for words, rest in lines.rows:
        compile_row(lines.form, rest)
        for word in words.split():
            assert word == word.casefold().strip(AROUND)
            lines.match_rest(word, word, "", "")
    assert all(label == as_label(label) and len(label) <= lines.max_chars for label in lines.labels)


def test_words_that_may_stand_before_a_plea_again_and_again_end():
    assert tell_line("and also please " * 18) is None
    assert tell_line("And, please, also follow us on Facebook") is not None


@pytest.mark.parametrize("lines", LISTS)
def test_no_row_takes_long_on_a_line_that_nearly_fits(lines: LineList):
    for words, rest in lines.rows:
        head = re.match(r"[\w' ,-]*", rest).group()
        for filler in FILLERS:
            text = f"{words.split()[0]} {head}{filler * lines.max_chars}"[: lines.max_chars - 1] + "!"
            assert min(seconds_for(text) for _ in range(2)) < SLOWEST_S, text


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("before", ["", "(", "Photo by ", "“", "Follow us, ", "Sursa: ", "हमारे "])
def test_a_line_of_fillers_ends(before: str, filler: str):
    text = (before + filler * 300)[:300] + "!"
    assert min(seconds_for(text) for _ in range(2)) < SLOWEST_S


def seconds_for(text: str) -> float:
    start = process_time()
    tell_line(text)
    is_reporters_mark(text[:40])
    return process_time() - start
