"""What the evidence does to a block's probability of being main content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.evidence import COMMON_SHARE, Evidence
from scraper.cleaner.profile.fingerprints import BlockHashes
from scraper.cleaner.profile.runs import between, heads, in_row
from scraper.cleaner.profile.starts import MIN_BORROWED
from scraper.reasons import Removal

Column = NDArray[np.float32]
Flags = NDArray[np.bool_]

SHIFT: Final = 1.5
"""How far each other article that a template's text stands on lowers the log odds: a block that the model is sure of needs more of
them than one that it doubts.

With 1.0 a fifth of the wrong words that five pages show stay, with 2.0 twice as many right words go (wcxb-dev's sites of two pages
and more, articles: .01, .04 and .08 % of them; benchmarks/profile.py, 2026-11).
"""

PARAGRAPH_SHIFT: Final = 2.5
PARAGRAPH_WORDS: Final = 20
"""The same for a paragraph of so many words that most have at the same place: nobody writes one twice. A plea's, of which the model
is sure (.955), stayed with three pages known. On labelled sites documentation loses .0003 of its recall by it, and nothing else
changes (2026-11-27)."""

BORROWED_SHIFT: Final = 8.0
"""The same for text of a second article on the page: a model that sees the page alone is sure of it."""

FULL_OTHERS: Final = 3
FULL_COMMON: Final = 6
"""More other articles than these say no more: of what some have, and of what most have at the same place."""

# A path whose words were content on so many others carries the body. What recurs there is a series' introduction or a standing
# headline when the path's other words are mostly different, and the page's own when all other articles have it further down (a site
# that goes on with the next article has every text twice); so is what stands between such words, but for headlines of other
# articles. Not so what most articles have there.
BODY_SHARE: Final = 0.5
BODY_REPEATS: Final = 0.5
BARE_SHARE: Final = 0.05
BODY_OTHERS: Final = 2

# Short texts recur inside articles: "Pros", "Abstract", "How we tested". Of texts of ten words and more that stand on one other
# article of their site 42 of 57 were template; of shorter ones that the model gave .8 and more, 9 of 10 were content (text pages of
# wcxb-dev, 2026-11). A menu's short entries stand in a row, or are on most articles.
LONG_WORDS: Final = 12
FEW_WORDS: Final = 4

SURE: Final = 0.7
"""What the model says of a line that repeats but for its numbers, if it is a part of the text. Such lines of reports, recipes and
tables written for this have .91 and more; dates, prices and counters beside the texts of the labelled sites have up to .45
(benchmarks/HISTORY.md, 2026-11-28)."""

_TINY: Final = np.finfo(np.float32).tiny

# Where other articles' headlines are so much of the words, on so many pages, all links are such headlines, also of articles that
# the profile does not have: boxes name neighbours in time, and the profile of a large site has few of an old page's. With the
# latest 512 of 1,000 pages of a demo site known, nearly all lines kept wrongly on older ones were teasers. At the paths of teasers
# the share was .13 to .95 (2026-11-26); a headline in a body of 600 words is .02 of it.
TEASER_SHARE: Final = 0.05
TEASER_OTHERS: Final = 3
# The sentence under such a headline stands where so much recurs: an article is teased on several others.
TEASED_REPEATS: Final = 0.2


class Kinds(NamedTuple):
    """What each of a page's n blocks is to the site.

    Attributes:
        common: Most of the site's articles in the page's theme have it at the same place.
        borrowed: It is a part of another article, further up on that one's page.
        by_place: A headline where the site has those of other articles, or the sentence under one.
        teaser: The same, or another article's headline wherever it stands, or what stands under that, but for the beginning of the
            page's own text, which lists show, too.
    """

    common: Flags
    borrowed: Flags
    by_place: Flags
    teaser: Flags


@dataclass(frozen=True)
class SiteView:
    """A page's n blocks, and what the site's other articles say of them."""

    hashes: BlockHashes
    evidence: Evidence

    @cached_property
    def kinds(self) -> Kinds:
        """What the blocks are to the site, told once for a page."""
        titled = self.evidence.titled > 0
        by_place = _find_by_place(self.evidence, self.hashes, titled)
        under = np.zeros(len(titled), np.bool_)
        under[1:] = titled[:-1]
        teaser = titled | by_place | (under & ~_begins(self.hashes))
        return Kinds(
            common=_is_common(self.evidence),
            borrowed=self.evidence.borrowed >= MIN_BORROWED,
            by_place=by_place,
            teaser=teaser,
        )

    @cached_property
    def in_body(self) -> Flags:
        """Which blocks stand where the site's articles have their bodies, told once for a page."""
        return _in_body(self)

    @cached_property
    def template(self) -> Flags:
        """Which blocks are template, told once for a page."""
        return _find_template(self)


def _find_template(view: SiteView) -> Flags:
    hashes = view.hashes
    is_common, _, by_place, is_teaser = view.kinds
    stands = (view.evidence.others >= 1) | by_place
    repeats = np.where(view.in_body, is_common, stands)
    is_telling = (
        (hashes.words >= LONG_WORDS)
        | in_row(stands)
        | is_teaser
        | (is_common & ~hashes.heading)
        | ((hashes.words >= FEW_WORDS) & ~between(hashes.prose & ~stands))
    )
    template = repeats & is_telling
    heads_template = heads(template, hashes.heading)
    result: Flags = np.where(
        hashes.heading, repeats & (is_telling | heads_template) & (heads_template | is_teaser), template
    )
    return result


def is_template_line(view: SiteView) -> Flags:
    """Tell which lines of a text dump are template, n.

    They have no paths: what stands between lines of the page's own prose is the body's, unless most others have it; also then
    where they say other numbers, in more than a counter's word or two.
    """
    evidence, hashes = view.evidence, view.hashes
    stands = evidence.others >= 1
    is_own = _find_own(evidence, hashes.prose)
    is_common = (evidence.others > COMMON_SHARE * evidence.known) & (evidence.others >= BODY_OTHERS)
    is_telling = (hashes.words >= FEW_WORDS) | in_row(stands) | is_common
    says_own = evidence.varied & (hashes.words >= FEW_WORDS)
    result: Flags = stands & is_telling & ~(between(is_own) & (says_own | ~is_common))
    return result


def apply_profile(probability: Column, view: SiteView, *, is_certain: bool = False) -> Column:
    """Return the probability of each block, lowered where it is template.

    Args:
        probability: What the model says of each block alone, n.
        view: What the site says.
        is_certain: Lower only what most articles have, other articles' headlines, and their text.
    """
    template, kinds = _without_own_numbers(view, probability), view.kinds
    if is_certain:
        template = template & (kinds.common | kinds.teaser | kinds.borrowed)
    full = np.where(kinds.common, FULL_COMMON, FULL_OTHERS)
    others = np.minimum(np.maximum(view.evidence.others, FULL_OTHERS * kinds.by_place), full)
    each = np.where(kinds.common & (view.hashes.words >= PARAGRAPH_WORDS), PARAGRAPH_SHIFT, SHIFT)
    shift = np.where(kinds.borrowed, BORROWED_SHIFT, each * others) * template
    odds = probability / np.maximum(1 - probability, _TINY) * np.exp(-shift)
    lowered: Column = (odds / (1 + odds)).astype(np.float32)
    return np.where(shift > 0, lowered, probability)


def is_biography(texts: Sequence[str], authors: Sequence[str], evidence: Evidence) -> Flags:
    """Tell which blocks tell of the page's authors.

    They begin with an author's name, and stand on another of the site's articles or where those have what they repeat.
    """
    names = tuple(authors)
    result = np.zeros(len(texts), np.bool_)
    for place in [place for place, text in enumerate(texts) if text.startswith(names)]:
        recurs = evidence.path_repeats[place] >= BODY_REPEATS and evidence.path_others[place] >= BODY_OTHERS
        result[place] = recurs or evidence.others[place] >= 1
    return result


def is_of_others(view: SiteView) -> Flags:
    """Tell which blocks are other articles': parts of them, their headlines, or what stands under those and elsewhere, too.

    A numbered title ("Briefing 12") is that of other articles, and the page's own text stands under it.
    """
    return (view.kinds.borrowed | view.kinds.teaser) & view.template


def count_removals(removed: Flags, view: SiteView) -> Mapping[Removal, int]:
    """Count the template blocks that a page lost, by what they are."""
    borrowed = int(np.count_nonzero(removed & view.kinds.borrowed))
    of_others = int(np.count_nonzero(removed & (view.kinds.borrowed | view.kinds.teaser)))
    counts = {
        Removal.OTHER_ARTICLE: borrowed,
        Removal.TEASER: of_others - borrowed,
        Removal.REPEATED: int(np.count_nonzero(removed)) - of_others,
    }
    return {reason: count for reason, count in counts.items() if count}


def _in_body(view: SiteView) -> Flags:
    """Tell which blocks stand where the site's articles have their bodies, and are not another article's."""
    evidence = view.evidence
    carries = (evidence.path_share >= BODY_SHARE) & (evidence.path_others >= BODY_OTHERS)
    own = _find_own(evidence, carries)
    inside = own | (carries & (evidence.path_repeats < BODY_REPEATS))
    inside |= between(own & (view.hashes.words >= LONG_WORDS)) & ~_is_moved(evidence)
    result: Flags = inside & ~view.kinds.teaser & ~view.kinds.borrowed
    return result


def _without_own_numbers(view: SiteView, probability: Column) -> Flags:
    """Return which blocks are template, less those within the page's text that say numbers of its own, and headings over them.

    A report's result, a recipe's grams, an hour of a live blog: of these the model is sure.
    """
    spared = view.template & view.evidence.varied & (probability >= SURE)
    if not spared.any():
        return view.template
    hashes, teaser = view.hashes, view.kinds.teaser
    is_text = view.in_body | between(_find_own(view.evidence, hashes.words >= LONG_WORDS))
    template = view.template & ~(spared & is_text & ~teaser & ~view.kinds.borrowed)
    is_bare = hashes.heading & ~heads(template, hashes.heading) & ~teaser
    result: Flags = template & ~is_bare
    return result


def _is_moved(evidence: Evidence) -> Flags:
    """Tell which blocks most articles have anywhere, and stand where others hardly have content: teasers whose order changes."""
    result: Flags = (evidence.others > COMMON_SHARE * evidence.known) & (evidence.others >= BODY_OTHERS)
    return result & (evidence.path_share < BARE_SHARE) & (evidence.path_others >= BODY_OTHERS)


def _is_common(evidence: Evidence) -> Flags:
    """Tell which blocks most of the site's articles in the page's theme have at the same place."""
    here = evidence.others_here
    result: Flags = (here > COMMON_SHARE * evidence.alike) & (here >= BODY_OTHERS)
    others = (~result).nonzero()[0]
    result[others] = evidence.near_share(others) > COMMON_SHARE
    return result


def _find_own(evidence: Evidence, asked: Flags) -> Flags:
    """Tell which of some blocks are the page's own: they stand nowhere else, or clearly further down on all others."""
    own = asked.copy()
    elsewhere = (asked & (evidence.others >= 1)).nonzero()[0]
    own[elsewhere] = evidence.later(elsewhere) >= evidence.others[elsewhere]
    return own


def _find_by_place(evidence: Evidence, hashes: BlockHashes, titled: Flags) -> Flags:
    """Tell which blocks are headlines where the site has those of other articles, or the sentences under them.

    Those that stand under another article's headline wherever that stands, too.
    """
    headlines = (evidence.path_teases >= TEASER_SHARE) & (evidence.path_teasers >= TEASER_OTHERS) & hashes.linked
    heads = headlines | titled
    if not heads.any():
        return headlines
    under = np.zeros(len(headlines), np.bool_)
    under[1:] = heads[:-1]
    under &= ~headlines & (evidence.path_repeats >= TEASED_REPEATS) & (evidence.path_others >= BODY_OTHERS)
    if under.any():
        under &= _mostly(under, hashes)
    return headlines | under


def _begins(hashes: BlockHashes) -> Flags:
    """Tell which block is the first prose where the page has most of its prose; where it has none, the first of all."""
    _, path = hashes.paths
    result = np.zeros(len(path), np.bool_)
    if len(path):
        result[(hashes.prose & (path == hashes.path_prose.argmax())).argmax()] = True
    return result


def _mostly(under: Flags, hashes: BlockHashes) -> Flags:
    """Tell of which blocks those at the same path are mostly some; not where the page has most of its prose."""
    _, path = hashes.paths
    is_place = np.bincount(path, under) > np.bincount(path) / 2
    is_place[hashes.path_prose.argmax()] = False
    return is_place[path]
