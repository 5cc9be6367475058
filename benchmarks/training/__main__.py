"""Train the shipped model: ``make train DATA=folder-with-wcxb-dev-and-snippets``.

Prints the figures of three folds split by site, writes the folds' models (for honest benchmarks) and the shipped one.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.training.dataset import LabelledPage, read_snippets_page, read_wcxb_page, snippets_entries, wcxb_entries
from benchmarks.training.figures import asked_share, calibration, keep_alone, keep_below, report
from benchmarks.training.fit import PreparedPage, fit_rounds, fold_of, judge, prepare
from scraper.cleaner.model import BlockModel

FOLDS = 3
# Of confidence, below which trafilatura is asked; the last: always.
THRESHOLDS = (0.7, 0.8, 0.9, 1.01)
WEIGHTS = Path(__file__).parents[2] / "scraper" / "cleaner" / "model.npz"
FOLD_MODELS = Path(__file__).parents[1] / "folds"


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def _read_all(data: Path) -> tuple[list[PreparedPage], list[PreparedPage]]:
    with get_context("spawn").Pool(2) as pool:
        full = list(pool.imap(read_wcxb_page, wcxb_entries(data / "wcxb-dev"), chunksize=8))
        snippets = list(pool.imap(read_snippets_page, snippets_entries(data / "snippets"), chunksize=8))
    return _prepared(full), _prepared(snippets)


def _prepared(pages: Iterable[LabelledPage | None]) -> list[PreparedPage]:
    return [item for page in pages if page is not None and (item := prepare(page)) is not None]


def _folds(full: Sequence[PreparedPage], snippets: Sequence[PreparedPage], version: str) -> None:
    FOLD_MODELS.mkdir(exist_ok=True)
    everything = [*full, *snippets]
    judged: list[dict[str, NDArray[np.float32]]] = [{} for _ in everything]
    for fold in range(FOLDS):
        say(f"fold {fold + 1} of {FOLDS}")
        seen = [[item for item in items if fold_of(item.page.site, FOLDS) != fold] for items in (full, snippets)]
        weights = fit_rounds(seen[0], seen[1], f"{version}-fold{fold}", say).to_bytes()
        (FOLD_MODELS / f"fold{fold}.npz").write_bytes(weights)
        model = BlockModel.from_bytes(weights)
        for place, item in enumerate(everything):
            if fold_of(item.page.site, FOLDS) == fold:
                judged[place] = judge(model, item)
    for name in judged[0]:
        _print_figures(name, everything, [by_candidate[name] for by_candidate in judged])


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
    full, snippets = _read_all(arguments.data)
    say(
        f"read {len(full)} pages with truth, {len(snippets)} with snippets, {sum(len(i.page.labels) for i in full)} labelled blocks"
    )
    if not arguments.no_folds:
        _folds(full, snippets, arguments.version)
    say("shipped model: all pages")
    weights = fit_rounds(full, snippets, arguments.version, say).to_bytes()
    WEIGHTS.write_bytes(weights)
    say(f"wrote {WEIGHTS.name}, {len(weights) / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
