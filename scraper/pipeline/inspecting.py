"""One page, shown as the cleaner saw it: a file, a place in one, a URL, or what a run has archived of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scraper.errors import UsageError
from scraper.pipeline.arguments import or_default
from scraper.pipeline.finding_saved import find_saved_page
from scraper.pipeline.saved_sites import site_of_saved
from scraper.records import Page, SiteProfile, Skipped
from scraper.settings import CleanSettings, FetchSettings, ReadSettings
from scraper.site_keys import HOST, SiteKey, make_site_key
from scraper.urls import loose_url_key

if TYPE_CHECKING:
    from scraper.cleaner.model import BlockModel
    from scraper.report import Side

_WEB: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanerChoice:
    """A version of the cleaner.

    Attributes:
        model: File of weights, as ``make train`` writes it; by default the one that comes with the package.
        state: State file whose profile of the page's site is used.
        learn: Files and folders of other saved pages, to learn the site from.
        site_key: Which pages are one site, as in ``make_site_key``.
    """

    model: Path | None = None
    state: Path | None = None
    learn: tuple[Path, ...] = ()
    site_key: str = HOST


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectSettings:
    """What to show of a page.

    Attributes:
        cleaner: Whose view is shown.
        against: The view that is shown as the one before it.
        url: The address of a saved page; of a file with several pages, which one is meant.
        archive: Folder of pages that runs have kept; a URL is then looked for there, and not fetched.
        read: How to read saved pages.
    """

    cleaner: CleanerChoice = field(default_factory=CleanerChoice)
    against: CleanerChoice | None = None
    url: str | None = None
    archive: Path | None = None
    read: ReadSettings = field(default_factory=ReadSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)


def inspect(page: str | Path, settings: InspectSettings | None = None) -> str:
    """Return an HTML page that shows what was kept of a page and what was stripped, and why.

    Args:
        page: A file with a saved page, the place of one as records and events name it (``pages.zip!a/0001.html``), or a URL.
        settings: What to show.

    Raises:
        UsageError: There is no such page, or a library for it is not installed; the message says what to do.
        StateError: A state file cannot be used.
    """
    from scraper.cleaner.characters import count_words
    from scraper.report import render_inspection

    settings = or_default(settings, InspectSettings)
    found = _find_page(str(page), settings)
    side = _look(found, settings.cleaner, settings)
    if settings.against is None:
        return render_inspection(side, count_words=count_words)
    return render_inspection(_look(found, settings.against, settings), side, count_words=count_words)


def _find_page(target: str, settings: InspectSettings) -> Page:
    if not target.lower().startswith(_WEB):
        return find_saved_page(target, settings.url, settings.read)
    if settings.archive is not None:
        return _find_archived(target, settings.archive, settings.cleaner.state)
    return _fetch(target, settings.fetch)


def _find_archived(url: str, archive: Path, state: Path | None) -> Page:
    """Return the newest archived answer to a URL, also when redirects led elsewhere."""
    from scraper.read import read_paths

    wanted = {loose_url_key(url), *_known_addresses(url, state)}
    for file in sorted(archive.glob("*.warc*"), reverse=True):  # a run's files are named by its time
        pages = [
            page for page in read_paths([file]) if isinstance(page, Page) and loose_url_key(page.url or "") in wanted
        ]
        if pages:
            return pages[-1]
    raise UsageError(f"{archive}: holds no page of {url}: leave --archive out to fetch it as it is now")


def _known_addresses(url: str, state: Path | None) -> Iterator[str]:
    if state is not None:
        from scraper.pipeline.looking_up import why

        known = why(state, url)
        if known:
            yield from (loose_url_key(address) for address in (known.url, known.final_url) if address)


def _fetch(url: str, settings: FetchSettings) -> Page:
    from scraper.fetch import Fetched, Fetcher
    from scraper.pipeline.event_loop import run_async

    async def fetch_one() -> Page:
        async with Fetcher(settings) as fetcher:
            result = await fetcher.fetch(url)
        if isinstance(result, Fetched):
            return result.page
        why = f"{result.code} ({result.detail})" if isinstance(result, Skipped) else "no page"
        raise UsageError(f"{url}: {why}: nothing to inspect; save the page and name the file, or try again")

    return run_async(fetch_one())


def _look(page: Page, choice: CleanerChoice, settings: InspectSettings) -> "Side":
    from scraper.cleaner import read_profile
    from scraper.cleaner.explain import explain_page
    from scraper.report import Side

    model = _read_model(choice.model) if choice.model else None
    profile = _find_profile(page, choice, settings.read)
    site = read_profile(profile) if profile and profile.pages else None
    explanation = explain_page(page, settings.clean, site=site, model=model)
    return Side(name=_name(explanation.extractor, choice, explanation.known), explanation=explanation)


def _name(extractor: str, choice: CleanerChoice, known: int | None) -> str:
    model = f"{extractor} ({choice.model.name})" if choice.model else extractor
    if known is None:
        return f"{model}, no profile"
    names = [path.name or str(path) for path in (choice.state, *choice.learn) if path]
    return f"{model}, {known} other articles from {', '.join(names)}"


def _read_model(path: Path) -> "BlockModel":
    from scraper.cleaner.model import BlockModel

    try:
        return BlockModel.from_bytes(path.read_bytes())
    except (OSError, ValueError, KeyError, EOFError) as exc:
        why = f" ({exc.strerror})" if isinstance(exc, OSError) else ""  # numpy advises to load such a file "unsafely"
        raise UsageError(f"{path}: no model: name a file that `make train` wrote{why}") from exc


def _find_profile(page: Page, choice: CleanerChoice, reading: ReadSettings) -> SiteProfile | None:
    """Return what is known of the page's site: from the state, and from other saved pages."""
    from scraper.cleaner.profile import merge_profiles

    site_key = make_site_key(choice.site_key)
    site = site_of_saved(page, site_key)
    profiles = [*_stored_profiles(site, choice.state), *_learned_profiles(site, site_key, choice.learn, reading)]
    return merge_profiles(profiles) if profiles else None


def _stored_profiles(site: str, state: Path | None) -> Iterator[SiteProfile]:
    if state is not None:
        from scraper.pipeline.site_memory import name_dumped, stored_profile
        from scraper.store import Store

        with Store(state, read_only=True) as store:
            found = stored_profile(store, site) or stored_profile(store, name_dumped(site))
        if found:
            yield found


def _learned_profiles(
    site: str, site_key: SiteKey, paths: Sequence[Path], reading: ReadSettings
) -> Iterator[SiteProfile]:
    if paths:
        from scraper.cleaner import fingerprint, learn_profile
        from scraper.read import read_paths

        settings = CleanSettings()
        found = read_paths(paths, reading)
        pages = (page for page in found if isinstance(page, Page) and site_of_saved(page, site_key) == site)
        yield learn_profile(known for page in pages if (known := fingerprint(page, settings)))
