"""Labels of links to other articles, in the languages that news is written in: whole labels, not what sentences begin with."""

from functools import cache
from typing import Final

from scraper.cleaner.metadata.months import plain

# A row for each language or two near ones.
_LABELS: Final = (
    # one word: with a link and nothing else
    "lea|lee|leer|mira|vea|ver|lire|lis|voir|leia|veja|leggi|guarda|lees|läs|les|læs|se|lue|katso|loe|czytaj|zobacz|čtěte|čítajte|olvasd"
    "|citește|vezi|pročitajte|pogledajte|прочитајте|читайте|смотрите|прочетете|вижте|дивіться|διαβάστε|δείτε|okuyun|baca|simak|đọc|xem|اقرأ"
    "|شاهد|طالع|قراءة|קראו|צפו|पढ़ें|देखें|পড়ুন|படிக்க|చదవండి|ಓದಿ|വായിക്കുക|อ่าน|阅读|閱讀|参考|參考|参照"
    "|lies|lesen|hören|watch now|listen now",
    "read also|also read|read more|read next|read this|read|see also|see more|watch also|also watch|watch|listen|more"
    "|must read|must-reads|related|related reading|related story|related stories|related article|related articles"
    "|related post|related posts|related news|related content|related coverage|related links|related topics"
    "|related video|recommended|recommended reading|recommended for you|you may like|you may also like|you might like"
    "|you might also like|you may also be interested|you may be interested in|you might be interested in"
    "|you might want to read|can also read|more on this|more on this story|more on this topic|continue reading"
    "|don't miss|in case you missed it|icymi|editor's pick|editor's picks|editor's choice"
    "|suggested reading|next up|up next|what to read next|trending|trending now|most read|go deeper",
    "lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie hier mehr|lesen sie weiter|lesen sie dazu"
    "|lesen sie dazu auch|lies auch|lies dazu auch|auch interessant|auch lesenswert|auch spannend"
    "|ebenfalls interessant|mehr zum thema|mehr dazu|mehr lesen|mehr dazu lesen sie hier|lesen sie hier mehr dazu"
    "|das könnte sie auch interessieren|das könnte dich auch interessieren|das könnte euch auch interessieren"
    "|das könnte sie interessieren|das könnte dich interessieren|weiterlesen|siehe auch|passend dazu|dazu passend"
    "|passend zum thema|lesetipp|lesetipps|weitere artikel|weitere artikel zum thema|verwandte artikel"
    "|ähnliche artikel|zum thema",
    "lire aussi|à lire aussi|à lire|a lire également|à lire ensuite|lire également|lire la suite|lire plus"
    "|lisez aussi|voir aussi|à voir aussi|à voir|écouter aussi|à écouter|regarder aussi|sur le même sujet"
    "|sur le même thème|à ne pas manquer|pour aller plus loin|article lié|articles liés|articles similaires"
    "|articles connexes",
    "lea también|lea además|lea más|lee también|lee además|lee más|lee aquí|leer también|leer más|te puede interesar"
    "|te podría interesar|te puede interesar leer|le puede interesar|le podría interesar|les puede interesar"
    "|puede interesarle|te recomendamos|te recomendamos leer|le recomendamos|quizás te interese|tal vez te interese"
    "|también te puede interesar|también lee|también lea|también puedes leer|además|vea también|ver también|ver más"
    "|mira también|mirá también|nota relacionada|notas relacionadas|noticia relacionada|noticias relacionadas"
    "|artículo relacionado|artículos relacionados|contenido relacionado|relacionado|relacionada|relacionadas"
    "|relacionados|sigue leyendo|seguir leyendo|seguí leyendo|puedes leer|no te pierdas|no te lo pierdas"
    "|más sobre este tema",
    "llegiu també|llegir també|llegeix també|et pot interessar|més informació|le tamén|máis información|irakurri ere"
    "|irakurri gehiago",
    "leia também|leia mais|leia ainda|leia a seguir|veja também|veja mais|veja ainda|assista também|confira"
    "|confira também|saiba mais|você pode gostar|pode te interessar|você também pode gostar"
    "|matérias relacionadas|leia mais sobre o assunto|ler mais|leia aqui",
    "leggi anche|leggi tutto|leggi di più|legga anche|vedi anche|guarda anche|potrebbe interessarti"
    "|ti potrebbe interessare|potrebbe interessarti anche|potrebbero interessarti|ti potrebbero interessare"
    "|per approfondire|approfondisci|approfondimenti|approfondimento|articoli correlati|correlati|da non perdere"
    "|sullo stesso argomento|leggi pure",
    "lees ook|lees meer|lees verder|lees hier|zie ook|bekijk ook|luister ook|ook interessant|meer over dit onderwerp"
    "|gerelateerd|lees ook eens",
    "läs också|läs även|läs mer|läs vidare|se också|se även|lyssna också|relaterat|missa inte|läs mer om|les også"
    "|les mer|les saken|se også|hør også|relaterte saker|læs også|læs mere|læs her|se mere|relateret|læs videre"
    "|lesa einnig|lestu einnig|lesa meira|sjá einnig|sjá nánar",
    "lue myös|lue lisää|lue seuraavaksi|katso myös|aiheesta lisää|lue tästä|loe ka|loe lisaks|loe veel|loe rohkem"
    "|vaata ka",
    "czytaj też|czytaj także|czytaj również|czytaj więcej|czytaj dalej|przeczytaj|przeczytaj też|przeczytaj także"
    "|przeczytaj również|przeczytaj więcej|zobacz też|zobacz także|zobacz również|zobacz więcej|sprawdź też"
    "|sprawdź także|polecamy|polecamy także|polecamy również|warto przeczytać|dowiedz się więcej|więcej na ten temat"
    "|może cię zainteresować|może cię też zainteresować|powiązane|powiązane artykuły",
    "čtěte také|čtěte též|čtěte více|čtěte dále|přečtěte si|přečtěte si také|přečtěte si i|přečtěte si více"
    "|mohlo by vás zajímat|související|související články|viz také|čítajte aj|čítajte tiež|čítajte viac|čítajte ďalej"
    "|prečítajte si aj|prečítajte si tiež|prečítajte si viac|prečítajte si|mohlo by vás zaujímať|mohlo by vás zaujať"
    "|súvisiace|súvisiace články",
    "olvassa el ezt is|olvasd el ezt is|olvassa el|olvasd el|olvasd el ez is|ezt is olvassa el|ezt is olvasd el"
    "|olvastad már|olvasta már|kapcsolódó|kapcsolódó cikk|kapcsolódó cikkek|kapcsolódó cikkünk|ez is érdekelheti"
    "|ez is érdekelhet|további cikkek",
    "citește și|citește mai mult|citește mai departe|citiți și|vezi și|v-ar putea interesa|te-ar putea interesa"
    "|articole similare|recomandări|lexo edhe|lexoni edhe|lexo gjithashtu|lexoni gjithashtu|lexo më shumë|shiko edhe",
    "pročitajte i|pročitajte još|pročitajte također|pročitajte više|pročitaj i|čitajte i|čitajte još|pogledajte i"
    "|pogledajte još|vezane vijesti|vezani članci|povezane vesti|povezane vijesti|povezani članci|povezane novice"
    "|povezane teme|preberite tudi|preberite še|preberite več|berite tudi|poglejte tudi",
    "прочитајте и|прочитајте још|прочитајте повеќе|прочитај и|прочитај уште|прочитајте уште|читајте и|читајте још"
    "|погледајте и|повезане вести|поврзани вести|прочетете още|прочетете и|прочетете повече|вижте още|вижте също"
    "|вижте и|още по темата|четете още|четете също",
    "читайте также|читайте еще|читайте далее|читайте по теме|читать также|читать еще|читать далее|читать полностью"
    "|смотрите также|см. также|по теме|материалы по теме|еще по теме|подробнее|подробнее об этом"
    "|вам может быть интересно|похожие материалы|похожие статьи|рекомендуем|рекомендуем прочитать|сюжет"
    "|что еще почитать",
    "читайте також|читайте ще|читайте далі|читати також|дивіться також|за темою|по темі|матеріали за темою|докладніше"
    "|детальніше|вас може зацікавити|також читайте|чытайце таксама|чытайце яшчэ|глядзіце таксама|па тэме"
    "|оқи отырыңыз|дагы окуңуз|mavzuga oid|shuningdek oʻqing"
    "|тағы оқыңыз|сондай-ақ оқыңыз|тағы да оқыңыз",
    "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε εδώ|διάβασε επίσης|διάβασε ακόμα"
    "|δείτε επίσης|δείτε ακόμα|δείτε ακόμη|σχετικά άρθρα|σχετικά νέα|διαβάστε και|διαβάστε σχετικά",
    "ayrıca okuyun|bunu da okuyun|bunları da okuyun|ilginizi çekebilir|bunlar da ilginizi çekebilir|ilgili haber"
    "|ilgili haberler|ilgili içerik|ilgili içerikler|ilgili yazı|ilgili yazılar|devamını oku|okumaya devam et"
    "|haberin devamı|həmçinin oxuyun|həmçinin bax|bu mövzuda|əlaqəli xəbərlər|oxşar xəbərlər",
    "lasi arī|lasiet arī|skaties arī|saistītie raksti|taip pat skaitykite|taip pat skaityk|skaityk daugiau"
    "|skaitykite daugiau|skaitykite taip pat|dar skaitykite|susiję straipsniai|susijusios naujienos",
    "اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|اقرأ كذلك|اقرأ/ي أيضا|تابع أيضا|موضوعات متعلقة|عناوين أخرى|اقرئي أيضا"
    "|اقرأوا أيضا|اقرؤوا أيضا|شاهد أيضا"
    "|شاهدوا أيضا|طالع أيضا|ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|قد يهمك|قد يهمك أيضا|قد يعجبك أيضا"
    "|للمزيد|المزيد",
    "بیشتر بخوانید|همچنین بخوانید|این را هم بخوانید|بیشتر ببینید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|بخوانید"
    "|יותר בנושא|קראו גם|קראו עוד|קרא עוד|לקריאה נוספת|כתבות נוספות|עוד בנושא|ראו גם|یہ بھی پڑھیں|یہ بھی پڑھیے"
    "|یہ بھی پڑھئے|مزید پڑھیں|مزید پڑھیے|متعلقہ خبریں",
    "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|यह भी पढ़े|ये भी पढ़े|इसे भी पढ़े|यह भी देखें|ये भी देखें|और पढ़ें|आगे पढ़ें|संबंधित खबरें|संबंधित ख़बरें|हेही वाचा"
    "|हे देखील वाचा|आणखी वाचा|यो पनि पढ्नुहोस्|यो पनि पढ्नुस्|सम्बन्धित खबर|थप पढ्नुहोस्",
    "আরও পড়ুন|আরো পড়ুন|এছাড়াও পড়ুন|আরও দেখুন|આ પણ વાંચો|આ પણ જુઓ|વધુ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|ਹੋਰ ਪੜ੍ਹੋ|மேலும் படிக்க|மேலும் படிக்கவும்"
    "|மேலும் வாசிக்க|இதையும் படிங்க|இதையும் படிக்கலாம்|இதையும் படியுங்கள்|இதையும் வாசிக்க|ఇది కూడా చదవండి|ఇవి కూడా చదవండి|దీన్ని కూడా చదవండి|మరిన్ని చదవండి"
    "|ಇದನ್ನೂ ಓದಿ|ಇದನ್ನು ಓದಿ|ಹೆಚ್ಚು ಓದಿ|ഇതും വായിക്കുക|കൂടുതൽ വായിക്കുക|ഇതും വായിക്കൂ|තවත් කියවන්න|මේවත් කියවන්න",
    "อ่านเพิ่มเติม|อ่านต่อ|อ่านเพิ่ม|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ອ່ານເພີ່ມເຕີມ|ອ່ານຕໍ່|អានបន្ថែម|អានផងដែរ"
    "|សូមអានបន្ថែម|សូមអានផងដែរ|ဆက်ဖတ်ရန်|ဆက်စပ်ဖတ်ရှုရန်|ဆက်စပ်သတင်း|ဆက်စပ်သတင်းများ|ဆက်လက်ဖတ်ရှုရန်",
    "baca juga|baca selengkapnya|baca lagi|baca pula|baca berita lainnya|simak juga|simak pula|lihat juga|tonton juga"
    "|artikel terkait|berita terkait|berita lainnya|terkait|artikel berkaitan|berita berkaitan|đọc thêm|đọc tiếp"
    "|xem thêm|xem tiếp|tin liên quan|bài liên quan|có thể bạn quan tâm|basahin din|basahin rin|basahin pa"
    "|kaugnay na balita|soma pia|karanta kuma|ku karanta|ƙarin labarai masu alaƙa|ተጨማሪ ያንብቡ|ይህንንም ያንብቡ"
    "|ተዛማጅ ዜናዎች|akhri sidoo kale|soma zaidi|habari zinazohusiana",
    "延伸阅读|延伸閱讀|扩展阅读|擴展閱讀|推荐阅读|推薦閱讀|相关阅读|相關閱讀|相关报道|相關報道|相關報導|相关新闻"
    "|相關新聞|相关链接|相关专题|往期回顾|相關連結|相关文章|相關文章|阅读更多|閱讀更多|更多|更多新闻|更多新聞|更多报道|更多報導"
    "|更多內容|更多内容|看更多|点击阅读|點擊閱讀|参阅|參閱",
    "関連|関連記事|関連リンク|関連ニュース|関連動画|あわせて読みたい|合わせて読みたい|あわせて読む|おすすめ記事"
    "|続きを読む|もっと見る|もっと読む|こちらも|参考記事|こちらもおすすめ|관련기사|관련뉴스|관련글|관련영상|더보기"
    "|함께보면좋은기사|추천기사|이기사도",
    "suggested|previous coverage|previously|watch more|also see|in other news|full coverage|full story|keep reading|watch below"
    "|from the archives|from the archive|more headlines|more local news|more top stories|relire|pe aceeași temă"
    "|más columnas|veja outras notícias|meer hierover|luister ook naar onze podcast|bekijk ook de video|se video|se mer"
    "|ajánlott cikkek|korábban írtunk róla|korábban írtunk erről|korábbi cikkünk|ειδήσεις σήμερα|bunu oku|بیشتر بدانید"
    "|כתבות נוספות בנושא|לכתבה הקודמת|इससे जुड़ी खबरें|विस्तार से पढ़ें|বিস্তারিত পড়ুন|ข่าวแนะนำ|อ่านข่าว|คลิกอ่าน|ชมคลิป|อ่านประกอบ"
    "|อ่านข่าวต้นฉบับ|mời bạn xem thêm|mời độc giả xem thêm|mời bạn đọc xem thêm|pilihan editor|selengkapnya|simak video"
    "|lihat juga video|tonton juga video|basahin|panoorin|magbasa pa|tingnan din|同場加映|其他新聞|你可能也喜歡|猜你喜欢|热门推荐",
    "წაიკითხეთ ასევე|წაიკითხეთ აგრეთვე|წაიკითხეთ მეტი|ასევე წაიკითხეთ|ასევე ნახეთ|կարդացեք նաև|կարդացեք ավելին"
    "|կարդալ նաև|կարդալ ավելին",
    "beri tudi|povezani članki|preberi še|preberi več|sorodne novice|morda vas zanima|več o tej temi"
    "|ostale novice avtorja|oglejte si galerijo"
    "|poglejte video|pročitajte i ovo|vezane teme|vezani članak|povezani članak|srodne vesti|srodne vijesti|možda će vas zanimati"
    "|više o temi|pogledajte video|bonus video|opširnije|najčitanije|izdvajamo|ne propustite|preporučujemo",
    "опширније|погледајте још|можда ће вас занимати|погледајте видео|препоръчваме ви|свързани статии"
    "|повече по темата|гледайте видеото|видете и"
    "|поврзано|поврзани содржини|погледнете го видеото|больш пра гэта|яшчэ па тэме|чытаць далей",
    "lexoni më shumë|lajme të ngjashme|mund t'ju interesojë|lidhur me temën|shiko videon|viac k téme|odporúčame|pozrite si video"
    "|ďalšie články autora|loe lähemalt siit|loe lähemalt|seotud lood|seotud artiklid|loe samal teemal"
    "|vaata galeriid|vaata ka videot",
    "lasi vēl|uzzini vairāk|skaties video|vairāk par tēmu|vairāk par tēmu lasi šeit|skaityti daugiau|skaitykite"
    "|daugiau apie tai skaitykite čia|susijęs straipsnis|tengdar fréttir|sjá nánar hér|horfðu á|darllenwch hefyd|darllen mwy"
    "|hefyd o ddiddordeb|straeon perthnasol|mwy ar y stori hon|pynciau cysylltiedig|léigh freisin"
    "|léigh tuilleadh|tuilleadh eolais anseo"
    "|leugh cuideachd|sgeulachdan co-cheangailte|cuspairean co-cheangailte|les eisini|sí eisini|du har väl inte missat"
    "|titta på videon nedan|följ ämnen i artikeln",
    "ఇదీ చదవండి|ఇవీ చదవండి|ఇదీ చూడండి|సంబంధిత వార్తలు|సంబంధిత కథనాలు|കൂടുതൽ വായിക്കൂ|ഇതുകൂടി വായിക്കാം|ഇതുകൂടി വായിക്കൂ|കൂടുതൽ വായനയ്ക്ക്"
    "|അനുബന്ധ വാർത്തകൾ|இதையும் படிக்க|இதையும் காண்க|தொடர்புடைய செய்தி|தொடர்புடைய செய்திகள்|આ પણ વાંચોઃ|આ સમાચાર પણ વાંચો|સંબંધિત સમાચાર|ಇದನ್ನೂ ನೋಡಿ"
    "|ಇದನ್ನೂ ಓದಿರಿ|ಹೆಚ್ಚಿನ ಓದು|یہ بھی دیکھیں|مزید جانیے|متعلقہ خبر|यो पनि हेर्नुहोस्|यी पनि पढ्नुहोस्|सम्बन्धित समाचार|අදාළ පුවත්"
    "|මේකත් කියවන්න|මෙයද කියවන්න|මෙයත් කියවන්න|සබැඳි පුවත්|මේවාත් බලන්න|अधिक वाचा|हेही पाहा|संबंधित बातम्या|हे वाचलं का"
    "|ਇਹ ਵੀ ਵੇਖੋ|ਪੜ੍ਹੋ ਇਹ ਵੀ|ਇਹ ਖ਼ਬਰ ਵੀ ਪੜ੍ਹੋ",
    "bunları da oxuyun|bunu da oxuyun|daha ətraflı|ətraflı oxu|oxşar xəbər|унших|холбоотой мэдээ"
    "|холбоотой|мөн уншаарай|زیاتر بخوێنەوە"
    "|هەروەها بخوێنەوە|ئەمەش بخوێنەوە|بابەتی پەیوەندیدار|هەواڵی پەیوەندیدار|იხილეთ ასევე|აქვე იხილეთ"
    "|ამავე თემაზე|დაწვრილებით|იხილეთ ვიდეო"
    "|դիտեք նաև|տեսեք նաև|դիտեք նաեվ|տեսեք նաեվ|կարդացեք նաեվ|կարդալ նաեվ|អានបន្ត|អត្ថបទទាក់ទង|тақырып бойынша"
    "|тақырыпқа орай|тағы оқыңыздар",
    "lees verder hier|kyk die video hier|luister hier na ons podsending|unaweza pia kusoma|pia unaweza kusoma"
    "|tazama pia|endelea kusoma"
    "|በተጨማሪ ያንብቡ|us pot interessar|els més llegits|le sugerimos|más información|citește întreaga știre"
    "|continua a leggere|explainer|dig deeper|catch up|trending stories|more stories|more like this|from our partners"
    "|suggested topics|see more stories|more coverage",
    "you might also be interested in|notizie correlate|ler também|segueix llegint|notícies relacionades|gerelateerde artikelen"
    "|läs hela artikeln|läs hela artikeln här|relaterade artiklar|les hele saken|les hele saken her|relaterte artikler"
    "|læs hele artiklen|læs hele artiklen her|relaterede artikler|lue koko juttu|katso kuvat|číst celý článek|mohlo"
    " by vás také zajímat"
    "|ezek is érdekelhetik|citește articolul integral|știri similare|свързани новини|читати далі|читать дальше"
    "|पूरी खबर पढ़ें|পূর্ণাঙ্গ খবর পড়ুন|এ-সম্পর্কিত আরও খবর"
    "|많이 본 뉴스|이 시각 주요뉴스|tin cùng chuyên mục|点击查看更多|點擊查看更多|繼續閱讀|继续阅读",
    "dans la même rubrique|otras noticias|gli articoli correlati|veckans mest lästa|mest lästa|przeczytaj koniecznie|diğer haberler"
    "|bu haberi okuyanlar bunları da okudu|yazarın önceki yazıları|önceki yazılar|新着ニュース|주요기사|이 시각 주요기사",
)
# Before a list or an address of the article's own, too: "À ne pas manquer :", "Más información: 900 123 456".
_OF_LISTS: Final = (
    "à ne pas manquer|à voir|à voir aussi|à écouter|à lire|pour aller plus loin|da non perdere|per approfondire|approfondimento"
    "|approfondimenti|approfondisci|recommended|recommended reading|suggested|suggested reading|must read|must-reads"
    "|don't miss|previously"
    "|explainer|trending|watch|listen|read|more|read this|más información|més informació|máis información|no te"
    " pierdas|no te lo pierdas"
    "|recomandări|te recomendamos|le recomendamos|relacionado|relacionada|relacionadas|relacionados|saiba mais|confira|missa inte"
    "|polecamy|warto przeczytać|preporučujemo|izdvajamo|ne propustite|odporúčame|рекомендуем|подробнее|докладніше"
    "|детальніше|за темою"
    "|zum thema|passend dazu|siehe auch|viz také|zie ook|se også|se även|se också|katso myös|ver también|vedi anche|更多"
)

# Labels only beside their links: sentences and sub-headings begin with them, too.
_BESIDE_LINKS: Final = (
    "več|više|iz arhiva|vezano|више|повеќе|слично|по темата|k téme|वाचा|यो पनि|daha çox|kyk"
    "|recomandare|top picks|around the web|read full story"
)


@cache
def _folded() -> frozenset[str]:
    return frozenset(plain(label) for row in _LABELS for label in row.split("|"))


@cache
def _folded_beside_links() -> frozenset[str]:
    return _folded() | {plain(label) for label in _BESIDE_LINKS.split("|")}


@cache
def _folded_of_lists() -> frozenset[str]:
    return frozenset(plain(label) for label in _OF_LISTS.split("|"))


@cache
def _folded_words() -> frozenset[str]:
    return frozenset(plain(label) for label in _LABELS[0].split("|"))


MAX_CHARS: Final = 60
"""A longer text is no label: the longest has 40 characters."""


def is_read_also(text: str, *, beside_link: bool = False) -> bool:
    """Whether a text is such a label, whatever marks stand around it; beside its link it may be a word of sentences.

    >>> is_read_also("» À LIRE AUSSI :"), is_read_also("Read more about the harbour")
    (True, False)
    """
    return len(text) <= MAX_CHARS and plain(text) in (_folded_beside_links() if beside_link else _folded())


def stands_before_lists(text: str) -> bool:
    """Whether a label may also stand before a list or an address that belongs to the article.

    >>> stands_before_lists("Recommended reading:"), stands_before_lists("Read also:")
    (True, False)
    """
    return len(text) <= MAX_CHARS and plain(text) in _folded_of_lists()


def is_one_word_of_many(text: str) -> bool:
    """Whether a label is one word that is a name or a word of other languages, too, as "Lee" and "Les" are.

    >>> is_one_word_of_many("Lee"), is_one_word_of_many("Leer también")
    (True, False)
    """
    return len(text) <= MAX_CHARS and plain(text) in _folded_words()


def begins_read_also(text: str) -> bool:
    """Whether a text begins with such a label of several words, and so is one itself where only a headline follows.

    >>> begins_read_also("LIRE AUSSI SUR LE PORT >>")
    True
    """
    words = text[:MAX_CHARS].split()
    return any(plain("".join(words[:count])) in _folded() for count in (2, 3))
