"""The content codings of one answer, undone while it arrives: none, however small, makes more memory than the cap.

Measured (FETCH.md): 1,706 bytes of brotli made an HTTP client hold 2.5 to 4 GB when read whole.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from scraper.decoders import CODINGS, MAGIC, STEP_BYTES
from scraper.errors import FetchError, PageError
from scraper.reasons import Reason

MAX_CODINGS: Final = 2

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
        self._magic = MAGIC.get(name)
        self._head = b""
        self._begun = self._is_plain = False
        self._inner = CODINGS[name]()

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
        self._names = [name for name in names if name in CODINGS][::-1]
        self._unknown = [name for name in names if name and name not in CODINGS and name != "identity"]
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
