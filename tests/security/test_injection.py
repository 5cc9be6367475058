"""What a page says stays text: in SQL, CSV, YAML, metrics, web archives and file names."""

import csv
import io
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scraper.cli.metrics import format_metrics
from scraper.export import EXPORTERS, replace_file
from scraper.export.archive import PageArchive
from scraper.export.csv_table import CSV as CSV_FORMAT
from scraper.export.csv_table import CsvTable
from scraper.pipeline import RunSummary, SiteTally
from scraper.read import read_paths
from scraper.records import Article, Page
from scraper.store import FetchFacts, Offer, Rhythm, Store
from tests.export.samples import make_samples

SQL = (
    "'); DROP TABLE articles; --",
    '" OR 1=1; DELETE FROM articles; --',
    "Robert'); DROP TABLE urls;--",
    "x' UNION SELECT sql FROM sqlite_master --",
    "[articles] `x` ;",
    "MATCH 'a* OR NEAR(\"",
    "%_?:1@a$b",
)
# The first is the form that runs a program in old spreadsheets (DDE).
FORMULAS = (
    *(
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(1)",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "＝1+1",
        "＠SUM(1)",
    ),
    *("'=1", "''=1", "'+1"),
)


def with_title(title: str, number: int = 0) -> Article:
    return replace(
        make_samples()[0],
        id=f"{number:016x}",
        title=title,
        url=f"https://a.test/{title}",
        site=title,
        authors=(title,),
        tags=(title,),
        field_sources={title: title},
    )


def test_sql_in_titles_and_urls_stays_text_in_the_sqlite_output(tmp_path: Path) -> None:
    articles = [with_title(title, number) for number, title in enumerate(SQL)]
    for name in ("new.sqlite", "kept.sqlite"):
        path = tmp_path / name
        if name == "new.sqlite":
            with replace_file(path, EXPORTERS[".sqlite"]) as writer:
                for article in articles:
                    writer.write(article)
        else:
            open_kept = EXPORTERS[".sqlite"].open_kept
            assert open_kept is not None
            for _ in range(2):  # the second time as updates
                with open_kept(path, None) as kept:
                    kept.append(articles)
                path = tmp_path / "again.sqlite"
        with closing(sqlite3.connect(path if name == "new.sqlite" else tmp_path / name)) as connection:
            rows = connection.execute("SELECT title, url, site FROM articles ORDER BY id").fetchall()
            assert rows == [(article.title, article.url, article.site) for article in articles]
            columns = [row[1] for row in connection.execute("PRAGMA table_info(articles)")]
            assert columns == ["number", *(field.name for field in fields(Article))], "names of columns are ours alone"
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_sql_in_titles_urls_and_sites_stays_text_in_the_state(tmp_path: Path) -> None:
    with Store(tmp_path / "state.sqlite") as store:
        run = store.begin_run("2026-11-10T11:00:00Z", SQL[0])
        for number, said in enumerate(SQL):
            store.frontier.offer(said, [Offer(key=said, url=said, found_in=said, hint_date=said)], run)
            (claim,) = store.frontier.claim(said, run, 9)
            facts = FetchFacts(fetched_at="2026-11-10T12:00:00Z", attempts=1, etag=said, final_url=said)
            store.save_article(
                claim, replace(with_title(said, number), text=f"{said} {number}"), run, facts, [f"alias {said}"]
            )
            store.save_hosts({said: b"{}"})
            store.save_profile(said, b"1")
            assert store.profile(said) == b"1"
        assert [article.title for _, article in store.records.after(0, 99)] == list(SQL)
        assert len(store.hosts()) == len(SQL)
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM urls").fetchone()[0] >= len(SQL)


def cells(articles: Sequence[Article], column: str) -> list[str]:
    data = CsvTable().encode(articles, at_start=True).decode()
    return [row[column] for row in csv.DictReader(io.StringIO(data, newline=""))]


def without_mark(cell: str) -> str:
    """What SECURITY.md tells readers of the table to do."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula_and_none_is_lost(formula: str) -> None:
    assert CSV_FORMAT is EXPORTERS[".csv"]
    article = with_title(formula)
    for column in ("title", "site", "authors", "tags"):
        (cell,) = cells([article], column)
        assert cell.startswith("'")
        assert without_mark(cell) == formula.replace("\0", "")


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n＝a;,\"")))
def test_the_mark_of_a_cell_can_always_be_taken_off(text: str) -> None:
    (cell,) = cells([with_title(text)], "title")
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)
    assert without_mark(cell) == text


YAML = (
    "x\n---\nevil: true",
    "x\n...\nevil: true",
    "!!python/object/apply:os.system ['true']",
    "&a [*a, *a]",
    "*alias",
    "{evil: true}",
    "- evil",
    "x: y # z",
    "%YAML 1.1",
    "yes",
    "2026-11-26",
    "'\"\\",
    "\u2028evil: true",
    "\x85evil: true",
    "|\n evil",
    "<<: {evil: true}",
)


@pytest.mark.parametrize("title", YAML)
def test_a_title_stays_one_text_in_front_matter(title: str, tmp_path: Path) -> None:
    with replace_file(tmp_path / "out.md", EXPORTERS[".md"]) as writer:
        writer.write(with_title(title))
    (path,) = (tmp_path / "out.md").rglob("*.md")
    text = path.read_text()
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["title"], front["url"], front["authors"]) == (title, f"https://a.test/{title}", [title])
    assert front["field_sources"] == {title: title}
    assert "evil" not in front
    assert set(front) <= {field.name for field in fields(Article)}
    assert path.parent.parent == tmp_path / "out.md"


def test_a_site_stays_one_label_in_metrics() -> None:
    site = 'a"} 1\nscraper_evil{x="\\'
    summary = RunSummary(
        run=1,
        sites={site: SiteTally(new=1)},
        outputs=(),
        stopped_by=None,
        elapsed_s=1.0,
        articles_held=1,
        rhythms=(Rhythm(site=site, last_new_at="2026-11-26T08:00:00Z", since_new_s=1.0, usual_gap_s=None),),
    )
    lines = format_metrics(summary).splitlines()
    assert not any(line.startswith("scraper_evil") for line in lines)
    sample = re.compile(r'# .*|scraper_\w+(?:\{\w+="(?:[^"\\]|\\.)*"(?:,\w+="(?:[^"\\]|\\.)*")*\})? [0-9.]+')
    assert all(sample.fullmatch(line) for line in lines)


def test_an_address_stays_one_header_in_a_web_archive(tmp_path: Path) -> None:
    url = "https://a.test/a\r\nWARC-Target-URI: https://evil.test/\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>evil"
    body = b"<html><p>Story</p></html>"
    with PageArchive(tmp_path, "run") as archive:
        archive.write(Page(body=body, source="x", url=url, media_type="text/html", status=200))
    (page,) = read_paths([tmp_path])
    assert isinstance(page, Page)
    assert page.url == "https://a.test/a" + "".join(
        f"%{ord(c):02X}" if c <= " " else c for c in url[len("https://a.test/a") :]
    )
    assert page.body == body
