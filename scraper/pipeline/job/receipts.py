"""What a shard's cleaning gave: its files, and an outcome for each page. Written last, it says that the shard is done."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field

import msgspec

from scraper.pipeline.job.output import Part
from scraper.pipeline.job.spec import RECEIPTS
from scraper.pipeline.places import place_of
from scraper.records import Article, Outcome, Page, Skipped
from scraper.scale import PartFolder, read_bytes, write_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of a shard's pages.

    Attributes:
        parts: The files that were written.
        articles: How many pages of each site gave one; of each folder or archive, where pages do not name theirs.
        skipped: The pages that gave none.
        mapped: Addresses of the user's table that pages have got.
    """

    parts: tuple[Part, ...] = ()
    articles: dict[str, int] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    mapped: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """Pages with an outcome."""
        return sum(self.articles.values()) + len(self.skipped)


class ReceiptBook:
    """Gathers the outcomes of a shard."""

    def __init__(self) -> None:
        self._articles: Counter[str] = Counter()
        self._skipped: list[Skipped] = []
        self._mapped: list[str] = []

    def count(self, outcome: Outcome) -> None:
        """Add an outcome."""
        if isinstance(outcome, Article):
            self._articles[place_of(outcome)] += 1
        else:
            self._skipped.append(outcome)

    def note_address(self, page: Page | Skipped) -> None:
        """Note a page whose address stands in the user's table."""
        if isinstance(page, Page) and page.url and page.url_source == "url-map":
            self._mapped.append(page.url)

    def close(self, parts: list[Part]) -> Receipt:
        """Return what has become of the pages."""
        return Receipt(
            parts=tuple(parts),
            articles=dict(self._articles),
            skipped=tuple(self._skipped),
            mapped=tuple(self._mapped),
        )


def write_receipt(folder: PartFolder, key: str, receipt: Receipt) -> None:
    """Keep a receipt."""
    data = json.dumps(asdict(receipt)).encode()  # escapes what is no text in the names of files
    write_bytes(folder, f"{RECEIPTS}/{key}", data)


def read_receipt(folder: PartFolder, key: str) -> Receipt:
    """Return a receipt that was kept."""
    return msgspec.convert(json.loads(read_bytes(folder, f"{RECEIPTS}/{key}") or b""), Receipt)
