"""JSON as page templates write it: nearly JSON.

Raw line ends in strings, comments and CDATA around it, trailing commas, escaped quotes: such text is repaired and read again.
Where that does not help (quotes inside strings, text cut off), the few fields of an article are picked out one by one. Of the
2,032 scripts of wcxb-dev and the snippet set 39 are no JSON, 22 after repair (2026-11).
"""

import html
import re
from typing import Any, Final

from scraper.json_text import decode_json

_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|(?://\s*)?<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|(?://\s*)?\]\]>)\s*+;?\s*+$"
)
_CONTROL: Final = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA: Final = re.compile(r",\s*([}\]])")
_BAD_ESCAPE: Final = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_BETWEEN_OBJECTS: Final = re.compile(r"}\s*{")

_TYPE: Final = re.compile(r'"@type"\s*:\s*"((?:[A-Za-z]+)?(?:Article|BlogPosting|Report))"')
_FIELD: Final = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|articleBody)"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"'
)
_AUTHOR: Final = re.compile(r'"author"\s*:\s*(?:[\[{][^\]}]{0,400}?"name"\s*:\s*)?"([^"\\]{1,200})"')

# Longer scripts are application state or a dump: the largest JSON-LD of wcxb-dev has 0.5 MB.
MAX_CHARS: Final = 2_000_000


def read_loose_json(text: str) -> Any:
    r"""Return the value of a JSON text, repaired where needed; None where nothing can be made of it.

    >>> read_loose_json('<!-- {"a": "b\n", } -->')
    {'a': 'b '}
    """
    if not text or text.isspace() or len(text) > MAX_CHARS:
        return None
    try:
        return decode_json(text)
    except ValueError:
        pass
    try:
        return decode_json(_repair(text))
    except ValueError:
        return _pick_fields(text)


def _repair(text: str) -> str:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
    text = _CONTROL.sub(" ", text)
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    text = _TRAILING_COMMA.sub(r"\1", _BAD_ESCAPE.sub(r"\\\\", text))
    if text.startswith("{") and _BETWEEN_OBJECTS.search(text):
        text = f"[{_BETWEEN_OBJECTS.sub('},{', text)}]"
    return text.encode("utf-8", "replace").decode()


def _pick_fields(text: str) -> dict[str, Any] | None:
    """Return the fields of the article that a broken text describes, each from its first mention; None where there is none."""
    kind = _TYPE.search(text)
    if kind is None:
        return None
    fields: dict[str, Any] = {"@type": kind[1]}
    for match in _FIELD.finditer(text):
        fields.setdefault(match[1], _CONTROL.sub(" ", match[2]).replace('\\"', '"').replace("\\/", "/"))
    if author := _AUTHOR.search(text):
        fields["author"] = author[1]
    return fields
