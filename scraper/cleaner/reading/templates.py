"""The content of ``<template>`` elements, which parsers keep apart: browsers show that of a shadow root, scripts that of others."""

import re
from typing import Final

_SHADOW: Final = re.compile(rb"\bshadowroot(?:mode)?\s*=", re.I)
_TAG: Final = re.compile(rb"<(?P<end>/?)template\b(?P<attributes>[^<>]*)>", re.I)


def open_templates(html: str | bytes, *, every: bool = False) -> str | bytes:
    """Return a page whose shadow roots are elements as others, so that their content is read.

    Args:
        html: The page as text, or as bytes in UTF-8.
        every: Whether all templates are opened, as a script might do.

    >>> open_templates(b'<x-a><template shadowrootmode="open"><p>Otters.</p></template></x-a>')
    b'<x-a><div shadowrootmode="open"><p>Otters.</p></div></x-a>'
    """
    has_roots = b"shadowroot" in html if isinstance(html, bytes) else "shadowroot" in html
    if not (every or has_roots):
        return html
    data = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    opened: list[bool] = []

    def open_one(tag: re.Match[bytes]) -> bytes:
        if tag["end"]:
            return b"</div>" if opened and opened.pop() else tag[0]
        opened.append(every or _SHADOW.search(tag["attributes"]) is not None)
        return b"<div" + tag["attributes"] + b">" if opened[-1] else tag[0]

    return _TAG.sub(open_one, data)
