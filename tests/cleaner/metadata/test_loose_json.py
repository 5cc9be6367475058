"""JSON-LD that is nearly JSON."""

import time

import pytest

from scraper.cleaner.metadata.json_ld import ARTICLE_TYPES, read_json_ld
from scraper.cleaner.metadata.loose_json import read_loose_json


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b"}',
        '<!-- {"a": "b"} -->',
        '//<![CDATA[\n{"a": "b"}\n//]]>',
        '/* <![CDATA[ */ {"a": "b"} /* ]]> */',
        '{"a": "b",}',
        '{"a": "b"};',
        "{&quot;a&quot;: &quot;b&quot;}",
    ],
)
def test_wrapped_and_sloppy_json_is_read(text):
    assert read_loose_json(text) == {"a": "b"}


def test_raw_line_ends_and_bad_escapes_in_strings_are_read():
    assert read_loose_json('{"a": "one\ntwo \\x"}') == {"a": "one two \\x"}


def test_objects_one_after_the_other_are_a_list():
    assert read_loose_json('{"a": 1}\n{"b": 2}') == [{"a": 1}, {"b": 2}]


def test_the_fields_of_an_article_are_picked_out_of_broken_json():
    text = (
        '{"@type": "NewsArticle", "headline": "A \\"port\\"", "author": {"name": "Ada Lovelace"},'
        ' "x": "a "b" c", "datePublished": "2026-08-21"'
    )
    assert read_loose_json(text) == {
        "@type": "NewsArticle",
        "headline": 'A "port"',
        "author": "Ada Lovelace",
        "datePublished": "2026-08-21",
    }


@pytest.mark.parametrize("text", ["", "  ", "no json", "[" * 100_000, '{"a":' * 100_000])
def test_hostile_text_gives_nothing(text):
    assert read_loose_json(text) is None


def test_references_into_the_graph_are_followed():
    data = read_json_ld(
        [
            '{"@graph": [{"@type": "Article", "author": {"@id": "#ada"}},'
            ' {"@type": "Person", "@id": "#ada", "name": "Ada Lovelace"}]}'
        ]
    )
    (article,) = data.find(ARTICLE_TYPES)
    assert data.resolve(article["author"])["name"] == "Ada Lovelace"


def test_teasers_in_a_list_are_not_the_page():
    data = read_json_ld(['{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}'])
    assert data.find(ARTICLE_TYPES) == []


def test_the_end_of_a_comment_and_much_white_space_take_no_time():
    start = time.process_time()
    assert read_loose_json('{"a": "b" "-->' + " " * 1_000_000 + "x") is None
    assert time.process_time() - start < 2
