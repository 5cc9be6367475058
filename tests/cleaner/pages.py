"""Pages for the cleaner's tests, written for them; clear cases, whatever the model's exact weights are."""

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.page import clean_page
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.walk import read_blocks
from scraper.records import Outcome, Page
from scraper.settings import CleanSettings

ALONE = CleanSettings(second_opinion=False)

SENTENCES = (
    "The council met on Tuesday evening to discuss the future of the old harbour, which has stood empty for eleven years.",
    "Residents had filled every chair in the hall long before the mayor, in a grey coat, opened the meeting at seven.",
    "A study paid for by the port authority found that the quay walls could be repaired for nine million, far less than feared.",
    "Opponents of the plan pointed to the traffic, to the noise of the building works, and to the swifts that nest in the cranes.",
    "The vote is expected in the spring, and until then the gates, as the harbour master put it, stay where they are: shut.",
    "Nobody in the hall could say what would happen if the state refused to pay its share, which it has done twice before.",
)


def paragraphs(texts: Iterable[str] = SENTENCES) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


def article_page(
    body: str | None = None, title: str = "Harbour to stay shut until spring", head: str = "", lang: str = "en"
) -> str:
    """A news page with menu, article, related links and footer."""
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("News", "Sport", "Culture", "Weather"))
    related = "".join(f'<li><a href="/story-{n}">Another story number {n}</a></li>' for n in range(6))
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:type" content="article"><meta property="og:title" content="{title}">{head}</head><body>
<header class="site-header"><ul class="menu">{menu}</ul></header>
<main><article class="article"><h1>{title}</h1>
<div class="article-body">{paragraphs() if body is None else body}</div></article></main>
<aside class="sidebar related"><h3>Read more</h3><ul>{related}</ul></aside>
<div class="footer"><p>All rights reserved. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></div></body></html>"""


def read(html: str) -> Blocks:
    return read_blocks(LexborHTMLParser(html))


def clean(html: str | bytes, url: str | None = "https://news.example/2026/harbour", **fields: str) -> Outcome:
    body = html.encode() if isinstance(html, str) else html
    return clean_page(
        Page(body=body, source="test", url=url, media_type=fields.pop("media_type", "text/html"), **fields), ALONE
    )
