"""What the elements around a block are: their tags and what their classes say."""

from typing import Final

import numpy as np

from scraper.cleaner.model.features.view import Rows, View, fill_bits
from scraper.cleaner.reading.class_words import NAMES as LOOKS

# Tags that say what a block or a container is, one bit each.
TAG_GROUPS: Final = (
    ("p",), ("li", "dd", "dt"), ("h1",), ("h2",), ("h3",), ("h4", "h5", "h6", "summary"), ("td", "th"), ("blockquote",), ("pre",),
    ("figcaption", "caption"), ("button",), ("label", "legend", "option"), ("article",), ("main",), ("section",),
    ("nav",), ("header", "hgroup"), ("footer",), ("aside",), ("form", "fieldset", "dialog"), ("figure",), ("ul", "ol", "menu"),
    ("table", "tbody"), ("dl",), ("address", "details"), ("div",),
)  # fmt: skip
TAG_BIT: Final = {tag: 1 << bit for bit, tags in enumerate(TAG_GROUPS) for tag in tags}
_TAGS: Final = ["/".join(tags) for tags in TAG_GROUPS]

# Looks of the element and so many around it are near.
_NEAR: Final = 3

PLACE_NAMES: Final = (
    *(f"near_{name}" for name in LOOKS),
    *(f"any_{name}" for name in LOOKS),
    *(f"tag_{name}" for name in _TAGS),
    *(f"in_{name}" for name in _TAGS),
    "depth",
)


def fill_place(view: View, out: Rows) -> None:
    """Write ``PLACE_NAMES``."""
    blocks, path = view.blocks, view.columns.path
    flags = [look.flags for look in blocks.path_look]
    looks, tags, depth = flags[:], view.path_tag.tolist(), [0] * len(flags)
    for i, above in enumerate(blocks.path_above):
        looks[i] |= looks[above]
        tags[i] |= tags[above]
        depth[i] = depth[above] + 1
    around = path[view.columns.ancestors[:_NEAR]]
    inner = around[0]
    near = np.bitwise_or.reduce(np.array(flags, np.int64)[around])
    first = 0
    for count, bits in (
        (len(LOOKS), near),
        (len(LOOKS), np.array(looks, np.int64)[inner]),
        (len(_TAGS), view.path_tag[inner]),
        (len(_TAGS), np.array(tags, np.int64)[inner]),
    ):
        fill_bits(out[first : first + count], bits)
        first += count
    out[-1] = np.array(depth, np.float32)[inner]
