import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.cleaner.reading.tags import HEADING_LEVEL
from scraper.cleaner.rules.copies import drop_copies
from scraper.cleaner.rules.orphans import drop_orphans
from scraper.cleaner.rules.tidying import tidy_choice
from tests.cleaner.pages import SENTENCES, read

PIECES = (
    "<h1>One</h1>",
    "<h2>Two</h2>",
    "<h2>Two again</h2>",
    "<h3>Three</h3>",
    f"<p>{SENTENCES[0]}</p>",
    "<p>Yes.</p>",
    f"<p>{SENTENCES[1]}</p>",
)


def headed(html: str, probability: float = 0.5) -> list[str]:
    """The texts that stay when all are kept and the model is so sure of each."""
    blocks = read(html)
    every = np.ones(len(blocks.text), np.bool_)
    keep = drop_orphans(blocks, every, np.full(len(every), probability, np.float32))
    return [blocks.text[index] for index in np.flatnonzero(keep)]


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


@pytest.mark.parametrize(("label", "sure"), [("More from this desk:", 0.7), ("もっと読む：", 0.7), ("ALSO:", 0.85)])
def test_a_line_over_titles_that_are_left_out_goes_though_the_model_is_surer(label, sure):
    links = "<p><a href=/a>The ferry comes to the quay</a></p><p><a href=/b>The crane stands still all day</a></p>"

    def is_kept(html: str, probability: float) -> bool:
        blocks = read(f"<p>{SENTENCES[0]}</p><p>{label}</p>{html}<p>{SENTENCES[1]}</p>")
        keep = np.ones(len(blocks.text), np.bool_)
        keep[2:-1] = False
        return bool(drop_orphans(blocks, keep, np.full(len(keep), probability, np.float32))[1])

    assert not is_kept(links, sure)
    assert is_kept(links, sure + 0.1)
    assert is_kept(links.replace("The ferry comes to the quay", "Tools"), sure)
    assert is_kept(links[: len(links) // 2], sure)
    assert is_kept(links.replace("<a href=/a>", "").replace("quay</a>", "quay"), sure)


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
