"""What a page's title says beside the headline."""

import pytest

from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import before_section, part_said, strip_site_name

SITE = frozenset({"examplenews"})


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Harbour opens | Example News", "Harbour opens"),
        ("Harbour opens - Example News", "Harbour opens"),
        ("Example News: Harbour opens", "Example News: Harbour opens"),
        ("Example News | Harbour opens", "Harbour opens"),
        ("Harbour opens – Ports – Example News", "Harbour opens – Ports"),
        ("Well-known harbour opens", "Well-known harbour opens"),
        ("港口重新开放_新闻频道_某某网", "港口重新开放_新闻频道"),
        ("Using std::vector and std::map together - Example News", "Using std::vector and std::map together"),
        ("Using std::vector and std::map together - The Paper", "Using std::vector and std::map together"),
        ("Boost::Asio::ip explained", "Boost::Asio::ip explained"),
        ("Harbour opens :: Ports of the world and the sea :: The Paper", "Harbour opens"),
        ("The Paper :: Ports :: Harbour opens again", "Harbour opens again"),
        ("", ""),
    ],
)
def test_the_site_name_is_taken_off(title, expected):
    assert strip_site_name(title, SITE) == expected


@pytest.mark.parametrize(
    ("page_title", "text", "expected"),
    [
        ("The Daily - Harbour opens again", "Harbour opens again", ("Harbour opens again", "")),
        ("Harbour opens again - The Daily", "Harbour Opens Again!", ("Harbour Opens Again!", "")),
        ("The Daily - Harbour opens again", "The Daily", None),  # too little of it
        ("The Daily - Harbour opens again", "Harbour opens", None),
        ("Harbour opens again", "Harbour opens again", None),
        ("港湾再开放—新闻—海港报", "港湾再开放", ("港湾再开放", "")),
        ("Daily: Harbour opens again - Ports", "Harbour opens again", ("Harbour opens again", "")),
        ("Daily: Harbour opens again - Ports", "Harbour opens", None),
    ],
)
def test_a_text_that_is_most_of_the_page_title_is_the_headline(page_title, text, expected):
    assert part_said(page_title, ["Menu", text]) == expected


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Harbour opens again 14 March 2005", "14 March 2005"),
        ("14 March 2005 Harbour opens again", "14 March 2005"),
        ("Harbour opens again Ports", None),  # no date
        ("Harbour opens again 14 March 2005, after all the years in which it lay still", None),
        ("The Daily 14 March 2005", None),  # too little of the title
    ],
)
def test_a_date_in_the_headline_s_line_stands_beside_it(text, beside):
    title = "The Daily :: Harbour opens again"
    assert part_said(title, [text, "Menu"]) == (beside and ("Harbour opens again", beside))
    assert part_said(title, ["Menu", text]) is None  # only the first line is the headline's
    assert part_said(title, [text, "Harbour opens again"]) == ("Harbour opens again", "")  # alone is surer


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Storm in the north | Trains stand still | The Paper", "Storm in the north | Trains stand still"),
        ("Storm in the north | Trains stand still - News - The Paper", "Storm in the north | Trains stand still"),
        ("Storm in the north | Trains stand", "Storm in the north"),  # no heading says it
        ("Storm in the north | Example News", "Storm in the north"),
        ("Storm in the north | Opinion", "Storm in the north"),
        ("港湾重新开放｜评论", "港湾重新开放"),
        ("港湾重新开放｜三年后再次迎来船只", "港湾重新开放｜三年后再次迎来船只"),
    ],
)
def test_a_title_that_a_heading_repeats_is_parted_by_a_name_or_one_word_only(title, expected):
    whole = (
        "Storm in the north | Trains stand still",
        "Storm in the north | Example News",
        "Storm in the north | Opinion",
    )
    repeated = frozenset(map(fold_words, (*whole, "港湾重新开放｜评论", "港湾重新开放｜三年后再次迎来船只")))
    assert strip_site_name(title, SITE, repeated) == expected


def test_a_title_with_two_bars_ends_with_a_name_also_where_a_heading_repeats_it():
    title = "Harbour opens | Hull | The Daily"
    assert strip_site_name(title, frozenset(), frozenset({fold_words(title)})) == "Harbour opens"


_SHORT = (
    *("Recept | Pannkakor", "Nachruf | Beckenbauer", "Obituary | Pelé", "Arsenal | Chelsea", "Kommentar | Ampel"),
    *("社説｜増税", "コラム｜春の海", "Opinion | Ukraine", "Live | Ukraine"),
)


@pytest.mark.parametrize("title", _SHORT)
def test_a_short_word_before_the_bar_is_no_headline(title):
    assert strip_site_name(title, SITE, frozenset({fold_words(title)})) == title
    assert before_section(title, lambda: frozenset({"ukraine", "増税", "pelé"})) == title
