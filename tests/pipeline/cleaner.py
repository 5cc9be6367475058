"""A cleaner that reads what the test wrote."""

import hashlib
import os
import signal

from scraper.reasons import Reason, Stage
from scraper.records import Article, Outcome, Page, Skipped
from scraper.settings import CleanSettings

_REASONS = ("listing", "challenge")


def clean(page: Page, settings: CleanSettings, site: object = None) -> Outcome:
    """The cleaner of these tests: a page's text is its bytes, or what the page is."""
    text = page.body.decode()
    if text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if text in _REASONS:
        code = Reason(text)
        return Skipped(
            source=page.source, url=page.url, stage=Stage.CLEAN, code=code, detail="as written", status=page.status
        )
    return Article(
        id=hashlib.sha256((page.url or text).encode()).hexdigest()[:16],
        url=page.url,
        canonical_url=text.split()[1] if text.startswith("canonical ") else None,
        title=text[:10],
        text=text,
        published=text.split()[1] if text.startswith("published ") else None,
        markdown=text,
        word_count=len(text.split()),
        confidence=1.0,
        source=page.source,
        text_hash=hashlib.sha256(text.encode()).hexdigest()[:16],
        extractor="test",
    )
