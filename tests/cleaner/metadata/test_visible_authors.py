"""The byline beside the headline and what metadata state: a field holds one name, or the house beside it."""

import pytest

from tests.cleaner.metadata.byline_pages import ADA, BOB, authors, linked


@pytest.mark.parametrize(
    ("byline", "head", "names"),
    [
        ("<p>By {} and {}</p>", '<meta name="author" content="Ada Lovelace">', (ADA, BOB)),
        ("<p class=byline>{} and {}</p>", '<meta name="author" content="Ada Lovelace">', (ADA, BOB)),
        ("<p><a>{}</a> and <a>{}</a></p>", '<meta name="author" content="Ada Lovelace">', (ADA, BOB)),
        # Not the editor, who checked it, or the paper.
        (
            "<p><a>{}</a>, <a>{}</a></p>",
            '<meta name="author" content="Ada Lovelace"><meta name="content_editor" content="Bob Stone">',
            (ADA,),
        ),
        ("<p><a>{}</a>. Reviewed by <a>{}</a></p>", '<meta name="author" content="Ada Lovelace">', (ADA,)),
        ("<p>{}</p><p>Photographs: {}</p>", '<meta name="author" content="Ada Lovelace">', (ADA,)),
        ("<p>{} and Daily News</p><p>{}</p>", '<meta name="author" content="Ada Lovelace">', (ADA,)),
    ],
)
def test_a_byline_names_those_for_whom_a_field_has_no_room(byline, head, names):
    assert authors(byline.format(ADA, BOB), head=head) == names


def test_tags_that_begin_with_the_author_are_no_byline():
    tags = "".join(f"<a href=/{{0}}/{number}>{name}</a>, " for number, name in enumerate((ADA, BOB, "Hull Rovers")))
    signed = f"<p>By <a rel=author href=/author/1>{ADA}</a></p>"
    for folder in ("category", "tag", "topics"):
        assert authors(f"<div>{tags.format(folder)}</div>{'<b>x</b>' * 9}{signed}") == (ADA,)
    assert authors(f"<div>{tags.format('people')}</div>{'<b>x</b>' * 9}{signed}")[:2] == (ADA, BOB)


def test_a_name_behind_the_house_is_a_place_where_the_page_states_one_person():
    byline = f"<p>By <a href=#>{ADA}</a>, Gazette — New York</p>"
    assert authors(byline, head=linked(f'"{ADA}"')) == (ADA,)
    both = f"{ADA}, Gazette – {BOB}"
    assert authors(f"<p>By {both}</p>") == authors("", head=linked(f'"{both}"')) == (ADA, BOB)
    assert authors(f"<p>By {both}</p>", head=linked('"Carl Hay"')) == (ADA, BOB)


def test_what_stands_beside_the_link_of_a_name_is_no_part_of_it():
    stated = linked('[{"@type": "Person", "name": "Ada Lovelace HG"}, {"@type": "Person", "name": "Bob Stone HG"}]')
    names = ("Ada Lovelace HG", "Bob Stone HG")
    byline = "<div><a href=/a/1>Ada Lovelace</a> <i>HG</i> <b>Follow</b></div><div><a href=/a/2>Bob Stone</a> <i>HG</i></div>"
    assert authors(byline, head=stated) == (ADA, BOB)
    for shown in ("", byline.replace("<i>HG</i>", ""), "<div>Ada Lovelace <i>HG</i></div><div>Bob Stone HG</div>"):
        assert authors(shown, head=stated) == names
    for name in ("Ada Lovelace III", "Ada HG", "Ada Lovelace King"):  # a generation, no family name, no short form
        given, _, last = name.rpartition(" ")
        byline = f"<p><a href=/a/1>{given}</a> <i>{last}</i></p>"
        assert authors(byline, head=linked(f'{{"@type": "Person", "name": "{name}"}}')) == (name,)
