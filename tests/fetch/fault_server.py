"""A server on loopback that does whatever a test tells it, byte by byte."""

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Self, TypeAlias

PAGE = (
    b"<!doctype html><html lang=en><title>Harbour</title><body><article><h1>Harbour</h1>"
    + b"<p>The harbour lies still in winter, and the ships wait for spring to come.</p>" * 8
    + b"</article></body></html>"
)


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    at: float
    names: tuple[str, ...] = ()


Handler: TypeAlias = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]
Route: TypeAlias = bytes | Sequence[bytes] | Handler
"""The whole answer; several, one for each request, the last one again and again; or a function that writes it."""


def answer(
    body: bytes = PAGE, status: int = 200, media_type: str | None = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """An answer with a right Content-Length; ``Retry_After="3"`` becomes a header."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
    if media_type is not None:
        lines.append(f"Content-Type: {media_type}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if status not in (204, 304):
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join([*lines, "Connection: close", "", ""]).encode("utf-8")
    return head + (b"" if status in (204, 304) else body)


def redirect(location: str | bytes, status: int = 302, **headers: str) -> bytes:
    """A redirect; bytes go out raw."""
    raw = location if isinstance(location, bytes) else location.encode()
    return answer(b"", status, **headers).replace(b"\r\n", b"\r\nLocation: " + raw + b"\r\n", 1)


def drip(parts: Iterable[bytes], every_s: float, head: bytes = b"") -> Handler:
    """Send parts with pauses, for as long as the client listens."""

    async def send(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(every_s)

    return send


async def silence(_: Asked, writer: asyncio.StreamWriter) -> None:
    """Accept, and say nothing."""
    await asyncio.sleep(30)


async def reset(_: Asked, writer: asyncio.StreamWriter) -> None:
    """Close with RST instead of FIN."""
    writer.transport.abort()


@dataclass
class FaultServer:
    host: str = "127.0.0.1"
    port: int = 0
    tls: ssl.SSLContext | None = None
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    in_flight: int = 0
    peak: int = 0
    _server: asyncio.Server | None = None
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self.host, self.port, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def url(self, path: str = "/") -> str:
        return f"{'https' if self.tls else 'http'}://{self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def times(self) -> list[float]:
        return [asked.at for asked in self.asked]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has had enough
        finally:
            self.in_flight -= 1
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = [line.lower().split(": ", 1) for line in head[1:] if ": " in line]
        asked = Asked(head[0].split(" ")[1], dict(pairs), time.monotonic(), tuple(name for name, _ in pairs))
        self.asked.append(asked)
        route = self.routes.get(asked.path, answer(b"nothing here", 404))
        if callable(route):
            await route(asked, writer)
            return
        if not isinstance(route, bytes):
            before = sum(earlier.path == asked.path for earlier in self.asked) - 1
            route = route[min(before, len(route) - 1)]
        writer.write(route)
        await writer.drain()
