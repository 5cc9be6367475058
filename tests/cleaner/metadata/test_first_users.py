"""Bylines of content systems: their first user, both forms of a word, accounts of readers; dates of copies and of other lands."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.metadata.before_names import by_end, stands_before
from scraper.cleaner.metadata.people import clean_authors

TITLE = "Die Mühle am Fluß öffnet"
TEXT = "<p>The miller opened the old gate on Tuesday, and the water went round the wheel as it had done before.</p>"


def read(body, head="", language="", title=TITLE):
    html = f"<html{language and f' lang={language}'}><title>{title}</title>{head}<h1>{title}</h1>{body}{TEXT}"
    return extract_metadata(LexborHTMLParser(html), "https://mill.example/a")


@pytest.mark.parametrize(
    "name",
    [
        *("Super User", "administrateur", "Administrador", "Beheerder", "Админ", "Haber Merkezi", "Avec APS"),
        *("CMS信息发布系统", "网站管理员", "市政府办公室"),
    ],
)
def test_the_first_user_of_a_content_system_a_desk_and_a_program_are_nobody(name):
    assert clean_authors([name]) == ()


@pytest.mark.parametrize("name", ["Merkez Ali", "Super Mario Rossi", "Admira Kovač", "Haber Yılmaz", "王系"])
def test_people_whose_names_begin_like_them_are_people(name):
    assert clean_authors([name]) == (name,)


@pytest.mark.parametrize("label", ["Autor/ica", "Autor/in", "Autor(a)", "Autor:in", "Auteur·e"])
def test_a_label_has_the_endings_of_both_who_may_have_written(label):
    assert by_end(f"{label}: Ana Kos") == len(label) + 2
    assert stands_before(label)


@pytest.mark.parametrize("name", ["Šimon Kos", "Žofie Malá", "Đuro Kovač", "simon kos"])
def test_a_name_right_behind_a_colon_is_no_ending(name):
    assert not stands_before(f"Autor:{name.split()[0]}")
    assert by_end(f"Autor:{name}") in (0, len("Autor:"))


@pytest.mark.parametrize("text", ["Autonomie/in Südtirol", "Autor/Regisseur", "Автомобили/ла"])
def test_other_words_with_an_ending_are_no_labels(text):
    assert not stands_before(text)


def test_links_to_a_reader_s_own_account_are_no_profiles():
    asks = '<p><a href="/user/login">Entrez</a> ou <a href="/user/register">inscrivez-vous</a></p>'
    assert read(asks).authors == ()
    assert read('<p><a href="/user/ada">Ada Kos</a></p>').authors == ("Ada Kos",)


def test_by_stands_right_behind_a_clock_or_is_of_a_sentence():
    assert read("<p>14.20 - Acqua alta di Campo San Polo</p>", language="it").authors == ()
    assert read("<p>14.20 - di Anna Rossi</p>", language="it").authors == ("Anna Rossi",)
    assert read("<p>Gestern, 8:05 Uhr in Bremen von Anna Rossi</p>", language="de").authors == ("Anna Rossi",)
    assert read("<p>8:05 a.m. CT late on Friday By Anna Rossi</p>", language="en").authors == ("Anna Rossi",)


@pytest.mark.parametrize("text", ["Από την Αθήνα στην Πάτρα", "Από Νέα Αγχίαλο", "Από Σκιάθο Σκόπελο"])
def test_from_a_place_is_no_byline_in_greek(text):
    assert read(f"<p>{text}</p>", language="el").authors == ()


def test_what_an_archive_says_of_its_copy_is_not_of_the_page():
    stamp = '<meta property="article:published_time" content="2025-11-13T09:13:33Z">'
    archived = '<meta property="twitter:description" content="archived 13 Nov 2025 09:13:33 UTC">'
    shown = "<p>Publié le 29 mars 2023</p>"
    assert (read(shown, stamp + archived, "fr").published or "")[:10] == "2023-03-29"
    other = '<meta property="twitter:description" content="archived letters of a miller">'
    assert (read("", stamp + other).published or "")[:10] == "2025-11-13"


@pytest.mark.parametrize(
    ("date", "title", "day"),
    [
        ("11-10-2013, 08:15", "The mill opens", "2013-10-11"),
        ("11/10/2013", "Мельница открылась", "2013-10-11"),
        ("11/10/2013", "The mill opens", "2013-11-10"),
        ("11/10/2013", "The café opens", "2013-11-10"),
        ("11/10/2013", "Zoë’s café opens", "2013-11-10"),
        ("11/10/2013", "Mühle öffnet für Gäste", "2013-10-11"),
        ("11-10-2013 9:12 PM", "The mill opens", "2013-11-10"),
        ("11-10-2013 09:12 EST", "The mill opens", "2013-11-10"),
        ("11/10/2013 9:12 PM EST", "Mühle öffnet für Gäste", "2013-11-10"),
    ],
)
def test_the_order_of_a_date_is_told_by_its_mark_or_the_letters_of_the_headline(date, title, day):
    assert (read(f"<p>{date}</p>", title=title).published or "")[:10] == day


@pytest.mark.parametrize("shown", ["11/10/2013 09:12", "<span class=date>11-10-2013</span>"])
@pytest.mark.parametrize(("path", "day"), [("2013/11/10", "2013-11-10"), ("2013/10/11", "2013-10-11")])
def test_the_order_of_a_date_is_that_of_the_address(shown, path, day):
    html = f"<title>The mill opens</title><h1>The mill opens</h1><p>{shown}</p>{TEXT}"
    found = extract_metadata(LexborHTMLParser(html), f"https://mill.example/{path}/opens").published
    assert (found or "")[:10] == day


@pytest.mark.parametrize("label", ["Updated", "Deadline", "Event", "Expires", "Republished"])
def test_an_attribute_may_say_that_its_date_is_of_something_else(label):
    assert read(f'<p><span title="{label}: 2023-08-16">1d</span></p>').published is None


def test_an_attribute_may_say_before_a_date_what_it_is():
    assert read('<p><span title="Published: 2023-08-16">1d</span></p>').published == "2023-08-16"
