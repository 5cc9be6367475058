"""What stands before a name."""

import time

import pytest

from scraper.cleaner.metadata.before_names import by_end, stands_before
from scraper.cleaner.metadata.people import clean_authors


@pytest.mark.parametrize(
    "before",
    [
        "By ",
        "WRITTEN BY ",
        "Author: ",
        "Text und Fotos: ",
        "Texte/photos : ",
        "Ein Gastbeitrag von ",
        "Von unserem Korrespondenten ",
        "Bericht von unserer Mitarbeiterin ",
        "Interview ",
        "Propos recueillis par ",
        "Un texte de ",
        "dalla nostra inviata ",
        "Door onze redacteur ",
        "Συντάκτης: ",
        "АВТОР: ",
        "取材・文＝",
        "本报记者",
        "خبرنگار: ",
        "به قلم ",
        "Avtor ",
        "Wartawan: ",
    ],
)
def test_it_ends_where_the_name_begins(before):
    assert by_end(f"{before}王小明 李华" if before == "本报记者" else f"{before}Ada Lovelace") == len(before)


@pytest.mark.parametrize(
    "text",
    [
        *("Text Size", "Text size: A A", "Interview Transcript", "Words Count", "Tekst piosenki"),
        *("Author Archives", "Contributor Guidelines", "Reporter Login", "Byline Policy", "Author of the month"),
    ],
)
def test_a_label_that_is_a_word_of_the_pages_tools_stands_before_a_name_of_two_words(text):
    name = text.split(maxsplit=1)[1]
    assert by_end(text) == 0
    assert by_end(f"{text.split()[0]}: {name}") > 0
    assert stands_before(text.split()[0])


@pytest.mark.parametrize("name", ["Ada Lovelace", "Ada van der Berg", "A. B. Lovelace", "王小明", "رنا حداد"])
@pytest.mark.parametrize("label", ["Author", "Contributors", "Reporter"])
def test_after_a_label_without_a_mark_a_name_may_have_particles_or_be_of_any_script(label, name):
    assert clean_authors([f"{label} {name}"], shown=True) == (name,)


@pytest.mark.parametrize(
    "text", ["Ada Lovelace", "Bylaws of the harbour", "Text message", "Texte choisi", "Ein Haus am See", "", " By", ":"]
)
def test_other_words_are_none(text):
    assert not stands_before(text)
    assert by_end(text) == 0
    assert by_end("Text Anna Berg") == len("Text ")


@pytest.mark.parametrize("text", ["By", "by:", "Written by", "AUTHOR", "Text und Fotos von", "Par –", "記者", "autor,"])
def test_it_stands_alone(text):
    assert stands_before(text)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("à Rome ", "Ada Morin"),
        ("à Rome ", "Ada Morin et Luc Berger"),
        ("à Saint-Malo ", "Anne-Laure MORIN"),
        ("à Tel Aviv ", "ADA MORIN"),
        ("à New York, ", "Ada Morin"),
        ("à Rio de Janeiro : ", "Ada Morin"),
        ("au Burkina Faso - ", "Ada Morin"),
        ("", "Ada Morin"),
    ],
)
def test_where_a_correspondent_is_stands_before_the_name(place, name):
    assert by_end(f"De notre correspondante {place}{name}") == len(f"De notre correspondante {place}")


@pytest.mark.parametrize(
    "place", ["à Tel Aviv", "à New York", "à La Haye", "au Burkina Faso", "à Buenos Aires", "aux Pays-Bas du Sud"]
)
def test_a_place_of_two_words_is_not_cut_into_a_name(place):
    for name in (" Ada Morin", " Ada", ""):
        assert clean_authors([f"De notre correspondante {place}{name}"], shown=True) == ()


def test_long_texts_take_no_time():
    start = time.process_time()
    by_end("a " * 100_000)
    by_end("von " * 100_000)
    by_end("De notre correspondant à " + "Ab " * 100_000)
    by_end("De notre correspondant à Ab" + "-b" * 100_000)
    by_end("text " + " " * 100_000)
    assert time.process_time() - start < 1
