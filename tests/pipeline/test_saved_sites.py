import random
import sqlite3
from pathlib import Path

import pytest

from scraper.errors import StateError
from scraper.pipeline.dumps import clean_dump, clean_paths
from scraper.pipeline.saved_sites import LearnedSites, SitePrints, site_of_saved
from scraper.records import Article, Page, PageFingerprint
from scraper.settings import DumpSettings
from tests.cleaner.profile.site_pages import sentence

PLEA = "Stay in the know with our evening letter, which thousands of readers open every single day of the week."


@pytest.mark.parametrize(
    ("page", "site"),
    [
        (Page(body=b"", source="x", url="https://www.a.test/1"), "a.test"),
        (Page(body=b'<link rel="canonical" href="https://b.test/1">', source="x"), "b.test"),
        (Page(body=b"<meta property='og:url' content='https://c.test/1'>", source="x"), "c.test"),
        (Page(body=b"<p>nothing", source="saved/d/page.html"), "saved/d"),
    ],
)
def test_a_saved_page_names_its_site_or_its_folder_does(page: Page, site: str) -> None:
    assert site_of_saved(page) == site


def test_what_saved_pages_of_a_site_repeat_is_stripped(tmp_path: Path) -> None:
    for number in range(8):
        body = "".join(
            f"<p>Paragraph {number}-{part} tells of the {number * part + part} boats that came into harbour {number} that day.</p>"
            for part in range(1, 6)
        )
        (tmp_path / f"{number}.html").write_text(
            f"<title>Story {number}</title><body><h1>Story {number}</h1>"
            f"<div class=body>{body}</div><div class=x><p>{PLEA}</p></div>"
        )
    outcomes = list(clean_paths([tmp_path], settings=DumpSettings(processes=1)))
    assert len(outcomes) == 8
    assert all(isinstance(outcome, Article) and PLEA not in outcome.text for outcome in outcomes)


@pytest.mark.parametrize("with_state", [False, True])
def test_what_was_learned_is_closed_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_state: bool
) -> None:
    kept: list[LearnedSites] = []
    enter = LearnedSites.__enter__
    monkeypatch.setattr(LearnedSites, "__enter__", lambda self: kept.append(self) or enter(self))
    saved = tmp_path / "saved"
    saved.mkdir()
    write_blogs(saved)
    settings = DumpSettings(processes=1)
    if with_state:
        list(clean_dump([saved], state=tmp_path / "state.sqlite", output=tmp_path / "out.jsonl", settings=settings))
    else:
        list(clean_paths([saved], settings=settings))
    (learned,) = kept
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        list(learned.sites())


def write_blogs(folder: Path) -> None:
    """Two blogs on one host, with a standing note of their own on each of their pages."""
    for blog, note in (("ann", PLEA), ("bob", PLEA.replace("evening", "morning"))):
        for number in range(8):
            title = sentence(f"{blog}{number}")[:40]
            body = "".join(f"<p>{blog} writes {sentence(f'{blog}{number}{part}')}</p>" for part in range(6))
            (folder / f"{blog}{number}.html").write_text(
                f"<link rel=canonical href='https://blogs.example.org/{blog}/{number}'><title>{title}</title>"
                f"<body><h1>{title}</h1><div class=body>{body}<p>{note}</p></div>"
            )


def test_blogs_of_one_host_are_sites_of_their_own_when_asked_for(tmp_path: Path) -> None:
    write_blogs(tmp_path)
    by_host = [
        outcome
        for outcome in clean_paths([tmp_path], settings=DumpSettings(processes=1))
        if isinstance(outcome, Article)
    ]
    by_path = [
        outcome
        for outcome in clean_paths([tmp_path], settings=DumpSettings(processes=1, site_key="path"))
        if isinstance(outcome, Article)
    ]
    assert len(by_host) == len(by_path) == 16
    # On half of the host's pages and on all of its blog's: inside the body only what most have is template.
    assert all("thousands of readers" in article.text for article in by_host)
    assert not any("thousands of readers" in article.text for article in by_path)
    assert all(article.removed == {"repeated": 1} for article in by_path)


def test_text_files_of_a_folder_are_known_by_each_other(tmp_path: Path) -> None:
    for number in range(4):
        body = "\n".join(sentence(f"{number}/{part}") + " " + sentence(f"{number}:{part}") for part in range(6))
        (tmp_path / f"{number}.txt").write_text(f"The story of day {number} in the valley\n{body}\n{PLEA}\n")
    alone = list(clean_paths([tmp_path / "0.txt"], settings=DumpSettings(processes=1)))
    together = list(clean_paths([tmp_path], settings=DumpSettings(processes=1)))
    assert [PLEA in outcome.text for outcome in alone if isinstance(outcome, Article)] == [True]
    assert [PLEA in outcome.text for outcome in together if isinstance(outcome, Article)] == [False] * 4
    assert all(outcome.removed == {"repeated": 1} for outcome in together if isinstance(outcome, Article))


def write_stories(folder: Path, *, box: bool) -> None:
    """Write text files with a plea above the headline, which is short in the first one; with that one's below all others or not."""
    for number in range(8):
        title = "The quay opens" if not number else " ".join(sentence(f"title {number}").split()[:9])
        body = "\n\n".join(sentence(f"{number}/{part}") + " " + sentence(f"{number}:{part}") for part in range(6))
        end = "\n\nAlso read\nThe quay opens" if box and number else ""
        plea = "Read our evening letter with the best stories of the day"
        (folder / f"{number}.txt").write_text(
            f"Home\nNews\n{plea}\n\n{title}\n\nBy Ada Lovelace\n2026-08-21\n\n{body}{end}\n"
        )


def test_a_plea_over_the_headline_of_a_text_file_is_none(tmp_path: Path) -> None:
    write_stories(tmp_path, box=False)
    alone = next(iter(clean_paths([tmp_path / "0.txt"], settings=DumpSettings(processes=1))))
    assert isinstance(alone, Article)
    assert alone.title is not None
    assert alone.title.startswith("Read our evening letter")
    found = [page for page in clean_paths([tmp_path], settings=DumpSettings(processes=1)) if isinstance(page, Article)]
    titles = {page.source[-5]: page.title for page in found}
    assert titles["0"] == "The quay opens"
    assert all(titles[str(number)] == " ".join(sentence(f"title {number}").split()[:9]) for number in range(1, 8))


def test_a_headline_that_all_others_link_to_is_one(tmp_path: Path) -> None:
    write_stories(tmp_path, box=True)
    for path in tmp_path.iterdir():
        path.write_text(path.read_text().replace("Read our evening letter with the best stories of the day\n\n", ""))
    found = [page for page in clean_paths([tmp_path], settings=DumpSettings(processes=1)) if isinstance(page, Article)]
    assert {page.title for page in found if page.source.endswith("0.txt")} == {"The quay opens"}


def test_a_full_disk_for_temporary_files_is_told_with_what_to_do() -> None:
    prints = SitePrints()
    prints._database.execute("PRAGMA max_page_count = 2")  # stands for the disk
    fingerprint = PageFingerprint(key=1, title=0, day=0, blocks=random.Random(1).randbytes(100_000))
    with pytest.raises(StateError, match="SQLITE_TMPDIR"):
        prints.add("a.test", fingerprint)
    prints.close()
