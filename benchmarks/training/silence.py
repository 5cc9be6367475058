"""A labelled page whose head says nothing of it, as before 2010 and in small content systems; those of the sets say much."""

import re
from typing import Final

_STATED: Final = re.compile(
    r"<meta\b[^>]*?\b(?:property|name|itemprop)=\"(?:og|article|twitter|dc|dcterms|parsely|sailthru|fb|al):?[^>]*>"
    r"|<script\b[^>]*?\bapplication/ld\+json\b.*?</script>",
    re.S | re.I,
)
_MICRODATA: Final = re.compile(r'\sitem(?:type|scope|prop)(?:="[^"]*")?')


def silence_head(html: str) -> str:
    """Return a page without Open Graph, JSON-LD, microdata and their like; its title and description stay.

    Args:
        html: As lexbor writes it out: attributes in double quotes.
    """
    return _MICRODATA.sub("", _STATED.sub("", html))
