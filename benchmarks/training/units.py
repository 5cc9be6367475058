"""Units of boilerplate that are put into labelled pages, as markup.

What a unit says hardly matters, since the model does not read words: headlines and sentences are those of other pages. Its markup
does: half of the units have no class, others one that a build made up, few one that says what they are.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from benchmarks.training.drawing import Maker
from benchmarks.training.insert_words import (
    ABOUT,
    AD_LABELS,
    BOXES,
    CREDITS,
    FOLLOW,
    LABELS,
    MEDIA,
    NAMES,
    NOTICES,
    SHARE,
)

Unit: TypeAlias = Callable[[Maker], str]


def _labelled_link(make: Maker) -> str:
    label, title, named = make.label(), make.title(), make.named()
    return make.one(
        (
            f"<p{named}><strong>{label}</strong> {make.link(title)}</p>",
            f"<p{named}>{make.link(f'{label} {title}')}</p>",
            f"<div{named}><span>{label}</span><div>{make.link(title)}</div></div>",
            f"<p{named}><b>{label} {make.link(title)}</b></p>",
            f"<blockquote{named}><p>{label} {make.link(title)}</p></blockquote>",
        )
    )


def _bare_link(make: Maker) -> str:
    title, named = make.title(), make.named()
    return make.one(
        (
            f"<p{named}>{make.link(title)}</p>",
            f"<p{named}><strong>{make.link(title)}</strong></p>",
            f"<div{named}>{make.link(f'<em>{title}</em>')}</div>",
            f"<p{named}>&gt;&gt; {make.link(title)}</p>",
        )
    )


def _links(make: Maker) -> str:
    label, tag = make.one(LABELS), make.one(("div", "aside", "section"))
    head = make.one(("", f"<h3>{label}</h3>", f"<p><strong>{label}</strong></p>", f"<h4>{label}</h4>"))
    items = "".join(f"<li>{make.link(make.title())}</li>" for _ in range(make.random.randint(2, 5)))
    return f"<{tag}{make.named()}>{head}<ul>{items}</ul></{tag}>"


def _card(make: Maker) -> str:
    title, sentence, named = make.title(), make.sentence(), make.named()
    inside = f'<img src="/t.jpg" alt=""><h3>{title}</h3><p>{sentence}</p>'
    return make.one(
        (
            f"<div{named}>{make.link(inside)}</div>",
            f'<aside{named}><div><img src="/t.jpg"></div><div><h4>{make.link(title)}</h4><p>{sentence}</p></div></aside>',
            f"<div{named}><div>{make.one(LABELS)}</div><div>{make.link(title)}</div></div>",
        )
    )


def _cards(make: Maker) -> str:
    cards = "".join(
        f"<div><a href='/{place}/'><img src='/t.jpg'><h3>{make.title()}</h3></a><p>{make.sentence()}</p></div>"
        for place in range(make.random.randint(2, 5))
    )
    return f"<section{make.named()}><h2>{make.one(LABELS)}</h2>{cards}</section>"


def _box(make: Maker) -> str:
    (heading, sentence, button), named = make.random.choice(BOXES), make.named()
    form = f'<form><input type="email"><button>{button}</button></form>'
    return make.one(
        (
            f"<div{named}><h3>{heading}</h3><p>{sentence}</p>{form}</div>",
            f'<div{named}><div>{heading}</div><div>{sentence}</div><a href="/letter">{button}</a></div>',
            f"<p{named}><strong>{heading}</strong> {sentence} {make.link(button)}</p>",
            f"<p{named}><em>{sentence}</em></p>",
        )
    )


def _paid(make: Maker) -> str:
    label, title, sentence, named = make.one(AD_LABELS), make.title(), make.sentence(), make.named()
    button = make.link(make.one(BOXES)[2])
    return make.one(
        (
            f"<div{named}><div>{label}</div><p>{sentence}</p></div>",
            f"<div{named}><span>{label}</span><p>{title}. {sentence}</p>{button}</div>",
            f"<div{named}><small>{label}</small><h4>{title}</h4><p>{sentence}</p>{button}</div>",
        )
    )


def _headed_link(make: Maker) -> str:
    """Return a box whose heading is the link: what comes after it, perhaps in a container of its own, is not what it heads."""
    label, title, named = make.label(), make.title(), make.named()
    return make.one(
        (
            f"<div{named}>{make.link(f'<div>{label}</div><h4>{title}</h4>')}</div>",
            f"<div{named}><span>{label}</span><h3>{make.link(title)}</h3></div>",
        )
    )


def _video(make: Maker) -> str:
    named, minutes = make.named(), f"{make.random.randint(0, 9)}:{make.random.randint(10, 59)}"
    return make.one(
        (
            f"<div{named}><video></video><p>{make.title()}</p><span>{minutes}</span></div>",
            f"<div{named}><div><span>00:00 / 0{minutes}</span></div><div>{make.title()}</div></div>",
        )
    )


def _card_table(make: Maker) -> str:
    cells = "".join(
        f"<td>{make.link('<img src=/t.jpg>')}<br>{make.link(make.title())}<br><span>{make.sentence()}</span></td>"
        for _ in range(make.random.randint(2, 4))
    )
    head = make.one(("", f"<tr><td colspan=4><b>{make.one(LABELS)}</b></td></tr>"))
    return f"<table{make.named()}>{head}<tr>{cells}</tr></table>"


def _ad_label(make: Maker) -> str:
    return f"<div{make.named()}>{make.one(AD_LABELS)}</div>"


def _notice(make: Maker) -> str:
    tag = make.one(("p", "div"))
    return f"<{tag}{make.named()}>{make.one(NOTICES)}</{tag}>"


def _follow(make: Maker) -> str:
    said, named = make.one(FOLLOW).format(link=make.link(make.one(MEDIA))), make.named()
    return make.one(
        (f"<p{named}>{said}</p>", f"<p{named}><em>{said}</em></p>", f"<div{named}><strong>{said}</strong></div>")
    )


def _caption(make: Maker) -> str:
    credit, named = make.one(CREDITS).format(name=make.one(NAMES)), make.named()
    said = f"{make.sentence()} {credit}"
    return make.one(
        (
            f'<div{named}><img src="/p.jpg"><p>{said}</p></div>',
            f'<div{named}><div><img src="/p.jpg"></div><div>{said}</div></div>',
            f'<figure{named}><img src="/p.jpg"><span>{make.sentence()}</span><span>{credit}</span></figure>',
        )
    )


def _share(make: Maker) -> str:
    said = make.random.sample(SHARE, make.random.randint(2, 5))
    tag = make.one(("span", "button", "li"))
    return f"<div{make.named()}>{''.join(f'<{tag}>{text}</{tag}>' for text in said)}</div>"


def _tags(make: Maker) -> str:
    words = [word for word in make.sentence().split() if word.isalpha()] or ["News"]
    return f"<div{make.named()}>{' '.join(make.link(word) for word in words[:5])}</div>"


def _biography(make: Maker) -> str:
    name, named = make.one(NAMES), make.named()
    return make.one(
        (
            f'<div{named}><img src="/a.jpg"><h4>{make.link(name)}</h4><p>{name} {make.one(ABOUT)}</p></div>',
            f"<p{named}><em>{make.link(name)} {make.one(ABOUT)}</em></p>",
        )
    )


def _comments(make: Maker) -> str:
    form = make.one(
        (
            "<div><b>{name}</b> <span>{when}</span><p>{said}</p><a href='#'>Reply</a></div>",
            "<article{named}><header><img src='/a.jpg'><h4>{name}</h4><time>{when}</time></header><div>{said}</div></article>",
            "<li{named}><div><a href='/u/1'>{name}</a> · {when}</div><div><p>{said}</p></div><span>12</span></li>",
            "<div{named}><p>{said}</p><p>{name}, {when}</p></div>",
        )
    )
    named = make.named()
    posts = "".join(
        form.format(
            named=named,
            name=make.one(NAMES),
            when=f"{make.random.randint(2, 23)} {make.one(('days', 'hours'))} ago",
            said=" ".join(make.sentence() for _ in range(make.random.randint(1, 4))),
        )
        for _ in range(make.random.randint(1, 6))
    )
    head = make.one(("<h3>Comments</h3>", f"<h2>{make.random.randint(2, 90)} comments</h2>", ""))
    return f"<div{make.named()}>{head}{posts}</div>"


def _teasers(make: Maker) -> str:
    """Return entries whose headline leads to another page and whose teaser does not, as small papers and old ones list them."""
    around, entry = make.random.choice(_ENTRIES)
    named = make.named()
    entries = "".join(
        entry.format(
            named=named,
            link=make.link(make.title()),
            bold=make.link(f"<b>{make.title()}</b>"),
            more=make.link(make.one(LABELS)),
            day=make.day(),
            said=" ".join(make.sentence() for _ in range(make.one((1, 1, 2)))),
        )
        for _ in range(make.random.randint(2, 7))
    )
    head = make.one(("", "<h3>{}</h3>", "<h4>{}</h4>", "<b>{}</b><br>", "<div>{}</div>")).format(make.one(LABELS))
    return f"<div{make.named()}>{head}{around.format(entries)}</div>"


_ENTRIES: Final = (
    ("<dl>{}</dl>", "<dt>{link} ({day})</dt><dd>{said}</dd>"),
    ("{}", "<p{named}><img src='/t.jpg'><span>{day}</span> {bold}<br>{said}</p>"),
    ("{}", "<div{named}><h4>{link}</h4><p>{said} {more}</p></div>"),
    ("{}", "<div{named}><div>{link}</div><div>{said}</div></div>"),
    ("{}", "<p{named}>{link}<br><span>{said}</span></p>"),
    ("<ul>{}</ul>", "<li{named}><h3>{link}</h3><small>{day}</small><div>{said}</div></li>"),
    ("{}", "<div{named}>{bold}<br><font size=1>{said}</font></div>"),
)


def _posts(make: Maker) -> str:
    """Return what readers wrote, by its name and hour alone."""
    around, post = make.random.choice(_POSTS)
    named = make.named()
    posts = "".join(
        post.format(
            named=named,
            name=make.one((*NAMES, make.letters(), make.letters())),
            day=make.day(),
            number=make.random.randint(1, 90),
            said=" ".join(make.sentence() for _ in range(make.one((1, 1, 2, 3, 5)))),
        )
        for _ in range(make.random.randint(1, 8))
    )
    head = make.one(("", "<h3>Comments</h3>", "<b>Forum</b>", "<div>Talk ({})</div>")).format(
        make.random.randint(1, 90)
    )
    return f"<div{make.named()}>{head}{around.format(posts)}</div>"


_POSTS: Final = (
    ("{}", "<div{named}><b>{name}</b> <i>{day}</i><br>{said}</div>"),
    ("{}", "<div{named}><div><b>{name}</b> &middot; {day} <a href='#'>#{number}</a></div>{said}<br></div>"),
    ("{}", "<div{named}><div>{name}</div><div>{day}</div><div><div>{said}</div></div></div>"),
    ("<ul>{}</ul>", "<li><p>{name}</p><p>{day}</p><p>{said}</p><p>{number} | 0</p></li>"),
    ("<div>{}</div>", "<b>{name}</b> ({day}): {said}<br><br>"),
)


# As often as they stand in articles, by guess.
INSIDE: Final[tuple[Unit, ...]] = (
    *(_labelled_link, _labelled_link, _bare_link, _bare_link, _links, _card, _card, _box, _box),
    *(_ad_label, _notice, _follow, _caption, _headed_link, _paid, _video),
)
AFTER: Final[tuple[Unit, ...]] = (
    *(_tags, _share, _cards, _cards, _links, _follow, _box, _biography),
    *(_comments, _comments, _paid, _video, _card_table),
)
FIRST: Final[tuple[Unit, ...]] = (_share, _notice, _caption, _ad_label)
# What old pages and small content systems have after a text. No tables of their own, which would teach that no table is text: they
# become cells where tables lay out the page, as the text does.
OLD_AFTER: Final[tuple[Unit, ...]] = (
    *(_teasers, _teasers, _teasers, _posts, _posts, _posts),
    *(_cards, _links, _comments, _box),
)
