import pytest

from tests.cleaner.pages import SENTENCES
from tests.cleaner.rules.completed_wholes import completed


@pytest.mark.parametrize("list_", ["ul", "ol"])
def test_a_list_that_is_mostly_kept_is_kept(list_):
    items = "".join(f"<li>Tool {n}</li>" for n in range(4))
    html = f"<p>{SENTENCES[0]}</p><{list_}>{items}</{list_}><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.9, 0.6, 0.4, 0.6, 0.3, 0.9]) == "111111"
    assert completed(html, [0.9, 0.6, 0.4, 0.4, 0.3, 0.9], is_prose=False) == "110001"
    assert completed(html, [0.9, 0.4, 0.4, 0.4, 0.3, 0.9]) == "100001"


def test_in_prose_a_list_without_links_under_kept_text_is_kept_where_a_quarter_of_it_is():
    items = "<li><div>Left turns end.</div></li><li><div>Line 17 goes on.</div></li><li><div>One way.</div></li>"
    html = f"<p>{SENTENCES[0]}</p><ul>{items}</ul><p>{SENTENCES[1]}</p>"
    assert completed(html, [0.9, 0.4, 0.6, 0.3, 0.9]) == "11111"
    assert completed(html, [0.9, 0.4, 0.6, 0.1, 0.9]) == "11101"
    assert completed(html, [0.4, 0.4, 0.6, 0.3, 0.9]) == "00101"
    reviews = f"<p>{SENTENCES[0]}</p><ul>{'<li>It fits.</li>' * 5}</ul>"
    assert completed(reviews, [0.9, 0.4, 0.6, 0.3, 0.3, 0.3]) == "101000"
    assert completed(html.replace("One way.", "<a href=/way>One way.</a>"), [0.9, 0.4, 0.6, 0.3, 0.9]) == "10101"


def test_a_table_gets_its_cells_back_but_for_those_that_are_surely_none():
    html = "<table><tr><td>Lead</td><td>7 kg</td></tr><tr><td>Tin</td><td>Ad</td></tr></table>"
    assert completed(html, [0.7, 0.7, 0.3, 0.1]) == "1110"


def test_a_table_that_lays_the_page_out_is_left_alone():
    html = f"<table><tr><td>{' '.join(SENTENCES * 3)}</td><td>Most read</td></tr></table>"
    assert completed(html, [0.9, 0.3]) == "10"


def test_a_table_of_which_a_cell_holds_sentences_lays_the_page_out():
    story = "<br><br>".join(SENTENCES[:3])
    for html in (f"<table><tr><td>{story}</td><td>Most read</td></tr></table>", f"<td><div>{story}</div><td>Most read"):
        assert completed(f"<table>{html}", [0.9, 0.9, 0.9, 0.3]) == "1110"
    sentences = "".join(f"<tr><td>{text}</td></tr>" for text in SENTENCES[:3])
    assert completed(f"<table>{sentences}<tr><td>Vote</td></tr></table>", [0.9, 0.9, 0.9, 0.3]) == "1111"


def test_a_list_inside_another_is_one_of_its_own():
    html = "<ul><li>One<ul><li>a</li><li>b</li></ul></li><li>Two</li><li>Three</li></ul>"
    assert completed(html, [0.7, 0.3, 0.3, 0.7, 0.3]) == "10011"


def test_half_a_list_of_links_in_prose_stays_half_a_list():
    links = "<ul><li><a href=/a>A story</a></li><li><a href=/b>Another story</a></li></ul>"
    assert completed(links, [0.7, 0.3]) == "10"
    assert completed(links, [0.7, 0.3], is_prose=False) == "11"


@pytest.mark.parametrize("colon", [":", "："])
def test_a_list_that_a_sure_line_announces_is_kept_in_prose(colon):
    html = f"<p>These are needed{colon}</p><ul><li>A boat</li><li>A crew</li></ul>"
    assert completed(html, [0.85, 0.3, 0.25]) == "111"
    assert completed(html, [0.85, 0.3, 0.15]) == "110"
    assert completed(html, [0.7, 0.3, 0.25]) == "100"
    assert completed(html, [0.85, 0.3, 0.25], is_prose=False) == "100"
    assert completed(html.replace(colon, "."), [0.85, 0.3, 0.25]) == "100"


def test_nothing_is_kept_where_nothing_was():
    assert completed("<ul><li>a</li></ul><h2>b</h2><p>c</p>", [0.4, 0.4, 0.4]) == "000"
