"""The line above the body that is the page's description is part of the article."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.blocks import read_blocks
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.rules.standfirst import ABOVE, add_standfirst
from tests.cleaner.pages import SENTENCES

SAID = "How a charge for one summer became the town's safest income"
PROSE = list(SENTENCES[:3])


def chosen(above: list[str], description: str | None, prose: list[str] = PROSE) -> list[str]:
    """Return the lines that come back above the prose, which alone was chosen."""
    lines = [*above, *prose]
    blocks = read_blocks(LexborHTMLParser("".join(f"<p>{line}</p>" for line in lines)))
    keep = np.zeros(len(lines), np.bool_)
    keep[len(above) :] = True
    whole = add_standfirst(blocks, keep, read_columns(blocks).prose, description)
    assert whole[len(above) :].all()
    return [line for line, kept in zip(above, whole, strict=False) if kept]


@pytest.mark.parametrize(
    ("above", "description"),
    [
        (["The toll", SAID, "Ada Lovelace", "3 May 2026"], SAID),
        (["The toll", SAID], f"{SAID}. From our reporter."),
        (["The toll", f"{SAID}, and why it stays"], f"{SAID} …"),
        (
            ["The toll", "港の閉鎖は春まで続く見通しとなり、町は代わりの船を探している"],
            "港の閉鎖は春まで続く見通しとなり、町は代わりの船を探している",
        ),
    ],
)
def test_the_description_above_the_prose_comes_back(above, description):
    assert chosen(above, description) == [above[1]]


@pytest.mark.parametrize(
    ("above", "description", "prose"),
    [
        (["The toll", SAID], None, PROSE),
        (["The toll", SAID], "Another thing altogether, on another page of the town", PROSE),
        (["The toll"], "The toll", PROSE),  # a name
        (["The toll", SENTENCES[0]], SENTENCES[0], PROSE),  # the first paragraph says it
        ([f"<a href=/toll>{SAID}</a>"], SAID, PROSE),
        ([SAID, *["Menu"] * ABOVE], SAID, PROSE),
        (["The toll", SAID], SAID, []),
    ],
)
def test_nothing_else_does(above, description, prose):
    assert chosen(above, description, prose) == []
