import json

import pytest

from scraper.cleaner.page import clean_page
from scraper.reasons import PageClass, Reason
from scraper.records import Article, Page, Skipped
from scraper.settings import CleanSettings
from tests.cleaner.pages import ALONE, SENTENCES, article_page, clean, paragraphs

CHINESE = (
    "市议会星期二晚上开会讨论旧港口的未来，这座港口已经空置了十一年，附近的居民早就希望有人来修理它。",
    "会议开始之前，大厅里的座位早已坐满，市长穿着灰色的大衣，七点准时宣布会议开始，现场十分安静。",
    "港务局出资的一项研究发现，码头的墙可以用九百万修好，远远低于人们担心的数目，反对者对此表示怀疑。",
    "投票预计在春天举行，在那之前，大门就像港口主管所说的那样，将继续保持关闭，谁也不能进去。",
)
JAPANESE = (
    "市議会は火曜日の夜、十一年間使われていない古い港の将来について話し合い、多くの住民が会場に集まった。",
    "市長が七時に開会を告げるずっと前から席は埋まっており、後ろの壁に沿って立つ人の列ができていた。",
    "港湾局が費用を出した調査によると、岸壁は九百万で修理でき、心配されていた額よりもはるかに安いという。",
    "採決は春に行われる見込みで、それまで門は港長の言葉どおり閉じたままになると関係者は話している。",
)
ARABIC = (
    "اجتمع مجلس المدينة مساء الثلاثاء لمناقشة مستقبل الميناء القديم الذي "
    "ظل خاليا منذ إحدى عشرة سنة، وحضر كثير من السكان.",
    "امتلأت القاعة بالسكان قبل وقت طويل من افتتاح رئيس البلدية للجلسة في السابعة مساء، ووقف كثيرون على طول الجدار.",
    "وجدت دراسة دفعت تكاليفها هيئة الميناء أن جدران الرصيف يمكن إصلاحها "
    "بتسعة ملايين، وهو أقل بكثير مما كان يخشاه الناس.",
    "من المتوقع أن يجري التصويت في الربيع، وحتى ذلك الحين تبقى البوابات مغلقة كما قال مدير الميناء للصحفيين.",
)
THAI = (
    "สภาเมืองประชุมเมื่อเย็นวันอังคารเพื่อหารือเกี่ยวกับอนาคตของท่าเรือเก่าซึ่งว่างเปล่ามาสิบเอ็ดปีแล้วและมีชาวบ้านมาร่วมฟังจำนวนมาก",
    "ชาวบ้านนั่งเต็มทุกที่นั่งในห้องประชุมนานก่อนที่นายกเทศมนตรีจะเปิดการประชุมในเวลาหนึ่งทุ่มตรงตามที่กำหนดไว้",
    "การศึกษาที่การท่าเรือออกค่าใช้จ่ายพบว่ากำแพงท่าเรือสามารถซ่อมแซมได้ด้วยเงินเก้าล้านซึ่งน้อยกว่าที่กลัวกันมาก",
    "คาดว่าจะมีการลงคะแนนในฤดูใบไม้ผลิและจนกว่าจะถึงเวลานั้นประตูจะยังคงปิดอยู่ตามที่นายท่าเรือกล่าวกับผู้สื่อข่าว",
)


def text_of(html: str | bytes, **fields: str) -> str:
    outcome = clean(html, **fields)
    assert isinstance(outcome, Article), outcome
    return outcome.text


def test_a_news_page_becomes_its_article():
    outcome = clean(article_page(head='<link rel="canonical" href="https://news.example/2026/harbour">'))
    assert isinstance(outcome, Article)
    assert outcome.text == "\n\n".join(SENTENCES)
    assert outcome.markdown == "\n\n".join(SENTENCES)
    assert outcome.title == "Harbour to stay shut until spring"
    assert (outcome.site, outcome.language, outcome.charset) == ("news.example", "en", "utf-8")
    assert outcome.word_count == sum(len(sentence.split()) for sentence in SENTENCES)
    assert outcome.page_class is PageClass.ARTICLE
    assert 0 < outcome.confidence <= 1
    assert outcome.extractor


@pytest.mark.parametrize(("texts", "lang"), [(CHINESE, "zh"), (JAPANESE, "ja"), (ARABIC, "ar"), (THAI, "th")])
def test_paragraphs_are_kept_in_every_script(texts, lang):
    outcome = clean(article_page(paragraphs(texts), title="—", lang=lang))
    assert isinstance(outcome, Article), outcome
    assert outcome.text == "\n\n".join(texts)
    assert outcome.word_count > 60


def test_the_same_page_gives_the_same_record():
    assert clean(article_page()) == clean(article_page())


def test_the_text_of_json_ld_is_read_where_the_page_shows_none():
    work = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour",
        "articleBody": "\n\n".join(SENTENCES),
    }
    html = (
        f"<html><head><script "
        f'type="application/ld+json">{json.dumps(work)}</script></head><body><div id=app></div></body></html>'
    )
    assert text_of(html) == "\n\n".join(SENTENCES)


def test_the_state_of_a_front_end_is_read_where_the_page_shows_no_text():
    state = {"props": {"pageProps": {"menu": ["Home", "News"], "post": {"title": "Harbour", "content": paragraphs()}}}}
    html = (
        "<html><head><title>Harbour</title></head><body><div id=__next></div>"
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script></body></html>'
    )
    assert text_of(html) == "\n\n".join(SENTENCES)


def test_a_state_is_not_read_beside_visible_text():
    state = json.dumps({"other": "Words of another page altogether. " * 60})
    html = article_page().replace(
        "</body>", f'<script id="__NEXT_DATA__" type="application/json">{state}</script></body>'
    )
    assert text_of(html) == "\n\n".join(SENTENCES)


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("windows-1252", "windows-1252"),
        ("utf-16-le", ""),
        ("shift_jis", "shift_jis"),
        ("gb18030", "gbk"),
    ],
)
def test_pages_are_read_in_their_encoding(charset, declared):
    texts = {"shift_jis": JAPANESE, "gb18030": CHINESE}.get(charset, tuple(f"Ä{sentence}é" for sentence in SENTENCES))
    html = article_page(paragraphs(texts)).replace(
        'charset="utf-8"', f'charset="{declared}"' if declared else 'name="x"'
    )
    body = html.encode(charset)
    assert text_of(b"\xff\xfe" + body if charset == "utf-16-le" else body) == "\n\n".join(texts)


def test_the_header_tells_the_encoding():
    texts = [f"Привет {sentence}" for sentence in SENTENCES]
    body = article_page(paragraphs(texts)).replace('<meta charset="utf-8">', "").encode("koi8-r")
    outcome = clean(body, http_charset="koi8-r")
    assert isinstance(outcome, Article)
    assert outcome.charset == "koi8-r"
    assert outcome.text == "\n\n".join(texts)


def test_bytes_that_are_no_utf_8_do_not_spoil_the_rest():
    text = text_of(article_page().encode().replace(b"Tuesday", b"Tues\xffday"))
    assert "Tues\ufffdday" in text
    assert SENTENCES[-1] in text


def test_plain_text_takes_its_own_way():
    outcome = clean("A headline\n\n" + "\n\n".join(SENTENCES), media_type="text/plain")
    assert isinstance(outcome, Article)
    assert SENTENCES[0] in outcome.text


def test_a_page_that_its_server_calls_plain_text_is_a_page():
    outcome = clean(article_page(), media_type="text/plain")
    assert isinstance(outcome, Article)
    assert outcome.text == text_of(article_page())


@pytest.mark.parametrize(
    "first", ["<p> is a tag that ends by itself.", "<title> and <style>: what belongs into a head", "<!-- so"]
)
def test_a_text_about_tags_is_a_text(first):
    outcome = clean("\n\n".join([first, *SENTENCES]), media_type="text/plain")
    assert isinstance(outcome, Article)
    assert SENTENCES[-1] in outcome.text
    assert outcome.text.count("\n\n") >= len(SENTENCES) - 1


def test_a_page_without_an_address_keeps_its_links_as_they_stand():
    outcome = clean(
        article_page(paragraphs(SENTENCES) + f'<p>{SENTENCES[0]} See <a href="/x">there</a>, it says.</p>'), url=None
    )
    assert isinstance(outcome, Article)
    assert "[there](/x)" in outcome.markdown


def test_a_page_over_the_limit_is_skipped():
    outcome = clean_page(Page(body=b"<p>" + b"x" * 2_000_000, source="x"), CleanSettings(max_page_bytes=1_000_000))
    assert isinstance(outcome, Skipped)
    assert (outcome.code, outcome.detail) == (Reason.TOO_COMPLEX, "page over 1 MB")


def test_the_second_opinion_never_empties_an_article():
    both = clean_page(Page(body=article_page().encode(), source="x"), CleanSettings(second_opinion=True))
    alone = clean_page(Page(body=article_page().encode(), source="x"), ALONE)
    assert isinstance(both, Article)
    assert isinstance(alone, Article)
    assert both.text == alone.text
