"""How surely near-copies of articles are found, and how often two different articles are taken for copies.

    python -m benchmarks.export_near_copies DATA/wcxb-dev

Copies are made from the set's article texts in five ways that syndication makes them; all other pairs are different
articles, except the few that share most of their text in truth, which are listed apart.
"""

import itertools
import json
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from scraper.store.sketch import INDEXED, MIN_CONTAINMENT, MIN_EVENNESS, Sketch, make_sketch
from scraper.store.story import tell_other_numbers

Edit = Callable[[list[str], list[str], random.Random], list[str]]
_Sketched = tuple[str, Sketch]


def _replace_words(share: float) -> Edit:
    def edit(words: list[str], other: list[str], chance: random.Random) -> list[str]:
        return [chance.choice(other) if chance.random() < share else word for word in words]

    return edit


def _frame(words: list[str], other: list[str], chance: random.Random) -> list[str]:
    """What a site puts around an agency's text: 40 words before, 60 after."""
    return other[:40] + words + other[40:100]


def _move_paragraph(words: list[str], other: list[str], chance: random.Random) -> list[str]:
    """An eighth is dropped, and as much of another text put in elsewhere."""
    size = len(words) // 8
    at = chance.randrange(len(words) - size)
    rest = words[:at] + words[at + size :]
    to = chance.randrange(len(rest))
    return rest[:to] + other[:size] + rest[to:]


def _cut(share: float) -> Edit:
    return lambda words, other, chance: words[: int(len(words) * share)]


EDITS: Final[Mapping[str, Edit]] = {
    "1 word in 20 replaced": _replace_words(0.05),
    "40 words before, 60 after": _frame,
    "an eighth exchanged": _move_paragraph,
    "cut to three fifths": _cut(0.6),
    "cut to half": _cut(0.5),
}


def main(folder: Path) -> None:
    texts = [text for text in map(_read_text, sorted((folder / "ground-truth").glob("*.json"))) if text]
    started = time.process_time()
    sketches = [make_sketch(text) for text in texts]
    took_ms = (time.process_time() - started) * 1000 / len(texts)
    held = [(text, sketch) for text, sketch in zip(texts, sketches, strict=True) if sketch]
    print(f"{len(texts)} articles, {len(held)} with a sketch, {took_ms:.2f} ms each")
    print(f"\n| copy | found at {MIN_CONTAINMENT}/{MIN_EVENNESS} | of these by the index | not for their numbers |")
    print("| --- | ---: | ---: | ---: |")
    for name, edit in EDITS.items():
        pairs = _make_copies(held, edit)
        near = [(one, other) for (_, one), (_, other) in pairs if one.is_near_copy(other)]
        reached = sum(_is_reached(*pair) for pair in near)
        apart = sum(tell_other_numbers(text, copy) for (text, _), (copy, _) in pairs)
        print(f"| {name} | {len(near) / len(pairs):.3f} | {reached / len(near):.3f} | {apart} of {len(pairs)} |")
    _count_false([sketch for _, sketch in held])


def _make_copies(held: Sequence[_Sketched], edit: Edit) -> list[tuple[_Sketched, _Sketched]]:
    chance = random.Random(6)
    made = []
    for (text, sketch), (other, _) in zip(held, held[7:] + held[:7], strict=True):  # type: ignore[operator]  # lists
        copy = " ".join(edit(text.split(), other.split(), chance))
        if copied := make_sketch(copy):
            made.append(((text, sketch), (copy, copied)))
    return made


def _is_reached(one: Sketch, other: Sketch) -> bool:
    return bool(set(one.hashes[:INDEXED]) & set(other.hashes[:INDEXED]))


def _count_false(sketches: Sequence[Sketch]) -> None:
    shared = sorted(
        ((a.containment(b), a.resemblance(b)) for a, b in itertools.combinations(sketches, 2) if _overlap(a, b)),
        reverse=True,
    )
    pairs = len(sketches) * (len(sketches) - 1) // 2
    linked = sum(a.is_near_copy(b) for a, b in itertools.combinations(sketches, 2) if _overlap(a, b))
    print(f"\n{pairs:,} pairs of different pages, {linked} linked; most shared (containment, resemblance):")
    print(", ".join(f"{c:.2f}/{r:.2f}" for c, r in shared[:12]))


def _overlap(one: Sketch, other: Sketch) -> bool:
    return not set(one.hashes).isdisjoint(other.hashes)


def _read_text(path: Path) -> str | None:
    page = json.loads(path.read_text())
    is_article = page.get("page_type", page.get("_internal", {}).get("page_type", {}).get("primary")) == "article"
    text = page.get("main_content") or page.get("ground_truth", {}).get("main_content")
    return text if is_article else None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
