import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.reading.columns import read_columns
from scraper.cleaner.reading.walk import read_blocks
from scraper.cleaner.rules.reader_posts import drop_reader_posts
from tests.cleaner.pages import SENTENCES

BODY = f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>"
NAMES = ("Ada", "harbour_fan", "No Name")


def left(html: str) -> list[str]:
    blocks = read_blocks(LexborHTMLParser(html))
    keep = drop_reader_posts(blocks, read_columns(blocks), np.ones(len(blocks.text), np.bool_))
    return [blocks.text[index] for index in np.flatnonzero(keep)]


def texts(html: str) -> list[str]:
    return list(read_blocks(LexborHTMLParser(html)).text)


def posts(post: str, names: tuple[str, ...] = NAMES) -> str:
    return "".join(post.format(name=name, n=n + 1) for n, name in enumerate(names))


@pytest.mark.parametrize(
    "post",
    [
        "<div class=msg><b>{name}</b> 2{n}.11.2006 10:02<br>I was there and it was not like that at all.</div>",
        "<div><b>{name}</b> - 2{n}.11.2006 10:02<br>I was there and it was not like that at all.</div>",
        "<div class=m><div class=w>{name} &middot; 2007.02.2{n}. 06:14 <a href=#{n}>#{n}</a></div>I was there, too, my dear.</div>",
        "<table class=p><tr><td>#{n} 12.04.2007, 18:1{n} von {name}</td></tr><tr><td>I was there, too, my dear.</td></tr></table>",
        "<li><p class=nm>{name}</p><p class=dt>2009.10.2{n} 07:20:11</p><p class=tx>I was there, too, my dear.</p></li>",
        "<div>{name} 於 2009/03/1{n} 09:21 發表</div><p>我家阿嬤也留了一罐菜豆種子，不知道可不可以寄過去？</p>",
    ],
)
@pytest.mark.parametrize("label", ["", "<h4>What you say</h4>", "<div><b>What you say</b></div>"])
def test_posts_below_an_article_go_with_what_heads_them(post, label):
    assert left(f"<div><div>{BODY}</div>{label}{posts(post)}</div>") == texts(BODY)
    assert left(f"<div>{BODY}{label}{posts(post)}<p>Log in to say more</p></div>") == texts(BODY)


MESSAGE = "<div><b>{name}</b> 2{n}.11.2006 10:02<br>I was there and it was not like that at all.</div>"


ENTRY = "<div class=e><p><b>2{n}.11.2006, 10:02 {name}</b></p><p>The ferry lay off the quay and nobody was let on.</p></div>"
PLACES = ("Hull", "Whitby", "Leeds")
STAFF = ("Ada Berg", "Tom Hill", "Eva Lind")


@pytest.mark.parametrize("names", [PLACES, STAFF, ("Hull - Leeds", "York - Bath")])
@pytest.mark.parametrize(
    "entry",
    [
        ENTRY,
        "<p><strong>2{n}.11.2006, 10.02 Uhr: {name}</strong></p><p>Die Fähre lag vor dem Kai und nahm niemanden mehr auf.</p>",
        "<p>2006-11-2{n} 10:02 {name}<br>The ferry lay off the quay, and nobody was let on until the evening.</p>",
        "<li>{name}, 2{n}/11/2006, 10:02<br>The ferry lay off the quay, and nobody was let on until the evening.</li>",
    ],
)
def test_entries_of_a_live_blog_and_a_programme_stay(entry, names):
    for label in ("", "<h2>What happened when</h2>", "<h3><a href=#c>12 comments</a></h3>"):
        html = f"<div>{BODY}{label}{posts(entry, names)}</div>"
        assert left(html) == texts(html)


@pytest.mark.parametrize(
    ("before", "entry", "names"),
    [
        ("<h3>Comments</h3>", ENTRY, STAFF),
        ("<p><b>YORUMLAR</b></p>", ENTRY, STAFF),
        ("", ENTRY, ("Ada B.", "serap")),
        ("", ENTRY, ("Ada", "harbour_77")),
        ("", ENTRY.replace("{name}", "{name} #{n}"), STAFF),
        ("", ENTRY.replace("class=e", "class=comment-{n}"), STAFF),
        ("", ENTRY.replace("class=e", "id=reviews"), STAFF),
    ],
)
def test_what_says_that_readers_wrote_makes_entries_posts(before, entry, names):
    assert left(f"<div><div>{BODY}</div>{before}{posts(entry, names)}</div>") == texts(BODY)


@pytest.mark.parametrize(
    "html",
    [
        BODY + posts(MESSAGE, ("Ada",)),  # how an article is dated
        BODY + posts("<p>Starts: 2{n}.11.2006, 10:02</p><p>Where: the hall of the old harbour, on the quay</p>"),
        BODY + posts("<p>{name} 2{n}.11.2006</p><p>I was there and it was not like that at all.</p>"),
        BODY + posts("<p>{name} 10:2{n}</p><p>I was there and it was not like that at all.</p>"),
        BODY + posts("<tr><td>2{n}.11.2006 18:00</td><td>Hull {n}</td></tr>"),
        BODY + posts("<p>The ferry, said {name}, left the quay on 2{n}.11.2006 10:02 and has not been seen since.</p>"),
        f"<p>Hull</p>{posts(MESSAGE)}",  # a forum
        "<p>Hull</p>",
    ],
)
def test_what_is_no_row_of_posts_below_a_text_stays(html):
    assert left(html) == texts(html)


DAY = "<p>{name}, 2{n}.11.2006<br>I was there and it was not like that at all.</p>"


@pytest.mark.parametrize("label", ["Comments (3)", "3 comments", "Комментарии (3)", "Yorumlar: 3"])
def test_below_a_line_that_counts_comments_a_day_is_enough(label):
    assert left(f"<div>{BODY}<p>{label}</p>{posts(DAY, STAFF)}<p>All rights reserved</p></div>") == texts(BODY)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "<p>The ferry</p>",
        "<p>Three of the council had comments on the quay</p>",
        "<p><a href=#c>3 comments</a></p>",
    ],
)
def test_without_one_it_is_not(label):
    html = f"<div>{BODY}{label}{posts(DAY, STAFF)}</div>"
    assert left(html) == texts(html)


def test_a_count_of_comments_above_the_text_makes_no_posts():
    html = f"<div><p>3 comments</p>{BODY}<p>The ferry left on 21.11.2006, said Ada.</p></div>"
    assert left(html) == texts(html)


WORDED = (
    "<div class=visitor-comment><h3>On the quay</h3><p>I was there and it was not like that at all.</p>"
    "<p class=date>Posted by: {name}, 2{n} Sep 2011 | 15:2{n}</p></div>"
)
SENT = (
    "<li class=comment><div class=who>Soumis par {name}, le lundi 2{n} août 2012 à 15h4{n}</div>"
    "<p>J'y étais et ce n'était pas du tout comme ça.</p></li>"
)
MONTH_FIRST = WORDED.replace("2{n} Sep 2011 | 15:2{n}", "September 2{n}, 2011 at 3:2{n} pm")


@pytest.mark.parametrize("post", [WORDED, SENT, MONTH_FIRST])
@pytest.mark.parametrize("names", [NAMES, STAFF])
def test_posts_whose_month_is_a_word_go_where_their_elements_say_that_they_are_comments(post, names):
    assert left(f"<div><div>{BODY}</div><div>{posts(post, names)}</div></div>") == texts(BODY)
    bare = post.replace("class=visitor-comment", "").replace("class=comment", "")
    assert left(f"<div><div>{BODY}</div><div class=comments>{posts(bare, names)}</div></div>") == texts(BODY)


@pytest.mark.parametrize(
    "html",
    [
        # A chronicle; and what happens in a word that is no month's.
        f"<div>{BODY}</div><div>{posts(WORDED.replace('class=visitor-comment', 'class=entry'))}</div>",
        f"<div>{BODY}</div><div>{posts(WORDED.replace('Sep', 'Fans'))}</div>",
        # A forum, where the text above is a post as well.
        f"<div><div class=topic>{BODY}</div>{posts(WORDED)}</div>",
        # Comments on each of several answers, which are no comments.
        f"<div>{BODY}</div><div>{''.join(f'<div><p>{SENTENCES[2]}</p>{posts(WORDED, (name,))}</div>' for name in STAFF)}</div>",
    ],
)
def test_entries_whose_month_is_a_word_stay_elsewhere(html):
    assert left(html) == texts(html)
