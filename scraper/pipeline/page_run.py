"""One claimed URL: fetched, cleaned, kept, and told about. Whatever happens, it ends as exactly one event."""

import hashlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from scraper.errors import StateError
from scraper.pipeline.clock import utc_now
from scraper.pipeline.context import RunContext
from scraper.pipeline.events import Result, UrlEvent
from scraper.pipeline.planning import SitePlan
from scraper.pipeline.retry import plan_retry
from scraper.reasons import Reason, Stage
from scraper.records import Article, Page, Skipped
from scraper.store import Answer, Change, Claim, FetchFacts
from scraper.urls import url_key
from scraper.workers import SiteKnowledge

if TYPE_CHECKING:
    from scraper.fetch import Fetched, NotModified, Validators


Know: TypeAlias = Callable[[Page], Awaitable[SiteKnowledge | Skipped | None]]
"""Tells what is known of a page's site, when enough is known, or why the page is no article by that."""


async def run_page(context: RunContext, plan: SitePlan, claim: Claim, know: Know) -> None:
    """Take one URL through all stages and report its outcome.

    Raises:
        StateError: The state file or an output cannot be used; nothing else leaves here.
    """
    page_run = _PageRun(context=context, plan=plan, claim=claim, started=time.monotonic(), know=know)
    try:
        event = await page_run.run()
    except StateError:
        raise
    except Exception as exc:  # noqa: BLE001  # one page's bug must not end the other pages' run
        event = page_run.skip(
            Skipped(
                source=claim.url,
                url=claim.url,
                stage=Stage.FETCH,
                code=Reason.CRASHED,
                detail=f"{type(exc).__name__}: {exc}"[:500],
                attempts=1,
            )
        )
    context.report(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRun:
    """The way of one URL."""

    context: RunContext
    plan: SitePlan
    claim: Claim
    started: float
    know: Know

    async def run(self) -> UrlEvent:
        from scraper.fetch import NotModified

        site = self.plan.site
        result = await self.context.fetcher.fetch(
            self.claim.url, self._validators(), headers=site.headers, home=site.url
        )
        if isinstance(result, Skipped):
            return self.skip(result)
        self.context.store.frontier.note_answer(self.claim, _answer(result))
        if isinstance(result, NotModified):
            return self._leave(result)
        return await self._clean(result)

    def skip(self, skipped: Skipped, fetched: "Fetched | None" = None) -> UrlEvent:
        """Note that the URL gave no article; what the cleaner says of a page knows nothing of the requests for it."""
        now = utc_now()
        skipped = replace(skipped, attempts=fetched.attempts) if fetched else skipped
        retry = plan_retry(skipped, self.claim.failures, now)
        self.context.store.frontier.finish_skipped(self.claim, skipped, self.context.run, self.context.now(), retry)
        if skipped.code is Reason.HOST_DEFERRED:
            self.context.save_pause(self.claim.url)
        return self._event(
            Result.SKIPPED,
            fetched,
            reason=skipped.code,
            detail=skipped.detail,
            status=skipped.status,
            attempts=skipped.attempts,
            page_class=skipped.page_class,
        )

    def _validators(self) -> "Validators | None":
        """A 304 is of use only when there is a record that it lets us keep."""
        from scraper.fetch import Validators

        claim = self.claim
        if claim.record_id is None or not (claim.etag or claim.last_modified):
            return None
        return Validators(etag=claim.etag, last_modified=claim.last_modified, url=claim.final_url)

    def _leave(self, answer: "NotModified") -> UrlEvent:
        self.context.store.frontier.finish_unchanged(self.claim, self.context.run, self.context.now())
        return self._event(
            Result.UNCHANGED, answer, status=304, attempts=answer.attempts, record_id=self.claim.record_id
        )

    async def _clean(self, fetched: "Fetched") -> UrlEvent:
        facts = _facts(fetched, self.context.now())
        if self.claim.record_id and facts.body_hash == self.claim.body_hash:
            self.context.store.frontier.finish_article(
                self.claim, self.claim.record_id, Change.UNCHANGED, self.context.run, facts
            )
            return self._event(
                Result.UNCHANGED,
                fetched,
                attempts=fetched.attempts,
                status=facts.status,
                record_id=self.claim.record_id,
            )
        if self.context.archive:
            self.context.archive.write(fetched.page)
        known = await self.know(fetched.page)
        if isinstance(known, Skipped):
            return self.skip(known, fetched)
        outcome = await self.context.pool.clean_async(fetched.page, known)
        return self.skip(outcome, fetched) if isinstance(outcome, Skipped) else self._save(outcome, fetched, facts)

    def _save(self, article: Article, fetched: "Fetched", facts: FetchFacts) -> UrlEvent:
        saved = self.context.store.save_article(self.claim, article, self.context.run, facts, _alias_keys(fetched))
        is_duplicate = saved.change is Change.DUPLICATE
        return self._event(
            Result.SKIPPED if is_duplicate else Result(saved.change.value),
            fetched,
            reason=Reason.DUPLICATE if is_duplicate else None,
            detail="another address gave this article already" if is_duplicate else None,
            status=facts.status,
            attempts=fetched.attempts,
            page_class=article.page_class,
            charset=article.charset,
            charset_source=article.field_sources.get("charset"),
            record_id=saved.article.id,
            title=article.title,
        )

    def _event(self, outcome: Result, result: "Fetched | NotModified | None" = None, **fields: object) -> UrlEvent:
        answer = _answer(result) if result else None
        return UrlEvent(
            site=self.plan.name,
            url=self.claim.url,
            outcome=outcome,
            elapsed_ms=round((time.monotonic() - self.started) * 1000),
            response_ms=answer.response_ms if answer else 0,
            wire_bytes=answer.wire_bytes if answer else 0,
            body_bytes=answer.body_bytes if answer else 0,
            **fields,  # type: ignore[arg-type]  # named fields of the event, from the calls above
        )


def _alias_keys(fetched: "Fetched") -> set[str]:
    """What moved here for good, and where it moved to: a source that lists the new address brings nothing new."""
    final = [fetched.page.url] if fetched.aliases and fetched.page.url else []
    return {url_key(url) for url in (*fetched.aliases, *final)}


def _answer(result: "Fetched | NotModified") -> Answer:
    from scraper.fetch import Fetched

    response_ms = max(round(result.response_s * 1000), 1)
    if not isinstance(result, Fetched):
        return Answer(response_ms=response_ms)
    return Answer(
        response_ms=response_ms,
        wire_bytes=result.wire_bytes,
        body_bytes=len(result.page.body),
        final_url=result.page.url,
    )


def _facts(fetched: "Fetched", now: str) -> FetchFacts:
    return FetchFacts(
        fetched_at=now,
        attempts=fetched.attempts,
        status=fetched.page.status,
        final_url=fetched.page.url,
        etag=fetched.validators.etag,
        last_modified=fetched.validators.last_modified,
        body_hash=hash_body(fetched.page.body),
    )


def hash_body(body: bytes) -> str:
    """Return what tells a page's body from the one before."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()
