"""What a site says at its gates: who may read on, how to sign up and what came of it, where to comment.

Such lines end where they have said so, or name subscribers, comments or an account: banks and courts say the rest, too.
On the 502 written pages of fixtures (2026-11-27) 71 lines are known, none of the truth; in wcxb-dev's 793
articles 28, none of the truth.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_SOON: Final = r"\s*(?:$|[.!])"

GATES: Final[Rows] = (
    (
        "this",
        r"content is reserved for subscribers(?: only)?\W*$|(?:advertisement|video|content) has (?:not loaded|failed to load)",
    ),
    ("we", r"apologi[sz]e, but this video has failed to load|encountered an (?:issue|error) signing you up"),
    ("try", "refreshing your browser, or tap"),
    (
        "register",
        r"(?:(?:or|now) )?(?:sign in )?to (?:unlock (?:more|this|all|unlimited) (?:articles?|stor(?:y|ies))"
        r"|continue reading|read)\W*$",
    ),
    (
        "you",
        r"have reached your limit of (?:\d+ )?(?:free )?(?:articles|stories)\b|can now listen to (?:\w+ ){0,2}articles!\W*$",
    ),
    ("newyou", r"can now listen to (?:\w+ ){0,2}articles!"),
    (" ".join(map(str, range(1, 31))), r"free (?:articles|stories) (?:left|remaining)\W*$"),
    (
        "there error",
        r"(?:there )?was an error(?:, please (?:provide|enter) a valid| processing your (?:request|subscription|registration))",
    ),
    ("sorry", r"an error occurred\W*$"),
    ("something", r"went wrong\W*please try again(?: later)?\W*$"),
    ("success", r"(?:an email has been sent(?: to (?:you|\S*@)|\W*$| with)|check your inbox)"),
    ("please", r"enter a valid e-?mail(?: address)?\W*$"),
    ("thanks thank", r"(?:you )?for (?:signing up|subscribing|registering)\W*(?:$|check |please )"),
    ("thank", r"you for reading\W*$"),
    ("si", r"quieres apoyar la elaboración de noticias como esta, suscríbete\b"),
    ("link", r"presente: gostou deste texto\? assinante\b"),
    ("simak lihat tonton saksikan", r"(?:juga )?video(?:nya)?(?: di bawah ini)?\s?[:“\"]"),
    ("a", r"welcome email is on its way\W*(?:$|if you)"),
    ("the", r"next issue of [^.]{3,60} will soon be in your inbox"),
    ("get", r"email updates from your favou?rite authors"),
    (
        "add",
        r"[^.]{1,40} (?:as (?:your|a) (?:preferred|trusted) source(?:\W*$| on google| to see )|on google(?:add\b|\W*$))",
    ),
    ("tap", r"here to add\b"),
    ("access unlimited", r"(?:online access to )?articles from across [^.]{3,30} with one account\W*$"),
    ("enjoy", r"(?:additional articles per month\W*$|insights and behind-the-scenes analysis from our )"),
    ("support", r"local journalists and the next generation of journalists\W*$"),
    ("get", r"exclusive access to the [^.]{3,40} epaper"),
    ("altijd", r"als eerste op de hoogte\W*$"),
    ("listen", r"to (?:this|the) (?:article|story)\W{1,4}\d+ ?min\w*\W*$"),
    ("for", r"more \w+ (?:articles|stories|news|videos|coverage),? visit (?:www|https?)"),
    ("scroll", r"down (?:for (?:video|more)\W*$|to leave a comment)"),
    (
        "what",
        r"do you think\?\W*(?:let us know|tell us|share your (?:thoughts|views|opinions?)|leave (?:a|your) comment"
        r"|join the (?:conversation|discussion|debate)|have your say|comment below)\b[^.?,]{0,30}\W*$",
    ),
    (
        "let tell",
        r"us (?:know )?(?:your (?:thoughts|views)|what you think)(?: about this)? in the comments?(?: \w+){0,2}\W*$",
    ),
    ("have", r"your say in the comments?(?: \w+){0,2}\W*$"),
    (
        "share",
        r"your (?:thoughts|views|opinions?)(?: and join the conversation)?(?: in the comments?(?: \w+){0,2}| below)\W*$",
    ),
    # Who may read on, and who reads already.
    (
        "ovaj ova",
        r"(?:je )?(?:članak|tekst|sadržaj|vijest|vest)(?: je)? (?:dostupan|dostupna|namenjen) (?:je )?(?:samo"
        r"|isključivo) pretplatnicima\W*$",
    ),
    ("članek vsebina", r"je (?:na voljo|dostopen|dostopna) (?:samo|le|zgolj) naročnik\w*\W*$"),
    (
        "tento táto článok článek",
        r"(?:(?:článok|článek|obsah|časť) )?je (?:určen[ýáé]|určen|dostupn[ýáé]) (?:iba |len |jen |pouze )?(?:pre |pro )?"
        r"(?:našich |našim )?(?:předplat|predplat)",
    ),
    ("zostáva zbývá", r"vám \d+ ?% (?:na dočítanie|do konce|k dočtení|článku|textu)\W*$"),
    ("už", r"(?:ste naším predplatiteľom|jste předplatitel\w*)\?"),
    ("za", r"(?:branje|čitanje) (?:celotnega|cijelog|celog) (?:članka|teksta)|komentiranje se prijavite"),
    ("pretplatite", r"se (?:već od \d|za (?:neograničen|pristup))"),
    ("për", r"të lexuar (?:artikullin|lajmin)[^.]{0,40} (?:abono|regjistro)"),
    ("artikli loo", r"(?:lõpuni )?lugemiseks (?:telli|logi)"),
    ("oled", r"juba tellija\?"),
    ("turpini", r"lasīt ar abonementu\W*$"),
    ("jau", r"esi abonents\?"),
    ("haltu", r"áfram að lesa(?: með áskrift)?\W*$"),
    ("ertu", r"nú þegar áskrifandi\?"),
    ("fortsätt", r"läsa med (?:en |ett )?(?:digital )?(?:prenumeration|abonnemang|konto)\W*$"),
    ("har", r"du redan ett konto\?"),
    ("s'abonner", r"pour (?:lire|continuer à lire|découvrir) (?:la suite|cet article|l'article)\W*$"),
    ("la", r"lecture de vos articles offerts est terminée"),
    ("abbonati", r"per (?:continuare a leggere|leggere (?:tutto|l'articolo|il resto))\W*$"),
    ("logga", r"in för att (?:läsa (?:hela|vidare)|fortsätta läsa|kommentera)[^.,]{0,30}\W*$"),
    ("denne", r"(?:artikkelen|saken|artikel) er (?:kun |bare )?for (?:våre |vores )?abonnenter\W*$"),
    ("tämä", r"(?:artikkeli|juttu|sisältö) on (?:vain )?tilaajille\W*$"),
    (
        "artykuł treść",
        r"(?:jest )?dostępn[ya] (?:jest )?(?:tylko|wyłącznie) dla (?:naszych )?(?:prenumeratorów|subskrybentów)\W*$",
    ),
    ("ez", r"a (?:cikk|tartalom) csak (?:az )?előfizető\w* (?:számára )?(?:elérhető|olvasható)\W*$"),
    ("article contingut", r"exclusiu per a (?:\w+ )?subscriptors\W*$"),
    ("devamını", r"oku(?:mak)? i[çc]in tıkla\w*\W*$"),
    ("niets", r"missen\? volg ons\W*$"),
    ("δείτε", r"όλες τις τελευταίες ειδήσεις από την ελλάδα και τον κόσμο\b"),
    ("slegs", r"intekenare kan na artikels luister"),
    ("hvala", r"ker berete (?-i:[A-ZČŠŽ])\w+(?: \w+)?\W*$"),
    ("ďakujeme děkujeme", rf"že nás čt?[íi]t\w+{_SOON}"),
    ("dziękujemy", r"że nas czyta\w+\W*$"),
    ("podporte", rf"(?:kvalitnú|nezávislú) žurnalistiku{_SOON}"),
    ("toeta", rf"sõltumatut ajakirjandust{_SOON}"),
    ("styrktu", rf"frjálsa fjölmiðlun{_SOON}"),
    ("atbalsti", rf"neatkarīgu žurnālistiku{_SOON}"),
    ("падтрымайце", r"нас\W*$"),
    # Comments.
    ("želite", r"li komentirati, (?:morate|trebate|prijavite)"),
    ("prijavite", "se (?:na|za) komentiranje"),
    ("vaš", "komentar je prosleđen"),
    ("каб", "каментаваць, (?:увайдзіце|зарэгіструйцеся)"),
    ("vad", r"tycker du\?\W*(?:kommentera|skriv en kommentar)(?: \w+)?\W*$"),
    ("du", r"kan diskutera ämnet (?:fram till|här|nedan)\b"),
    ("comparte compartí déjanos", r"tu (?:opinión|comentario) en los comentarios\W*$"),
    (
        "y",
        r"(?:tú|vos) qué opin[aá]s\?\W*(?:(?:déjanos|dejanos) tu (?:opinión|comentario)(?: en los comentarios)?"
        r"|(?:cuéntanos|contanos)(?: en los comentarios)?)\W*$",
    ),
    ("यो", r"(?:समाचार|खबर) पढेर तपाईंलाई कस्तो"),
    ("तुम्हाला", r"ही बातमी कशी वाटली(?:\W*$|, (?:हे |ते )?(?:कमेंट|कॉमेंट|आम्हाला))"),
    ("ਇਸ", r"ਖ਼?ਬਰ (?:ਬਾਰੇ|ਸਬੰਧੀ) (?:ਆਪਣੀ|ਤੁਹਾਡੀ)"),
    ("ਨੋਟ", r"ਇਸ ਖ਼?ਬਰ ਸਬੰਧੀ"),
    ("خبر اس", r"(?:کے بارے میں اپنی رائے کا|خبر کو اپنے دوستوں کے ساتھ شیئر)"),
    ("ಈ", r"ಸುದ್ದಿ ಬಗ್ಗೆ ನಿಮ್ಮ"),
    ("உங்கள்", r"கருத்தை(?:ப்)? (?:பதிவிடுங்கள்|பதிவு செய்யுங்கள்)\W*$"),
    ("பின்னூட்டங்கள்", "ஆசிரியர் குழு"),
)
