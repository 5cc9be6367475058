import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from scraper.cleaner.model import convolution as module
from scraper.cleaner.model import shipped_model
from tests.cleaner.small_models import small_convolution, waves


def page(blocks: int, features: int = 2) -> np.ndarray:
    return (5 * np.abs(waves(1.7, features, blocks))).astype(np.float32)


def test_it_computes_what_pytorch_does():
    # torch.nn.functional.conv1d (2.13.0) in double precision over the same numbers.
    wanted = [10.776913, 13.449163, 8.353068, 9.188682, 9.176559, 8.921481, 3.051557, 4.114727]
    np.testing.assert_allclose(small_convolution().logits(page(8)), wanted, rtol=1e-5)


@pytest.mark.parametrize("blocks", [1, 2, 3, 9, 10, 11, 13, 14, 57])
def test_long_pages_are_judged_in_pieces_as_in_one(monkeypatch, blocks):
    whole = small_convolution().logits(page(blocks))
    monkeypatch.setattr(module, "_BLOCKS", 10)
    monkeypatch.setattr(module, "_STRIP", 7)
    pieces = small_convolution().logits(page(blocks))
    assert pieces.shape == (blocks,)
    assert pieces.dtype == np.float32
    np.testing.assert_allclose(pieces, whole, rtol=1e-4, atol=1e-5)


def test_the_shipped_one_judges_long_pages_in_pieces_as_in_one(monkeypatch):
    convolution = shipped_model().convolution
    rows = page(700, convolution.dense.shape[1])
    pieces = convolution.logits(rows)
    monkeypatch.setattr(module, "_BLOCKS", 1000)
    np.testing.assert_allclose(pieces, convolution.logits(rows), rtol=1e-4, atol=1e-4)


def test_the_same_page_gives_the_same_bits():
    convolution = shipped_model().convolution
    rows = page(333, convolution.dense.shape[1])
    assert convolution.logits(rows).tobytes() == convolution.logits(rows.copy()).tobytes()


def test_a_block_is_judged_by_its_neighbours_within_reach_alone():
    rows = page(40)
    other = rows.copy()
    other[:, 20] = [0, 9]
    changed = np.flatnonzero(small_convolution().logits(rows) != small_convolution().logits(other))
    assert set(changed) <= set(range(17, 24))  # two layers: 1 + 2 blocks on each side
    assert len(changed) > 1


def test_values_beyond_the_bounds_say_no_more_than_the_bounds():
    convolution = replace(small_convolution(), logged=np.array([], np.intp))
    at_bounds = np.array([[0.5, 4.0], [0.0, 1.5]], np.float32)
    beyond = np.array([[-1e30, 1e30], [-7.0, 99.0]], np.float32)
    np.testing.assert_array_equal(convolution.logits(beyond), convolution.logits(at_bounds))


@pytest.mark.parametrize("blocks", [150, 20_000])
def test_memory_stays_under_a_megabyte_however_long_the_page(blocks):
    convolution = shipped_model().convolution
    rows = page(blocks, convolution.dense.shape[1])
    tracemalloc.start()
    try:
        convolution.logits(rows)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
