"""From a site's sources to the frontier: what they list is entered in batches; a source is done with its last batch."""

import asyncio
import hashlib
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, cast

from scraper.errors import StateError
from scraper.pipeline.clock import comparable, iso, utc_now
from scraper.pipeline.context import RunContext
from scraper.pipeline.events import Result, UrlEvent
from scraper.pipeline.planning import SitePlan
from scraper.reasons import Reason, Stage
from scraper.records import Skipped
from scraper.settings import DiscoverSettings, SiteSettings, narrow_discovery
from scraper.store import Offer, Offered, Source
from scraper.urls import hide_user, loose_url_key, trim, url_key

if TYPE_CHECKING:
    from scraper.fetch.discover import KnownSources, SourceSeen

RETIRED: Final = timedelta(days=30)
"""How long a sitemap that is gone is not asked for: indexes list dead ones for years (commoncrawl/news-crawl#91)."""

RETIRED_AFTER: Final = 3
"""So many runs in a row must have found it gone: a site that is set up anew answers 404 for a while."""

ABSENT: Final = timedelta(days=7)
"""How long a usual address with nothing there is not guessed again: eleven of them took 10 s of each run (2026-11-27). Three runs
in a row must have found nothing, here too, and one where there was something once is always asked."""

JUST_ABSENT: Final = timedelta(minutes=45)
"""So soon one run's miss is enough: runs that are shorter than eleven requests get beyond them, and hourly ones ask each time."""

_OFFERS_AT_ONCE: Final = 500  # one transaction for so many, so that a sitemap of 50,000 takes 1 s and not 10


class Feeder:
    """Fills the frontier for one site.

    Args:
        context: Of the run.
        plan: Of the site.
        offered: Set whenever something new may wait in the frontier.
    """

    def __init__(self, context: RunContext, plan: SitePlan, offered: asyncio.Event) -> None:
        self._context = context
        self._plan = plan
        self._offered = offered
        # The limit counts pages that are fetched, and known ones are not: only the frontier can apply it.
        self._settings = replace(narrow_discovery(context.settings.discover, plan.site), limit=None)
        self._filters = _digest_filters(self._settings, plan.site)
        self._buffer: list[Offer] = []
        self._source_has_new = False
        self._source_has_doubted = False

    async def discover(self) -> None:
        """Enter all that the site's sources list; a site whose discovery breaks does not end the other sites' run.

        Raises:
            StateError: The state file cannot be used.
        """
        self._context.store.sources.forget_failures(self._plan.group)
        try:
            await self._discover()
        except StateError:
            raise
        except Exception as exc:  # noqa: BLE001  # whatever a site's sources do to discovery is that site's failure
            url = self._plan.site.url
            detail = f"discovery broke: {type(exc).__name__}: {exc}"[:500]
            self._fail(Skipped(source=url, url=url, stage=Stage.DISCOVER, code=Reason.CRASHED, detail=detail))
        self.flush()

    async def _discover(self) -> None:
        from scraper.fetch.discover import Candidate, Redated, SourceSeen, discover_site

        self._context.watcher.site_step(self._plan.name, "looking for pages")
        lists_nothing = True
        found = cast(
            "AsyncGenerator[Candidate | Redated | SourceSeen | Skipped, None]",
            discover_site(self._context.fetcher, self._plan.site, self._settings, self._known()),
        )
        async with aclosing(found):
            async for item in found:
                lists_nothing &= isinstance(item, SourceSeen) and not item.unchanged
                if isinstance(item, Candidate | Redated):
                    self.add(item.url, item.found_in, item.date_hint)
                elif isinstance(item, SourceSeen):
                    self._close_source(item)
                else:
                    self._fail(item)
        if lists_nothing and not _narrows(self._settings):
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Warn of a site that gives nothing without a failure: no count and no exit code shows it."""
        advice = "name a section page or a feed of it (`feeds` in a sites file); `scraper sites check` tries them"
        self._context.watcher.notice(
            f"{self._plan.name}: neither its start page nor a feed or sitemap lists a page: {advice}"
        )

    def _known(self) -> "KnownSources":
        from scraper.fetch import Validators
        from scraper.fetch.discover import KnownSources

        sources, group = self._context.store.sources, self._plan.group
        kept = sources.validators(group, self._filters)
        return KnownSources(
            validators={
                url: Validators(etag=etag, last_modified=modified, url=final)
                for url, (etag, modified, final) in kept.items()
            },
            gone=sources.missing(group, "gone", iso(utc_now() - RETIRED), runs=RETIRED_AFTER),
            absent=sources.missing(group, "absent", iso(utc_now() - ABSENT), runs=RETIRED_AFTER)
            | sources.missing(group, "absent", iso(utc_now() - JUST_ABSENT)),
            feeds=sorted(sources.present(group, "feed")),
        )

    def add(self, url: str, found_in: str | None = None, date_hint: str | None = None) -> None:
        """Enter one URL; a batch at a time reaches the frontier."""
        url = trim(url)
        try:
            key = url_key(url)
        except ValueError as exc:
            self._report(_bad_url(url, str(exc) or "no URL"))
            return
        if (shown := hide_user(url)) != url:
            self._report(_bad_url(shown, "URL with a user name"))
            return
        self._buffer.append(Offer(key=key, url=url, found_in=found_in, hint_date=comparable(date_hint, utc_now())))
        if len(self._buffer) >= _OFFERS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Bring the last batch to the frontier; pages that somebody asked for by name are fetched in any case."""
        counts = self._context.store.frontier.offer(
            self._plan.group,
            self._buffer,
            self._context.run,
            again=self._plan.pages is not None,
            now=self._context.now(),
        )
        self._buffer.clear()
        self._context.tallies[self._plan.name].known += counts[Offered.KNOWN] + counts[Offered.DOUBTED]
        self._source_has_doubted |= counts[Offered.DOUBTED] > 0
        self._source_has_new |= counts[Offered.NEW] > 0
        self._offered.set()

    def _close_source(self, seen: "SourceSeen") -> None:
        """A source's validators are kept together with the last of its URLs: a kill in between leaves it unread.

        One in which a date is not believed yet is to be read again, though it stays as it is.
        """
        from scraper.fetch import Validators

        self._context.watcher.site_step(self._plan.name, f"{seen.kind} {hide_user(seen.url)}")
        with self._context.store.transaction():
            self.flush()
            validators = Validators() if self._source_has_doubted else seen.validators
            if not seen.unchanged:
                self._context.store.sources.save(
                    Source(
                        url=seen.url,
                        site=self._plan.group,
                        kind=seen.kind,
                        filters=self._filters,
                        seen_at=self._context.now(),
                        etag=validators.etag,
                        last_modified=validators.last_modified,
                        final_url=validators.url,
                        is_missing=seen.is_missing,
                    ),
                    had_new=self._source_has_new,
                )
        self._source_has_new = self._source_has_doubted = False

    def _fail(self, source: Skipped) -> None:
        """Note a source that could not be read where ``why`` and ``failed`` look, and tell of it."""
        shown = hide_user(source.url or source.source)
        failed = replace(source, url=shown)
        self._context.store.sources.save_failure(loose_url_key(shown), self._plan.group, failed, self._context.now())
        self._report(failed)

    def _report(self, skipped: Skipped) -> None:
        self._context.report(
            UrlEvent(
                site=self._plan.name,
                url=hide_user(skipped.url or skipped.source),
                outcome=Result.SKIPPED,
                reason=skipped.code,
                detail=skipped.detail,
                status=skipped.status,
                attempts=skipped.attempts,
            )
        )


def _bad_url(url: str, detail: str) -> Skipped:
    return Skipped(source=url, url=url, stage=Stage.DISCOVER, code=Reason.BAD_URL, detail=detail)


def _narrows(settings: DiscoverSettings) -> bool:
    return bool(settings.since or settings.include or settings.exclude)


def _digest_filters(settings: DiscoverSettings, site: SiteSettings) -> str:
    patterns = [[pattern.pattern for pattern in group] for group in (settings.include, settings.exclude)]
    told = repr((settings.since, patterns, settings.max_depth, settings.max_pages, site.feeds, site.sitemaps))
    return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
