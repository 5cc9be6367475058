"""An article's page with a byline, and what its JSON-LD says of the author."""

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import extract_metadata

TITLE = "Storm cuts power in three districts"
ADA, BOB = "Ada Lovelace", "Bob Stone"
TEXT = (
    "<div><p>The text of the article goes on for a good while here, and says what happened.</p><p>More of it.</p></div>"
)


def authors(body: str, language: str = "en", head: str = "") -> tuple[str, ...]:
    html = (
        f'<html lang={language}><title>{TITLE} | Gazette</title><meta property="og:type" content="article">'
        f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Gazette">{head}'
        f"<body><main><h1>{TITLE}</h1>{body}{TEXT}</main>"
    )
    return extract_metadata(LexborHTMLParser(html), "https://gazette.example/a").authors


def linked(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}</script>'


LONG = f"<p>{'The text goes on for a good while here, and says what happened there. ' * 4}</p>" * 3
NOBODY = (
    linked('{"@type": "Organization", "name": "Union Wire"}'),
    linked('{"name": "Staff Reporter"}'),
    linked("[]"),
    '<meta name=author content="Redazione">',
    '<meta name=author content="Gazette">',
)
