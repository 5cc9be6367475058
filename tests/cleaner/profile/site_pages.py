"""Pages of an invented site: every article has sentences of its own inside a theme that all pages share."""

import random

import numpy as np
from numpy.typing import NDArray
from selectolax.lexbor import LexborHTMLParser

from scraper.cleaner.profile import (
    BlockHashes,
    Evidence,
    SiteView,
    fingerprint_page,
    hash_blocks,
    profile_evidence,
    read_profile,
)
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.reading.walk import read_blocks
from scraper.records import PageFingerprint, SiteProfile

WORDS = (
    "harbour winter keeper ladder market village council river engine bridge window summer letter garden captain morning station"
    " valley teacher doctor ticket island painter orchard ferry lantern copper saddle thunder meadow kettle basket"
).split()
MENU = ("Home", "Politics", "Farming", "Weather", "Sport")
PLEA = "Our newsletter brings the three most important stories of the valley to your inbox every single morning."
NOTICE = "Reproduction in whole or in part is only allowed with the written permission of the publisher of this paper."


def sentence(seed: str) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(18)).capitalize() + "."


def body(name: str, count: int = 6) -> list[str]:
    return [f"{sentence(f'{name}/{part}a')} {sentence(f'{name}/{part}b')}" for part in range(count)]


def article(
    name: str, paragraphs: list[str] | None = None, *, extra: str = "", current: str = "Home", theme: str = "old"
) -> str:
    """An article's page: menu, headline, body, plea, notice."""
    menu = "".join(
        f"<li class='{theme}-item{' current' if entry == current else ''}'><a href=/{entry}>{entry}</a></li>"
        for entry in MENU
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or body(name))
    return (
        f"<body class='single post-{name}'><div class={theme}-top><ul class={theme}-menu>{menu}</ul></div>"
        f"<div class={theme}-story><h1>{title(name)}</h1><div class={theme}-body>{text}</div></div>"
        f"{extra}<div class={theme}-plea><p>{theme.capitalize()}: {PLEA}</p></div>"
        f"<div class={theme}-foot><p>{theme.capitalize()}: {NOTICE}</p></div></body>"
    )


def title(name: str) -> str:
    return f"The story of the {name} in the valley"


class Saved:
    """A page, its hashes and its fingerprint."""

    def __init__(self, name: str, html: str, *, key: str = "", headline: str = "", day: int = 0) -> None:
        self.tree = LexborHTMLParser(html)
        self.blocks: Blocks = read_blocks(self.tree)
        self.hashes: BlockHashes = hash_blocks(self.blocks)
        self.fingerprint: PageFingerprint = fingerprint_page(
            self.hashes, key=key or name, title=headline or title(name), day=day
        )

    def evidence(self, profile: SiteProfile) -> Evidence:
        return profile_evidence(self.hashes, self.fingerprint, read_profile(profile))

    def figures(self, profile: SiteProfile) -> list[NDArray[np.float32] | int]:
        """All that the evidence says of the page, what has to be asked for included."""
        every = np.arange(len(self.hashes.text))
        return [found(every) if callable(found) else found for found in self.evidence(profile)]

    def view(self, profile: SiteProfile) -> SiteView:
        return SiteView(self.hashes, self.evidence(profile))

    def template(self, profile: SiteProfile) -> set[str]:
        """The texts that the profile shows to be template."""
        marks = self.view(profile).template
        return {self.blocks.text[place] for place in np.flatnonzero(marks)}


def saved(name: str, **given: object) -> Saved:
    """An article saved as it stands on the site."""
    return Saved(name, article(name, **given))  # type: ignore[arg-type]  # passed on as given
