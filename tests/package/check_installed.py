"""The wheel in an empty environment; needs a package index, so ``make test-dist`` runs it and ``make test`` does not."""

import re
import shlex
import subprocess
import venv
from pathlib import Path

import pytest

from tests.package.building import build

PAGE = (
    "<h1>Harbour</h1><article>" + "<p>The harbour lies still in winter, and the ships wait for spring to come.</p>" * 4
)
WARC = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


class Installed:
    """An environment that held nothing, with the wheel."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder / "venv", with_pip=True)
        (self._wheel,) = build(folder / "dist", "wheel")
        self._bin = folder / "venv" / "bin"
        self.folder = folder / "work"
        self.folder.mkdir()
        (self.folder / "page.html").write_text(PAGE)
        (self.folder / "dump.warc").write_bytes(WARC)
        self.install(str(self._wheel))

    def install(self, *names: str) -> None:
        subprocess.run([self._bin / "python", "-m", "pip", "install", "--quiet", *names], check=True, cwd=self.folder)

    def run(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [self._bin / arguments[0], *arguments[1:]], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """With each extra, installed as the message about it says."""
    installed = Installed(tmp_path_factory.mktemp("full"))
    for asked in WITH_EXTRAS.values():
        told = re.search(r"`pip install (.+)`", installed.run("scraper", *asked)[1])
        assert told
        installed.install(*shlex.split(told[1]))
    return installed


WITH_EXTRAS = {
    "parquet": ("clean", "page.html", "-o", "out.parquet"),
    "report": ("inspect", "page.html", "-o", "page-as-seen.html"),
    "warc": ("scrape", "--archive", "pages/", "--no-discovery", "http://127.0.0.1:9/"),
}


def test_the_core_alone_cleans_and_exports(bare: Installed) -> None:
    assert bare.run("scraper", "--version")[0] == 0
    assert bare.run("python", "-m", "scraper", "--version") == bare.run("scraper", "--version")
    for name in ("out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.csv", "out.sqlite", "out.md"):
        code, said = bare.run("scraper", "clean", "page.html", "-o", name)
        assert code == 0, said
        assert (bare.folder / name).exists()


def test_every_module_is_importable_but_for_those_of_an_extra(bare: Installed) -> None:
    code = (
        "import importlib, pkgutil, scraper\n"
        "for module in pkgutil.walk_packages(scraper.__path__, 'scraper.'):\n"
        "    if not module.name.endswith('__main__'):\n"
        "        try: importlib.import_module(module.name)\n"
        "        except ModuleNotFoundError as error: print(module.name, error.name.partition('.')[0])\n"
    )
    (bare.folder / "walk.py").write_text(code)
    status, said = bare.run("python", "walk.py")
    assert status == 0, said
    assert {line.split()[1] for line in said.splitlines()} <= {"pyarrow", "fastwarc", "warcio", "jinja2", "markdown_it"}


@pytest.mark.parametrize("extra", WITH_EXTRAS)
def test_a_missing_extra_is_named(bare: Installed, extra: str) -> None:
    code, said = bare.run("scraper", *WITH_EXTRAS[extra])
    assert code == 2, said
    assert f'the extra "{extra}" asks for: `pip install' in said


def test_a_web_archive_without_its_extra_is_a_reason(bare: Installed) -> None:
    _, said = bare.run("scraper", "clean", "dump.warc", "-o", "dump.jsonl")
    assert "`pip install 'fastwarc" in said


@pytest.mark.parametrize("extra", WITH_EXTRAS)
def test_with_its_extra_it_goes(full: Installed, extra: str) -> None:
    code, said = full.run("scraper", *WITH_EXTRAS[extra])
    assert code in (0, 3), said  # 3: nothing answers at the address of the archive's row
    assert "pip install" not in said


def test_type_checkers_find_the_marker(bare: Installed) -> None:
    (bare.folder / "user.py").write_text("import scraper\n\nreveal_type(scraper.clean('<p>a'))\n")
    bare.run("python", "-m", "pip", "install", "--quiet", "mypy")
    code, said = bare.run("python", "-m", "mypy", "--strict", "user.py")
    assert code == 0, said
    assert "scraper.records.Article | scraper.records.Skipped" in said
