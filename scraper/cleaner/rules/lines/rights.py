"""Lines that say whose the text or the picture above is: "© 2026 Harbour Notes", "Pier. © A. Berg".

Folds (2026-11-26): 15 lines of 14 pages go that the truth has not, and one that it has; snippets .9444 to .9454, articles +.0001.
"""

import re
from typing import Final

from scraper.cleaner.rules.lines.rows import LineKind, LineList

MAX_CHARS: Final = 200
LONG_CHARS: Final = 400

RIGHTS: Final = (
    LineList(
        kind=LineKind.RIGHTS,
        max_chars=MAX_CHARS,
        rows=(
            ("copyright", r"(?:© ?|\(c\) ?)?(?:\d{4}|by )"),
            ("tüm hak", "(?:hakları|cipta)"),
            ("حقوق جميع کلیه تمامی جملہ", "(?:الحقوق )?(?:محفوظ|حقوق)"),
            ("все всі барлық", "(?:права за(?:щищены|хищені)|құқық)"),
            ("всички сите сва все", r"права (?:са |се |су )?(?:запазени|задржани|задржана|абаронены)\W*(?:$|[.©])"),
            ("sva vse", r"(?:prava|pravice) (?:su )?(?:pridržan|zadržan)\w+"),
            ("všetky všechna wszelkie wszystkie", r"(?:práva|prawa) (?:sú |są )?(?:vyhrad|zastrze)\w+"),
            ("visos visas kõik", "(?:teisės saugomos|tiesības aizsargātas|õigused kaitstud)"),
            ("alle", "(?:rechte vorbehalten|rechten voorbehouden|regte voorbehou|rettigheder forbeholdes)"),
            (
                "tous todos tutti toate tots",
                r"(?:(?:los|os|i|les|els) )?(?:drepturile |diritti |droits |derechos |direitos |drets )r[eéi][sz]erv\w+",
            ),
            ("të", r"drejtat e autorit i takojnë|gjitha të drejtat"),
            ("haki", "zote zimehifadhiwa"),
            ("bütün", "hüquqlar(?:ı)? qorunur"),
            ("բոլոր ყველა бүх", "(?:իրավունքները պաշտպան|უფლება დაცული|эрх хуулиар)"),
        ),
        begins=re.compile(r"\W*(?:सर्वाधिकार|สงวนลิขสิทธิ์|ลิขสิทธิ์\s?(?:©|ตาม|โดย))"),
        within=re.compile(
            r"©\s*\w|ⓒ|저작권자|무단\s?(?:전재|복제|배포|도용)|版\s?[权權]\s?所\s?有"
            r"|無断(?:で)?(?:転載|複製|使用|転用|使う)|(?:転載|複製)を禁"
            r"|(?:不得|[請请]勿|[严嚴]禁|禁止|谢绝)(?:擅自|任意|以任何形式)?(?:[转轉][载載]|翻印)"
            r"|ghi rõ nguồn.{0,60}(?:phát hành|đăng|dẫn) lại",
            re.I,
        ),
    ),
    LineList(
        kind=LineKind.RIGHTS,
        max_chars=LONG_CHARS,
        rows=(("all", "rights reserved"), ("copyright", r".{0,60}\ball rights reserved")),
    ),
)
