"""What a publisher says of a page's use: X-Robots-Tag, the robots meta element, and TDMRep's reservation."""

from collections.abc import Iterable
from typing import Final

# Directives that carry a value behind a colon; any other word before a colon names the robot that is meant
# (Google Search Central, "Robots meta tag, data-nosnippet, and X-Robots-Tag specifications").
_VALUED: Final = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})
_MAX_DIRECTIVES: Final = 50


def robots_directives(header: str | None, metas: Iterable[str]) -> tuple[str, ...]:
    """Return the directives of the header and of the robots meta elements, lower case, each once.

    >>> robots_directives("noindex, otherbot: nofollow, noarchive, max-snippet:-1", ["NOINDEX,follow"])
    ('noindex', 'otherbot: nofollow', 'otherbot: noarchive', 'otherbot: max-snippet:-1', 'follow')

    Args:
        header: X-Robots-Tag, several joined by commas. A robot's name counts up to the next one.
        metas: Contents of the meta elements, which are for all robots.
    """
    found = dict.fromkeys(_read_header(header or ""))
    for content in metas:
        found.update(dict.fromkeys(_words(content)))
    return tuple(found)[:_MAX_DIRECTIVES]


def _read_header(header: str) -> Iterable[str]:
    robot = ""
    for word in _words(header):
        name, colon, rest = (part.strip() for part in word.partition(":"))
        if colon and name not in _VALUED:
            robot, word = f"{name}: ", rest  # noqa: PLW2901 - the rest of the word is the directive
        if word:
            yield robot + word


def _words(text: str) -> list[str]:
    return [word for part in text.lower().split(",") if (word := " ".join(part.split()))]


def tdm_reservation(*said: str | None) -> bool | None:
    """Return whether mining is reserved, from the first that says so (TDM Reservation Protocol, section 5: header before meta).

    >>> tdm_reservation(None, "1"), tdm_reservation("0", "1"), tdm_reservation("yes")
    (True, False, None)
    """
    return next((word.strip() == "1" for word in said if word and word.strip() in ("0", "1")), None)
