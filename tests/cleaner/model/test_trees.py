import numpy as np

from scraper.cleaner.model import trees as module
from scraper.cleaner.model.trees import probability
from tests.cleaner.small_models import small_trees


def test_level_d_is_bit_d_of_the_leaf():
    rows = np.array([[0, 1, 0, 1], [-1, 0, 1, 3]], np.float32)
    # Per case: tree one asks a > .5 and b > .5; tree two b > 0 and b > 2.
    assert small_trees().logits(rows).tolist() == [1 + 10 + 0.5, 2 + 10 + 0.5, 4 + 20 + 0.5, 8 + 80 + 0.5]


def test_many_cases_are_judged_as_few(monkeypatch):
    rows = np.random.default_rng(1).normal(size=(2, 101)).astype(np.float32)
    whole = small_trees().logits(rows)
    monkeypatch.setattr(module, "_CASES", 10)
    monkeypatch.setattr(module, "_TREES", 1)
    np.testing.assert_allclose(small_trees().logits(rows), whole, rtol=1e-6)


def test_one_case_is_judged():
    assert small_trees().logits(np.zeros((2, 1), np.float32)).shape == (1,)


def test_probabilities_stay_between_zero_and_one():
    result = probability(np.array([-1e9, 0, 1e9], np.float32))
    assert result[1] == 0.5
    assert 0 <= result[0] < 1e-9
    assert 1 - 1e-6 < result[2] <= 1
