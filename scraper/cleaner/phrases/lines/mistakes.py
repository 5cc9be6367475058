"""Whom a site asks for mistakes found and for tips.

Auditors find mistakes, too, and in interviews the same is asked: the mistake is in "the text", or it is said whom to tell; a tip is
for "us". The police have their own number.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

# "Select the mistake and press Ctrl+Enter": the keys' names are the same in all languages.
BY_KEYS: Final = r"\bctrl\s?[+＋-]\s?enter\b"

MISTAKES: Final[Rows] = (
    (
        "do have got",
        r"(?:you have )?(?:an? |any )?(?:news |story )?(?:tip|story|information)\b[^?]{0,60}\? "
        r"(?!.*\b(?:police|detectives?|officers|crimestoppers|sheriff|council|fbi)\b)"
        r"(?:let us know|(?:contact|e-?mail|write|send|get in|reach)\b(?=.*(?:\b(?:us|our|me|in touch|reporters?|journalists?"
        r"|news\w*|editors?|desk)\b|@))(?!.*lawyer))",
    ),
    (
        "spotted see noticed",
        r"(?:an? |something )(?:error|mistake|typo|wrong)\?\W*(?:$|(?:please )?(?:let|tell|e-?mail|contact|report"
        r"|click|write|send|help)\b)",
    ),
    (
        "fehler",
        r"(?:im (?:text|artikel|beitrag) )?(?:gefunden|entdeckt)\?\W*(?:$|(?:jetzt |hier |bitte |dann )?"
        r"(?:melden|schreib\w*|mail\w*|teil\w*|sag\w*|helf\w*|korrektur\w*|hinweis\w*|kontakt\w*)\b)",
    ),
    # In interviews, too; who asks the readers, asks for "us".
    (
        "haben hast",
        r"(?:sie|du) (?:einen tipp|hinweise|informationen|einen fehler)\b(?!.*polizei)(?=[^?]{0,60}\? .*\b(?:uns"
        r"|redaktion|reporter\w*)\b"
        r"|[^?]{0,20} für uns\?|[^?]{0,15} (?:text|artikel|beitrag) (?:gefunden|entdeckt)\?)",
    ),
    ("sie", r"haben einen fehler (?:gefunden|entdeckt|bemerkt)\? (?:schreib|meld|mail|teil|sag|kontakt)\w*"),
    (
        "une",
        r"(?:erreur|faute|coquille)\b(?:[^?]{0,14}\b(?:article|texte|page|contenu)\s?\?|[^?]{0,30}\bsignaler\s?\?\W*$"
        r"|[^?]{0,30}\?\W*(?:signale|contacte|écri[rv]|dites|préven|aidez|faites))",
    ),
    (
        "has encontraste ves viste",
        r"(?:encontrado |visto )?(?:un|algún) error(?: en (?:la|el|esta|este) (?:noticia|nota|artículo|texto"
        r"|información|contenido)\s?\?"
        r"|\?\W*(?:repórta|avísa|escríb|cuéntan|infórma|háznos|dínos|ayúda))",
    ),
    (
        "hai",
        r"(?:notato|trovato) un errore(?: (?:in questo|nell'|in quest')\s?(?:articolo|testo)|\s?\?\W*(?:$|segnal|scriv"
        r"|comunic|contatt))",
    ),
    ("foutje fout taalfout tikfout", r"(?:gezien|gevonden|ontdekt)\?"),
    (
        "heb heeft",
        r"(?:je|u) een (?:nieuwstip\b[^?]{0,60}\?|tip(?: of opmerking)?\?\W*$|(?:tip|fout (?:gezien|gevonden"
        r"|ontdekt))\b(?=.{0,200}\b(?:ons|onze|redactie)\b)[^?]{0,60}\?"
        r"|fout (?:gezien|gevonden|ontdekt)[^?]{0,20} artikel\?)",
    ),
    (
        "har",
        r"du (?:et |ett |flere |fler )?(?:nyhets|nyheds)(?:tips|tip)\b[^?]{0,60}\?|du (?:et |ett |flere "
        r"|fler )?(?:tips|tip|opplysninger)\b"
        r"(?=\s?\?\W*(?:$|(?:skriv|send|kontakt|mail|mejla|tips)\b(?!.*poli[ts]))|[^?]{0,20} (?:oss|os|(?:denne|den"
        r" här|denna) (?:saken|sagen|artikkelen|artikeln|artiklen|nyheten|historien))\s?\?"
        r"|[^?]{0,60}\? (?!.*poli[ts]).*\b(?:oss|os|våre|våra|vores|redaksjon\w*|redaktion\w*)\b)",
    ),
    (
        "send sänd skicka",
        r"(?:oss|os) (?:gjerne |gärna |gerne )?(?:dine |dina )?(?:bilder|tips|billeder)\b|tips\W*$|(?:gjerne |gärna "
        r"|gerne )?(?:inn |in |ind )?(?:bilder|tips|billeder)"
        r"[^.]{0,30} till? (?:oss|os|redaksjon\w*|redaktion\w*)",
    ),
    ("huomasitko", r"(?:(?:jutussa|tekstissä) )?virheen(?: (?:jutussa|tekstissä))?\?"),
    (
        "masz",
        r"dla nas (?:ciekawy )?(?:temat|informacj\w+|newsa)\b[^?.,]{0,40}\?|(?:ciekawy )?(?:temat|informacj\w+|newsa)\b[^?]{0,40}\?"
        r"(?= .*\b(?:nas|nam|redakcj\w*)\b)",
    ),
    # Auditors find mistakes, too: in "the text", or a question and whom to tell.
    (
        "zauważyłeś widzisz",
        r"(?:\w+ )?(?:błąd|literówkę)(?: w (?:tekście|artykule|treści)\b|\?\W*(?:$|(?:napisz|zgłoś|daj|powiadom"
        r"|poinformuj)(?:\W*$| (?:go |to )?(?:nam|nas|do nas|znać|redakcj\w*)\b)))",
    ),
    (
        "našli nalezli",
        r"jste (?:v (?:textu|článku) )?(?:chybu|překlep)(?: v (?:textu|článku))?\?(?:(?<=textu\?)|(?<=článku\?)"
        r"|\W*(?:$|(?:napi\w+|dejte|pošlete|nahlaste)(?: \w+)? (?:nám|vědět|redakci)\b))",
    ),
    ("hibát", r"(?:talált|találtál|észlelt)(?: (?:a|ebben a) (?:cikk|szöveg|írás)\w*| (?:a )?(?:cikk|szöveg)ben)?\?"),
    (
        "ai",
        r"(?:observat|găsit) o (?:eroare|greșeală)(?: în (?:text|articol|acest)|\?\W*(?:$|scrie|semnal|anunț|trimite|spune))",
    ),
    (
        "если",
        r"вы (?:нашли|заметили|обнаружили|увидели) (?:ошибку|опечатку)(?: в (?:тексте|статье|материале|новости"
        r"|публикации)\b| на (?:нашем сайте|сайте,)"
        r"|,? (?:пожалуйста|выделите|сообщите нам|напишите нам|нажмите))",
    ),
    (
        "нашли заметили",
        r"(?:ошибку|опечатку|неточность)(?: в (?:тексте|статье|материале|новости|публикации)\b|\s?\?\W*(?:$|выдел"
        r"|сообщ|напиш|нажм|пожал))",
    ),
    (
        "якщо",
        r"ви (?:помітили|знайшли|побачили) помилку(?: (?:в|у) (?:тексті|статті|матеріалі|новині)\b| на (?:нашому сайті|сайті,)"
        r"|,? (?:будь ласка|виділіть|повідомте нас?м?|напишіть нам|натисніть))",
    ),
    (
        "помітили знайшли",
        r"помилку(?: (?:в|у) (?:тексті|статті|матеріалі|новині)\b|\s?\?\W*(?:$|виділ|повідом|напиш|натисн|будь))",
    ),
    (
        "uočili primijetili primetili",
        r"(?:ste )?(?:grešku|pogrešku|pogreške)(?: u (?:tekstu|članku|vijesti|vesti)\s?[?,]|\s?\?\W*(?:$|javite|pišite"
        r"|prijavite|obavijest|obavest|označ))",
    ),
    ("this", r"(?:article|story) was amended on \d{1,2} \w+ (?:20\d\d )?(?:to|because|after|following)\b"),
    ("has heu", r"trobat (?:cap|un|algun) error\?\W*(?:$|fes-nos|feu-nos|escriu|avisa|digue)"),
    ("oceń", r"jakość (?:naszego|tego) (?:artykułu|tekstu)\W*$"),
    ("טעינו?", "נתקן"),
    ("mətndə if select highlight found noticed spotted dacă ai ați metinde wenn jeśli", rf".{{0,120}}{BY_KEYS}"),
)
