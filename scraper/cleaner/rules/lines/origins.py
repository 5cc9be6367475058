"""Notes on where a text is from, that it is not finished, and whose views it holds."""

from typing import Final

from scraper.cleaner.rules.lines.rows import Rows

ORIGINS: Final[Rows] = (
    # A year after the first publication is a book's: "This story first appeared in 1953".
    (
        "this",
        r"(?:article|story|post|report|column|essay)\b[^.]{0,40}? (?:was )?(?:originally |first )(?:published|appeared|posted)\b"
        r"(?: (?:on|in|by|at)\b(?! \d{4})| \w{3,9}\.? \d{1,2}, \d{4})",
    ),
    ("this", r"(?:article|story|post) is republished from\b"),
    ("this", r"(?:article|story|project) was produced (?:in (?:collaboration|partnership) with|with support from)\b"),
    (
        "this",
        r"(?:is a )?(?:developing|breaking)(?: news)? story"
        r"(?:\.? ?$|\.\s(?:please |our |it |more |check |come |refresh |stay )| (?:and will be|that will be|is being) updated)",
    ),
    ("a", r"version of this (?:article|story) (?:appears|appeared|was (?:first |originally )?published)\b"),
    ("this", r"(?:article|story) appeared in the [^.]{0,40}print edition"),
    ("first", r"published\W*(?:on )?\w{3,9}\.? \d{1,2}, \d{4}[^.]{0,15}$"),
    ("uudist lugu ziņa", r"(?:täiendati kell|papildināta ar)"),
    ("more", r"(?:to (?:follow|come)|details (?:soon|to follow))\s?[.…]{1,3}\W*$"),
    ("this", r"live ?blog (?:is|has) (?:now )?(?:closed|ended)\b"),
    ("this", r"story has not been edited by\b|is an unedited\b[^.]{0,60}\bfeed"),
    ("except", r"for the headline, this (?:story|article|copy)\b"),
    ("read", r"this (?:story|article) in [^.]{3,25} here\W*$"),
    ("published", r"in [^.,]{2,40}, \w{3,9} \d{1,2}(?:st|nd|rd|th)?, \d{4}\W*$"),
    ("our", "standards: "),
    ("original-content", "von:"),
    ("dieser der", r"(?:artikel|text|beitrag) wird (?:laufend|fortlaufend|ständig) (?:aktualisiert|ergänzt)"),
    ("cet", r"article date de plus d'un(?:e)? an"),
    ("prenez", "note que cet article publié en"),
    ("l'écoute", "de (?:cet|l') ?article est générée"),
    ("la", "synthèse vocale, basée sur l'intelligence"),
    ("este esta", r"(?:artículo|nota|texto) (?:fue publicad[oa] originalmente|se publicó hace más de)"),
    ("esta", r"(?:nota|noticia|información) se (?:actualizará|está actualizando|irá actualizando)"),
    ("este", r"audio ha sido generado|artigo tem mais de (?:um|dois|\d+) anos?"),
    ("questo", r"articolo ha più di (?:un|due|\d+) ann[oi]|contenuto audio è generato"),
    ("articolo articol știre notizia", r"(?:in (?:corso di )?aggiornamento|în curs de actualizare)\W*$"),
    ("texten artikeln", r"(?:har )?uppdatera(?:s|ts)\W*$"),
    ("fréttin", r"hefur verið uppfærð\W*$"),
    ("hierdie", "artikel is oorspronklik"),
    # Whose views they are.
    (
        "the",
        r"(?:views|opinions|thoughts)(?: and opinions)? expressed (?:(?:in|by) (?:this|the) (?:article"
        r"|column|piece|commentary|op-ed"
        r"|author|writer)s?|here|above)\b[^.]{0,30}? (?:are|do not)\b",
    ),
    (
        "views opinions",
        r"(?:and opinions )?(?:expressed )?(?:above |here )?are (?:personal|the author's own|those of the author)",
    ),
    ("this", r"is an opinion (?:column|piece)\b|column does not necessarily reflect"),
    ("las", r"opiniones (?:expresadas|vertidas) en (?:esta|este) (?:columna|artículo|espacio|nota)"),
    ("os", "artigos publicados com assinatura não"),
    ("die", r"menings wat hier uitgespreek|kommentare im forum geben nicht"),
    (
        "mišljenja stavovi mnenja mnenje stališča",
        r"(?:i \w+ )?(?:iznesena|izneseni|izražen\w*|autora|avtorja|avtorjev|objavljen\w*)\b[^.]{0,50}"
        r"(?:osobna su|nisu nužno|niso nujno|ne odražavaju|ne odražajo|su (?:lični|osobni) stavovi)",
    ),
    (
        "ставовите мислењата мненията мишљења ставови",
        r"(?:изразени|изнесени|искажани|аутора)\b[^.]{0,50} (?:се на автор|не|нису)\b",
    ),
    (
        "редакцията редакцијата редакција redakcia redakcija redakce",
        r"(?:за [^.]{0,30})?(?:не носи|не сноси|не одговара|nezodpovedá|neodpovídá|nenese|ne odgovara"
        r"|ne snosi|za komentarų)[^.]{0,40}"
        r" (?:мнени|коментар|садржа|содржин|príspevk|příspěvk|komentar|turin|obsah|sadrž)",
    ),
    ("upozornenie upozornění upozorenje opozorilo", r"redakc\w+ (?:ne|za)|\d+\. členu"),
    ("príspevky komentáře komentáre", r"v (?:diskusii|diskusi) (?:vyjadrujú|vyjadřují)"),
    ("skaitytojų", "komentarai redakcija"),
    ("važna", "obavijest: sukladno"),
    ("заўвага", "рэдакцыі: меркаванне аўтара"),
    ("меркаванне", "аўтара можа не супадаць"),
    (
        "мнение думка мнения",
        r"(?:автора|редакции|авторів|авторов)\b[^.]{0,30} (?:может|могут|може|можуть) не (?:совпадать|збігатися)",
    ),
    ("редакция", "ұстанымы автор"),
    ("redaksiyanın", "mövqeyi müəllif"),
    ("նյութի", "մեջ (?:տեղ գտած|արտահայտված)"),
    ("ئەم", "بابەتە تەنیا ڕای نووسەر"),
    ("ادارے ادارہ", r"کا [^۔]{0,20}رائے سے متفق"),
    ("लेखातील", "मते"),
    ("анхааруулга", "уншигчдын бичсэн"),
)
