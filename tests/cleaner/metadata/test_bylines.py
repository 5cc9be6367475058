"""Bylines as pages have them: several people in one, labels of many languages, what stands beside a name."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.metadata.own_words import in_common_words

TITLE = "Storm cuts power in three districts"
ADA, BOB = "Ada Lovelace", "Bob Stone"
TEXT = (
    "<div><p>The text of the article goes on for a good while here, and says what happened.</p><p>More of it.</p></div>"
)


def authors(body: str, language: str = "en", head: str = "") -> tuple[str, ...]:
    html = (
        f'<html lang={language}><title>{TITLE} | Gazette</title><meta property="og:type" content="article">'
        f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Gazette">{head}'
        f"<body><main><h1>{TITLE}</h1>{body}{TEXT}</main>"
    )
    return extract_metadata(LexborHTMLParser(html), "https://gazette.example/a").authors


def linked(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}</script>'


_IN_CLASSES = (
    '<div class="author"><a href="/author/1">{}</a><a href="/author/2">{}</a></div>',
    '<div class="author-name">{}</div><div class="author-name">{}</div>',
    '<ul class="authors"><li><a href="/author/1">{}</a></li><li><a href="/author/2">{}</a></li></ul>',
)
_BBC = (
    '<div class="s-ContributorDetails"><div class="s-Text-TextContributorName">By {}</div><div class="s-Text">Reporter</div></div>'
    '<div class="s-ContributorDetails"><div class="s-Text-TextContributorName">{}</div><div class="s-Text">Cardiff</div></div>'
)


@pytest.mark.parametrize(
    "byline",
    [
        *_IN_CLASSES,
        "<div class=byline><a>{}</a><a>{}</a></div>",
        "<div class=byline><span>By</span><a>{}</a><a>{}</a></div>",
        "<div class=author><span>{}</span><span>{}</span></div>",
        "<div class=authors><div class=author>{}</div><div class=author>{}</div></div>",
        "<ul class=authors><li>{}</li><li>{}</li></ul>",
        '<p class=byline__name><a href="/p/1" rel=author>{}</a></p><p class=byline__name>{}</p>',
        "<p>By <a>{}</a> and {}</p>",
        "<p>By {}<br>and {}</p>",
        "<p>By {}<br>By {}</p>",
        "<p>By <a href=/a/1>{}</a> in London and <a href=/a/2>{}</a> in Oslo</p>",
        "<p class=byline>By {} in Millbrook and {} in Toledo</p>",
        "<p class=byline>By {} of ProPublica and {} of The Bee</p>",
        "<p class=byline>By {}, as told to {}</p>",
        "<p class=byline>{} + {}</p>",
        "<div class=byline><a href=/a/1>{}</a><span>National reporter</span><a href=/a/2>{}</a><span>Editor</span></div>",
        "<div class=contributors><div class=contributor><p class=name>{}</p><p class=role>Reporter</p></div>"
        "<div class=contributor><p class=name>{}</p><p class=role>Editor-at-large</p></div></div>",
        "<div class=byline><div>{}<br>Reporter</div><div>{}<br>Editor</div></div>",
        '<div data-component="byline-block">' + _BBC + "</div>",
        '<section aria-labelledby="article-byline"><strong>Information</strong><ul><li><span>Author, </span><span>{}</span></li>'
        "<li><span>Role, </span><span>Gazette World</span></li><li><span>Author, </span><span>{}</span></li></ul></section>",
        '<footer class="node__meta"><div class="node__submitted">By {} and {}</div></footer>',
        '<div class="coauthors">{} and {}</div>',
    ],
)
def test_all_people_of_a_byline_are_read(byline):
    assert authors(byline.format(ADA, BOB)) == (ADA, BOB)


@pytest.mark.parametrize("byline", _IN_CLASSES)
@pytest.mark.parametrize(
    "names",
    [
        ("محمد حسن", "ليلى كريم"),
        ("இரா. செல்வி", "எம். முத்து"),
        ("მარიამ გელაშვილი", "გიორგი ბერიძე"),
        ("สมชาย ใจดี", "มานี รักไทย"),
        ("דנה כהן", "יוסי לוי"),
        ("अविनाश कुलकर्णी", "प्राची देशमुख"),
        ("김민지", "이수진"),
        ("Мария Петрова", "Иван Сидоров"),
    ],
)
def test_all_people_of_a_byline_are_read_in_scripts_without_capitals(byline, names):
    assert authors(byline.format(*names)) == names


@pytest.mark.parametrize(
    ("byline", "head", "names"),
    [
        ("<p>By {} and {}</p>", '<meta name="author" content="Ada Lovelace">', (ADA, BOB)),
        ("<p class=byline>{} and {}</p>", '<meta name="author" content="Ada Lovelace">', (ADA, BOB)),
        ("<p><a>{}</a> and <a>{}</a></p>", '<meta name="author" content="Ada Lovelace">', (ADA, BOB)),
        # Not the editor, who checked it, or the paper.
        (
            "<p><a>{}</a>, <a>{}</a></p>",
            '<meta name="author" content="Ada Lovelace"><meta name="content_editor" content="Bob Stone">',
            (ADA,),
        ),
        ("<p><a>{}</a>. Reviewed by <a>{}</a></p>", '<meta name="author" content="Ada Lovelace">', (ADA,)),
        ("<p>{}</p><p>Photographs: {}</p>", '<meta name="author" content="Ada Lovelace">', (ADA,)),
        ("<p>{} and Daily News</p><p>{}</p>", '<meta name="author" content="Ada Lovelace">', (ADA,)),
    ],
)
def test_a_byline_names_those_for_whom_a_field_has_no_room(byline, head, names):
    assert authors(byline.format(ADA, BOB), head=head) == names


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('{"@type": "Person", "name": ["Ada Lovelace", "Bob Stone"]}', (ADA, BOB)),
        ('{"@type": "Person", "name": "<a href=\'/ada\'>Ada Lovelace</a>"}', (ADA,)),
        ('{"@type": "Person", "name": "Redaksia"}', ()),
        ('{"@type": "Person", "name": "Wartawan Gazette"}', ()),
        ('{"@type": "Person", "name": "Gazette.hr"}', ()),
    ],
)
def test_authors_of_json_ld(author, names):
    assert authors("", head=linked(author)) == names


def test_an_organisation_that_json_ld_has_as_the_author_is_none_in_the_byline():
    assert authors("<p>By The Union Wire</p>", head=linked('{"@type": "Organization", "name": "Union Wire"}')) == ()
    person = linked('{"@type": "Organization", "name": "Ada Lovelace"}')
    assert authors("<p>By Ada Lovelace</p>", head=person) == (ADA,)


@pytest.mark.parametrize(
    ("language", "joint", "names"),
    [
        ("et", "ja", ("Ants Tamm", "Mari Kask")),
        ("lv", "un", ("Jānis Bērziņš", "Anna Kalniņa")),
        ("lt", "ir", ("Jonas Petraitis", "Rasa Kupčinskienė")),
        ("cy", "a", ("Elin Haf", "Gwion Llŷr")),
        ("ga", "agus", ("Seán Mac", "Máire Ní")),
        ("sl", "in", ("Nataša Vidmar", "Matej Koren")),
        ("hr", "i", ("Ivana Marušić", "Dario Knežević")),
        ("bg", "и", ("Десислава Тонева", "Иван Пеев")),
        ("sk", "a", ("Eva Gábrišová", "Peter Olejník")),
        ("be", "і", ("Наста Кавалёнак", "Ян Бабіч")),
        ("kk", "және", ("Айгүл Сейт", "Ерлан Бек")),
        ("ckb", "و", ("ئاواز حەسەن", "کاروان عەلی")),
        ("kn", "ಮತ್ತು", ("ರವಿ ಕೆಳಂಗಡಿ", "ಸುಧಾ ಹೆಗಡೆ")),
        ("ta", "மற்றும்", ("இரா. செல்வி", "எம். முத்து")),
        ("gu", "અને", ("પ્રજ્ઞેશ ત્રિવેદી", "હિતેશ સોલંકી")),
        ("ur", "اور", ("شازیہ حسن", "طارق نقوی")),
        ("ne", "र", ("सरिता तिमल्सिना", "डीबी बुढा")),
        ("mr", "आणि", ("अविनाश कुलकर्णी", "प्राची देशमुख")),
        ("pa", "ਅਤੇ", ("ਹਰਜਿੰਦਰ ਮਾਨ", "ਨਵਦੀਪ ਕੌਰ")),
        ("si", "සහ", ("චමින්ද සිල්වා", "රුවන් මෙන්ඩිස්")),
        ("sw", "na", ("Neema Kasidi", "Josphat Otieno")),
        ("hu", "és", ("Kántor Eszter", "Kiss Anna")),
        ("ro", "și", ("Ioana Mărginean", "Radu Tudoran")),
    ],
)
def test_words_for_and(language, joint, names):
    assert authors(f"<div class=author>{names[0]} {joint} {names[1]}</div>", language) == names


@pytest.mark.parametrize(
    ("language", "labels", "name"),
    [
        ("sl", "Avtor: |Avtorica: |Pripravila: |Avtor ", "Nataša Vidmar"),
        ("hr", "Piše: |Priredio: |Razgovarala: |Piše ", "Ivana Marušić"),
        ("sr", "Аутор: |Подготви: |Разговара: |Од ", "Милица Ђукановић"),
        ("mk", "Разговараше: |Од |од ", "Елена Трајкоска"),
        ("bg", "От |От: |Разговарал: ", "Десислава Тонева"),
        ("sq", "Nga |Nga: |Shkruan: |Përgatiti: |Intervistoi: |Publikuar nga ", "Arben Hoxha"),
        ("sk", "Napísal |Pripravila: |Od |Zhovárala sa ", "Eva Gábrišová"),
        ("cy", "Gan ", "Elin Haf Prydderch"),
        ("ga", "Le ", "Breandán Mac Giolla Easpaig"),
        ("is", "Höfundur: |Höfundur ", "Sólrún Dögg Þorvaldsdóttir"),
        ("fo", "Skrivað: |Skrivað ", "Turið Jacobsen"),
        ("et", "Toimetas: |Toimetaja: |Autor: ", "Mari Kask"),
        ("lt", "Parengė: |Parengė ", "Rasa Kupčinskienė"),
        ("ckb", "نووسین: |نووسەر: |ڕاپۆرت: ", "ئاواز حەسەن"),
        ("mn", "Зохиогч: |Нийтэлсэн: |Сурвалжлагч: ", "Г.Бат-Эрдэнэ"),
        ("mn", "Сурвалжлагч: ", "Д.ОЮУНЧИМЭГ"),
        ("kk", "Тілші: |Әзірлеген: |Сұхбаттасқан: ", "Айгүл Сейтова"),
        ("az", "Hazırladı: |Müəllif: ", "Günel Əliyeva"),
        ("sw", "Na ", "Neema Kasidi"),
        ("af", "Deur ", "Piet Nel"),
        ("am", "ዘጋቢ፦ ", "አበበ በቀለ"),
        ("my", "ရေးသူ – ", "မောင်မောင်"),
        ("kn", "ಲೇಖಕರು: |ಬರಹ: |ವರದಿ: ", "ರವಿ ಕೆಳಂಗಡಿ"),
        ("ml", "എഴുതിയത്: |തയാറാക്കിയത്: |റിപ്പോർട്ട്: ", "സന്തോഷ് ജോൺ"),
        ("te", "రచన: ", "రమేష్ బాబు"),
        ("ta", "கட்டுரை: |எழுத்து: ", "இரா. செல்வி"),
        ("gu", "લેખક: |દ્વારા |અહેવાલ: ", "હિતેશ સોલંકી"),
        ("ur", "رپورٹ: |از |مصنف: ", "شازیہ حسن"),
        ("si", "ලේඛක: |සටහන - ", "රුවන් මෙන්ඩිස්"),
        ("pa", "ਲੇਖਕ: ", "ਨਵਦੀਪ ਕੌਰ"),
        ("ne", "संवाददाता: ", "डीबी बुढा"),
    ],
)
def test_labels_before_a_name(language, labels, name):
    for label in labels.split("|"):
        assert authors(f"<div class=author>{label}{name}</div>", language) == (name,)
        assert authors(f"<p>{label}{name}</p>", language) == (name,)
        assert authors(f"<div class=author>{label.strip()}</div>", language) == ()


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("sr", "Jelena Radulović, Bor", ("Jelena Radulović",)),
        ("sr", "J. Radulović", ("J. Radulović",)),
        ("hr", "Dario Knežević, dopisnik iz Splita", ("Dario Knežević",)),
        ("hr", "Ivana Marušić/Hina", ("Ivana Marušić",)),
        ("sl", "STA/Nataša Vidmar", ("Nataša Vidmar",)),
        ("sk", "(tasr, Eva Gábrišová, redaktorka)", ("Eva Gábrišová",)),
        ("af", "Annelie Botha / Foto's: Piet Nel", ("Annelie Botha",)),
        ("af", "Piet Nel vir Daeraad", ("Piet Nel",)),
        ("af", "Piet Nel, Netwerk24", ("Piet Nel",)),
        ("en", "Ada Lovelace, CNN", (ADA,)),
        ("en", "By Ada Lovelace, Millbrook Messenger, Millbrook, Ohio", (ADA,)),
        ("en", "Ada Lovelace, <span>Plains Public Radio</span>", (ADA,)),
        ("en", "Ada Lovelace Special to the Messenger", (ADA,)),
        ("en", "<span>Edmonton</span> <span>The Canadian Press</span>", ()),
        ("en", "<span class=byline-loc>Edmonton</span> <span>Ada Lovelace</span>", (ADA,)),
        ("en", "Gazette, Staffordshire", ()),
        ("en", "By Ada Lovelace / Photos by Bob Stone", (ADA,)),
        ("en", "By Ada Lovelace in New York", (ADA,)),
        # Names that hold what elsewhere ends one.
        ("en", "By Anna von der Heide and Luis de la Cruz", ("Anna von der Heide", "Luis de la Cruz")),
        ("en", "By Ada Lovelace, Banksy and Bob Stone", (ADA, "Banksy", BOB)),
        ("en", "By jsteinhardt", ("jsteinhardt",)),
    ],
)
def test_what_stands_beside_a_name(language, byline, names):
    assert authors(f"<p class=byline>{byline}</p>", language) == names


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "By Monday, 200 had signed."),
        ("en", "By New Year, residents had signed."),
        ("en", "Text messages are cheap."),
        ("fr", "Par Paris, 200 sont partis."),
        ("az", "81': Qol! Trinkaundur. Müəllif Trinkaundur."),
        ("az", "Müəllif Ramiz Rövşəndir."),
        ("sk", "Od Bratislavy po Košice sneží."),
        ("sk", "Na Slovensku sneží."),
        ("sq", "Nga Tirana në Vlorë."),
        ("ro", "De Cluj la Iași."),
        ("ga", "Le Seán a bhí mé."),
        ("bg", "От София до Варна вали."),
        ("sl", "Avtor knjige je Janez."),
        ("kn", "ವರದಿ ಪ್ರಕಾರ ಮಳೆ ಬಂದಿದೆ."),
        ("en", "2016 Podcast Interview: How Resumes Have Evolved in the Digital Age"),
    ],
)
def test_a_sentence_that_begins_as_a_byline_does_names_nobody(language, sentence):
    assert authors(f"<p>{sentence}</p>", language) == ()


def test_a_byline_in_the_first_line_of_the_body_is_read():
    assert authors("<div><p><strong>Nga Ilir Dervishi</strong></p></div>", "sq") == ("Ilir Dervishi",)


def test_a_byline_under_the_linked_headline_of_another_article_is_that_articles():
    teaser = "<div class=card><h4><a href=/b>The cat Otto comes home after three years</a></h4><p>A tale.</p>{}</div>"
    for byline in ("<span class=author-art>By Bob Stone</span>", "<a href=/author/bob>Bob Stone</a>"):
        assert authors(f"{TEXT * 8}{teaser.format(byline)}") == ()
    box = (
        f"<div><h4><a href=/author/ada>About Ada Lovelace, who writes here</a></h4><a href=/author/ada>{ADA}</a></div>"
    )
    assert authors(f"{TEXT * 4}{box}") == (ADA,)


def test_a_footer_of_the_article_holds_its_byline_and_that_of_a_comment_does_not():
    assert authors('<footer class="entry-meta"><span class="author">Ada Lovelace</span></footer>') == (ADA,)
    comment = (
        '<article class="comment-body"><footer class="comment-meta"><b class="author">Bob Stone</b></footer></article>'
    )
    assert authors(comment) == ()


_BY_ADA = "By <a href=/author/ada>Ada Lovelace</a>"


@pytest.mark.parametrize(
    "byline",
    [
        f"<div class=byline>{_BY_ADA} in <a href=/category/x>Middle East</a></div>",
        f"<div class=byline>{_BY_ADA} <a href=/c/1>Home Security</a> <a href=#c>Leave Comment</a></div>",
        f"<div class=byline>{_BY_ADA} <a href=/tag/pl>Premier League</a> <a href=/tag/hk>Hong Kong</a></div>",
        "<div class=author><a href=/author/ada>Ada Lovelace</a><a href=/author/ada/x>Contact Ada</a>"
        "<a href=/author/ada>Full Bio</a></div>",
        "<div class=author><span>Ada Lovelace</span><a href=/autor/ada>Zum Profil</a><a href=/autor/ada/x>Alle Artikel</a></div>",
        "<ul class=byline><li>By Ada Lovelace<li>Real Estate<li>Hong Kong</ul>",
        "<div class=author><span>Ada Lovelace</span><span>Climate Reporter</span><span>New York</span></div>",
        "<div class=byline><span>By</span><span>Ada Lovelace</span><span>Climate Change</span></div>",
        # People whom the article is about.
        f"<p>{_BY_ADA}</p><p><a href=/people/x>Donald Trump</a> came to the harbour.</p>",
        f"<p>{_BY_ADA}</p><p><a href=/people/x>Donald Trump</a></p>",
        f"<p>{_BY_ADA} <a href=/people/x>Donald Trump</a> came to the harbour, and {'said what he had to say, ' * 5}.</p>",
        "<p>By <a href=/people/ada>Ada Lovelace</a></p><p><a href=/people/x>Donald Trump</a></p>",
        f"<p>{_BY_ADA}</p><p><a href=/team/x>Manchester United</a> won.</p>",
    ],
)
def test_what_is_like_a_name_beside_it_and_holds_none_is_no_author(byline):
    assert authors(byline) == (ADA,)


@pytest.mark.parametrize(
    "byline",
    [
        "<div class=byline><span>{}</span>, <span>{}</span></div>",
        "<div class=byline><a href=/author/x>{}</a><a href=/author/x>{}</a></div>",
        "<p>By <a href=/author/1>{}</a></p><p><a href=/author/2>{}</a></p>",
        "<p><a href=/people/ada>{}</a> <a href=/people/bob>{}</a></p>",
        "<div class=meta><a href=/team/ada>{}</a> <a href=/team/bob>{}</a></div>",
    ],
)
def test_other_authors_are_known_by_their_pages_and_by_what_joins_them(byline):
    assert authors(byline.format(ADA, BOB)) == (ADA, BOB)


@pytest.mark.parametrize("name", ["KAWS", "JR", "danah boyd", "bell hooks", "sudo42"])
def test_what_json_ld_says_beside_a_person_is_a_name_in_any_letters(name):
    stated = f'[{{"@type": "Person", "name": "Ada Lovelace"}}, {{"@type": "Person", "name": "{name}"}}]'
    assert authors("", head=linked(stated)) == (ADA, name)
    assert authors(f"<p>By Ada Lovelace, {name}</p>")[0] == ADA


def test_a_user_s_name_in_a_link_beside_an_author_s_is_that_of_another_text():
    links = "<a rel=author href=/1>Ada Lovelace</a></p><p><a rel=author href=/2>m.moss</a>"
    assert authors(f"<p>{links}</p>") == (ADA,)


@pytest.mark.parametrize("name", ["Zoe Herald", "Andrew Messenger", "Kate Wire", "Mary Beth News"])
def test_a_person_of_json_ld_may_be_called_as_a_paper_is(name):
    person = f'{{"@type": "Person", "name": "{name}"}}'
    assert authors("", head=linked(person)) == (name,)
    assert authors("", head=linked(f'[{{"@type": "Person", "name": "Ada Lovelace"}}, {person}]')) == (ADA, name)


@pytest.mark.parametrize("name", ["City News Service", "ABC News", "Sky News", "Business Wire", "Web Desk", "Reuters"])
def test_a_paper_that_json_ld_calls_a_person_is_none(name):
    assert authors("", head=linked(f'{{"@type": "Person", "name": "{name}"}}')) == ()


@pytest.mark.parametrize(
    ("language", "name"), [("ca", "Per Olov Enquist"), ("ro", "De Cluj Ion"), ("ga", "Le Roux Ana")]
)
def test_a_field_that_holds_a_name_has_no_by_before_it(language, name):
    assert authors("", language, linked(f'{{"@type": "Person", "name": "{name}"}}')) == (name,)


def test_words_of_one_language_are_those_of_no_other():
    assert in_common_words("Na Neema Kasidi na Josphat Otieno", "sw") == "By Neema Kasidi and Josphat Otieno"
    assert in_common_words("Na Neema Kasidi", "sk") == "Na Neema Kasidi"
    assert in_common_words("Na Neema Kasidi", None) == "Na Neema Kasidi"
    assert in_common_words("Ada Lovelace in New York", "en") == "Ada Lovelace in New York"


_CARD = (
    "<div class=list><div class=card><p class=entry-title><a href=/b>Mayor reveals cost of late night buses</a></p>"
    "<span class=post-author-name><a href=/author/bob>Bob Stone</a> <span>-</span></span></div></div>"
)
_PROMO = (
    "<div class=promo><div><a href=/b>Student, 19, defends decision over shift pay</a></div>"
    "<div class=promo-author>By Bob Stone</div></div>"
)
_LINKED_CARD = (
    "<a href=/b><div><div><h2>Why the town is full of cranes</h2><div>A reader asks whether she may.</div>"
    "<div class=story-card-author><span>By </span><b class=author-name>Bob Stone</b></div></div></div></a>"
)
_COURSES = "<ul><li><a href=//c.example/1><b>Engines for Everyone: the Basics</b><span>By - Bob Stone, Expert</span></a></li></ul>"
_ASIDE = "<aside class=box><span>One text</span><span class=author>By Bob Stone</span></aside>"
_FIGURE = "<figure><img><figcaption>A boat <span class=author>Bob Stone</span></figcaption></figure>"
_CAPTION = "<div class=img-desc>A boat <span class=author>Bob Stone</span></div>"
_HOLDER = "<div class=photo-holder><img><div><span class=author>Bob Stone</span> <span>Archive</span></div></div>"
_INFO = "<div><img><div class=img-info><span class=author>Bob Stone</span> <span>Archive</span></div></div>"


@pytest.mark.parametrize(
    "furniture", [_CARD, _PROMO, _LINKED_CARD, _COURSES, _ASIDE, _FIGURE, _CAPTION, _HOLDER, _INFO]
)
def test_names_in_cards_ads_and_captions_are_of_no_byline(furniture):
    assert authors(f"{TEXT * 8}{furniture}") == ()
    assert authors(f"<p>By <a href=/author/ada>Ada Lovelace</a></p>{TEXT * 8}{furniture}") == (ADA,)


@pytest.mark.parametrize("holder", [_HOLDER, _INFO, _CAPTION])
def test_whose_the_picture_is_below_the_headline_is_no_author_of_a_house_s_text(holder):
    head = linked('{"@type": "Organization", "name": "Gazette"}')
    assert authors(f"<div><span class=author>Gazette</span></div>{holder}", head=head) == ()


def test_who_wrote_a_post_of_a_live_blog_is_not_its_author():
    post = "<div itemprop=liveBlogUpdate><div><time>20:44</time> <span class=author>Bob Stone</span></div><h3>News</h3></div>"
    assert authors(post * 3) == ()
    assert authors(f"<p class=author>Ada Lovelace</p>{post * 3}") == (ADA,)
    assert authors(post.replace("liveBlogUpdate", "articleBody")) == (BOB,)


def test_a_writer_s_portrait_has_the_name_beside_it():
    box = "<div class={}><img><div class=author>Bob Stone</div></div>"
    assert authors(box.format("author-img-holder")) == authors(box.format('"img_info h-author"')) == (BOB,)
    assert authors("<div class=photo-text><div class=author>Bob Stone</div></div>") == (BOB,)  # no picture


def test_a_picture_of_any_width_is_looked_at():
    page = "<div class=image-info><img width='{}' src=a.jpg><p class=author-name>" + ADA + "</p></div>"
    for width in ("9" * 5_000, "-1", "4.5", "\u0664", ""):
        assert authors(page.format(width)) == (ADA,)


def test_the_only_name_below_the_headline_is_the_author_s_beside_a_picture_too():
    holder = "<div class=photo-text><img><div class=author>Bob Stone</div></div>"
    assert authors(holder) == (BOB,)
    assert authors(f"{TEXT * 8}{holder}") == ()
    avatar = "<div class=img-info><img {}><span class=author-name>Bob Stone</span></div>"
    for attribute in ("class=avatar", "src=/portraits/1.jpg", "class=rounded-full", "width=48"):
        assert authors(f"{TEXT * 8}{avatar.format(attribute)}") == (BOB,)
    assert authors(f"{TEXT * 8}{avatar.format('width=800')}") == ()


_LONG = f"<p>{'The text goes on for a good while here, and says what happened there. ' * 4}</p>" * 3
_BOX = "<div class=box><div class=author>Bob Stone</div></div>"
_SIGNATURES = (
    "<p class=author>Bob Stone</p>",
    "<p><strong>By Bob Stone</strong></p>",
    "<div class=author-box><a href=/author/bob><span class=author-name>Bob Stone</span></a><span>Reporter</span></div>",
)
_NOBODY = (
    linked('{"@type": "Organization", "name": "Union Wire"}'),
    linked('{"name": "Staff Reporter"}'),
    linked("[]"),
    '<meta name=author content="Redazione">',
    '<meta name=author content="Gazette">',
)


@pytest.mark.parametrize("head", _NOBODY)
def test_a_page_whose_author_is_no_person_has_those_beside_its_headline_or_under_its_text(head):
    far = f"{TEXT * 8}{_BOX}"
    assert authors(far) == (BOB,)
    assert authors(far, head=head) == ()
    assert authors("<p>By Bob Stone</p>", head=head) == (BOB,)
    assert authors("<div class=author>Bob Stone</div>", head=head) == (BOB,)
    for signature in _SIGNATURES:
        assert authors(f"<div>{_LONG}{signature}</div>", head=head) == (BOB,)


@pytest.mark.parametrize("head", _NOBODY)
@pytest.mark.parametrize(
    "name", ["ADA LOVELACE", "LOVELACE Ada", "Ada LOVELACE", "JK Rowling", "NGUYỄN VĂN AN", "ИВАН ПЕТРОВ"]
)
def test_a_name_in_capitals_beside_the_headline_is_that_of_the_writer(name, head):
    assert authors(f"<p class=author>{name}</p>", head=head) == (name,)


@pytest.mark.parametrize("name", ["ARA Osona", "Kedvenceink"])
def test_what_has_no_form_of_a_name_is_none_where_no_person_is_stated(name):
    assert authors(f"<p class=author>{name}</p>", head=_NOBODY[0]) == ()


_WIDE = (
    "<p>港口小镇的议会周二表示，将在明年年底前重建旧桥，此前各方就费用和由谁支付争论已久，居民也提出了意见。</p>" * 12
)


@pytest.mark.parametrize(
    "below",
    [
        f"{_LONG}{'<div></div>' * 16}<p class=author>Ada Lovelace</p>",
        f"<section>{_LONG.replace('p>', 'blockquote>')}</section><p class=author>Ada Lovelace</p>",
        f"<div>{_LONG}</div><ul class=tags><li>Harbour</ul><div class=about><h4>Who writes here</h4>"
        "<a rel=author href=/a>Ada Lovelace</a></div>",
        f"<div>{_LONG}</div><ul class=authors><li class=author><a href=/author/ada>Ada Lovelace</a></li></ul>",
        f"{_WIDE}<p class=author>Ada Lovelace</p>",
        f"{_LONG}<p class=author>ADA LOVELACE</p>",
    ],
)
def test_a_writer_below_the_text_is_found_whatever_its_markup(below):
    found = authors(f"{TEXT * 8}<div>{below}</div>", head=_NOBODY[0])
    assert tuple(name.title() for name in found) == (ADA,)


@pytest.mark.parametrize("before", ["News from the region", "Add us as a preferred source", "Be the first to comment"])
@pytest.mark.parametrize(
    "name", ["<a rel=author href=/u/ada>Ada Lovelace</a>", "<span class=author>Ada Lovelace</span>"]
)
def test_a_link_before_a_name_beside_the_headline_is_no_other_headline(before, name):
    assert authors(f"<div class=meta><a href=/region>{before}</a> {name}</div>") == (ADA,)


@pytest.mark.parametrize(
    "byline",
    [
        "<aside class=meta><span class=author>Ada Lovelace</span></aside>",
        "<figure class=author><img src=a.jpg><figcaption class=author-name>Ada Lovelace</figcaption></figure>",
        "<div class=caption-bar><span class=author>Ada Lovelace</span></div>",
        "<div class=legend><span class=author>Ada Lovelace</span></div>",
    ],
)
def test_a_box_beside_the_headline_holds_its_byline(byline):
    assert authors(byline) == (ADA,)
    photo = byline.replace("<span", "<img src=b.jpg><span").replace("class=legend", "class=img-legend")
    assert "legend" not in byline or authors(photo) == ()


def test_a_person_whom_microdata_call_an_organisation_is_an_author():
    item = "<div itemprop=author itemscope itemtype=https://schema.org/Organization><span itemprop=name>{}</span></div>"
    assert authors(item.format(ADA)) == (ADA,)
    assert authors(item.format("Harbour Media Group")) == ()


def test_capitals_of_an_indonesian_byline_have_their_own_and():
    assert authors("<p class=byline>OLEH BUDI SANTOSO DAN SITI RAHAYU</p>", "id") == ("BUDI SANTOSO", "SITI RAHAYU")
    assert authors("<p class=byline>Oleh Budi Santoso Dan Siti Rahayu</p>", "id") == ("Budi Santoso", "Siti Rahayu")
    assert authors("<p class=byline>By Jim Dan Murphy</p>") == ("Jim Dan Murphy",)


def test_a_field_joins_names_by_the_word_of_the_page_s_language():
    assert authors("", "cs", '<meta name=author content="Jan Novák a Eva Malá">') == ("Jan Novák", "Eva Malá")


@pytest.mark.parametrize(
    "byline",
    [
        "<div><span>By </span><span>UNION WIRE</span></div>",
        "<div>By <a class=author-name href=/author/staff>Staff Reporter</a></div>",
        "<p>By Senior Staff Reporter</p>",
        "<p>Par la rédaction</p>",
        "<p>By Gazette</p>",
    ],
)
def test_a_byline_of_an_agency_a_desk_or_the_site_is_the_page_s_own(byline):
    assert authors(f"{byline}{TEXT * 8}{_BOX}") == ()
    assert authors(f"{byline}<p>By Ada Lovelace</p>{TEXT * 8}{_BOX}") == (ADA,)
    assert authors(f"<p>By the harbour</p>{TEXT * 8}{_BOX}") == (BOB,)


def test_a_link_to_the_text_in_another_language_in_an_agency_s_byline_names_nobody():
    byline = (
        "<div class=byline><div><span>By </span><span>UNION WIRE</span></div><a href=/es/a>Leer en español</a></div>"
    )
    assert authors(byline, head=_NOBODY[0]) == ()


@pytest.mark.parametrize(
    ("organisation", "byline", "names"),
    [
        ("Portal Dan", "Portal Dan Magazin", ()),
        ("Union Wire", "The Union Wire", ()),
        ("Northbridge Courier", "Courier Newsdesk", ()),
        ("Northbridge Courier", "Courier Sport", ()),
        ("Christian", "Christian Meier", ("Christian Meier",)),
        ("Ada Lovelace", "Ada Lovelace Byron", ("Ada Lovelace Byron",)),
        ("Ada Love", "Ada Lovelace", (ADA,)),
        ("Ada", "Ada Lovelace", (ADA,)),
    ],
)
def test_a_desk_of_the_organisation_that_json_ld_has_as_the_author_is_none(organisation, byline, names):
    head = linked(f'{{"@type": "Organization", "name": "{organisation}"}}')
    assert authors(f"<div><a class=author-name href=/autor/x><span>{byline}</span></a></div>", "hr", head) == names


def test_an_organisation_of_microdata_is_no_author():
    item = (
        '<div itemprop=author itemscope itemtype="https://schema.org/{}"><span itemprop=name>Nova Gazeta</span></div>'
    )
    named = '<meta property="og:site_name" content="Nova Gazeta">'
    assert authors(item.format("Organization"), head=named) == ()
    assert authors(item.format("Person").replace("Nova Gazeta", ADA)) == (ADA,)


def test_the_name_of_a_news_medium_is_no_writer_s():
    head = (
        '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}", "author": "Ada Lovelace", '
        '"publisher": {{"@type": "{}", "name": "Ada Lovelace"}}}}</script>'
    )
    assert authors("", head=head.format(TITLE, "Organization")) == (ADA,)  # a blog
    assert authors("", head=head.format(TITLE, "NewsMediaOrganization")) == ()


@pytest.mark.parametrize("name", ["临江日报", "南海周末"])
def test_the_paper_that_a_text_is_from_is_no_author_in_a_script_without_capitals(name):
    stated = f'<meta property="article:author" content="{name}">'
    assert authors(f'<div><span>2026年11月26日</span><a class="source ent-source">{name}</a></div>', "zh", stated) == ()
    assert authors(f"<div><span class=writer>{name}</span></div>", "zh", stated) == (name,)
    for person in ("王小明", "김민지"):
        field = f'<meta name="author" content="{person}">'
        assert authors(f"<p class=source>{person}</p>", "zh", field) == (person,)
    ada = '<meta property="article:author" content="Ada Lovelace">'
    assert authors("<a class=source>Ada Lovelace</a>", head=ada) == (ADA,)


def test_a_question_after_the_word_for_a_reporter_is_no_byline():
    assert authors("<p>记者：退役时有很多选择，为什么回到镇上？</p>", "zh") == ()
    assert authors("<p>记者：王小明</p>", "zh") == ("王小明",)
    assert authors("<p>기자: 후회하십니까?</p>", "ko") == ()


def test_a_name_behind_the_house_is_a_place_where_the_page_states_one_person():
    byline = f"<p>By <a href=#>{ADA}</a>, Gazette — New York</p>"
    assert authors(byline, head=linked(f'"{ADA}"')) == (ADA,)
    both = f"{ADA}, Gazette – {BOB}"
    assert authors(f"<p>By {both}</p>") == authors("", head=linked(f'"{both}"')) == (ADA, BOB)
    assert authors(f"<p>By {both}</p>", head=linked('"Carl Hay"')) == (ADA, BOB)


@pytest.mark.parametrize(
    "byline",
    [
        "<div class=byline><a class=byline__name href=/autor/1>{}</a> <span class=role>(texto)</span> e "
        "<a class=byline__name>{}</a> <span class=role>(fotografia)</span></div>",
        "<div class=byline><a href=/author/1>{}</a> <a href=/author/2>{}</a> <span>(photos)</span></div>",
        "<p>By {} and {} (photos)</p>",
        "<p>By <span>{}</span> and <span>{}</span> <span>(photos)</span></p>",
        "<p class=byline>{} (text) and {} (photography)</p>",
    ],
)
def test_who_took_the_pictures_is_no_author(byline):
    assert authors(byline.format(ADA, BOB), head='<meta name="author" content="Ada Lovelace">') == (ADA,)
    assert authors(byline.format(ADA, BOB)) == (ADA,)


def test_the_label_of_a_greek_theme_names_nobody():
    byline = "<span class=author-by>Του/Της</span> <a class=author-name href=/author/1>{}</a>"
    assert authors(byline.format("Newsroom"), "el") == ()
    assert authors(byline.format("Μαρία Σταθοπούλου"), "el") == ("Μαρία Σταθοπούλου",)
    both = byline.format("Μαρία Σταθοπούλου") + " <a class=author-name href=/author/2>Γιώργος Ντάλας</a>"
    stated = '<meta name="author" content="Μαρία Σταθοπούλου">'
    assert authors(f"<div class=author-names>{both}</div>", "el", stated) == ("Μαρία Σταθοπούλου", "Γιώργος Ντάλας")


_PERSON = linked('{"@type": "Person", "name": "Le Van Tuan"}')


@pytest.mark.parametrize(
    ("language", "author", "tail", "head", "names"),
    [
        ("en", "Ada Lovelace", "Ada Lovelace", "", (ADA,)),  # a blog
        ("it", "La Toya Stone", "Il Messaggero Adriatico", "", ("La Toya Stone",)),
        ("en", "La Toya Jackson", "La Toya Jackson", "", ("La Toya Jackson",)),
        ("vi", "Le Van Tuan", "Le Van Tuan", "", ("Le Van Tuan",)),
        ("fr", "El Hadji Diouf", "El Hadji Diouf", "", ("El Hadji Diouf",)),
        (
            "fr",
            "Le Van Tuan",
            "Le Van Tuan",
            _PERSON + "<meta property=og:site_name content='Le Van Tuan'>",
            ("Le Van Tuan",),
        ),
        ("it", "Il Messaggero Adriatico", "Il Messaggero Adriatico", "", ()),
    ],
)
def test_a_paper_with_an_article_of_its_language_that_the_page_s_title_ends_with_is_no_author(
    language, author, tail, head, names
):
    html = (
        f"<html lang={language}><title>{TITLE} - Ancona - {tail}</title><meta name=author content='{author}'>{head}"
        f"<h1>{TITLE}</h1>{TEXT}"
    )
    assert extract_metadata(LexborHTMLParser(html), "https://adriatico.example/a").authors == names


@pytest.mark.parametrize(
    ("language", "organisation", "names"),
    [
        ("fr", "Élise Dupont avec AFP", ("Élise Dupont",)),
        ("fr", "Élise Dupont", ("Élise Dupont",)),
        ("fr", "La Gazette avec AFP", ()),
        ("fr", "La Gazette et AFP", ()),
        ("fr", "La Gazette (avec Reuters)", ()),
        ("fr", "Le Parisien Libre avec AFP", ()),
        ("fr", "La Gazette", ()),
        ("fr", "Service Sports", ()),
        ("de", "Harbour News mit dpa", ()),
        ("es", "El Diario con Europa Press", ()),
        ("en", "News Team", ()),
        ("en", "Press Association", ()),
    ],
)
def test_an_organisation_that_json_ld_has_as_the_author_is_none_in_a_field_and_beside_an_agency(
    language, organisation, names
):
    head = f'<meta name=author content="{organisation}">'
    head += '<meta property="og:site_name" content="The Harbour Echo">'
    head += linked(f'{{"@type": "Organization", "name": "{organisation}"}}')
    assert authors(f"<div>By <span class=author>{organisation}</span></div>", language, head) == names


def test_an_agency_in_a_field_of_its_own_name_is_no_author():
    for name in ("Anadolu Ajansı", "İhlas Haber Ajansı", "Redaksi", "Tim Redaksi Gazette"):
        assert authors("", "tr", f'<meta name=articleAuthor content="{name}">') == ()


def test_the_team_of_an_indonesian_site_is_no_author():
    head = linked('{"@type": "Person", "name": "Tim Gazette"}') + '<meta name=author content="Tim Gazette">'
    assert authors("<div class=author>Tim Gazette - <span>Gazette</span></div>", "id", head) == ()
    assert authors("", "en", head) == ("Tim Gazette",)


def test_what_stands_beside_the_link_of_a_name_is_no_part_of_it():
    stated = linked('[{"@type": "Person", "name": "Ada Lovelace HG"}, {"@type": "Person", "name": "Bob Stone HG"}]')
    names = ("Ada Lovelace HG", "Bob Stone HG")
    byline = "<div><a href=/a/1>Ada Lovelace</a> <i>HG</i> <b>Follow</b></div><div><a href=/a/2>Bob Stone</a> <i>HG</i></div>"
    assert authors(byline, head=stated) == (ADA, BOB)
    for shown in ("", byline.replace("<i>HG</i>", ""), "<div>Ada Lovelace <i>HG</i></div><div>Bob Stone HG</div>"):
        assert authors(shown, head=stated) == names
    for name in ("Ada Lovelace III", "Ada HG", "Ada Lovelace King"):  # a generation, no family name, no short form
        given, _, last = name.rpartition(" ")
        byline = f"<p><a href=/a/1>{given}</a> <i>{last}</i></p>"
        assert authors(byline, head=linked(f'{{"@type": "Person", "name": "{name}"}}')) == (name,)


@pytest.mark.parametrize(
    ("name", "job"),
    [
        *(("Sólrún Bergsdóttir", "fréttamaður"), ("Jón Vík", "íþróttafréttamaður"), ("Jógvan Dal", "tíðindamaður")),
        *(("Mart Kask", "ajakirjanik"), ("Ilze Ozola", "žurnāliste"), ("Rasa Vaitkė", "korespondentė")),
        *(
            ("Maja Zupan", "urednica"),
            ("Ана Костова", "новинарка"),
            ("Иван Бойко", "репортер"),
            ("Arta Hoxha", "gazetare"),
        ),
        *(("Aoife Daly", "Comhfhreagraí"), ("Rhys Prys", "Newyddiadurwr"), ("Ane Etxea", "Kazetaria")),
        *(
            ("Noa Lires", "xornalista"),
            ("Juma Bakari", "Mhariri"),
            ("Anna Botha", "Joernalis"),
            ("Eva Ek", "sportredaktör"),
        ),
        *(("Aino Harju", "politiikan toimittaja"), ("Kata Kis", "szerkesztő"), ("Jan Kot", "zpravodaj")),
        *(("Νίκη Δάλλα", "Δημοσιογράφος"), ("Lê Vân Hà", "Phóng viên"), ("ሰላም አበበ", "ጋዜጠኛ"), ("נועה לוי", "כתבת")),
        *(("علی رضایی", "خبرنگار"), ("عمر خان", "نامہ نگار"), ("منى حداد", "صحفية"), ("রিনা দাস", "সাংবাদিক")),
        *(("ரவி குமார்", "செய்தியாளர்"), ("สมชาย ใจดี", "ผู้สื่อข่าว"), ("នារី សុខ", "អ្នកកាសែត")),
    ],
)
def test_a_name_below_the_headline_stands_over_what_the_person_is(name, job):
    portrait = "<div><img><div><div>{}</div><div>{}</div></div></div>"
    assert authors(portrait.format(name, job), "und") == (name,)
    assert authors(portrait.format(name, "12:30"), "und") == ()
    assert authors(portrait.format(job, name), "und") == ()


@pytest.mark.parametrize(
    ("place", "job"),
    [
        *(("नई दिल्ली", "संवाददाता"), ("राष्ट्रीय समाचार", "संवाददाता"), ("রাজশাহী বিশ্ববিদ্যালয়", "প্রতিনিধি")),
        *(("أخبار محلية", "محرر"), ("תל אביב", "כתבת"), ("חדשות חוץ", "כתב"), ("ახალი ამბები", "რედაქტორი")),
        *(("ಬೆಂಗಳೂರು ನಗರ", "ವರದಿಗಾರ"), ("New York", "Korrespondentin"), ("Los Angeles", "reportera")),
        *(("Кривий Ріг", "кореспондент"), ("Нижний Новгород", "репортёр")),
    ],
)
def test_a_place_or_a_section_above_a_job_is_nobody(place, job):
    assert authors(f"<div><span>{place}</span></div><div><span>{job}</span></div>", "und") == ()
    assert authors(f"<div><img>{TEXT * 2}<div>{place}</div><div>{job}</div></div>", "und") == ()


def test_a_representative_is_none_beside_a_portrait_either():
    box = "<div><img><div>{}</div><div>{}</div></div>"
    assert authors(box.format("রাজশাহী বিশ্ববিদ্যালয়", "প্রতিনিধি"), "bn") == ()
    assert authors(box.format("أخبار محلية", "محرر"), "ar") == ()
    assert authors(box.format("Eva Ek", "korrespondent"), "sv") == ("Eva Ek",)
    assert authors("<div><a href=/author/eva>Eva Ek</a></div><div>korrespondent</div>", "sv") == ("Eva Ek",)


def test_words_of_a_script_without_capitals_above_a_byline_are_a_section():
    assert authors("<div>أخبار الميناء</div><div>مراسل من الميناء</div>", "ar") == ()


@pytest.mark.parametrize(
    ("language", "byline", "name"),
    [
        ("pl", "<div id=art_author>Rozmawiała Ewa Nowacka</div>", "Ewa Nowacka"),
        ("de", "<p>Das Interview führte Karl Muster</p>", "Karl Muster"),
        ("ru", "<p>Беседовала Анна Снегова</p>", "Анна Снегова"),
        ("ru", "<p>Подготовил Пётр Льдов</p>", "Пётр Льдов"),
        ("ar", "<p>حاورها: سمير نوار</p>", "سمير نوار"),
        ("fa", "<p>گفتگو از: نادر پارسا</p>", "نادر پارسا"),
        ("el", "<p>Συνέντευξη στην Άννα Μ. Ράλλη</p>", "Άννα Μ. Ράλλη"),
        ("vi", "<p>Bài, ảnh: Lê Thu</p>", "Lê Thu"),
        ("fr", "<p class=auteur>De notre correspondante à Saint-Malo LÉA MORIN</p>", "LÉA MORIN"),
        (
            "fr",
            "<small>jeudi 3 mai 2018, par <a href=spip.php?auteur7>Léa Morin</a> | 12 lectures</small>",
            "Léa Morin",
        ),
        ("bn", "<p><b>করিম হোসেন, খুলনা প্রতিনিধি:</b></p>", "করিম হোসেন"),
        ("es", "<p class=firma><strong>ANA ROCA</strong><span> - Lugo - 3/5/2009</span></p>", "ANA ROCA"),
        ("en", "<p><a href=/staff_name/ada-lovelace/>Ada Lovelace</a>, Sports Writer</p>", "Ada Lovelace"),
    ],
)
def test_lines_of_interviews_offices_and_content_systems(language, byline, name):
    assert authors(byline, language) == (name,)


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("pl", "<p>Rozmawiał z nami długo.</p>"),
        ("de", "<p>Das Interview führte zu nichts.</p>"),
        ("nl", "<div class=byline>Van onze redactie<br>Gepubliceerd op 20 september 2010</div>"),
        ("sv", "<p class=author>Nyhetsredaktionen</p>"),
        ("en", "<div class=byline>Harbour Obituaries</div>"),
        ("vi", "<span class=author>PV</span>"),
        ("ar", "<div class=author><a>فريق التحرير</a></div>"),
        ("ar", "<div class=author><a href=mailto:a@b.example><span>أرسل بريدا إلكترونيا</span></a></div>"),
        ("en", "<div class=author><a href=#><span class=screen-reader-text>Icon Envelope</span></a></div>"),
        ("ja", "<p class=author>北浜新聞社会部</p>"),
        ("zh", "<p>海港社记者 王小明 摄</p>"),
        ("bn", "<p>লেখক: অবসরপ্রাপ্ত শিক্ষক ও গবেষক</p>"),
        ("pt", "<p class=signature><b class=signature__location>Porto Alegre</b></p>"),
        ("en", "<table class=reviews-list><tr><td><div class=review-author>Tom K</div></td></tr></table>"),
    ],
)
def test_desks_icons_commenters_and_what_follows_them_are_no_authors(language, byline):
    assert authors(byline, language) == ()


def test_a_label_above_the_headline_is_of_whom_was_asked():
    html = f"<html lang=es><body><main><p>ENTREVISTA: EVA SOLER Bióloga</p><h1>{TITLE}</h1>{TEXT}</main>"
    assert extract_metadata(LexborHTMLParser(html), None).authors == ()
    below = f"<html lang=es><body><main><h1>{TITLE}</h1><p>Entrevista: Eva Soler</p>{TEXT}</main>"
    assert extract_metadata(LexborHTMLParser(below), None).authors == ("Eva Soler",)


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("tr", "<p>Söyleşi: Orhan Deniz</p>"),
        ("tr", "<p>Röportaj: Orhan Deniz</p>"),
        ("de", "<p class=firma>Nordhafen Energie</p>"),
        ("pl", "<div class=nazwa-firma>Anna Nowacka Meble</div>"),
        ("it", "<p class=firma-contratto>Mario Darsena</p>"),
        ("es", "<div class=la-firma><p>Mario Darsena</p><p>firma el acuerdo</p></div>"),
        ("fr", "<div class=signature-petition>Luc Berger</div>"),
        ("fr", f"<div>{TEXT * 2}<p class=signature>Luc Berger</p>{TEXT}</div>"),
        *(
            ("en", f"<div {kind}={word}-author>George Harbour</div><p>Pier Press, 328 pages</p>")
            for kind in ("id", "class")
            for word in ("book", "quote", "cover", "comment", "image", "photo", "post-thumbnail")
        ),
    ],
)
def test_those_asked_firms_signers_and_writers_of_other_things_are_no_authors(language, byline):
    assert authors(byline, language) == ()


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("tr", "<p>Röportajı yapan: Ada Lovelace</p>"),
        ("it", f"<p class=firma>{ADA}</p>"),
        ("es-MX", f"<p class=noticia-firma>{ADA}</p>"),
        ("ca", f"<p class=c-article__firma>{ADA}</p>"),
        ("fr", f"<p class=signature>{ADA}</p>"),
        ("fr", f"<div>{TEXT * 2}<p class=signature>{ADA}</p><p>12 mai 2020</p>{TEXT}</div>"),
        *(("en", f"<div id={word}>{ADA}</div>") for word in ("author", "author_name", "post-author", "articleAuthor")),
    ],
)
def test_those_who_ask_and_sign_are_authors(language, byline):
    assert authors(byline, language) == (ADA,)


def test_the_place_of_the_house_in_a_field_is_nobody():
    assert authors("", head='<meta name="author" content="GAZETTE, Hamburg, Germany">') == ()
    assert authors("", head='<meta name="author" content="Gazette, Ada Lovelace">') == (ADA,)


def test_a_byline_below_the_text_may_be_laid_out_as_a_table_where_a_field_has_a_desk():
    text = "<div>" + f"<p>{'The ferry stays in the harbour until the storm is over, they say. ' * 3}</p>" * 16
    below = f"<div class=xBylineBox><table><tr><td><b>{ADA}</b><br><a href=mailto:a@b.example>a@b</a></td></tr></table></div>"
    head = '<meta name="author" content="Webbredaktionen">'
    assert authors(f"{text}</div>{below}", "sv", head) == (ADA,)


def test_the_house_stands_before_its_reporter_or_before_a_reader_and_a_job():
    assert authors("<div class=story_author>【海港報╱記者王小明／台南報導】</div>", "zh") == ("王小明",)
    assert authors("<div class=story_author>【海港報╱王小明／國小教師（台北縣）】</div>", "zh") == ("王小明",)
