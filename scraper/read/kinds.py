"""What a file is, told by its first bytes; a name decides only between kinds that look alike."""

import re
import zlib
from collections.abc import Callable, Mapping, Set
from contextlib import suppress
from enum import StrEnum
from pathlib import PurePath
from typing import Any, Final

from scraper.magic import binary_kind
from scraper.read.mail_head import count_head, is_mailbox, is_page_mail
from scraper.read.utf16 import as_utf8
from scraper.read.zstd_frames import DICTIONARY, is_zstd, pass_skippable
from scraper.zstd import ZstdDecompressor

HEAD_BYTES: Final = 4096
"""How much of a file is looked at: mail headers before an MHTML page's first part take up to 2 kB, browsers look at 1,445 bytes of
a page (WHATWG MIME Sniffing, 5.2)."""

_ZSTD_HEAD_BYTES: Final = 131_072 + HEAD_BYTES
"""Of a Zstandard block nothing comes out before all of it is there: up to 128 kB, and headers (RFC 8878, 3.1.1.2.4)."""

HTML_COLUMNS: Final = ("html", "raw_html", "html_content", "page_html", "content_html", "body_html", "page_source")
"""Names of a table's column that holds pages; any other name must be given."""

_GZIP_WINDOW: Final = 31  # zlib's sign for "a gzip header, and the largest window" (zlib.h, inflateInit2)
_UNPACKED_HEAD: Final = 1024
_TAG: Final = re.compile(
    rb"<(?:!doctype\s+html|!--|html|head|body|title|meta|link|script|style|article|main|section|header|nav|div|table|p|h[1-6]|a)"
    rb"[\s>/-]",
    re.IGNORECASE,
)
_ROOT: Final = re.compile(rb"<(?:!doctype\s+)?html\b", re.I)
_HTML_NAMES: Final = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"})
_BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
_OBJECTS: Final = re.compile(rb'(?:\[\s*)?\{\s*"[^"\\]*"\s*:')
_JSON_NAMES: Final = frozenset({".json", ".jsonl", ".ndjson"})
_CSV_NAMES: Final = frozenset({".csv", ".tsv"})
_PACKED_NAMES: Final = (".gz", ".bz2", ".xz", ".zst")
_TEXT_NAMES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".rst"})
_MAIL_NAMES: Final = frozenset({".mhtml", ".mht", ".eml"})
# A page in quotes may begin with empty lines. What stands alone before the mark on its line is an indented tag of a page.
_PAGE_CELL: Final = re.compile(rb'[^\s,;][ ]*[,;\t]+(?:[ ]*"\s*|[ ]*)<(?:!doctype\s+html|html|head|body)\b', re.I)
_CELLS: Final = re.compile(rb"[,;\t]")
_SELF_EXTRACTING: Final = re.compile(rb"<html[^>]*\bdata-sfz\b")

# Where browsers put a saved page's images and scripts ("page_files", in Firefox's and Chrome's English and German).
_ATTACHMENT_FOLDERS: Final = ("_files", "-Dateien")
_PROGRAM_FOLDERS: Final = frozenset({"hts-cache", "__MACOSX"})
# What browsers and mirrors keep beside pages, and what no name ending tells from text.
_ATTACHMENTS: Final = frozenset(
    ".css .js .mjs .map .webmanifest .xml .rss .atom .svg .png .jpg .jpeg .gif .webp .avif .ico .bmp .woff .woff2 .ttf .eot"
    " .otf .mp3 .mp4 .webm .ogg .wav .pdf .swf .wasm .log".split()
)
_MACHINE_FILES: Final = frozenset(
    {"robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt", "hts-log.txt"}
)


class Kind(StrEnum):
    """A kind of file that has a reader."""

    HTML = "html"
    TEXT = "text"
    SELF_EXTRACTING = "self-extracting page"
    MHTML = "mhtml"
    JSON_LINES = "json lines"
    JSON = "json"
    CSV = "csv"
    WARC = "warc"
    ARC = "arc"
    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"


_PACKED: Final[Mapping[bytes, Kind]] = {
    b"\x1f\x8b": Kind.GZIP,
    b"BZh": Kind.BZIP2,
    b"\xfd7zXZ": Kind.XZ,
}
# Archives of records that may be packed record by record, which their readers unpack, and how to look into them.
_BY_RECORD: Final[Mapping[Kind, tuple[Set[Kind], Callable[[], Any]]]] = {
    Kind.GZIP: (frozenset({Kind.WARC, Kind.ARC}), lambda: zlib.decompressobj(_GZIP_WINDOW)),
    Kind.ZSTD: (frozenset({Kind.WARC}), ZstdDecompressor),
}


def count_telling(head: bytes) -> int:
    """Return how many of a file's first bytes tell its kind, by the first ``HEAD_BYTES`` of them."""
    return _ZSTD_HEAD_BYTES if is_zstd(head) else max(HEAD_BYTES, count_head(head))


def tell_kind(head: bytes, name: str, html_column: str | None = None) -> Kind | str:
    """Return the kind of a file, or what else it is, for a person.

    >>> tell_kind(b"<!DOCTYPE html><html>", "page.txt")
    <Kind.HTML: 'html'>
    >>> tell_kind(b"A plain line.", "page.txt")
    <Kind.TEXT: 'text'>
    >>> tell_kind(b"%PDF-1.7", "page.html")
    'PDF'
    >>> tell_kind(b"WARC/1.1", "crawl")
    <Kind.WARC: 'warc'>
    """
    for told in (_tell_packed(head), _tell_archive(head)):
        if told:
            return told
    binary = binary_kind(head)
    if binary:
        return binary
    return _tell_mail(head) or _tell_table(head, name, html_column) or _tell_page(head, name)


def is_left_out(part: str) -> bool:
    """Whether a file or folder of this name is nobody's page: hidden, a browser's attachments, a program's own files."""
    is_hidden = part.startswith(".") and part not in (".", "..")
    return is_hidden or part.endswith(_ATTACHMENT_FOLDERS) or part in _PROGRAM_FOLDERS


def is_attachment(name: str) -> bool:
    """Whether a name is that of something kept beside pages: no outcome is due for a picture or a style sheet."""
    path = PurePath(name.partition("?")[0])
    return path.suffix.lower() in _ATTACHMENTS or path.name.lower() in _MACHINE_FILES


def _tell_packed(head: bytes) -> Kind | None:
    if head.startswith(DICTIONARY):
        return Kind.WARC
    kind = Kind.ZSTD if is_zstd(head) else next((_PACKED[magic] for magic in _PACKED if head.startswith(magic)), None)
    if kind is None:
        return _tell_records(head)
    if kind not in _BY_RECORD:
        return kind
    archives, make_decoder = _BY_RECORD[kind]
    inside = b""
    with suppress(Exception):  # whatever a decoder says to what is cut here, or is none of its own
        inside = make_decoder().decompress(pass_skippable(head), _UNPACKED_HEAD)
    records = _tell_records(inside)
    return records if records in archives else kind


def _tell_records(head: bytes) -> Kind | None:
    if head.lstrip(b"\r\n").startswith(b"WARC/"):  # what ends a record begins a file that was cut out of another
        return Kind.WARC
    return Kind.ARC if head.startswith(b"filedesc://") else None


def _tell_archive(head: bytes) -> Kind | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    return Kind.TAR if _is_tar(head) else None


def _is_tar(head: bytes) -> bool:
    """By the checksum of the first member's header, which old archives without a magic number have too (POSIX ustar)."""
    if len(head) < 512 or not head[0]:
        return False
    with suppress(ValueError):
        told = int(head[148:156].strip(b" \0") or b"-", 8)
        return told == sum(head[:148]) + 8 * ord(" ") + sum(head[156:512])
    return False


def _tell_mail(head: bytes) -> Kind | str | None:
    if is_page_mail(head):
        return Kind.MHTML
    return "a mailbox (mbox): save its messages one by one (.eml)" if is_mailbox(head) else None


def _tell_table(head: bytes, name: str, html_column: str | None) -> Kind | None:
    text = as_utf8(head).lstrip(_BLANKS)
    if text.startswith(b"<"):
        return None  # a page in one line may hold what reads like names of columns
    if _OBJECTS.match(text):
        return Kind.JSON_LINES if _is_whole_line(text) else Kind.JSON
    first, _, rest = text.partition(b"\n")
    cells = {cell.strip(b"\"' \r").lower() for cell in _CELLS.split(first)}
    wanted = {column.lower().encode() for column in (html_column, *HTML_COLUMNS) if column}
    has_page_cell = b"<" not in first and not _is_pages_name(name) and _PAGE_CELL.search(rest)
    is_table = len(cells) > 1 and (cells & wanted or has_page_cell)
    return Kind.CSV if is_table or (text and _ending(name) in _CSV_NAMES) else None


def _is_whole_line(text: bytes) -> bool:
    """Whether the first line may be an object of its own: it ends as one, or beyond what is looked at."""
    line, end, _ = text.partition(b"\n")
    return line.startswith(b"{") and (not end or line.rstrip().endswith(b"}"))


def _ending(name: str) -> str:
    """Return the ending of a file's name, without that of its packing."""
    path = PurePath(name)
    return PurePath(path.stem if path.suffix.lower() in _PACKED_NAMES else path.name).suffix.lower()


def _is_pages_name(name: str) -> bool:
    """Whether a name says HTML or text: tags after commas are no cells of a table there."""
    return _ending(name.partition("?")[0].removesuffix(".orig")) in _HTML_NAMES | _TEXT_NAMES | _MAIL_NAMES


def _tell_page(head: bytes, name: str) -> Kind | str:
    text = head.replace(b"\0", b"")  # UTF-16 in passing: every tag is ASCII
    if _SELF_EXTRACTING.search(text):
        return Kind.SELF_EXTRACTING
    is_xml = text.lstrip(_BLANKS).startswith(b"<?xml") and not _ROOT.search(text)
    if is_xml:
        return "XML"
    if _ending(name) in _JSON_NAMES and text.lstrip(_BLANKS).startswith((b"{", b"[")):
        return "JSON"
    if _TAG.search(text) or PurePath(name.removesuffix(".orig")).suffix.lower() in _HTML_NAMES:
        return Kind.HTML
    return Kind.TEXT
