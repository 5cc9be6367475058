"""The frontier: every URL that was ever offered, and which ones wait."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from scraper.reasons import Reason, mostly_stays
from scraper.store.database import Database
from scraper.store.id_set import IdSet
from scraper.store.recheck import find_moment, is_doubted, is_due
from scraper.store.values import Claim, Offer, Offered

_CLAIM_COLUMNS: Final = "id, key, url, failures, final_url, etag, last_modified, body_hash, record_id"


@dataclass(slots=True)
class _Known:
    """What the frontier holds of a URL that is offered again."""

    url_id: int
    state: str
    hint_date: str
    fetched_at: str | None
    last_run: int | None
    record_id: str | None
    reason: str | None = None
    status: int | None = None
    outcome: str | None = None

    def may_wake(self) -> bool:
        """Whether a newer date in a source lets it wait again: what a server or a network did wrong has a time of its own."""
        return self.state == "failed" and self.reason is not None and mostly_stays(Reason(self.reason), self.status)

    def newer_than(self, run: int) -> str:
        """Return the date that a source's must be after for the URL to be fetched again."""
        fetched_for = self.hint_date or self.fetched_at or ""
        return max(fetched_for, self.fetched_at or "") if self.last_run == run else fetched_for


class Frontier:
    """URLs of all sites in the state file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._offered = IdSet()

    def begin(self) -> None:
        """Give back every URL that a run took on and did not finish; only the run that holds the lock may.

        Raises:
            StateError: The file cannot be used.
        """
        self._offered = IdSet()
        self._database.run("UPDATE urls SET state = 'pending', lease_run = NULL WHERE state = 'leased'")

    def offer(
        self, site: str, offers: Sequence[Offer], run: int, *, again: bool = False, now: str | None = None
    ) -> Counter[Offered]:
        """Enter URLs that a source lists, and say how many were of which kind.

        A known URL waits again only when the source's date is newer than the one it was fetched for, or with ``again``:
        somebody asked for just these. In the run that fetched it, the date must be after the fetch, too: sources differ in what
        they call a page's date, but one that was changed meanwhile would not look newer to the next run. With ``now``, articles
        that no source dates wait again, too, and a newer date that a source gives for nearly all may be doubted, as ``recheck``
        has it. ``site`` is whose run is to fetch them. At most 500 at a time.

        Raises:
            StateError: The file cannot be used.
        """
        counts: Counter[Offered] = Counter()
        moment = find_moment([offer.hint_date for offer in offers if offer.hint_date])
        with self._database.transaction():
            known = self._find([offer.key for offer in offers])
            for offer in offers:
                row = known.get(offer.key)
                if row is None:
                    known[offer.key] = self._insert(site, offer, run)
                    counts[Offered.NEW] += 1
                else:
                    is_asked = (again and row.last_run != run) or self._is_due(row, offer, run, now)
                    is_common = moment is not None and offer.hint_date.startswith(moment)
                    is_doubted = is_common and not is_asked and self._is_doubted(row, offer, now)
                    # A date that is not believed is not noted either: it would not be newer when it is.
                    noted = replace(offer, hint_date=row.hint_date) if is_doubted else offer
                    verdict = self._offer_known(row, site, noted, run, is_asked)
                    counts[Offered.DOUBTED if is_doubted and verdict is Offered.KNOWN else verdict] += 1
        return counts

    def _insert(self, site: str, offer: Offer, run: int) -> "_Known":
        url_id = self._database.run(
            "INSERT INTO urls (key, url, site, found_in, hint_date, state, asked_run)"
            " VALUES (?, ?, ?, ?, ?, 'pending', ?)",
            (offer.key, offer.url, site, offer.found_in, offer.hint_date, run),
        )
        self._offered.add(url_id)
        return _Known(url_id, "pending", offer.hint_date, None, None, None)

    def _is_due(self, known: "_Known", offer: Offer, run: int, now: str | None) -> bool:
        """Whether an article that no source dates should be looked at again."""
        if not now or known.state != "done" or known.hint_date or offer.hint_date or known.last_run == run:
            return False
        if not known.record_id or not known.fetched_at:
            return False
        first_at = self._first_found(known.record_id)
        return first_at is not None and is_due(first_at, known.fetched_at, now)

    def _is_doubted(self, known: "_Known", offer: Offer, now: str | None) -> bool:
        """Whether a source's newer date is not believed yet: the last one brought nothing."""
        if not now or known.outcome != "unchanged" or not known.hint_date or offer.hint_date <= known.hint_date:
            return False
        if not known.record_id or not known.fetched_at:
            return False
        first_at = self._first_found(known.record_id)
        return first_at is not None and is_doubted(first_at, known.fetched_at, now)

    def _first_found(self, record_id: str) -> str | None:
        found = self._database.row(
            "SELECT runs.started_at FROM records JOIN runs ON runs.id = records.run"
            " WHERE records.id = ? AND records.version = 1",
            (record_id,),
        )
        return found[0] if found else None

    def _offer_known(self, known: "_Known", site: str, offer: Offer, run: int, is_asked: bool) -> Offered:
        is_first = self._offered.add(known.url_id)
        state, hint_date = known.state, max(known.hint_date, offer.hint_date)
        is_newer = offer.hint_date > known.newer_than(run)
        verdict = Offered.KNOWN if known.record_id else Offered.WITHOUT_ARTICLE
        if state in ("pending", "failed", "leased"):
            verdict = Offered.WAITING
            # What is leased stays so: waiting again, it would be given out twice.
            is_woken = (is_asked and state == "failed") or (is_newer and known.may_wake())
            state = "pending" if is_woken else state
        elif is_asked or is_newer:
            verdict, state = Offered.NEWER, "pending"
        if state != "done" or hint_date != known.hint_date:
            self._database.run(
                "UPDATE urls SET state = ?, hint_date = ?, asked_run = ?,"
                " site = CASE WHEN ? IN ('pending', 'failed') THEN ? ELSE site END WHERE id = ?",
                (state, hint_date, run, state, site, known.url_id),
            )
            known.state, known.hint_date = state, hint_date  # a batch may list a page twice
        return verdict if is_first else Offered.REPEATED

    def _find(self, keys: Sequence[str]) -> "dict[str, _Known]":
        found: dict[str, _Known] = {}
        by_id: dict[int, _Known] = {}  # a page and its alias in one batch are one row
        for table in ("urls", "aliases JOIN urls ON urls.id = aliases.url_id"):
            rest = [key for key in keys if key not in found]
            marks = ",".join("?" * len(rest))
            column = "urls.key" if table == "urls" else "aliases.key"
            for key, *row in self._database.rows(
                f"SELECT {column}, id, state, hint_date, fetched_at, last_run, record_id, reason, status, outcome"
                f" FROM {table} WHERE {column} IN ({marks})",
                rest,
            ):
                found[key] = by_id.setdefault(row[0], _Known(*row))
        return found

    def wake_failed(self, site: str, now: str, latest: str) -> None:
        """Let the site's failed URLs wait again whose time has come, or lies after ``latest``.

        No retry is planned that far ahead: the clock was ahead when it was, and has been set back since.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "UPDATE urls SET state = 'pending' WHERE site = ? AND state = 'failed' AND (next_at <= ? OR next_at > ?)",
            (site, now, latest),
        )

    def wake_too_old(self, site: str, since: str) -> None:
        """Let the site's articles wait again that were left out for a date which is not before ``since`` any more.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "UPDATE urls SET state = 'pending' WHERE site = ? AND reason = 'too_old' AND own_date >= ? AND state = 'done'",
            (site, since),
        )

    def claim(self, site: str, run: int, count: int, *, asked_only: bool = False) -> Sequence[Claim]:
        """Take on up to ``count`` waiting URLs of a site, newest first; with ``asked_only`` those offered in this run.

        Raises:
            StateError: The file cannot be used.
        """
        condition = "site = ? AND state = 'pending'" + (" AND asked_run = ?" if asked_only else "")
        with self._database.transaction():
            rows = self._database.rows(
                f"SELECT {_CLAIM_COLUMNS} FROM urls WHERE {condition} ORDER BY hint_date DESC, id LIMIT ?",
                (site, run, count) if asked_only else (site, count),
            )
            for row in rows:
                self._database.run("UPDATE urls SET state = 'leased', lease_run = ? WHERE id = ?", (run, row[0]))
        return [_claim(row) for row in rows]

    def find(self, key: str) -> Claim | None:
        """Return a URL by its key or by that of an alias, taken on by nobody; None for an unknown one.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row(f"SELECT {_CLAIM_COLUMNS} FROM urls WHERE key = ?", (key,)) or self._database.row(
            f"SELECT {_CLAIM_COLUMNS} FROM urls WHERE id = (SELECT url_id FROM aliases WHERE key = ?)", (key,)
        )
        return _claim(row) if row else None

    def find_led_to(self, final_url: str, body_hash: str) -> Claim | None:
        """Return a URL whose redirects ended at an address, first one whose record was made from that body; taken on by nobody.

        Raises:
            StateError: The file cannot be used.
        """
        row = self._database.row(
            f"SELECT {_CLAIM_COLUMNS} FROM urls WHERE final_url = ? AND final_url != url"
            " ORDER BY body_hash IS ? DESC, id LIMIT 1",
            (final_url, body_hash),
        )
        return _claim(row) if row else None

    def claim_saved(self, site: str, offer: Offer, run: int) -> Claim:
        """Take on the address of a saved page when it is not known; one that is known waits, or does not, as before.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "INSERT INTO urls (key, url, site, found_in, hint_date, state, asked_run, lease_run)"
            " VALUES (?, ?, ?, ?, ?, 'leased', ?, ?) ON CONFLICT (key) DO NOTHING",
            (offer.key, offer.url, site, offer.found_in, offer.hint_date, run, run),
        )
        return _claim(self._database.rows(f"SELECT {_CLAIM_COLUMNS} FROM urls WHERE key = ?", (offer.key,))[0])

    def release(self, claim: Claim) -> None:
        """Give back one URL untouched.

        Raises:
            StateError: The file cannot be used.
        """
        self._database.run(
            "UPDATE urls SET state = 'pending', lease_run = NULL WHERE id = ? AND state = 'leased'", (claim.url_id,)
        )

    def add_aliases(self, claim: Claim, keys: Iterable[str]) -> None:
        """Note other addresses of a URL, so that a source which lists one of them brings nothing new.

        Raises:
            StateError: The file cannot be used.
        """
        for key in keys:
            self._database.run(
                "INSERT OR IGNORE INTO aliases (key, url_id) SELECT ?, ? WHERE NOT EXISTS"
                " (SELECT 1 FROM urls WHERE key = ?)",
                (key, claim.url_id, key),
            )

    def count_waiting(self, site: str, run: int | None = None) -> int:
        """Return how many of the site's URLs wait, with those that a run took on and did not finish.

        Raises:
            StateError: The file cannot be used.
        """
        waiting = "SELECT count(*) FROM urls WHERE site = ? AND state = 'pending'"
        leased = "SELECT count(*) FROM urls WHERE lease_run = ? AND state = 'leased' AND site = ?"
        return int(self._database.rows(f"SELECT ({waiting}) + ({leased})", (site, run, site))[0][0])


def _claim(row: tuple[Any, ...]) -> Claim:
    url_id, key, url, failures, final_url, etag, last_modified, body_hash, record_id = row
    return Claim(
        url_id=url_id,
        key=key,
        url=url,
        failures=failures,
        final_url=final_url,
        etag=etag,
        last_modified=last_modified,
        body_hash=body_hash,
        record_id=record_id,
    )
