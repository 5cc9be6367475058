"""Lines that say whose the text or the picture above is: "© 2026 Harbour Notes", "Pier. © A. Berg".

Folds (2026-11-26): 15 lines of 14 pages go that the truth has not, and one that it has; snippets .9444 to .9454, articles +.0001.
"""

import re
from typing import Final

from scraper.cleaner.phrases.lines.rows import LineKind, LineList

MAX_CHARS: Final = 200
LONG_CHARS: Final = 400

# The line ends, or its sentence: of what is said of rights more follows.
_END: Final = r"\W*(?:$|[.©])"

RIGHTS: Final = (
    LineList(
        kind=LineKind.RIGHTS,
        max_chars=MAX_CHARS,
        rows=(
            ("copyright", r"(?:© ?|\(c\) ?)?(?:\d{4}|by )"),
            ("tüm", rf"hakları saklı\w*{_END}"),
            ("hak", rf"cipta (?:terpelihara|dilindungi\b[^.,]{{0,30}}){_END}|cipta\W*(?:©|\d{{4}})"),
            (
                "حقوق جميع کلیه تمامی جملہ",
                r"(?:(?:الحقوق )?محفوظ|حقوق (?:(?:این|مادی|معنوی|نشر|مطالب|سایت|بحق|برای)\b[^.،]{0,40})?محفوظ)"
                rf"\w*+(?! للجميع)[^.،]{{0,60}}{_END}",
            ),
            ("все всі усі барлық", rf"(?:права за(?:щищены|хищені|хищено)(?: законом)?|құқықтар\w* қорғалған){_END}"),
            ("всички сите сва все", rf"права (?:са |се |су )?(?:запазени|задржани|задржана|абаронены){_END}"),
            ("sva vse", rf"(?:prava|pravice) (?:su )?(?:pridržan|zadržan)\w+{_END}"),
            ("všetky všechna wszelkie wszystkie", rf"(?:práva|prawa) (?:sú |są )?(?:vyhra[dz]|zastrze)\w+{_END}"),
            ("visos visas kõik", rf"(?:teisės saugomos|tiesības aizsargātas|õigused kaitstud){_END}"),
            (
                "alle alla",
                r"(?:rechte vorbehalten|rechten voorbehouden|regte voorbehou|rettigheder forbeholdes|rettigheter (?:er )?reservert"
                rf"|rättigheter förbehållna|rettigheter forbeholdt){_END}",
            ),
            ("kaikki minden", rf"(?:oikeudet pidäte\w+|jog fenntartva){_END}"),
            ("prohibida prohibido", rf"(?:la |su |toda )?reproducción (?:total o parcial|parcial o total){_END}"),
            ("כל", rf"הזכויות שמורות{_END}"),
            (
                "με απαγορεύεται",
                rf"επιφύλαξη παντός δικαιώματος{_END}|η αναδημοσίευση χωρίς (?:γραπτή |έγγραφη )?άδεια{_END}",
            ),
            ("সর্বস্বত্ব", rf"সংরক্ষিত{_END}"),
            ("அனைத்து", rf"உரிமைகளும் பாதுகாக்கப்பட்டவை{_END}"),
            ("تمام", rf"(?:جملہ )?حقوق (?:بحق [^.،۔]{{2,40}} )?محفوظ(?: ہیں)?{_END}"),
            (
                "izinsiz kaynak",
                rf"(?:ve )?(?:kaynak )?gösterilmeden (?:yayınlanamaz|yayımlanamaz|kullanılamaz|kopyalanamaz"
                rf"|alıntı yapılamaz){_END}",
            ),
            (
                "перепечатка использование",
                r"материалов (?:сайта |издания )?без (?:письменного )?(?:согласия|разрешения) редакции (?:запрещена|запрещено"
                rf"|не допускается){_END}",
            ),
            (
                "استفاده",
                rf"از (?:مطالب|محتوای|اخبار)[^.،]{{0,30}} با ذکر منبع (?:بلامانع|مجاز|آزاد) است{_END}",
            ),
            (
                "dilarang",
                r"(?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak) (?:konten|isi"
                r"|artikel)\b[^.]{0,120}\btanpa (?:izin|persetujuan)"
                r" tertulis\b[^.]{0,60}\.?$",
            ),
            (
                "tous todos tutti toate tots",
                r"(?:(?:los|os|i|les|els) )?(?:drepturile |diritti |droits |derechos |direitos |drets )"
                rf"(?:de reproducción |d'auteur )?(?:sono |son )?r[eéi][sz]erv\w+{_END}",
            ),
            ("të", rf"drejtat e autorit i takojnë (?-i:[A-ZËÇ])\w*(?: (?-i:[A-ZËÇ])\w*){{0,3}}{_END}"),
            ("të", rf"gjitha të drejtat (?:janë )?(?:të )?rezerv\w+{_END}"),
            ("haki", rf"zote zimehifadhiwa{_END}"),
            ("bütün", rf"hüquqlar(?:ı)? qorunur{_END}"),
            ("բոլոր ყველა бүх", rf"(?:իրավունքները պաշտպանված են|უფლება დაცულია|эрх хуулиар хамгаалагдсан){_END}"),
        ),
        begins=re.compile(r"\W*(?:सर्वाधिकार\s?(?:सुरक्षित|©)|สงวนลิขสิทธิ์|ลิขสิทธิ์\s?(?:©|ตาม\s?พ\.?ร\.?บ|โดย\s?[:A-Z]))"),
        within=re.compile(
            # Who broke them, and a law against it, are news: a notice ends with what it forbids.
            r"©\s*\w|ⓒ|저작권자\s?[(\[]|版\s?[权權]\s?所\s?有(?![者人权權])"
            r"|무단\s?(?:전재|복제|배포|도용|사용)[^.]{0,30}금(?:지(?:합니다)?|합니다|함)(?:\W*$|[.>)\]])"
            r"|禁無断|無断(?:で)?(?:転載|複製|使用|転用|引用)[^。はた]{0,20}(?:禁止?\W*$|を?禁(?:じます|じており|止します|止して|止です))"
            r"|無断(?:転載|複製|使用|転用|引用)(?:は|を)[^。]{0,12}(?:お断り|ご遠慮|禁じ(?:ます|てお)|禁止(?:です|しま|して))"
            r"|無断で(?:転載|複製|使用|使う)[^。]{0,10}できません|(?:転載|複製)を(?:固く)?禁(?:じます|止します|ず\W*$)"
            r"|(?:^\W*|本[^，。]{1,24}[，,]?|[有权權利：:][，,。；;]?|\s)未[经經][^，。]{1,20}[，,]?\s?(?:不得|[请請]勿|[严嚴]禁|禁止|谢绝)"
            r"[^，。]{0,8}(?:[转轉][载載]|翻印)"
            r"|(?<!被)(?:不得|[请請]勿|[严嚴]禁|禁止|谢绝)(?:擅自|任意|以任何形式)?(?:[转轉][载載]|翻印)(?:[、及和或]\w{2,8}){0,4}\W*$"
            r"|ghi rõ nguồn.{0,60}(?:phát hành|đăng|dẫn) lại"
        ),
    ),
    LineList(
        kind=LineKind.RIGHTS,
        max_chars=LONG_CHARS,
        rows=(("all", r"rights reserved(?! (?:for|to)\b)"), ("copyright", r".{0,60}\ball rights reserved")),
    ),
)
