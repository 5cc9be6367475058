import asyncio

from scraper.fetch import Fetched
from tests.fetch.conftest import Fetch, reason_of
from tests.fetch.fault_server import PAGE, Asked, FaultServer, answer


async def test_requests_go_through_the_proxy_which_resolves_names(server: FaultServer, fetch: Fetch) -> None:
    async def proxy(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(PAGE) if asked.path == "http://far.test/a" else answer(b"", 404))

    server.routes = dict.fromkeys(("http://far.test/a", "http://far.test/robots.txt"), proxy)
    result = await fetch("http://far.test/a", proxy=server.url(""))
    assert isinstance(result, Fetched)
    assert result.page.body == PAGE
    assert [asked.path for asked in server.asked] == ["http://far.test/robots.txt", "http://far.test/a"]


async def test_private_addresses_in_a_url_are_refused_also_behind_a_proxy(server: FaultServer, fetch: Fetch) -> None:
    assert reason_of(await fetch("http://169.254.169.254/", proxy=server.url(""))) == "blocked_address"
    assert reason_of(await fetch("http://2852039166/", proxy=server.url(""))) == "blocked_address"
    assert server.asked == []


async def test_a_proxy_that_asks_for_a_password_says_nothing_of_robots_txt_or_the_page(
    server: FaultServer, fetch: Fetch
) -> None:
    robots = "http://far.test/robots.txt"
    server.routes = dict.fromkeys((robots, "http://far.test/a"), answer(b"", 407))
    assert reason_of(await fetch("http://far.test/a", proxy=server.url(""))) == "connect"
    assert {asked.path for asked in server.asked} == {robots}
    server.routes[robots] = answer(b"", 404)
    assert reason_of(await fetch("http://far.test/a", proxy=server.url(""))) == "connect"
