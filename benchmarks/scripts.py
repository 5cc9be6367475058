"""Accuracy in other languages and scripts: pages of the sets rewritten into pseudo-languages, and the snippets by language.

The labelled sets are nearly all English. So each of their pages is rewritten word for word (``benchmarks.pseudo_languages``), its
truth with it, and cleaned by the model that did not see its site: what is lost beside the original hangs on English.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from statistics import fmean
from typing import Final

from benchmarks.accuracy import ARTICLE, PageScore, mean_f1, mean_shingle_f1, score_page, snippet_rates
from benchmarks.ours import has_fold_models, our_record
from benchmarks.peers import trafilatura_text, try_extract
from benchmarks.pseudo_languages import PSEUDO_LANGUAGES, PseudoLanguage
from benchmarks.rewriting import rewrite_html
from benchmarks.sets import LabelledSet, SetPage
from benchmarks.tables import rate, table
from scraper.charset import decode_html

ORIGINAL: Final = "as it is"
PROCESSES: Final = 2
# Fewer pages say nothing of a language.
MIN_PAGES: Final = 3
# Of a text's characters that are a script's, from which on it is written in that.
SCRIPT_SHARE: Final = 0.15
_LANG: Final = re.compile(rb"""<html\b[^>]*?\slang\s*=\s*["']?([a-z]{2,3})""", re.I)


@dataclass(frozen=True, slots=True)
class Written:
    """One page in one language: what this project and trafilatura get of it."""

    language: str
    ours: PageScore
    trafilatura: PageScore


def rewrite_page(page: SetPage, language: PseudoLanguage) -> SetPage:
    """Return a page in a pseudo-language, with the words of its truth."""
    html = rewrite_html(decode_html(page.body).text, language.encode)
    text = language.read_words(language.encode(page.text)) if page.text else None
    return replace(page, body=html.encode("utf-8", "replace"), text=text)


def score_languages(page: SetPage, *, unseen: bool) -> list[Written]:
    """Score a page as it is and in every pseudo-language."""
    scores = [_score(page, None, unseen=unseen)]
    scores += [_score(rewrite_page(page, language), language, unseen=unseen) for language in PSEUDO_LANGUAGES]
    return scores


def _score(page: SetPage, language: PseudoLanguage | None, *, unseen: bool) -> Written:
    scores = []
    for extract in (partial(our_record, unseen=unseen), trafilatura_text):
        given = try_extract(extract, page)
        if given is not None and language is not None:
            given = replace(given, text=language.read_words(given.text))
        scores.append(score_page(page, given))
    return Written(language.name if language else ORIGINAL, *scores)


def measure_scripts(labelled: LabelledSet) -> list[str]:
    """Return the tables that a set's labels allow."""
    if any(page.text for page in labelled.pages):
        return [_languages_table(labelled)]
    return [_snippets_table(labelled)]


def _languages_table(labelled: LabelledSet) -> str:
    pages = [page for page in labelled.pages if page.text]
    judge = partial(score_languages, unseen=labelled.trained_on and has_fold_models())
    with get_context("spawn").Pool(PROCESSES) as pool:
        rows = [row for page in pool.imap(judge, pages, chunksize=4) for row in page]
    by_language: dict[str, list[Written]] = defaultdict(list)
    for row in rows:
        by_language[row.language].append(row)
    articles = sum(page.kind == ARTICLE for page in pages)
    head = [
        "written as", f"word F1, all ({len(pages)})", f"articles ({articles})", "precision", "recall", "shingle F1, articles",
        "empty", "trafilatura, all", "articles",
    ]  # fmt: skip
    return table(head, [_language_row(name, written) for name, written in by_language.items()])


def _language_row(name: str, written: Sequence[Written]) -> list[str]:
    ours, theirs = [row.ours for row in written], [row.trafilatura for row in written]
    prfs = [score.prf for score in ours if score.prf and score.kind == ARTICLE]
    figures = (
        mean_f1(ours),
        mean_f1(ours, ARTICLE),
        *(fmean(prf[side] for prf in prfs) if prfs else None for side in (0, 1)),
        mean_shingle_f1(ours, ARTICLE),
    )
    empty = sum(score.prf is not None and score.prf[1] == 0 for score in ours)
    return [name, *map(_fine, figures), str(empty), *map(_fine, (mean_f1(theirs), mean_f1(theirs, ARTICLE)))]


def _fine(value: float | None) -> str:
    """Four digits: what is asked here is what changes, in the third."""
    return rate(None) if value is None else f"{value:.4f}".removeprefix("0")


def _snippets_table(labelled: LabelledSet) -> str:
    judge = partial(_score, language=None, unseen=labelled.trained_on and has_fold_models())
    with get_context("spawn").Pool(PROCESSES) as pool:
        scores = list(pool.imap(judge, labelled.pages, chunksize=8))
    groups: dict[str, list[Written]] = defaultdict(list)
    for page, score in zip(labelled.pages, scores, strict=True):
        groups[language_of(page)].append(score)
    few = [name for name, rows in groups.items() if len(rows) < MIN_PAGES]
    groups["other languages"] = [row for name in few for row in groups.pop(name)]
    rows = sorted(groups.items(), key=lambda item: -len(item[1]))
    body = [_snippets_row(name, group) for name, group in [("all", scores), *rows]]
    return table(["snippets", "pages", "F1", "precision", "recall", "trafilatura, F1"], body)


def _snippets_row(name: str, rows: Iterable[Written]) -> list[str]:
    rows = list(rows)
    rates = snippet_rates(row.ours for row in rows) or {}
    theirs = snippet_rates(row.trafilatura for row in rows) or {}
    figures = [rates.get(name) for name in ("F1", "precision", "recall")]
    return [name, str(len(rows)), *map(_fine, (*figures, theirs.get("F1")))]


# Scripts by their characters; kana before Han, since Japanese has both.
_SCRIPTS: Final = {
    "kana": "\u3041-\u30ff",
    "Hangul": "\uac00-\ud7a3",
    "Han": "\u3400-\u9fff",
    "Thai": "\u0e01-\u0e5b",
    "Arabic": "\u0621-\u06ff",
    "Greek": "\u0391-\u03c9",
    "Cyrillic": "\u0410-\u044f",
}


def language_of(page: SetPage) -> str:
    """Return the script of a page's snippets; in Latin letters, what its ``html`` element calls its language."""
    said = "".join(page.present)
    for name, characters in _SCRIPTS.items():
        if len(re.findall(f"[{characters}]", said)) > SCRIPT_SHARE * len(said):
            return name
    named = _LANG.search(page.body)
    return named[1].decode().lower() if named else "not named"
