"""Articles and texts for tests, and the way of one into a store."""

import random
from dataclasses import replace

from scraper.records import Article
from scraper.store import Claim, FetchFacts, Offer, Saved, Store

FACTS = FetchFacts(fetched_at="2026-11-10T12:00:00Z", attempts=1)


def make_article() -> Article:
    return Article(
        id="0123456789abcdef",
        url="https://a.test/story",
        title="A story",
        text="One paragraph.\n\nAnother one.",
        markdown="One paragraph.\n\nAnother one.",
        word_count=4,
        confidence=0.9,
        source="https://a.test/story",
        text_hash="00",
        extractor="test",
    )


def claim_url(store: Store, url: str) -> tuple[Claim, int]:
    run = store.begin_run("2026-11-10T11:00:00Z", "{}")
    store.frontier.offer("site", [Offer(key=url, url=url)], run, again=True)
    (claim,) = store.frontier.claim("site", run, 1)
    return claim, run


def save(store: Store, url: str, **fields: object) -> Saved:
    claim, run = claim_url(store, url)
    return store.save_article(claim, replace(make_article(), **fields), run, FACTS)


def make_text(seed: int, words: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join(str(chance.randrange(5000)) for _ in range(words))
