"""This project's row.

The shipped model is trained on wcxb-dev and on the snippets, so pages of those sets are judged by the fold's model that did not
see their site: ``make train`` writes one for each fold.
"""

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.peers import Extracted, Peer
from benchmarks.sets import SetPage
from scraper.cleaner import clean_page
from scraper.reasons import PageClass
from scraper.records import Article, Page
from scraper.settings import CleanSettings

if TYPE_CHECKING:
    from scraper.cleaner import KnownSite
    from scraper.cleaner.model import BlockModel

# As many as ``benchmarks.training`` makes.
FOLDS: Final = 3
FOLD_MODELS: Final = Path(__file__).parent / "folds"
METADATA: Final = frozenset({"title", "author", "date"})
# Sets hold pages of every class, and their truth is the text whatever the class: none is refused for it.
EVERY_CLASS: Final = frozenset(PageClass)


def has_fold_models(folder: Path = FOLD_MODELS) -> bool:
    """Tell whether every fold's model is there."""
    return all((folder / f"fold{fold}.npz").is_file() for fold in range(FOLDS))


def fold_of(page: SetPage) -> int:
    """Return the fold that holds the page's site back, as training does."""
    from benchmarks.training import dataset

    return dataset.fold_of(dataset.site_of_page(page.url, page.id), FOLDS)


@cache
def fold_model(fold: int, folder: Path = FOLD_MODELS) -> "BlockModel":
    """Return the model that was trained without a fold's sites."""
    from scraper.cleaner.model import BlockModel

    return BlockModel.from_bytes((folder / f"fold{fold}.npz").read_bytes())


def our_record(
    page: SetPage, *, second_opinion: bool = True, unseen: bool = False, site: "KnownSite | None" = None
) -> Extracted:
    """Clean a page.

    Args:
        page: The page.
        second_opinion: Whether trafilatura may be asked.
        unseen: Judge by the model that did not see the page's site.
        site: What the site's other pages say.
    """
    settings = CleanSettings(second_opinion=second_opinion, page_classes=EVERY_CLASS)
    given = Page(body=page.body, source=page.id, url=page.url, media_type=page.media_type)
    outcome = clean_page(given, settings, site=site, model=fold_model(fold_of(page)) if unseen else None)
    if not isinstance(outcome, Article):
        return Extracted(text="", page_class=outcome.page_class.value if outcome.page_class else outcome.code.value)
    return Extracted(
        text=outcome.text,
        title=outcome.title,
        authors=outcome.authors,
        date=outcome.published,
        confidence=outcome.confidence,
        page_class=outcome.page_class.value,
    )


def our_peer(*, trained_on: bool) -> Peer:
    """Return this project as a row for a set, honest about what its model has seen."""
    unseen = trained_on and has_fold_models()
    name = "this project" if unseen or not trained_on else "this project (HAS SEEN THESE PAGES)"
    extract = partial(our_record, unseen=unseen)
    return Peer(name=name, package="scraper", extract=extract, metadata=METADATA)


def judge_of(*, trained_on: bool) -> str:
    """Say in a sentence or two which model judged a set's pages."""
    if not trained_on:
        return "This project: the shipped model, which was not trained on this set."
    if not has_fold_models():
        return "This project: the shipped model, WHICH WAS TRAINED ON THIS SET (no fold models found): a check, not a figure."
    return (
        f"This project: each page judged by the one of {FOLDS} fold models that did not see its site. Its rules, sources of "
        "metadata and thresholds were chosen with this set in view: only a set given with --held-out is unseen in full."
        f"{_note_other_training()}"
    )


def _note_other_training() -> str:
    """Say it when the folds' models and the shipped one do not come from the same run of training."""
    from scraper.cleaner.model import shipped_model

    shipped = shipped_model().version
    folds = [fold_model(fold).version for fold in range(FOLDS)]
    if folds == [f"{shipped}-fold{fold}" for fold in range(FOLDS)]:
        return ""
    return f" NOTE: the shipped model is {shipped}, the fold models are {', '.join(folds)}: these are not its figures."
