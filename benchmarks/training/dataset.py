"""Labelled pages as rows of features.

Two sets: WCXB's development split (full texts: block labels by alignment) and trafilatura's evaluation pages (snippets that
must and must not occur: few sure labels, the rest taught by the model's own first round and by trafilatura). Articles of both are
read a second time with boilerplate put into them, and a third time with most of their text taken out.
"""

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np
from courlan import extract_domain
from numpy.typing import NDArray

from benchmarks.training.drawing import Texts
from benchmarks.training.inserts import insert_boilerplate
from benchmarks.training.labels import label_blocks, words_of
from benchmarks.training.shortening import Shortened, shorten
from scraper.charset import decode_html
from scraper.cleaner.reading import read_page
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.hints import PageHints
from scraper.cleaner.second_opinion import ask_trafilatura, blocks_in_text


@dataclass(slots=True, kw_only=True)
class LabelledPage:
    """One page of a set, read into blocks.

    Attributes:
        site: Registrable domain: pages of one site never stand on both sides of a fold.
        truth: Main content, or None where only snippets are known.
        labels: Share of each block that is main content, n.
        weight: How much each block counts in training, n.
        seconded: Whether trafilatura keeps each block, n.
        inserted: Whether each block was put in, n; empty on a real page as it is, which alone teaches what class words are worth.
        first: The first block that teaches: the truths differ on standfirsts, which on a short page weigh more than its text.
        share: How much its blocks count beside those of a real page.
    """

    id: str
    site: str
    kind: str
    truth: str | None
    present: tuple[str, ...]
    absent: tuple[str, ...]
    blocks: Blocks
    hints: PageHints
    labels: NDArray[np.float32]
    seconded: NDArray[np.bool_]
    weight: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    inserted: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    first: int = 0
    share: float = 1.0


FOLDS: Final = 3

# A paragraph is of the main content where its first words stand in it, one after the other.
_FIRST_WORDS: Final = 8
# What units of boilerplate say: titles and first sentences of articles.
_TITLE_CHARS: Final = (15, 120)
_SENTENCE_CHARS: Final = (40, 160)
_SENTENCE_LINES: Final = slice(2, 6)


def site_of_page(url: str | None, fallback: str) -> str:
    """Registrable domain of a page, or the fallback where the set gives no address."""
    if not url:
        return fallback
    return extract_domain(url) or urlsplit(url).hostname or fallback


def fold_of(site: str, folds: int, salt: str = "") -> int:
    """Which fold a site belongs to: by a hash of its name, so that it never moves."""
    return zlib.crc32(f"{salt}{site}".encode()) % folds


def read_blocks_of(
    html: str, url: str | None, opinion: str | None = None
) -> tuple[Blocks, PageHints, NDArray[np.bool_]]:
    """Return blocks, hints, and which blocks trafilatura keeps; where parts were taken out, by its opinion of the whole page."""
    reading = read_page(html, url)
    blocks = reading.blocks
    seconded = blocks_in_text(blocks.text, ask_trafilatura(html, url) if opinion is None else opinion)
    return blocks, reading.hints, seconded


def wcxb_entries(folder: Path) -> list[Path]:
    """Return the truth files of a WCXB split."""
    return sorted((folder / "ground-truth").glob("*.json"))


def read_wcxb_page(path: Path) -> LabelledPage | None:
    """Read one page of a WCXB split; None where its truth has no main content."""
    entry = json.loads(path.read_text("utf-8"))
    return _label_full(path, entry, _html_of(path)) if entry["ground_truth"].get("main_content") else None


def read_wcxb_inserted(item: tuple[Path, Mapping[int, Texts]]) -> LabelledPage | None:
    """Read one article of a WCXB split with boilerplate put in; None for other pages, and where there is no inside."""
    path, texts = item
    article = _read_article(path)
    if article is None:
        return None
    entry, truth, fold = article
    made = insert_boilerplate(_html_of(path), _stands_in(truth), texts[fold], path.stem)
    return made and _mark_inserted(_label_full(path, entry, made[0]), made[1])


def read_wcxb_shortened(item: tuple[Path, Mapping[int, Texts]]) -> LabelledPage | None:
    """Read one article of a WCXB split with most of its text taken out; None for other pages, and where there is too little."""
    path, texts = item
    article = _read_article(path)
    if article is None:
        return None
    entry, truth, fold = article
    made = shorten(_html_of(path), _stands_in(truth), texts[fold], path.stem)
    return made and _mark_shortened(_label_full(path, entry, made.html), made)


def _read_article(path: Path) -> tuple[Mapping[str, Any], str, int] | None:
    """Return an article's entry, its truth and the fold of its site; None for another page, and without a truth."""
    entry = json.loads(path.read_text("utf-8"))
    truth = entry["ground_truth"].get("main_content")
    if not truth or _kind_of(entry) != "article":
        return None
    return entry, truth, fold_of(site_of_page(entry.get("url"), path.stem), FOLDS)


def _html_of(path: Path) -> str:
    return decode_html(gzip.decompress((path.parents[1] / "html" / f"{path.stem}.html.gz").read_bytes())).text


def _kind_of(entry: Mapping[str, Any]) -> str:
    kind: str = entry["_internal"]["page_type"]["primary"]
    return kind


def _label_full(path: Path, entry: Mapping[str, Any], html: str) -> LabelledPage:
    truth = entry["ground_truth"]
    blocks, hints, seconded = read_blocks_of(html, entry.get("url"))
    return LabelledPage(
        id=path.stem,
        site=site_of_page(entry.get("url"), path.stem),
        kind=_kind_of(entry),
        truth=truth["main_content"],
        present=tuple(truth.get("with") or ()),
        absent=tuple(truth.get("without") or ()),
        blocks=blocks,
        hints=hints,
        labels=np.array(label_blocks(blocks.text, truth["main_content"]), np.float32),
        seconded=seconded,
    )


def snippets_entries(folder: Path) -> list[tuple[Path, str, dict[str, Any]]]:
    """Return folder, address and entry of each page of trafilatura's evaluation set."""
    entries = json.loads((folder / "snippets.json").read_text("utf-8"))
    return [(folder, url, entry) for url, entry in entries.items()]


def read_snippets_page(item: tuple[Path, str, dict[str, Any]]) -> LabelledPage:
    """Read one page of trafilatura's evaluation set; its labels are filled in by the first round."""
    folder, url, entry = item
    return _label_snippets(url, entry, _snippets_html(folder, entry))


def read_snippets_inserted(item: tuple[tuple[Path, str, dict[str, Any]], Mapping[int, Texts]]) -> LabelledPage | None:
    """Read such a page with boilerplate put into what trafilatura keeps; None where that has no inside."""
    (folder, url, entry), texts = item
    html = _snippets_html(folder, entry)
    site = site_of_page(url, entry["file"])
    is_content = _stands_in(ask_trafilatura(html, url))
    made = insert_boilerplate(html, is_content, texts[fold_of(site, FOLDS)], entry["file"])
    return made and _mark_inserted(_label_snippets(url, entry, made[0]), made[1])


def read_snippets_shortened(item: tuple[tuple[Path, str, dict[str, Any]], Mapping[int, Texts]]) -> LabelledPage | None:
    """Read such a page with most of what trafilatura keeps taken out; None where that is too little."""
    (folder, url, entry), texts = item
    html = _snippets_html(folder, entry)
    opinion = ask_trafilatura(html, url)
    site = site_of_page(url, entry["file"])
    made = shorten(html, _stands_in(opinion), texts[fold_of(site, FOLDS)], entry["file"])
    return made and _mark_shortened(_label_snippets(url, entry, made.html, opinion), made)


def _snippets_html(folder: Path, entry: Mapping[str, Any]) -> str:
    return decode_html(gzip.decompress((folder / "html" / entry["file"]).read_bytes())).text


def _label_snippets(url: str, entry: Mapping[str, Any], html: str, opinion: str | None = None) -> LabelledPage:
    blocks, hints, seconded = read_blocks_of(html, url, opinion)
    return LabelledPage(
        id=entry["file"],
        site=site_of_page(url, entry["file"]),
        kind="snippets",
        truth=None,
        present=tuple(entry["with"]),
        absent=tuple(entry["without"]),
        blocks=blocks,
        hints=hints,
        labels=np.zeros(len(blocks.text), np.float32),
        seconded=seconded,
    )


def _stands_in(text: str) -> Callable[[str], bool]:
    words = f" {' '.join(words_of(text))} "

    def stands(paragraph: str) -> bool:
        first = words_of(paragraph)[:_FIRST_WORDS]
        return len(first) == _FIRST_WORDS and f" {' '.join(first)} " in words

    return stands


def _mark_inserted(page: LabelledPage, said: Sequence[str]) -> LabelledPage:
    """Mark the blocks that were put in: they are no content, whatever the truth says."""
    left = list(said)
    page.inserted = np.zeros(len(page.blocks.text), np.bool_)
    for place, text in enumerate(page.blocks.text):
        if text in left:
            left.remove(text)
            page.inserted[place] = True
    page.labels[page.inserted] = 0
    page.seconded &= ~page.inserted
    return page


def _mark_shortened(page: LabelledPage, made: Shortened) -> LabelledPage:
    """Mark the page as one that was changed, where its text begins, and what was put around it."""
    page.first = page.blocks.text.index(made.first) if made.first in page.blocks.text else 0
    return _mark_inserted(page, made.said)


def texts_of_folds(paths: Sequence[Path]) -> dict[int, Texts]:
    """Return titles and first sentences of the articles of each fold: what is put into a page is of pages on its side."""
    titles: dict[int, list[str]] = defaultdict(list)
    sentences: dict[int, list[str]] = defaultdict(list)
    for path in paths:
        entry = json.loads(path.read_text("utf-8"))
        truth = entry["ground_truth"]
        fold = fold_of(site_of_page(entry.get("url"), path.stem), FOLDS)
        if _kind_of(entry) == "article":
            title = " ".join((truth.get("title") or "").split())
            titles[fold] += [escape(title)] if _is_within(title, _TITLE_CHARS) else []
            firsts = [line.split(". ")[0] for line in (truth.get("main_content") or "").split("\n")[_SENTENCE_LINES]]
            sentences[fold] += [f"{escape(said.rstrip('.'))}." for said in firsts if _is_within(said, _SENTENCE_CHARS)]
    return {fold: Texts(titles[fold], sentences[fold]) for fold in titles}


def _is_within(text: str, chars: tuple[int, int]) -> bool:
    return chars[0] <= len(text) <= chars[1]
