"""Pages that cleaning broke at: their bytes, for whoever finds out why, and what happened."""

import hashlib
import json
import logging
from pathlib import Path

from scraper.records import Page, Skipped

_LOG = logging.getLogger(__name__)


class Quarantine:
    """A folder of pages that cannot be cleaned; the run goes on without them.

    Args:
        folder: Made with the first page.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, page: Page, skipped: Skipped) -> None:
        """Keep a page as it was read, and beside it, in JSON, where it came from and what happened."""
        name = hashlib.sha256(page.source.encode("utf-8", "surrogateescape") + page.body).hexdigest()[:16]
        about = {
            "source": page.source,
            "url": page.url,
            "media_type": page.media_type,
            "charset": page.http_charset,
            "reason": skipped.code,
            "detail": skipped.detail,
            "bytes": len(page.body),
        }
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{name}.page").write_bytes(page.body)
            (self._folder / f"{name}.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
        except OSError as exc:  # a full disk must not cost the pages that can be cleaned
            _LOG.warning("quarantine=%s source=%r not kept: %s", self._folder, page.source, exc.strerror)
