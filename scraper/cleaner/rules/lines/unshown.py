"""Notices in place of an embedded video, post or map: that it waits for consent, or that the browser cannot show it."""

from typing import Final

from scraper.cleaner.rules.lines.rows import Rows

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
    (
        "this the",
        "(?:content|video|embed|element) (?:is|was|cannot be) (?:hosted|not available|unavailable|blocked|loaded|shown)",
    ),
    ("this", "[^.]{0,30}(?:contains|includes) content (?:provided|hosted) by"),
    ("to", "(?:view|see|watch|display|load) (?:this|the) (?:content|video|post|embed|element)"),
    ("we", "(?:need|ask for) your (?:consent|permission)"),
    ("allow", r"[\w.]+(?: [\w.]+)? content\?"),
    ("please", "(?:accept|enable|activate) [^.]{0,40}(?:cookies|javascript)"),
    ("enable activate activer включите włącz", "(?:obsługę )?javascript"),
    ("javascript", "is (?:required|disabled|not enabled|turned off)"),
    ("your", "browser (?:does not|doesn't) support"),
    ("video notice", "player is loading|the content above"),
    ("generated ai ai-generated ai가", r"by ai\b|generated summary|summary|요약|생성"),
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
    ("ich", "bin damit einverstanden"),
    ("wir", "(?:benötigen|brauchen) [^.]{0,20}(?:zustimmung|einwilligung)|[^.]{0,80}ohne (?:ihr|dein) einverständnis"),
    ("dieses", "element (?:beinhaltet|enthält) daten"),
    ("mit", "(?:dem laden des|(?:ihrer|deiner|eurer) zustimmung)"),
    ("zum zur", "(?:anzeigen|anzeige|laden|aktivieren) (?:des|dieses|von)"),
    (
        "um damit",
        "(?:(?:den|diesen|unsere) (?:inhalt|beitrag|video)|(?:ihre|deine) (?:persönlichen )?daten zu schützen)",
    ),
    (
        "zustimmen akzeptieren inhalt inhalte video beitrag",
        r"(?:und (?:inhalte? |video )?)?(?:laden|anzeigen|entsperren)\W*$",
    ),
    ("ihr dein", "browser unterstützt"),
    (
        "ce",
        "contenu (?:est (?:susceptible|bloqué|hébergé|issu)|n'est pas (?:disponible|accessible)|peut (?:déposer|contenir))",
    ),
    ("pour", "(?:l'afficher|afficher ce|visualiser ce|voir ce)"),
    ("accepter autoriser contenu", "les (?:cookies|traceurs)|bloqué|externe|tiers"),
    ("votre su tu seu il je", "(?:navigateur ne|navegador n[oã]|tuo browser non|browser ondersteunt)"),
    ("este el", "conte(?:nido|údo) (?:no está disponible|não está disponível|está (?:bloqueado|alojado))"),
    ("para", "(?:poder )?(?:ver|visualizar|mostrar|exibir) este (?:contenido|conteúdo|elemento|v[ií]deo)"),
    ("per", "(?:visualizzare|vedere|mostrare) quest[oia] (?:contenuto|video|elemento|post)"),
    ("questo", "contenuto (?:non è disponibile|è bloccato|è ospitato)"),
    ("om deze", "(?:deze )?(?:content|inhoud|video|embed|post) te (?:tonen|bekijken|zien)"),
    ("för for", "(?:att|å|at) (?:se|visa|vise) (?:det här |detta |dette )(?:innehåll|innhold|indhold)"),
    ("nähdäksesi tarayıcınız yorumlar", "[^.]{0,30}(?:sisäl|desteklemi|onaylan)"),
    ("uyarı uyari", "[^.]{0,60}yorumlar onaylan"),
    ("aby pro pre", "(?:zobaczyć|wyświetlić|obejrzeć|zobrazen[íi]e?) [^.]{0,10}(?:treść|obsahu)"),
    ("treść extern externý", "zewnętrzna|obsah"),
    ("a külső", "tartalom(?: megtekintéséhez)?"),
    ("pentru", "a (?:vedea|vizualiza) (?:acest )?con[țţ]inut"),
    ("для чтобы щоб", r"(?:просмотра|посмотреть|увидеть|перегляду|подивитися) (?:эт|ц)\w+ (?:контент|видео|відео)"),
    ("ваш браузер", "(?:браузер )?не (?:поддерживает|підтримує)"),
    ("για bu لعرض", "να δείτε (?:αυτό )?το περιεχόμενο|içeriği (?:görmek|görüntülemek)|هذا المحتوى"),
    ("متصفحك מرورگر הדפדפן आपका", "لا يدعم|شما|של(?:ך|כם) (?:לא|אינו)|ब्राउज़र"),
    ("untuk browser trình", "melihat konten ini|anda tidak mendukung|duyệt của bạn không"),
)
