"""What the sources of one page have in common: its markup, the JSON-LD object that describes it, names of its site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.cleaner.metadata.calendars import is_persian
from scraper.cleaner.metadata.dates import OTHER_THAN_ENGLISH
from scraper.cleaner.metadata.headings import MAX_HEADING_CHARS, is_logo, lesser_headline
from scraper.cleaner.metadata.headline_parts import bare_heading, without_kicker
from scraper.cleaner.metadata.json_ld import ARTICLE_TYPES, OTHER_TYPES, POST_TYPES, WORK_TYPES, LinkedData, strings_of
from scraper.cleaner.metadata.languages import read_language
from scraper.cleaner.metadata.markup import Markup, fold, read_markup, text_of
from scraper.cleaner.metadata.nearby import Line, lines_after, lines_before, texts_in
from scraper.cleaner.metadata.sections import sections_of
from scraper.cleaner.metadata.site_names import site_names_of
from scraper.cleaner.metadata.spelling import fold_words, has_own_letters, show_title
from scraper.cleaner.metadata.titles import Titles
from scraper.cleaner.metadata.unstated_headlines import search_headline

_EMPTY: Final[Mapping[str, Any]] = {}
# Microdata types whose properties are not the page's: a review's date is not the product page's.
_OTHER_ITEMS: Final = (
    "product",
    "review",
    "comment",
    "offer",
    "rating",
    "listitem",
    "answer",
    "person",
    "organization",
    "imageobject",
    "usercomments",
)
# Texts and characters read after the headline, on articles and on other pages, and before it. wcxb-dev dates from 6 and 200 on
# other pages to 16 and 500: .813 to .822, 16 more false ones; 24 and 800 bring as many false as right ones (2026-11).
AFTER: Final = (60, 1_500)
AFTER_OTHER: Final = (30, 900)
BEFORE: Final = (8, 300)
# Texts after the headline that are believed against what the page states: 30 bring dates of other things (snippet set, 2026-11).
# A byline that begins there goes on in a few more.
NEAREST: Final = 12
REST_OF_BYLINE: Final = 4
# Words of a title with letters that are none of English's: names and words of French have some, "Beyoncé's résumé".
# 0 of wcxb-dev's dates change with 2 or 4 (2026-11-28).
MIN_OTHER_WORDS: Final = 3
# Elements of one microdata property that are looked at.
MAX_ITEMS: Final = 30
# Elements climbed to find an item's scope, and what a headline stands in.
MAX_CLIMB: Final = 40
# A page of that many headings has none.
MAX_HEADINGS: Final = 10
# Open Graph types that say what a page is.
_ARTICLE_OG: Final = frozenset(
    ("article", "news", "newsarticle", "blog.post", "article.news", "news_article", "post", "blogpost")
)


@dataclass(frozen=True)
class PageFacts:
    """One page, ready for the sources.

    Attributes:
        titles: What the sources say the title is.
        headline: The heading that is the headline, or None.
        lesser: Its text where it is no ``h1``.
        work: The JSON-LD object of the page's article, post or other work; empty where there is none.
        site_names: Folded names of the site, to be taken off titles and out of bylines.
        is_article: As in ``Metadata``.
    """

    markup: Markup
    titles: Titles
    headline: LexborNode | None
    lesser: str
    work: Mapping[str, Any]
    site_names: frozenset[str]
    is_article: bool | None
    language: str | None

    @cached_property
    def _following(self) -> Iterator[Line]:
        return lines_after(self.headline) if self.headline is not None else iter(())

    @cached_property
    def _read(self) -> list[Line]:
        return []

    def read_nearest(self) -> Iterator[Line]:
        """Yield the first texts after the headline, and the few that a byline among them may go on in; read as far as is asked."""
        yield from self._read
        for line in islice(self._following, NEAREST + REST_OF_BYLINE - len(self._read)):
            self._read.append(line)
            yield line

    @cached_property
    def nearest(self) -> list[Line]:
        """The same, read to their end."""
        return list(self.read_nearest())

    @cached_property
    def after(self) -> list[Line]:
        """The texts after the headline, in order."""
        return _within(chain(self.nearest, self._following), *(AFTER if self.is_article else AFTER_OTHER))

    @cached_property
    def before(self) -> list[Line]:
        """The texts before the headline, the nearest first."""
        return _within(lines_before(self.headline), *BEFORE) if self.headline is not None else []

    @property
    def date_language(self) -> str | None:
        """The language that its dates are read in: Persian papers before 2015 do not say theirs, and count years in their way.

        One with words in letters that English has not is another, in which the day stands before the month.
        """
        if self.language or is_persian(self.markup.page_title):
            return self.language or "fa"
        said = self.markup.page_title or "".join(self.titles.headings[:1])
        return OTHER_THAN_ENGLISH if _is_other_than_english(said) else None

    @property
    def pieces(self) -> list[str]:
        """The texts that the headline is made of, white space folded; empty where it is one."""
        texts = texts_in(self.headline) if self.headline is not None else []
        folded = [fold(text.text_content) for text in texts] if len(texts) > 1 else []
        return [text for text in folded if text]

    @property
    def bare(self) -> str:
        """The headline without what its element holds beside it; empty where that is nothing."""
        return bare_heading(self.headline) if self.headline is not None else ""

    def unkicked(self, title: str) -> str:
        """Return a title that is the whole headline without the kicker that has an element of its own there."""
        if self.headline is None:
            return title
        return show_title(without_kicker(self.headline, title, self._said, self.sections))

    def _said(self) -> list[str]:
        return [*(said for _, said in _stated_titles(self.markup, self.work)), self.markup.page_title]

    def sections(self) -> frozenset[str]:
        """Return the folded names of the sections that the page is in."""
        return sections_of(self.markup, self.work)

    @property
    def linked(self) -> LinkedData:
        """The page's JSON-LD."""
        return self.markup.linked

    @cached_property
    def around(self) -> dict[int, bool]:
        """The ids of the elements that the headline stands in, and whether each is outside of the ``<main>`` among them."""
        found: dict[int, bool] = {}
        node, is_outside = self.headline, False
        while node is not None and len(found) < MAX_CLIMB:
            found[node.mem_id] = is_outside
            is_outside = is_outside or node.tag == "main"
            node = node.parent
        return found

    @cached_property
    def teasing(self) -> dict[int, bool]:
        """The ids of the columns that dates were found in, and whether each holds headlines of other pages: read once."""
        return {}

    def own_items(self, name: str) -> Iterator[LexborNode]:
        """Yield the elements of a microdata property that belong to the page's own work."""
        for node in self.markup.items.get(name, ())[:MAX_ITEMS]:
            if not _is_of_other(node):
                yield node


def _within(lines: Iterable[Line], texts: int, chars: int) -> list[Line]:
    found = []
    for line in islice(lines, texts):
        found.append(line)
        chars -= len(line.text)
        if chars < 0:
            break
    return found


def _is_other_than_english(said: str) -> bool:
    """Whether a title is in another script than Latin, or several of its words have letters that are none of English's."""
    words = [word for word in said.split() if any(c.isalpha() and not c.isascii() for c in word)]
    return len(words) >= MIN_OTHER_WORDS or has_own_letters(said)


def read_page(tree: LexborHTMLParser, url: str | None) -> PageFacts:
    """Collect what the sources read."""
    markup = read_markup(tree, url)
    work = _choose_work(markup)
    is_article = _is_article(markup)
    language = read_language(markup.language) or read_language(
        markup.first("og:locale", "content-language", "language", "dc.language")
    )
    site_names = site_names_of(markup, work)
    headings = markup.headings[:MAX_HEADINGS]
    logos = [text_of(node) for node in headings if is_logo(node, markup)]
    titles = Titles(
        [text_of(node) for node in headings], _stated_titles(markup, work), markup.page_title, site_names, logos
    )
    headline = None if titles.heading is None else headings[titles.heading]
    lesser = None if titles.is_sure else lesser_headline(markup, titles)
    if not titles.is_agreed:
        claims = (
            None if is_article is False else (markup.page_title, *(said for _, said in _stated_titles(markup, work)))
        )
        titles, lesser = search_headline(markup, titles, claims, lesser)
        headline = None if titles.heading is None else headings[titles.heading]
    said = "" if lesser is None else text_of(lesser, MAX_HEADING_CHARS)
    return PageFacts(markup, titles, lesser or headline, said, work, site_names, is_article, language)


def _stated_titles(markup: Markup, work: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the titles of metadata with their sources, the surest first."""
    found = (
        ("json-ld", next(iter(strings_of(work.get("headline"))), None)),
        ("og", markup.first("og:title", "twitter:title")),
        (
            "meta",
            markup.first("dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "title"),
        ),
    )
    return [(source, title) for source, value in found if (title := fold(value))]


def _choose_work(markup: Markup) -> Mapping[str, Any]:
    """Return the article, else the post, else another work; of several the one that names this page, else the fullest."""
    for types in (ARTICLE_TYPES, POST_TYPES, WORK_TYPES):
        found = markup.linked.find(types)
        if found:
            title = fold_words(markup.page_title)
            return max(found, key=lambda node: (_names_page(node, title), _fullness(node)))
    return _EMPTY


def _names_page(node: Mapping[str, Any], title: str) -> bool:
    headline = fold_words(fold(next(iter(strings_of(node.get("headline") or node.get("name"))), "")))
    return bool(headline) and headline in title


def _fullness(node: Mapping[str, Any]) -> int:
    return sum(key in node for key in ("headline", "datePublished", "author", "articleBody"))


def _is_article(markup: Markup) -> bool | None:
    types = markup.linked.types
    kind = (markup.first("og:type") or "").strip().lower()
    if types & ARTICLE_TYPES:
        return True
    if kind in _ARTICLE_OG:
        # A common plugin calls every page an article; those it describes as a WebPage without a date are none (wcxb-dev: 37 of 42).
        return True if "webpage" not in types or markup.first("article:published_time") else None
    if kind or types & OTHER_TYPES:
        return None if types & POST_TYPES else False
    return None


def _is_of_other(node: LexborNode) -> bool:
    """Whether an element's nearest item scope is a thing of its own on the page."""
    around = node.parent
    for _ in range(MAX_CLIMB):
        if around is None:
            return False
        attributes = around.attributes
        if "itemscope" in attributes:
            kind = (attributes.get("itemtype") or "").rpartition("/")[2].lower()
            if kind:
                return any(word in kind for word in _OTHER_ITEMS)
        around = around.parent
    return False
