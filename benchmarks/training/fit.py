"""Fitting: the vocabulary of class words, trees and convolution, and the second round on what the first one learned.

Round one, trees alone, is fitted on the labels as they are. What it says of pages it did not see then tells which truths are
doubtful (a truth that stops after the first section teaches nothing but noise) and labels the blocks that snippets say nothing
about. Round two is fitted on that. The rounds are nested in each fold: no page's labels reach a model that is measured on it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.training.convolution import fit_convolution
from benchmarks.training.dataset import LabelledPage, fold_of
from benchmarks.training.samples import Rows, Samples
from benchmarks.training.trees import FIRST_ROUND_TREES, TREES, fit_trees
from scraper.cleaner.model import BlockModel
from scraper.cleaner.model.choice import choose_blocks
from scraper.cleaner.model.features import block_features, vocabulary_features
from scraper.cleaner.model.trees import probability
from scraper.cleaner.model.vocabulary import PRIOR, Vocabulary
from scraper.cleaner.reading.columns import PageColumns, read_columns
from scraper.cleaner.second_opinion import reconcile

# A word is learned from at least so many sites, and drawn towards the prior as if this many more had shown it.
MIN_SITES, PRIOR_SITES = 4, 3.0

# Of a block that was put in, beside those of a page's own, and the least share of the truth's words that it counts by.
INSERTED_WEIGHT, INSERTED_SHARE = 1.0, 0.03


@dataclass(slots=True)
class PreparedPage:
    """A labelled page with the features that no fitting changes."""

    page: LabelledPage
    columns: PageColumns
    features: Rows
    held: dict[str, float]


def prepare(page: LabelledPage) -> PreparedPage | None:
    """Compute the page's own features; None for a page without blocks."""
    if not page.blocks.text:
        return None
    columns = read_columns(page.blocks)
    return PreparedPage(page, columns, block_features(page.blocks, columns, page.hints), {})


def read_held_shares(item: PreparedPage) -> None:
    """Set for each class word of the page the share of text under it that is main content."""
    words, labels = item.columns.words, item.page.labels
    total = np.concatenate(([0.0], np.cumsum(words)))
    main = np.concatenate(([0.0], np.cumsum(words * labels)))
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    blocks = item.page.blocks
    for frame, path in enumerate(blocks.path):
        first, end = item.columns.first[frame], item.columns.end[frame]
        for word in blocks.path_look[path].words if end > first else ():
            sums[word][0] += main[end] - main[first]
            sums[word][1] += total[end] - total[first]
    item.held = {word: held / whole for word, (held, whole) in sums.items() if whole > 0}


class VocabularyCounts:
    """Shares of class words by site, from which any one site can be left out."""

    def __init__(self, items: Iterable[PreparedPage]) -> None:
        by_site: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for item in items:
            for word, share in item.held.items():
                by_site[word][item.page.site].append(share)
        self._sites = {
            word: {site: sum(shares) / len(shares) for site, shares in sites.items()}
            for word, sites in by_site.items()
            if len(sites) >= MIN_SITES
        }
        self._sums = {word: sum(sites.values()) for word, sites in self._sites.items()}

    def vocabulary(self, without: str | None = None) -> Vocabulary:
        """Return the shares, as they would be if a site had not been seen."""
        shares = {}
        for word, sites in self._sites.items():
            own = sites.get(without) if without is not None else None
            count = len(sites) - (own is not None)
            total = self._sums[word] - (own or 0.0)
            if count >= MIN_SITES - 1:
                share = (total + PRIOR * PRIOR_SITES) / (count + PRIOR_SITES)
                shares[word] = min(max(share, 0.005), 0.995)
        return Vocabulary(shares)


def _with_words(item: PreparedPage, vocabulary: Vocabulary) -> Rows:
    return np.vstack([item.features, vocabulary_features(item.page.blocks, item.columns, vocabulary)])


def _weights(item: PreparedPage) -> Rows:
    """A block counts by the root of its share of the truth's words: long ones matter more, but not alone."""
    if len(item.page.weight):
        return item.page.weight
    words = item.columns.words
    weights: Rows = np.minimum(words / max(float((words * item.page.labels).sum()), 30.0), 1.0) ** 0.5
    weights *= item.page.share
    weights[: item.page.first] = 0
    return weights


def gather(items: Sequence[PreparedPage]) -> tuple[Samples, Vocabulary]:
    """Learn the vocabulary and return with it the pages' blocks, each page's as if its own site had not been seen."""
    as_they_are = [item for item in items if not len(item.page.inserted)]
    for item in as_they_are:
        read_held_shares(item)
    counts = VocabularyCounts(as_they_are)
    by_site = {site: counts.vocabulary(site) for site in sorted({item.page.site for item in items})}
    samples = Samples(
        rows=np.concatenate([_with_words(item, by_site[item.page.site]) for item in items], axis=1),
        labels=np.concatenate([item.page.labels for item in items]).clip(0, 1),
        weights=np.maximum(np.concatenate([_weights(item) for item in items]), 1e-6),
        sizes=tuple(len(item.page.labels) for item in items),
    )
    return samples, counts.vocabulary()


def judge(whole: BlockModel, item: PreparedPage) -> dict[str, NDArray[np.float32]]:
    """Return what each candidate says of the page's blocks: the trees, the convolution, and both as they are used."""
    model = whole.of(item.page.hints)
    rows = _with_words(item, model.vocabulary)
    return {
        "trees": probability(model.trees.logits(rows)),
        "convolution": probability(model.convolution.logits(rows)),
        "both": probability(model.logits(rows)),
    }


def _page_f1(item: PreparedPage, prob: NDArray[np.float32]) -> float:
    """Word F1 of the choice against the labels: how far the truth is like anything the model knows."""
    keep, _ = choose_blocks(prob, item.columns.words)
    words, labels = item.columns.words, item.page.labels
    held = float((words * labels)[keep].sum())
    return 2 * held / max(float(words[keep].sum() + (words * labels).sum()), 1.0)


def _teach(item: PreparedPage, prob: NDArray[np.float32]) -> None:
    """Set round two's labels and weights from what round one says of a page it did not see."""
    page = item.page
    if page.truth is not None:
        # Measured on folds, 2026-11: weight F1 squared, snippets .934 -> .937, articles .9568 -> .9574.
        page.weight = _weights(item) * max(_page_f1(item, prob), 0.2) ** 2
        _teach_inserted(item)
        return
    # What both say together is the better teacher: snippets .935 -> .936 alone, .934 -> .938 with second opinions (folds, 2026-11).
    agreed = reconcile(prob, page.seconded).astype(np.float32)
    page.labels = (0.4 * prob + 0.6 * agreed).astype(np.float32)
    share = np.minimum(item.columns.words / max(float((item.columns.words * page.labels).sum()), 30.0), 1.0)
    page.weight = (0.4 * share**0.5 * (1 - 0.8 * np.abs(prob - agreed))).astype(np.float32)
    for snippets, label in ((page.present, 1.0), (page.absent, 0.0)):
        for snippet in (" ".join(text.split()) for text in snippets):
            for index, text in enumerate(page.blocks.text):
                if snippet in text and (len(snippet) > 15 or len(snippet) > len(text) / 2):
                    page.labels[index] = label
                    page.weight[index] = max(page.weight[index], 1.2 * min(max(share[index], 0.05), 1.0) ** 0.5)
    page.weight[: page.first] = 0
    _teach_inserted(item)


def _teach_inserted(item: PreparedPage) -> None:
    """Set the weights of the blocks that were put in, which nobody doubts."""
    page = item.page
    if len(page.inserted):
        words = item.columns.words[page.inserted]
        share = np.minimum(words / max(float((item.columns.words * page.labels).sum()), 30.0), 1.0)
        page.labels[page.inserted] = 0
        page.weight[page.inserted] = INSERTED_WEIGHT * np.maximum(share, INSERTED_SHARE) ** 0.5


def fit_rounds(
    full: Sequence[PreparedPage], snippets: Sequence[PreparedPage], version: str, say: Callable[[str], None]
) -> BlockModel:
    """Fit both rounds on these pages alone and return the model of the second."""
    for item in (*full, *snippets):
        item.page.weight = np.zeros(0, np.float32)
    halves = [[item for item in full if fold_of(item.page.site, 2, "inner") == half] for half in (0, 1)]
    for half in (0, 1):
        samples, vocabulary = gather(halves[half])
        trees = fit_trees(samples, FIRST_ROUND_TREES)
        unseen = [*halves[1 - half], *(item for item in snippets if fold_of(item.page.site, 2, "inner") == half)]
        for item in unseen:
            _teach(item, probability(trees.logits(_with_words(item, vocabulary))))
        say(f"  round one, half {half + 1}: {len(halves[half])} pages")
    samples, vocabulary = gather([*full, *snippets])
    trees = fit_trees(samples, TREES)
    say(f"  round two, trees: {len(full) + len(snippets)} pages")
    convolution = fit_convolution(samples)
    say("  round two, convolution")
    return BlockModel(trees=trees, convolution=convolution, vocabulary=vocabulary, version=version)
