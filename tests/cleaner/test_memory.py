"""What the steps of cleaning take beside the page and its tree: pieces of bounded size, however large the page is."""

import tracemalloc
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from scraper.charset import decode_html
from scraper.cleaner.characters import count_kinds, count_words
from scraper.cleaner.model import shipped_model
from scraper.limits import find_excess

SENTENCE = "Über den Ausbau des Hafens – seit 2024 beschlossen – berieten die Räte am Abend lange. "
BODY = (SENTENCE * 4000).encode()
MODEL = shipped_model()
ROWS = np.random.default_rng(1).random((len(MODEL.trees.names), 1000), np.float32)
# A quarter over what was measured (blocks-9, 2026-11-28); before, in this order: 132, 263, 1148, 4383, 756 and 347 kB.
STEPS: list[tuple[str, Callable[[], object], int]] = [
    ("tags are counted", partial(find_excess, BODY), 22_000),
    ("bytes are decoded", partial(decode_html, BODY), 42_000),
    ("characters are counted", partial(count_kinds, [SENTENCE] * 700), 220_000),
    ("words are counted", partial(count_words, SENTENCE * 4000), 220_000),
    ("trees judge blocks", partial(MODEL.trees.logits, ROWS), 480_000),
    ("the convolution judges blocks", partial(MODEL.convolution.logits, ROWS), 345_000),
]


@pytest.mark.parametrize(("step", "run", "most"), STEPS, ids=[step for step, _, _ in STEPS])
def test_a_step_takes_little_memory_however_large_the_page(step, run, most):
    run()  # tables that stay are no page's
    tracemalloc.start()
    try:
        run()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < most
