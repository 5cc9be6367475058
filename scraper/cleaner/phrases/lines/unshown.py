"""Notices in place of an embedded video, post or map: that it waits for consent, or that the browser cannot show it."""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_GERMAN: Final = "(?:inhalte?[ns]?|videos?|beitr(?:ag|ags|ages|äge)|posts?|tweets?|podcasts?)"
# Whoever else is to see or show something does so in the news.
_YOU: Final = (
    r"(?:\W*$|[^.]{0,90}\b(?:(?-i:Sie|Ihr(?:e[rnms]?)?)|du|dein\w*|aktivier\w+|zustimm\w+|einwillig\w+|akzeptier\w+|cookies?|daten"
    r"|javascript|klick\w*)\b)"
)

UNSHOWN: Final[Rows] = (
    ("view", r"this post on (?:instagram|facebook|threads|x)\W*$"),
    ("voir ver vedi", r"(?:cette publication|esta publicación|esta publicação|questo post) (?:sur|en|no|su) instagram"),
    (
        "a une una um",
        r"(?:post shared by|publication partagée par|publicación compartida (?:por|de)|post compartilhado por) [^()]{2,60}"
        r"\(@[^)]*\)(?:\W*$| on | le | el )",
    ),
    ("cookies", "required to view this content"),
    ("the note", r"(?:the )?video above (?:previously aired|is from a previous report)\W*$"),
    # What was blocked or shown somewhere is news: a notice ends there, or speaks to "you".
    (
        "this the",
        r"(?:content|video|embed|element) (?:cannot be (?:loaded|shown|displayed)|is (?:hosted (?:by|on)|(?:currently )?"
        r"(?:not available|unavailable|blocked)(?:\W*$|[^.]{0,40}\byou\b|[^.]{0,20}\byour\b| (?:because|due|until|without)\b)))",
    ),
    ("this", "[^.]{0,30}(?:contains|includes) content (?:provided|hosted) by"),
    (
        "to",
        r"(?:view|see|watch|display|load) (?:this|the) (?:content|video|post|embed|element)\b(?:\W*$"
        r"|[^.]{0,60}\b(?:accept|enable|allow|activate|cookies|consent|javascript|please|click|your)\b)",
    ),
    ("we", "(?:need|ask for) your (?:consent|permission)"),
    ("allow", r"[\w.]+(?: [\w.]+)? content\?"),
    ("please", "(?:accept|enable|activate) [^.]{0,40}(?:cookies|javascript)"),
    ("enable activate activer включите włącz", "(?:obsługę )?javascript"),
    ("javascript", "is (?:required|disabled|not enabled|turned off)"),
    ("your", "browser (?:does not|doesn't) support"),
    ("video notice", "player is loading|the content above"),
    ("generated ai ai-generated", r"by ai(?:\.|\W*$)|(?:generated )?summary\W*(?:$|this\b|powered\b)|요약\W*$"),
    ("ai가", r"(?:요약|생성|작성)한 [^.]{1,12}입니다\W*$"),
    (
        "externer externe redaktioneller redaktionelle empfohlener",
        r"(?:redaktionelle[rn]? |externe[rn]? )?inhalte?\W*$",
    ),
    (
        "an",
        r"dieser stelle (?:(?:finden sie|möchten wir ihnen|befindet sich|sehen sie)\b[^.]{0,20}extern"
        r"|(?:ist|wird|steht) (?:ein )?externe[rn]? inhalt|haben unsere redakteure inhalte)",
    ),
    ("hier", r"(?:finden|sehen) sie (?:externe )?inhalte (?:von|eines) (?:dritt|extern)"),
    ("ich", "bin damit einverstanden,? dass (?:mir (?:hier )?|hier )?(?:externe|inhalte|personenbezogene)"),
    (
        "wir",
        "(?:benötigen|brauchen) (?:hier |dafür |dazu |vorher )?(?:ihre|deine|eure) (?:zustimmung|einwilligung)"
        "|[^.]{0,80}ohne (?:ihr|dein) einverständnis",
    ),
    ("dieses", "element (?:beinhaltet|enthält) daten"),
    (
        "mit",
        rf"(?:dem laden (?:des|der|dieses|dieser) {_GERMAN}\b{_YOU}|(?:ihrer|deiner|eurer) zustimmung (?:wird|werden) (?:hier"
        rf"|an dieser|externe)\b)",
    ),
    (
        "zum zur",
        rf"(?:anzeigen|anzeige|laden|aktivieren|darstellung) (?:des|der|dieses|dieser|von) (?:externe[nrs]? )?{_GERMAN}\b{_YOU}",
    ),
    (
        "um damit",
        rf"(?:(?:den|diesen|dieses|das|unsere) (?:externen? )?{_GERMAN}\b[^.,]{{0,40}}\b(?:anzu(?:zeigen|sehen|schauen)"
        rf"|zu (?:sehen|laden|zeigen)"
        rf"|angezeigt|ansehen|anzeigen|dargestellt)\b{_YOU}|(?:ihre|deine) (?:persönlichen )?daten zu schützen)",
    ),
    (
        "zustimmen akzeptieren inhalt inhalte video beitrag",
        r"(?:und (?:inhalte? |video )?)?(?:laden|anzeigen|entsperren)\W*$",
    ),
    ("ihr dein", "browser unterstützt"),
    (
        "ce",
        "contenu (?:est (?:susceptible|bloqué|hébergé)|n'est pas (?:disponible|accessible)|peut (?:déposer|contenir))",
    ),
    (
        "pour",
        r"(?:l'afficher|(?:afficher|visualiser|voir|regarder) (?:ce|cet|cette) (?:contenu|vidéo|publication|post|tweet"
        r"|média|élément|carte)\b)"
        r"(?:\W*$|[^.]{0,60}\b(?:vous|veuillez|acceptez|autorisez|activez|cliquez|cookies|traceurs)\b)",
    ),
    ("accepter autoriser j'accepte", r"(?:tous )?les (?:cookies|traceurs)(?:\W*$| (?:pour|afin) )"),
    ("contenu", r"(?:bloqué|externe|tiers|non accessible)\W*(?:$|(?:ce|pour|vous)\b)"),
    ("votre su tu seu il je", "(?:navigateur ne|navegador n[oã]|tuo browser non|browser ondersteunt)"),
    (
        "este el",
        r"conte(?:nido|údo) (?:no está disponible|não está disponível|está (?:bloqueado|alojado))(?:\W*$| (?:en (?:su|tu"
        r"|este)|no seu|por|porque|para|neste)\b)",
    ),
    ("para", "(?:poder )?(?:ver|visualizar|mostrar|exibir) este (?:contenido|conteúdo|elemento|v[ií]deo)"),
    ("per", "(?:visualizzare|vedere|mostrare) quest[oia] (?:contenuto|video|elemento|post)"),
    ("questo", "contenuto (?:non è disponibile|è bloccato|è ospitato)"),
    (
        "deze dit",
        r"(?:inhoud|content|video|embed|bericht) (?:wordt|kan|is) niet (?:getoond|weergegeven|worden (?:getoond|weergegeven)"
        r"|zichtbaar|beschikbaar),? (?:omdat|zolang|zonder|doordat)\b[^.]{0,60}\b(?:\w*cookies|toestemming)",
    ),
    ("om deze", "(?:deze )?(?:content|inhoud|video|embed|post) te (?:tonen|bekijken|zien)"),
    ("för for", "(?:att|å|at) (?:se|visa|vise) (?:det här |detta |dette )(?:innehåll|innhold|indhold)"),
    ("nähdäksesi tarayıcınız yorumlar", "[^.]{0,30}(?:sisäl|desteklemi|onaylan)"),
    ("uyarı uyari", "[^.]{0,60}yorumlar onaylan"),
    ("aby pro pre", "(?:zobaczyć|wyświetlić|obejrzeć|zobrazen[íi]e?) [^.]{0,10}(?:treść|obsahu)"),
    ("treść extern externý", "zewnętrzna|obsah"),
    ("a külső", "tartalom megtekintéséhez"),
    ("külső", r"tartalom\W*$"),
    ("pentru", "a (?:vedea|vizualiza) (?:acest )?con[țţ]inut"),
    (
        "для чтобы щоб",
        r"(?:просмотра|посмотреть|увидеть|перегляду|подивитися) (?:эт|ц)\w+ (?:контент|видео|відео)(?:\W*$"
        r"|[^.]{0,60}(?:нажмите|включите|разрешите|примите|необходимо|вам |cookie|javascript|натисніть|увімкніть"
        r"|дозвольте|потрібно))",
    ),
    ("ваш браузер", "(?:браузер )?не (?:поддерживает|підтримує)"),
    ("για bu لعرض", "να δείτε (?:αυτό )?το περιεχόμενο|içeriği (?:görmek|görüntülemek)|هذا المحتوى"),
    ("متصفحك מرورگر הדפדפן आपका", "لا يدعم|شما|של(?:ך|כם) (?:לא|אינו)|ब्राउज़र"),
    ("untuk browser trình", "melihat konten ini|anda tidak mendukung|duyệt của bạn không"),
)
