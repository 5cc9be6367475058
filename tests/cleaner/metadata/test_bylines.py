"""Bylines as pages have them: several people in one, and what stands beside a name that is no name."""

import pytest

from tests.cleaner.metadata.byline_pages import ADA, BOB, authors

_IN_CLASSES = (
    '<div class="author"><a href="/author/1">{}</a><a href="/author/2">{}</a></div>',
    '<div class="author-name">{}</div><div class="author-name">{}</div>',
    '<ul class="authors"><li><a href="/author/1">{}</a></li><li><a href="/author/2">{}</a></li></ul>',
)
_BBC = (
    '<div class="s-ContributorDetails"><div class="s-Text-TextContributorName">By {}</div><div class="s-Text">Reporter</div></div>'
    '<div class="s-ContributorDetails"><div class="s-Text-TextContributorName">{}</div><div class="s-Text">Cardiff</div></div>'
)


@pytest.mark.parametrize(
    "byline",
    [
        *_IN_CLASSES,
        "<div class=byline><a>{}</a><a>{}</a></div>",
        "<div class=byline><span>By</span><a>{}</a><a>{}</a></div>",
        "<div class=author><span>{}</span><span>{}</span></div>",
        "<div class=authors><div class=author>{}</div><div class=author>{}</div></div>",
        "<ul class=authors><li>{}</li><li>{}</li></ul>",
        '<p class=byline__name><a href="/p/1" rel=author>{}</a></p><p class=byline__name>{}</p>',
        "<p>By <a>{}</a> and {}</p>",
        "<p>By {}<br>and {}</p>",
        "<p>By {}<br>By {}</p>",
        "<p>By <a href=/a/1>{}</a> in London and <a href=/a/2>{}</a> in Oslo</p>",
        "<p class=byline>By {} in Millbrook and {} in Toledo</p>",
        "<p class=byline>By {} of ProPublica and {} of The Bee</p>",
        "<p class=byline>By {}, as told to {}</p>",
        "<p class=byline>{} + {}</p>",
        "<div class=byline><a href=/a/1>{}</a><span>National reporter</span><a href=/a/2>{}</a><span>Editor</span></div>",
        "<div class=contributors><div class=contributor><p class=name>{}</p><p class=role>Reporter</p></div>"
        "<div class=contributor><p class=name>{}</p><p class=role>Editor-at-large</p></div></div>",
        "<div class=byline><div>{}<br>Reporter</div><div>{}<br>Editor</div></div>",
        '<div data-component="byline-block">' + _BBC + "</div>",
        '<section aria-labelledby="article-byline"><strong>Information</strong><ul><li><span>Author, </span><span>{}</span></li>'
        "<li><span>Role, </span><span>Gazette World</span></li><li><span>Author, </span><span>{}</span></li></ul></section>",
        '<footer class="node__meta"><div class="node__submitted">By {} and {}</div></footer>',
        '<div class="coauthors">{} and {}</div>',
    ],
)
def test_all_people_of_a_byline_are_read(byline):
    assert authors(byline.format(ADA, BOB)) == (ADA, BOB)


@pytest.mark.parametrize("byline", _IN_CLASSES)
@pytest.mark.parametrize(
    "names",
    [
        ("محمد حسن", "ليلى كريم"),
        ("இரா. செல்வி", "எம். முத்து"),
        ("მარიამ გელაშვილი", "გიორგი ბერიძე"),
        ("สมชาย ใจดี", "มานี รักไทย"),
        ("דנה כהן", "יוסי לוי"),
        ("अविनाश कुलकर्णी", "प्राची देशमुख"),
        ("김민지", "이수진"),
        ("Мария Петрова", "Иван Сидоров"),
    ],
)
def test_all_people_of_a_byline_are_read_in_scripts_without_capitals(byline, names):
    assert authors(byline.format(*names)) == names


_BY_ADA = "By <a href=/author/ada>Ada Lovelace</a>"


@pytest.mark.parametrize(
    "byline",
    [
        f"<div class=byline>{_BY_ADA} in <a href=/category/x>Middle East</a></div>",
        f"<div class=byline>{_BY_ADA} <a href=/c/1>Home Security</a> <a href=#c>Leave Comment</a></div>",
        f"<div class=byline>{_BY_ADA} <a href=/tag/pl>Premier League</a> <a href=/tag/hk>Hong Kong</a></div>",
        "<div class=author><a href=/author/ada>Ada Lovelace</a><a href=/author/ada/x>Contact Ada</a>"
        "<a href=/author/ada>Full Bio</a></div>",
        "<div class=author><span>Ada Lovelace</span><a href=/autor/ada>Zum Profil</a><a href=/autor/ada/x>Alle Artikel</a></div>",
        "<ul class=byline><li>By Ada Lovelace<li>Real Estate<li>Hong Kong</ul>",
        "<div class=author><span>Ada Lovelace</span><span>Climate Reporter</span><span>New York</span></div>",
        "<div class=byline><span>By</span><span>Ada Lovelace</span><span>Climate Change</span></div>",
        # People whom the article is about.
        f"<p>{_BY_ADA}</p><p><a href=/people/x>Donald Trump</a> came to the harbour.</p>",
        f"<p>{_BY_ADA}</p><p><a href=/people/x>Donald Trump</a></p>",
        f"<p>{_BY_ADA} <a href=/people/x>Donald Trump</a> came to the harbour, and {'said what he had to say, ' * 5}.</p>",
        "<p>By <a href=/people/ada>Ada Lovelace</a></p><p><a href=/people/x>Donald Trump</a></p>",
        f"<p>{_BY_ADA}</p><p><a href=/team/x>Manchester United</a> won.</p>",
        # The tools over a text, a reader's own menu, buttons, how readers feel about it.
        f"<div>Text Size</div><div>Print</div><p>{_BY_ADA}</p>",
        f"<div><a href=/author/tools>Text Size</a> <a>A</a> <a>A</a></div><p>{_BY_ADA}</p>",
        f"<div class=username><span>Account</span><p>You're logged in as <b>Account</b></p></div><p>{_BY_ADA}</p>",
        f"<p><a href=/profile/more>→ Learn More</a></p><p>{_BY_ADA}</p>",
        f"<div>{_BY_ADA}<span>10/5/2011 09:19 PM ET</span></div><div><a>React</a><a>Inspiring</a><a>Greedy</a></div>",
        f"<p>By writing!</p><p>{_BY_ADA}</p>",
        # Who stands in the text with a page on another site.
        "<p>A clip has come up in which the founder talks, with <a href=https://people.example/person/x>Carl Stone</a> on a"
        f" table, and it says more of that year than all the papers that were sold since.</p><div class=author>{ADA}</div>",
    ],
)
def test_what_is_like_a_name_beside_it_and_holds_none_is_no_author(byline):
    assert authors(byline) == (ADA,)


@pytest.mark.parametrize(
    "byline",
    [
        "<div class=byline><span>{}</span>, <span>{}</span></div>",
        "<div class=byline><a href=/author/x>{}</a><a href=/author/x>{}</a></div>",
        "<p>By <a href=/author/1>{}</a></p><p><a href=/author/2>{}</a></p>",
        "<p><a href=/people/ada>{}</a> <a href=/people/bob>{}</a></p>",
        "<div class=meta><a href=/team/ada>{}</a> <a href=/team/bob>{}</a></div>",
    ],
)
def test_other_authors_are_known_by_their_pages_and_by_what_joins_them(byline):
    assert authors(byline.format(ADA, BOB)) == (ADA, BOB)
