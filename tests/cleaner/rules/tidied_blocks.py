"""Blocks of a piece of markup, and what is left of them after rules that make the choice tidy."""

import numpy as np

from scraper.cleaner.rules.copies import drop_copies
from scraper.cleaner.rules.tidying import tidy_choice
from tests.cleaner.pages import read


def tidied(html: str, title: str | None = None) -> list[str]:
    blocks = read(html)
    keep = tidy_choice(blocks, drop_copies(blocks, np.ones(len(blocks.text), np.bool_)), title)
    return [blocks.text[index] for index in np.flatnonzero(keep)]
