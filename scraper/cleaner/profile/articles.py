"""Which pages are the same article: saved twice, fetched again, as AMP, for print, in parts.

Text on five copies of one article is no template. The rules lean to "the same": that only costs evidence.
"""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.profile.fingerprints import START_WORDS

# Two pages are one article when this share of the longer one's prose is in the other: a print version beside the full page. Of the
# shorter one's it would say the same of a page that goes on with the next article.
SAME_SHARE: Final = 0.6
# A page that goes on with the next article has that one's text, but further down.
MAX_OFFSET: Final = 32 / START_WORDS
# Less prose in common is a newsletter plea rather than an article.
MIN_SHARED_WORDS: Final = 40
# A title on more than this share of the pages, and on so many, is the site's and not an article's.
COMMON_TITLE_SHARE: Final = 0.8
COMMON_TITLE_PAGES: Final = 4

Flags: TypeAlias = NDArray[np.bool_]
Column: TypeAlias = NDArray[np.float32]


def same_by_prose(shared: Column, own: Column, others: Column, offset: Column) -> Flags:
    """Tell which pages are the same article by their prose.

    Args:
        shared: Words of prose that q pages have in common with p others, q x p.
        own: Words of prose of the q pages.
        others: Words of prose of the p others.
        offset: How much more prose stands before it on the q pages than on the others, in the mean, q x p.

    Returns:
        q x p.
    """
    longer = np.maximum(own[:, None], others[None, :])
    is_copy = (shared >= SAME_SHARE * longer) & (shared >= MIN_SHARED_WORDS)
    result: Flags = is_copy & (np.abs(offset) <= MAX_OFFSET)
    return result


def telling_titles(titles: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the titles of p pages, 0 for those that the whole site has: they tell no article from another."""
    values, counts = np.unique(titles, return_counts=True)
    is_common = (counts >= COMMON_TITLE_PAGES) & (counts > COMMON_TITLE_SHARE * len(titles))
    return np.where(np.isin(titles, values[is_common]), np.uint64(0), titles)


def same_by_title(titles: NDArray[np.uint64], own: NDArray[np.uint64]) -> Flags:
    """Tell which pages have the titles of others, which are telling ones, q x p; none (0) does not count."""
    result: Flags = (own[:, None] == titles[None, :]) & (own != 0)[:, None]
    return result


def group_articles(same: Flags) -> NDArray[np.intp]:
    """Number the articles of p pages from what is the same, p x p: pages linked by a chain are one article."""
    count = len(same)
    linked = same | same.T | np.eye(count, dtype=np.bool_)
    is_alone = linked.sum(axis=1) == 1  # as most are, and looking for their chains takes half of a profile's time
    article = np.full(count, -1, np.intp)
    found = 0
    for page in range(count):
        if article[page] < 0:
            members = linked[page]
            size = int(is_alone[page])
            while members.sum() > size:
                size = int(members.sum())
                members = linked[members].any(axis=0)
            article[members] = found
            found += 1
    return article
