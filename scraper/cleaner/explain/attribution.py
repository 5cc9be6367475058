"""What each feature did to each block's score.

The score is computed again with one feature of all blocks set to the middle value of the page's blocks: the difference is what sets
the block apart by that feature (Friedman, "Greedy Function Approximation", 2001, has the idea as partial dependence). Features that
are the same for all blocks of a page, such as its length, move no block against the others and come out as nothing.
"""

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.model import BlockModel
from scraper.cleaner.model.convolution import Convolution
from scraper.cleaner.model.trees import Trees

Rows = NDArray[np.float32]


def feature_effects(model: BlockModel, rows: Rows) -> Rows:
    """Return how much each feature raises or lowers the log odds of each block, features x n.

    Args:
        model: Its score is the mean of the trees' and the convolution's.
        rows: As for ``BlockModel.logits``: features x n.
    """
    return 0.5 * _effects_in_trees(model.trees, rows) + 0.5 * _effects_in_convolution(model.convolution, rows)


def _effects_in_convolution(convolution: Convolution, rows: Rows) -> Rows:
    """Return the effects, those of the neighbours' values with those of the block's own; features x n."""
    score = convolution.logits(rows)
    effects = np.zeros(rows.shape, np.float32)
    changed = rows.copy()
    for feature, own in enumerate(rows):
        typical = np.median(own)
        if (own != typical).any():
            changed[feature] = typical
            effects[feature] = score - convolution.logits(changed)
            changed[feature] = own
    return effects


def _effects_in_trees(trees: Trees, rows: Rows) -> Rows:
    """Return the effects: only the trees that ask about a feature are evaluated again, all blocks at once."""
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
