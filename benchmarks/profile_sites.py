"""What knowing the site is worth: pages cleaned with and without their site's profile, as ``scraper clean`` does it.

The demo sites grown to some sizes, and the sites of labelled sets that have several pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Final

from benchmarks.accuracy import score_page, snippet_rates
from benchmarks.ours import our_record
from benchmarks.peers import Extracted
from benchmarks.picture import draw_growth
from benchmarks.sets import SetPage, read_sets
from benchmarks.tables import rate, section, table
from benchmarks.training.labels import words_of
from scraper.cleaner import DUMP_OLDER, DUMP_PAGES, KnownSite, fingerprint, learn_profile, read_profile
from scraper.records import Page
from scraper.settings import CleanSettings
from scraper.urls import site_of

if TYPE_CHECKING:
    from fixtures.sites.themes.base import Theme

GROWTH: Final = (1, 2, 3, 5, 10, 20, 50, 200)
SCORED_PAGES: Final = 40
"""Of a demo site's pages so many are scored, spread evenly; the profile is learned from all."""

MIN_PAGES: Final = 2


@dataclass(frozen=True, slots=True)
class Score:
    """Words of one page's text: right, wrong, and those of its truth."""

    right: int
    wrong: int
    there: int

    @property
    def precision(self) -> float:
        """Share of the text that is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of the truth that the text has."""
        return self.right / max(self.there, 1)


Pair = tuple[Score, Score]
"""A page without its site's profile, and with it."""


def score_text(given: Extracted, truth: str) -> Score:
    """Compare bags of words; in scripts without blanks each character is one."""
    ours, theirs = Counter(words_of(given.text)), Counter(words_of(truth))
    right = (ours & theirs).total()
    return Score(right, ours.total() - right, theirs.total())


def learn_site(pages: Iterable[SetPage], max_pages: int = DUMP_PAGES, max_older: int = DUMP_OLDER) -> KnownSite:
    """Return the profile of a site's pages, as a first pass over a dump learns it."""
    given = (Page(body=page.body, source=page.id, url=page.url, media_type=page.media_type) for page in pages)
    prints = (found for page in given if (found := fingerprint(page, CleanSettings())) is not None)
    return read_profile(learn_profile(prints, max_pages, max_older))


def summarize(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Precision and recall, alone and with the profile, and the shares of wrong words gone and of right words lost."""
    wrong, right = ([sum(getattr(pair[i], name) for pair in pairs) for i in (0, 1)] for name in ("wrong", "right"))
    means = (fmean(getattr(pair[i], name) for pair in pairs) for name in ("precision", "recall") for i in (0, 1))
    return (
        *(f"{mean:.4f}".removeprefix("0") for mean in means),
        f"{1 - wrong[1] / max(wrong[0], 1):.1%}",
        f"{1 - right[1] / max(right[0], 1):.2%}",
    )


HEAD: Final = (
    "pages",
    "precision alone",
    "with profile",
    "recall alone",
    "with profile",
    "wrong words gone",
    "right words lost",
)


def measure_growth(
    sizes: Sequence[int],
    picture: Path | None = None,
    kept: tuple[int, int] = (DUMP_PAGES, DUMP_OLDER),
    themes: int = 1,
) -> str:
    """Measure the demo sites grown to so many pages, with the shipped model; draw the curves where a file is given.

    Args:
        sizes: How many pages a site has.
        picture: Where to draw.
        kept: How many of the latest pages a profile keeps, and how many of those before them.
        themes: Each site has had so many, for equally many pages each.
    """
    from fixtures.sites.builder import SITE_KEYS

    rows, errors = [], []
    for size in sizes:
        pairs = [pair for key in SITE_KEYS for pair in _score_demo(key, size, kept, themes)]
        shares = [
            1 - sum(pair[i].right for pair in pairs) / sum(pair[i].right + pair[i].wrong for pair in pairs)
            for i in (0, 1)
        ]
        errors.append((size, *shares))
        exact = [sum(pair[i].wrong == 0 and pair[i].right == pair[i].there for pair in pairs) for i in (0, 1)]
        rows.append((str(size), str(len(pairs)), *summarize(pairs), f"{exact[0]}", f"{exact[1]}"))
    if picture is not None:
        draw_growth(errors, picture)
    head = ("pages of a site", "scored", *HEAD[1:], "exact texts alone", "with profile")
    name = "Demo sites" if themes == 1 else f"Demo sites that have had {themes} themes"
    return section(name, table(head, rows))


def demo_pages(key: str, size: int, themes: int = 1, step: int = 1) -> Iterator[SetPage]:
    """Yield the pages of a demo site with so many articles, newest first; every so many."""
    from fixtures.sites.builder import build_site
    from fixtures.sites.expected import expected_record

    site = build_site(key, "http://127.0.0.1:8700", articles=size)
    for position in range(0, size, step):
        article = site.articles[position]
        answer = site.answer(site.theme.article_path(article))
        assert answer is not None
        text = expected_record(site, article)["text"]
        body = _redesign(answer.body, site.theme, position * themes // size)
        yield SetPage(id=site.article_url(article), url=site.article_url(article), body=body, text=text)


def _redesign(body: bytes, theme: "Theme", number: int) -> bytes:
    """Return a page in an earlier theme: every class has another name, every standing sentence goes on; 0 is today's."""
    if not number:
        return body
    html = re.sub(
        r'class="([^"]*)"',
        lambda match: f'class="{" ".join(f"old{number}-{name}" for name in match[1].split())}"',
        body.decode(theme.charset),
    )
    for sentence in theme.boilerplate:
        html = html.replace(sentence, sentence + ("いつもどおり" if theme.language == "ja" else " as ever") * number)
    return html.encode(theme.charset)


def _score_demo(key: str, size: int, kept: tuple[int, int], themes: int) -> Iterator[Pair]:
    known = learn_site(demo_pages(key, size, themes), *kept)
    for page in demo_pages(key, size, themes, -(-size // SCORED_PAGES)):
        yield score_text(our_record(page), page.text or ""), score_text(our_record(page, site=known), page.text or "")


def measure_sets(folder: Path) -> str:
    """Measure the sites of labelled sets with several pages by kinds of pages; no fold model has seen their sites."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    snippets: tuple[list[Extracted], list[Extracted], list[SetPage]] = ([], [], [])
    for pages in group_sites(folder):
        known = learn_site(pages)
        for page in pages:
            alone, ours = our_record(page, unseen=True), our_record(page, unseen=True, site=known)
            if page.text:
                pairs[page.kind].append((score_text(alone, page.text), score_text(ours, page.text)))
            elif page.present:
                for found, item in zip(snippets, (alone, ours, page), strict=True):
                    found.append(item)  # type: ignore[arg-type]  # each list its own kind
    rows = [(f"{kind} ({len(found)})", *summarize(found)) for kind, found in sorted(pairs.items())]
    return section(f"Labelled sites with {MIN_PAGES} pages or more", table(HEAD, rows), _snippets_table(*snippets))


def _snippets_table(alone: Sequence[Extracted], ours: Sequence[Extracted], pages: Sequence[SetPage]) -> str:
    names = ("F1", "precision", "recall")
    rows = []
    for label, given in (("alone", alone), ("with profile", ours)):
        rates = snippet_rates(score_page(page, found) for page, found in zip(pages, given, strict=True)) or {}
        rows.append((label, *(rate(rates.get(name)) for name in names)))
    return table((f"snippets ({len(pages)} pages)", *names), rows)


def group_sites(folder: Path) -> list[list[SetPage]]:
    """Pages of all sets by site; a set's address may have a mark before it."""
    sites = defaultdict(list)
    for page in (page for labelled in read_sets(folder) for page in labelled.pages):
        with suppress(ValueError):
            sites[site_of((page.url or "").removeprefix("x"))].append(page)
    return [pages for _, pages in sorted(sites.items()) if len(pages) >= MIN_PAGES]
