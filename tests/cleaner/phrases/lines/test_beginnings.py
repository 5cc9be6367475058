"""What begins otherwise than a pattern says is not matched by it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.phrases.lines.beginnings import beginnings_of, read_beginning
from scraper.cleaner.phrases.lines.rows import any_of, compile_row
from tests.cleaner.phrases.lines.test_rows import LISTS

ANY = {""}
ROWS = [(lines.form, rest) for lines in LISTS for _, rest in lines.rows]


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("story is|page", {"story", "page"}),
        ("(?:(?:the|a) )?(?:story|page) is", {"the", "a", "story", "page"}),
        ("stor(?:y|ies)", {"stor"}),
        ("stories?", {"storie"}),
        ("colou?r", {"colo"}),
        ("see[ |(]here|[a(|]", ANY),
        (r"see\b|\)", ANY),
        (r"see[\]|)]x|say", {"see", "say"}),
        (r"see[^]|)]x|say", {"see", "say"}),
        ("(?:a|b)*c|d", ANY),
        ("(?:a|b)?c|d", {"a", "b", "c", "d"}),
        ("(?:a|b){0,2}c", ANY),
        ("(?=a)a|(?-i:A)", ANY),
        ("l'été|L'ÉTÉ", {"l'été"}),
        ("ıSI", {"isi"}),
        ("", ANY),
        (".*", ANY),
    ],
)
def test_a_pattern_says_how_its_texts_begin(pattern: str, beginnings: set[str]):
    assert set(beginnings_of(pattern)) == beginnings


@pytest.mark.parametrize(
    ("text", "beginning"), [("", ""), (" – Aß’", "ass'"), (" _a", "_a"), ("…\nİ", "i̇"), ("?!", "")]
)
def test_a_text_begins_with_its_first_letter(text: str, beginning: str):
    assert read_beginning(text) == beginning


@given(
    st.sampled_from(ROWS).flatmap(
        lambda row: st.tuples(st.just(row), st.from_regex(re.compile(rf"\A(?:{any_of([row[1]])})", re.I)))
    ),
    st.sampled_from([str, str.upper, str.lower, str.title]),
    st.sampled_from([" ", ": ", " – “"]),
)
def test_what_a_row_matches_begins_as_it_says(made: tuple[tuple[str, str], str], case, before: str):
    (form, row), text = made
    line = before + case(text)
    if compile_row(form, row).match(line):
        assert read_beginning(line).startswith(beginnings_of(row))
