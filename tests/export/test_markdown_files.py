from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scraper.errors import StateError, StateLockedError
from scraper.export import EXPORTERS, WrittenMark, replace_file
from scraper.export.file_names import MAX_BYTES, name_file, name_folder
from scraper.export.front_matter import format_article
from scraper.export.markdown_files import KeptFolder
from tests.export.samples import make_samples


def read_front(text: str) -> dict[str, object]:
    _, front, _ = text.split("---\n", 2)
    return dict(yaml.safe_load(front))


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md"))


def test_files_are_named_by_site_day_title_and_id(tmp_path: Path) -> None:
    with KeptFolder(tmp_path / "out.md", None) as folder:
        folder.append(make_samples())
    assert names(tmp_path / "out.md") == [
        "a.test/2026-11-22-a-story-01234567.md",
        "b.test_8080/2026-11-22-yes-no-it-s-1-n-日本-fedcba98.md",
    ]


def test_front_matter_is_yaml_that_says_what_the_record_says() -> None:
    article = make_samples()[1]
    front = read_front(format_article(article))
    assert (front["title"], front["published"], front["section"]) == (article.title, article.published, "")
    assert front["tags"] == list(article.tags)
    assert front["field_sources"] == article.field_sources
    assert "modified" not in front
    assert format_article(article).endswith(f"---\n\n{article.markdown}\n")


@given(st.text(alphabet=st.characters(codec=None)), st.lists(st.text()))
def test_no_text_breaks_the_front_matter(title: str, tags: list[str]) -> None:
    article = replace(make_samples()[0], title=title, tags=tuple(tags), markdown="---\nfalse: end\n---")
    front = read_front(format_article(article))
    assert set(front) >= {"id", "title", "tags", "extractor"}
    if title.isprintable():
        assert front["title"] == title


@pytest.mark.fault(number=67)
@example("CON", "aux.example", None)
@example("nul", "COM7", None)
@example("x", "lpt1.", None)
@given(st.text(alphabet=st.characters(codec=None)), st.none() | st.text(), st.none() | st.text())
def test_names_are_short_and_allowed_everywhere(title: str, site: str | None, published: str | None) -> None:
    folder = name_folder(site)
    name = name_file(replace(make_samples()[0], title=title, published=published), folder, "0123456789abcdef")
    assert len(f"{folder}/{name}".encode()) <= MAX_BYTES
    for part in (folder, name):
        assert not set('<>:"/\\|?*\0') & set(part)
        assert part == part.strip(". ")
        devices = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
        assert part.split(".")[0].lower() not in devices
        assert part == part.lower()


@pytest.mark.fault(number=67)
def test_titles_that_look_alike_to_some_systems_get_files_of_their_own(tmp_path: Path) -> None:
    titles = (
        "Harbour",
        "HARBOUR",
        "harbour",
        "CON",
        "con.html",
        "\U0001f986",
        "\U0001f6a2",
        "x" * 300,
        "x" * 301,
        "..",
        "",
    )
    articles = [
        replace(make_samples()[0], title=title, id=f"{number:016x}"[::-1]) for number, title in enumerate(titles)
    ]
    with KeptFolder(tmp_path / "out.md", None) as folder:
        folder.append(articles)
    written = names(tmp_path / "out.md")
    assert len({name.casefold() for name in written}) == len(titles)
    held = {read_front((tmp_path / "out.md" / name).read_text())["id"] for name in written}
    assert held == {article.id for article in articles}


def test_another_title_renames_the_file(tmp_path: Path) -> None:
    first = make_samples()[0]
    with KeptFolder(tmp_path / "out.md", None) as folder:
        folder.append([first])
    with KeptFolder(tmp_path / "out.md", folder.mark) as folder:
        folder.append([replace(first, title="Corrected", version=2)])
    assert names(tmp_path / "out.md") == ["a.test/2026-11-22-corrected-01234567.md"]


def test_ids_that_begin_alike_get_files_of_their_own_in_any_later_run(tmp_path: Path) -> None:
    first = make_samples()[0]
    twin = replace(first, id="01234567ffffffff")
    mark = None
    for _ in range(2):
        with KeptFolder(tmp_path / "out.md", mark) as folder:
            mark = folder.append([first, twin])
        assert names(tmp_path / "out.md") == [
            "a.test/2026-11-22-a-story-01234567.md",
            "a.test/2026-11-22-a-story-01234567ffffffff.md",
        ]


def test_files_that_the_user_deletes_stay_deleted(tmp_path: Path) -> None:
    with KeptFolder(tmp_path / "out.md", None) as folder:
        mark = folder.append(make_samples())
    (tmp_path / "out.md" / names(tmp_path / "out.md")[0]).unlink()
    with KeptFolder(tmp_path / "out.md", mark) as folder:
        assert folder.lost is None
    assert len(names(tmp_path / "out.md")) == 1


def test_a_folder_that_was_deleted_is_begun_again(tmp_path: Path) -> None:
    with KeptFolder(tmp_path / "out.md", WrittenMark(records=2)) as folder:
        assert folder.lost == "was deleted"


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("")
    with pytest.raises(StateError, match="move it away"):
        KeptFolder(tmp_path, None)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_two_runs_cannot_write_one_folder(tmp_path: Path) -> None:
    with KeptFolder(tmp_path / "out.md", None), pytest.raises(StateLockedError):
        KeptFolder(tmp_path / "out.md", None)


def test_a_folder_can_be_written_in_one_go_and_again(tmp_path: Path) -> None:
    for _ in range(2):
        with replace_file(tmp_path / "out.md", EXPORTERS[".md"]) as writer:
            for article in make_samples():
                writer.write(article)
    assert len(names(tmp_path / "out.md")) == 2
