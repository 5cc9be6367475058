"""All sites on loopback in one process, and a ledger of every answer: what stood there, and what was done to it."""

import asyncio
import gzip
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import format_datetime
from random import Random
from typing import Final

from benchmarks.soak.faults import LOOP, OUTAGE, Fault, Reply, draw_fault
from benchmarks.soak.sites import ChangingSite
from fixtures.sites.answers import Answer

HOST: Final = "127.0.0.1"

_OUTAGE_STEPS: Final = 6
_OUTAGE: Final = 0.02
"""So likely is an outage of six steps, two minutes in the hour: a site has 0.6 of them in an hour of 180 steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what was answered.

    Attributes:
        revision: Of the article that stood there; None where none did.
        is_good: The client got what stood there, or that it is what it has already.
    """

    url: str
    status: int
    fault: str | None
    revision: int | None
    is_good: bool

    @property
    def is_whole(self) -> bool:
        """Whether a page was sent whole and could be read."""
        return self.is_good and self.status == 200


@dataclass(slots=True, kw_only=True)
class World:
    """All sites and what they were asked.

    Attributes:
        fault_rate: Share of the answers that have a fault.
        steps: How many steps the sites have gone.
        last_pause: No site asks for a long pause after this step: the end would have to wait for it.
        is_calm: Nothing goes wrong and nothing changes any more.
        ledger: By client and the number of its run.
    """

    seed: int
    fault_rate: float
    sites: list[ChangingSite] = field(default_factory=list)
    steps: int = 0
    last_step: int = 0
    last_pause: int = 0
    is_calm: bool = False
    runs: Counter[str] = field(default_factory=Counter)
    ledger: dict[tuple[str, int], list[Exchange]] = field(default_factory=dict)
    _asked: Counter[tuple[str, str]] = field(default_factory=Counter)

    def step(self) -> None:
        """Let some time pass on all sites; half-way, one in three changes its theme."""
        self.steps += 1
        for site in self.sites:
            site.step()
            if self.steps == self.last_step // 2 and site.number % 3 == site.number // 3 % 3:
                site.redesign()

    def note(self, client: str, exchange: Exchange) -> None:
        """Enter an answer in the ledger."""
        self.ledger.setdefault((client, self.runs[client]), []).append(exchange)

    def choose_fault(self, site: ChangingSite, client: str, path: str, kind: str) -> Fault | None:
        """Return what goes wrong: the same for the same request of the same seed, whatever else is asked meanwhile."""
        url = site.base_url + path
        self._asked[client, url] += 1
        if self.is_calm:
            return None
        if Random(f"{self.seed}:{site.number}:{self.steps // _OUTAGE_STEPS}").random() < _OUTAGE:
            return OUTAGE
        chance = Random(f"{self.seed}:{site.number}:{path}:{client}:{self._asked[client, url]}")
        if chance.random() >= self.fault_rate:
            return None
        return draw_fault(chance, kind, may_pause=self.steps < self.last_pause)


@asynccontextmanager
async def serve(world: World, count: int) -> AsyncIterator[None]:
    """Make so many sites and serve them while the context lasts."""
    async with AsyncExitStack() as stack:
        for number in range(count):
            door = _Door(world)
            server = await stack.enter_async_context(await asyncio.start_server(door.serve, HOST, 0))
            base_url = f"http://{HOST}:{server.sockets[0].getsockname()[1]}"
            door.site = ChangingSite(number, world.seed, base_url)
            world.sites.append(door.site)
            stack.callback(door.close)
        yield


class _Door:
    """The server of one site."""

    site: ChangingSite

    def __init__(self, world: World) -> None:
        self._world = world
        self._tasks: set[asyncio.Task[None]] = set()

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while await self._answer(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client has had enough, or the soak is over
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
        path = lines[0].split(b" ")[1]
        headers = {name.lower(): value for name, _, value in (line.partition(b": ") for line in lines[1:])}
        if path in LOOP:
            writer.write(Reply(status=302, headers=((b"Location", LOOP[path]),)).encode())
            return True
        client = headers.get(b"user-agent", b"").decode("latin-1")
        return await self._send(client, path.decode("latin-1"), headers, writer)

    async def _send(self, client: str, path: str, headers: dict[bytes, bytes], writer: asyncio.StreamWriter) -> bool:
        answer = self.site.answer(path)
        reply = _reply(answer, headers)
        fault = self._world.choose_fault(self.site, client, path, _kind(reply)) if answer else None
        self._world.note(
            client,
            Exchange(
                url=self.site.base_url + path,
                status=reply.status,
                fault=fault.name if fault else None,
                revision=self.site.revision(path),
                is_good=reply.status in (200, 304) and (fault is None or fault.is_whole),
            ),
        )
        if fault is None:
            writer.write(_pack(reply, headers).encode())
            await writer.drain()
            return True
        return await fault.send(reply, writer)


def _reply(answer: Answer | None, headers: dict[bytes, bytes]) -> Reply:
    if answer is None:
        return Reply(status=404, headers=((b"Content-Type", b"text/html"),), body=b"<h1>Not found</h1>")
    kept: list[tuple[bytes, bytes]] = [(b"Content-Type", answer.media_type.encode())]
    if answer.modified:
        when = format_datetime(answer.modified.astimezone(UTC), usegmt=True)
        kept += [(b"ETag", answer.etag.encode()), (b"Last-Modified", when.encode())]
        if headers.get(b"if-none-match") == answer.etag.encode():
            return Reply(status=304, headers=tuple(kept))
    return Reply(status=answer.status, headers=tuple(kept), body=answer.body)


def _kind(reply: Reply) -> str:
    """What can be done to an answer, as in ``Fault.needs``."""
    is_html = any(value.startswith(b"text/html") for name, value in reply.headers if name == b"Content-Type")
    return "" if not reply.body else "html" if is_html else "body"


def _pack(reply: Reply, headers: dict[bytes, bytes]) -> Reply:
    if not reply.body or b"gzip" not in headers.get(b"accept-encoding", b""):
        return reply
    packed = Reply(status=reply.status, headers=reply.headers, body=gzip.compress(reply.body, 1, mtime=0))
    return packed.plus((b"Content-Encoding", b"gzip"))
