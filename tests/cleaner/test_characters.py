import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner import characters
from scraper.cleaner.characters import KIND_COLUMN, count_kinds, count_words, count_words_each

TEXTS = st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=12)


def counted(text: str) -> dict[str, int]:
    counts, _, _ = count_kinds([text])
    names = {
        "letter": characters.LETTER,
        "upper": characters.UPPER,
        "digit": characters.DIGIT,
        "wide": characters.WIDE,
        "space": characters.SPACE,
    }
    names |= {"end": characters.SENTENCE_END, "comma": characters.COMMA, "symbol": characters.SYMBOL}
    return {name: int(counts[KIND_COLUMN[kind], 0]) for name, kind in names.items() if counts[KIND_COLUMN[kind], 0]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one", 1),
        ("one two\nthree", 3),
        ("Élan vital", 2),
        ("한국어 문장", 2),
        ("東京都は新しい計画を発表した", round(14 * 3 / 5.1)),
        ("ภาษาไทย", round(7 / 5.1)),
        ("ท่าเรือใหม่เปิดในเมือง", round(22 / 5.1)),
        ("iPhone 発売", 1 + round(2 * 3 / 5.1)),
        ("صباح الخير", 2),
    ],
)
def test_words_are_counted_in_every_script(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize("text", ["ab cd efg ", "abcdefghijkl", " a  b   c    d ", "a\nb\n\nc", "Élan vital “ł” "])
def test_a_long_text_has_as_many_words_as_a_short_one(text, monkeypatch):
    monkeypatch.setattr(characters, "PART_CHARS", 3)
    assert count_words(text * 5) == len((text * 5).split())


@given(texts=TEXTS)
def test_words_of_all_texts_at_once_are_those_of_each(texts):
    assert count_words_each(texts).tolist() == [count_words(text) for text in texts]


def test_a_text_over_the_limit_leaves_the_others_counts(monkeypatch):
    monkeypatch.setattr(characters, "PART_CHARS", 8)
    assert count_words_each(["東京都は新しい", "two words"]).tolist() == [round(7 * 3 / 5.1), 2]


@given(texts=TEXTS)
def test_words_of_long_texts_are_counted_in_parts(texts):
    whole = [count_words(text) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "PART_CHARS", 4)
        assert count_words_each(texts).tolist() == whole == [count_words(text) for text in texts]


def test_characters_are_counted_by_kind():
    assert counted("Ab 1, c!") == {"letter": 3, "upper": 1, "digit": 1, "comma": 1, "space": 2, "end": 1}
    assert counted("東京。") == {"letter": 2, "wide": 6, "end": 1}
    assert counted("ที่นี่") == {"letter": 2, "wide": 6}
    assert counted("مرحبا؟") == {"letter": 5, "end": 1}
    assert counted("𝒳😀") == {"letter": 2}


def test_first_and_last_characters_are_told():
    _, first, last = count_kinds(["One.", "two,", "3"])
    assert [bool(kind & characters.UPPER) for kind in first] == [True, False, False]
    assert list(last) == [characters.SENTENCE_END, characters.COMMA, characters.DIGIT]


@given(TEXTS)
def test_texts_are_counted_together_as_they_are_apart(texts):
    together, first, last = count_kinds(texts)
    for index, text in enumerate(texts):
        alone, alone_first, alone_last = count_kinds([text])
        assert (together[:, index] == alone[:, 0]).all()
        assert (first[index], last[index]) == (alone_first[0], alone_last[0])
        assert alone[KIND_COLUMN[characters.LETTER], 0] <= len(text)


def test_long_pages_are_counted_in_parts(monkeypatch):
    texts = ["One word.", "zwei Wörter, 3", "東京。", "x"]
    whole = count_kinds(texts)
    monkeypatch.setattr(characters, "PART_CHARS", 14)
    for one, other in zip(whole, count_kinds(texts), strict=True):
        np.testing.assert_array_equal(one, other)


def test_an_endless_block_is_counted_in_slices(monkeypatch):
    monkeypatch.setattr(characters, "PART_CHARS", 10)
    counts, first, last = count_kinds(["a" * 101 + "!"])
    assert counts[KIND_COLUMN[characters.LETTER], 0] == 101
    assert (first[0], last[0]) == (characters.LETTER, characters.SENTENCE_END)


def test_lone_surrogates_are_counted():
    assert counted("\ud800a") == {"letter": 1}
