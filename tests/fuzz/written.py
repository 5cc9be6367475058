"""Inputs that were written for fuzzing: forms that the demo sites do not have, one of each."""

from collections.abc import Mapping
from typing import Final

_JSON_LD: Final = b"""<!DOCTYPE html><html lang="pt-br"><head><title>A - B | C</title><base href="/x/">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":["NewsArticle"],"headline":"A","author":
[{"@type":"Person","name":"Ann Lee","url":"/ann"},"Bo Li"],"datePublished":"2026-02-30T25:00:00+99:00","dateModified":
"2026-11-26T08:00:00Z","keywords":"a, b","articleSection":["x"],"image":{"url":"//i.test/1.png"},"inLanguage":"en",
"isAccessibleForFree":"False","articleBody":"Some text\\ud83d","publisher":{"@type":"Organization","name":"C"}},
{"@type":"WebSite","name":"C","@id":"#site"}]}</script>
<meta name="author" content="By Ann Lee and Bo Li"><meta property="article:tag" content="x"><meta name="robots" content="noindex">
<link rel="canonical" href="http://[::1/"><meta name="date" content="26.11.2026"><meta http-equiv="content-language" content="de">
</head><body><article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">A</h1>
<p class="byline">Von <a rel="author" href="/ann">Ann Lee</a>, <time datetime="2026-11-26">26. November 2026</time></p>
<span itemprop="datePublished" content="0001-01-01T00:00:00+14:00"></span><p>Am 31.12.9999 um 23:59 Uhr.</p></article></body></html>"""

_MARKUP: Final = b"""<body><p>One <b>two <i>three</b> four</i> <a href="javascript:x">five</a><br><br>six</p><ol start=9e9><li>a<ol><li>b
</ol></ol><table><tr><th colspan=3>a|b<td rowspan=0>c<tr><td>d</table><pre> x
 y</pre><blockquote><p>q<blockquote>r</blockquote></blockquote><dl><dt>t<dd>d</dl><h2>*h* _i_ `c`</h2><img src=x alt="]("><code>``</code>
<template><p>t</template><svg><p>s</svg><select><option>o</select><frameset><noscript><p>n</noscript><plaintext>rest"""

WRITTEN: Final[Mapping[str, tuple[bytes, ...]]] = {
    "pages": (
        _JSON_LD,
        _MARKUP,
        "<article><p>港は閉まった。<a href=/x>\n　春まで。</a>\n\n　<b>町は\n　\n待つ。</b></p></article>".encode(),
        b"<html><script>window.__STATE__={'body':'<p>text</p>'}</script><script id=__NEXT_DATA__ type=application/json>"
        b'{"props":{"article":{"body":"<p>A long text that stands in a script alone</p>"}}}</script><div id=root></div>',
        b"Some plain text of a page.\n\n  * Menu\n  * News\n\nA headline\n\nBy Ann Lee\n26 November 2026\n\nA sentence, then one more.\n",
    ),
    "urls": (
        b"HTTP://Example.ORG:80/a/../b?id=1&utm_source=x#top",
        b"https://user:pass@b\xc3\xbccher.example\\a b/%7E/%2e%2E/c;d?e=%zz&&f",
        b" https://0x7f.1/\t",
        b"http://[::ffff:1.2.3.4]:080/",
        b"https://\xef\xbd\x85xample\xe3\x80\x82com/",
        b"http://3232235777/",
        b"https://a.test:65536/",
        b"//a/b",
        b"https:a.test",
        b"http://xn--/",
        b"http://a..b/%",
    ),
    "feeds": (
        b"<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item>"
        b"<title><![CDATA[ A & B ]]></title><link>/1</link><pubDate>Thu, 26 Nov 2026 08:00:00 +0100</pubDate></item><item><guid>"
        b"https://a.test/2</guid><dc:date>2026-11-26T08:00:00Z</dc:date></item></channel></rss>",
        b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.test/x/'><entry><title type='html'>&lt;b&gt;</title>"
        b"<link href='../1'/><updated>2026-11-26T08:00:00+01:00</updated></entry></feed>",
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        b"<item rdf:about='https://a.test/1'><title>One</title><link>https://a.test/1</link></item></rdf:RDF>",
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/1", "title": " One\\ud83d ",'
        b' "date_published": "2026-11-26T08:00:00Z"}, {"external_url": "http://[x"}, 5]}',
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel><item><link>https://a.test/&b;</link>'
        b"<pubDate>Mon, 99 Xyz 0000</pubDate></item></channel></rss>",
    ),
    "sitemaps": (
        b"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE u [<!ENTITY a 'x'>]><x:urlset xmlns:x='http://www.sitemaps.org/schemas/sitemap/0.9'"
        b" xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' xmlns:xhtml='http://www.w3.org/1999/xhtml'><x:url><x:loc> /a&a; </x:loc>"
        b"<x:lastmod>2026-11-26</x:lastmod><xhtml:link rel='alternate' hreflang='de' href='/de/a'/><n:news><n:publication_date>"
        b"0001-01-01T00:00:00+14:00</n:publication_date><n:title>T</n:title></n:news></x:url></x:urlset>",
        b"<urlset><url><loc>https://a.test/1</loc><loc>/2</loc><image:image><image:loc>/3</image:loc></image:image></url>",
        b"https://news.example/a\r\nhttps://news.example/b\nnot one\n",
    ),
    "robots": (
        b"# all\nUser-agent: *\nUser-agent: other bot\nDisallow: /private/*$\nAllow: /a/index.html\nDisallow:\nCrawl-delay: 2.5\n"
        b"Request-rate: 1/10m\nDissallow /x\nSitemap: /map.xml\nContent-Signal: search=yes, ai-train=no\n\nUser-agent: scraper/2\n"
        b"Disallow: /*.php\nAllow: /%7E\xc3\xa9\nCrawl-delay: inf\nHost: x\n",
    ),
    "sites_files": (
        b'# sites\n[[site]]\nurl = "https://a.test/"\nfeeds = ["https://a.test/rss"]\nsitemaps = []\ninclude = ["/news/", "\\\\d{4}"]\n'
        b'exclude = ["/live/"]\ndelay = 2.5\nsince = 2026-11-01\nheaders = { X-Reader = "yes" }\n[[site]]\nurl = "https://b.test/"\n'
        b'cookies_file = "c.txt"\nsince = "2026-13-01"\ndelay = nan\n',
        b'site = [{url = "https://c.test/", include = ["(a+"]}]\n',
    ),
    "mhtml": (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/a-\r\n long-address\r\nSubject: =?utf-8?Q?A=20?=\r\n"
        b'Date: Thu, 26 Nov 2026 08:00:15 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="--b--"; start="<f>"\r\n\r\n----b--\r\nContent-Type: text/html; charset="utf-8"\r\nContent-ID: <f>\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example/a\r\n\r\n<!DOCTYPE html><p>A=20st=C3=B6ry=\r\n"
        b" goes on.\r\n----b--\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: base64\r\n\r\ncCB7fQ==\r\n----b----\r\n",
        b"MIME-Version: 1.0\nContent-Type: text/html; charset*=utf-8''x\nContent-Transfer-Encoding: x-uuencode\n\nbegin 666 x\n#86)C\n \nend\n",
    ),
    "saved": (
        b"<!DOCTYPE html><!--\n Page saved with SingleFile \n url: https://news.example/a \n saved date: Thu Nov 26 2026 08:00:15 GMT+0100"
        b" (Central European Standard Time)\n--><html><head><link rel=canonical href=https://news.example/a></head><p>A",
        b"<!DOCTYPE html>\n<!-- saved from url=(0022)https://news.example/a -->\n<html><p>A<img src='data:image/png;base64,"
        + b"A" * 80
        + b"'>",
        b"<html>\n<!-- Mirrored from news.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 26 Nov 2026 08:00:15 GMT -->\n"
        b"<link rel='canonical' href='a.html'><meta property=og:url content=http://news.example/a><p>A",
        b"<html><head><script src=https://web-static.archive.org/_static/js/wombat.js></script><script>__wm.wombat("
        b'"https://news.example/a","20261126080015","https://web.archive.org/")</script><!-- End Wayback Rewrite JS Include -->'
        b"<link rel=canonical href=https://web.archive.org/web/20261126080015/https://news.example/a></head><p>A"
        b"<!--\n FILE ARCHIVED ON 08:00:15 Nov 26, 2026 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 09:00:00 Nov 26, 2026.\n-->",
    ),
}
