import pytest

from scraper.cleaner.explain.wording import describe_effects, word_feature
from scraper.cleaner.model.features import NAMES, WORD_NAMES


@pytest.mark.parametrize("name", [*NAMES, *WORD_NAMES])
def test_every_feature_has_words(name: str) -> None:
    words, write = word_feature(name)
    assert "_" not in words
    assert "{" not in words
    assert write(0.5)


@pytest.mark.parametrize(
    ("name", "value", "words", "written"),
    [
        ("link_density", 0.25, "share of its words in links", "25\u00a0%"),
        ("log_words", 3.2581, "words in the block", "25"),
        ("near_nav", 1.0, "an element close around it is named for navigation", "yes"),
        ("words-1", 0.6931, "words in the block before it", "1"),
        ("heading+2", 0.0, "the block 2 places after it is a heading", "no"),
        ("c2_words", 4.6151, "words in the 2nd element around it", "100"),
        ("main65_place", 1.4, "how far down in the element with 65\u00a0% of the prose", "below it"),
        ("is_article", 0.5, "the page calls itself an article", "not said"),
        ("heading_level", 3.0, "kind of heading above it", "h2"),
        ("after_h1", -1.0986, "blocks after the first h1", "-2"),
        ("word0_low", 0.45, "worst class word of its own element", "none known"),
        ("tag_h4/h5/h6", 1.0, "its element is h4 or h5 or h6", "yes"),
    ],
)
def test_values_are_written_for_people(name: str, value: float, words: str, written: str) -> None:
    found, write = word_feature(name)
    assert (found, write(value)) == (words, written)


def test_only_what_matters_is_told() -> None:
    import numpy as np

    names = ["words", "links", "commas"]
    rows = np.array([[5], [2], [1]], np.float32)
    effects = np.array([[0.01], [-2.0], [0.5]], np.float32)
    [told] = describe_effects(names, rows, effects)
    assert [(feature.name, feature.value, feature.effect) for feature in told] == [
        ("links in the block", "2", -2.0),
        ("commas in the block", "1", 0.5),
    ]
