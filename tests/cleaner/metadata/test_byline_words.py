"""What stands around names in bylines, in many languages: labels, words for "and", offices, what begins as a byline does."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.metadata.own_words import in_common_words
from tests.cleaner.metadata.byline_pages import ADA, BOB, TEXT, TITLE, authors, linked


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


def test_capitals_of_an_indonesian_byline_have_their_own_and():
    assert authors("<p class=byline>OLEH BUDI SANTOSO DAN SITI RAHAYU</p>", "id") == ("BUDI SANTOSO", "SITI RAHAYU")
    assert authors("<p class=byline>Oleh Budi Santoso Dan Siti Rahayu</p>", "id") == ("Budi Santoso", "Siti Rahayu")
    assert authors("<p class=byline>By Jim Dan Murphy</p>") == ("Jim Dan Murphy",)


def test_a_question_after_the_word_for_a_reporter_is_no_byline():
    assert authors("<p>记者：退役时有很多选择，为什么回到镇上？</p>", "zh") == ()
    assert authors("<p>记者：王小明</p>", "zh") == ("王小明",)
    assert authors("<p>기자: 후회하십니까?</p>", "ko") == ()


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


def test_the_house_stands_before_its_reporter_or_before_a_reader_and_a_job():
    assert authors("<div class=story_author>【海港報╱記者王小明／台南報導】</div>", "zh") == ("王小明",)
    assert authors("<div class=story_author>【海港報╱王小明／國小教師（台北縣）】</div>", "zh") == ("王小明",)
