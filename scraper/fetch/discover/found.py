"""What discovery finds: pages that may be articles, and the sources that list them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from scraper.fetch.answers import Validators

_MISSING: Final = frozenset({"gone", "absent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A page that may be an article.

    Attributes:
        found_in: The feed, sitemap or section page that lists it.
        found_as: ``feed``, ``sitemap``, ``section`` or ``given``.
        date_hint: What the source says of its date, ISO 8601.
    """

    url: str
    found_in: str
    found_as: str
    date_hint: str | None = None
    title_hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redated:
    """Another date of a page that was told already: feeds mostly say when it was published, sitemaps when it was changed."""

    url: str
    found_in: str
    date_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSeen:
    """A source was looked at.

    Attributes:
        kind: ``feed``, ``sitemap`` or ``section``; ``gone`` for a sitemap that an index lists and that is not there, ``absent`` for
            nothing at a usual address.
        validators: To ask for it next time.
        candidates: How many pages it lists.
        unchanged: The server said that it is as it was.
    """

    url: str
    kind: str
    validators: Validators
    candidates: int
    unchanged: bool

    @property
    def is_missing(self) -> bool:
        """Whether there was nothing to be read."""
        return self.kind in _MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSources:
    """What earlier runs remember of a site's sources, by their addresses.

    Attributes:
        validators: A source that did not change lists nothing new.
        gone: Sitemaps of an index that were not there in several runs: they are not asked for.
        absent: Usual addresses with nothing there: they are not guessed again.
        feeds: Those that were read: they are asked for where the start page names none, or cannot be had.
    """

    validators: Mapping[str, Validators] = field(default_factory=dict)
    gone: Collection[str] = ()
    absent: Collection[str] = ()
    feeds: Collection[str] = ()
