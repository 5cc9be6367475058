"""What fuzzing found, each made small: an input that broke its target once, and what was wrong."""

from dataclasses import dataclass

import pytest

from tests.fuzz.bytes_in import CODINGS
from tests.fuzz.corpus import packed_twice, wacz_with
from tests.fuzz.targets import TARGETS


@dataclass(frozen=True, slots=True)
class Found:
    """One finding."""

    target: str
    data: bytes
    was: str


def choose(label: str, step: int) -> bytes:
    """The byte that chooses a coding, and the size of the pieces that its bytes come in."""
    return bytes([CODINGS.index(label) + (step - 1) * len(CODINGS)])


SITE = b'[[site]]\nurl = "https://a.test/"\n'
FOUND = [
    Found("coding", b"\x1f(" + choose("gzip", 1), "a lying label was believed where one byte came first"),
    Found(
        "coding", packed_twice() + choose("gzip", 1), "a second gzip member was lost where its first byte came alone"
    ),
    Found("coding", b"(\xb5/\xfd`\x04\x00\x01\x00\x00" + choose("zstd", 1), "a frame of another size than it says"),
    Found(
        "magic",
        b'MIME-Version:\nContent-Type:text/html"";lcharset*5=;lcharset*5',
        "a message whose start is counted in parts",
    ),
    Found("magic", b"From:\nContent-Type:multipart/related;lcharset*=;lcharset*5n", "and one whose boundary is"),
    Found("links", b"<a href=\x14http://news.example>", "a control character stood before the address of a link"),
    Found("feeds", b"<rss><item><title>&#xD83D;\xc3</title>\0", "half a character brought the loose parser down"),
    Found("feeds", b"<?xml encoding='\x97'?><rss>\0", "an encoding's name that is no text brought the parser down"),
    Found("feeds", b'{"\x94": "items"}\0', "JSON that is no UTF-8 is a UnicodeDecodeError to its parser"),
    Found("feeds", b'{"items": ' + b"[" * 5_000 + b"\0", "JSON nested without end is a RecursionError"),
    Found("feeds", b'{"items": [{"url": "/1", "title": " "}]}\0', "a title of blanks was one"),
    Found("sitemaps", b"<url><loc>&#xD800;</loc></url>", "half a character is text that the parser cannot give"),
    Found("sitemaps", b'<?a?><url xmlns="&#xD800;"/>', "and a namespace that it cannot give"),
    Found("sitemaps", b"<?x?><!DOCTYPE a><url><loc>/a</loc></url>", "what stands before a root has no parent"),
    Found(
        "sitemaps",
        b"<urlset><url><loc>/a</loc><news><publication_date>0001-01-01</publication_date></news></url></urlset>",
        "two days before the first day there is none",
    ),
    Found(
        "warc", b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI:\r\nContent-Length: 0\r\n\r\n", "an empty address"
    ),
    Found(
        "warc",
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a\r\nWARC-Date: never\r\nContent-Type: text/html\r\n"
        b"Content-Length: 3\r\n\r\n<p>\r\n\r\n",
        "any text was a date",
    ),
    Found(
        "warcio",
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n"
        b"<p>\r\n\r\n" * 4,
        "a run that went on counted places twice, and read a page again",
    ),
    Found(
        "zip",
        b"PK\x03\x04PK\x01\x02" + bytes(42) + b"PK\x05\x06" + bytes(4) + b"\1\0\1\0\x2e\0\0\0\4\0\0\0\0\0",
        "no name",
    ),
    Found("wacz", wacz_with(b"archive/data.warc.gz", b"archive/data.warc.cz"), "two names of one member"),
    Found("mhtml", b"MIME-Version: 1.0\nContent-Type: text/html; charset*=\0''x\n\n<p>A", "a charset in a charset"),
    Found("mhtml", b"Date: 6 Nov 6 9999999998:0\nContent-Type: text/html\n\n<p>A", "an hour beyond all numbers"),
    Found(
        "mhtml", b"Date: 6 Nov 2026 0:5+9999999999990100\nContent-Type: text/html\n\n<p>A", "a zone beyond all numbers"
    ),
    Found("mirrors", b"\n<link rel=canonical href=http://[>\0", "a canonical link that is no address"),
    Found("mirrors", b"\n<link rel=canonical href=http://a:q>\0", "a port that is no number"),
    Found("mirrors", b"caf\xe9.html?\xe9\n<p>A\0", "a name that is no UTF-8"),
    Found(
        "mirrors",
        b"\n<link rel=canonical href=http://web.archive.org/web/2026/http://a/>FILE ARCHIVED ON 08:00:15 Xyz 26, 2026\0",
        "a month that there is none of",
    ),
    Found(
        "mirrors",
        b"\n<!--\n Page saved with SingleFile\n url: http://a/\n saved date: 0001-01-01T00:00+14:00\n-->\0",
        "no such day",
    ),
    Found("json lines", b'{"html": ' + b"[" * 100_000, "nested without end"),
    Found("sites file", b"a = " + b"[" * 5_000, "the same of TOML"),
    Found("sites file", SITE + b"delay = " + b"9" * 5_000, "a number of more digits than are read"),
    Found("sites file", SITE + b'include = ["a{99999999999999}"]', "a count that no expression can have"),
    Found("sites file", SITE + b'include = ["' + b"(" * 5_000 + b'"]', "an expression nested without end"),
    Found("sites file", SITE + b'cookies_file = "' + b"a" * 5_000 + b'"', "a name that no file can have"),
    Found("feeds", b"<item<links//<link>p", "a link that is no text"),
    Found("metadata", b'<meta property="og:image"content=\x07https://a>\n', "an address that begins with a bell"),
    Found("urls", b"http://a/%e%42", "two escapes became a third one"),
    Found("urls", b"http://\xe2\x80\x8b/", "a host of nothing but a soft blank"),
    Found("urls", b"http://%3a333333", "an escaped colon became the one before a port"),
    Found("urls", b"http://0.0.0.0.0.0%3a", "and made an address of six numbers a host"),
    Found("urls", b"http://b?utm_%66", "an escaped name of a tracking parameter was another name"),
]


@pytest.mark.parametrize("found", FOUND, ids=lambda found: f"{found.target}: {found.was}")
def test_it_breaks_no_more(found: Found) -> None:
    TARGETS[found.target].check(found.data)
