from collections import Counter

from scraper.cli.metrics import format_metrics
from scraper.pipeline import RunSummary, SiteTally
from scraper.reasons import Reason
from scraper.store import Rhythm


def make_summary() -> RunSummary:
    tally = SiteTally(new=3, known=4, skipped=Counter({Reason.TIMEOUT: 2}), waiting=1)
    rhythm = Rhythm(site="a.test", last_new_at="2026-11-10T12:00:00Z", since_new_s=90_000.0, usual_gap_s=10.0)
    return RunSummary(
        run=1,
        sites={'a"\\.test': tally},
        outputs=(),
        stopped_by=None,
        elapsed_s=1.5,
        articles_held=7,
        last_success="2026-11-10T12:00:00Z",
        rhythms=(rhythm,),
    )


def test_counts_are_told_in_the_text_format() -> None:
    lines = format_metrics(make_summary()).splitlines()
    assert r'scraper_urls{site="a\"\\.test",outcome="new"} 3' in lines
    assert r'scraper_skipped_urls{site="a\"\\.test",reason="timeout"} 2' in lines
    assert 'scraper_silent{site="a.test"} 1' in lines
    assert "scraper_articles_held 7" in lines
    assert "scraper_last_success_timestamp_seconds 1794312000" in lines


def test_each_metric_has_its_help_and_type_before_its_samples() -> None:
    seen = set()
    for line in format_metrics(make_summary()).splitlines():
        if line.startswith("# TYPE "):
            seen.add(line.split()[2])
        elif not line.startswith("#"):
            assert line.split("{")[0].split()[0] in seen
