"""What a state file is to hold, in plain Python: the store's machine keeps it beside the store."""

from dataclasses import dataclass, field, replace

from scraper.records import Article
from scraper.store import Change, DumpMark, Offered
from scraper.urls import record_id


@dataclass(slots=True)
class Url:
    """What is to be known of a URL."""

    number: int
    site: str
    hint: str
    asked_run: int
    state: str = "pending"
    last_run: int | None = None
    failures: int = 0
    next_at: str | None = None
    fetched_at: str | None = None
    record: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article."""

    id: str
    version: int
    text: str
    key: str
    site: str


@dataclass(slots=True)
class Model:
    """What the state file is to hold."""

    urls: dict[str, Url] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    records: list[Version] = field(default_factory=list)
    profiles: dict[str, bytes] = field(default_factory=dict)
    hosts: dict[str, bytes] = field(default_factory=dict)
    dumps: dict[str, DumpMark] = field(default_factory=dict)
    sources: dict[str, str | None] = field(default_factory=dict)
    run: int = 0
    offered: set[int] = field(default_factory=set)

    def latest(self, article_id: str) -> Version | None:
        """Return the newest version of an article."""
        return next((version for version in reversed(self.records) if version.id == article_id), None)

    def find(self, key: str) -> Url | None:
        """Return a URL by its own key or by that of an alias."""
        return self.urls.get(key) or self.urls.get(self.aliases.get(key, ""))

    def waiting(self, site: str, asked_by: int | None = None) -> list[str]:
        """Return the keys that a claim gives, in its order."""
        found = [
            key
            for key, url in self.urls.items()
            if url.site == site and url.state == "pending" and asked_by in (None, url.asked_run)
        ]
        found.sort(key=lambda key: self.urls[key].number)  # equal dates in order of entry: sorting is stable
        return sorted(found, key=lambda key: self.urls[key].hint, reverse=True)

    def begin_run(self) -> int:
        """Begin a run: what dead runs had taken on comes back."""
        self.run += 1
        self.offered = set()
        for url in self.urls.values():
            url.state = "pending" if url.state == "leased" else url.state
        return self.run

    def offer(self, site: str, key: str, hint: str, *, again: bool) -> Offered:
        """Enter a URL that a source lists."""
        url = self.find(key)
        if url is None:
            url = self.urls[key] = Url(len(self.urls) + 1, site, hint, self.run)
            self.offered.add(url.number)
            return Offered.NEW
        is_first = url.number not in self.offered
        self.offered.add(url.number)
        verdict = Offered.KNOWN if url.record else Offered.WITHOUT_ARTICLE
        if url.state == "done":
            if url.last_run != self.run and (again or hint > (url.hint or url.fetched_at or "")):
                verdict, url.state = Offered.NEWER, "pending"
        else:
            verdict = Offered.WAITING
            if url.state == "failed" and again and url.last_run != self.run:
                url.state = "pending"
        if url.state != "done" or hint > url.hint:
            url.asked_run = self.run
        if url.state in ("pending", "failed"):
            url.site = site
        url.hint = max(url.hint, hint)
        return verdict if is_first else Offered.REPEATED

    def save(self, article: Article, key: str) -> tuple[Version, Change]:
        """Keep an article of a URL, and return the version that is held then."""
        own = replace(article, id=record_id(key))
        held = self.latest(article.id)
        if held and held.key != key:
            if held.text == article.text:
                return held, Change.DUPLICATE
            article, held = own, self.latest(own.id)
        if held is None:
            for twin in self.records:
                if (twin.site, twin.text) == (article.site, article.text):
                    return twin, Change.DUPLICATE
        elif held.text == article.text:
            return held, Change.UNCHANGED
        version = Version(article.id, held.version + 1 if held else 1, article.text, key, article.site or "")
        self.records.append(version)
        return version, Change.UPDATED if held else Change.NEW

    def finish(
        self, url: Url, state: str, now: str, *, outcome: str, failures: int = 0, next_at: str | None = None
    ) -> None:
        """Note how a URL's turn ended; one that nobody had taken on was not fetched, and waits as before."""
        url.last_run, url.fetched_at, url.outcome = self.run, now, outcome
        if url.state == "leased":
            url.state, url.failures, url.next_at = state, failures, next_at
