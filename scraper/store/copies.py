"""Articles that are nearly copies of earlier ones, over all sites and runs: found by sketches, linked, never dropped."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from scraper.store.database import Database
from scraper.store.sketch import INDEXED, Sketch
from scraper.store.story import StoryText, tell_other_numbers

# A hash that stands in very many texts belongs to a standing sentence of a site; copies of news are near in time, so the
# newest are looked at.
_PER_HASH: Final = 200
_CANDIDATES: Final = 20


class Copies:
    """Sketches of all articles in the state file.

    Args:
        database: The state file.
        read_text: Returns the text of a record.
    """

    def __init__(self, database: Database, read_text: Callable[[int], str]) -> None:
        self._database = database
        self._read_text = read_text

    def find_original(self, article_id: str, story: StoryText) -> str | None:
        """Return the id of the earliest article that a text is nearly a copy of; a copy's copy has the same original.

        Raises:
            StateError: The file cannot be used.
        """
        return next((found for _, found in self.find_near(story) if self._is_earlier(found, article_id)), None)

    def find_near(self, story: StoryText) -> Iterator[tuple[int, str]]:
        """Yield the records that a text is nearly a copy of, the earliest first, each with the article that it is a copy of.

        Raises:
            StateError: The file cannot be used.
        """
        if story.sketch is None:
            return
        for seq in sorted(self._find_candidates(story.sketch)):
            row = self._database.row("SELECT original, sketch FROM sketches WHERE seq = ?", (seq,))
            if row is None or not story.sketch.is_near_copy(Sketch.unpack(row[1])):
                continue
            if not tell_other_numbers(story.text, self._read_text(seq)):
                yield seq, str(row[0])

    def add(self, seq: int, original: str, sketch: Sketch) -> None:
        """Enter the sketch of a record; ``original`` is the article that it is a copy of, or itself.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "INSERT INTO sketches (seq, original, sketch) VALUES (?, ?, ?)", (seq, original, sketch.pack())
        )
        for number in sketch.hashes[:INDEXED]:
            self._database.run("INSERT INTO sketch_hashes (hash, seq) VALUES (?, ?)", (number, seq))

    def _find_candidates(self, sketch: Sketch) -> list[int]:
        """The records that share most of the hashes by which sketches are found."""
        shared = Counter(
            row[0]
            for number in sketch.hashes[:INDEXED]
            for row in self._database.rows(
                "SELECT seq FROM sketch_hashes WHERE hash = ? ORDER BY seq DESC LIMIT ?", (number, _PER_HASH)
            )
        )
        return [seq for seq, _ in shared.most_common(_CANDIDATES)]

    def _is_earlier(self, one: str, other: str) -> bool:
        """Whether one article was first seen before another: a corrected original does not become its copy's copy."""
        first = {
            article_id: self._database.rows("SELECT min(seq) FROM records WHERE id = ?", (article_id,))[0][0]
            for article_id in (one, other)
        }
        return one != other and (first[other] is None or first[one] < first[other])
