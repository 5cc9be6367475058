"""Path traversal: what a dump calls its members leads nowhere, neither to be read nor to be written."""

import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.cli import main

WORDS = "".join(
    f"<p>Sentence {n} tells of the harbour in winter, and of the ships that wait for spring.</p>" for n in range(12)
)
NAMES = (
    "../../up.html",
    "/tmp/../abs.html",
    "a/../../../b.html",
    "..\\..\\win.html",
    "C:\\evil.html",
    "\x1b[2J.html",
    "~/h.html",
)


def make_page(number: int, head: str = "") -> bytes:
    """A page whose title, site and address try to become a path."""
    title = f"../../../{number}/../etc/passwd"
    return (
        f"<html lang=en>{head}<title>{title}</title><meta property='og:url' content='https://..%2f..%2fx/{title}'>"
        f"<article><h1>{title}</h1>{WORDS.replace('harbour', f'harbour {number}')}</article>"
    ).encode()


def make_zip(names: tuple[str, ...]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, name in enumerate(names):
            archive.writestr(name, make_page(number))
    return buffer.getvalue()


def make_tar(secret: Path) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for number, name in enumerate(NAMES):
            info = tarfile.TarInfo(name)
            info.size = len(make_page(number))
            archive.addfile(info, io.BytesIO(make_page(number)))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            info = tarfile.TarInfo(f"link-{kind!r}.html")
            info.type, info.linkname = kind, str(secret)
            archive.addfile(info)
    return buffer.getvalue()


def make_wacz() -> bytes:
    warc, body = io.BytesIO(), make_page(1)
    writer = WARCWriter(warc, gzip=True)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    url = "https://a.test/../../../up"
    writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), len(body), http_headers=http))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"resources": [{"path": "../../secret", "hash": "sha256:0"}]}))
        archive.writestr("archive/../../../up.warc.gz", warc.getvalue())
        archive.writestr("pages/../../../pages.jsonl", b"{}")
    return buffer.getvalue()


def make_mhtml(secret: Path) -> bytes:
    head = f"From: x\r\nSnapshot-Content-Location: {secret.as_uri()}\r\nMIME-Version: 1.0\r\n"
    kind = 'Content-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n'
    part = f"--b\r\nContent-Type: text/html\r\nContent-Location: {secret.as_uri()}\r\n\r\n"
    return (head + kind + part).encode() + make_page(1) + b"\r\n--b--\r\n"


def make_mirror(secret: Path) -> bytes:
    said = (
        f"<!-- saved from url=(0014){secret.as_uri()} --><!-- Mirrored from ../../etc/passwd by HTTrack Website Copier/3.x"
        " [XR&CO'2014], Mon, 02 Nov 2026 08:00:00 GMT -->"
    )
    return make_page(1, said)


FORMS: dict[str, Callable[[Path], bytes]] = {
    "zip": lambda _: make_zip(NAMES),
    "tar": make_tar,
    "wacz": lambda _: make_wacz(),
    "mhtml": make_mhtml,
    "mirror": make_mirror,
}


@pytest.mark.parametrize("form", FORMS)
def test_members_lead_nowhere(form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(
        b"<html><title>s3cret</title><p>The secret words of this machine are many, and s3cret.</p></html>"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "dump").write_bytes(FORMS[form](secret))
    out = tmp_path / "a" / "b" / "c"
    outputs = [word for name in ("x.jsonl", "x.md", "x.csv") for word in ("-o", str(out / name))]
    done = CliRunner().invoke(main, ["clean", str(tmp_path / "in"), *outputs, "-j", "1"])
    assert done.exit_code in (0, 1), done.output
    records = [json.loads(line) for line in (out / "x.jsonl").read_text().splitlines()]
    assert records, done.output
    assert "s3cret" not in (out / "x.jsonl").read_text()
    files = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    inside = {path for path in files if path.parts[:3] == ("a", "b", "c")}
    assert files - inside == {Path("secret.html"), Path("in/dump")}
    assert len([path for path in inside if path.suffix == ".md"]) == len(records)
    assert all(len(path.parts) == 6 for path in inside if path.suffix == ".md"), (
        "folder of the output, of the site, and the file"
    )


def test_links_in_folders_and_mirrors_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_bytes(make_page(7))
    folder = tmp_path / "mirror" / "example.org"
    folder.mkdir(parents=True)
    (folder / "page.html").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    (folder / "real.html").write_bytes(make_page(1))
    done = CliRunner().invoke(main, ["clean", str(tmp_path / "mirror"), "-o", str(tmp_path / "x.jsonl"), "-j", "1"])
    assert done.exit_code == 0, done.output
    (record,) = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text().splitlines()]
    assert "harbour 1" in record["text"]
