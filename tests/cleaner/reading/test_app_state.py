import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.app_state import MIN_CHARS, find_script_text
from tests.cleaner.pages import SENTENCES

TEXT = "\n".join(SENTENCES)


def island(state: object, attributes: str = 'id="__NEXT_DATA__" type="application/json"') -> LexborHTMLParser:
    text = state if isinstance(state, str) else json.dumps(state)
    return LexborHTMLParser(f"<body><div id=app></div><script {attributes}>{text}</script></body>")


def test_the_article_body_of_json_ld_comes_first():
    html = find_script_text(island({"text": "Other words. " * 100}), TEXT)
    assert html is not None
    assert html.count("<p>") == len(SENTENCES)
    assert SENTENCES[0] in html


@pytest.mark.parametrize(
    "attributes",
    ['id="__NEXT_DATA__" type="application/json"', 'id="__NUXT_DATA__"', 'type="application/json" data-x="1"'],
)
def test_the_longest_text_of_a_data_island_is_found(attributes):
    html = find_script_text(island({"a": [{"menu": "Home"}, {"body": TEXT}], "teaser": TEXT[:450]}, attributes), "")
    assert html is not None
    assert SENTENCES[-1] in html


def test_markup_in_a_data_island_stays_markup():
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    assert find_script_text(island({"body": body}), "") == body


def test_plain_text_is_escaped():
    html = find_script_text(island({}), "5 < 6 & 7 > 3. " * 40)
    assert html is not None
    assert "5 &lt; 6 &amp; 7" in html


@pytest.mark.parametrize("times", [6, 30])
def test_chinese_text_is_prose_from_fewer_characters_on(times):
    assert find_script_text(island({"body": "港口将关闭到春天，市议会星期二晚上开会讨论。" * times}), "") is not None


def test_a_chinese_label_is_no_text():
    assert find_script_text(island({"body": "港口将关闭到春天，市议会星期二晚上开会讨论。" * 2}), "") is None


@pytest.mark.parametrize(
    "state",
    [
        {},
        [],
        None,
        7,
        "",
        "not json {",
        "[" * 100_000,
        {"short": "Some words."},
        {"css": "p { color: red; margin: 0 } " * 50},
        {"blob": "QUJD" * 500},
        {"code": "function f() { return 1; } " * 50},
    ],
)
def test_what_is_no_text_is_not_found(state):
    assert find_script_text(island(state), "") is None


def test_scripts_that_run_are_not_read():
    assert find_script_text(island({"body": TEXT}, ""), "") is None


def test_a_text_in_very_deep_data_is_not_found():
    state: object = TEXT
    for _ in range(60):
        state = [state]
    assert find_script_text(island(state), "") is None


def test_a_short_article_body_is_a_teaser():
    assert find_script_text(island({}), "x" * (MIN_CHARS - 1)) is None
