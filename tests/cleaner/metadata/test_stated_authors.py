"""The authors that metadata state: people, not the organisation, the paper, its desks or its team."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from tests.cleaner.metadata.byline_pages import ADA, BOB, LONG, NOBODY, TEXT, TITLE, authors, linked


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('{"@type": "Person", "name": ["Ada Lovelace", "Bob Stone"]}', (ADA, BOB)),
        ('{"@type": "Person", "name": "<a href=\'/ada\'>Ada Lovelace</a>"}', (ADA,)),
        ('{"@type": "Person", "givenName": "Ada", "familyName": "Lovelace"}', (ADA,)),
        ('[{"@type": "Person", "familyName": "佐藤", "givenName": "健一"}]', ("佐藤健一",)),
        ('"Lovelace, Ada; Stone, Bob"', (ADA, BOB)),
        ('{"@type": "Person", "name": "Redaksia"}', ()),
        ('{"@type": "Person", "name": "Wartawan Gazette"}', ()),
        ('{"@type": "Person", "name": "Gazette.hr"}', ()),
    ],
)
def test_authors_of_json_ld(author, names):
    assert authors("", head=linked(author)) == names


@pytest.mark.parametrize(
    "line", ["<p>By Ada Lovelace</p>", "<p>Ada Lovelace, 21 August 2026</p>", "<p>ADA | Ada Lovelace</p>"]
)
def test_an_account_s_name_in_json_ld_is_written_as_the_page_writes_it(line):
    account = linked('{"@type": "Person", "name": "ada-lovelace"}')
    assert authors(line, head=account) == (ADA,)
    assert authors("<p>By Bob Stone</p>", head=account) != (ADA,)


def test_an_organisation_that_json_ld_has_as_the_author_is_none_in_the_byline():
    assert authors("<p>By The Union Wire</p>", head=linked('{"@type": "Organization", "name": "Union Wire"}')) == ()
    person = linked('{"@type": "Organization", "name": "Ada Lovelace"}')
    assert authors("<p>By Ada Lovelace</p>", head=person) == (ADA,)


@pytest.mark.parametrize("name", ["KAWS", "JR", "danah boyd", "bell hooks", "sudo42"])
def test_what_json_ld_says_beside_a_person_is_a_name_in_any_letters(name):
    stated = f'[{{"@type": "Person", "name": "Ada Lovelace"}}, {{"@type": "Person", "name": "{name}"}}]'
    assert authors("", head=linked(stated)) == (ADA, name)
    assert authors(f"<p>By Ada Lovelace, {name}</p>")[0] == ADA


def test_a_user_s_name_in_a_link_beside_an_author_s_is_that_of_another_text():
    links = "<a rel=author href=/1>Ada Lovelace</a></p><p><a rel=author href=/2>m.moss</a>"
    assert authors(f"<p>{links}</p>") == (ADA,)


@pytest.mark.parametrize("name", ["Zoe Herald", "Andrew Messenger", "Kate Wire", "Mary Beth News"])
def test_a_person_of_json_ld_may_be_called_as_a_paper_is(name):
    person = f'{{"@type": "Person", "name": "{name}"}}'
    assert authors("", head=linked(person)) == (name,)
    assert authors("", head=linked(f'[{{"@type": "Person", "name": "Ada Lovelace"}}, {person}]')) == (ADA, name)


@pytest.mark.parametrize("name", ["City News Service", "ABC News", "Sky News", "Business Wire", "Web Desk", "Reuters"])
def test_a_paper_that_json_ld_calls_a_person_is_none(name):
    assert authors("", head=linked(f'{{"@type": "Person", "name": "{name}"}}')) == ()


_BOX = "<div class=box><div class=author>Bob Stone</div></div>"
_SIGNATURES = (
    "<p class=author>Bob Stone</p>",
    "<p><strong>By Bob Stone</strong></p>",
    "<div class=author-box><a href=/author/bob><span class=author-name>Bob Stone</span></a><span>Reporter</span></div>",
)


@pytest.mark.parametrize("head", NOBODY)
def test_a_page_whose_author_is_no_person_has_those_beside_its_headline_or_under_its_text(head):
    far = f"{TEXT * 8}{_BOX}"
    assert authors(far) == (BOB,)
    assert authors(far, head=head) == ()
    assert authors("<p>By Bob Stone</p>", head=head) == (BOB,)
    assert authors("<div class=author>Bob Stone</div>", head=head) == (BOB,)
    for signature in _SIGNATURES:
        assert authors(f"<div>{LONG}{signature}</div>", head=head) == (BOB,)


@pytest.mark.parametrize("head", NOBODY)
@pytest.mark.parametrize(
    "name", ["ADA LOVELACE", "LOVELACE Ada", "Ada LOVELACE", "JK Rowling", "NGUYỄN VĂN AN", "ИВАН ПЕТРОВ"]
)
def test_a_name_in_capitals_beside_the_headline_is_that_of_the_writer(name, head):
    assert authors(f"<p class=author>{name}</p>", head=head) == (name,)


@pytest.mark.parametrize("name", ["ARA Osona", "Kedvenceink"])
def test_what_has_no_form_of_a_name_is_none_where_no_person_is_stated(name):
    assert authors(f"<p class=author>{name}</p>", head=NOBODY[0]) == ()


def test_a_person_whom_microdata_call_an_organisation_is_an_author():
    item = "<div itemprop=author itemscope itemtype=https://schema.org/Organization><span itemprop=name>{}</span></div>"
    assert authors(item.format(ADA)) == (ADA,)
    assert authors(item.format("Harbour Media Group")) == ()


def test_a_field_joins_names_by_the_word_of_the_page_s_language():
    assert authors("", "cs", '<meta name=author content="Jan Novák a Eva Malá">') == ("Jan Novák", "Eva Malá")


@pytest.mark.parametrize(
    "byline",
    [
        "<div><span>By </span><span>UNION WIRE</span></div>",
        "<div>By <a class=author-name href=/author/staff>Staff Reporter</a></div>",
        "<p>By Senior Staff Reporter</p>",
        "<p>Par la rédaction</p>",
        "<p>By Gazette</p>",
    ],
)
def test_a_byline_of_an_agency_a_desk_or_the_site_is_the_page_s_own(byline):
    assert authors(f"{byline}{TEXT * 8}{_BOX}") == ()
    assert authors(f"{byline}<p>By Ada Lovelace</p>{TEXT * 8}{_BOX}") == (ADA,)
    assert authors(f"<p>By the harbour</p>{TEXT * 8}{_BOX}") == (BOB,)


def test_a_link_to_the_text_in_another_language_in_an_agency_s_byline_names_nobody():
    byline = (
        "<div class=byline><div><span>By </span><span>UNION WIRE</span></div><a href=/es/a>Leer en español</a></div>"
    )
    assert authors(byline, head=NOBODY[0]) == ()


@pytest.mark.parametrize(
    ("organisation", "byline", "names"),
    [
        ("Portal Dan", "Portal Dan Magazin", ()),
        ("Union Wire", "The Union Wire", ()),
        ("Northbridge Courier", "Courier Newsdesk", ()),
        ("Northbridge Courier", "Courier Sport", ()),
        ("Christian", "Christian Meier", ("Christian Meier",)),
        ("Ada Lovelace", "Ada Lovelace Byron", ("Ada Lovelace Byron",)),
        ("Ada Love", "Ada Lovelace", (ADA,)),
        ("Ada", "Ada Lovelace", (ADA,)),
    ],
)
def test_a_desk_of_the_organisation_that_json_ld_has_as_the_author_is_none(organisation, byline, names):
    head = linked(f'{{"@type": "Organization", "name": "{organisation}"}}')
    assert authors(f"<div><a class=author-name href=/autor/x><span>{byline}</span></a></div>", "hr", head) == names


def test_an_organisation_of_microdata_is_no_author():
    item = (
        '<div itemprop=author itemscope itemtype="https://schema.org/{}"><span itemprop=name>Nova Gazeta</span></div>'
    )
    named = '<meta property="og:site_name" content="Nova Gazeta">'
    assert authors(item.format("Organization"), head=named) == ()
    assert authors(item.format("Person").replace("Nova Gazeta", ADA)) == (ADA,)


def test_the_name_of_a_news_medium_is_no_writer_s():
    head = (
        '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}", "author": "Ada Lovelace", '
        '"publisher": {{"@type": "{}", "name": "Ada Lovelace"}}}}</script>'
    )
    assert authors("", head=head.format(TITLE, "Organization")) == (ADA,)  # a blog
    assert authors("", head=head.format(TITLE, "NewsMediaOrganization")) == ()


@pytest.mark.parametrize("name", ["临江日报", "南海周末"])
def test_the_paper_that_a_text_is_from_is_no_author_in_a_script_without_capitals(name):
    stated = f'<meta property="article:author" content="{name}">'
    assert authors(f'<div><span>2026年11月26日</span><a class="source ent-source">{name}</a></div>', "zh", stated) == ()
    # What papers' names end with is nobody anywhere.
    told = () if name.endswith("日报") else (name,)
    assert authors(f"<div><span class=writer>{name}</span></div>", "zh", stated) == told
    for person in ("王小明", "김민지"):
        field = f'<meta name="author" content="{person}">'
        assert authors(f"<p class=source>{person}</p>", "zh", field) == (person,)
    ada = '<meta property="article:author" content="Ada Lovelace">'
    assert authors("<a class=source>Ada Lovelace</a>", head=ada) == (ADA,)


_PERSON = linked('{"@type": "Person", "name": "Le Van Tuan"}')


@pytest.mark.parametrize(
    ("language", "author", "tail", "head", "names"),
    [
        ("en", "Ada Lovelace", "Ada Lovelace", "", (ADA,)),  # a blog
        ("it", "La Toya Stone", "Il Messaggero Adriatico", "", ("La Toya Stone",)),
        ("en", "La Toya Jackson", "La Toya Jackson", "", ("La Toya Jackson",)),
        ("vi", "Le Van Tuan", "Le Van Tuan", "", ("Le Van Tuan",)),
        ("fr", "El Hadji Diouf", "El Hadji Diouf", "", ("El Hadji Diouf",)),
        (
            "fr",
            "Le Van Tuan",
            "Le Van Tuan",
            _PERSON + "<meta property=og:site_name content='Le Van Tuan'>",
            ("Le Van Tuan",),
        ),
        ("it", "Il Messaggero Adriatico", "Il Messaggero Adriatico", "", ()),
    ],
)
def test_a_paper_with_an_article_of_its_language_that_the_page_s_title_ends_with_is_no_author(
    language, author, tail, head, names
):
    html = (
        f"<html lang={language}><title>{TITLE} - Ancona - {tail}</title><meta name=author content='{author}'>{head}"
        f"<h1>{TITLE}</h1>{TEXT}"
    )
    assert extract_metadata(LexborHTMLParser(html), "https://adriatico.example/a").authors == names


@pytest.mark.parametrize(
    ("language", "organisation", "names"),
    [
        ("fr", "Élise Dupont avec AFP", ("Élise Dupont",)),
        ("fr", "Élise Dupont", ("Élise Dupont",)),
        ("fr", "La Gazette avec AFP", ()),
        ("fr", "La Gazette et AFP", ()),
        ("fr", "La Gazette (avec Reuters)", ()),
        ("fr", "Le Parisien Libre avec AFP", ()),
        ("fr", "La Gazette", ()),
        ("fr", "Service Sports", ()),
        ("de", "Harbour News mit dpa", ()),
        ("es", "El Diario con Europa Press", ()),
        ("en", "News Team", ()),
        ("en", "Press Association", ()),
    ],
)
def test_an_organisation_that_json_ld_has_as_the_author_is_none_in_a_field_and_beside_an_agency(
    language, organisation, names
):
    head = f'<meta name=author content="{organisation}">'
    head += '<meta property="og:site_name" content="The Harbour Echo">'
    head += linked(f'{{"@type": "Organization", "name": "{organisation}"}}')
    assert authors(f"<div>By <span class=author>{organisation}</span></div>", language, head) == names


def test_an_agency_in_a_field_of_its_own_name_is_no_author():
    for name in ("Anadolu Ajansı", "İhlas Haber Ajansı", "Redaksi", "Tim Redaksi Gazette"):
        assert authors("", "tr", f'<meta name=articleAuthor content="{name}">') == ()


def test_the_team_of_an_indonesian_site_is_no_author():
    head = linked('{"@type": "Person", "name": "Tim Gazette"}') + '<meta name=author content="Tim Gazette">'
    assert authors("<div class=author>Tim Gazette - <span>Gazette</span></div>", "id", head) == ()
    assert authors("", "en", head) == ("Tim Gazette",)


def test_the_place_of_the_house_in_a_field_is_nobody():
    assert authors("", head='<meta name="author" content="GAZETTE, Hamburg, Germany">') == ()
    assert authors("", head='<meta name="author" content="Gazette, Ada Lovelace">') == (ADA,)


@pytest.mark.parametrize(
    ("field", "stated", "names"),
    [
        ("dc.creator", ["Lovelace, Ada", "Heide, Anna von der"], (ADA, "Anna von der Heide")),
        ("DC.Creator", ["Lovelace, A. B."], ("A. B. Lovelace",)),
        ("author", ["Lovelace, A."], ("A. Lovelace",)),
        ("author", ["Ada Lovelace, Bob Stone"], (ADA, BOB)),
        ("dc.creator", ["Ada Lovelace, Bob Stone"], (ADA, BOB)),
        ("dc.creator", ["Lovelace, M.D."], ("Lovelace",)),
        ("dc.creator", ["Reuters, Berlin"], ("Berlin",)),
    ],
)
def test_a_catalogue_has_the_family_name_first(field, stated, names):
    head = "".join(f'<meta name="{field}" content="{name}">' for name in stated)
    assert authors("", head=head) == names
