"""The headline, from sources that each say it a little differently.

The strongest sign is agreement: a heading that is the same as, part of, or around what ``<title>`` or Open Graph say. One that has
nothing in common with them is a slogan or the site's name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, TypeAlias

from scraper.cleaner.metadata.heading_pieces import spell_as, without_badge
from scraper.cleaner.metadata.house_names import is_site
from scraper.cleaner.metadata.spelling import fold_words, show_title, words_of
from scraper.cleaner.metadata.title_additions import LABEL, is_shouted, undated
from scraper.cleaner.metadata.title_parts import (
    BARS,
    MAX_CHARS,
    MIN_SURE,
    before_section,
    find_marks,
    is_name,
    is_section_over,
    parts_of,
    strip_section,
    strip_site_name,
)

Stated: TypeAlias = Sequence[tuple[str, str]]
"""``(source, title)`` of metadata, the surest first."""


# Share of words in common below which a heading is no headline: wcxb-dev titles .790 at 0, .792 at .25, .789 at .5 (2026-11).
MIN_SHARED: Final = 0.25
# JSON-LD's headlines are cut near 110 characters: Google asked for no more.
MIN_CUT_CHARS: Final = 90


class Titles:
    """What a page's sources say its title is.

    Args:
        headings: Texts of the page's ``h1``, in its order.
        stated: Titles of metadata.
        page_title: Text of ``<title>``.
        site_names: Folded names of the site: a heading that equals one is the logo.
        logos: Those of the headings that link to the site's front page: its name, too.

    Attributes:
        heading: Place of the headline among the headings, or None.
        is_agreed: Whether metadata agree with it.
    """

    __slots__ = (
        "_claims",
        "_exact",
        "_folded",
        "_headings",
        "_page",
        "_page_title",
        "_site_names",
        "_stated",
        "_whole_title",
        "heading",
        "is_agreed",
    )

    def __init__(
        self,
        headings: Sequence[str],
        stated: Stated,
        page_title: str,
        site_names: frozenset[str],
        logos: Sequence[str] = (),
    ) -> None:
        self._site_names = site_names = site_names.union(map(fold_words, logos))
        self._whole_title = page_title
        for logo in logos:
            page_title = page_title.removeprefix(f"{logo}: ")
        self._headings = [show_title(text) for text in headings]
        self._folded = [fold_words(text) for text in self._headings]
        said = chain.from_iterable(_with_and_without(title, site_names) for _, title in stated)
        repeated = frozenset(self._folded).intersection(said)
        self._page = strip_site_name(page_title, site_names, repeated)
        whole = [title for _, title in stated] + [page_title]
        stripped = {
            title: strip_site_name(title, site_names, repeated)
            for title in {title for _, title in stated} - {page_title}
        }
        stripped[page_title] = self._page
        self._stated = [
            (source, stripped[title])
            for source, title in stated
            if not _is_cut(title, page_title) and not self._is_name(title, page_title)
        ]
        self._exact = {fold_words(title) for title in (self._page, *(title for _, title in self._stated))} - {""}
        self._page_title = page_title
        self._claims = [fold_words(title) for title in whole if title]
        self.heading, self.is_agreed = self._find_heading(self._claims)

    def _is_name(self, title: str, page_title: str) -> bool:
        """Whether a stated title that no heading says is what ``<title>`` ends with, and known to be the site's name.

        Sites write their name first, too, and the headline that no ``h1`` says behind it: "Harbour Town News | Port shut".
        """
        mark = next(reversed(find_marks(page_title)), None)
        folded = fold_words(title)
        is_tail = mark is not None and folded == fold_words(page_title[mark.end() :])
        is_known = is_name(title, self._site_names) or is_site(title, self._site_names)
        return is_tail and is_known and 2 * len(folded) < len(fold_words(page_title)) and folded not in self._folded

    def _find_heading(self, claims: Sequence[str]) -> tuple[int | None, bool]:
        """Return the place of the headline among the headings, and whether metadata agree with it."""
        names = _names_beside(fold_words(self._whole_title), [fold_words(title) for _, title in self._stated])
        usable = [
            place
            for place, (text, folded) in enumerate(zip(self._headings, self._folded, strict=True))
            if folded and len(text) <= MAX_CHARS and folded not in self._site_names and folded not in names
        ]
        agreed = [place for place in usable if _agrees(self._folded[place], claims)]
        if agreed:
            return next(
                (p for p in agreed if self._folded[p] in self._exact), max(agreed, key=lambda p: len(self._folded[p]))
            ), True
        if not usable or not names.isdisjoint(
            self._folded
        ):  # a site that gives its name the first rank has none for headlines
            return None, False
        best = max(usable, key=lambda place: self._shared(self._headings[place]))
        return best, False

    def _shared(self, heading: str) -> float:
        """Return the share of words, of the shorter side, that a heading has in common with the stated titles."""
        ours = words_of(heading)
        theirs = words_of(" ".join([self._page, *(title for _, title in self._stated)]))
        return len(ours & theirs) / max(1, min(len(ours), len(theirs)))

    def _bare(self, heading: str, pieces: Sequence[str], bare: str) -> str:
        """Return a heading without the section after a bar, the label or date before it, where the rest is what metadata say."""
        is_introduced = len(pieces) > 1 and pieces[-2].endswith(":") and fold_words(heading) in self._exact
        if self._exact == {fold_words(heading)} or is_introduced:
            return self._spelled(heading, pieces)
        if bare and self._is_begun_by(bare, heading):
            return show_title(bare)
        if (
            pieces and fold_words(pieces[-1]) in self._exact
        ):  # after an element of its own: "<span>Floods</span><br>Harbour opens"
            return show_title(pieces[-1])
        if (rest := without_badge(heading, pieces, self._exact)) and self._is_begun_by(rest, heading):
            heading, pieces = rest, [piece for piece in pieces if piece in rest]
        for mark in find_marks(heading):
            head, tail = heading[: mark.start()], heading[mark.end() :]
            is_added = mark[0].strip() in BARS or fold_words(tail) in self._site_names
            if (is_added and fold_words(head) in self._exact) or (
                is_shouted(head, tail) and self._is_begun_by(head, heading)
            ):
                return head.strip()
        label = LABEL.match(heading)
        if label and fold_words(heading[label.end() :]) in self._exact:
            return heading[label.end() :]
        return self._spelled(heading, pieces)

    def _is_begun_by(self, bare: str, heading: str) -> bool:
        """Whether metadata say a heading without its additions, or begin with it and not with the whole."""
        rest, whole = fold_words(bare), fold_words(heading)
        if not rest or (rest != whole and any(claim.startswith(whole) for claim in self._claims)):
            return False
        return rest in self._exact or any(claim.startswith(rest) for claim in self._claims)

    def _spelled(self, heading: str, pieces: Sequence[str]) -> str:
        """Return a heading as metadata spell it, where its elements run into one another."""
        return show_title(spell_as(heading, pieces, (self._page, *(title for _, title in self._stated))))

    def _before_heading(self) -> str:
        """Return, folded, what ``<title>`` says before the heading, which may be the name of the book that the page is from."""
        folded = "" if self.heading is None else self._folded[self.heading]
        page = fold_words(self._page_title)
        if not folded or page == folded or not page.endswith(folded):
            return ""
        mark = next(reversed(find_marks(self._page_title)), None)
        if mark is None or fold_words(self._page_title[mark.end() :]) != folded:
            return ""
        before = fold_words(self._page_title[: mark.start()])
        # A short one is what kind of text it is: "Obituary | She taught a city to swim".
        return "" if before in self._site_names or len(before) < MIN_SURE * len(folded) else before

    def stated(self) -> frozenset[str]:
        """Return what metadata or ``<title>`` say the title is, folded; where no heading is, or only a name, also its parts."""
        if self.heading is not None and not self.is_agreed:
            return frozenset(self._exact)
        parts = parts_of(self._page_title, self._site_names)
        before = self._before_heading()
        return parts | ({before} if before else self._exact)

    @property
    def page_title(self) -> str:
        """What ``<title>`` says, without a logo or the site's address before it: "Gazette.com: Ports: Harbour opens"."""
        address, colon, rest = self._page_title.partition(": ")
        return rest if colon and "." in address and fold_words(address) in self._site_names else self._page_title

    @property
    def headings(self) -> Sequence[str]:
        """Texts of the page's ``h1``, in its order."""
        return self._headings

    @property
    def site_names(self) -> frozenset[str]:
        """Folded names of the site, and of its logos."""
        return self._site_names

    @property
    def bare_title(self) -> str:
        """What ``<title>`` says without the site's name."""
        return self._page

    @property
    def is_sure(self) -> bool:
        """Whether the headline is a heading that makes up most of the stated title: the site's or board's name is a small part."""
        if self.heading is None or not self.is_agreed:
            return False
        if self._before_heading():
            return False
        folded = self._folded[self.heading]
        return folded in self._exact or len(folded) >= MIN_SURE * len(
            fold_words(self._stated[0][1] if self._stated else self._page)
        )

    def choose(
        self,
        *,
        is_article: bool,
        lesser: str = "",
        pieces: Sequence[str] = (),
        bare: str = "",
        sections: Callable[[], frozenset[str]] = frozenset,
    ) -> tuple[str, str] | None:
        """Return the title and its source, None where the page has none.

        Args:
            is_article: Whether the page looks like an article: its only heading is then believed against metadata, which editors
                word otherwise for search engines.
            lesser: Text of the lesser heading that says one of ``stated()``, where one was found.
            pieces: Texts of the elements that the headline is made of.
            bare: Its text without the elements that only add something, where it has such.
            sections: Gives the folded names of the sections that the page is in.
        """
        place = self.heading
        is_believed = place is not None and is_article and self._shared(self._headings[place]) >= MIN_SHARED
        is_section = (
            place is not None
            and is_believed
            and fold_words(lesser) in self._exact.difference(self._site_names)
            and is_section_over(self._headings[place], lesser)
        )
        if lesser and (place is None or self.is_agreed or is_section):
            return self._spelled(show_title(lesser), pieces), "heading"
        if place is not None and (self.is_agreed or is_believed):
            heading = before_section(self._headings[place], sections)
            is_marked = bare and fold_words(bare) == fold_words(heading)  # by an arrow
            return self._bare(show_title(bare) if is_marked else heading, pieces, bare), "h1"
        for source, title in self._stated:
            if title:
                return show_title(title), source
        if self._page:
            bare = strip_section(self._page, self._page_title, sections)
            return show_title(bare if bare == self._page_title else undated(bare)), "title"
        return (self._headings[place], "h1") if place is not None else None


def _with_and_without(title: str, site_names: frozenset[str]) -> Iterator[str]:
    """Yield a title, folded, and that again without the site's name, where a series is before the headline.

    "Old maps | The river that moved - Gazette": the site's second name would be shorter than what it stands behind.
    """
    yield fold_words(title)
    marks = find_marks(title)
    for before, mark in pairwise(marks):
        is_longer = mark.start() - before.end() > before.start()
        if is_longer and fold_words(title[mark.end() :]) in site_names:
            yield fold_words(title[: mark.start()])


def _names_beside(page_title: str, stated: Iterable[str]) -> frozenset[str]:
    """Return what stands before or after the title that metadata state in the page's: the site's name, or a section's.

    Nothing that is longer than that title: then it is the title that is the name.
    """
    rests = chain.from_iterable((page_title.removeprefix(title), page_title.removesuffix(title)) for title in stated)
    return frozenset(rest for rest in rests if 2 * len(rest) <= len(page_title)) - {""}


def _agrees(heading: str, claims: Sequence[str]) -> bool:
    return any(heading in claim or claim in heading for claim in claims if claim) and (
        len(heading) > 3 or heading in claims
    )


def _is_cut(title: str, page_title: str) -> bool:
    """Whether a stated title is only the beginning of the page's title."""
    if len(title) < MIN_CUT_CHARS:
        return False
    start, whole = fold_words(title), fold_words(page_title)
    return whole.startswith(start) and len(whole) > len(start) and page_title[len(title) : len(title) + 1] not in "|-–—"
