"""Language tags, to BCP 47."""

import re
from functools import lru_cache
from typing import Final

_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?")


@lru_cache(maxsize=64)
def read_language(value: str | None) -> str | None:
    """Return a language tag with its script and region where given, None for what is no tag.

    >>> read_language("pt_br"), read_language("zh-hant-TW"), read_language("English")
    ('pt-BR', 'zh-Hant-TW', None)
    """
    match = _TAG.fullmatch((value or "").partition(",")[0].strip()[:40])
    if match is None or match[1].lower() in ("und", "mul", "zxx"):
        return None
    parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
    return "-".join(part for part in parts if part)
