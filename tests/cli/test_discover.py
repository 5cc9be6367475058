import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer

from scraper.cli import main

FEED = "<rss version='2.0'><channel>{items}</channel></rss>"
ITEM = (
    "<item><title>T{n}</title><link>/2026/11/0{n}/story</link><pubDate>Mon, 0{n} Nov 2026 08:00:00 GMT</pubDate></item>"
)
ARTICLE = "<html><title>Harbour</title><body><article><h1>Harbour</h1>{text}</article></body></html>"
TEXT = "<p>The harbour lies still in winter, and the ships wait a long time for spring, says the keeper.</p>" * 12


@pytest.fixture
def site(httpserver: HTTPServer) -> str:
    items = "".join(ITEM.format(n=n) for n in (1, 2, 3))
    httpserver.expect_request("/feed.xml").respond_with_data(FEED.format(items=items), content_type="text/xml")
    home = "<html><link rel=alternate type='application/rss+xml' href='/feed.xml'><body>Home</body></html>"
    httpserver.expect_request("/").respond_with_data(home, content_type="text/html")
    for n in (1, 2, 3):
        httpserver.expect_request(f"/2026/11/0{n}/story").respond_with_data(
            ARTICLE.format(text=TEXT), content_type="text/html"
        )
    return httpserver.url_for("/")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--allow-private", "127.0.0.0/8", "--delay", "0"])


def test_pages_are_listed_with_source_and_date_and_none_is_fetched(site: str, httpserver: HTTPServer) -> None:
    done = run("discover", site)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["date", "source", "found", "in", "url"]
    assert lines[1].split() == ["2026-11-03T08:00", "feed", site + "feed.xml", site + "2026/11/03/story"]
    assert f"3 pages; read: {site}feed.xml (3)" in lines[-1]
    assert not any("/2026/" in request.path for request, _ in httpserver.log)


def test_json_lines_for_programs(site: str) -> None:
    done = run("discover", site, "--json", "--since", "2026-11-02", "--limit", "1", "--exclude", "/03/")
    (line,) = map(json.loads, done.stdout.splitlines())
    assert line == {
        "url": site + "2026/11/02/story",
        "date": "2026-11-02T08:00:00+00:00",
        "title": "T2",
        "source": "feed",
        "found_in": site + "feed.xml",
    }


def test_nothing_found_is_exit_code_3_and_says_why(httpserver: HTTPServer) -> None:
    done = run("discover", httpserver.url_for("/none"))
    assert done.exit_code == 3
    assert "http_4xx (status 404)" in done.stderr


def test_what_is_no_url_is_wrong_usage() -> None:
    assert run("discover", "no url").exit_code == 2


@pytest.mark.parametrize(
    "proxy", ["nonsense", "http://proxy.test:99999", "http://:3128", "http://[::1", "ftp://proxy.test"]
)
def test_a_proxy_is_told_how_it_is_written(proxy: str) -> None:
    done = run("discover", "https://a.test/", "--proxy", proxy)
    assert (done.exit_code, done.stderr) == (2, f"scraper: --proxy {proxy!r}: write it as http://proxy.example:3128\n")


def write(folder: Path, text: str) -> str:
    path = folder / "sites.toml"
    path.write_text(text)
    return str(path)


def test_sites_check_tells_what_each_site_has(site: str, httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /private\n")
    file = write(tmp_path, f'[[site]]\nurl = "{site}"\n\n[[site]]\nurl = "{site}none/"\n')
    done = run("sites", "check", file)
    assert done.exit_code == 1, done.output
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows[1][:6] == [site, "1", "0", "3", "rules", "Harbour"]
    assert rows[2][0] == site + "none/"
    assert rows[2][-2:] == ["none", "found"]
    assert "http_4xx" in done.stderr


def test_a_wrong_sites_file_is_wrong_usage(tmp_path: Path) -> None:
    file = write(tmp_path, '[[site]]\nurl = "https://a.test/"\nfeed = []\n')
    for command in (["sites", "check", file], ["scrape", "--sites", file, "--state", str(tmp_path / "s.sqlite")]):
        done = run(*command)
        assert done.exit_code == 2
        assert "sites.toml, line 3: unknown key 'feed'" in done.stderr


def test_scrape_reads_sites_with_their_settings(site: str, httpserver: HTTPServer, tmp_path: Path) -> None:
    (tmp_path / "cookies.txt").write_text("# Netscape HTTP Cookie File\nlocalhost\tFALSE\t/\tFALSE\t0\taccount\topen\n")
    file = write(
        tmp_path,
        f'[[site]]\nurl = "{site}"\nexclude = ["/03/"]\nsince = 2026-11-02\ncookies_file = "cookies.txt"\n'
        'headers = { X-Reader = "yes" }\n',
    )
    state, out = str(tmp_path / "s.sqlite"), tmp_path / "out.jsonl"
    done = run("scrape", "--sites", file, "--state", state, "-o", str(out))
    assert done.exit_code == 0, done.output
    assert [json.loads(line)["url"] for line in out.read_text().splitlines()] == [site + "2026/11/02/story"]
    asked = next(request for request, _ in httpserver.log if request.path.startswith("/2026/"))
    assert asked.headers["X-Reader"] == "yes"
    assert "account=open" in asked.headers["Cookie"]


def test_scrape_without_anything_to_scrape_is_wrong_usage() -> None:
    done = run("scrape")
    assert done.exit_code == 2
    assert "--sites" in done.stderr
