"""A cleaner that does nothing: what is left of a run over a dump is the reading, the ways between processes and the writing."""

from scraper.records import Article, Outcome, Page, PageFingerprint
from scraper.settings import CleanSettings

# As long as the demo sites' articles are in the mean.
_TEXT = "A sentence of some length about the harbour. " * 60


def clean(page: Page, settings: CleanSettings, site: object = None) -> Outcome:
    return Article(
        id="0123456789abcdef",
        url=page.url,
        text=_TEXT,
        markdown=_TEXT,
        word_count=480,
        confidence=1.0,
        source=page.source,
        text_hash="0123456789abcdef",
        extractor="nothing",
    )


def fingerprint(page: Page, settings: CleanSettings) -> PageFingerprint | None:
    return None
