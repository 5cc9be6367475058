"""The way of one page through the cleaner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from scraper.charset import decode_html
from scraper.cleaner.class_signs import ClassSigns
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.model import BlockModel, shipped_model
from scraper.cleaner.page_class import classify_page
from scraper.cleaner.profile import (
    BlockHashes,
    KnownSite,
    SiteView,
    fingerprint_page,
    hash_blocks,
    is_template_line,
    profile_evidence,
)
from scraper.cleaner.reading import (
    PageReading,
    is_lacking,
    is_rather,
    prose_chars,
    read_elsewhere,
    read_for_print,
    read_page,
)
from scraper.cleaner.record import CleanText, build_article, skip_page
from scraper.cleaner.second_opinion import ask_trafilatura
from scraper.cleaner.selection import Selection, select_content
from scraper.cleaner.text.joining import join_text
from scraper.cleaner.text.markdown import render_markdown
from scraper.cleaner.text_dump import clean_text_page, hash_text_page, read_text_page
from scraper.limits import find_excess
from scraper.magic import begins_as_document, binary_kind
from scraper.reasons import PageClass, Reason
from scraper.records import Article, Outcome, Page, PageFingerprint, Skipped
from scraper.settings import CleanSettings

# A line that is taken for a text dump's headline, which so many of that many other files have and this one has once, is a plea
# where without it another line is the headline. Of 240 articles of wcxb-dev as files with one pleading line on top, 233 titles
# were right, and 238 are; as many with a box of six headlines at the end of each, with the file's own or without (2026-11-28).
PLEA_SHARE: Final = 0.9
MIN_KNOWN: Final = 5


class _Charset(NamedTuple):
    """The encoding that a page was read in, and what told it."""

    name: str
    source: str


class _Chosen(NamedTuple):
    """A page as it was read, what the site's other articles say of its blocks, and the blocks kept."""

    reading: PageReading
    view: SiteView | None
    selection: Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedPage:
    """A page's outcome with what was found on the way; None for what the way ended before.

    Attributes:
        outcome: The article, or the reason why the page is none.
        charset: What it was decoded from.
        reading: Its metadata and blocks; None for text without tags, too.
        view: What the site's other articles say of the blocks.
        selection: The blocks kept.
        template: Of text without tags, which lines are the site's; None where nothing is known of it.
        page_class: What kind of page it is.
    """

    outcome: Outcome
    charset: str | None = None
    reading: PageReading | None = None
    view: SiteView | None = None
    selection: Selection | None = None
    template: Sequence[bool] | None = None
    page_class: PageClass | None = None


def clean_page(
    page: Page, settings: CleanSettings, *, site: KnownSite | None = None, model: BlockModel | None = None
) -> Outcome:
    """Clean one page: boilerplate off, metadata out.

    Args:
        page: The bytes and where they came from.
        settings: How to clean.
        site: What the site's other pages say, from ``read_profile``.
        model: Judges the blocks; by default the one that comes with the package.

    Returns:
        The article, or the reason why the page is none.
    """
    return clean_in_steps(page, settings, site=site, model=model).outcome


def clean_in_steps(
    page: Page, settings: CleanSettings, *, site: KnownSite | None = None, model: BlockModel | None = None
) -> CleanedPage:
    """Clean one page, as ``clean_page`` does, and return what was found on the way, too."""
    refused = _refuse(page, settings)
    if refused is not None:
        return CleanedPage(outcome=refused, page_class=refused.page_class)
    if _is_text(page):
        return _clean_text(page, site)
    return _clean_html(page, settings, site, model or shipped_model())


def _is_text(page: Page) -> bool:
    """Whether a page is text without tags; servers that do not know better call pages so."""
    return page.media_type == "text/plain" and not begins_as_document(page.body)


def _clean_html(page: Page, settings: CleanSettings, site: KnownSite | None, model: BlockModel) -> CleanedPage:
    reading, charset = _read_html(page)
    if not reading.blocks.text:
        page_class = PageClass.JS_SHELL if reading.has_scripts else PageClass.EMPTY
        skipped = skip_page(page, Reason(page_class.value), "no visible text", page_class)
        return CleanedPage(outcome=skipped, charset=charset.name, reading=reading, page_class=page_class)
    ask = partial(_ask_second, page) if settings.second_opinion else None
    way = _choose(page, reading, site, model, ask)
    if is_lacking(reading, way.selection.kept):
        way = _choose_elsewhere(page, way, site, model)
    reading, view, selection = way
    signs = ClassSigns(reading, selection, page.url)
    page_class = classify_page(signs)
    article = None
    if page_class in settings.page_classes:
        article = _build_article(page, reading, selection, charset, page_class, model.version)
        page_class = page_class if article else PageClass.EMPTY
    return CleanedPage(
        outcome=article or skip_page(page, Reason(page_class.value), signs.describe(), page_class),
        charset=charset.name,
        reading=reading,
        view=view,
        selection=selection,
        page_class=page_class,
    )


def _choose(
    page: Page, reading: PageReading, site: KnownSite | None, model: BlockModel, ask: Callable[[], str] | None = None
) -> _Chosen:
    view = _view(page, reading, site) if site is not None else None
    return _Chosen(reading, view, select_content(reading, model, view, ask))


def _choose_elsewhere(page: Page, shown: _Chosen, site: KnownSite | None, model: BlockModel) -> _Chosen:
    """Return what is chosen of the page where it has much more text than it shows, else what is chosen of that."""
    html = decode_html(page.body, page.http_charset).content
    others = (
        _choose(page, reading, site, model) for reading in read_elsewhere(html, shown.reading) if reading.blocks.text
    )
    best = max(others, key=lambda other: prose_chars(other.reading, other.selection.kept), default=shown)
    is_best = is_rather(best.reading, best.selection.kept, shown.reading, shown.selection.kept)
    return best if is_best else shown


def _build_article(
    page: Page, reading: PageReading, selection: Selection, charset: _Charset, page_class: PageClass, extractor: str
) -> Article | None:
    """Return the record; None where nothing was kept."""
    text = join_text(reading.blocks, selection.kept)
    if not text:
        return None
    content = CleanText(
        text=text,
        markdown=render_markdown(reading.blocks, selection.kept, page.url or reading.metadata.canonical_url),
        confidence=selection.confidence,
        extractor=extractor,
        charset=charset.name,
        charset_source=charset.source,
        page_class=page_class,
        removed=selection.removed,
        cut=reading.blocks.cut,
        removed_words=selection.removed_words,
    )
    return build_article(page, selection.metadata, content)


def _clean_text(page: Page, site: KnownSite | None) -> CleanedPage:
    decoded = decode_html(page.body, page.http_charset)
    template = None
    if site is not None:
        hashes = hash_text_page(decoded.text)
        own = _fingerprint_text(page, decoded.text, hashes)
        evidence = profile_evidence(hashes, own, site)
        others = is_template_line(SiteView(hashes, evidence))
        # Others tease it; what titles many is the site's name.
        is_headline = (hashes.text == own.title) & (evidence.titled == 0)
        is_plea = is_headline.sum() == 1 and (evidence.others[is_headline] > PLEA_SHARE * evidence.known).all()
        if is_plea and evidence.known >= MIN_KNOWN and read_text_page(decoded.text, others.tolist()).title:
            is_headline[:] = False
        template = (others & ~is_headline).tolist()
    outcome = clean_text_page(page, decoded.text, decoded.charset, template)
    return CleanedPage(outcome=outcome, charset=decoded.charset, template=template, page_class=outcome.page_class)


def _view(page: Page, reading: PageReading, site: KnownSite) -> SiteView:
    hashes = hash_blocks(reading.blocks)
    return SiteView(hashes, profile_evidence(hashes, _fingerprint(page, reading.metadata, hashes), site))


def fingerprint(page: Page, settings: CleanSettings) -> PageFingerprint | None:
    """Return what a site's profile keeps of a page; None for one that holds no text."""
    if _refuse(page, settings) is not None:
        return None
    if _is_text(page):
        text = decode_html(page.body, page.http_charset).text
        return _fingerprint_text(page, text, hash_text_page(text))
    metadata, blocks = read_for_print(decode_html(page.body, page.http_charset).content, page.url)
    return _fingerprint(page, metadata, hash_blocks(blocks)) if blocks.text else None


def _fingerprint(page: Page, metadata: Metadata, hashes: BlockHashes) -> PageFingerprint:
    address = metadata.canonical_url or page.url or page.source
    day = _day_of(metadata.published) or _day_of(page.fetched_at)
    return fingerprint_page(hashes, key=address, title=metadata.title, day=day)


def _fingerprint_text(page: Page, text: str, hashes: BlockHashes) -> PageFingerprint:
    found = read_text_page(text)
    day = _day_of(found.published) or _day_of(page.fetched_at)
    return fingerprint_page(hashes, key=page.url or page.source, title=found.title, day=day)


def _day_of(moment: str | None) -> int:
    """Return the days from 1970 to a date in ISO 8601, 0 for none and for earlier ones."""
    try:
        return max((date.fromisoformat((moment or "")[:10]) - date(1970, 1, 1)).days, 0)
    except ValueError:
        return 0


def _refuse(page: Page, settings: CleanSettings) -> Skipped | None:
    """Return the reason why the bytes are not even looked at, if there is one."""
    if not page.body or page.body.isspace():
        return skip_page(
            page, Reason.EMPTY, "no bytes" if not page.body else "nothing but white space", PageClass.EMPTY
        )
    if len(page.body) > settings.max_page_bytes:
        return skip_page(page, Reason.TOO_COMPLEX, f"page over {settings.max_page_bytes / 1e6:.0f} MB")
    kind = binary_kind(page.body)
    if kind:
        return skip_page(page, Reason.NOT_HTML, f"bytes are {kind}")
    excess = find_excess(page.body)
    return skip_page(page, Reason.TOO_COMPLEX, excess) if excess else None


def _read_html(page: Page) -> tuple[PageReading, _Charset]:
    """Return a page as the cleaner sees it, and its charset; the decoded text, up to four times its bytes, is not kept."""
    decoded = decode_html(page.body, page.http_charset)
    return read_page(decoded.content, page.url), _Charset(decoded.charset, decoded.charset_source)


def _ask_second(page: Page) -> str:
    return ask_trafilatura(decode_html(page.body, page.http_charset).text, page.url)
