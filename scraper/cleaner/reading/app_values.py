"""What a page's scripts start from: the data in its scripts and in the attributes of its elements."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from scraper.json_text import decode_json

# Data islands of Next.js, Gatsby and Nuxt, and any script typed as JSON.
_ISLANDS: Final = 'script#__NEXT_DATA__, script#__NUXT_DATA__, script[type="application/json"]'
_RUN: Final = "script:not([src]):not([type*=json])"
# Where frameworks write what a component starts from: react-rails, Inertia, Astro, React on Rails, Vue.
_PROPS: Final = ("data-react-props", "data-page", "props", "data-props", "data-state", "data-initial-state")
_PROPS_SELECTOR: Final = ", ".join(f"[{name}]" for name in _PROPS)

# The shortest literal of a script that is looked at: shorter ones are no text and hold none.
LITERAL_CHARS: Final = 400
# Assigned data that a script may have, and how deep a literal may hold another: frameworks write one or two.
MAX_ASSIGNED: Final = 100
MAX_WRAPPED: Final = 3
_ASSIGNED: Final = re.compile(r"=\s*(?=(?:\{\s*\"|\[\s*[\[{\"]))")
# None begins with an escaped quote: each of them in one without end would be tried to the end of its line.
_LITERAL: Final = re.compile(
    rf'(?<!\\)(?:"(?>(?:[^"\\\n]|\\.){{{LITERAL_CHARS},}})"|\'(?>(?:[^\'\\\n]|\\.){{{LITERAL_CHARS},}})\')'
)
_QUOTED: Final = re.compile(r"\\.|\"", re.S)
_DECODER: Final = json.JSONDecoder()


def read_islands(tree: LexborHTMLParser) -> Iterator[Any]:
    """Yield the values of scripts that are data."""
    for script in tree.css(_ISLANDS):
        yield from _unwrap(script.text())


def read_assigned(tree: LexborHTMLParser) -> Iterator[Any]:
    """Yield the values that scripts assign, that stand in attributes, and last the long literals of scripts."""
    scripts = [script.text() for script in tree.css(_RUN)]
    for script in scripts:
        yield from _assigned(script)
    for node in tree.css(_PROPS_SELECTOR):
        for name in _PROPS:
            yield from _unwrap(node.attributes.get(name) or "")
    for script in scripts:
        for literal in _LITERAL.finditer(script):
            yield from _unwrap(_text_of(literal[0]))


def _assigned(script: str) -> Iterator[Any]:
    place = 0
    for _ in range(MAX_ASSIGNED):
        found = _ASSIGNED.search(script, place)
        if found is None:
            return
        try:
            value, place = _DECODER.raw_decode(script, found.end())
        except (ValueError, RecursionError):
            place = found.end()
        else:
            yield value


def _unwrap(text: str) -> Iterator[Any]:
    """Yield the value that a text is as JSON, written as JSON once more or for an address; a text that is none as it is."""
    value: Any = text
    for _ in range(MAX_WRAPPED):
        if not isinstance(value, str) or len(value) < LITERAL_CHARS:
            return
        data = unquote(value) if value.startswith(("%7B", "%5B", "%22")) else value
        try:
            value = decode_json(data)
        except ValueError:
            yield data
            return
        if not isinstance(value, str):
            yield value


def _text_of(literal: str) -> str:
    """Return what a script's literal says; empty where it is not read as JSON reads one."""
    if literal[0] == "'":
        inner = _QUOTED.sub(lambda mark: {"\\'": "'", '"': '\\"'}.get(mark[0], mark[0]), literal[1:-1])
        literal = f'"{inner}"'
    try:
        return str(decode_json(literal))
    except ValueError:
        return ""
