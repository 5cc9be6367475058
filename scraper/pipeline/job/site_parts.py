"""Parts that hold what is known of sites: entries one after another, and where to find which, at the end.

    length, entry | length, entry | ... | index as JSON | length of the index

An entry is a site, how many of its pages are behind it, and its profile as bytes. Readers take a range: a part of thousands of
sites is never held whole.
"""

import heapq
import json
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias, cast

import msgspec

from scraper.scale import PartFolder

_LENGTH: Final = struct.Struct("<I")
_END: Final = struct.Struct("<Q")

MOST_OPEN: Final = 64
"""Parts that are read side by side; more are merged so many at a time, on the worker's disk: systems allow 1,024 open files."""

_Index: TypeAlias = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteEntry:
    """A site in a part.

    Attributes:
        order: Parts are sorted by it: the number of the site's partition, then the site, as bytes, since a folder's name may be no
            text.
        pages: Pages of it that were fingerprinted.
        profile: As ``to_bytes`` writes it.
    """

    order: tuple[int, bytes]
    pages: int
    profile: bytes


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(SiteEntry)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartIndex:
    """What stands at the end of a part.

    Attributes:
        pages: Pages that were read for it.
        ranges: For each partition, where its entries begin and end.
        sites: For each site, the same; only in parts that single sites are looked up in.
    """

    pages: int
    ranges: dict[str, tuple[int, int]]
    sites: dict[str, tuple[int, int]]


def write_sites(
    folder: PartFolder, name: str, entries: Iterable[SiteEntry], *, pages: int = 0, lists_sites: bool = False
) -> None:
    """Write a part.

    Args:
        folder: Where.
        name: Its name.
        entries: In their order.
        pages: Pages that were read for it.
        lists_sites: Whether single sites are to be found in it.
    """
    folder.write(name, partial(_fill, entries=entries, pages=pages, lists_sites=lists_sites))


def _fill(path: Path, entries: Iterable[SiteEntry], pages: int, *, lists_sites: bool) -> None:
    ranges: _Index = {}
    sites: _Index = {}
    with path.open("wb") as file:
        for entry in entries:
            begin = file.tell()
            file.write(_pack(entry))
            partition, site = entry.order
            ranges[str(partition)] = (ranges.get(str(partition), (begin, 0))[0], file.tell())
            if lists_sites:
                sites[decode_site(site)] = begin, file.tell()
        index = json.dumps(
            {"pages": pages, "ranges": ranges, "sites": sites}
        ).encode()  # escapes undecodable file names
        file.write(index + _END.pack(len(index)))


def read_index(file: BinaryIO) -> PartIndex:
    """Return the index of an open part."""
    end = file.seek(-_END.size, 2)
    (length,) = _END.unpack(file.read(_END.size))
    file.seek(end - length)
    return msgspec.convert(json.loads(file.read(length)), PartIndex)


def read_range(file: BinaryIO, begin: int, end: int) -> Iterator[SiteEntry]:
    """Yield the entries between two places of an open part."""
    while begin < end:
        file.seek(begin)
        (length,) = _LENGTH.unpack(file.read(_LENGTH.size))
        yield _DECODER.decode(file.read(length))
        begin += _LENGTH.size + length


def merge_parts(folder: PartFolder, names: Sequence[str], partition: int | None = None) -> Iterator[SiteEntry]:
    """Yield the entries of any number of parts in their order; those of one site follow one another.

    Args:
        folder: Where they are.
        names: Their names.
        partition: Of one partition only.
    """
    batches = [names[begin : begin + MOST_OPEN] for begin in range(0, len(names), MOST_OPEN)]
    if len(batches) == 1:
        yield from _merge_batch(folder, names, partition)
        return
    with ExitStack() as stack:
        spooled = [stack.enter_context(_spool(_merge_batch(folder, batch, partition))) for batch in batches]
        yield from heapq.merge(*(read_range(file, 0, file.seek(0, 2)) for file in spooled), key=attrgetter("order"))


def _merge_batch(folder: PartFolder, names: Sequence[str], partition: int | None) -> Iterator[SiteEntry]:
    with ExitStack() as stack:
        readers = []
        for name in names:
            file = stack.enter_context(folder.open(name))
            ranges = read_index(file).ranges
            if partition is None and ranges:
                readers.append(read_range(file, 0, max(end for _, end in ranges.values())))
            elif partition is not None and str(partition) in ranges:
                readers.append(read_range(file, *ranges[str(partition)]))
        yield from heapq.merge(*readers, key=attrgetter("order"))


def _spool(entries: Iterable[SiteEntry]) -> BinaryIO:
    """Return a temporary file with entries, open."""
    file = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115  # closed by whoever asked for it
    for entry in entries:
        file.write(_pack(entry))
    return file


def _pack(entry: SiteEntry) -> bytes:
    data = _ENCODER.encode(entry)
    return _LENGTH.pack(len(data)) + data


def make_entry(site: str, partitions: int, pages: int, profile: bytes) -> SiteEntry:
    """Return a site's entry."""
    return SiteEntry(order=order_of(site, partitions), pages=pages, profile=profile)


def order_of(site: str, partitions: int) -> tuple[int, bytes]:
    """Return the number of a site's partition, the same on every machine, and its name as bytes."""
    name = site.encode("utf-8", "surrogateescape")
    return zlib.crc32(name) % partitions, name


def decode_site(name: bytes) -> str:
    """Return the site that an entry is of."""
    return name.decode("utf-8", "surrogateescape")
