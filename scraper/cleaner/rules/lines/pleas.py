"""How sites ask their readers to follow, subscribe, join or download, in the languages that news is written in.

A request, and a medium that it is to be done in. On folds (2026-11-26, blocks-3), on pages that call themselves articles: snippets
.9473 to .9489 with every right one kept, articles .9631 to .9632. The words were written with both sets in view.
"""

import re
from typing import Final

from scraper.cleaner.rules.lines.beginnings import beginnings_of
from scraper.cleaner.rules.lines.rows import LineKind, LineList, Rows, any_of

MAX_CHARS: Final = 300

# Requests, not the nouns and statements that are written alike: "Folgen Sie uns", but no "Folgen für Nutzer"; no past in Arabic.
_ALONE: Final = (
    "abonniert abonniere suivez suivez-nous abonnez abonnez-vous inscrivez inscrivez-vous recevez rejoignez"
    " rejoignez-nous téléchargez soutenez soutenez-nous retrouvez retrouvez-nous restez siguenos"
    " síguenos síganos seguinos seguínos suscribete suscribase suscríbete suscríbase suscríbanse suscríbite suscribirte suscribirse"
    " únete hazte hacete entérate enterate mantente siga-nos assine inscreva receba baixe clique acompanhe acesse seguici iscriviti"
    " abbonati ricevi unisciti clicca abonneer ontvang prenumerera abonner tilmeld seuraa tilaa lataa liity jälgi liitu sekojiet"
    " sekite prenumeruok prenumeruokite obserwuj obserwujcie śledź śledźcie subskrybuj polub pobierz sledujte odebírejte stáhněte"
    " odoberajte stiahnite kövess kövessen iratkozz iratkozzon csatlakozz csatlakozzon töltsd töltse descarcă descărcați urmărește"
    " urmăriți abonează abonați înscrie-te preuzmite spremljajte преузмите последвайте абонирайте изтеглете подписывайтесь"
    " подпишитесь присоединяйтесь скачайте скачивайте установите підписуйтесь підпишіться приєднуйтесь слідкуйте стежте"
    " завантажуйте завантажте ακολουθήστε ακολουθείστε εγγραφείτε κατεβάστε bizi izləyin qoşulun تابعونا تابعوا تابعنا اشتركوا"
    " انضموا للاشتراك لمتابعة للانضمام حمّلوا حملوا הירשמו לעדכונים gabung unduh sertai jiunge tufuate i-follow"
)
_REQUESTS: Final[Rows] = (
    (_ALONE, ".*"),
    (
        "subscribe",
        r"(?:now|to(?! the (?:idea|theory|view|notion))|today|for|here|and(?! die\b)|via|on|by|below|our|us)|\W*$",
    ),
    ("follow", r"(?:us|me|our|the|@?\w+(?: \w+)? on)"),
    ("like find likt", "us|uns"),
    ("sign", "up"),
    ("register", "(?:now|here|for|to)"),
    ("download", "(?:the|our|now|here|and)"),
    ("get", r"(?:the|our|all|your|more|(?:\w+ ){1,3}(?:delivered|sent|straight))"),
    ("join", r"(?:us|our|the|my|me|[\d,]+)"),
    ("become", "an?"),
    ("support visit", "(?:us|our)"),
    ("click never", "here|miss"),
    ("stay", "(?:up|tuned|informed|connected|in touch|with us)"),
    ("catch check", "up on|out (?:our|my)"),
    ("folgen folgt folge folg", r"(?:sie )?(?:uns|mir|\w+ auf)"),
    ("abonnieren liken laden", "sie"),
    ("jetzt", r"(?:\w+ ){0,4}(?:abonnieren|anmelden|registrieren|herunterladen)"),
    ("melden holen meldet holt melde hole hol", "(?:sie sich|euch|dich|dir)"),
    ("unterstützen unterstützt unterstütze", r"(?:sie )?(?:uns|unsere?n?|\w+ (?:mit|bereits))"),
    ("gefällt", "(?:dir|ihnen|euch)"),
    ("verpassen verpasst verpasse", r"(?:sie )?kein\w*"),
    ("bleiben bleibt bleibe bleib", "(?:sie )?(?:informiert|immer|auf dem laufenden|dran)"),
    ("werden werde", "(?:sie )?(?:mitglied|fan)"),
    ("sigue", r"a? ?nuestr\w+|el canal de [^.,]{2,30} en (?:whatsapp|telegram|youtube)"),
    ("descarga descargue descargá", "(?:la|nuestra|aquí|gratis)"),
    ("recibe recibí reciba", r"(?:nuestr\w+|gratis|en tu|las (?:últimas )?noticias|todas)"),
    ("mira mirá", r"(?:lo que|nuestr\w+|todos)"),
    ("ya puede no", "sabías|escribirnos|te pierdas"),
    ("siga", "(?:o|a|no|nosso|nossa)"),
    ("participe entre", "d[oa]s?|no|em|para"),
    ("fique faça", "por|ligado|sabendo|parte"),
    ("segui", r"(?:il|la|le|tutt\w+)"),
    ("scarica resta", r"la|l'\w+|gratis|(?:sempre )?(?:aggiornato|informato|connesso)"),
    ("volg", "(?:ons|het|de)"),
    ("schrijf meld", "je|dig|deg"),
    ("blijf word", "op de hoogte|altijd|lid|abonnee|vriend"),
    ("följ følg", "(?:oss|os|med)"),
    ("ladda anmäl last", "ner|dig|ned"),
    ("hent bli", "appen|vores|medlem|abonnent|med"),
    ("zapisz dołącz", "się|do"),
    ("zapraszamy", "(?:też )?(?:do|na)"),
    ("přihlaste prihláste staňte pretplatite prijavite pridružite naročite", "s[ea]"),
    ("pratite пратите читайте", "nas|našu?|нас"),
    ("претплатите следите больше", "се|за|новостей"),
    ("takip abone", "edin|ol(?:un)?"),
    ("اشترك حمل ما به برای", "الآن|تطبيق|را|کانال|عضویت"),
    ("עקבו הצטרפו הורידו", "אחרינו|אלינו|לערוץ|לקבוצת|את"),
    ("ikuti", "(?:kami|terus|berita|perkembangan|channel|kanal|whatsapp)"),
    ("dapatkan", "(?:update|informasi|berita)"),
    ("bergabung bergabunglah klik", "di|dengan|di ?sini|link"),
    ("theo đăng tham tải", "dõi (?:chúng tôi|kênh|báo)|ký (?:nhận|kênh|theo)|gia (?:kênh|nhóm)|ứng dụng|app"),
    ("sundan", "(?:kami|ang)"),
    ("make add set", "us (?:your|as|to)"),
    ("grab", r"(?:the|our) (?:\S+ ){0,3}app (?:for|here|now|today)\b"),
    ("urmăriţi", r"(?:\S+ ){1,3}pe\b"),
    ("βρείτε", "μας"),
    ("cek simak", r"(?:breaking news|berita (?:dan artikel )?(?:lainnya|menarik|terbaru)|artikel lainnya)"),
    ("mời", "(?:quý )?(?:độc giả|bạn đọc) (?:tham gia|theo dõi)"),
    ("присылайте надсилайте", "(?:нам |свои |ваши |ваші )?(?:фото|видео|відео|новости|новини)"),
    ("állj álljon", "(?:mellénk|hozzánk)"),
    ("editor's", "note: sign up for"),
    ("like", r"(?-i:[A-Z])\w*(?: (?-i:[A-Z])\w*){0,3} on facebook\W*(?:$|and )"),
    ("sledite naročite", r"(?:nam|nas|se na (?:naše )?(?:e-)?novic\w+)"),
    ("čitajte pratite читајте", "(?:naše|наше) (?:vesti|vijesti|вести) (?:na|на)"),
    ("sve", r"(?:naj)?važn\w+ (?:vijesti|vesti) (?:pročitajte|pratite|čitajte)"),
    ("budite", "(?:bolje obavešteni|u toku)"),
    ("program", "televizije [^.]{0,20} možete pratiti [^.]{0,60}(?:linku|aplikacij)"),
    ("chcete", r"(?:dostávať upozornenia|dostávat upozornění) na (?:nové|naše) (?:články|správy|zprávy)"),
    ("следете следвайте", "(?:нè|нѐ|ни|не (?:на|и|преку)|новините)"),
    (
        "приклучете претплатете пријавите",
        r"се (?:на|за|во) (?:на[шј]\w*|билтен\w*|канал\w*|група\w*|вајбер|известувања|обавештења)",
    ),
    ("станете", "абонат"),
    ("не", "пропускайте [^.]{0,50} последвайте ни"),
    ("всичко", r"важно [^.]{0,40} четете във? фейсбук"),
    ("падпісвайцеся сачыце", "(?:на наш|за намі)"),
    (
        "na",
        r"ndiqni (?:edhe )?n[ëe] (?:facebook|instagram|tiktok|youtube|x|twitter|telegram|whatsapp|viber|rrjete|kanalin)\b",
    ),
    (
        "bashkohu bashkohuni abonohu abonohuni",
        r"(?:me ne|n[ëe] (?:newsletter|buletin|kanal|grup|faqe|facebook|instagram|telegram|whatsapp|viber)\w*)",
    ),
    ("beställ", "vårt nyhetsbrev"),
    ("seko", r"(?:līdzi jaunāk\w*|mums|mūsu|tēmai un saņem)"),
    ("telli laadi", r"(?:meie )?uudiskir\w*|alla meie"),
    ("lejupielādē lejupielādējiet", "mūsu"),
    ("fylgdu fylgstu sæktu", "(?:okkur|með málinu og fáðu|appið)"),
    ("dilynwch lean", "(?:ni|muid|sinn) ar"),
    ("teken", "in op ons"),
    ("ikuti", "saluran (?:whatsapp|telegram|kami)"),
    ("klik", r"untuk langgan(?:an)?\b"),
    ("հետեւեք բաժանորդագրվեք", r"(?:մեզ\b|մեր (?:\w+[ -])?(?:ալիք|էջ|telegram|youtube|facebook|instagram|whatsapp))"),
    ("የቴሌግራም", r"ቻናላችን\w*"),
    ("ən", r"(?:vacib|son|maraqlı) xəbər\w* [^.,]{0,60}(?:izləyin|oxuyun|qoşulun)\W*$"),
    ("გამოგვყევით გამოიწერეთ", "(?:ჩვენი|facebook|ფეისბუქ)"),
    ("subscriu-te segueix-nos uneix-te", r"(?:al|a|als|a la) (?:nostr\w+ )?(?:butlletí|newsletter|canal)"),
    ("apúntese apúntate", r"(?:gratis )?(?:al?|a la) (?:nuestr\w+ )?(?:newsletters?|bolet[ií]n|canal)"),
    (
        "puedes",
        r"seguir a [^.]{2,30} en (?:facebook|x|twitter|instagram|whatsapp)\b[^.]{0,30}, o (?:apuntarte|suscribirte)",
    ),
    (
        "folgst",
        r"du schon [^?]{2,40} (?:auf|bei) (?:whatsapp|instagram|facebook|tiktok|youtube|telegram|google)[^?]{0,20}\?\W*$",
    ),
    (
        "se dacă",
        r"(?:vuoi|vrei să) [^.]{0,90}? (?:iscriviti (?:gratis )?(?:alla (?:nostra )?newsletter|al nostro)|seguici"
        r"|urmărește-ne|abonează-te|dă-ne (?:follow|like|un like))\b",
    ),
)
# The same where no blanks stand between words.
_WIDE: Final = (
    r"(?:欢迎|歡迎|请|請)?(?:关注|關注|扫码|掃碼|扫描|掃描|下载|下載|订阅|訂閱|加入)|[▶☞\s]*(?:카카오톡\s?)?제보(?:는|하기|를)"
    r"|กด(?:ติดตาม|ไลก์)|ติดตาม(?:เรา|ข่าว)|เพิ่มเพื่อน"
)
# In these languages the request ends its sentence.
_ENDINGS: Final = any_of(
    (
        r"(?:फॉलो|फ़ॉलो|सब्सक्राइब|डाउनलोड|ज्वाइन|जॉइन) करें|(?:जुड़ें|जुड़ें)|(?:ফলো|সাবস্ক্রাইব|ডাউনলোড) করুন|যোগ দিন|பின்தொடரவும்|பின்தொடருங்கள்",
        r"இணையுங்கள்|(?:ఫాలో|సబ్‌స్క్రైబ్|సబ్స్క్రైబ్) (?:అవ్వండి|చేయండి)",
        r"ಫಾಲೋ ಮಾಡಿ|ಸಬ್‌ಸ್ಕ್ರೈಬ್ ಮಾಡಿ|ഫോളോ ചെയ്യ(?:ുക|ൂ)|ജോയിൻ ചെയ്യ(?:ുക|ൂ)|(?:فالو|سبسکرائب) کریں|دنبال کنید",
        r"(?:フォロー|登録|購読|ダウンロード)(?:して(?:ください|ね|下さい)|はこちら|をお願い)",
        r"(?:구독|팔로우|다운로드|가입|추가)(?:하세요|해\s?주세요|하기)\]?",
        r"लाइक (?:और |एवं )?शेयर करें|takip (?:edin|edebilirsiniz)|abone olun|takip et\W{0,2} butonuna .{0,30}",
        r"mobil uygulama(?:mızı|yı) indirin|kanalımıza katılın",
    )
)
# At another letter none of them is tried: half of the time that a line takes (2026-11-27).
_FIRST: Final = "".join(sorted({beginning[0] for beginning in beginnings_of(_ENDINGS)}))
# Anywhere in a line: what asks to follow, or to write to the desk.
_WITHIN: Final = any_of(
    (
        r"(?:खबर|ख़बर|न्यूज).{0,60}(?:के लिए|अभी) (?:\S+ )?डाउनलोड करें|กด(?:ติดตาม|ไลก์|\s?like|เป็นเพื่อน)|ติดตามเราได้|เพิ่มเพื่อน line",
        r"\b(?:follow us|folgen sie uns|folgt uns|suivez[- ]nous|síguenos|seguinos|siga[- ]nos|seguici|volg ons|følg oss",
        r"följ oss|seuraa meitä|kövess(?:en)? (?:minket|bennünket)|iratkozz(?:on)? fel|abonează-te|urmărește-ne",
        r"sledujte nás|obserwuj nas|bizi takip ed|подпи(?:сывайтесь|шитесь) на на[сш]|підпи(?:суйтесь|шіться) на на[сш]",
        r"ακολουθήστε μας|ikuti kami)\b",
        r"(?:^|[.?!]\s+)(?:e-?mail us|write to us|contact us|tell us|send us|schreiben sie uns|mailen sie uns|écrivez[- ]nous",
        r"escríbenos|escribinos|escreva[- ]nos|scrivici|scriveteci|schrijf ons|mail ons|napište nám|napíšte nám",
        r"napisz(?:cie)? do nas|пишите нам|напишите нам|пишіть нам|напишіть нам|írj(?:on)? nekünk|skriv till? oss",
        r"mejla oss|tipsa? oss|kirjoita meille|γράψτε μας|bize yazın)\b",
    )
)
# Where it is to be done, as words; and within words.
_MEDIA: Final = any_of(
    (
        r"newsletters?|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje\w*|hírlevél\w*|bülten\w*|apps?|app store|google (?:play|news)",
        r"e-?paper|inbox|patreon|facebook\w*|twitter\w*|instagram\w*|insta|telegram\w*|whatsapp\w*|youtube\w*|tiktok|linkedin",
        r"flipboard|viber|threads|bluesky|mastodon|posteingang|e[a-z]+ edition|subscri\w+|abos?|abonn\w+|suscri\w+|assinatura\w*",
        r"membership|members?|miembro|mitglied\w*|canal\w*|channels?|kanal\w*|kanał\w*|notifications?|social media",
        r"redes sociales|redes sociais|réseaux sociaux|соцсет\w*|соцмереж\w*|тел[еє]грам\w*|ватсап\w*|вайбер\w*|канал\w*",
        r"рассылк\w*|розсилк\w*|приложени\w*|застосун\w*|uygulama\w*|aplica\w+|aplikac\w+|applicazion\w+|sovellu\w+|alkalmazás\w*",
        r"android|iphone|ipad|bolet[ií]n\w*|mailbox|zalo|preferred source|notre application|unsere? app|hírlevel\w*",
        r"viber\w*|(?:e-)?novic\w+|e-mailu|naujienlaišk\w*|uudiskir\w*|lietotn\w*|äpp|fréttabréf\w*|appið|tilkynning\w*|saņem|teate"
        r"|nuusbrief|butlletí|upozornen\w*|vårt nyhetsbrev|ф[ае][јй]сбук\w*|инстаграм\w*|ва[јй]бер\w*|билтен\w*|бюлетин\w*|абонат"
        r"|апликациј\w*|т[эе]л[еэ]грам\w*|фейсбук\w*|google news\w*|društven\w+ mrež\w+|друштвен\w+ мреж\w+",
    )
)
_WIDE_MEDIA: Final = any_of(
    (
        r"تطبيق|قنا[ةت]|واتساب|تلي?غرام|تيليجرام|فيسبوك|تويتر|يوتيوب|إنستغرام|النشرة|کانال|تلگرام|اینستاگرام|ו?ואטסאפ|טלגרם|פייסבוק",
        r"ניוזלטר|אפליקצי|व्हाट्स|टेलीग्राम|फेसबुक|ट्विटर|यूट्यूब|इंस्टाग्राम|ऐप|चैनल|न्यूज़लेटर|টেলিগ্রাম|হোয়াটস|ফেসবুক|চ্যানেল",
        r"செயலி|வாட்ஸ்|டெலிகிராம்|వాట్సాప్|టెలిగ్రామ్|ವಾಟ್ಸ್|ವಾಟ್ಸಾಪ್|വാട്സ|ടെലിഗ്രാം|واٹس|یوٹیوب|เฟซบุ๊ก|ไลน์|ยูทูบ|แอป",
        r"微信|公众号|公眾號|微博|客户端|客戶端|臉書|粉絲|频道|頻道|電子報|\bLINE\b|メルマガ|アプリ|ツイッター|アカウント|チャンネル",
        r"뉴스레터|앱|카카오톡|채널|유튜브|페이스북|ფეისბუქ|იუთუბ|ቴሌግራም",
    )
)

# Of lines in Latin letters that hold one of these, with or without a mark after it.
_HINTS: Final = (
    "us uns nous oss ons minket bennünket meitä meille fel nám nás nas bizi edin edebilirsiniz olun indirin katılın butonuna yazın"
    " kami síguenos seguinos seguici escríbenos escribinos scrivici scriveteci nekünk suivez-nous siga-nos abonează-te urmărește-ne"
    " écrivez-nous escreva-nos"
)

PLEAS: Final = LineList(
    kind=LineKind.PLEA,
    max_chars=MAX_CHARS,
    rows=_REQUESTS,
    form=r"(?!,)\W*+(?:{})(?!\w)",
    begins=re.compile(_WIDE),
    within=re.compile(rf"(?=[{_FIRST}])(?:{_ENDINGS})\W*(?:$|[.!。！।])|{_WITHIN}".replace("ı", "i")),
    hints=frozenset(word + mark for word in _HINTS.split() for mark in ("", ".", ",", "!", ":")),
    names=re.compile(rf"\b(?:{_MEDIA})\b|@\w|{_WIDE_MEDIA}", re.I),
)

# What may stand before the request.
LEADS: Final = LineList(
    kind=LineKind.PLEA,
    max_chars=MAX_CHARS,
    rows=(
        ("please and also", ""),
        ("be don't remember you", "sure to|forget to|to|can(?: also)?"),
        ("to for", "(?:stay|get|receive|the latest|more|all) [^.,]{0,60},"),
        ("if pour para", "(?:you (?:liked?|enjoy)|ne rien|recevoir|suivre|recibir|estar|más)[^.,]{0,60},"),
        (
            "want did liked like enjoyed enjoy love",
            "(?:more|to|you (?:like|enjoy|love)|this|the|our|reading)[^.?]{0,60}[.?]",
        ),
        ("quieres te lust", "(?:recibir|más|gust[aó]|auf mehr)[^?]{0,60}[?]"),
    ),
)
