"""The learned model: features of the blocks, trees and a convolution over them, and the choice of blocks by what they say."""

from scraper.cleaner.model.block_model import BlockModel, shipped_model

__all__ = ["BlockModel", "shipped_model"]
