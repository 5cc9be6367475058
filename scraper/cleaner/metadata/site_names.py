"""What a site is called: by its metadata, by the publisher of its works, and by its host."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, Final
from urllib.parse import urlsplit

from scraper.cleaner.metadata.json_ld import LinkedData, strings_of, types_of
from scraper.cleaner.metadata.markup import Markup
from scraper.cleaner.metadata.spelling import fold_words

# A portal's name and its channel at the end of a Chinese title: "…_海港新闻". Nine of 73 saved pages of Chinese news state the
# portal as their author (2026-11-28).
_CHANNEL: Final = re.compile(
    r"[_|｜—-]\s?(?P<name>[\u3400-\u9fff]{2,4})(?:新闻网?|新聞網?|资讯|資訊|财经|財經|体育|體育|娱乐|娛樂|科技|军事|軍事|汽车|汽車|订阅|訂閱)$"
)


def site_names_of(markup: Markup, work: Mapping[str, Any]) -> frozenset[str]:
    """Return the folded names of a page's site, to be taken off titles and out of bylines."""
    return frozenset(chain(_stated_names(markup), _publisher_names(work, markup.linked)))


def _stated_names(markup: Markup) -> Iterator[str]:
    for name in (
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "publisher",
        "twitter:site",
        "dc.publisher",
    ):
        for value in markup.meta.get(name, ())[:2]:
            if folded := fold_words(value):
                yield folded
    for node in markup.linked.find(frozenset(("website", "organization", "newsmediaorganization", "corporation"))):
        for value in strings_of(node.get("name"))[:2] + strings_of(node.get("alternateName"))[:2]:
            if folded := fold_words(value):
                yield folded
    if channel := _CHANNEL.search(markup.page_title):
        yield channel["name"]
    for address in dict.fromkeys((markup.url, markup.canonical, markup.first("og:url"))):
        yield from _host_names(address)


def _publisher_names(work: Mapping[str, Any], linked: LinkedData) -> Iterator[str]:
    """Yield the folded names of the publisher of the page's work, unless that is a person."""
    publisher = linked.resolve(work.get("publisher"))
    if isinstance(publisher, dict) and "person" not in types_of(publisher):
        yield from filter(None, map(fold_words, strings_of(publisher)[:2]))


def _host_names(address: str | None) -> Iterable[str]:
    """Return the host, with and without its last labels: a title's tail is often the domain without its ending."""
    try:
        return _labels_of((urlsplit(address or "").hostname or "").removeprefix("www."))
    except ValueError:
        return ()


@lru_cache(maxsize=256)
def _labels_of(host: str) -> frozenset[str]:
    labels = host.split(".")
    folded = (fold_words("".join(labels[:end])) for end in range(len(labels), 0, -1))
    return frozenset(name for name in folded if len(name) > 2).union(
        [fold_words(labels[-2])] if len(labels) > 2 else ()
    )
