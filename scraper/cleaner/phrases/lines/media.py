"""Where a plea is to be done: what a site has its readers on, as words and within words.

A newsletter or a network's name is enough beside a request. An app, a channel or members may be anybody's: "Download the app, scan
the code and wait", "Follow the canal towpath". They count where the line says "our" or names the news, or is nothing but "Get the
app". Of wcxb-dev's truth (2026-11-27) 9 lines are taken no longer, none besides.
"""

import re
from typing import Final

from scraper.cleaner.phrases.lines.rows import any_of

_MEDIA: Final = any_of(
    (
        r"newsletter\w*|nieuwsbrie\w*|nyhetsbrev\w*|nyhedsbrev\w*|uutiskirje\w*|hírlev[eé]l\w*|bülten\w*|google news\w*|e-?paper",
        r"(?:to|in|into) your (?:e-?mail )?inbox|inkorg|patreon|facebook\w*|twitter\w*|instagram\w*|insta|telegram\w*|whatsapp\w*",
        r"youtube\w*|tiktok|linkedin|flipboard|viber\w*|threads|bluesky|mastodon|posteingang|mailbox|subscri\w+|abonn(?!iert|ée?s?\b)\w*",
        r"suscr[ií](?!bir|pt)\w+(?! al? (?!nuestr|canal|diario|newsletter|bolet))|suscripción|assinatura\w*"
        r"|social media|redes sociales|redes sociais|réseaux sociaux",
        r"соцсет\w*|соцмереж\w*|социални\w* мреж\w+|тел[еє]грам\w*|ватсап\w*|вайбер\w*|рассылк\w*|розсилк\w*|дзене?",
        r"bolet[ií]n\w*|zalo|preferred source|notre application|unsere? app|e-novic\w+|naujienlaišk\w*|uudiskir\w*|fréttabréf\w*",
        r"tilkynning\w*|saņem|teate|nuusbrief|butlletí|upozornen\w*|fanpage|ф[ае][јй]сбук\w*|инстаграм\w*|ва[јй]бер\w*|билтен\w*",
        r"бюлетин\w*|абонат|т[эе]л[еэ]грам\w*|фейсбук\w*|društven\w+ mrež\w+|друштвен\w+ мреж\w+|sociáln\w+ sít\w+",
        r"uživo na ovom linku|google (?:zprávy|notícias|noticias|wiadomości|nieuws)|wiadomościach google",
    )
)
_WIDE_MEDIA: Final = (
    r"(?:منصات|وسائل|مواقع) التواصل|เพจ"
    r"|کانال|تلگرام|اینستاگرام|شبکه‌های اجتماعی|ו?ואטסאפ|טלגרם|פייסבוק|ניוזלטר|व्हाट्स|टेलीग्राम|फेसबुक|ट्विटर|यूट्यूब|इंस्टाग्राम|गूगल न्यू|न्यूज़लेटर"
    r"|টেলিগ্রাম|হোয়াটস|ফেসবুক|গুগল নিউজ|வாட்ஸ்|டெலிகிராம்|వాట్సాప్|టెలిగ్రామ్|ವಾಟ್ಸ್|ವಾಟ್ಸಾಪ್|വാട്സ|ടെലിഗ്രാം|واٹس|یوٹیوب|เฟซบุ๊ก|ไลน์|ยูทูบ"
    r"|微信|公众号|公眾號|微博|臉書|粉絲|電子報|\bLINE\b|メルマガ|ツイッター|뉴스레터|카카오톡|네이버에서(?:\s+\S+){0,3}?\s+(?:구독|채널)|유튜브|페이스북|ფეისბუქ|იუთუბ|ቴሌግራም"
)
# What is not only a paper's: an app, a channel, which is a waterway, too, members, messages.
_ANYBODYS: Final = any_of(
    (
        r"apps?|app store|google play|android|андроид|iphone|ipad|e[a-z]+ edition|members?|miembros?|mitglied\w*"
        r"|(?<!the\s)canal\w*|channels?",
        r"kanal\w*|kanał\w*|канал\w*|notifications?|membership|приложени\w*|застосун\w*|uygulama\w*|aplica(?:ción|ções|ção|tivos?|[țţ]i\w+)",
        r"aplikac\w+|applicazion\w+|sovellu\w+|alkalmazás\w*|novic\w+|e-mailu|lietotn\w*|äpp|appið|апликациј\w*|abos?|abonnés?",
    )
)
_WIDE_ANYBODYS: Final = (
    r"تطبيق|قنا[ةت]|واتساب|تلي?غرام|تيليجرام|فيسبوك|تويتر|يوتيوب|إنستغرام|النشرة|نشرتنا|אפליקצי|ऐप|चैनल|চ্যানেল|செயலி|แอป"
    r"|客户端|客戶端|频道|頻道|(?<![a-z])app(?![a-z])|アプリ|アカウント|チャンネル|앱|채널"
)
# Ours, us, and what a paper has in its app: the news.
_OURS: Final = any_of(
    (
        r"\b(?:us|our|my|news|breaking|headlines|top stories|uns|unser\w*|nous|notre|actualité\w*|nuestr\w+|noticias"
        r"|noss[oa]s?|notícias",
        r"nostr\w+|notizie|ons|onze(?! (?:heures?|horas|jours|dias|mois|meses|ans|anos)\b)|nieuws|oss|vår\w*|vores"
        r"|nyhe[td]\w*|meitä|meidän|uutis\w*|meie|uudis\w*|nas(?! \w+s\b)|nasz\w*|nás|naš\w*",
        r"minket|bennünket|(?:oldal|lap|csoport|hír|alkalmaz|hírlevel|podcast|profil|közösség|portál|felület|cikk)\w{0,4}[uü]nk\w{0,4}|hírek\w*|noastr\w+|nostru|[șş]tiri\w*|vijesti|vesti|novic\w*",
        r"нас|наш\w*|новост\w*|новин\w*|ни|вести|μας|ειδήσ\w*|biz(?:im|i|e)?|haber\w*|(?:uygulama|kanalı|sayfa|bülteni|hesabı)m[ıi]z\w*|kami|berita",
        r"chúng tôi|của báo|tin tức|mūsų|mūsu|naujien\w*|ziņ\w*|okkar|frétt\w*|tonë|lajme\w*|notícies)\b",
        r"تابعونا|تابعنا|قناتنا|قنواتنا|تطبيقنا|صفحتنا|صفحاتنا|نشرتنا|حساباتنا|حسابنا|أخبار|الأخبار|نيوز|كل جديد|हमें"
        r"|हमार|खबर|ख़बर|न्यूज|समाचार",
        r"খবর|আমাদের|செய்தி|எங்கள்|เรา|我们|我們|本报|本報|本网|官方|资讯|資訊|新闻|新聞|精彩|私たち|当社|本紙|公式|ニュース|우리|저희|뉴스|שלנו",
    )
)
# "Get the app", "Become a member": the whole line, and nobody's name in it.
_BARE: Final = (
    r"\W*[^\W\d]+(?: [^\W\d]{1,3})? (?:app|aplikac\w+|aplicación|aplicativo|aplica[țţ]i\w+|апликациј\w+|приложение"
    r"|застосунок|sovellus"
    r"|האפליקציה)\W{0,3}(?<!\.)\Z|ऐप डाउनलोड करें\W*\Z|\W*suscrib\w+(?: al diario)?\W*\Z"
    r"|\W*(?:get the|hol'? dir die) (?:[\w.]+ ){0,6}app(?: now| today| here)?\W{0,3}(?<!\.)\Z"
    r"|[^.,]{0,60} app\W+(?:apple|ios|iphone) \| android\W*\Z"
    r"|[^.]{0,120} app\b.{0,160}\. download for (?:iphone|ios|android) (?:and|&) (?:iphone|ios|android)\W*\Z"
    r"|\W*(?:become|werden|werde|jetzt|hazte|bli|staňte) [^.,]{0,40}\b(?:(?:members?|mitglied|miembro)\b(?! (?:of"
    r"|im|in|der|des|bei|del?|i|av|af|hos|på)\b)|medlem\b(?=\W*\Z| (?:nu|nå|idag|i dag|här|her)\b))"
    r"|[^.,]{0,30}\b(?:android|ios) i (?:ios|android) aplikacij\w\W*\Z"
)

PLACES: Final = re.compile(
    rf"\b(?:{_MEDIA})\b|@\w|{_WIDE_MEDIA}"
    rf"|\A(?:{any_of([_BARE])}|(?=.*(?:{_OURS})).*?(?:\b(?:{_ANYBODYS})\b|{_WIDE_ANYBODYS}))",
    re.I,
)

# Their channels have what is done on roads and in towns.
OFFICES: Final = (
    r".*\b(?:dgt|tráfico|polic[ií]a|ayuntamiento|guardia civil|gobierno|ministerio|junta"
    r"|universidad|club|protección civil)\b"
)
