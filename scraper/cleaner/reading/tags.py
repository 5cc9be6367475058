"""What tags say of a block: a heading of which level, a cell of a table, a list around it."""

HEADING_LEVEL = {f"h{level}": level for level in range(1, 7)}
CELL_TAGS = frozenset(("td", "th"))
LIST_TAGS = frozenset(("ul", "ol", "dl"))
PART_TAGS = frozenset(("p", "li", "blockquote", "dt", "dd", "pre", *HEADING_LEVEL))
"""Elements that hold a part of a text, and no text of several parts."""
