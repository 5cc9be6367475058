import base64
import hashlib
import re

import pytest

from scraper.report.rendering import embed_json, format_bytes, format_seconds, format_time, is_web, render_markdown
from tests.report.hostile import LINKS, PAYLOADS
from tests.report.seen import tags


@pytest.mark.parametrize("link", LINKS[:-1])
def test_only_the_web_is_linked_to(link: str) -> None:
    assert not is_web(link)


def test_web_addresses_are_links() -> None:
    assert is_web("https://a.test/x?y=1#z")
    assert is_web("HTTP://a.test")
    assert not is_web(None)
    assert not is_web("")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_becomes_nothing_but_our_own_elements(payload: str) -> None:
    for tag, attributes in tags(
        render_markdown(f"# {payload}\n\n{payload}\n\n- {payload}\n\n| {payload} |\n| --- |\n| x |")
    ):
        assert tag in {"h1", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "em"}
        assert set(attributes) <= {"href", "rel", "target"}
        assert is_web(attributes.get("href") or "http://a.test")


@pytest.mark.parametrize("link", LINKS)
def test_markdown_links_lead_to_the_web_or_are_none(link: str) -> None:
    for html in (
        render_markdown(f"[a](<{link}>)"),
        render_markdown(f"[a]({link})"),
        render_markdown(f"[a]: {link}\n\n[a]"),
    ):
        for tag, attributes in tags(html):
            assert tag in {"p", "a"}
            assert set(attributes) <= {"href", "rel", "target"}
            assert tag == "p" or is_web(attributes["href"])


def test_markdown_keeps_what_it_may() -> None:
    html = render_markdown('## A *b* `c`\n\n> d\n\n1. e\n\n[f](https://a.test/ "g")')
    assert "<h2>A <em>b</em> <code>c</code></h2>" in html
    assert 'rel="noopener noreferrer nofollow"' in html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_in_the_page_has_no_character_of_html(payload: str) -> None:
    assert not set("<>&'") & set(embed_json([payload]))


def test_the_policy_allows_our_style_and_script_by_their_hashes_and_nothing_else() -> None:
    from scraper.figures import StateFigures
    from scraper.report import render_report

    nothing = StateFigures(
        read_at="2026-11-24T06:30:00Z", runs=(), held={}, days={}, outcomes={}, classes={}, duplicates={}, words={}, response_ms={},
        hosts=(), rhythms=(), sources=(), groups={},
    )  # fmt: skip
    html = render_report(nothing, "state.sqlite")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    rules = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert set(rules) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    assert {rules["default-src"], rules["base-uri"], rules["form-action"]} == {"'none'"}
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        [text] = re.findall(rf"<{element}>(.*?)</{element}>", html, re.S)
        assert rules[rule] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert "No run with this file has ended yet" in html
    assert "style=" not in html.partition("<body>")[2]


def test_numbers_are_written_for_people() -> None:
    assert [format_bytes(n) for n in (0, 999, 1500, 123_456, 2_500_000_000)] == [
        "0 B",
        "999 B",
        "1.5 kB",
        "123 kB",
        "2.5 GB",
    ]
    assert [format_seconds(n) for n in (0.03, 1.5, 600, 7200, 400_000)] == [
        "30 ms",
        "1.5 s",
        "10 min",
        "2 h",
        "4.6 days",
    ]
    assert format_time("2026-11-03T09:05:00Z") == "3 Nov 2026, 09:05"
    assert (format_time(None), format_time("soon")) == ("", "soon")
