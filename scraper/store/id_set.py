"""Sets of row numbers that are small enough to hold for every URL of a large sitemap."""


class IdSet:
    """A set of row numbers as one bit each: a million take 125 KB."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> bool:
        """Enter a number, and say whether it was not in before."""
        byte, bit = number >> 3, 1 << (number & 7)
        if byte >= len(self._bits):
            self._bits.extend(bytes(byte + 1 - len(self._bits) + (len(self._bits) >> 3)))
        is_new = not self._bits[byte] & bit
        self._bits[byte] |= bit
        return is_new
