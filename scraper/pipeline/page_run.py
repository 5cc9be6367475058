"""One claimed URL: fetched, cleaned, kept, and told about. Whatever happens, it ends as exactly one event."""

import hashlib
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from scraper.errors import StateError
from scraper.pipeline.clock import utc_now
from scraper.pipeline.context import RunContext
from scraper.pipeline.events import Result, UrlEvent
from scraper.pipeline.packed_pages import HeldPage
from scraper.pipeline.planning import SitePlan
from scraper.pipeline.retry import is_as_before, plan_retry
from scraper.reasons import PageClass, Reason, Stage
from scraper.records import Article, Outcome, Page, Skipped
from scraper.store import Answer, Change, Claim, FetchFacts, Store
from scraper.urls import url_key
from scraper.workers import SiteKnowledge

if TYPE_CHECKING:
    from scraper.fetch import Fetched, NotModified, Validators


class OfSite(Protocol):
    """What a page's way asks of its site."""

    async def know(self, held: HeldPage, body_hash: str) -> SiteKnowledge | Skipped | None:
        """Tell what is known of the page's site, when enough is known, or why the page is no article by that."""

    async def may_replace(self, claim: Claim, article: Article) -> bool:
        """Tell whether an article may take the place of the record that its address has given."""

    def since(self) -> str | None:
        """Tell from which day on articles are wanted; ISO 8601."""


async def run_page(context: RunContext, plan: SitePlan, claim: Claim, of_site: OfSite) -> None:
    """Take one URL through all stages and report its outcome.

    Raises:
        StateError: The state file or an output cannot be used; nothing else leaves here.
    """
    page_run = _PageRun(context=context, plan=plan, claim=claim, started=time.monotonic(), of_site=of_site)
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
class _Arrived:
    """A page that has come over the network, and what is kept of that when its body is not needed any more."""

    held: HeldPage
    answer: Answer
    facts: FetchFacts
    alias_keys: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRun:
    """The way of one URL."""

    context: RunContext
    plan: SitePlan
    claim: Claim
    started: float
    of_site: OfSite

    async def run(self) -> UrlEvent:
        from scraper.fetch import NotModified

        site = self.plan.site
        result = await self.context.fetcher.fetch(
            self.claim.url, self._validators(), headers=site.headers, home=site.url
        )
        if isinstance(result, Skipped):
            return self.skip(result)
        answer = _answer(result)
        self.context.store.outcomes.note_answer(self.claim, answer)
        if isinstance(result, NotModified):
            return self._leave(result.attempts, answer)
        arrived = _Arrived(
            held=HeldPage(result.page),
            answer=answer,
            facts=_facts(result, self.context.now()),
            alias_keys=_alias_keys(result),
        )
        del result  # who waits holds the page, and nobody else: else packing it would free nothing
        return await self._clean(arrived)

    def skip(self, skipped: Skipped, arrived: "_Arrived | None" = None) -> UrlEvent:
        """Note that the URL gave no article; what the cleaner says of a page knows nothing of the requests for it."""
        now = utc_now()
        skipped = replace(skipped, attempts=arrived.facts.attempts) if arrived else skipped
        retry = plan_retry(skipped, self.claim.failures, now, holds_record=self.claim.record_id is not None)
        self.context.store.outcomes.finish_skipped(self.claim, skipped, self.context.run, self.context.now(), retry)
        if skipped.code is Reason.HOST_DEFERRED:
            self.context.save_pause(self.claim.url)
        return self._event(
            Result.SKIPPED,
            arrived.answer if arrived else None,
            reason=skipped.code,
            detail=skipped.detail,
            status=skipped.status,
            attempts=skipped.attempts,
            page_class=skipped.page_class,
            is_as_before=is_as_before(skipped, self.claim.failures),
        )

    def _validators(self) -> "Validators | None":
        """A 304 is of use only when there is a record that it lets us keep."""
        from scraper.fetch import Validators

        claim = self.claim
        if claim.record_id is None or not (claim.etag or claim.last_modified):
            return None
        return Validators(etag=claim.etag, last_modified=claim.last_modified, url=claim.final_url)

    def _leave(self, attempts: int, answer: Answer) -> UrlEvent:
        self.context.store.outcomes.finish_unchanged(
            self.claim, self.context.run, self.context.now(), self._held_class()
        )
        return self._event(Result.UNCHANGED, answer, status=304, attempts=attempts, record_id=self.claim.record_id)

    def _held_class(self) -> PageClass | None:
        held = self.context.store.records.find(self.claim.record_id) if self.claim.record_id else None
        return held.page_class if held else None

    async def _clean(self, arrived: _Arrived) -> UrlEvent:
        facts, held = arrived.facts, arrived.held
        if self.claim.record_id and facts.body_hash == self.claim.body_hash:
            self.context.store.outcomes.finish_article(
                self.claim, self.claim.record_id, Change.UNCHANGED, self.context.run, facts, self._held_class()
            )
            return self._event(
                Result.UNCHANGED,
                arrived.answer,
                attempts=facts.attempts,
                status=facts.status,
                record_id=self.claim.record_id,
            )
        if self.context.archive:
            self.context.archive.write(held.page)
        known = await self.of_site.know(held, facts.body_hash or "")
        if isinstance(known, Skipped):
            return self.skip(known, arrived)
        outcome = await self._clean_whole(held, known)
        if isinstance(outcome, Skipped):
            return self.skip(outcome, arrived)
        if refused := self._judge_age(outcome) or skip_lesser(outcome, self.claim, self.context.store):
            return self.skip(refused, arrived)
        if await self.of_site.may_replace(self.claim, outcome):
            return self._save(outcome, arrived)
        return self.skip(
            skip_repeated(held.page, "other addresses of the site gave this text: the record is kept"), arrived
        )

    def _judge_age(self, article: Article) -> Skipped | None:
        """Say why an article is older than what is wanted; one whose record is held stays up to date."""
        since, date = self.of_site.since(), max(article.published or "", article.modified or "")[:10]
        if not since or not date or date >= since[:10] or self.claim.record_id:
            return None
        self.context.store.outcomes.note_own_date(self.claim, date)
        detail = f"its own date is {date}, before {since[:10]}"
        return Skipped(source=article.source, url=article.url, stage=Stage.CLEAN, code=Reason.TOO_OLD, detail=detail)

    async def _clean_whole(self, held: HeldPage, known: SiteKnowledge | None) -> Outcome:
        async with self.context.waiting.whole(held) as page:
            outcome = await self.context.pool.clean_async(page, known)
        held.drop_body()
        return outcome

    def _save(self, article: Article, arrived: _Arrived) -> UrlEvent:
        facts = arrived.facts
        saved = self.context.store.save_article(self.claim, article, self.context.run, facts, arrived.alias_keys)
        is_duplicate = saved.change is Change.DUPLICATE
        return self._event(
            Result.SKIPPED if is_duplicate else Result(saved.change.value),
            arrived.answer,
            reason=Reason.DUPLICATE if is_duplicate else None,
            detail="another address gave this article already" if is_duplicate else None,
            status=facts.status,
            attempts=facts.attempts,
            page_class=article.page_class,
            charset=article.charset,
            charset_source=article.field_sources.get("charset"),
            record_id=saved.article.id,
            title=article.title,
        )

    def _event(self, outcome: Result, answer: Answer | None = None, **fields: object) -> UrlEvent:
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


def skip_repeated(page: Page, detail: str) -> Skipped:
    """Return the outcome of a page that says what others of its site say."""
    return Skipped(
        source=page.source,
        url=page.url,
        stage=Stage.CLEAN,
        code=Reason.REPEATED,
        detail=detail,
        page_class=PageClass.REPEATED,
        status=page.status,
    )


def skip_lesser(article: Article, claim: Claim, store: Store) -> Skipped | None:
    """Return the outcome of a page that is no article where its address has given one, which is kept; None for any other.

    Raises:
        StateError: The state file cannot be used.
    """
    if article.page_class is PageClass.ARTICLE or not claim.record_id:
        return None
    before = store.records.find(claim.record_id)
    if before is None or before.page_class is not PageClass.ARTICLE:
        return None
    return Skipped(
        source=article.source,
        url=article.url,
        stage=Stage.CLEAN,
        code=Reason(article.page_class.value),
        detail="the article that the address gave before is kept",
        page_class=article.page_class,
    )


def _alias_keys(fetched: "Fetched") -> frozenset[str]:
    """What moved here for good, and where it moved to: a source that lists the new address brings nothing new."""
    final = [fetched.page.url] if fetched.aliases and fetched.page.url else []
    return frozenset(url_key(url) for url in (*fetched.aliases, *final))


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
