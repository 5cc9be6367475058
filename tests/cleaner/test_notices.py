"""Notices inside the body go: embeds that wait for consent, "continues below", tools."""

import pytest

from scraper import clean
from scraper.cleaner.notice_words import HINTS, OTHER_HINTS, UNSHOWN
from scraper.cleaner.notices import is_notice

PROSE = "The pier was closed for two winters while the piles were replaced one by one, and the town had to do without its ferry."
NOTICES = [
    "Empfohlener redaktioneller Inhalt",
    "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt. Ein Klick zeigt ihn an.",
    "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden. Damit können Daten an Drittplattformen gehen.",
    "Wir benötigen Ihre Zustimmung, um den Inhalt von YouTube laden zu können.",
    "This article contains content provided by X. We ask for your permission before anything is loaded.",
    "This content is not available due to your privacy preferences.",
    "To view this video please enable JavaScript.",
    "Ce contenu est susceptible de déposer des cookies. Pour l’afficher, vous devez les accepter.",
    "Para poder ver este contenido necesitas aceptar las cookies de terceros.",
    "Per visualizzare questo contenuto devi accettare i cookie di terze parti.",
    "Om deze content te tonen moet je toestemming geven voor cookies.",
    "Aby zobaczyć tę treść, zaakceptuj pliki cookies.",
    "Для просмотра этого контента включите JavaScript.",
    "您的浏览器不支持视频播放。",
    "お使いのブラウザは動画の再生に対応していません。",
    "Story continues below advertisement",
    "Article continues after this advertisement",
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Artikel wird nach der Anzeige fortgesetzt",
    "La suite après cette publicité",
    "Continúa después de la publicidad",
    "Continua depois da publicidade",
    "L'articolo continua dopo la pubblicità",
    "Tekst gaat verder onder de foto",
    "Artikeln fortsätter under annonsen",
    "Продолжение после рекламы",
    "Gulir ke bawah untuk melanjutkan membaca",
    "Listen to this article",
    "Artikel anhören",
    "Écouter l’article",
    "4 min read",
    "Lesezeit: 3 Min.",
    "Temps de lecture : 5 min",
]
STATEMENTS = [
    "The story continues to move the town, which has asked for the files of the ministry.",
    "The ministry wants browsers to ask for consent once and for all.",
    "Die Zustimmung der Gemeinde steht noch aus; der Inhalt des Vertrags ist geheim.",
    "Le contenu du rapport n’est pas connu, a dit le maire au journal.",
    "The content of the report was not available to the council on Monday.",
    "The match lasted 94 minutes.",
    "Die beanstandeten Beiträge seien keine redaktionellen Inhalte, sagte die Richterin.",
    "Wer externe Inhalte einbindet, haftet nach dem Urteil selbst.",
    "Add the onions and let them cook for 10 mins",
    "10 mins",
    "He listened to this article being read aloud, and laughed.",
    "Articles continue to appear in the local paper.",
    "Die Anzeige wurde im Artikel nicht genannt.",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_goes(notice):
    head = '<title>The pier</title><meta property="og:type" content="article">'
    text = clean(f"{head}<article><h1>The pier</h1><p>{PROSE}<p>{notice}<p>{PROSE[4:]}<p>{PROSE[9:]}</article>").text
    assert text.split("\n\n") == [PROSE, PROSE[4:], PROSE[9:]]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_stays(statement):
    assert not is_notice(statement)


def test_a_page_about_such_things_keeps_them():
    head = '<title>Consent</title><meta property="og:type" content="article">'
    lines = "".join(
        f"<p>This content is not available in {place}, since your privacy settings ask for it."
        for place in ("Ahl", "Bey")
    )
    assert clean(f"{head}<article><h1>Consent</h1>{lines}</article>").text.count("privacy") == 2


def test_every_phrase_is_looked_for():
    assert [phrase for phrase in UNSHOWN if not any(hint in phrase for hint in (*HINTS, *OTHER_HINTS))] == []
