"""What the desk asks and forbids goes; the police ask and courts forbid, too."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

LINES = [
    "Note to readers: if you purchase something through one of our affiliate links we may earn a commission.",
    "If you have a tip for this reporter, call 555-0101.",
    "To contact the reporters on this story: Ada Berg in Oslo at aberg@wire.example; Jo Tide in Hull at jtide@wire.example",
    "To contact the editor responsible for this story: Max Rand at mrand@wire.example",
    "Imate li i vi priču? Javite nam se na redakcija@kazalo.example.",
    "Če ste opazili napako v besedilu, nam pišite.",
    "Našli ste v článku chybu?",
    "Ak ste našli chybu, napíšte na editori@minuta.example.",
    "Ако имате сигнал, пишете ни на signal@x.example",
    "Калі вы хочаце падзяліцца сваёй гісторыяй, пішыце нам у бот.",
    "Norite pasidalinti naujiena? Rašykite mums el. paštu naujienos@vakarai.example",
    "Ertu með ábendingu? Sendu okkur línu á frett@fjordur.example.",
    "Het jy nuus vir ons? Stuur ’n e-pos aan nuus@daeraad.example.",
    "Hittade du ett fel?",
    "Zabranjeno je preuzimanje sadržaja bez navođenja izvora.",
    "Преземањето на оваа содржина или на делови од неа без непосреден договор со редакцијата е забрането",
    "Перадрук толькі з дазволу рэдакцыі.",
    "Забрањено је преузимање садржаја без дозволе",
    "Kopijuoti, dauginti, platinti galima tik gavus raštišką UAB „Vakarų žinios“ sutikimą.",
    "See an error in our story? Tell us here.",
    "See spelling or grammatical errors in our story? Please click here to report it.",
    "Is there a problem with this article?",
    "Is there a problem with this article? Let us know.",
    "We independently review everything we recommend. When you buy through our links, we may earn a commission. Learn more",
    "To report a correction or typo, please email corrections@messenger.example.",
    "Do you have a photo or video of a breaking news story? Send it to us here with a brief description.",
    "Kokkuvõte on loodud tehisaru abiga ja toimetaja poolt üle vaadatud.",
    "Samantektin er unnin með gervigreind og yfirfarin af blaðamanni.",
    "Kopsavilkumu sagatavojis mākslīgais intelekts, un to pārskatījis redaktors.",
    "Sisu kuvamiseks luba YouTube'i küpsised.",
    "Samþykktu vefkökur til að sjá myndskeiðið á YouTube.",
    "Lai skatītu YouTube video, piekrīti sīkdatnēm.",
    "¿Quieres añadir o corregir algo? Escríbenos",
    "Se hai una storia da raccontare scrivi a storie@corriere.example",
    "Affiliate-Link: Bei Kauf erhalten wir eine Provision. Der Preis ändert sich für Sie nicht.",
    "Hast du Feedback oder einen Hinweis?",
    "Wie finden Sie den Artikel?",
    "When you buy through our links, we may earn a commission",
    "To report an error, e-mail us.",
    "Hittade du fel? Tipsa oss.",
    "Do you have an opinion on the issues raised in this article? If you would like to submit a response, please click here.",
    "Contact the Post’s global investigative team at tips@post.example or https://www.post.example/tips/",
    "Såg du något? Har du bilder? Skicka till 71 000 eller mejla.",
    "Onko sinulla juttuvinkki? Lähetä se osoitteeseen vinkit@satama.example tai WhatsAppilla numeroon 040 000 000.",
    "Har du et spørgsmål til havnemesteren? Skriv til os på havn@avis.example.",
    "Ihre Meinung zählt. Die Kommentare im Forum geben nicht notwendigerweise die Meinung der Redaktion wieder.",
    "Forum: 225 Postings",
    "Unabhängiger Journalismus kostet Geld. Wenn Ihnen unsere Arbeit etwas wert ist, unterstützen Sie uns mit einem Beitrag.",
]
STATEMENTS = [
    "To contact the editor responsible for this story took her three days.",
    "This message is confidential, and the clerk who passed it on was let go, the court heard.",
    "Dieses Schreiben gilt als vertraulich und ist als solches gestempelt, die Zeitung hat es trotzdem.",
    "Los enlaces marcados por la Comisión de la UE se borraron en una noche.",
    "Letters must be sent to the harbour board before the ferry plan is published, and few have been.",
    "Leserbriefe mit Drohungen gingen bei der Zeitung ein, die Redaktion erstattete Anzeige.",
    "Le lettere pubblicate dal giornale devono essere inviate al giudice entro lunedì.",
    "If you have a tip for the waiter, he will not take it.",
    "Tko ima bilo kakvu obavijest o vozilu ili vozaču, neka se javi najbližoj policijskoj postaji ili nazove besplatni telefon.",
    "Orang ramai yang mempunyai maklumat boleh hubungi balai polis terdekat.",
    "Die polis versoek enigiemand met inligting om 08600 10111 te skakel.",
    "Call 101 with any information, quoting reference 4471.",
    "Anyone with information should call police on 101 or Crimestoppers anonymously on 0800 555 111.",
    "Is there a problem with this bridge? Engineers think so.",
    "See an error in our story? The president did, and sued.",
    "When you buy through our co-operative, you pay less, the farmer said.",
    "Našli ste chybu v zmluve? Advokát áno.",
    "Ak ste našli peňaženku, odovzdajte ju polícii.",
    "Ako ste to našli, pýta sa sudca.",
    "Če ste opazili vlomilca, pokličite policijo.",
    "Ako imate informacije, javite se policiji.",
    "Ako imate informaciju o vozilu, javite se policiji na 192.",
    "Калі вы бачылі машыну, патэлефануйце ў міліцыю.",
    "Ja esat redzējuši vīrieti, zvaniet policijai.",
    "Jeśli widziałeś sprawcę, zadzwoń na policję.",
    "Opozorilo: cesta je zaprta do petka.",
    "Upozornenie: cesta je zatvorená do piatka.",
    "Do you have a photo of the car or the driver? Send it to detectives on 101.",
    "Do you have a photo of the suspect? Send it to the police at 0800 555 111.",
    "Do you have information about the fire? Contact police on 101.",
    "To report an error in your tax bill, e-mail the council.",
    "To report a mistake on the electoral roll, contact the town hall by Friday.",
    "Imate vest o nestalom dečaku? Javite policiji.",
    "Ako ste uočili grešku na računu, prijavite je Hrvatskom telekomu.",
    "Ak ste našli chybu v daňovom priznaní, napíšte daňovému úradu.",
    "Ak ste našli chybu, napíšte daňovému úradu.",
    "Če ste opazili napako na položnici, nam pišite.",
    "Ако имате информация за изчезналото момиче, пишете ни, призова майката.",
    "Ertu með ábendingu til lögreglu? Hringdu í 444 1000.",
    "Hittade du fel? Polisen söker vittnen.",
    "¿Quieres contarnos qué pasó aquella noche?",
    "¿Quieres añadir o corregir algo de lo que dijo el fiscal?",
    "Hast du Feedback von deinen Eltern bekommen?",
    "Se hai una storia da raccontare scrivila, consiglia l'autrice.",
    "Si conoces a la víctima o tienes datos, escribe a la policía.",
    "Zabranjeno je objavljivanje vijesti o istrazi, odlučio je sud.",
    "Kopijuoti dauginti kūrinius be leidimo draudžiama, primena teismas.",
    "Перепечатка только началась",
    "Lai skatītu hokeja spēli, piekrīti tam, ka biļete maksā 30 eiro.",
    "We independently test the water. If you buy bottled water you pay for nothing, the scientist says.",
    "If you have a tip for this reporter's murder, call the FBI.",
    "Do you have an opinion on everything? He has.",
    "What did she want? Tell us about it, they said, and she wrote a book.",
    "Contact the council at piers@hull.example by Friday.",
    "Contact between the investigative team and the police broke off.",
    "Såg du något? undrade polisen.",
    "Såg du något? Ring polisen på 114 14.",
    "Såg du något? Skicka tips till polisen på 114 14.",
    "Såg du något? Har du bilder? Skicka till polisen på 114 14.",
    "Onko sinulla vinkkejä siihen, miten lapsen saa nukkumaan?",
    "Onko sinulla vinkki poliisille? Soita numeroon 112",
    "Har du et forslag? Send det til os, skriver kommunen.",
    "“Har du et forslag? Send det til os”, lød annoncen i 1946.",
    "Tell us about this below",
    "Do you have a photo of your father? Send it to us, the detective asked.",
    "Onko sinulla vinkki, hän kysyi.",
    "Har du et spørgsmål til ministeren? Det har mange.",
    "Forum: 225 Delegierte kamen.",
    "Ihre Meinung zählt nicht, sagte er.",
    "Unabhängiger Journalismus kostet Geld, und der Verlag hat keines.",
]


@pytest.mark.parametrize("line", LINES)
def test_what_the_desk_asks(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_others_ask_stays(statement):
    assert tell_line(statement) is None


DISCLAIMERS = [
    "Мнение редакции может не совпадать с мнением автора",
    "Думка редакції може не збігатися з думкою автора",
    "(यह खबर एनडीटीवी टीम ने संपादित नहीं की है. यह सिंडीकेट फीड से सीधे प्रकाशित की गई है.)",
    "השימוש ביצירות המופיעות בכתבה נעשה לפי סעיף 27א לחוק זכויות יוצרים",
    "Реклама, erid: 2VtzqwJ6Kpm",
    "Реклама. ООО «Яндекс», ИНН 7736207543",
    "Перепечатка материалов возможна только с согласия редакции",
]
OPINIONS = [
    "Перепечатка возможна только с согласия наследников.",
    "Мнение редакции может не совпадать с мнением прокурора.",
    "Думка редакції може не збігатися з думкою автора, але він про це не знав.",
    "Реклама стоит дорого, а ООО «Ромашка» не платит.",
    "Реклама. ООО «Ромашка» открыло магазин.",
    "यह खबर सुनकर गांव में मातम छा गया।",
    "השימוש ביצירות מופת אסור",
]


@pytest.mark.parametrize("line", DISCLAIMERS)
def test_a_disclaimer_is_a_notice(line):
    assert tell_line(line) is not None


@pytest.mark.parametrize("line", OPINIONS)
def test_what_others_allow_or_think_is_text(line):
    assert tell_line(line) is None
