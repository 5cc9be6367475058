"""Who made an article or its picture, in lines of their own under and in its text, in the languages that news is written in.

They are prose to the model, which was trained on English pages, where bylines stand above the text. Folds, blocks-3 (2026-11-26),
where few such lines are: snippets .94950 to .94933, articles the same; "Photo:" in English would cost .019 of an article.
"""

import re
from typing import Final

from scraper.cleaner.phrases.chinese_names import HAN
from scraper.cleaner.phrases.lines.eastern_names import (
    CHINESE,
    EDITOR,
    EDITORS,
    HAN_NAMES,
    HAN_SOURCE,
    JAPANESE,
    KOREAN,
    KOREAN_CREDIT,
    NO_CLAUSE,
    SOURCED,
    THAI_NAMES,
    THAI_SOURCE,
    UNCASED,
)
from scraper.cleaner.phrases.lines.names import CAPITAL, MADE_BY, NAMES, SMALL_CREDIT
from scraper.cleaner.phrases.lines.rows import COLONS, LineKind, LineList, Rows
from scraper.cleaner.phrases.reporters import SIGNED_BENGALI

MAX_CHARS: Final = 120
"""The longest: a caption in one sentence with its photographer."""

NAMED_CHARS: Final = 80

_SPOKEN: Final = rf"(?!\s?[{COLONS}]\s?[^\W\d_]+[.…]$)"
# Labels before names, with a colon after them, in scripts with capitals.
_LABELS: Final[Rows] = (
    ("sumber foto", "(?: berita| foto)?"),
    # Speakers of interviews, too: no one word with a full stop.
    ("editor editör pewarta penulis penyunting wartawan muhabir редактор", rf"(?: berita| foto)?{_SPOKEN}"),
    ("lähteet", ""),
    ("edited nguồn biên ảnh", "(?: by| tập| ảnh)?"),
    ("bài", "(?:,| và| &) ảnh"),
    ("kaynak haber fotoğraf fotoğraflar", "(?: merkezi)?"),
    ("источник фото джерело мәтін дереккөз manba", "(?: фото)?"),
    ("fotó fotók fotografija fotografije sursă", "(?: foto)?"),
    (
        "arkivfoto arkivbild arkivbilde illustrasjonsfoto illustrationsfoto genrefoto symbolfoto symbolbild arkistokuva",
        "",
    ),
    ("crédit crédits", " photos?(?: d'archives)?"),
    ("φωτογραφία φωτογραφίεσ φωτό πηγή", ""),
)
# The same with words that begin headlines, and talk, too.
_HEADED: Final[Rows] = (("kuva kuvat bild bilder beeld imagem imagens imagen imágenes imatge fotogalerie", ""),)
# Whose picture it is, in scripts without capitals: a first and a second name.
_PICTURED: Final[Rows] = (
    ("تحرير تصوير إعداد دبیر عکس ویرایش צילום עריכה بشکریہ فوٹو", ""),
    # Speakers of interviews are called so, too.
    ("المحرر خبرنگار عکاس", r"(?=\s?[:：]\s?(?:\S+\s\S|[\d۰-۹]))"),
    ("फोटो ছবি ფოტო", ""),
    ("ফাইল फाइल", "(?:ছবি|फोटो)"),
)
_SOURCED: Final[Rows] = (("المصدر المصادر منبع מקור ماخذ स्रोत सोर्स সূত্র மூலம் წყარო ምንጭ", ""),)
_THAI_SOURCED: Final[Rows] = (("ที่มา", ""),)
_THAI_NAMED: Final[Rows] = (("ภาพ ข่าว เรียบเรียง", ""),)
# With the comma that no label has but those of a broadcaster's pages in many languages.
_PICTURE_SOURCES: Final[Rows] = (
    ("sumber nguồn izvor аутор image", "(?:gambar|hình ảnh|fotografije|фотографије|source)"),
    ("صدر مصدر منبع", "(?:الصورة|تصویر)"),
    ("تصویر", "کا ذریعہ"),
    ("इमेज", "स्रोत"),
    ("ছবির", "উৎস"),
    ("பட", "மூலாதாரம்"),
    ("ที่มาของภาพ", ""),
)
# The same in languages whose label is also a word of sentences: "Izvor: rijeka Kupa". After a colon every word begins with a
# capital, or it is an address: a headline has others, too.
_NAMED: Final[Rows] = (
    ("izvor vir zdroj allikas avots šaltinis burimi källor mənbə chanzo picha", ""),
    ("mynd myndir lluniau grianghraf grianghraif", ""),
    ("извор източник крыніца снимка снимки фота фотографија сурет", ""),
    ("эх гэрэл", " (?:сурвалж|зурги?йг)"),
    ("լուսանկարը լուսանկար ֆոտո աղբյուր", ""),
    ("sursa", "(?: foto)?"),
)
_JOINTS: Final = "och|og|ja|ir|un|in|i|a|и|і|й|dhe|de|del|da|di|von|van|der|la"
_PROPER: Final = rf"(?:[«“„\"]?{CAPITAL}[^\s?!:]{{0,25}}|[\w-]{{2,25}}\.[a-z]{{2,10}})"
_NAME: Final = rf"{_PROPER}(?:\s?[,/–]\s?{_PROPER}|\s(?:(?:{_JOINTS})\s)?{_PROPER}){{0,4}}(?<![.…])$"
# In scripts without capitals: a first and a second name. One that a film can have stands alone only with both.
_BARE: Final[Rows] = (
    ("ፎቶ ប្រភព រូបភាព سەرچاوە وێنە", ""),
    ("ಚಿತ್ರ ചിത്രം படம்", r"(?=\s?[:–-]\s?\S+\s\S)"),
    ("ఫొటో તસવીર تصویر तस्वीर छायाचित्र ਤਸਵੀਰ ඡායාරූප", ""),
)
_BARE_NAME: Final = (
    rf"{NO_CLAUSE}(?-i:[^\W\d_a-z])[^\s?!]{{0,25}}(?:\s[^\s?!]{{1,25}})?(?:\s(?:एफपी|ایف پی|اف پی))?(?<![.…])$"
)
# Words that begin with capitals, and short ones between them, to the end: who they are, and not what they did.
_WHO: Final = (
    rf"(?:{CAPITAL}[^\s,/!?:]*|@\w+|dpa|afp|agenc(?:y|ies)|bureaus?|agencias?|agências?)"
    rf"(?:[\s,/]+(?:(?:and|und|et|y|e|&|in|of|for|via|from|de|la|the)\s+)?(?:{CAPITAL}[^\s,/!?:]*|@\w+|dpa|afp|agenc(?:y"
    rf"|ies)|canadienne)){{0,7}}"
    r"[)\]]?\.?\W{0,3}$"
)
_MAKER: Final = rf"{CAPITAL}[^\s,/!?:.;|]{{1,25}}(?:[ -]{CAPITAL}[^\s,/!?:;|.]{{0,25}}){{1,3}}"
# Agencies of states whose papers write in French; letters that stand for something else, too ("Avec GPS") are none.
_PRESS_AGENCIES: Final = (
    r"(?-i:APS|MAP|TAP|AIP|AIB|AGP|AMAP|AMI|ANP|ATOP|ABP|ACP|ACI|AGP|ADI|APA|PANA|Xinhua|Anadolu)[)\].]{0,2}$"
)
_STATION: Final = "(?-i:[A-ZÆØÅÄÖ]{2,7}|dpa(?:-AFX)?|Reuters|Ritzau|Belga|Bloomberg|Europa Press)"
# What stands in English under the text, and in captions.
_ENGLISH: Final[Rows] = (
    ("photo", rf"by {_WHO}"),
    ("with", rf"files from {_WHO}"),
    ("additional", rf"reporting (?:and writing )?by {_WHO}"),
    ("image images top", rf"(?:image )?credits?: ?{_WHO}"),
    ("ap", rf"photo/{_WHO}"),
    ("getty", r"images\W*$"),
    ("with", rf"(?:inputs from {_WHO}|(?:\w+ )?(?:pti|ians|ani|agency|agencies) inputs[)\]]?$)"),
    # The word is also a river's or a well's: agencies and stations alone.
    (
        "lähde kilde kilder quelle quellen źródło źródła forrás bron bronnen källa källor fonte fuente",
        rf"(?<=:\s){_STATION}(?:(?:,|\s?/|\s(?:og|ja|und|i|és|en|och|e|y)) ?{_STATION}){{0,3}}$",
    ),
    ("con", rf"informaci[óo]n de {_WHO}"),
    ("com", rf"informações d[ae]s? {_WHO}|(?:estadão conteúdo|reuters)[)\]]?\.?$"),
    (
        "avec",
        rf"(?:[ld]es informations d(?:e |'){_WHO}|(?:l')?(?:(?=(?:afp|ats|belga|reuters)\b){_WHO}|{_PRESS_AGENCIES}))",
    ),
    ("mit", rf"(?:informationen|material) (?:von|der|des) {_WHO}"),
    # Two labels: who wrote it, and whose the pictures are.
    (
        "tekst text texte texto testo",
        rf"{_MAKER}\W{{1,4}}(?:og |och |und |et |y |e )?(?:fotos?|photos?|bild|bilder|billeder|bilde|video|grafik|illustration)"
        rf"\s?:\s?{_MAKER}\W*$",
    ),
    # With no mark between: agencies alone.
    (
        "foto photo beeld bild imagen imagem",
        r"(?-i:ANP|AFP|EPA|AP|EFE|Reuters|Getty Images|Belga|Ansa|ANSA|LaPresse|dpa|TT|NTB"
        r"|STT)(?:\s?[/|]\s?(?-i:[A-ZÀ-Þ])[^.!?,]{1,40})?[)\]]?$",
    ),
    ("fot", rf"(?=\S){_WHO}"),
    ("text tekst", rf"(?:och|og|und|&|/) ?(?:foto|bild|bilder|billeder)\s?:\s?{_MAKER}\W*$"),
    (
        "reporting",
        r"by (?-i:[A-ZÀ-Þ])[^.;!?]{3,80}; ?(?:additional |further )?(?:reporting|writing|editing|compiled)"
        r"\b[^.;!?]{0,20} by [^.!?]{3,80}\W*$",
    ),
    ("με", rf"πληροφορίες από (?:το |την |τις )?{_WHO}"),
    ("theo", rf"(?=[^()]{{2,40}}\)$){_WHO}"),
    ("इनपुट", r"\S{2,20}(?:\s\S{2,20})?\)$"),
    ("एजेंसी", r"(?:के )?इनपुट (?:के साथ|से)\W*$"),
    ("elta bns redakcijos policijos autoriaus asmeninio", r"(?:\w+ )?(?:archyvo )?nuotr\.?$"),
)
# Labels in Chinese with a colon, before names; with a bar before anything: no clause stands after that.
_HAN_LABELS: Final = (
    "责任?编辑?|責任?編輯?|编辑|編輯|编审|編審|审核|審核|终审|校对|校對|值班(?:编辑|主任|编委)|监制|監製|(?:文章|信息|综合|本文)?来源|來源|稿源|资料来源|資料來源"
    "|(?:图片|圖片|图)(?:来源|來源|源)|出品|作者|文字|文|图文|图|圖|图片|圖片|摄影|攝影|摄|视频|視頻|制图|製圖|撰文|撰稿|采写|採寫|策划|統籌|统筹|通讯员"
    "|核稿編輯|核稿|實習編輯|实习编辑|新媒体编辑|转载自|转自|轉載自|出处|供稿|供图|本版撰文"
)
_EMPTY_LABELS: Final = "责任编辑|責任編輯|编辑|編輯|审核|校对|作者|来源|來源|撰文|撰稿"
_EDITOR_LABELS: Final = "责任?编辑?|責任?編輯?|编辑|編輯|校对|校對|审核|審核|编审|編審"
_SOURCE_LABELS: Final = "(?:文章|信息|综合|本文)?来源|來源|稿源|资料来源|图片来源|图源|转载自|转自|出处"
# In brackets with a row of papers and no clause.
_BRACKETED_SOURCES: Final = "(?:文章|信息|综合|本文|资料)来源|稿源|資料來源"
# Jobs with a blank before who does them: two of them, as a section is called "编辑 推荐".
_HAN_JOBS: Final = (
    "责任?编辑?|責任?編輯?|编辑|編輯|校对|校對|摄影|攝影|记者|記者|监制|監製|审核|審核|制图|美编|设计|视频"
)
_HAN_JOB: Final = rf"(?:{_HAN_JOBS})\s{EDITOR}(?:[、\s]{EDITOR}){{0,3}}"
_JAPANESE_LABELS: Final = "取材・?文|写真|撮影|構成|編集部?|聞き手|イラスト|文責|出典|(?:画像|写真)?提供|画像|文|取材"
_KOREAN_LABELS: Final = r"(?:사진|이미지|자료)(?:\s?(?:제공|출처))?|영상|그래픽|편집|출처|글|취재"
# Whole lines.
_FILED: Final = (
    "φωτογραφία αρχείου|φωτογραφια αρχειου|фото из открытых источников|ілюстративне фото|фото ілюстративне"
    "|снимката е илюстративна|ảnh minh họa|ảnh minh hoạ|ảnh chụp màn hình|फाइल फोटो|प्रतीकात्मक तस्वीर"
    "|सांकेतिक तस्वीर|ফাইল ছবি|সংগৃহীত ছবি|প্রতীকী ছবি|கோப்புப் படம்|கோப்புப்படம்|แฟ้มภาพ|자료사진"
)
_WIDE_LABELS: Final = (
    rf"[（(【\[〔\s]*(?:原标题|原標題|{_HAN_LABELS}|{_JAPANESE_LABELS}|{_KOREAN_LABELS})\s?[:：/／丨|｜=＝・]"
)
_WIDE_CREDITS: Final = "|".join(
    (
        r"(?:原标题|原標題)\s?[:：]\s?[^?!。？！]{1,50}[。.]?[)）\]】]?$",
        rf"(?:{_EMPTY_LABELS})\s?[:：]\s?$",
        rf"(?:{_EDITOR_LABELS})\s?[:：](?:{EDITORS}|\s?[A-Z][a-z]{{1,12}}(?: [A-Z][a-z]{{1,12}}){{0,2}}$)",
        rf"(?<=[（(])(?:{_BRACKETED_SOURCES})\s?[:：][^，。！？!?、]{{2,12}}(?:、[^，。！？!?、]{{2,12}}){{1,5}}[）)]$",
        rf"(?:{_SOURCE_LABELS})\s?[:：]{HAN_SOURCE}",
        rf"(?:{_HAN_LABELS})(?:\s?[:：]{HAN_NAMES}|\s?[/／丨|｜](?:[^?!。？！]){{1,50}}[。.]?[)）\]】]?$)",
        rf"(?:{_JAPANESE_LABELS})(?:\s?[:：・]{JAPANESE}|\s?[/／＝](?![^。]{{0,30}}か$)[^?!。？！]{{2,50}}[)）\]】]?$)",
        rf"(?:{_KOREAN_LABELS})\s?[:：/=＝]{KOREAN_CREDIT}",
    )
)
_LATIN_OR_MARK: Final = r"\W*(?:[a-z\d۰-۹٠-٩]{1,8}\W*|/\s?\w{1,4}\W*)?$"
# Whole lines. Names of Korean reporters before their title; ends of agencies' items; Chinese reporters.
_SIGNED: Final = "|".join(
    (
        rf"\W*(?:[가-힣]{{2,10}}\s?=\s?|(?:글|사진|영상|취재"
        rf"|정리)(?:·사진)?\s)?(?:{KOREAN}(?:\s?[·,/]\s?|(?=\s?[^·,/]{{0,6}}$))){{1,5}}(?<!신문사)(?<!방송사)(?<!유명한)(?<!조선족)"
        r"\s?(?:(?:인턴|선임|수습|전문|객원)\s?)?(?:기자|특파원|논설위원)\W*$",
        rf"{SIGNED_BENGALI}$",
        r"[(\[](?:영상\s?)?제작\s?[:：]\s?[가-힣]{2,10}[)\]]$",
        r"\W*(?:انتهای (?:پیام|خبر)|پایان پیام)\W*(?:\w{1,4}\W*)?$",
        rf"\W*(?:انتهى|تمت){_LATIN_OR_MARK}",
        rf"[（(【\[]?(?:本报|本報|本刊|本网|本網|[{HAN}]{{1,5}}(?:报|報|网|網|社|新闻|新聞|都市|台|央视)(?:见习|实习|首席)?)?(?:记者|記者)\s?(?:{CHINESE}(?:[、，,]|\s(?:(?:通讯员|实习生|记者)\s)?|(?=[）)】\]／/\s]|$))){{1,4}}"
        rf"(?:\s?[／/]\s?[{HAN}]{{2,6}}(?:報導|报道))?[）)】\]]?$",
        rf"{_HAN_JOB}(?:[／/|\s]{{1,3}}{_HAN_JOB}){{1,4}}$",
        # Put together from other papers, in brackets.
        r"[（(](?:本文)?(?:综合|整理|编译|综合整理|综合编译|整理编译)自[^，。！？!?]{2,40}[）)]$",
        # Of a paper's page: "《 海港日报 》（ 2026年03月17日 14 版）".
        r"《\s?[^《》]{2,16}\s?》\s?[（(]\s?\d{4}年\s?\d{1,2}月\s?\d{1,2}日\s?第?\s?\d{1,3}\s?版\s?[)）]$",
        r"ขอบคุณ(?:ภาพ|ข้อมูล|คลิป)(?:ประกอบ(?:ข่าว)?)?\s?(?:จาก)?\s?(?:[:：]|(?:เพจ|เฟซบุ๊ก|เว็บไซต์|ช่อง|[A-Za-z@])(?!.*กล่าว))",
    )
)
# Ends of lines: photographers. With "Photo:" in Latin letters too many lines of wcxb-dev's truth end so.
_ENDS: Final = (
    rf"(?:(?:记者|記者)\s?[{HAN}·]{{2,4}}|(?:^|[\s。（(/／」”]|[，,：:](?!\S{{2,4}}[摄攝]影)){CHINESE})\s?(?<![拍录錄航禁])[摄攝](?:影)?"
    r"(?:\s?[\d年月日/.]+)?[）)。]?$"
    r"|[=＝／][^。]{2,40}(?:撮影|提供)[）)]?$"
    r"|(?:(?:^\W*|[.)\]/=|]\s?)(?=[^.]{1,30}제공[.)\]]{0,2}$)|(?:^|[/\[(▲]|[.)\]]\s)\s?사진(?:\s?(?:제공|출처))?\s?[=:])"
    rf"{KOREAN_CREDIT}"
    r"|\((?:تصوير|تصویر|عکس|صورة|أرشيفية|الفرنسية|رويترز|الأناضول|ภาพ|ছবি|फोटो)\s?[:/：][^)]{0,40}\)$"
    # Vietnamese has capitals: without one a caption is a clause.
    rf"|(?:^|[.!?…)»”\"]\s)\(?(?:Ảnh|ẢNH)\s?[:/](?=.*{CAPITAL}|{SMALL_CREDIT}){NAMES}"
)
# One of these stands in all that does not begin with a label: the rest, 20 ms to compile, is looked for where it does.
_HINTS: Final = (
    "攝|摄|撮影|提供|제공|제작|사진|기자|특파원|논설위원|编辑 |編輯 |校对 |責編 |责编 |综合自|整理自|编译自|》\\s?[（(]"
    "|প্রতিনিধি|সংবাদদাতা|প্রতিবেদক|记者|記者|انتهای|پایان|انتهى|تمت|ขอบคุณ|ảnh|\\(تص|\\(عکس|\\(صورة|\\(أرشيفية|\\(الف"
    "|\\(رويترز|\\(الأ|\\(ภาพ|\\(ছবি|\\(फोटो"
)


def _list_labels(rows: Rows, names: str, *, max_chars: int = MAX_CHARS, marks: str = COLONS) -> LineList:
    """Return the list of labels with one of the marks and names after them."""
    return LineList(kind=LineKind.SIGNATURE, max_chars=max_chars, rows=rows, form=rf"(?:{{}})\s?[{marks}]{names}")


SIGNATURES: Final = (
    LineList(
        kind=LineKind.SIGNATURE,
        max_chars=MAX_CHARS,
        rows=_LABELS,
        form=rf"(?:{{}})\s?[{COLONS}]{NAMES}",
        labels=frozenset(_FILED.split("|")),
    ),
    _list_labels(_HEADED, MADE_BY),
    _list_labels(_PICTURED, UNCASED),
    _list_labels(_SOURCED, SOURCED),
    _list_labels(_THAI_SOURCED, THAI_SOURCE),
    _list_labels(_THAI_NAMED, THAI_NAMES),
    _list_labels(_NAMED, rf"\s?{_NAME}", max_chars=NAMED_CHARS),
    LineList(
        kind=LineKind.SIGNATURE,
        max_chars=NAMED_CHARS,
        rows=_PICTURE_SOURCES,
        form=rf"\W*+(?:{{}})[,،]?(?:\s?(?=[A-Za-zА-Я@]){NAMES}|(?<=[,،]){UNCASED})",
    ),
    _list_labels(_BARE, rf"\s?{_BARE_NAME}", max_chars=NAMED_CHARS, marks=rf"{COLONS}–-"),
    LineList(kind=LineKind.SIGNATURE, max_chars=NAMED_CHARS, rows=_ENGLISH),
    # Who gave a wire its release, in the last line of it: "SOURCE Harbour Trust". In small letters it is any other word; a fair or
    # a magazine of that name does something, in four words and more.
    LineList(
        kind=LineKind.SIGNATURE,
        max_chars=NAMED_CHARS,
        rows=(("source", r"(?-i:(?!.*(?:\s[a-z]+){4})[A-Z0-9])[^!?:;]*$"),),
        form=r"\s(?:{})",
        names=r"^SOURCE\s(?=.*[a-z])",
    ),
    LineList(
        kind=LineKind.SIGNATURE,
        max_chars=MAX_CHARS,
        begins=re.compile(_WIDE_LABELS),
        within=re.compile(_HINTS),
        names=rf"^[（(【\[〔\s]*(?:{_WIDE_CREDITS})|^(?:{_SIGNED})|{_ENDS}",
    ),
)
