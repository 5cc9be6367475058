"""What stands after a label such as "Photo:" where it says who made it, in scripts without capitals.

A clause has words that no name has, or letters that verbs are written in; who made something has a family's name, a medium's or an
office's. Every pattern of several pieces is possessive: pieces that may end at many places cost seconds otherwise (2026-11-27).
"""

from typing import Final

from scraper.cleaner.phrases.chinese_names import FAMILY, HAN, NO_FAMILY

# No names, in scripts without capitals: words that clauses have, and what is said of an old thing or the last one.
_CLAUSE_WORDS: Final = (
    r"لا|ليس|ليست|لم|لن|هل|من|في|على|عن|هذا|هذه|كل|ما|لماذا|كيف|بلا|بدون|غير|فقط|آخر|أول|مجهول|مجهولة|حتى|الآن|القديمة?"
    r"|الجديدة?|الأخيرة?|الوحيدة?"
    r"|نه|از|در|به|با|را|تنها|آخرین|اولین|هنوز|چرا|چه|یا|این|آن|نامعلوم|ناشناس|است|بود|شد|شده|قدیمی|جدید|هیچ|یادگار"
    r"|نہیں|یہ|وہ|کی|کے|کا|میں|سے|آخری|پہل[ایی]|دوسر[ایی]|پران[ایی]|نی?ا|نئی|ہے|ہیں|تھا|تھی|صرف|وزیراعظم"
    r"|לא|אין|רק|של|את|על|זה|זו|כל|גם|יש|מה|מי|האם|איך|למה|אבל|הוא|היא|ידוע|הישנה?|הראשונה?|האחרונה?|אחרונה?|בלי"
    r"|नहीं|यह|ये|वह|की|के|का|में|से|है|हैं|था|थी|आखिरी|पहल[ाी]|दूसर[ाी]|पुरान[ाी]|नया|नई|अज्ञात|सिर्फ|और|क्या|क्यों"
    r"|না|নেই|নয়|এই|সেই|আমার|শেষ|প্রথম|পুরোনো|পুরনো|নতুন|অজানা|অজ্ঞাত|শুধু|ও|কি|কেন"
    r"|நாளை|இன்று|நேற்று|இல்லை|இது|அது|கடைசி|முதல்|புதிய|பழைய|வெளியீடு|வாழ்க"
)
NO_CLAUSE: Final = rf"(?!(?:[^\n]{{0,80}}\s)?(?:{_CLAUSE_WORDS})(?![^\s.،,]))"
_CHUNK_WORD: Final = r"(?-i:[^\W\d_a-z])[^\s?!؟۔।:;/،,+|()]{0,25}"
_CHUNK: Final = rf"{_CHUNK_WORD}(?: {_CHUNK_WORD})?"
_LONG_CHUNK: Final = rf"{_CHUNK_WORD}(?: {_CHUNK_WORD}){{0,3}}"
_JOINED: Final = r"\s?[/،,+|–-]\s?"
# Letters of an agency, as Urdu spells them out.
_SPELT: Final = r"(?:اے|بی|سی|ای|پی|ڈی) \S{2,4}(?: \S{2,4})?"
UNCASED: Final = (
    rf"\s?{NO_CLAUSE}(?:{_SPELT}|{_CHUNK}(?:{_JOINED}{_LONG_CHUNK}){{0,4}}(?<![.…])[)\]]?"
    rf"|{_LONG_CHUNK}[)\]]|\d{{2,6}}\W?)$"
)
"""After a label in a script without capitals: a first and a second name, more after a slash or in brackets."""

# Of a medium, an agency or an office: what a source is called that has more than one word.
_MEDIA: Final = (
    r"وكال\w*|نيوز|رويترز|صحيفة|قناة|موقع|مواقع|الأناضول|فرانس|سبوتنيك|تلفزيون|إذاعة|الجزيرة|العربية|أ ?ف ?ب|أ\.ف\.ب|سكاي|خبرگزاری"
    r"|خبرگزاري|روزنامه|پایگاه|سایت|وب‌سایت"
    r"|روابط|ایسنا|ایرنا|تسنیم|روزنامہ|نیوز|اے ایف پی|رائٹرز|روئٹرز|بی بی سی|רויטרס|סוכנו\w+|דוברות|משרד|חדשות|एजेंसी"
    r"|एजेंसियां|पीटीआई|एएनआई|समाचार"
    r"|न्यूज़?|टाइम्स|मीडिया|সংস্থা|নিউজ|রয়টার্স|এএফপি|বাসস|ইউএনবি|পত্রিকা|টাইমস|টিভি|অনলাইন|এনডিটিভি|বিবিসি|[a-z][\w.&-]*"
)
SOURCED: Final = (
    rf"\s?{NO_CLAUSE}(?:{_CHUNK_WORD}|(?=[^?!؟۔।]{{0,60}}?(?<!\S)(?:{_MEDIA})(?![^\s/،,+|()])){_LONG_CHUNK}"
    rf"|{_LONG_CHUNK}(?:\s?[/+|]\s?{_LONG_CHUNK}){{1,4}})(?<![.…])[)\]]?$"
)
"""After a label for a source in a script without capitals: one word, or a medium."""

CHINESE: Final = rf"(?:(?!{NO_FAMILY})[{FAMILY}][{HAN}·]{{1,3}}|[老小阿][{HAN}])"
# Only of editors, whom nothing else stands beside: these begin words, too, as those of the north, of antiquity or of safety.
_RARE_FAMILY: Final = (
    "庞龐安翟聂聶左伍耿申盛苗尚舒柴华華鲍鮑管曲包穆靳霍兰蘭古瞿晏宓冉栗褚费費裘骆駱蔺甄佟祁闵"
    "岑佘隋厉厲戚臧滕席阎閻桂谷车占丘符解娄房景宗楚"
)
_NO_RARE: Final = (
    "安[全排静靜装裝心]|左右|申[请請报報]|盛[大况況]|尚[未无無]|舒[适適服]|华[北东南中夏]|管理|包[括含围圍]|古[代今]|桂林"
    "|谷[雨物底]|车[站辆祸]|占[据用领]|符[合号]|解[决释除放读]|房[子间屋产价]|景[色点区气]|宗旨|席位|费[用率]"
)
_TWO_FAMILY: Final = "司马|司馬|诸葛|諸葛|上官|东方|東方|令狐|慕容|皇甫|尉迟|公孙|公孫|端木|南宫|夏侯|淳于"
_GIVEN: Final = rf"(?:(?![我你您他她它这這那了没沒不无無未是有的在请請谁誰吧吗嗎呢很])[{HAN}]){{1,2}}"
EDITOR: Final = rf"(?!{NO_FAMILY}|{_NO_RARE})(?:[{FAMILY}{_RARE_FAMILY}]|{_TWO_FAMILY}){_GIVEN}"
EDITORS: Final = rf"\s?{EDITOR}(?>(?:[、，,/／·\s]+{EDITOR}){{0,5}})[。.]?[)）\]】]?$"
"""After a label for an editor in Chinese: rarer families, too."""

_MINISTRIES: Final = (
    "外交|教育|工信|信息化|财政|商务|公安|国防|农村|运输|水利|司法|民政|应急管理|资源|环境|住建|人社|科技|文旅|宣传"
)
_BUREAUS: Final = "统计|气象|公安|税务|管理|监管|监督|地震|教育|能源|铁路|邮政"
HAN_SOURCE: Final = rf"\s?[{HAN}]{{0,8}}(?:(?:{_MINISTRIES})部|(?:{_BUREAUS})局|(?:监|纪|卫健|发改)委)[。.]?[)）\]】]?$"
"""After a label for a source in Chinese: a ministry or a bureau."""

_HAN_OFFICE: Final = (
    rf"(?![^、，,\s]{{0,30}}[我你您他她这這那了没沒不])[{HAN}\w·“”《》（）()&.+-]{{0,24}}?(?:[日晚早快周時时電电][報报]|[新青商京年察]报|新聞|新闻|[网網]|網站|网站|(?:经济|世界)报道|社|[组組]|中心|[电電][视視]?[台臺]|公司|集[团團]|[编編][辑輯]部"
    r"|[杂雜][志誌]|周刊|週刊|財經|财经|微博|微信|公[众眾][号號]|客户端|融媒体?|半月[谈談]|澎湃|[视視][觉覺]中[国國]|百度|官方|央[视視]|[网網]络|网友|通讯员|提供|供图|委员?会)"
)
_HAN_ONE: Final = (
    rf"(?:(?:本[报報刊网網]|[\u3400-\u9fff]{{2,6}}[社报報网網台臺])?(?:[\u3400-\u9fff]{{2,4}}?(?=(?:见习|实习)?(?:记者|記者)))?(?:见习|实习)?(?:记者|記者|通讯员|实习生|[编編][辑輯])?\s?{CHINESE}|{_HAN_OFFICE}"
    r"|[a-z@][\w .&/+-]{0,30}|(?:[來来]|取)自 ?\w{2,20})"
)
HAN_NAMES: Final = (
    rf"\s?(?:部分)?(?>(?:(?>{_HAN_ONE}(?=[、，,/／·和及\s（(]|\W*$))(?:[、，,/／·和及\s]+(?:[{HAN}]{{2,4}}[:：]\s?)?"
    r"|(?=\W*$|\W{0,3}[（(]))){1,6})"
    r"\W{0,3}(?:[（(][^（）()]{1,20}[）)])?[。.]?[)）\]】]?$"
)
"""After a label in Chinese: family name and first name, nicknames, a paper or an office."""

_KANJI: Final = r"[\u3400-\u9fff々ヶ\u30a0-\u30ffa-zA-Z\d.&・]"
_KANA_OFFICE: Final = r"[\w・「」.& ]{1,24}?(?:編集部|新聞社?|通信社?)"
_JAPANESE_END: Final = r"(?=[、，,/／\s]|[）)】]?$)"
# Where it was taken from.
_TAKEN_FROM: Final = (
    r"(?:[^\s、。の]{1,16}の)?[^\s、。の]{0,12}(?:サイト|リリース|HP|ホームページ|インスタ(?:グラム)?|Instagram|ツイッター|Twitter|X|フェイスブック"
    r"|Facebook|ブログ|SNS|YouTube|ユーチューブ|チャンネル|アカウント)(?:（[^）]{1,12}）)?より"
)
JAPANESE: Final = (
    rf"\s?(?!不|なし|\d|証拠|唯一)(?:{_TAKEN_FROM}|(?>(?:{_KANJI}{{2,16}}|{_KANA_OFFICE}){_JAPANESE_END})"
    rf"(?>(?:[、，,/／\s]+(?>(?:{_KANJI}{{2,12}}|{_KANA_OFFICE}){_JAPANESE_END})){{0,4}}))[）)】]?$"
)
"""After a label in Japanese: no word with letters that verbs and particles are written in."""

_KOREAN_FAMILY: Final = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염추"
    "도소석선설마길연위표명반왕금옥육맹모탁국"
)
KOREAN: Final = rf"(?:[{_KOREAN_FAMILY}][가-힣]{{2}}|(?:남궁|선우|황보|제갈|독고|사공)[가-힣]{{1,2}})"
_KOREAN_OFFICE: Final = (
    r"(?:[가-힣A-Za-z\d·]{1,14}(?:뉴스|신문|일보|방송|통신|닷컴|시스|연합|캡처|캡쳐|경찰청?|소방청?|본부|공사|재단|협회|대학교|병원|구단|연맹|소속사|제작사|홈페이지|이미지|뱅크|은행|전자|건설|마트|투데이|박물관|미술관|기자단|커뮤니티|감독원|거래소)"
    r"|연합뉴스|뉴시스|뉴스1|게티|청와대|대통령실|넷플릭스|tvN|공동취재(?:사진|단)?|온라인 커뮤니티(?: 캡[처쳐])?"
    r"|[가-힣]{2,8}(?:시|군|구|청|도|처|부)|독자|본인"
    r"|유족|(?:유튜브|인스타그램|페이스북|트위터|SNS)(?: 캡[처쳐])?|셔터스톡|[A-Z][\w.&/ -]{1,24})"
)
_KOREAN_END: Final = r"\W*$|\s?(?:\S{2}\s?)?(?:기자|제공)\W*$"
KOREAN_CREDIT: Final = (
    rf"\s?(?>(?:(?>(?:{KOREAN}|{_KOREAN_OFFICE})(?=[·,/\s]|{_KOREAN_END}))(?:[·,/\s]+|(?={_KOREAN_END}))){{1,4}})"
    r"(?:\s?(?:\S{2}\s?)?기자|제공)?\W{0,2}$"
)
"""After a label in Korean: names of three syllables that begin with a family's, or a medium or an office."""

# Thai writes a first and a second name with a blank between, and no others.
_THAI_OFFICE: Final = (
    r"กรม|กระทรวง|สำนัก|เพจ|เฟซบุ๊ก|เว็บ|ข่าว|หนังสือพิมพ์|มูลนิธิ|ตำรวจ|ศูนย์|สมาคม|ช่อง|[A-Za-z@]|รอยเตอร์|เอเอฟพี|เอพี"
)
_THAI_MEDIUM: Final = rf"(?:{_THAI_OFFICE})[^?!]{{0,50}}"
THAI_SOURCE: Final = rf"\s?{_THAI_MEDIUM}$"
THAI_NAMES: Final = (
    rf"\s?(?:(?!.*(?:ไม่|ยัง|เก่า|แรก|สุดท้าย))[\u0e01-\u0e5b]{{2,20}} [\u0e01-\u0e5b]{{2,25}}|{_THAI_MEDIUM})$"
)
