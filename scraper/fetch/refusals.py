"""What a page that comes with an error status is: a paywall by its status, a challenge by the marks of those who set it.

The cleaner tells classes by words, of pages with status 200. Marks need no language, and a challenge passes where a 403 is final.
"""

import re
from typing import Final

from scraper.fetch.client import Answer
from scraper.reasons import PageClass

_PAYWALLS: Final = frozenset({401, 402, 451})
"""FETCH.md, Soft errors."""

# Cloudflare, AWS WAF and Vercel name their challenges in a header (their documentation, 2026-11-27).
_HEADERS: Final = (
    ("cf-mitigated", re.compile("challenge", re.I)),
    ("x-amzn-waf-action", re.compile("challenge|captcha", re.I)),
    ("x-vercel-mitigated", re.compile("challenge", re.I)),
)
# Scripts and forms of Cloudflare, DataDome, Imperva, HUMAN and Akamai.
_MARKS: Final = re.compile(
    rb"/cdn-cgi/challenge-platform/|__cf_chl_|<title>just a moment|captcha-delivery\.com|_incapsula_resource|px-captcha"
    rb"|sec-if-cpt-container",
    re.I,
)


def class_of_refusal(answer: Answer) -> PageClass | None:
    """Return what a page with an error status is, or None where neither status nor marks tell."""
    if any(mark.search(answer.headers.get(name, "")) for name, mark in _HEADERS) or _MARKS.search(answer.body):
        return PageClass.CHALLENGE
    return PageClass.PAYWALL if answer.status in _PAYWALLS else None
