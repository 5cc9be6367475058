"""What a site says where it has no page: an update that says the same is none.

A site that is moved says one text at every address, and one that answers 200 for what it has taken down says one at all of these;
a run may meet it at a single update. Heritrix asks for an address that nobody has, too (internetarchive/heritrix3#729).

A site that finds articles by a number in the folder of the address gives the update beside it, too; it is told by its canonical URL
or redirect alone. To ask with another number as well is no way out: the text of a page that was taken down stands under its number
alone, as a true update does, and a number that nobody has is 404 in both cases (docs/cron.md, "What to watch").
"""

import asyncio
import hashlib
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin

from scraper.pipeline.context import RunContext
from scraper.pipeline.held_updates import HeldUpdate
from scraper.pipeline.planning import SitePlan
from scraper.records import Article
from scraper.store.story import StoryText
from scraper.urls import loose_url_key
from scraper.workers import SiteKnowledge

MAX_PROBES: Final = 8
"""Of a host in one run: updates that are settled together share one, and so many times are hardly ever needed."""


@dataclass(slots=True)
class _Said:
    asked_at: float = 0.0
    count: int = 0
    text: StoryText | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Probes:
    """Those of one site in one run.

    Args:
        context: Of the run.
        plan: Of the site.
    """

    def __init__(self, context: RunContext, plan: SitePlan) -> None:
        self._context = context
        self._plan = plan
        self._said: dict[str, _Said] = {}

    async def agree(self, update: HeldUpdate, url: str, host: str, known: SiteKnowledge | None) -> bool:
        """Tell whether an address beside the update's, where the site has no page, gives the update's text, too.

        Args:
            update: What waits.
            url: Where it was found.
            host: Whose answers are one.
            known: What is known of its pages.
        """
        said = self._said.setdefault(host, _Said())
        async with said.turn:
            if said.asked_at <= update.held_at and said.count < MAX_PROBES:
                said.asked_at, said.count = asyncio.get_running_loop().time(), said.count + 1
                said.text = await self._ask(url, known)
        return said.text is not None and said.text.is_nearly(update.text)

    async def _ask(self, url: str, known: SiteKnowledge | None) -> StoryText | None:
        from scraper.fetch import Fetched

        site = self._plan.site
        result = await self._context.fetcher.fetch(no_page_beside(url), None, headers=site.headers, home=site.url)
        if not isinstance(result, Fetched) or loose_url_key(result.page.url or "") == loose_url_key(url):
            return None
        outcome = await self._context.pool.clean_async(result.page, known)
        # A page that says whose it is was found by a number in its address: the site reads no more of that.
        if not isinstance(outcome, Article) or loose_url_key(outcome.canonical_url or "") == loose_url_key(url):
            return None
        return StoryText.of(outcome.text)


def no_page_beside(url: str) -> str:
    """Return an address in a page's folder where nobody has a page, the same each time.

    >>> no_page_beside("https://example.org/news/harbour?page=2")
    'https://example.org/news/no-such-page-918558c3'
    """
    digest = hashlib.blake2b(url.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return urljoin(url, f"no-such-page-{digest}")
