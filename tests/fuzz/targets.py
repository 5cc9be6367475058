"""The targets: what is fuzzed, from which inputs, with which words, and how often in the short form.

A check raises nothing but what is wrong: the outcomes that an input may have are told apart in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from scraper.read.kinds import Kind
from tests.fuzz import bytes_in, corpus, dump_in, page_in, sources_in
from tests.read.dumps import making

_TAGS: Final = (
    b"<p> <div> </div> <a href=' <article> <h1> <h2> <li> <ul> <ol> <table> <tr> <td colspan=' <pre> <br> <img> <!-- --> <script> </script>"
    b" <template> <svg> <noscript> <select> <plaintext> <frameset> <title> <base href=' <meta <link class=' &amp; &#x110000; &nbsp; \0"
    b" <code> <blockquote> <span> <b> <i> <form> <input <math> <textarea> \n\xe3\x80\x80"
).split(b" ")
_SAID: Final = (
    (
        b"itemprop=' itemscope itemtype=' datePublished headline author content=' property=' name=' og:title og:type article:published_time"
        b" <script\xa0type='application/ld+json'> @type NewsArticle @graph keywords rel='canonical' <time\xa0datetime=' 2026-11-26 \\ud83d ["
        b" {\"a\": T08:00:00+01:00 lang=' class='byline' By\xa0 rel='author' 26.\xa0Nov."
    )
    .replace(b"\xa0", b"\xa0")
    .split(b" ")
)
_XML: Final = (
    b"<rss> <channel> <item> <link> <guid> <pubDate> <entry> <feed <updated> <url> <loc> <lastmod> <sitemap> <urlset> <news:news> <![CDATA["
    b" ]]> <?xml <!DOCTYPE <!ENTITY &#xD800; xml:base=' hreflang=' encoding=' href=' \xef\xbb\xbf items [ { \" xmlns:a='"
).split(b" ")
_RULES: Final = b"User-agent: * Disallow: Allow: Sitemap: Crawl-delay: Request-rate: Content-Signal: $ % %2f \r \n # scraper inf 1e9".split(
    b" "
)
_URLS: Final = b"http:// https:// @ : [ ] % %41 %2e %00 .. \\ # ? & utm_source= xn-- 0x . :80 :443 \xc3\xbc \xe3\x80\x82 \xe2\x80\x8b".split(
    b" "
)
_TOML: Final = b'[[site]] url = "https:// feeds include delay since headers cookies_file [ ] { } \\ ( *+ 1e999 nan 2026-11-26'.split(
    b" "
)
_HEADERS: Final = (
    b"Content-Type: Content-Length: WARC/1.0 WARC/1.1 WARC-Type: response revisit resource WARC-Target-URI: WARC-Date: HTTP/1.1 200 gzip"
    b" chunked \r\n\r\n text/html; charset= boundary= filedesc:// multipart/related Content-Transfer-Encoding: base64 quoted-printable"
    b" WARC-Refers-To-Target-URI: WARC-Payload-Digest: -1 99999999999999999999"
).split(b" ")
_ARCHIVE: Final = (
    b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"ustar", b"\0" * 8, b"\xff" * 4, b"././@LongLink", b"PaxHeader", b"../",
    b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"\x75\x70", b"\x01\x00\x10", b"GNU.sparse.map=", b"30 path=",
)  # fmt: skip
_TABLE: Final = b'{"html": "url": "\\ud83d" \\u0000 , ; \t " "" \r\n null 1e999 [[[[ {"a": fetched_at html,url'.split(
    b" "
)
_MARKS: Final = (
    b"<!--\n Page saved with SingleFile", b"url: https://", b"saved date: ", b"<!-- saved from url=(0022)", b" GMT -->", b"archive.org",
    b"<!-- Mirrored from ", b" by HTTrack Website Copier/", b"FILE ARCHIVED ON ", b'__wm.wombat("', b"data-sfz", b"data:a/b;base64,",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing that is fuzzed.

    Attributes:
        check: Reads one input and checks what came of it.
        seeds: Makes the inputs that fuzzing begins with.
        words: What its inputs are made of.
        short_runs: Mutated inputs in the short form: a second's worth of them.
        max_bytes: Of an input.
    """

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    words: tuple[bytes, ...] | list[bytes] = ()
    short_runs: int = 200
    max_bytes: int = 16_384


def _dump(*kinds: Kind, made: Callable[[], Iterable[bytes]], words: Iterable[bytes], short_runs: int = 200) -> Target:
    return Target(check=dump_in.check_kind(*kinds), seeds=made, words=tuple(words), short_runs=short_runs)


_WARC: Final = partial(
    corpus.dumps, making.make_warc, making.make_warc_gz, making.make_warc_gz_whole, making.make_warc_zst
)

TARGETS: Final[Mapping[str, Target]] = {
    "blocks": Target(check=page_in.check_blocks, seeds=corpus.pages, words=_TAGS, short_runs=150),
    "metadata": Target(check=page_in.check_metadata, seeds=corpus.chosen_pages, words=_SAID + _TAGS, short_runs=150),
    "cleaning": Target(check=page_in.check_cleaning, seeds=corpus.chosen_pages, words=_TAGS + _SAID, short_runs=40),
    "charset": Target(check=bytes_in.check_charset, seeds=corpus.texts, words=[b"<meta charset=", b"<?xml encoding='"]),
    "coding": Target(
        check=bytes_in.check_coding,
        seeds=corpus.codings,
        words=[b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x78\x9c", b"<"],
    ),
    "feeds": Target(check=sources_in.check_feed, seeds=corpus.feeds, words=_XML, short_runs=60),
    "sitemaps": Target(check=sources_in.check_sitemap, seeds=corpus.sitemaps, words=_XML),
    "robots": Target(check=sources_in.check_robots, seeds=corpus.robots, words=_RULES),
    "warc": _dump(Kind.WARC, made=_WARC, words=_HEADERS),
    "warcio": Target(check=dump_in.check_with_warcio, seeds=_WARC, words=_HEADERS),
    "arc": _dump(Kind.ARC, made=partial(corpus.dumps, making.make_arc), words=_HEADERS),
    "zip": _dump(Kind.ZIP, Kind.SELF_EXTRACTING, made=corpus.zips, words=_ARCHIVE),
    "wacz": _dump(Kind.ZIP, made=partial(corpus.dumps, making.make_wacz), words=_ARCHIVE),
    "tar": _dump(Kind.TAR, made=corpus.tars, words=_ARCHIVE),
    "packed": _dump(Kind.GZIP, Kind.BZIP2, Kind.XZ, Kind.ZSTD, made=corpus.packed, words=_ARCHIVE),
    "mhtml": _dump(Kind.MHTML, made=corpus.messages, words=_HEADERS),
    "json lines": _dump(Kind.JSON_LINES, made=corpus.lines_of_json, words=_TABLE),
    "json": _dump(Kind.JSON, made=partial(corpus.dumps, making.make_json), words=_TABLE),
    "csv": _dump(Kind.CSV, made=partial(corpus.dumps, making.make_csv, making.make_csv_of_excel), words=_TABLE),
    "mirrors": Target(check=dump_in.check_mirror, seeds=corpus.mirrored, words=[*_MARKS, *_URLS]),
    "magic": Target(check=dump_in.check_magic, seeds=corpus.everything, words=[*_MARKS, *_ARCHIVE, *_HEADERS]),
    "sites file": Target(check=bytes_in.check_sites_file, seeds=corpus.sites_files, words=_TOML),
    "urls": Target(check=bytes_in.check_url, seeds=corpus.addresses, words=_URLS, max_bytes=512),
    "links": Target(check=sources_in.check_links, seeds=corpus.pages, words=_TAGS + _URLS),
    "second opinion": Target(check=page_in.check_second_opinion, seeds=corpus.chosen_pages, words=_TAGS, short_runs=20),
}
