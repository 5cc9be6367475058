import gzip
import zlib
from collections.abc import Iterator

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper import zstd
from scraper.coding import BodyDecoder
from scraper.decoders import CODINGS, STEP_BYTES
from scraper.errors import FetchError
from scraper.reasons import Reason

PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress}


def decode(data: bytes, label: str, step: int, max_bytes: int = 10_000_000) -> bytes:
    decoder = BodyDecoder(label, max_bytes, "https://a.test/")
    for place in range(0, len(data), step):
        decoder.feed(data[place : place + step])
    return decoder.finish()


@settings(deadline=None, max_examples=50)
@given(body=st.binary(max_size=5_000), coding=st.sampled_from(sorted(PACKERS)), step=st.integers(1, 700))
def test_what_was_packed_comes_back_in_whatever_pieces(body: bytes, coding: str, step: int) -> None:
    body = b"<html>" + body
    assert decode(PACKERS[coding](body), coding, step) == body


@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("step", [1_000, 1_000_000])
def test_long_pages_come_back_whole(coding: str, step: int) -> None:
    body = b"".join(b"<p>Paragraph number %d of a long page.</p>" % number for number in range(50_000))
    assert decode(PACKERS[coding](body), coding, step) == body


@pytest.mark.parametrize("coding", PACKERS)
def test_output_comes_in_bounded_steps(coding: str) -> None:
    def pieces() -> Iterator[bytes]:
        yield from CODINGS[coding]().feed(PACKERS[coding](bytes(5_000_000)))

    sizes = [len(piece) for piece in pieces()]
    assert sum(sizes) == 5_000_000
    # brotli's limit is one for its buffer's growth, not to the byte.
    assert max(sizes) <= 2 * STEP_BYTES


@settings(deadline=None, max_examples=200)
@given(
    data=st.binary(max_size=400),
    label=st.sampled_from(["gzip", "deflate", "br", "zstd", "br, gzip", "lzma", "gzip, gzip"]),
)
def test_garbage_is_an_error_of_ours_or_a_body(data: bytes, label: str) -> None:
    code = None
    try:
        decode(data, label, 7)
    except FetchError as error:
        code = error.code
    assert code in (None, Reason.UNDECODABLE, Reason.TRUNCATED)


def test_the_cap_counts_what_comes_out() -> None:
    packed = gzip.compress(bytes(2_000))
    assert len(decode(packed, "gzip", 100, max_bytes=2_000)) == 2_000
    with pytest.raises(FetchError, match="after decompression") as caught:
        decode(packed, "gzip", 100, max_bytes=1_999)
    assert caught.value.code is Reason.TOO_LARGE


def test_a_cut_decoder_keeps_what_fits() -> None:
    decoder = BodyDecoder("gzip", 1_000, "https://a.test/", is_cut=True)
    decoder.feed(gzip.compress(b"a" * 5_000))
    assert decoder.is_full
    assert decoder.taken() == b"a" * 1_000


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
@pytest.mark.parametrize("step", [1, 2, 3, 1000])
def test_parts_in_a_row_come_back_in_whatever_pieces(coding: str, step: int) -> None:
    data = PACKERS[coding](b"One, ") + PACKERS[coding](b"two") + b"\0\0\x1f"
    assert decode(data, coding, step) == b"One, two"


@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("step", [1, 7, 1_000, 1_000_000])
@pytest.mark.parametrize(
    "tail", [b"\n", b"<!-- served in 3 ms -->", bytes(3_000)], ids=["line end", "comment", "zeros"]
)
@pytest.mark.parametrize("words", [1, 20_000])
def test_bytes_after_the_end_are_ignored_in_whatever_pieces(coding: str, step: int, tail: bytes, words: int) -> None:
    body = b"<p>" + b"Words and more words. " * words
    assert decode(PACKERS[coding](body) + tail, coding, step) == body


@pytest.mark.parametrize("step", [1, 5, 1_000_000])
def test_broken_brotli_is_undecodable_in_whatever_pieces(step: int) -> None:
    packed = bytearray(brotli.compress(bytes(range(256)) * 200))
    packed[-40:] = b"\xff" * 40
    with pytest.raises(FetchError) as caught:
        decode(bytes(packed) + b"more", "br", step)
    assert caught.value.code is Reason.UNDECODABLE
