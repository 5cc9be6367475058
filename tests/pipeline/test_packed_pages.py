import asyncio
import random

from scraper.pipeline.packed_pages import HeldPage, WaitingRoom, pack, size_of, unpack
from scraper.records import Page

LARGE = 2_000_000


def page(number: int, body: bytes = b"<p>text") -> Page:
    return Page(body=body, source=f"https://a.test/{number}")


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


def test_a_page_comes_out_as_it_was_packed() -> None:
    packed = pack(page(1, b"x" * LARGE))
    assert size_of(packed) < 2_000
    assert unpack(packed) == page(1, b"x" * LARGE)


async def test_pages_that_wait_for_their_site_are_packed() -> None:
    room, warm, held = WaitingRoom(turns=1), asyncio.Event(), HeldPage(page(1, b"x" * LARGE))
    waiting = asyncio.create_task(room.wait(held, warm))
    await asyncio.sleep(0.1)
    assert len(held.page.body) < 2_000
    assert not waiting.done()
    warm.set()
    await waiting
    async with room.whole(held) as again:
        assert again == page(1, b"x" * LARGE)


async def test_where_there_is_no_more_room_the_site_with_most_pages_waits_no_longer() -> None:
    room, small, large = WaitingRoom(turns=1, waiting_bytes=30_000), asyncio.Event(), asyncio.Event()
    tasks = [asyncio.create_task(room.wait(HeldPage(page(0, noise(4_000))), small))]
    for number in range(2):
        tasks.append(asyncio.create_task(room.wait(HeldPage(page(number, noise(9_000))), large)))
        await asyncio.sleep(0.05)
        assert not large.is_set()
    tasks.append(asyncio.create_task(room.wait(HeldPage(page(9, noise(9_000))), small)))
    await asyncio.sleep(0.1)
    assert (large.is_set(), small.is_set()) == (True, False)
    assert [task.done() for task in tasks] == [False, True, True, False]
    small.set()
    await asyncio.gather(*tasks)
    assert not room._waiting


async def test_large_pages_that_wait_for_their_turn_are_packed() -> None:
    room, first, second = WaitingRoom(turns=1), HeldPage(page(1)), HeldPage(page(2, b"x" * LARGE))

    async def take() -> int:
        async with room.whole(second) as whole:
            return len(whole.body)

    async with room.whole(first):
        waiting = asyncio.create_task(take())
        await asyncio.sleep(0.1)
        assert len(second.page.body) < 2_000
    assert await waiting == LARGE
