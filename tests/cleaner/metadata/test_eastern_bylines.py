"""Bylines as publishers in Asia and Africa write them."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.metadata.bylines import authors_in
from scraper.cleaner.metadata.eastern_signatures import eastern_signatures
from scraper.cleaner.metadata.people import clean_authors

TITLE = "항구는 봄까지 닫힌다"


def authors(body: str, head: str = "", title: str = TITLE) -> tuple[str, ...]:
    html = (
        f'<title>{title}</title><meta property="og:type" content="article"><meta property="og:title" content="{title}">'
        f"{head}<body><h1>{title}</h1>{body}<p>Text.</p>"
    )
    return extract_metadata(LexborHTMLParser(html), "https://news.example/a").authors


def test_a_reporter_in_the_byline_is_the_author_and_not_the_paper_that_metadata_state():
    stated = '<meta property="article:author" content="한빛일보">'
    assert authors("<ul><li>오세훈 기자 osh@news.example</li><li>박가영 기자</li></ul>", stated) == ("오세훈", "박가영")
    assert authors("<p><em>한지민 기자</em></p>", stated) == ("한지민",)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["記者吳志明／基隆報導", "2005.11.02"], ("吳志明",)),
        (["최영식 기자 yschoi@news.example"], ("최영식",)),
        (["By ADA LOVELACE"], ()),
    ],
)
def test_names_of_a_few_characters_are_peoples_after_or_before_their_title(lines, names):
    assert authors_in(lines) == names


def test_publishers_make_up_names_for_their_tags_of_the_author():
    for name in ("content_author", "articleAuthor", "dable:author", "news-author-name"):
        assert authors("", f'<meta name="{name}" content="Dewi Lestari">') == ("Dewi Lestari",)
    assert authors("", '<meta name="authority" content="Dewi Lestari">') == ()


def test_a_word_for_writer_below_a_stated_name_goes_with_that_and_not_with_the_next():
    body = "<h6>Dewi Lestari</h6><p>Penulis</p><h6>Ahmad Fauzi</h6><p>Editor</p>"
    assert authors(body, '<meta name="author" content="Dewi Lestari">') == ("Dewi Lestari",)


def test_a_place_after_a_name_is_no_author():
    assert authors("<p>By <a href=/author/garba>Ibrahim Garba</a>, Kano</p>") == ("Ibrahim Garba",)
    assert authors("<p>By <a href=/author/garba>Ibrahim Garba</a>, Musa Bello</p>") == ("Ibrahim Garba", "Musa Bello")


def test_a_label_below_the_writers_job_is_no_author():
    assert authors("<p>Na Neema Joseph</p><p>Mwandishi</p><h4>Muktasari:</h4>") == ()


def test_the_place_that_goes_with_an_author_is_none():
    body = "<span class=contributor-name>প্রতিনিধি</span><span class=author-location>পিরোজপুর</span>"
    assert authors(body) == ()


def test_an_author_stands_in_a_column_that_the_theme_calls_a_sidebar_where_the_headline_does():
    title = "Tàu cá vào bờ"
    name = "<p class=author_mail><b>Phạm Linh</b></p>"
    head = (
        f'<title>{title}</title><meta property="og:title" content="{title}"><meta property="og:type" content="article">'
    )
    for html, found in (
        (f"<div class=sidebar-1><h1>{title}</h1><p>Text.</p>{name}</div>", ("Phạm Linh",)),
        (f"<h1>{title}</h1><p>Text.</p><div class=sidebar-1>{name}</div>", ()),
    ):
        assert extract_metadata(LexborHTMLParser(head + html), None).authors == found


@pytest.mark.parametrize("text", ["Deur Annelie van der Merwe", "ដោយ៖ សុខ ដារ៉ា"])
def test_words_for_by_in_more_languages(text):
    assert authors(f"<p class=author>{text}</p>") == (text.split(maxsplit=1)[1],)


@pytest.mark.parametrize("text", ["প্রতিনিধি", "செய்திப்பிரிவு", "온라인뉴스팀", "編集部", "وكالات", "กองบรรณาธิการ"])
def test_desks_are_no_people(text):
    assert authors(f"<p class=author>{text}</p>", f'<meta name="author" content="{text}">') == ()


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="szerzo"><a href="/x/1">Kántor Eszter</a></div>',
        '<div id="sports_writer">Kántor Eszter - Daily News</div>',
        '<span class="yazar">Kántor Eszter</span>',
        "<div><a href=/szerzo/kantor-eszter>Kántor Eszter</a></div>",
    ],
)
def test_an_element_called_writer_in_another_language_holds_the_author(byline):
    assert authors(byline) == ("Kántor Eszter",)


def test_an_element_called_writer_that_names_an_office_or_stands_far_below_holds_none():
    assert authors('<div class="autor">Redacción El Faro</div>') == ()
    assert authors("<p>Line.</p>" * 20 + '<div class="szerzo">Kántor Eszter</div>') == ()


def test_a_small_word_after_by_far_below_an_article_is_no_author():
    assert authors("<p>Rinda.</p>" * 20 + "<a href=/p>Par mums</a>") == ()
    assert authors("<div>By jsteinhardt</div>") == ("jsteinhardt",)


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        (["本报讯（记者 王小明 通讯员 李华）昨日起开通夜班公交。"], [], ("王小明",)),
        (["〔記者張小美／嘉義報導〕一名老翁昨日接到電話。"], [], ("張小美",)),
        (["昨日起开通。", "●方小溪／小学教师"], [], ("方小溪",)),
        ([], ["市民可拨打热线反映。", "（记者 王小明、李华）"], ("王小明", "李华")),
        ([], ["（记者 王小明 实习生李华）"], ("王小明", "李华")),
        ([], ["（本报记者 王小明摄）"], ("王小明",)),
        ([], ["大会は閉幕した。", "（スポーツ部・山田太郎）"], ("山田太郎",)),
        (["港は春まで閉じる。"], ["大会は閉幕した。", "【中野航】"], ("中野航",)),
        (["港口关闭。"], ["港口关闭。", "【中野航】"], ()),
        (["港は春まで閉じる。"], ["【関連記事】", "【毎日新聞】", "【中野航】"], ()),
        ([], ["正しく保存してください。（取材・文＝編集部　戸田あゆみ）"], ("戸田あゆみ",)),
        ([], ["港は春まで閉じる。 取材・文／戸田 あゆみ"], ("戸田 あゆみ",)),
        ([], ["「港は閉じる」\n\n文：中野航（港ライター）"], ("中野航",)),
        ([], ["港は春まで閉じる。 取材・文／湊支局"], ()),
        ([], ["聞き手・構成：後藤亜由美"], ()),
        ([], ["聞き手：後藤亜由美"], ("後藤亜由美",)),
        ([], ["文＝阿部 ユウ"], ("阿部 ユウ",)),
        *(
            ([], [f"港は春まで閉じる。文：{name}"], ())
            for name in "共同通信 毎日新聞 編集チーム 論説委員 人工知能".split()
        ),
        *(
            ([], [f"港は春まで閉じる。文：{name}"], ())
            for name in "読売新聞オンライン 編集スタッフ 経済部長 文化庁".split()
        ),
        *(
            ([], [f"港は春まで閉じる。文：{name}"], ())
            for name in ("東京大学教授", "匿名希望", "税理士 山田太郎", "湊")
        ),
        ([], ["この記事の取材・文／構成"], ()),
        ([], ["采写：海港报见习记者 王小明"], ("王小明",)),
        ([], ["海港晚报记者 王小明、李华 通讯员 陈晨"], ("王小明", "李华")),
        *(
            ([], [line], ())
            for line in ("本报记者 王小明 摄", "摄影记者 王小明", "海港报记者 采访了家人", "记者 昨日从海港获知")
        ),
        ([], ["港の文：中野航"], ()),
    ],
)
def test_who_wrote_a_text_is_named_where_it_begins_or_ends(above, below, names):
    assert eastern_signatures(above, below) == names


def test_an_intern_after_a_reporter_is_the_next_name():
    assert clean_authors(["记者 王小明　实习生 李华"]) == ("王小明", "李华")


@pytest.mark.parametrize(
    "title", ["海港新闻记者", "海港新聞記者", "海港报首席记者", "见习记者", "实习记者", "首席记者"]
)
def test_what_a_reporter_is_called_is_no_part_of_the_name(title):
    assert clean_authors([f"{title} 王小明"]) == ("王小明",)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "港は春まで閉じる。（東京都港区）",
            "港は春まで閉じる。（敬称略）",
            "（関連記事）",
            "（毎日新聞）",
            "港は閉じる。（本人提供）",
        ),
        *(
            "（记者会将于明日举行）",
            "【记者调查】港口为何关闭",
            "（记者观察）",
            "（責任编辑）",
            "（图文无关）",
            "（未完待续）",
        ),
        *("● 背景", "■ 现场", "◆ 市民声音", "□ 方小溪", "（記者会見）"),
    ],
)
def test_what_else_stands_in_brackets_or_after_a_bullet_is_nobody(text):
    assert eastern_signatures([text], []) == eastern_signatures([], [text]) == ()


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        (["海港网广州3月8日电（记者王小明）今天开通夜班公交。"], [], ("王小明",)),
        (["海港网广州3月8日电（记者调查）今天开通夜班公交。"], [], ()),
        (["【海港報╱記者王小明／台南報導】"], [], ("王小明",)),
        (["本报记者 王小明 通讯员 李华 2005年04月02日06:30 【来源：海港日报】"], [], ("王小明",)),
        (["本报记者 王小明 告诉他们，夜班公交昨日开通。"], [], ()),
        (["港口昨日开放。"], ["（王小明）"], ("王小明",)),
        (["港口昨日开放。"], ["现有员工三百人。\n（王小明）"], ("王小明",)),
        (["港は春まで閉じる。"], ["（戸田あゆみ）"], ("戸田あゆみ",)),
        (["港口昨日开放。"], ["现有员工三百人。（完）"], ()),
        (["港口昨日开放。"], ["现有员工三百人。（新华社）"], ()),
        (["港は春まで閉じる。"], ["（北浜千佳）"], ("北浜千佳",)),
        (["港は春まで閉じる。"], ["話した。（敬称略）"], ()),
        (["港は春まで閉じる。"], ["話した。（共同通信）"], ()),
    ],
)
def test_a_reporter_in_brackets_in_the_dateline_or_behind_the_last_sentence(above, below, names):
    assert eastern_signatures(above, below) == names


@pytest.mark.parametrize(
    "note",
    "要予約 税込み 先着順 雨天中止 非公開 苦笑い 享年八十 東京都 横浜市 名古屋 甲子園 大阪府 税抜き 平日のみ 駐車場あり".split(),
)
def test_places_and_notes_in_brackets_sign_nothing_in_japanese(note):
    assert eastern_signatures(["港は春まで閉じる。"], [f"話した。（{note}）"]) == ()
    assert eastern_signatures(["港は春まで閉じる。"], [f"（{note}）"]) == ()


@pytest.mark.parametrize("note", "高雄 石家庄 马德里 郑州 黄山 任免 許可 林家 温州 孟加拉 金华市".split())
def test_places_and_notes_in_brackets_behind_a_sentence_sign_nothing_in_chinese(note):
    assert eastern_signatures(["港口昨日开放。"], [f"现有员工三百人。（{note}）"]) == ()
    assert len(note) > 2 or eastern_signatures(["港口昨日开放。"], [f"（{note}）"]) == ()


def test_the_place_stands_before_a_korean_reporter():
    assert clean_authors(["부산=오세훈 기자"]) == ("오세훈",)
    assert authors("<p>부산=오세훈 기자</p>") == ("오세훈",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王小明 李华", ("王小明", "李华")),
        ("王明 李华 陈晨", ("王明", "李华", "陈晨")),
        *((name, (name,)) for name in ("田中 和子", "王 小明", "長谷川 和子")),
    ],
)
def test_blanks_part_chinese_names_and_not_a_japanese_one(text, names):
    assert clean_authors([text]) == names


@pytest.mark.parametrize("job", ["칼럼니스트", "나무 칼럼니스트", "문화평론가", "한빛대 교수"])
def test_what_a_korean_writer_is_after_the_name_is_no_part_of_it(job):
    assert authors("", f'<meta name="author" content="고가영 {job}">') == ("고가영",)
    assert authors(f"<p>고가영 {job}</p>") == ()
    assert clean_authors([f"자동차 {job}"]) == (f"자동차 {job}",)


@pytest.mark.parametrize(
    "name",
    "海港新闻 海港网 海港晚报 海港报 海港軍報 海港科技 海港之家 相关文章 版权声明 网络整理 未知 부산닷컴 부산뉴스 부산일보".split(),
)
@pytest.mark.parametrize("place", ["<div class=author>{}</div>", "<p>作者：{}</p>", ""])
def test_a_portal_a_paper_or_a_label_is_nobody(name, place):
    head = "" if place else f'<meta name=author content="{name}">'
    assert authors(place.format(name), head=head) == ()


def test_a_magazine_called_by_two_words_is_nobody():
    assert authors("", head='<meta name=author content="Mac &amp; i">') == ()
    assert authors("", head='<meta name=author content="Ada Lovelace &amp; Bob Stone">') == (
        "Ada Lovelace",
        "Bob Stone",
    )


@pytest.mark.parametrize(
    ("tail", "told"), [("_海港新闻", ()), (" - 海港财经", ()), ("_王小明专栏", ("海港",)), ("", ("海港",))]
)
def test_a_portal_is_told_by_the_channel_at_the_titles_end(tail, told):
    assert authors("", head='<meta name=author content="海港">', title=f"渡轮明天恢复{tail}") == told
