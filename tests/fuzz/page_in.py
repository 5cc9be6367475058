"""Checks of what the cleaner does with a page."""

import json
from datetime import datetime
from functools import cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from fixtures.sites.builder import build_site
from scraper.charset import decode_html
from scraper.cleaner import KnownSite, clean_page, fingerprint, learn_profile, read_profile
from scraper.cleaner.metadata import extract_metadata
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.walk import MAX_BLOCKS, UNREAD, read_blocks
from scraper.cleaner.second_opinion import ask_trafilatura
from scraper.cleaner.text.joining import join_text
from scraper.cleaner.text.markdown import render_markdown
from scraper.limits import find_excess
from scraper.reasons import Reason, Stage
from scraper.record_json import decode_article, encode_article, strip_surrogates
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import CleanSettings
from tests.fuzz.bytes_in import LABELS, take_choice

URLS: Final = (
    *(None, "https://news.example/2026/a-story", "http://127.0.0.1:8000/a", "http://[", "//x", "dump!a\udc80.html", ""),
    "https://news.example/2026/13/99/a",
)
TYPES: Final = ("text/html", "text/plain", None)
_ALONE: Final = CleanSettings(second_opinion=False)
_MAX_WORDS: Final = 200


def check_blocks(data: bytes) -> None:
    """Columns are of one length, spans and frames are in order, and what is kept can be written."""
    if find_excess(data):
        return
    tree = LexborHTMLParser(data)
    for skipped in (UNREAD, UNREAD - {"noscript"}):
        blocks = read_blocks(tree, skipped)
        _check_columns(blocks)
        kept = range(len(blocks.text))
        assert bool(join_text(blocks, kept)) == bool(blocks.text)
        render_markdown(blocks, kept, URLS[1])
        render_markdown(blocks, kept[::2], None)


def _check_columns(blocks: Blocks) -> None:
    count = len(blocks.text)
    columns = (blocks.frame, blocks.link_share, blocks.links, blocks.pieces, blocks.spans)
    assert {len(column) for column in columns} == {count}
    assert count <= MAX_BLOCKS + 1
    assert all(text.strip() for text in blocks.text)
    assert all(0 <= share <= 1 for share in blocks.link_share)
    assert all(first <= end <= count for first, end in zip(blocks.first_block, blocks.end_block, strict=True))
    for frame, parent in enumerate(blocks.parent):
        assert parent < frame or frame == parent == 0
        assert blocks.first_block[parent] <= blocks.first_block[frame]
        assert blocks.end_block[frame] <= blocks.end_block[parent]
    for index, frame in enumerate(blocks.frame):
        assert blocks.first_block[frame] <= index < blocks.end_block[frame]
        assert all(0 <= start < end <= len(blocks.pieces[index]) for start, end, _, _ in blocks.spans[index])
    assert blocks.images == sorted(blocks.images)


def check_metadata(data: bytes) -> None:
    choice, body = take_choice(data)
    if find_excess(body):
        return
    url = URLS[choice % len(URLS)]
    found = extract_metadata(LexborHTMLParser(body), url)
    assert found == extract_metadata(LexborHTMLParser(body), url)
    for date in filter(None, (found.published, found.modified)):
        datetime.fromisoformat(date)
    for address in filter(None, (found.canonical_url, found.image)):
        assert address.startswith(("http://", "https://"))
    for text in (found.title, found.section, found.description, found.site_name, *found.authors, *found.tags):
        assert text is None or text.strip()
    assert set(found.sources) <= {*found.__slots__}


def check_cleaning(data: bytes) -> None:
    choice, body = take_choice(data)
    page = _make_page(choice, body)
    site = _known_site() if choice & 128 else None
    outcome = clean_page(page, _ALONE, site=site)
    check_outcome(outcome)
    assert outcome == clean_page(page, _ALONE, site=site)
    mark = fingerprint(page, _ALONE)
    assert mark is None or mark == fingerprint(page, _ALONE)


def _make_page(choice: int, body: bytes) -> Page:
    return Page(
        body=body,
        source="dump!a\udc80.html",
        url=URLS[choice % len(URLS)],
        media_type=TYPES[choice % len(TYPES)],
        http_charset=LABELS[choice % len(LABELS)],
        fetched_at="2026-11-26T08:00:00Z" if choice % 2 else None,
    )


@cache
def _known_site() -> KnownSite:
    """A site with a profile, learned from a demo site's pages."""
    site = build_site("magazine", "https://news.example", articles=12)
    pages = [site.answer(path) for path in site.paths()[-12:]]
    marks = [fingerprint(Page(body=page.body, source="x"), _ALONE) for page in pages if page]
    return read_profile(learn_profile([mark for mark in marks if mark]))


def check_outcome(outcome: Outcome) -> None:
    if isinstance(outcome, Skipped):
        assert isinstance(outcome.code, Reason)
        assert outcome.stage is Stage.CLEAN
        assert outcome.detail
        return
    assert isinstance(outcome, Article)
    assert outcome.text.strip()
    assert outcome.markdown.strip()
    assert 0 <= outcome.confidence <= 1
    assert outcome.word_count >= 0
    line = encode_article(outcome)
    assert b"\n" not in line
    json.loads(line.decode())
    assert decode_article(line) == strip_surrogates(outcome)


def check_second_opinion(data: bytes) -> None:
    """trafilatura over lxml: native code that no coverage guides through."""
    choice, body = take_choice(data)
    if not find_excess(body):
        ask_trafilatura(decode_html(body, LABELS[choice % len(LABELS)]).text, URLS[1])
