"""Where bylines stand: not in cards, captions and other boxes, and not under the headlines of others."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata
from tests.cleaner.metadata.byline_pages import ADA, BOB, LONG, NOBODY, TEXT, authors, linked


def test_a_byline_in_the_first_line_of_the_body_is_read():
    assert authors("<div><p><strong>Nga Ilir Dervishi</strong></p></div>", "sq") == ("Ilir Dervishi",)


_SAID = (
    "announced on Friday that the midfielder, who had come to them in the spring and scored nine times since, is to leave "
    "the club in June, when the season is over."
)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/football/team/7/hull-rovers">Hull Rovers</a>',
        '<a href="https://gazette.example/team/7/hull-rovers">Hull Rovers</a>',
        '<a href="https://club.example/team/7/hull-rovers">Hull Rovers</a>',
    ],
)
def test_a_team_that_a_sentence_tells_of_is_no_author(link):
    for paragraph in (f"{link} {_SAID}", f"Nobody is sad that {link} {_SAID}"):
        assert authors(f"<p>{paragraph}</p><p>{paragraph}</p>") == ()


def test_a_biography_that_begins_with_its_link_names_the_author():
    biography = "is a reporter who has written about the harbour, its ferries and its people for this paper since 2009."
    assert authors(f"<p><a href=/people/ada>{ADA}</a> {biography}</p>") == (ADA,)


def test_what_readers_do_with_their_account_is_no_profile():
    for page in ("session/new", "sessions/new"):
        assert authors(f"<ul><li><a href=/members/{page}>My Cuttings</a></li></ul>") == ()


def test_a_sentence_that_begins_with_what_somebody_does_is_no_byline():
    rest = ", towns and harbours alike are free to say what they think of it and to change it."
    assert authors(f"<p>By choosing <a href=/pages>Harbour Pages</a>{rest}</p>") == ()


def test_the_headline_in_an_article_that_is_called_after_its_author_is_none():
    page = "<title>Harbour Eggs</title><article class='hentry author-ada-lovelace'><h1>Harbour Eggs</h1><p>Text.</p>{}</article>"
    for said, names in (("", ()), (f"<b class=author>{ADA}</b>", (ADA,))):
        assert extract_metadata(LexborHTMLParser(page.format(said)), None).authors == names


def test_a_byline_under_the_linked_headline_of_another_article_is_that_articles():
    teaser = "<div class=card><h4><a href=/b>The cat Otto comes home after three years</a></h4><p>A tale.</p>{}</div>"
    for byline in ("<span class=author-art>By Bob Stone</span>", "<a href=/author/bob>Bob Stone</a>"):
        assert authors(f"{TEXT * 8}{teaser.format(byline)}") == ()
    box = (
        f"<div><h4><a href=/author/ada>About Ada Lovelace, who writes here</a></h4><a href=/author/ada>{ADA}</a></div>"
    )
    assert authors(f"{TEXT * 4}{box}") == (ADA,)


def test_a_footer_of_the_article_holds_its_byline_and_that_of_a_comment_does_not():
    assert authors('<footer class="entry-meta"><span class="author">Ada Lovelace</span></footer>') == (ADA,)
    comment = (
        '<article class="comment-body"><footer class="comment-meta"><b class="author">Bob Stone</b></footer></article>'
    )
    assert authors(comment) == ()


_CARD = (
    "<div class=list><div class=card><p class=entry-title><a href=/b>Mayor reveals cost of late night buses</a></p>"
    "<span class=post-author-name><a href=/author/bob>Bob Stone</a> <span>-</span></span></div></div>"
)
_PROMO = (
    "<div class=promo><div><a href=/b>Student, 19, defends decision over shift pay</a></div>"
    "<div class=promo-author>By Bob Stone</div></div>"
)
_LINKED_CARD = (
    "<a href=/b><div><div><h2>Why the town is full of cranes</h2><div>A reader asks whether she may.</div>"
    "<div class=story-card-author><span>By </span><b class=author-name>Bob Stone</b></div></div></div></a>"
)
_COURSES = "<ul><li><a href=//c.example/1><b>Engines for Everyone: the Basics</b><span>By - Bob Stone, Expert</span></a></li></ul>"
_ASIDE = "<aside class=box><span>One text</span><span class=author>By Bob Stone</span></aside>"
_FIGURE = "<figure><img><figcaption>A boat <span class=author>Bob Stone</span></figcaption></figure>"
_CAPTION = "<div class=img-desc>A boat <span class=author>Bob Stone</span></div>"
_HOLDER = "<div class=photo-holder><img><div><span class=author>Bob Stone</span> <span>Archive</span></div></div>"
_INFO = "<div><img><div class=img-info><span class=author>Bob Stone</span> <span>Archive</span></div></div>"


@pytest.mark.parametrize(
    "furniture", [_CARD, _PROMO, _LINKED_CARD, _COURSES, _ASIDE, _FIGURE, _CAPTION, _HOLDER, _INFO]
)
def test_names_in_cards_ads_and_captions_are_of_no_byline(furniture):
    assert authors(f"{TEXT * 8}{furniture}") == ()
    assert authors(f"<p>By <a href=/author/ada>Ada Lovelace</a></p>{TEXT * 8}{furniture}") == (ADA,)


@pytest.mark.parametrize("holder", [_HOLDER, _INFO, _CAPTION])
def test_whose_the_picture_is_below_the_headline_is_no_author_of_a_house_s_text(holder):
    head = linked('{"@type": "Organization", "name": "Gazette"}')
    assert authors(f"<div><span class=author>Gazette</span></div>{holder}", head=head) == ()


def test_who_wrote_a_post_of_a_live_blog_is_not_its_author():
    post = "<div itemprop=liveBlogUpdate><div><time>20:44</time> <span class=author>Bob Stone</span></div><h3>News</h3></div>"
    assert authors(post * 3) == ()
    assert authors(f"<p class=author>Ada Lovelace</p>{post * 3}") == (ADA,)
    assert authors(post.replace("liveBlogUpdate", "articleBody")) == (BOB,)


def test_a_writer_s_portrait_has_the_name_beside_it():
    box = "<div class={}><img><div class=author>Bob Stone</div></div>"
    assert authors(box.format("author-img-holder")) == authors(box.format('"img_info h-author"')) == (BOB,)
    assert authors("<div class=photo-text><div class=author>Bob Stone</div></div>") == (BOB,)  # no picture


def test_a_picture_of_any_width_is_looked_at():
    page = "<div class=image-info><img width='{}' src=a.jpg><p class=author-name>" + ADA + "</p></div>"
    for width in ("9" * 5_000, "-1", "4.5", "\u0664", ""):
        assert authors(page.format(width)) == (ADA,)


def test_the_only_name_below_the_headline_is_the_author_s_beside_a_picture_too():
    holder = "<div class=photo-text><img><div class=author>Bob Stone</div></div>"
    assert authors(holder) == (BOB,)
    assert authors(f"{TEXT * 8}{holder}") == ()
    avatar = "<div class=img-info><img {}><span class=author-name>Bob Stone</span></div>"
    for attribute in ("class=avatar", "src=/portraits/1.jpg", "class=rounded-full", "width=48"):
        assert authors(f"{TEXT * 8}{avatar.format(attribute)}") == (BOB,)
    assert authors(f"{TEXT * 8}{avatar.format('width=800')}") == ()


_WIDE = (
    "<p>港口小镇的议会周二表示，将在明年年底前重建旧桥，此前各方就费用和由谁支付争论已久，居民也提出了意见。</p>" * 12
)


@pytest.mark.parametrize(
    "below",
    [
        f"{LONG}{'<div></div>' * 16}<p class=author>Ada Lovelace</p>",
        f"<section>{LONG.replace('p>', 'blockquote>')}</section><p class=author>Ada Lovelace</p>",
        f"<div>{LONG}</div><ul class=tags><li>Harbour</ul><div class=about><h4>Who writes here</h4>"
        "<a rel=author href=/a>Ada Lovelace</a></div>",
        f"<div>{LONG}</div><ul class=authors><li class=author><a href=/author/ada>Ada Lovelace</a></li></ul>",
        f"{_WIDE}<p class=author>Ada Lovelace</p>",
        f"{LONG}<p class=author>ADA LOVELACE</p>",
    ],
)
def test_a_writer_below_the_text_is_found_whatever_its_markup(below):
    found = authors(f"{TEXT * 8}<div>{below}</div>", head=NOBODY[0])
    assert tuple(name.title() for name in found) == (ADA,)


@pytest.mark.parametrize("before", ["News from the region", "Add us as a preferred source", "Be the first to comment"])
@pytest.mark.parametrize(
    "name", ["<a rel=author href=/u/ada>Ada Lovelace</a>", "<span class=author>Ada Lovelace</span>"]
)
def test_a_link_before_a_name_beside_the_headline_is_no_other_headline(before, name):
    assert authors(f"<div class=meta><a href=/region>{before}</a> {name}</div>") == (ADA,)


@pytest.mark.parametrize(
    "byline",
    [
        "<aside class=meta><span class=author>Ada Lovelace</span></aside>",
        "<figure class=author><img src=a.jpg><figcaption class=author-name>Ada Lovelace</figcaption></figure>",
        "<div class=caption-bar><span class=author>Ada Lovelace</span></div>",
        "<div class=legend><span class=author>Ada Lovelace</span></div>",
    ],
)
def test_a_box_beside_the_headline_holds_its_byline(byline):
    assert authors(byline) == (ADA,)
    photo = byline.replace("<span", "<img src=b.jpg><span").replace("class=legend", "class=img-legend")
    assert "legend" not in byline or authors(photo) == ()


def test_a_byline_below_the_text_may_be_laid_out_as_a_table_where_a_field_has_a_desk():
    text = "<div>" + f"<p>{'The ferry stays in the harbour until the storm is over, they say. ' * 3}</p>" * 16
    below = f"<div class=xBylineBox><table><tr><td><b>{ADA}</b><br><a href=mailto:a@b.example>a@b</a></td></tr></table></div>"
    head = '<meta name="author" content="Webbredaktionen">'
    assert authors(f"{text}</div>{below}", "sv", head) == (ADA,)
