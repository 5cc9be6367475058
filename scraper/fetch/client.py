"""The one seam to the HTTP client: a request out, an answer in, its errors mapped to ours.

Only this module and its neighbours ``network``, ``pools`` and ``cookies`` import httpx, so that a successor with the same API is
a day's work. The client neither follows redirects nor reads bodies by itself: both need checks on the way.
"""

import asyncio
import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

import httpcore
import httpx

from scraper.coding import BodyDecoder
from scraper.decoders import ACCEPT_ENCODING
from scraper.errors import FetchError, UsageError
from scraper.fetch.addresses import is_literal, may_dial
from scraper.fetch.cookies import SiteCookies
from scraper.fetch.network import GuardedBackend
from scraper.fetch.pools import HostPools
from scraper.fetch.retry import DroppedError, PassingError
from scraper.reasons import Reason
from scraper.settings import FetchSettings
from scraper.urls import host_of, with_ascii_host

_ACCEPT: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

KEEP_S: Final = 15.0
"""A connection that was idle longer is not used again: many servers close at 15 s or later, nginx at 75 s."""

MAX_HEADER_BYTES: Final = 65_536
"""FETCH.md, Caps. The parser below gives up at 100 KiB by itself."""

_SINGLE: Final = frozenset({"date", "etag", "last-modified", "location", "retry-after"})
"""Of these an answer has one (RFC 9110, section 5.3): of several, as servers behind servers send them, the first counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may cost.

    Attributes:
        time_s: Name look-up, connection, headers and body together.
        wire_bytes: Body before decompression.
        body_bytes: Body after decompression.
        is_cut: A longer body is cut there instead of refused.
    """

    time_s: float
    wire_bytes: int
    body_bytes: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a server, body decompressed; empty where a redirect's body was not read.

    Attributes:
        headers: By lower-case name, each byte one character (latin-1); several of one name joined by ``, ``, but
            for those that are no lists.
        insecure: The server was not asked for a valid certificate.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    wire_bytes: int = 0
    insecure: bool = False


class Client:
    """Sends GET requests; async context manager.

    Raises:
        UsageError: A cookies file cannot be read, the proxy is no HTTP proxy, or the user agent no header's text.
    """

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._backend = GuardedBackend(settings.allow_private)
        self._cookies = SiteCookies(settings.cookie_files)
        agent = f"{settings.user_agent} (+{settings.contact})" if settings.contact else settings.user_agent
        if not (agent.isascii() and agent.isprintable()):  # RFC 9110, section 5.5
            raise UsageError(f"user agent and contact {agent!r} must be printable ASCII, as all headers")
        self._headers = {"User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPT_ENCODING}
        timeout = httpx.Timeout(settings.read_timeout_s, connect=settings.connect_timeout_s, pool=None)
        self._extensions = {"timeout": timeout.as_dict()}
        self._contexts = {True: ssl.create_default_context(), False: _lenient_context()}
        self._insecure_hosts = frozenset(host.lower() for host in settings.insecure_hosts)
        self._pools = HostPools(4 * settings.concurrency)

    def _open(self, context: ssl.SSLContext) -> httpx.AsyncHTTPTransport:
        transport = httpx.AsyncHTTPTransport(verify=context, trust_env=False)
        # httpx has no public way to hand a network backend to the pool it makes (0.28.1).
        if self._settings.proxy is None:
            transport._pool = httpcore.AsyncConnectionPool(
                ssl_context=context, network_backend=self._backend, keepalive_expiry=KEEP_S
            )
        else:
            transport._pool = httpcore.AsyncHTTPProxy(
                self._settings.proxy, ssl_context=context, keepalive_expiry=KEEP_S
            )
        return transport

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._pools.aclose()

    async def get(self, url: str, headers: Mapping[str, str], limits: Limits) -> Answer:
        """Send one request and read its answer whole, within the limits.

        Raises:
            FetchError: Of any kind that one request can end in.
        """
        try:
            async with asyncio.timeout(limits.time_s):
                return await self._get(url, headers, limits)
        except TimeoutError as error:
            raise FetchError(f"not done in {limits.time_s:.3g} s", url=url, code=Reason.DEADLINE) from error
        except FetchError as error:
            raise type(error)(str(error), url=url, code=error.code) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, ssl.SSLError, OSError) as error:
            raise map_error(error, url) from error

    async def _get(self, url: str, headers: Mapping[str, str], limits: Limits) -> Answer:
        target, host = _parse_url(url)
        self._check_behind_proxy(host)
        is_unchecked = host in self._insecure_hosts
        context = self._contexts[not is_unchecked]
        request = httpx.Request("GET", target, headers=self._headers_with(headers), extensions=self._extensions)
        self._cookies.add_to(request)
        async with self._pools.lend(host_of(url), lambda: self._open(context)) as pool:
            # Not through httpx' client: that parses Location before we do, and fails on what is no URL.
            response = await pool.handle_async_request(request)
            response.request = request
            try:
                self._cookies.take_from(response)
                answer = await _read_answer(response, url, limits)
                return replace(answer, insecure=True) if is_unchecked and target.scheme == "https" else answer
            finally:
                if _has_excess(response):
                    await response.extensions["network_stream"].aclose()
                await response.aclose()

    def _headers_with(self, extra: Mapping[str, str]) -> httpx.Headers:
        """Our headers and a site's own, which replace them by name; an ETag's bytes go back as they came."""
        headers = httpx.Headers(self._headers)
        headers.update([(name.encode("ascii"), value.encode("latin-1")) for name, value in extra.items()])
        return headers

    def _check_behind_proxy(self, host: str) -> None:
        """A proxy resolves names itself, out of the guard's sight: only addresses in the URL itself can be vetted."""
        if self._settings.proxy and is_literal(host) and not may_dial(host, self._settings.allow_private):
            raise FetchError(
                f"{host} is not public (--allow-private {host} lets it be fetched)",
                url=host,
                code=Reason.BLOCKED_ADDRESS,
            )


def _parse_url(url: str) -> tuple[httpx.URL, str]:
    """Return the URL and its host, which httpx decodes from IDNA."""
    try:
        target = httpx.URL(with_ascii_host(url))
        return target, target.host
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(str(error), url=url, code=Reason.BAD_URL) from error


def _lenient_context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


async def _read_answer(response: httpx.Response, url: str, limits: Limits) -> Answer:
    headers = _decode_headers(response.headers.raw, url)
    if response.status_code == 407:  # a proxy's, and no page's or robots.txt's (RFC 9110, section 15.5.8)
        message = "the proxy asks for a name and password: --proxy http://name:password@proxy.example:3128"
        raise FetchError(message, url=url, code=Reason.CONNECT)
    body, wire_bytes = b"", 0
    if not response.has_redirect_location and response.status_code not in (204, 304):
        body, wire_bytes = await _read_body(response, headers.get("content-encoding"), url, limits)
    return Answer(url=url, status=response.status_code, headers=headers, body=body, wire_bytes=wire_bytes)


def _has_excess(response: httpx.Response) -> bool:
    """Tell whether more has come than the answer: it would be taken for the answer to the connection's next request."""
    # httpx has no public way to what the parser was given too much (httpx 0.28.1, httpcore 1.0, h11 0.16).
    found: object = response.stream
    for name in ("_httpcore_stream", "_stream", "_connection", "_h11_state"):
        found = getattr(found, name, None)
    excess, _ = getattr(found, "trailing_data", (b"", False))
    return bool(excess)


def _decode_headers(raw: list[tuple[bytes, bytes]], url: str) -> dict[str, str]:
    size = sum(len(name) + len(value) for name, value in raw)
    if size > MAX_HEADER_BYTES:
        raise FetchError(f"headers of {size / 1024:.0f} KiB", url=url, code=Reason.TOO_LARGE)
    headers: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        if key in headers and key in _SINGLE:
            continue
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


async def _read_body(response: httpx.Response, coding: str | None, url: str, limits: Limits) -> tuple[bytes, int]:
    decoder = BodyDecoder(coding, limits.body_bytes, url, is_cut=limits.is_cut)
    wire_bytes = 0
    async for chunk in response.aiter_raw(65_536):
        wire_bytes += len(chunk)
        decoder.feed(chunk)
        if limits.is_cut and (decoder.is_full or wire_bytes > limits.wire_bytes):
            return decoder.taken(), wire_bytes
        if wire_bytes > limits.wire_bytes:
            message = f"body over {limits.wire_bytes / 1e6:g} MB on the wire"
            raise FetchError(message, url=url, code=Reason.TOO_LARGE)
    return decoder.finish(), wire_bytes


def map_error(error: Exception, url: str) -> FetchError:
    """Return our error for one of httpx's, the sockets' or TLS's."""
    said = str(error) or _UNSAID.get(type(error)) or type(error).__name__
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, FetchError):
            return type(cause)(str(cause), url=url, code=cause.code)
        if isinstance(cause, ssl.SSLError):
            # A handshake that breaks off may go well next time; a certificate or a protocol that does not fit will not.
            is_passing = isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError | ssl.SSLSyscallError)
            if isinstance(cause, ssl.SSLCertVerificationError):
                said = f"{said} (--insecure-host {httpx.URL(url).host} fetches without this check)"
            return (PassingError if is_passing else FetchError)(f"TLS: {said}", url=url, code=Reason.TLS)
        if isinstance(cause, OSError) and cause.errno is not None and cause.errno > 0:
            said = f"{said}: {os.strerror(cause.errno)}"  # httpx leaves it out: refused, reset, no route
        cause = cause.__cause__ or cause.__context__
    kind = next((code for kinds, code in _ERRORS if isinstance(error, kinds)), Reason.CONNECT)
    if kind is Reason.PROTOCOL:
        kind = next((code for words, code in _PROTOCOL_ERRORS if words in said), kind)
    is_dropped = (
        kind is Reason.CONNECT and isinstance(error, httpx.HTTPError) and not isinstance(error, httpx.ConnectError)
    )
    return (DroppedError if is_dropped else FetchError)(said, url=url, code=kind)


# What httpx has an exception and no words for.
_UNSAID: Final[dict[type[Exception], str]] = {
    httpx.ConnectTimeout: "no connection in time",
    httpx.ReadTimeout: "no answer in time",
    httpx.ReadError: "the connection broke off",
}
# In this order: the first kind that fits decides.
_ERRORS: Final[tuple[tuple[tuple[type[Exception], ...], Reason], ...]] = (
    ((httpx.TimeoutException,), Reason.TIMEOUT),
    ((httpx.ConnectError,), Reason.CONNECT),
    ((httpx.InvalidURL, httpx.UnsupportedProtocol), Reason.BAD_URL),
    ((httpx.RemoteProtocolError, httpx.LocalProtocolError, httpx.DecodingError), Reason.PROTOCOL),
    ((httpx.NetworkError, OSError), Reason.CONNECT),
    # The URL was parsed before: what is no value now came with the answer, and may come otherwise next time.
    ((httpx.HTTPError, ValueError), Reason.PROTOCOL),
)
# httpx has one exception for all breaches of the protocol; what it says (h11 0.16, httpcore 1.0) tells those apart that pass.
_PROTOCOL_ERRORS: Final = (
    ("without sending complete message", Reason.TRUNCATED),
    ("disconnected without sending a response", Reason.CONNECT),
    ("too long", Reason.TOO_LARGE),
)
