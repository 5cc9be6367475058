"""Regular expressions that explode: ours never, a user's within a second."""

import importlib
import pkgutil
import re
import re._parser as parser  # type: ignore[import-not-found]  # the only place that takes a pattern apart
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_network
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

import scraper
from scraper.cleaner.phrases.lines import tell_line
from scraper.cleaner.phrases.lines.rows import LineList, any_of
from scraper.errors import UsageError
from scraper.fetch.discover.feeds import read_feed
from scraper.fetch.robots_rules import parse_rules
from scraper.patterns import find
from scraper.pipeline import ScrapeSettings, scrape
from scraper.read.mirrors import mirrored_url
from scraper.read.wayback import restore
from scraper.settings import FetchSettings
from scraper.site_keys import make_site_key
from scraper.sites_file import read_sites_file
from tests.pipeline.fakes import Recorder

# With so many characters a pattern whose time grows with the square of the text takes 20 ms, one that grows faster takes seconds.
CHARACTERS = 1_500
LIMIT_S = 0.5


def all_patterns() -> dict[str, re.Pattern[Any]]:
    """Every compiled pattern that a module of the package holds, also in its tables, by where it stands."""
    found: dict[re.Pattern[Any], str] = {}
    for module in pkgutil.walk_packages(scraper.__path__, "scraper."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, pattern in enumerate(patterns_in(value)):
                    found.setdefault(pattern, f"{module.name}.{name}.{number}")
    return {name: pattern for pattern, name in found.items()}


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LineList):  # its rows are compiled one by one when a line begins with their words
        rows = value.form.replace("{}", any_of(goes_on for _, goes_on in value.rows))
        names = value.names and re.compile(value.names)  # a string is compiled when it is needed
        yield from (re.compile(rows, re.I), *filter(None, (value.begins, value.within, names)))
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        yield from chain.from_iterable(patterns_in(item, depth + 1) for item in value)
    elif depth < 4 and isinstance(value, Mapping):
        yield from chain.from_iterable(patterns_in(item, depth + 1) for pair in value.items() for item in pair)


def pieces(parsed: Any) -> Iterator[str]:
    """The characters that a pattern speaks of."""
    for operation, argument in parsed:
        match str(operation):
            case "LITERAL" | "NOT_LITERAL":
                yield chr(argument)
            case "RANGE":
                yield chr(argument[0])
            case "CATEGORY":
                yield {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a"}.get(str(argument), "!")
            case "IN":
                yield from pieces(argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from pieces(argument[2])
            case "SUBPATTERN":
                yield from pieces(argument[3])
            case "ATOMIC_GROUP":
                yield from pieces(argument)
            case "ASSERT" | "ASSERT_NOT":
                yield from pieces(argument[1])
            case "BRANCH":
                yield from chain.from_iterable(map(pieces, argument[1]))


_GROUPS = ("SUBPATTERN", "BRANCH", "ATOMIC_GROUP")


def possessive_groups(parsed: Any) -> Iterator[Any]:
    """What is repeated possessively and is more than a character of some kind."""
    for operation, argument in parsed:
        match str(operation):
            case "POSSESSIVE_REPEAT" if len(argument[2]) > 1 or str(argument[2][0][0]) in _GROUPS:
                yield argument
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                yield from possessive_groups(argument[2])
            case "SUBPATTERN":
                yield from possessive_groups(argument[3])
            case "ATOMIC_GROUP":
                yield from possessive_groups(argument)
            case "ASSERT" | "ASSERT_NOT":
                yield from possessive_groups(argument[1])
            case "BRANCH":
                yield from chain.from_iterable(map(possessive_groups, argument[1]))


def hostile_texts(pattern: re.Pattern[Any]) -> Iterator[Any]:
    """Long repeats of what the pattern is made of, whole and with an end that fits nowhere."""
    flags = pattern.flags & ~re.DEBUG
    letters = list(dict.fromkeys(pieces(parser.parse(pattern.pattern, flags))))[:6]
    words = {
        *letters,
        *"a1 <-",
        "".join(letters),
        *(a + b for a, b in pairwise(letters)),
        " a",
        "a1",
    }
    for word in sorted(words):
        for end in ("", "\x01"):
            text = word * (CHARACTERS // len(word)) + end
            yield text.encode("utf-8", "ignore") if isinstance(pattern.pattern, bytes) else text


class TooSlowError(Exception):
    pass


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Of processor time; ``re`` looks for signals while it searches."""

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def is_slow(pattern: re.Pattern[Any]) -> bool:
    try:
        for text in hostile_texts(pattern):
            with time_limit(LIMIT_S):
                for _ in pattern.finditer(text):
                    pass
                pattern.fullmatch(text)
    except TooSlowError:
        return True
    return False


def test_none_of_our_patterns_explodes() -> None:
    patterns = all_patterns()
    assert len(patterns) > 140
    assert [name for name, pattern in patterns.items() if is_slow(pattern)] == []


def has_possessive_group(pattern: re.Pattern[Any]) -> bool:
    return any(possessive_groups(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)))


def test_none_of_our_patterns_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 matches such wrongly (gh-106052); an atomic group does the same."""
    assert [name for name, pattern in all_patterns().items() if has_possessive_group(pattern)] == []
    assert has_possessive_group(re.compile(r"x(?:(?:ab|a\d){1,4}+)?"))
    assert not has_possessive_group(re.compile(r"x(?>(?:ab|[a-z]++){1,4})\W*+"))


@pytest.mark.parametrize("text", [r"(a|aa)+$", r"\S+@\S+\.\S+\x02"])
def test_the_test_knows_patterns_that_do(text: str) -> None:
    assert is_slow(re.compile(text))


# Each of these took minutes, or broke, before it was mended: readers that no time limit stands around.
@pytest.mark.parametrize(
    "read",
    [
        lambda: restore(b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 50_000),
        lambda: restore(b"><script src=archive.org/" * 50_000),
        lambda: restore(b"<!--FILE ARCHIVED ON" * 50_000),
        lambda: mirrored_url("example.org/" + "?a.html" * 9_000 + "!", b""),
        lambda: parse_rules(b"User-agent: *\nRequest-rate: " + b"1" * 100_000 + b"/1" + b"9" * 5_000, "scraper"),
        lambda: parse_rules(b"User-agent: *\nCrawl-delay: " + b"1" * 100_000, "scraper"),
        lambda: read_feed(b"<rss><channel>" + b"<item xml:base='x/'>" * 1_900, "https://a.test/"),
    ],
    ids=["toolbar", "script", "footer", "mirror", "request-rate", "crawl-delay", "bases"],
)
def test_readers_take_time_in_proportion(read: Any) -> None:
    began = time.process_time()
    read()
    assert time.process_time() - began < 2


# Each of these nearly fits a pattern of names and took seconds (2026-11-27): letters of its middle, which `hostile_texts` has not.
@pytest.mark.parametrize(
    "line",
    [
        "图：" + ("网·社（" * 40)[:114] + "x",
        "图：" + ("社(" * 60)[:112] + "很1",
        "사진=" + " B/" * 38 + "x",
        "文：.新聞社" + "・" * 100 + "x",
        "写真：" + "サイトの" * 27 + "x",
        "编辑：" + "诸葛亮、" * 28 + "x",
        "Фото: " + "Министерство обороны " * 5 + "x",
        "Ảnh: " + "nhân vật " * 12 + "x",
    ],
)
def test_a_line_that_nearly_names_somebody_is_told_at_once(line: str) -> None:
    tell_line(line)  # compiles what it needs
    began = time.process_time()
    assert tell_line(line) is None
    assert time.process_time() - began < 0.05


EXPLODES = re.compile(r"(x|xx)+$")
BAIT = "https://a.test/2026/" + "x" * 80 + "!"


def test_a_users_pattern_that_explodes_ends_with_advice() -> None:
    began = time.process_time()
    with pytest.raises(UsageError, match="repeats of repeats"):
        find(EXPLODES, BAIT)
    with pytest.raises(UsageError, match="repeats of repeats"):
        make_site_key("(?:x|xx)+(y)$")(BAIT)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?i)STORY", "/a-story"),
        ("^https://[^/]+/[0-9]{4}/", "https://a.test/2026/a"),
        (r"\w+$", "/é"),
        ("(a+)+$", "a" * 99 + "!"),
    ],
)
def test_other_patterns_mean_what_they_mean_in_python(pattern: str, text: str) -> None:
    bound = text[:20] if "+)+" in pattern else text  # Python's own engine would not come back
    for flags in (0, re.IGNORECASE, re.ASCII, re.VERBOSE):
        compiled = re.compile(pattern, flags)
        ours, theirs = find(compiled, bound), compiled.search(bound)
        assert (ours and ours.span()) == (theirs and theirs.span())
    find(re.compile(pattern), text)


def test_a_site_whose_addresses_make_a_pattern_explode_costs_itself(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.no_handler_status_code = 404
    for name, link in (("bait", "x" * 80 + "!-a-long-story"), ("calm", "a-calm-story-of-winter")):
        feed = f"<rss version='2.0'><channel><item><link>/2026/{link}</link></item></channel></rss>"
        httpserver.expect_request(f"/{name}.xml").respond_with_data(feed, content_type="application/rss+xml")
    path = tmp_path / "sites.toml"
    path.write_text(
        "".join(
            f"[[site]]\nurl = '{httpserver.url_for(f'/{name}.xml')}'\nexclude = ['(x|xx)+$']\n"
            for name in ("bait", "calm")
        )
    )
    sites = read_sites_file(path)
    heard = Recorder()
    settings = ScrapeSettings(fetch=FetchSettings(allow_private=(ip_network("127.0.0.0/8"),), delay_s=0.0), processes=1)
    scrape(sites.sites, state=tmp_path / "s", output=tmp_path / "o.jsonl", settings=settings, watcher=heard)
    told = {event.url.rpartition("/")[2]: (event.reason, event.detail or "") for event in heard.events}
    assert told["bait.xml"][0] == "crashed"
    assert "repeats of repeats" in told["bait.xml"][1]
    assert told["a-calm-story-of-winter"][0] == "http_4xx"
