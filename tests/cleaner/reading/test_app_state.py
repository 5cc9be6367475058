import json
import time
from html import escape
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import Metadata
from scraper.cleaner.reading import app_state
from scraper.cleaner.reading.app_state import MIN_CHARS
from tests.cleaner.pages import SENTENCES

TEXT = "\n".join(SENTENCES)
TITLE = "Council discusses the harbour"
CONSENT = "We and our partners store and read information on devices, such as cookies, and process personal data. " * 20


def find_script_text(tree: LexborHTMLParser, article_body: str, title: str = TITLE) -> str | None:
    return app_state.find_script_text(tree, Metadata(article_body=article_body, title=title))


def running(script: str) -> LexborHTMLParser:
    return LexborHTMLParser(f"<body><div id=app></div><script>{script}</script></body>")


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


@pytest.mark.parametrize("code", ["p { color: red; margin: 0 } ", "function harbour() { council(); discusses(); } "])
def test_the_code_of_a_script_is_no_text(code):
    assert find_script_text(running(f"var code = {json.dumps(code * 50)}"), "") is None


STATE = json.dumps({"user": {"name": "x", "seen": []}, "story": {"headline": TITLE, "body": TEXT}})


@pytest.mark.parametrize(
    "script",
    [
        f"window.__INITIAL_STATE__ = {STATE};",
        f"var a = 1; window.__APOLLO_STATE__={STATE}; (function() {{ boot() }})();",
        f"window['__PRELOADED__'] = [{STATE}]",
        f"window.__STATE__ = JSON.parse({json.dumps(STATE)});",
        f"window.__STATE__ = JSON.parse('{STATE.replace(chr(92), chr(92) * 2)}');",
        f"window.__STATE__ = {json.dumps(quote(STATE))}",
        f"window.__NUXT__=(function(a,b){{return {{data:[{{body:{json.dumps(TEXT)},b:b}}]}}}})(1,2)",
        f'render({{half: {{broken: [ = {{"a": ; window.x = {STATE}',
    ],
    ids="assigned among-others bracket parsed single-quoted for-an-address function after-broken".split(),
)
def test_what_a_script_starts_from_is_read(script):
    html = find_script_text(running(script), "")
    assert html is not None
    assert html.count("<p>") == len(SENTENCES)


@pytest.mark.parametrize("name", ["data-react-props", "data-page", "props"])
def test_what_a_component_starts_from_is_read(name):
    html = find_script_text(LexborHTMLParser(f"<body><div {name}='{escape(STATE)}'></div></body>"), "")
    assert html is not None
    assert SENTENCES[-1] in html


def test_of_texts_in_scripts_that_run_one_is_about_the_title():
    tree = running(f"var consent = {json.dumps({'text': CONSENT})}; window.STATE = {STATE}")
    assert len(CONSENT) > len(TEXT)
    html = find_script_text(tree, "")
    assert html is not None
    assert SENTENCES[0] in html


@pytest.mark.parametrize("title", [TITLE, ""])
def test_what_a_banner_asks_is_no_text_of_the_page(title):
    assert find_script_text(running(f"var consent = {json.dumps({'text': CONSENT})};"), "", title) is None


def test_the_article_in_a_script_that_runs_comes_before_data_about_something_else():
    state = json.dumps({"terms": CONSENT})
    script = f"window.__STATE__ = {json.dumps({'body': TEXT})}"
    html = find_script_text(
        LexborHTMLParser(
            f'<body><div id=app></div><script type="application/json">{state}</script><script>{script}</script></body>'
        ),
        "",
    )
    assert html is not None
    assert SENTENCES[0] in html
    assert "cookies" not in html


def test_the_longest_text_of_data_stays_though_a_related_story_has_the_title():
    own = (
        "Nobody on the quay had seen the like of it, and the gulls said so all day long, in the rain as in the sun. "
        * 20
    )
    html = find_script_text(island({"body": own, "related": [{"body": f"{TITLE}. {TEXT}"[:600]}]}), "")
    assert html is not None
    assert "gulls" in html


def test_pieces_are_a_text():
    html = find_script_text(island({"content": [{"type": "text", "content": text} for text in SENTENCES]}), "")
    assert html is not None
    assert html.count("<p>") == len(SENTENCES)


@pytest.mark.parametrize(
    "script",
    ["x = [[" * 50_000, 'x = {"a":' * 50_000, '"' * 100_001, "'" + "\\" * 200_001, "= {" * 50_000, '\\"' * 50_000],
)
def test_scripts_without_end_are_read_in_bounded_time(script):
    began = time.process_time()
    assert find_script_text(running(script), "") is None
    assert time.process_time() - began < 2


def test_a_text_in_very_deep_data_is_not_found():
    state: object = TEXT
    for _ in range(60):
        state = [state]
    assert find_script_text(island(state), "") is None


def test_a_short_article_body_is_a_teaser():
    assert find_script_text(island({}), "x" * (MIN_CHARS - 1)) is None
