"""Labelled pages as rows of features.

Two sets: WCXB's development split (full texts: block labels by alignment) and trafilatura's evaluation pages (snippets that
must and must not occur: few sure labels, the rest taught by the model's own first round and by trafilatura).
"""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from courlan import extract_domain
from numpy.typing import NDArray

from benchmarks.training.labels import label_blocks
from scraper.charset import decode_html
from scraper.cleaner.blocks import Blocks
from scraper.cleaner.features import PageHints
from scraper.cleaner.reading import read_page
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


def site_of_page(url: str | None, fallback: str) -> str:
    """Registrable domain of a page, or the fallback where the set gives no address."""
    if not url:
        return fallback
    return extract_domain(url) or urlsplit(url).hostname or fallback


def _read(body: bytes, url: str | None) -> tuple[Blocks, PageHints, NDArray[np.bool_]]:
    decoded = decode_html(body)
    reading = read_page(decoded.text, url)
    blocks = reading.blocks
    seconded = blocks_in_text(blocks.text, ask_trafilatura(decoded.text, url))
    return blocks, reading.hints, seconded


def wcxb_entries(folder: Path) -> list[Path]:
    """Return the truth files of a WCXB split."""
    return sorted((folder / "ground-truth").glob("*.json"))


def read_wcxb_page(path: Path) -> LabelledPage | None:
    """Read one page of a WCXB split; None where its truth has no main content."""
    entry = json.loads(path.read_text("utf-8"))
    truth = entry["ground_truth"].get("main_content")
    if not truth:
        return None
    body = gzip.decompress((path.parents[1] / "html" / f"{path.stem}.html.gz").read_bytes())
    blocks, hints, seconded = _read(body, entry.get("url"))
    return LabelledPage(
        id=path.stem,
        site=site_of_page(entry.get("url"), path.stem),
        kind=entry["_internal"]["page_type"]["primary"],
        truth=truth,
        present=tuple(entry["ground_truth"].get("with") or ()),
        absent=tuple(entry["ground_truth"].get("without") or ()),
        blocks=blocks,
        hints=hints,
        labels=np.array(label_blocks(blocks.text, truth), np.float32),
        seconded=seconded,
    )


def snippets_entries(folder: Path) -> list[tuple[Path, str, dict[str, Any]]]:
    """Return folder, address and entry of each page of trafilatura's evaluation set."""
    entries = json.loads((folder / "snippets.json").read_text("utf-8"))
    return [(folder, url, entry) for url, entry in entries.items()]


def read_snippets_page(item: tuple[Path, str, dict[str, Any]]) -> LabelledPage:
    """Read one page of trafilatura's evaluation set; its labels are filled in by the first round."""
    folder, url, entry = item
    body = gzip.decompress((folder / "html" / entry["file"]).read_bytes())
    blocks, hints, seconded = _read(body, url)
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
