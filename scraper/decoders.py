"""Content codings, each undone in bounded steps: however much a piece of packed bytes holds, no step gives more than its share."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Protocol

STEP_BYTES: Final = 65_536
_GZIP_MAGIC: Final = b"\x1f\x8b"
_ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"


class Decoder(Protocol):
    """Takes bytes in, gives at most a step of bytes out."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what further packed bytes hold."""
        ...

    def is_complete(self) -> bool:
        """Whether the packed bytes have come to their end."""
        ...


def _inflate(inner: Any, data: bytes) -> Iterator[bytes]:
    while True:
        out = inner.decompress(data, STEP_BYTES)
        yield out
        data = inner.unconsumed_tail
        # A full step may leave output inside zlib although all input is taken.
        if inner.eof or (not data and len(out) < STEP_BYTES):
            return


class _NextPart:
    """Waits after the end of a packed part for a further one; other bytes are padding, ignored as browsers do."""

    def __init__(self, magic: bytes) -> None:
        self._magic = magic
        self._held = b""
        self._is_padding = False

    def begin(self, data: bytes) -> bytes:
        """Return the further part's first bytes; none while they are padding, or too few to tell."""
        data, self._held = self._held + data, b""
        self._is_padding = self._is_padding or not data.startswith(self._magic[: len(data)])
        if self._is_padding:
            return b""
        if len(data) < len(self._magic):
            self._held, data = data, b""
        return data


class _Gzip:
    """gzip, also several members in a row."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._next = _NextPart(_GZIP_MAGIC)

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inner.eof:
                if not (data := self._next.begin(data)):
                    return
                self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield from _inflate(self._inner, data)
            data = self._inner.unused_data

    def is_complete(self) -> bool:
        return self._inner.eof


class _Deflate:
    """HTTP's deflate has a header of zlib (RFC 9110, section 8.4.1.2); many servers leave it out."""

    def __init__(self) -> None:
        self._head = b""
        self._inner: Any = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._inner is None:
            data = self._head = self._head + data
            if len(data) < 2:
                return
            has_header = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._inner = zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
        if not self._inner.eof:
            yield from _inflate(self._inner, data)

    def is_complete(self) -> bool:
        return self._inner is not None and bool(self._inner.eof)


class _Brotli:
    """Brotli; what stands after its end is ignored, as browsers do.

    The library refuses such bytes where they come in one piece with the end, and what that piece held is gone with the error
    (brotli 1.2): all is undone once more, and that piece byte by byte.
    """

    def __init__(self) -> None:
        import brotli

        self._new: Callable[[], Any] = brotli.Decompressor
        self._error: type[Exception] = brotli.error
        self._inner = self._new()
        self._packed: list[bytes] = []
        self._given = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        # Small pieces: the one that fails is undone byte by byte.
        for place in range(0, len(data), STEP_BYTES):
            if self._inner.is_finished():
                self._packed = []
                return
            self._packed.append(data[place : place + STEP_BYTES])
            try:
                for out in self._process(self._packed[-1]):
                    self._given += len(out)
                    yield out
            except self._error:
                yield from self._redo()

    def is_complete(self) -> bool:
        return bool(self._inner.is_finished())

    def _process(self, data: bytes) -> Iterator[bytes]:
        # Not until can_accept_more_data(): that is True while output still waits inside (brotli 1.2).
        while not self._inner.is_finished():
            out = self._inner.process(data, output_buffer_limit=STEP_BYTES)
            if not out and not data:
                return
            yield out
            data = b""

    def _redo(self) -> Iterator[bytes]:
        """Yield what has not been given yet; what is broken and not only followed by other bytes fails again."""
        *before, last = self._packed
        self._inner, given = self._new(), self._given
        for piece in (*before, *(last[place : place + 1] for place in range(len(last)))):
            for out in self._process(piece):
                yield out[given:]
                given = max(0, given - len(out))


class _Zstd:
    def __init__(self) -> None:
        from scraper.zstd import ZstdDecompressor

        self._new: Callable[[], Any] = ZstdDecompressor
        self._inner = self._new()
        self._next = _NextPart(_ZSTD_MAGIC)

    def feed(self, data: bytes) -> Iterator[bytes]:
        while True:
            if self._inner.eof:
                if not (data := self._next.begin(data)):
                    return
                self._inner = self._new()
            yield self._inner.decompress(data, max_length=STEP_BYTES)
            data = self._inner.unused_data if self._inner.eof else b""
            if not data and (self._inner.eof or self._inner.needs_input):
                return

    def is_complete(self) -> bool:
        return bool(self._inner.eof)


CODINGS: Final[Mapping[str, Callable[[], Decoder]]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
    "br": _Brotli,
    "zstd": _Zstd,
}
"""What undoes each coding, by the label of HTTP."""

ACCEPT_ENCODING: Final = "gzip, deflate, br, zstd"

# First bytes of each coding, where it has some: a label without them lies.
MAGIC: Final = {"gzip": _GZIP_MAGIC, "x-gzip": _GZIP_MAGIC, "zstd": _ZSTD_MAGIC}
