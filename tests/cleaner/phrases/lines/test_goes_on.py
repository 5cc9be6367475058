"""That the text goes on, how long it takes to read, and labels of advertisements go; what is said of such things stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

LINES = [
    "Advertisement 2",
    "Nastavak teksta ispod reklame",
    "Sadržaj se nastavlja...",
    "Nadaljevanje pod oglasom",
    "Zgodba se nadaljuje pod oglasom",
    "Članek se nadaljuje spodaj",
    "Članek se nadaljuje po oglasu",
    "Text pokračuje pod videom",
    "Pokračovanie článku nájdete pod reklamou",
    "Продолжува по рекламата",
    "Статията продължава под рекламата",
    "Текстът продължава след рекламата",
    "Artikulli vazhdon poshtë reklamës",
    "Текст се наставља испод огласа",
    "Fortsättningen efter grafiken.",
    "Texten fortsätter under bilden.",
    "Artikeln fortsätter efter videon",
    "Lugu jätkub pärast reklaami",
    "Artikkel jätkub pildi all",
    "Turpinājums pēc reklāmas",
    "Raksts turpinās pēc reklāmas",
    "Straipsnis tęsiamas po reklama",
    "Straipsnio tęsinys – po nuotrauka",
    "Greinin heldur áfram fyrir neðan myndina",
    "Fréttin heldur áfram neðan við auglýsinguna",
    "Mae'r erthygl yn parhau o dan y llun",
    "Leanann an t-alt faoi bhun an ghrianghraif",
    "Storie gaan onder voort",
    "Story continues",
    "Seguí leyendo debajo de la publicidad",
    "El artículo continúa después del anuncio",
    "A notícia continua depois da publicidade",
    "Posodobljeno pred 19 urami | Predviden čas branja: 4 min",
    "Vreme čitanja: 3 min",
    "Vrijeme čitanja: 4 min",
    "Време за четене: 3 мин.",
    "Време читања: 3 мин",
    "Време за читање: 3 минути",
    "Čas branja: 3 min",
    "Čas čítania: 5 minút",
    "5 min. čítania",
    "Koha e leximit: 3 minuta",
    "Час чытання: 4 хвіліны",
    "Baxış sayı: 1245",
    "Үзсэн: 1245",
    "Timp de citire: 3 min",
    "Leitura: 3 min",
    "प्रतिक्रिया दिनुहोस्",
    "ඔබගේ අදහස් පහතින් දක්වන්න",
    "අදහස් දක්වන්න",
    "File photo",
    "Link copied!",
    "Link copied",
    "Show more",
    "Back to top",
    "Purchase Licensing Rights",
    "Opens in new window",
    "Suggest a correction",
    "Report a correction or typo",
    "Shpërndaje këtë lajm",
    "Podelite vest:",
    "Podijeli na Facebooku",
    "Zdieľať na Facebooku",
    "Сподели на Фејсбук",
    "Сподели във Фейсбук",
    "Shpërndaje në Facebook",
    "Poslušajte članak",
    "Poslušaj članek",
    "Vypočuť článok",
    "Чуй статията",
    "Slušaj vest",
]
ADS = [
    "Reklama",
    "Реклама",
    "Жарнама",
    "რეკლამა",
    "Գովազդ",
    "Сурталчилгаа",
    "ពាណិជ្ជកម្ម",
    "ڕیکلام",
    "Tangazo",
    "Matangazo",
    "پاشتهار",
    "പരസ്യം",
    "ప్రకటన",
    "விளம்பரம்",
    "જાહેરાત",
    "اشتہار",
    "දැන්වීමයි",
    "जाहिरात",
    "ਇਸ਼ਤਿਹਾਰ",
    "ಜಾಹೀರಾತು",
    "विज्ञापन",
    "Oglas",
    "Oglašavanje",
    "Оглас",
    "Рэклама",
    "Reklāma",
    "Auglýsing",
    "Hysbyseb",
    "Fógra",
    "Reklaam",
    "Reklamë",
    "Reklam",
    "Advertensie",
    "Annonce",
    "Annons",
]
STATEMENTS = [
    "Oglas za delovno mesto je bil objavljen dvakrat.",
    "Reklama na nemocnicu visí pri ceste.",
    "Реклама за езерото нема.",
    "Реклама на минерална вода виси над язовира.",
    "Annonsen togs bort.",
    "Reklaam eemaldati.",
    "Reklaam läks maksma 40 000 eurot.",
    "Reklāma izmaksāja 2000 eiro.",
    "Auglýsing um starfið birtist í vor.",
    "Mae'r llun yn dywyll.",
    "Reklama kainavo 300 eurų.",
    "Reklama jiems kainavo 300 eurų, bet atsipirko per vieną vasarą.",
    "Advertisement hoardings on the A13 were painted over in the night.",
    "Advertising revenue fell by 12 per cent to £4.1m.",
    "Advertisements for the lamps promised “a moon on every corner.”",
    "The story continues in Lamu, where the owner has bought a second ferry.",
    "Story continues to matter, she said.",
    "Show more care, the judge told the drivers.",
    "Back to top form, Foley scored twice.",
    "This advertisement has cost the party 40,000 votes.",
    "File photo albums of the police were found in a skip.",
    "Publicidad no hubo. El boca a boca bastó.",
    "Publicidad y propaganda. El cartel costó 40 euros.",
    "Reklama je drahá, povedal primátor.",
    "Oglas je bil drag.",
    "Жарнама ақысы бір миллион теңге болды.",
    "რეკლამა ძვირი ღირდა.",
    "Գովազդը թանկ էր։",
    "Tangazo hilo lilitolewa na serikali Jumatatu.",
    "اشتہار کی قیمت پانچ لاکھ روپے تھی۔",
    "Nadaljevanje sledi jutri ob desetih.",
    "Zgodba se nadaljuje v tretjem romanu trilogije.",
    "Sadržaj se nastavlja u drugom tomu.",
    "Text pokračuje úvahou o vine a treste.",
    "Artikkel jätkub teises köites.",
    "Lugu jätkub: homme istub kohus taas.",
    "Raksts turpinās otrajā sējumā.",
    "Sagan heldur áfram í næstu bók.",
    "Greinin heldur áfram að hækka í verði.",
    "Zgodba po slikah",
    "Koha: 30 minuta",
    "Fortsättningen efter mötet blev kaotisk.",
    "Fortsättningen under hösten är oklar",
    "Fortsettelsen etter dommen er uklar, sier advokaten.",
    "Saken fortsetter etter påske.",
    "Lugu jätkub pärast suve kohtus.",
    "Lugu jätkub videokohtunike ruumis",
    "Текстът под снимката гласи, че мъжът е бил арестуван.",
    "Текстот под снимката беше избришан, рече полицијата.",
    "Текст под снимком тврди да је убица ухапшен.",
    "Вести по видеоконференциска врска",
    "Zgodba se nadaljuje pri slikarju",
    "Tekst članka 5 je nejasan.",
    "The story continues after his death, in a second volume.",
    "The article continues below with a list of 40 names, the court heard.",
    "Advertisement continued to be the paper's main income.",
    "Citește mai mult Eminescu aici.",
]


@pytest.mark.parametrize("line", [*LINES, *ADS])
def test_that_the_text_goes_on(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize(("heading", "kind"), [("Story continues", None), ("Werbung", LineKind.NOTICE)])
def test_a_heading_says_it_only_as_a_label(heading, kind):
    assert tell_line(heading, is_heading=True) is kind


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_said_of_going_on_stays(statement):
    assert tell_line(statement) is None


AFTER_ADS = [
    "Text pokračuje pod fotografií",
    "Tekst loopt door onder de video",
    "Artikel loopt door onder de advertentie",
    "Artikkeli jatkuu mainoksen jälkeen",
    "Artikkeli jatkuu mainoksen alla",
    "Artiklen fortsætter herunder",
    "Historien fortsætter under billedet",
    "Annons: Text fortsätter nedan",
    "A cikk folytatódik a hirdetés után",
    "Cikkünk a hirdetés után folytatódik",
    "A hirdetés után folytatjuk",
    "Continuarea articolului după publicitate",
    "Continua després de la publicitat",
    "Weiterlesen nach der Anzeige",
    "L'article continue après la publicité",
    "Mainos alkaa",
    "Mainos päättyy",
    "Mainos (Teksti jatkuu alla)",
    "Tekst članka se nastavlja ispod banera",
    "Lees verder na de advertentie",
    "Článek pokračuje pod reklamou",
    "SCROLL TO RESUME CONTENT",
    "تخطى قصص مقترحة وواصل القراءة",
    "رد شدن از پربیننده‌ترین‌ها و ادامه دادن به خواندن",
]
AFTER_OTHERS = [
    "Článek pokračuje po stopách dvou uprchlíků.",
    "A cikk a hirdetések áráról szól.",
    "Articolul continuă după modelul legii franceze.",
    "De tekst gaat verder na de dood van de dichter.",
    "Het verder onder de grond brengen van kabels kost miljoenen.",
    "Продолжение после рекламной паузы показали не всем.",
    "Haber devamı için tıklayan kullanıcılar dolandırıldı.",
    "Bài viết tiếp tục gây tranh cãi",
    "Lanjutkan membaca doa.",
]


@pytest.mark.parametrize("line", AFTER_ADS)
def test_more_lines_say_that_the_text_goes_on(line):
    assert tell_line(line) is LineKind.NOTICE
    assert tell_line(line, is_heading=True) is None


@pytest.mark.parametrize("line", AFTER_OTHERS)
def test_what_goes_on_after_other_things_is_text(line):
    assert tell_line(line) is None


READING_GOES = [
    "Lees verder onder de foto's",
    "Tekst gaat verder onder de foto's/video's",
    "Lees verder onder de poll",
    "Tekst gaat verder onder het kader",
    "Lees verder onder de tabel",
    "Tekst loopt door onder de Instagram-post",
    "Lees verder onder de fotogalerie",
    "Článek pokračuje pod videem",
    "Článek pokračuje pod fotogalerií",
    "Článek pokračuje pod mapou",
    "Článek pokračuje pod grafem",
    "Článek pokračuje pod anketou",
    "Článek pokračuje pod příspěvkem",
]
READING_STAYS = [
    "De tekst gaat verder onder de foto's van zijn vader.",
    "Článek pokračuje pod vedením nového redaktora.",
    "Cesta pokračuje pod mostem.",
]


@pytest.mark.parametrize("line", READING_GOES)
def test_reading_of_the_site_goes(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("line", READING_STAYS)
def test_reading_of_others_stays(line):
    assert tell_line(line) is None
