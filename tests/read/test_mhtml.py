"""Mail and MHTML: told by their headers, and messages that Python's mail parser cannot read, or that are cut off."""

from pathlib import Path

import pytest

from scraper.read import read_paths
from scraper.reasons import Reason
from scraper.records import Page, Skipped

# Two parameters of one name, of which one is counted and the other is not.
TORN = "part*=a; part*5=b"


def read_message(folder: Path, content_type: str) -> list[Page | Skipped]:
    file = folder / "saved.mhtml"
    file.write_bytes(
        f"MIME-Version: 1.0\r\nContent-Type: {content_type}; {TORN}\r\n\r\n<p>The pier is open.</p>\r\n".encode()
    )
    return list(read_paths([file]))


def test_a_page_is_read_whatever_the_parameters_of_its_type(tmp_path: Path) -> None:
    (page,) = read_message(tmp_path, "text/html")
    assert isinstance(page, Page)
    assert b"The pier is open." in page.body


def test_a_message_whose_parts_cannot_be_told_apart_is_unreadable(tmp_path: Path) -> None:
    (outcome,) = read_message(tmp_path, "multipart/related")
    assert isinstance(outcome, Skipped)
    assert outcome.code is Reason.UNREADABLE


@pytest.mark.parametrize(
    ("kept", "codes"),
    [
        ("", [None]),
        ("pier is", [Reason.TRUNCATED]),
        ("</html>", [None]),
        ("image/png", [None]),
    ],
    ids=["whole", "within the page", "after the page", "within a picture"],
)
def test_of_a_message_that_is_cut_off_no_half_page_is_read(
    kept: str, codes: list[Reason | None], tmp_path: Path
) -> None:
    text = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
        "<html><p>The pier is open.</p></html>\r\n--b\r\nContent-Type: image/png\r\n\r\n...\r\n--b--\r\n"
    )
    file = tmp_path / "saved.mhtml"
    file.write_text(text[: text.index(kept) + len(kept)] if kept else text)
    assert [item.code if isinstance(item, Skipped) else None for item in read_paths([file])] == codes


MAIL = """\
Return-Path: <news@a.test>
Delivered-To: me@b.test
Received: from mx.a.test (mx.a.test [192.0.2.1])
\tby mail.b.test with ESMTPS; Sat, 28 Nov 2026 08:00:00 +0000
{more}From: "The Pier, daily" <news@a.test>
To: me@b.test
Subject: The pier is open
Date: Sat, 28 Nov 2026 07:59:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

This is a message in parts.
--b1
Content-Type: text/plain; charset=utf-8

The pier is open.
--b1
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<html><body><p class=3D"x">The caf=E9 on the pier is open,<html> it=
self.</body></html>
--b1--
"""


@pytest.mark.parametrize("name", ["saved.eml", "saved", "saved.html", "saved.csv"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["", "bom"])
@pytest.mark.parametrize("size", [0, 30_000])
def test_mail_is_told_by_its_header_and_its_page_is_read(
    tmp_path: Path, name: str, end: str, bom: bytes, size: int
) -> None:
    more = "".join(f"X-Filter-{number}: {'a' * 60}\n" for number in range(size // 70))
    (tmp_path / name).write_bytes(bom + MAIL.format(more=more).replace("\n", end).encode())
    (page,) = read_paths([tmp_path / name])
    assert isinstance(page, Page)
    assert page.body.decode("latin-1").startswith(
        '<html><body><p class="x">The café on the pier is open,<html> itself.'
    )
    assert (page.http_charset, page.fetched_at) == ("iso-8859-1", "2026-11-28T07:59:00+00:00")


def test_mail_of_parts_without_a_page_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(MAIL.format(more="").replace("text/html", "text/calendar"))
    (outcome,) = read_paths([tmp_path / "a.eml"])
    assert isinstance(outcome, Skipped)
    assert outcome.code is Reason.EMPTY


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("Subject: rain\nDate: today\n\nIt rains, as the Content-Type: text/html said.\n", "text/plain"),
        ("From: the harbour\nTo: the pier\nThe boat goes daily.\nContent-Type: text/html\n\nIt is blue.", "text/plain"),
        ("Date: one\nSubject: two\nContent-Type: text/html", "text/plain"),
        ("To: whom it may concern\n\n<p>The pier is open.</p>", "text/html"),
        ("<!-- From: a\nSubject: b\nContent-Type: text/html\n\n--><p>The pier is open.</p>", "text/html"),
        ("From the pier to the town 2026\nit is far.\n", "text/plain"),
    ],
)
def test_pages_and_texts_are_not_taken_for_mail(tmp_path: Path, text: str, media_type: str) -> None:
    (tmp_path / "a").write_text(text)
    (page,) = read_paths([tmp_path / "a"])
    assert isinstance(page, Page)
    assert (page.body.decode(), page.media_type) == (text, media_type)


def test_a_mailbox_is_told_to_be_one(tmp_path: Path) -> None:
    mail = f"From news@a.test Sat Nov 28 08:00:00 2026\n{MAIL.format(more='')}\n"
    (tmp_path / "inbox").write_text(mail * 2)
    (outcome,) = read_paths([tmp_path / "inbox"])
    assert isinstance(outcome, Skipped)
    assert outcome.code is Reason.NOT_HTML
    assert "mailbox" in outcome.detail
