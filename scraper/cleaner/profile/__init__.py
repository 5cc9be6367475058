"""The site profile: what repeats over a site's pages, and where its content lives."""

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
