"""Who made an article or its picture, in lines of their own under and in its text, in the languages that news is written in.

They are prose to the model, which was trained on English pages, where bylines stand above the text. Folds, blocks-3 (2026-11-26),
where few such lines are: snippets .94950 to .94933, articles the same; "Photo:" in English would cost .019 of an article.
"""

import re
from typing import Final

from scraper.cleaner.metadata.byline_words import AGENCIES
from scraper.cleaner.rules.lines.rows import COLONS, LineKind, LineList, Rows

MAX_CHARS: Final = 120
"""The longest: a caption in one sentence with its photographer."""

NAMED_CHARS: Final = 80

MARK_LETTERS: Final = 40
"""Beside an e-mail address: two names and their title."""

# After a label and its mark stand two names, or an agency's; no sentence.
_NAMES: Final = r"\s?(?:(?![.] )[^?!。？！]){1,50}[。.]?[)）\]】]?$"

# Labels before names, with a colon after them. No word that speakers of an interview are called by stands alone here.
_LABELS: Final[Rows] = (
    ("editor editorial pewarta penulis penyunting wartawan sumber foto", "(?: berita| foto)?"),
    ("lähteet", ""),
    ("edited nguồn biên ảnh", "(?: by| tập)?"),
    ("kaynak editör haber muhabir", "(?: merkezi)?"),
    ("источник редактор фото джерело мәтін дереккөз manba", ""),
    ("المصدر المصادر تحرير المحرر تصوير إعداد منبع خبرنگار دبیر عکس عکاس ویرایش מקור צילום עריכה ماخذ بشکریہ", ""),
    ("स्रोत सोर्स फोटो সূত্র ছবি மூலம் ที่มา ภาพ ข่าว เรียบเรียง წყარო ფოტო աղբյուր ምንጭ", ""),
)
# The same in languages whose label is also a word of sentences: "Izvor: rijeka Kupa". After a colon every word begins with a
# capital, or it is an address: a headline has others, too.
_NAMED: Final[Rows] = (
    ("izvor vir zdroj allikas avots šaltinis burimi källor mənbə chanzo picha", ""),
    ("mynd myndir lluniau grianghraf grianghraif", ""),
    ("извор източник крыніца снимка снимки фота фотографија сурет", ""),
    ("эх гэрэл", " (?:сурвалж|зурги?йг)"),
    ("լուսանկարը լուսանկար ֆոտո", ""),
    ("sursa", "(?: foto)?"),
)
_CAPITAL: Final = r"(?-i:[^\W_\da-zà-öø-ÿāăąćčďđēėęěğģīįıķļľłńņňōőœŕřśşšţťūůűųŵŷźżžșțəа-яѐ-џґўәғқңөұүһіա-և])"
_PARTICLES: Final = "och|og|ja|ir|un|in|i|a|и|і|й|dhe|de|del|da|di|von|van|der|la"
_PROPER: Final = rf"(?:[«“„\"]?{_CAPITAL}[^\s?!:]{{0,25}}|[\w-]{{2,25}}\.[a-z]{{2,10}})"
_NAME: Final = rf"{_PROPER}(?:\s?[,/–]\s?{_PROPER}|\s(?:(?:{_PARTICLES})\s)?{_PROPER}){{0,4}}(?<![.…])$"
# In scripts without capitals: a first and a second name. One that a film can have stands alone only with both.
_BARE: Final[Rows] = (
    ("ፎቶ ប្រភព រូបភាព سەرچاوە وێنە", ""),
    ("ಚಿತ್ರ ചിത്രം படம்", r"(?=\s?[:–-]\s?\S+\s\S)"),
    ("ఫొటో તસવીર تصویر तस्वीर छायाचित्र ਤਸਵੀਰ ඡායාරූප", ""),
)
_BARE_NAME: Final = r"(?-i:[^\W\d_a-z])[^\s?!]{0,25}(?:\s[^\s?!]{1,25})?(?:\s(?:एफपी|ایف پی|اف پی))?(?<![.…])$"
# Words that begin with capitals, and short ones between them, to the end: who they are, and not what they did.
_WHO: Final = (
    rf"(?:{_CAPITAL}[^\s,/!?:]*|@\w+|dpa|afp|agenc(?:y|ies)|bureaus?|agencias?|agências?)"
    rf"(?:[\s,/]+(?:(?:and|und|et|y|e|&|in|of|for|via|from|de|la|the)\s+)?(?:{_CAPITAL}[^\s,/!?:]*|@\w+|dpa|afp|agenc(?:y|ies)|canadienne)){{0,7}}"
    r"[)\]]?\.?\W{0,3}$"
)
_MAKER: Final = rf"{_CAPITAL}[^\s,/!?:.;|]{{1,25}}(?:[ -]{_CAPITAL}[^\s,/!?:;|.]{{0,25}}){{1,3}}"
_STATION: Final = "(?-i:[A-ZÆØÅÄÖ]{2,7}|Reuters|Ritzau|Bloomberg)"
# What stands in English under the text, and in captions.
_ENGLISH: Final[Rows] = (
    ("photo", rf"by {_WHO}"),
    ("image images top", rf"(?:image )?credits?: ?{_WHO}"),
    ("ap", rf"photo/{_WHO}"),
    ("getty", r"images\W*$"),
    ("with", rf"(?:inputs from {_WHO}|(?:\w+ )?(?:pti|ians|ani|agency|agencies) inputs[)\]]?$)"),
    # The word is also a river's or a well's: agencies and stations alone.
    (
        "lähde kilde kilder",
        rf"(?<=:\s){_STATION}(?:(?:,|/| og| ja) ?{_STATION}){{0,3}}$",
    ),
    ("con", rf"informaci[óo]n de {_WHO}"),
    ("com", rf"informações d[ae]s? {_WHO}|(?:estadão conteúdo|reuters)[)\]]?\.?$"),
    ("avec", rf"(?:[ld]es informations d(?:e |'){_WHO}|(?:l')?(?=(?:afp|ats|belga|reuters)\b){_WHO})"),
    ("mit", rf"(?:informationen|material) (?:von|der|des) {_WHO}"),
    # Two labels: who wrote it, and whose the pictures are.
    (
        "tekst text texte texto testo",
        rf"{_MAKER}\W{{1,4}}(?:og |och |und |et |y |e )?(?:fotos?|photos?|bild|bilder|billeder|bilde|video|grafik|illustration)"
        rf"\s?:\s?{_MAKER}\W*$",
    ),
    ("elta bns redakcijos policijos autoriaus asmeninio", r"(?:\w+ )?(?:archyvo )?nuotr\.?$"),
)
_WIDE_LABELS: Final = "|".join(
    (
        "责任?编辑?|責任?編輯?|编辑|編輯|编审|編審|审核|審核|终审|校对|校對|值班(?:编辑|主任|编委)|监制|監製|来源|來源|稿源|文章来源|信息来源",
        "出品|作者|资料来源|資料來源|综合来源|原标题|原標題|文字|文|图文|图|圖|图片|圖片|摄影|攝影|摄|视频|視頻|制图|製圖|撰文|撰稿|策划|統籌|统筹|通讯员",
        "核稿編輯|核稿|實習編輯|实习编辑|新媒体编辑|转载自|转自|轉載自|出处|供稿|供图|本文来源|本版撰文",
        "取材・?文|写真|撮影|構成|編集部?|聞き手|イラスト|文責|出典|提供|画像|사진(?:제공|\\s?제공)?|영상|그래픽|편집|출처|자료|글|취재",
    )
)
# Whole lines. Names of Korean reporters before their title; ends of agencies' items; Chinese reporters.
_SIGNED: Final = "|".join(
    (
        r"\W*(?:[가-힣]{2,10}\s?=\s?|(?:글|사진|영상|취재|정리)(?:·사진)?\s)?[가-힣]{2,4}(?:\s?[·,/]\s?[가-힣]{2,4}){0,4}\s?(?:(?:인턴|선임|수습|전문|객원)\s?)?(?:기자|특파원|논설위원)\W*$",
        r"\W*(?:انتهای پیام|پایان پیام|انتهى|تمت)\W*(?:\w{1,4}\W*)?$",
        r"[（(【\[]?(?:本报|本報|本刊|本网|本網)?(?:记者|記者)\s?[\u3400-\u9fff·]{2,4}(?:[、，,\s][\u3400-\u9fff·]{2,4}){0,3}[）)】\]]?$",
        r"ขอบคุณ(?:ภาพ|ข้อมูล|คลิป)",
    )
)
# Ends of lines: photographers. With "Photo:" in Latin letters too many lines of wcxb-dev's truth end so.
_ENDS: Final = (
    r"(?:^|[\s。，,：:（(/／」”]|记者|記者)[\u3400-\u9fff·]{2,4}\s?(?<![拍录錄航])[摄攝](?:影)?(?:\s?[\d年月日/.]+)?[）)。]?$"
    r"|[=＝／][^。]{2,40}(?:撮影|提供)[）)]?$|[가-힣]\s(?:사진)?제공[.)]?$|사진\s?[=:]\s?\S.{0,20}$"
    r"|\((?:تصوير|تصویر|عکس|صورة|أرشيفية|الفرنسية|رويترز|الأناضول|ภาพ|ছবি|फोटो)\s?[:/：][^)]{0,40}\)$"
    r"|(?:^|[.!?…)»”\"]\s)\(?ảnh\s?[:/]\s?[^.:]{2,40}\)?$"
)

SIGNATURES: Final = LineList(
    kind=LineKind.SIGNATURE,
    max_chars=MAX_CHARS,
    rows=_LABELS,
    form=rf"(?:{{}})\s?[{COLONS}]{_NAMES}",
    begins=re.compile(rf"[（(【\[〔\s]*(?:{_WIDE_LABELS})\s?[:：/／丨|｜=＝](?:{_NAMES}|\s?$)|{_SIGNED}"),
    within=re.compile(_ENDS),
)

NAMED: Final = LineList(
    kind=LineKind.SIGNATURE,
    max_chars=NAMED_CHARS,
    rows=_NAMED,
    form=rf"(?:{{}})\s?[{COLONS}]\s?{_NAME}",
)
BARE: Final = LineList(
    kind=LineKind.SIGNATURE,
    max_chars=NAMED_CHARS,
    rows=_BARE,
    form=rf"(?:{{}})\s?[{COLONS}–-]\s?{_BARE_NAME}",
)
ENGLISH: Final = LineList(kind=LineKind.SIGNATURE, max_chars=NAMED_CHARS, rows=_ENGLISH)

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SENTENCE_END: Final = re.compile(r"[?!。？！]|[.] ")
# Of the desk: "(rzk/idh)".
_INITIALS: Final = re.compile(r"[(\[][A-Za-z]{2,5}(?:\s?[/|-]\s?[A-Za-z]{2,5})+[)\]]")
# One reporter's, "(ipr)": as the last line and nowhere else.
_LAST_INITIALS: Final = re.compile(
    r"\([a-zäöüß]{2,4}\)|[a-ząćęłńóśźż]{2,4}/(?: [a-ząćęłńóśźż]{2,4}/){0,3}"
    # A name in Japanese; signing off on the air.
    r"|【[\u3400-\u9fff々]{2,5}[\u3041-\u3096\u30a1-\u30fa]{0,3}】"
    r"|(?:KBS|MBC|SBS|YTN|JTBC|MBN|OBS|EBS|CBS|[가-힣]{2,8}(?:방송|티비|TV))\s?(?:뉴스)?\s[가-힣]{3}입니다\.?"
)
_BARE_INITIALS: Final = re.compile(r"(?:Von )?[a-zäöüß]{2,4}")
# An agency's name and nothing else, perhaps after initials or the word for a source: "(MTI)", "(rn, PAP)", "Sursa: Agerpres".
_MORE_AGENCIES: Final = (
    r"(?:Keystone-)?(?-i:SDA|sda)|(?-i:Tanjug|SPT|BERNAMA|BelTA|Adnkronos|Танјуг|БГНЕС)"
    r"|белта|казинформ|азертадж|azərtac|արմենպրես|интерпрессньюс|ინტერპრესნიუსი|монцамэ|ዋልታ|ኢዜአ"
    r"|पीटीआय|पीटीआई|पी\.?टी\.?आई|रासस|एएनआई|आयएएनएस|रॉयटर्स|ಪಿಟಿಐ|പിടിഐ|పీటీఐ|பிடிஐ|પીટીઆઈ|ਪੀ\.?ਟੀ\.?ਆਈ|රොයිටර්|اے پی پی|اے ایف پی|روئٹرز"
)
# Also states, airlines, parties and men: only in brackets, after a dash or after the word for a source.
_MARKED_AGENCIES: Final = r"(?-i:Beta|STA|BNS|LETA|ELTA|ATSH|PA|AAP|CP|APS|MAP|TAP|N1|KUNA|QNA|Turan|Бета|МИА)"
_SOURCES: Final = (
    "autora?|sursa|źródło|zdroj|izvor|vir|avots|allikas|fonte|fuente|quelle|kaynak|källa|källor|kilde|lähde|forrás|source|foto|burimi"
    "|šaltinis|mənbə|bron|πηγή|извор|източник|источник|джерело|крыніца|المصدر|المصادر|منبع|स्रोत"
)


def _agencies(names: str, before: str) -> str:
    """Return the pattern of agencies' names with what stands before them."""
    return (
        rf"{before}(?:{names})(?:\s?[/,+–-]\s?(?:{names})){{0,4}}(?:[/,]\s?[a-z]{{2,4}})?"
        r"(?:,\s?\d{1,2}\.\d{1,2}\.\d{4})?\W{0,8}"
    )


_INITIALS_BEFORE: Final = r"(?:(?-i:[a-ząčęłńśšžźż]){2,4}[,/]\s?)?"
_AGENCY: Final = re.compile(
    "|".join(
        (
            _agencies(rf"{AGENCIES}|{_MORE_AGENCIES}", rf"[^\w\s]{{0,8}}\s?{_INITIALS_BEFORE}"),
            _agencies(
                rf"{AGENCIES}|{_MORE_AGENCIES}|{_MARKED_AGENCIES}",
                rf"(?:[(\[–—]\s?{_INITIALS_BEFORE}|\W{{0,4}}(?:{_SOURCES})\s?[:：]\s?)",
            ),
        )
    ),
    re.I,
)
MARK_CHARS: Final = 40


def is_reporters_mark(text: str, *, is_last: bool = False) -> bool:
    """Whether a text is an e-mail address with hardly more than whose it is, a desk's initials, or an agency's name.

    The last line also where it has one reporter's initials or name.

    >>> is_reporters_mark("오세훈 기자 osh@example.org"), is_reporters_mark("Write to osh@example.org. She reads it, as we hear.")
    (True, False)
    """
    if "@" not in text:
        return (
            (text[0] in "([" and _INITIALS.fullmatch(text) is not None)
            or (is_last and _LAST_INITIALS.fullmatch(text) is not None)
            or (len(text) <= MARK_CHARS and _AGENCY.fullmatch(text) is not None)
        )
    rest = _MAIL.sub("", text)
    return (
        rest != text and sum(map(str.isalpha, rest)) <= MARK_LETTERS and not _SENTENCE_END.search(rest.rstrip(" .。"))
    )


def is_initials(text: str) -> bool:
    """Whether a text is a few small letters, as reporters sign where the element says that it is a signature."""
    return _BARE_INITIALS.fullmatch(text) is not None
