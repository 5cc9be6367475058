"""Lines that only lead to another article go, whatever the language and the markup."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper import clean
from scraper.cleaner.reading.blocks import read_blocks
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.rules.read_also import MAX_LINKS, drop_read_also
from scraper.cleaner.rules.read_also_words import is_read_also
from tests.cleaner.rules.lines.pier import PROSE

HEADLINE = "A lighthouse for sale"
LABELS = {
    "en": "Read also",
    "de": "Lesen Sie auch",
    "fr": "À lire aussi",
    "es": "Te puede interesar",
    "pt": "LEIA TAMBÉM",
    "it": "Leggi anche",
    "nl": "Lees ook",
    "sv": "Läs också",
    "fi": "Lue myös",
    "pl": "Czytaj też",
    "cs": "Čtěte také",
    "hu": "Olvassa el ezt is",
    "ro": "Citește și",
    "hr": "Pročitajte i",
    "ru": "Читайте также",
    "uk": "Читайте також",
    "el": "Διαβάστε επίσης",
    "tr": "İlginizi çekebilir",
    "ar": "اقرأ أيضاً",
    "fa": "بیشتر بخوانید",
    "he": "קראו גם",
    "hi": "यह भी पढ़ें",
    "bn": "আরও পড়ুন",
    "ta": "மேலும் படிக்க",
    "th": "อ่านเพิ่มเติม",
    "vi": "Xem thêm",
    "id": "Baca juga",
    "sw": "Soma pia",
    "zh": "延伸阅读",
    "ja": "あわせて読みたい",
    "ko": "관련기사",
    "ka": "წაიკითხეთ ასევე",
    "hy": "Կարդացեք նաև",
    "ha": "Karanta kuma",
    "am": "ተጨማሪ ያንብቡ",
    "my": "ဆက်စပ်ဖတ်ရှုရန်",
}
LINK = f'<a href="/2026/08/lighthouse">{HEADLINE}</a>'
LINES = {
    "label and link": "<p><strong>{label}:</strong> {link}</p>",
    "arrow": "<p>{label} » {link}</p>",
    "brackets": "<p>({label}: {link})</p>",
    "one link": '<p><a href="/2026/08/lighthouse">{label}: A lighthouse for sale</a></p>',
    "list": "<p><b>{label}</b></p><ul><li>{link}<li><a href='/2'>Flags wanted</a></ul>",
    "box": "<div><span>{label}</span><a href='/2026/08/lighthouse'><img src=a.jpg><h4>A lighthouse for sale</h4></a></div>",
}


def page(middle: str) -> str:
    body = f"<p>{PROSE}<p>{PROSE[4:]}{middle}<p>The first boat came in. {PROSE}"
    return f"<title>The pier</title><article><h1>The pier</h1>{body}</article>"


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_a_line_that_leads_to_another_article_goes(label, line):
    text = clean(page(line.format(label=label, link=LINK))).text
    assert HEADLINE not in text
    assert label not in text
    assert text.count(PROSE[4:]) == 3


@pytest.mark.parametrize("label", ["LIRE AUSSI SUR LE PORT >>", "Mehr dazu lesen Sie hier:", "Lea: "])
def test_a_label_may_say_more_or_less(label):
    assert HEADLINE not in clean(page(f"<p>{label} {LINK}</p>")).text


SENTENCES = (
    f"<p>Read more about {LINK} in the town's archive, where the drawings of the old piles are kept.</p>",
    f"<p>{LINK} is what the mayor would like to read next.</p>",
    "<p>Read also what nobody has linked.</p>",
)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_with_a_link_stays(line):
    text = " ".join(clean(page(line)).text.split())
    assert " ".join(LexborHTMLParser(line).text().split()) in text


@pytest.mark.parametrize("line", [*SENTENCES, f"<p>Source: {LINK}</p>"])
def test_the_rule_leaves_a_sentence_with_a_link(line):
    assert dropped(page(line)) == []


def dropped(html: str) -> list[str]:
    blocks = read_blocks(LexborHTMLParser(html))
    keep = np.ones(len(blocks.text), np.bool_)
    tidy = drop_read_also(blocks, read_columns(blocks), keep)
    return [text for text, stays in zip(blocks.text, tidy.tolist(), strict=True) if not stays]


def test_a_long_list_under_such_a_label_is_the_articles():
    links = [f"<li><a href='/{n}'>Pier {n}</a>" for n in range(MAX_LINKS + 1)]
    above = f"<p>{PROSE}" * 3 + "<p>Related<ul>"
    assert dropped(above + "".join(links)) == []
    assert len(dropped(above + "".join(links[1:]))) == MAX_LINKS + 1


def test_cards_of_several_lines_count_by_their_links():
    def left(cards: int) -> list[str]:
        card = "<a href=/{0}><div>Ports</div><h3>Harbour {0} opens</h3><p>The boats came in at noon of the day.</p></a>"
        html = f"<p>{PROSE}</p><h2>Read also</h2>{''.join(map(card.format, range(cards)))}"
        blocks = read_blocks(LexborHTMLParser(html))
        keep = np.array([text != "Ports" for text in blocks.text])
        tidy = drop_read_also(blocks, read_columns(blocks), keep, is_article=True)
        return [text for text, kept in zip(blocks.text, tidy, strict=True) if kept]

    assert len(left(4)) == 1
    assert len(left(MAX_LINKS + 1)) > MAX_LINKS


def test_a_page_of_links_keeps_them():
    assert dropped(f"<p>More: {LINK}<p>Related: {LINK}") == []


@pytest.mark.parametrize("text", ["Read", "READ MORE »", "[Lire aussi]", "  Lea   también: ", "▶ 관련 기사"])
def test_labels_are_told_in_whatever_marks_and_case(text):
    assert is_read_also(text)


@pytest.mark.parametrize("text", ["", ":", "Reading", "Read the room", "Related to the mayor", "更多的船"])
def test_other_texts_are_none(text):
    assert not is_read_also(text)
