"""What a page's head says that helps to judge its blocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHints:
    """What the page's head says that helps to judge its blocks.

    Attributes:
        title: Text of ``<title>``.
        description: The description of meta tags, or empty.
        article_body: ``articleBody`` of JSON-LD, or empty.
        is_article: Whether Open Graph or JSON-LD calls the page an article; None where they are silent.
        has_bare_head: As in ``Metadata``.
    """

    title: str = ""
    description: str = ""
    article_body: str = ""
    is_article: bool | None = None
    has_bare_head: bool = False
