"""Pages and URLs that try to get out of their text."""

from typing import Final

PAYLOADS: Final = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "</title><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "</textarea></option></div><img src=http://evil.test/x.png onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' onmouseover='window.hit=1' x='",
    "<!--<script>window.hit=1//-->",
    "{{ 7*7 }}{% raw %}${7*7}<%= 7*7 %>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<base href=http://evil.test/><link rel=stylesheet href=http://evil.test/x.css>",
    "<meta http-equiv=refresh content='0;url=http://evil.test/'>",
    "[a](javascript:window.hit=1) ![b](http://evil.test/y.png) <http://evil.test/z>",
    "\u202egnp.exe\u2028\u2029\x00\x1b[2J\ud83d",
)
"""Each for another place: text, attribute, comment, template, markdown, terminal."""

LINKS: Final = (
    "javascript:window.hit=1",
    " javascript:window.hit=1",
    "java\nscript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    "data:text/html,<script>window.hit=1</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.test/x",
    'https://a.test/"onclick="window.hit=1',
)


def hostile_page() -> str:
    """An article whose title, text, attributes, links and JSON-LD carry the payloads."""
    from html import escape
    from json import dumps

    every = " ".join(PAYLOADS)
    quoted = escape(every)
    paragraphs = "".join(
        f'<p class="{quoted}" id="{escape(payload)}">The council met on Tuesday evening, and {escape(payload)} was said,'
        f' and said again, by the harbour master, who had come late. <a href="{escape(link)}">A link</a></p>'
        for payload, link in zip(PAYLOADS, LINKS * 2, strict=False)
    )
    work = {
        "@type": "NewsArticle",
        "headline": f"Harbour {every}",
        "author": {"@type": "Person", "name": f"Ann {PAYLOADS[0]}"},
        "datePublished": f"2026-11-01{PAYLOADS[5]}",
        "articleSection": PAYLOADS[1],
        "keywords": list(PAYLOADS),
        "image": LINKS[0],
        "url": LINKS[4],
    }
    json_ld = dumps(work).replace("</", "<\\/")
    return f"""<!DOCTYPE html><html lang="en"><head><title>Harbour {quoted}</title>
<meta property="og:type" content="article"><meta property="og:title" content="Harbour {quoted}">
<meta property="og:image" content="javascript:window.hit=1"><meta name="description" content="{quoted}">
<meta property="og:site_name" content="{quoted}"><meta name="author" content="{quoted}">
<link rel="canonical" href="javascript:window.hit=1"><script type="application/ld+json">{json_ld}</script>
<script>window.hit=1</script><style>body {{ background: url(http://evil.test/bg.png) }}</style></head>
<body onload="window.hit=1"><nav><a href="javascript:window.hit=1">{quoted}</a></nav>
<main><article><h1>Harbour {quoted}</h1>{paragraphs}<img src="http://evil.test/a.png" onerror="window.hit=1">
<h2>{quoted}</h2><ul><li>{quoted}, and a list item of some length to be kept, too.</li></ul>
<pre>{quoted}</pre><table><tr><td>{quoted}</td><td>cell</td></tr></table></article></main>
<div class="comments {quoted}"><p>{quoted}</p></div></body></html>"""
