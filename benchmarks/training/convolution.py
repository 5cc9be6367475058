"""Fitting of the convolution, with PyTorch on the processor: one seed and one thread, so the same weights each time.

Pages are laid one after the other with gaps between them, wider than the convolution reaches.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from benchmarks.training.samples import Rows, Samples
from scraper.cleaner.model.convolution import Convolution

# Wider, deeper, longer fits and more dropout gained nothing on two folds (benchmarks/HISTORY.md, "Trees and a sequence model").
CHANNELS: Final = 48
LAYERS: Final = 3
DROPOUT: Final = 0.2
EPOCHS: Final = 12
RATE: Final = 3e-3
DECAY: Final = 0.02
SEED: Final = 1
# Blocks in a batch, whole pages; the rate is for batches of about this size.
BATCH_BLOCKS: Final = 3500
# A feature that goes beyond this counts something without end (words, blocks): none of the others does.
COUNT: Final = 16
# Where values end, in standard deviations from the mean.
BOUND: Final = 4


class Network(nn.Module):
    """The convolution over standardised features, with dropout, for fitting."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.dense = nn.Linear(features, CHANNELS)
        self.layers = nn.ModuleList(
            nn.Conv1d(CHANNELS, CHANNELS, 3, padding=1 << layer, dilation=1 << layer) for layer in range(LAYERS)
        )
        self.out = nn.Linear(CHANNELS, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, cases: Tensor, is_block: Tensor) -> Tensor:
        """Return log odds for n cases x F; ``is_block`` is 0 in the gaps between pages, 1 elsewhere."""
        channels = torch.relu(self.dense(self.dropout(cases))).T * is_block
        for layer in self.layers:
            channels = channels + self.dropout(torch.relu(layer(channels[None])[0])) * is_block
        logits: Tensor = self.out(channels.T)[:, 0]
        return logits


@dataclass(frozen=True, slots=True)
class _Scale:
    """How features are standardised: logarithms of counts, then mean, deviation and bounds."""

    logged: NDArray[np.intp]
    mean: Rows
    deviation: Rows

    @classmethod
    def of(cls, rows: Rows) -> "_Scale":
        logged = np.flatnonzero((rows.max(axis=1) > COUNT) & (rows.min(axis=1) >= 0))
        scaled = cls(logged, np.zeros(len(rows), np.float32), np.ones(len(rows), np.float32)).log(rows)
        deviation = scaled.std(axis=1, dtype=np.float64).astype(np.float32)
        # What is the same on all pages says nothing, and would say too much where it once is not.
        deviation[deviation < 1e-3] = np.inf
        return cls(logged, scaled.mean(axis=1, dtype=np.float64).astype(np.float32), deviation)

    def log(self, rows: Rows) -> Rows:
        logged = rows.copy()
        logged[self.logged] = np.log1p(logged[self.logged])
        return logged

    def cases(self, rows: Rows) -> Tensor:
        """Return n x F, standardised."""
        cases = np.ascontiguousarray(self.log(rows).T)
        cases -= self.mean
        cases /= self.deviation
        return torch.from_numpy(np.clip(cases, -BOUND, BOUND, out=cases))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Indexes of the blocks of some pages, each page's followed by a gap; and which are blocks."""

    index: Tensor
    is_block: Tensor


def _batches(sizes: tuple[int, ...], order: NDArray[np.intp]) -> Iterator[_Batch]:
    gap = 1 << LAYERS
    ends = np.cumsum(sizes)
    index: list[NDArray[np.intp]] = []
    count = 0
    for page in order:
        index += [np.arange(ends[page] - sizes[page], ends[page]), np.full(gap, -1)]
        count += sizes[page]
        if count > BATCH_BLOCKS or page == order[-1]:
            joined = np.concatenate(index)
            yield _Batch(torch.from_numpy(np.maximum(joined, 0)), torch.from_numpy((joined >= 0).astype(np.float32)))
            index, count = [], 0


def fit_convolution(samples: Samples) -> Convolution:
    """Fit on whole pages."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(SEED)
    scale = _Scale.of(samples.rows)
    network = Network(len(samples.rows))
    _fit(network, scale.cases(samples.rows), samples)
    return read_convolution(network.eval(), scale)


def _fit(network: Network, cases: Tensor, samples: Samples) -> None:
    random = np.random.default_rng(SEED)
    orders = [random.permutation(len(samples.sizes)) for _ in range(EPOCHS)]
    batches = [batch for order in orders for batch in _batches(samples.sizes, order)]
    labels = torch.from_numpy(samples.labels.astype(np.float32))
    weights = torch.from_numpy((samples.weights / samples.weights.mean()).astype(np.float32))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=len(batches) + 1, pct_start=0.15)
    network.train()
    for batch in batches:
        logits = network(cases[batch.index], batch.is_block)
        losses = nn.functional.binary_cross_entropy_with_logits(logits, labels[batch.index], reduction="none")
        loss = (losses * weights[batch.index] * batch.is_block).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()


def read_convolution(network: Network, scale: _Scale) -> Convolution:
    """Take the weights out of a fitted network: the large ones in half precision, the features' scale in the dense layer."""
    weights = {name: value.detach().numpy() for name, value in network.named_parameters()}
    low, high = scale.mean - BOUND * scale.deviation, scale.mean + BOUND * scale.deviation
    dense = _half(weights["dense.weight"] / scale.deviation)
    kernels = [weights[f"layers.{layer}.weight"] for layer in range(LAYERS)]
    return Convolution(
        logged=scale.logged,
        low=low[:, None],
        high=high[:, None],
        dense=dense,
        dense_bias=(weights["dense.bias"] - dense @ scale.mean)[:, None],
        kernels=_half(np.stack([kernel.transpose(0, 2, 1).reshape(CHANNELS, -1) for kernel in kernels])),
        biases=np.stack([weights[f"layers.{layer}.bias"] for layer in range(LAYERS)])[:, :, None],
        out=weights["out.weight"][0].copy(),
        out_bias=weights["out.bias"].copy(),
    )


def _half(values: Rows) -> Rows:
    return values.astype(np.float16).astype(np.float32)
