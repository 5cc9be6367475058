"""Lines that say who made an article or its picture go from under and inside its text; what people say of such things stays."""

import pytest

from scraper import clean
from scraper.cleaner.rules.lines import LineKind, tell_line
from scraper.cleaner.rules.lines.choice import MAX_MARKS
from scraper.cleaner.rules.lines.signatures import is_reporters_mark
from tests.cleaner.pages import article_page, paragraphs

SIGNATURES = [
    "文｜苏眠",
    "出品｜算盘财经",
    "责任编辑：",
    "오세훈·박가영 기자",
    "글·사진 김민지 선임기자",
    "사진제공: 순천시",
    "(责任编辑：周楠、孙一凡)",
    "来源：江城晚报",
    "原标题：西部山区首座玻璃桥今日试运行",
    "編輯：林恩如",
    "（本报记者 王小明）",
    "游客在桥上拍照。张小北摄",
    "書架沿著牆面排列。中央社記者林孟儒攝 115年11月16日",
    "堤防の上を歩く住民ら＝2026年11月21日、佐々木健太撮影",
    "写真：佐々木健太",
    "Pewarta: Ahmad Fauzi",
    "Nguồn: Báo Quê Tôi",
    "Ngư dân được đưa lên bờ, sáng 18/11. Ảnh: Bùi Toàn",
    "ขอบคุณภาพจาก : เพจโคราชบ้านเอ็ง",
    "انتهای پیام/",
    "جانب من السوق الليلي (تصوير: فهد العتيبي)",
    "المصدر: وكالات",
    "Editör: Hasan Aydın",
]
STATEMENTS = [
    "记者：您怎么看这件事？",
    "来源：这笔钱来自村里的合作社。账目每年公布一次。",
    "他在这里拍摄",
    "プラットホームで写真を撮影",
    "한지민 기자가 만난 사람들",
    "사진 속의 아이는 지금 예순이 되었다.",
    "Editor: What did the harbour look like then?",
    "Nguồn nước ở đây đã cạn.",
    "(more than a harbour)",
    "المصدر الوحيد للمياه هو النهر",
]


@pytest.mark.parametrize("line", SIGNATURES)
def test_a_line_that_says_who_made_it_is_no_content(line):
    assert tell_line(line) is LineKind.SIGNATURE
    text = clean(article_page(paragraphs() + f"<p>{line}</p>")).text
    assert line not in text
    assert text.endswith("done twice before.")


@pytest.mark.parametrize("line", STATEMENTS)
def test_what_is_said_of_sources_and_pictures_is(line):
    assert tell_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        *("오세훈 기자 osh@news.example", "jmhan@news.example", "Contact: editor@news.example", "(rzk/idh)"),
        *("(MTI)", "TT", "dpa", "(rn, PAP)", "Sursa: Agerpres", "(AFP/Reuters)", "Πηγή: ΑΠΕ-ΜΠΕ"),
    ],
)
def test_a_reporters_address_or_initials_under_the_text_are_no_content(line):
    assert is_reporters_mark(line)
    assert line not in clean(article_page(paragraphs() + f"<p>{line}</p>")).text


@pytest.mark.parametrize("line", ["tt", "The AP has it", "(PAP is a party)", "Aa!", "An agency"])
def test_other_short_lines_are_no_marks(line):
    assert not is_reporters_mark(line)


def test_addresses_that_an_article_lists_are():
    lines = [f"<p>council{number}@harbour.example</p>" for number in range(MAX_MARKS + 1)]
    assert clean(article_page(paragraphs() + "".join(lines))).text.count("@") == len(lines)
    assert not is_reporters_mark("Write to osh@news.example. She reads it all herself, as the mayor says.")
