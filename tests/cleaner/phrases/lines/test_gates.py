"""What stands at a site's gates goes: who may read on, forms and their answers, where to comment; statements stay."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

LINES = [
    "Падтрымайце нас",
    "ಈ ಸುದ್ದಿ ಬಗ್ಗೆ ನಿಮ್ಮ ಅಭಿಪ್ರಾಯವನ್ನು ಕಾಮೆಂಟ್ ಮಾಡಿ",
    "خبر کے بارے میں اپنی رائے کا اظہار کریں",
    "اس خبر کو اپنے دوستوں کے ساتھ شیئر کریں",
    "यो समाचार पढेर तपाईंलाई कस्तो लाग्यो?",
    "यो खबर पढेर तपाईंलाई कस्तो महसुस भयो ?",
    "तुम्हाला ही बातमी कशी वाटली, हे कमेंट करून सांगा",
    "ਇਸ ਖ਼ਬਰ ਬਾਰੇ ਆਪਣੀ ਰਾਏ ਕੁਮੈਂਟ ਕਰਕੇ ਦੱਸੋ",
    "Želite li komentirati, morate se prijaviti.",
    "Za komentiranje se prijavite.",
    "Prijavite se na komentiranje",
    "Каб каментаваць, увайдзіце",
    "Vad tycker du? Kommentera nedan!",
    "Du kan diskutera ämnet fram till tisdag kl. 23.",
    "Ovaj članak dostupan je samo pretplatnicima.",
    "Pretplatite se već od 5 eura mjesečno i čitajte bez ograničenja.",
    "Tento článok je určený iba pre predplatiteľov.",
    "Zostáva vám 80 % na dočítanie.",
    "Už ste naším predplatiteľom? Prihláste sa.",
    "Ďakujeme, že nás čítate. Podporte nás predplatným.",
    "Článek je dostupný jen předplatitelům.",
    "Članek je na voljo samo naročnikom.",
    "Za branje celotnega članka se naročite na Dan24 plus.",
    "Për të lexuar artikullin e plotë duhet të abonoheni",
    "Artikli lugemiseks telli Koidula",
    "Oled juba tellija? Logi sisse",
    "Turpini lasīt ar abonementu",
    "Jau esi abonents? Ienāc",
    "Haltu áfram að lesa með áskrift",
    "Ertu nú þegar áskrifandi? Innskráning",
    "Fortsätt läsa med en prenumeration",
    "Har du redan ett konto? Logga in",
    "Hvala, ker berete Dan24.",
    "Slegs intekenare kan na artikels luister.",
    "Listen to this article • 4 min",
    "Listen to this article 4 mins",
    "Add Messenger as your preferred source to see more of our stories on Google.",
    "Add Union Wire News on GoogleAdd Union Wire News as your preferred source to see more of our stories on Google.",
    "What do you think? Let us know in the comments.",
    "Let us know your thoughts in the comments below.",
    "Have your say in the comments below.",
    "Share your thoughts and join the conversation in the comments",
    "There was an error, please provide a valid email address.",
    "Thanks for signing up!",
    "Thank you for signing up! Check your inbox.",
    "A welcome email is on its way. If you don't see it, please check your junk folder.",
    "The next issue of Prairie Star Headline News will soon be in your inbox.",
    "We encountered an issue signing you up. Please try again",
    "THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY",
    "This advertisement has not loaded yet, but your article continues below.",
    "REGISTER / SIGN IN TO UNLOCK MORE ARTICLES",
    "NEWYou can now listen to Hawk News articles!",
    "Please enter a valid email address.",
    "Something went wrong. Please try again later.",
    "Get email updates from your favourite authors",
    "Scroll down for video",
    "12 free articles left",
    "You have reached your limit of free articles.",
    "For more Lifestyle articles, visit www.hawknews.example/lifestyle",
    "Vaš komentar je prosleđen moderatorskom timu i biće vidljiv nakon odobrenja.",
    "Toeta sõltumatut ajakirjandust. Iga annetus loeb.",
    "Styrktu frjálsa fjölmiðlun. Hvert framlag skiptir máli.",
    "Atbalsti neatkarīgu žurnālistiku. Katrs ziedojums ir svarīgs.",
    "Podporte kvalitnú žurnalistiku",
    "Comparte tu opinión en los comentarios.",
    "¿Y tú qué opinas? Déjanos tu comentario.",
    "Niets missen? Volg ons",
    "Δείτε όλες τις τελευταίες Ειδήσεις από την Ελλάδα και τον Κόσμο",
    "Δείτε όλες τις τελευταίες Ειδήσεις από την Ελλάδα και τον Κόσμο, τη στιγμή που συμβαίνουν, στο Λιμάνι",
    "S’abonner pour lire la suite",
    "La lecture de vos articles offerts est terminée",
    "Abbonati per continuare a leggere",
    "Logga in för att läsa hela artikeln",
    "Denne artikkelen er for abonnenter",
    "Denne artikel er kun for abonnenter",
    "Tämä artikkeli on vain tilaajille",
    "Artykuł dostępny tylko dla prenumeratorów",
    "Ez a cikk csak előfizetőink számára elérhető",
    "Article exclusiu per a subscriptors",
    "Devamını Okumak İçin Tıklayınız",
]
AROUND = [
    "Sie sind bereits Abonnent? Hier anmelden",
    "Vous êtes déjà abonné ? Connectez-vous",
    "Sei già abbonato? Accedi",
    "Já é assinante? Faça login",
    "Al abonnee? Log in",
    "Är du redan prenumerant? Logga in",
    "Allerede abonnent? Logg inn",
    "Er du allerede abonnent? Log ind",
    "Oletko jo tilaaja? Kirjaudu sisään",
    "Masz już prenumeratę? Zaloguj się",
    "Máte předplatné? Přihlaste se",
    "Már előfizető? Jelentkezzen be",
    "Ja ets subscriptor? Inicia sessió",
    "Réagir à cet article",
    "Commenta per primo",
    "Inicia sesión para comentar",
    "Vstoupit do diskuse",
    "Комментарии (12)",
    "Komentari (12)",
    "Yorumlar (3)",
    "Bình luận (3)",
    "댓글 (3)",
    "תגובות (12)",
]
STATEMENTS = [
    "Prijavite se do 1. prosinca na adresi fond.example ili u uredu u Ilici 12.",
    "Ovaj je zakon dostupan samo pretplatnicima Narodnih novina.",
    "Prijavite se na razpis do petka.",
    "Sign up? Never.",
    "Sign up opened at 9am and was full by 9.04.",
    "Sign up for a home energy audit at millbrook.example/energy before Oct. 1.",
    "Log in to the portal with your account number to pay, the utility said.",
    "Thanks for signing up to the treaty, he told the envoys.",
    "Thank you for reading the riot act to them, she said.",
    "What do you think? I asked her. She shrugged.",
    "There was an error in the count, the clerk said.",
    "There was an error, please forgive me, the note said.",
    "We encountered an issue with the second engine.",
    "Add Facebook to the list of firms that owe tax.",
    "The next issue of the magazine was burned by the police.",
    "A welcome email is on its way to every new tenant of the council.",
    "Članak je na voljo v arhivu knjižnice.",
    "Dziękujemy, że państwo przyszli, powiedział burmistrz.",
    "Hvala, ker ste prišli, je rekel župan.",
    "Haldu áfram, sagði hann.",
    "Something went wrong.",
    "Enjoy the silence, he said.",
    "Support local journalists, the mayor told the fair.",
    "Access to articles of clothing was free.",
    "Želite li komentirati optužbe protiv vas?",
    "Zostáva vám 20 % z pôvodnej sumy, povedal minister dôchodcom.",
    "Zbývá vám 30 % kapacity baterie, hlásí auto.",
    "Fortsätt läsa med barnen även när de kan läsa själva.",
    "Har du redan ett konto i banken? Då kan du låsa räntan.",
    "Du kan diskutera ämnet med din läkare.",
    "What do you think? Leave or remain was the question on everyone's lips.",
    "What do you think? Share of voters by age",
    "¿Y vos qué opinás? Contanos cómo fue aquella final.",
    "Каб каментаваць рашэнне суда, міністэрства склікала прэс-канферэнцыю.",
    "Haltu áfram að lesa, sagði kennarinn við mig.",
    "There was an error processing your vote, the screen read.",
    "You have reached your limit of patience, the judge told the lawyer.",
    "“Something went wrong, please try again,” the app told customers.",
    '"Thank you for signing up. We need you," the general told recruits.',
    "Tento obsah je určený pre deti.",
    "Register to unlock the scheme's discount at the town hall before Friday.",
    "Add protein as your preferred source of energy, the dietician says.",
    "Share your opinions in the council's comments box by 5 May.",
    "Let us know what you think of the comments the minister made.",
    "Support local journalists and the next generation of reporters, the governor urged Congress.",
    "Hvala, ker berete knjige, je otrokom dejala pisateljica.",
    "उन्होंने लिखा, तुम्हाला ही बातमी कशी वाटली, असा प्रश्न न्यायाधीशांनी विचारला.",
    "உங்கள் கருத்தை பதிவு செய்யுங்கள் என்று நீதிபதி கூறினார்.",
    "Altijd als eerste op de hoogte zijn van het nieuws, dat was zijn droom.",
    "Dziękujemy, że jesteście z nami w tej walce.",
    "The article was written by AI.",
    "The audio recording was produced in court.",
    "Get the latest app, the ministry says, before the channel closes.",
    "Δείτε όλες τις τελευταίες ταινίες του.",
    "Sind Sie bereits Abonnent des Opernhauses?",
    "Vous êtes déjà abonné à la peur, dit-il.",
    "Sei già abbonato allo stadio?",
    "Já é assinante da revista há 40 anos.",
    "Al abonnee sinds 1980, zegt hij.",
    "Är du redan prenumerant på Netflix?",
    "Logga in för att läsa journalen, säger regionen.",
    "Denne saken er for abonnenter av strøm, sa ministeren.",
    "Er du allerede abonnent hos Telenor?",
    "Máte předplatné? Vlak vám letos zdraží.",
    "Már előfizető is kevesebb van.",
    "Ja ets subscriptor del gas?",
    "Inicia sesión para comentar en YouTube quien quiera, dijo.",
    "Réagir à cet article du code pénal",
    "Commenta per primo il ministro: «Vergogna».",
    "Comments (and there were many) came from all parties.",
    "Comments 12 months later",
    "Dziękujemy, że przeczytaliście wyrok, powiedział.",
]


@pytest.mark.parametrize("line", LINES)
def test_what_stands_at_the_gates(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("line", AROUND)
def test_what_a_glossary_can_hold_goes_around_the_text(line):
    assert tell_line(line) is LineKind.AROUND


@pytest.mark.parametrize("line", [line for line in AROUND if "?" in line])
def test_a_question_is_a_heading_of_the_text(line):
    assert tell_line(line, is_heading=True) is None


@pytest.mark.parametrize("statement", [*STATEMENTS, "Sei già abbonato? Entra dal retro."])
def test_what_is_said_of_gates_stays(statement):
    assert tell_line(statement) is None


ACCOUNT_AROUND = [
    "Sie sind bereits Abonnent? Bitte melden Sie sich hier an.",
    "Är du redan prenumerant? Logga in här",
    "Vous êtes déjà abonné ? Identifiez-vous",
    "Al abonnee? Log hier in",
    "Sei già abbonato? Fai il login",
    "Já é assinante? Entre aqui",
]
ACCOUNT_STAYS = [
    "Är du redan kund? Logga in på Mina sidor och byt elavtal före den 1 mars.",
    "Sie sind bereits Kunde? Jetzt wird es teuer: Die Preise steigen.",
    "Vous êtes déjà inscrit ? Connectez-vous sur Parcoursup avant jeudi soir.",
    "Allerede abonnent? Logg inn hos Telenor og si opp før 1. mai.",
    "Al abonnee? Log dan in bij Ziggo en zeg op vóór 1 mei.",
    "Sei già abbonato? Fai la disdetta entro il 31 maggio.",
    "Já é assinante? Entre em contato com a operadora até sexta.",
]


@pytest.mark.parametrize("line", ACCOUNT_AROUND)
def test_account_of_the_site_goes(line):
    assert tell_line(line) is LineKind.AROUND


@pytest.mark.parametrize("line", ACCOUNT_STAYS)
def test_account_of_others_stays(line):
    assert tell_line(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Diskuse (5)", LineKind.AROUND),
        ("Hozzászólások (13)", LineKind.AROUND),
        ("Обсуждение (28)", LineKind.AROUND),
        ("التعليقات (2)", LineKind.AROUND),
        ("لطفاً نظر خود را به فارسی بنویسید.", LineKind.AROUND),
        ("نظراتی که حاوی توهین باشد منتشر نمی‌شود.", LineKind.AROUND),
        ("發言請遵守討論區規範。", LineKind.NOTICE),
        ("评论请遵守国家法律", LineKind.NOTICE),
        ("发言时请遵守大厅秩序", None),
        ("评论请遵守国家法律，市长对记者说。", None),
        ("로그인하셔야 의견을 쓰실 수 있습니다.", LineKind.NOTICE),
        ("Diskuse trvala pět hodin.", None),
        ("Обсуждение (уже третье) началось в полдень.", None),
        ("لطفاً در ساحل نمانید، شهردار گفت.", None),
        ("評論家認為碼頭應該拆除。", None),
        ("로그인하셔야 합니까?", None),
    ],
)
def test_where_readers_write_is_told_in_more_languages(line, kind):
    assert tell_line(line) is kind
