"""What a page says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Metadata of one page; None and empty mean that the page does not say.

    Attributes:
        title: Headline, without the site's name.
        authors: People, in the page's order, without job titles, company names and "By".
        published: ISO 8601, a date or a date and time, with a zone only where the page gives one.
        modified: As ``published``.
        language: BCP 47, with script and region where given: ``en``, ``pt-BR``, ``zh-Hant-TW``.
        image: Absolute http or https address.
        canonical_url: Absolute http or https address on the page's own registrable domain.
        is_accessible_for_free: JSON-LD's ``isAccessibleForFree``.
        states_front: Whether the address that it gives as its own is its site's front page's; None where that is open.
        is_article: True where Open Graph or JSON-LD call the page an article, False where they call it something else.
        is_discussion: Whether JSON-LD calls it a post, a question or their page: what others answer belongs to it.
        has_bare_head: Whether the head has no viewport, no Open Graph and no JSON-LD.
        robots: Contents of the robots meta elements.
        tdm_reservation: Content of TDMRep's meta element.
        page_title: Text of ``<title>``, white space folded; empty where there is none.
        article_body: JSON-LD's ``articleBody``, or empty.
        sources: For each field that has a value, which source gave it, such as ``json-ld``.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    description: str | None = None
    image: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    is_accessible_for_free: bool | None = None
    states_front: bool | None = None
    is_article: bool | None = None
    is_discussion: bool = False
    has_bare_head: bool = False
    robots: tuple[str, ...] = ()
    tdm_reservation: str | None = None
    page_title: str = ""
    article_body: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
