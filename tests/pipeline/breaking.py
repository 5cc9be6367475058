"""A cleaner that pages can break."""

import os
import signal
import time

from scraper.reasons import Reason, Stage
from scraper.records import Outcome, Page, PageFingerprint, Skipped
from scraper.settings import CleanSettings


def clean(page: Page, settings: CleanSettings, site: object = None) -> Outcome:
    """Do what the page's body says."""
    if b"segfault" in page.body:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"hang" in page.body:
        time.sleep(60)
    return Skipped(source=page.source, stage=Stage.CLEAN, code=Reason.LISTING, detail="")


def fingerprint(page: Page, settings: CleanSettings) -> PageFingerprint | None:
    """Learn nothing."""
    return None
