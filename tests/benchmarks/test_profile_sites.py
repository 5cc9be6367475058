import pytest

from benchmarks.peers import Extracted
from benchmarks.profile_sites import Score, measure_growth, score_text


def test_words_are_counted_and_characters_where_there_are_no_blanks() -> None:
    assert score_text(Extracted(text="a b b c"), "a b d") == Score(right=2, wrong=2, there=3)
    assert score_text(Extracted(text="港の船"), "港の町") == Score(right=2, wrong=1, there=3)
    assert score_text(Extracted(text=""), "a").recall == 0


def test_three_pages_of_each_demo_site_show_some_of_their_template() -> None:
    row = measure_growth([3]).split("\n")[-1].split("|")
    alone, known = float(row[3]), float(row[4])
    assert known > alone
    assert float(row[5]) == float(row[6]) == pytest.approx(1)


def test_the_curves_are_drawn(tmp_path) -> None:
    pytest.importorskip("matplotlib", reason="only in the benchmark's environment (make bench)")
    from benchmarks.picture import draw_growth

    for name in ("a.svg", "b.svg"):
        draw_growth([(1, 0.3, 0.3), (5, 0.3, 0.1)], tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
