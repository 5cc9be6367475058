"""What asking trafilatura on unsure pages gains and costs: each page cleaned with and without it."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import fmean

from benchmarks.accuracy import ARTICLE, PageScore, mean_f1, score_page, snippet_rates
from benchmarks.ours import has_fold_models, our_record
from benchmarks.sets import LabelledSet
from benchmarks.tables import rate, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """A set cleaned with and without second opinions.

    Attributes:
        asked: For each page, whether trafilatura was asked.
        seconds_with: CPU seconds of each page with second opinions.
        seconds_alone: CPU seconds of each page without.
    """

    kinds: tuple[str, ...]
    asked: tuple[bool, ...]
    with_it: tuple[PageScore, ...]
    alone: tuple[PageScore, ...]
    seconds_with: tuple[float, ...]
    seconds_alone: tuple[float, ...]


@contextmanager
def _counted_asks() -> Iterator[list[int]]:
    """Count trafilatura's runs at its own door, so that the cleaner needs no hook for it."""
    import trafilatura

    original, asks = trafilatura.extract, [0]

    def extract(*arguments: object, **named: object) -> object:
        asks[0] += 1
        return original(*arguments, **named)

    trafilatura.extract = extract
    try:
        yield asks
    finally:
        trafilatura.extract = original


def measure_opinions(labelled: LabelledSet) -> Opinions:
    """Clean every page in both ways. Which comes first changes from page to page: the second finds what the first has cached."""
    unseen = labelled.trained_on and has_fold_models()
    rows = []
    with _counted_asks() as asks:
        for number, page in enumerate(labelled.pages):
            before = asks[0]
            records, seconds = {}, {}
            for asking in ((True, False), (False, True))[number % 2]:
                start = time.process_time()
                records[asking] = our_record(page, second_opinion=asking, unseen=unseen)
                seconds[asking] = time.process_time() - start
            scores = {asking: score_page(page, record) for asking, record in records.items()}
            rows.append((page.kind, asks[0] > before, scores[True], scores[False], seconds[True], seconds[False]))
    kinds, asked, with_it, without, seconds_with, seconds_alone = zip(*rows, strict=True)
    return Opinions(
        kinds=kinds,
        asked=asked,
        with_it=with_it,
        alone=without,
        seconds_with=seconds_with,
        seconds_alone=seconds_alone,
    )


def opinions_table(name: str, measured: Opinions) -> str:
    """Return share, cost and gain; for sets with page types also those of articles."""
    groups = [name] if ARTICLE not in measured.kinds or len(set(measured.kinds)) == 1 else [name, f"{name}, articles"]
    head = ["second opinion", "asked", "F1 alone", "F1 with it", "the same, on pages asked", "ms alone", "ms with it"]
    body = [_group_row(label, measured, articles=label != name) for label in groups]
    return table(head, body)


def _group_row(label: str, measured: Opinions, *, articles: bool) -> list[str]:
    inside = [i for i, kind in enumerate(measured.kinds) if not articles or kind == ARTICLE]
    asked = [i for i in inside if measured.asked[i]]
    pair = f"{rate(_f1(measured.alone, asked))} → {rate(_f1(measured.with_it, asked))}"
    return [
        label,
        f"{len(asked)} of {len(inside)} ({len(asked) / len(inside):.1%})",
        rate(_f1(measured.alone, inside)),
        rate(_f1(measured.with_it, inside)),
        pair,
        f"{fmean(measured.seconds_alone[i] for i in inside) * 1000:.2f}",
        f"{fmean(measured.seconds_with[i] for i in inside) * 1000:.2f}",
    ]


def _f1(scores: Sequence[PageScore], indexes: Sequence[int]) -> float | None:
    """Word F1; for a set of snippets their F1."""
    chosen = [scores[i] for i in indexes]
    words = mean_f1(chosen)
    return words if words is not None else (snippet_rates(chosen) or {}).get("F1")
