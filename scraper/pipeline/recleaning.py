"""Archived pages cleaned again, by what is known of their sites today; without the network."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from scraper.errors import UsageError
from scraper.pipeline.arguments import or_default
from scraper.pipeline.clock import iso, utc_now
from scraper.pipeline.context import EXPORT_EVERY_PAGES, ScrapeSettings
from scraper.pipeline.events import Result, UrlEvent
from scraper.pipeline.outputs import OutputSet, check_outputs, open_outputs
from scraper.pipeline.page_run import hash_body
from scraper.pipeline.planning import group_of
from scraper.pipeline.run_end import close_run
from scraper.pipeline.site_memory import stored_profile
from scraper.pipeline.summary import RunSummary, SiteTally
from scraper.pipeline.watch import Watcher
from scraper.read import read_paths
from scraper.reasons import Reason
from scraper.records import Article, Outcome, Page, Skipped
from scraper.site_keys import SiteKey, make_site_key
from scraper.store import Change, Claim, FetchFacts, Offer, Store, hold_lock
from scraper.urls import site_of, url_key
from scraper.workers import CleanerPool, SiteKnowledge, default_processes

_SITES_HELD: Final = 32  # profiles in memory, 0.2 MB each


def reclean(
    archive: str | Path,
    *,
    state: str | Path = "scraper.sqlite",
    output: str | Path | Sequence[str | Path] = "articles.jsonl",
    settings: ScrapeSettings | None = None,
    watcher: Watcher | None = None,
) -> RunSummary:
    """Clean the pages of an archive again, and keep what changes as the next version of their articles.

    Of a page that was archived several times, the one counts that its article was made from. A page that gives no article any
    more leaves the one that is held.

    Args:
        archive: The folder that ``ScrapeSettings.archive`` named.
        state: As for ``scrape``: the profiles are in it, and the articles.
        output: As for ``scrape``.
        settings: As for ``scrape``; those for fetching and discovery are not used.
        watcher: As for ``scrape``.

    Raises:
        UsageError: There is no such folder, or an output's format is unknown.
        StateLockedError: Another run uses the state file or an output.
        StateError: The state file or an output cannot be used; the message says what to do.
    """
    settings, watcher, started = or_default(settings, ScrapeSettings), watcher or Watcher(), time.monotonic()
    if not Path(archive).is_dir():
        raise UsageError(f"{archive}: not a folder: name the one in which pages were archived")
    site_key = make_site_key(settings.site_key)
    paths = check_outputs(output, settings.output_mode)
    with ExitStack() as stack:
        stack.enter_context(hold_lock(Path(state), settings.lock_wait_s, watcher.is_stopped))
        store = stack.enter_context(Store(Path(state)))
        outputs = stack.enter_context(open_outputs(store, paths, settings.output_mode))
        processes = settings.processes or default_processes()
        pool = stack.enter_context(CleanerPool(settings.clean, processes, settings.clean_timeout_s))
        run = store.begin_run(iso(utc_now()), f"reclean {archive}, {settings.clean!r}, {settings.site_key}")
        again = _Recleaning(store=store, outputs=outputs, run=run, watcher=watcher, site_key=site_key)
        outputs.begin(watcher.notice)
        again.run_pages(pool, read_paths([Path(archive)]))
        outputs.catch_up()
        outputs.finish()
        summary = RunSummary(
            run=run,
            sites=again.tallies,
            outputs=outputs.tallies(),
            stopped_by=watcher.stop_reason,
            elapsed_s=time.monotonic() - started,
            articles_held=store.records.count(),
        )
        return close_run(store, summary, iso(utc_now()))


@dataclass(slots=True, kw_only=True)
class _Recleaning:
    """One pass over an archive."""

    store: Store
    outputs: OutputSet
    run: int
    watcher: Watcher
    site_key: SiteKey
    tallies: dict[str, SiteTally] = field(default_factory=dict)
    changes: int = 0

    def run_pages(self, pool: CleanerPool, pages: Iterable[Page | Skipped]) -> None:
        under_way: deque[tuple[Page, Claim]] = deque()

        def claimed() -> Iterator[Page]:
            for page, claim in self._claim(pages):
                under_way.append((page, claim))
                yield page

        @lru_cache(maxsize=_SITES_HELD)
        def know(site: str) -> SiteKnowledge | None:
            profile = stored_profile(self.store, site)
            if profile is None:
                self.watcher.notice(
                    f"{site}: this state has no profile of it, so its pages are cleaned one by one;"
                    f" `scraper clean` on the archive learns from the archive itself"
                )
            return SiteKnowledge(site=site, version=1, profile=profile) if profile else None

        for outcome in pool.clean_all(claimed(), lambda page: know(self.site_key(page.url or ""))):
            self._settle(*under_way.popleft(), outcome)

    def _claim(self, pages: Iterable[Page | Skipped]) -> Iterator[tuple[Page, Claim]]:
        """Yield the pages that records were made from, or that gave none, with their rows in the frontier."""
        for page in pages:
            if self.watcher.stop_reason:
                return
            if isinstance(page, Skipped):
                self.watcher.notice(f"{page.source}: {page.detail}")
                continue
            claim = self._find_claim(page)
            if claim and (claim.record_id is None or claim.body_hash == hash_body(page.body)):
                yield page, claim

    def _find_claim(self, page: Page) -> Claim | None:
        """Return a page's row; None for one whose address is none: an archive may be of another program."""
        url, frontier = page.url or "", self.store.frontier
        try:
            key = url_key(url)
        except ValueError as exc:
            self.watcher.notice(f"{page.source}: {url!r} is not an address to keep its article under ({exc}): left out")
            return None
        return (
            frontier.find(key)
            or frontier.find_led_to(url, hash_body(page.body))  # the archive has no address but the last one
            or frontier.claim_saved(group_of(url), Offer(key=key, url=url), self.run)  # another state's archive
        )

    def _settle(self, page: Page, claim: Claim, outcome: Outcome) -> None:
        site = site_of(claim.url)
        event = (
            self._skip(site, claim, outcome) if isinstance(outcome, Skipped) else self._save(site, page, claim, outcome)
        )
        self.tallies.setdefault(site, SiteTally()).count(event)
        self.watcher.url_done(event)
        self.changes += event.outcome in (Result.NEW, Result.UPDATED)
        if self.changes >= EXPORT_EVERY_PAGES:
            self.changes = 0
            self.outputs.catch_up()

    def _skip(self, site: str, claim: Claim, skipped: Skipped) -> UrlEvent:
        return UrlEvent(
            site=site,
            url=claim.url,
            outcome=Result.SKIPPED,
            reason=skipped.code,
            detail=skipped.detail,
            page_class=skipped.page_class,
            record_id=claim.record_id,
        )

    def _save(self, site: str, page: Page, claim: Claim, article: Article) -> UrlEvent:
        facts = FetchFacts(
            fetched_at=page.fetched_at or iso(utc_now()),
            attempts=0,
            status=page.status,
            final_url=page.url,
            etag=claim.etag,
            last_modified=claim.last_modified,
            body_hash=hash_body(page.body),
        )
        saved = self.store.save_article(claim, article, self.run, facts)
        is_duplicate = saved.change is Change.DUPLICATE
        return UrlEvent(
            site=site,
            url=claim.url,
            outcome=Result.SKIPPED if is_duplicate else Result(saved.change.value),
            reason=Reason.DUPLICATE if is_duplicate else None,
            detail="another address gave this article already" if is_duplicate else None,
            page_class=article.page_class,
            charset=article.charset,
            record_id=saved.article.id,
            title=article.title,
        )
