"""Features of the blocks for the model: one row a feature, one column a block, computed for a whole page at once.

What a block is shows in its text, in the element that holds it, in the containers around it, in its neighbours and in the page.
Each group of features is one function and one row of a table; it works on all blocks and levels at once and writes into its rows,
since NumPy's cost on a page is that of its calls, not of its numbers.
"""

from scraper.cleaner.model.features.table import NAMES, WORD_NAMES, block_features, page_features, vocabulary_features

__all__ = ["NAMES", "WORD_NAMES", "block_features", "page_features", "vocabulary_features"]
