import numpy as np
import pytest

from scraper.cleaner.rules.copies import drop_copies
from tests.cleaner.pages import SENTENCES, read
from tests.cleaner.rules.tidied_blocks import tidied


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


ASKED = "What will become of the old harbour by the spring?"
NEXT = "And who pays for the repair of the quay walls?"


def interview(answers, form="<p>{}</p>"):
    asked = [[form.format(ASKED), f"<p>{one}</p>", form.format(NEXT), f"<p>{two}</p>"] for one, two in answers]
    return "".join(line for lines in asked for line in lines)


@pytest.mark.parametrize("form", ["<p>{}</p>", "<p><b>{}</b></p>", "<h3>{}</h3>"])
def test_questions_that_several_people_are_asked_stay(form):
    texts = [ASKED, SENTENCES[0], NEXT, SENTENCES[1], ASKED, "It stays.", NEXT, SENTENCES[3]]
    assert tidied(interview([(SENTENCES[0], SENTENCES[1]), ("It stays.", SENTENCES[3])], form)) == texts


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{ASKED}</p><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><blockquote>{ASKED}</blockquote><p>{SENTENCES[2]}</p>",
        f"<p>{ASKED}</p><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><p><a href=/a>{ASKED}</a></p><p>{SENTENCES[2]}</p>",
        f"<p>{ASKED}</p><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><div class=also><p>{ASKED}</p></div><p>{SENTENCES[2]}</p>",
        f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><p>{ASKED}</p><p>{SENTENCES[2]}</p><p>{ASKED}</p>",
    ],
)
def test_one_question_that_is_set_apart_or_heads_nothing_is_a_copy(html):
    assert sorted(tidied(html)) == sorted([*SENTENCES[:3], ASKED])


def test_an_interview_that_is_shown_twice_is_left_once():
    once = interview([(SENTENCES[0], "Yes."), (SENTENCES[1], SENTENCES[3])])
    assert tidied(once + once).count(ASKED) == 2


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


def test_of_two_copies_the_heading_stays():
    words = "What the harbour master of Whitby said about the tide"
    html = f"<ul><li><a href=#a>{words}</a></li></ul><p>{SENTENCES[0]}</p><h2 id=a>{words}</h2><p>{SENTENCES[1]}</p>"
    assert tidied(html) == [SENTENCES[0], words, SENTENCES[1]]
