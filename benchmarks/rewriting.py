"""Pages with another text: all that a reader or a cleaner takes for language is rewritten, all that is markup stays.

Rewritten are text nodes, the contents of meta tags that hold sentences, and the sentences in JSON of scripts. Tags, classes, ids,
addresses and dates are left as they are, so that a page differs from the original in nothing but its language.
"""

import json
import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any, Final

Rewrite = Callable[[str], str]

_MARKUP: Final = re.compile(
    r"""(?P<script><script\b[^>]*>)(?P<code>.*?)(?=</script|\Z)
    |(?P<unread><!--.*?(?:-->|\Z)|<style\b.*?(?:</style[^>]*>?|\Z))
    |(?P<meta><meta\b(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>)
    |(?P<tag></?[a-zA-Z!?](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>?)
    |(?P<text>[^<]+|<)""",
    re.X | re.S | re.I,
)
_DATA: Final = re.compile(r"""type\s*=\s*["']?application/(?:ld\+)?json|id\s*=\s*["']?__NEXT_DATA__""", re.I)
_SENTENCES: Final = re.compile(
    r"""(?:name|property|itemprop)\s*=\s*["']?(?:[a-z]+:)?(?:title|description|headline|author|keywords|section|tag|site_name)\b""",
    re.I,
)
_CONTENT: Final = re.compile(r"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.I)
# Strings in JSON that are no language: addresses, names of things in one word, dates.
_NO_SENTENCE: Final = re.compile(r"(?:https?:|/|#)\S*|\S*|\d{4}-\d\d-\d\d[T ][\d:.]+ ?\S*")


def rewrite_html(html: str, rewrite: Rewrite) -> str:
    """Return a page whose texts are what ``rewrite`` makes of them."""
    return _MARKUP.sub(lambda match: _rewrite_part(match, rewrite), html)


def _rewrite_part(match: re.Match[str], rewrite: Rewrite) -> str:
    if match["text"]:
        return _rewrite_text(match["text"], rewrite)
    if match["meta"] and _SENTENCES.search(match["meta"]):
        return _CONTENT.sub(lambda m: f"{m[1]}{_rewrite_quoted(m[2], rewrite)}", match["meta"])
    if match["script"] and _DATA.search(match["script"]):
        return f"{match['script']}{_rewrite_json(match['code'], rewrite)}"
    return match[0]


def _rewrite_text(text: str, rewrite: Rewrite) -> str:
    return text if text.isspace() else escape(rewrite(unescape(text)), quote=False)


def _rewrite_quoted(quoted: str, rewrite: Rewrite) -> str:
    return f'"{escape(rewrite(unescape(quoted[1:-1])))}"'


def _rewrite_json(code: str, rewrite: Rewrite) -> str:
    try:
        data = json.loads(code)
    except ValueError:
        return code
    return json.dumps(_rewrite_values(data, rewrite), ensure_ascii=False).replace("</", "<\\/")


def _rewrite_values(data: Any, rewrite: Rewrite) -> Any:
    if isinstance(data, dict):
        return {key: _rewrite_values(value, rewrite) for key, value in data.items()}
    if isinstance(data, list):
        return [_rewrite_values(value, rewrite) for value in data]
    if not isinstance(data, str) or _NO_SENTENCE.fullmatch(data):
        return data
    return rewrite_html(data, rewrite) if "<" in data else rewrite(data)
