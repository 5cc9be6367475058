from pathlib import Path

import pytest

from scraper.errors import UsageError
from scraper.settings import SiteSettings
from scraper.sites_file import read_sites_file


def write(folder: Path, text: str) -> Path:
    path = folder / "sites.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_url_alone_is_enough(tmp_path: Path) -> None:
    file = read_sites_file(
        write(tmp_path, '[[site]]\nurl = "https://a.test/"\n[[site]]\nurl = "https://b.test/news/"\n')
    )
    assert file.sites == (SiteSettings(url="https://a.test/"), SiteSettings(url="https://b.test/news/"))
    assert (file.delays_s, file.cookie_files) == ({}, ())


def test_all_keys_are_read(tmp_path: Path) -> None:
    (tmp_path / "cookies.txt").write_text("# Netscape HTTP Cookie File\n")
    file = read_sites_file(
        write(
            tmp_path,
            """
            [[site]]
            url = "https://www.a.test/"
            feeds = ["https://a.test/rss"]
            sitemaps = ["https://a.test/map.xml"]
            include = ["/news/", "\\\\d{4}"]
            exclude = ["/live/"]
            delay = 2.5
            since = 2026-11-01
            headers = { X-Reader = "yes" }
            cookies_file = "cookies.txt"
            """,
        )
    )
    (site,) = file.sites
    assert (site.feeds, site.sitemaps, site.since) == (
        ("https://a.test/rss",),
        ("https://a.test/map.xml",),
        "2026-11-01",
    )
    assert [pattern.pattern for pattern in (*site.include, *site.exclude)] == ["/news/", "\\d{4}", "/live/"]
    assert site.headers == {"X-Reader": "yes"}
    assert file.delays_s == {"a.test": 2.5}
    assert file.cookie_files == (tmp_path / "cookies.txt",)


TWO = '[[site]]\nurl = "https://a.test/"\n\n[[site]]\nurl = "https://b.test/"\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (TWO + 'feed = ["https://b.test/rss"]\n', 6, "unknown key 'feed' (did you mean 'feeds'?)"),
        (TWO + 'feeds = "https://b.test/rss"\n', 6, "feeds: must be a list"),
        (TWO + 'feeds = ["/rss"]\n', 6, "feeds: '/rss' is no http or https URL"),
        (TWO + 'include = ["("]\n', 6, "include: '(' is not a regular expression"),
        (TWO + "include = [5]\n", 6, "include: 5 is not a regular expression"),
        (TWO + "delay = -1\n", 6, "delay: must be a number"),
        (TWO + 'delay = "soon"\n', 6, "delay: must be a number"),
        (TWO + "delay = nan\n", 6, "delay: must be a number"),
        (TWO + "delay = 1e9\n", 6, "delay: must be a number of seconds, such as 2.5, and 86400 at most"),
        (TWO + 'since = "yesterday"\n', 6, "since: 'yesterday' is not a date"),
        (TWO + 'headers = { "Bad Name" = "x" }\n', 6, "headers: 'Bad Name' is no header name"),
        (TWO + '[site.headers]\nX-A = "a\\nb"\n', 6, "headers: X-A: must be printable"),
        (TWO + 'cookies_file = "none.txt"\n', 6, "cookies_file: no file"),
        (TWO.replace("https://b.test/", "b.test"), 5, "url: 'b.test' is no http or https URL"),
        (TWO.replace("https://b.test/", "https://A.test"), 5, "url: also in line 2"),
        (TWO + "[[site]]\ndelay = 3\n", 6, "url is missing"),
        ('# nothing\n[[sites]]\nurl = "https://a.test/"\n', 2, "unknown key 'sites' (did you mean 'site'?)"),
        ('[[site]]\nurl = "https://a.test/\n', 2, "not TOML"),
    ],
)
def test_errors_name_file_line_and_key(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_sites_file(path)
    assert str(path) in str(caught.value)
    assert f"line {line}" in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "site = 5\n", "site = []\n"])
def test_a_file_without_sites_says_how_to_write_one(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"no \[\[site\]\]"):
        read_sites_file(write(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: cannot be read"):
        read_sites_file(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "sites.toml"
    path.write_bytes('[[site]]\nurl = "https://a.test/"  # café\n'.encode("latin-1"))
    with pytest.raises(UsageError, match=r"sites\.toml, line 2: is not UTF-8: let the editor"):
        read_sites_file(path)
