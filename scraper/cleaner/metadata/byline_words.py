"""What stands around names in bylines, in the languages of the large news markets."""

import re
from typing import Final

from scraper.cleaner.phrases.reporters import AGENCIES


def _any_of(*rows: str) -> str:
    return "|".join(rows)


# The first letter of hiragana: those of Chinese and Korean follow.
FIRST_WIDE: Final = "\u3041"

# Labels that are words of sentences, too, and none of those in ``before_names``: after one stands a mark or, after those of the
# first kind, a name of two words that begin with capital letters. They are looked up, folded, by the text before the mark.
CASED_LABELS: Final = frozenset(
    (
        "avtor avtorica avtorja avtorji avtorici pripravil pripravila pripravili besedilo zapisal zapisala "
        "priredio priredila razgovarao razgovarala napisao autory autoři wartawan müəllif müəlliflər "
        "авторка подготви подготвил подготвила подготвиле разговара разговаря разговараше разговарал "
        "разговарала приредио приредила припремила припремио пишу напиша напишал напишала аутори ауторка аўтары аўтарка "
        "shkruan përgatiti intervistoi autorë napísal napísala pripravil pripravila připravil připravila spracoval spracovala "
        "höfundur höfundar skrivað toimetas toimetaja kirjutas kalbino sagatavoja sagatavojis autorė autoriai awdur "
        "entrevista texto gohebydd údar ùghdar зохиогч нийтэлсэн сурвалжлагч бэлтгэсэн тілші әзірлеген сұхбаттасқан "
        "muhabir muallif suhbatdosh suhbatlashdi tayyorladi muxbir "
        "hazırladı hazırlayan rozmawiał rozmawiała rozmawiali wysłuchał wysłuchała spisał spisała notował notowała "
        "przygotował przygotowała opracował opracowała беседовал беседовала беседовали подготовил подготовила подготовили записал "
        "записала підготував підготувала записав розмовляв розмовляла спілкувався спілкувалася"
    ).split()
).union(
    (
        "publikuar nga",
        "postuar nga",
        "përgatiti nga",
        "zhovárala sa",
        "zhováral sa",
        "pogovarjala se je",
        "pogovarjal se je",
        "skrivað av",
        "интервю на",
        # Interviews.
        "das interview führte",
        "das interview führten",
        "das gespräch führte",
        "das gespräch führten",
        "die fragen stellte",
        "die fragen stellten",
        "беседу вел",
        "беседу вёл",
        "беседу вела",
        "интервью взял",
        "интервью взяла",
        "материал подготовил",
        "материал подготовила",
        "розмову вів",
        "розмову вела",
        "ptal se",
        "ptala se",
        "rozhovor vedl",
        "rozhovor vedla",
        "συνέντευξη στη",
        "συνέντευξη στην",
        "συνέντευξη στον",
        # Without the word for who did it, these stand before the person who was asked.
        "röportaj yapan",
        "röportajı yapan",
        "söyleşi yapan",
        "söyleşiyi yapan",
    )
)
UNCASED_LABELS: Final = frozenset(
    "نووسین نووسینی نووسەر ڕاپۆرت ئامادەکردنی رپورٹ مصنف ዘጋቢ ጸሐፊ ရေးသူ ရေးသားသူ သတင်းထောက် ಲೇಖಕರು ಬರಹ ವರದಿ എഴുതിയത് "
    "തയാറാക്കിയത് തയ്യാറാക്കിയത് റിപ്പോർട്ട് రచన కథనం கட்டுரை எழுத்து கட்டுரையாளர் લેખક અહેવાલ દ્વારા ලේඛක ලේඛිකා සටහන "
    "ලිපිය විසින් ਲੇਖਕ ਰਿਪੋਰਟ ਵੱਲੋਂ संवाददाता रिपोर्ट वार्ताहर प्रस्तुति შეადგინა "
    "حاورها حاوره حاورهم حاورتها حاورته حاورتهم".split()
).union(
    (
        "أجرى الحوار",
        "أجرت الحوار",
        "أجرى المقابلة",
        "أجرت المقابلة",
        "گفت\u200cوگو از",
        "گفتگو از",
        "گفت و گو از",
    )
)
LABELS: Final = CASED_LABELS | UNCASED_LABELS
LABELLED: Final = re.compile(r"(?P<label>[^:：–—፦,-]{2,24}?)\s?(?P<mark>[:：–—፦]|(?<=\s)-\s|,?$)\s?")
PARTICLES: Final = frozenset(
    "de da do dos das del della di du des la le van von der den ter ten te zu zum af av al el bin ibn ben y e i".split()
)
# Those that are no word for "and", too.
_WITHIN: Final = "|".join(sorted(PARTICLES.difference("yei")))
# Two words of a name after a label without a mark: "Avtor Janez Novak", "Text Anna von der Heide".
CAPITALS: Final = re.compile(rf"\s+(?=[^\W\d_a-zß-öø-ÿа-џ][\w.'’-]*\s+(?:(?:{_WITHIN})\s+){{0,2}}[^\W\d_a-zß-öø-ÿа-џ])")

# Who took the pictures, before a colon and the name.
_PHOTOGRAPHER: Final = (
    r"photograph(?:er|e)s?|fotograf(?:in|en|er|ka|as|s|a|i|ul)?|fotógraf[oa]?s?|fotograaf|fotografė|fotogrāfs|fotoğrafçı|valokuvaaja|kuvaaja|"
    r"ljósmyndari|fényképész|фотограф(?:ка|ът|ы)?|φωτογράφος|צילום|تصوير|تصویر"
)
# People who had another part in it: what follows is no author.
OTHER_PART: Final = re.compile(
    r"\b(?:(?:medically |fact[- ]|expert |clinically |technically )?"
    r"(?:reviewed|checked|edited|illustrated|photographed|translated|verified|approved)(?: by)?\b|"
    r"reviewer|(?<!and )(?<!& )(?:photo(?:graph)?s?|photography|pictures?|images?|graphics?|illustrations?|videos?) by)|"
    rf"(?<![&+]\s)(?<!\s[eyia]\s)(?<!(?:text|ekst)/)(?<!\s(?:og|et|en|ir|ja|și|şi)\s)(?<!\s(?:und|och|and)\s)(?<!\w)(?:photo(?:graph)?s?|fotos?|foto['’]s|фото|{_PHOTOGRAPHER})(?:\s?:|\s(?:von|di|de|av|van)\s)|"
    r"\s(?-i:u\. ?a\.)|\spublié\sle\s|(?<=[^\W\d_])(?-i:Published|Updated|Posted):?\s(?=\w+\.? \d)|"
    r"übersetz|überprüft|"
    r"(?<=[\u3400-\u9fff]\s)通[讯訊][员員]|traduit|traducción|校对|责编|責任編輯|责任编辑|编辑[:：]|編集[:：]",
    re.I,
)

_AND: Final = (
    r"and|und|et|och|og|oraz|та|ve|və|(?-i:dan)|dhe|agus|και|with|mit|avec|con|(?-i:y|e|en|i|и|і|ja|ir)|және|و|اور|ಮತ್ತು|மற்றும்|અને|और|आणि|र|सहा"
    r"|ਅਤੇ|සහ|এবং|ও|మరియు|እና"
)
_PARTED: Final = (
    rf"\s*(?:[;|•·、،；／\n]|\s/\s|，|,)\s*(?:(?:{_AND}|&)\s)?|\s(?:&|\+|{_AND})\s|\s[-–—]\s"
    r"|\son behalf of(?:\s|$)|\s(?:实习生|實習生)\s|,?\sas told to\s"
)
SPLIT: Final = re.compile(_PARTED, re.I)
# A slash parts a name from an agency's or from one of two words: "Ivana Marušić/Hina", not "she/her" or "AC/DC".
SPLIT_AT_SLASHES: Final = (
    rf"(?i){_PARTED}|(?<=[^\W\d_])/(?=(?-i:[^\W\d_a-z][\w.'’-]*+\s[^\W\d_a-z]|[\u0590-\u1fff\u2e80-\uffff])"
    rf"|(?:{AGENCIES}|sda|tasr)(?!\w))"
)
JOINT: Final = re.compile(rf"[,，、،;&+]|(?:,\s*)?(?:{_AND})", re.I)
BEGINS_JOINED: Final = re.compile(rf"(?:[,،]\s*)?(?:{_AND}|&|\+)\s", re.I)
ENDS_JOINED: Final = re.compile(rf"(?:[,،&+]|(?:^|\s)(?:{_AND}))$", re.I)

# What papers are called.
PAPER: Final = (
    r"news\w*|media|messenger|herald|tribune|chronicle|gazette|times|post|press|magazine|journal|daily|tv|radio|star|sun|mail|globe|bee|"
    r"guardian|independent|observer|mirror|telegraph|reuters|bloomberg|afp|ap|bbc|cnn|nbc|abc|cbs|npr|review|record|register|courier|sentinel"
)
# For whom or where somebody wrote, after a name: "Ada Lovelace for the Daily News", "Ada Lovelace in London".
WHERE: Final = re.compile(
    r",?\s(?:(?-i:for|in|from|at|vir|für|aus|voor|pour|para)\s(?=(?:the|die|der|das|la|le|de|el|het)?\s*(?-i:[^\W\d_a-z]))"
    # "Francis of Assisi" has no paper.
    rf"|(?-i:of)\s(?=the\s+(?-i:[^\W\d_a-z])|(?-i:[^\W\d_a-z]*[a-z]+[A-Z])|(?:[\w.&'’-]+\s){{0,4}}(?:{PAPER})(?!\w))"
    r"|(?:special to|exclusive to|especial para)\s)",
    re.I,
)

# When it was, after a name: "Posted by Ada Lovelace on August 21, 2026 at 8:00 PM".
WHEN: Final = re.compile(r"\s(?:on|at|am|um|le|el|il|em|op|den|dne|dnia)\s(?=(?:[^\W\d]+\.?,?\s){0,3}\d)", re.I)

# What a line goes on with after its author: "作者：王小明 来源：海港报 发布时间：2026/8/21", "Author: Ada Lovelace Views: 131".
NEXT_LABEL: Final = r"\s(?:[\u3400-\u9fff]{2,5}|[^\W\d_]{4,})[:：].*"

# Degrees and ranks after a name.
LETTERS: Final = re.compile(
    _any_of(
        r"(?>(?:M\.?D\.?|Ph\.?D\.?|R\.?D\.?N?\.?|R\.?N\.?|M\.?S\.?[cN]?\.?|M\.?A\.?|B\.?A\.?|B\.?Sc?\.?|J\.?D\.?|D\.?O\.?",
        r"MPH|MBA|MFA|MEd|LL[MB]|Psy\.?D\.?|Ed\.?D\.?|PharmD|Esq\.?|[JS]r\.?|I{2,3}|IV|CPA|CF[PA]®?|DDS|DMD|DVM|VMD|DPT",
        r"LCSW|LMFT|NP|PA-C|[FD]NP|APRN|CNM|IBCLC|LVT|L?DN|LD|CDCES|FAC[CSP]|FACLM|FAND|FOMA|FAAD|DACVB|DABOM|CSSD|CSCS|CPT)+)",
    )
)
JOB: Final = re.compile(
    _any_of(
        r"\b(?:editors?|writers?|reporters?|correspondents?|journalists?|contributors?|contributing|columnists?|producers?|bloggers?",
        r"photographers?|directors?|managers?|(?:co-?)?founders?|c[etmo]o|president|specialists?|analysts?|professors?|consultants?",
        r"strategists?|officers?|chief \w+|head of|lead \w+|senior \w+|engineers?|developers?|designers?|reviewers?|experts?",
        r"educators?|gardener|sponsored|freelance|bureau|staff|redakteur(?:in)?|redaktion|chefredakteur(?:in)?|journaliste|rédact\w+",
        r"correspondante?|periodista|redactora?|corresponsal|giornalista|redattore|jornalista|repórter|verslaggever|redacteur",
        r"dziennikar\w+|jurnalist\w*|žurnalist\w*|novinář\w*|novinár\w*|novinar\w*|dopisni\w+|redaktor\w*|reporterka|újságíró\w*|gazeteci|muhabir|editör\w*",
        r"ritstjóri|fréttastjóri|fréttaritari|tíðindakvinna|ajakirjanik|toimetaja|žurnālist\w*|reportier\w*|apžvalginink\w*",
        r"uredni[kc]\w*|gazetar\w*|szerkesztő|tudósító|riporter|zpravodaj\w*|reportér\w*|tuairisceoir|comhfhreagraí|eagarthóir|iriseoir",
        r"newyddiadurwr\w*|gohebydd|golygydd|kazetari\w*|erredaktore\w*|xornalista|redator\w*|reporter[oa]|cronista",
        r"corrispondente|caporedat\w+|correspondente|ġurnalist\w*|joernalis\w*|verslaggewer|volontär\w*|weriye|suxufi",
        r"mwanahabari|mhariri|intatheli|mamamahayag|pemberita|wartawan|jurnalis|redaktur|müxbir|muxbir",
        r"phóng viên|biên tập viên|новинар\w*|дописни\w+|уредни[кч]\w*|репорт[её]р\w*|рэпарцёр\w*|журнал[иі]ст\w*",
        r"редактор\w*|кор{1,2}еспондент\w*|карэспандэнт\w*|оглядач\w*|обозреватель|тілші|кабарчы|сэтгүүлч|хабарнигор|δημοσιογράφο\w+|συντάκτ\w+",
        r"ανταποκρ\w+|ρεπόρτερ|ჟურნალისტი|რეპორტიორი|რედაქტორი|კორესპონდენტი|լրագրող|թղթակից|խմբագիր",
        r"כתב(?:ת|נו|תנו)?|עיתונאית?|עורכת?|(?:صحفي|صحافي|مراسل|(?:ال)?محرر)ة?|مراسلنا|خبرنگار|روزنامه[\u200c ]?نگار|سردبیر",
        r"رپورٹر|نامہ[\u200c ]?نگار|ایڈیٹر|ጋዜጠኛ|ዘጋቢ|አዘጋጅ)\b",
        # Northern languages put what is reported on before it: "sportredaktör", "íþróttafréttamaður".
        r"(?:frétta|blaða?|tíðinda)(?:ma(?:ður|nn)|kon)\w*|(?:korr?espondent|toimittaja|kirjeenvaihtaja|redakt[öø]r|reporter|journalist)\w*",
        r"記者|记者|编辑|編集|기자|특파원|通讯员|総局|支局|প্রতিনিধি|প্রতিবেদক|সংবাদদাতা|संवाददाता|प्रतिनिधि|செய்திப்\s?பிரிவு",
        r"শিক্ষক|শিক্ষিকা|অধ্যাপক|সাহিত্যিক|কলামিস্ট|গবেষক|আইনজীবী|চিকিৎসক|অর্থনীতিবিদ|কর্মকর্তা|সাংবাদিক|সম্পাদক|पत्रकार|संपादक|செய்தியாளர்|நிருபர்|విలేకరి|ప్రతినిధి|ವರದಿಗಾರ|റിപ്പോർട്ടർ|સંવાદદાતા|પત્રકાર|ਪੱਤਰਕਾਰ|වාර්තාකරු",
        r"ผู้สื่อข่าว|นักข่าว|บรรณาธิการ|អ្នក(?:កាសែត|សារព័ត៌មាន|យកព័ត៌មាន)|ນັກຂ່າວ|သတင်းထောက်",
    ),
    re.I,
)

# Of those jobs the ones that stand below a place, too, where no word of the page says that it is a name.
FROM_PLACE: Final = re.compile(
    _any_of(
        r"\b(?:korr?espondent\w*|reporter[oa]|reportér\w*|zpravodaj\w*|tudósító|riporter|kirjeenvaihtaja|fréttaritari|comhfhreagraí",
        r"tuairisceoir|gohebydd|corrispondente|correspondente|verslaggewer|müxbir|muxbir|phóng viên",
        r"дописни\w+|репорт[её]р\w*|рэпарцёр\w*",
        r"кореспондент\w*|карэспандэнт\w*|тілші|кабарчы|хабарнигор|ανταποκρ\w+|ρεπόρτερ)\b",
    ),
    re.I,
)
FROM_PLACE_CASELESS: Final = (
    r"مراسل(?:ة|نا)?|প্রতিনিধি|প্রতিবেদক|সংবাদদাতা|संवाददाता|प्रतिनिधि|ప్రతినిధి|સંવાદદાતા|კორესპონდენტი|թղթակից"
)

# What a byline says that is no person.
NOBODY: Final = re.compile(
    _any_of(
        r"admin(?:istrator)?|(?:wp|web|site)[ _-]?admin\d*|authors?|user|guest|anonymous|unknown|none|null|default|undefined|team",
        # What content systems call their first user.
        r"super ?user|superadmin|administrat(?:eur|rice|or[ae]?|ör)|administrador[ae]?|amministra(?:tore|zione)",
        r"administr[aá]tor(?:ka)?|administratorius|administrators|beheerder|ylläpit(?:o|äjä)|rendszergazda|yönetici|админ(?:истратор)?|адміністратор|διαχειριστής",
        r"(?:haber|istihbarat) (?:merkezi|servisi|müdürlüğü)|(?:yurt|dış) haber(?:ler)?(?: servisi)?|spor servisi",
        r"гость|аноним|gość|misafir|ziyaretçi|anonyme",
        r"webmaster(?: .*)?|root|by|name|about|home|menu|advertisement|blog|news|development|editorial(?: team)?|.+ admin",
        r"(?:.+ )?editorial board|(?:our |from our )?readers|letters?|(?:web|online|digital) desk|(?:le )?service (?:des )?\S+",
        r"(?:[\w.-]+ ){1,3}ajansı|(?:tim )?(?:redaksi|liputan)(?: .*)?",
        r".+ news(?: service| wire| network)?|.+ wire|tribune content agency",
        r"getty images|shutterstock|istock(?:photo)?|alamy|depositphotos",
        r"(?:digital|web|online|social media|content|sports?|news) team|nexstar.*|stacker|bloomberg(?: .*)?|cnn newsource",
        r"(?:the )?(?:canadian press|conversation)|(?:business ?|pr ?news|globe ?news|acces)wire",
        r"estadão conteúdo|folhapress|adnkronos|lapresse",
        r"kolumne|kolumna|kommentar|kommentaar|analyse|analysis|opinion|essay|glosse|tribune|chronique",
        r"(?-i:P\.?V\.?)|.+ obituaries",
        r"redakcija|redakcia|redac[țţt]ia|szerkesztőség|uredništvo|toimitus|toimetus|редакція|редакцията|уредништво",
        r"(?:\w{1,20}-)?redaksie|wartawan \w+",
        r"(?:(?:nga )?redaksia|редакција|ritstjórn|рэдакцыя|уредник|редактор|екип|spravodajstvo|redakcijos)(?: .*)?",
        r"(?:redaktsioon|da redação)(?: .*)?",
        r"(?-i:STA|Beta|FoNet|FONET|Tanjug|Танјуг|Фонет|Бета|МИА|МАКФАКС|БелТА",
        r"ATSH|BNS|ELTA|LETA|SPT-FNB|SPT|ACN|ATS|CNN|UW|БГНЕС|BGNES)",
        r"van onze (?:redactie|verslaggevers?|correspondent)|von unserer redaktion",
        r"(?:\w{1,12}redaktion(?:en)?|\w{1,12}redactie|redaktionen)(?: .*)?",
        r"(?:redaktion|redaction|redacción|redacció|(?:la )?rédaction|redazione|redação|redactie)(?: .*)?",
        r"(?:redakcja|redakce|редакция)(?: .*)?",
        r"agenc(?:y|ies)(?: reports?)?|wire services?|press release|dat[ae]|agenturen|agences|agenzie|agencias|agências|агентства",
        r"facebook|twitter|linkedin|instagram|youtube|pinterest|whatsapp|e-?mail|x",
        r"(?:view|read|see|more|about|sign|log|skip|follow|share|subscribe|all posts|posts by|get|join|learn|show|click|copy)\b.*",
        r"(?:full|short) bio(?:graphy)?|zu[mr] (?:profil|autor\w*)|alle (?:artikel|beiträge|texte)(?: .*)?|leave (?:a )?comment",
        r"(?:[\w-]+\.){0,2}[\w-]{2,}\.(?:com|net|org|info|eu|hr|sk|cz|bg|rs|mk|si|lt|lv|ee|is|de|at|ch|fr|it|es|pt|ro|pl|hu|nl|ru|ua|ie|se|no|dk|fi)(?:/\S*)?",
        r"deutsche presse-agentur|keystone-sda|agenc(?:ia \w+|e .+)|corresponsales|(?:ripota|mwandishi|waandishi) wetu|wetu",
        rf"(?:avec|con|com|mit|with|med) (?:agen\w+|(?-i:[A-Z]{{2,6}})|{AGENCIES})",
        r"(?:źródło|zdroj|fonte|fuente|quelle|source|sursa|kaynak|kilde|källa|lähde|forrás|izvor|πηγή|источник|джерело|המקור|المصدر)\s?[:：].*",
        r"(?:photos?|fotos?|fotó|fotoğraf|bild(?:er)?|kamera|camera|video|vídeo|фото|снимк[аи]|відео|видео|عکس|تصوير|ภาพ)\s?[:：].*",
        rf"(?:{AGENCIES})(?:[/, -]+(?:{AGENCIES}))*",
        # For whom somebody wrote, and what stands before a date: "Special for the Daily News", "Publicado el".
        r"special (?:for|to) .+|(?:published|posted|updated|publicado|actualizado|atualizado|publié|mis à jour|pubblicato",
        r"aggiornato|gepubliceerd|geplaatst|bijgewerkt|veröffentlicht|aktualisiert|publicerad|publiceret|publisert",
        r"opublikowano) (?:on|at|el|em|le|il|op|am|den|dnia)",
        # A reader's own menu, and the tools over a text.
        r"(?:my |your |edit )?(?:account|profile|settings|preferences)|log ?(?:in|out)|bio",
        r"(?:(?:text|font|type) ?)?size|smaller|larger|bigger|pdf|taboola|outbrain",
        # A label and one word: "Interview Transcript", "Author Archives". A name has two after one.
        r"(?:authors?|contributors?|reporters?|bylines?|text|words?|interview) \w+",
        r"\w+(?:\.\w+){3,}",  # the name of a text that was never put in
        r".*\b(?:newsroom|says|said|wrote|ago|min(?:utes?)? read|read more|schreibt|sagt)\b.*",
    ),
    re.I,
)
# The same in scripts without capital letters; Hebrew has the first.
FIRST_CASELESS: Final = "\u0590"
NOBODY_CASELESS: Final = _any_of(
    r".*(?:ডেস্ক|डेस्क|ডেস্ক|ڈیسک|ਡੈਸਕ|ਏਜੰਸੀ|డెస్క్|ડેસ્ક|ટીમ|ಡೆಸ್ಕ್|ವಾರ್ತೆ|टीम|ऑनलाइन|प्रतिनिधी|सेवा|သတင်းဌာန|நிருபர்|டெஸ்க்|ഡെസ്ക്|ब्यूरो|ब्युरो)|編集部|編集局|編輯部|编辑部|本報訊|综合报道",
    r"أرسل .*|إرسال .*|(?:إدارة|فريق|أسرة|رئاسة|سكرتارية|قسم|مكتب) (?:ال)?(?:تحرير|أخبار|رصد|متابعة)(?: .*)?",
    r"وكالات|وكالة .*|خبرگزاری.*|تحریریه|هيئة التحرير|مصدر|المصدر|หนังสือพิมพ์.*|กองบรรณาธิการ|ทีมข่าว.*",
    r"(?:.*\s)?(?:اسٹاف رپورٹر|نمائندہ خصوصی|خبر ایجنسی)|रासस|वृत्तसंस्था|സ്വന്തം ലേഖകൻ|ஆசிரியர் குழு|நமது நிருபர்",
    r"પીટીઆઈ|పీటీఐ|ಪಿಟಿಐ|പിടിഐ|பிடிஐ",
    r".*(?:ಫಾಲೋ|फ़?ॉलो|ഫോളോ|ફોલો|ఫాలో|ফলো|ਫਾਲੋ).*",
    r"ಏಜೆನ್ಸೀಸ್|ટીમ .*|اے پی پی|एजेन्सी|पीटीआय|ऑनलाइन .*|රොයිටර්|කර්තෘ මණ්ඩලය|.*(?:කණ්ඩායම|වාර්තාකරු|ਪੱਤਰ ਪ੍ਰੇਰਕ)",
    # A program's or an office's name in the field for a person's.
    r".*(?:系统|系統|管理员|管理員|信息中心|信息网|办公室|辦公室|门户网站|網站)|관리자|مدير الموقع|المدير العام|משתמש על",
    # No name of a person ends so: portals, papers and channels, and labels of other things.
    r".*(?:新闻|新聞|网|網|日报|日報|晚报|晚報|早报|早報|周刊|週刊|电视台|電視台|客户端|客戶端|发布|發布|科技|财经|財經)",
    r".*(?:频道|頻道|之家|公众号|公眾號|出版社|文章|声明|聲明|简介|簡介|行情|播报|播報|整理|转载|轉載|网友|網友|授权|授權|篇数|篇數)",
    r".*(?:粉丝|粉絲|关注|關注|评论|評論|登录|登錄|注册|註冊|订阅|訂閱|更多)|未知|修改|删除|刪除|佚名|匿名|本站|原创|原創",
    r".*(?:닷컴|뉴스|일보|신문|방송|신문사)|온라인뉴스팀|디지털뉴스팀|뉴스팀|편집국",
    r"पीटीआई|भाषा|एजेंसी|(?:סוכנו[תי]|מערכת|כתבי)(?:ות)? .*|רויטרס",
    r"[\u3400-\u9fff]{2,7}[报報]|[\u3400-\u9fff]{0,12}(?:社会|政治|経済|国際|運動|文化|地方|報道|編集|科学|生活|学芸|映像|写真|スポーツ|デジタル)部",
    r"[\u3400-\u9fff]{1,8}(?:通訊社|通讯社|即時組|即时组|新聞組|新闻组|報導組|取材班|日電|日电)|[\u3400-\u9fff]{2,4}\d{1,2}日[電电]",
    r".{0,6}(?:報導|报道|報道)",
)
ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|https?://\S+|www\.\S+|\(?@\w+\)?")
NOTE: Final = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]\s*")
# The part of who took the pictures, after a name.
PICTURED: Final = (
    r"(?i:\s*[(（\[]\s?(?:photo(?:s|graph\w*)?|foto(?:s|graf\w*)?|pictures?|images?|imágenes|bilder|kuvat?|zdjęcia|videos?|vídeos?|фото\w*)"
    r"\s?[)）\]])"
)
ORGANISATION: Final = re.compile(
    _any_of(
        r"\b(?:team|news|newsdesk|newswire|wire|media|messenger|herald|tribune|chronicle|gazette|public|broadcasting|desk|board|group|inc|diario|periódico|jornal|gazeta|zeitung|noticias|notícias|agencia|agência|agence|llc|ltd|gmbh|company|co|agency|the|times|post|press|magazine|journal|daily|tv|radio|online",
        r"studios?|store|shop|services?|solutions|university|college|bank|institute|association|foundation|cent(?:er|re)|club",
        r"network|blog|guide|marketing|digital|tech|care|redaktion|today)\b",
    ),
    re.I,
)
# Before "News" or "Herald" no person's given name.
NO_GIVEN_NAME: Final = re.compile(
    r"\b(?:fox|sky|yahoo|google|apple|local|world|national|international|regional|global|evening|morning|sunday|weekly|breaking|latest|live|"
    r"sports?|business|tech|health|weather|city|county|state|staff|web|green|good|bad|big|american|canadian|british|associated|united)\b",
    re.I,
)
# Single words that follow "by" or stand in links beside a headline.
LONE_WORDS: Final = frozenset(
    "in on at the this it save link shares close posted published categories via medium comments personal finance "
    # What follows a desk's byline in other languages: "Published on".
    "gepubliceerd geplaatst bijgewerkt veröffentlicht aktualisiert publié publicado publicada actualizado atualizado pubblicato "
    "aggiornato publicerad publiceret publisert julkaistu opublikowano publikováno publikované опубликовано обновлено".split()
)
