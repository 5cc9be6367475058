"""Passwords, cookies and tokens that a user gives are sent to their site, and stand nowhere else."""

import asyncio
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path

import pytest

from scraper.cli.flag_settings import check_proxy
from scraper.errors import UsageError
from scraper.pipeline import ScrapeSettings, scrape
from scraper.settings import FetchSettings, SiteSettings
from scraper.sites_file import read_sites_file
from tests.fetch.fault_server import FaultServer, answer, redirect
from tests.security.harbour import SENTENCES

SECRET = "hunter2secret"
PAGE = f"<html lang=en><title>Harbour</title><article><h1>Harbour</h1>{SENTENCES}</article></html>".encode()


def everything(folder: Path) -> bytes:
    """All that a run wrote, but for what the user gave it."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file() and "given" not in path.name)


async def run(folder: Path, *arguments: str) -> str:
    """Everything that a run says and writes."""
    outputs = [word for name in ("o.jsonl", "o.csv", "o.sqlite", "o.md") for word in ("-o", str(folder / name))]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "scraper.cli", "scrape", *arguments, "--state", str(folder / "s.sqlite"), *outputs),
        *(
            "--summary",
            str(folder / "summary.json"),
            "--metrics",
            str(folder / "metrics.prom"),
            "--archive",
            str(folder / "w"),
        ),
        *("--allow-private", "127.0.0.0/8", "--delay", "0.01"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return said.decode() + everything(folder).decode("latin-1")


async def test_headers_and_cookies_reach_their_site_and_nothing_else(server: FaultServer, tmp_path: Path) -> None:
    server.routes |= {
        "/": answer(b"<html><a href='/2026/11/02/story'>Story</a><a href='/2026/11/02/broken'>Broken</a></html>"),
        "/2026/11/02/story": answer(PAGE, Set_Cookie=f"session={SECRET}; Path=/"),
        "/2026/11/02/broken": b"no HTTP",
    }
    cookies = tmp_path / "given-cookies.txt"
    cookies.write_text(f"# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\taccount\t{SECRET}\n")
    sites = tmp_path / "given-sites.toml"
    sites.write_text(
        f'[[site]]\nurl = "{server.url("/")}"\ncookies_file = "{cookies.name}"\n'
        f'headers = {{ Authorization = "Bearer {SECRET}", X-Key = "{SECRET}" }}\n'
    )
    told = await run(tmp_path, "--sites", str(sites))
    sent = next(asked.headers for asked in server.asked if asked.path == "/2026/11/02/story")
    assert (sent["authorization"], sent["x-key"]) == (f"bearer {SECRET}", SECRET)
    assert SECRET in sent["cookie"]
    assert "Harbour" in told
    assert SECRET not in told


async def test_a_proxys_password_is_not_told(tmp_path: Path) -> None:
    told = await run(tmp_path, "http://far.test/", "--proxy", f"http://reader:{SECRET}@127.0.0.1:1")
    assert "far.test" in told
    assert SECRET not in told


def test_a_proxy_of_a_wrong_kind_is_refused_without_its_password() -> None:
    with pytest.raises(UsageError, match=r"socks5://\*\*\*@proxy.test"):
        check_proxy(f"socks5://reader:{SECRET}@proxy.test:1")


async def test_a_user_name_in_an_address_that_a_site_gives_is_not_told(server: FaultServer, tmp_path: Path) -> None:
    target = server.url("/2026/11/02/private-story").replace("://", f"://reader:{SECRET}@")
    paths = [f"/2026/11/02/story-{kind}" for kind in ("redirect", "loop", "refresh", "whole")]
    links = "".join(f"<a href='{link}'>Story</a>" for link in (*paths, target, target + "-linked"))
    server.routes |= {
        "/": answer(f"<html>{links}<link rel=alternate type=application/rss+xml href='{target}-feed'></html>".encode()),
        "/robots.txt": answer(f"Sitemap: {target}-sitemap\nSitemap: {server.url('/sitemap.xml')}\n".encode()),
        "/sitemap.xml": answer(f"<urlset><url><loc>{target}-listed</loc></url></urlset>".encode()),
        "/feed": answer(f"<rss><channel><item><link>{target}-fed</link></item></channel></rss>".encode()),
        paths[0]: redirect(target),
        paths[1]: redirect(paths[1], Set_Cookie="a=b"),
        paths[2]: answer(f"<html><meta http-equiv=refresh content='0; url={target}'>".encode()),
        paths[3]: answer(PAGE),
    }
    told = await run(tmp_path, server.url("/"), server.url("/feed"))
    assert '"outcome": "new"' in told
    assert told.count('"reason": "bad_url"') >= 4
    assert SECRET not in told
    assert not any("authorization" in asked.headers for asked in server.asked)


@pytest.mark.parametrize("key", ["url", "feeds", "sitemaps"])
def test_a_sites_file_with_a_password_in_an_address_is_refused_without_it(tmp_path: Path, key: str) -> None:
    address = f'"https://reader:{SECRET}@a.test/"'
    lines = {"url": f"url = {address}", "feeds": f'url = "https://a.test/"\nfeeds = [{address}]'}
    lines["sitemaps"] = lines["feeds"].replace("feeds", "sitemaps")
    path = tmp_path / "sites.toml"
    path.write_text(f"[[site]]\n{lines[key]}\n")
    with pytest.raises(UsageError, match="user name") as caught:
        read_sites_file(path)
    assert SECRET not in str(caught.value)


async def test_no_host_but_the_sites_own_gets_its_headers(server: FaultServer, tmp_path: Path) -> None:
    async with FaultServer(host="127.0.0.2") as other:
        links = (
            f"<link rel=alternate type=application/rss+xml href='{other.url('/feed')}'><a href=/politics>Politics</a>"
        )
        feed = f"<rss version='2.0'><channel><item><link>{other.url('/2026/story')}</link></item></channel></rss>"
        server.routes |= {"/": answer(links.encode()), "/robots.txt": answer(f"Sitemap: {other.url('/map')}".encode())}
        other.routes |= {"/feed": answer(feed.encode(), media_type="application/rss+xml"), "/2026/story": answer()}
        site = SiteSettings(url=server.url("/"), headers={"Authorization": SECRET, "X-Reader": "yes"})
        fetch = FetchSettings(allow_private=(ip_network("127.0.0.0/8"),), delay_s=0.0)
        await asyncio.to_thread(
            scrape,
            [site],
            state=tmp_path / "s",
            output=tmp_path / "o.jsonl",
            settings=ScrapeSettings(fetch=fetch, processes=1),
        )
        assert server.asked[-1].headers["authorization"] == SECRET.lower()
        assert {"/feed", "/map", "/2026/story"} <= set(other.paths())
        assert not any({"authorization", "x-reader"} & asked.headers.keys() for asked in other.asked)


async def test_a_source_with_a_password_that_a_caller_names_is_not_told(server: FaultServer, tmp_path: Path) -> None:
    feed = server.url("/feed").replace("://", f"://reader:{SECRET}@")
    site = SiteSettings(url=server.url("/"), feeds=(feed,), headers={"Authorization": SECRET})
    fetch = FetchSettings(allow_private=(), delay_s=0.0)
    summary = await asyncio.to_thread(
        scrape,
        [site],
        state=tmp_path / "s",
        output=tmp_path / "o.jsonl",
        settings=ScrapeSettings(fetch=fetch, processes=1),
    )
    assert summary.failed
    assert SECRET not in everything(tmp_path).decode("latin-1")
