"""What the cleaner saw on a page, block by block: the values that pass from the cleaner to the inspector. They do no work."""

from dataclasses import dataclass
from enum import StrEnum

from scraper.reasons import PageClass
from scraper.records import Outcome


class StripReason(StrEnum):
    """Why a block is not in the text: a closed list.

    The rules that took a block out come first. The others say what a block that scored low is, by its place and its words;
    ``LOW_SCORE`` is left where neither says anything.
    """

    # never judged
    UNREAD = "unread"
    # stands on other pages of the site
    REPEATED = "repeated"
    # chosen, and taken out by a rule
    TITLE = "title"
    COPY = "copy"
    ORPHAN_HEADING = "orphan_heading"
    APPENDED = "appended"
    BOX = "box"
    NOTICE = "notice"
    OUTVOTED = "outvoted"
    # scored low
    NAVIGATION = "navigation"
    TEASER = "teaser"
    COMMENT = "comment"
    CAPTION = "caption"
    CONSENT = "consent"
    PLEA = "plea"
    SHARE = "share"
    AD = "ad"
    BYLINE = "byline"
    LOW_SCORE = "low_score"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureEffect:
    """What one thing about a block did to its score.

    Attributes:
        name: What was looked at, in words.
        value: What was found, in words.
        effect: How much it raised or lowered the log odds, against the middle value of the page's blocks.
    """

    name: str
    value: str
    effect: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEvidence:
    """What the site's other articles say about a block.

    Attributes:
        others: On how many other articles its text stands.
        others_here: On how many it stands at the same place.
        titled: On how many it is the headline.
        borrowed: With how many blocks of the page it stands further up on one other article.
        path_others: How many other articles have text at its place.
        path_share: Share of the words at its place that were content on others.
        path_teasers: On how many others a headline of yet another article stands at its place.
        is_template: Whether that makes it a part of the site rather than of the article.
    """

    others: int
    others_here: int
    titled: int
    borrowed: int
    path_others: int
    path_share: float
    path_teasers: int
    is_template: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedBlock:
    """One block of the page; None means "not judged" or "nobody knows".

    Attributes:
        text: What it says.
        tag: The element that holds it.
        path: The elements around it with their names, outermost first, ending with that element.
        kept: Whether it is in the text.
        reason: Why it is not.
        probability: That it is main content, after all evidence, 0 to 1.
        alone: The same by the page alone, before what the site's other pages say.
        features: What did most to ``alone``, the largest effect first.
        evidence: What the site's other articles say.
        seconded: Whether trafilatura has it in its text.
    """

    text: str
    tag: str
    path: str
    kept: bool
    reason: StripReason | None = None
    probability: float | None = None
    alone: float | None = None
    features: tuple[FeatureEffect, ...] = ()
    evidence: SiteEvidence | None = None
    seconded: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One page as the cleaner saw it.

    Attributes:
        outcome: What the cleaner made of it.
        page_class: What kind of page it is; None for one that was not looked at.
        extractor: Name and version of what judged the blocks.
        blocks: In reading order; what was never judged stands where it is read.
        charset: The encoding that the page was read in.
        confidence: As in ``Article``.
        threshold: The lowest probability that was chosen.
        known: How many other articles of the site the evidence comes from; None: none was given.
        asked: Whether trafilatura's word counted.
        cut: Whether the page had more blocks than are read.
    """

    outcome: Outcome
    page_class: PageClass | None
    extractor: str
    blocks: tuple[ExplainedBlock, ...] = ()
    charset: str | None = None
    confidence: float | None = None
    threshold: float | None = None
    known: int | None = None
    asked: bool = False
    cut: bool = False
