"""Evaluation of a small convolution over a page's blocks with NumPy: it sees a block among its neighbours, as no tree does.

A dense layer, then residual convolutions of width three whose dilation doubles (the layout of WaveNet, van den Oord et al. 2016,
without its gates), so that each block is judged by seven on either side.
"""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

# Blocks that are judged at once: what is computed for so many stays under half a megabyte.
_BLOCKS: Final = 256
# Columns of one product. OpenBLAS hands larger ones (this times 48 channels times 267 features is just under its limit of 2**18) to
# threads that then wait in a busy loop: 2.6 ms of processor time for a product of .05 (median of 180 blocks, 2 cores, 2026-11-26).
_STRIP: Final = 20
# Blocks whose features are bounded at once, in whole strips: a copy of their columns is made for it, .3 MB for all 256 and their
# neighbours (2026-11-28).
_BOUND: Final = 7 * _STRIP


@dataclass(frozen=True, slots=True, kw_only=True)
class Convolution:
    """Weights of L layers of C channels over F features.

    Attributes:
        logged: Which features count something without end, so that their logarithm is taken: indexes.
        low: The least value of each feature after that, F x 1: what is less becomes that.
        high: The greatest, likewise.
        dense: From features to channels, C x F; the features' own scale is part of it.
        dense_bias: C x 1.
        kernels: From the channels 2**layer blocks before, of the block itself and 2**layer blocks after it, L x C x 3C.
        biases: L x C x 1.
        out: From channels to log odds, C.
        out_bias: One number, in an array of one.
    """

    logged: NDArray[np.intp]
    low: Array
    high: Array
    dense: Array
    dense_bias: Array
    kernels: Array
    biases: Array
    out: Array
    out_bias: Array

    def __post_init__(self) -> None:
        for weights in fields(self):
            kind = np.intp if weights.name == "logged" else np.float32
            object.__setattr__(self, weights.name, getattr(self, weights.name).astype(kind, copy=False))

    def logits(self, rows: Array) -> Array:
        """Return log odds for the blocks of one page.

        Args:
            rows: One row a feature, one column a block, in reading order: F x n.

        Returns:
            Log odds, n.
        """
        count, reach = rows.shape[1], (1 << len(self.kernels)) - 1
        logits = np.empty(count, np.float32)
        for start in range(0, count, _BLOCKS):
            end = min(start + _BLOCKS, count)
            first = max(start - reach, 0)
            logits[start:end] = self._judge(rows[:, first : min(end + reach, count)])[start - first : end - first]
        return logits

    def _judge(self, rows: Array) -> Array:
        """Return log odds, as if there were no other blocks, n."""
        count = rows.shape[1]
        channels = self._mix(rows)[:, :count]
        channels += self.dense_bias
        np.maximum(channels, 0, out=channels)
        for layer, (kernel, bias) in enumerate(zip(self.kernels, self.biases, strict=True)):
            channels += _change(channels, kernel, bias, 1 << layer)
        logits: Array = (channels * self.out[:, None]).sum(axis=0) + self.out_bias
        return logits

    def _mix(self, rows: Array) -> Array:
        """Return what the dense layer makes of the features, in whole strips."""
        starts = range(0, rows.shape[1], _BOUND)
        return np.concatenate([_multiply(self.dense, self._bound(rows[:, at : at + _BOUND])) for at in starts], axis=1)

    def _bound(self, rows: Array) -> Array:
        """Return the features as the dense layer wants them, in whole strips."""
        bound = _strips(len(rows), rows.shape[1])
        bound[:, : rows.shape[1]] = rows
        bound[self.logged] = np.log1p(bound[self.logged])
        np.minimum(bound, self.high, out=bound)  # these two in place of clip: a third of its time
        np.maximum(bound, self.low, out=bound)
        return bound


def _strips(rows: int, count: int) -> Array:
    """Return zeros, so many rows, columns for ``count`` blocks in whole strips."""
    return np.zeros((rows, -(-count // _STRIP) * _STRIP), np.float32)


def _spread(channels: Array, step: int) -> Array:
    """Return for each block the channels ``step`` blocks before, its own and those after, zeros beyond the page: whole strips."""
    width, count = channels.shape
    spread = _strips(3 * width, count)
    near = max(count - step, 0)
    spread[:width, step:count] = channels[:, :near]
    spread[width : 2 * width, :count] = channels
    spread[2 * width :, :near] = channels[:, step:]
    return spread


def _change(channels: Array, kernel: Array, bias: Array, step: int) -> Array:
    """Return what a layer adds to the channels; a function, so that nothing of one layer is kept while the next one is computed."""
    change = _multiply(kernel, _spread(channels, step))[:, : channels.shape[1]]
    change += bias
    np.maximum(change, 0, out=change)
    return change


def _multiply(weights: Array, columns: Array) -> Array:
    """Return the product of a matrix with whole strips, strip by strip."""
    product = np.empty((len(weights), columns.shape[1]), np.float32)
    strips = (-1, columns.shape[1] // _STRIP, _STRIP)
    np.matmul(weights, columns.reshape(strips).transpose(1, 0, 2), out=product.reshape(strips).transpose(1, 0, 2))
    return product
