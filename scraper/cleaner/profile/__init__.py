"""The site profile: what repeats over a site's pages, and where its content lives.

Names are loaded when first used: the process that learns and keeps profiles needs no NumPy.
"""

from typing import TYPE_CHECKING, Final

from scraper.lazy import load_later

if TYPE_CHECKING:
    from scraper.cleaner.profile.codec import read_bytes, to_bytes
    from scraper.cleaner.profile.evidence import Evidence, profile_evidence
    from scraper.cleaner.profile.fingerprints import BlockHashes, fingerprint_page, hash_blocks, hash_lines
    from scraper.cleaner.profile.known import KnownSite, read_profile
    from scraper.cleaner.profile.learn import DUMP_OLDER, DUMP_PAGES, MAX_PAGES, learn_profile, merge_profiles
    from scraper.cleaner.profile.template import (
        SiteView,
        apply_profile,
        count_removals,
        is_biography,
        is_of_others,
        is_template_line,
    )

__all__ = [
    "DUMP_OLDER",
    "DUMP_PAGES",
    "MAX_PAGES",
    "BlockHashes",
    "Evidence",
    "KnownSite",
    "SiteView",
    "apply_profile",
    "count_removals",
    "fingerprint_page",
    "hash_blocks",
    "hash_lines",
    "is_biography",
    "is_of_others",
    "is_template_line",
    "learn_profile",
    "merge_profiles",
    "profile_evidence",
    "read_bytes",
    "read_profile",
    "to_bytes",
]

_HOMES: Final = {
    "codec": ("read_bytes", "to_bytes"),
    "evidence": ("Evidence", "profile_evidence"),
    "fingerprints": ("BlockHashes", "fingerprint_page", "hash_blocks", "hash_lines"),
    "known": ("KnownSite", "read_profile"),
    "learn": ("DUMP_OLDER", "DUMP_PAGES", "MAX_PAGES", "learn_profile", "merge_profiles"),
    "template": (
        "SiteView",
        "apply_profile",
        "count_removals",
        "is_biography",
        "is_of_others",
        "is_template_line",
    ),
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = load_later(__name__, _HOMES)
