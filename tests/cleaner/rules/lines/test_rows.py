"""The lists' rows can be found, and what they say can be compiled."""

import pytest

from scraper.cleaner.rules.lines import tell_line
from scraper.cleaner.rules.lines.notices import NOTICES
from scraper.cleaner.rules.lines.pleas import LEADS, PLEAS
from scraper.cleaner.rules.lines.rights import RIGHTS
from scraper.cleaner.rules.lines.rows import AROUND, LineList, as_label
from scraper.cleaner.rules.lines.signatures import ENGLISH, NAMED, SIGNATURES


@pytest.mark.parametrize("lines", [SIGNATURES, NAMED, ENGLISH, PLEAS, LEADS, *NOTICES, *RIGHTS])
def test_every_row_is_reached_by_its_words_and_compiles(lines: LineList):
    for words, _ in lines.rows:
        for word in words.split():
            assert word == word.casefold().strip(AROUND)
            lines.match_rest(word, word, "")
    assert all(label == as_label(label) and len(label) <= lines.max_chars for label in lines.labels)


def test_words_that_may_stand_before_a_plea_again_and_again_end():
    assert tell_line("and also please " * 18) is None
    assert tell_line("And, please, also follow us on Facebook") is not None
