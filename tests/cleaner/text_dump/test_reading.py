import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.cleaner.text_dump import ParagraphKind, clean_text_page, read_text_page, split_lines
from scraper.reasons import PageClass
from scraper.records import Page, Skipped

ARTICLE = """The mill on the ridge

The old mill on the ridge was sold last week to a couple from the next valley. They mean to live in it.
{notice}
Nobody had wanted it for eleven years. The roof leaks, the road is steep and the nearest shop is far.
"""
NOTICE = "Our offices are closed on public holidays and during the last week of the year."


def test_bullets_are_taken_off_and_rules_are_no_lines() -> None:
    lines = split_lines("  • News\n\n-----\n* Sport\n- Weather\nA line – with a dash")
    assert [(line.text, line.is_item) for line in lines] == [
        ("News", True),
        ("Sport", True),
        ("Weather", True),
        ("A line – with a dash", False),
    ]


def test_a_dialogue_dash_before_a_long_line_is_no_bullet() -> None:
    (line,) = split_lines(
        "– I have not seen the keeper since the ferry came in on Tuesday evening, said the baker, and went on."
    )
    assert not line.is_item


WRAPPED = """The keeper of the light walked down to the pier every morning
before the ferry came, and every evening he walked back up
again.

Nobody asked him why he did it, and he did not say, which on
that island was the custom.
"""


def test_hard_wrapped_paragraphs_are_joined() -> None:
    assert [line.text[-12:] for line in split_lines(WRAPPED)] == ["ck up again.", " the custom."]


def test_lines_that_stand_on_other_pages_are_dropped() -> None:
    text = ARTICLE.format(notice=NOTICE)
    assert NOTICE in [part.text for part in read_text_page(text).paragraphs]
    known = [line.text == NOTICE for line in split_lines(text)]
    assert NOTICE not in [part.text for part in read_text_page(text, known).paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter to get the news of the ridge every morning.",
        "Folgen Sie uns auf Facebook, damit Sie keine Mühle mehr verpassen.",
        "READ ALSO: The ferry comes in again after two winters, and nobody knows why.",
        "© 2026 The Ridge Courier. This material may not be published or broadcast.",
    ],
)
def test_lines_around_the_text_are_dropped(line: str) -> None:
    assert line not in [part.text for part in read_text_page(ARTICLE.format(notice=line)).paragraphs]


def test_a_second_copy_of_a_paragraph_is_dropped() -> None:
    first = "The old mill on the ridge was sold last week. They mean to live in it."
    parts = read_text_page(ARTICLE.format(notice=NOTICE) + first + "\n" + NOTICE).paragraphs
    assert [part.text for part in parts].count(NOTICE) == 1


def test_markdown_marks_are_read() -> None:
    text = ARTICLE.format(notice="## What is left").replace("The mill", "# The mill")
    page = read_text_page(text)
    assert page.title == "The mill on the ridge"
    assert [part.text for part in page.paragraphs if part.kind is ParagraphKind.HEADING] == ["What is left"]


def test_a_menu_alone_is_an_empty_page() -> None:
    text = "Home\nNews\nContact\n"
    outcome = clean_text_page(Page(body=text.encode(), source="menu.txt"), text)
    assert isinstance(outcome, Skipped)
    assert outcome.page_class is PageClass.EMPTY


def test_arabic_prose_is_prose() -> None:
    text = (
        "أخبار الميناء\n\nأعلنت بلدية الميناء أن الجسر الجديد سيفتح أمام المارة في الخريف المقبل بعد ست سنوات من العمل."
    )
    text += " وقالت المديرة إن التكلفة ارتفعت.\n"
    page = read_text_page(text)
    assert page.title == "أخبار الميناء"
    assert len(page.paragraphs) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .!?©|»>:-•*#\n\r\t2024,/byin港。 "), max_size=400))
def test_any_text_is_read(text: str) -> None:
    page = read_text_page(text)
    assert 0 <= page.confidence <= 1
    assert page.dropped + len(page.paragraphs) == len(split_lines(text))
