"""JSON-LD: the objects of a page's ``application/ld+json`` scripts, and the one that describes the page's article.

Graphs, lists and nesting are walked to the objects that stand for the page; what hangs on lists of teasers, comments or
publishers is kept for ``@id`` references only.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from scraper.cleaner.metadata.byline_words import FIRST_WIDE
from scraper.cleaner.metadata.loose_json import read_loose_json

Node: TypeAlias = Mapping[str, Any]

# schema.org's Article and its subtypes that publishers use.
ARTICLE_TYPES: Final = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "opinionnewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "asknewsarticle",
        "advertisercontentarticle",
        "satiricalarticle",
        "blogposting",
        "liveblogposting",
        "techarticle",
        "scholarlyarticle",
        "medicalscholarlyarticle",
        "report",
        "apireference",
    ]
)
# Posts of boards and social networks: pages with an author and a date, yet no articles.
POST_TYPES: Final = frozenset(["discussionforumposting", "socialmediaposting", "question", "qapage"])
# Works that are dated and signed as articles are.
WORK_TYPES: Final = frozenset(
    ["recipe", "review", "howto", "videoobject", "podcastepisode", "creativework", "medicalwebpage"]
)
# What says that the page is no article, unless an article stands beside it.
OTHER_TYPES: Final = frozenset(
    [
        "website",
        "collectionpage",
        "product",
        "productgroup",
        "itemlist",
        "searchresultspage",
        "profilepage",
        "aboutpage",
        "contactpage",
        "service",
        "offer",
        "softwareapplication",
        "jobposting",
        "event",
        "localbusiness",
        "faqpage",
        "store",
        "restaurant",
        "hotel",
        "course",
        "individualproduct",
    ]
)

# Objects deeper or more than this are not looked at: real pages have fewer than 300 (wcxb-dev, 2026-11).
MAX_DEPTH: Final = 12
MAX_NODES: Final = 2_000

# Parts of a page that are about something else than the page: what hangs on these is not the page's article.
_ASIDE: Final = frozenset(
    "itemlistelement haspart citation comment review reviews mentions relatedlink associatedmedia blogpost sponsor about"
    " hasofferCatalog suggestedanswer isrelatedto acceptedanswer publisher author creator image logo".lower().split()
)

_NAME_PARTS: Final = ("givenName", "familyName")


def read_json_ld(scripts: Iterable[str]) -> "LinkedData":
    """Read a page's scripts; what is no JSON even after repair is left out."""
    return LinkedData([value for script in scripts if (value := read_loose_json(script)) is not None])


class LinkedData:
    """The objects of a page's JSON-LD.

    Attributes:
        nodes: Objects that stand for the page itself, in its order: not those inside lists of teasers, reviews, comments.
        types: Types of ``nodes``, lower case.
    """

    __slots__ = ("_by_id", "nodes", "types")

    def __init__(self, values: list[Any]) -> None:
        self._by_id: dict[str, Node] = {}
        self.nodes: list[Node] = []
        for value in values:
            for node, aside in _walk(value):
                if len(self.nodes) >= MAX_NODES:
                    break
                if not aside:
                    self.nodes.append(node)
                name = node.get("@id")
                if isinstance(name, str) and len(node) > 1:
                    self._by_id.setdefault(name, node)
        self.types: Final = frozenset(kind for node in self.nodes for kind in types_of(node))

    def resolve(self, value: Any) -> Any:
        """Return the object that an ``@id`` reference means, else the value itself."""
        if isinstance(value, dict) and len(value) <= 2 and "name" not in value:
            name = value.get("@id")
            return self._by_id.get(name, value) if isinstance(name, str) else value
        return value

    def find(self, types: frozenset[str]) -> list[Node]:
        """Return the objects of the given types, in the page's order."""
        return [node for node in self.nodes if not types.isdisjoint(types_of(node))] if self.types & types else []


def types_of(node: Node) -> list[str]:
    """Return an object's types in lower case, without the vocabulary's address."""
    value = node.get("@type")
    values = value if isinstance(value, list) else (value,)
    return [kind.rpartition("/")[2].rpartition(":")[2].lower() for kind in values if isinstance(kind, str)]


def _walk(value: Any) -> Iterator[tuple[Node, bool]]:
    """Yield each object, in document order, and whether it hangs on something that is not the page."""
    stack = [(value, False, 0)]
    seen = 0
    while stack and seen < MAX_NODES:
        value, aside, depth = stack.pop()
        seen += 1
        if isinstance(value, dict):
            yield value, aside
            if depth < MAX_DEPTH:
                inner = [
                    (child, aside or key.lower() in _ASIDE, depth + 1)
                    for key, child in value.items()
                    if isinstance(child, (dict, list))
                ]
                stack.extend(reversed(inner))
        elif isinstance(value, list) and depth < MAX_DEPTH:
            stack.extend(
                (child, aside, depth + 1) for child in reversed(value[:MAX_NODES]) if isinstance(child, (dict, list))
            )


def strings_of(value: Any) -> list[str]:
    """Return a value's strings: itself, the items of a list, the ``name``, its parts or the ``@value`` of objects."""
    values = value if isinstance(value, list) else [value]
    strings = (_string_of(item) for item in values[:MAX_NODES])
    return [text for text in strings if text.strip()]


def _string_of(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline") or _name_in_parts(value)
        if isinstance(value, list):
            value = next((part for part in value if isinstance(part, str)), None)
    return value if isinstance(value, str) else ""


def _name_in_parts(person: Node) -> str:
    """Return the name of a person whose given and family names stand apart; in Chinese letters the family's is first."""
    given, family = (part.strip() if isinstance(part := person.get(key), str) else "" for key in _NAME_PARTS)
    return f"{family}{given}" if given >= FIRST_WIDE else f"{given} {family}".strip()
