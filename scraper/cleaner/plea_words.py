"""How sites ask their readers to follow, subscribe, join or download, in the languages that news is written in."""

from collections.abc import Iterable
from typing import Final


def _any_of(rows: Iterable[str]) -> str:
    return "|".join(rows).replace(" ", r"\s+")


# What may stand before the request.
LEAD: Final = _any_of(
    (
        r"please|and|also|be sure to|don['’]t forget to|remember to|you can(?: also)?|to (?:stay|get|receive) [^.]{0,60}?",
        r"for (?:the latest|more|all) [^.]{0,60}?|if you (?:enjoyed|liked?|enjoy) [^.]{0,60}?|want (?:more|to) [^?]{0,60}[?]",
        r"(?:did you )?(?:liked?|enjoy(?:ed)?|love) (?:this|the|our|reading) [^.?]{0,60}[.?]?",
        r"¿?(?:quieres|te gust[aó]) [^?]{0,60}[?]",
        r"pour (?:ne rien|recevoir|suivre) [^.]{0,60}?,|para (?:recibir|estar|más) [^.]{0,60}?,|lust auf mehr[^?.]{0,40}[?.]",
    )
)

# Requests, not the nouns and statements that are written alike: "Folgen Sie uns", but no "Folgen für Nutzer"; no past in Arabic.
REQUESTS: Final = _any_of(
    (
        r"follow (?:us|me|our|the|@?\w+(?: \w+)? on)|like us|subscribe|sign up|register (?:now|here|for|to)",
        r"download (?:the|our|now|here|and)",
        r"get (?:the|our|all|your|more|(?:\w+ ){1,3}(?:delivered|sent|straight))",
        r"join (?:us|our|the|my|me|[\d,]+)|become an?|support (?:us|our)|click here|never miss",
        r"find us|visit our",
        r"stay (?:up|tuned|informed|connected|in touch|with us)|catch up on|check out (?:our|my)",
        r"folg(?:en sie|t|e?) (?:uns|mir|\w+ auf)|abonnier(?:en sie|t|e)",
        r"jetzt (?:\w+ ){0,4}(?:abonnieren|anmelden|registrieren|herunterladen)",
        r"melde(?:n sie sich|t euch|(?: dich)?)|unterstütz(?:en sie|t|e) (?:uns|unsere?n?|\w+ (?:mit|bereits))",
        r"gefällt (?:dir|ihnen|euch)|liken sie|likt uns",
        r"laden sie|hol(?:en sie sich|t euch|e? dir)|verpass(?:en sie|t|e) kein\w*",
        r"bleib(?:en sie|t|e)? (?:informiert|immer|auf dem laufenden|dran)",
        r"werden? (?:sie )?(?:mitglied|fan)|suivez|abonnez|inscrivez|recevez|rejoignez|téléchargez|soutenez|retrouvez|restez",
        r"s[ií](?:gu|g)(?:enos|anos)|segu[ií]nos|sigue a? ?nuestr\w+|suscr[ií]b(?:ete|ase|anse|ite|irte|irse)|únete",
        r"descarg(?:a|ue|á) (?:la|nuestra|aquí|gratis)",
        r"recib(?:e|í|a) (?:nuestr\w+|gratis|en tu|las (?:últimas )?noticias|todas)|hazte|hacete|¿?ya sabías",
        r"¡?mir[aá] (?:lo que|nuestr\w+|todos)",
        r"puede escribirnos|ent[eé]rate|mantente|no te pierdas|siga (?:o|a|no|nosso|nossa)|siga-nos|assine|inscreva|receba|baixe",
        r"participe (?:do|dos|da)",
        r"entre (?:no|em|para)|clique|acompanhe|fique (?:por|ligado|sabendo)|faça parte|acesse|seguici",
        r"segui (?:il|la|le|tutt\w+)|iscriviti|abbonati|ricevi",
        r"scarica (?:la|l['’]\w+|gratis)|resta (?:sempre )?(?:aggiornato|informato|connesso)|unisciti|clicca",
        r"volg (?:ons|het|de)|abonneer",
        r"schrijf je|meld je|ontvang",
        r"blijf (?:op de hoogte|altijd)|word (?:lid|abonnee|vriend)|följ (?:oss|med)|prenumerera|ladda ner|anmäl dig",
        r"følg (?:os|oss|med)|abonner|tilmeld|meld (?:dig|deg)",
        r"hent (?:appen|vores)|last ned|bli (?:medlem|abonnent|med)|seuraa|tilaa|lataa|liity|jälgi|liitu|sekojiet|sekite",
        r"prenumeruok\w*",
        r"obserwuj(?:cie)?|śledź(?:cie)?|zapisz się|subskrybuj|polub|dołącz do|pobierz|zapraszamy (?:też )?(?:do|na)|sledujte",
        r"odebírejte|přihlaste se|staňte se",
        r"stáhněte|prihláste sa|odoberajte|stiahnite|kövess(?:en|e)?|iratkozz(?:on)?|csatlakozz(?:on)?|tölts[de]",
        r"descarcă|descărcați|urmăr(?:ește|iți)|abon(?:ează|ați)|înscrie-te",
        r"pratite (?:nas|našu?|naš)|pretplatite se|prijavite se|preuzmite|pridružite se|spremljajte|naročite se|пратите нас",
        r"претплатите се|преузмите",
        r"последвайте|абонирайте|изтеглете|подпи(?:сывайтесь|шитесь)|присоединяйтесь|следите за|читайте нас",
        r"скача(?:й|ива)(?:те)?|установите|больше новостей",
        r"підпи(?:суйтесь|шіться)|приєднуйтесь|слідкуйте|стежте|читайте нас|завантаж(?:уйте|те)|ακολουθ(?:ήστε|είστε)|εγγραφείτε",
        r"κατεβάστε",
        r"bizi|takip edin|abone ol(?:un)?|izləyin|qoşulun|تابعونا|تابعوا|تابعنا|اشتركوا|اشترك الآن|انضموا",
        r"للاشتراك|لمتابعة|للانضمام|حم[ّ]?لوا|حمل تطبيق",
        r"ما را|به کانال|برای عضویت|עקבו אחרינו|הצטרפו (?:אלינו|לערוץ|לקבוצת)|הירשמו|הורידו את|לעדכונים",
        r"ikuti (?:kami|terus|berita|perkembangan|channel|kanal|whatsapp)|dapatkan (?:update|informasi|berita)|gabung",
        r"bergabung(?:lah)? (?:di|dengan)|unduh",
        r"klik (?:di ?sini|link)|sertai|theo dõi (?:chúng tôi|kênh|báo)|đăng ký (?:nhận|kênh|theo)|tham gia (?:kênh|nhóm)",
        r"tải (?:ứng dụng|app)|jiunge|tufuate",
        r"i-follow|sundan (?:kami|ang)",
    )
)

# The same where no blanks stand between words.
WIDE_REQUESTS: Final = _any_of(
    (
        r"(?:欢迎|歡迎|请|請)?(?:关注|關注|扫码|掃碼|扫描|掃描|下载|下載|订阅|訂閱|加入)",
        r"[▶☞\s]*(?:카카오톡\s?)?제보(?:는|하기|를)",
        r"กด(?:ติดตาม|ไลก์)|ติดตาม(?:เรา|ข่าว)|เพิ่มเพื่อน",
    )
)

# In these languages the request ends its sentence.
ENDINGS: Final = _any_of(
    (
        r"(?:फॉलो|फ़ॉलो|सब्सक्राइब|डाउनलोड|ज्वाइन|जॉइन) करें|(?:जुड़ें|जुड़ें)|(?:ফলো|সাবস্ক্রাইব|ডাউনলোড) করুন|যোগ দিন|பின்தொடரவும்|பின்தொடருங்கள்",
        r"இணையுங்கள்",
        r"(?:ఫాలో|సబ్‌స్క్రైబ్|సబ్స్క్రైబ్) (?:అవ్వండి|చేయండి)",
        r"ಫಾಲೋ ಮಾಡಿ|ಸಬ್‌ಸ್ಕ್ರೈಬ್ ಮಾಡಿ|ഫോളോ ചെയ്യ(?:ുക|ൂ)|ജോയിൻ ചെയ്യ(?:ുക|ൂ)|(?:فالو|سبسکرائب) کریں",
        r"دنبال کنید",
        r"(?:フォロー|登録|購読|ダウンロード)(?:して(?:ください|ね|下さい)|はこちら|をお願い)",
        r"(?:구독|팔로우|다운로드|가입)(?:하세요|해\s?주세요|하기)|takip edin|abone olun",
    )
)

# Where it is to be done, as words.
MEDIA: Final = _any_of(
    (
        r"newsletters?|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje\w*|hírlevél\w*|bülten\w*|apps?|app store|google (?:play|news)",
        r"e-?paper|inbox|patreon|facebook\w*|twitter\w*|instagram\w*|insta|telegram\w*|whatsapp\w*|youtube\w*|tiktok|linkedin",
        r"flipboard|viber|threads|bluesky|mastodon|posteingang|e[a-z]+ edition|subscri\w+|abos?|abonn\w+|suscri\w+|assinatura\w*",
        r"membership|members?|miembro|mitglied\w*|canal\w*|channels?|kanal\w*|kanał\w*|notifications?|social media",
        r"redes sociales|redes sociais|réseaux sociaux|соцсет\w*|соцмереж\w*|тел[еє]грам\w*|ватсап\w*|вайбер\w*|канал\w*",
        r"рассылк\w*|розсилк\w*|приложени\w*|застосун\w*|uygulama\w*|aplica\w+|aplikac\w+|applicazion\w+|sovellu\w+|alkalmazás\w*",
        r"android|iphone|ipad",
    )
)
# The same within words.
WIDE_MEDIA: Final = _any_of(
    (
        r"تطبيق|قنا[ةت]|واتساب|تلي?غرام|تيليجرام|فيسبوك|تويتر|يوتيوب|إنستغرام|النشرة|کانال|تلگرام|اینستاگرام|ו?ואטסאפ|טלגרם|פייסבוק",
        r"ניוזלטר|אפליקצי|व्हाट्स|टेलीग्राम|फेसबुक|ट्विटर|यूट्यूब|इंस्टाग्राम|ऐप|चैनल|न्यूज़लेटर|টেলিগ্রাম|হোয়াটস|ফেসবুক|চ্যানেল",
        r"செயலி|வாட்ஸ்|டெலிகிராம்|వాట్సాప్|టెలిగ్రామ్|ವಾಟ್ಸ್|ವಾಟ್ಸಾಪ್|വാട്സ|ടെലിഗ്രാം|واٹس|یوٹیوب|เฟซบุ๊ก|ไลน์|ยูทูบ|แอป",
        r"微信|公众号|公眾號|微博|客户端|客戶端|臉書|粉絲|频道|頻道|電子報|\bLINE\b|メルマガ|アプリ|ツイッター|アカウント|チャンネル",
        r"뉴스레터|앱|카카오톡|채널|유튜브|페이스북",
    )
)
