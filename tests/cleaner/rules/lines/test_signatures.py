"""Lines that say who made an article or its picture go from under and inside its text; what people say of such things stays."""

import pytest

from scraper import clean
from scraper.cleaner.rules.lines import LineKind, tell_line
from scraper.cleaner.rules.lines.choice import MAX_MARKS
from scraper.cleaner.rules.lines.signatures import is_reporters_mark
from tests.cleaner.pages import SENTENCES, article_page, paragraphs

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
LABELLED = [
    "Mit Informationen von Klaus Wendt, Hafenstudio",
    "Avec les informations de Jean-Marc Belzile et La Presse",
    "Izvor: Hina",
    "Izvor: Tanjug",
    "Izvor: N24/Beta",
    "Zdroj: TASR",
    "Vir: STA",
    "Извор: МИА",
    "Извор: Танјуг",
    "Burimi: ATSH",
    "Крыніца: БелТА",
    "Фота: Сяргей Гудзілін",
    "Източник: БТА",
    "Снимки: Булфото",
    "Снимка: БГНЕС",
    "Källor: STT, Reuters",
    "Allikas: BNS",
    "Avots: LETA",
    "ELTA nuotr.",
    "Redakcijos archyvo nuotr.",
    "Šaltinis: BNS",
    "Mynd: Anton Brink",
    "Lluniau: Siân Pari",
    "Grianghraf: Seán Ó Mainnín",
    "Chanzo: Reuters",
    "Picha: Reuters",
    "Աղբյուր՝ Արմենպրես",
    "Լուսանկարը՝ «Ազատիկ»",
    "Լուսանկար՝ Photolure",
    "ምንጭ፡ ኢዜአ",
    "ፎቶ፦ ዓለምነው መኮንን",
    "ምንጭ፦ ሮይተርስ",
    "ប្រភព៖ AFP",
    "Mənbə: APA",
    "Эх сурвалж: Reuters",
    "Эх сурвалж: ОБЕГ",
    "Гэрэл зургийг: MPA",
    "سەرچاوە: ڕۆیتەرز",
    "وێنە: هێمن ڕەشید",
    "ಚಿತ್ರ: ರವಿ ಕೆಳಂಗಡಿ",
    "ചിത്രം: ജോസ് മാത്യു",
    "ఫొటో: రమేష్",
    "படம்: எம். முத்து",
    "તસવીર: હિતેશ સોલંકી",
    "(بشکریہ: روزنامہ جہان)",
    "تصویر: اے ایف پی",
    "तस्वीर : डीबी बुढा",
    "ඡායාරූප - ප්‍රදීප් දිල්රුක්ෂ",
    "छायाचित्र – पवन खेंगरे",
    "ਤਸਵੀਰ: ਹਰਜਿੰਦਰ ਮਾਨ",
    "(AP Photo/Hal Ives)",
    "Photo by Hal Ives",
    "Image Credits: Hal Ives / Getty Images",
    "Image credit: Getty",
    "Top image credit: Getty",
    "(Photo by Jane Foley/AFP via Getty Images)",
    "Getty Images",
    "Sursa foto: Profimedia",
    "(With inputs from PTI)",
    "(With agency inputs)",
    "(With PTI inputs)",
    "With inputs from agencies",
    "Con información de EFE y AP",
    "(Com Estadão Conteúdo)",
    "Lähteet: Satamalehden arkisto, Musiikkituottajat",
    "Lähde: Reuters",
    "Kilder: NRK, VG",
    "Tekst: Birgitte Høyer. Foto: Line Bach.",
    "Text: Anna Berg, Fotos: Jan Berg",
]
SAID = [
    "Foto je nastao u sumrak.",
    "Izvor: rijeka Kupa nastaje na 321 metru nadmorske visine.",
    "Autor studije je profesor Ivan Pavić.",
    "Izvor zagađenja: topionica.",
    "Vir napetosti: plače.",
    "Zdrojom peňazí je plán obnovy.",
    "Извор на водата е под Галичица.",
    "Burimi i ujit është tharë.",
    "Foto e vjetër tregon gjyshin mes ullinjve.",
    "Крыніца вады — за трыста метраў.",
    "Фота з 1911 года вісіць над печчу.",
    "Извор боје је азурит.",
    "Фото-документација има 9.000 снимака.",
    "Източник на водата е река Янтра.",
    "Снимката обиколи града за час.",
    "Chanzo cha moto hakijajulikana.",
    "Chanzo: mvua kubwa na mto kujaa, anasema mkuu wa wilaya.",
    "Picha za satelaiti zinaonyesha msitu ukiungua.",
    "Mwandishi wa kitabu hicho ni Peter Shayo.",
    "Mhariri mkuu alijiuzulu Jumatatu.",
    "Foto itu tular di media sosial.",
    "Foto’s wys hoe die dak inval.",
    "Bron van die rivier: ’n fontein op Ceres.",
    "Mənbələr bildirir ki, danışıqlar davam edir.",
    "Foto sərgidə 40 əsər var.",
    "Աղբյուրը սա չի հաստատում։",
    "Լուսանկարը հայտնվել է համացանցում։",
    "Фото былтыр түсірілген.",
    "Сурет көрмесі ашылды.",
    "Эх сурвалжийн мэдээлснээр хэлэлцээр үргэлжилж байна.",
    "Фото зураг олон нийтэд түгжээ.",
    "سەرچاوەکە گوتی گفتوگۆکان بەردەوامن.",
    "وێنەکە پار گیراوە.",
    "ምንጩ ይህን አላረጋገጠም።",
    "ፎቶው ባለፈው ዓመት የተነሳ ነው።",
    "ប្រភពបានឱ្យដឹងថា ការចរចានៅតែបន្ត។",
    "រូបភាពនេះថតកាលពីឆ្នាំមុន។",
    "Гол авторы – Марат Быстров.",
    "Сурет авторы туралы аңыз көп.",
    "Bilden är dyster.",
    "Källan är okänd.",
    "Allikas on teadmata.",
    "Foto tehti mais.",
    "Avots nav zināms.",
    "Picture this.",
    "Photographs were burned.",
    "Getty sued the firm.",
    "Photo: that was the only word on the back of the card.",
    "Source code for the app was left on a bus.",
    "Sources said the ferry was full.",
    "Photo by photo, Hal Ives pieced the street together.",
    "Photo by Hal Ives shows the lamp on the day it was lit.",
    "Foto a foto, Evaristo fue reconstruyendo la historia del molino.",
    "Sursa apei e un izvor de sub pod.",
    "Zdroj: rieka Hron pramení pod Kráľovou hoľou.",
    "Zdroj vody je pod vrchom.",
    "Allikas: jõgi algab soost.",
    "Burimi: lumi del nga shpella, thotë plaku.",
    "Зураг олон жил хананд өлгөөтэй байв.",
    "Фотографиите са авторско дело на ученици.",
    "Mwandishi: Ulianza lini?",
    "Mwandishi: Ndiyo, kweli.",
    "படம்: லியோ",
    "ചിത്രം: ഭാരതം",
    "Con información de primera mano",
    "Mit Informationen von der Front",
    "Image problem",
    "Mit Material der Stadt wurde der Deich erhöht.",
    "Källor: Ryssland flyttar trupper",
    "Källor: Premiärministern avgår",
    "Sursa: Ministrul demisionează",
    "Izvor: Zelenski stiže u Zagreb",
    "Izvor: Rijeka Kupa kod Kamanja",
    "Mhariri: Serikali imekosea",
    "Mwandishi: Karibu sana Rais",
    "Toimetaja: Miks Te lahkusite",
    "Vir – Domžale 2:1",
    "Zdroj – Voda pre obec",
    "Zdroj: Premiér podá demisi",
    "Picha: Moto wateketeza soko",
    "Снимка: Президентът и премиерът",
    "Эх сурвалж: Ерөнхий сайд огцорно",
    "நன்றி: மக்களே வாழ்க",
    "படம்: விஜய் நடிக்கும் புதிய படம்",
    "تصویر: وزیراعظم لاہور میں",
    "Mit Informationen der Polizei konnte der Täter gefasst werden",
    "Mit Material von Siemens und Bosch bauten Schüler einen Roboter",
    "Avec des informations d'Interpol, le suspect a été retrouvé à Lisbonne",
    "Avec Belga Vox, il a fondé un parti",
    "Con información de Inteligencia, la policía detuvo al sospechoso",
    "Photo by police shows suspect with gun",
    "Top credit: lenders offer 3 per cent",
    "Image credits: 400 euros per picture, the contract says",
    "With inputs from the public",
    "Lähde: kaupunki aikoo myydä talon.",
    "Text: Das Wort hat Anna.",
    "Tekst: Foto: hvad er forskellen?",
    "Kilde: ministeren går af.",
    "Lähde: Kymijoki",
    "Kilde: Gudenåen",
    "CEO 이재용입니다.",
    "MC 김구라입니다",
    "BTS 정국입니다",
    "가짜뉴스 때문입니다.",
    "저는 오민재입니다.",
    "오늘 방송 주제입니다.",
]

# Written blind by two readers, and by others since.
CREDITS = [
    "Fotó: MTI/Koszticsák Szilárd",
    "Kuva: Markku Ulander / Lehtikuva",
    "Bild: Jessica Gow/TT",
    "Arkivfoto: Ritzau Scanpix",
    "Illustrasjonsfoto: NTB",
    "Foto ANP / Koen van Weel",
    "Beeld ANP",
    "Fot. Jakub Orzechowski / Agencja Wyborcza.pl",
    "Crédit photo : Ludovic Marin / AFP",
    "Imagem: Getty Images",
    "Imagen: Getty Images",
    "Bild: picture alliance/dpa | Michael Kappeler",
    "Image source, Getty Images",
    "(Reporting by John Irish; Editing by Alison Williams)",
    "Sursă foto: Shutterstock",
    "Text och foto: Per Ek",
    "Fotoğraf: AA",
    "فوٹو: اے ایف پی",
    "Φωτογραφία αρχείου",
    "Φωτογραφία: Eurokinissi",
    "Πηγή: protothema.gr",
    "Με πληροφορίες από ΑΠΕ-ΜΠΕ",
    "Фото из открытых источников",
    "Ілюстративне фото",
    "Джерело фото: Офіс Президента",
    "Снимката е илюстративна",
    "Ảnh minh họa",
    "(Theo Reuters, AFP)",
    "(फाइल फोटो)",
    "प्रतीकात्मक तस्वीर",
    "(इनपुट- भाषा)",
    "(एजेंसी इनपुट के साथ)",
    "ফাইল ছবি",
    "সংগৃহীত ছবি",
    "கோப்புப் படம்",
    "แฟ้มภาพ",
    "자료사진",
    "图片来源：视觉中国",
    "圖片來源：路透社",
    "图源：视觉中国",
    "記者王大明／台北報導",
    "صدر الصورة، Getty Images",
    "منبع تصویر، Getty Images",
    "تصویر کا ذریعہ، Getty Images",
    "इमेज स्रोत, Getty Images",
    "ছবির উৎস, Getty Images",
    "பட மூலாதாரம், Getty Images",
    "ที่มาของภาพ, Getty Images",
    "Nguồn hình ảnh, Getty Images",
    "Sumber gambar, Getty Images",
    "Izvor fotografije, Getty Images",
    "Foto: Anna Berg / Video: Jan Berg",
    "Foto: sidm / DW",
    "Foto: unsplash/Anna Berg",
    "Foto: © Anna Berg",
    "Foto: privat",
    "Kaynak: İHA",
    "HABER: İSMAİL KOÇ",
    "记者 郑可 实习生 罗婷",
    "사진=연합뉴스",
    "순천시 제공",
    "作者：老何",
    "写真：佐々木健太",
]
CLAUSES = [
    "Wartawan: Benar.",
    "Editor: Sure.",
    "Muhabir: Evet.",
    "Foto: 35 mal 45 Millimeter, neutraler Hintergrund",
    "Foto: Das sagt die Polizei",
    "Foto: verboten",
    "Editorial: el reto del agua",
    "Editorial: was bleibt",
    "Editor: a lonely job",
    "Sumber: sumur tua",
    "Sumber: Saya tidak pernah melihat ini",
    "Editor: Kami tidak menyesal",
    "Nguồn: giếng cũ",
    "Nguồn: Tôi chưa từng thấy thế này",
    "Ảnh: bằng chứng hay giả mạo?",
    "Kaynak: Kimse yaralanmadı",
    "Haber: iki kelimeyle, yangın var.",
    "Фото: последњи траг о њему",
    "المصدر: البئر القديمة",
    "ماخذ: پرانا کنواں",
    "מקור: הבאר הישנה",
    "عکس: سند یا جعل؟",
    "منبع: چاه قدیمی روستا",
    "خبرنگار: چرا سکوت کردید؟",
    "عکاس: نمی‌ترسیدم",
    "स्रोत: पुराना कुआं",
    "ছবি: আমার শেষ সম্বল",
    "সূত্র: পুরোনো কুয়া",
    "ที่มา: บ่อน้ำเก่า",
    "来源：古井",
    "来源：我从未见过这种事",
    "作者：我不后悔",
    "视频：法庭明日播放",
    "编辑：这本书救了我",
    "责编：没有署名",
    "写真：証拠か偽造か",
    "出典：古い井戸の碑文",
    "提供：自衛隊の水",
    "文：漢字で書く",
    "사진: 증거인가 위조인가",
    "사진=증거",
    "출처: 오래된 우물",
    "영상: 내일 법정 공개",
    "글: 처음 쓰는 편지",
    "ขอบคุณภาพความทรงจำ",
    "ขอบคุณข้อมูลจากพลเมืองดี ตำรวจกล่าว",
    "المحرر: لماذا غادرت البلاد؟",
    "ماخذ: یہ روایت درست نہیں ہے۔",
    "स्रोत: बातचीत टूट गई है।",
    "Источник: самолет сел в Казани",
    "Kaynak: Bakan istifa edecek",
    "Muhabir: Neden gittiniz",
    "Wartawan: Apa kabar, Pak.",
    "מקור: ישראל תגיב בקרוב",
    "编辑：您最想改哪一章",
    "取材:",
    "Foto: ukuran 3x4",
    "写真：2枚",
    "图片：5张",
    "文：不少于800字",
    "Источник: мясо, рыба, орехи",
    "Nguồn: sữa, trứng, cá.",
    "تصویر: آخری نشانی",
    "तस्वीर - दूसरा पहलू",
    "படம்: நாளை வெளியீடு",
    "러시아, 북한에 위성 기술 제공",
    "참가자 전원에게 기념품과 간식 제공",
    "조식 제공",
    "영상과 사진: 무엇이 진실인가.",
    "他平时爱好旅行，热爱摄影",
    "退休后，他开始学摄影",
    "职业：新闻摄影",
    "馆内规定，严禁摄影",
    "记者手记",
    "记者调查",
    "记者观察",
    "（记者观察）",
    "记者探访",
    "记者追问",
    "记者被打",
    "記者協會",
    "여성 기자",
    "해직 기자",
    "시민 기자",
    "تمت هنا",
    "Kuva: Presidentti avaa ovet",
    "Bild: Kanzler Scholz in Paris",
    "Imagen: Madrid",
    "Bild: Söder attackiert Habeck",
    "Beeld: Een dag in Utrecht",
    "Foto: Demonstration in Berlin",
    "FOTO: DAS SAGT DIE POLIZEI",
    "Fotó: Egy nap a tónál",
    "Πηγή: Άγνωστη η αιτία",
    "Φωτογραφία: Αυτή ήταν η τελευταία",
    "Crédit : les banques serrent la vis",
    "Reporting by candlelight; editing by nobody at all.",
    "Izvor fotografije, kažu, nije poznat.",
    "Sumber gambar, kata polisi, belum jelas.",
    "منبع تصویر، یک شهروند، گفت که آن را دیده است",
    "صدر الصورة، كما قال، غير معروف",
    "ছবির উৎস, পুলিশ বলছে, অজানা",
    "图：高铁开通",
    "视频：金融危机",
    "作者：我离开了那家公司",
    "Foto: aquesta va ser l'única condició.",
    "Foto: ano, video: ne",
    "Foto: ja tak",
    "Foto: esa fue la única condición que puso.",
    "Foto: è quella la prova regina.",
    "Foto: dat was het enige bewijs.",
    "Foto: foi a única exigência dele.",
    "Foto: asta a fost singura condiție.",
    "Foto: tak, wideo: nie",
    "Źródło ciepła: fot. i piec",
    "Bildet viser havnen.",
    "Zdroj: počasí se mění",
    "Фото: это был он",
    "Источник: огонь начался в подвале",
    "Джерело: ворог готує новий наступ",
    "המקור: אין נפגעים",
]


@pytest.mark.parametrize("line", SIGNATURES)
def test_a_line_that_says_who_made_it_is_no_content(line):
    assert tell_line(line) is LineKind.SIGNATURE
    text = clean(article_page(paragraphs() + f"<p>{line}</p>")).text
    assert line not in text
    assert text.endswith("done twice before.")


@pytest.mark.parametrize("line", LABELLED)
def test_a_label_and_names_are_known(line):
    assert tell_line(line) is LineKind.SIGNATURE


@pytest.mark.parametrize("line", CREDITS)
def test_capitals_few_words_and_agencies_make_a_credit(line):
    assert tell_line(line) is LineKind.SIGNATURE


@pytest.mark.parametrize("line", CLAUSES)
def test_a_clause_after_a_label_is_no_credit(line):
    assert tell_line(line) is None


def test_a_paper_and_its_agency_are_a_mark():
    assert is_reporters_mark("Le Monde avec AFP")
    assert not is_reporters_mark("Paris négocie avec AFP")


@pytest.mark.parametrize("line", SAID)
def test_what_is_said_of_them_in_many_languages_is_none(line):
    assert tell_line(line) is None


@pytest.mark.parametrize("line", STATEMENTS)
def test_what_is_said_of_sources_and_pictures_is(line):
    assert tell_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        *("오세훈 기자 osh@news.example", "jmhan@news.example", "Contact: editor@news.example", "(rzk/idh)"),
        *(
            "(Beta)",
            "Autor: TASR",
            "SDA/aes",
            "(sda)",
            "(Танјуг)",
            "SPT–FNB",
            "– BERNAMA",
            "(ಪಿಟಿಐ)",
            "–ಪಿಟಿಐ",
            "(പിടിഐ)",
            "(పీటీఐ)",
            "(பிடிஐ)",
            "(પીટીઆઈ)",
            "(اے پی پی)",
            "(रासस)",
            "(रॉयटर्स)",
            "(රොයිටර්)",
            "(पीटीआय)",
            "(ਪੀ.ਟੀ.ਆਈ.)",
            "(ANSA).",
            "(Adnkronos)",
            "(Belga)",
            "– PA",
            "– Reuters",
            "(APA, red, 1.3.2024)",
            "dpa/mbo",
        ),
        *("(MTI)", "TT", "dpa", "(rn, PAP)", "Sursa: Agerpres", "(AFP/Reuters)", "Πηγή: ΑΠΕ-ΜΠΕ"),
    ],
)
def test_a_reporters_address_or_initials_under_the_text_are_no_content(line):
    assert is_reporters_mark(line)
    assert line not in clean(article_page(paragraphs() + f"<p>{line}</p>")).text


@pytest.mark.parametrize(
    "line",
    [
        *("tt", "The AP has it", "(PAP is a party)", "Apa?", "Срна", "Aa!", "An agency"),
        *(
            "PA",
            "in PA",
            "Road MAP",
            "Airline: TAP",
            "Winner: Turan",
            "Song: Beta",
            "Client: Reuters",
            "N1",
            "vs. CP",
            "Beta!",
        ),
    ],
)
def test_other_short_lines_are_no_marks(line):
    assert not is_reporters_mark(line)


def test_one_reporter_s_initials_are_a_mark_as_the_last_line():
    assert is_reporters_mark("(ipr)", is_last=True)
    assert not any(is_reporters_mark(line, is_last=True) for line in ("(error)", "(123)", "(He)", "ipr"))
    assert not is_reporters_mark("(ipr)")
    text = clean(article_page("<p>(body)</p>" + paragraphs() + "<p>(ipr)</p>")).text
    assert text.endswith("done twice before.")


@pytest.mark.parametrize("line", ["mgr/ krz/", "【中野航】", "누리방송 오민재입니다.", "YTN 홍길동입니다."])
def test_who_signs_is_a_mark_as_the_last_line(line):
    assert is_reporters_mark(line, is_last=True)
    assert not is_reporters_mark(line)
    page = article_page(f"{paragraphs(SENTENCES[:3])}<p>{line}</p>{paragraphs(SENTENCES[3:])}<p>{line}</p>")
    assert clean(page).text.split("\n\n") == [*SENTENCES[:3], line, *SENTENCES[3:]]


@pytest.mark.parametrize("line", ["BTS 정국입니다", "가짜뉴스 때문입니다.", "和/或", "no", "【1】", "and/or"])
def test_other_last_lines_are_no_marks(line):
    assert not is_reporters_mark(line, is_last=True)


def test_a_source_right_above_the_prose_is_a_signature():
    above = "<p>来源：江城晚报</p><p>编辑：林恩如</p>"
    assert clean(article_page(above + paragraphs())).text.startswith(SENTENCES[0])


def test_addresses_that_an_article_lists_are():
    lines = [f"<p>council{number}@harbour.example</p>" for number in range(MAX_MARKS + 1)]
    assert clean(article_page(paragraphs() + "".join(lines))).text.count("@") == len(lines)
    assert not is_reporters_mark("Write to osh@news.example. She reads it all herself, as the mayor says.")
