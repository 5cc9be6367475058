"""Lines that say whose the text or the picture above is: "© 2026 Harbour Notes", "Pier. © A. Berg".

Folds (2026-11-26): 15 lines of 14 pages go that the truth has not, and one that it has; snippets .9444 to .9454, articles +.0001.
"""

import re
from typing import Final

from scraper.cleaner.rules.lines.rows import LineKind, LineList

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
                rf"\w*[^.،]{{0,60}}{_END}",
            ),
            ("все всі барлық", rf"(?:права за(?:щищены|хищені)(?: законом)?|құқықтар\w* қорғалған){_END}"),
            ("всички сите сва все", rf"права (?:са |се |су )?(?:запазени|задржани|задржана|абаронены){_END}"),
            ("sva vse", rf"(?:prava|pravice) (?:su )?(?:pridržan|zadržan)\w+{_END}"),
            ("všetky všechna wszelkie wszystkie", rf"(?:práva|prawa) (?:sú |są )?(?:vyhrad|zastrze)\w+{_END}"),
            ("visos visas kõik", rf"(?:teisės saugomos|tiesības aizsargātas|õigused kaitstud){_END}"),
            ("alle", rf"(?:rechte vorbehalten|rechten voorbehouden|regte voorbehou|rettigheder forbeholdes){_END}"),
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
        begins=re.compile(r"\W*(?:सर्वाधिकार|สงวนลิขสิทธิ์|ลิขสิทธิ์\s?(?:©|ตาม|โดย))"),
        within=re.compile(
            r"©\s*\w|ⓒ|저작권자|무단\s?(?:전재|복제|배포|도용)|版\s?[权權]\s?所\s?有"
            r"|無断(?:で)?(?:転載|複製|使用|転用|使う)|(?:転載|複製)を禁"
            r"|(?:不得|[請请]勿|[严嚴]禁|禁止|谢绝)(?:擅自|任意|以任何形式)?(?:[转轉][载載]|翻印)"
            r"|ghi rõ nguồn.{0,60}(?:phát hành|đăng|dẫn) lại"
        ),
    ),
    LineList(
        kind=LineKind.RIGHTS,
        max_chars=LONG_CHARS,
        rows=(("all", r"rights reserved(?! (?:for|to)\b)"), ("copyright", r".{0,60}\ball rights reserved")),
    ),
)
