"""Notes on where a text is from and whose views it holds go; what is told of stories and views stays."""

import pytest

from scraper.cleaner.rules.lines import LineKind, tell_line

LINES = [
    "A version of this article appears in print on November 20, 2026, under the headline: The last ferry.",
    "First Published: Nov 20, 2026 08:05 IST",
    "Uudist täiendati kell 18.20.",
    "Mišljenja iznesena u kolumni osobna su mišljenja autora.",
    "*Stavovi autora nisu nužno stavovi portala.",
    "Редакцията не носи отговорност за мненията на авторите.",
    "Заўвага рэдакцыі: меркаванне аўтара можа не супадаць з пазіцыяй рэдакцыі.",
    "(Ставовите изразени во рубриката Колумни се на авторите и не секогаш ги одразуваат ставовите на редакцијата)",
    "Redaksiyanın mövqeyi müəllifin fikirləri ilə üst-üstə düşməyə bilər.",
    "Редакция ұстанымы автор пікірімен сәйкес келмеуі мүмкін.",
    "Նյութի մեջ տեղ գտած տեսակետները կարող են չհամընկնել խմբագրության տեսակետների հետ։",
    "ئەم بابەتە تەنیا ڕای نووسەرەکەیە و هەڵگورد لێی بەرپرس نییە.",
    "ادارے کا مضمون نگار کی رائے سے متفق ہونا ضروری نہیں۔",
    "(लेखातील मते वैयक्तिक आहेत.)",
    "Die menings wat hier uitgespreek word, is nie noodwendig dié van Daeraad nie.",
    "The views expressed in this article are the author’s own.",
    "The views expressed in this article are the author’s own and do not necessarily reflect Al Burj’s editorial stance.",
    "Views expressed above are the author's own.",
    "Views expressed are personal",
    "The views and opinions expressed in this article are those of the author.",
    "This is an opinion column. The thoughts expressed are those of the author.",
    "Las opiniones expresadas en esta columna son responsabilidad exclusiva de su autor.",
    "Os artigos publicados com assinatura não traduzem a opinião do jornal.",
    "Upozornenie: Redakcia nezodpovedá za príspevky v diskusii.",
    "Skaitytojų komentarai Redakcija už komentarų turinį neatsako ir pasilieka teisę juos pašalinti.",
    "Die Kommentare im Forum geben nicht notwendigerweise die Meinung der Redaktion wieder. Die "
    "Redaktion behält sich vor, Kommentare zu löschen.",
    "Príspevky v diskusii vyjadrujú názory čitateľov, nie redakcie. Prevádzkovateľ si vyhradzuje "
    "právo odstrániť príspevky v rozpore s kódexom",
    "Original-Content von: Hanseatische Seekiste AG, übermittelt durch news aktuell",
    "This is a developing story. Check back for updates.",
    "This is a developing story. Please check back for updates.",
    "This is a developing story and will be updated.",
    "This is a breaking news story. More to follow.",
    "More to follow...",
    "More details soon …",
    "This article originally appeared on The Tall County Tribune: Wadsville takes over Rubbermaster plant after 11 years",
    "This story was originally published May 12, 2026 at 8:00 AM.",
    "This story was originally published by Grist. Sign up for Grist’s weekly newsletter here.",
    "This article was first published on The Conversation. Read the original article.",
    "This article is republished from The Conversation under a Creative Commons license. Read the original article.",
    "This article first appeared in the print edition of The Ledger on November 20.",
    "This report by The National Press was first published May 15, 2026.",
    "Our Standards: The Thomson Reuters Trust Principles.",
    "This live blog is now closed. You can read our full report here",
    "Read this story in Bahasa Indonesia here.",
    "(This story has not been edited by NDWire staff and is auto-generated from a syndicated feed.)",
    "(Except for the headline, this story has not been edited by NDWire staff and is published from a syndicated feed.)",
    "Published in Subh, November 20th, 2026",
    "Cet article date de plus d’un an.",
    "Este artículo se publicó hace más de un año.",
    "Este artigo tem mais de um ano.",
    "Questo articolo ha più di un anno.",
    "L'écoute de cet article est générée par une voix de synthèse.",
    "Este audio ha sido generado con una voz sintética y puede contener errores.",
    "Prenez note que cet article publié en 2026 pourrait contenir des informations qui ne sont plus à jour.",
    "Dieser Artikel wird laufend aktualisiert.",
    "Texten uppdateras.",
    "Fréttin hefur verið uppfærð.",
    "(articolo in aggiornamento)",
    "Știre în curs de actualizare",
    "Esta nota se actualizará en breve.",
    "Este artículo fue publicado originalmente en The Conversation. Lea el original.",
    "Hierdie artikel is oorspronklik deur Die Kaapse Pos gepubliseer.",
]
STATEMENTS = [
    "A version of this story is told in every village of the coast.",
    "Updated guidance will be published on Monday.",
    "Published in 1976, the novel sold nine copies.",
    "First published in 1976, the novel sold nine copies.",
    "Published on Friday, the report found that 43 posts had been built.",
    "The views of the bishop are his own.",
    "The views are magnificent.",
    "More to the point, who paid?",
    "This is a developing country, he said, not a developing story.",
    "The Ledger has approached Headley Dairies for comment.",
    "This article was amended on 20 November 2026. An earlier version said the ferry sank in 1906.",
    "This story has no hero.",
    "This story was originally told by fishermen on the northern islands.",
    "This article of the treaty was originally meant for peacetime.",
    "La opinión del autor no cuenta, dijo el juez.",
    "Die Meinung des Autors ist bekannt.",
    "Stavovi autora su poznati, kaže sudija.",
    "Mnenje avtorja je znano.",
    "More to come",
    "This story was first published in 1820 by an unknown hand.",
    "This article was first published in 1953, and nobody noticed.",
    "The views expressed in the letter are those of 43 residents, the mayor said.",
]


@pytest.mark.parametrize("line", LINES)
def test_a_note_on_the_text(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_told_of_stories_stays(statement):
    assert tell_line(statement) is None
