"""Texts without a label, in the encodings of one byte a letter: which one each is in, told by its letters."""

import time

import pytest

from scraper.charset import decode_html
from scraper.charset_letters import _LANGUAGES, _read_shares, find_single_byte

WESTERN = ("cp1252", "iso8859_15")
CENTRAL = ("cp1250", "iso8859_2")
BALTIC = ("cp1257", "iso8859_13", "iso8859_4")
TEXTS = {
    "it": (WESTERN, "La metà dei pescatori è rimasta in porto: il vento soffierà più forte, e c'è chi ha paura."),
    "sv": (WESTERN, "Då såg hon att båten låg på grund, och hamnvakten i Öregrund ringde efter hjälp."),
    "pt": (WESTERN, "Às três da manhã os pescadores já não tinham rede, e a Inês pediu milhões de indemnização."),
    "es": (WESTERN, "¿Qué pasó en el muelle? La niña vio cómo un barco pequeño se hundió en la mañana del sábado."),
    "fr": (
        WESTERN,
        "Le pêcheur a été sauvé près de l'île, où la mer était déjà très forte, dit le maire de Brévignac.",
    ),
    "de": (WESTERN, "Die Fischer müssen künftig früher zurückkehren, weil der Hafen größer wird und die Löhne fallen."),
    "nl": (WESTERN, "De reünie van de vissers in het café aan de haven is één week uitgesteld, zegt de oud-schipper."),
    "da": (WESTERN, "Fiskerne på øen får nye både, når færgen er væk, og det har de ventet længe på."),
    "no": (
        WESTERN,
        "Fiskerne på øya får nye båter når fergen er borte, og det har de ventet lenge på, ifølge ordføreren.",
    ),
    "fi": (WESTERN, "Kalastajat eivät päässeet merelle, sillä myrsky jäi päälle yöllä ja satama pysyi jäässä."),
    "is": (WESTERN, "Sjómennirnir sögðu að höfnin yrði opnuð á morgun, því að veðrið væri þá orðið gott."),
    "fo": (WESTERN, "Fiskimenninir søgdu, at havnin verður latin upp í morgin, tí at veðrið er betri og skipini bíða."),
    "ca": (WESTERN, "El port no obrirà fins demà perquè la tempesta és molt forta, segons l'alcalde de l'Illa."),
    "eu": (WESTERN, "Arrantzaleek ez zuten itsasora joaterik izan, eta Mañariko alkateak laguntza eskatu zuen atzo."),
    "en": (WESTERN, "The café owner, José Ibáñez, paid £5m for the façade; it was 41°C at noon, he said."),
    "pl": (CENTRAL, "Rybacy nie wypłynęli dziś w morze, bo wiał silny wiatr, a żona szypra mówiła, że się boją."),
    "cs": (CENTRAL, "Rybáři dnes nevypluli, protože foukal příliš silný vítr, a přístav zůstal až do večera uzavřený."),
    "sk": (
        CENTRAL,
        "Rybári dnes nevyplávali, pretože fúkal veľmi silný vietor a prístav zostal až do večera zatvorený.",
    ),
    "hu": (
        CENTRAL,
        "A halászok ma nem szálltak tengerre, mert erős szél fújt, és a kikötőt estig lezárták a hatóságok.",
    ),
    "ro": (
        CENTRAL,
        "Pescarii nu au ieşit azi în larg, pentru că vântul bătea puternic, iar oraşul îşi aşteaptă ajutorul.",
    ),
    "hr": (
        CENTRAL,
        "Ribari danas nisu isplovili jer je puhao vrlo jak vjetar, a luka će biti zatvorena sve do večeri.",
    ),
    "sl": (
        CENTRAL,
        "Ribiči danes niso izpluli, ker je pihal zelo močan veter, pristanišče pa je zaprto vse do večera.",
    ),
    "lt": (BALTIC, "Žvejai šiandien neišplaukė į jūrą, nes pūtė labai stiprus vėjas, o uostas uždarytas iki vakaro."),
    "lv": (BALTIC, "Zvejnieki šodien jūrā neizgāja, jo pūta ļoti stiprs vējš, un osta būs slēgta līdz pat vakaram."),
    "et": (
        (*BALTIC, *WESTERN),
        "Kalurid täna merele ei läinud, sest tuul oli väga tugev, ja sadam jääb õhtuni suletuks.",
    ),
    "tr": (
        ("cp1254",),
        "Balıkçılar bugün denize açılmadı, çünkü rüzgâr çok güçlüydü; İzmir'de liman akşama kadar kapalı.",
    ),
    "ru": (
        ("cp1251", "koi8_r", "iso8859_5"),
        "Рыбаки сегодня не вышли в море: ветер был слишком сильным, порт закрыт.",
    ),
    "uk": (
        ("cp1251", "koi8_u", "iso8859_5"),
        "Рибалки сьогодні не вийшли в море: вітер був надто сильний, і порт її зачинено.",
    ),
    "be": (("cp1251", "iso8859_5"), "Рыбакі сёння не выйшлі ў мора: вецер быў занадта моцны, і порт зачынены."),
    "bg": (("cp1251", "iso8859_5"), "Рибарите днес не излязоха в морето, защото вятърът беше твърде силен."),
    "el": (("cp1253", "iso8859_7"), "Οι ψαράδες δεν βγήκαν σήμερα στη θάλασσα, γιατί ο άνεμος ήταν πολύ δυνατός."),
    "he": (("cp1255", "iso8859_8"), "הדייגים לא יצאו היום לים, כי הרוח הייתה חזקה מדי והנמל נסגר עד הערב."),
    "ar": (("cp1256", "iso8859_6"), "لم يخرج الصيادون اليوم إلى البحر لأن الريح كانت قوية جدا وأغلق الميناء."),
    "th": (("cp874",), "ชาวประมงไม่ได้ออกทะเลวันนี้เพราะลมแรงมากและท่าเรือปิดจนถึงเย็น"),
}
CASES = [(language, codec, text) for language, (codecs, text) in TEXTS.items() for codec in codecs]


@pytest.mark.parametrize(("language", "codec", "text"), CASES)
@pytest.mark.parametrize("named", ["nothing", "its own", "the template's"])
def test_one_sentence_tells_the_encoding(language: str, codec: str, text: str, named: str) -> None:
    attribute = {"nothing": "", "its own": f' lang="{language}"', "the template's": ' lang="en"'}[named]
    html = f"<html{attribute}><head><title>Harbour</title></head><body><p>{text}</p></body></html>"
    assert decode_html(html.encode(codec)).text == html


@pytest.mark.parametrize("language", ["it", "sv", "pt", "es", "fr"])
@pytest.mark.parametrize("template", ["pl", "cs", "hu", "tr", "ru"])
def test_the_text_is_believed_more_than_the_language_of_the_template(language: str, template: str) -> None:
    _, text = TEXTS[language]
    html = f'<html lang="{template}"><title>Harbour</title><p>{text}</p>'
    assert decode_html(html.encode("cp1252")).text == html


@pytest.mark.parametrize(
    "text",
    [
        "Copyright © 2005 Harbour Herald. All rights reserved. © Agency",
        "It’s a £40 fine — “too much”, he said",
        "Two plates fell 5½ inches; ¾ of them broke",
        "½ tasse de lait, ½ tasse de sucre, ½ tasse de beurre, ½ verre, ½ cuillère, ½ citron",
        "Il papà è già andato via",
        "São Paulo",
        "¿Qué?",
    ],
)
def test_what_little_there_is_is_windows_1252(text: str) -> None:
    found = decode_html(f"<p>{text}</p>".encode("cp1252"))
    assert (found.text, found.charset) == (f"<p>{text}</p>", "windows-1252")


def test_no_text_at_all_is_windows_1252() -> None:
    html = '<html lang="en"><p title="Él">The end</p>'
    assert decode_html(html.encode("cp1252")).text == html


@pytest.mark.parametrize("text", ["Il coûte 5 € et non 6 €", "Un chef-d'œuvre au cœur de la forêt"])
def test_signs_that_no_text_has_there_are_those_of_iso_8859_15(text: str) -> None:
    found = decode_html(f"<p>{text}</p>".encode("iso8859_15"))
    assert (found.text, found.charset, found.charset_source) == (f"<p>{text}</p>", "iso-8859-15", "detected")


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r"])
def test_a_headline_in_capitals_is_read(codec: str) -> None:
    text = "РЫБАКИ НЕ ВЫШЛИ В МОРЕ"
    assert decode_html(f"<h1>{text}</h1>".encode(codec)).text == f"<h1>{text}</h1>"


def test_the_end_of_a_long_page_is_heard_too() -> None:
    html = f"<p>{TEXTS['hu'][1]}</p>" * 90 + "<div>\u00a9 2004 H\u00edrkik\u00f6t\u0151</div>"
    found = decode_html(html.encode("cp1250"))
    assert (found.text, found.charset) == (html, "windows-1250")


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("gb18030", "渔民今天没有出海，因为风太大，港口关闭到晚上。"),
        ("big5", "漁民今天沒有出海，因為風太大，港口關閉到晚上。"),
        ("cp932", "漁師たちは強風のため今日は海に出ず、港は夜まで閉鎖された。"),
        ("euc_jp", "漁師たちは強風のため今日は海に出ず、港は夜まで閉鎖された。"),
        ("cp949", "어민들은 강풍 때문에 오늘 바다에 나가지 못했고 항구는 저녁까지 닫혔다."),
        ("gb18030", "IBM 与 Microsoft 合作"),
    ],
)
def test_a_text_of_two_bytes_a_letter_is_none_of_these(codec: str, text: str) -> None:
    assert find_single_byte(text.encode(codec), "") is None


@pytest.mark.parametrize(
    ("encodings", "languages", "shares"),
    [(encodings, codes, shares) for encodings, rows in _LANGUAGES.items() for codes, shares in rows.items()],
)
def test_the_letters_of_a_row_are_a_language_in_its_encodings(encodings: str, languages: str, shares: str) -> None:
    letters = [letter for letter, cost in _read_shares(shares).items() if letter in shares]
    first, *_ = encodings.split()
    assert "".join(letters).encode(first).decode(first) == "".join(letters)
    # Of all letters together, rounded to powers of two: about one.
    assert 0.8 < sum(2.0 ** -_read_shares(shares)[letter] for letter in letters if letter not in "0123456789 ") < 1.3


def test_a_sample_takes_less_than_a_millisecond() -> None:
    sample = (TEXTS["it"][1] * 70).encode("cp1252")[:6000]
    find_single_byte(sample, "")
    assert min(_cpu_s(sample) for _ in range(5)) < 0.001


def _cpu_s(sample: bytes) -> float:
    start = time.process_time()
    find_single_byte(sample, "")
    return time.process_time() - start


@pytest.mark.parametrize("before", ["", ' lang="en"', ' lang="de"'])
@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1254", "Yiğitoğlu met İnci in İzmir"),
        ("cp1254", "Ms Ayşe Kırmızı and her brother were there"),
        ("cp1254", "Mr Doğan said so"),
        ("cp1252", "Mr Sigurðsson met Hafþór Guðbrandsson in Seyðisfjörður"),
        ("cp1252", "Ms Aðalheiður Pálmadóttir was there"),
        ("cp1252", "Mr Novotný won"),
    ],
)
def test_names_in_another_language_s_text_tell_turkey_s_encoding_from_western_europe_s(before, encoding, names):
    text = f"{names} on Friday, and the meeting of the harbour masters went on for hours with no end to it."
    page = f"<html{before}><p>{text}</p>"
    assert decode_html(page.encode(encoding)).text == page


def test_a_word_of_kana_is_shift_jis_in_a_text_in_latin_letters():
    text = "<p>カモメ HarbourCam 7 review: price, lenses and release date in Japan and abroad compared with the old one</p>"
    assert decode_html(text.encode("cp932")).text == text


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("ko", "cp949", "HB 전자 XQ TV SLED nova and more"),
        ("ja", "cp932", "IBM 新製品 ThinkPod 7 Pro Max"),
        ("ja", "cp1252", "The Müller café in Orléans"),
        ("zh", "cp1252", "Ben Müller"),
        ("zh", "gb18030", "华为 XQ60 Pro"),
    ],
)
def test_a_page_s_language_of_two_bytes_a_letter_is_heard(language, encoding, text):
    page = f'<html lang="{language}"><p>{text}</p>'
    assert decode_html(page.encode(encoding)).text == page
