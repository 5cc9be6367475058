import numpy as np

from scraper.cleaner.profile import is_biography, learn_profile
from tests.cleaner.profile.site_pages import Saved, article, body, sentence

AUTHOR = "Dana Holt"
BIOGRAPHY = f"{AUTHOR} {sentence('life')}"


def saved(name: str, biography: str, opening: str = "") -> Saved:
    paragraphs = [f"{opening}{body(name)[0]}", *body(name)[1:]]
    return Saved(name, article(name, paragraphs, extra=f"<div class=who><p>{biography}</p></div>"))


def biographies(page: Saved, others: list[Saved], authors: tuple[str, ...] = (AUTHOR,)) -> list[str]:
    profile = learn_profile(other.fingerprint for other in [page, *others])
    marks = is_biography(page.blocks.text, authors, page.evidence(profile))
    return [page.blocks.text[place] for place in np.flatnonzero(marks)]


def test_what_begins_with_the_author_and_stands_on_another_article_is_a_biography():
    page = saved("ferry", BIOGRAPHY, opening=f"{AUTHOR} reports: ")
    assert biographies(page, [saved("mill", BIOGRAPHY)]) == [BIOGRAPHY]
    assert biographies(page, [saved("mill", "Someone else writes of mills and of nothing else.")]) == []
    assert biographies(page, [saved("mill", BIOGRAPHY)], authors=()) == []


def test_a_guests_biography_is_told_by_where_the_others_have_theirs():
    other = f"Ines Marr {sentence('other life')}"
    others = [saved(name, other) for name in ("mill", "bridge", "school")]
    page = saved("ferry", BIOGRAPHY, opening=f"{AUTHOR} reports: ")
    assert biographies(page, others) == [BIOGRAPHY]
