"""Two sites whose stories all redirect to a third one, which is nobody's own."""

import random
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from fixtures.sites.request_log import RequestLog

STORIES = 6
_HTML = "text/html; charset=utf-8"


class _Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, log: RequestLog, name: str, press: int | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.log, self.name, self.press = log, name, press


class _Handler(BaseHTTPRequestHandler):
    server: _Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site = self.server
        with site.log.note(site.server_port, self.client_address[1], self.path):
            if site.press and self.path.startswith("/story"):
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{site.press}{self.path}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body, media_type = _answer(site, self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        pass


def _answer(site: _Site, path: str) -> tuple[bytes, str]:
    if site.press and path == "/":
        return b"<html><link rel=alternate type='application/rss+xml' href='/feed.xml'><h1>Links</h1></html>", _HTML
    if site.press and path == "/feed.xml":
        root = f"http://127.0.0.1:{site.server_port}/story-{site.name}"
        items = "".join(f"<item><title>Story {n}</title><link>{root}-{n}</link></item>" for n in range(STORIES))
        return (
            f"<rss version='2.0'><channel><title>Links</title>{items}</channel></rss>".encode(),
            "application/rss+xml",
        )
    if path.startswith("/story"):
        chance = random.Random(path)
        words = [f"{chance.choice('bdfgklm')}{chance.choice('aeiou')}{chance.choice('nrst')}er" for _ in range(200)]
        text = " ".join(" ".join(words[at : at + 10]).capitalize() + "." for at in range(0, 200, 10))
        return f"<html><title>Story {path}</title><article><h1>Story {path}</h1><p>{text}</p></article>".encode(), _HTML
    return b"", _HTML


@contextmanager
def serve_aggregators(log: RequestLog) -> Iterator[tuple[Sequence[str], int]]:
    """Serve the sites while the block runs: the addresses of the two, and the port of the third."""
    with ExitStack() as stack:
        press = _start(stack, _Site(log, "press", None))
        ports = [_start(stack, _Site(log, name, press)) for name in ("one", "two")]
        yield [f"http://127.0.0.1:{port}/" for port in ports], press


def _start(stack: ExitStack, site: _Site) -> int:
    threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    stack.callback(site.server_close)
    stack.callback(site.shutdown)
    return int(site.server_port)
