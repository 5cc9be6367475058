"""Lines that every article of a site says with numbers of its own."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from scraper.cleaner.profile import (
    SiteView,
    apply_profile,
    fingerprint_page,
    hash_lines,
    is_template_line,
    learn_profile,
    profile_evidence,
    read_profile,
)
from scraper.cleaner.profile.fingerprints import ROW
from scraper.records import SiteProfile
from tests.cleaner.profile.site_pages import MENU, NOTICE, PLEA, Saved, article, body

NAMES = ("mill", "light", "ferry", "school", "market")
TEMPLATE = {*MENU, f"Old: {PLEA}", f"Old: {NOTICE}"}


def learn(pages: Sequence[Saved]) -> SiteProfile:
    return learn_profile(page.fingerprint for page in pages)


def lowered(page: Saved, profile: SiteProfile, model: float) -> set[str]:
    """The texts that the model is so sure of, and the profile takes off."""
    judged = apply_profile(np.full(len(page.blocks.text), model, np.float32), page.view(profile))
    return {page.blocks.text[place] for place in np.flatnonzero(judged < model)}


def numbered(number: int) -> list[str]:
    """A report's lines, which differ from day to day in their numbers alone."""
    return [f"Spectators: {number}", f"The mill ground {number * 17} sacks of flour in {number + 3} hours."]


TIP = "Have you seen something in the valley? Call our newsroom at 555-0142."


def reports() -> list[Saved]:
    """Articles that have such lines under a heading, and a plea with a number, in their midst."""
    return [
        Saved(
            name,
            article(name, [*body(name)[:3], "</p><h3>Figures</h3><p>", *numbered(at + 2), TIP, *body(name)[3:]]),
        )
        for at, name in enumerate(NAMES)
    ]


def test_what_every_article_says_with_numbers_of_its_own_stays_and_its_heading_where_the_model_is_sure() -> None:
    pages = reports()
    profile = learn(pages)
    assert lowered(pages[0], profile, 0.95) == {*TEMPLATE, TIP}
    assert lowered(pages[0], profile, 0.6) == {*TEMPLATE, TIP, "Figures", *numbered(2)}


def test_a_page_that_the_profile_has_not_seen_says_numbers_of_its_own_where_all_others_say_the_same() -> None:
    same = [Saved(name, article(name, [*body(name)[:3], *numbered(5), *body(name)[3:]])) for name in NAMES]
    own = Saved("baker", article("baker", [*body("baker")[:3], *numbered(9), *body("baker")[3:]]))
    assert not set(numbered(9)) & lowered(own, learn(same), 0.95)
    assert set(numbered(5)) <= lowered(same[0], learn(same), 0.95)


def test_pages_kept_before_numbers_were_say_nothing_of_them() -> None:
    pages = reports()
    old = []
    for page in pages:
        rows = np.frombuffer(page.fingerprint.blocks, ROW).copy()
        rows["prose"] &= 1
        old.append(replace(page.fingerprint, blocks=rows.tobytes()))
    assert set(numbered(2)) <= lowered(pages[0], learn_profile(old), 0.95)
    assert lowered(pages[0], learn_profile([*old, *(page.fingerprint for page in pages[1:])]), 0.95) == {
        *TEMPLATE,
        TIP,
    }


def test_lines_of_text_dumps_within_the_text_say_numbers_of_their_own_too() -> None:
    dumps = {
        name: [*body(name)[:3], f"{at} comments", *numbered(at + 2)[1:], TIP, *body(name)[3:], PLEA]
        for at, name in enumerate(NAMES)
    }
    hashes = {name: hash_lines(lines, ["line"] * len(lines)) for name, lines in dumps.items()}
    prints = {name: fingerprint_page(found, key=name, title=name) for name, found in hashes.items()}
    site = read_profile(learn_profile(prints.values()))
    for name, lines in dumps.items():
        marks = is_template_line(SiteView(hashes[name], profile_evidence(hashes[name], prints[name], site)))
        assert [lines[place] for place in np.flatnonzero(marks)] == [lines[3], TIP, PLEA]
