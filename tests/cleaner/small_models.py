"""Models small enough to work out by hand."""

import numpy as np

from scraper.cleaner.model.convolution import Convolution
from scraper.cleaner.model.trees import Trees


def waves(step: float, *shape: int) -> np.ndarray:
    """The same numbers between -1 and 1 each time."""
    return np.sin(np.arange(1, np.prod(shape) + 1) * step).reshape(shape)


def small_convolution() -> Convolution:
    """Two layers of three channels over two features, of which the second is a count."""
    return Convolution(
        logged=np.array([1]),
        low=np.array([[0.5], [0.0]]),
        high=np.array([[4.0], [1.5]]),
        dense=waves(1.1, 3, 2),
        dense_bias=waves(1.2, 3)[:, None],
        kernels=waves(1.3, 2, 3, 9),
        biases=waves(1.4, 2, 3)[:, :, None],
        out=waves(1.5, 3),
        out_bias=waves(1.6, 1),
    )


def small_trees(bias: float = 0.5) -> Trees:
    """Two trees of depth two over two features."""
    return Trees(
        names=("a", "b"),
        feature=np.array([[0, 1], [1, 1]]),
        border=np.array([[0.5, 0.5], [0.0, 2.0]], np.float32),
        leaf=np.array([[1, 2, 4, 8], [10, 20, 40, 80]], np.float32),
        bias=bias,
    )
