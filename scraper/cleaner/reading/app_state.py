"""Pages whose text stands only in a script: JSON-LD's article body, or the state that a front-end framework starts from."""

from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.characters import is_as_long
from scraper.json_text import decode_json

# Data islands of Next.js, Gatsby and Nuxt, and any script typed as JSON.
_ISLANDS: Final = 'script#__NEXT_DATA__, script#__NUXT_DATA__, script[type="application/json"]'

# A string this long is text, not a label; the shortest news articles have about so many characters, those in Latin letters.
MIN_CHARS: Final = 400
MAX_DEPTH: Final = 40


def find_script_text(tree: LexborHTMLParser, article_body: str) -> str | None:
    """Return the page's text as HTML when a script holds it.

    Args:
        tree: The parsed page.
        article_body: ``articleBody`` of JSON-LD, or an empty string.

    Returns:
        HTML of the longest text found, or None.
    """
    if is_as_long(article_body, MIN_CHARS):
        return _as_html(article_body)
    longest = ""
    for script in tree.css(_ISLANDS):
        try:
            state = decode_json(script.text())
        except ValueError:
            continue
        longest = max((text for text in _strings(state, 0) if _is_prose(text)), key=len, default="") or longest
    return _as_html(longest) if is_as_long(longest, MIN_CHARS) else None


def _strings(state: Any, depth: int) -> Iterator[str]:
    if isinstance(state, str):
        yield state
    elif depth < MAX_DEPTH:
        values = state.values() if isinstance(state, dict) else state if isinstance(state, list) else ()
        for value in values:
            yield from _strings(value, depth + 1)


def _is_prose(text: str) -> bool:
    """Text or HTML, not a style sheet, script or encoded blob."""
    if not is_as_long(text, MIN_CHARS):
        return False
    start = text[:2000]
    return "{" not in start and (start.count(" ") > len(start) / 15 or not start.isascii())


def _as_html(text: str) -> str:
    if "</p>" in text or "<br" in text or "</div>" in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    paragraphs = (line.strip() for line in escaped.splitlines())
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
