import pytest

from scraper.cleaner.phrases.stock import NAMES, find_phrases


def said(text: str) -> set[str]:
    found = find_phrases(text)
    return {name for bit, name in enumerate(NAMES) if found >> bit & 1}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Read more", "related"),
        ("Das könnte Sie auch interessieren", "related"),
        ("Читайте также", "related"),
        ("関連記事", "related"),
        ("相关阅读", "related"),
        ("اقرأ أيضا", "related"),
        ("Share this article", "share"),
        ("12 Comments", "comment"),
        ("댓글 3", "comment"),
        ("Subscribe to our newsletter", "plea"),
        ("© 2026 Example Media", "legal"),
        ("ALL RIGHTS RESERVED", "legal"),
        ("Photo: A. Person", "credit"),
        ("By Ada Lovelace", "byline"),
        ("About the author", "bio"),
        ("Advertisement", "ad"),
        ("Tags: harbour, port", "tags"),
    ],
)
def test_phrases_are_known_by_their_group(text, group):
    assert group in said(text)


@pytest.mark.parametrize(
    "text", ["", "The harbour stays shut.", "港は閉じたまま", "Passed by me, she said", "A facade", "!!!"]
)
def test_other_text_announces_nothing(text):
    assert said(text) == set()


def test_phrases_at_the_start_are_not_found_inside():
    assert "byline" in said("By Ada")
    assert "byline" not in said("Passed by Ada")


def test_words_are_whole_unless_their_ending_is_open():
    assert "related" in said("Recommendeds")
    assert "comment" not in said("commenting")


@pytest.mark.parametrize(
    "text",
    [
        "Comment savoir si je suis concerné ?",
        "Comment ça marche ?",
        "Et comment faire ?",
        "Comment on a sauvé le port",
        "Comment l’île s’est vidée",
        "Comment se faire rembourser",
    ],
)
def test_french_for_how_announces_no_comments(text):
    assert "comment" not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Comment",
        "Leave a comment",
        "Comment on this story",
        "Comment on Facebook",
        "1 comment",
        "Comment here",
        "Comment policy",
        "Comment after logging in",
        "You must be logged in to post a comment under your name",
        "To comment, register or log in",
        "Post a comment on a story",
        "Add a comment en español",
    ],
)
def test_english_for_a_remark_does(text):
    assert "comment" in said(text)


def test_a_text_may_announce_several_things():
    assert said("Share · Comments · Newsletter") == {"share", "comment", "plea"}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Die Polizei fertigte eine Anzeige.",
            "The suspect wrote on Facebook.",
            "The bill was sponsored by two senators.",
        ),
        *("He said that the most read books were old ones.", "图书馆的广告讨论持续了一整天没有停下来。"),
        *(
            "Sie erstattete Anzeige.",
            "Advertising revenue fell by 12 per cent.",
            "Anzeigen gegen drei Männer sind eingegangen.",
        ),
    ],
)
def test_inside_a_sentence_the_words_of_a_label_say_nothing(text):
    assert said(text) == set()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("*Werbung. Dieser Beitrag enthält Werbung für eine Marke.", "ad"),
        ("Submit your letter via this form. Read more letters to the editor.", "related"),
        ("Möchten Sie den Artikel teilen?", "share"),
        ("Weitere Infos gibt es unter dieser Adresse.", "related"),
        ("【広告】この記事は広告主の提供により制作されました。", "ad"),
        ("Sign up for the newsletter of the town.", "plea"),
    ],
)
def test_where_a_sentence_begins_with_a_label_or_asks_they_do(text, group):
    assert group in said(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Diskuse", "comment"),
        ("Hozzászólások", "comment"),
        ("Обсуждение", "comment"),
        ("100자평", "comment"),
        ("網友回應", "comment"),
        ("Dans la même rubrique", "related"),
        ("Przeczytaj także", "related"),
        ("港の新着ニュース", "related"),
        ("사회 주요기사", "related"),
    ],
)
def test_what_heads_comments_and_other_stories_is_known_in_more_languages(text, group):
    assert find_phrases(text) & 1 << NAMES.index(group)


@pytest.mark.parametrize("text", ["Veřejná diskuse v přístavu", "Долгое обсуждение порта"])
def test_a_discussion_inside_a_text_announces_nothing(text):
    assert not find_phrases(text)
