"""Where connections are made: a name is resolved once, its addresses are vetted, and a vetted one is dialled."""

import asyncio
import socket
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final

import httpcore

from scraper.errors import FetchError
from scraper.fetch.addresses import may_dial
from scraper.fetch.retry import PassingError
from scraper.reasons import Reason
from scraper.settings import IPNetwork

# getaddrinfo cannot be cancelled: it gets threads of its own, so that dead name servers block nothing else. As many as requests
# that a run has under way (FETCH.md, Pacing).
_RESOLVER_THREADS: Final = 16
# A thread that nobody waits for any more goes on for as long as the system asks dead name servers (30 s with glibc's defaults and
# three of them): 16 given up every 5 s are 96 of them (2026-11-27).
_MOST_THREADS: Final = 256

_Found = list[tuple[Any, ...]]


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Dials public addresses and those that the user named, for every request: pages, redirects, robots.txt, sitemaps.

    Args:
        allowed: Networks that may be dialled although they are not public.
    """

    def __init__(self, allowed: Iterable[IPNetwork]) -> None:
        self._inner = httpcore.AnyIOBackend()
        self._allowed = tuple(allowed)
        self._turns = asyncio.Semaphore(_RESOLVER_THREADS)
        self._threads = 0

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Open a connection to the first vetted address that answers.

        Raises:
            FetchError: No address (``dns``), or none that may be dialled (``blocked_address``).
        """
        found = await self._resolve(host, port, timeout)
        vetted = [address for address in found if may_dial(address, self._allowed)]
        if not vetted:
            place = host if host == found[0] else f"{host} is at {found[0]}, which"
            message = f"{place} is not public (--allow-private {found[0]} lets it be fetched)"
            raise FetchError(message, url=host, code=Reason.BLOCKED_ADDRESS)
        for address in vetted[:-1]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(vetted[-1], port, timeout, local_address, socket_options)

    async def _resolve(self, host: str, port: int, timeout: float | None) -> list[str]:  # noqa: ASYNC109 - handed down
        try:
            async with self._turns:  # to wait for others' look-ups is no failure of this name; one given up makes room
                found = await asyncio.wait_for(self._look_up(host, port), timeout)
        except socket.gaierror as error:
            kind = PassingError if error.errno == socket.EAI_AGAIN else FetchError
            raise kind(f"no address for {host}: {error.strerror}", url=host, code=Reason.DNS) from error
        except UnicodeError as error:
            raise FetchError(f"no host name: {host[:100]!r}", url=host, code=Reason.DNS) from error
        except TimeoutError as error:
            message = f"no answer for the name {host} in {timeout:g} s"
            raise PassingError(message, url=host, code=Reason.DNS) from error
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))

    async def _look_up(self, host: str, port: int) -> _Found:
        """Ask the name servers in a thread that nobody waits for at the end of the process, as those of a pool are waited for."""
        if self._threads >= _MOST_THREADS:
            raise PassingError(f"{self._threads} look-ups hang, {host} is not looked up", url=host, code=Reason.DNS)
        loop = asyncio.get_running_loop()
        found: asyncio.Future[_Found] = loop.create_future()

        def settle(answer: _Found, error: Exception | None) -> None:
            self._threads -= 1
            if found.done():  # given up meanwhile
                return
            if error:
                found.set_exception(error)
            else:
                found.set_result(answer)

        def ask() -> None:
            answer: _Found = []
            error: Exception | None = None
            try:
                answer = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            except Exception as exc:  # noqa: BLE001  # whatever it is, is for who asked
                error = exc
            with suppress(RuntimeError):  # the event loop is closed: the run is over
                loop.call_soon_threadsafe(settle, answer, error)

        try:
            threading.Thread(target=ask, name=f"resolver {host}", daemon=True).start()
            self._threads += 1
        except RuntimeError as error:  # the system gives no thread, for now
            raise PassingError(f"no look-up of {host}: {error}", url=host, code=Reason.DNS) from error
        return await found
