"""What the desk wants from its readers: tips, their own story, mistakes found; and what it does not allow.

A question or a condition, and that the answer goes to "us" or the desk: the police and the council ask in the same words, and name
themselves.
On the 502 written pages of fixtures (2026-11-27) 20 lines are known, none of the truth; in wcxb-dev's 793
articles 3, none of the truth.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_HELP: Final = r"\W*(?:$|(?:please )?(?:tell us|let us|click here|report it|contact us|e-?mail us))"
_PAID: Final = r"\b(?:provision|kommission|commission|comisión|commissione|comissão|commissie)"

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
        "do",
        r"you have a (?:photo|video|picture)[^?]{0,60}\? (?:send|share|e-?mail|upload) (?:it |them )?(?:to |with )?us\b",
    ),
    (
        "we",
        r"independently (?:review|select|research|test)[^.]{0,60}\. (?:when|if) you (?:buy|purchase|click)[^.]{0,40} links?\b",
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
    # Who is paid for links: those that are marked.
    (
        "für die bei alle mit",
        r"(?:die |den |alle |allen )?(?:mit |durch )?[^.]{2,60} (?:gekennzeichnet|markiert|versehen)en (?:produkt|kauf"
        r"|affiliate-?)?-?links?\b"
        rf"[^.]{{0,90}}{_PAID}",
    ),
    ("les pour", rf"(?:les )?liens (?:marqués|signalés|accompagnés|suivis|précédés|identifiés)\b.{{0,160}}{_PAID}"),
    ("los las", rf"enlaces (?:marcados|señalados|identificados|acompañados)\b.{{0,160}}{_PAID}"),
    ("i", rf"link (?:contrassegnati|indicati|segnalati|accompagnati)\b.{{0,160}}{_PAID}"),
    ("os", rf"links (?:marcados|assinalados|identificados)\b.{{0,160}}{_PAID}"),
    ("links", rf"(?:marked|that are marked|with an? [^.]{{2,30}}) [^.]{{0,100}}{_PAID}"),
    # To whom readers' letters go, and how long they are to be: an office, too, takes letters, but does not shorten them.
    (
        "letters",
        r"(?:(?:to the editor|for publication) (?:should|must|may|can)|(?:to us )?(?:should|must|may|can)\b"
        r"(?=.*\b(?:for publication|published|words|edited|shortened)\b))\b[^.]{0,60}"
        r"\b(?:sent|e-?mailed|addressed|longer|more|under|limited|edited|shortened|exceed|include)\b",
    ),
    (
        "leserbriefe zuschriften leserzuschriften",
        r"(?:bitte |sollten |sollen |dürfen |können |müssen |an |per |mit |richten |schicken |senden )"
        r"(?=.*(?:@|\b(?:redaktion|zeichen|kürzen|gekürzt|kürzungen|absender\w*|anschrift)\b))",
    ),
    ("leserbriefe", r"geben nicht (?:unbedingt |notwendigerweise )?die meinung der redaktion wieder\b"),
    ("die", r"redaktion behält sich [^.]{0,50}\b(?:kürzen|kürzungen|zu kürzen|veröffentlichung|auswahl)\b"),
    (
        "les vos",
        r"(?:lettres|courriers)\b(?=.*(?:@|\b(?:rédaction|signes|mots|caractères|publi\w+)\b))[^.]{0,60}"
        r" (?:doivent|peuvent|sont à|devront)\b[^.]{0,40}\b(?:envoy|adress|parven|transm|dépass|excéd)\w*",
    ),
    (
        "las",
        r"cartas\b(?=.*(?:@|\b(?:director|redacción|palabras|líneas|caracteres|publi\w+)\b))[^.]{0,60}"
        r" (?:deben|deberán|pueden|podrán|no excederán)\b[^.]{0,60}\b(?:envi|remit|dirig|exced|super|tener|palabras|líneas)\w*",
    ),
    (
        "le",
        r"lettere\b(?=.*(?:@|\b(?:redazione|battute|caratteri|giornale|pubblica\w+)\b)).{0,60}?"
        r" (?:vanno|devono|possono)\b[^.]{0,20} (?:inviat|indirizzat|spedit|mandat|firmat|super|ecced|contenere|riportare)\w*",
    ),
    (
        "as",
        r"cartas\b(?=.*(?:@|\b(?:redação|palavras|caracteres|linhas|jornal|publica\w+)\b))[^.]{0,60}"
        r" (?:devem|deverão|podem)\b[^.]{0,40}\b(?:enviad|remetid|dirigid|exced|ultrapass|ter|conter)\w*",
    ),
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
