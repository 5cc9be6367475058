from scraper.cleaner import selection as module
from scraper.cleaner.model import shipped_model
from scraper.cleaner.profile import (
    SiteView,
    fingerprint_page,
    hash_blocks,
    learn_profile,
    profile_evidence,
    read_profile,
)
from scraper.cleaner.reading import PageReading, read_page
from scraper.cleaner.selection import Selection, select_content
from tests.cleaner.pages import SENTENCES, article_page, paragraphs

UNCLEAR = "<body><div>One of some lines.</div><div>A line that may be text</div><div><a href=/>A link</a> and more</div></body>"


class Opinion:
    """A second opinion that counts how often it is asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        return self.text


def select(html: str, opinion: Opinion | None = None) -> tuple[PageReading, Selection]:
    reading = read_page(html, None)
    return reading, select_content(reading, shipped_model(), second_opinion=opinion)


def test_the_article_is_kept_and_the_rest_is_not():
    reading, selection = select(article_page())
    assert [reading.blocks.text[index] for index in selection.kept] == list(SENTENCES)
    assert selection.kept == sorted(selection.kept)
    assert 0.5 < selection.confidence <= 1


def test_a_book_on_one_page_is_kept_to_its_end():
    book = [f"In year {year} {SENTENCES[year % 5]} {SENTENCES[year % 4]}" for year in range(1, 1_601)]
    reading, selection = select(
        f"<title>The old harbour</title><article><h1>The old harbour</h1>{paragraphs(book)}</article>"
    )
    assert [reading.blocks.text[index] for index in selection.kept] == book


def test_nobody_is_asked_about_a_clear_page():
    opinion = Opinion("Something else")
    _, selection = select(article_page(), opinion)
    assert (opinion.asked, selection.asked) == (0, False)


def test_on_an_unclear_page_the_other_is_asked_once_and_its_silence_changes_nothing(monkeypatch):
    monkeypatch.setattr(module, "UNSURE", 2.0)
    silent = Opinion("")
    _, alone = select(article_page())
    _, selection = select(article_page(), silent)
    assert (selection.asked, silent.asked) == (True, 1)
    assert selection.kept == alone.kept


def test_an_opinion_that_shares_nothing_with_the_choice_leaves_no_page_without_text(monkeypatch):
    monkeypatch.setattr(module, "UNSURE", 2.0)
    monkeypatch.setattr(module, "reconcile", lambda probability, seconded: (probability > 2) | seconded)
    _, alone = select(article_page())
    _, selection = select(article_page(), Opinion("Quite another text."))
    assert selection.asked
    assert selection.kept == alone.kept


def test_on_a_page_that_is_not_called_an_article_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(module, "UNSURE", 2.0)
    opinion = Opinion("x")
    select(UNCLEAR, opinion)
    assert opinion.asked == 0


def test_text_in_noscript_is_read_where_there_is_no_other():
    reading, _ = select(f"<body><div id=root></div><noscript>{paragraphs()}</noscript></body>")
    assert SENTENCES[0] in " ".join(reading.blocks.text)


def test_a_short_chinese_text_is_no_little_text():
    text = "市政府官员表示，新港口将于早上向船只开放，整个工程历时三年，耗资数十亿元，预计每年将接待数百万名旅客。" * 2
    reading, _ = select(f"<body><p>{text}</p><noscript><p>请打开脚本</p></noscript><footer>版权所有</footer></body>")
    assert reading.blocks.text == [text]


def test_noscript_is_not_read_beside_other_text():
    reading, _ = select(article_page() + "<noscript><p>Please switch on your scripts</p></noscript>")
    assert "Please switch on your scripts" not in reading.blocks.text


def shop_page(name: str, items: list[str]) -> str:
    """A list of things, each with its facts; its facts are what it is about."""
    rows = "".join(
        f"<div class=item><h3>{item}</h3><p>Colour: silver</p><p>Memory: 16 GB</p><p>In stock</p></div>"
        for item in items
    )
    head = f"<meta property=og:type content=website><title>{name}</title>"
    return f"<html><head>{head}</head><body><h1>{name}</h1>{rows}</body></html>"


def hear_site(pages: list[str]) -> tuple[SiteView, PageReading, Selection, Selection]:
    """What the site says of its first page, that page, and the choice alone and with it."""
    readings = [read_page(page, None) for page in pages]
    hashes = [hash_blocks(reading.blocks) for reading in readings]
    prints = [fingerprint_page(h, key=str(n), title=f"Page {'abcdef'[n]}") for n, h in enumerate(hashes)]
    site = read_profile(learn_profile(prints))
    view = SiteView(hashes[0], profile_evidence(hashes[0], prints[0], site))
    alone, heard = (select_content(readings[0], shipped_model(), given) for given in (None, view))
    return view, readings[0], alone, heard


def test_what_shops_repeat_is_left_to_the_model():
    pages = [
        shop_page(f"List {word}", [f"Thing {word} {n}" for n in range(9)]) for word in ("one", "two", "six", "ten")
    ]
    view, _, alone, heard = hear_site(pages)
    assert view.template.sum() > 20
    assert heard.kept == alone.kept
    assert heard.removed == {}


def test_an_article_of_short_lines_is_heard_on_what_most_of_the_sites_articles_have():

    rule = "Opinions in this column are not those of the editors, who keep the right to shorten what is sent to them."
    talk = "".join(
        f"<p>Why {word}?</p><p>Because {word} was cheap.</p>" for word in ("lime", "slate", "oak", "tin", "clay")
    )
    others = [
        paragraphs(f"{text} It was {word}." for text in SENTENCES) for word in ("one", "two", "six", "ten", "old")
    ]
    pages = [article_page(f"{body}<div class=house>{rule}</div>") for body in (talk, *others)]
    _, reading, alone, heard = hear_site(pages)
    said = [{reading.blocks.text[index] for index in selection.kept} for selection in (alone, heard)]
    assert {"Why lime?", "Because clay was cheap."} <= said[0] & said[1]
    assert rule in said[0]
    assert rule not in said[1]


def test_a_list_does_not_bring_back_what_the_rules_of_words_took_out_of_it():
    items = [*SENTENCES, "Editor: Ahmad Fauzi", *SENTENCES[:2]]
    body = (
        "<ul>"
        + "".join(
            f"<li>{text} {number}</li>" if text in SENTENCES else f"<li>{text}</li>"
            for number, text in enumerate(items)
        )
        + "</ul>"
    )
    reading, selection = select(article_page(body))
    texts = [reading.blocks.text[index] for index in selection.kept]
    assert "Editor: Ahmad Fauzi" not in texts
    assert len(texts) == len(items) - 1


def test_what_stands_around_a_text_is_doubted_too_where_the_page_calls_itself_nothing():
    teasers = "".join(
        f"<div><h4><a href='/{n}'>Story {n}</a></h4><p>{text}</p></div>" for n, text in enumerate(SENTENCES[3:])
    )
    page = article_page(paragraphs(SENTENCES[:3])).replace("<aside", f"<div>{teasers}</div><aside")
    silent = page.replace("og:type", "x")
    reading, selection = select(silent)
    assert reading.hints.is_article is None
    assert selection.is_article is True
    assert [reading.blocks.text[index] for index in selection.kept] == list(SENTENCES[:3])
