"""A profile is the same whatever order and grouping its pages come in, and bounded."""

import pickle
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.cleaner.profile import MAX_PAGES, learn_profile, merge_profiles
from scraper.cleaner.profile.codec import ROW_BYTES
from scraper.cleaner.profile.fingerprints import MAX_ROWS, ROW
from scraper.records import PageFingerprint, SiteProfile
from tests.cleaner.profile.site_pages import Saved, sentence

SMALL = 4
fingerprints = st.builds(
    PageFingerprint,
    key=st.integers(0, 12),
    title=st.integers(0, 3),
    day=st.integers(0, 4),
    blocks=st.binary(min_size=0, max_size=2).map(lambda seed: seed * ROW.itemsize),
)


@given(st.lists(fingerprints, max_size=30), st.randoms(use_true_random=False))
def test_order_does_not_matter(pages: list[PageFingerprint], chance: object) -> None:
    shuffled = list(pages)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' Random
    assert learn_profile(shuffled, SMALL) == learn_profile(pages, SMALL)


@given(st.lists(st.lists(fingerprints, max_size=12), max_size=5))
def test_profiles_of_parts_merge_to_the_profile_of_the_whole(parts: list[list[PageFingerprint]]) -> None:
    whole = learn_profile([page for part in parts for page in part], SMALL)
    assert merge_profiles([learn_profile(part, SMALL) for part in parts], SMALL) == whole


@given(st.lists(st.lists(fingerprints, max_size=20), max_size=4), st.randoms(use_true_random=False))
def test_so_do_profiles_with_older_pages(parts: list[list[PageFingerprint]], chance: object) -> None:
    """Also where a page was saved on several days, and parts know one save of it each."""
    pages = [page for part in parts for page in part]
    whole = learn_profile(pages, SMALL, SMALL)
    assert merge_profiles([learn_profile(part, SMALL, SMALL) for part in parts], SMALL, SMALL) == whole
    chance.shuffle(pages)  # type: ignore[attr-defined]  # hypothesis' Random
    assert learn_profile(pages, SMALL, SMALL) == whole
    assert set(learn_profile(pages, SMALL).pages) <= set(whole.pages)
    assert len(whole.pages) <= 2 * SMALL


def archive(pages: int, a_day: int) -> SiteProfile:
    """Learn a site that has so many pages, so many a day."""
    return learn_profile(
        (PageFingerprint(key=key, title=0, day=1 + key // a_day, blocks=b"") for key in range(pages)), 100, 64
    )


def test_older_pages_are_some_of_each_of_some_days() -> None:
    for a_day in (20, 400):  # a regional paper, a news agency
        pages = archive(12_000, a_day).pages
        days = Counter(page.day for page in pages[100:])
        assert sorted(days.values()) == [16] * 4
        assert max(days) - min(days) > 12_000 / a_day / 3


def test_older_pages_without_a_date_are_taken_evenly() -> None:
    pages = learn_profile(
        (
            PageFingerprint(key=key * 0x9E3779B97F4A7C15 % 2**64, title=0, day=key % 2 * key, blocks=b"")
            for key in range(4_000)
        ),
        100,
        200,
    ).pages
    assert 50 < sum(page.day == 0 for page in pages) < 199


def test_a_site_whose_older_pages_are_few_keeps_them_all() -> None:
    assert len(archive(150, 40).pages) == 150


@given(st.lists(fingerprints, max_size=12))
def test_learning_a_page_again_changes_nothing(pages: list[PageFingerprint]) -> None:
    profile = learn_profile(pages, SMALL)
    assert merge_profiles([profile, profile, learn_profile(pages, SMALL)], SMALL) == profile


@settings(max_examples=1, deadline=None)
@given(st.just(20_000))
def test_a_large_site_has_no_larger_profile(count: int) -> None:
    row = bytes(ROW.itemsize)
    profile = learn_profile(
        PageFingerprint(key=key * 0x9E3779B97F4A7C15 % 2**64, title=0, day=0, blocks=row) for key in range(count)
    )
    assert len(profile.pages) == MAX_PAGES


def test_a_large_page_is_sampled() -> None:
    page = Saved("long", "<body>" + "".join(f"<p>{sentence(str(number))}" for number in range(2 * MAX_ROWS)))
    assert len(page.fingerprint.blocks) == MAX_ROWS * ROW.itemsize


def test_profiles_travel_between_processes() -> None:
    profile = learn_profile([Saved("mill", "<p>A mill.").fingerprint])
    assert pickle.loads(pickle.dumps(profile)) == profile
    assert SiteProfile() == learn_profile([])


def test_a_row_has_as_many_bytes_as_the_codec_reads() -> None:
    assert ROW.itemsize == ROW_BYTES
