"""What servers do with content codings."""

import asyncio
import gzip
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import brotli
import pytest

from scraper import zstd
from scraper.fetch import Accept
from tests.fetch.conftest import Fetch, reason_of, text_of
from tests.fetch.fault_server import PAGE, FaultServer, answer

BOMB_BYTES = 800_000_000


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}


@cache
def bomb(coding: str) -> bytes:
    """Zeros, packed piece by piece: brotli makes 607 bytes of them, gzip 780,000."""
    piece = bytes(1_000_000)
    if coding == "br":
        packer = brotli.Compressor(quality=9, lgwin=24)
        return b"".join(packer.process(piece) for _ in range(BOMB_BYTES // len(piece))) + packer.finish()
    if coding == "zstd":
        return zstd.compress(piece) * (BOMB_BYTES // len(piece))
    gzipper = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    return b"".join(gzipper.compress(piece) for _ in range(BOMB_BYTES // len(piece))) + gzipper.flush()


@pytest.mark.fault(number=13)
@pytest.mark.parametrize("coding", CODINGS)
async def test_every_coding_that_is_asked_for_is_undone(server: FaultServer, fetch: Fetch, coding: str) -> None:
    server.routes["/"] = answer(CODINGS[coding](PAGE), Content_Encoding=coding)
    assert text_of(await fetch("/")) == PAGE
    assert coding in server.asked[-1].headers["accept-encoding"]


@pytest.mark.fault(number=4)
@pytest.mark.fault(number=5)
@pytest.mark.fault(number=6)
@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
async def test_bombs_are_too_large(server: FaultServer, fetch: Fetch, coding: str) -> None:
    server.routes["/"] = answer(bomb(coding), Content_Encoding=coding)
    assert len(bomb(coding)) < (1_700 if coding == "br" else 1_000_000), "the wire's cap must not be what stops it"
    assert reason_of(await fetch("/", attempt_timeout_s=10)) == "too_large"
    assert server.paths() == ["/"], "a bomb is not fetched twice"


PEAK_OF_A_BOMB = """
import asyncio, ipaddress, re, sys
from pathlib import Path
from scraper.fetch import Fetcher
from scraper.settings import FetchSettings

async def main():
    settings = FetchSettings(allow_private=(ipaddress.ip_network("127.0.0.0/8"),), delay_s=0)
    async with Fetcher(settings) as fetcher:
        result = await fetcher.fetch(sys.argv[1])
    # Not ru_maxrss: that is at least what the parent held when it started this process.
    peak_kb = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
    print(result.code, int(peak_kb[1]) // 1024)

asyncio.run(main())
"""


@pytest.mark.fault(number=4)
@pytest.mark.fault(number=5)
@pytest.mark.fault(number=6)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
async def test_bombs_stay_under_150_mb_of_memory(server: FaultServer, coding: str) -> None:
    server.routes["/"] = answer(bomb(coding), Content_Encoding=coding)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PEAK_OF_A_BOMB, server.url("/"), stdout=subprocess.PIPE
    )
    out, _ = await process.communicate()
    code, peak_mb = out.decode().split()
    assert code == "too_large"
    assert int(peak_mb) < 150


@pytest.mark.fault(number=7)
async def test_gzip_in_gzip_is_bounded(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer(gzip.compress(gzip.compress(bytes(200_000_000))), Content_Encoding="gzip, gzip")
    assert reason_of(await fetch("/", attempt_timeout_s=10)) == "too_large"
    server.routes["/deep"] = answer(PAGE, Content_Encoding="gzip, gzip, gzip, br, br")
    assert reason_of(await fetch("/deep")) == "undecodable"


@pytest.mark.fault(number=9)
@pytest.mark.parametrize("coding", CODINGS)
async def test_a_coding_that_is_cut_off_is_truncated_and_retried(
    server: FaultServer, fetch: Fetch, coding: str
) -> None:
    packed = CODINGS[coding](PAGE)
    server.routes["/"] = [answer(packed[:-12], Content_Encoding=coding), answer(packed, Content_Encoding=coding)]
    result = await fetch("/")
    assert text_of(result) == PAGE
    assert server.paths() == ["/"] * 2
    server.routes["/always"] = answer(packed[: len(packed) // 2], Content_Encoding=coding)
    assert reason_of(await fetch("/always")) == "truncated"


@pytest.mark.fault(number=12)
@pytest.mark.parametrize("coding", CODINGS)
async def test_plain_text_labelled_as_packed_is_a_page(server: FaultServer, fetch: Fetch, coding: str) -> None:
    server.routes["/"] = answer(PAGE, Content_Encoding=coding)
    assert text_of(await fetch("/")) == PAGE


@pytest.mark.fault(number=13)
async def test_a_coding_nobody_asked_for_is_undecodable(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer(b"]\x00\x00\x80\x00\xff\xff" + bytes(range(256)), Content_Encoding="lzma")
    assert reason_of(await fetch("/")) == "undecodable"
    server.routes["/broken"] = answer(b"\x1f\x8b\x08\x00" + b"no deflate data" * 9, Content_Encoding="gzip")
    assert reason_of(await fetch("/broken")) == "undecodable"


@pytest.mark.fault(number=14)
@pytest.mark.parametrize("label", ["utf-8", "none", "identity", "UTF-8, identity", "text/html"])
async def test_a_content_encoding_that_is_none_is_ignored(server: FaultServer, fetch: Fetch, label: str) -> None:
    server.routes["/"] = answer(PAGE, Content_Encoding=label)
    assert text_of(await fetch("/")) == PAGE


@pytest.mark.parametrize(
    ("packed", "label"),
    [
        (gzip.compress(PAGE[:300]) + gzip.compress(PAGE[300:]), "gzip"),
        (gzip.compress(PAGE) + bytes(100), "x-gzip"),
        (raw_deflate(PAGE), "deflate"),
        (zlib.compress(PAGE) + b"padding", "deflate"),
        (zstd.compress(PAGE[:300]) + zstd.compress(PAGE[300:]), "zstd"),
        (zstd.compress(PAGE) + b"\n", "zstd"),
        (brotli.compress(gzip.compress(PAGE)), "gzip, br"),
        (gzip.compress(PAGE), "gzip\r\nContent-Encoding: gzip"),
        (brotli.compress(PAGE), "br, br"),
        (brotli.compress(PAGE), "br, gzip"),
        (PAGE, "br, gzip"),
    ],
    ids=[
        *("members", "zero-padding", "raw-deflate", "deflate-padding", "zstd-frames", "zstd-padding", "two-codings"),
        *("gzip-said-twice", "br-said-twice", "br-said-too", "not-packed-twice"),
    ],
)
async def test_odd_but_valid_codings_are_undone(server: FaultServer, fetch: Fetch, packed: bytes, label: str) -> None:
    server.routes["/"] = answer(packed, Content_Encoding=label)
    assert text_of(await fetch("/")) == PAGE


async def test_a_packed_page_in_single_bytes_is_undone(server: FaultServer, fetch: Fetch) -> None:
    for coding, pack in CODINGS.items():
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked"
        chunks = b"".join(b"1\r\n" + bytes([byte]) + b"\r\n" for byte in pack(PAGE))
        server.routes["/" + coding] = head.encode() + b"\r\n\r\n" + chunks + b"0\r\n\r\n"
        assert text_of(await fetch("/" + coding)) == PAGE


async def test_sources_may_be_larger_than_pages(server: FaultServer, fetch: Fetch) -> None:
    server.routes["/"] = answer(b"<urlset>" + b" " * 2_000, media_type="application/xml")
    limits = {"max_wire_bytes": 1_000, "max_body_bytes": 1_000}
    assert reason_of(await fetch("/", **limits)) == "too_large"
    assert len(text_of(await fetch("/", **limits, request={"accept": Accept.ANY}))) == 2_008
