"""Rich text as the data of publishing systems and editors has it, to HTML."""

import pytest

from scraper.cleaner.reading.app_pieces import find_pieces
from tests.cleaner.pages import SENTENCES

HTML = "".join(f"<p>{text}</p>" for text in SENTENCES)


def tree_of(text: str) -> dict[str, object]:
    first, last = text.split(" ", 1)
    link = {"type": "tag", "name": "a", "attribs": {"href": "/a"}, "children": [{"type": "text", "data": first}]}
    return {"type": "tag", "name": "p", "children": [link, {"type": "text", "data": f" {last}"}]}


@pytest.mark.parametrize(
    "pieces",
    [
        list(SENTENCES),
        [{"type": "text", "content": text} for text in SENTENCES],
        [{"type": "paragraph", "text": text, "id": "x1"} for text in SENTENCES],
        [{"type": "paragraph", "data": {"text": text}} for text in SENTENCES],
        [{"type": "unstyled", "text": text, "entityRanges": []} for text in SENTENCES],
        [{"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": text}]} for text in SENTENCES],
        [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": text}]} for text in SENTENCES],
        [{"type": "text", "model": {"blocks": [{"type": "paragraph", "model": {"text": text}}]}} for text in SENTENCES],
        [{"type": "tag", "name": "p", "children": [{"type": "text", "data": text}]} for text in SENTENCES],
        [{"kind": "html", "html": f"<p>{text}</p>"} for text in SENTENCES],
    ],
    ids="strings arc slate editorjs draft contentful portable-text models parser html".split(),
)
def test_paragraphs_are_found_wherever_they_are_kept(pieces):
    state = {"page": {"menu": [{"text": "News"}, {"text": "Sport"}, {"text": "Weather"}], "article": {"body": pieces}}}
    assert find_pieces(state).replace("<span>", "").replace("</span>", "") == HTML


def test_headings_lists_quotes_and_links_stay():
    pieces = [
        {"type": "header", "content": "The quay", "level": 2},
        *map(tree_of, SENTENCES[:3]),
        {"type": "bulleted-list", "children": [{"type": "list-item", "children": [{"text": "A crane & a gull"}]}]},
        {"type": "quote", "content": SENTENCES[4]},
    ]
    html = find_pieces([pieces])
    assert html.startswith('<h2>The quay</h2><p><a href="/a">The</a> council met')
    assert html.endswith(f"<ul><li>A crane &amp; a gull</li></ul><blockquote><p>{SENTENCES[4]}</p></blockquote>")


def test_what_is_shown_beside_the_text_is_left_out():
    pieces = [
        {"type": "text", "content": SENTENCES[0]},
        {"type": "image", "caption": "The quay.", "text": SENTENCES[1]},
        {"type": "newsletter_promo", "content": SENTENCES[2]},
        {"type": "text", "content": SENTENCES[3]},
        {"type": "text", "content": SENTENCES[4]},
    ]
    assert find_pieces(pieces) == "".join(f"<p>{SENTENCES[place]}</p>" for place in (0, 3, 4))


@pytest.mark.parametrize("key", ["title", "headline", "author", "createdAt", "slug"])
def test_a_list_of_articles_or_comments_is_no_text(key):
    assert not find_pieces({"items": [{key: "x", "text": text} for text in SENTENCES]})


@pytest.mark.parametrize(
    "state",
    [
        None,
        7,
        "text",
        {},
        [],
        [SENTENCES[0], SENTENCES[1]],  # two are a summary
        ["News", "Sport", "Weather", "Culture"],
        [["/a", "/b"], ["/c"], ["/d"]],
        [{"type": None, "text": 4}, {"text": {"text": None}}, {"data": [[], {}]}],
    ],
)
def test_other_data_is_no_text(state):
    assert find_pieces(state) == ""


def test_data_nested_without_end_is_read_to_a_depth():
    state: object = list(SENTENCES)
    for _ in range(500):
        state = {"children": [state]}
    assert find_pieces(state) == ""
