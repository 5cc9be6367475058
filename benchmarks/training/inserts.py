"""Boilerplate put into labelled pages, as sites set it into an article: what the truths of the sets hardly teach.

The sets are older than most such lines, and half of those that they have stand in their truths. A model fitted on the sets alone
keeps 49 of 100 of these units on pages of sites that it has not seen, one fitted with them 5 (benchmarks/HISTORY.md).

What a unit says hardly matters, since the model does not read words: headlines and sentences are those of other pages. Its markup
does: half of the units have no class, others one that a build made up, few one that says what they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias
from zlib import crc32

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.training.insert_words import (
    ABOUT,
    AD_LABELS,
    BOXES,
    CREDITS,
    FOLLOW,
    LABEL_MARKS,
    LABELS,
    MEDIA,
    NAMES,
    NOTICES,
    SHARE,
)
from benchmarks.training.parting import part_text, wrap_some
from benchmarks.training.table_layout import lay_out_by_tables
from scraper.cleaner.reading.walk import read_blocks

MIN_PARAGRAPHS: Final = 3
"""A page with fewer has no inside."""

_COUNTS: Final = (1, 1, 2, 2, 3, 4)
_AT_END: Final = 0.5
_BEFORE: Final = 0.25
_RESTYLED: Final = 0.35
_PARTED: Final = 0.12
_WRAPPED: Final = 0.04
_TABLES: Final = 0.06

# Finds what was written anew; the cleaner does not look at it.
_MARK: Final = "data-anew"


@dataclass(frozen=True, slots=True)
class Texts:
    """Headlines and sentences of other pages, for units to lead to."""

    titles: Sequence[str]
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Maker:
    """Draws what a unit is made of."""

    random: Random
    texts: Texts

    def one(self, options: Sequence[str]) -> str:
        return self.random.choice(options)

    def title(self) -> str:
        return self.one(self.texts.titles)

    def sentence(self) -> str:
        return self.one(self.texts.sentences)

    def label(self) -> str:
        return self.one(LABELS) + self.one(LABEL_MARKS)

    def link(self, text: str) -> str:
        return f'<a href="/{self.random.randint(1_000, 99_999)}/{self.random.randint(10, 99)}.html">{text}</a>'

    def named(self) -> str:
        """Return a class attribute, or none."""
        return self._class(self.random.random())

    def plainly_named(self) -> str:
        """Return a class attribute that says nothing, or none."""
        return self._class(0.9 * self.random.random())

    def _class(self, kind: float) -> str:
        if kind < 0.5:
            return ""
        if kind < 0.8:
            letters = "".join(self.random.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(6))
            return f' class="{self.one(("css", "sc", "jsx", "c"))}-{letters}"'
        return f' class="{self.one(_PLAIN_CLASSES if kind < 0.9 else _TELLING_CLASSES)}"'


_PLAIN_CLASSES: Final = ("my-4 flex p-2", "mt-6 border-t", "box", "wrap", "inner", "col-12", "block")
_TELLING_CLASSES: Final = (
    "related-posts read-more inline-related newsletter-signup promo-box teaser-inline article-ad embed-consent more-on cta"
).split()

Unit: TypeAlias = Callable[[_Maker], str]


def _labelled_link(make: _Maker) -> str:
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


def _bare_link(make: _Maker) -> str:
    title, named = make.title(), make.named()
    return make.one(
        (
            f"<p{named}>{make.link(title)}</p>",
            f"<p{named}><strong>{make.link(title)}</strong></p>",
            f"<div{named}>{make.link(f'<em>{title}</em>')}</div>",
            f"<p{named}>&gt;&gt; {make.link(title)}</p>",
        )
    )


def _links(make: _Maker) -> str:
    label, tag = make.one(LABELS), make.one(("div", "aside", "section"))
    head = make.one(("", f"<h3>{label}</h3>", f"<p><strong>{label}</strong></p>", f"<h4>{label}</h4>"))
    items = "".join(f"<li>{make.link(make.title())}</li>" for _ in range(make.random.randint(2, 5)))
    return f"<{tag}{make.named()}>{head}<ul>{items}</ul></{tag}>"


def _card(make: _Maker) -> str:
    title, sentence, named = make.title(), make.sentence(), make.named()
    inside = f'<img src="/t.jpg" alt=""><h3>{title}</h3><p>{sentence}</p>'
    return make.one(
        (
            f"<div{named}>{make.link(inside)}</div>",
            f'<aside{named}><div><img src="/t.jpg"></div><div><h4>{make.link(title)}</h4><p>{sentence}</p></div></aside>',
            f"<div{named}><div>{make.one(LABELS)}</div><div>{make.link(title)}</div></div>",
        )
    )


def _cards(make: _Maker) -> str:
    cards = "".join(
        f"<div><a href='/{place}/'><img src='/t.jpg'><h3>{make.title()}</h3></a><p>{make.sentence()}</p></div>"
        for place in range(make.random.randint(2, 5))
    )
    return f"<section{make.named()}><h2>{make.one(LABELS)}</h2>{cards}</section>"


def _box(make: _Maker) -> str:
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


def _paid(make: _Maker) -> str:
    label, title, sentence, named = make.one(AD_LABELS), make.title(), make.sentence(), make.named()
    button = make.link(make.one(BOXES)[2])
    return make.one(
        (
            f"<div{named}><div>{label}</div><p>{sentence}</p></div>",
            f"<div{named}><span>{label}</span><p>{title}. {sentence}</p>{button}</div>",
            f"<div{named}><small>{label}</small><h4>{title}</h4><p>{sentence}</p>{button}</div>",
        )
    )


def _headed_link(make: _Maker) -> str:
    """Return a box whose heading is the link: what comes after it, perhaps in a container of its own, is not what it heads."""
    label, title, named = make.label(), make.title(), make.named()
    return make.one(
        (
            f"<div{named}>{make.link(f'<div>{label}</div><h4>{title}</h4>')}</div>",
            f"<div{named}><span>{label}</span><h3>{make.link(title)}</h3></div>",
        )
    )


def _video(make: _Maker) -> str:
    named, minutes = make.named(), f"{make.random.randint(0, 9)}:{make.random.randint(10, 59)}"
    return make.one(
        (
            f"<div{named}><video></video><p>{make.title()}</p><span>{minutes}</span></div>",
            f"<div{named}><div><span>00:00 / 0{minutes}</span></div><div>{make.title()}</div></div>",
        )
    )


def _card_table(make: _Maker) -> str:
    cells = "".join(
        f"<td>{make.link('<img src=/t.jpg>')}<br>{make.link(make.title())}<br><span>{make.sentence()}</span></td>"
        for _ in range(make.random.randint(2, 4))
    )
    head = make.one(("", f"<tr><td colspan=4><b>{make.one(LABELS)}</b></td></tr>"))
    return f"<table{make.named()}>{head}<tr>{cells}</tr></table>"


def _ad_label(make: _Maker) -> str:
    return f"<div{make.named()}>{make.one(AD_LABELS)}</div>"


def _notice(make: _Maker) -> str:
    tag = make.one(("p", "div"))
    return f"<{tag}{make.named()}>{make.one(NOTICES)}</{tag}>"


def _follow(make: _Maker) -> str:
    said, named = make.one(FOLLOW).format(link=make.link(make.one(MEDIA))), make.named()
    return make.one(
        (f"<p{named}>{said}</p>", f"<p{named}><em>{said}</em></p>", f"<div{named}><strong>{said}</strong></div>")
    )


def _caption(make: _Maker) -> str:
    credit, named = make.one(CREDITS).format(name=make.one(NAMES)), make.named()
    said = f"{make.sentence()} {credit}"
    return make.one(
        (
            f'<div{named}><img src="/p.jpg"><p>{said}</p></div>',
            f'<div{named}><div><img src="/p.jpg"></div><div>{said}</div></div>',
            f'<figure{named}><img src="/p.jpg"><span>{make.sentence()}</span><span>{credit}</span></figure>',
        )
    )


def _share(make: _Maker) -> str:
    said = make.random.sample(SHARE, make.random.randint(2, 5))
    tag = make.one(("span", "button", "li"))
    return f"<div{make.named()}>{''.join(f'<{tag}>{text}</{tag}>' for text in said)}</div>"


def _tags(make: _Maker) -> str:
    words = [word for word in make.sentence().split() if word.isalpha()] or ["News"]
    return f"<div{make.named()}>{' '.join(make.link(word) for word in words[:5])}</div>"


def _biography(make: _Maker) -> str:
    name, named = make.one(NAMES), make.named()
    return make.one(
        (
            f'<div{named}><img src="/a.jpg"><h4>{make.link(name)}</h4><p>{name} {make.one(ABOUT)}</p></div>',
            f"<p{named}><em>{make.link(name)} {make.one(ABOUT)}</em></p>",
        )
    )


def _comments(make: _Maker) -> str:
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


# As often as they stand in articles, by guess.
_INSIDE: Final[tuple[Unit, ...]] = (
    *(_labelled_link, _labelled_link, _bare_link, _bare_link, _links, _card, _card, _box, _box),
    *(_ad_label, _notice, _follow, _caption, _headed_link, _paid, _video),
)
_AFTER: Final[tuple[Unit, ...]] = (
    *(_tags, _share, _cards, _cards, _links, _follow, _box, _biography),
    *(_comments, _comments, _paid, _video, _card_table),
)
_FIRST: Final[tuple[Unit, ...]] = (_share, _notice, _caption, _ad_label)


def insert_boilerplate(
    html: str, is_content: Callable[[str], bool], texts: Texts, seed: str
) -> tuple[str, list[str]] | None:
    """Put units between the paragraphs of a page's main content, and some before and after them.

    On a share of the pages paragraphs or sub-headings are written as other content systems do, so that what is no ``p``, or short
    and bold, is not taken for a unit; parts of the text have elements of their own,
    or tables lay the page out.

    Args:
        html: The page.
        is_content: Tells from its text whether a paragraph is main content.
        texts: What the units lead to.
        seed: What is drawn depends on it alone.

    Returns:
        The page, and the texts of the blocks that were put in; None for a page with too few paragraphs.
    """
    make = _Maker(Random(crc32(seed.encode())), texts)
    tree = LexborHTMLParser(html)
    paragraphs = [node for node in tree.css("p") if is_content(node.text(separator=" "))]
    if len(paragraphs) < MIN_PARAGRAPHS:
        return None
    if make.random.random() < _RESTYLED:
        _restyle_headings(paragraphs, make)
    if make.random.random() < _RESTYLED:
        paragraphs = _restyle_paragraphs(tree, paragraphs, make)
    count = min(make.random.choice(_COUNTS), len(paragraphs) - 1)
    places = sorted(make.random.sample(range(len(paragraphs) - 1), count))
    units = [(paragraphs[place], make.random.choice(_INSIDE)(make)) for place in places]
    if make.random.random() < _AT_END:
        units.append((paragraphs[-1], make.random.choice(_AFTER)(make)))
    for node, unit in units:
        node.insert_after(_read_unit(unit))
    if make.random.random() < _BEFORE:
        first = make.random.choice(_FIRST)(make)
        paragraphs[0].insert_before(_read_unit(first))
        units.append((paragraphs[0], first))
    if make.random.random() < _PARTED:
        part_text(paragraphs, make.random, make.named())
    elif make.random.random() < _WRAPPED:
        wrap_some(paragraphs, make.random, make.plainly_named())
    said = [text for _, unit in units for text in read_blocks(LexborHTMLParser(f"<body>{unit}")).text]
    html = tree.html or ""
    return lay_out_by_tables(html, make.random) if make.random.random() < _TABLES else html, said


def _restyle_headings(paragraphs: Sequence[LexborNode], make: _Maker) -> None:
    """Write the headings beside paragraphs as short bold ones."""
    tag, named = make.one(("p", "div")), make.named()
    holders = {node.parent.mem_id: node.parent for node in paragraphs if node.parent is not None}
    for holder in holders.values():
        for node in [child for child in holder.iter() if child.tag in ("h2", "h3", "h4")]:
            node.replace_with(_read_unit(f"<{tag}{named}><strong>{node.inner_html}</strong></{tag}>"))


def _restyle_paragraphs(tree: LexborHTMLParser, paragraphs: Sequence[LexborNode], make: _Maker) -> list[LexborNode]:
    """Write paragraphs as ``div``, some with a ``span`` inside; return them."""
    named = make.named()
    around = make.one(("{}", "<span>{}</span>"))
    for node in paragraphs:
        node.replace_with(_read_unit(f"<div {_MARK}{named}>{around.format(node.inner_html)}</div>"))
    return tree.css(f"[{_MARK}]")


def _read_unit(html: str) -> LexborNode:
    body = LexborHTMLParser(f"<body>{html}").body
    if body is None or body.first_child is None:
        raise ValueError(f"a unit of markup without an element: {html}")
    return body.first_child
