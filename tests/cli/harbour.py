"""A small site about a harbour for the tests of ``scraper scrape``, and the command over it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

from werkzeug import Request, Response

STORIES = 6
TEXT = "<p>Sentence number {k} of story {n} tells of the harbour in winter, and of ships that wait for spring.</p>"
MODIFIED = formatdate(1_790_000_000, usegmt=True)


def make_article(number: int, title: str) -> str:
    body = "".join(TEXT.format(k=k, n=number) for k in range(12))
    return f"<html lang=en><title>{title}</title><body><article><h1>{title}</h1>{body}</article></body></html>"


def serve(
    body: str, media_type: str = "text/html; charset=utf-8", delay_s: float = 0.0
) -> Callable[[Request], Response]:
    """Answer with validators, and with 304 to whom they are known."""
    etag = f'"{hash(body) & 0xFFFFFFFF:x}"'

    def answer(request: Request) -> Response:
        time.sleep(delay_s)
        if request.headers.get("If-None-Match") == etag:
            return Response(status=304, headers={"ETag": etag})
        return Response(body, headers={"ETag": etag, "Last-Modified": MODIFIED, "Content-Type": media_type})

    return answer


def command(folder: Path, *arguments: str) -> list[str]:
    return [
        *(sys.executable, "-m", "scraper.cli", "scrape", *arguments),
        *("--state", str(folder / "state.sqlite"), "-o", str(folder / "out.jsonl")),
        *("--allow-private", "127.0.0.0/8", "--delay", "0.01"),
    ]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(folder, *arguments), check=False, capture_output=True, text=True, timeout=60)


def events(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, object]]:
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    found = {line["url"]: line for line in lines if "url" in line}
    assert len(found) == sum("url" in line for line in lines), "one event for each URL"
    return found
