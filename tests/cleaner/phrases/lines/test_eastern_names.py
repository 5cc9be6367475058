"""After a label in Chinese, Japanese and Korean: who made it goes, what happened stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

CREDITS = [
    "来源：新京报",
    "来源：中国青年报",
    "来源：经济观察报",
    "来源：外交部",
    "来源：教育部",
    "来源：工信部",
    "来源：国家统计局",
    "来源：财政部网站",
    "来源：21世纪经济报道",
    "编辑：庞伟",
    "编辑：安然",
    "责任编辑：翟小明",
    "责编：聂华",
    "编辑：左宗",
    "编辑：司马相",
    "责任编辑：诸葛亮、盛利",
    "校对：苗圃",
    "审核：耿飚",
    "编辑：鲍鱼 靳东",
    "图：王小明（新华社）",
    "(责任编辑：周楠、孙一凡)",
    "圖：取自網路",
    "[사진=게티이미지뱅크]",
    "자료: 한국은행",
    "사진=청와대",
    "사진=국회사진기자단",
    "사진=삼성전자",
    "사진=온라인 커뮤니티 캡처",
    "사진=SNS 캡처",
    "자료: 금융감독원",
    "출처: 한국거래소",
    "국립중앙박물관 제공",
    "画像：公式サイトより",
    "画像：プレスリリースより",
    "写真：本人のインスタグラムより",
    "画像：X（旧Twitter）より",
    "写真：AP/アフロ",
]
TEXT = [
    "编辑：这本书救了我",
    "责编：没有署名",
    "编辑：安静",
    "编辑：华北",
    "编辑：高铁",
    "审核：管理",
    "来源：内部",
    "来源：俱乐部",
    "来源：大脑局部",
    "图：中国南部",
    "图：包头",
    "图：高铁开通",
    "画像：昨年より",
    "写真：前回より",
    "写真：東京より大阪が好き",
    "글: 김치",
    "영상: 서울",
    "자료: 주민등록",
    "숙식 제공",
]


@pytest.mark.parametrize("line", CREDITS)
def test_who_made_it_goes(line):
    assert tell_line(line) is LineKind.SIGNATURE


@pytest.mark.parametrize("line", TEXT)
def test_what_happened_stays(line):
    assert tell_line(line) is None
