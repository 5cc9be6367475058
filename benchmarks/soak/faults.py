"""What may go wrong with an answer: one row for each fault, with how often it is drawn."""

import asyncio
import gzip
import socket
import struct
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, TypeAlias

Header: TypeAlias = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer, before anything goes wrong with it. A Content-Length is added where headers have none."""

    status: int
    headers: tuple[Header, ...] = ()
    body: bytes = b""

    def encode(self) -> bytes:
        """Return the bytes that go over the wire."""
        return self.head() + self.body

    def head(self) -> bytes:
        """Return the bytes before the body."""
        headers = self.headers
        if not any(name == b"Content-Length" for name, _ in headers):
            headers = (*headers, (b"Content-Length", b"%d" % len(self.body)))
        return b"HTTP/1.1 %d -\r\n%s\r\n" % (self.status, b"".join(b"%s: %s\r\n" % pair for pair in headers))

    def without(self, *names: bytes) -> "Reply":
        """Return the answer with some headers left out."""
        return replace(self, headers=tuple(pair for pair in self.headers if pair[0] not in names))

    def plus(self, *headers: Header) -> "Reply":
        """Return the answer with further headers."""
        return replace(self, headers=self.headers + headers)


Send: TypeAlias = Callable[[Reply, asyncio.StreamWriter], Awaitable[bool]]
"""Sends an answer with its fault; says whether the connection may be used again."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault.

    Attributes:
        weight: Its share among the faults.
        needs: The answer that it can be done to: one with a ``body``, one with a page as ``html``, or any.
        is_whole: The client gets the whole page in spite of it.
    """

    name: str
    weight: float
    send: Send
    needs: str = ""
    is_whole: bool = False


async def _send(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    writer.write(reply.encode())
    await writer.drain()
    return True


def _break_off(writer: asyncio.StreamWriter) -> None:
    """Close with RST instead of FIN."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def reset(_: Reply, writer: asyncio.StreamWriter) -> bool:
    """Break off before the first byte."""
    _break_off(writer)
    return False


async def _reset_inside(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    await _send_half(reply, writer)
    await asyncio.sleep(0.01)  # what was sent before a reset may be thrown away with it
    _break_off(writer)
    return False


async def _send_half(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    writer.write(reply.head() + reply.body[: len(reply.body) // 2])
    await writer.drain()
    return False


async def _stall(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    await _send_half(reply, writer)
    await asyncio.sleep(20)  # longer than the client's 15 s
    return False


async def _drip(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    data, parts = reply.encode(), 8
    for part in range(parts):
        writer.write(data[len(data) * part // parts : len(data) * (part + 1) // parts])
        await writer.drain()
        await asyncio.sleep(0.2)
    return True


async def _cut_gzip(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    packed = gzip.compress(reply.body, mtime=0)
    return await _send(replace(reply, body=packed[: len(packed) // 2]).plus((b"Content-Encoding", b"gzip")), writer)


def _busy(status: int, retry_after_s: int | None = None) -> Send:
    async def send(_: Reply, writer: asyncio.StreamWriter) -> bool:
        wait = ((b"Retry-After", b"%d" % retry_after_s),) if retry_after_s else ()
        return await _send(Reply(status=status, headers=wait, body=b"later"), writer)

    return send


REDIRECT_LOOP: Final = "redirect loop"
LOOP: Final = {b"/loop/1": b"/loop/2", b"/loop/2": b"/loop/1"}


async def _redirect_loop(_: Reply, writer: asyncio.StreamWriter) -> bool:
    return await _send(Reply(status=302, headers=((b"Location", b"/loop/1"),)), writer)


async def _mangle_html(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    """Tags that are never closed, closed twice or nested wrongly, NULs, a stray byte, attributes that open quotes."""
    body = reply.body.replace(b"</li>", b"").replace(b"</p>", b"</i>").replace(b"<title>", b"<title\0 lang='x>y'>")
    body = body.replace(b"<head>", b"<head><head><!-- a \0 comment -- >-->").replace(
        b"</body>", b"</div></body></span>"
    )
    body = body.replace(b"</html>", b"<!-- \xff never closed")
    return await _send(replace(reply, body=body).without(b"ETag", b"Last-Modified"), writer)


async def _lie_about_charset(reply: Reply, writer: asyncio.StreamWriter) -> bool:
    """UTF-8 called Latin-1, as by a server's default; all else called by a name that does not exist."""
    is_utf8 = any(b"utf-8" in value for name, value in reply.headers if name == b"Content-Type")
    lie = b"text/html; charset=" + (b"iso-8859-1" if is_utf8 else b"x-none")
    return await _send(reply.without(b"Content-Type").plus((b"Content-Type", lie)), writer)


def _add_line(line: bytes) -> Send:
    async def send(reply: Reply, writer: asyncio.StreamWriter) -> bool:
        status, _, rest = reply.encode().partition(b"\r\n")
        writer.write(status + b"\r\n" + line + b"\r\n" + rest)
        await writer.drain()
        return False

    return send


FAULTS: Final[Sequence[Fault]] = (
    Fault("reset", 2, reset),
    Fault("reset in the body", 2, _reset_inside, needs="body"),
    Fault("429, Retry-After 1 s", 2, _busy(429, 1)),
    Fault("503", 2, _busy(503)),
    Fault("slow", 2, _drip, is_whole=True),
    Fault("stalled", 0.3, _stall, needs="body"),
    Fault("cut", 2, _send_half, needs="body"),
    Fault("gzip cut", 1, _cut_gzip, needs="body"),
    Fault("malformed HTML", 2, _mangle_html, needs="html", is_whole=True),
    Fault("malformed header", 1, _add_line(b"Not A Header")),
    Fault("two lengths", 1, _add_line(b"Content-Length: 7"), needs="body"),
    Fault("wrong charset", 1, _lie_about_charset, needs="html", is_whole=True),
    Fault(REDIRECT_LOOP, 1, _redirect_loop),
)
LONG_PAUSE_S: Final = 400
"""Longer than a run waits (300 s): the site is left to a later run."""

LONG_PAUSE: Final = Fault(f"429, Retry-After {LONG_PAUSE_S} s", 0.1, _busy(429, LONG_PAUSE_S))

OUTAGE: Final = Fault("outage", 0, reset)
"""All of a site's answers for some minutes."""


def draw_fault(chance: Random, answer: str, *, may_pause: bool) -> Fault:
    """Return one of the faults that the answer can have; ``answer`` is ``html``, ``body`` or empty, as in ``Fault.needs``."""
    can = {"html": ("", "body", "html"), "body": ("", "body")}.get(answer, ("",))
    faults = [fault for fault in (*FAULTS, *((LONG_PAUSE,) if may_pause else ())) if fault.needs in can]
    return chance.choices(faults, [fault.weight for fault in faults])[0]
