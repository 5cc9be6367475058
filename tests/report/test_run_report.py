import json
import re
from pathlib import Path

import pytest

from fixtures.history import READ_AT, write_history
from scraper.errors import UsageError
from scraper.figures import StateFigures
from scraper.report import render_report
from scraper.store import FetchFacts, Offer, Store
from tests.report.hostile import LINKS, PAYLOADS
from tests.report.seen import OURS, tags
from tests.store.articles import make_article


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> StateFigures:
    path = tmp_path_factory.mktemp("report") / "news.sqlite"
    write_history(path, runs=12)
    with Store(path, read_only=True) as store:
        return store.figures.read("2026-11-05T07:00:00Z")


@pytest.mark.usefixtures("without_libraries")
def test_missing_libraries_are_told_with_how_to_install_them(figures: StateFigures) -> None:
    with pytest.raises(UsageError, match=r"jinja2 and markdown-it-py: install"):
        render_report(figures, "news.sqlite")


def test_the_report_shows_the_last_run_and_every_site(figures: StateFigures) -> None:
    html = render_report(figures, "news.sqlite")
    last = figures.runs[-1]
    new = sum(counts.new for counts in last.sites.values())
    assert f"Run {last.number}, 5 Nov 2026, 06:00 UTC" in html
    assert re.search(rf"<dt>New</dt><dd><a href=\"#u\d+\">{new}</a></dd>", html)
    for site in last.sites:
        assert f"<h3>{site}" in html
        assert f'<th scope="row">{site}</th><td class="number">{100 * figures.words[site].share:.1f} %</td>' in html


def test_every_number_that_is_linked_leads_to_its_urls(figures: StateFigures) -> None:
    html = render_report(figures, "news.sqlite")
    ids = re.findall(r'\sid="([^"]+)"', html)
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert len(targets) > 100


def test_bars_never_leave_their_chart(figures: StateFigures) -> None:
    html = render_report(figures, "news.sqlite")
    heights = [float(height) for height in re.findall(r'<rect class="bar[^>]* height="([\d.]+)"', html)]
    assert heights
    assert max(heights) <= 148


def test_a_run_stands_at_the_same_place_in_both_charts(tmp_path: Path) -> None:
    """Also when an earlier one took no bytes from the wire."""
    with Store(tmp_path / "state.sqlite") as store:
        for day, counts in enumerate(({"new": 1}, {"new": 1, "wire_bytes": 7}), start=1):
            run = store.begin_run(f"2026-11-0{day}T06:00:00Z", "{}")
            told = json.dumps({"sites": {"a.test": counts}})
            store.end_run(run, f"2026-11-0{day}T06:00:09Z", told, well=True)
        html = render_report(store.figures.read(READ_AT), "state.sqlite")
    urls, wire = (re.findall(rf'<rect class="bar {kind}" x="([\d.]+)"', html) for kind in ("new", "weight"))
    assert wire == urls[1:2]


def test_an_empty_state_has_its_page(tmp_path: Path) -> None:
    with Store(tmp_path / "empty.sqlite") as store:
        html = render_report(store.figures.read(READ_AT), "empty.sqlite")
    for said in (
        "No run with this file has ended yet",
        "No site has been scraped",
        "No URL has been fetched",
        "No answer has been timed",
    ):
        assert said in html


def hostile_report(folder: Path) -> str:
    """Report a state whose URLs, details, sites and sources carry the payloads."""
    from scraper.reasons import Reason, Stage
    from scraper.records import Skipped
    from scraper.store import Answer, Source

    with Store(folder / "state.sqlite") as store:
        run = store.begin_run("2026-11-24T06:00:00Z", "{}")
        site = f"a.test{PAYLOADS[0]}"
        urls = [f"https://a.test/{number}{payload}" for number, payload in enumerate(PAYLOADS[:13])] + list(LINKS)
        store.frontier.offer(site, [Offer(key=url, url=url) for url in urls], run)
        for number, claim in enumerate(store.frontier.claim(site, run, 100)):
            store.outcomes.note_answer(claim, Answer(response_ms=5, wire_bytes=7, body_bytes=9))
            if number % 2:
                article = make_article()
                store.save_article(claim, article, run, FetchFacts(fetched_at="2026-11-24T06:00:01Z", attempts=1))
            else:
                skipped = Skipped(source=claim.url, stage=Stage.FETCH, code=Reason.TIMEOUT, detail=PAYLOADS[number % 9])
                store.outcomes.finish_skipped(claim, skipped, run, "2026-11-24T06:00:01Z", None)
        for link in LINKS:
            store.sources.save(
                Source(url=link, site=site, kind=PAYLOADS[1], filters="", seen_at=PAYLOADS[2]), had_new=False
            )
        store.end_run(
            run, "2026-11-24T06:00:09Z", '{"sites": {"<script>window.hit=1</script>": {"new": 3}}}', well=True
        )
        figures = store.figures.read(READ_AT)
    return render_report(figures, PAYLOADS[0])


def test_hostile_urls_and_details_stay_text(tmp_path: Path) -> None:
    found = tags(hostile_report(tmp_path))
    assert {tag for tag, _ in found} <= {*OURS, "nav", "figure", "figcaption", "i", "svg", "rect", "text"}
    assert [tag for tag, _ in found].count("script") == 1
    for _, attributes in found:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "action")]
        assert (attributes.get("href") or "#").startswith(("#", "http://", "https://"))
