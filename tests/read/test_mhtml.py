"""Headers of a message that Python's mail parser cannot read."""

from pathlib import Path

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
