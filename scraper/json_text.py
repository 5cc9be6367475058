"""JSON from outside: what is no JSON, in whatever way, is one kind of error."""

import re
from typing import Any, Final

import msgspec

_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_ESCAPE: Final = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.S
)


def decode_json(data: bytes | str) -> Any:
    r"""Return the value of a JSON text; a half of a surrogate pair, as programs leave it that cut texts short, is U+FFFD.

    >>> decode_json(rb'{"a": "cut \ud83d"}') == {"a": "cut \ufffd"}
    True

    Raises:
        ValueError: It is no JSON, no UTF-8, or nested too deep.
    """
    try:
        try:
            return msgspec.json.decode(data)
        except msgspec.DecodeError:
            whole = _without_halves(data.encode("utf-8", "replace") if isinstance(data, str) else data)
            if whole is None:
                raise
            return msgspec.json.decode(whole)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as exc:
        raise ValueError(f"no JSON: {exc}"[:200]) from exc


def _without_halves(data: bytes) -> bytes | None:
    """Return the text with halves replaced; None where it has none."""
    return _ESCAPE.sub(lambda escape: rb"\ufffd" if escape[1] else escape[0], data) if _HALF.search(data) else None
