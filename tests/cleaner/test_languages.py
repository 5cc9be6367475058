"""Pages in many languages, written for this: headline, byline, dateline and paragraphs, no metadata; as HTML and as text."""

import pytest

from scraper.cleaner import clean_page
from scraper.records import Article, Page
from scraper.settings import CleanSettings

# Headline and a sentence of the body.
TEXTS = {
    "ar": (
        "افتتاح الميناء الجديد في المدينة",
        "قال مسؤولون في المدينة إن الميناء الجديد سيفتح أبوابه أمام السفن في الصباح، وإن العمل فيه استغرق ثلاث سنوات كاملة.",
    ),
    "fa": (
        "بندر تازه شهر گشایش یافت",
        "مسئولان شهر گفتند که بندر تازه از صبح امروز به روی کشتی‌ها باز می‌شود و ساخت آن سه سال طول کشیده است.",
    ),
    "he": (
        "הנמל החדש נפתח בעיר",
        "פקידים בעיר אמרו כי הנמל החדש ייפתח בבוקר לאוניות וכי העבודה בו נמשכה שלוש שנים תמימות.",
    ),
    "zh-CN": (
        "新港口在城市开放",
        "市政府官员表示，新港口将于早上向船只开放，整个工程历时三年，耗资数十亿元，预计每年将接待数百万名旅客。",
    ),
    "zh-TW": (
        "新港口在城市開放",
        "市政府官員表示，新港口將於早上向船隻開放，整個工程歷時三年，耗資數十億元，預計每年將接待數百萬名旅客。",
    ),
    "ja": (
        "新しい港が市内に開港",
        "市の当局者は、新しい港が朝に船に開放され、工事には三年かかったと述べた。年間数百万人の利用が見込まれている。",
    ),
    "ko": (
        "새 항구 도시에서 문 열어",
        "시 관계자들은 새 항구가 아침에 배들에 문을 열 것이며 공사에는 꼬박 삼 년이 걸렸다고 말했다.",
    ),
    "th": (
        "ท่าเรือใหม่เปิดในเมือง",
        "เจ้าหน้าที่ของเมืองกล่าวว่าท่าเรือใหม่จะเปิดให้เรือเข้าในตอนเช้า และงานก่อสร้างใช้เวลาสามปีเต็ม",
    ),
    "hi": (
        "शहर में नया बंदरगाह खुला",
        "शहर के अधिकारियों ने कहा कि नया बंदरगाह सुबह जहाजों के लिए खुलेगा और इसके निर्माण में पूरे तीन साल लगे।",
    ),
    "bn": (
        "শহরে নতুন বন্দর খুলল",
        "শহরের কর্মকর্তারা বলেছেন যে নতুন বন্দরটি সকালে জাহাজের জন্য খুলবে এবং কাজ শেষ হতে পুরো তিন বছর লেগেছে।",
    ),
    "ta": (
        "நகரில் புதிய துறைமுகம் திறப்பு",
        "புதிய துறைமுகம் காலையில் கப்பல்களுக்குத் திறக்கப்படும் என்றும் பணிகள் மூன்று ஆண்டுகள் நீடித்தன என்றும் அதிகாரிகள் கூறினர்.",
    ),
    "ur": (
        "شہر میں نئی بندرگاہ کھل گئی",
        "شہر کے حکام نے کہا کہ نئی بندرگاہ صبح جہازوں کے لیے کھل جائے گی اور اس کی تعمیر میں پورے تین سال لگے۔",
    ),
    "el": (
        "Άνοιξε το νέο λιμάνι στην πόλη",
        "Αξιωματούχοι της πόλης είπαν ότι το νέο λιμάνι θα ανοίξει το πρωί για τα πλοία και ότι οι εργασίες κράτησαν τρία χρόνια.",
    ),
    "ru": (
        "В городе открылся новый порт",
        "Городские власти сообщили, что новый порт откроется утром для судов и что работы продолжались целых три года.",
    ),
    "uk": (
        "У місті відкрився новий порт",
        "Міська влада повідомила, що новий порт відкриється вранці для суден і що роботи тривали цілих три роки.",
    ),
    "bg": (
        "В града отвори ново пристанище",
        "Градските власти съобщиха, че новото пристанище ще отвори сутринта за кораби и че работата е продължила три години.",
    ),
    "sr": (
        "U gradu otvorena nova luka",
        "Gradske vlasti su saopštile da će nova luka ujutru biti otvorena za brodove i da su radovi trajali pune tri godine.",
    ),
    "hr": (
        "U gradu otvorena nova luka",
        "Gradske su vlasti objavile da će nova luka ujutro biti otvorena za brodove i da su radovi trajali pune tri godine.",
    ),
    "sl": (
        "V mestu odprto novo pristanišče",
        "Mestne oblasti so sporočile, da bo novo pristanišče zjutraj odprto za ladje in da so dela trajala polna tri leta.",
    ),
    "pl": (
        "W mieście otwarto nowy port",
        "Władze miasta poinformowały, że nowy port zostanie rano otwarty dla statków, a prace trwały pełne trzy lata.",
    ),
    "cs": (
        "Ve městě otevřeli nový přístav",
        "Představitelé města uvedli, že nový přístav se ráno otevře lodím a že práce trvaly celé tři roky.",
    ),
    "hu": (
        "Új kikötő nyílt a városban",
        "A városi tisztviselők szerint az új kikötő reggel nyílik meg a hajók előtt, és a munkálatok teljes három évig tartottak.",
    ),
    "ro": (
        "Un nou port s-a deschis în oraș",
        "Oficialii orașului au declarat că noul port se va deschide dimineața pentru nave și că"
        " lucrările au durat trei ani întregi.",
    ),
    "tr": (
        "Şehirde yeni liman açıldı",
        "Şehir yetkilileri yeni limanın sabah gemilere açılacağını ve çalışmaların tam üç yıl sürdüğünü söyledi.",
    ),
    "vi": (
        "Cảng mới mở cửa trong thành phố",
        "Các quan chức thành phố cho biết cảng mới sẽ mở cửa vào buổi sáng cho tàu thuyền và công việc đã kéo dài ba năm trọn vẹn.",
    ),
    "id": (
        "Pelabuhan baru dibuka di kota",
        "Para pejabat kota mengatakan pelabuhan baru akan dibuka pada pagi hari untuk kapal dan"
        " pekerjaannya memakan waktu tiga tahun penuh.",
    ),
    "fi": (
        "Uusi satama avattiin kaupungissa",
        "Kaupungin viranomaiset kertoivat, että uusi satama avataan aamulla laivoille ja että työt"
        " kestivät kokonaiset kolme vuotta.",
    ),
    "sv": (
        "Ny hamn öppnade i staden",
        "Stadens tjänstemän sade att den nya hamnen öppnar på morgonen för fartyg och att arbetet hade tagit hela tre år.",
    ),
    "nl": (
        "Nieuwe haven geopend in de stad",
        "Ambtenaren van de stad zeiden dat de nieuwe haven in de ochtend opengaat voor schepen en"
        " dat het werk drie volle jaren duurde.",
    ),
    "pt": (
        "Novo porto abre na cidade",
        "As autoridades da cidade disseram que o novo porto abrirá pela manhã para os navios e que"
        " as obras duraram três anos inteiros.",
    ),
    "es": (
        "El nuevo puerto abre en la ciudad",
        "Las autoridades de la ciudad dijeron que el nuevo puerto abrirá por la mañana para los"
        " barcos y que las obras duraron tres años.",
    ),
    "fr": (
        "Le nouveau port ouvre en ville",
        "Les responsables de la ville ont dit que le nouveau port ouvrirait le matin aux navires"
        " et que les travaux avaient duré trois ans.",
    ),
    "de": (
        "Neuer Hafen in der Stadt eröffnet",
        "Vertreter der Stadt sagten, der neue Hafen werde am Morgen für Schiffe geöffnet, und die"
        " Arbeiten hätten volle drei Jahre gedauert.",
    ),
    "ka": (
        "ქალაქში ახალი პორტი გაიხსნა",
        "ქალაქის ოფიციალურმა პირებმა განაცხადეს, რომ ახალი პორტი დილით გაიხსნება გემებისთვის და სამუშაოები სამი წელი გაგრძელდა.",
    ),
    "hy": (
        "Քաղաքում բացվել է նոր նավահանգիստ",
        "Քաղաքի պաշտոնյաներն ասացին, որ նոր նավահանգիստը առավոտյան կբացվի նավերի համար, և աշխատանքները տևել են երեք տարի։",
    ),
    "sw": (
        "Bandari mpya yafunguliwa jijini",
        "Maafisa wa jiji walisema bandari mpya itafunguliwa asubuhi kwa meli na kwamba kazi ilichukua miaka mitatu kamili.",
    ),
    "km": (
        "កំពង់ផែថ្មីបើកនៅទីក្រុង",
        "មន្ត្រីទីក្រុងបាននិយាយថាកំពង់ផែថ្មីនឹងបើកនៅពេលព្រឹកសម្រាប់កប៉ាល់ ហើយការងារបានចំណាយពេលបីឆ្នាំពេញ",
    ),
}
# Language, byline, date line (all of 21 August 2026), and who is named; None: nobody that could be told from any other line.
LINES = [
    ("ar", "بقلم: سلمى حداد", "نُشر في ٢١ أغسطس ٢٠٢٦", "سلمى حداد"),
    ("ar", "كتبت: سلمى حداد", "الجمعة 21 آب/أغسطس 2026", "سلمى حداد"),
    ("fa", "نویسنده: مریم کریمی", "۳۰ مرداد ۱۴۰۵", "مریم کریمی"),
    ("he", "מאת: נועה לוי", "פורסם ב-21 באוגוסט 2026", "נועה לוי"),
    ("he", "נועה לוי", "21.08.2026 10:05", None),
    ("zh-CN", "记者 王小明", "2026年8月21日 10:05", "王小明"),
    ("zh-TW", "記者林小美／台北報導", "2026-08-21 10:05", "林小美"),
    ("zh-TW", "記者林小美", "民國115年8月21日", "林小美"),
    ("zh-CN", "作者：王小明", "二〇二六年八月二十一日", "王小明"),
    ("ja", "文・山田花子", "2026年8月21日 10時05分", "山田花子"),
    ("ja", "山田花子", "令和8年8月21日", None),
    ("ja", "", "２０２６年８月２１日", None),
    ("ja", "山田花子", "公開日：2026/08/21(金) 10:05", None),
    ("ko", "김민지 기자", "입력 2026.08.21 10:05", "김민지"),
    ("ko", "김민지 기자", "2026년 8월 21일 오전 10:05", "김민지"),
    ("th", "โดย สมชาย ใจดี", "เผยแพร่ 21 สิงหาคม 2569", "สมชาย ใจดี"),
    ("th", "โดย สมชาย ใจดี", "๒๑ ส.ค. ๒๕๖๙", "สมชาย ใจดี"),
    ("th", "โดย : สมชาย ใจดี", "21 ส.ค. 69 10:05 น.", "สมชาย ใจดี"),
    ("hi", "लेखक: अनिता शर्मा", "प्रकाशित: 21 अगस्त 2026", "अनिता शर्मा"),
    ("hi", "अनिता शर्मा", "२१ अगस्त २०२६", None),
    ("bn", "লেখক: অনিতা রায়", "প্রকাশ: ২১ আগস্ট ২০২৬, ১০:০৫", "অনিতা রায়"),
    ("ta", "எழுதியவர்: அனிதா குமார்", "21 ஆகஸ்ட் 2026", "அனிதா குமார்"),
    ("ur", "تحریر: ثنا خان", "21 اگست 2026", "ثنا خان"),
    ("el", "Γράφει η Ελένη Παππά", "21 Αυγούστου 2026", "Ελένη Παππά"),
    ("el", "Της Ελένης Παππά", "Παρασκευή, 21 Αυγ 2026 | 10:05", None),
    ("ru", "Автор: Анна Иванова", "21 августа 2026, 10:05", "Анна Иванова"),
    ("ru", "Анна Иванова", "21 августа 2026 г.", None),
    ("uk", "Автор: Олена Коваль", "21 серпня 2026 року", "Олена Коваль"),
    ("bg", "Автор: Мария Петрова", "21 август 2026 г., 10:05", "Мария Петрова"),
    ("sr", "Piše: Ana Marić", "21. avgust 2026.", "Ana Marić"),
    ("hr", "Piše: Ana Marić", "21. kolovoza 2026.", "Ana Marić"),
    ("sl", "Piše: Ana Novak", "21. avgust 2026", "Ana Novak"),
    ("pl", "Autor: Anna Nowak", "21 sierpnia 2026, 10:05", "Anna Nowak"),
    ("cs", "Autor: Jana Nováková", "21. srpna 2026", "Jana Nováková"),
    ("hu", "Szerző: Kovács Anna", "2026. augusztus 21. 10:05", "Kovács Anna"),
    ("ro", "Scris de Ana Popescu", "21 august 2026, 10:05", "Ana Popescu"),
    ("tr", "Yazan: Ayşe Yılmaz", "21 Ağustos 2026 Cuma, 10:05", "Ayşe Yılmaz"),
    ("vi", "Tác giả: Nguyễn Lan", "Thứ Sáu, ngày 21 tháng 8 năm 2026", "Nguyễn Lan"),
    ("vi", "Nguyễn Lan", "21/08/2026 10:05 GMT+7", None),
    ("id", "Oleh: Siti Rahma", "Jumat, 21 Agustus 2026 10:05 WIB", "Siti Rahma"),
    ("fi", "Teksti: Anna Virtanen", "21.8.2026 klo 10.05", "Anna Virtanen"),
    ("sv", "Av Anna Svensson", "Publicerad 21 augusti 2026", "Anna Svensson"),
    ("nl", "Door Anna de Vries", "Gepubliceerd op 21 augustus 2026 om 10:05", "Anna de Vries"),
    ("pt", "Por Ana Souza", "21 de agosto de 2026 às 10h05", "Ana Souza"),
    ("es", "Por Ana Gómez", "21 de agosto, 2026 - 10:05", "Ana Gómez"),
    ("fr", "Par Anne Martin", "Publié le 21 août 2026 à 10h05", "Anne Martin"),
    ("de", "Von Anna Schmidt", "Stand: 21.08.2026, 10:05 Uhr", "Anna Schmidt"),
    ("ka", "ავტორი: ნინო ბერიძე", "21 აგვისტო 2026", "ნინო ბერიძე"),
    ("hy", "Հեղինակ՝ Անի Պետրոսյան", "21 օգոստոսի 2026", "Անի Պետրոսյան"),
    ("sw", "Imeandikwa na Amina Juma", "21 Agosti 2026", "Amina Juma"),
    ("km", "ដោយ សុខ ដារា", "21 សីហា 2026", None),
]
PARAGRAPHS = 5


def _paragraphs(language: str) -> list[str]:
    sentence = TEXTS[language][1]
    return [f"{sentence} {number} {sentence}" for number in range(PARAGRAPHS)]


def _html(language: str, byline: str, when: str) -> bytes:
    title = TEXTS[language][0]
    body = "".join(f"<p>{text}</p>" for text in _paragraphs(language))
    links = '<div><a href="/">Harbour</a> <a href="/a">A</a> <a href="/b">B</a></div>'
    head = f'<meta charset="utf-8"><title>{title} | Harbour</title>'
    return (
        f'<html lang="{language}"><head>{head}</head><body>{links}<div><h1>{title}</h1><div>{byline}</div><div>{when}</div>'
        f"{body}</div>{links}</body></html>"
    ).encode()


def _text(language: str, byline: str, when: str) -> bytes:
    body = "\n\n".join(_paragraphs(language))
    return (
        f"Harbour\n\n• A\n• B\n• C\n\n{TEXTS[language][0]}\n\n{byline}\n{when}\n\n{body}\n\n© 2026 Harbour\n".encode()
    )


@pytest.mark.parametrize(("language", "byline", "when", "author"), LINES)
@pytest.mark.parametrize(("write", "media_type"), [(_html, "text/html"), (_text, "text/plain")])
def test_headline_byline_date_and_body_are_told_apart(language, byline, when, author, write, media_type):
    page = Page(body=write(language, byline, when), source="page", media_type=media_type)
    article = clean_page(page, CleanSettings(second_opinion=False))
    assert isinstance(article, Article)
    assert article.title == TEXTS[language][0]
    assert (article.published or "")[:10] == "2026-08-21"
    assert author is None or article.authors == (author,)
    assert article.text == "\n\n".join(_paragraphs(language))
