"""The tasks of a job, as workers do them: each reads what its arguments name and writes one part, whole.

Pages are fingerprinted and cleaned one after another, by a process that can be killed: a task takes one processor.
"""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import groupby
from typing import Final

from scraper.pipeline.dumps import open_pool
from scraper.pipeline.job.output import ShardOutput
from scraper.pipeline.job.receipts import Receipt, ReceiptBook, write_receipt
from scraper.pipeline.job.site_parts import (
    SiteEntry,
    decode_site,
    make_entry,
    merge_parts,
    order_of,
    read_index,
    read_range,
    write_sites,
)
from scraper.pipeline.job.spec import FOLDS, PRINTS, PROFILES, SPLITS, JobSpec
from scraper.pipeline.saved_sites import SITES_HELD, SitePrints, known_site, site_of_saved
from scraper.read import Shard, read_shard, split_file
from scraper.records import Page, Skipped
from scraper.scale import PartFolder, write_bytes
from scraper.site_keys import SiteKey, make_site_key
from scraper.workers import SiteKnowledge


def split(spec: JobSpec, key: str, shard: Shard) -> None:
    """Write where the stretches of a large file end."""
    ends = split_file(shard, spec.read_settings(), spec.shard_pages)
    write_bytes(spec.folder, f"{SPLITS}/{key}", json.dumps(list(ends)).encode())


def fingerprint(spec: JobSpec, key: str, shard: Shard) -> int:
    """Write the profiles of a shard's sites, as far as its own pages tell, and return how many pages it has."""
    site_key = make_site_key(spec.dump.site_key)
    pool = workshops.get(spec).pool
    count = 0
    with closing(SitePrints()) as prints:
        for page in read_shard(shard, spec.read_settings()):
            count += 1
            if isinstance(page, Page) and (found := pool.fingerprint(page)):
                prints.add(site_of_saved(page, site_key), found)
        prints.finish()
        in_order = sorted(prints.sizes(), key=lambda size: order_of(size[0], spec.partitions))
        entries = (_entry(spec, prints, site, pages) for site, pages in in_order)
        write_sites(spec.folder, f"{PRINTS}/{key}", entries, pages=count)
    return count


def fold(spec: JobSpec, key: str, names: Sequence[str]) -> None:
    """Write one part for several: what many shards know of a site comes down to the size of one profile, a few shards at a time."""
    write_sites(spec.folder, f"{FOLDS}/{key}", _merge(spec, merge_parts(spec.folder, names)))


def learn_profile(spec: JobSpec, key: str, partition: int, names: Sequence[str]) -> None:
    """Write the profiles of a partition's sites."""
    entries = _merge(spec, merge_parts(spec.folder, names, partition))
    write_sites(spec.folder, f"{PROFILES}/{key}", entries, lists_sites=True)


def clean(spec: JobSpec, key: str, shard: Shard, first_sites: Sequence[str]) -> Receipt:
    """Write the records of a shard, then its receipt, which is returned too.

    Args:
        spec: Of the job.
        key: Of the shard.
        shard: What to clean.
        first_sites: Made known to the process that cleans before it begins.
    """
    shop = workshops.get(spec, first_sites)
    output = ShardOutput(spec.folder, key, spec.form, spec.partition, spec.shard_pages)
    book = ReceiptBook()
    for page in read_shard(shard, spec.read_settings()):
        outcome = page if isinstance(page, Skipped) else shop.pool.clean(page, shop.know(page))
        book.count(outcome)
        book.note_address(page)
        if not isinstance(outcome, Skipped):
            output.add(outcome)
    output.flush()
    receipt = book.close(output.parts)
    write_receipt(spec.folder, key, receipt)
    return receipt


def profile_name(partition: int) -> str:
    """Return the key of a partition's profiles."""
    return f"{partition:04}"


class Profiles:
    """Looks up what the job has learned of sites."""

    def __init__(self, spec: JobSpec) -> None:
        self._spec = spec
        self._site_key: SiteKey = make_site_key(spec.dump.site_key)
        self.of = lru_cache(maxsize=SITES_HELD)(self._read)

    def __call__(self, page: Page) -> SiteKnowledge | None:
        """Return what is known of a page's site; None for one of a single page."""
        return self.of(site_of_saved(page, self._site_key))

    def _read(self, site: str) -> SiteKnowledge | None:
        from scraper.cleaner.profile import read_bytes

        name = f"{PROFILES}/{profile_name(order_of(site, self._spec.partitions)[0])}"
        with closing(self._spec.folder.open(name)) as file:
            place = _index(self._spec.folder, self._spec.digest, name).get(site)
            entry = next(read_range(file, *place), None) if place else None
        return known_site(site, read_bytes(entry.profile)) if entry else None


@lru_cache(maxsize=8)
def _index(folder: PartFolder, digest: str, name: str) -> dict[str, tuple[int, int]]:
    with closing(folder.open(name)) as file:
        return read_index(file).sites


def _entry(spec: JobSpec, prints: SitePrints, site: str, pages: int) -> SiteEntry:
    from scraper.cleaner.profile import to_bytes

    return make_entry(site, spec.partitions, pages, to_bytes(prints.profile(site)))


def _merge(spec: JobSpec, entries: Iterable[SiteEntry]) -> Iterator[SiteEntry]:
    """Make one entry of those of one site."""
    from scraper.cleaner import DUMP_OLDER, DUMP_PAGES
    from scraper.cleaner.profile import merge_profiles, read_bytes, to_bytes

    for (_, name), group in groupby(entries, key=lambda entry: entry.order):
        pages = 0

        def read(entry: SiteEntry) -> bytes:
            nonlocal pages
            pages += entry.pages
            return entry.profile

        profile = merge_profiles((read_bytes(read(entry)) for entry in group), DUMP_PAGES, DUMP_OLDER)
        yield make_entry(decode_site(name), spec.partitions, pages, to_bytes(profile))


class _Workshop:
    """What this process needs for the pages of a job, and keeps from task to task.

    Attributes:
        pool: Its start is not free; each task that runs has one process of it.
        know: Looks up sites.
    """

    def __init__(self, spec: JobSpec) -> None:
        self.digest = spec.digest
        self.pool = open_pool(spec.dump)
        self.know = Profiles(spec)
        self._is_told = False

    def tell(self, sites: Sequence[str]) -> None:
        """Make sites known to the processes that clean, before the first of them begins."""
        if not self._is_told:
            self._is_told = True
            self.pool.know(known for site in reversed(sites) if (known := self.know.of(site)))


class _Workshops:
    """The workshop of this process."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._held: _Workshop | None = None

    def get(self, spec: JobSpec, first_sites: Sequence[str] = ()) -> _Workshop:
        """Return the one for a job; that of another job closes, with what it knows of sites."""
        with self._turn:
            if self._held is None or self._held.digest != spec.digest:
                self.close()
                self._held = _Workshop(spec)
            if first_sites:
                self._held.tell(first_sites)
            return self._held

    def close(self) -> None:
        """End its processes."""
        if self._held:
            self._held.pool.close()
        self._held = None


workshops: Final = _Workshops()
