"""Fitting of the trees, with CatBoost."""

import json
import tempfile
from pathlib import Path
from typing import Final

import catboost
import numpy as np

from benchmarks.training.samples import Samples
from scraper.cleaner.model.features import NAMES, WORD_NAMES
from scraper.cleaner.model.trees import Trees

TREES: Final = 300
FIRST_ROUND_TREES: Final = 120
DEPTH: Final = 6
SEED: Final = 1


def fit_trees(samples: Samples, count: int) -> Trees:
    """Fit so many trees."""
    learner = catboost.CatBoost(
        {
            "loss_function": "CrossEntropy",
            "iterations": count,
            "depth": DEPTH,
            "learning_rate": 0.1 if count >= TREES else 0.15,
            "l2_leaf_reg": 5,
            "border_count": 64,
            "rsm": 0.25,
            "bootstrap_type": "Bernoulli",
            "subsample": 0.7,
            "thread_count": 2,
            "random_seed": SEED,
            "verbose": False,
            "allow_writing_files": False,
        }
    )
    learner.fit(samples.rows.T, samples.labels, sample_weight=samples.weights)
    return _read_trees(learner)


def _read_trees(learner: catboost.CatBoost) -> Trees:
    """Take the trees out of a fitted learner."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        learner.save_model(str(path), format="json")
        model = json.loads(path.read_text("utf-8"))
    order = {entry["flat_feature_index"]: entry["feature_index"] for entry in model["features_info"]["float_features"]}
    count = len(model["oblivious_trees"])
    feature = np.zeros((count, DEPTH), np.intp)
    border = np.full((count, DEPTH), np.inf, np.float32)
    leaf = np.zeros((count, 1 << DEPTH), np.float32)
    for number, tree in enumerate(model["oblivious_trees"]):
        for level, split in enumerate(tree["splits"] or ()):
            feature[number, level] = order.get(split["float_feature_index"], split["float_feature_index"])
            border[number, level] = split["border"]
        values = np.array(tree["leaf_values"], np.float32)
        leaf[number, : len(values)] = values
    scale, bias = model["scale_and_bias"][0], model["scale_and_bias"][1][0]
    names = (*NAMES, *WORD_NAMES)
    return Trees(names=names, feature=feature, border=border, leaf=leaf * np.float32(scale), bias=float(bias))
