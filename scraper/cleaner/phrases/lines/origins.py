"""Notes on where a text is from, that it is not finished, and whose views it holds.

They end with the name, the date or the editors that they are about: "This story first appeared in March, when…" goes on.
On the 502 written pages of fixtures (2026-11-27) 56 lines are known, none of the truth; in wcxb-dev's 793
articles 2, of which its truth has one: "This article is republished from The Conversation".
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

# A name: words that begin with a capital or a digit, short words between them, hosts.
_WORD: Final = (
    r"(?-i:[A-ZÀ-ÖØ-Þ0-9][^\s,;:.!?]*|[a-z][\w-]*\.[a-z]{2,}"
    r"|of|the|and|for|on|by|in|co-published|with|print|edition|issue|el|la|los|del?|y)"
)
_NAME: Final = rf"{_WORD}(?:,? {_WORD}){{0,11}}"
_DATE: Final = r"\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, 20\d\d"
_TIME: Final = r"(?:,? (?:at )?\d{1,2}[:.]\d\d[^.,]{0,10}(?:[ap]\.?m\.?)?)?"
# After the name its text's headline, or that it can be read there.
_END: Final = r"(?:\W*$|: \S.{2,120}$|\W+(?:read|lea|sign up|for more)\b)"
# "In the Harbour Post of 4.10.2026", in the other languages; no year alone, which is a book's.
_SMALL: Final = (
    r"(?:bei|auf|im?|in|der|die|das|dem|den|vom|von|und|sur|par|dans|le|les|du|des|et|su|sul|sulla|nel|nella|il|lo|gli|di|da"
    r"|della|dell'\S+|l'\S+|d'\S+|em|por|no|na|pelo|pela|o|a|do|op|bij|het|een|van|hos|på|av|af|vores|vår|samarbejdspartner"
    r"|magazin\w*|revue|journal|veröffentlicht)"
)
_PLACE: Final = (
    rf"(?!.{{0,90}}(?<!\.)\b[12]\d{{3}}\W*$)(?:{_WORD}|{_SMALL})(?: (?:{_WORD}|{_SMALL})){{0,9}}?"
    r"(?: (?:am |le )?\d{1,2}\.\d{1,2}\.\d{4})?\W*$"
)
# By whom it was published is said of articles that a text is about.
_NOBODY: Final = r"(?!von\b|par\b|da\b|dal|van\b|door\b|por\b|pelo\b|pela\b)"
# With what an audio version was made.
_MACHINE: Final = (
    r" (?:\w+ )?(?:par|con|com|mediante|por|da|de|por meio de) [^.]{0,30}?(?:\bia\b|inteligencia|inteligência|intelligen"
    r"|synth|sintétic|sintetic|\bvoz|\bvoix|\bvoce|automátic|automatic)"
)
_DAY: Final = r"\d{1,2}\. ?(?:\d{1,2}\.|\w{3,9}) ?20\d\d"
_EDITORS: Final = r"(?:redakci|uredni|portal|редакци|уредни|рэдакцы)"

ORIGINS: Final[Rows] = (
    # A year after the first publication is a book's: "This story first appeared in 1953".
    (
        "this",
        r"(?:article|story|post|report|column|essay)(?: by [^.,]{2,40}?)? (?:was )?"
        r"(?:originally |first )(?:published|appeared|posted)"
        rf"(?: (?:on|in|by|at) (?!\d{{4}}){_NAME}{_END}| (?:on )?{_DATE}{_TIME}\W*$)",
    ),
    ("this", rf"(?:article|story|post) is republished from {_NAME}(?: under an? [^.]{{0,40}}licen[cs]e)?{_END}"),
    (
        "this",
        rf"(?:article|story) was produced (?:in (?:collaboration|partnership) with|with support from) {_NAME}\W*$",
    ),
    (
        "this",
        r"(?:is a )?(?:developing|breaking)(?: news)? story"
        r"(?:\.? ?$|\.\s(?:please |our |it |more |check |come |refresh |stay )| (?:and will be|that will be|is being) updated)",
    ),
    ("a", r"version of this (?:article|story) appear(?:s|ed) in [^.]{0,60}?\b(?:print|edition|newsletter|issue)\b"),
    ("a", rf"version of this (?:article|story) was (?:first |originally )?published (?:in|on|by) {_NAME}{_END}"),
    ("this", r"(?:article|story) appeared in the [^.]{0,40}print edition"),
    ("first", rf"published\W*(?:on )?{_DATE}{_TIME}(?: ist)?\W*$"),
    ("uudist lugu ziņa", r"(?:täiendati kell|papildināta ar)"),
    ("more", r"(?:to (?:follow|come)|details (?:soon|to follow))\s?[.…]{1,3}\W*$"),
    ("this", r"live ?blog (?:is|has) (?:now )?(?:closed|ended)\b"),
    ("this", r"story has not been edited by [^.]{2,40}\b(?:staff|team|feed)\b"),
    ("except", r"for the headline, this (?:story|article|copy) has not been edited\b"),
    ("read", r"this (?:story|article) in [^.]{3,25} here\W*$"),
    ("published", rf"in [^.,]{{2,40}}, {_DATE}\W*$"),
    ("our", r"standards: the [^.,]{3,40}principles\W*$"),
    ("original-content", "von:"),
    # Where it stood first.
    ("dieser", rf"(?:artikel|text|beitrag) erschien (?:zuerst|ursprünglich|erstmals|zunächst) {_NOBODY}{_PLACE}"),
    (
        "dieser",
        r"(?:artikel|text|beitrag) wurde (?:zuerst|ursprünglich|erstmals|zunächst) (?=.*\b(?:veröffentlicht|publiziert)\W*$)"
        rf"{_NOBODY}{_PLACE}",
    ),
    (
        "cet",
        r"article a (?:(?:d'abord|initialement|originellement) été publié|été (?:(?:d'abord|initialement|originellement) publié"
        rf"|publié (?:pour la première fois|en premier))) {_NOBODY}{_PLACE}",
    ),
    (
        "questo",
        r"articolo è (?:stato )?(?:(?:originariamente|inizialmente) (?:pubblicato|apparso)"
        rf"|(?:pubblicato|apparso) (?:originariamente|inizialmente|per la prima volta|in origine)) {_NOBODY}{_PLACE}",
    ),
    ("este", rf"artigo foi (?:publicado originalmente|originalmente publicado) {_NOBODY}{_PLACE}"),
    (
        "dit",
        r"(?:artikel|stuk|verhaal) (?:verscheen (?:eerder|oorspronkelijk|eerst)"
        rf"|is (?:eerder|oorspronkelijk|eerst) (?:verschenen|gepubliceerd)) {_NOBODY}{_PLACE}",
    ),
    (
        "artiklen artikkelen artikeln",
        r"(?:er|ble|blev|är|har) (?:oprindeligt|oprindelig|opprinnelig|ursprungligen|først) "
        rf"(?:bragt|publiceret|publisert|publicerad|publicerats|udgivet|trykt) {_PLACE}",
    ),
    (
        "juttu artikkeli",
        rf"on (?:julkaistu|ilmestynyt) (?:ensi kerran|ensimmäisen kerran|alun ?perin) {_PLACE}",
    ),
    # What was on the air.
    ("dieses", r"thema im programm\s?(?:[:|]|$)"),
    (
        "über",
        rf"dieses thema berichte(?:t|te|n|ten)\b[^?!]{{2,60}} am {_DAY},? (?:um )?\d{{1,2}}[:.]\d\d uhr\b[^?!.]{{0,30}}\W*$",
    ),
    ("dieser der", r"(?:artikel|text|beitrag) wird (?:laufend|fortlaufend|ständig) (?:aktualisiert|ergänzt)\W*$"),
    ("cet", r"article date de plus d'un(?:e)? an\W*$"),
    ("prenez", r"note que cet article publié en \d{4}"),
    ("l'écoute", "de (?:cet|l') ?article est générée par"),
    (
        "la",
        "synthèse vocale, basée sur l'intelligence artificielle, permet"
        rf"|version audio de (?:cet|l') ?(?:article|texte) est (?:générée|lue|produite|créée){_MACHINE}",
    ),
    (
        "la",
        r"(?:versión (?:de|en) audio de est[ea] (?:artículo|nota|noticia) (?:es|está|ha sido|fue) (?:generada|creada|producida)"
        rf"|versione audio di questo articolo è (?:stata )?(?:generata|creata|prodotta)){_MACHINE}",
    ),
    (
        "a",
        rf"versão (?:de|em) áudio d(?:este artigo|esta notícia|esta reportagem) (?:é|foi) (?:gerada|criada|produzida){_MACHINE}",
    ),
    ("este esta", r"(?:artículo|nota) fue publicad[oa] originalmente (?:en|por) (?![^.]*\d)" + _NAME + _END),
    ("este esta", r"(?:artículo|nota|texto) se publicó hace más de (?:un|dos|tres|\d) años?\W*$"),
    (
        "esta",
        r"(?:nota|noticia|información) (?:se (?:actualizará|está actualizando)|irá actualizándose)(?: en breve)?\W*$",
    ),
    (
        "este",
        r"audio ha sido generado con (?:una voz|inteligencia artificial\W*$)|artigo tem mais de (?:um|dois|\d+) anos?\W*$",
    ),
    ("questo", r"articolo ha più di (?:un|due|\d+) ann[oi]\W*$|contenuto audio è generato"),
    ("articolo articol știre notizia", r"(?:in (?:corso di )?aggiornamento|în curs de actualizare)\W*$"),
    ("texten artikeln", r"(?:har )?uppdatera(?:s|ts)\W*$"),
    ("fréttin", r"hefur verið uppfærð\W*$"),
    ("hierdie", r"artikel is oorspronklik (?:deur|op|in) [^.]{3,40}gepubliseer\W*$"),
    ("новость", r"(?:дополняется|обновляется)\W*$"),
    ("článek", r"(?:byl )?průběžně (?:aktualizován|aktualizujeme|doplňujeme)\W*$"),
    ("bu", r"haber [^.]{3,60} tarafından servis edilmiştir\W*$"),
    # Whose views they are.
    (
        "editor's editors",
        r"(?:note|notes):? .{10,320}(?:[.!?”\"] )(?:the |all )?(?:views|opinions) expressed (?:here|above"
        r"|in this (?:commentary|article|column|piece|op-ed|essay)) (?:are|do not)\b",
    ),
    (
        "the",
        r"(?:views|opinions|thoughts)(?: and opinions)? expressed (?:(?:in|by) (?:this|the) (?:article"
        r"|column|piece|commentary|op-ed|author|writer)s?|here|above)\b[^.]{0,30}? "
        r"(?:are (?:solely |only )?(?:those of (?:the|its|our) (?:author|writer|columnist|contributor)"
        r"|(?:the )?(?:author|writer)'?s|(?:his|her|their) own|personal|not necessarily those of)"
        r"|do not (?:necessarily )?(?:reflect|represent))",
    ),
    (
        "views opinions",
        r"(?:and opinions )?(?:expressed )?(?:above |here )?are (?:personal\W*$|the author's own|those of the author)",
    ),
    (
        "this",
        r"is an opinion (?:column|piece)\W*(?:$|the (?:views|thoughts|opinions))|column does not necessarily reflect",
    ),
    (
        "las",
        r"opiniones (?:expresadas|vertidas) en (?:esta|este) (?:columna|artículo|espacio|nota) "
        r"(?:son (?:de )?(?:exclusiva )?(?:responsabilidad|de su autor)|no (?:necesariamente |siempre )?(?:reflejan|representan))",
    ),
    ("os", "artigos publicados com assinatura não (?:traduzem|refletem)"),
    ("tendências", r"debates\W+os artigos publicados com assinatura\b"),
    ("die", r"menings wat hier uitgespreek|kommentare im forum geben nicht"),
    (
        "mišljenja stavovi mnenja mnenje stališča",
        r"(?:i \w+ )?(?:iznesena|izneseni|izražen\w*|autora|avtorja|avtorjev|objavljen\w*)\b[^.]{0,50}"
        rf"(?:osobna su (?:mišljenja )?autora|(?:nisu nužno|niso nujno|ne odražavaju|ne odražajo)\b[^.]{{0,30}}{_EDITORS})",
    ),
    (
        "ставовите мислењата мненията мишљења ставови",
        rf"(?:изразени|изнесени|искажани|аутора)\b[^.]{{0,120}}\b(?:не|нису)\b[^.]{{0,40}}{_EDITORS}",
    ),
    (
        "редакцията редакцијата редакција redakcia redakcija redakce",
        r"(?:за [^.]{0,30})?(?:не носи|не сноси|не одговара|nezodpovedá|neodpovídá|nenese|ne odgovara"
        r"|ne snosi|za komentarų)[^.]{0,40}"
        r" (?:мнени|коментар|садржа|содржин|príspevk|příspěvk|komentar|turin|obsah|sadrž)",
    ),
    (
        "upozornenie upozornění upozorenje opozorilo",
        r"redakc\w+ (?:nezodpovedá|neodpovídá|nenese|ne odgovara|ne snosi) |\d+\. členu kazenskega zakonika je posameznik",
    ),
    ("príspevky komentáře komentáre", r"v (?:diskusii|diskusi) (?:vyjadrujú|vyjadřují) (?:len )?(?:názory|názor)"),
    ("skaitytojų", "komentarai redakcija už komentarų"),
    ("заўвага", "рэдакцыі: меркаванне аўтара"),
    ("меркаванне", rf"аўтара можа не супадаць[^.]{{0,30}}{_EDITORS}"),
    (
        "мнение думка мнения",
        r"(?:автора|редакции|авторів|авторов)(?: \w+)? (?:может|могут|може|можуть) не (?:совпадать|збігатися)"
        rf"[^.,]{{0,30}}{_EDITORS}",
    ),
    (
        "мнение думка позиция",
        r"редакц\w+ (?:может|може) не (?:совпадать|збігатися) (?:с|з|із) (?:мнением|думкою|позицией|позицією"
        r"|точкой зрения|точкою зору)"
        r" автор\w+\W*$",
    ),
    ("यह", r"(?:खबर|स्टोरी|लेख) [^।]{0,80}सिंडीकेट फीड से "),
    ("редакция", "ұстанымы автор"),
    ("redaksiyanın", "mövqeyi müəllif"),
    ("նյութի", "մեջ (?:տեղ գտած|արտահայտված)[^։]{0,60}խմբագր"),
    ("ئەم", "بابەتە تەنیا ڕای نووسەر"),
    ("ادارے ادارہ", r"کا [^۔]{0,20}رائے سے متفق ہونا"),
    ("लेखातील", r"मते (?:ही )?(?:लेखकाची |लेखकांची )?वैयक्तिक"),
    ("анхааруулга", "уншигчдын бичсэн сэтгэгдэл"),
)
