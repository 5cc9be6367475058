"""The hash of a string. Apart from what it is used for, so that the process that keeps profiles needs no NumPy."""

from hashlib import blake2b


def hash_string(text: str) -> int:
    """Return 64 bits of a string, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")
