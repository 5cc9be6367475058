from collections import Counter

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.pseudo_languages import PSEUDO_LANGUAGES, PseudoLanguage
from benchmarks.rewriting import rewrite_html
from scraper.cleaner.reading.walk import read_blocks

TEXT = (
    'The harbour, which has stood empty for 11 years, was opened in 2026 (see example.org). "Why not?" asked the mayor: nobody '
    "knew; the study said 3.5 million would be needed. Ruins and ruin, harbours and harbour are words of their own!"
)
BY_NAME = {language.name: language for language in PSEUDO_LANGUAGES}


def words(text: str) -> list[str]:
    return [word.lower() for word in text.split()]


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.name)
def test_every_word_is_told_again_and_different_words_stay_different(language: PseudoLanguage):
    original = words("".join(c if c.isalnum() else " " for c in TEXT))
    again = words(language.read_words(language.encode(TEXT)))
    assert len(again) == len(original)
    pairs = dict(zip(original, again, strict=True))
    assert len(set(pairs.values())) == len(pairs)
    assert Counter(again) == Counter(pairs[word] for word in original)


@pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.name)
def test_no_word_of_the_original_is_left(language: PseudoLanguage):
    assert not {"harbour", "mayor", "nobody", "the"} & set(words(language.encode(TEXT)))


def test_scripts_write_as_they_do():
    assert BY_NAME["Chinese"].encode("One two, three. Four") == BY_NAME["Chinese"].encode("One two") + "，" + BY_NAME[
        "Chinese"
    ].encode("three") + "。" + BY_NAME["Chinese"].encode("Four")
    assert " " not in BY_NAME["Japanese"].encode(TEXT).replace("3.5 ", "")
    assert BY_NAME["Thai"].encode("One two. Three four.").count(" ") == 1
    assert BY_NAME["Russian"].encode("Harbour NATO")[0].isupper()
    assert BY_NAME["Arabic"].encode("Who, then?").endswith("؟")
    assert "ß" in BY_NAME["German"].encode("several harbour wardens wanted another meeting about their working hours")


def test_chinese_has_about_as_many_characters_for_a_word_as_real_texts():
    assert (
        1.4
        < len(BY_NAME["Chinese"].encode("".join(c for c in TEXT if c.isalpha() or c == " "))) / len(TEXT.split())
        < 2.2
    )


PAGE = """<!doctype html><html lang=en><head><title>Harbour opens</title><meta name="description" content="A &amp; b of it">
<meta name="viewport" content="width=device-width"><style>p > a { color: red }</style>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour opens", "url": "https://example.org/a",
"datePublished": "2026-08-21"}</script><script>var text = "<p>Not text";</script></head>
<body class="home page"><!-- a comment --><p id=first title="5 > 3">One &amp; <b>two</b> words</p>
<img alt="a "quoted" alt" src=x><p>3 < 4</p></body></html>"""


def test_only_what_is_language_is_rewritten():
    html = rewrite_html(PAGE, str.swapcase)
    assert "<title>hARBOUR OPENS</title>" in html
    assert 'content="a &amp; B OF IT"' in html
    assert '"headline": "hARBOUR OPENS"' in html
    assert '"@type": "NewsArticle"' in html
    assert '"url": "https://example.org/a"' in html
    for untouched in (
        'content="width=device-width"',
        "p > a { color: red }",
        'var text = "<p>Not text";',
        '<body class="home page">',
        "<!-- a comment -->",
        '<p id=first title="5 > 3">',
        '"datePublished": "2026-08-21"',
    ):
        assert untouched in html
    assert read_blocks(LexborHTMLParser(html)).text == ["oNE & TWO WORDS", "3 < 4"]


def test_a_page_that_is_not_changed_reads_the_same():
    before, after = (read_blocks(LexborHTMLParser(html)) for html in (PAGE, rewrite_html(PAGE, lambda text: text)))
    assert (before.text, before.path_look) == (after.text, after.path_look)
