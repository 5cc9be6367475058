"""Demo sites that go on publishing: new articles, corrected ones, withdrawn ones, and one change of the theme."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from random import Random
from typing import Any, Final

from fixtures.sites.answers import Answer
from fixtures.sites.article import Article
from fixtures.sites.builder import SITE_KEYS, THEMES
from fixtures.sites.collection import Collection
from fixtures.sites.generated import generated_sections, make_article
from fixtures.sites.markup import blocks_text, parse_blocks
from fixtures.sites.site import Site
from fixtures.sites.themes.base import Theme

FIRST_ARTICLES: Final = 12
"""So many stand on a site at the start: under the sixteen that a new site's pages wait for, as on a young site."""

_NUMBERS: Final = 10_000  # generated articles count down from here, since lower numbers are newer
_CORRECTIONS: Final = 1_000_000  # corrections are paragraphs of articles from here on, which no site publishes

# For each site and step. A step is twenty seconds in the hour: a site publishes every one and a half minutes, corrects
# every four and withdraws every sixteen.
_PUBLISH, _CORRECT, _WITHDRAW = 0.22, 0.08, 0.02


@dataclass(slots=True)
class Published:
    """One article that a site has had.

    Attributes:
        corrections: The paragraph that each correction put into the text.
        gone: Whether the site has withdrawn it.
    """

    article: Article
    path: str
    corrections: list[str] = field(default_factory=list)
    gone: bool = False

    @property
    def text(self) -> str:
        """The words that a record should have, as it stands now."""
        return blocks_text(parse_blocks(self.article.body))


class ChangingSite:
    """One site.

    Args:
        number: Decides its theme and, with the seed, all that happens on it.
        seed: Equal seeds give equal histories.
        base_url: Where it is served, without a slash at the end.
    """

    def __init__(self, number: int, seed: int, base_url: str) -> None:
        self.key = SITE_KEYS[number % len(SITE_KEYS)]
        self.number = number
        self.base_url = base_url
        self.published: dict[str, Published] = {}
        self._chance = Random(f"{seed}:{number}")
        self._theme: Theme = THEMES[self.key]()
        self._standing: list[Published] = []  # newest first
        self._answers: dict[str, Answer | None] = {}
        for _ in range(FIRST_ARTICLES):
            self._publish()

    def answer(self, path: str) -> Answer | None:
        """Return what stands at a path now; None where nothing does."""
        if path not in self._answers:
            self._answers[path] = self._site().answer(path) or self._site().answer(path.partition("?")[0])
        return self._answers[path]

    def revision(self, path: str) -> int | None:
        """Return how often the article at a path was corrected; None for other paths."""
        found = self.published.get(path)
        return len(found.corrections) if found and not found.gone else None

    @property
    def tells_corrections(self) -> bool:
        """Whether a source of the site dates what has changed."""
        return self._theme.has_sitemaps

    def step(self) -> None:
        """Let some time pass."""
        for likelihood, change in ((_PUBLISH, self._publish), (_CORRECT, self._correct), (_WITHDRAW, self._withdraw)):
            if self._chance.random() < likelihood:
                change()
                self._answers.clear()

    def redesign(self) -> None:
        """Change the markup of all pages; addresses and articles stay."""
        self._theme = _REDESIGNED[self.key]()
        self._answers.clear()

    @cached_property
    def _sections(self) -> tuple[str, ...]:
        return tuple(name for name in self._theme.sections if name in generated_sections(self.key))

    def _site(self) -> Site:
        return Site(self._theme, Collection(written=tuple(at.article for at in self._standing)), self.base_url)

    def _make(self, number: int) -> Article:
        return make_article(self.key, number, seed=self.number, sections=self._sections)

    def _publish(self) -> None:
        article = self._make(_NUMBERS - len(self.published))
        found = Published(article, self._theme.article_path(article))
        self.published[found.path] = found
        self._standing.insert(0, found)

    def _correct(self) -> None:
        """Put a further paragraph into the middle of an article."""
        found = self._chance.choice(self._standing)
        other = self._make(_CORRECTIONS + self._chance.randrange(_CORRECTIONS)).body.partition("\n\n")[0]
        blocks = found.article.body.split("\n\n")
        blocks.insert(len(blocks) // 2, other)
        found.corrections.append(blocks_text(parse_blocks(other)))
        body = "\n\n".join(blocks)
        now = datetime.now(
            UTC
        )  # published long ago, but corrected now: what a source says is held to the time of a fetch
        dated = now.isoformat(timespec="seconds") if "T" in found.article.published else now.date().isoformat()
        found.article = replace(found.article, modified=dated, write_body=lambda: body)

    def _withdraw(self) -> None:
        if len(self._standing) > FIRST_ARTICLES // 2:
            found = self._standing.pop(self._chance.randrange(len(self._standing)))
            found.gone = True


def _redesigned(theme: type[Theme]) -> type[Theme]:
    """Return a theme with other class names, another frame, and a plea that stood on no page before."""

    class Redesigned(theme):  # type: ignore[valid-type, misc]  # made for each theme
        def article_page(self, site: Site, position: int, form: str) -> str:
            return _redo(super().article_page(site, position, form))

        def list_page(self, *arguments: Any) -> str:
            return _redo(super().list_page(*arguments))

    return Redesigned


def _redo(html: str) -> str:
    html = html.replace('class="', 'class="n2026 x-').replace("<body", "<body data-design=2", 1)
    head, mark, rest = html.partition("</body>")
    return f'{head}<div class="n2026 bar"><p>{_PLEA}</p><a href="/">{_HOME}</a></div>{mark}{rest}'


_PLEA: Final = "This site has a new look. Tell us what you think of it by the form at the end of every page, and stay."
_HOME: Final = "Back to the front page"
_REDESIGNED: Final[Mapping[str, type[Theme]]] = {key: _redesigned(theme) for key, theme in THEMES.items()}
