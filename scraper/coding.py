"""Content codings undone in bounded steps: no answer, however small, makes more memory than the cap.

Measured (FETCH.md): 1,706 bytes of brotli made an HTTP client hold 2.5 to 4 GB when read whole.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Protocol

from scraper.errors import FetchError, PageError
from scraper.reasons import Reason

STEP_BYTES: Final = 65_536
MAX_CODINGS: Final = 2
_GZIP_MAGIC: Final = b"\x1f\x8b"
_ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"


class _Decoder(Protocol):
    """Takes bytes in, gives at most a step of bytes out."""

    def feed(self, data: bytes) -> Iterator[bytes]: ...

    def is_complete(self) -> bool: ...


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


_CODINGS: Final[dict[str, Callable[[], _Decoder]]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
    "br": _Brotli,
    "zstd": _Zstd,
}
ACCEPT_ENCODING: Final = "gzip, deflate, br, zstd"

# First bytes of each coding, where it has some: a label without them lies.
_MAGIC: Final = {"gzip": _GZIP_MAGIC, "x-gzip": _GZIP_MAGIC, "zstd": _ZSTD_MAGIC}

# So many of the first bytes that are no white space tell whether a label lies, however small the pieces are in which they come.
_TELLING_BYTES: Final = 4

# Bytes that no text has (WHATWG MIME Sniffing, section 3: binary data bytes).
_NO_TEXT: Final = bytes(byte for byte in range(32) if byte not in (9, 10, 12, 13, 27))


class _Labelled:
    """One coding as a label names it, undone where the first bytes do not say that the label lies (fault 12).

    Plain text is taken as it is, also between two codings: a server and the one before it label the same packing twice.
    Brotli has no magic, but starts no markup.
    """

    def __init__(self, name: str) -> None:
        self._magic = _MAGIC.get(name)
        self._head = b""
        self._begun = self._is_plain = False
        self._inner = _CODINGS[name]()

    def feed(self, data: bytes) -> Iterator[bytes]:
        if not self._begun:
            data = self._head = self._head + data
            if len(data.lstrip()) < _TELLING_BYTES and len(data) < STEP_BYTES:
                return
        yield from self._give(data)

    def flush(self) -> Iterator[bytes]:
        """Yield what the first bytes are when no more come."""
        if self._head:
            yield from self._give(self._head)

    def is_complete(self) -> bool:
        return not self._begun or self._is_plain or self._inner.is_complete()

    def _give(self, data: bytes) -> Iterator[bytes]:
        if not self._begun:
            self._head, self._begun, self._is_plain = b"", True, self._lies(data)
        if self._is_plain:
            yield data
        else:
            yield from self._inner.feed(data)

    def _lies(self, head: bytes) -> bool:
        if self._magic:
            return not head.startswith(self._magic[: len(head)])
        return head.lstrip()[:1] in (b"<", b"{") or head.startswith(b"\xef\xbb\xbf")


class BodyDecoder:
    """Undoes the content codings of one answer while it arrives.

    Args:
        label: The Content-Encoding header. What is no coding ("utf-8", "none") is ignored as browsers do, unless the body is no
            text then.
        max_bytes: Cap on the decoded size.
        url: For errors.
        is_cut: A body over the cap is cut there instead of refused.
        error: What is raised.
    """

    def __init__(
        self,
        label: str | None,
        max_bytes: int,
        url: str,
        *,
        is_cut: bool = False,
        error: type[PageError] = FetchError,
    ) -> None:
        names = [name.strip().lower() for name in (label or "").split(",")]
        self._names = [name for name in names if name in _CODINGS][::-1]
        self._unknown = [name for name in names if name and name not in _CODINGS and name != "identity"]
        self._url = url
        self._max = max_bytes
        self._is_cut = is_cut
        self._error_type = error
        self._chain = [_Labelled(name) for name in self._names]
        self._parts: list[bytes] = []
        self._size = 0
        if len(self._names) > MAX_CODINGS:
            raise self._error(f"{len(self._names)} content codings", Reason.UNDECODABLE)

    @property
    def is_full(self) -> bool:
        """Whether the cap is reached."""
        return self._size >= self._max

    def feed(self, data: bytes) -> None:
        """Take bytes off the wire.

        Raises:
            PageError: Over the cap (``too_large``), or no valid coding (``undecodable``).
        """
        self._take(self._decode(data, 0))

    def _take(self, parts: Iterable[bytes]) -> None:
        try:
            for part in parts:
                self._size += len(part)
                self._parts.append(part)
                if self._size > self._max:
                    if self._is_cut:
                        return
                    raise self._error(f"body over {self._max / 1e6:g} MB after decompression", Reason.TOO_LARGE)
        except PageError:
            raise
        except Exception as error:  # each coding's library raises its own kind of error for bad bytes
            raise self._error(f"bad {'+'.join(self._names)} data: {error}", Reason.UNDECODABLE) from error

    def taken(self) -> bytes:
        """Return what has come so far, up to the cap."""
        body = b"".join(self._parts)
        self._parts = []
        return body[: self._max]

    def finish(self) -> bytes:
        """Return the whole body.

        Raises:
            PageError: As ``feed``; the coding is not at its end (``truncated``), or not known and hides no text (``undecodable``).
        """
        self._take(self._flush())
        if not all(decoder.is_complete() for decoder in self._chain):
            raise self._error(f"{'+'.join(self._names)} data cut off after {self._size} bytes", Reason.TRUNCATED)
        body = self.taken()
        if self._unknown and body[:1024].translate(None, _NO_TEXT) != body[:1024]:
            raise self._error(f"content coding {self._unknown[0][:40]!r}", Reason.UNDECODABLE)
        return body

    def _decode(self, data: bytes, level: int) -> Iterator[bytes]:
        if level == len(self._chain):
            yield data
            return
        for part in self._chain[level].feed(data):
            if part:
                yield from self._decode(part, level + 1)

    def _flush(self) -> Iterator[bytes]:
        for level, decoder in enumerate(self._chain):
            for part in decoder.flush():
                yield from self._decode(part, level + 1)

    def _error(self, message: str, code: Reason) -> PageError:
        return self._error_type(message, url=self._url, code=code)
