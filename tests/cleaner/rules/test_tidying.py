import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.characters import fold_text
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.copies import drop_copies
from scraper.cleaner.rules.orphans import drop_orphans
from scraper.cleaner.rules.tidying import tidy_choice
from scraper.cleaner.text.joining import join_text
from tests.cleaner.pages import SENTENCES

PIECES = (
    "<h1>One</h1>",
    "<h2>Two</h2>",
    "<h2>Two again</h2>",
    "<h3>Three</h3>",
    f"<p>{SENTENCES[0]}</p>",
    "<p>Yes.</p>",
    f"<p>{SENTENCES[1]}</p>",
)


def read(html: str) -> Blocks:
    return read_blocks(LexborHTMLParser(html))


def tidied(html: str, title: str | None = None) -> list[str]:
    blocks = read(html)
    keep = tidy_choice(blocks, drop_copies(blocks, np.ones(len(blocks.text), np.bool_)), title)
    return [blocks.text[index] for index in np.flatnonzero(keep)]


def headed(html: str, probability: float = 0.5) -> list[str]:
    """The texts that stay when all are kept and the model is so sure of each."""
    blocks = read(html)
    every = np.ones(len(blocks.text), np.bool_)
    keep = drop_orphans(blocks, every, np.full(len(every), probability, np.float32))
    return [blocks.text[index] for index in np.flatnonzero(keep)]


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


def test_a_second_copy_is_left_out():
    assert tidied(f"<p>{SENTENCES[0]}</p><div><p>{SENTENCES[0]}</p></div><p>{SENTENCES[1]}</p>") == [
        SENTENCES[0],
        SENTENCES[1],
    ]


def test_a_short_answer_may_come_again():
    assert tidied("<p>Yes.</p><p>No.</p><p>Yes.</p>") == ["Yes.", "No.", "Yes."]


def test_a_second_copy_is_left_out_in_scripts_with_few_characters_too():
    sentence = "新港口将于早上向船只开放。"
    assert tidied(f"<p>{sentence}</p><p>是。</p><p>{sentence}</p><p>是。</p>") == [sentence, "是。", "是。"]


WHOLE = " ".join(SENTENCES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<div hidden itemprop="articleBody">{WHOLE}</div>', ""),
        ("", f'<div style="display:none">{WHOLE}</div>'),
        (f"<div>The harbour. {WHOLE}</div>", ""),
        (f"<div>{' '.join([*SENTENCES[:3], 'Why not now?', *SENTENCES[3:]])}</div>", ""),
        ("", f"<div>{''.join(SENTENCES)}</div>"),  # an editor that parts paragraphs with nothing
    ],
)
def test_a_copy_of_the_text_in_one_run_is_left_out(before, after):
    body = [*SENTENCES[:3], "Why not now?", *SENTENCES[3:]]
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    assert tidied(f"{before}<article>{paragraphs}</article>{after}") == body


def test_a_poem_whose_lines_are_then_quoted_one_by_one_stays():
    lines = [
        "The quay is cold and the gulls are old,",
        "the cranes stand tall above the sea,",
        "the swifts return when the summer's told,",
        "and nobody knows what the gates will be,",
        "for the mayor came in her coat of grey,",
        "and shut the harbour and walked away.",
    ]
    comments = [f"The {n}. line sets the scene." for n in range(1, 7)]
    quoted = [text for pair in zip(lines, comments, strict=True) for text in pair]
    poem = " ".join(lines)
    assert tidied(f"<p>{'<br>'.join(lines)}</p>" + "".join(f"<p>{text}</p>" for text in quoted)) == [poem, *quoted]
    # With nothing said of them, they are the poem.
    assert tidied(f"<p>{'<br>'.join(lines)}</p>" + "".join(f"<p>{text}</p>" for text in lines)) == lines


def test_a_heading_that_only_the_copy_brought_comes_back():
    body = [*SENTENCES[:3], "Why not now", *SENTENCES[3:]]
    blocks = read(f"<div hidden>{' '.join(body)}</div>" + "".join(f"<p>{text}</p>" for text in (*body, "Ad")))
    keep = np.array([True] * 4 + [False] + [True] * 3 + [False])
    assert drop_copies(blocks, keep).tolist() == [False] + [True] * 7 + [False]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [f"{SENTENCES[0]} {SENTENCES[1]}", *SENTENCES[2:]],
        [SENTENCES[0], f"{SENTENCES[0]} {SENTENCES[1]} {SENTENCES[2]}"],  # the first is a lead
        [SENTENCES[0], SENTENCES[3], f"{SENTENCES[0]} {SENTENCES[1]} {SENTENCES[2]} {SENTENCES[3]}"],
        [SENTENCES[1], SENTENCES[0], f"{SENTENCES[0]} {SENTENCES[1]}"],  # in another order
        ["Yes.", "No.", "Yes.", f"Yes. No. Yes. {WHOLE}"],
    ],
)
def test_a_paragraph_that_repeats_a_part_of_others_stays(paragraphs):
    assert tidied("".join(f"<p>{text}</p>" for text in paragraphs)) == paragraphs


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


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a</p><h2>b</h2>", ["a"]),
        ("<h2>a</h2><h2>b</h2><p>c</p>", ["b", "c"]),
        ("<h2>a</h2><h3>b</h3><p>c</p>", ["a", "b", "c"]),
        ("<h3>a</h3><h2>b</h2><p>c</p>", ["b", "c"]),
        ("<h2>a</h2><h3>b</h3><h3>c</h3><p>d</p>", ["a", "c", "d"]),
        ("<h2>a</h2><p>b</p><h2>c</h2><p>d</p>", ["a", "b", "c", "d"]),
        ("<h1>a</h1><h2>b</h2>", []),
    ],
)
def test_no_heading_stays_without_what_it_heads(html, kept):
    assert headed(html) == kept


def test_a_bold_label_under_the_last_text_is_left_out():
    for label in ("<div><b>More from Hull</b></div>", "<div><b>&bull; Reactions</b> 2</div>"):
        assert headed(f"<p>a</p>{label}") == ["a"]
        assert len(headed(f"<p>a</p>{label}<p>b</p>")) == 3
        assert len(headed(f"<p>a</p>{label}", 0.8)) == 2
    for text in (
        "<p><b>Nobody said a word.</b></p>",
        "<p><b>Hull</b> against Whitby</p>",
        f"<p><b>{SENTENCES[0][:-1]}</b></p>",
        "<p><b>Ferries from 8 to 22</b></p>",
        "<p><b>Phone: the harbour master</b></p>",
        "<p><b>門票：成人</b></p>",
    ):
        assert len(headed(f"<p>a</p>{text}")) == 2


def test_a_heading_that_the_model_is_sure_of_stays_and_is_something_to_head():
    assert headed("<p>a</p><h2>What comes next?</h2>", 0.95) == ["a", "What comes next?"]
    blocks = read("<h2>a</h2><h3>b</h3><h2>c</h2><p>d</p>")
    keep = drop_orphans(blocks, np.ones(4, np.bool_), np.array([0.6, 0.95, 0.6, 1.0], np.float32))
    assert keep.tolist() == [True, True, True, True]


@pytest.mark.parametrize("line", ["Read also:", "Lue myös:", "あわせて読みたい："])
def test_a_line_that_announces_nothing_is_left_out(line):
    blocks = read(f"<p>{SENTENCES[0]}</p><p>{line}</p><p><a href=/b>Another story</a></p><p>{SENTENCES[1]}</p>")
    keep = np.array([True, True, False, True])
    unsure = np.array([1.0, 0.5, 0.2, 1.0], np.float32)
    assert drop_orphans(blocks, keep, unsure).tolist() == [True, False, False, True]
    assert drop_orphans(blocks, np.ones(4, np.bool_), unsure).tolist() == [True] * 4
    sure = np.array([1.0, 0.7, 0.2, 1.0], np.float32)
    assert drop_orphans(blocks, keep, sure).tolist() == keep.tolist()


@pytest.mark.parametrize("label", ["More from this desk:", "もっと読む："])
def test_a_line_over_titles_that_are_left_out_goes_though_the_model_is_surer(label):
    links = "<p><a href=/a>The ferry comes to the quay</a></p><p><a href=/b>The crane stands still all day</a></p>"

    def is_kept(html: str, probability: float) -> bool:
        blocks = read(f"<p>{SENTENCES[0]}</p><p>{label}</p>{html}<p>{SENTENCES[1]}</p>")
        keep = np.ones(len(blocks.text), np.bool_)
        keep[2:-1] = False
        return bool(drop_orphans(blocks, keep, np.full(len(keep), probability, np.float32))[1])

    assert not is_kept(links, 0.7)
    assert is_kept(links, 0.8)
    assert is_kept(links.replace("The ferry comes to the quay", "Tools"), 0.7)
    assert is_kept(links[: len(links) // 2], 0.7)
    assert is_kept(links.replace("<a href=/a>", "").replace("quay</a>", "quay"), 0.7)


def test_a_heading_goes_with_the_box_whose_sentences_were_taken_out():
    html = f"<p>{SENTENCES[0]}</p><div><h3>Mornings on the quay</h3><p>{SENTENCES[1]}</p><button>Go</button></div>"

    def kept(html: str, probability: float = 0.7) -> list[int]:
        blocks = read(f"{html}<p>{SENTENCES[2]}</p>")
        keep = np.array([text not in (SENTENCES[1], "Go") for text in blocks.text])
        removed = np.array([text == SENTENCES[1] for text in blocks.text])
        tidy = drop_orphans(blocks, keep, np.full(len(keep), probability, np.float32), removed)
        return tidy.astype(int).tolist()

    assert kept(html) == [1, 0, 0, 0, 1]
    assert kept(html, 0.99) == [1, 1, 0, 0, 1]
    assert kept(html.replace("<div>", "").replace("</div>", "")) == [1, 1, 0, 0, 1]
    assert kept(html.replace("<button>Go</button>", f"<p>{SENTENCES[3]}</p>")) == [1, 1, 0, 1, 1]
    assert kept(html.replace(SENTENCES[1], "Go")) == [1, 1, 0, 0, 1]


def test_of_two_copies_the_heading_stays():
    words = "What the harbour master of Whitby said about the tide"
    html = f"<ul><li><a href=#a>{words}</a></li></ul><p>{SENTENCES[0]}</p><h2 id=a>{words}</h2><p>{SENTENCES[1]}</p>"
    assert tidied(html) == [SENTENCES[0], words, SENTENCES[1]]


@pytest.mark.parametrize("filler", ["\u200d", "\u200b", "&zwj;&zwj;", "\u200e\ufeff"])
def test_text_that_nobody_sees_is_left_out(filler):
    assert tidied(f"<p>{SENTENCES[0]}</p><p>{filler}</p><p>…</p><p>ä</p>") == [SENTENCES[0], "…", "ä"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
@settings(deadline=None)
def test_no_block_twice_and_no_orphan_heading(pieces):
    blocks = read("<body>" + "".join(pieces))
    unsure = np.full(len(blocks.text), 0.7, np.float32)
    keep = drop_orphans(
        blocks, tidy_choice(blocks, drop_copies(blocks, np.ones(len(blocks.text), np.bool_)), "One"), unsure
    )
    kept = np.flatnonzero(keep).tolist()
    long = [blocks.text[index] for index in kept if len(blocks.text[index]) >= 40]
    assert len(set(long)) == len(long)
    levels = [HEADING_LEVEL.get(blocks.tag[blocks.frame[index]], 0) for index in kept]
    for level, following in zip(levels, [*levels[1:], 1], strict=False):
        assert level == 0 or following == 0 or following > level
    assert drop_orphans(blocks, tidy_choice(blocks, drop_copies(blocks, keep), "One"), unsure).tolist() == keep.tolist()


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
