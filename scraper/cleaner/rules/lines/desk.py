"""What the desk wants from its readers: tips, their own story, mistakes found; and what it does not allow."""

from typing import Final

from scraper.cleaner.rules.lines.rows import Rows

DESK: Final[Rows] = (
    (
        "see",
        r"(?:an? |any )?(?:spelling |grammatical |typo\b)?[^.?]{0,30}?(?:error|errors|mistake|typo) in (?:our"
        r"|this|the) (?:story|article|page)\?"
        r"\W*(?:$|tell|let|please|click|report|contact|e-?mail)",
    ),
    (
        "is",
        r"there (?:a problem|an error|something wrong) with this (?:article|story|page)\?\W*(?:$|let|tell|report|click)",
    ),
    ("to", r"report (?:a correction|an error|a typo|a mistake)\b[^.]{0,30} (?:e-?mail|contact|click|write)"),
    ("do", r"you have a (?:photo|video|picture)[^?]{0,60}\? (?:send|share|e-?mail|upload)"),
    ("we", r"independently (?:review|select|research|test)[^.]{0,60}\. (?:when|if) you (?:buy|purchase|click)"),
    ("note", r"to readers: if you (?:buy|purchase|click)"),
    ("if", "you have a tip for this reporter"),
    ("affiliate-link", "bei kauf"),
    ("hast haben", r"(?:sie|du) feedback\b[^?]{0,30}\?"),
    ("wie", r"finden sie den artikel\?"),
    ("našli", r"ste v (?:článku|texte) (?:chybu|preklep)"),
    (
        "ak ako če",
        r"(?:ste )?(?:našli|uočili|opazili|zasledili) (?:chybu|grešku|pogrešku|napako)\b[^.?]{0,40}, (?:nám )?"
        r"(?:napíšte|javite|pišite|prijavite|obavijestite|nam pišite|nam sporočite|nas obvestite)",
    ),
    (
        "imate",
        r"(?:li )?(?:i vi )?(?:priču|vijest|vest|dojavu|zgodbo|novico)\b[^?]{0,30}\? (?:javite|pišite|pošaljite|nam pišite)",
    ),
    ("ако", r"имате (?:сигнал|снимк\w+|информаци\w+|вест)\b[^.]{0,40}, пиш(?:ете|увајте) ни"),
    ("калі", "вы хочаце падзяліцца"),
    ("norite", r"pasidalinti (?:naujiena|informacija|istorija)"),
    ("ertu", "með ábendingu"),
    ("het", r"jy nuus vir ons\?"),
    ("hittade", r"du (?:ett |något )?fel\?"),
    ("quieres", "(?:añadir o corregir|contarnos)"),
    ("se", r"hai una storia da raccontare\b[^.]{0,20} scrivi"),
    ("si", r"(?:conocés|conoces) a [^.]{3,40} (?:o tenés datos|o tienes datos), escrib"),
    ("kokkuvõte", "on (?:loodud|koostatud) tehisaru"),
    ("samantektin", "er unnin með gervigreind"),
    ("kopsavilkumu", r"(?:sagatavojis|veidojis) mākslīg"),
    ("sisu", "kuvamiseks luba"),
    ("samþykktu", "vefkökur"),
    ("lai", r"skatītu [^.]{0,30}, piekrīti"),
    # What may not be done with the text.
    (
        "zabranjeno",
        r"je (?:preuzimanje|kopiranje|prenošenje|objavljivanje) (?:sadržaja|teksta|tekstova|članaka|vijesti|vesti)",
    ),
    ("забрањено", r"је (?:преузимање|копирање|преношење) (?:садржаја|текста|текстова|вести)"),
    ("преземањето", "на оваа содржина"),
    ("перадрук", r"(?:матэрыялаў )?(?:толькі|магчымы)"),
    ("kopijuoti", "dauginti"),
    ("перепечатка передрук", r"(?:материалов |матеріалів )?(?:только|лише|тільки|возможна)"),
)
