"""What a line says of an author who did not write it: a note on them, to whom to write, what else of theirs to read."""

import re
from collections.abc import Sequence
from typing import Final

from scraper.cleaner.characters import is_foreign
from scraper.cleaner.metadata.byline_words import JOB
from scraper.cleaner.phrases.stock import NAMES, find_phrases
from scraper.cleaner.rules.captions import QUESTION, QUOTES
from scraper.cleaner.rules.orphans import COLONS

_PLEA: Final = 1 << NAMES.index("plea")

NOTE_CHARS: Final = 400
NAMED_WITHIN: Final = 40

# A note says so much more than the name it begins with.
MORE_CHARS: Final = 20

# What it says: what they are or do, of a book of theirs, for whom they wrote; no text of "I", no notice that they died.
_WRITERS: Final = re.compile(
    r"\s(?:is|was)\s(?:(?:an?|the|our|\S+['’]s?)\s|(?:\w+\s){1,4}(?:at|of|for|with)\s[A-Z])"
    r"|\s(?:teaches|works|lives|writes|serves|heads|runs|covers|reports on|edits|can be reached)\s"
    r"|['’]s?\s(?:\w+\s){0,3}?(?:books?|novel|memoir|album|podcast|play|collection)\b"
    r"|(?:,\s[^,]+)*,\s(?:special(?:ly)? (?:to|for)\s|спеціально для\s|специально для\s|für\s|pour\s|para\s|per\s)?[«„“\"]"
    r"|\s(?:lebt|schreibt|arbeitet|lehrt|écrit|enseigne|vit|escribe|vive|enseña|escreve|scrive|insegna|schrijft|werkt|skriver|bor"
    r"|pisze|mieszka|píše|žije|piše|živi|пишет|пише|живет|живе|живёт)\s",
)
# What may stand between a name and an office.
_TO_JOB: Final = re.compile(
    r"[\s,–—(-]*(?:(?:is|was|ist|war|est|es|è|é|är|er|on|je|jest|este|yra)\s(?:[\w'’-]+\s){0,3})?", re.I
)
_FIRST_PERSON: Final = re.compile(
    r"\bI\b|\b(?:me|my|mine|myself|ich|mich|mir|mein\w{0,2}|moi|mon|yo|mí|io|mio|mia|meu|minha|ik|mij|mijn|jeg|mig|jag"
    r"|mnie|moja|mój|я|меня|мне|мой|моя|мене|мені|мій)\b",
    re.I,
)
_DIED: Final = re.compile(
    r"\b(?:died|passed away|(?:ver)?st(?:arb|orben)|mort[eo]?|morreu|murió|falleció"
    r"|overleed|overleden|døde|avled|zmarła?|zemřela?"
    r"|zomrela?|umrla?|umrl[ao]?|murit|умер(?:ла)?|помер(?:ла)?|скончал\w+)\b",
    re.I,
)
_MAIL: Final = re.compile(r"\S@\w[\w-]*\.\w|\s@\w{3}")


def names_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a short text is on an author whom it begins with, or asks to write to one or pay; no question, quotation or speaker.

    >>> names_author("Ada Berg is the paper's port editor.", ["Ada Berg"])
    True
    >>> names_author("Ada Berg was the one who asked me that first.", ["Ada Berg"])
    False
    """
    if len(text) > NOTE_CHARS or text.startswith(QUOTES) or text.endswith(QUESTION):
        return False
    for author in authors:
        place = text[: NAMED_WITHIN + len(author)].find(author) if " " in author or is_foreign(author) else -1
        if (
            place >= 0
            and begins_with(text[place:], (author,))
            and _is_note(text, place + len(author), begins=not place)
        ):
            return True
    return False


def _is_note(text: str, after: int, *, begins: bool) -> bool:
    """Whether a text that has a name, which ends there, is on who has it."""
    rest = text[after:]
    if find_phrases(text) & _PLEA:
        return True
    is_of_others = not (_FIRST_PERSON.search(text) or _DIED.search(text))
    is_told = begins and (_WRITERS.match(rest) is not None or _has_office(rest))
    return is_of_others and (is_told or _MAIL.search(rest) is not None)


def _has_office(rest: str) -> bool:
    """Whether what follows a name is an office, perhaps after "is the new"."""
    job = JOB.search(rest)
    return job is not None and _TO_JOB.fullmatch(rest, 0, job.start()) is not None


def begins_with(text: str, authors: Sequence[str]) -> bool:
    """Whether a text begins with a name and goes on; a colon after it is the speaker's of an interview."""
    return any(
        text.startswith(author)
        and len(text) > len(author) + MORE_CHARS
        and not text[len(author) :].lstrip().startswith(COLONS)
        for author in authors
    )
