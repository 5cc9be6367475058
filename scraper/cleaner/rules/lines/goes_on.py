"""That the text goes on below an advertisement or a picture, how long it takes to read, and labels of what stands beside it."""

from typing import Final

from scraper.cleaner.rules.lines.rows import Rows

GOES_ON_CHARS: Final = 90

GOES_ON: Final[Rows] = (
    ("the story article text", "(?:(?:story|article|text) )?continues (?:below|after)"),
    ("continue continues", r"reading (?:below|after|the main story)|(?:after|below) (?:the |this )?(?:ad\b|advert)"),
    ("scroll", "(?:down )?to continue"),
    ("advertisement", r"(?:continue|scroll|story|article|\d{1,2}$)"),
    ("story", r"continues\W*$"),
    (
        "der artikel text",
        "(?:(?:artikel|text) )?(?:wird|geht|läuft) (?:nach|unter) (?:der|dieser|dem) (?:anzeige|werbung|bild|video)",
    ),
    ("nach", "der (?:anzeige|werbung) (?:weiterlesen|geht es weiter)"),
    ("lesen lies", "(?:sie )?nach der (?:anzeige|werbung)"),
    ("la", "suite après (?:cette|la) publicité|nota continúa"),
    ("l'article article", "se poursuit après"),
    (
        "continúa continua sigue",
        "(?:leyendo )?(?:(?:después|debajo) de|tras|depois|após) (?:la|a|da) (?:publicidade?|imagen)",
    ),
    (
        "el la a o seguí",
        r"(?:(?:artículo|nota|noticia|notícia|texto) contin[uú]a|leyendo) (?:después|debajo|depois|após) (?:del?|d[ao]) (?:la )?"
        "(?:publicidade?|anuncio|anúncio|imagen)",
    ),
    ("continua", "(?:a leggere )?dopo la pubblicità"),
    ("l'articolo articolo", "(?:continua|prosegue) (?:dopo|sotto)"),
    ("tekst artikel het de lees", "(?:tekst |artikel )?(?:gaat )?verder (?:onder|na)"),
    ("artikeln texten artikkelen saken teksten artiklen", "fort(?:sätter|setter|sætter) (?:efter|etter|under)"),
    ("fortsättningen fortsettelsen fortsættelsen", "(?:följer |følger )?(?:efter|etter|under)"),
    ("juttu", "jatkuu (?:mainoksen|kuvan|videon)"),
    ("ciąg dalsza", "(?:dalszy|część) (?:artykułu|tekstu|materiału)? ?(?:pod|poniżej|znajduje)"),
    ("pokračování článek článok", "(?:článku|textu|pokračuje) (?:pod|po)"),
    ("a articolul", "cikk (?:a hirdetés|lejjebb)|continu[ăa] (?:după|mai jos)"),
    ("tekst članak vest nastavak", "se (?:nastavlja (?:ispod|nakon|posle)|nadaljuje)|članka"),
    (
        "nastavak nadaljevanje pokračovanie sadržaj zgodba članek text článok",
        r"(?:teksta|članka|článku|vesti|vijesti|se nastavlja|se nadaljuje|pokračuje)(?: nájdete)?"
        r" (?:ispod|iza|nakon|posle|pod|pri|po"
        r"|spodaj|nižšie)(?: (?:reklam|oglas|vide|slik|fotk|fotograf|obráz)\w*)?\W*$",
    ),
    ("nastavak nadaljevanje pokračovanie", r"(?:ispod|posle|nakon|pod|po) (?:reklam|oglas|vide)\w*\W*$"),
    ("sadržaj tekst članak vest", r"se nastavlja\W*(?:$|\.\.\.)"),
    (
        "продолжува продължава текст текстот текстът статията вести вијест",
        r"(?:(?:се наставља|се продолжува|продължава|продолжува) )?(?:испод|после|по|под|след) (?:реклам|оглас|видео|снимк)\w*",
    ),
    ("artikulli lajmi", "vazhdon (?:poshtë|pas|më poshtë)"),
    ("lugu artikkel", "jätkub (?:pärast|pildi|video|reklaami|allpool|galerii)"),
    ("turpinājums raksts", r"(?:turpinās )?(?:pēc|zem) (?:reklām|attēl|video)\w*"),
    ("straipsnis straipsnio tekstas", r"(?:tęsiamas|tęsinys|tęsinio)\W+(?:po|žemiau)"),
    ("greinin fréttin", "heldur áfram (?:fyrir )?neðan"),
    ("mae'r", "erthygl yn parhau"),
    ("leanann", r"an t-(?:alt|scéal) (?:faoi|tar éis|thíos)"),
    ("storie artikel", "gaan (?:hier )?onder voort"),
    ("продолжение продовження", "(?:после|под|після|під) реклам"),
    ("haberin haber yazının", r"devamı(?: (?:reklamdan|aşağıda|için tıkla)|\W*$)"),
    ("gulir gulirkan lanjutkan bài", "(?:ke bawah )?untuk (?:melanjutkan|lanjut)|membaca|viết tiếp tục"),
    (
        "temps tiempo tempo czas reading",
        r"(?:d[ei] (?:lecture|lectura|lettura|leitura)|czytania|time)\W*\d+\s?min\w*\W*$",
    ),
    ("vreme vrijeme time čas predviden", r"(?:čas )?(?:čitanja|branja|čítania|čtení)\W*\d+\s?min\w*\W*$"),
    ("време час", r"(?:за )?(?:читања|читање|четене|читання|чытання|чтения)\W*\d+\s?(?:мин|хв)\w*\W*$"),
    ("timp koha skaitymo", r"(?:de citire|e leximit|laikas)\W*\d+\s?min\w*\W*$"),
    ("lugemisaeg", r"\d+\s?min\w*\W*$"),
    ("posodobljeno ažurirano", r"pred \w+ \w+\W+predviden čas branja\W*\d+\s?min\w*\W*$"),
    ("baxış үзсэн прегледа просмотров pregleda", r"(?:sayı)?\W*\d[\d\s.,]*$"),
    # Without a word such as "read" it may be a recipe's.
    (
        " ".join(map(str, range(1, 31))),
        r"min\w*\.?\s(?:read|listen|lesezeit|d[ei] (?:lecture|lectura|lettura|leitura|citire)|leestijd|czytania"
        r"|čítania|čtení|čitanja|чтения|okuma)\W*$",
    ),
    ("размер", r"(?:на )?шрифта\W*(?:[aа]\W*)*$"),
    ("luister lyssna", "(?:hier na ons podsending|(?:också |även )på podd)"),
    ("citește", r"mai mult\w* \w+ aici\W*$"),
    ("lesezeit leestijd lästid leitura", r"\d+\s?min\w*\W*$"),
)

# Labels of what the page offers beside its text; the whole of a line.
TOOLS: Final = (
    "listen to this article|listen to the article|listen to article|listen to this story|read aloud|font size|text size"
    "|share this article|share this story|share this|copy link|print this article|save article|save for later"
    "|gift this article|watch the video|watch video|artikel anhören|artikel vorlesen|diesen artikel anhören"
    "|diesen artikel teilen|artikel teilen|artikel drucken|artikel merken|schriftgrösse|écouter l'article"
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
    "|link copied|copy link copied|show more|show less|back to top|view comments|opens in new window|now playing|play video|loading"
    "|purchase licensing rights|suggest a correction|report a typo or error|report a correction or typo|report an error|file photo"
    "|shpërndaje këtë lajm|shpërndaje në facebook|podelite vest|podijeli članak|podijeli na facebooku|zdieľať na facebooku"
    "|zdieľať článok|сподели на фејсбук|сподели във фейсбук|poslušajte članak|poslušaj članek|vypočuť článok|чуй статията"
    "|чуйте статията|slušaj vest|jaga seda lugu sõbraga|deildu fréttinni með vinum|dalies ar šo rakstu"
    "|dela den här artikeln med en vän"
    "|dela artikeln med en vän|අදහස් දක්වන්න|ඔබගේ අදහස් පහතින් දක්වන්න|මෙම පුවත බෙදාගන්න|प्रतिक्रिया दिनुहोस्|උණුසුම් පුවත්"
)

# An advertisement's label, alone in its block. Words that also stand for a statement or a notice are such labels alone.
ADS: Final = (
    "advertisement|advert|reklama|reklam|reklaam|reklāma|reklamë|reclamă|publicitate"
    "|oglas|oglasi|oglašavanje|oglasno sporočilo|auglýsing"
    "|hysbyseb|fógra|tangazo|matangazo|advertensie|advertentie|annonce|annons|annonse|mainos|anzeige|werbung|publicité"
    "|publicidad|publicidade|pubblicità|publicitat|iragarkia|hirdetés"
    "|реклама|рэклама|оглас|огласи|жарнама|жарнак|сурталчилгаа|διαφήμιση|რეკლამა|գովազդ|ពាណិជ្ជកម្ម"
    "|ផ្សាយពាណិជ្ជកម្ម|ကြော်ငြာ|ໂຄສະນາ|โฆษณา|ڕیکلام|ریکلام|پاشتهار|اشتہار|آگهی|تبلیغات|إعلان|اعلان|פרסומת"
    "|പരസ്യം|ప్రకటన|விளம்பரம்|જાહેરાત|දැන්වීමයි|දැන්වීම|जाहिरात|ਇਸ਼ਤਿਹਾਰ|ਇਸ਼ਤਿਹਾਰ|ಜಾಹೀರಾತು|विज्ञापन|বিজ্ঞাপন|ማስታወቂያ|quảng cáo|iklan|广告|廣告"
)
