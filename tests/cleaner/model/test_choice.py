import re
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.model.choice import calibrate, choose_article, choose_blocks
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks

SHARES = st.floats(0, 1, width=32)


def expected_f1(keep: tuple[bool, ...], probability: list[float], words: list[float]) -> float:
    held = sum(p * w for k, p, w in zip(keep, probability, words, strict=True) if k)
    kept = sum(w for k, w in zip(keep, words, strict=True) if k)
    everything = sum(p * w for p, w in zip(probability, words, strict=True))
    return 2 * held / (kept + everything) if kept + everything else 0.0


def choose(probability: list[float], words: list[float]) -> tuple[list[bool], float]:
    keep, confidence = choose_blocks(np.array(probability, np.float32), np.array(words, np.float32))
    return keep.tolist(), confidence


def test_where_the_model_is_sure_it_is_followed():
    assert choose([1, 0, 1, 0], [10, 10, 10, 10]) == ([True, False, True, False], 1.0)


def test_where_it_is_unsure_the_bar_is_lower():
    keep, confidence = choose([0.4, 0.3, 0.01], [10, 10, 10])
    assert keep == [True, True, False]
    assert confidence < 0.6


def test_one_block_is_always_kept():
    keep, confidence = choose([0.01], [5])
    assert keep == [True]
    assert confidence == pytest.approx(2 * 0.01 / 1.01, rel=1e-3)


@given(st.lists(st.tuples(SHARES, st.integers(1, 200)), min_size=1, max_size=8))
def test_no_other_choice_has_a_larger_expectation(cases):
    probability, words = [p for p, _ in cases], [float(w) for _, w in cases]
    keep, confidence = choose(probability, words)
    best = max(expected_f1(other, probability, words) for other in product((False, True), repeat=len(cases)))
    assert confidence == pytest.approx(best, abs=1e-4)
    assert 0 <= confidence <= 1 + 1e-9
    assert any(keep)


@given(SHARES, SHARES)
def test_confidence_rises_with_the_expectation_and_is_never_above_it(one, other):
    low, high = sorted((calibrate(one), calibrate(other)))
    assert 0 <= low <= high <= 1
    assert calibrate(one) <= one + 1e-9


def test_where_the_model_is_sure_the_confidence_is_whole():
    assert calibrate(1.0) == 1.0
    assert calibrate(0.9) < 0.85


def choose_of_page(html: str, probability: dict[str, float]) -> str:
    """Which blocks are kept, by their first letters; each has twelve words."""
    said = "says so in eleven more short words that nobody needs to read"
    blocks = read_blocks(LexborHTMLParser(re.sub(r"\b([A-Z])\b", rf"\1 {said}", html)))
    shares = np.array([probability[text[0]] for text in blocks.text], np.float32)
    keep, _ = choose_article(shares, read_columns(blocks))
    return "".join(text[0] for text, kept in zip(blocks.text, keep, strict=True) if kept)


BODY = "<h2>H</h2><div class=body><p>A<p>B<p>C</div>"
SURE_BODY = {"H": 0.5, "A": 0.9, "B": 0.5, "C": 0.9}


@pytest.mark.parametrize(
    ("after", "probability", "kept"),
    [
        ("<ul><li>X<li>Y<li>Z</ul>", {"X": 0.65, "Y": 0.65, "Z": 0.65}, "HABC"),
        ("<ul><li>X<li>Y<li>Z</ul>", {"X": 0.65, "Y": 0.75, "Z": 0.65}, "HABCY"),
        ("<div class=body><p>X</div>", {"X": 0.5}, "HABCX"),
        ("<div class=body><p>X</div>", {"X": 0.35}, "HABC"),
    ],
    ids=["many doubtful ones", "one that is likely", "another part of the text", "less than likely"],
)
def test_after_an_articles_text_a_block_is_kept_for_itself(
    after: str, probability: dict[str, float], kept: str
) -> None:
    assert choose_of_page(BODY + after, SURE_BODY | probability) == kept


def test_where_nothing_is_sure_an_article_is_chosen_as_other_pages_are() -> None:
    assert choose_of_page(BODY, {"H": 0.3, "A": 0.35, "B": 0.3, "C": 0.35}) == "HABC"
