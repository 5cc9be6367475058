"""Messages that Python's mail parser cannot read, or that are cut off."""

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
