"""Articles that formats find hard."""

from dataclasses import replace

from scraper.reasons import Removal
from scraper.records import Article
from tests.store.articles import make_article


def make_samples() -> list[Article]:
    plain = replace(
        make_article(),
        text_hash="00112233445566ff",
        site="a.test",
        fetched_at="2026-11-23T09:26:44Z",
        published="2026-11-22",
    )
    hard = replace(
        plain,
        id="fedcba9876543210",
        url="https://b.test:8080/日本?a=1&b=%20",
        site="b.test:8080",
        title='Yes: "no" — it\'s #1 ' + chr(0x85) + chr(0x2028) + " \\n 日本 \U0001f600",
        authors=("Ann O'Neil", "王小明"),
        tags=("null", "2026-11-23", "- x"),
        section="",
        language="en",
        description="tab\there\nnext line",
        published="2026-11-22T23:30:00+09:00",
        text='First line.\n\n---\n\nÜbergrößen; =1+1, "quoted"',
        markdown='First line.\n\n---\n\nÜbergrößen; =1+1, "quoted"',
        robots=("noindex", "otherbot: max-snippet:-1"),
        tdm_reservation=False,
        content_signal="search=yes, ai-train=no",
        insecure=True,
        field_sources={"title": "og:title", "authors": "json-ld"},
        duplicate_of=plain.id,
        removed={Removal.REPEATED: 3, Removal.TEASER: 1},
        cut=True,
        changed_fields=("title", "text"),
        removed_words=12,
        version=2,
    )
    return [plain, hard]
