"""trafilatura's view of a page, asked for where the model is unsure, and how the two are reconciled."""

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Where the model says more than HIGH the block stays, less than LOW it goes, and between them trafilatura decides.
# All pages of wcxb-dev and snippets asked, folds by site, 2026-11: articles .955 -> .958, snippets .921 -> .932;
# (.2, .8) and (.4, .6) are within .001 of it.
LOW, HIGH = 0.3, 0.7

# A block is in trafilatura's text when its first or last so many characters are.
PROBE_CHARS = 50


def ask_trafilatura(html: str, url: str | None) -> str:
    """Return the main text that trafilatura finds, or an empty string.

    Without its own second opinions (readability, jusText): beside the model they lose articles .9588 to .9582 and gain snippets
    .9381 to .9388, at 1.5 times the cost (folds, asked below .9, 2026-11-26).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its downloader, which is not used, warns of an optional package
        import trafilatura

    return trafilatura.extract(html, url=url, include_comments=False, with_metadata=False, fast=True) or ""


def blocks_in_text(texts: Sequence[str], opinion: str) -> NDArray[np.bool_]:
    """Tell for each block whether the other extractor's text has it."""
    folded = " ".join(opinion.split())
    return np.fromiter(
        (text[:PROBE_CHARS] in folded or (len(text) > PROBE_CHARS and text[-PROBE_CHARS:] in folded) for text in texts),
        np.bool_,
        len(texts),
    )


def reconcile(probability: NDArray[np.float32], seconded: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which blocks to keep when both have spoken."""
    return (probability > HIGH) | ((probability > LOW) & seconded)
