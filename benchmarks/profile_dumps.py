"""Text dumps with and without what the other files of their folder say: demo pages and labelled articles without their tags."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from benchmarks.ours import our_record
from benchmarks.profile_sites import HEAD, Pair, demo_pages, group_sites, learn_site, score_text, summarize
from benchmarks.sets import SetPage
from benchmarks.tables import section, table
from scraper.charset import decode_html
from scraper.cleaner.reading.walk import UNREAD, read_blocks

SIZES: Final = (2, 5, 20)


def measure_dumps(folder: Path | None) -> str:
    """Measure demo sites of some sizes, each in its folder and all in one, and the articles of labelled sites."""
    from fixtures.sites.builder import SITE_KEYS

    groups = {f"demo sites of {size}": [list(demo_pages(key, size)) for key in SITE_KEYS] for size in SIZES}
    groups["demo sites of 8 in one folder"] = [[page for key in SITE_KEYS for page in demo_pages(key, 8)]]
    if folder is not None:
        articles = ([page for page in pages if page.text and page.kind == "article"] for pages in group_sites(folder))
        groups["labelled sites, articles"] = [pages for pages in articles if len(pages) > 1]
    rows = []
    for name, sites in groups.items():
        pairs = [pair for pages in sites for pair in _score_files(pages)]
        rows.append((f"{name} ({len(pairs)})", *summarize(pairs)))
    return section("Text dumps", table(HEAD, rows))


def _score_files(pages: Sequence[SetPage]) -> Iterator[Pair]:
    files = [replace(page, body=_take_tags_off(page.body), media_type="text/plain", url=None) for page in pages]
    known = learn_site(files)
    for file in files:
        truth = file.text or ""
        yield score_text(our_record(file), truth), score_text(our_record(file, site=known), truth)


def _take_tags_off(html: bytes) -> bytes:
    """Return a page's text as a browser saves it: a line for each run, a bullet before each item, with menus and footers."""
    blocks = read_blocks(LexborHTMLParser(decode_html(html).text), UNREAD)
    marks = ("• " if blocks.tag[frame] == "li" else "" for frame in blocks.frame)
    return "\n".join(mark + text.replace("\n", " ") for mark, text in zip(marks, blocks.text, strict=True)).encode()
