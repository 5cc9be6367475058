"""What the wheel and the sdist hold."""

import subprocess
import sys
import tarfile
import tomllib
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.package.building import ROOT, build

DIST_INFO = "scraper-0.1.0.dist-info"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = build(tmp_path_factory.mktemp("wheel"), "wheel")
    return path


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    (path,) = build(tmp_path_factory.mktemp("sdist"), "sdist")
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(path) as archive:
        archive.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))  # 3.11.4 on
    (source,) = folder.iterdir()
    return source


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_whole_and_nothing_else(wheel: Path) -> None:
    own = {name for name in names_in(wheel) if not name.startswith(DIST_INFO)}
    files = (path for path in (ROOT / "scraper").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert own == {path.relative_to(ROOT).as_posix() for path in files}


@pytest.mark.parametrize(
    "name",
    [
        "scraper/py.typed",
        "scraper/cleaner/model/model.npz",
        "scraper/report/templates/inspect.html",
        "scraper/report/assets/inspect.js",
        "scraper/schema/article.schema.json",
        f"{DIST_INFO}/licenses/LICENSE",
        f"{DIST_INFO}/licenses/NOTICE",
        f"{DIST_INFO}/entry_points.txt",
    ],
)
def test_the_wheel_holds_what_is_no_module(wheel: Path, name: str) -> None:
    with ZipFile(wheel) as archive:
        assert name == "scraper/py.typed" or archive.getinfo(name).file_size > 0
        assert name in archive.namelist()


def test_the_metadata_say_what_pyproject_says(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    with ZipFile(wheel) as archive:
        told = message_from_bytes(archive.read(f"{DIST_INFO}/METADATA"))
    assert (told["Version"], told["License-Expression"]) == (project["version"], "Apache-2.0")
    assert told["Requires-Python"] == ">=3.11"
    assert set(told.get_all("Provides-Extra", [])) == set(project["optional-dependencies"])
    core = [line for line in told.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert len(core) == len(project["dependencies"])


def test_the_sdist_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    (again,) = build(tmp_path, "wheel", source=sdist)
    assert names_in(again) == names_in(wheel)
    with ZipFile(wheel) as one, ZipFile(again) as other:
        differing = [name for name in names_in(wheel) if one.read(name) != other.read(name)]
    assert differing == []


def test_the_sdist_holds_what_its_tests_need(sdist: Path) -> None:
    held = {path.name for path in sdist.iterdir()}
    assert held >= {"scraper", "tests", "fixtures", "benchmarks", "docs", "Makefile", "constraints.txt", "README.md"}
    assert not {".venv", ".git", "out", "dist"} & held
    assert (sdist / "tests" / "package" / "test_contents.py").is_file()


def test_the_unpacked_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    run = f"import scraper; print(scraper.__file__, scraper.clean({PAGE!r}).title)"
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {run}"
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert said.split() == [str(tmp_path / "scraper" / "__init__.py"), "Harbour"]


PAGE = (
    "<h1>Harbour</h1><article>" + "<p>The harbour lies still in winter, and the ships wait for spring to come.</p>" * 4
)
