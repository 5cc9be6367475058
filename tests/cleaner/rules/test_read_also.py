"""Lines that only lead to another article go, whatever the language and the markup."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper import clean
from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.read_also import MAX_LINKS, drop_read_also, is_labelled
from scraper.cleaner.rules.read_also_words import is_read_also
from tests.cleaner.phrases.lines.pier import PROSE

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
    "sl": "Preberite tudi",
    "sr": "Опширније",
    "bg": "Препоръчваме ви",
    "mk": "Видете и",
    "sq": "Lexoni më shumë",
    "be": "Больш пра гэта",
    "sk": "Odporúčame",
    "et": "Seotud lood",
    "lv": "Lasi vēl",
    "lt": "Skaityti daugiau",
    "is": "Tengdar fréttir",
    "cy": "Darllenwch hefyd",
    "ga": "Léigh freisin",
    "fo": "Les eisini",
    "gd": "Leugh cuideachd",
    "te": "ఇదీ చదవండి",
    "ml": "ഇതുകൂടി വായിക്കാം",
    "gu": "આ પણ વાંચો",
    "kn": "ಇದನ್ನೂ ನೋಡಿ",
    "ur": "یہ بھی دیکھیں",
    "ne": "यी पनि पढ्नुहोस्",
    "si": "මේකත් කියවන්න",
    "mr": "अधिक वाचा",
    "pa": "ਇਹ ਵੀ ਵੇਖੋ",
    "az": "Daha ətraflı",
    "mn": "Холбоотой мэдээ",
    "ckb": "هەروەها بخوێنەوە",
    "km": "អានបន្ត",
    "kk": "Тақырып бойынша",
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


@pytest.mark.parametrize("is_article", [False, True])
@pytest.mark.parametrize("line", [*SENTENCES, f"<p>Source: {LINK}</p>"])
def test_the_rule_leaves_a_sentence_with_a_link(line, is_article):
    assert dropped(page(line), is_article=is_article) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Tickets: <a href=/tickets>here</a></p>",
        "<p>Website: <a href=https://harbour.example/>https://harbour.example/</a></p>",
        "<p>Where to watch: <a href=https://films.example/>The Last Ferry of the Bay</a></p>",
        "<p>Phone: <a href=tel:0205550199>020 555 01 99</a></p>",
        f"<p>12:05 | {LINK}</p>",
        f"<p>Anna Berg – {LINK}</p>",
        f"<ul><li>Best of all: {LINK}</ul>",
        f"<h3>Second pier: {LINK}</h3>",
        "<p>The mayor: <a href=/2>We had no choice but to close it.</a></p>",
        "<p>The mayor: <a href=/2>We had no choice but to close it</a>, and he left</p>",
        "<p>What the mayor has said of it: <a href=/2>We had no choice at all</a></p>",
        "<p>One: <a href=/1>The first pier of the town</a> <a href=/2>The second pier of the town</a></p>",
        '<p>The rules: <a href="#rules">What is allowed on the pier</a></p>',
        "<p>Tickets: <a href=/tickets>Buy them at the box office</a></p>",
        "<p>Petition: <a href=/2>Keep the harbour open now</a></p>",
        "<p>Lieu : <a href=/2>Salle des fêtes de la mairie</a></p>",
        "<p>Winner: <a href=/2>The Lord of the Rings</a></p>",
        "<p>Anna Berg: <a href=/2>We never stopped at all</a></p>",
        "<p>Q: <a href=/2>What happened on Monday night?</a></p>",
        "<p>Correction: <a href=/2>The first version named two ships</a></p>",
        "<p>Contact: <a href=/team/anna>Anna Berg of the Harbour Board</a></p>",
        "<p>The full ruling: <a href=/doc.pdf>Smith v. Harbour Board of Osh</a></p>",
        "<p>Background: <a href=/2>ships</a></p>",
        "<h2>Background</h2><p><a href=/1>The ruling of the court on the port</a></p><p><a href=/2>The complaint of it</a></p>",
    ],
)
def test_what_only_looks_like_one_stays(line):
    assert dropped(page(line), is_article=True) == []


_SHOUTED = (
    "<p><b>ROVERS: </b><a href=/2>Two more are to leave in June</a></p>",
    "<p><a href=/2>FROM THE QUAY: Two more are to leave in June</a></p>",
)


@pytest.mark.parametrize("line", _SHOUTED)
def test_a_label_in_capitals_before_a_link_leads_to_another_story(line):
    assert len(dropped(page(line), is_article=True)) == 1
    assert dropped(page(line), is_article=False) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>ROVERS: Two more are to leave in June</p>",
        "<p>ROVERS: <a href=/2>Two more</a> are to leave in June</p>",
        "<p>Rovers: <a href=/2>Two more are to leave in June</a></p>",
        "<p>DPA: <a href=/2>Two more are to leave in June</a></p>",
        "<p>TICKETS: <a href=/2>Box office</a></p>",
        "<p>THE MAYOR SAID ON MONDAY: <a href=/2>Two more are to leave in June</a></p>",
        "<ul><li>ROVERS: <a href=/2>Two more are to leave in June</a></ul>",
    ],
)
def test_other_lines_in_capitals_stay(line):
    assert dropped(page(line), is_article=True) == []


@pytest.mark.parametrize("word", ["Više", "Повеќе", "K téme"])
def test_a_word_of_sentences_is_a_label_only_beside_links(word):
    assert len(dropped(page(f"<p>{word}: <a href=/2>Flags</a></p>"))) == 1
    assert not is_labelled(f"{word}: she grew up on a ferry")


@pytest.mark.parametrize(
    ("block", "goes"),
    [
        ("<p><b>Pogledajte video:</b></p>", True),
        ("<p>Loe lähemalt <a href=/2>SIIT</a></p>", True),
        ("<h2>Read also</h2>", False),
        ("<p>Related</p>", False),
        ("<p>Read also the letter</p>", False),
        ("<p>Keep reading:</p>", True),
        ("<p>Keep reading.</p>", False),
        ("<p>Keep reading</p>", False),
        ("<ul><li>Full story</ul>", False),
        ("<dl><dt>Don't miss</dt><dd>The pier at noon</dd></dl>", False),
        ("<p><b>Dig deeper</b></p>", False),
        ("<p>Read more.</p>", False),
        ("<p>Mehr lesen.</p>", False),
        ("<p>Don't miss!</p>", False),
    ],
)
def test_a_label_alone_goes_from_an_article(block, goes):
    assert len(dropped(page(block), is_article=True)) == goes
    assert dropped(page(block)) == []


# Told since 2026-11-27, with a link.
LEADS_OF_WHOLE_LINES = [
    "Katso kuvat",
    "Les hele saken her",
    "Læs hele artiklen",
    "Läs hela artikeln",
    "Lue koko juttu",
    "Číst celý článek",
    "Citește articolul integral",
    "Notícies relacionades",
    "Notizie correlate",
    "Știri similare",
    "Relaterade artiklar",
    "Relaterte artikler",
    "Gerelateerde artikelen",
    "Mohlo by vás také zajímat",
    "Ezek is érdekelhetik",
    "You might also be interested in:",
    "Ler também",
    "Segueix llegint",
    "많이 본 뉴스",
    "이 시각 주요뉴스",
    "Tin cùng chuyên mục",
    "Свързани новини",
    "এ-সম্পর্কিত আরও খবর",
    "Читати далі",
    "पूरी खबर पढ़ें",
]


@pytest.mark.parametrize("label", LEADS_OF_WHOLE_LINES)
def test_a_whole_line_leads_to_another_article(label):
    assert len(dropped(page(f"<p>{label} {LINK}</p>"))) == 1


@pytest.mark.parametrize(
    "lead", ["À ne pas manquer :", "À voir :", "Da non perdere:", "Recommended reading:", "Más información:"]
)
def test_a_lead_of_the_articles_list_stays(lead):
    assert dropped(page(f"<p><b>{lead}</b></p><ul><li>The pier at noon<li>The ferry</ul>"), is_article=True) == []
    assert len(dropped(page(f"<p><b>{lead}</b></p><ul><li>{LINK}</ul>"), is_article=True)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Lee: We won it for him.",
        "Les: we lost",
        "Mira: no lo vi",
        "Se: derfor taper laget",
        "Guarda – mi disse – non torno",
        "Recommended: two tablets",
        "Más información: 900 123 456",
        "Czytaj dalej – poleciła prokurator.",
        "Read more: 020 555 01 99",
    ],
)
def test_a_name_or_a_list_has_no_label_without_a_link(line):
    assert not is_labelled(line)


@pytest.mark.parametrize(
    "line", ["Read more: Harbour opens", "LEIA MAIS – Porto abre", "관련기사: 항구", "Read also", "Lire aussi >"]
)
def test_a_label_needs_no_link_in_a_dump(line):
    assert is_labelled(line)


def test_the_short_answers_of_an_interview_are_no_list():
    answers = "".join(f"<p>And {n}?</p><p>Always, even in January, she says.</p>" for n in range(3))
    above = f"<p>{PROSE}</p>{answers}"
    assert len(dropped(f"{above}<p>Read also: {LINK}</p>{answers}", is_article=True)) == 1
    assert dropped(f"{above}<p>Read also: {LINK}</p>{answers}") == []


def dropped(html: str, *, is_article: bool = False) -> list[str]:
    blocks = read_blocks(LexborHTMLParser(html))
    keep = np.ones(len(blocks.text), np.bool_)
    tidy = drop_read_also(blocks, read_columns(blocks), keep, is_article=is_article)
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


@pytest.mark.parametrize(
    "text", ["Read", "READ MORE »", "[Lire aussi]", "  Lea   también: ", "▶ 관련 기사", "ԿԱՐԴԱՑԵՔ ՆԱԵՎ՝"]
)
def test_labels_are_told_in_whatever_marks_and_case(text):
    assert is_read_also(text)


@pytest.mark.parametrize("text", ["", ":", "Reading", "Read the room", "Related to the mayor", "更多的船"])
def test_other_texts_are_none(text):
    assert not is_read_also(text)


@pytest.mark.parametrize(
    "label",
    [
        "Dans la même rubrique",
        "OTRAS NOTICIAS:",
        "Veckans mest lästa",
        "Yazarın önceki yazıları",
        "新着ニュース",
        "주요기사",
    ],
)
def test_what_heads_lists_of_other_stories_is_a_label(label):
    assert is_read_also(label)
    assert not is_read_also(f"{label} Nordhafen")
