"""What stands before a name, in the languages of the large news markets: told by its first word, so that a text costs a look-up.

Of 20 texts a page that are asked, 19 begin with none of these words: one pattern for all took 1.5 us for each and 12 ms to compile,
the look-up takes .4 (2026-11-27).
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Final, TypeAlias

from scraper.cleaner.metadata.byline_words import CAPITALS, CASED_LABELS, LABELLED, LABELS
from scraper.cleaner.metadata.late_patterns import compiled

Rows: TypeAlias = tuple[tuple[str, str], ...]
"""Each row: first words, case folded, and the pattern of how what begins with them goes on."""

_PHOTOS: Final = (
    r"(?:\s?/\s?|\s+(?:and|und|et|e|y|i|a|și|şi|en|og|och|&)\s+)(?:photo|foto|picture|bild|zdjęcia)\w*"
    r"(?:\s+(?:by|von|de|par|di|por|av|door))?"
)
# A place has one word or several. Its end is told by a mark, by names in capitals, or by two words that are left for the name, but
# for what begins as places of two words do: "à Tel Aviv Martin", "au Burkina Faso Anne".
_CAPITAL: Final = r"(?-i:[^\W\d_a-zß-ÿ])"
_PLACE: Final = rf"{_CAPITAL}(?-i:[^\W\d_A-ZÀ-Þ])+(?:[-’'][^\W\d_]+)*"
_PLACES: Final = rf"(?:l[ae]s?\s+)?{_PLACE}(?:\s+(?:(?:de|du|des|la|le|sur|en)\s+){{0,2}}{_PLACE})?"
_FIRST_OF_TWO: Final = (
    r"(?:\w{1,3}|buenos|hong|kuala|burkina|addis|sierra|costa|ciudad|santa|santo|sainte?|porto?|phnom)\s"
)
_FROM_PLACE: Final = (
    rf"\s+(?:à|au|aux|en)\s+(?:{_PLACES}(?:\s*,(?=\s)|(?=\s*(?:[:：|–—/]|\s-|,?\s*$)))"
    rf"|{_PLACES}(?=\s+(?-i:[A-ZÀ-Þ][A-ZÀ-Þ’'-]+)\s+(?-i:[A-ZÀ-Þ]{{2}}))"
    rf"|(?!{_FIRST_OF_TWO}){_PLACE}(?=\s+{_CAPITAL}[\w.’'-]+\s+{_CAPITAL}[\w.’'-]+\s*(?:$|(?:et|avec)\s)))"
)
# A label that is a word of the page's own tools, too: "Text Size" stands over the articles of many old sites, and "Author Archives"
# over lists. Before a name of two words, one in a script without capitals, by a mark, or alone.
_NOUN: Final = rf"(?=\s*(?:[:：|–—/-]|,?\s*$))|(?-i:(?={CAPITALS.pattern}))"
_NOUN_OF_PERSON: Final = rf"{_NOUN}|(?=\s+[\u0590-\uffff])"
# Of what begins with one word, the first row that fits is read.
_ROWS: Final[Rows] = (
    ("beitrag kommentar analyse interview protokoll", r"\s+von"),
    ("gastbeitrag gastkommentar gastanalyse gastinterview gastprotokoll", r"\s+von"),
    ("van door", r"\s+onze\s+(?!redactie)\w+"),
    (
        "de",
        r"\s+(?:notre|nos)\s+(?:correspondante?s?|envoyée?s?\s+spécia(?:le?s?|ux))"
        rf"(?:{_FROM_PLACE}|(?!\s+(?:à|au|aux|en)\s))",
    ),
    ("bài", r"(?:\s*(?:,|và|&)\s*ảnh)?(?=\s*[:：])"),
    ("opinie", r"\s+door"),
    ("dal dalla", r"\s+nostr[oa]\s+\w+"),
    ("خبرنگار گزارش เรื่อง เรื่องและภาพ", r"(?=\s*[:：])"),
    ("ulat", r"\s+ni(?:na)?"),
    ("text texte testo testi texto textos words tekst", _PHOTOS),
    ("text tekst words interview", _NOUN),
    ("written posted published story text words reported reporting article created submitted authored", r"\s+by"),
    (
        "photo photos started asked recipe opinion analysis review column commentary updated interview",
        r"\s+by",
    ),
    ("as", " told to"),
    ("the", r"\s+authors?(?:\(s\))?"),
    ("insights", " from"),
    ("thread", " starter"),
    ("by", ""),
    ("author authors author(s) authors(s) byline contributor contributors reporter", _NOUN_OF_PERSON),
    ("ein", r"\s+\w+\s+von"),
    ("geschrieben verfasst erstellt veröffentlicht gepostet", r"\s+von"),
    ("von autor autorin autoren themenstarter", ""),
    ("propos", r"\s+recueillis?\s+par"),
    ("recueilli recueillis publié écrit rédigé posté", r"\s+par"),
    ("article", r"\s+(?:écrit|rédigé)\s+par"),
    ("interview", r"\s+réalisée\s+par"),
    ("par auteur auteure auteurs auteures", ""),
    ("un", r"\s+texte\s+de"),
    ("texto", r"\s+de"),
    ("articolo intervista", r"\s+di"),
    ("escrito publicado redactado redação", r"\s+por"),
    ("por autora autores autoras", ""),
    ("a", r"\s+cura\s+di"),
    ("scritto", r"\s+da"),
    ("geschreven", r"\s+door"),
    ("di autore autori door av af skribent författare forfatter kirjoittanut przez autorzy autorka", ""),
    ("γράφει", r"\s+[οη]"),
    ("του", r"\s?/\s?της"),
    ("tác", " giả"),
    ("автор автори авторы текст συντάκτης yazar yazan penulis oleh bởi tekstas", ""),
    ("取材", "・文"),
    ("文 聞き手 作者 記者 记者 著者 執筆 執筆者 ライター 撰文 기자 글", ""),
    ("بقلم كتب كتبت الكاتب लेखक लेखिका द्वारा", ""),
    ("scris publicat", r"\s+de"),
    ("аўтар аутор пише пишува piše pišu napisal napisala napsal napsala szerző írta", ""),
    ("teksti kirjoittaja parengė autorius autors", ""),
    ("به از", r"\s+قلم"),
    ("מאת כתב כתבה نویسنده تحریر লেখক প্রতিবেদক எழுதியவர் రచయిత ലേഖകൻ ಲೇಖಕ", ""),
    ("รายงานโดย โดย ผู้เขียน เขียนโดย ໂດຍ ដោយ", ""),
    ("imeandikwa", r"\s+na"),
    ("isinulat", r"\s+ni"),
    ("shkruar", r"\s+nga"),
    ("deur mwandishi ავტორი հեղինակ հեղինակ՝", ""),
)
# What parts it from the name, and what it ends with where it stands alone.
_MARK: Final = r"(?:\s*[:：៖|–—/／・＝-]\s*|\s+|,?\s*$)"
_END: Final = r"\s*[:：៖|–—,-]?"
_FIRST_WORD: Final = re.compile(r"[^\s:：៖፦,|–—/／・＝-]+")

# "Von unserem Korrespondenten Karl Muster", after any word, too.
_OF_OURS: Final = r"(?:\w++\s++)?von\s+unsere[rmn]?\s+(?!redaktion)\w+"
_BY_OURS: Final = re.compile(_OF_OURS + _MARK, re.I)
# The title that stands before a name in Chinese without a mark between, and the paper's name before that: only before what is as
# long as names are, and not of who took a picture.
_FIRST_HAN: Final = "\u3400"
_TITLED: Final = (
    r"(?:[\u3400-\u9fff]{1,4}(?:[社報报網网台]|新[闻聞]))?(?:见习|实习|首席)?(?:记者|記者|通讯员|特派員)\s?"
    r"(?=[\u3400-\u9fff]{2,4}(?:[\s／/|、，,](?!\s*[摄攝])|$))"
)

# Of both who wrote, in languages that have two words for them: "Autor/ica", "Autor(a)", "Autor:in", "Auteur·e".
_ENDING: Final = re.compile(
    r"(?i:(?:aut|авт|аут|napis|напис|pisa|писа|redakt|verfass|skrib|novin)[^\W\d_]{2,6})"
    r"(?P<ending>(?:/-?|[(:*·•_])(?:in(?:nen)?|as?|e?s|e|ic[ae]|k[aeyi]|ra?|ice|trice|rice|ca|ка|ца|ица|а)\)?)(?=[\s:：]|$)"
)

_LABELS_FIRST: Final = frozenset(label.split()[0] for label in LABELS)
_BLANK: Final = re.compile(r"\s+")
# The longest labels, "author of the article", have so many words.
MAX_LABEL_WORDS: Final = 4
ENDS: Final = (".", "!", "?", "…")
"""A byline does not end so, but for short forms."""
# Words after a label, two names with their place and the date: more are a sentence.
MAX_LABELLED: Final = 10


def _index(rows: Rows) -> Mapping[str, str]:
    """Return by each first word how what begins with it goes on."""
    rests: dict[str, list[str]] = {}
    for words, rest in rows:
        for word in words.split():
            rests.setdefault(word.casefold(), []).append(rest)
    return {word: "|".join(some) for word, some in rests.items()}


_RESTS: Final = _index(_ROWS)


@cache
def _after(rest: str, end: str) -> re.Pattern[str]:
    return re.compile(f"(?:{rest}){end}", re.I)


def stands_before(text: str) -> bool:
    """Whether a text is only what stands before a name.

    >>> stands_before("Written by:"), stands_before("By Ada Lovelace")
    (True, False)
    """
    if ending := _ENDING.match(text):
        text = f"{text[: ending.start('ending')]}{text[ending.end() :]}"
    head = _FIRST_WORD.match(text)
    rest = None if head is None else _RESTS.get(head[0].casefold())
    return (
        head is not None and rest is not None and _after(rest, _END).fullmatch(text, head.end()) is not None
    ) or _after(_OF_OURS, _END).fullmatch(text) is not None


def by_end(text: str) -> int:
    """Return where the words end that stand before an author, 0 where a text does not begin with any.

    >>> by_end("By Ada Lovelace"), by_end("Ada Lovelace"), by_end("本报记者王小明 李华")
    (3, 0, 4)
    """
    head = _FIRST_WORD.match(text)
    if head is None:
        return 0
    if "unsere" in text.lower() and (ours := _BY_OURS.match(text)):
        return ours.end()
    if ending := _ENDING.match(text):
        start, end = ending.span("ending")
        by_bare = by_end(f"{text[:start]}{text[end:]}")
        return by_bare + end - start if by_bare else 0
    word = head[0].casefold()
    rest = _RESTS.get(word)
    # With the mark a pattern takes .2 ms to compile: it is for texts that go on so, which most that begin with "The" do not.
    is_so = rest is not None and _after(rest, "").match(text, head.end())
    if is_so and (by := _after(rest or "", _MARK).match(text, head.end())):
        return by.end()
    if word >= _FIRST_HAN and (titled := compiled(_TITLED).match(text)):
        return titled.end()
    return _label_end(text, head.end()) if word in _LABELS_FIRST else 0


def _label_end(text: str, first: int) -> int:
    """Return where a label ends whose first word ends there."""
    found = LABELLED.match(text)
    if found and found["label"].strip().casefold() in LABELS:
        return found.end() if len(text[found.end() :].split()) <= MAX_LABELLED else 0
    for blank in islice(_BLANK.finditer(text, first), MAX_LABEL_WORDS):
        if text[: blank.start()].casefold() in CASED_LABELS:
            named = CAPITALS.match(text, blank.start())
            return named.end() if named and not text.endswith(ENDS) else 0
    return 0
