"""What stands above the headline: unsure lines go, sure ones and those of other pages stay."""

import numpy as np
import pytest

from scraper.cleaner.rules.above_headline import drop_above_headline
from tests.cleaner.pages import SENTENCES, read

TEASER = "From a fire on a ferry to a whale in the lock, a look at the year on the water."
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def left_above(html: str, probability: float, title: str | None = "Harbour opens") -> list[str]:
    """Return what is left above the text, all of which is sure, of lines that the model takes for text by so much."""
    blocks = read(f"{html}{BODY}")
    end = len(blocks.text) - len(SENTENCES)
    sure = np.array([probability] * end + [0.99] * len(SENTENCES), np.float32)
    words = np.array([len(text.split()) for text in blocks.text], np.float32)
    keep = drop_above_headline(blocks, np.ones(len(blocks.text), np.bool_), words, sure, title)
    assert keep[end:].all()
    return [blocks.text[index] for index in np.flatnonzero(keep[:end]).tolist()]


def test_what_is_unsure_above_the_headline_goes():
    html = f"<p>{TEASER}</p><h1>Harbour opens</h1><p>At noon.</p>"
    assert left_above(html, 0.5) == ["Harbour opens", "At noon."]
    assert left_above(html, 0.95) == [TEASER, "Harbour opens", "At noon."]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        # No heading says the title, or none is known.
        (f"<p>{TEASER}</p><h1>Ports</h1>", "Harbour opens"),
        (f"<p>{TEASER}</p><h1>Harbour opens</h1>", None),
        # A second one stands further down.
        (f"<h1>Harbour opens</h1><p>{TEASER}</p><h2>Harbour opens</h2>", "Harbour opens"),
        # Most of the text stands above it.
        (f"{BODY}{BODY}<h2>Harbour opens</h2>", "Harbour opens"),
    ],
)
def test_without_a_headline_where_the_text_begins_all_stays(html, title):
    assert left_above(html, 0.5, title) == read(html).text
