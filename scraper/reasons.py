"""What can become of a page, by the words that outcomes are stored, counted and queried by: closed lists."""

from enum import StrEnum
from typing import Final


class PageClass(StrEnum):
    """What kind of page this is. An ``ARTICLE`` becomes a record; every other class is a reason, unless it is asked for."""

    ARTICLE = "article"
    LISTING = "listing"
    CONSENT = "consent"
    PAYWALL = "paywall"
    CHALLENGE = "challenge"
    LOGIN = "login"
    SOFT404 = "soft404"
    JS_SHELL = "js_shell"
    REPEATED = "repeated"
    EMPTY = "empty"


class Stage(StrEnum):
    """The stage that ended a page's way."""

    DISCOVER = "discover"
    FETCH = "fetch"
    READ = "read"
    CLEAN = "clean"


class Reason(StrEnum):
    """Why a page gave no article: a closed list, stored, counted and queried by these words."""

    # fetch: before an answer
    BAD_URL = "bad_url"
    BLOCKED_ADDRESS = "blocked_address"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    DEADLINE = "deadline"
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    HOST_DEFERRED = "host_deferred"
    HOST_FAILING = "host_failing"
    # fetch: the answer
    PROTOCOL = "protocol"
    HTTP_CLIENT_ERROR = "http_4xx"
    HTTP_SERVER_ERROR = "http_5xx"
    HTTP_NO_CONTENT = "no_content"
    REDIRECT_LOOP = "redirect_loop"
    BAD_REDIRECT = "bad_redirect"
    REDIRECT_TO_HOME = "redirect_to_home"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    UNDECODABLE = "undecodable"
    # read
    UNREADABLE = "unreadable"
    NOT_A_REGULAR_FILE = "not_a_regular_file"
    # what the page is
    NOT_HTML = "not_html"
    EMPTY = "empty"
    LISTING = "listing"
    CONSENT = "consent"
    PAYWALL = "paywall"
    CHALLENGE = "challenge"
    LOGIN = "login"
    SOFT404 = "soft404"
    JS_SHELL = "js_shell"
    REPEATED = "repeated"
    DUPLICATE = "duplicate"
    TOO_OLD = "too_old"
    # our own limits
    TOO_COMPLEX = "too_complex"
    CRASHED = "crashed"
    OUT_OF_TIME = "out_of_time"


_MOSTLY_STAY: Final = frozenset(
    {
        Reason.ROBOTS,
        Reason.REDIRECT_TO_HOME,
        Reason.EMPTY,
        Reason.CONSENT,
        Reason.LOGIN,
        Reason.SOFT404,
        Reason.REPEATED,
    }
)
_MOSTLY_STAYING_STATUS: Final = frozenset({403, 404})


def mostly_stays(reason: Reason, status: int | None) -> bool:
    """Whether what a page gave mostly stays so, though a wall, a filter or a mistake of an hour looks the same."""
    return reason in _MOSTLY_STAY or (reason is Reason.HTTP_CLIENT_ERROR and status in _MOSTLY_STAYING_STATUS)


class Removal(StrEnum):
    """Why a block that the page alone would have kept is not in the text, by what the site's other articles say."""

    REPEATED = "repeated"
    """It stands on others of the site's articles."""
    TEASER = "teaser"
    """It is another article's headline, or the sentence under it."""
    OTHER_ARTICLE = "other_article"
    """It belongs to another article, which the page goes on with."""
