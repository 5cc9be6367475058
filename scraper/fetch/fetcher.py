"""Fetching one URL as a good citizen: attempts, redirects, meta refresh, and what the answer is worth."""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Self

from scraper.errors import FetchError
from scraper.fetch.answers import Accept, Fetched, FetchResult, HostRecord, NotModified, Validators
from scraper.fetch.client import Answer, Client
from scraper.fetch.hosts import Allowance, Hosts, Remember, forget
from scraper.fetch.leasing import ALONE, HostLeases
from scraper.fetch.media import charset_label, media_type, require_page
from scraper.fetch.redirects import REDIRECTS, Hop, headers_for, refuse_home
from scraper.fetch.refresh import find_refresh
from scraper.fetch.refusals import class_of_refusal
from scraper.fetch.retry import StatusError, backoff_s, is_passing
from scraper.fetch.robots_rules import Rules
from scraper.reasons import PageClass, Reason, Stage
from scraper.records import NOTICES, Page, Skipped
from scraper.settings import FetchSettings
from scraper.urls import drop_session, loose_url_key, url_key

_log: Final = logging.getLogger(__name__)

_WITH_BODY: Final = frozenset({200, 203})


class Fetcher:
    """One polite client for many hosts; async context manager.

    Args:
        settings: Limits and manners.
        hosts: What earlier runs remember of hosts.
        leases: Whose turn it is where other processes ask the same hosts.
        remember: Is given a host's record when a long pause begins, so that the next run keeps it also after a kill.

    Raises:
        UsageError: A cookies file cannot be read.
    """

    def __init__(
        self,
        settings: FetchSettings,
        hosts: Iterable[HostRecord] = (),
        leases: HostLeases = ALONE,
        remember: Remember = forget,
    ) -> None:
        self._settings = settings
        self._client = Client(settings)
        self._hosts = Hosts(settings, self._client, hosts, leases, remember)
        if settings.ignore_robots:
            _log.warning("robots.txt is ignored user_agent=%s", settings.user_agent)

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *details: object) -> None:
        await self._client.__aexit__(*details)

    def host_records(self) -> tuple[HostRecord, ...]:
        """Return what a later run should remember of each host."""
        return self._hosts.records()

    async def grants_one(self, url: str) -> bool:
        """Tell whether a run can ask the URL's host but once, since the pause after a request is longer than a run waits."""
        return await self._hosts.grants_one(url)

    async def robots(self, url: str) -> Rules:
        """Return what the host's robots.txt says.

        Raises:
            FetchError: It cannot be had.
        """
        return await self._hosts.rules(url)

    async def fetch(
        self,
        url: str,
        validators: Validators | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        home: str | None = None,
        accept: Accept = Accept.PAGE,
    ) -> FetchResult:
        """Download one page, or say why not. A bad server never raises.

        Args:
            url: What to fetch.
            validators: Those of the copy that is held, to be told when it is still good.
            headers: Extra request headers; they are not sent to other sites, those with secrets not to other origins.
            home: The address of the site that the headers are for; by default, they are for the URL's own.
            accept: Whether anything but a page is of use.
        """
        allowance = self._allowance(accept)
        validators = replace(validators, url=validators.url or url) if validators else None
        headers = headers_for(url, home or url, headers or {})
        attempts = 0
        failure: FetchError | None = None
        while True:
            allowance.start_attempt()
            try:
                result = await self._attempt(Hop(url, headers), validators, accept, allowance)
                return replace(result, attempts=attempts + 1, response_s=allowance.attempt_spent_s)
            except FetchError as error:
                if not allowance.has_asked:  # refused before anything was sent: asking again changes nothing
                    # What this URL met before its host was given up says more than that it was.
                    told = failure if failure and error.code is Reason.HOST_FAILING else error
                    return self._skip(url, told, attempts)
                failure = error
            attempts += 1
            pause = backoff_s(attempts, self._settings.delay_s)
            if not is_passing(failure) or attempts >= self._settings.attempts or allowance.left_s <= pause:
                return self._skip(url, failure, attempts)
            allowance.spend(pause)
            await asyncio.sleep(pause)

    def _allowance(self, accept: Accept) -> Allowance:
        settings = self._settings
        is_page = accept is Accept.PAGE
        return Allowance(
            wire_bytes=settings.max_wire_bytes if is_page else settings.max_source_bytes,
            body_bytes=settings.max_body_bytes if is_page else settings.max_source_bytes,
            attempt_s=settings.attempt_timeout_s,
            left_s=settings.url_timeout_s,
        )

    async def _attempt(
        self, hop: Hop, validators: Validators | None, accept: Accept, allowance: Allowance
    ) -> Fetched | NotModified:
        url = hop.url
        answer = await self._follow(hop, validators, allowance)
        target = find_refresh(answer.body, answer.url)
        if target is not None and (url_key(target) != url_key(answer.url) or drop_session(target) != target):
            require_page(answer)
            hop.go_to(target)
            answer = await self._follow(hop, validators, allowance)
        if answer.status == 304:
            return NotModified(url=url, attempts=1)
        if accept is Accept.PAGE:
            require_page(answer)
            refuse_home(url, answer.url)
        return _fetched(url, hop, answer, self._notices(answer))

    def _notices(self, answer: Answer) -> dict[str, str]:
        """What is said of the page's use: by its headers, else by robots.txt, which speaks for all pages."""
        said = {"content-signal": self._hosts.content_signal(answer.url)}
        said |= {name: answer.headers[name] for name in NOTICES if name in answer.headers}
        return {name: value for name, value in said.items() if value}

    async def _follow(self, hop: Hop, validators: Validators | None, allowance: Allowance) -> Answer:
        """Ask, and follow redirects, each hop through robots.txt, pacing and the address guard."""
        for _ in range(self._settings.max_redirects + 1):
            conditional = _conditional_headers(validators, hop.url)
            answer = await self._hosts.ask(hop.url, {**hop.headers, **conditional}, allowance)
            hop.insecure |= answer.insecure
            if answer.status not in REDIRECTS:
                _require_content(answer, is_conditional=bool(conditional))
                return answer
            hop.follow(answer)
        raise FetchError("too many redirects", url=hop.url, code=Reason.REDIRECT_LOOP)

    def _skip(self, url: str, error: FetchError, attempts: int) -> Skipped:
        self._hosts.failed(error)
        return Skipped(
            source=url,
            url=url,
            stage=Stage.FETCH,
            code=error.code,
            detail=str(error),
            status=error.status if isinstance(error, StatusError) else None,
            page_class=error.page_class if isinstance(error, StatusError) else None,
            attempts=attempts,
        )


def _fetched(url: str, hop: Hop, answer: Answer, notices: Mapping[str, str]) -> Fetched:
    return Fetched(
        page=Page(
            body=answer.body,
            source=url,
            url=answer.url,
            url_source="request",
            http_charset=charset_label(answer),
            media_type=media_type(answer) or None,
            status=answer.status,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
            date_source="request",
            notices=notices,
            insecure=hop.insecure,
        ),
        validators=Validators(
            etag=answer.headers.get("etag"), last_modified=answer.headers.get("last-modified"), url=answer.url
        ),
        attempts=1,
        aliases=tuple(hop.aliases),
        wire_bytes=answer.wire_bytes,
    )


def _require_content(answer: Answer, *, is_conditional: bool) -> None:
    status = answer.status
    if status in _WITH_BODY or (status == 304 and is_conditional):
        return
    code, said = Reason.HTTP_NO_CONTENT, f"status {status} has no page"
    page_class = class_of_refusal(answer) if status >= 400 else None
    if status == 304:
        said = "status 304 although nothing was held"
    elif status >= 400:
        code = Reason.HTTP_SERVER_ERROR if status >= 500 else Reason.HTTP_CLIENT_ERROR
        said = f"status {status}"
    if page_class is PageClass.CHALLENGE:
        code, said = Reason.CHALLENGE, f"status {status} with a challenge"
    raise StatusError(said, url=answer.url, code=code, status=status, page_class=page_class)


def _conditional_headers(validators: Validators | None, url: str) -> dict[str, str]:
    if validators is None or loose_url_key(validators.url or url) != loose_url_key(url):
        return {}
    pairs = (("If-None-Match", validators.etag), ("If-Modified-Since", validators.last_modified))
    return {name: value for name, value in pairs if value}
