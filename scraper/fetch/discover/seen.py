"""Which pages a site's discovery has met: some 30 bytes each, where a dictionary of addresses takes 160 (2026-11-27)."""

from array import array
from typing import Final, TypeAlias

Mark: TypeAlias = int
"""What was told of a page: that it is not wanted, or its date."""

UNWANTED: Final[Mark] = 0
_UNDATED: Final[Mark] = 1
_DATES: Final = 2**32 - 2
_PARTS: Final = 64
"""Parts grow one by one, so that no other site stands still for long."""

_FIRST_SLOTS: Final = 16


def mark_of(date: str | None) -> Mark:
    """Return the mark of a page that was told with this date."""
    return hash(date) % _DATES + 2 if date else _UNDATED


class SeenPages:
    """Marks of pages by their keys; among 50 million, two have the same 64 bits with a chance of 1 in 15,000."""

    def __init__(self) -> None:
        self._parts = [_Part() for _ in range(_PARTS)]

    def __len__(self) -> int:
        return sum(part.used for part in self._parts)

    def find(self, key: str) -> Mark | None:
        """Return a page's mark; None for one that was not met."""
        number = _number(key)
        return self._parts[number % _PARTS].find(number)

    def enter(self, key: str, mark: Mark) -> None:
        """Note a page that was not met before."""
        number = _number(key)
        self._parts[number % _PARTS].enter(number, mark)


def _number(key: str) -> int:
    return hash(key) & 0xFFFF_FFFF_FFFF_FFFF or 1  # 0 is an empty slot


class _Part:
    """A hash table with open addressing, at most two thirds full."""

    def __init__(self) -> None:
        self.used = 0
        self._numbers = array("Q", bytes(8 * _FIRST_SLOTS))
        self._marks = array("I", bytes(4 * _FIRST_SLOTS))

    def find(self, number: int) -> Mark | None:
        slot = self._slot(number)
        return self._marks[slot] if self._numbers[slot] else None

    def enter(self, number: int, mark: Mark) -> None:
        if 3 * self.used >= 2 * len(self._numbers):
            self._grow()
        slot = self._slot(number)
        self._numbers[slot], self._marks[slot] = number, mark
        self.used += 1

    def _slot(self, number: int) -> int:
        numbers, last = self._numbers, len(self._numbers) - 1
        slot = number // _PARTS & last
        while numbers[slot] and numbers[slot] != number:
            slot = slot + 1 & last
        return slot

    def _grow(self) -> None:
        held = [pair for pair in zip(self._numbers, self._marks, strict=True) if pair[0]]
        self._numbers = array("Q", bytes(16 * len(self._numbers)))
        self._marks = array("I", bytes(8 * len(self._marks)))
        for number, mark in held:
            slot = self._slot(number)
            self._numbers[slot], self._marks[slot] = number, mark
