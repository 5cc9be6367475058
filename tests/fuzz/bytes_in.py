"""Checks of what turns bytes into text: content codings, charsets, addresses, the sites file."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import webencodings

from scraper.charset import decode_html
from scraper.coding import BodyDecoder
from scraper.errors import FetchError, UsageError
from scraper.reasons import Reason
from scraper.sites_file import read_sites_file
from scraper.urls import hide_user, host_of, record_id, registrable_domain, site_of, url_key, with_ascii_host

LABELS: Final = (
    *(None, "", "utf-8", "UTF8", "utf-16", "utf-16be", "iso-8859-1", "windows-1252", "shift_jis", "gbk", "gb18030"),
    *("big5", "euc-jp", "euc-kr", "iso-2022-jp", "koi8-r", "windows-1251", "x-user-defined", "replacement", "nonsense"),
    *("utf-7", "ks_c_5601", "cp932", '"utf-8"', "hz-gb-2312", "x-mac-cyrillic"),
)
CODINGS: Final = (
    "gzip",
    "deflate",
    "br",
    "zstd",
    "gzip, br",
    "deflate, gzip",
    "zstd, deflate",
    "utf-8",
    "x, gzip",
    None,
)
_CAP_BYTES: Final = 1_000_000


def take_choice(data: bytes) -> tuple[int, bytes]:
    """Return the last byte, which chooses between variants, and the rest: first bytes are what formats are told by."""
    return (data[-1], data[:-1]) if data else (0, b"")


def check_charset(data: bytes) -> None:
    choice, body = take_choice(data)
    label = LABELS[choice % len(LABELS)]
    decoded = decode_html(body, label)
    decoded.text.encode()
    assert webencodings.lookup(decoded.charset).name == decoded.charset
    assert decoded == decode_html(body, label)


def check_coding(data: bytes) -> None:
    """However an answer is cut into pieces on its way, the same comes out, and never more than the cap."""
    choice, body = take_choice(data)
    label, step = CODINGS[choice % len(CODINGS)], 1 + choice // len(CODINGS)
    whole = _undo(label, body, len(body) or 1)
    parts = _undo(label, body, step)
    if "br" in (label or "") and Reason.UNDECODABLE in (whole, parts):
        return  # the library refuses bytes after the end that come in one piece with it, and nothing tells where the end was
    if label == "zstd" and whole is Reason.UNDECODABLE and isinstance(parts, bytes):
        return  # the library holds a frame's size against its header's only where the frame comes in one piece
    assert whole == parts


def _undo(label: str | None, body: bytes, step: int) -> bytes | Reason:
    try:
        decoder = BodyDecoder(label, _CAP_BYTES, "https://a.test/")
        for start in range(0, len(body), step):
            decoder.feed(body[start : start + step])
        found = decoder.finish()
    except FetchError as exc:
        assert str(exc)  # noqa: PT017  # other exceptions are what is looked for
        return exc.code
    assert len(found) <= _CAP_BYTES
    return found


def check_url(data: bytes) -> None:
    """A key is its own key, and sites, hosts and what is sent agree with it."""
    url = data.decode("utf-8", "surrogateescape")
    hide_user(url)
    try:
        key = url_key(url)
    except ValueError:
        return
    assert url_key(key) == key
    key.encode()
    assert host_of(key) == host_of(url)
    assert site_of(key) == site_of(url)
    assert host_of(with_ascii_host(url)) == host_of(url)
    registrable_domain(url)
    assert len(record_id(key)) == 16


def check_sites_file(data: bytes) -> None:
    path = scratch_folder() / "sites.toml"
    path.write_bytes(data)
    try:
        file = read_sites_file(path)
    except UsageError as exc:
        assert str(path) in str(exc)  # noqa: PT017  # other exceptions are what is looked for
        return
    assert file.sites
    assert all(site_of(site.url) for site in file.sites)
    assert file == read_sites_file(path)


@cache
def scratch_folder() -> Path:
    """Return a folder of this process, in memory where there is such a place; it goes with the process."""
    shared = Path("/dev/shm")
    folder = tempfile.mkdtemp(prefix="fuzz-", dir=shared if shared.is_dir() else None)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
