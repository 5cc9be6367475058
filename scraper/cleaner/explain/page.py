"""One page, explained: the cleaner's own steps run, and what they found told block by block."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scraper.charset import decode_html
from scraper.cleaner.assembly import Step
from scraper.cleaner.explain.attribution import feature_effects
from scraper.cleaner.explain.reasons import find_reasons
from scraper.cleaner.explain.text_dump import explain_lines
from scraper.cleaner.explain.unread import place_unread
from scraper.cleaner.explain.wording import describe_effects
from scraper.cleaner.model import BlockModel, shipped_model
from scraper.cleaner.model.features import page_features
from scraper.cleaner.model.trees import probability
from scraper.cleaner.page import CleanedPage, clean_in_steps
from scraper.cleaner.profile import Evidence, KnownSite, SiteView
from scraper.cleaner.reading import PageReading
from scraper.cleaner.reading.blocks import Blocks
from scraper.cleaner.second_opinion import ask_trafilatura, blocks_in_text
from scraper.cleaner.selection import Selection
from scraper.cleaner.text_dump.page import EXTRACTOR as TEXT_EXTRACTOR
from scraper.explanation import ExplainedBlock, Explanation, FeatureEffect, SiteEvidence
from scraper.records import Page
from scraper.settings import CleanSettings

MAX_PATH_PARTS: Final = 12
"""Elements of a path that are named, the innermost ones."""


def explain_page(
    page: Page, settings: CleanSettings, *, site: KnownSite | None = None, model: BlockModel | None = None
) -> Explanation:
    """Clean one page as ``clean_page`` does, and tell what became of each block and why.

    Args:
        page: The bytes and where they came from.
        settings: How to clean.
        site: What the site's other pages say, from ``read_profile``.
        model: Judges the blocks; by default the one that comes with the package.
    """
    model = model or shipped_model()
    cleaned = clean_in_steps(page, settings, site=site, model=model)
    if cleaned.charset is not None and cleaned.reading is None:
        return _explain_text(page, cleaned)
    if cleaned.reading is None or cleaned.selection is None:
        return Explanation(outcome=cleaned.outcome, page_class=cleaned.page_class, extractor=model.version)
    selection = cleaned.selection
    html = decode_html(page.body, page.http_charset).text
    seconded = blocks_in_text(cleaned.reading.blocks.text, ask_trafilatura(html, page.url))
    return Explanation(
        outcome=cleaned.outcome,
        page_class=cleaned.page_class,
        extractor=model.version,
        blocks=place_unread(html, _explain_blocks(cleaned.reading, selection, cleaned.view, model, seconded)),
        charset=cleaned.charset,
        confidence=selection.confidence,
        threshold=float(selection.probability[selection.after[Step.SCORE]].min()),
        known=cleaned.view.evidence.known if cleaned.view else None,
        asked=selection.asked,
        cut=cleaned.reading.blocks.cut,
    )


def _explain_text(page: Page, cleaned: CleanedPage) -> Explanation:
    return Explanation(
        outcome=cleaned.outcome,
        page_class=cleaned.page_class,
        extractor=TEXT_EXTRACTOR,
        blocks=explain_lines(decode_html(page.body, page.http_charset).text, cleaned.template),
        charset=cleaned.charset,
    )


def _explain_blocks(
    reading: PageReading,
    selection: Selection,
    view: SiteView | None,
    model: BlockModel,
    seconded: NDArray[np.bool_],
) -> list[ExplainedBlock]:
    blocks = reading.blocks
    alone, effects = _judge_alone(reading, selection, model)
    template = selection.probability < alone  # what the site says only ever lowers
    reasons = find_reasons(reading, selection, alone)
    paths = _name_paths(blocks)
    kept = frozenset(selection.kept)
    return [
        ExplainedBlock(
            text=text,
            tag=blocks.tag[blocks.frame[index]],
            path=paths[blocks.path[blocks.frame[index]]],
            kept=index in kept,
            reason=None if index in kept else reasons[index],
            probability=float(selection.probability[index]),
            alone=float(alone[index]),
            features=effects[index],
            evidence=_site_evidence(view.evidence, template, index) if view else None,
            seconded=bool(seconded[index]),
        )
        for index, text in enumerate(blocks.text)
    ]


def _judge_alone(
    reading: PageReading, selection: Selection, model: BlockModel
) -> tuple[NDArray[np.float32], list[tuple[FeatureEffect, ...]]]:
    """Return what the model says of each block before the site's evidence, and what moved it."""
    model = model.of(reading.hints)
    rows = page_features(reading.blocks, selection.columns, reading.hints, model.vocabulary)
    effects = feature_effects(model, rows)
    return probability(model.logits(rows)), describe_effects(model.trees.names, rows, effects)


def _site_evidence(evidence: Evidence, template: NDArray[np.bool_], index: int) -> SiteEvidence:
    return SiteEvidence(
        others=int(evidence.others[index]),
        others_here=int(evidence.others_here[index]),
        titled=int(evidence.titled[index]),
        borrowed=int(evidence.borrowed[index]),
        path_others=int(evidence.path_others[index]),
        path_share=float(evidence.path_share[index]),
        path_teasers=int(evidence.path_teasers[index]),
        is_template=bool(template[index]),
    )


def _name_paths(blocks: Blocks) -> Sequence[str]:
    """Return each path as its elements with their classes, ids and roles, outermost first."""
    parts: list[tuple[str, ...]] = []
    for number, (tag, look, above) in enumerate(zip(blocks.path_tag, blocks.path_look, blocks.path_above, strict=True)):
        name = ".".join((tag, *look.place.split()))
        parts.append((*(parts[above] if number else ()), name)[-MAX_PATH_PARTS:])
    return [" > ".join(names) for names in parts]
