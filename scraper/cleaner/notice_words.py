"""Notices in a body, in the languages that news is written in: for what is not shown there, that it goes on, tools of the page."""

from collections.abc import Iterable
from typing import Final


def any_of(rows: Iterable[str]) -> str:
    """Return one pattern for several, in which a blank is any white space and an apostrophe either one."""
    return "|".join(rows).replace(" ", r"\s+").replace("'", "['’]")


# In place of an embedded video, post or map: that it waits for consent, or that the browser cannot show it. Case folded.
UNSHOWN: Final = (
    r"(?:this|the) (?:content|video|embed|element) (?:is|was|cannot be) (?:hosted|not available|unavailable|blocked|loaded|shown)",
    r"(?:contains|includes) content (?:provided|hosted) by",
    r"allow [\w.]+(?: [\w.]+)? content\?",
    r"(?:^|[.!?:] )to (?:view|see|watch|display|load) (?:this|the) (?:content|video|post|embed|element)",
    r"(?:we )?(?:need|ask for) your (?:consent|permission)",
    r"(?:due to|because of|update|change|adjust) your privacy (?:preferences|settings)",
    r"(?:enable|activate|turn on) javascript",
    r"javascript is (?:required|disabled|not enabled|turned off)",
    r"browser (?:does not|doesn't) support",
    r"please (?:accept|enable) [^.]{0,40}cookies",
    r"video player is loading",
    r"^\W*(?:empfohlene[rn]? )?(?:externe[rn]?|redaktionelle[rn]?) inhalt\W*$",
    r"externen inhalt,? (?:der|von|aus)",
    r"externe inhalte (?:anzeigen|angezeigt|laden|geladen)",
    r"dieses element (?:beinhaltet|enthält) daten",
    r"(?:ihre|deine|eure)r? zustimmung",
    r"mit dem laden des",
    r"ich bin damit einverstanden",
    r"immer entsperren",
    r"(?:inhalt|inhalte|video|beitrag) (?:laden|anzuzeigen|entsperren|wiederzugeben)",
    r"(?:zum|zur) (?:anzeigen|anzeige|laden|aktivieren) (?:des|dieses|von)",
    r"(?:aktivieren sie|bitte aktiviere) (?:javascript|cookies)",
    r"ohne (?:ihr|dein) einverständnis",
    r"(?:ihr|dein) browser unterstützt",
    r"(?:um|damit) (?:den|diesen) inhalt (?:sehen|anzeigen|zu sehen)",
    r"ce contenu (?:est (?:susceptible|bloqué|hébergé|issu)|n'est pas (?:disponible|accessible)|peut (?:déposer|contenir))",
    r"pour (?:l'afficher|afficher ce|visualiser ce|voir ce)",
    r"accepter les (?:cookies|traceurs)",
    r"autoriser les cookies",
    r"contenu (?:bloqué|externe|tiers)",
    r"votre navigateur ne",
    r"activer javascript",
    r"(?:este|el) contenido (?:no está disponible|está bloqueado|está alojado)",
    r"para (?:poder )?(?:ver|visualizar|mostrar) este (?:contenido|video|vídeo|elemento)",
    r"(?:aceptar|activar|habilitar) (?:las )?cookies",
    r"cookies de terceros",
    r"(?:tu|su) navegador no",
    r"este conteúdo (?:não está disponível|está bloqueado)",
    r"para (?:ver|visualizar|exibir) este (?:conteúdo|vídeo)",
    r"aceitar (?:os )?cookies",
    r"(?:seu|teu) navegador não",
    r"per (?:visualizzare|vedere|mostrare) quest[oia] (?:contenuto|video|elemento|post)",
    r"cookie di terze parti",
    r"accetta(?:re)? i cookie",
    r"questo contenuto (?:non è disponibile|è bloccato|è ospitato)",
    r"il tuo browser non",
    r"deze (?:content|inhoud|video|embed|post) te (?:tonen|bekijken|zien)",
    r"toestemming (?:geven|nodig|wijzigen)",
    r"cookie'?s (?:accepteren|toestaan)",
    r"je browser ondersteunt",
    r"för att (?:se|visa) (?:det här|detta) innehållet?",
    r"för att (?:se|visa) detta innehåll",
    r"for å (?:se|vise) dette innholdet",
    r"for at (?:se|vise) dette indhold",
    r"(?:godkänna?|godta|accepter) cookies",
    r"nähdäksesi",
    r"hyväksyä? evästeet",
    r"aby (?:zobaczyć|wyświetlić|obejrzeć) (?:tę |ten |tą )?treść",
    r"treść zewnętrzna",
    r"włącz (?:obsługę )?javascript",
    r"pro zobrazení (?:tohoto )?obsahu",
    r"pre zobrazenie (?:tohto )?obsahu",
    r"extern(?:í|ý) obsah",
    r"povolte cookies",
    r"a tartalom megtekintéséhez",
    r"külső tartalom",
    r"pentru a (?:vedea|vizualiza) (?:acest )?con(?:ținut|ţinut)",
    r"(?:prikaz|videli|vidjeli) (?:ovog|ovaj) sadržaja?",
    r"(?:для просмотра|чтобы (?:посмотреть|увидеть)) (?:этот|этого) контента?",
    r"(?:для просмотра|чтобы (?:посмотреть|увидеть)) это(?:го)? видео",
    r"включите javascript",
    r"браузер не (?:поддерживает|підтримує)",
    r"(?:для перегляду|щоб (?:подивитися|побачити)) (?:цей|цього) контенту?",
    r"για να δείτε (?:αυτό )?το περιεχόμενο",
    r"bu içeriği (?:görmek|görüntülemek)",
    r"çerezleri kabul",
    r"tarayıcınız",
    r"متصفحك لا يدعم",
    r"لعرض هذا المحتوى",
    r"مرورگر شما",
    r"הדפדפן (?:שלך|שלכם) (?:לא|אינו)",
    r"आपका ब्राउज़र",
    r"browser anda tidak mendukung",
    r"untuk melihat konten ini",
    r"trình duyệt của bạn không",
    r"このコンテンツを表示",
    r"javascriptを有効",
    r"ブラウザー?[はが].{0,12}(?:対応していません|サポート)",
    r"您的浏览器不支持",
    r"您的瀏覽器不支援",
    r"(?:请启用|請啟用)javascript",
    r"브라우저.{0,14}지원하지",
    r"^動画を再生できません|^(?:点击播报本文|语音播报)",
    r"^(?:特别|免责)?声明[:：].*(?:平台|观点|立场)|^以上内容(?:仅|不)代表|(?:本文|文章|内容)(?:仅代表作者|不代表本).{0,20}(?:观点|立场)",
    r"^notice: the content above",
    r"^(?:this summary (?:is|was) )?generated by ai\b|^ai[- ]generated summary|ai가 (?:요약|생성)",
    r"yorumlar onaylan",
)
# One of these is in each of them; the second row in those that Windows' western encoding cannot write.
HINTS: Final = tuple(
    "conte inhalt inhoud inneh innh indhold cookie javascript browser navigat navega element zustimmung einverst entsperren consent"
    " permission privacy video afficher toestemming tartalom konten nähdäksesi eväst laden generated".split()
)
OTHER_HINTS: Final = tuple(
    "treść obsah ținut ţinut sadržaj контент браузер видео javascript περιεχόμενο içeriği tarayıcı çerez المحتوى متصفح مرورگر דפדפן"
    " ब्राउज़र duyệt コンテンツ ブラウザ 浏览器 瀏覽器 브라우저 動画を再生 播报 声明 以上内容 立场 观点 ai가 onaylan".split()
)

# That the text goes on below an advertisement, a picture or a video. Case folded, at the beginning of a line.
GOES_ON: Final = any_of(
    (
        r"(?:the )?(?:story|article|text) continues (?:below|after)|continue reading (?:below|after|the main story)",
        r"scroll (?:down )?to continue|continues? (?:after|below) (?:the |this )?(?:ad\b|advert)",
        r"advertisement[ -–—:|]+(?:continue|scroll|story|article)",
        r"(?:der )?(?:artikel|text) (?:wird|geht|läuft) (?:nach|unter) (?:der|dieser|dem) (?:anzeige|werbung|bild|video)",
        r"nach der (?:anzeige|werbung) (?:weiterlesen|geht es weiter)|(?:lesen sie|lies) nach der (?:anzeige|werbung)",
        r"la suite après (?:cette|la) publicité|(?:l')?article se poursuit après",
        r"contin[uú]a (?:después de|tras|leyendo después de|debajo de) la (?:publicidad|imagen)|la nota continúa",
        r"sigue leyendo después|continua (?:depois|após) (?:da|a) publicidade",
        r"(?:l')?articolo (?:continua|prosegue) (?:dopo|sotto)|continua (?:a leggere )?dopo la pubblicità",
        r"(?:tekst|artikel|het artikel|de tekst) gaat verder (?:onder|na)|lees verder (?:onder|na) de",
        r"(?:artikeln|texten) fortsätter (?:efter|under)|(?:artikkelen|saken|teksten) fortsetter (?:under|etter)",
        r"artiklen fortsætter (?:efter|under)|juttu jatkuu (?:mainoksen|kuvan|videon)",
        r"(?:ciąg dalszy|dalsza część) (?:artykułu|tekstu|materiału)? ?(?:pod|poniżej|znajduje)",
        r"(?:pokračování (?:článku|textu)|článek pokračuje|článok pokračuje) (?:pod|po)|a cikk (?:a hirdetés|lejjebb)",
        r"articolul continu[ăa] (?:după|mai jos)|(?:tekst|članak|vest) se nastavlja (?:ispod|nakon|posle)",
        r"(?:nastavak|članek se nadaljuje)|продолжение (?:после|под) реклам\w+|продовження (?:після|під) реклам\w+",
        r"haber(?:in)? devamı (?:reklamdan|aşağıda|için tıkla)|yazının devamı"
        r"|gulir(?:kan)? (?:ke bawah )?untuk (?:melanjutkan|lanjut)",
        r"lanjutkan membaca|bài viết tiếp tục|広告の(?:後|下)に|記事は広告の|文章未完",
    )
)

# Labels of what the page offers beside its text; folded by ``plain``, the whole of a line.
TOOLS: Final = (
    "listen to this article|listen to the article|listen to article|listen to this story|read aloud|font size|text size"
    "|share this article|share this story|share this|copy link|print this article|save article|save for later"
    "|gift this article|watch the video|watch video|artikel anhören|artikel vorlesen|diesen artikel anhören"
    "|diesen artikel teilen|artikel teilen|artikel drucken|artikel merken|schriftgröße|écouter l'article"
    "|écouter cet article|partager l'article|partager cet article|offrir l'article|offrir cet article|taille du texte"
    "|escuchar artículo|escuchar el artículo|escuchar la nota|escucha la nota|compartir artículo|compartir nota"
    "|guardar artículo|ouvir artigo|ouça este conteúdo|ouvir notícia|compartilhar notícia|ascolta l'articolo"
    "|ascolta questo articolo|condividi articolo|luister naar dit artikel|deel dit artikel|dit artikel delen"
    "|lyssna på artikeln|dela artikeln|lytt til saken|del artikkel|lyt til artiklen|del artiklen|kuuntele juttu|jaa juttu"
    "|posłuchaj artykułu|udostępnij artykuł|poslechnout článek|sdílet článek|вы можете послушать|поделиться статьей"
    "|haberi dinle|makaleyi dinle|استمع للمقال|استمع الى المقال|شارك المقال|dengarkan artikel|nghe bài viết|この記事を聴く"
    "|この記事をシェア|기사 듣기|기사 공유|hør artikkelen|hør saken|lyssna på artikel"
    "|ακούστε το άρθρο|ascolta la notizia|poslušaj vest"
    "|stay connected|filed under|explore more on these topics|artikeln handlar om|archivado en|temas que aparecen en esta nota"
    "|prolongez votre lecture autour de ce sujet"
)
