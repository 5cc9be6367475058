"""The choice of a headline."""

import pytest

from scraper.cleaner.metadata.titles import Titles

SITE = frozenset({"examplenews"})


def test_the_heading_that_metadata_repeat_is_the_headline():
    titles = Titles(["Example News", "Menu", "Harbour opens"], [("og", "Harbour opens | Example News")], "", SITE)
    assert titles.choose(is_article=False) == ("Harbour opens", "h1")


def test_a_logo_heading_is_no_headline():
    assert Titles(["Example News"], [], "Harbour opens - Example News", SITE).choose(is_article=True) == (
        "Harbour opens",
        "title",
    )


@pytest.mark.parametrize(
    ("page_title", "headings", "expected"),
    [
        ("Harbour Notes: The pier is open again", ["Harbour Notes"], ("The pier is open again", "og")),
        # Then no heading of the body is the headline, either.
        (
            "Harbour Notes: The pier is open again",
            ["Harbour Notes", "How the pier was mended"],
            ("The pier is open again", "og"),
        ),
        ("The pier is open again | Ports", ["Ports", "The pier is open again"], ("The pier is open again", "h1")),
        # What is longer than the stated title is no name.
        ("Harbour: The pier is open again", ["The pier is open again"], ("The pier is open again", "h1")),
    ],
)
def test_a_heading_that_stands_beside_the_stated_title_is_a_name(page_title, headings, expected):
    stated = "Harbour" if page_title.startswith("Harbour:") else "The pier is open again"
    assert Titles(headings, [("og", stated)], page_title, SITE).choose(is_article=True) == expected


def test_an_article_keeps_its_own_wording():
    titles = Titles(["The old harbour opens again"], [("og", "Old harbour opens: all you need to know")], "", SITE)
    assert titles.choose(is_article=True) == ("The old harbour opens again", "h1")
    assert titles.choose(is_article=False) == ("Old harbour opens: all you need to know", "og")


def test_a_slogan_is_no_headline():
    titles = Titles(["We love what we do"], [("og", "Harbour opens")], "Harbour opens", SITE)
    assert titles.choose(is_article=True) == ("Harbour opens", "og")


def test_a_headline_cut_by_json_ld_is_read_from_the_title():
    whole = "Harbour opens again " + "after many years of work " * 5 + "at last"
    assert Titles([], [("json-ld", whole[:110])], whole, SITE).choose(is_article=True) == (whole, "title")


def test_soft_hyphens_are_not_part_of_a_title():
    assert Titles(["Har\xadbour"], [], "Harbour", SITE).choose(is_article=True) == ("Harbour", "h1")


@pytest.mark.parametrize("title", ["می‌خواهم", "അവന്‍ വന്നു", "🧑‍🚀 lands"])
def test_joiners_that_are_spelling_stay_in_a_title(title):
    assert Titles([title], [], title, SITE).choose(is_article=True) == (title, "h1")
    assert Titles(["Har\u200cbour\u200d"], [], "Harbour", SITE).choose(is_article=True) == ("Harbour", "h1")


@pytest.mark.parametrize(
    ("heading", "pieces", "expected"),
    [
        ("Ports Harbour opens", ["Ports", "Harbour opens"], "Harbour opens"),
        ("Ports Harbour opens", ["Ports Harbour opens"], "Ports Harbour opens"),
        ("The harbour opens", ["The", "harbour", "opens"], "The harbour opens"),
        ("Harbour opens again", ["Harbour opens", "again"], "Harbour opens again"),
    ],
)
def test_an_element_of_its_own_before_the_headline_is_no_part_of_it(heading, pieces, expected):
    titles = Titles([heading], [("og", "Harbour opens")], "", SITE)
    assert titles.choose(is_article=True, pieces=pieces) == (expected, "h1")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Harbour opens | Opinion", "Harbour opens"),
        ("Harbour opens – Example News", "Harbour opens"),
        ("Thread: Harbour opens", "Harbour opens"),
        ("21 Aug 2026 Harbour opens", "Harbour opens"),
        ("21. August 2026 Harbour opens", "Harbour opens"),
        ("Aug 21, 2026: Harbour opens", "Harbour opens"),
        # What may belong to it stays.
        ("2026 Harbour opens", "2026 Harbour opens"),
        ("The Harbour opens", "The Harbour opens"),
        ("Harbour opens: what is new", "Harbour opens: what is new"),
    ],
)
def test_sections_labels_and_dates_in_the_heading_are_no_part_of_the_title(heading, expected):
    assert Titles([heading], [("og", "Harbour opens")], "", SITE).choose(is_article=True) == (expected, "h1")


def test_a_kind_of_text_before_the_headline_is_no_book_that_it_is_from():
    page_title = "OBITUARY | Nomvula Dube, who taught a whole town to swim"
    titles = Titles(["Nomvula Dube, who taught a whole town to swim"], [("og", page_title)], page_title, SITE)
    assert titles.is_sure
    assert "obituary" not in titles.stated()
