import numpy as np

from scraper.cleaner.explain.attribution import feature_effects
from scraper.cleaner.model import shipped_model
from scraper.cleaner.model.features import NAMES, WORD_NAMES, page_features
from scraper.cleaner.reading import read_page
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.hints import PageHints
from tests.cleaner.pages import article_page


def test_an_effect_is_the_change_of_the_score_when_one_feature_is_set_to_the_pages_middle_value() -> None:
    model = shipped_model()
    blocks = read_page(article_page(), None).blocks
    rows = page_features(blocks, read_columns(blocks), PageHints(), model.vocabulary)
    effects = feature_effects(model, rows)
    score = model.logits(rows)
    for feature in range(len(NAMES) + len(WORD_NAMES)):
        changed = rows.copy()
        changed[feature] = np.median(rows[feature])
        np.testing.assert_allclose(effects[feature], score - model.logits(changed), atol=2e-4)


def test_what_is_the_same_for_all_blocks_of_a_page_has_no_effect() -> None:
    model = shipped_model()
    blocks = read_page(article_page(), None).blocks
    rows = page_features(blocks, read_columns(blocks), PageHints(), model.vocabulary)
    effects = feature_effects(model, rows)
    assert not effects[NAMES.index("page_words")].any()
