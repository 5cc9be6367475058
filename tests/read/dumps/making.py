"""Dumps of the same pages in every form, made by the tools that people make them with."""

import csv
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import urllib.request
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scraper.charset import decode_html
from scraper.zstd import compress
from tests.read.dumps.chromium import COMMAND, open_browser

TOOLS = Path(__file__).parents[3] / ".tools" / "node_modules" / ".bin"  # `make dump-tools`
SINGLE_FILE = shutil.which("single-file") or shutil.which("single-file", path=str(TOOLS))


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as its server sent it."""

    url: str
    body: bytes
    content_type: str
    packed: bytes


def fetch(url: str) -> SavedPage:
    with urllib.request.urlopen(url) as answer:
        body, content_type = answer.read(), answer.headers["Content-Type"]
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        packed = answer.read()
    return SavedPage(url, body, content_type, packed)


def run(*command: str, cwd: Path) -> None:
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(command, cwd=cwd, check=False, capture_output=True, timeout=60)


def make_wget(pages: Sequence[SavedPage], folder: Path, *options: str) -> Path:
    run("wget", "-x", "-e", "robots=off", *options, *(page.url for page in pages), cwd=folder)
    return folder


def make_wget_converted(pages: Sequence[SavedPage], folder: Path) -> Path:
    return make_wget(pages, folder, "-E", "-k", "-K", "-p")


def make_wget_windows(pages: Sequence[SavedPage], folder: Path) -> Path:
    return make_wget(pages, folder, "--restrict-file-names=windows")


def make_wget_warc(pages: Sequence[SavedPage], folder: Path) -> Path:
    make_wget(pages, folder, "--warc-file=crawl", "--delete-after")
    return folder / "crawl.warc.gz"


def make_httrack(pages: Sequence[SavedPage], folder: Path) -> Path:
    run("httrack", *(page.url for page in pages), "-O", str(folder), "-r1", "-q", "-%v0", "--robots=0", cwd=folder)
    return folder


def make_single_file(pages: Sequence[SavedPage], folder: Path, *options: str) -> Path:
    assert SINGLE_FILE is not None
    browser = (f"--browser-executable-path={COMMAND}", '--browser-args=["--no-sandbox"]')
    for number, page in enumerate(pages):
        for _ in range(2):  # it gives up early on a busy machine
            if not (folder / f"{number}.html").exists():
                run(SINGLE_FILE, *browser, *options, page.url, f"{number}.html", cwd=folder)
        if not (folder / f"{number}.html").exists():
            pytest.skip(f"single-file wrote no file for {page.url}, twice")
    return folder


def make_single_file_packed(pages: Sequence[SavedPage], folder: Path) -> Path:
    return make_single_file(pages, folder, "--compress-content")


def make_mhtml(pages: Sequence[SavedPage], folder: Path) -> Path:
    with open_browser(folder / ".profile") as browser:
        for number, page in enumerate(pages):
            browser.open(page.url)
            (folder / f"{number}.mhtml").write_text(browser.save_mhtml(), "utf-8", newline="")
            browser.close_page()
    return folder


def make_save_complete(pages: Sequence[SavedPage], folder: Path) -> Path:
    """Chromium's markup with the comment and the folder of "save page as, complete", which it has no command for."""
    with open_browser(folder / ".profile") as browser:
        for number, page in enumerate(pages):
            browser.open(page.url)
            doctype, _, rest = browser.save_html().partition(">")
            mark = f"{doctype}>\n<!-- saved from url=({len(page.url):04d}){page.url} -->\n"
            (folder / f"{number}.html").write_text(mark + rest, "utf-8")
            (folder / f"{number}_files").mkdir()
            (folder / f"{number}_files" / "frame.html").write_text("<p>A frame.")
            browser.close_page()
    return folder


def write_warc(pages: Sequence[SavedPage], *, gzip: bool, arc: bool = False) -> bytes:
    """By warcio, with the bodies as they came over the wire."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for page in pages:
        headers = [("Content-Type", page.content_type), ("Content-Encoding", "gzip")]
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "a")], is_http_request=True)
        body = io.BytesIO(page.packed)
        writer.write_record(writer.create_warc_record(page.url, "response", body, len(page.packed), http_headers=http))
        writer.write_record(writer.create_warc_record(page.url, "request", io.BytesIO(), 0, http_headers=asked))
    return buffer.getvalue()


def make_warc(pages: Sequence[SavedPage], folder: Path) -> Path:
    return put(folder / "crawl", write_warc(pages, gzip=False))


def make_warc_gz(pages: Sequence[SavedPage], folder: Path) -> Path:
    return put(folder / "crawl", write_warc(pages, gzip=True))


def make_warc_gz_whole(pages: Sequence[SavedPage], folder: Path) -> Path:
    return put(folder / "crawl", gzip.compress(write_warc(pages, gzip=False)))


def make_warc_zst(pages: Sequence[SavedPage], folder: Path) -> Path:
    records = write_warc(pages, gzip=False).split(b"\r\n\r\nWARC/")
    frames = [b"WARC/" + record + b"\r\n\r\n" for record in records]
    frames[0] = frames[0].removeprefix(b"WARC/")
    return put(folder / "crawl", b"".join(map(compress, frames)))


def make_arc(pages: Sequence[SavedPage], folder: Path) -> Path:
    """No tool writes it any more: version 1, after archive.org/web/researcher/ArcFileFormat.php."""
    head = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [b"filedesc://x.arc 0.0.0.0 20261126080000 text/plain %d\n%s\n" % (len(head), head)]
    for page in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s" % (page.content_type.encode(), page.body)
        line = b"%s 127.0.0.1 20261126080015 text/html %d\n" % (page.url.encode(), len(block))
        records.append(line + block + b"\n")
    return put(folder / "crawl", b"".join(gzip.compress(record) for record in records))


def make_wacz(pages: Sequence[SavedPage], folder: Path) -> Path:
    """Put together by the specification (1.1.1) around a WARC of warcio's."""
    unlisted = SavedPage(
        "http://127.0.0.1:1/frame", b"<p>A frame of no page.", "text/html", gzip.compress(b"<p>A frame.")
    )
    warc = write_warc([*pages, unlisted], gzip=True)
    listed = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": page.url, "title": "x"} for page in pages)]
    told = {"path": "archive/data.warc.gz", "hash": f"sha256:{hashlib.sha256(warc).hexdigest()}", "bytes": len(warc)}
    path = folder / "crawl.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.warc.gz", warc)
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, listed)))
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": [told]}))
    return path


def make_zip(pages: Sequence[SavedPage], folder: Path) -> Path:
    path = folder / "pages"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for page in pages:
            archive.writestr(mirror_name(page.url), page.body)
    return path


def make_zip_in_zip(pages: Sequence[SavedPage], folder: Path) -> Path:
    inner = make_zip(pages, folder)
    path = folder / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "inner.zip")
    return path


def make_tar(pages: Sequence[SavedPage], folder: Path, mode: str = "w") -> Path:
    path = folder / "pages"
    with tarfile.open(path, mode) as archive:
        for page in pages:
            info = tarfile.TarInfo(mirror_name(page.url))
            info.size = len(page.body)
            archive.addfile(info, io.BytesIO(page.body))
    return path


def make_tar_zst(pages: Sequence[SavedPage], folder: Path) -> Path:
    path = make_tar(pages, folder)
    return put(path, compress(path.read_bytes()))


def make_json_lines(pages: Sequence[SavedPage], folder: Path) -> Path:
    rows = [{"url": page.url, "html": decoded(page), "fetched_at": "2026-11-26T08:00:15Z"} for page in pages]
    return put(folder / "pages.txt", "".join(json.dumps(row) + "\n" for row in rows).encode())


def make_json(pages: Sequence[SavedPage], folder: Path) -> Path:
    rows = [{"url": page.url, "html": decoded(page), "fetched_at": "2026-11-26T08:00:15Z"} for page in pages]
    return put(folder / "pages", json.dumps(rows, indent=2).encode())


def make_csv_of_excel(pages: Sequence[SavedPage], folder: Path) -> Path:
    """As Excel saves "Unicode text": UTF-16, and tabs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t")
    writer.writerow(["url", "crawled_at", "html"])
    writer.writerows([page.url, "2026-11-26 08:00:15", decoded(page)] for page in pages)
    return put(folder / "pages.txt", text.getvalue().encode("utf-16"))


def make_csv(pages: Sequence[SavedPage], folder: Path) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["url", "crawled_at", "html"])
    writer.writerows([page.url, "2026-11-26 08:00:15", decoded(page)] for page in pages)
    return put(folder / "pages", text.getvalue().encode())


def make_wayback(pages: Sequence[SavedPage], folder: Path) -> Path:
    """As the archive sends pages: its scripts, its toolbar, its links and its last comment, in a page saved by hand."""
    for number, page in enumerate(pages):
        origin, prefix = f"http://{urlsplit(page.url).netloc}", "https://web.archive.org/web/20261126080015/"
        body = page.body.replace(f'href="{origin}'.encode(), f'href="{prefix}{origin}'.encode())
        body = body.replace(b'content="http', f'content="{prefix}http'.encode())
        body = body.replace(b"<head>", b"<head>" + WAYBACK_HEAD.replace("URL", page.url).encode(), 1)
        start = body.index(b">", body.index(b"<body")) + 1
        put(folder / f"{number}.html", body[:start] + WAYBACK_BAR.encode() + body[start:] + WAYBACK_END.encode())
    return folder


WAYBACK_HEAD = """<script src="https://web-static.archive.org/_static/js/wombat.js"></script>
<script>__wm.wombat("URL","20261126080015","https://web.archive.org/","web","/_static/","1795680015");</script>
<!-- End Wayback Rewrite JS Include -->
"""
WAYBACK_BAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp">The archive holds 12 captures of this page, and it would
like to tell you about them in a sentence of some length.</div><!-- END WAYBACK TOOLBAR INSERT -->"""
WAYBACK_END = """<!--
     FILE ARCHIVED ON 08:00:15 Nov 26, 2026 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 09:00:00 Nov 26, 2026.
-->"""


def mirror_name(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}" + ("index.html" if parts.path.endswith("/") else "")


def decoded(page: SavedPage) -> str:
    return decode_html(page.body).text


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@dataclass(frozen=True, slots=True)
class Form:
    """A form of dump: how it is made, with which tool, and what of a page's origin it carries."""

    make: Callable[[Sequence[SavedPage], Path], Path]
    tool: str | None
    url_source: str
    date_source: str | None = None
    loses: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the tool is installed."""
        found: Mapping[str, str | None] = {"chromium": COMMAND, "single-file": SINGLE_FILE and COMMAND}
        return self.tool is None or bool(found[self.tool] if self.tool in found else shutil.which(self.tool))


# Browsers leave scripts out of MHTML, and so what JSON-LD says.
STATED_IN_SCRIPTS = ("modified", "section", "tags")

FORMS = {
    "wget": Form(make_wget, "wget", "path"),
    "wget, converted": Form(make_wget_converted, "wget", "path"),
    "wget, windows names": Form(make_wget_windows, "wget", "path"),
    "wget, warc": Form(make_wget_warc, "wget", "warc", "warc"),
    "httrack": Form(make_httrack, "httrack", "httrack", "httrack"),
    "singlefile": Form(make_single_file, "single-file", "singlefile", "singlefile"),
    "singlefile, packed": Form(make_single_file_packed, "single-file", "singlefile", "singlefile"),
    "mhtml": Form(make_mhtml, "chromium", "mhtml", "mhtml", loses=STATED_IN_SCRIPTS),
    "save complete": Form(make_save_complete, "chromium", "saved-from"),
    "warc": Form(make_warc, None, "warc", "warc"),
    "warc.gz": Form(make_warc_gz, None, "warc", "warc"),
    "warc.gz, whole": Form(make_warc_gz_whole, None, "warc", "warc"),
    "warc.zst": Form(make_warc_zst, None, "warc", "warc"),
    "arc.gz": Form(make_arc, None, "arc", "arc"),
    "wacz": Form(make_wacz, None, "warc", "warc"),
    "zip": Form(make_zip, None, "path"),
    "zip in zip": Form(make_zip_in_zip, None, "path"),
    "tar": Form(make_tar, None, "path"),
    "tar.gz": Form(lambda pages, folder: make_tar(pages, folder, "w:gz"), None, "path"),
    "tar.bz2": Form(lambda pages, folder: make_tar(pages, folder, "w:bz2"), None, "path"),
    "tar.xz": Form(lambda pages, folder: make_tar(pages, folder, "w:xz"), None, "path"),
    "tar.zst": Form(make_tar_zst, None, "path"),
    "json lines": Form(make_json_lines, None, "column", "column"),
    "json": Form(make_json, None, "column", "column"),
    "csv": Form(make_csv, None, "column", "column"),
    "csv of excel": Form(make_csv_of_excel, None, "column", "column"),
    "wayback": Form(make_wayback, None, "wayback", "wayback"),
}
