"""What the desk wants from its readers: tips, their own story, mistakes found; and what it does not allow.

A question or a condition, and that the answer goes to "us" or the desk: the police and the council ask in the same words, and name
themselves.
On the 502 written pages of fixtures (2026-11-27) 20 lines are known, none of the truth; in wcxb-dev's 793
articles 3, none of the truth.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_HELP: Final = r"\W*(?:$|(?:please )?(?:tell us|let us|click here|report it|contact us|e-?mail us))"

DESK: Final[Rows] = (
    (
        "see",
        r"(?:an? |any )?(?:spelling |grammatical |typo\b)?[^.?]{0,30}?(?:error|errors|mistake|typo) in (?:our"
        rf"|this|the) (?:story|article|page)\?{_HELP}",
    ),
    ("is", rf"there (?:a problem|an error|something wrong) with this (?:article|story|page)\?{_HELP}"),
    (
        "to",
        r"report (?:a correction|an error|a typo|a mistake)(?: or (?:an? )?(?:typo|error|correction|mistake))?"
        r"(?: in (?:this|our) (?:article|story))?,? (?:please )?(?:e-?mail|contact|click|write(?: to)?) (?:us\b|here\b|\S+@)",
    ),
    (
        "to",
        r"contact the (?:reporter|editor|author|writer)s? (?:on|of|responsible for) this (?:story|article|column|report)\s?:",
    ),
    (
        "do",
        r"you have a (?:photo|video|picture)[^?]{0,60}\? (?:send|share|e-?mail|upload) (?:it |them )?(?:to |with )?us\b",
    ),
    (
        "we",
        r"independently (?:review|select|research|test)[^.]{0,60}\. (?:when|if) you (?:buy|purchase|click)[^.]{0,40} links?\b",
    ),
    (
        "questions? questions",
        r"\W*(?:comments|concerns|suggestions)\? (?:e-?mail|write to|contact) us(?: at\b.{0,60})?\W*$",
    ),
    ("note", r"to readers: if you (?:buy|purchase|click)[^.]{0,60} links?\b"),
    ("if", r"you have a tip for this reporter\b(?!')"),
    (
        "do",
        r"you have an opinion on (?:the issues raised in this article|anything you have read)[^?]{0,60}\? if you would like to",
    ),
    (
        "contact",
        r"[^.,?!]{2,30} (?:investigative|investigations|editorial|news|data) (?:team|desk|unit) at \S+@\S+\w(?:\W*$| or https?:)",
    ),
    # Under interviews of columns: the question stands before it.
    ("let", r"us know by (?:writing|e-?mailing)(?: to)? us at \S+[.@]\S+$"),
    ("tell", r"us about (?:it|them|this|yours) (?:here|in the comments)\W*$"),
    (
        "har",
        r"du (?:et |en |ett )?(?:spørgsmål|spørsmål|innspill|forslag|kommentar|historie|idé)\w*\b[^?]{0,60}\? "
        r"(?:så )?(?:skriv|send|kontakt|mejla)\w*\b[^.?]{0,20}\b(?:os|oss) (?:på |til )?\S+@\S+\w\W*$",
    ),
    ("affiliate-link", "bei kauf (?:erhalten|bekommen)"),
    (
        "hast haben",
        r"(?:sie|du) feedback(?: oder (?:einen |eine )?\w+| zu diesem (?:artikel|text|beitrag)| für uns)?\?\W*$",
    ),
    ("ihre", r"meinung zählt\W{1,3}(?:$|die kommentare|diskutieren sie mit|schreiben sie uns)"),
    ("forum", r"\d+ (?:postings?|kommentare?|beiträge)\W*$"),
    ("unabhängiger", r"journalismus kostet\b.{0,200}\bunterstützen sie uns\b"),
    ("wie", r"finden sie den artikel\?\W*$"),
    ("našli", r"ste v (?:článku|texte) (?:chybu|preklep)\?"),
    (
        "ak ako če",
        r"(?:ste )?(?:našli|uočili|opazili|zasledili) (?:chybu|grešku|pogrešku|napako)"
        r"(?: [vu] (?:článku|texte|tekstu|članku|besedilu))?, (?:(?:nám|nam|nas) (?:\w+)\W*$|\w+ (?:nám|nam|na \S+@))",
    ),
    (
        "imate",
        r"(?:li )?(?:i vi )?(?:priču|vijest|vest|dojavu|zgodbo|novico)(?: za nas)?\? (?:(?:javite|pišite"
        r"|pošaljite) (?:\w+ )?nam\b"
        r"|nam pišite)",
    ),
    ("ако", r"имате (?:сигнал|снимк\w+|информаци\w+|вест)(?: (?:за нас|или \w+))?, пиш(?:ете|увајте) ни\b(?!,)"),
    ("калі", "вы хочаце падзяліцца (?:сваёй гісторыяй|навіной)"),
    ("norite", r"pasidalinti (?:naujiena|informacija|istorija)\? (?:rašykite|parašykite|siųskite) mums\b"),
    ("ertu", r"með ábendingu\?\W*(?:$|\w+ okkur\b)"),
    ("het", r"jy nuus vir ons\?"),
    # To a paper's short number, no authority's.
    ("såg", r"du något\? har du (?:bilder|film|video)\? skicka (?:in |dem )?till 7\d \d00\b"),
    ("onko", r"sinulla (?:juttu|uutis)vinkk(?:i|ejä|iä)\? (?:lähetä|laita|kerro|ota|soita)\b"),
    ("hittade", r"du (?:ett |något )?fel\?\W*(?:$|(?:tipsa|mejla|kontakta|meddela) oss\b)"),
    ("quieres", r"añadir o corregir algo\?\W*(?:$|escríbenos)"),
    ("se", r"hai una storia da raccontare,? scrivi(?:ci\b| a \S+@)"),
    ("kokkuvõte", "on (?:loodud|koostatud) tehisaru"),
    ("samantektin", "er unnin með gervigreind"),
    ("kopsavilkumu", r"(?:sagatavojis|veidojis) mākslīg"),
    ("sisu", r"kuvamiseks luba \S+ küpsise"),
    ("samþykktu", "vefkökur"),
    ("lai", r"skatītu [^.]{0,30}, piekrīti sīkdat"),
    ("השימוש", "ביצירות המופיעות בכתבה"),
    # Who pays, as a law of 2022 has it written.
    ("реклама", r"(?:[^.!?]{0,60}\berid\b|(?:ооо|ао|пао|ип|нко)\b[^.!?]{1,80}\bинн\W{0,3}\d)"),
    # What may not be done with the text, without leave.
    (
        "zabranjeno",
        r"je (?:preuzimanje|kopiranje|prenošenje|objavljivanje) (?:sadržaja|teksta|tekstova|članaka|vijesti|vesti)"
        r" bez (?:navođenja|dozvole|odobrenja|suglasnosti|saglasnosti|pisan\w+|pismen\w+)",
    ),
    (
        "забрањено",
        r"је (?:преузимање|копирање|преношење) (?:садржаја|текста|текстова|вести) без (?:навођења|дозволе|сагласности)",
    ),
    ("преземањето", "на оваа содржина"),
    ("перадрук", r"(?:матэрыялаў )?(?:магчымы )?толькі (?:з|пры)\b"),
    ("kopijuoti", r"dauginti, platinti"),
    (
        "перепечатка передрук",
        r"(?:материалов |матеріалів )?(?:(?:возможна|разрешена|допускается|дозволено) )?(?:только|лише|тільки) (?:с|з|за|при)"
        r" [^.,]{0,50}(?:редакци|редакції|правообладател|правовласник|ссылк|посилан|источник|джерел)",
    ),
)
