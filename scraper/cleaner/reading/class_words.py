"""What an element's attributes say about it: the words of its class, id and role, as flags.

A word is looked up in a table, so that a new class costs a dictionary look-up for each of its words.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

# The groups are the roles that page parts have in the themes of news sites, blogs, shops and forums. The words are those that
# front-end frameworks and content systems use (WordPress, Drupal, Bootstrap, BEM habits); order gives the bit.
GROUPS: Final[Mapping[str, str]] = {
    "nav": "nav navbar navigation menu submenu menubar breadcrumb breadcrumbs crumb crumbs pagination pager tabs tablist toolbar"
    " topbar sitemap skip offcanvas hamburger drawer megamenu subnav"
    " menü menue navigasyon",
    "header": "header masthead siteheader top banner",
    "footer": "footer foot colophon copyright legal bottom sitefooter contentinfo imprint"
    " rodape zapati podnozje fusszeile",
    "side": "sidebar aside rail widget widgets side secondary complementary sidecontent rightcol leftcol",
    "comment": "comment comments disqus reply replies respond discussion commentlist commenter livefyre fbcomments"
    " commentary kommentar kommentare kommentarer kommentit commentaire commentaires comentario comentarios commenti komentar"
    " komentari komentarz komentarze komentare komentaras komentarai yorum yorumlar reacties talkback talkbacks",
    "share": "share sharing social sharebar follow facebook twitter whatsapp addtoany sharedaddy linkedin pinterest addthis"
    " socials"
    " compartir compartilhar partage partager teilen condividi udostepnij paylas bagikan",
    "related": "related recommended recommendation recommendations recirc recirculation similar outbrain taboola trending"
    " popular mostread latest suggestions suggested readmore next previous prev upnext crosslink mehr weitere zergnet onward"
    " discover relacionada relacionadas relacionado relacionados correlati correlate verwandte gerelateerd ilgili powiazane"
    " souvisejici kapcsolodo terkait tematu lienquan",
    "teaser": "teaser teasers card cards promo grid carousel slider swiper slick feed river stream tile tiles listing list items"
    " item entries archive archives",
    "ad": "ad ads adv advert adverts advertisement advertising sponsor sponsored dfp gpt adsense commercial anzeige werbung adslot"
    " publicidad publicidade publicite pubblicita reklam reklama iklan quangcao annonce annonser",
    "meta": "meta byline author authors date time timestamp published dateline posted info category categories tag tags"
    " kicker eyebrow infos submitted updated pubdate postmeta entrymeta views datetime autor autore autores autori auteur"
    " auteurs szerzo yazar yazarlar penulis forfatter writer reporter journalist redakteur datum fecha fechas tarih tanggal",
    "caption": "caption captions figcaption credit credits gallery media image images photo photos figure video player"
    " picture thumbnail thumb img lightbox legend audio didascalia legende leyenda legenda bildunterschrift bildtext bildzeile"
    " popisek foto fotos bild bilder imagen imagenes imagem immagine galeria galerie galleria galeri fotogalerie bildergalerie"
    " piefoto piedefoto",
    "plea": "newsletter subscribe subscription signup paywall premium donate donation registration cta modal popup overlay"
    " optin mailchimp mailing callout form contact register membership"
    " boletin abonnement abonnieren suscripcion suscribete abbonati",
    "consent": "cookie cookies consent gdpr privacy cookiebar onetrust didomi cmp usercentrics cookiebanner",
    "content": "content article post entry story body text main richtext prose articlebody maincontent copy storybody"
    " paragraph wysiwyg postcontent entrycontent articletext artikel contenu contenido bodytext rte blog single texto texte"
    " testo inhalt cuerpo corpo noticia noticias artikeltext articolo artigo makale haber icerik tekst tresc clanek brodtext"
    " brodtekst",
    "title": "title headline heading hed h1 pagetitle entrytitle titre titel"
    " titulo titolo otsikko naslov baslik judul nadpis",
    "summary": "summary lead lede standfirst subtitle dek deck intro excerpt description abstract sub subhead subheadline"
    " chapo teasertext vorspann introduction preamble sapo bajada copete entradilla anons perex spot ingress ringkasan resumo"
    " sommario occhiello sumario subtitulo sottotitolo untertitel zajawka subheading synopsis subline",
    "bio": "bio about authorbox profile vcard avatar biography",
    "hidden": "hidden hide invisible offscreen noprint screenreader sr visually print none collapsed",
    "product": "product products price prices cart buy specs rating ratings review reviews sku shop add quantity stock",
    "forum": "message messages thread topic answer answers question questions postbody qa votes user username",
    "doc": "docs documentation toc markdown tableofcontents section chapter highlight code wiki mw parser",
    "login": "login signin account password logout search searchform lang language languages country",
    "embed": "embed tweet instagram youtube twitterwidget iframe oembed quote pullquote blockquote factbox box infobox note"
    " faktabox faktaruta infokasten recuadro despiece",
    "label": "btn button buttons label badge icon icons link links more toggle close",
}
_WORD_BITS: Final = {word: 1 << bit for bit, words in enumerate(GROUPS.values()) for word in words.split()}
_NAMED: Final = frozenset(_WORD_BITS)
NAMES: Final = tuple(GROUPS)
_HIDDEN: Final = 1 << NAMES.index("hidden")
# Names of boxes with facts, polls and what the site says of itself; "aside", "box", "summary", "form", "embed" are the story itself
# too often.
_BOXES: Final = frozenset(
    "factbox factsbox faktabox faktaboks faktaruta faktarutan faktakasten poll polls umfrage sondage encuesta enquete sondaggio"
    " disclaimer affiliate newsletter newsletters".split()
)
_FACTS: Final = frozenset("fact facts fakta faits datos".split())
_BOX: Final = frozenset("box boks ruta kasten".split())
_BESIDE: Final = _BOXES | _FACTS
# What a caption is called; a description is one where an image or a video is named, too.
CAPTIONS: Final = frozenset(
    "caption captions figcaption bildunterschrift bildtext bildzeile didascalia piefoto piedefoto legende leyenda".split()
)
_DESCRIPTIONS: Final = CAPTIONS | {"description", "desc"}
_OF_TABLES: Final = frozenset(("table", "tbl", "tabelle", "tabla"))
CAPTION: Final = 1 << NAMES.index("caption")
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]{2,}")
# All but small letters to blanks, byte by byte: a pattern that finds the words takes twice the time (2026-11-27).
_SMALL_LETTERS: Final = bytes(code if 0x61 <= code <= 0x7A else 0x20 for code in range(256))
_DIGIT: Final = re.compile("[0-9]")
_NO_LETTERS: Final = "0123456789:.,;/()[]!@#&"
_DIGITS: Final = "0123456789"
# Attributes besides the class that name an element or hide it.
_NAMING: Final = ("id", "role", "itemprop", "data-testid")
_OTHERS: Final = frozenset((*_NAMING, "style", "hidden", "aria-hidden"))
# Utility-class themes hang forty classes on an element; the first ones name it.
MAX_CHARS: Final = 200
_INVISIBLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
# Names for what is read aloud and not shown (Bootstrap, Tailwind, WordPress, Drupal, HTML5 Boilerplate), also as a build lengthens
# them; "md:not-sr-only" shows it on wide screens.
_ALOUD: Final = re.compile(
    r"(?<!\S)(?:sr-only|visually-?hidden|screen-?reader-(?:text|only)|element-invisible|a11y-hidden)(?:-(?:sc-|focusable)\S*)?(?!\S)",
    re.I,
)
_SHOWN: Final = "not-sr-only"


class Look(NamedTuple):
    """What an element's attributes say.

    Attributes:
        flags: One bit for each group of ``NAMES`` that its words name.
        words: Its words, lower case, for the model's own vocabulary.
        signature: The classes and ids that have no digit: one with digits numbers an element rather than names its kind.
        place: The classes and ids without the numbers at their ends. Unlike the signature it keeps the names that a build makes up
            ("css-1ab2c3"), which are the same on a site's other pages.
        invisible: Whether its attributes hide it.
        aloud: Whether it is for those only who have the page read aloud: "Article content", "opens in a new tab".
        beside: Whether its words say that it is beside the story.
    """

    flags: int = 0
    words: tuple[str, ...] = ()
    signature: str = ""
    place: str = ""
    invisible: bool = False
    aloud: bool = False
    beside: bool = False


PLAIN: Final = Look()


def read_look(attributes: Mapping[str, str | None]) -> Look:
    """Return what an element's attributes say; equal looks are mostly the same object."""
    if not attributes:
        return PLAIN
    names = attributes.get("class") or ""
    if _OTHERS.isdisjoint(attributes):
        return _name_look(names, False) if names else PLAIN
    get = attributes.get
    names = " ".join(filter(None, (names, *map(get, _NAMING))))
    style = get("style")
    invisible = bool("hidden" in attributes or get("aria-hidden") == "true" or (style and _INVISIBLE.search(style)))
    return _name_look(names, invisible) if names or invisible else PLAIN


def is_caption(look: Look) -> bool:
    """Whether classes call an element the caption or the description of an image or a video."""
    words = look.words
    return bool(look.flags & CAPTION) and not _DESCRIPTIONS.isdisjoint(words) and _OF_TABLES.isdisjoint(words)


@lru_cache(maxsize=16_384)
def _name_look(names: str, invisible: bool) -> Look:
    """Flags and words of a list of classes and ids.

    Tokens are cut at "-" and "_" and, where one is written in both cases, at capitals: "articleBody__main-col2" is article,
    body, main, col. Plain string methods do most of it: a regular expression over every new list took twice the time.
    """
    names = names[:MAX_CHARS]
    flags = _HIDDEN if invisible else 0
    words = _cut_words(names)
    for word in _NAMED.intersection(words):
        flags |= _WORD_BITS[word]
    kinds = place = names
    if _DIGIT.search(names):
        single = names.split()
        kinds = " ".join([name for name in single if not _DIGIT.search(name)])
        place = " ".join([_drop_number(name) if name[-1] in _DIGITS else name for name in single])
    is_beside = not _BESIDE.isdisjoint(words) and _is_beside(words)
    return Look(flags, words, kinds, place, invisible, _says_aloud(names), is_beside)


# A page has a few such lists of classes, at many places.
@lru_cache(maxsize=4_096)
def is_aloud(names: str) -> bool:
    """Tell from an element's classes whether it is for those only who have the page read aloud."""
    return _says_aloud(names)


def _says_aloud(names: str) -> bool:
    # Each of the names has one of these, and few other classes have: the pattern takes twice the time.
    lowered = names.lower()
    may_be = "hidden" in lowered or "sr-only" in lowered or "reader" in lowered or "invisible" in lowered
    return may_be and _ALOUD.search(names) is not None and _SHOWN not in names


def _is_beside(words: tuple[str, ...]) -> bool:
    return not _BOXES.isdisjoint(words) or not (_FACTS.isdisjoint(words) or _BOX.isdisjoint(words))


def _drop_number(name: str) -> str:
    bare = name.rstrip(_DIGITS)
    return bare[:-1] if bare.endswith(("-", "_")) else bare


def _cut_words(names: str) -> tuple[str, ...]:
    if names.isascii():
        if names.islower():
            return tuple(names.encode().translate(_SMALL_LETTERS).decode().split())
        return tuple(map(str.lower, _WORD.findall(names)))
    return tuple(chain.from_iterable(map(_cut_token, names.replace("-", " ").replace("_", " ").split())))


def _cut_token(token: str) -> Iterable[str]:
    bare = token if token.isalpha() else token.strip(_NO_LETTERS)
    if not bare:
        return ()
    return (bare,) if bare.islower() and bare.isalpha() else map(str.lower, _WORD.findall(bare))
