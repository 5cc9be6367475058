import numpy as np
import pytest

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.rules.hidden import without_hidden
from tests.cleaner.pages import SENTENCES, read
from tests.cleaner.test_selection import select

WORDS = "harbour quay prices gull 2011 ferry tickets crane hire " * 150
DATA = (
    '{"layout": {"mobile": 2, "desktop": 4}, "button": "Buy now", "quay": "The harbour opens at six in the morning."}'
)
HAN = "港口门票 渡轮时刻表 起重机出租 " * 400


def known(html: str) -> list[bool]:
    blocks = read(html)
    probability = np.full(len(blocks.text), 0.9, np.float32)
    left = without_hidden(blocks, read_columns(blocks), probability)
    assert (probability == np.float32(0.9)).all()
    return (left > 0).tolist()


@pytest.mark.parametrize("words", [WORDS, HAN])
@pytest.mark.parametrize(
    "box", ["<div style='display:none'>{}</div>", "<div hidden><p>{}</p></div>", "<div aria-hidden=true>{}</div>"]
)
def test_key_words_that_nobody_sees_are_no_text(words, box):
    assert known(f"<p>{SENTENCES[0]}</p>{box.format(words)}") == [True, False]


@pytest.mark.parametrize(
    "html",
    [
        f"<div>{WORDS}</div>",  # a list that is shown
        f"<div hidden>{' '.join(SENTENCES) * 12}</div>",  # a text behind a gate
        f"<div hidden>{WORDS[:500]}</div>",
        f"<pre>{DATA}</pre>",  # an example
        f"<pre><div>{DATA}</div></pre>",
        f"<p>{DATA[:60]}</p>",
        f"<p>{DATA} is the answer.</p>",
        f"<p>{DATA[:-1]}</p>",  # a template's, or what somebody writes
    ],
)
def test_what_is_shown_is_short_or_has_sentences_stays(html):
    assert all(known(html))


@pytest.mark.parametrize("html", [f"<span hidden>{DATA}</span>", f"<div>{DATA}</div>", f"<div>[{DATA}, {DATA}]</div>"])
def test_the_data_of_a_program_is_no_text(html):
    assert known(f"<p>{SENTENCES[0]}</p><div>{html}</div>") == [True, False]


def test_data_nested_without_end_is_no_error():
    assert known(f"<p>{SENTENCES[0]}</p><div>[{{&quot;a&quot;:{'[' * 100_000}</div>") == [True, True]


def test_a_page_is_chosen_as_if_they_were_not_there():
    page = f"<article>{''.join(f'<p>{text}</p>' for text in SENTENCES)}</article>"
    reading, selection = select(f"<body>{page}<div style='display:none'>{WORDS}</div></body>")
    assert [reading.blocks.text[index] for index in selection.kept] == list(SENTENCES)
