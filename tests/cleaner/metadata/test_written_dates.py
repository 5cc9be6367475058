import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.metadata.written_dates import date_beside_body, date_in_brackets


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/archives/2025/12/16/harbour", "2025-12-16"),
        ("/articles/2025-11-05+harbour", "2025-11-05"),
        ("/2026/8/1/harbour", "2026-08-01"),
        ("/2025/10/31", "2025-10-31"),
        ("/20260821-harbour", "2026-08-21"),
        ("/articles_2_15/11/2009_337125", "2009-11-15"),
        ("/21-08-2026/harbour", "2026-08-21"),
        ("/world/2026/aug/21/harbour-opens", "2026-08-21"),
        ("/blog/2026/October/03/harbour/", "2026-10-03"),
        ("/deportes/2026/agosto/1/puerto", "2026-08-01"),
        ("/results/2026/round/21/harbour", None),
        ("/2026/feb/31/harbour", None),
        ("/2020/set/10/harbour", None),
        ("/world/2026/aug/21", "2026-08-21"),
        ("/5/11/2009/harbour", None),
        ("/12/11/2009/harbour", None),  # in November or in December
        ("/15/21/2009/harbour", None),
        ("/2025/1216/harbour", None),
        ("/202611/12345", None),
        ("/2024/12345", None),
        ("/2026/02/31/harbour", None),
        ("/history/flood-of-31-01-1953", None),  # what the text is about
        ("/events/regatta-30-11-2031", None),
        ("/news/scores-21-08-2026", None),
        ("/law/28-02-1900/harbours", None),
    ],
)
def test_a_date_in_the_address_is_read_whole_or_not_at_all(path, day):
    tree = LexborHTMLParser("<title>Harbour</title><h1>Harbour</h1><p>Text.</p>")
    assert extract_metadata(tree, f"https://example.org{path}").published == day


ARTICLE = '<meta property="og:type" content="article"><h1>The harbour opens again</h1>'
PRODUCT = '<meta property="og:type" content="product"><h1>The harbour crane</h1>'
FAR = "<p>The port and its cranes, in a hundred words or so of text that stand between.</p>" * 40


@pytest.mark.parametrize(
    ("html", "day"),
    [
        # Far from the headline, an article's only date counts, the day of its update where it shows no other.
        (f'{ARTICLE}{FAR}<p class="dates">Updated March 13, 2026</p>', "2026-03-13"),
        (f'{ARTICLE}{FAR}<p class="dates">3 March 2026, updated 13 March 2026</p>', "2026-03-03"),
        (f"{ARTICLE}<p>Aktualisiert: 13.03.2026 - Erstellt: 03.03.2026</p>", "2026-03-03"),
        # Elsewhere only one that is said to be of the publication.
        (f'{PRODUCT}{FAR}<span class="published-date">March 3, 2026</span>', "2026-03-03"),
        (f"{PRODUCT}{FAR}<h3>Published</h3><p><time datetime='2026-03-03'>March 3</time></p>", "2026-03-03"),
        (f'{PRODUCT}{FAR}<span class="date">March 3, 2026</span>', None),
        (f'{PRODUCT}{FAR}<i class="published">3 May 2026</i><i class="published">4 May 2026</i>', None),
        # A label before the date, with both before the headline.
        (f"<meta property='og:type' content='article'><p>Last updated:</p><p>3 May 2026</p>{ARTICLE}", "2026-05-03"),
        # Tags that a publisher made up.
        (f'<meta name="x-published-date" content="2026-05-03T10:00:00Z">{ARTICLE}', "2026-05-03T10:00:00+00:00"),
        (f'<meta name="unpublish-date" content="2026-05-03">{ARTICLE}', None),
    ],
)
def test_dates_that_say_what_they_are_are_believed_far_from_the_headline(html, day):
    assert extract_metadata(LexborHTMLParser(html), None).published == day


LONG = "<p>The port and its cranes, and what the council said of them on the quay, in so many words that this is no teaser: </p>"
LISTED = "".join(f"<h3>Item</h3><time>{day} May 2026</time>" for day in (5, 4, 3))


def test_a_date_over_a_text_is_its_own_though_a_list_of_others_follows():
    text = LONG.replace("</p>", "it was long, and it was read to the end by all of them.</p>") * 4
    for own in (f"<h1>Harbour</h1><p>6 May 2026</p>{text}", f"<p>6 May 2026</p><h1>Harbour</h1>{text}"):
        assert (
            extract_metadata(LexborHTMLParser(f"<title>Harbour</title>{own}{LISTED}"), None).published == "2026-05-06"
        )
    teased = f"<title>Harbour</title><h1>Harbour</h1><p>6 May 2026</p>{LONG}{LISTED}"
    assert extract_metadata(LexborHTMLParser(teased), None).published is None


def test_a_weak_date_does_not_make_a_product_an_article():
    html = f'<title>Cranes</title>{PRODUCT}{FAR}<span class="published-date">March 3, 2026</span>'
    dated, undated = LexborHTMLParser(html), LexborHTMLParser(html.replace("March 3, 2026", ""))
    assert extract_metadata(dated, None).title == extract_metadata(undated, None).title


@pytest.mark.parametrize(
    ("language", "updated", "published"),
    [
        ("sk", "Aktualizované", "Publikované"),
        ("fr", "Mise à jour le", "publié le"),
        ("es", "Actualizado:", "Creado:"),
        ("it", "Ultimo aggiornamento", "Pubblicato"),
        ("ca", "Actualitzat:", "Creat:"),
        ("de", "Letzte Änderung:", "Publiziert:"),
        ("sq", "Përditësuar", "publikuar"),
        ("et", "Uuendatud", "avaldatud"),
        ("lt", "Atnaujinta", "publikuota"),
        ("is", "Uppfært", "Birt"),
        ("fo", "Dagført", "Skrivað"),
        ("kn", "ನವೀಕರಿಸಲಾಗಿದೆ:", "ಪ್ರಕಟಣೆ:"),
        ("ml", "പുതുക്കിയത്:", "പ്രസിദ്ധീകരിച്ചത്:"),
        ("te", "అప్‌డేట్:", "ప్రచురణ:"),
        ("ta", "புதுப்பிக்கப்பட்டது:", "வெளியிடப்பட்டது:"),
        ("gu", "અપડેટ:", "પ્રકાશિત:"),
        ("ur", "آخری اپڈیٹ:", "اشاعت:"),
        ("ne", "अद्यावधिक:", "प्रकाशित मिति:"),
        ("mr", "अद्ययावत:", "प्रसिद्ध:"),
        ("pa", "ਅੱਪਡੇਟ:", "ਪ੍ਰਕਾਸ਼ਿਤ:"),
        ("si", "යාවත්කාලීන:", "පළකළ:"),
        ("sl", "Zadnji poseg:", "Objavljeno:"),
        ("hr", "Ažurirano:", "Objavljeno:"),
        ("bg", "Последна промяна:", "Публикувана:"),
        ("mk", "Ажурирано:", "Објавено:"),
        ("be", "Абноўлена", "Апублікавана"),
        ("kk", "Жаңартылды:", "Жарияланды:"),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "<p><i>{updated} {later}</i> <i>{published} {first}</i></p>",
        "<p>{updated} {later} | {published} {first}</p>",
        "<p>{published} {first} / {updated} {later}</p>",
        "<p><b>{updated}</b> <i>{later}</i></p><p><b>{published}</b> <i>{first}</i></p>",
        "<p>{updated} {later}</p><p>{first}</p>",
    ],
)
def test_the_update_s_date_is_not_the_publication_s(language, updated, published, line):
    dated = line.format(updated=updated, published=published, first="2026-11-26 10:15", later="2026-11-27 08:10")
    html = f"<html lang={language}><title>Harbour</title><h1>Harbour</h1>{dated}<p>Text.</p>"
    assert (extract_metadata(LexborHTMLParser(html), None).published or "")[:10] == "2026-11-26"


def test_a_long_dateline_with_a_word_for_its_update_is_read():
    line = "26 ноември 2026, 17:40 ч. (обновена 27 ноември 2026, 08:15 ч.)"
    html = f"<html lang=bg><title>Пристан</title><h1>Пристан</h1><p>{line}</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == "2026-11-26T17:40:00"


BODY = (
    "<p>The port and its cranes, and what the council said of them, in so many words that this is no teaser of it.</p>"
    * 4
)
COMMENTS = (
    '<div id="comments"><h2>Comments</h2><div class="cmt"><b>Tom</b> <span>27.11.2026</span><p>True.</p></div></div>'
)
TODAY = "Friday, November 27, 2026"


@pytest.mark.parametrize("kind", ["article", "x"])
@pytest.mark.parametrize(
    ("over", "own", "below", "day"),
    [
        ("", "<span>26.11.2026</span>{h1}", COMMENTS, "2026-11-26"),
        ("", "<time datetime=2026-11-26>26 Nov</time>{h1}", COMMENTS, "2026-11-26"),
        # Comments that no class tells.
        ("", "<span>26.11.2026</span>{h1}", COMMENTS.replace("comments", "x").replace("cmt", "y"), "2026-11-26"),
        ("", "{h1}<span>5 hours ago</span>", COMMENTS, None),
        (f'<header><span class="date">{TODAY}</span></header>', "{h1}<span>5 hours ago</span>", "", None),
        (f'<div id="current-date">{TODAY}</div>', "{h1}<span>5 hours ago</span>", "", None),
        (f'<div class="todaydate">{TODAY}</div>', "{h1}<span>26 November 2026</span>", "", "2026-11-26"),
        (
            "",
            "{h1}<span>5 hours ago</span>",
            '<aside><h3><a href="/x">Other news</a></h3><span class="date">27.11.2026</span></aside>',
            None,
        ),
        (
            "",
            "{h1}<span>5 hours ago</span>",
            f'<a href="/x"><time>27.11.2026</time> {"Other news of the coast " * 3}</a>',
            None,
        ),
        ("", '{h1}<time class="updated">27.11.2026</time><time class="published">26.11.2026</time>', "", "2026-11-26"),
        ("", '{h1}<time class="published updated">26.11.2026</time>', "", "2026-11-26"),
        (f'<div class="line"><b class="date">{TODAY}</b></div>', "{h1}<span>5 hours ago</span>", "", None),
        # An article's own header, column and meta line.
        ("", '<header class="entry-header"><span>26.11.2026</span></header>{h1}', "", "2026-11-26"),
        ("", '{h1}<aside class="meta"><time datetime="2026-11-26">26 Nov</time></aside>', "", "2026-11-26"),
        ("", '{h1}<div class="meta no-comments"><span>26.11.2026</span></div>', "", "2026-11-26"),
    ],
)
def test_dates_of_comments_teasers_and_of_today_are_not_the_article_s(kind, over, own, below, day):
    head = f'<html lang=en-GB><title>Harbour</title><meta property="og:type" content="{kind}">'
    html = f"{head}<body>{over}<main><article>{own.format(h1='<h1>Harbour</h1>')}{BODY}{below}</article></main>"
    assert extract_metadata(LexborHTMLParser(html), None).published == day


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        (
            '<footer class="node__meta"><div class="node__submitted">Ada Moss, 26.11.2026 - 17:40</div></footer>',
            "2026-11-26T17:40:00",
        ),
        ('<abbr class="published" title="2026-11-26T17:40:00+00:00">yesterday</abbr>', "2026-11-26T17:40:00+00:00"),
        ('<span class="published-date" title="2026-11-26 07:44">2 days ago</span>', "2026-11-26T07:44:00"),
        ('<span data-timestamp="1795714800">5h</span>', "2026-11-26T17:40:00+00:00"),
        # Titles of links, and what is none of a machine's dates.
        ('<a href="/x" title="2026-11-26">Older news</a>', None),
        ('<span title="The storm of 26 November 2026">Storm</span>', None),
    ],
)
def test_dates_in_attributes_and_in_an_article_s_footer(shown, published):
    html = f"<html lang=de><title>Harbour</title><article><h1>Harbour</h1>{shown}<p>Text.</p></article>"
    assert extract_metadata(LexborHTMLParser(html), None).published == published


@pytest.mark.parametrize(
    ("linked", "published"),
    [
        (
            '{"@type": "NewsArticle", "headline": "Harbour", "datePublished": 1795714800000}',
            "2026-11-26T17:40:00+00:00",
        ),
        ('{"@type": "NewsArticle", "headline": "Harbour", "datePublished": true}', None),
        ('{"@type": "VideoObject", "name": "Harbour", "uploadDate": "2026-11-26"}', "2026-11-26"),
        ('{"@type": "VideoObject", "name": "How to moor", "uploadDate": "2026-11-26"}', None),
        ('[{"@type": "VideoObject", "name": "Harbour", "uploadDate": "2026-11-26"}, {"@type": "Product"}]', None),
    ],
)
def test_dates_of_linked_data_in_numbers_and_of_the_page_s_video(linked, published):
    html = f'<title>Harbour | Daily</title><script type="application/ld+json">{linked}</script><h1>Harbour</h1>'
    assert extract_metadata(LexborHTMLParser(html), None).published == published


def test_a_date_that_is_said_to_be_the_first_beats_a_bare_one_before_it():
    dated = "<p>November 22, 2026 — 9.10am<br>First published at November 20, 2026 — 6.00am</p>"
    html = f"<html lang=en-AU><title>Harbour</title><h1>Harbour</h1>{dated}<p>Text.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == "2026-11-20"


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("First published 1 May 2026", "2026-05-01"),
        ("First published 1 May 1999, Penguin Books", "2026-05-03"),
        ("It was first published on 1 May 2026", "2026-05-03"),
        ("First published 1 June 2026", "2026-05-03"),
    ],
)
def test_the_first_publication_is_said_at_the_beginning_of_a_line_and_within_a_year(later, day):
    html = f"<html lang=en-GB><title>Harbour</title><h1>Harbour</h1><p>3 May 2026</p><p>{later}</p><p>Text.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == day


_OWN = (
    "article__topline article-topbar commentary-meta kommentar-header date-comments meta-date-comment hasComments "
    "postAndReplies gnt-today-meta has-sidebar"
)


@pytest.mark.parametrize("page", ["<main><article>{}</article></main>", "<div>{}</div>"])
@pytest.mark.parametrize("name", _OWN.split())
def test_an_article_s_own_datelines_may_be_called_after_comments_and_lines_over_a_site(page, name):
    own = f"<h1>Harbour</h1><div class={name}><h3><a href=/x>More</a></h3><span>26.11.2026</span></div>{BODY}"
    html = f'<html lang=de><title>Harbour</title><meta property="og:type" content="article"><body>{page.format(own)}'
    assert extract_metadata(LexborHTMLParser(html), None).published == "2026-11-26"


@pytest.mark.parametrize(
    "name", "comment comments commentList article-comments kommentare today topbar related-articles".split()
)
def test_dates_in_comments_and_in_lines_over_a_site_are_none(name):
    other = f"<div><h1>Harbour</h1><div class={name}><span>26.11.2026</span></div>{BODY}</div>"
    html = f'<html lang=de><title>Harbour</title><meta property="og:type" content="article"><body>{other}'
    assert extract_metadata(LexborHTMLParser(html), None).published is None


@pytest.mark.parametrize("name", ["no-sidebar", "has-sidebar", "comments-open"])
def test_a_page_without_a_headline_is_not_judged_by_the_name_of_its_body(name):
    html = f'<meta property="og:type" content="article"><body class={name}><h2><a href=/x>More</a></h2>{BODY}'
    dated = LexborHTMLParser(f"<html lang=en>{html}<span class=date>26 November 2026</span>")
    assert extract_metadata(dated, None).published == "2026-11-26"


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        (f"<p data-timestamp=1795714800>{'The port and its cranes, long. ' * 5}</p>", None),
        ("<p title=1999999999>3 May 2026</p>", "2026-05-03"),
        ("<p title=1999999999>yesterday</p>", None),
        ("<p data-date=2026-05-09>3 May 2026</p>", "2026-05-03"),
        ("<p>Updated <span title='2026-05-06 10:00'>2 days ago</span></p>", None),
        ("<p>Updated 2026-05-06 10:00 UTC | Published 2026-05-04 09:00 UTC</p>", "2026-05-04T09:00:00+00:00"),
    ],
)
def test_a_text_beats_the_attribute_of_its_element(shown, published):
    html = f"<html lang=en><title>Harbour</title><h1>Harbour</h1>{shown}<p>Text.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == published


@pytest.mark.parametrize(
    ("over", "day"),
    [
        # Today's, and then the article's own.
        (
            '<div class="line">Pátek 27. listopadu 2026. Svátek má Xenie</div><p>Weather</p><p>11. listopadu 2026 21:15</p>',
            "2026-11-11",
        ),
        ("<p>Vydáno 11. listopadu 2026</p><p>Aktualizováno 27. listopadu 2026</p>", "2026-11-11"),
        ("<p>11. listopadu 2026</p><p>Weather</p>", "2026-11-11"),
        # The earlier one is no masthead's.
        ("<p>Vydáno 11. listopadu 2026</p><p>Ada Nováková</p><p>Aktualizováno: 27. listopadu 2026</p>", "2026-11-11"),
        ("<p>11. listopadu 2026</p><p>Foto: Jan Malý</p><p>Naposledy 27. listopadu 2026</p>", "2026-11-11"),
        ("<p>Zveřejněno 11. listopadu 2026</p><p>Ada Nováková</p><p>Otevřeno 10. listopadu 2026</p>", "2026-11-11"),
        (
            "<table><tr><td><font>11. listopadu 2026</font></td><td><a href=/p>Tisk</a> <a href=/m>E-mail</a></td></tr></table>",
            "2026-11-11",
        ),
        ("<table><tr><td>11. listopadu 2026</td></tr>" + "<tr><td>Brno</td><td>2:1</td></tr>" * 4 + "</table>", None),
    ],
)
def test_of_the_dates_before_the_headline_the_nearest_is_its_own(over, day):
    html = f"<html lang=cs><title>Přístav</title><body><div>{over}<h1>Přístav</h1>{LONG}</div>"
    assert (extract_metadata(LexborHTMLParser(html), None).published or "")[:10] == (day or "")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("21.08.2026 - 10:05 Por Ada Lovelace (texto) e Charles Babbage (fotografia)", "2026-08-21T10:05:00"),
        ("21/08/2026 Por Ada Lovelace (texto) e Charles Babbage (fotografia), no cais", "2026-08-21"),
        ("21.08.2026 foi o dia em que o porto abriu de novo, com navios e música no cais", None),
    ],
)
def test_a_date_may_have_a_long_byline_behind_it(line, day):
    html = f"<html lang=pt><title>O porto abre</title><h1>O porto abre</h1><small>{line}</small><p>Texto.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == day


def test_lithuanian_dates_may_have_the_word_for_month():
    html = "<html lang=lt><title>Uostas</title><h1>Uostas</h1><p>2026 rugpjūčio mėn. 21d. 07:45</p><p>Tekstas.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == "2026-08-21"


@pytest.mark.parametrize(
    ("language", "name", "day"),
    [("", "بندر گشوده شد", "2015-08-21"), ("", "بندر دبي", None), (" lang=ar", "بندر گشوده شد", None)],
)
def test_a_page_in_persian_letters_has_persian_years(language, name, day):
    html = f"<html{language}><title>{name}</title><h1>{name}</h1><div>94/05/30 - 11:40</div><p>Text.</p>"
    assert extract_metadata(LexborHTMLParser(html), None).published == day


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["Text.", "(21 agosto 2026)"], "2026-08-21"),
        (["[21.08.2026]"], "2026-08-21"),
        (["(21 agosto 2026)", "(21 agosto 2026)"], "2026-08-21"),
        (["(21 agosto 2026)", "(22 agosto 2026)"], None),
        (["Ada Lovelace (10 dicembre 1815)"], None),
        (["(21 agosto)"], None),
    ],
)
def test_the_only_date_in_brackets_that_is_a_text_of_its_own_is_the_article_s(texts, day):
    assert date_in_brackets(texts, "it") == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 3, 2026 – June 5, 2026", None),
        ("3 May 2026 - 5 June 2026", None),
        ("3 May 2026 – updated 5 May 2026", "2026-05-03"),
        ("3 May 2026 10:05 – 5 May 2026 11:00", "2026-05-03T10:05:00"),
        ("3 May 2026 – Port Town", "2026-05-03"),
        ("2026-05-03", "2026-05-03"),
    ],
)
def test_the_first_day_of_the_time_that_something_ran_is_no_date_of_publication(line, day):
    assert date_beside_body(["Otters on show", line], [], "en") == day
