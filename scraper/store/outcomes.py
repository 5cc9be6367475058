"""What became of the URLs that were fetched."""

from typing import Final

from scraper.reasons import PageClass
from scraper.records import Skipped
from scraper.store.database import Database
from scraper.store.values import Answer, Claim, FetchFacts, Retry

# What a fetch came to, of a URL that was taken on for it: each column is the one from before (sqlite.org/lang_update.html).
_SETTLE: Final = (
    "state = iif(state = 'leased', ?, state), failures = iif(state = 'leased', ?, failures),"
    " next_at = iif(state = 'leased', ?, next_at), lease_run = NULL"
)


class Outcomes:
    """What each URL's last fetch came to, in the frontier's rows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note_own_date(self, claim: Claim, date: str) -> None:
        """Note the date that an article has of itself, for which it is left out.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run("UPDATE urls SET own_date = ? WHERE id = ?", (date, claim.url_id))

    def finish_skipped(self, claim: Claim, skipped: Skipped, run: int, now: str, retry: Retry | None) -> None:
        """Note that a URL gave no article; what it gave before stays.

        Without ``retry`` only a newer date in its source is a reason to try again. A URL that nobody has taken on was not fetched:
        it waits as before.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            f"UPDATE urls SET {_SETTLE}, last_run = ?,"
            " fetched_at = ?, outcome = 'skipped', reason = ?, detail = ?, status = ?, attempts = ?, page_class = ?"
            " WHERE id = ?",
            (
                *("failed" if retry else "done", retry.failures if retry else 0, retry and retry.next_at, run, now),
                *(skipped.code, skipped.detail, skipped.status, skipped.attempts, skipped.page_class),
                claim.url_id,
            ),
        )

    def finish_unchanged(self, claim: Claim, run: int, now: str, page_class: PageClass | None = None) -> None:
        """Note that a URL's page is what its record was made from, and the class of that, where it may have been another since.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            f"UPDATE urls SET {_SETTLE}, last_run = ?,"
            " fetched_at = ?, outcome = 'unchanged', reason = NULL, detail = NULL, page_class = coalesce(?, page_class)"
            " WHERE id = ?",
            ("done", 0, None, run, now, page_class, claim.url_id),
        )

    def finish_article(
        self,
        claim: Claim,
        record_id: str,
        outcome: str,
        run: int,
        facts: FetchFacts,
        page_class: PageClass | None = None,
    ) -> None:
        """Note that a URL gave a record, of which class where that is known, and the validators for the next request.

        Where nobody has taken it on, a saved page gave the article, and a fetch that waits still has to come.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            f"UPDATE urls SET {_SETTLE}, last_run = ?,"
            " reason = NULL, detail = NULL, page_class = coalesce(?, page_class), outcome = ?, record_id = ?, fetched_at = ?,"
            " status = ?, attempts = ?, final_url = ?, etag = ?, last_modified = ?, body_hash = ? WHERE id = ?",
            (
                *("done", 0, None, run, page_class, outcome, record_id, facts.fetched_at, facts.status, facts.attempts),
                *(facts.final_url, facts.etag, facts.last_modified, facts.body_hash, claim.url_id),
            ),
        )

    def note_answer(self, claim: Claim, answer: Answer) -> None:
        """Note how a URL's last answer came, whatever becomes of it.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "UPDATE urls SET response_ms = ?, wire_bytes = ?, body_bytes = ?, final_url = coalesce(?, final_url),"
            # What another address gave says nothing of this one: whether its page is kept is not known yet.
            " etag = iif(final_url IS coalesce(?, final_url), etag, NULL),"
            " last_modified = iif(final_url IS coalesce(?, final_url), last_modified, NULL) WHERE id = ?",
            (answer.response_ms, answer.wire_bytes, answer.body_bytes, *3 * (answer.final_url,), claim.url_id),
        )
