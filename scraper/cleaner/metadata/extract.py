"""A page's metadata: each field from the first of its sources that says something."""

from collections.abc import Collection
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.metadata import sources
from scraper.cleaner.metadata.addresses import absolute_url, is_front_address, names_page
from scraper.cleaner.metadata.json_ld import POST_TYPES, strings_of
from scraper.cleaner.metadata.markup import Markup
from scraper.cleaner.metadata.page import read_page
from scraper.cleaner.metadata.record import Metadata
from scraper.cleaner.metadata.title_additions import said_once


def extract_metadata(
    tree: LexborHTMLParser, url: str | None, wanted: Collection[str] = sources.FIELDS.keys()
) -> Metadata:
    """Read what a page says about itself.

    Args:
        tree: The parsed page.
        url: Its address, where known: for relative addresses, its date and the site's name.
        wanted: Of ``sources.FIELDS`` those that are looked for; the title, which the date helps to choose, and what the page's
            head says come with any.
    """
    page = read_page(tree, url)
    fields: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for name in wanted:
        value, origin = sources.first_value(sources.FIELDS[name], page)
        if origin in sources.STATED and name in sources.SEEN and (seen := sources.SEEN[name](page, value)):
            value, origin = seen, "byline"
        if origin:
            fields[name], origins[name] = value, origin
    is_dated = origins.get("published", "lone-date") not in sources.WEAK_DATES
    is_article = page.is_article is True or is_dated
    if title := page.titles.choose(
        is_article=is_article, lesser=page.lesser, pieces=page.pieces, bare=page.bare, sections=page.sections
    ):
        fields["title"], origins["title"] = said_once(page.unkicked(title[0])), title[1]
    if page.language:
        fields["language"], origins["language"] = page.language, "html"
    body = next(iter(strings_of(page.work.get("articleBody"))), "")
    return Metadata(
        **fields,
        states_front=_states_front(page.markup),
        is_article=page.is_article,
        is_discussion=not page.markup.linked.types.isdisjoint(POST_TYPES),
        has_bare_head=page.markup.has_bare_head,
        robots=tuple(page.markup.meta.get("robots", ())),
        tdm_reservation=page.markup.first("tdm-reservation"),
        page_title=page.markup.page_title,
        article_body=body,
        sources=origins,
    )


def _states_front(markup: Markup) -> bool | None:
    """Whether what a page gives as its address is its site's front page's; None where it gives none, or ``/home`` and the like."""
    stated = absolute_url(markup.canonical or markup.first("og:url"), markup.url)
    is_front = stated is not None and is_front_address(stated)
    return True if is_front else False if stated and names_page(stated) else None
