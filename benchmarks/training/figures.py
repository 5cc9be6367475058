"""What the folds' models are worth: word F1, shingle F1 and snippets of the blocks they keep.

Each page is judged by the model that did not see its site.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.metrics import shingle_shares, snippet_counts, word_f1
from benchmarks.training.fit import PreparedPage
from scraper.cleaner.model.choice import choose_blocks
from scraper.cleaner.second_opinion import reconcile

Keep = Callable[[PreparedPage, NDArray[np.float32]], NDArray[np.bool_]]


def keep_alone(item: PreparedPage, prob: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The model alone."""
    return choose_blocks(prob, item.columns.words)[0]


def keep_below(threshold: float) -> Keep:
    """The model, and trafilatura on articles with a confidence below the threshold."""

    def keep(item: PreparedPage, prob: NDArray[np.float32]) -> NDArray[np.bool_]:
        chosen, confidence = choose_blocks(prob, item.columns.words)
        asked = confidence < threshold and item.page.hints.is_article is True
        return reconcile(prob, item.page.seconded) if asked else chosen

    return keep


def asked_share(items: Sequence[PreparedPage], probs: Sequence[NDArray[np.float32]], threshold: float) -> float:
    """Share of the pages on which ``keep_below`` asks."""
    asked = [
        item.page.hints.is_article is True and choose_blocks(prob, item.columns.words)[1] < threshold
        for item, prob in zip(items, probs, strict=True)
    ]
    return sum(asked) / len(asked)


def report(label: str, items: Sequence[PreparedPage], probs: Sequence[NDArray[np.float32]], keep: Keep) -> str:
    """Return one line of figures."""
    f1: dict[str, list[float]] = defaultdict(list)
    shingles = np.zeros(3)
    found: Counter[str] = Counter()
    for item, prob in zip(items, probs, strict=True):
        text = "\n\n".join(item.page.blocks.text[i] for i in np.flatnonzero(keep(item, prob)))
        if item.page.truth is None:
            found.update(snippet_counts(text, item.page.present, item.page.absent))
            continue
        score = word_f1(text, item.page.truth)
        f1["all"].append(score)
        f1[item.page.kind].append(score)
        if item.page.kind == "article":
            shingles += shingle_shares(text, item.page.truth)
    words = " ".join(f"{kind} {np.mean(scores):.4f}" for kind, scores in sorted(f1.items()))
    shingle = 2 * shingles[0] / (2 * shingles[0] + shingles[1] + shingles[2])
    snippets = 2 * found["tp"] / max(2 * found["tp"] + found["fp"] + found["fn"], 1)
    return f"{label}: words {words} | article shingles {shingle:.4f} | snippets {snippets:.4f}"


def calibration(items: Sequence[PreparedPage], probs: Sequence[NDArray[np.float32]]) -> list[str]:
    """Return lines of mean F1 by confidence."""
    bins: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for item, prob in zip(items, probs, strict=True):
        if item.page.truth is not None:
            keep, confidence = choose_blocks(prob, item.columns.words)
            text = "\n\n".join(item.page.blocks.text[i] for i in np.flatnonzero(keep))
            bins[min(int(confidence * 20), 19)].append((confidence, word_f1(text, item.page.truth)))
    return [
        f"  confidence {key / 20:.2f}-{key / 20 + 0.05:.2f}: {len(pairs):4d} pages,"
        f" mean confidence {np.mean([p[0] for p in pairs]):.3f}, mean F1 {np.mean([p[1] for p in pairs]):.3f}"
        for key, pairs in sorted(bins.items())
    ]
