import random

import pytest

from scraper.store.sketch import SIZE, Sketch, make_sketch
from tests.store.articles import make_text


def sketch(text: str) -> Sketch:
    made = make_sketch(text)
    assert made
    return made


def test_a_sketch_survives_its_bytes() -> None:
    made = sketch(make_text(1))
    assert Sketch.unpack(made.pack()) == made
    assert len(made.pack()) == 4 * (SIZE + 1)


@pytest.mark.parametrize(
    "copy",
    [
        make_text(1),
        make_text(1).upper().replace(" ", ",  "),
        make_text(2, 60) + " " + make_text(1),
        " ".join(make_text(1).split()[:160]),
    ],
)
def test_copies_are_told(copy: str) -> None:
    assert sketch(make_text(1)).is_near_copy(sketch(copy))


@pytest.mark.parametrize(
    "other", [make_text(2), make_text(1, 80) + " " + make_text(2), make_text(1, 50), make_text(1) + make_text(3, 900)]
)
def test_texts_that_share_a_part_are_no_copies(other: str) -> None:
    assert not sketch(make_text(1)).is_near_copy(sketch(other))


def test_short_texts_have_no_sketch() -> None:
    assert make_sketch("No comments yet.") is None


def test_scripts_without_spaces_are_cut_into_characters() -> None:
    text = "".join(chr(0x4E00 + random.Random(1).randrange(20_000) + n) for n in range(300))
    assert sketch(text).is_near_copy(sketch(text[:200] + "新聞" + text[200:]))


def test_resemblance_is_the_share_of_common_sequences() -> None:
    words = make_text(1, 3000).split()
    one, other = sketch(" ".join(words[:2000])), sketch(" ".join(words[1000:]))
    assert one.resemblance(other) == pytest.approx(1 / 3, abs=0.13)  # three standard errors
    assert one.containment(other) == pytest.approx(1 / 2, abs=0.15)
