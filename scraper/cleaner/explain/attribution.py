"""What each feature did to each block's score.

The score is computed again with one feature of the block set to the middle value of the page's blocks: the difference is what sets
the block apart by that feature (Friedman, "Greedy Function Approximation", 2001, has the idea as partial dependence). Features that
are the same for all blocks of a page, such as its length, move no block against the others and come out as nothing.
"""

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.trees import Trees

Rows = NDArray[np.float32]


def feature_effects(trees: Trees, rows: Rows) -> Rows:
    """Return how much each feature raises or lowers the log odds of each block, features x n.

    Only the trees that ask about a feature are evaluated again, all blocks at once.

    Args:
        trees: The model.
        rows: As for ``Trees.logits``: features x n.
    """
    typical = np.median(rows, axis=1)
    depth = trees.feature.shape[1]
    weight = 1 << np.arange(depth)
    answers = rows[trees.feature] > trees.border[:, :, None]  # trees x depth x n
    number = np.tensordot(weight, answers, axes=(0, 1)).astype(np.intp)  # trees x n
    typical_answers = typical[trees.feature] > trees.border
    effects = np.zeros(rows.shape, np.float32)
    for feature in np.unique(trees.feature):
        asks = trees.feature == feature
        which = np.flatnonzero(asks.any(axis=1))
        asked = (asks[which] * weight).sum(axis=1)[:, None]
        instead = ((asks & typical_answers)[which] * weight).sum(axis=1)[:, None]
        own = number[which]
        leaf, tree = trees.leaf, which[:, None]
        effects[feature] = (leaf[tree, own] - leaf[tree, (own & ~asked) | instead]).sum(axis=0)
    return effects
