"""Public sets of labelled pages, each read by the layout of its folder.

A layout is one row of ``LAYOUTS``: how its folder is told from others, and how its pages are read.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPage:
    """One labelled page.

    Attributes:
        id: Unique in its set; where the set gives no address it stands for the site, as in training.
        kind: The set's page type, such as ``article``.
        text: Main content; None where the set gives none.
        has_metadata: Whether title, authors and date are labelled, so that a missing one means "the page has none".
        authors: As the set writes them, one string or several.
        present: Snippets that must occur in the text.
        absent: Snippets that must not.
    """

    id: str
    body: bytes
    url: str | None = None
    media_type: str = "text/html"
    kind: str = "article"
    text: str | None = None
    has_metadata: bool = False
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """A set of labelled pages.

    Attributes:
        name: Its folder's name.
        layout: Name of its row in ``LAYOUTS``.
        trained_on: Whether the shipped model may have seen its pages, so that fold models must judge them.
    """

    name: str
    layout: str
    trained_on: bool
    pages: tuple[SetPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a set is stored.

    Attributes:
        trains: Whether the shipped model is trained on a set of this layout.
    """

    name: str
    matches: Callable[[Path], bool]
    read: Callable[[Path], Iterator[SetPage]]
    trains: bool = False


def _read_html(path: Path) -> bytes:
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _read_wcxb(folder: Path) -> Iterator[SetPage]:
    for path in sorted((folder / "ground-truth").glob("*.json")):
        entry = _read_json(path)
        truth = entry["ground_truth"]
        yield SetPage(
            id=path.stem,
            body=_read_html(folder / "html" / f"{path.stem}.html.gz"),
            url=entry.get("url"),
            kind=entry["_internal"]["page_type"]["primary"],
            text=truth.get("main_content") or None,
            has_metadata=True,
            title=truth.get("title") or None,
            authors=(truth["author"],) if truth.get("author") else (),
            date=truth.get("publish_date") or None,
            # WCXB's own snippets repeat what its main content says; they belong to its metric, not to ours.
        )


def _read_snippets(folder: Path) -> Iterator[SetPage]:
    for url, entry in _read_json(folder / "snippets.json").items():
        yield SetPage(
            id=entry["file"],
            body=_read_html(folder / "html" / entry["file"]),
            url=url,
            kind="snippets",
            present=tuple(entry["with"]),
            absent=tuple(entry["without"]),
        )


def _read_article_extraction(folder: Path) -> Iterator[SetPage]:
    for key, entry in sorted(_read_json(folder / "ground-truth.json").items()):
        path = _find_html(folder, key)
        if path is not None:
            yield SetPage(id=key, body=_read_html(path), url=entry.get("url"), text=entry.get("articleBody") or None)


def _read_fundus(folder: Path) -> Iterator[SetPage]:
    for path in _fundus_truths(folder):
        for key, entry in sorted(_read_json(path).items()):
            page = _find_html(path.parent, key)
            if page is not None:
                yield _fundus_page(key, page, entry)


def _fundus_page(key: str, html: Path, entry: dict[str, Any]) -> SetPage:
    labelled = [entry[name] for name in ("authors", "author") if entry.get(name)]
    dates = [entry[name] for name in ("publishing_date", "published", "date") if entry.get(name)]
    return SetPage(
        id=key,
        body=_read_html(html),
        url=entry.get("url"),
        text="\n\n".join(_texts_in(entry["body"])) or None,
        has_metadata="title" in entry,
        title=entry.get("title") or None,
        authors=tuple(_texts_in(labelled)),
        date=str(dates[0]) if dates else None,
    )


def _texts_in(value: Any) -> Iterator[str]:
    """Yield the strings in lists and objects, in order: a body is paragraphs, or sections of headlines and paragraphs."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts_in(item)


def _find_html(folder: Path, key: str) -> Path | None:
    """Return the page of an entry: in ``html/`` or beside the truth, plain or compressed; the key may be its file name."""
    names = (f"{key}.html.gz", f"{key}.html", key, f"{key}.gz")
    for parent in (folder / "html", folder):
        for name in names:
            if (parent / name).is_file():
                return parent / name
    return None


def _fundus_truths(folder: Path) -> list[Path]:
    """Return the folder's JSON files whose entries have a ``body``, its own and those one level down."""
    found = []
    for path in sorted((*folder.glob("*.json"), *folder.glob("*/*.json"))):
        entries = _read_json(path)
        first = next(iter(entries.values()), None) if isinstance(entries, dict) else None
        if isinstance(first, dict) and "body" in first:
            found.append(path)
    return found


LAYOUTS: Final[Sequence[Layout]] = (
    Layout(name="wcxb", matches=lambda f: (f / "ground-truth").is_dir(), read=_read_wcxb, trains=True),
    Layout(name="snippets", matches=lambda f: (f / "snippets.json").is_file(), read=_read_snippets, trains=True),
    Layout(
        name="article-extraction-benchmark",
        matches=lambda f: (f / "ground-truth.json").is_file(),
        read=_read_article_extraction,
    ),
    # Last: it looks into the JSON files themselves.
    Layout(name="fundus", matches=lambda f: bool(_fundus_truths(f)), read=_read_fundus),
)


def read_sets(folder: Path, *, held_out: bool = False, sample: int | None = None) -> list[LabelledSet]:
    """Read the set in a folder, or the sets in its sub-folders.

    Args:
        folder: A set, or a folder of sets.
        held_out: The shipped model was not trained on it, whatever its layout (another split of WCXB).
        sample: At most so many pages of each set, spread evenly over it.

    Raises:
        ValueError: No known layout.
    """
    here = _read_set(folder, held_out=held_out, sample=sample)
    if here is not None:
        return [here]
    children = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    found = [item for path in children if (item := _read_set(path, held_out=held_out, sample=sample)) is not None]
    if not found:
        raise ValueError(
            f"no set of labelled pages in {folder}: known layouts are {', '.join(x.name for x in LAYOUTS)}"
        )
    return found


def _read_set(folder: Path, *, held_out: bool, sample: int | None) -> LabelledSet | None:
    layout = next((layout for layout in LAYOUTS if layout.matches(folder)), None)
    if layout is None:
        return None
    pages = spread(tuple(layout.read(folder)), sample)
    return LabelledSet(
        name=folder.resolve().name, layout=layout.name, trained_on=layout.trains and not held_out, pages=pages
    )


def spread(pages: Sequence[SetPage], count: int | None) -> tuple[SetPage, ...]:
    """Return at most so many pages at even steps, always the same ones."""
    if count is None or count >= len(pages):
        return tuple(pages)
    return tuple(pages[index * len(pages) // count] for index in range(count))
