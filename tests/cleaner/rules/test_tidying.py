import numpy as np
import pytest

from scraper.cleaner.characters import fold_text
from scraper.cleaner.rules.orphans import drop_orphans
from scraper.cleaner.rules.tidying import tidy_choice
from scraper.cleaner.text.joining import join_text
from tests.cleaner.pages import SENTENCES, read
from tests.cleaner.rules.tidied_blocks import tidied


def joined(html: str) -> str:
    blocks = read(html)
    return join_text(blocks, range(len(blocks.text)))


def test_a_heading_that_ends_with_the_title_is_left_out():
    html = f"<h1><span>Ports</span><br>Harbour opens</h1><h2>Why the harbour opens</h2><p>{SENTENCES[0]}</p>"
    assert tidied(html, "Harbour opens") == ["Why the harbour opens", SENTENCES[0]]


def headline_left(html: str, title: str, *, is_article: bool = True) -> list[str]:
    blocks = read(f"{html}<p>{SENTENCES[0]}</p>")
    keep = tidy_choice(blocks, np.ones(len(blocks.text), np.bool_), title, is_article=is_article)
    return [blocks.text[index] for index in np.flatnonzero(keep).tolist()][:-1]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<h2>Portrait P+“The harbour opens again”</h2>", "Portrait: “The harbour opens again”"),
        ("<h1>The harbour opens to all again | Comment</h1>", "The harbour opens to all again"),
        ("<h2>On the quay “The harbour opens again”</h2>", "“The harbour opens again”"),
        ("<h2>On the north quay “It opens”</h2>", "“It opens”"),
    ],
)
def test_a_heading_above_an_article_that_holds_the_title_and_little_else_is_left_out(html, title):
    assert headline_left(html, title) == []
    assert len(headline_left(html, title, is_article=False)) == 1
    assert len(headline_left(html.replace("h1>", "h3>").replace("h2>", "h3>"), title)) == 1
    assert len(headline_left(f"<p>{SENTENCES[1]}</p>{html}", title)) == 2


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The harbour opens again, to all but the ferries</h2>",
        "<h2>Will anybody come to see when one day in May the harbour opens again</h2>",
        "<h2>The harbour shuts again</h2>",
    ],
)
def test_a_heading_that_says_more_or_other_than_the_title_stays(html):
    assert len(headline_left(html, "The harbour opens again")) == 1


@pytest.mark.parametrize(
    ("heading", "title", "stays"),
    [
        ("How to insulate your home", "Your home", True),
        ("A short history of the harbour", "The harbour", True),
        ("A short history of <em>the harbour</em>", "The harbour", True),
        ("A short history of the <a href=/h>harbour</a>", "Harbour", True),
        ("Who was on l’harbour", "Harbour", True),
        ("Come to think of it, the harbour", "The harbour", True),
        ("Why the harbour shuts until spring", "The harbour shuts until spring", True),
        ("Port Lyle: the harbour", "The harbour", False),
        ("<strong>Port Lyle</strong> The harbour", "The harbour", False),
        ("<span>Port Lyle</span> <span>The harbour</span>", "The harbour", False),
        ("Port Lyle – the harbour", "The harbour", False),
    ],
)
def test_what_stands_before_a_title_in_a_heading_is_parted_from_it(heading, title, stays):
    assert len(headline_left(f"<h2>{heading}</h2>", title)) == stays


@pytest.mark.parametrize(
    "badge",
    [
        " <b>LIVE</b>",
        "<em>Premium</em>",
        ' <a href="/plus">PLUS</a>',
        " <span>B+ Abo</span>",
    ],
)
@pytest.mark.parametrize("title", ["It opens", "The harbour opens again on Friday in the morning"])
def test_a_headline_goes_with_the_badge_behind_it(badge, title):
    assert headline_left(f"<h1>{title}{badge}</h1>", title) == []
    assert headline_left(f"<h1><span>{title}</span>{badge}</h1>", title) == []
    assert len(headline_left(f"<h1>{title}<span>, and all of the old town comes</span></h1>", title)) == 1
    assert len(headline_left(f"<h1>{title} soon</h1>", title.rpartition(" ")[0])) == 1


def test_a_section_that_ends_with_the_title_stays_under_the_headline():
    html = "<h1>The harbour opens again</h1><h2>Why the harbour opens again</h2>"
    blocks = read(html)
    keep = tidy_choice(blocks, np.array([False, True]), "The harbour opens again", is_article=True)
    assert keep.tolist() == [False, True]


def test_a_list_with_the_authors_above_the_text_is_a_byline_as_a_whole():
    items = "<li>By Ada Berg</li><li>Harbour desk</li><li>By Jo Tide</li><li>Reporter</li>"
    every = [f"<ul>{items}</ul>", *(f"<p>{text}</p>" for text in SENTENCES)]

    def kept(parts: list[str]) -> list[str]:
        blocks = read("".join(parts))
        keep = tidy_choice(blocks, np.ones(len(blocks.text), np.bool_), None, ("Ada Berg", "Jo Tide"))
        return [blocks.text[index] for index in np.flatnonzero(keep).tolist()]

    assert kept(every) == list(SENTENCES)
    assert kept([*every[1:], every[0]]) == [*SENTENCES, "Harbour desk", "Reporter"]
    assert kept([every[0].replace("Reporter", "She reported."), *every[1:]])[:2] == ["Harbour desk", "She reported."]
    assert kept([items.replace("li>", "p>"), *every[1:]])[:2] == ["Harbour desk", "Reporter"]


def byline_left(list_: str) -> list[str]:
    blocks = read(f"<p>{SENTENCES[0]}</p>{list_}")
    keep = tidy_choice(blocks, np.ones(len(blocks.text), np.bool_), None, ("Ada Berg", "Jo Tide"))
    return [blocks.text[index] for index in np.flatnonzero(keep).tolist()][1:]


def test_a_byline_in_capitals_and_of_several_goes():
    for line in ("BY ADA BERG AND JO TIDE", "By Ada Berg and Jo Tide", "Ada BERG", "ADA BERG, 22 May 2026"):
        assert byline_left(f"<h3>{line}</h3>") == []
    for line in ("ADA BERG AND THE HARBOUR", "ada berg and jo tide at sea", "BY ADA BERG, WHO WAS THERE AT THE TIME"):
        assert byline_left(f"<h3>{line}</h3>") == [line]


@pytest.mark.parametrize(
    "items",
    [
        ("Author, Ada Berg", "Role, Reporter, Hull", "22 May 2026"),
        ("نویسنده, Ada Berg", "شغل, Hull"),
        ("By Ada Berg", "Senior reporter"),
        ("Ada Berg", "Jo Tide"),
    ],
)
def test_a_list_of_names_with_their_offices_goes(items):
    assert byline_left(f"<ul>{''.join(f'<li>{item}' for item in items)}</ul>") == []


@pytest.mark.parametrize(
    "others",
    [
        ("Directed by Tom Hale", "112 minutes"),
        ("Where: Quay Street 4", "Open: daily, 9 to 18"),
        ("Tom Hale, chair", "Ines Vogt, of the Gazette"),
        ("The harbour stays shut until spring", "The vote is in March"),
        ("The council met the chief editor", "Senior reporter"),
        ("Faber, 320 pages", "£14.99"),
        ("Rooms", "120, all with a view", "Price", "from 90 euros"),
    ],
)
@pytest.mark.parametrize("byline", ["By Ada Berg", "Ada Berg"])
def test_a_list_with_a_byline_and_other_things_stays(byline, others):
    items = "".join(f"<li>{item}" for item in (byline, *others))
    assert byline_left(f"<ul>{items}</ul>") == list(others)


def test_the_name_of_somebody_who_speaks_again_and_again_stays():
    turns = [text for sentence in SENTENCES[:3] for text in ("Ada Lovelace", sentence)]
    for count in (2, 3):
        html = "".join(f"<p>{text}</p>" for text in turns[: 2 * count])
        blocks = read(html)
        keep = tidy_choice(blocks, np.ones(2 * count, np.bool_), None, ("Ada Lovelace",))
        assert keep.tolist() == [count > 2, True] * count


@pytest.mark.parametrize(
    ("text", "authors", "is_kept"),
    [
        ("โดย สมชาย ใจดี", ("สมชาย ใจดี",), False),
        ("By Ada Lovelace", ("Ada Lovelace",), False),
        ("Ada Lovelace, 21 August 2026", ("Ada Lovelace",), False),
        ("Ada Lovelace agrees", ("Ada Lovelace",), True),
        ("記者林小美／台北報導", ("林小美",), False),
        ("林小美說，船不會再來", ("林小美",), True),
    ],
)
def test_a_line_that_only_says_by_whom_is_left_out(text, authors, is_kept):
    blocks = read(f"<p>{text}</p><p>{SENTENCES[0]}</p>")
    assert tidy_choice(blocks, np.ones(2, np.bool_), None, authors).tolist() == [is_kept, True]


@pytest.mark.parametrize("heading", ["Harbour to stay shut", "HARBOUR to stay shut!", "“Harbour” to stay   shut"])
def test_the_title_is_left_out(heading):
    assert tidied(f"<h1>{heading}</h1><p>{SENTENCES[0]}</p>", "Harbour to stay shut") == [SENTENCES[0]]


def test_a_title_of_marks_alone_drops_nothing():
    assert tidied("<p>…</p><p>Text.</p>", "???") == ["…", "Text."]


@pytest.mark.parametrize("filler", ["\u200d", "\u200b", "&zwj;&zwj;", "\u200e\ufeff"])
def test_text_that_nobody_sees_is_left_out(filler):
    assert tidied(f"<p>{SENTENCES[0]}</p><p>{filler}</p><p>…</p><p>ä</p>") == [SENTENCES[0], "…", "ä"]


def test_lines_that_are_drawn_go_and_a_dash_in_a_table_stays():
    assert tidied("<p>One.</p><p>___</p><p>* * *</p><p>–</p><p>…</p><p>★★★★☆</p>") == ["One.", "…", "★★★★☆"]
    assert tidied("<dl><dt>Score</dt><dd>–</dd></dl>") == ["Score", "–"]
    assert tidied("<table><tr><td>Rain</td><td>-</td></tr></table>") == ["Rain", "-"]


def test_the_choice_given_is_not_changed():
    blocks = read("<p>a</p><h2>b</h2>")
    keep = np.ones(2, np.bool_)
    tidy_choice(blocks, keep, None)
    drop_orphans(blocks, keep, np.zeros(2, np.float32))
    assert keep.all()


def test_paragraphs_lists_and_rows_are_set_apart():
    assert joined("<p>a</p><p>b</p>") == "a\n\nb"
    assert joined("<ul><li>a</li><li>b</li></ul><p>c</p>") == "a\nb\n\nc"
    assert joined("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>") == "a | b\nc | d"
    assert joined("<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>") == "a\n\nb"
    assert joined("<ul><li>a<p>b</p></li></ul>") == "a\n\nb"
    assert joined("") == ""


def test_folding_keeps_letters_and_digits_of_every_script():
    assert fold_text("“Straße” 7: 港口!") == "strasse7港口"
