import pytest

from scraper.cleaner.reading.class_words import GROUPS, MAX_CHARS, NAMES, PLAIN, read_look


def groups(**attributes: str | None) -> set[str]:
    flags = read_look({name.replace("_", "-"): value for name, value in attributes.items()}).flags
    return {name for bit, name in enumerate(NAMES) if flags >> bit & 1}


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("articleBody__main-col2", ("article", "body", "main", "col")),
        ("post_content", ("post", "content")),
        ("NavBar", ("nav", "bar")),
        ("HTMLBody", ("html", "body")),
        ("123 4-5", ()),
        ("[&>p]:mt-4", ("p", "mt")),
    ],
)
def test_names_are_cut_into_words(names, words):
    assert read_look({"class": names}).words == words


def test_words_name_the_role():
    assert groups(**{"class": "site-footer"}) == {"footer"}
    assert groups(id="comments") == {"comment"}
    assert groups(role="banner") == {"header"}
    assert groups(itemprop="articleBody") >= {"content"}
    assert groups(**{"class": "zzz"}) == set()


def test_each_word_has_one_role():
    words = [word for group in GROUPS.values() for word in group.split()]
    assert len(GROUPS) <= 63  # one bit each, in a signed integer
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    "attributes",
    [
        {"hidden": None},
        {"style": "color: red; DISPLAY : none".lower()},
        {"style": "visibility:hidden"},
        {"aria-hidden": "true"},
    ],
)
def test_hidden_elements_are_invisible(attributes):
    look = read_look(attributes)
    assert look.invisible
    assert look.flags == 1 << NAMES.index("hidden")


def test_other_attributes_say_nothing():
    assert read_look({}) is PLAIN
    assert read_look({"href": "/nav", "data-x": "footer", "class": None, "style": "color: red"}) is PLAIN


def test_classes_with_digits_number_an_element_and_stay_out_of_the_signature():
    assert read_look({"class": "post post-123 entry"}).signature == "post entry"


def test_long_class_lists_are_cut():
    assert len(read_look({"class": "word " * 1000}).words) <= MAX_CHARS / 5


def test_equal_attributes_give_one_object():
    assert read_look({"class": "a b"}) is read_look({"class": "a b", "href": "x"})


def test_words_of_publishers_in_other_languages_name_the_role():
    for names, role in (
        ("articolo__didascalia", "caption"),
        ("detail-sapo", "summary"),
        ("box relacionadas", "related"),
    ):
        assert read_look({"class": names}).flags >> NAMES.index(role) & 1


@pytest.mark.parametrize(
    "names",
    [
        "sr-only",
        "a visually-hidden b",
        "VisuallyHidden-sc-1x",
        "screen-reader-text",
        "element-invisible",
        "sr-only-focusable",
    ],
)
def test_names_say_that_something_is_for_the_ear(names):
    assert read_look({"class": names}).aloud


@pytest.mark.parametrize(
    "names",
    [
        "not-sr-only",
        "sr-only md:not-sr-only",
        "print:sr-only",
        "has-visually-hidden-title",
        "visually-hidden-mobile",
        "hidden",
    ],
)
def test_other_names_do_not(names):
    assert not read_look({"class": names}).aloud
