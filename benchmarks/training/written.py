"""Pages that were written for this project as training pages: old sites, small content systems, copies and odd forms of articles.

The labelled sets have hardly any of these, and a model that never saw one takes for content what stands around the text there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.sets import SetPage, read_sets
from benchmarks.training.dataset import LabelledPage, read_blocks_of, site_of_page
from benchmarks.training.labels import label_blocks
from scraper.charset import decode_html

_FIXTURES: Final = Path(__file__).parents[2] / "fixtures"
FOLDERS: Final = ("archives", "forms")
"""Sets that the model is fitted on; newsrooms, outlets, dailies, bureaus, kiosks and stands it never sees."""

WRITTEN_SHARE: Final = 0.5
"""Pages of few houses and few hands: each counts as half of a real one."""


def written_pages() -> Iterator[SetPage]:
    """Yield the pages of the sets that the model is fitted on."""
    for folder in FOLDERS:
        for labelled in read_sets(_FIXTURES / folder):
            yield from labelled.pages


def read_written_page(page: SetPage) -> LabelledPage | None:
    """Read a written page; None without a truth. Class words are not learned from it: sites are invented, their words are too."""
    if not page.text:
        return None
    blocks, hints, seconded = read_blocks_of(decode_html(page.body).text, page.url)
    return LabelledPage(
        id=page.id,
        site=site_of_page(page.url, page.id),
        kind=page.kind,
        truth=page.text,
        present=(),
        absent=(),
        blocks=blocks,
        hints=hints,
        labels=np.array(label_blocks(blocks.text, page.text), np.float32),
        seconded=seconded,
        inserted=np.zeros(len(blocks.text), np.bool_),
        share=WRITTEN_SHARE,
    )
