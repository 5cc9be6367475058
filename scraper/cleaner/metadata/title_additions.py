"""What stands around a headline in its heading or in ``<title>``: a label, a date, a note in capitals."""

import re
from typing import Final

# A word with a colon, or a date, before a headline in one heading: "Thread: Harbour opens", "21 Aug 2026 Harbour opens".
LABEL: Final = re.compile(
    r"\w+: |(?:[^\W\d_]{3,12}\.? )?\d{1,2}(?:[.,]|st|nd|rd|th)? ?(?:[^\W\d_]{3,12}\.?,? |\d{1,2}[./-])?(?:19|20)\d\d\W{1,3}(?=\w)"
)
# The same in ``<title>``, before the headline or behind a colon: "21.08.2026 Harbour opens", "Harbour opens: 21 August 2026".
_DATED_START: Final = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d[\s:,|–-]+(?=\w)")
_DATED_END: Final = re.compile(r"\s*[:,|–-]\s\d{1,2}\.? ?(?:\d{1,2}\.|[^\W\d_]{3,14}\.?,? )(?:19|20)\d\d$")
# Fewer words beside a date are no headline without it: "24.11.2026 Minutes"; nor are they twice by a template's mistake.
MIN_WORDS: Final = 3
# Notes in capitals after a headline, and the most words that have one of them: "VIDEO UND FOTOS".
_SHOUTED: Final = frozenset(
    "PHOTO PHOTOS PICTURES PICS VIDEO VIDEOS VÍDEO VIDÉO VIDEÓ VIDEÓVAL LIVE LIVEBLOG FOTO FOTOS FOTÓ FOTÓK FOTOGALERIE "
    "FOTOGALERIA GALERIE GALERIA GALLERY AUDIO MAP WATCH EXCLUSIVE UPDATE UPDATED BREAKING OBNOVLJENO DOPUNJENO "
    "AŽURIRANO UŽIVO NAŽIVO FOTOLAR YENİLƏNİB YENİLƏNDİ CANLI GÜNCELLENDİ ФОТО ФОТОГРАФИИ ВИДЕО ВІДЕО ОБНОВЕНА ОБНОВЛЕНО "
    "ОНОВЛЕНО УЖИВО ΦΩΤΟ ΒΙΝΤΕΟ".split()
)
MAX_SHOUTED: Final = 3


def is_shouted(head: str, tail: str) -> bool:
    """Whether a headline has a note in capitals at its end: "Harbour opens - PHOTOS"; "WHO" and "UN" are who said it."""
    words = tail.split()
    return 0 < len(words) <= MAX_SHOUTED and not _SHOUTED.isdisjoint(words) and tail.isupper() and not head.isupper()


def said_once(title: str) -> str:
    """Return a title that is the same words twice, as some templates fill their fields, once.

    >>> said_once("Harbour opens again Harbour opens again"), said_once("Knock knock")
    ('Harbour opens again', 'Knock knock')
    """
    words = title.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half >= MIN_WORDS and words[:half] == words[half:] else title


def undated(title: str) -> str:
    """Return what stood before the site's name without the date before or after the headline, which has words enough to be one."""
    start, end = _DATED_START.match(title), _DATED_END.search(title)
    bare = title[start.end() if start else 0 : end.start() if end else len(title)]
    return bare if len(bare.split()) >= MIN_WORDS else title
