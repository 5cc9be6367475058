"""That the text goes on below an advertisement or a picture, and how long it takes to read.

The line names the advertisement, picture or video, or "below", and ends there: talks and stories go on after other things.
On the 502 written pages of fixtures (2026-11-27) 75 lines are known, none of the truth; in wcxb-dev's 793
articles 181, of which its truth has 3: "8 min read".
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

GOES_ON_CHARS: Final = 90

_MEDIA: Final = r"(?:annons|reklam|bild|grafik|video|klipp|foto|faktarut|annonce|billed|karta|kart)\w*"
_SLAVIC_MEDIA: Final = (
    r"(?:reklam\w{0,3}|oglas\w{0,3}|vide[aeou]\w{0,2}|slik(?:o|e|om|ama|ami)|fotk\w{0,3}|fotografi\w{1,4}|obráz\w{1,4}|baner\w{0,3}"
    r"|inzer\w{1,4}|(?:foto)?galeri\w{1,3}|map(?:ou|e|om)|graf(?:em|om|ikou)|anketou|příspěvkem|príspevkom|tweetem|infografik\w{1,3})"
)
_CYRILLIC_MEDIA: Final = r"(?:реклам\w{0,4}|оглас\w{0,4}|видео\w{0,3}|снимк\w{0,3})"

GOES_ON: Final[Rows] = (
    (
        "the story article text",
        r"(?:(?:story|article|text) )?continues (?:below|after)"
        r"(?:\W*$|[^.,]{0,20}\b(?:advert\w*|ads?|video|photo|image|gallery|picture|graphic|message|poll|post)\W*$)",
    ),
    ("continue continues", r"reading (?:below|after|the main story)|(?:after|below) (?:the |this )?(?:ad\b|advert)"),
    ("scroll", "(?:down )?to (?:continue|resume content)"),
    ("advertisement", r"(?:(?:continue|scroll|story|article)\b|\d{1,2}$)"),
    ("story", r"continues\W*$"),
    (
        "der artikel text",
        "(?:(?:artikel|text) )?(?:wird|geht|läuft) (?:nach|unter) (?:der|dieser|dem) (?:anzeige|werbung|bild|video)",
    ),
    ("nach", "der (?:anzeige|werbung) (?:weiterlesen|geht es weiter)"),
    ("lesen lies", "(?:sie )?nach der (?:anzeige|werbung)"),
    ("la", "suite après (?:cette|la) publicité|nota continúa"),
    ("l'article article", "se poursuit après|continue après (?:la|cette) publicité"),
    ("weiterlesen", r"nach der (?:anzeige|werbung)\W*$"),
    (
        "continúa continua sigue",
        "(?:leyendo )?(?:(?:después|debajo) de|tras|depois|após) (?:la|a|da) (?:publicidade?|imagen)",
    ),
    (
        "el la a o seguí",
        r"(?:(?:artículo|nota|noticia|notícia|texto) contin[uú]a|leyendo) (?:después|debajo|depois|após) (?:del?|d[ao]) (?:la )?"
        "(?:publicidade?|anuncio|anúncio|imagen)",
    ),
    ("continua", "(?:a leggere )?(?:dopo la pubblicità|després de la publicitat)"),
    ("l'articolo articolo", "(?:continua|prosegue) (?:dopo|sotto)"),
    (
        "tekst artikel het de lees",
        r"(?:tekst |artikel )?(?:gaat |loopt |leest )?(?:verder|door) (?:onder|na|hieronder)(?:\W*$| (?:de |het |deze "
        r"|dit )?(?:advertentie|video"
        r"|foto|afbeelding|beeld|reclame|kaart|grafiek|tweet|(?:(?:instagram|facebook)-?)?post|slideshow|infographic|bericht|podcast|illustratie|(?:foto)?galerij|fotogalerie"
        r"|poll|peiling|kader|tabel)(?:'?s|en)?(?:\s?/\s?(?:video|foto)(?:'?s)?)?\W*$)",
    ),
    (
        "artikeln texten artikkelen saken teksten artiklen historien",
        rf"fort(?:sätter|setter|sætter) (?:(?:efter|etter|under) {_MEDIA}|nedan|nedenfor|herunder)\W*$",
    ),
    ("fortsättningen fortsettelsen fortsættelsen", rf"(?:följer |følger )?(?:efter|etter|under) {_MEDIA}\W*$"),
    ("annons annonse annonce", r"text(?:en)? fort(?:sätter|setter|sætter) (?:nedan|nedenfor|under)\W*$"),
    ("juttu artikkeli teksti", r"jatkuu (?:mainoksen|kuvan|videon) (?:jälkeen|alla|alapuolella)\W*$"),
    ("mainos", r"(?:alkaa|päättyy|teksti jatkuu alla)\W*$"),
    ("ciąg dalsza", "(?:dalszy|część) (?:artykułu|tekstu|materiału)? ?(?:pod|poniżej|znajduje)"),
    ("pokračování článek článok", rf"(?:článku|textu|pokračuje)(?: (?:pod|po) {_SLAVIC_MEDIA}|\W*$| níže\W*$)"),
    ("a cikkünk", r"(?:cikk )?(?:a )?(?:hirdetés (?:után|alatt)|lejjebb) folytat(?:ódik|juk)\W*$"),
    ("a cikkünk", r"(?:cikk )?folytatódik (?:a hirdetés (?:után|alatt)|lejjebb)\W*$"),
    ("articolul", r"continu[ăa] (?:mai jos|după (?:reclam|publicit|imagin|foto|video)\w*)\W*$"),
    ("continuarea", r"articolului după (?:publicitate|reclamă)\W*$"),
    (
        "nastavak nadaljevanje pokračovanie sadržaj zgodba članek text článok tekst članak vest",
        r"(?:teksta|članka|článku|vesti|vijesti|(?:članka )?se nastavlja|se nadaljuje|pokračuje)(?: nájdete)?"
        rf" (?:(?:ispod|iza|nakon|posle|pod|po) {_SLAVIC_MEDIA}|ispod|spodaj|nižšie)\W*$",
    ),
    ("nastavak nadaljevanje pokračovanie", rf"(?:ispod|posle|nakon|pod|po) {_SLAVIC_MEDIA}\W*$"),
    ("sadržaj tekst članak vest", r"se nastavlja\W*(?:$|\.\.\.)"),
    ("продолжува продължава", rf"(?:по|под|след) {_CYRILLIC_MEDIA}\W*$"),
    (
        "текст текстот текстът статията вести вијест",
        rf"(?:се наставља|се продолжува|продължава|продолжува) (?:испод|после|по|под|след) {_CYRILLIC_MEDIA}\W*$",
    ),
    ("artikulli lajmi", r"vazhdon (?:(?:më )?poshtë(?: (?:reklam|video|foto)\w*)?|pas (?:reklam|video|foto)\w*)\W*$"),
    (
        "lugu artikkel",
        r"jätkub (?:pärast (?:reklaami|videot|pilti|galeriid)|(?:pildi|video|reklaami|galerii) (?:all|järel)|allpool)\W*$",
    ),
    ("turpinājums raksts", r"(?:turpinās )?(?:pēc|zem) (?:reklām|attēl|video)\w*\W*$"),
    (
        "straipsnis straipsnio tekstas",
        r"(?:tęsiamas|tęsinys|tęsinio)\W+(?:po (?:reklam|nuotrauk|vaizdo)\w*|žemiau)\W*$",
    ),
    ("greinin fréttin", r"heldur áfram (?:fyrir )?neðan(?: (?:við )?(?:mynd|auglýsing)\w*)?\W*$"),
    ("mae'r", r"erthygl yn parhau(?:\W*$| o dan | isod| ar ôl yr hysbyseb)"),
    ("leanann", r"an t-(?:alt|scéal) (?:faoi|tar éis|thíos)"),
    ("storie artikel", r"gaan (?:hier )?onder voort\W*$"),
    ("продолжение продовження", r"(?:после|под|після|під) реклам\w{1,3}\W*$"),
    ("haberin haber yazının", r"devamı(?: (?:reklamdan(?: sonra)?|aşağıda|için tıkla(?:yın|yınız)?))?\W*$"),
    ("gulir gulirkan", "(?:ke bawah )?untuk (?:melanjutkan|lanjut)"),
    ("lanjutkan bài", r"membaca\W*$|viết tiếp tục (?:sau|bên dưới|dưới)(?: quảng cáo)?\W*$"),
    # A broadcaster's pages in many languages.
    ("تخطى تخطي", r"[^.،]{2,40} وواصل القراءة\W*$"),
    ("رد", r"شدن از [^.،]{2,40} و ادامه دادن به خواندن\W*$"),
    ("کد", r"خبر\W{0,3}[\d۰-۹]{3,10}\W*$"),
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
    ("luister lyssna", r"(?:hier na ons podsending|(?:också |även )?på podden (?-i:[A-ZÅÄÖ])[^.,]{1,40}\W*$)"),
    ("citește", r"mai mult\w* (?:știri|reportaje|articole|detalii|interviuri) aici\W*$"),
    ("lesezeit leestijd lästid leitura", r"\d+\s?min\w*\W*$"),
)
