import numpy as np
import pytest

from scraper.cleaner.model import BlockModel, shipped_model
from scraper.cleaner.model.features import NAMES, WORD_NAMES
from scraper.cleaner.model.vocabulary import Vocabulary
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


def test_the_shipped_model_knows_todays_features():
    model = shipped_model()
    assert model.trees.names == NAMES + WORD_NAMES
    assert model.trees.feature.max() < len(model.trees.names)
    assert model.convolution.dense.shape[1] == len(model.trees.names)
    assert model.version
    assert len(model.to_bytes()) < 1_000_000
    assert all(0 < share < 1 for share in model.vocabulary.shares.values())


def test_broken_weights_are_refused():
    with pytest.raises((ValueError, OSError)):
        BlockModel.from_bytes(b"not weights")
