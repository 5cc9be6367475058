"""Inputs made from others by chance: what libFuzzer does, without its feedback."""

from collections.abc import Sequence
from random import Random
from typing import Final

_MAX_EDITS: Final = 5
_INTERESTING: Final = (
    b"\0",
    b"\xff",
    b"\x7f",
    b"\x80",
    b"<",
    b"\n",
    b"-1",
    b"\xef\xbf\xbf",
    b"\xed\xa0\x80",
    b"0" * 20,
)


def mutate(data: bytes, others: Sequence[bytes], words: Sequence[bytes], chance: Random) -> bytes:
    """Return an input with a few changes: cut, doubled, spliced with another, bytes changed, words put in."""
    for _ in range(chance.randint(1, _MAX_EDITS)):
        start, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
        end = min(end, start + (1 << chance.randint(0, 12)))
        match chance.randrange(6):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + data[start:]
            case 2:
                data = data[:start] + chance.choice(others)[start:]
            case 3:
                data = data[:start] + chance.randbytes(end - start) + data[end:]
            case 4 if start < len(data):
                flipped = data[start] ^ (1 << chance.randrange(8))
                data = data[:start] + bytes([flipped]) + data[start + 1 :]
            case _:
                data = data[:start] + chance.choice(words or _INTERESTING) + data[start:]
    return data
