import numpy as np
import pytest

from scraper.cleaner.profile.places import Table, find_keys, index_rows


@pytest.fixture
def table() -> Table:
    """Keys 10 to 40 on three articles; key 20 twice on the first."""
    keys = np.array([20, 10, 20, 30, 20, 40, 10], np.uint64)
    articles = np.array([0, 0, 0, 1, 1, 2, 2])
    return index_rows(keys, articles, np.arange(7, dtype=np.float32)[None])


def test_each_key_counts_once_on_an_article(table: Table) -> None:
    assert table.keys.tolist() == [10, 20, 30, 40]
    assert table.counts().tolist() == [2, 2, 1, 1, 0]


def test_columns_are_summed_over_the_rows_of_a_pair_and_the_pairs_of_a_key(table: Table) -> None:
    assert table.values()[:, 0].tolist() == [1, 6, 2, 4, 3, 5]
    assert table.totals()[:, 0].tolist() == [7, 6, 3, 5, 0]


def test_a_key_that_is_not_there_has_the_number_after_all_others(table: Table) -> None:
    keys = np.append(table.keys, np.uint64(0))
    assert find_keys(np.array([10, 25, 40, 50, 0], np.uint64), keys).tolist() == [0, 4, 3, 4, 4]


def test_keys_are_found_on_their_own_articles_alone(table: Table) -> None:
    by_article = table.by_article(3)
    there = [by_article.find(np.arange(5), article).is_there.tolist() for article in range(3)]
    assert there == [
        [True, True, False, False, False],
        [False, True, True, False, False],
        [True, False, False, True, False],
    ]


def test_a_pair_that_is_found_has_its_place_among_all(table: Table) -> None:
    found = table.by_article(3).find(np.arange(5), 1)
    assert found.pair[found.is_there].tolist() == [3, 4]
    assert [(table.number[at], table.article[at]) for at in (3, 4)] == [(1, 1), (2, 1)]


def test_an_article_without_rows_has_no_keys() -> None:
    table = index_rows(np.array([7], np.uint64), np.array([2]))
    by_article = table.by_article(3)
    assert [by_article.find(np.array([0, 1]), article).is_there.any() for article in range(3)] == [False, False, True]
