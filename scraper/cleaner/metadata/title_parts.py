"""The parts of a page's ``<title>``: the headline, and the names of site, section or board around it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from scraper.cleaner.metadata.months import plain
from scraper.cleaner.metadata.spelling import fold_words, show_title, words_of

# Marks between a headline and the site's name. A hyphen or colon inside a word is none, but in scripts without blanks; two colons
# between words are those of a program's text.
_MARKS: Final = re.compile(
    r"\s+[-–—·•»«›‹/\\~]+\s+|\s*(?:[|｜┃│»›]|(?<![A-Za-z0-9_])::|::(?![A-Za-z0-9_]))\s*|\s+:\s+|\s*[—_]\s*(?=[^_—]*$)|(?<=[^\x00-\u2fff])\s*[-–_]\s*"
)
_MARK_CHARS: Final = re.compile(r"[-–—·•»«›‹/\\~|｜┃│:_]")
BARS: Final = "|｜┃│"
COLONS: Final = "::"
# Words of a site's name and slogan: up to so many are taken off a title, more after a bar. wcxb-dev titles, from 4 words for
# both: .796 to .799; `<title>` alone .618 to .643 (2026-11).
MAX_SITE_WORDS: Final = 6
MAX_WORDS_AFTER_BAR: Final = 10
# A heading shorter than this share of the stated title may be the name of a board or section that the title ends with.
MIN_SURE: Final = 0.5
# Words of a lesser heading that is a headline, and letters of those that a section's name may share with it, "and", "the": of
# 3,397 pages that are measured none is other, of 272 that nobody had read one (2026-11-28).
MIN_HEADLINE_WORDS: Final = 4
MAX_SMALL_WORD: Final = 3
# Of what stands beside the headline in its line: a date with its weekday and year of an era.
MAX_REST: Final = 50
MAX_CHARS: Final = 400
# Characters of one or two words that are a section's name or a badge: "Opinion", "Premium", "会員限定".
MAX_SHORT: Final = 14
MAX_SHORT_WIDE: Final = 4
# What a section of news is called, folded.
NEWS: Final = frozenset(
    map(
        fold_words,
        "News Nachrichten Aktuelles Noticias Notícias Notizie Actualités Actualité Nieuws Nyheter Nyheder Uutiset Uudised "
        "Naujienos Ziņas Wiadomości Zprávy Správy Hírek Știri Vijesti Vesti Novice Lajme Haber Haberler Xəbərlər Berita "
        "Новости Новини Вести Навіны Νέα Ειδήσεις أخبار اخبار חדשות समाचार খবর செய்திகள் ข่าว 新闻 新聞 ニュース 뉴스".split(),
    )
)


# A page's title is asked for its marks up to five times.
@lru_cache(maxsize=16)
def find_marks(title: str) -> tuple[re.Match[str], ...]:
    """Return the marks that part a title, in its order."""
    # To look for marks in a title of 67 characters without any takes 6.3 us, for one of their characters .3 (2026-11-26).
    return tuple(_MARKS.finditer(title)) if _MARK_CHARS.search(title) else ()


def parts_of(page_title: str, site_names: frozenset[str]) -> frozenset[str]:
    """Return, folded, what a page's title begins with, or ends with after the site's name, where that is most of it.

    Boards add more than their own name: "Harbour opens / Harbours / The Board", "The Board • View topic - Harbour opens".
    """
    marks = find_marks(page_title)
    if marks and fold_words(page_title[: marks[0].start()]) in site_names:
        parts = _most_of(page_title[marks[0].end() :], [page_title[mark.end() :] for mark in marks])
    else:
        ends = [mark.start() for mark in marks] + ([page_title.rfind("(")] if page_title.endswith(")") else [])
        parts = _most_of(page_title, [page_title[: max(end, 0)] for end in ends])
    return frozenset(map(fold_words, parts))


def part_said(page_title: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """Return the headline and what stands behind or before it in its line: of texts, what a page's title begins or ends with.

    The first text that is such a part and nothing else, where the part is most of the title; else the first text, where its rest
    says a date: tables of before style sheets have both in one line, and only a ``br`` and the size of the letters part them.

    >>> part_said("The Daily - Harbour opens again", ["Menu", "Harbour opens again"])
    ('Harbour opens again', '')
    >>> part_said("Siam News :: Elephants in the sugar cane", ["Elephants in the sugar cane 14 March 2005"])
    ('Elephants in the sugar cane', '14 March 2005')
    """
    sides = [
        side.strip()
        for mark in find_marks(page_title)
        for side in (page_title[: mark.start()], page_title[mark.end() :])
    ]
    parts = _most_of(page_title, sides)
    folded = set(map(fold_words, parts))
    for text in texts:
        if len(text) <= MAX_CHARS and (fold_words(text) in folded or stands_in(text, page_title)):
            return show_title(text), ""
    found = ((part, _rest(part, text)) for text in texts[:1] for part in parts)
    return next(((part, rest.strip()) for part, rest in found if _may_be_date(rest)), None)


def stands_in(text: str, title: str) -> bool:
    """Whether a text is most of a title, and marks stand on either side of it there: "Harbour opens—News—The Daily"."""
    before, found, after = title.partition(text)
    is_apart = not (before.rstrip()[-1:].isalnum() or after.lstrip()[:1].isalnum())
    return bool(found) and is_apart and title != text and bool(_most_of(title, [text]))


def _most_of(title: str, parts: Sequence[str]) -> list[str]:
    least = MIN_SURE * len(fold_words(title))
    return [part for part in parts if len(fold_words(part)) >= least]


def _rest(part: str, text: str) -> str:
    """Return a text without the part that it begins or ends with; nothing where it does neither."""
    rest = text.removeprefix(part) if text.startswith(part) else text.removesuffix(part)
    return "" if rest == text else rest


def _may_be_date(rest: str) -> bool:
    return len(rest) <= MAX_REST and any(map(str.isdigit, rest))


def strip_site_name(title: str, site_names: frozenset[str], repeated: frozenset[str] = frozenset()) -> str:
    """Return a page's title without the site's name before or after it.

    Args:
        title: The title.
        site_names: Folded names of the site.
        repeated: What a heading and metadata both say, folded: a single mark inside it parts nothing but a known name or one word.
            wcxb-dev: three titles right, one wrong (2026-11-27).

    >>> strip_site_name("Harbour opens - The Daily", frozenset({"thedaily"}))
    'Harbour opens'
    >>> strip_site_name("Harbour opens | All the news of the coast", frozenset())
    'Harbour opens'
    >>> strip_site_name("Harbour opens | Live from the pier | The Daily", frozenset(), frozenset({"harbouropenslivefromthepier"}))
    'Harbour opens | Live from the pier'
    """
    marks = find_marks(title)
    if marks and repeated:
        for end in (len(title), *(mark.start() for mark in reversed(marks))):
            is_parted_once = sum(mark.start() < end for mark in marks) <= 1
            if is_parted_once and fold_words(title[:end]) in repeated:
                return _strip_known_name(title[:end], site_names) or _before_word(title[:end])
    if (known := _strip_known_name(title, site_names)) is not None:
        return known
    if (head := _before_bar(title, marks)) != title or not marks:
        return head
    head, tail = title[: marks[-1].start()].strip(), title[marks[-1].end() :].strip()
    return head if len(tail.split()) <= MAX_SITE_WORDS and len(head) > len(tail) else title


def _strip_known_name(title: str, site_names: frozenset[str]) -> str | None:
    """Return a title without a known name, or the longer end of three parts that are set apart alike; None where it has neither."""
    marks = find_marks(title)
    if title.endswith(")") and is_name(title[title.rfind("(") + 1 : -1], site_names):
        return title[: title.rfind("(")].strip()
    for mark in marks:
        if mark.start() and is_name(title[mark.end() :], site_names):
            return _before_bar(title[: mark.start()].strip(), marks)
    colons = [mark for mark in marks if mark[0].strip() == COLONS]
    if len(colons) > 1:
        return max(title[: colons[0].start()].strip(), title[colons[-1].end() :].strip(), key=len)
    for mark in reversed(marks):
        if mark.end() < len(title) and is_name(title[: mark.start()], site_names):
            return title[mark.end() :].strip()
    return None


def strip_section(stripped: str, title: str, sections: Callable[[], frozenset[str]]) -> str:
    """Return a page's title without the section between the headline and the site's name: a capitalised word between equal marks.

    A headline may have such a mark, too: what is taken off is "News", or one of the sections that the page is in, folded.

    >>> strip_section("Harbour opens again - Ports", "Harbour opens again - Ports - The Daily", lambda: frozenset({"ports"}))
    'Harbour opens again'
    >>> strip_section("Peace in our time - Chamberlain", "Peace in our time - Chamberlain - The Daily", frozenset)
    'Peace in our time - Chamberlain'
    """
    marks = find_marks(stripped)
    if not marks or stripped == title or not title.startswith(f"{stripped}{marks[-1][0]}"):
        return stripped
    section = fold_words(stripped[marks[-1].end() :])
    return stripped[: marks[-1].start()] if section and (section in NEWS or section in sections()) else stripped


def is_name(text: str, site_names: frozenset[str]) -> bool:
    """Whether a text is a name of the site; a host's has no accents."""
    folded = fold_words(text)
    return folded in site_names or (not folded.isascii() and plain(folded) in site_names)


def before_section(heading: str, sections: Callable[[], frozenset[str]]) -> str:
    """Return a heading without the name behind its last bar, where that is a section's that the page is in."""
    head, tail = _parted_by_bar(heading)
    return head if head and fold_words(tail) in sections() else heading


def _before_word(title: str) -> str:
    """Return a title without one word behind its last bar, which is a section's or says what kind of text it is."""
    head, tail = _parted_by_bar(title)
    return head if head and is_short(tail, 1) else title


def _parted_by_bar(title: str) -> tuple[str, str]:
    """Return what stands before a title's last mark, and behind it; nothing where that is no bar, or a short word is before it.

    That says what kind of text it is, or is half of the title: "Obituary | Pelé", "Arsenal | Chelsea".
    """
    mark = next(reversed(find_marks(title)), None)
    if mark is None or mark[0].strip() not in BARS:
        return "", ""
    head, tail = title[: mark.start()].strip(), title[mark.end() :]
    is_headline = not is_short(head, 1) and (" " in head or len(head) > len(tail))
    return (head, tail) if is_headline else ("", "")


def is_short(text: str, words: int) -> bool:
    """Whether a text has at most so many words, and no long ones; in scripts without blanks, as few characters."""
    most = MAX_SHORT_WIDE if text[:1] >= "\u2e80" else MAX_SHORT
    return 0 < len(text.split()) <= words and len(text) <= most


def _before_bar(title: str, marks: Sequence[re.Match[str]]) -> str:
    """Return what stands before the first bar that has no more behind it than a name and a slogan."""
    for mark in marks:
        head, tail = title[: mark.start()].strip(), title[mark.end() :]
        if (
            tail
            and mark[0].strip() in BARS
            and len(tail.split()) <= MAX_WORDS_AFTER_BAR
            and (" " in head or len(head) > len(tail))
        ):
            return head
    return title


def is_section_over(heading: str, headline: str) -> bool:
    """Whether a heading has no word but small ones in common with a headline that metadata say whole, and so names a section.

    >>> is_section_over("Information and Resources", "Otters: What They Eat and How You Can Help")
    True
    >>> is_section_over("How otters live", "Otters: What They Eat and How You Can Help")
    False
    """
    stated = words_of(headline)
    is_long = len(stated) >= MIN_HEADLINE_WORDS
    return is_long and all(len(word) <= MAX_SMALL_WORD for word in words_of(heading) & stated)
