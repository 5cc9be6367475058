"""Train the shipped model: ``make train DATA=folder-with-wcxb-dev-and-snippets``.

Prints the figures of three folds split by site, writes the folds' models (for honest benchmarks) and the shipped one.
"""

import argparse
import sys
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.training.dataset import (
    FOLDS,
    LabelledPage,
    fold_of,
    read_snippets_inserted,
    read_snippets_page,
    read_snippets_shortened,
    read_wcxb_inserted,
    read_wcxb_page,
    read_wcxb_shortened,
    snippets_entries,
    texts_of_folds,
    wcxb_entries,
)
from benchmarks.training.figures import asked_share, calibration, keep_alone, keep_below, report
from benchmarks.training.fit import PreparedPage, fit_rounds, judge, prepare
from benchmarks.training.written import read_written_page, written_pages
from scraper.cleaner.model import BlockModel

# Of confidence, below which trafilatura is asked; the last: always.
THRESHOLDS = (0.7, 0.8, 0.9, 1.01)
WEIGHTS = Path(__file__).parents[2] / "scraper" / "cleaner" / "model" / "model.npz"
FOLD_MODELS = Path(__file__).parents[1] / "folds"


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages with truth and pages with snippets."""

    full: list[PreparedPage]
    snippets: list[PreparedPage]

    def of(self, folds: Collection[int]) -> "_Pages":
        kept = (
            [item for item in items if fold_of(item.page.site, FOLDS) in folds] for items in (self.full, self.snippets)
        )
        return _Pages(*kept)

    def __add__(self, other: "_Pages") -> "_Pages":
        return _Pages(self.full + other.full, self.snippets + other.snippets)


@dataclass(frozen=True, slots=True)
class _Read:
    """Pages as they are, those with boilerplate put in, those with most of their text taken out, and written ones."""

    pages: _Pages
    inserted: _Pages
    shortened: _Pages
    written: list[PreparedPage]

    def fit(self, folds: Collection[int], version: str) -> BlockModel:
        """Fit a model on the pages of some folds, and on these and the written ones, which are in no fold, that of bare heads."""
        seen = (self.pages + self.inserted + self.shortened).of(folds)
        model = fit_rounds(seen.full, seen.snippets, version, say)
        say("  and for pages with a bare head")
        return replace(model, bare=fit_rounds([*seen.full, *self.written], seen.snippets, version, say))


def _read_all(data: Path) -> _Read:
    full, snippets = wcxb_entries(data / "wcxb-dev"), snippets_entries(data / "snippets")
    texts = texts_of_folds(full)
    with get_context("spawn").Pool(2) as pool:
        pages = _Pages(
            _prepared(pool.imap(read_wcxb_page, full, chunksize=8)),
            _prepared(pool.imap(read_snippets_page, snippets, chunksize=8)),
        )
        inserted = _Pages(
            _prepared(pool.imap(read_wcxb_inserted, [(path, texts) for path in full], chunksize=8)),
            _prepared(pool.imap(read_snippets_inserted, [(entry, texts) for entry in snippets], chunksize=8)),
        )
        shortened = _Pages(
            _prepared(pool.imap(read_wcxb_shortened, [(path, texts) for path in full], chunksize=8)),
            _prepared(pool.imap(read_snippets_shortened, [(entry, texts) for entry in snippets], chunksize=8)),
        )
        written = _prepared(pool.imap(read_written_page, written_pages(), chunksize=8))
    return _Read(pages, inserted, shortened, written)


def _prepared(pages: Iterable[LabelledPage | None]) -> list[PreparedPage]:
    return [item for page in pages if page is not None and (item := prepare(page)) is not None]


def _folds(read: _Read, version: str) -> None:
    FOLD_MODELS.mkdir(exist_ok=True)
    everything = [*read.pages.full, *read.pages.snippets]
    judged: list[dict[str, NDArray[np.float32]]] = [{} for _ in everything]
    for fold in range(FOLDS):
        say(f"fold {fold + 1} of {FOLDS}")
        weights = read.fit({*range(FOLDS)} - {fold}, f"{version}-fold{fold}").to_bytes()
        (FOLD_MODELS / f"fold{fold}.npz").write_bytes(weights)
        model = BlockModel.from_bytes(weights)
        unseen = read.inserted.of({fold})
        say(f"  kept of what was put into pages not seen: {_share_kept(model, [*unseen.full, *unseen.snippets]):.1%}")
        for place, item in enumerate(everything):
            if fold_of(item.page.site, FOLDS) == fold:
                judged[place] = judge(model, item)
    for name in judged[0]:
        _print_figures(name, everything, [by_candidate[name] for by_candidate in judged])


def _share_kept(model: BlockModel, items: Sequence[PreparedPage]) -> float:
    kept = [keep_alone(item, judge(model, item)["both"])[item.page.inserted] for item in items]
    return float(np.concatenate(kept).mean()) if kept else 0.0


def _print_figures(name: str, items: Sequence[PreparedPage], probs: Sequence[NDArray[np.float32]]) -> None:
    say(report(f"{name} alone", items, probs, keep_alone))
    for threshold in THRESHOLDS:
        label = f"{name}, second opinion below {threshold}, on {asked_share(items, probs, threshold):.1%} of the pages"
        say(report(label, items, probs, keep_below(threshold)))
    for line in calibration(items, probs):
        say(line)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--version", required=True, help="goes into every record")
    parser.add_argument("--no-folds", action="store_true", help="only the shipped model")
    arguments = parser.parse_args()
    read = _read_all(arguments.data)
    pages = read.pages
    blocks = sum(len(item.page.labels) for item in pages.full)
    say(
        f"read {len(pages.full)} pages with truth, {len(pages.snippets)} with snippets, {blocks} labelled blocks;"
        f" {len(read.inserted.full)} and {len(read.inserted.snippets)} again with boilerplate put in,"
        f" {len(read.shortened.full)} and {len(read.shortened.snippets)} with most of their text taken out;"
        f" {len(read.written)} written ones"
    )
    if not arguments.no_folds:
        _folds(read, arguments.version)
    say("shipped model: all pages")
    weights = read.fit(range(FOLDS), arguments.version).to_bytes()
    WEIGHTS.write_bytes(weights)
    say(f"wrote {WEIGHTS.name}, {len(weights) / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
