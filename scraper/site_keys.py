"""What a site is: which pages share a profile. The host by default; multi-tenant hosts need another answer."""

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from scraper.errors import UsageError
from scraper.patterns import find
from scraper.urls import registrable_domain, site_of

SiteKey: TypeAlias = Callable[[str], str]
"""Gives what tells a URL's site from others, or raises ``ValueError`` for what is no URL."""

HOST: Final = "host"


def _domain(url: str) -> str:
    site = site_of(url)
    return registrable_domain(url) or site


def _first_segment(url: str) -> str:
    """The host and the first folder: ``example.org/~ann``. A page at the root belongs to the host."""
    folder, slash, _ = urlsplit(url).path.lstrip("/").partition("/")
    return f"{site_of(url)}/{folder}" if slash and folder else site_of(url)


SITE_KEYS: Final[Mapping[str, SiteKey]] = {HOST: site_of, "domain": _domain, "path": _first_segment}


def make_site_key(name: str) -> SiteKey:
    """Return what tells sites apart.

    >>> make_site_key("path")("https://blogs.example.org/ann/2026/a-story")
    'blogs.example.org/ann'
    >>> make_site_key("/web/[0-9]+/https?://([^/]+)")("https://archive.example.org/web/2026/http://a.example/x")
    'archive.example.org a.example'

    Args:
        name: ``host``, ``domain`` (all hosts of the domain that its owner registered), ``path`` (the host and the first folder
            of the path), or a regular expression: the site is the host and what its groups hold, the host where it does not match.

    Raises:
        UsageError: The name is none of these.
    """
    if name in SITE_KEYS:
        return SITE_KEYS[name]
    try:
        pattern = re.compile(name)
    except (re.error, OverflowError, RecursionError) as exc:
        raise UsageError(
            f"--site-key {name!r}: neither a regular expression ({exc}) nor one of {', '.join(SITE_KEYS)}"
        ) from exc
    if not pattern.groups:
        raise UsageError(
            f"--site-key {name!r}: put what names the site into parentheses, or use {', '.join(SITE_KEYS)}"
        )

    def key(url: str) -> str:
        match = find(pattern, url)
        return " ".join((site_of(url), *filter(None, match.groups() if match else ())))

    return key
