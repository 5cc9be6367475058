"""The store beside a model of it in plain Python: whatever is done, and whenever the process is killed, they agree."""

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from unittest import mock

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scraper.reasons import Reason, Stage
from scraper.records import Article, Skipped
from scraper.store import Claim, DumpMark, FetchFacts, Offer, Retry, Source, Store
from scraper.store.database import Database
from scraper.urls import record_id
from tests.store.articles import make_article
from tests.store.model import Model, Url

SITES: Final = ("a.test", "b.test")
SITE: Final = st.sampled_from(["a.test", *SITES])
NAMES: Final = st.sampled_from([f"https://a.test/{letter}" for letter in "abcdef"])
TEXTS: Final = st.integers(0, 4)
DATES: Final = st.sampled_from(["", *(f"2026-11-0{day}T00:00:00Z" for day in range(1, 6))])
OFFERS: Final = st.lists(st.tuples(NAMES, DATES), min_size=2, max_size=5)
_FAR: Final = "9999"


class Killed(BaseException):
    """Stands for the end of the process: nothing may catch it."""


def _skip(claim: Claim) -> Skipped:
    return Skipped(source=claim.url, stage=Stage.FETCH, code=Reason.TIMEOUT, detail="no answer", attempts=3)


class StoreMachine(RuleBasedStateMachine):
    """Runs of a scraper over a state file: offers, claims, outcomes, kills, restarts."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="store-"))
        self.minute = 0
        self.model = Model()
        self.claims: dict[str, Claim] = {}
        self.folder = self.root / "run"
        self.folder.mkdir()
        self.open()

    # Life and death

    def open(self) -> None:
        """Begin to use the state file."""
        self.store = Store(self.folder / "state.sqlite")

    def close(self) -> None:
        """Stop using it, in good order."""
        self.store.__exit__()

    def teardown(self) -> None:
        self.close()
        shutil.rmtree(self.root)

    def now(self) -> str:
        """Return a time that goes on with each step that asks for it."""
        self.minute += 1
        return f"2026-11-10T{self.minute // 60:02}:{self.minute % 60:02}:00Z"

    def snapshot(self) -> None:
        """Keep the files as a process that is killed at this instant leaves them."""
        shutil.copytree(self.folder, self.root / "left", ignore=shutil.ignore_patterns("*-shm"))

    def be_killed(self, work: Callable[[], Any]) -> None:
        """Do some work, die at an instant in it or at its end, and begin again with the files as they were then."""
        try:
            work()
            self.snapshot()
        except Killed:
            pass
        self.close()
        shutil.rmtree(self.folder)
        (self.root / "left").rename(self.folder)
        self.open()
        self.begin_run()

    @initialize()
    def begin_run(self) -> None:
        """Begin a run: what dead runs had taken on comes back."""
        self.run, self.claims = self.store.begin_run(self.now(), "{}"), {}
        assert self.run == self.model.begin_run()

    @rule(is_kill=st.booleans())
    def begin_again(self, is_kill: bool) -> None:
        """The process dies between two steps, or ends in good order."""
        if is_kill:
            self.be_killed(lambda: None)
            return
        self.store.end_run(self.run, self.now(), "{}", well=True)
        self.close()
        self.open()
        self.begin_run()

    @rule(offers=OFFERS, text=TEXTS, is_kill=st.booleans())
    def break_off(self, offers: Sequence[tuple[str, str]], text: int, is_kill: bool) -> None:
        """The process dies inside a transaction, or an error ends it: nothing in it has happened."""

        def work() -> None:
            with self.store.transaction():
                for claim in self.claims.values():
                    self.store.save_article(claim, _article(claim.key, claim.key, text), self.run, self.facts())
                self.store.save_profile("a.test", b"torn")
                self.store.save_hosts({"a.test": b"torn"})
                if is_kill:
                    self.snapshot()
                raise Killed

        self.take_on(offers)
        if is_kill:
            self.be_killed(work)
            return
        with suppress(Killed):
            work()

    @rule(statement=st.integers(0, 6), offers=OFFERS, text=TEXTS, step=st.sampled_from([0, 0, 1, 1, 2, 3]))
    def kill_at_statement(self, statement: int, offers: Sequence[tuple[str, str]], text: int, step: int) -> None:
        """The process dies inside a step, between two statements: the step has not begun."""
        if step == 0:
            self.take_on(offers)
        run, before, left = Database.run, deepcopy(self.model), iter(range(statement))

        def run_or_die(database: Database, sql: str, parameters: Sequence[Any] = ()) -> int:
            if next(left, None) is None:
                self.snapshot()
                self.model = before
                raise Killed
            return run(database, sql, parameters)

        def save() -> None:
            for key in list(self.claims)[:1]:
                self.save(self.claims.pop(key), key, text, [f"{key}/alias"])

        steps: Sequence[Callable[[], Any]] = (
            *(save, lambda: self.offer("a.test", offers, True), lambda: self.claim("a.test", 4, False)),
            lambda: self.save_hosts(dict.fromkeys(SITES, b"new")),
        )

        def work() -> None:
            with mock.patch.object(Database, "run", run_or_die):
                steps[step]()

        self.be_killed(work)

    # What a run does

    def facts(self) -> FetchFacts:
        """Return what an answer said."""
        return FetchFacts(fetched_at=self.now(), attempts=1, status=200)

    @rule(site=SITE, offers=OFFERS, again=st.booleans())
    def offer(self, site: str, offers: Sequence[tuple[str, str]], again: bool) -> None:
        told = self.store.frontier.offer(site, _offers(offers), self.run, again=again)
        assert told == Counter(self.model.offer(site, key, hint, again=again) for key, hint in offers)

    @rule(site=SITE, count=st.integers(1, 4), asked_only=st.booleans())
    def claim(self, site: str, count: int, asked_only: bool) -> None:
        """Nobody is given what somebody has."""
        claims = self.store.frontier.claim(site, self.run, count, asked_only=asked_only)
        assert [claim.key for claim in claims] == self.model.waiting(site, self.run if asked_only else None)[:count]
        for claim in claims:
            url = self.model.urls[claim.key]
            assert claim.key not in self.claims
            assert (claim.failures, claim.record_id) == (url.failures, url.record)
            url.state = "leased"
            self.claims[claim.key] = claim

    @rule(site=SITE, key=NAMES, hint=DATES, text=st.none() | TEXTS)
    def save_page(self, site: str, key: str, hint: str, text: int | None) -> None:
        """A page of a dump has an address, known or not, and gives an article or none; a fetch that waits still has to come."""
        if key in self.claims:
            return
        claim = self.store.frontier.claim_saved(site, Offer(key=key, url=key, hint_date=hint), self.run)
        url = self.model.urls.setdefault(key, Url(len(self.model.urls) + 1, site, hint, self.run, state="leased"))
        if text is not None:
            self.save(claim, claim.key, text, [])
            return
        now = self.now()
        self.store.outcomes.finish_skipped(claim, _skip(claim), self.run, now, None)
        self.model.finish(url, "done", now, outcome="skipped")

    def take(self, data: st.DataObject) -> tuple[Claim, Url]:
        """Choose one of the URLs that the run has."""
        claim = self.claims.pop(data.draw(st.sampled_from(sorted(self.claims))))
        return claim, self.model.urls[claim.key]

    @precondition(lambda self: self.claims)
    @rule(data=st.data(), canonical=NAMES, is_own=st.booleans(), text=TEXTS, aliases=st.lists(NAMES, max_size=2))
    def finish_article(
        self, data: st.DataObject, canonical: str, is_own: bool, text: int, aliases: Sequence[str]
    ) -> None:
        claim, _ = self.take(data)
        self.save(claim, claim.key if is_own else canonical, text, aliases)

    def take_on(self, offers: Sequence[tuple[str, str]]) -> None:
        """Take on what is offered, known or not."""
        self.offer("a.test", offers, True)
        self.claim("a.test", 6, False)

    @rule(offers=OFFERS, text=TEXTS)
    def scrape(self, offers: Sequence[tuple[str, str]], text: int) -> None:
        """All that waits gives an article, each its own."""
        self.take_on(offers)
        for number, key in enumerate(sorted(self.claims)):
            self.save(self.claims.pop(key), key, 10 * number + text, [])

    def save(self, claim: Claim, canonical: str, text: int, aliases: Sequence[str]) -> None:
        """Save an article as the store and the model do."""
        article, facts = _article(claim.key, canonical, text), self.facts()
        saved = self.store.save_article(claim, article, self.run, facts, aliases)
        kept, change = self.model.save(article, claim.key)
        assert (saved.article.id, saved.article.version, saved.change) == (kept.id, kept.version, change)
        url = self.model.urls[claim.key]
        self.model.finish(url, "done", facts.fetched_at, outcome=change)
        url.record = kept.id
        for alias in aliases:
            if alias not in self.model.urls:
                self.model.aliases.setdefault(alias, claim.key)

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def finish_unchanged(self, data: st.DataObject) -> None:
        claim, url = self.take(data)
        now = self.now()
        self.store.outcomes.finish_unchanged(claim, self.run, now)
        self.model.finish(url, "done", now, outcome="unchanged")

    @rule(offers=OFFERS, pause=st.one_of(st.none(), st.integers(0, 9)))
    def fail(self, offers: Sequence[tuple[str, str]], pause: int | None) -> None:
        """All that waits fails: it is counted, and tried again when its time comes; without a time it is for good."""
        self.take_on(offers)
        for key in sorted(self.claims):
            self._fail(self.claims.pop(key), pause)

    def _fail(self, claim: Claim, pause: int | None) -> None:
        url = self.model.urls[claim.key]
        now = self.now()
        retry = Retry(next_at=f"{now[:-4]}{pause}:00Z", failures=claim.failures + 1) if pause is not None else None
        self.store.outcomes.finish_skipped(claim, _skip(claim), self.run, now, retry)
        failures, next_at = (retry.failures, retry.next_at) if retry else (0, None)
        self.model.finish(
            url, "failed" if retry else "done", now, outcome="skipped", failures=failures, next_at=next_at
        )

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        claim, url = self.take(data)
        self.store.frontier.release(claim)
        url.state = "pending"

    @rule(site=SITE, latest=st.booleans())
    def wake_failed(self, site: str, latest: bool) -> None:
        now = self.now()
        self.store.frontier.wake_failed(site, now, now if latest else _FAR)
        for url in self.model.urls.values():
            if url.site == site and url.state == "failed" and url.next_at and (url.next_at <= now or latest):
                url.state = "pending"

    @rule(site=SITE, value=st.binary(max_size=4), after=st.one_of(st.none(), st.just("x!y")))
    def remember(self, site: str, value: bytes, after: str | None) -> None:
        """Profiles, how far a dump is read, and what is known of hosts: also until when they asked to be left alone."""
        self.store.save_profile(site, value)
        self.model.profiles[site] = value
        self.save_hosts({site: value})
        self.model.dumps["dump"] = DumpMark(after=after, is_learned=bool(value))
        self.store.dumps.commit("dump", self.model.dumps["dump"])

    def save_hosts(self, hosts: dict[str, bytes]) -> None:
        self.store.save_hosts(hosts)
        self.model.hosts |= hosts

    @rule(name=NAMES, etag=st.one_of(st.none(), st.just('"1"')), offers=OFFERS)
    def close_source(self, name: str, etag: str | None, offers: Sequence[tuple[str, str]]) -> None:
        """A source's validators are kept together with the last of its URLs."""
        with self.store.transaction():
            self.offer("a.test", offers, False)
            source = Source(url=name, site="a.test", kind="feed", filters="", seen_at=self.now(), etag=etag)
            self.store.sources.save(source, had_new=True)
        self.model.sources[name] = etag

    # What must hold

    @invariant()
    def is_as_the_model_says(self) -> None:
        """Nothing lost, nothing doubled, attempts and times kept: read with SQLite alone."""
        with sqlite3.connect(f"{(self.folder / 'state.sqlite').as_uri()}?mode=ro", uri=True) as connection:
            rows = connection.execute(
                "SELECT key, id, site, hint_date, asked_run, state, last_run, failures, next_at, fetched_at, record_id, outcome"
                " FROM urls ORDER BY id"
            ).fetchall()
            aliases = connection.execute("SELECT a.key, u.key FROM aliases a JOIN urls u ON u.id = a.url_id").fetchall()
            records = connection.execute("SELECT id, version FROM records ORDER BY seq").fetchall()
            runs = connection.execute("SELECT count(*) FROM runs").fetchone()[0]
        connection.close()
        held = {key: Url(*fields) for key, *fields in rows}
        assert len(held) == len(rows)
        wrong = {key for key in {*held, *self.model.urls} if held.get(key) != self.model.urls.get(key)}
        assert not wrong, [(held.get(key), self.model.urls.get(key)) for key in wrong]
        assert dict(aliases) == self.model.aliases
        assert records == [(version.id, version.version) for version in self.model.records]
        assert runs == self.model.run

    @invariant()
    def gives_back_what_was_saved(self) -> None:
        assert [article.text for article in self.store.records.read(0)] == [v.text for v in self.model.records]
        assert {site: self.store.profile(site) for site in self.model.profiles} == self.model.profiles
        assert sorted(self.store.hosts()) == sorted(self.model.hosts.values())
        assert {key: self.store.dumps.mark(key) for key in self.model.dumps} == self.model.dumps
        told = self.store.sources.validators("a.test", "")
        assert {url: etag for url, (etag, *_) in told.items()} == {u: e for u, e in self.model.sources.items() if e}


def _offers(offers: Sequence[tuple[str, str]]) -> list[Offer]:
    return [Offer(key=key, url=key, hint_date=hint) for key, hint in offers]


def _article(url: str, canonical: str, text: int) -> Article:
    """An article whose text shares no line with another of another number."""
    return replace(
        make_article(),
        id=record_id(canonical),
        url=url,
        canonical_url=canonical,
        site="a.test",
        title=f"Story {text}",
        text=f"What story {text} says.",
        markdown=f"What story {text} says.",
        text_hash=f"{text:016}",
    )
