from dataclasses import replace

import numpy as np
import pytest

from scraper.cleaner.model import BlockModel, shipped_model
from scraper.cleaner.model.features import NAMES, WORD_NAMES
from scraper.cleaner.model.vocabulary import Vocabulary
from scraper.cleaner.reading import read_page
from tests.cleaner.small_models import small_convolution, small_trees

ROWS = np.array([[0, 1, 0, 1], [0.5, 0, 1, 3]], np.float32)


def small_model() -> BlockModel:
    return BlockModel(
        trees=small_trees(),
        convolution=small_convolution(),
        vocabulary=Vocabulary({"body": 0.75, "nav": 0.25}),
        version="test-1",
    )


def test_a_block_gets_the_mean_of_both_log_odds():
    model = small_model()
    mean = (model.trees.logits(ROWS) + model.convolution.logits(ROWS)) / 2
    np.testing.assert_allclose(model.logits(ROWS), mean, rtol=1e-6)


def test_a_model_survives_writing_and_reading():
    model = small_model()
    again = BlockModel.from_bytes(model.to_bytes())
    assert (again.version, again.trees.names, again.vocabulary.shares) == (
        "test-1",
        ("a", "b"),
        {"body": 0.75, "nav": 0.25},
    )
    np.testing.assert_array_equal(again.trees.logits(ROWS), model.trees.logits(ROWS))
    np.testing.assert_allclose(again.convolution.logits(ROWS), model.convolution.logits(ROWS), atol=0.02)
    assert BlockModel.from_bytes(again.to_bytes()).logits(ROWS).tobytes() == again.logits(ROWS).tobytes()


@pytest.mark.parametrize(
    ("head", "is_bare"),
    [
        ("<title>Pier Post</title>", True),
        ('<meta name="description" content="The pier is shut."><meta name="generator" content="Word">', True),
        ('<meta name="viewport" content="width=device-width">', False),
        ('<meta property="og:title" content="The pier is shut">', False),
        ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', False),
    ],
)
def test_a_page_with_a_bare_head_is_judged_by_the_model_that_knows_such(head, is_bare):
    reading = read_page(f"<html><head>{head}</head><body><p>The pier is shut.</p></body></html>", None)
    shipped = shipped_model()
    assert shipped.bare is not None
    other = replace(shipped, bare=replace(shipped.bare, trees=replace(shipped.bare.trees, bias=9.0)))
    assert (other.of(reading.hints) is other.bare) == is_bare
    (before, after) = (model.judge(reading.blocks, reading.hints)[1][0] for model in (shipped, other))
    assert (after > before) == is_bare
    alone = replace(shipped, bare=None)
    assert alone.of(reading.hints) is alone


def test_the_model_for_bare_heads_survives_with_the_other():
    model = replace(small_model(), bare=replace(small_model(), trees=small_trees(bias=4.0), version="test-2"))
    again = BlockModel.from_bytes(model.to_bytes())
    assert again.bare is not None
    assert (again.version, again.trees.bias, again.bare.version, again.bare.trees.bias) == (
        "test-1",
        0.5,
        "test-2",
        4.0,
    )
    assert again.bare.bare is None
    assert BlockModel.from_bytes(small_model().to_bytes()).bare is None


def test_the_shipped_model_knows_todays_features():
    shipped = shipped_model()
    assert len(shipped.to_bytes()) < 1_000_000
    for model in (shipped, shipped.bare):
        assert model.trees.names == NAMES + WORD_NAMES
        assert model.trees.feature.max() < len(model.trees.names)
        assert model.convolution.dense.shape[1] == len(model.trees.names)
        assert model.version == shipped.version
        assert all(0 < share < 1 for share in model.vocabulary.shares.values())


def test_broken_weights_are_refused():
    with pytest.raises((ValueError, OSError)):
        BlockModel.from_bytes(b"not weights")
