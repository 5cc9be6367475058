"""One page on a real server, and a run over addresses of it."""

import json
from ipaddress import ip_network
from pathlib import Path

from pytest_httpserver import HTTPServer

from scraper.pipeline import ScrapeSettings, scrape
from scraper.reasons import PageClass
from scraper.settings import CleanSettings, FetchSettings
from tests.pipeline.fakes import Recorder

SENTENCES = "".join(
    f"<p>Sentence number {k} tells of the harbour in winter, and of the ships that wait there for spring.</p>"
    for k in range(14)
)
ARTICLE = f"<html lang=en><title>Harbour</title><body><article><h1>Harbour</h1>{SENTENCES}</article></body></html>"


def run(folder: Path, *urls: str, also: frozenset[PageClass] = frozenset()) -> tuple[Recorder, list[dict[str, object]]]:
    heard = Recorder()
    fetch = FetchSettings(allow_private=(ip_network("127.0.0.0/8"),), delay_s=0.0)
    clean = CleanSettings(page_classes=also | {PageClass.ARTICLE})
    settings = ScrapeSettings(fetch=fetch, clean=clean, discovery=False, processes=1)
    scrape(urls, state=folder / "s.sqlite", output=folder / "out.jsonl", settings=settings, watcher=heard)
    lines = (folder / "out.jsonl").read_text().splitlines() if (folder / "out.jsonl").exists() else []
    return heard, [json.loads(line) for line in lines]


def serve(server: HTTPServer, path: str, page: str) -> str:
    server.no_handler_status_code = 404
    server.expect_request(path).respond_with_data(page, content_type="text/html; charset=utf-8")
    return server.url_for(path)
