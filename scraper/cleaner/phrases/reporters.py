"""How papers sign: agencies, and reporters in scripts without capitals; for bylines, and for lines that say who made something."""

from typing import Final

# Agencies whose wire much of the world's news is from; short names only as they are written.
AGENCIES: Final = "|".join(
    (
        r"(?:the )?associated press|(?:the )?press association|reuters|agence france[- ]presse|press trust of india|agência brasil",
        r"agenția agerpres|kyodo news|anadolu (?:ajansı|agency)",
        r"yonhap|agerpres|mediafax|ritzau|belga|interfax|интерфакс|укрінформ|уніан|риа новости|ria novosti|xinhua|bernama|antara",
        r"europa press|(?-i:UPI|PA Media)",
        r"(?-i:AFP|AP|APA|dpa|DPA|dpa-AFX|SID|KNA|epd|ANSA|AGI|EFE|PAP|ČTK|TASR|SITA|TASS|ТАСС|MTI|NTB|TT|STT|FNB|ANP|BELGA|LUSA|Lusa)",
        r"(?-i:PTI|IANS|ANI|UNI|TNN|AA|DHA|İHA|ANKA|BTA|БТА|HINA|Hina|FENA|SRNA|MINA|NAN|GNA|CNA|WAM|SPA|ΑΠΕ-ΜΠΕ|ΑΠΕ|TTXVN)",
        r"رويترز|أ ف ب|د ب أ|الأناضول|فرانس برس|ایسنا|ایرنا|新华社|新華社|中央社|共同通信|時事通信|연합뉴스|뉴시스",
    )
)

# The title after a name, as Korean bylines have it: "김민지 기자 minji@example.org".
SIGNED: Final = (
    r"(?:[가-힣]{2,10}\s?=\s?)?(?P<name>[가-힣]{2,4})\s?(?:(?:인턴|선임|수습|전문)?기자|특파원|논설위원)(?![가-힣])"
    r"|(?P<wide>[\u3041-\u30ff\u3400-\u9fff]{2,8}(?<![社报報紙网網台]))(?:記者|记者|特派員)(?![\u3041-\u9fff])"
)
# What one is after a Korean name of three syllables, perhaps with its subject between: "김민지 문화 칼럼니스트". Only in fields and
# bylines: in a headline such a person is whom it is about.
TITLED_KOREAN: Final = (
    r"(?P<name>[강고곽구권김나남노류문민박배백서성손송신심안양오우원유윤이임장전정조주차채천최하한허현홍황][가-힣]{2})"
    r"(?:\s[가-힣·]{1,8}){0,2}\s(?:[가-힣]{1,6})?(?:칼럼니스트|평론가|교수|변호사|연구원|소설가|시인|작가|에디터|앵커)"
)
# The same in Bengali, after the place: "করিম হোসেন, খুলনা প্রতিনিধি:".
FIRST_BENGALI: Final = "\u0980"
SIGNED_BENGALI: Final = (
    r"[\u0980-\u09ff][\u0980-\u09ff. ]{3,30},\s?[\u0980-\u09ff ]{2,25} (?:প্রতিনিধি|সংবাদদাতা|প্রতিবেদক)\s?[:ঃ]?"
)
# The house before its reporter, or before a reader and what that one is: "【海港報╱王小明／台南報導】".
HOUSED: Final = (
    r"[【〔（(]?[\u3400-\u9fff]{1,8}[報报社網网台刊]\s?[╱／/]\s?(?P<who>[^╱／/（(】〕）)]+)(?:[╱／/].*|[】〕）)])?"
)
