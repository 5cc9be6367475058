import pytest

from scraper import clean
from scraper.charset import decode_html
from scraper.twice_encoded import mend_twice_encoded

# Each with what both encodings make of it: quotes and dashes, accents, Cyrillic, Han, kana, Hangul, Arabic, Thai, emoji.
SENTENCES = (
    "It’s “quiet” – almost…",
    "Das Café in Köln öffnet für die Gäste.",
    "Гавань снова открыта для судов",
    "港口重新开放，船只可以进入。",
    "港はまた船に開かれています。",
    "항구가 다시 열렸습니다",
    "الميناء مفتوح من جديد",
    "ท่าเรือเปิดอีกครั้ง",
    "Ahoi – 🚢⚓",
)


def read_wrong(text: str, encoding: str) -> str:
    """Return what a program sees that believes the wrong encoding, as browsers read it."""
    wrong = ""
    for byte in text.encode():
        try:
            wrong += bytes((byte,)).decode(encoding)
        except UnicodeDecodeError:
            wrong += chr(byte)
    return wrong


def mended(text: str) -> str:
    return mend_twice_encoded(text.encode()) or text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_was_encoded_twice_is_mended(sentence, encoding):
    text = f"<p>{sentence}</p>" * 3
    assert mended(read_wrong(text, encoding)) == text


def test_what_was_encoded_three_times_is_mended():
    text = "<p>It’s the harbour’s café, isn’t it?</p>"
    assert mended(read_wrong(read_wrong(text, "cp1252"), "cp1252")) == text


@pytest.mark.parametrize(
    "text",
    [
        "<p>La liberté\xa0», l’égalité\xa0» et la fraternité\xa0» : « ÉTÉ\xa0»</p>" * 5,
        "<p>Die Straßen\xadbahn und die Fuß\xadgänger, drauß’ und heiß’</p>" * 5,
        "<p>Następstwa również „również” óż ó„</p>" * 5,
        "<p>SÃO PAULO NÃO PÁRA, “À VISTA”, ATÉ “JÁ”</p>" * 5,
        "<p>Я и ты – «вот», Ђорђе</p>" * 5,
        "<p>港口®和™的“价格”€5</p>" * 5,
        "<p>He wrote Ã¤ in place of ä, and â€™ once.</p>",
        "<p>Plain text.</p>",
    ],
)
def test_other_text_is_left_alone(text):
    assert mended(text) is text


def test_good_text_beside_it_stays_good():
    wrong = "<p>It’s good. " + read_wrong("It’s “not”, it’s mended: liberté.", "cp1252") + " La liberté\xa0»</p>"
    assert mended(wrong) == "<p>It’s good. It’s “not”, it’s mended: liberté. La liberté\xa0»</p>"


def test_a_page_is_read_as_it_was_meant_and_says_so():
    said = " ".join(
        ["The harbour’s master said that it wasn’t the tide’s fault at all, and the boats’ crews agreed."] * 4
    )
    page = f"<html><head><title>The harbour’s tide</title></head><body><h1>The harbour’s tide</h1><p>{said}</p></body></html>"
    wrong = read_wrong(page, "latin-1").encode()
    assert decode_html(wrong, "utf-8").charset_source == "utf-8-twice"
    article = clean(wrong, url="https://example.org/tide")
    assert (article.title, article.text) == ("The harbour’s tide", said)
    assert article.field_sources["charset"] == "utf-8-twice"


def test_what_windows_1252_has_in_the_place_of_controls_is_shown_where_a_page_has_few_of_them():
    said = [
        "The harbour\x92s master said that the tide was at fault \x96 and the boats\x92 crews agreed on \x93most\x94 of it."
    ] * 4
    page = (
        '<html><head><meta charset="utf-8"><title>The harbour\x92s tide</title>'
        '<meta name="description" content="A master\x97and his crews"></head>'
        f"<body><h1>The harbour\x92s tide</h1><p>{' '.join(said)}</p></body></html>"
    )
    article = clean(page.encode(), url="https://example.org/tide")
    assert (article.title, article.description) == ("The harbour’s tide", "A master—and his crews")
    assert article.text.startswith(
        "The harbour’s master said that the tide was at fault – and the boats’ crews agreed on “most”"
    )
    assert "harbour’s master" in article.markdown
    assert article.text_hash == clean(article_page(article.text), url="https://example.org/tide").text_hash


def article_page(text: str) -> bytes:
    return f'<html><head><meta charset="utf-8"></head><body><h1>Tide</h1><p>{text}</p></body></html>'.encode()
