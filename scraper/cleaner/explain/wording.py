"""The model's features in words for people: one row for each family of features."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from math import expm1
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.model.vocabulary import PRIOR
from scraper.explanation import FeatureEffect

SHOWN: Final = 6
"""Features shown for a block: the sum of the others is mostly small."""

LEAST_EFFECT: Final = 0.05
"""Log odds; less moves a probability by about one in a hundred at most."""

# What the groups of ``look.GROUPS`` and ``phrases.PHRASES`` stand for.
_TOPICS: Final = {
    "nav": "navigation",
    "header": "the page's header",
    "footer": "the page's footer",
    "side": "a sidebar",
    "comment": "comments",
    "share": "sharing",
    "related": "related articles",
    "teaser": "teasers, cards or lists",
    "ad": "advertising",
    "meta": "byline and date",
    "caption": "pictures and captions",
    "plea": "newsletters and subscriptions",
    "consent": "cookies and consent",
    "content": "content",
    "title": "titles",
    "summary": "summaries",
    "bio": "the author's biography",
    "hidden": "hidden text",
    "product": "products",
    "forum": "forum posts",
    "doc": "documentation",
    "login": "login, search or language",
    "embed": "embeds and boxes",
    "label": "buttons and labels",
    "legal": "legal notes",
    "credit": "picture credits",
    "byline": "a byline",
    "tags": "tags and topics",
}
_SHARES: Final = {"40": "40\u00a0%", "65": "65\u00a0%", "85": "85\u00a0%"}
_ORDINALS: Final = ("its own element", *(f"the {n} element around it" for n in ("1st", "2nd", "3rd", "4th", "5th")))


def _yes(value: float) -> str:
    return "yes" if value > 0.5 else "no"


def _count(value: float) -> str:
    return f"{value:.0f}"


def _share(value: float) -> str:
    return f"{100 * value:.0f}\u00a0%"


def _inside(value: float) -> str:
    """How far down in an element that the block may stand above or below."""
    return "above it" if value < 0 else "below it" if value > 1 else _share(value)


def _logged(value: float) -> str:
    return f"{expm1(value):.0f}"


def _signed_log(value: float) -> str:
    return f"{-expm1(-value) if value < 0 else expm1(value):+.0f}"


def _worth(value: float) -> str:
    return "none known" if abs(value - PRIOR) < 1e-6 else _share(value)


def _odds(value: float) -> str:
    return f"{value:+.1f}"


def _heading(value: float) -> str:
    """The bit of the heading's tag in ``features.TAG_GROUPS``."""
    return {2: "h1", 3: "h2", 4: "h3", 5: "h4 to h6"}.get(round(value), "none")


def _stated(value: float) -> str:
    return "not said" if value == 0.5 else _yes(value)


Format = Callable[[float], str]

# A feature's name, what it is called (with the groups of the match), and how its value is written.
_WORDING: Final[tuple[tuple[str, str, Format], ...]] = (
    (r"words", "words in the block", _count),
    (r"log_words", "words in the block", _logged),
    (r"link_density", "share of its words in links", _share),
    (r"copies", "times its text stands on the page", _count),
    (r"first_copy", "first of its copies on the page", _yes),
    (r"sentence_ends", "sentence ends in the block", _count),
    (r"commas", "commas in the block", _count),
    (r"end_share", "sentence ends among its characters", _share),
    (r"comma_share", "commas among its characters", _share),
    (r"upper_share", "capitals among its characters", _share),
    (r"digit_share", "digits among its characters", _share),
    (r"symbol_share", "symbols among its characters", _share),
    (r"first_upper", "begins with a capital", _yes),
    (r"first_digit", "begins with a digit", _yes),
    (r"first_symbol", "begins with a symbol", _yes),
    (r"last_end", "ends as a sentence", _yes),
    (r"last_comma", "ends with a comma", _yes),
    (r"last_symbol", "ends with a symbol", _yes),
    (r"ellipsis", "ends with an ellipsis", _yes),
    (r"links", "links in the block", _count),
    (r"bold_share", "share of its characters that is bold", _share),
    (r"says_(\w+)", "speaks of {topic}", _yes),
    (r"title_overlap", "share of its words in the page's title", _share),
    (r"in_description", "is the page's description", _yes),
    (r"has_article_body", "the page states its text in JSON-LD", _yes),
    (r"in_article_body", "stands in the text that JSON-LD states", _yes),
    (r"is_article", "the page calls itself an article", _stated),
    (r"near_(\w+)", "an element close around it is named for {topic}", _yes),
    (r"any_(\w+)", "some element around it is named for {topic}", _yes),
    (r"tag_(\S+)", "its element is {tag}", _yes),
    (r"in_(\S+)", "stands inside {tag}", _yes),
    (r"depth", "elements around it", _count),
    (r"c(\d)_blocks", "blocks in {level}", _logged),
    (r"c(\d)_words", "words in {level}", _logged),
    (r"c(\d)_link_density", "share of words in links in {level}", _share),
    (r"c(\d)_prose", "share of prose in {level}", _share),
    (r"c(\d)_prose_of_page", "share of the page's prose in {level}", _share),
    (r"c(\d)_mean_prose", "words a paragraph in {level}", _count),
    (r"c(\d)_repeats", "elements of the kind of {level}", _logged),
    (r"c(\d)_images", "pictures in {level}", _logged),
    (r"c(\d)_place", "how far down in {level}", _share),
    (r"prose_before", "share of the page's prose before it", _share),
    (r"words_before", "share of the page's words before it", _share),
    (r"main(\d+)", "stands in the smallest element with {share} of the prose", _yes),
    (r"main(\d+)_after", "stands after the element with {share} of the prose", _yes),
    (r"main(\d+)_place", "how far down in the element with {share} of the prose", _inside),
    (r"main(\d+)_level", "stands close under the element with {share} of the prose", _yes),
    (r"g_blocks", "blocks at the same kind of place", _logged),
    (r"g_mean_words", "words a block at the same kind of place", _count),
    (r"g_prose", "share of prose at the same kind of place", _share),
    (r"g_prose_of_page", "share of the page's prose at the same kind of place", _share),
    (r"g_link_density", "share of words in links at the same kind of place", _share),
    (r"words([+-]\d)", "words in {neighbour}", _logged),
    (r"link_density([+-]\d)", "share of words in links in {neighbour}", _share),
    (r"heading([+-]\d)", "{neighbour} is a heading", _yes),
    (r"same_group([+-]\d)", "{neighbour} is at the same kind of place", _yes),
    (r"words_within(\d+)", "words a block among the {reach} before and after", _count),
    (r"link_words_within(\d+)", "linked words a block among the {reach} before and after", _count),
    (r"prose_within(\d+)", "share of paragraphs among the {reach} before and after", _share),
    (r"since_prose", "blocks since the last paragraph", _logged),
    (r"until_prose", "blocks until the next paragraph", _logged),
    (r"since_heading", "blocks since the last heading", _logged),
    (r"heading_level", "kind of heading above it", _heading),
    (r"after_h1", "blocks after the first h1", _signed_log),
    (r"h1s", "h1 headings on the page", _count),
    (r"under_(\w+)", "the heading above speaks of {topic}", _yes),
    (r"page_blocks", "blocks on the page", _logged),
    (r"page_words", "words on the page", _logged),
    (r"page_link_density", "share of the page's words in links", _share),
    (r"page_prose", "share of prose on the page", _share),
    (r"page_prose_blocks", "paragraphs on the page", _logged),
    (r"word_lowest", "worst class word around it, by its share of content", _worth),
    (r"word_highest", "best class word around it, by its share of content", _worth),
    (r"word_odds", "what all class words around it are worth", _odds),
    (r"word(\d)_low", "worst class word of {level}", _worth),
    (r"word(\d)_high", "best class word of {level}", _worth),
)


@cache
def word_feature(name: str) -> tuple[str, Format]:
    """Return what a feature is called, and what writes its value.

    >>> word_feature("c0_words")[0]
    'words in its own element'

    Raises:
        KeyError: No row of the table is for it.
    """
    for pattern, wording, write in _WORDING:
        match = re.fullmatch(pattern, name)
        if match:
            return wording.format(**_fill(match.group(1) if match.groups() else "")), write
    raise KeyError(f"feature {name!r} has no wording: add a row to _WORDING")


def _fill(part: str) -> dict[str, str]:
    """Return what stands for the variable part of a feature's name, for each way of reading it."""
    number = int(part) if re.fullmatch(r"[+-]?\d+", part) else 0
    distance = abs(number)
    side = "before" if number < 0 else "after"
    return {
        "topic": _TOPICS.get(part, part),
        "tag": part.replace("/", " or "),
        "level": _ORDINALS[number] if 0 <= number < len(_ORDINALS) else "",
        "share": _SHARES.get(part, ""),
        "neighbour": f"the block {side} it" if distance == 1 else f"the block {distance} places {side} it",
        "reach": part,
    }


def describe_effects(
    names: Sequence[str], rows: NDArray[np.float32], effects: NDArray[np.float32]
) -> list[tuple[FeatureEffect, ...]]:
    """Return for each block what mattered most to its score, the largest effect first.

    Args:
        names: Of the features.
        rows: Their values, features x n.
        effects: What each did, features x n.
    """
    strongest = np.argsort(-np.abs(effects), axis=0)[:SHOWN].T
    return [
        tuple(
            _describe(names[feature], float(rows[feature, block]), float(effects[feature, block]))
            for feature in features
            if abs(effects[feature, block]) >= LEAST_EFFECT
        )
        for block, features in enumerate(strongest.tolist())
    ]


def _describe(name: str, value: float, effect: float) -> FeatureEffect:
    called, write = word_feature(name)
    return FeatureEffect(name=called, value=write(value), effect=round(effect, 2))
