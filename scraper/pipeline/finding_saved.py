"""One saved page: of a file that holds it alone, by its address in one that holds several, or by its place."""

from pathlib import Path
from typing import Final

from msgspec.structs import replace

from scraper.errors import UsageError
from scraper.records import Page, Skipped
from scraper.settings import ReadSettings
from scraper.urls import loose_url_key

_PLACES_TOLD: Final = 3


def find_saved_page(target: str, url: str | None, settings: ReadSettings) -> Page:
    """Return the page that is meant.

    Args:
        target: A file, a folder, or a place in a file as records and events name it.
        url: Its address: which page of several, or what one is to have that does not tell it.
        settings: How to read.

    Raises:
        UsageError: There is none, or it is open which; the message says what to do.
    """
    from scraper.read import find_file, read_paths, read_place

    path = Path(target)
    file, rest = (None if path.is_dir() else find_file(target)) or (path, "")
    skipped: Skipped | None = None
    choice = _Choice(url)
    for page in read_paths([file], settings) if file.is_dir() else read_place(file, rest, settings):
        if isinstance(page, Skipped):
            skipped = page
        else:
            choice.add(page)
    chosen = choice.find()
    if chosen is not None:
        return replace(chosen, url=url, url_source="option") if url and _is_free(chosen) else chosen
    if choice.count:
        raise UsageError(f"{target}: {choice.tell()}")
    if rest and (skipped is None or rest not in skipped.source):
        fault = f" ({skipped.source}: {skipped.detail})" if skipped else ""
        raise UsageError(f"{target}: no such place{fault}: {_tell_near(file, rest, settings)}")
    why = skipped.detail if skipped else "holds no page"
    raise UsageError(f"{target}: {why}: name a file with a page, or write an address with https:// before it")


def source_file(target: str) -> Path:
    """Return the file that a page is read from when this is named: the file of a place, else what is named itself."""
    from scraper.read import find_file

    found = find_file(target)
    return found[0] if found else Path(target)


def _is_free(page: Page) -> bool:
    """Whether the user may say a page's address: nobody does, or a folder that may have a host's name by chance."""
    return page.url is None or page.url_source == "path"


def _tell_near(file: Path, rest: str, settings: ReadSettings) -> str:
    from scraper.read import STANDARD_INPUT, places_near

    near = places_near(file, rest, settings, _PLACES_TOLD + 1)
    if not near:  # what came through a pipe is gone
        return "name one that there is" if file == STANDARD_INPUT else f"{file} holds no page that can be read"
    more = "..." if len(near) > _PLACES_TOLD else ""
    return f"name one that there is, such as {', '.join(near[:_PLACES_TOLD])}{more}"


class _Choice:
    """The pages of a file, of which one is meant.

    Args:
        url: Its address, as the page or the form that it was saved in tells it; of a page alone, the address that it is to have.

    Attributes:
        count: How many pages there are.
    """

    def __init__(self, url: str | None) -> None:
        self.count = 0
        self._url = url
        self._wanted: Page | None = None
        self._first: Page | None = None
        self._address: str | None = None
        self._unaddressed = 0

    def add(self, page: Page) -> None:
        """Look at a page."""
        from scraper.read import stated_url

        address = page.url or stated_url(page.body)
        if self._url is not None and address and loose_url_key(address) == loose_url_key(self._url):
            self._wanted = page  # of several captures the last one
        if self._first is not None and self._first.source == page.source:
            self._first = page  # of members of one name, too: unpacked, it takes the place of the others
            return
        self.count += 1
        self._first = self._first or page
        self._address = self._address or address
        self._unaddressed += address is None

    def find(self) -> Page | None:
        """Return the page that is meant; ``None`` where that is open."""
        return (
            self._first
            if self._first and self.count == 1 and (not self._url or _is_free(self._first))
            else self._wanted
        )

    def tell(self) -> str:
        """Return what to do where it is open."""
        pages = f"holds {self.count} page{'' if self.count == 1 else 's'}"
        if self._address is None:
            place = self._first.source if self._first else ""
            return f"{pages}: name one by its place, such as {place}: none of them tells its address"
        if self._url is None:
            return f"{pages}: name one with --url, such as {self._address}"
        told = f", {self._unaddressed} of them without an address" if self._unaddressed else ""
        return f"{pages}{told}, and none of {self._url}: name another with --url, such as {self._address}"
