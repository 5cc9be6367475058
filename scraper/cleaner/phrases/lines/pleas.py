"""How sites ask their readers to follow, subscribe, join or download, in the languages that news is written in.

A request, and a medium that it is to be done in. On folds (2026-11-26, blocks-3), on pages that call themselves articles: snippets
.9473 to .9489 with every right one kept, articles .9631 to .9632. The words were written with both sets in view.
An app or a channel may be anybody's, and a step of a service: it counts where the line says that it is ours, or has the news.
"""

import re
from typing import Final

from scraper.cleaner.phrases.lines.beginnings import beginnings_of
from scraper.cleaner.phrases.lines.media import OFFICES, PLACES
from scraper.cleaner.phrases.lines.rows import LineKind, LineList, Rows, any_of

MAX_CHARS: Final = 300

# Requests, not the nouns and statements that are written alike: "Folgen Sie uns", but no "Folgen für Nutzer"; no past in Arabic.
_ALONE: Final = (
    "abonniere suivez suivez-nous abonnez abonnez-vous inscrivez inscrivez-vous rejoignez"
    " rejoignez-nous téléchargez soutenez soutenez-nous retrouvez retrouvez-nous siguenos"
    " síguenos síganos seguinos seguínos suscribete suscribase suscríbete suscríbase suscríbanse suscríbite"
    " únete hazte hacete entérate enterate mantente siga-nos assine inscreva baixe acompanhe seguici iscriviti"
    " abbonati ricevi unisciti clicca abonneer ontvang prenumerera abonner tilmeld seuraa lataa liity jälgi liitu sekojiet"
    " sekite prenumeruok prenumeruokite obserwuj obserwujcie śledź śledźcie subskrybuj polub pobierz sledujte odebírejte stáhněte"
    " odoberajte stiahnite kövess kövessen iratkozz iratkozzon csatlakozz csatlakozzon töltsd töltse descarcă descărcați"
    " urmăriți abonează abonați urmăriți-ne urmărește-ne abonează-te abonați-vă înscrie-te preuzmite spremljajte"
    " преузмите последвайте абонирайте изтеглете подписывайтесь"
    " подпишитесь присоединяйтесь скачайте скачивайте установите підписуйтесь підпишіться приєднуйтесь підписуйтеся"
    " приєднуйтеся приєднайтеся"
    " завантажуйте завантажте εγγραφείτε κατεβάστε izləyin qoşulun تابعونا تابعوا تابعنا اشتركوا"
    " انضموا للاشتراك لمتابعة للانضمام حمّلوا حملوا הירשמו unduh sertai jiunge tufuate i-follow"
)
_REQUESTS: Final[Rows] = (
    (_ALONE, ".*"),
    (
        "subscribe",
        r"(?:now|to(?! (?:the (?:idea|theory|view|notion)|more|one|two|three|four|several|both|an?|any|all) )|today"
        r"|for|here|and(?! (?:die|you)\b)|via|on|by|below|our|us)|\W*$",
    ),
    ("follow", r"(?:us|me|our|the|@?\w+(?: \w+)? on)"),
    ("like find likt", r"(?:us|uns)(?: \w+)? (?:on|at (?:facebook|www|http)|auf|bei)\b"),
    ("sign", "up"),
    ("register", "(?:now|here|for|to)"),
    ("download", "(?:the|our|now|here|and|onze)"),
    ("get", r"(?:the|our|all|your|more|(?:\w+ ){1,3}(?:delivered|sent|straight))"),
    ("join", r"(?:us|our|the|my|me|[\d,]+)"),
    ("become", "an?"),
    ("support visit", "(?:us|our)"),
    ("click never", "here|miss"),
    (
        "stay",
        r"(?:up[ -]to[ -]date|updated|tuned|informed|connected(?= (?:with|to|on|by|via)\b|\W{2}|\W*$)|in touch|with us)",
    ),
    ("catch check", "up on|out (?:our|my)"),
    ("folgen folgt folge folg", r"(?:sie )?(?:uns|mir|(?!(?:eins|zwei|drei|vier|fünf|man|hat|haben)\b|\d)\w+ auf)"),
    ("abonnieren liken laden", "sie"),
    ("jetzt", r"(?:\w+ ){0,4}(?:abonnieren|anmelden|registrieren|herunterladen)"),
    ("melden holen meldet holt melde hole hol", "(?:sie sich|euch|dich|dir)"),
    ("unterstützen unterstützt unterstütze", r"(?:sie )?(?:uns|unsere?n?|\w+ (?:mit|bereits))"),
    ("gefällt", "(?:dir|ihnen|euch) (?:der|die|das|dieser|dieses|unser|unsere)"),
    ("verpassen verpasst verpasse", r"(?:sie )?kein\w*"),
    (
        "bleiben bleibt bleibe bleib",
        "(?:sie )?(?:informiert|immer (?:informiert|aktuell|bestens|gut|auf|up)|auf dem laufenden|dran)",
    ),
    ("werden werde", "(?:sie )?(?:mitglied|fan)"),
    (
        "sigue",
        rf"a? ?nuestr\w+|el canal de (?!{OFFICES})(?:[^.,]{{2,30}} en )?"
        r"(?:whatsapp|telegram|youtube)\b(?! del? (?-i:[a-z]))(?! del\b)"
        rf"|toda la información de (?!{OFFICES})(?:l[ao]s? |el )?(?-i:[A-ZÁÉÍÓÚ])[^.,]{{2,40}} en (?:facebook|x|twitter"
        rf"|instagram)",
    ),
    ("descarga descargue descargá", "(?:la (?:nueva )?(?:app|aplicación)|nuestra|aquí|gratis)"),
    (
        "recibe recibí reciba",
        r"(?:nuestr\w+|gratis|en tu|(?:todas )?las (?:últimas |mejores )?(?:noticias|novedades|alertas))",
    ),
    ("mira mirá", r"(?:lo que|nuestr\w+|todos los (?:programas|capítulos))"),
    ("ya puede no", "sabías|escribirnos|te pierdas"),
    ("siga", "(?:o|a|no|nosso|nossa)"),
    (
        "participe entre",
        "(?:d[oa]|n[oa]|para [oa]) (?:noss[oa] |novo |nova )?(?:grupos?|canal|canais|comunidade|página)",
    ),
    ("clique", "(?:aqui|para|no link|e)"),
    ("acesse", "(?:[oa] )?(?:noss[oa]|canal|grupo|aqui|página|perfil)"),
    ("fique faça", "por|ligado|sabendo|parte d[oa] (?:noss[oa]|grupo|canal|comunidade)"),
    ("segui", r"(?:il|la|le|tutt\w+)"),
    ("scarica", r"(?:la (?:nostra |nuova )?app|l'app\w*|gratis|ora|qui)"),
    ("resta", r"(?:sempre )?(?:aggiornat|informat|conness)\w"),
    ("volg", r"(?:ons|het|de)|(?-i:[A-Z])[^.,:]{1,40} op (?:facebook|instagram|google|tiktok|whatsapp|youtube|x)\W*$"),
    ("schrijf meld", r"je|u (?:in|aan) voor (?:onze|de)|dig|deg på(?! i\b)"),
    ("listen", r"to the best of (?-i:[A-Z])[^.]{2,40} and follow\b"),
    ("blijf word", "op de hoogte|altijd|lid|abonnee|vriend"),
    (
        "följ følg",
        r"(?:oss|os|med)|(?-i:[A-ZÅÄÖÆØ])[^.,:]{1,40} på (?:facebook|instagram|google|tiktok|whatsapp|youtube|x)\W*$",
    ),
    ("ladda anmäl last", "ner|dig|ned"),
    ("hent bli", "appen|vores|medlem|abonnent|med"),
    ("zapisz dołącz", "się|do"),
    ("zapraszamy", "(?:też )?(?:do|na)"),
    ("přihlaste prihláste staňte pretplatite prijavite pridružite naročite", "s[ea]"),
    ("pratite пратите читайте", "nas|našu?|нас"),
    ("претплатите", "се"),
    ("следите", r"нас|(?:за )?(?:нами|наш\w*|новост\w+|развитием)"),
    ("больше", r"новостей\W+(?:в|на)"),
    ("takip abone", "edin|ol(?:un)?"),
    ("اشترك حمل", "الآن|في نشرتنا|تطبيق"),
    ("برای", r"عضویت[^.]{0,60}(?:کلیک|بپیوندید|بزنید|شوید|کنید|اینجا)"),
    ("انضم", "إلى (?:قناتنا|مجموعتنا|صفحتنا)"),
    # "We", with what is to be done: others are threatened there.
    ("ما", r"را [^.،]{0,60}دنبال کنید"),
    ("به", r"کانال [^.،]{0,60}(?:ما|بپیوندید|ملحق شوید)\W*$"),
    ("bizi", r"(?:\S+ ){0,6}(?:takip ed(?:in|iniz|ebilir\w*)|izleyin|abone ol(?:un|abilir\w*)?)"),
    ("לעדכונים", r"[^.]{0,60}(?:הצטרפו(?= ל| אלינו)|הירשמו|לחצו|כנסו|עקבו)"),
    ("עקבו הצטרפו הורידו", r"אחרינו(?= (?:גם )?[בעל])|אלינו|את|(?:לערוץ|לקבוצת)(?: ה\w+|(?=.*(?:שלנו|כאן|לחצו)))"),
    ("ikuti", "(?:kami|terus|berita|perkembangan|channel|kanal|whatsapp)"),
    ("dapatkan", "(?:update|informasi|berita)"),
    ("bergabung", r"(?:di|dengan) (?:kami|grup|channel|saluran|kanal|komunitas)\b[^,]*\b(?:kami|sini|klik)\b[^,]*$"),
    ("bergabunglah klik", r"di|dengan|di ?sini|link(?! yang\b)"),
    (
        "theo",
        r"dõi (?:chúng tôi|(?:kênh|báo(?! cáo))(?!.* của (?:phường|xã|sở|bộ|công an)))|dõi [^,.]{2,40} trên google news\W*$",
    ),
    ("đăng tải", r"ký (?:nhận|kênh|theo)(?!.* của (?:phường|xã|sở|bộ|công an))|ứng dụng|app"),
    ("tham", r"gia (?:kênh|nhóm)\b[^,]*\b(?:báo|chúng tôi|để (?:nhận|cập nhật|đọc)|tại đây)\b[^,]*$"),
    ("sundan", "(?:kami|ang)"),
    ("make add set", "us (?:your|as|to)"),
    ("grab", r"(?:the|our) (?:\S+ ){0,3}app (?:for|here|now|today)\b"),
    ("urmăriţi", r"(?:\S+ ){1,3}pe\b"),
    ("βρείτε", "μας"),
    ("cek simak", r"(?:breaking news|berita (?:dan artikel )?(?:yang lain|lainnya|menarik|terbaru)|artikel lainnya)"),
    ("mời", "(?:quý )?(?:độc giả|bạn đọc) (?:tham gia|theo dõi)"),
    ("присылайте надсилайте", r"(?!.* до \d)(?:нам |свои |ваши |ваші )?(?:фото|видео|відео|новости|новини)"),
    ("állj álljon", "(?:mellénk|hozzánk)"),
    ("editor's", "note: sign up for"),
    ("like", r"(?-i:[A-Z])\w*(?: (?-i:[A-Z])\w*){0,3} on facebook\W*(?:$|and )"),
    ("sledite naročite", r"(?:nam|nas|se na (?:naše )?(?:e-)?novic\w+)"),
    ("čitajte pratite читајте", "(?:naše|наше) (?:vesti|vijesti|вести) (?:na|на)"),
    ("for", r"(?:the latest|more|breaking) [^.,]{0,60}, (?:(?:download|get|install) (?:the|our)|visit our)"),
    (
        "urmărește",
        r"(?:(?:cele mai (?:noi|importante) )?știri(?:le)? [^,]{0,40}?|(?-i:[A-Z])[^.,]{2,40}?)\bpe (?:canalul nostru"
        r"|facebook|google|instagram|telegram|youtube|tiktok)",
    ),
    ("suscribirse suscribirte", r"\W*$|al? (?:la |nuestr\w+ )?(?:newsletter|bolet[ií]n|diario|canal)"),
    ("recevez receba", r"(?!(?:le|un|o|um|seu|votre) (?:code|código|colis|mot)\b).*"),
    (
        "restez",
        r"(?:toujours )?(?:informé|connecté|à jour|au courant|à l'écoute|avec nous|abonnée?s? à (?:nos|notre))\w*",
    ),
    ("tilaa", r"(?!\S*lle\b).*"),
    ("слідкуйте стежте", r"за (?:нами|наш\w+|новин\w+|поді\w+|оновлен\w+)"),
    ("ακολουθήστε ακολουθείστε", r"(?!τις οδηγίες|τα βήματα).*"),
    ("gabung", r"[^,]*\b(?:kami|sini|klik)\b.*"),
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
    ("få", r"(?:vårt )?nyhetsbrev\w* (?:direkt|rakt|gratis)"),
    ("feliratkozom feliratkozás", r"a (?:\w+ )?hírlevélre"),
    ("s'inscrire", r"à (?:la|notre|nos) newsletters?(?: [^.,?]{0,30})?\W*$"),
    ("subscreva", r"(?:a |as )?(?:nossas? )?newsletters?"),
    ("cadastre-se", r"(?:e receba|para receber|na|em) (?:[ao]s? )?(?:noss[ao]s?|newsletter)"),
    (
        "hier",
        r"können sie (?:unseren? (?:[\w-]+ )?|den (?:(?-i:[A-ZÄÖÜ])[\w-]+[ -])?)newsletter (?:bestellen|abonnieren)",
    ),
    (
        "bültenimize bültenimizi kanalımıza kanalımızı",
        r"(?:ücretsiz )?(?:abone ol(?:un(?:uz)?|abilir\w*|mak için)?|takip ed(?:in(?:iz)?|ebilir\w*))\b",
    ),
    (
        "intră intrați",
        r"(?:și )?pe (?:canalul|pagina|grupul) (?:nostru|noastră|de (?:whatsapp|telegram)\b(?! al?\s(?-i:[a-zăâîșț])))",
    ),
    ("přidejte pridajte", r"si nás(?: \w+)? (?:na|do|mezi|medzi)"),
    ("entra", "nel nostro (?:canale|gruppo)"),
    ("haz", r"clic aquí para (?:unirte|suscribirte|seguir\w*|recibir)"),
    (
        "kövesse kövesd",
        r"(?:az? )?(?-i:[A-ZÁÉÍÓÖŐÚÜŰ\d])[^.,]{2,40} (?:a )?(?:facebookon|instagramon|tiktokon|telegramon) is",
    ),
    ("самые", r"(?:важные|свежие|главные|интересные|последние) новости\b[^.,]{0,40}\bв наш\w+"),
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
    ("segueix-nos", "(?:a|al|als|en|per|també)"),
    ("subscriu-te apunta't uneix-te", r"(?:al|a|als|a la) (?:nostr\w+ )?(?:butlletí|newsletter|canal)"),
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
    # What happened after somebody had done so is told.
    r"(?:欢迎|歡迎|请|請)?(?:关注|關注|扫码|掃碼|扫描|掃描|下载|下載|订阅|訂閱|加入)(?!.*(?:[后後时時][，,]|被|骗|騙|遭|即可|小程序|民[众眾]|十?年，|点击“|點擊「|的(?:人|老人|读者|讀者|用户|用戶|网友)))"
    r"|[▶☞\s]*(?:카카오톡\s?)?제보(?:는|하기|를 (?:기다|부탁|바랍))(?!.*[^니]다\.?\s*$)"
    r"|(?:กด(?:ติดตาม|ไลก์)|ติดตาม(?:เรา|ข่าว)|เพิ่มเพื่อน)(?!.*(?:แล้ว|คนร้าย|ปลอม|ศาล|เหยื่อ))"
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
        r"ακολουθήστε μας|ikuti kami|to receive new posts and support (?:my|our) work)\b",
        r"(?:^|[.?!]\s+)(?:e-?mail us|write to us|contact us|tell us(?! about (?:your|the)\b)|send us|schreiben sie uns|mailen"
        r" sie uns|écrivez[- ]nous",
        r"escríbenos|escribinos|escreva[- ]nos|scrivici|scriveteci|schrijf ons|mail ons|napište nám|napíšte nám",
        r"napisz(?:cie)? do nas|пишите нам|напишите нам|пишіть нам|напишіть нам|írj(?:on)? nekünk|skriv till? oss",
        r"mejla oss|tipsa? oss|kirjoita meille|γράψτε μας|bize yazın)\b",
    )
)
# Of lines in Latin letters that hold one of these, with or without a mark after it.
_HINTS: Final = (
    "us uns nous oss ons minket bennünket meitä meille fel nám nás nas bizi edin edebilirsiniz olun indirin katılın butonuna yazın"
    " kami síguenos seguinos seguici escríbenos escribinos scrivici scriveteci nekünk suivez-nous siga-nos abonează-te urmărește-ne"
    " écrivez-nous escreva-nos posts"
)

PLEAS: Final = LineList(
    kind=LineKind.PLEA,
    max_chars=MAX_CHARS,
    rows=_REQUESTS,
    form=r"(?!,)\W*+(?:{})(?!\w)",
    begins=re.compile(_WIDE),
    within=re.compile(rf"(?=[{_FIRST}])(?:{_ENDINGS})\W*(?:$|[.!。！।])|{_WITHIN}".replace("ı", "i")),
    hints=frozenset(word + mark for word in _HINTS.split() for mark in ("", ".", ",", "!", ":")),
    names=PLACES,
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
        ("wilt", r"u (?:meer|niets|altijd|op de hoogte)[^?]{0,60}[?]"),
        ("cieszymy", r"się, że jesteś z nami[.!]"),
        ("quieres te lust", "(?:recibir|más|gust[aó]|auf mehr)[^?]{0,60}[?]"),
    ),
)
