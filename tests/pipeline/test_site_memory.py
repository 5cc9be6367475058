from scraper.cleaner import fingerprint
from scraper.cleaner.profile import read_bytes, to_bytes
from scraper.pipeline.page_run import hash_body
from scraper.pipeline.site_memory import MAX_BODIES, WARM_PAGES, SiteMemory
from scraper.records import Page, PageFingerprint, SiteProfile
from scraper.settings import CleanSettings


def make_page(key: int, day: int = 1) -> PageFingerprint:
    return PageFingerprint(key=key, title=key, day=day, blocks=b"")


async def test_a_new_site_is_cold_until_enough_pages_are_known() -> None:
    memory = SiteMemory("a.test", None)
    for key in range(WARM_PAGES):
        assert not memory.warm.is_set()
        memory.add(make_page(key))
    assert memory.warm.is_set()


async def test_the_same_page_again_is_no_second_page() -> None:
    memory = SiteMemory("a.test", None)
    for _ in range(WARM_PAGES):
        memory.add(make_page(1))
    assert not memory.warm.is_set()
    assert len(memory.profile().pages) == 1


async def test_a_known_site_is_warm_from_the_start() -> None:
    profile = SiteProfile(pages=tuple(make_page(key) for key in range(WARM_PAGES)))
    assert SiteMemory("a.test", profile).warm.is_set()


async def test_processes_get_another_version_only_when_the_site_has_grown() -> None:
    memory = SiteMemory("a.test", SiteProfile(pages=tuple(make_page(key) for key in range(40))))
    first = memory.knowledge()
    memory.add(make_page(100))
    assert memory.knowledge() is first
    for key in range(101, 110):
        memory.add(make_page(key))
    grown = memory.knowledge()
    assert grown is not None
    assert first is not None
    assert grown.version != first.version
    assert len(grown.profile.pages) == 50


def test_a_page_from_before_1970_has_a_day_that_a_profile_can_keep() -> None:
    html = b"<meta property='article:published_time' content='1912-04-15'><h1>Old</h1><p>A sentence of an old page.</p>"
    page = fingerprint(Page(body=html, source="x", media_type="text/html"), CleanSettings())
    assert page is not None
    profile = SiteProfile(pages=(page,))
    assert read_bytes(to_bytes(profile)) == profile


def note(memory: SiteMemory, key: int, url: str, body: bytes = b"page") -> bool:
    body_hash = hash_body(body)
    memory.note_body(body_hash, url, key)
    return memory.is_repeated(body_hash)


async def test_the_same_page_at_three_addresses_is_repeated() -> None:
    memory = SiteMemory("a.test", None)
    assert [note(memory, n, f"https://a.test/{n}") for n in range(4)] == [False, False, True, True]
    assert not note(memory, 9, "https://a.test/9", b"another page")


async def test_one_article_under_several_addresses_is_not() -> None:
    memory = SiteMemory("a.test", None)
    assert not any(note(memory, 1, f"https://a.test/{n}", b"one canonical") for n in range(9))
    assert not any(note(memory, n, f"https://a.test/section-{n}/story/", b"one name") for n in range(9))
    assert not any(note(memory, n, "https://a.test/same", b"the same address") for n in range(9))


async def test_what_is_remembered_of_bodies_is_bounded() -> None:
    memory = SiteMemory("a.test", None)
    for n in range(3 * MAX_BODIES):
        note(memory, n, f"https://a.test/{n}", str(n).encode())
    assert len(memory._bodies) == MAX_BODIES
