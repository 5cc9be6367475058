"""What fuzzing begins with: pages, feeds, sitemaps and dumps of the demo sites, made anew each time."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final

import brotli

from fixtures.sites.builder import SITE_KEYS, build_site
from fixtures.sites.site import Site
from fixtures.sites.special import SPECIAL_PAGES
from scraper.zstd import compress
from tests.fuzz.bytes_in import CODINGS, LABELS
from tests.fuzz.dump_in import NAMES
from tests.fuzz.written import WRITTEN
from tests.read.dumps import making

_ORIGIN: Final = "https://news.example"
_CHOICES: Final = (0, 1, 129)
_CUT_BYTES: Final = 1_500  # of pages in dumps: their readers do not look into them, and small inputs go faster


@cache
def _sites() -> Sequence[Site]:
    return [build_site(key, _ORIGIN, articles=4) for key in SITE_KEYS]


def _answers(paths: Callable[[Site], Iterable[str | None]]) -> Iterator[bytes]:
    for site in _sites():
        yield from (answer.body for path in paths(site) if path and (answer := site.answer(path)))


def pages() -> Iterator[bytes]:
    """Yield the home page, a section and an article of each site, and pages that are no articles."""
    yield from _answers(lambda site: [*site.paths()[:2], site.paths()[-1]])
    yield from (special.answer.body for special in SPECIAL_PAGES.values())
    yield from WRITTEN["pages"]


def chosen_pages() -> Iterator[bytes]:
    """Yield them with the byte that chooses between variants."""
    return (page + bytes([choice]) for page in pages() for choice in _CHOICES)


def texts() -> Iterator[bytes]:
    """Yield pages in several charsets, declared or not."""
    for page in _answers(lambda site: site.paths()[-1:]):
        text = page.decode("utf-8", "replace")[:_CUT_BYTES]
        for number, label in enumerate(LABELS):
            yield text.encode("utf-8") + bytes([number])
            try:
                yield text.encode(label or "utf-8", "xmlcharrefreplace") + bytes([number])
            except LookupError:
                continue


def codings() -> Iterator[bytes]:
    """Yield a page in each content coding."""
    page = next(pages())[:_CUT_BYTES]
    raw = zlib.compressobj(wbits=-15)
    for packed in (
        *(gzip.compress(page), zlib.compress(page), brotli.compress(page), compress(page), page),
        *(raw.compress(page) + raw.flush(), gzip.compress(page) * 2, brotli.compress(gzip.compress(page))),
    ):
        for number in range(len(CODINGS)):
            yield from (packed + bytes([number + step * len(CODINGS)]) for step in (0, 7))


def addresses() -> Iterator[bytes]:
    """Yield the addresses of the sites' pages, and odd ones."""
    for site in _sites():
        yield from (site.url(path).encode() for path in site.paths()[-3:])
    yield from WRITTEN["urls"]


def feeds() -> Iterator[bytes]:
    """Yield each site's feed, and feeds of forms that the sites do not have."""
    for body in (*_answers(lambda site: [site.theme.feed_path]), *WRITTEN["feeds"]):
        yield body[:4_000] + b"\0"
        yield body + b"\1"


def sitemaps() -> Iterator[bytes]:
    """Yield the sites' sitemaps, as they are and packed."""
    names = ("/sitemap.xml", "/sections-sitemap.xml", "/news-sitemap.xml", "/articles-sitemap-1.xml")
    for body in (*_answers(lambda _: names), *WRITTEN["sitemaps"]):
        yield body
        yield gzip.compress(body)
    yield "\n".join(map(_sites()[0].url, _sites()[0].paths())).encode()


def robots() -> Iterator[bytes]:
    """Yield the sites' robots.txt, and one with all that robots.txt can say."""
    yield from _answers(lambda _: ["/robots.txt"])
    yield from WRITTEN["robots"]


def sites_files() -> Iterator[bytes]:
    """Yield sites files."""
    for site in _sites():
        yield f'[[site]]\nurl = "{site.url("/")}"\n'.encode()
    yield from WRITTEN["sites_files"]


def dumps(*makers: Callable[[Sequence[making.SavedPage], Path], Path], cut: bool = True) -> Iterator[bytes]:
    """Yield dumps of a few pages, made as the readers' own tests make them."""
    for maker in makers:
        with tempfile.TemporaryDirectory() as folder:
            made = maker(_saved(cut=cut), Path(folder))
            for path in sorted(made.rglob("*")) if made.is_dir() else [made]:
                if path.is_file():
                    yield path.read_bytes()


def _saved(*, cut: bool) -> Sequence[making.SavedPage]:
    found = []
    for site in _sites():
        path = site.paths()[-1]
        answer = site.answer(path)
        assert answer is not None
        body = answer.body[: _CUT_BYTES if cut else None]
        found.append(
            making.SavedPage(f"https://{site.theme.key}.example{path}", body, "text/html", gzip.compress(body))
        )
    return found


def tars() -> Iterator[bytes]:
    """Yield archives of the forms in use, with names that have headers of their own."""
    yield from dumps(making.make_tar)
    for form in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
            for name in ("a.html", "folder/" + "b" * 120 + ".html" if form != tarfile.USTAR_FORMAT else "b.html"):
                info = tarfile.TarInfo(name)
                info.size = 20
                archive.addfile(info, io.BytesIO(b"<!DOCTYPE html><p>A!"))
        yield buffer.getvalue()


def messages() -> Iterator[bytes]:
    """Yield MHTML as Chromium writes it."""
    yield from WRITTEN["mhtml"]


def packed() -> Iterator[bytes]:
    """Yield a page, a table and an archive, packed in each way and several."""
    for body in (*dumps(making.make_json_lines, making.make_tar), next(pages())[:_CUT_BYTES]):
        for pack in (gzip.compress, bz2.compress, lzma.compress, compress):
            yield pack(body)
            yield pack(gzip.compress(body))


def everything() -> Iterator[bytes]:
    """Yield files of all kinds, with the byte that chooses a name."""
    kinds = (making.make_zip, making.make_warc, making.make_arc, making.make_tar, making.make_csv)
    saved = dumps(making.make_wayback, cut=False)
    for number, body in enumerate((*dumps(*kinds), *saved, *messages(), *pages(), *WRITTEN["saved"])):
        yield body + bytes([number % len(NAMES)])
        yield body[:600] + bytes([(number + 5) % len(NAMES)])


def mirrored() -> Iterator[bytes]:
    """Yield pages below a path, with the byte that chooses a host."""
    for number, page in enumerate((*pages(), *WRITTEN["saved"])):
        for name in (b"", b"a/index.html", b"2026/story.php@id=1&b=2.html", b"[::1]/%zz?x.html"):
            yield name + b"\n" + page[:3_000] + bytes([number % 5])


def lines_of_json() -> Iterator[bytes]:
    """Yield tables as JSON Lines."""
    yield from dumps(making.make_json_lines)
    rows = [{"raw_html": "<p>A", "url": "https://a.test/"}, {"content": "<p>B", "timestamp": "1764144000"}, {"html": 1}]
    yield "\n".join(map(json.dumps, rows)).encode()


zips: Final = partial(dumps, making.make_zip, making.make_zip_in_zip)


def packed_twice() -> bytes:
    """Return two gzip members, the second of which is cut."""
    return gzip.compress(b"One") + gzip.compress(b"Two")[:-1]


def wacz_with(name: bytes, other: bytes) -> bytes:
    """Return a WACZ with another name of a member before it than in its directory."""
    return next(dumps(making.make_wacz)).replace(name, other, 1)
