"""Parts with what is known of sites: merged in order, looked up by partition and by site."""

from contextlib import closing
from pathlib import Path

import pytest

from scraper.pipeline.job import site_parts
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
from scraper.scale import PartFolder, open_parts

SITES = ["a.example", "b.example", "c.example", "saved/\udcff", "d.example:8080", "z"]
PARTITIONS = 3


@pytest.fixture
def folder(tmp_path: Path) -> PartFolder:
    """Five parts, each with all sites but one."""
    opened = open_parts(tmp_path)
    for part in range(5):
        sites = sorted((site for site in SITES if site != SITES[part]), key=lambda site: order_of(site, PARTITIONS))
        entries = [
            make_entry(site, PARTITIONS, part, f"{site}{part}".encode("utf-8", "surrogateescape")) for site in sites
        ]
        write_sites(opened, f"part{part}", entries, pages=10 * part, lists_sites=True)
    return opened


@pytest.mark.parametrize("most_open", [1, 2, 64])
def test_merged_parts_are_in_order_whatever_their_number(
    folder: PartFolder, monkeypatch: pytest.MonkeyPatch, most_open: int
) -> None:
    monkeypatch.setattr(site_parts, "MOST_OPEN", most_open)
    names = [f"part{part}" for part in range(5)]
    merged = list(merge_parts(folder, names))
    assert [entry.order for entry in merged] == sorted(entry.order for entry in merged)
    assert len({(entry.order, entry.profile) for entry in merged}) == len(merged) == 25
    by_partition = [entry for number in range(PARTITIONS) for entry in merge_parts(folder, names, number)]
    assert sorted(by_partition, key=repr) == sorted(merged, key=repr)


def test_a_site_is_found_by_its_name(folder: PartFolder) -> None:
    with closing(folder.open("part2")) as file:
        index = read_index(file)
        assert index.pages == 20
        assert set(index.sites) == set(SITES) - {SITES[2]}
        (entry,) = read_range(file, *index.sites["saved/\udcff"])
    assert entry == SiteEntry(order=order_of("saved/\udcff", PARTITIONS), pages=2, profile=b"saved/\xff2")
    assert decode_site(entry.order[1]) == "saved/\udcff"


def test_a_part_without_sites(folder: PartFolder) -> None:
    write_sites(folder, "none", ())
    assert list(merge_parts(folder, ["none"])) == list(merge_parts(folder, ["none"], 0)) == []
