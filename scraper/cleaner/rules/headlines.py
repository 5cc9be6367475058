"""The headline above the text where it says more than the title: its kicker, a mark for subscribers."""

from scraper.cleaner.characters import fold_text
from scraper.cleaner.metadata.heading_pieces import MAX_BADGE_WORDS
from scraper.cleaner.metadata.title_parts import is_short
from scraper.cleaner.reading.blocks import Blocks

# A heading that holds all of the title and so little else is the headline: what kind of text it is, a mark for subscribers. Of the
# written pages (2026-11-27) three lose theirs, which the truth has not; the labelled ones have none.
EXTRA_LETTERS, EXTRA_SHARE = 12, 1 / 3

# A kicker before a short title, in one heading with it; and what stands in words.
KICKER_LETTERS = 20
IN_WORDS = ("'", "’", "-", "‑")

_HEADLINES = frozenset(("h1", "h2"))


def says_headline(blocks: Blocks, index: int, folded_title: str) -> bool:
    """Whether a heading is the title and little else, or is no ``h1``, where none says the title, and ends with it.

    An element's end or a mark parts the rest from it: "A short history of the harbour" ends with a title, too.
    """
    tag, text = blocks.tag[blocks.frame[index]], fold_text(blocks.text[index])
    extra = len(text) - len(folded_title)
    if tag not in _HEADLINES or not 0 < extra <= max(len(folded_title), KICKER_LETTERS):
        return False
    if tag == "h2" and any(
        blocks.tag[frame] == "h1" and fold_text(blocks.text[place]).endswith(folded_title)
        for place, frame in enumerate(blocks.frame[:index])
    ):
        return False
    if tag == "h1" and text.startswith(folded_title) and _has_badge(blocks, index, len(folded_title)):
        return True
    if text.endswith(folded_title):
        return _is_parted(blocks, index, extra)
    begun = next((place for place, letter in enumerate(folded_title) if text[place] != letter), len(folded_title))
    is_little = extra <= min(EXTRA_LETTERS, EXTRA_SHARE * len(folded_title))
    is_title = is_little and text[:begun] + text[begun + extra :] == folded_title
    return is_title and any(_is_parted(blocks, index, letters) for letters in (begun, begun + extra))


def _has_badge(blocks: Blocks, index: int, letters: int) -> bool:
    """Whether after so many letters of a heading an element begins or ends, and only a badge follows."""
    pieces = blocks.pieces[index]
    place = next((place for place in range(1, len(pieces)) if len(fold_text("".join(pieces[:place]))) == letters), 0)
    return place > 0 and is_short("".join(pieces[place:]).strip(), MAX_BADGE_WORDS)


def _is_parted(blocks: Blocks, index: int, letters: int) -> bool:
    """Whether after so many letters of a heading an element ends, or stands a mark that no word has in it.

    Where the rest alone is set in italics or is a link no element ends: one begins.
    """
    pieces = blocks.pieces[index]
    ends = [len(fold_text("".join(pieces[: place + 1]))) for place in range(len(pieces) - 1)]
    begun = {start for start, *_ in blocks.spans[index]}
    if any(end == letters and place + 1 not in begun for place, end in enumerate(ends)):
        return True
    text = blocks.text[index]
    places = [place for place, char in enumerate(text) if char.isalnum()]
    at = next((at for at, place in enumerate(places) if len(fold_text(text[: place + 1])) >= letters), len(places))
    seam = text[places[at] + 1 : places[at + 1]] if at + 1 < len(places) else ""
    return bool(seam.strip(" ,")) and seam not in IN_WORDS
