"""Hostile and broken pages: an outcome each, in bounded time and memory, never an exception."""

import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scraper.cleaner.page import clean_page
from scraper.limits import MAX_TAGS, find_excess
from scraper.reasons import Reason
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import CleanSettings
from tests.cleaner.pages import ALONE, SENTENCES, article_page, clean, paragraphs

BINARY = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 1 0 obj",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
    "zip": b"PK\x03\x04\x14\0",
    "nuls": b"\0" * 5000,
    "noise": bytes(range(256)) * 40,
}


def check(outcome: Outcome) -> None:
    """An outcome is an article with text, or a reason with its fact."""
    if isinstance(outcome, Article):
        assert outcome.text.strip()
        assert outcome.markdown.strip()
        assert 0 <= outcome.confidence <= 1
        assert outcome.word_count >= 0
    else:
        assert isinstance(outcome, Skipped)
        assert isinstance(outcome.code, Reason)
        assert outcome.detail


@pytest.mark.parametrize(
    "body", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"<", b"<!", b"<html", b"&", b"\x00", b"</p>", b"<!-- "]
)
def test_nothing_is_skipped_with_a_reason(body):
    outcome = clean(body)
    check(outcome)
    assert isinstance(outcome, Skipped) or outcome.text in "<&"


@pytest.mark.parametrize("name", BINARY)
def test_binary_data_are_no_page(name):
    outcome = clean(BINARY[name])
    check(outcome)
    if name != "noise":
        assert isinstance(outcome, Skipped)
        assert outcome.code in (Reason.NOT_HTML, Reason.EMPTY)


@pytest.mark.parametrize("cut", range(1, len(article_page()), 97))
def test_truncated_pages_have_an_outcome(cut):
    check(clean(article_page()[:cut]))


def test_a_page_cut_inside_the_article_keeps_what_came():
    html = article_page()
    outcome = clean(html[: html.index(SENTENCES[4]) + 20])
    assert isinstance(outcome, Article)
    assert outcome.text.startswith("\n\n".join(SENTENCES[:4]))


@pytest.mark.fault(number=64)
def test_stray_nuls_and_broken_entities_cost_only_themselves():
    broken = "&#x110000; &#0; &#xD800; &notit; &amp &bogus; &#; &#x; &"
    outcome = clean(article_page(paragraphs([f"{sentence} {broken}\0" for sentence in SENTENCES])))
    assert isinstance(outcome, Article)
    assert all(sentence in outcome.text for sentence in SENTENCES)
    assert outcome.text.isprintable() or "\0" not in outcome.text
    json.dumps(outcome.text).encode("utf-8")


@pytest.mark.fault(number=64)
@pytest.mark.parametrize("span", ["9000000000000000", "9e15", "-5"])
def test_spans_beyond_measure_are_not_believed(span):
    table = f"<table><tr><th colspan={span}>Year</th></tr><tr><td rowspan={span}>2026</td><td>nine</td></tr></table>"
    outcome = clean(article_page(paragraphs() + table))
    assert isinstance(outcome, Article)
    assert len(outcome.markdown) < 2000


def test_attributes_of_a_megabyte_are_read():
    html = article_page().replace('class="article-body"', f'class="{"a b-c " * 170_000}" data-x="{"x" * 1_000_000}"')
    outcome = clean(html)
    assert isinstance(outcome, Article)
    assert SENTENCES[0] in outcome.text


@pytest.mark.fault(number=64)
@pytest.mark.parametrize("tag", ["div", "b", "span", "x-y", "ul", "blockquote"])
def test_elements_nested_without_end_are_refused(tag):
    outcome = clean(b"<html><body>" + f"<{tag}>".encode() * 400_000 + b"text")
    assert isinstance(outcome, Skipped)
    assert (outcome.code, outcome.detail) == (Reason.TOO_COMPLEX, "elements nested too deep")
    closed = clean(f"<{tag}>".encode() * 400_000 + b"text" + f"</{tag}>".encode() * 400_000)
    assert isinstance(closed, Skipped)
    assert closed.code is Reason.TOO_COMPLEX


@pytest.mark.parametrize(
    "piece",
    ["<p>text", "<li>text", "<br>", "<img src=x>", "<td>text", "<p>text</p>", "<div>text</div>", "<DIV>x</div>"],
)
def test_many_elements_side_by_side_are_not_nested(piece):
    assert find_excess(piece.encode() * 50_000) is None


@pytest.mark.fault(number=64)
@pytest.mark.parametrize("close", ["", ">"])
def test_attributes_without_end_are_refused(close):
    tag = f"<p {' '.join(f'a{number}=&gt;' for number in range(100_000))}"
    outcome = clean(article_page(f"{tag}{close}{paragraphs()}"))
    assert isinstance(outcome, Skipped)
    assert (outcome.code, outcome.detail) == (Reason.TOO_COMPLEX, "too many attributes in a tag")
    assert find_excess(tag.encode("utf-16")) == outcome.detail


@pytest.mark.parametrize(
    "long",
    [
        f"<img src='data:image/png;base64,{'AB/c ' * 200_000}'>",
        f"<p{' a=b' * 200_000}>",
        f"<style>{'a<b ' * 9_000}</style>",
    ],
    ids=["a value", "the same again", "no tag"],
)
def test_long_tags_of_few_attributes_are_read(long):
    assert find_excess(article_page(long + paragraphs()).encode()) is None


@pytest.mark.fault(number=64)
def test_a_list_of_options_without_end_is_refused():
    options = "<option>Harbour" * 60_000
    assert find_excess(f"<select>{options}</select>".encode()) is not None
    assert find_excess(f"<select>{options[: len(options) // 6]}</select>".encode() * 6) is None
    assert find_excess(f"<datalist>{options}</datalist>".encode()) is None, "the parser takes .02 s"


def test_wide_encodings_hide_no_nesting():
    assert find_excess(("<div>" * 100_000).encode("utf-16")) is not None


def test_more_tags_than_anyone_writes_are_refused():
    assert find_excess(b"<" * (MAX_TAGS + 1)) == "over 500,000 tags"


def test_deep_pages_below_the_limit_are_read():
    outcome = clean(article_page("<div>" * 3000 + paragraphs() + "</div>" * 3000))
    check(outcome)


MEASURED = """
import json, resource, sys, time
from scraper.cleaner.page import clean_page
from scraper.records import Page
from scraper.settings import CleanSettings

def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

body = eval(sys.argv[1])
settings = CleanSettings(second_opinion=False)
clean_page(Page(body=b"<p>Some words to load what is loaded once.</p>", source="x"), settings)
before, start = peak(), time.process_time()
outcome = clean_page(Page(body=body, source="x", url="https://a.example/b"), settings)
print(json.dumps({
    "kind": type(outcome).__name__, "bytes": len(body), "grown": peak() - before, "seconds": time.process_time() - start,
    "code": getattr(outcome, "code", None), "words": getattr(outcome, "word_count", 0),
}))
"""
# Arrays of a page with MAX_BLOCKS blocks, whatever its bytes: 20,000 blocks x 460 features x 4 bytes, and copies of some.
BLOCK_BYTES = 150_000_000
BYTES_A_BYTE = 12
# Nodes of the tree: a tag of three bytes makes a node of 200.
BYTES_A_TAG = 250


def measured(expression: str) -> dict[str, object]:
    """Clean the page in a process of its own, whose address space ends at 3 GB."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))\n{MEASURED}"
    run = subprocess.run(
        [sys.executable, "-c", limited, expression], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stderr[-500:]
    return json.loads(run.stdout)


@pytest.mark.fault(number=64)
@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ('b"<p>" + b"word and more " * 3_750_000', "Article"),
        ('b"<p>" + b"x" * 50_000_000', "Article"),
        ('b"<script>" + b"var x=1;" * 3_000_000', "Skipped"),
        ('b"<body>" + b"<p>word and more</p>" * 100_000', "Article"),
        ('b"<body><ol>" + b"<li>A list item with some words in it, and then a few more." * 30_000', "Article"),
        ('b"<body><table>" + (b"<tr>" + b"<td>cell with a few words in it</td>" * 10) * 2_000', "Article"),
        ('b"<body>" + b"<b><div>" * 200 + b"<p>word and more</p>" * 20_000', "Article"),
        ('b"<body><p>" + b"a line of <em>text</em>, and words<br>" * 40_000', "Article"),
        ('b"<body><p>" + b"word and more " * 9_000 + b"<code>" + b"x" * 500_000 + b"`" * 200_000', "Article"),
    ],
)
def test_time_and_memory_are_bounded(page, kind):
    result = measured(page)
    assert result["kind"] == kind
    tags = eval(page).count(b"<")
    assert result["grown"] < BYTES_A_BYTE * result["bytes"] + BYTES_A_TAG * tags + BLOCK_BYTES * (tags > 1000)
    # The pool of workers gives a page twenty seconds.
    assert result["seconds"] < 20


PAGE = article_page(
    paragraphs() + "<h2>A heading</h2><ul><li>One <b>item</b></li></ul><table><tr><td>a<td>b</table><pre>x\n y</pre>"
).encode()
PLACE = st.integers(0, len(PAGE))
EDIT = st.one_of(
    st.tuples(st.just("delete"), PLACE, PLACE, st.just(b"")),
    st.tuples(st.just("double"), PLACE, PLACE, st.just(b"")),
    st.tuples(st.just("insert"), PLACE, PLACE, st.binary(max_size=30)),
    st.tuples(
        st.just("insert"),
        PLACE,
        PLACE,
        st.sampled_from(
            [
                b"<",
                b">",
                b'"',
                b"<!--",
                b"<script>",
                b"</div>",
                b"<table>",
                b"<svg>",
                b"<template>",
                b"\0",
                b"\xff\xfe",
                b"<pre>",
                b"<plaintext>",
                b"<frameset>",
                b"<select>",
                b"<title>",
                b"<a href='",
                b"<base href='http://[x'>",
                "<b>\n\u3000".encode(),
                b'<script type="application/ld+json">',
            ]
        ),
    ),
)


def mutated(edits: list[tuple[str, int, int, bytes]]) -> bytes:
    body = PAGE
    for kind, one, other, piece in edits:
        start, end = sorted((one % (len(body) + 1), other % (len(body) + 1)))
        if kind == "delete":
            body = body[:start] + body[end:]
        elif kind == "double":
            body = body[:end] + body[start:]
        else:
            body = body[:start] + piece + body[start:]
    return body


@given(st.lists(EDIT, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mutated_pages_have_one_outcome_and_always_the_same(edits):
    page = Page(body=mutated(edits), source="x", url="https://news.example/a")
    outcome = clean_page(page, ALONE)
    check(outcome)
    assert clean_page(page, ALONE) == outcome


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "nonsense", ""]))
@settings(max_examples=100, deadline=None)
def test_random_bytes_have_an_outcome(body, charset):
    check(clean_page(Page(body=body, source="x", http_charset=charset), ALONE))


@given(st.lists(EDIT, min_size=1, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_second_opinion_stands_mutated_pages_too(edits):
    check(clean_page(Page(body=mutated(edits), source="x"), CleanSettings()))
