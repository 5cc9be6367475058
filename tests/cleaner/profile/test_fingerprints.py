import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.profile import BlockHashes, hash_blocks, hash_lines
from scraper.cleaner.profile.fingerprints import hash_texts
from scraper.cleaner.reading.walk import read_blocks


def hashes(html: str) -> BlockHashes:
    tree = LexborHTMLParser(html)
    return hash_blocks(read_blocks(tree))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Updated 5 minutes ago", "updated 2 hours ago"),
        ("12 comments", "3,411 Comments"),
        ("Vor 3 Stunden aktualisiert", "Vor 12 Minuten aktualisiert"),
        ("3時間前 更新", "12分前 更新"),
        ("Thursday: 21 August 2025, 14:05", "Thursday: 3 May 2026, 9:30"),
        ("منذ 5 ساعات", "منذ 2 ساعة"),
        ("Обновлено 2 часа назад", "Обновлено 5 минут назад"),
    ],
)
def test_texts_that_differ_in_numbers_and_dates_are_the_same(one: str, other: str) -> None:
    assert len(np.unique(hash_texts([one, other]))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Harbour opens", "Harbour closes"), ("$17.00", "$18.00"), ("1902", "1903"), ("港", "島")]
)
def test_texts_that_differ_in_words_or_are_numbers_alone_are_not(one: str, other: str) -> None:
    assert len(np.unique(hash_texts([one, other]))) == 2


def test_texts_are_hashed_one_by_one_even_with_control_characters_inside() -> None:
    assert list(hash_texts(["a\x1eb", "c"])) == [hash_texts(["a\x1eb"])[0], hash_texts(["c"])[0]]


def test_hashes_are_the_same_on_every_machine() -> None:
    assert int(hash_texts(["Harbour opens"])[0]) == 14878286818441294281


def test_a_path_is_told_by_tags_and_classes_and_not_by_numbers_in_them() -> None:
    page = hashes(
        "<div class='card item-1'><p>One</p></div><div class='card item-2'><p>Two</p></div><div class=side><p>Three</p></div>"
    )
    assert page.path[0] == page.path[1] != page.path[2]


def test_classes_of_the_body_do_not_change_paths() -> None:
    assert hashes("<body class=home><div><p>One").path[0] == hashes("<body class=single><div><p>One").path[0]


def test_a_page_without_text_has_no_blocks() -> None:
    assert len(hashes("<body></body>").text) == 0


def test_lines_of_text_dumps_have_hashes_as_well() -> None:
    lines = hash_lines(["Home", "Home", "A line."], ["item", "line", "line"])
    assert lines.text[0] == lines.text[1]
    assert lines.path[0] != lines.path[1] == lines.path[2]
