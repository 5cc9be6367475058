"""Authors as metadata state them."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from selectolax.lexbor import LexborNode

from scraper.cleaner.metadata.byline_elements import is_called
from scraper.cleaner.metadata.byline_places import is_in_text, is_teasers
from scraper.cleaner.metadata.byline_starts import is_by, starts_with_by
from scraper.cleaner.metadata.byline_words import FIRST_WIDE, SPLIT_AT_SLASHES
from scraper.cleaner.metadata.family_first import given_first
from scraper.cleaner.metadata.json_ld import strings_of, types_of
from scraper.cleaner.metadata.late_patterns import compiled
from scraper.cleaner.metadata.markup import fold, text_of
from scraper.cleaner.metadata.months import plain
from scraper.cleaner.metadata.name_forms import is_nobody, is_personal, may_be_called
from scraper.cleaner.metadata.own_words import in_common_words
from scraper.cleaner.metadata.page import PageFacts
from scraper.cleaner.metadata.people import MAX_AUTHORS, clean_authors, without_addresses
from scraper.cleaner.metadata.spelling import fold_words
from scraper.cleaner.metadata.title_parts import find_marks

# Text read of an element that holds an author.
MAX_NAME_CHARS: Final = 200
# What an element is called that holds the paper from which a text is.
_SOURCE: Final = re.compile(r"(?<![a-z])source(?![a-z])", re.I)
# What is no person's name in scripts without capitals: it has more than three letters, or ends as papers' names do.
_WIDE_PAPER: Final = re.compile(r"\w{4}|[報报聞闻網网社台刊誌志]$")
# By the page's language, the words that papers' names begin with, and no person's.
_ARTICLES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("the",),
    "de": ("der", "die", "das"),
    "it": ("il", "lo", "la", "le"),
    "fr": ("la", "le", "les"),
    "es": ("el", "la", "los", "las"),
    "nl": ("de", "het"),
}
# The word for a team that stands before a site's name, where its reporters sign together.
_TEAM: Final[Mapping[str, str]] = {"id": "tim", "ms": "pasukan"}
# What a content system calls its user: words of a name in small letters, joined.
_ACCOUNT: Final = re.compile(r"(?:[^\W\d_A-Z]+-)+[^\W\d_A-Z]+")
_TAGS: Final = re.compile(r"<[^<>]{1,200}>")
_BRACKETS: Final = re.compile(r"[()\[\]（）]")
# The last word of what the desks of a paper are called.
_DESK: Final = re.compile(
    r"(?:sports?|politics|business|world|local|culture|online|digital|web|video|tv|magazin\w*|news\w*|desk|team|staff|service|"
    r"reporters?|editors?|bureau|reda\w+)"
)


def _linked(page: PageFacts) -> list[Any]:
    value = page.work.get("author") or page.work.get("creator")
    values = value if isinstance(value, list) else [value]
    return [page.linked.resolve(item) for item in values[:MAX_AUTHORS]]


def _is_organisation(author: Any) -> bool:
    return isinstance(author, dict) and any("organization" in kind for kind in types_of(author))


def _author_names(page: PageFacts) -> list[str]:
    names: list[str] = []
    for author in _linked(page):
        if not _is_organisation(author):
            listed = author.get("name") if isinstance(author, dict) else None
            names.extend(given_first([*map(_shown, strings_of(listed if isinstance(listed, list) else author))]))
    return [in_common_words(_as_page_says(name, page), page.language, is_name=True) for name in names]


def _as_page_says(name: str, page: PageFacts) -> str:
    """Return the name of an account as a line beside the headline writes it: "Ada Lovelace" for "ada-lovelace"."""
    if _ACCOUNT.fullmatch(name) is None:
        return name
    words = [plain(word) for word in name.split("-")]
    for line in page.read_nearest():
        said = line.text[:MAX_NAME_CHARS].split()
        for start in range(len(said) - len(words) + 1):
            found = said[start : start + len(words)]
            if [plain(word) for word in found] == words:
                return " ".join(found).rstrip(",;|")
    return name


def _shown(text: str) -> str:
    """Return a name as it is read: some templates put its markup into JSON-LD, too."""
    folded = fold(text)
    return " ".join(_TAGS.sub(" ", folded).split()) if "<" in folded else folded


def _organisations(page: PageFacts) -> list[str]:
    return _typed(page, "organization")


def is_of_organisation(name: str, page: PageFacts) -> bool:
    """Whether a byline's name is that of an organisation that JSON-LD has as the author, or of a desk where it has one."""
    said = name.casefold().removeprefix("the ")
    others = _organisations(page)
    if others and _DESK.fullmatch(said.rpartition(" ")[2]):
        return True
    is_same = any(said == other.casefold().removeprefix("the ") and not is_personal(other) for other in others)
    return is_same or wrote_with_agency(name, page) or _is_team(name, page)


def wrote_with_agency(name: str, page: PageFacts) -> bool:
    """Whether JSON-LD has as the author an organisation of the name and an agency, and it is no person's: "La Gazette avec AFP"."""
    said = name.casefold()
    for other in [] if is_personal(name) and not _has_article(name, page) else _organisations(page):
        parts = [part.strip() for part in compiled(SPLIT_AT_SLASHES).split(_BRACKETS.sub("|", other)) if part.strip()]
        if any(part.casefold() == said for part in parts) and any(map(is_nobody, parts)):
            return True
    return False


def _has_article(name: str, page: PageFacts) -> bool:
    """Whether a name begins with an article of the page's language, as papers' do: elsewhere "La" and "Le" begin given names."""
    return name.partition(" ")[0].casefold() in _ARTICLES.get((page.language or "").partition("-")[0], ())


def _is_team(name: str, page: PageFacts) -> bool:
    """Whether a name is the site's after the word for its team: "Tim detikcom"."""
    team = _TEAM.get((page.language or "").partition("-")[0])
    return team is not None and fold_words(name).removeprefix(team) in page.site_names.difference((fold_words(name),))


def linked_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of the page's JSON-LD object, organisations left out."""
    names = clean_authors(_author_names(page), page.site_names, people=_people(page))
    return tuple(name for name in names if not _is_team(name, page))


def _people(page: PageFacts) -> frozenset[str]:
    """Return the names of those whom JSON-LD calls people, where a paper could have the name, too."""
    return frozenset(filter(may_be_called, _typed(page, "person")))


def _typed(page: PageFacts, kind: str) -> list[str]:
    """Return the names of the authors whose type in JSON-LD has a word in it."""
    typed = (
        author for author in _linked(page) if isinstance(author, dict) and any(kind in t for t in types_of(author))
    )
    return [_shown(name) for author in typed for name in strings_of(author)]


def meta_authors(*names: str) -> Callable[[PageFacts], tuple[str, ...]]:
    """Return a reader of the first of these meta tags that names a person."""

    def read(page: PageFacts) -> tuple[str, ...]:
        meta = page.markup.meta
        found = (_clean_fields(given_first(given, name), page) for name in names if (given := meta.get(name)))
        return next((authors for authors in found if authors and not _is_paper(authors[0], page)), ())

    return read


def _clean_fields(values: Sequence[str], page: PageFacts) -> tuple[str, ...]:
    return clean_authors([in_common_words(value, page.language, is_name=True) for value in values], page.site_names)


def _is_paper(name: str, page: PageFacts) -> bool:
    """Whether a name is that of a paper: the source of the text, the site's team, an organisation that wrote with an agency.

    One with an article is where JSON-LD has it as an organisation, or the page's title ends with it, unless a field says that it is
    a person.
    """
    if _is_source(name, page) or wrote_with_agency(name, page) or _is_team(name, page):
        return True
    if not _has_article(name, page) or name in _typed(page, "person"):
        return False
    ends = (page.markup.page_title[mark.end() :] for mark in find_marks(page.markup.page_title))
    return name in _organisations(page) or name in ends


def _is_source(name: str, page: PageFacts) -> bool:
    """Whether a line beside the headline has a name as the text's source, in scripts in which a paper's looks like a person's."""
    return (
        name[0] >= FIRST_WIDE
        and _WIDE_PAPER.search(name) is not None
        and any(
            line.text == name and line.holder is not None and is_called(line.holder, _SOURCE)
            for line in chain(page.read_nearest(), page.before)
        )
    )


def any_meta_authors(names: re.Pattern[str]) -> Callable[[PageFacts], tuple[str, ...]]:
    """Return a reader of the first person in the meta tags whose names hold the pattern: publishers make up their own."""

    def read(page: PageFacts) -> tuple[str, ...]:
        values = (given for name, given in page.markup.meta.items() if names.search(name))
        found = (_clean_fields(given, page) for given in values)
        return next((authors for authors in found if authors and not _is_paper(authors[0], page)), ())

    return read


def cited_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of a paper, which its tags give one by one and often with the family name first."""
    names = (
        " ".join(reversed(value.split(","))) if value.count(",") == 1 else value
        for value in page.markup.meta.get("citation_author", ())
    )
    return clean_authors(names, page.site_names)


def item_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of microdata."""
    # Some templates call every author an organisation.
    return clean_authors(
        [name for name, is_paper in _items(page) if is_personal(name) or not is_paper], page.site_names
    )


def _items(page: PageFacts) -> list[tuple[str, bool]]:
    """Return the names of microdata's authors, and whether it calls each an organisation."""
    holders = ((node, node.css_first('[itemprop~="name"]') or node) for node in page.own_items("author"))
    return [
        (
            holder.attributes.get("content") or text_of(holder, MAX_NAME_CHARS),
            "organization" in (node.attributes.get("itemtype") or "").lower(),
        )
        for node, holder in holders
    ]


def signed_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of ``rel=author`` links."""
    names = ((node, text_of(node, MAX_NAME_CHARS)) for node in page.markup.signed[:5])
    is_unsigned = states_nobody(page)
    own = (
        name
        for node, name in names
        if name and not (is_another(node, (name,), page) or (is_unsigned and not is_signature(node, (name,), page)))
    )
    return clean_authors(own, page.site_names, shown=True)


def states_nobody(page: PageFacts) -> bool:
    """Whether a page whose fields name no person states an author: an agency, a desk, an empty list.

    A person is then its author who is named beside its headline, or signs its text. Of 17 such pages of wcxb-dev with a name
    the eleven true ones are among the first nine texts below it, of the six false ones three are nowhere near it (2026-11-27).
    """
    stated = [*page.markup.meta.get("author", ()), *(name for author in _linked(page) for name in strings_of(author))]
    return page.work.get("author") == [] or any(map(without_addresses, stated))


def is_near(page: PageFacts, name: str) -> bool:
    """Whether a name stands beside the headline."""
    return any(name in line.text for line in chain(page.read_nearest(), page.before))


def is_another(holder: LexborNode | None, names: tuple[str, ...], page: PageFacts) -> bool:
    """Whether a byline is that of another article: it stands in a teaser; beside the headline only under a linked heading."""
    return is_teasers(holder, names, page.headline, is_near=is_near(page, names[0]))


def is_signature(holder: LexborNode | None, names: tuple[str, ...], page: PageFacts) -> bool:
    """Whether names stand beside the headline, or in a line of their own among the paragraphs of an article."""
    return is_near(page, names[0]) or (page.is_article is not False and is_in_text(holder, names, page.headline))


def labelled_authors(page: PageFacts) -> tuple[str, ...]:
    """Return the authors of a card for social networks: a label such as "Written by" and its value."""
    return clean_authors(_labelled_names(page), page.site_names)


def _labelled_names(page: PageFacts) -> list[str]:
    first = page.markup.first
    labelled = ((first(f"twitter:label{number}"), first(f"twitter:data{number}")) for number in ("1", "2"))
    return [value for label, value in labelled if label and value and is_by(label)][:1]


def eponymous_authors(page: PageFacts) -> tuple[str, ...]:
    """Return an explicit author whose name is also the site's, where it is a person's: blogs are called after their writers."""
    publisher = page.linked.resolve(page.work.get("publisher"))
    if isinstance(publisher, dict) and any("newsmedia" in kind for kind in types_of(publisher)):
        return ()
    stated = [*_author_names(page), *page.markup.meta.get("author", ()), *_labelled_names(page)]
    stated += [name for name, is_paper in _items(page) if not is_paper]
    stated = [name for name in stated if not starts_with_by(name)]  # "Wartawan Suara Selat" is a reporter of the site
    return tuple(name for name in clean_authors(stated) if is_personal(name) and not _is_paper(name, page))[:1]
