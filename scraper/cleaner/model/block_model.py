"""The learned model: gives each block the probability that it is main content.

Trained by ``make train`` on WCXB's development split and on trafilatura's evaluation pages (see NOTICE); the weights come with
the package, and their version stands in every record.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.model.convolution import Convolution
from scraper.cleaner.model.features import page_features
from scraper.cleaner.model.trees import Trees, probability
from scraper.cleaner.model.vocabulary import Vocabulary
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.columns import PageColumns, read_columns
from scraper.cleaner.reading.hints import PageHints

WEIGHTS = "model.npz"

# How the convolution's weights are stored: most in half precision. The folds' figures are of models as stored.
_CONVOLUTION: Final = {
    "logged": np.int16,
    "low": np.float32,
    "high": np.float32,
    "dense": np.float16,
    "dense_bias": np.float32,
    "kernels": np.float16,
    "biases": np.float32,
    "out": np.float32,
    "out_bias": np.float32,
}
_PREFIX: Final = "convolution_"
_BARE: Final = "bare_"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockModel:
    """Trees and a convolution over the features of a page's blocks, the vocabulary that some of them need, and a version.

    Attributes:
        bare: Judges pages with a bare head in its place. The labelled sets have 55 of these among 2,487, so it is fitted on written
            ones, too (benchmarks/training); the other pages would lose by that (HISTORY.md). None: this one judges all.
    """

    trees: Trees
    convolution: Convolution
    vocabulary: Vocabulary
    version: str
    bare: "BlockModel | None" = None

    def of(self, hints: PageHints) -> "BlockModel":
        """Return the model that judges pages with such a head."""
        return self.bare if self.bare is not None and hints.has_bare_head else self

    def judge(self, blocks: Blocks, hints: PageHints) -> tuple[PageColumns, NDArray[np.float32]]:
        """Return the page's columns and the probability of each block, n >= 1 blocks."""
        columns, model = read_columns(blocks), self.of(hints)
        return columns, probability(model.logits(page_features(blocks, columns, hints, model.vocabulary)))

    def logits(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the log odds of each block from its features, one row a feature: the mean of both, n."""
        return 0.5 * self.trees.logits(rows) + 0.5 * self.convolution.logits(rows)

    def to_bytes(self) -> bytes:
        """Return the weights as an NPZ file."""
        arrays = self._arrays()
        if self.bare is not None:
            arrays |= {f"{_BARE}{name}": array for name, array in self.bare._arrays().items()}
        file = io.BytesIO()
        np.savez_compressed(file, **arrays)
        return file.getvalue()

    def _arrays(self) -> dict[str, Any]:
        shares = self.vocabulary.shares
        return {
            "names": "\n".join(self.trees.names),
            "feature": self.trees.feature.astype(np.int16),
            "border": self.trees.border,
            "leaf": self.trees.leaf,
            "bias": self.trees.bias,
            **{f"{_PREFIX}{name}": getattr(self.convolution, name).astype(kind) for name, kind in _CONVOLUTION.items()},
            "words": "\n".join(shares),
            "shares": np.fromiter(shares.values(), np.float32, len(shares)),
            "version": self.version,
        }

    @classmethod
    def from_bytes(cls, weights: bytes) -> "BlockModel":
        """Read what ``to_bytes`` wrote."""
        with np.load(io.BytesIO(weights), allow_pickle=False) as file:
            arrays = dict(file)
        bare = {name.removeprefix(_BARE): array for name, array in arrays.items() if name.startswith(_BARE)}
        return cls._of_arrays(arrays, cls._of_arrays(bare) if bare else None)

    @classmethod
    def _of_arrays(cls, arrays: Mapping[str, Any], bare: "BlockModel | None" = None) -> "BlockModel":
        trees = Trees(
            names=tuple(str(arrays["names"]).split("\n")),
            feature=arrays["feature"].astype(np.intp),
            border=arrays["border"],
            leaf=arrays["leaf"],
            bias=float(arrays["bias"]),
        )
        convolution = Convolution(**{name: arrays[f"{_PREFIX}{name}"] for name in _CONVOLUTION})
        shares = dict(zip(str(arrays["words"]).split("\n"), map(float, arrays["shares"]), strict=True))
        return cls(
            trees=trees,
            convolution=convolution,
            vocabulary=Vocabulary(shares),
            version=str(arrays["version"]),
            bare=bare,
        )


@cache
def shipped_model() -> BlockModel:
    """Return the model that comes with the package, read once."""
    return BlockModel.from_bytes(files("scraper.cleaner.model").joinpath(WEIGHTS).read_bytes())
