"""Notices in the languages that news is written in: what a site says in the body about the text, its page and its parts.

How it was made, who may read it, where to report an error; what is not shown before somebody agrees; that the text goes on below.
They are prose to the model, since they stand among it. Folds, blocks-3 (2026-11-27): snippets .9501 to .9504 with every right one
kept, articles .9633 to .9634: six gain up to .079; three that keep such a line in their truth lose up to .011.
"""

import re
from typing import Final

from scraper.cleaner.phrases.lines.desk import DESK
from scraper.cleaner.phrases.lines.devices import DEVICES
from scraper.cleaner.phrases.lines.gates import GATES
from scraper.cleaner.phrases.lines.goes_on import GOES_ON, GOES_ON_CHARS
from scraper.cleaner.phrases.lines.interviewers import INTERVIEWERS
from scraper.cleaner.phrases.lines.mistakes import BY_KEYS, MISTAKES
from scraper.cleaner.phrases.lines.origins import ORIGINS
from scraper.cleaner.phrases.lines.rows import LineKind, LineList, Rows
from scraper.cleaner.phrases.lines.sign_ins import SIGN_INS, WIDE_SIGN_INS
from scraper.cleaner.phrases.lines.stamps import STAMPS
from scraper.cleaner.phrases.lines.tools import ADS, TOOLS
from scraper.cleaner.phrases.lines.unshown import UNSHOWN

MAX_CHARS: Final = 400

# How the text was made, who may read it, what its readers could send.
_NOTES: Final[Rows] = (
    (
        "this",
        r"audio (?:version|recording|narration)\b[^.]{0,40} (?:is|was|has been) (?:\w+[ -])?"
        r"(?:generated|created|produced|narrated)",
    ),
    # "The article" may be one that the text is about.
    ("the", r"audio (?:version|recording|narration) of this (?:article|story) (?:is|was|has been) "),
    (
        "this",
        r"(?:article|story|audio|summary|translation)\b[^.]{0,30} (?:is|was|has been) (?:\w+ )?"
        r"(?:generated|translated|summari[sz]ed|created|written|narrated) (?:by|with|using|with the help of) (?:an? )?"
        r"(?:ai\b|artificial intell|automat|text-to-speech|machine)",
    ),
    (
        "the this",
        r"(?:story|article|content) is (?:only |exclusively )?(?:available )?(?:only |exclusively )?(?:to|for) [^.]{0,30}"
        r"(?:subscribers|members)\b",
    ),
    ("this", r"(?:article|post|story|page) (?:may )?(?:contains?|includes?) (?:affiliate|sponsored|referral) links"),
    (
        "support",
        r"(?:local|independent|public|nonprofit|quality) (?:journalism|news)[.!] (?:your|give|donate|become|help|we)\b",
    ),
    ("we", r"(?:may|might|could) (?:earn|receive|get|make) (?:an? )?(?:small )?(?:affiliate )?commissions?"),
    (
        "if when",
        r"(?:you|readers) (?:buy|purchase|click|make a purchase)\b[^.]{0,60},? (?:we (?:may|might|could) (?:earn|receive|get)"
        r"|\w+ (?:may|might|could) (?:earn|receive|get) (?:an? )?(?:small |affiliate )?commission)",
    ),
    ("as", r"an amazon associate"),
    ("after", r"newsletter promotion$"),
    ("estimated", r"\d+ min(?:ute)?s?\W*$"),
    ("already", r"(?:a (?:subscriber|member)|have an account|subscribed|registered)\?"),
    # The word is the same in news of India, Indonesia or Greece. After it stands its mark.
    ("disclaimer", r"(?:(?<=[:：–-])|(?<=[:：–-]\s))"),
    (
        "dieser dieses",
        r"(?:artikel|text|beitrag|audio)\b[^.]{0,30} (?:wurde|ist|wird) (?:\w+ )?(?:mit ?hilfe (?:von )?ki|von (?:einer )?ki|mit ki"
        r"|mit künstlicher|automatisch (?:erstellt|vorgelesen|übersetzt)|maschinell)",
    ),
    ("diese", r"(?:zusammenfassung|audioversion|übersetzung)\b[^.]{0,60} (?:ki\b|ki-|automatisch|künstlich)"),
    (
        "die",
        r"(?:zusammenfassung|audioversion|übersetzung) (?:dieses|des) (?:artikels|textes|beitrags) [^.]{0,60}(?:ki\b"
        r"|automatisch|künstlich)",
    ),
    (
        "kaufen klicken bestellen",
        r"sie (?:über|auf|hier)[^.]{0,60}(?:erhalten|bekommen) (?:wir|\w+) (?:\w+ )?(?:provision|kommission)",
    ),
    (
        "bereits schon",
        r"(?:abonnent|registriert|mitglied|abonniert)\w*\?\W*(?:$|(?:hier|jetzt|bitte|zum|dann|einfach|anmelden|einloggen|log))",
    ),
    (
        "cet ce",
        r"(?:(?:article|résumé|audio|texte) )?(?:est|a été) (?:lu|résumé|traduit|généré|rédigé|créé) "
        r"(?:par|avec|automatiquement|à l'aide d)[^.]{0,20}(?:ia\b|intelligence|voix|automatique)",
    ),
    ("article articles contenu", r"(?:est )?réservée?s? (?:à nos|aux) abonnés(?!\s?:\s?\w)"),
    ("cet cette ce la", r"(?:article|lecture|contenu)\b[^.]{0,30} est réservée?s? (?:à nos|aux) abonnés\W*(?:$|[.!])"),
    ("il", r"vous reste [\d.,]+\s?% de (?:cet article|ce texte|la (?:suite|lecture))"),
    ("déjà", r"(?:abonné|inscrit)\w*\W*\?"),
    ("contenido artículo nota", r"exclusiv[oa] (?:para|de) (?:nuestros )?(?:suscriptores|socios|abonados)"),
    (
        "este esta",
        r"(?:resumen|audio|artículo|texto|nota)\b[^.]{0,20} (?:ha sido|fue|es) (?:generad|cread|traducid|elaborad|redactad)[oa] "
        r"(?:por|con|mediante) [^.]{0,20}(?:ia\b|inteligencia|automátic)",
    ),
    (
        "ya eres sos",
        r"(?:eres |sos )?(?:suscriptora?|soci[oa])\b[^?.]{0,20}\?\W*(?:inicia|iniciá|ingres|acced|identif|entra)\w*"
        r"|eres suscriptora?\?\W*$",
    ),
    ("conteúdo artigo", r"exclusivo para (?:\w+ )?assinantes"),
    (
        "este esta",
        r"(?:conteúdo|artigo|reportagem|matéria|contenido|artículo|nota) (?:é|es) exclusiv[oa] para "
        r"(?:\w+ )?(?:assinantes|suscriptores|abonados)\W*$",
    ),
    (
        "este esta",
        r"(?:resumo|áudio|texto|conteúdo) (?:foi|é) (?:gerado|criado|produzido|traduzido) (?:por|com) "
        r"[^.]{0,20}(?:ia\b|inteligência)",
    ),
    ("vídeos", r"(?:mais (?:assistidos|vistos)|veja|tudo sobre|os mais|assista|últimas notícias)"),
    ("yuk", r"(?:simak|tonton|lihat|saksikan) (?:juga )?video(?: (?:ini|berikut))?\W*$"),
    ("halaman", r"(?:selanjutnya|berikutnya)\s*(?:[:：]|$)"),
    ("artikel", r"ini telah (?:tayang|terbit) di"),
    (
        "mehr weitere",
        r"(?:nachrichten|meldungen|artikel|infos)\b[^.]{0,50} (?:finden|lesen) sie (?:hier|auf unserer)\b",
    ),
    ("mit", r"sternchen\b[^.]{0,40} links\b"),
    (
        "das",
        r"(?:ganze |komplette |vollständige )?(?:interview|video)\b[^.]{0,30} (?:sehen|hören|finden) sie (?:oben|hier|unten)\b",
    ),
    (
        "veja leia confira",
        r"(?:mais|outras|todas as|aqui) (?:as )?(?:notícias|reportagens) (?:da região|do estado|da cidade|d[eoa]s?|em|n[oa]) ",
    ),
    ("contenuto articolo", r"(?:riservato|esclusivo) (?:agli|per gli) abbonati"),
    ("vai", r"a tutte le notizie (?:di|su|del)"),
    ("continua", r"a leggere su (?-i:[A-Z])[^.,]{2,30}\W*$"),
    ("dit het", r"artikel is (?:alleen |exclusief )?(?:beschikbaar |toegankelijk )?voor abonnees"),
    (
        "sammanfattningen sammendraget oppsummeringen opsummeringen resuméet lydversjonen ljudversionen",
        r"[^.]{0,60}(?:\bai\b|\bki\b|kunstig|artificiell)",
    ),
    (
        "voit",
        r"(?:keskustella aiheesta (?:[^.]{0,40}\d.{1,30}(?:saakka|asti)|täällä|alla|jutun|kommenteissa|huomi)|kommentoida juttua)",
    ),
    ("mitä", r"(?:mieltä|ajatuksia)\b[^?]{0,60}\?[^.?]{0,10}\b(?:voit|kerro|keskustele|kommentoi)"),
    (
        "więcej",
        r"(?:takich |podobnych |innych )?(?:informacji|wiadomości|artykułów|newsów) "
        r"(?:(?:znajdziesz|znajdziecie|przeczytasz)(?:\W*$| (?:tutaj|tu|poniżej|na (?:stronie głównej|nasz\w+|portalu"
        r"|\S+\.pl)|w (?:naszym|serwisie)))"
        r"|na stronie głównej)",
    ),
    ("dziękujemy", r"\W*że (?:przeczyta\w*|(?:jeste\w+ z nami|z nami jeste\w+)\s*(?:$|[.!]))"),
    (
        "článek text rozhovor článok",
        r"si (?:také |i |tiež )?(?:můžete|môžete) (?:také |i |tiež )?(?:poslechnout|vypočuť)(?: v audioverz(?:i|ii)| zde| tu)?\W*$",
    ),
    (
        "lue",
        r"myös (?:muut|kaikki) (?-i:[A-ZÅÄÖ])\S* (?:reseptit|jutut|uutiset|artikkelit|kolumnit) (?:täältä|tästä)\W*$",
    ),
    ("assista", r"aos? telejorna\w+\b[^.,?!]{0,40}\bao vivo\W*$"),
    ("simak tonton saksikan lihat", r"juga video(?: (?:ini|berikut))?\W*$"),
    ("for", r"more (?:on )?news\b[^.,?!]{0,60} (?:please )?visit (?-i:[A-Z])[^.,?!]{1,30} News\W*$"),
    ("watch", r"this video explainer\W*$"),
    ("simak tonton saksikan lihat", r"(?:juga )?video\b.{2,200}\[[a-z]+:\w[^\]]{0,40}\]\W*$"),
    ("haberlerimizi", r"google'(?:da|de) [^.,]{2,40} buraya tıklayın"),
    ("dalszy", r"ciąg (?:materiału|artykułu|tekstu|wideo) (?:pod|poniżej)"),
    (
        "borítókép nyitókép címlapkép titelbild beitragsbild aufmacherbild",
        r"(?:(?<=[:/©])|(?<=[:/©]\s))\w|via\b",
    ),
    # In other languages a foot; after the short form stands its dot.
    ("fot", r"(?:(?<=[.:/])|(?<=[.:/]\s))(?!(?:[^.]* )?(?:to|jest|była?)\b)[^.]{2,60}\.?$"),
    ("cover featured kiemelt lead", r"(?:photo|image|picture|kép)\b[^:]{0,20}:"),
    ("foto imagen imagem kapak", r"(?:de portada|de capa|di copertina|fotoğrafı|görseli|destacada)\b[^:]{0,10}:"),
)

# What stands under a form: "By signing up you agree to our terms".
_TERMS: Final[Rows] = (
    (
        "by",
        r"(?:clicking|signing up|subscribing|submitting|entering|providing|registering)\b[^.]{0,90} (?:you|i) "
        r"(?:agree|accept|consent|confirm|acknowledge)",
    ),
    ("privacy", r"notice: newsletters"),
    (
        "mit",
        r"(?:der|ihrer|deiner) (?:anmeldung|registrierung|bestellung|eingabe)\b[^.]{0,60}\s?(?:(?:stimm|akzeptier|willig"
        r"|erklär)\w+ (?:sie|du|ich|ihr)\b|nehm\w+ (?:sie|du|ich|ihr)\b[^.]{0,60}\b(?:\w*bedingungen|datenschutz\w*|agb"
        r"|kenntnis)\b)",
    ),
    (
        "en",
        r"(?:vous inscrivant|vous abonnant|cliquant|validant|renseignant|m'inscrivant)\b[^.]{0,90} (?:vous acceptez|j'accepte|"
        r"vous reconnaissez|vous consentez)",
    ),
    (
        "al",
        r"(?:suscribir|registrar|inscribir|hacer clic|enviar|continuar)\w*\b[^.]{0,60} (?:aceptas?|aceptás|acepto|usted acepta)",
    ),
    (
        "ao",
        r"(?:assinar|inscrever-se|se inscrever|se cadastrar|clicar|continuar)\b[^.]{0,60} (?:concorda|aceita|você concorda)",
    ),
    ("iscrivendoti cliccando registrandoti", r"[^.]{0,60}\b(?:accetti|dichiari|acconsenti)"),
    ("door", r"(?:je|u|op|hieronder)\b[^.]{0,60} (?:ga je|gaat u|ga ik) akkoord"),
)

_WIDE: Final = (
    # Rules of a site, not those of a hall or a court.
    "(?:发言|發言|评论|評論|留言)(?:前|时|時)?[请請]遵守[^，。]{0,16}(?:社区|社區|论坛|論壇|讨论|討論|法|公约|公約|规[定则范]|規[定則範]|协议|協議|条款|條款|文明|评论|評論|跟帖|网|網|站)"
    "|[请請]您留言|로그인하셔야.{0,14}(?:쓰|작성하|남기)실 수 있"
    "|(?:您的|你的)(?:浏览器不支持|瀏覽器不支援)|(?:请启用|請啟用)javascript|動画を再生できません|.{0,6}ブラウザー?[はが].{0,12}(?:対応していません|サポート)"
    "|このコンテンツを表示|브라우저.{0,14}지원하지|点击播报本文|语音播报|(?:特别|免责)声明[:：].*(?:平台|观点|立场|仅供参考|投资)"
    # States and firms declare, too.
    "|声明[:：](?:本文|本站|本网|本号|该文|以上).*(?:平台|观点|立场|仅供参考|投资)|返回.{1,8}查看更多\\s*(?:$|责任编辑|平台声明)|以上内容(?:仅|不)代表"
    "|(?:本文|文章)(?:内容)?(?:仅代表作者|不代表本).{0,20}(?:观点|立场)|広告の(?:後|下)に|記事は広告の|文章未完"
    "|点击(?:上方|下方)?蓝字.{0,12}$|点击图片查看大图$|點擊下圖.{0,16}$|點我下載.{0,8}$|不用抽\\s?不用搶|請繼續往下閱讀.{0,4}$|请继续往下阅读.{0,4}$|视频加载中.{0,10}$"
    "|(?:阅读|閱讀)(?:原文|全文)$|展开全文$|打开.{0,10}APP(?:阅读|查看|看).{0,8}$|海量资讯、|更多精彩(?:内容|资讯|資訊).{0,6}(?:请|請|关注|關注|尽在).{0,30}$"
    "|转载请(?:注明|联系)[^，。]{0,16}。?$|本文为.{0,8}原创，?.{0,16}$|[（(]?图片来源(?:于|於)?网络.{0,20}$|举报/反馈$|【纠错】|原标题[:：]|原標題[:：]"
    # In brackets or in its own marks, where a question may end it.
    "|[（(【](?:原标题|原標題)[:：].{1,80}[)）】]$|[（(](?:本文)?原[标標]?[题題][为為：:]《[^》]{2,80}》[)）]$|本文原[标標][题題][:：]《[^》]{2,80}》$"
    "|[（(]?(?:文中|本文|以上|部分)?[图圖]片(?:[均皆都])?(?:[来來]自|[来來]源于|取自)(?:网络|網絡|網路|互联网)(?:，(?:如有)?侵权[^，。]{0,4}(?:，?[请請][^，。]{2,8}|必?删))?[。）)]{0,2}$"
    "|(?:扫码|掃碼)(?:(?:关注|關注)[^，]{0,20}|下载(?:.{0,8}客户端|APP))$|[★※＊*\\s]*(?:版權聲明|版权声明)[:：]|凡本[网網]注明|以上(?:内容|資料|言論)(?:仅供参考|僅供參考)(?:，[^，。]{0,16})?。?$"
    "|首圖來源[:：／/]|新[闻聞][热熱][线線][:：]|觉得(?:好看|不错)[，,].{0,16}$|次のページ(?:へ)?$|(?:この記事は有料(?:会員限定)?(?:記事)?です。)?残り\\s?\\d+文字(?:（全文\\d+文字）)?$"
    "|この記事は有料(?:会員限定)?(?:記事)?です。?$|有料会員になると続きを(?:お?読|ご?覧|閲覧)[^、]{0,16}$|会員登録(?:して|すると)続きを.{0,10}$|この記事の続きを読む$|点击查看更多$|點擊查看更多$|繼續閱讀$|继续阅读$|スポンサーリンク$|元の記事を読む$"
    "|[※（(]?写真はイメージ(?:です)?[。）)]*$|コメントを書く$|いいね！?$|LINEで友だち追加$|\\(끝\\)$|온라인뉴스팀$|디지털뉴스[부팀]$"
    # A paper's own warning, no authority's.
    "|[※☆★◎＊]\\s?[^，。]{1,10}(?:報|新聞網?|新聞雲|週刊|電視台?)(?:提醒[您你]|關心您|呼籲您?)[，,：:]|※\\s?提醒您[：:]|《[^《》]{1,8}(?:報|新聞網?)》\\s?(?:提醒|關心)您[：:]|点击进入专题[>：:\\s]*$"
    # Who reported, and from where: "Sports desk, Nagpur."
    "|(?:(?:\\S{2,12} )?(?:संवाददाता|संवाद सूत्र|संवाद सहयोगी)|(?:बिजनेस|बिज़नेस|स्पोर्ट्स|डिजिटल|नेशनल|वेब|टेक|एंटरटेनमेंट|मनोरंजन|खेल) डेस्क"
    "|(?:राज्य|स्टेट) ब्यूरो), (?:नई दिल्ली|\\S{2,15})।$"
    # With the comma of Latin script: "author, " is a label.
    "|(?:مصنف|عہدہ), (?!.* (?:ہے|ہیں|تھا|تھی|تھے|گا|گے|گی)$)[^,،۔.]{2,60}$"
    "|로그인\\s?후\\s?이용(?:하세요|해\\s?주세요|바랍니다)|댓글을\\s?남겨\\s?(?:주세요|보세요)|기사\\s?원문\\s?보기$|※\\s?외부\\s?필진"
)

NOTICES: Final = (
    LineList(kind=LineKind.TERMS, max_chars=MAX_CHARS, rows=_TERMS),
    LineList(
        kind=LineKind.NOTICE,
        max_chars=MAX_CHARS,
        rows=(*_NOTES, *MISTAKES, *UNSHOWN, *ORIGINS, *DESK, *GATES, *DEVICES, *SIGN_INS),
        begins=re.compile(f"{_WIDE}|{WIDE_SIGN_INS}", re.I),
        within=re.compile(rf"{BY_KEYS}|خبروں [^۔]{{0,30}}اپنے فون پر حاصل کریں(?! گے)"),
    ),
    LineList(kind=LineKind.NOTICE, max_chars=MAX_CHARS, rows=STAMPS, headings=False),
    LineList(kind=LineKind.AROUND, max_chars=MAX_CHARS, rows=INTERVIEWERS, headings=False),
    LineList(
        kind=LineKind.NOTICE,
        max_chars=GOES_ON_CHARS,
        rows=GOES_ON,
        headings=False,
        labels=frozenset("|".join((TOOLS, ADS)).split("|")),
    ),
)
