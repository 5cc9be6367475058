import lzma
import random

import pytest

from scraper.magic import binary_kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "WEBP"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (b"\x00\x01\x02\x03" * 300, "binary data"),
        *((random.Random(size).randbytes(size), "binary data") for size in (3_000, 20_000)),
        (lzma.compress(random.Random(1).randbytes(3_000))[60:], "binary data"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_binary_formats_are_told_by_their_first_bytes(head: bytes, kind: str) -> None:
    assert binary_kind(head) == kind


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><p>text",
        b"\xef\xbb\xbf<html>",
        "\ufeff<html><p>Гавань".encode("utf-16"),
        "<html><p>Гавань".encode("utf-16-le"),
        "<html><p>Гавань".encode("utf-16-be"),
        b"<html><p>one\x0b\x0c form feed, a \x1b[1mbold\x1b[0m word and a bell\x07</p>",
        "<html><p>港の冬".encode("iso-2022-jp"),
        "<html><p>港の冬".encode("shift-jis") * 20,
        b"<html>\0<p>one stray NUL in a page of some length</p></html>",
        "Гавань зимой".encode("koi8-r"),
    ],
)
def test_text_is_none_of_them(body: bytes) -> None:
    assert binary_kind(body) is None
