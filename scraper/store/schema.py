"""The tables, as a list of steps: ``user_version`` counts the steps that a file has had.

A step is never edited once released; a change is one more step.
"""

from dataclasses import dataclass
from typing import Final

APPLICATION_ID: Final = 0x53435250
"""Marks the file as this package's ("SCRP"), so that another program's database is never written to."""

_FIRST: Final = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    ended_well INTEGER,
    settings TEXT NOT NULL,
    summary TEXT
);
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    record BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE rhythms (
    site TEXT PRIMARY KEY,
    last_new_at TEXT NOT NULL,
    gaps INTEGER NOT NULL DEFAULT 0,
    usual_gap_s REAL
) WITHOUT ROWID;
CREATE TABLE sources (
    url TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    filters TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    seen_at TEXT NOT NULL,
    last_new_at TEXT
) WITHOUT ROWID;
CREATE TABLE urls (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    site TEXT NOT NULL,
    found_in TEXT,
    hint_date TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    asked_run INTEGER NOT NULL,
    lease_run INTEGER,
    last_run INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    next_at TEXT,
    fetched_at TEXT,
    outcome TEXT,
    reason TEXT,
    detail TEXT,
    status INTEGER,
    attempts INTEGER,
    page_class TEXT,
    final_url TEXT,
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    record_id TEXT
);
CREATE INDEX urls_waiting ON urls (site, hint_date DESC, id) WHERE state = 'pending';
CREATE INDEX urls_leased ON urls (lease_run) WHERE state = 'leased';
CREATE INDEX urls_failed ON urls (site, next_at) WHERE state = 'failed';
CREATE TABLE aliases (
    key TEXT PRIMARY KEY,
    url_id INTEGER NOT NULL REFERENCES urls (id)
) WITHOUT ROWID;
CREATE TABLE records (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    url_id INTEGER NOT NULL REFERENCES urls (id),
    run INTEGER NOT NULL,
    text_hash TEXT NOT NULL,
    article BLOB NOT NULL,
    UNIQUE (id, version)
);
CREATE TABLE outputs (
    path TEXT PRIMARY KEY,
    committed_seq INTEGER NOT NULL,
    committed_bytes INTEGER NOT NULL,
    crc32 INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) WITHOUT ROWID;
"""

_OUTPUT_MODES_AND_SKETCHES: Final = """
ALTER TABLE outputs ADD COLUMN mode TEXT NOT NULL DEFAULT 'append';
ALTER TABLE outputs ADD COLUMN records INTEGER NOT NULL DEFAULT 0;
CREATE TABLE sketches (
    seq INTEGER PRIMARY KEY REFERENCES records (seq),
    original TEXT NOT NULL,
    sketch BLOB NOT NULL
);
CREATE TABLE sketch_hashes (
    hash INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (hash, seq)
) WITHOUT ROWID;
"""

_PROFILES: Final = """
CREATE TABLE profiles (
    site TEXT PRIMARY KEY,
    profile BLOB NOT NULL
) WITHOUT ROWID;
"""

_SAME_TEXTS_AND_SHARED_CANONICALS: Final = """
CREATE INDEX records_text ON records (text_hash);
CREATE TABLE shared_canonicals (
    id TEXT NOT NULL,
    url_id INTEGER NOT NULL REFERENCES urls (id),
    PRIMARY KEY (id, url_id)
) WITHOUT ROWID;
"""

# What the run report shows: of the last answer that was read, and of each record.
_ANSWERS_AND_WORDS: Final = """
ALTER TABLE urls ADD COLUMN response_ms INTEGER;
ALTER TABLE urls ADD COLUMN wire_bytes INTEGER;
ALTER TABLE urls ADD COLUMN body_bytes INTEGER;
ALTER TABLE records ADD COLUMN words INTEGER;
ALTER TABLE records ADD COLUMN removed_words INTEGER;
"""

_DUMPS: Final = """
CREATE TABLE dumps (
    key TEXT PRIMARY KEY,
    after TEXT,
    is_learned INTEGER NOT NULL
) WITHOUT ROWID;
"""

_MERGED: Final = """
CREATE TABLE merged (
    source TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    run INTEGER NOT NULL
) WITHOUT ROWID;
"""

_FAILED_SOURCES: Final = """
CREATE TABLE failed_sources (
    key TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    site TEXT NOT NULL,
    failed_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    status INTEGER,
    attempts INTEGER NOT NULL
) WITHOUT ROWID;
"""

_DUMPS_BEGUN: Final = """
ALTER TABLE dumps ADD COLUMN began_at REAL;
"""

# In how many runs in a row a source was not there.
_MISSED_SOURCES: Final = """
ALTER TABLE sources ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
"""

# Archived pages are found by where redirects ended.
_REDIRECTED: Final = """
CREATE INDEX urls_redirected ON urls (final_url) WHERE final_url != url;
"""

_VISITS: Final = """
CREATE TABLE visits (
    turn INTEGER PRIMARY KEY,
    site TEXT NOT NULL UNIQUE
);
"""

# Articles that were left out for their date are found again when an earlier one is asked for.
_TOO_OLD: Final = """
ALTER TABLE urls ADD COLUMN own_date TEXT;
CREATE INDEX urls_too_old ON urls (site, own_date) WHERE reason = 'too_old';
"""

# Validators of a source are those of where redirects ended.
_REDIRECTED_SOURCES: Final = """
ALTER TABLE sources ADD COLUMN final_url TEXT;
"""

# Outputs below the state's own folder are known by their paths from there.
_OUTPUTS_BELOW: Final = """
UPDATE OR REPLACE outputs SET path = substr(path, 1 + length(folder))
FROM (SELECT rtrim(file, replace(file, '/', '')) AS folder FROM pragma_database_list WHERE name = 'main')
WHERE substr(path, 1, length(folder)) = folder;
"""

MIGRATIONS: Final = (
    _FIRST,
    _OUTPUT_MODES_AND_SKETCHES,
    _PROFILES,
    _SAME_TEXTS_AND_SHARED_CANONICALS,
    _ANSWERS_AND_WORDS,
    _DUMPS,
    _MERGED,
    _FAILED_SOURCES,
    _DUMPS_BEGUN,
    _MISSED_SOURCES,
    _REDIRECTED,
    _VISITS,
    _TOO_OLD,
    _REDIRECTED_SOURCES,
    _OUTPUTS_BELOW,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """What a kind of database file holds.

    Attributes:
        application_id: Marks the file as of this kind.
        migrations: The steps that a file has had, by its ``user_version``.
        is_shared: Whether processes of several machines write it: then it never keeps a write-ahead log.
    """

    application_id: int
    migrations: tuple[str, ...]
    is_shared: bool = False


STATE: Final = Schema(application_id=APPLICATION_ID, migrations=MIGRATIONS)
