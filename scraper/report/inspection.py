"""The inspector: one page as the cleaner saw it, or as two cleaners did."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby, islice, zip_longest
from typing import Any, Final, NamedTuple

from scraper.explanation import ExplainedBlock, Explanation, StripReason
from scraper.records import Article
from scraper.report.rendering import embed_json, is_web, render_page, require_libraries


class ReasonText(NamedTuple):
    """How a reason is shown: its name, the family that gives its colour, and a sentence."""

    name: str
    family: str
    sentence: str


REASONS: Final[Mapping[StripReason, ReasonText]] = {
    StripReason.REPEATED: ReasonText("Repeats", "repeat", "Its text stands on other pages of the site."),
    StripReason.UNREAD: ReasonText(
        "Navigation element", "nav", "It stands in a nav or footer element, which is not read."
    ),
    StripReason.NAVIGATION: ReasonText(
        "Navigation", "nav", "It scored low, and its words or place are those of navigation."
    ),
    StripReason.TEASER: ReasonText("Teaser", "teaser", "Its words or place are those of teasers."),
    StripReason.COMMENT: ReasonText(
        "Comment", "comment", "It scored low, and its words or place are those of comments."
    ),
    StripReason.CAPTION: ReasonText("Caption", "caption", "Its words or place are those of captions."),
    StripReason.CONSENT: ReasonText("Consent", "plea", "It scored low, and its place is that of a consent dialog."),
    StripReason.PLEA: ReasonText("Plea", "plea", "It asks for a subscription, a sign-up or the like."),
    StripReason.SHARE: ReasonText("Sharing", "plea", "It scored low, and its words or place are those of sharing."),
    StripReason.AD: ReasonText("Advertising", "plea", "Its words or place are those of advertising."),
    StripReason.BYLINE: ReasonText(
        "Byline", "rule", "It names the author or the date, which are fields of the record, or tells of the author."
    ),
    StripReason.TITLE: ReasonText("Title", "rule", "It is the title, a field of its own."),
    StripReason.COPY: ReasonText("Second copy", "rule", "The same text was kept elsewhere."),
    StripReason.ORPHAN_HEADING: ReasonText("Empty heading", "rule", "It heads or announces nothing that was kept."),
    StripReason.APPENDED: ReasonText(
        "Next article", "teaser", "It was chosen, but belongs to an article under this one."
    ),
    StripReason.BOX: ReasonText(
        "Box", "rule", "Its class names the box around it: facts, a poll, a disclaimer, a newsletter."
    ),
    StripReason.NOTICE: ReasonText(
        "Notice",
        "rule",
        "It says what is not shown here, that the text goes on, what the page offers, or who holds the rights.",
    ),
    StripReason.OUTVOTED: ReasonText("Outvoted", "low", "The model was unsure, and trafilatura leaves it out."),
    StripReason.LOW_SCORE: ReasonText("Low score", "low", "It scored low."),
}

RUN_BLOCKS: Final = 50
"""A longer row of blocks is cut: browsers lay out only the rows that are in view."""

_DIFFERENCES: Final = {(True, False): "lost", (False, True): "gained"}
_METADATA: Final = (
    *("title", "authors", "published", "modified", "section", "tags", "language", "description", "image", "site_name"),
    *("url", "canonical_url"),
)
_ADDRESSES: Final = frozenset({"url", "canonical_url", "image"})
_SHOWN_ELSEWHERE: Final = frozenset({*_METADATA, "text", "markdown", "field_sources"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One cleaner's view of the page.

    Attributes:
        name: What tells it from the other, for a person.
    """

    name: str
    explanation: Explanation


class ShownBlock(NamedTuple):
    """One block on the page: how the first side saw it, and the second."""

    number: int
    block: ExplainedBlock
    other: ExplainedBlock | None

    @property
    def kept(self) -> bool:
        """Whether the later side keeps it."""
        return (self.other or self.block).kept

    @property
    def reason(self) -> StripReason | None:
        """Why the later side does not."""
        return (self.other or self.block).reason

    @property
    def template_pages(self) -> int:
        """On how many other pages its text stands, where that makes it a part of the site; else 0."""
        evidence = (self.other or self.block).evidence
        return evidence.others if evidence and evidence.is_template else 0

    @property
    def difference(self) -> str:
        """``lost`` or ``gained`` from the first side to the second; else empty."""
        return _DIFFERENCES.get((self.block.kept, self.other.kept), "") if self.other else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Blocks in a row with the same fate, at most ``RUN_BLOCKS``.

    Attributes:
        pages: On how many other pages of the site their texts stand, the fewest and the most; where the site says so.
    """

    kept: bool
    reason: StripReason | None
    difference: str
    pages: tuple[int, int]
    blocks: Sequence[ShownBlock]


def count_spaced_words(text: str) -> int:
    """Return how many words stand between spaces."""
    return len(text.split())


def render_inspection(
    side: Side, other: Side | None = None, *, count_words: Callable[[str], int] = count_spaced_words
) -> str:
    """Return the page that shows what was kept, what was stripped, and why.

    Args:
        side: What the cleaner made of the page.
        other: What another one made of the same page; the page then shows what changes from the first to this one.
        count_words: The cleaner's own count, which knows scripts without spaces.

    Raises:
        UsageError: The libraries for it are not installed.
    """
    require_libraries()
    shown = list(_pair(side.explanation, other.explanation if other else None))
    latest = (other or side).explanation
    sides = [side, other] if other else [side]
    return render_page(
        "inspect.html",
        ("base.css", "inspect.css", "inspect.js"),
        side=side,
        other=other,
        latest=latest,
        title=_title(latest),
        is_article=isinstance(latest.outcome, Article),
        runs=list(_runs(shown)),
        reasons=REASONS,
        legend=_legend(shown),
        words=_count_words(shown, count_words),
        metadata=list(_metadata(latest)),
        about=list(_about(latest)),
        data=embed_json([_encode(one.explanation, one.name) for one in sides]),
    )


def _title(explanation: Explanation) -> str:
    outcome = explanation.outcome
    return (outcome.title if isinstance(outcome, Article) else None) or outcome.url or outcome.source


def _pair(one: Explanation, other: Explanation | None) -> Iterator[ShownBlock]:
    """Two cleaners of one version read the same blocks; where they do not, each block stands for itself."""
    if other is None:
        yield from (ShownBlock(number, block, None) for number, block in enumerate(one.blocks))
        return
    nothing = ExplainedBlock(text="", tag="", path="", kept=False)
    for number, (block, second) in enumerate(zip_longest(one.blocks, other.blocks, fillvalue=nothing)):
        yield ShownBlock(number, block, second)


def _runs(shown: Iterable[ShownBlock]) -> Iterator[Run]:
    for (kept, reason, difference), group in groupby(shown, key=lambda one: (one.kept, one.reason, one.difference)):
        while blocks := list(islice(group, RUN_BLOCKS)):
            pages = [block.template_pages for block in blocks]
            yield Run(kept=kept, reason=reason, difference=difference, pages=(min(pages), max(pages)), blocks=blocks)


def _legend(shown: Iterable[ShownBlock]) -> list[tuple[StripReason, int]]:
    """The reasons that occur, with their blocks, in the order of the table."""
    counts = Counter(block.reason for block in shown if block.reason)
    return [(reason, counts[reason]) for reason in REASONS if counts[reason]]


def _count_words(shown: Sequence[ShownBlock], count_words: Callable[[str], int]) -> dict[str, int]:
    counts = {"kept": 0, "stripped": 0, "lost": 0, "gained": 0}
    for block in shown:
        words = count_words(block.block.text or (block.other.text if block.other else ""))
        counts["kept" if block.kept else "stripped"] += words
        if block.difference:
            counts[block.difference] += words
    return counts


class _Field(NamedTuple):
    name: str
    value: str
    source: str
    link: str | None


def _metadata(explanation: Explanation) -> Iterator[_Field]:
    """What the page says about itself, and what gave it; fields that it does not say are left empty."""
    article = explanation.outcome
    if isinstance(article, Article):
        for name in _METADATA:
            source = article.field_sources.get(name) or (article.url_source if name == "url" else None)
            yield _field(name, getattr(article, name), source or "")


def _about(explanation: Explanation) -> Iterator[_Field]:
    """The record's other fields; of a page without one, the reason."""
    outcome = explanation.outcome
    hidden = _SHOWN_ELSEWHERE if isinstance(outcome, Article) else frozenset()
    for field in fields(outcome):
        if field.name not in hidden:
            yield _field(field.name, getattr(outcome, field.name), "")


def _field(name: str, value: Any, source: str) -> _Field:
    if isinstance(value, Mapping):
        value = tuple(f"{key} {part}" for key, part in value.items())
    if isinstance(value, tuple):
        value = ", ".join(value)
    text = "" if value is None else str(value)
    link = text if name in _ADDRESSES and is_web(text) else None
    return _Field(name.replace("_", " "), text, source, link)


class _Table:
    """Strings by number: a page's blocks share their paths and what is said of them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def add(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


def _encode(explanation: Explanation, name: str) -> dict[str, Any]:
    """What the script shows of each block, by number; probabilities in thousandths."""
    strings = _Table()
    return {
        "name": name,
        "threshold": _thousandths(explanation.threshold),
        "known": explanation.known,
        "reasons": {reason: text.sentence for reason, text in REASONS.items()},
        "blocks": [_encode_block(block, strings) for block in explanation.blocks],
        "strings": list(strings.numbers),
    }


def _encode_block(block: ExplainedBlock, strings: _Table) -> list[Any]:
    features = [
        part
        for feature in block.features
        for part in (strings.add(feature.name), strings.add(feature.value), feature.effect)
    ]
    evidence = block.evidence
    return [
        0 if block.kept else strings.add(block.reason or "") + 1,
        _thousandths(block.probability),
        _thousandths(block.alone),
        None if block.seconded is None else int(block.seconded),
        strings.add(block.path),
        features,
        [
            *(evidence.others, evidence.others_here, evidence.titled, evidence.borrowed, evidence.path_others),
            *(round(100 * evidence.path_share), evidence.path_teasers, int(evidence.is_template)),
        ]
        if evidence
        else 0,
    ]


def _thousandths(share: float | None) -> int | None:
    return None if share is None else round(1000 * share)
