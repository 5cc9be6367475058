"""What a page's address says of it where it is a route of a content system: a list, or a form of the readers' accounts.

What articles have in their addresses, too ("topics", "archive", "collection"), is no sign. None of the labelled sets' 3,202
articles with an address is a list's or an account's by it (2026-11-28).
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

# WordPress, Drupal, Ghost, Hugo and shops; boards' lists of threads; further pages; what was searched for.
_LIST: Final = re.compile(
    r"/(?:(?:categor(?:y|ies|ie|ia|ias|ía|ías)|[kc]ategori[ea]|rubrique|rubrik|cat|tags?|schlagwort|etiquetas?|authors?)(?:/[^/]+){0,3}"
    r"|(?:page|seite|pagina)/\d+"
    r"|(?:search|suche|recherche|buscar|busca|ricerca|szukaj|viewforum|forumdisplay|memberlist)(?:\.\w+)?)\Z",
    re.I,
)
_SLUG_HYPHENS: Final = 2
_NUMBER: Final = re.compile(r"\d{5}")
"""A list has a short name; what has more words or a long number may be an article in a folder."""

# "sign-in", "create_account"
_TWO_WORDS: Final = re.compile(r"\b(sign|log|create|new|register)[-_+ ](in|on|up|account|user)(?![a-z])")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SUFFIX: Final = re.compile(r"\.\w{2,5}$")
_ACCOUNT_FORM: Final = re.compile(
    r"\w*(?:login|logon|signin|signup|passwor[dt]|passwd|pwd)|(?:login|logon|signin|signup|passwor[dt]|passwd|register)\w*"
    r"|regist(?:ration|rer|rieren|rierung|ro|rarse|rar|razione|reren|ratie|race|r[aá]cia)?|createaccount|newaccount|createuser"
    r"|anmeld(?:en|ung)|einloggen|connexion|inscription|identification|motdepasse|cadastro|\w*senha|accedi|acceder|iscriviti"
    r"|belepes|regisztr(?:acio|alas)|jelszo|logowanie|rejestracja|haslo|prihlas(?:eni|enie|it)|inloggen|wachtwoord|kirjaudu|giris"
)
# What stands beside such a word, and says nothing alone.
_BESIDE: Final = frozenset(
    "account accounts change client create customer do edit email forgot forgotten form forum free html in index konto kundenkonto"
    " lost member membre mode my new or oublie page popup recover recovery remind reminder request reset secure send user users"
    " vergessen wp".split()
)
# The parameters that name the page where all go through one script.
_ROUTE: Final = frozenset(
    "act action app cmd do fuseaction main_page mode option p page route screen section task view".split()
)
_ROUTE_CHARS: Final = 40


def is_list_address(address: str | None) -> bool:
    """Whether an address is that of a category, a tag, an author, a further page or a search.

    >>> is_list_address("https://news.example/category/sport/page/2/"), is_list_address("https://news.example/category/sport/4711123")
    (True, False)
    """
    path = _path_and_query(address)[0].rstrip("/")
    last = path.rpartition("/")[2]
    return _LIST.search(path) is not None and last.count("-") <= _SLUG_HYPHENS and _NUMBER.search(last) is None


def is_account_address(address: str | None) -> bool:
    """Whether an address is that of a form to sign in, to register or for a password, and of nothing else.

    >>> is_account_address("https://news.example/user/login"), is_account_address("https://news.example/login-or-lose")
    (True, False)
    """
    path, query = _path_and_query(address)
    segments = [segment for segment in path.split("/") if segment][-2:]
    words = [_words(segment) for segment in segments]
    if (
        words
        and _are_account_words(words[-1])
        and any(map(_ACCOUNT_FORM.fullmatch, (word for part in words for word in part)))
    ):
        return True
    return any(_names_account_form(value) for value in _routes(query))


def _path_and_query(address: str | None) -> tuple[str, str]:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return "", ""
    return unquote(parts.path), parts.query


def _routes(query: str) -> Iterator[str]:
    if query:
        yield from (value for name, value in parse_qsl(query) if name.lower() in _ROUTE and len(value) < _ROUTE_CHARS)


def _names_account_form(text: str) -> bool:
    words = _words(text)
    return _are_account_words(words) and any(map(_ACCOUNT_FORM.fullmatch, words))


def _are_account_words(words: list[str]) -> bool:
    return bool(words) and all(word in _BESIDE or _ACCOUNT_FORM.fullmatch(word) for word in words)


def _words(segment: str) -> list[str]:
    """Return the words of a part of a path, without what kind of file it is: sign-in.html, LogonForm."""
    split = _CAMEL.sub("-", _SUFFIX.sub("", segment)).lower()
    return [word for word in re.split(r"[\W\d_]+", _TWO_WORDS.sub(r"\1\2", split)) if word]
