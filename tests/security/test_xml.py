"""Entities in feeds and sitemaps: neither expanded without end nor fetched. (OPML is not read anywhere.)"""

import socket
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scraper.errors import FetchError
from scraper.fetch.discover.feeds import MAX_BASES, MAX_TAGS, read_feed
from scraper.fetch.discover.sitemaps import read_sitemap
from scraper.reasons import Reason

URL = "https://a.test/x.xml"
LAUGHS = "<!ENTITY e0 'boom'>" + "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
LONG = f"<!ENTITY e11 '{'x' * 100_000}'>"

FEED = "<rss version='2.0'><channel><item><title>{0}</title><link>https://a.test/1</link></item></channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://a.test/1{0}'/></entry></feed>"
SITEMAP = "<urlset><url><loc>https://a.test/1</loc></url><url><loc>https://a.test/{0}</loc></url></urlset>"
ALTERNATE = "<urlset xmlns:x='x'><url><loc>https://a.test/1</loc><x:link hreflang='en' href='/{0}'/></url></urlset>"


def read(body: str) -> str:
    """Everything that was read, as one text."""
    try:
        if "urlset" in body:
            return repr(read_sitemap(body.encode(), URL))
        return repr(read_feed(body.encode(), URL))
    except FetchError as error:
        return str(error)


@contextmanager
def limits(seconds: float, size_bytes: int) -> Iterator[None]:
    began = time.process_time()
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < size_bytes
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < seconds


@pytest.mark.parametrize("form", [FEED, ATOM, SITEMAP, ALTERNATE], ids=["rss", "atom", "sitemap", "attribute"])
@pytest.mark.parametrize(
    ("entities", "used"), [(LAUGHS, "&e11;"), (LONG, "&e11;" * 2_000)], ids=["billion-laughs", "quadratic"]
)
def test_entities_are_not_expanded_without_end(form: str, entities: str, used: str) -> None:
    with limits(seconds=3, size_bytes=20_000_000):
        found = read(f"<!DOCTYPE x [{entities}]>{form.format(used)}")
    assert "boomboom" not in found
    assert len(found) < 100_000


@pytest.mark.parametrize("form", [FEED, ATOM, SITEMAP, ALTERNATE], ids=["rss", "atom", "sitemap", "attribute"])
def test_what_entities_and_document_types_name_is_not_read(form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret-words")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        web = f"http://127.0.0.1:{listening.getsockname()[1]}/x"
        for head in (
            f"<!DOCTYPE x [<!ENTITY e SYSTEM '{secret.as_uri()}'>]>",
            f"<!DOCTYPE x [<!ENTITY e SYSTEM '{web}'>]>",
            f"<!DOCTYPE x SYSTEM '{web}'>",
            f"<!DOCTYPE x [<!ENTITY % d SYSTEM '{web}'> %d;]>",
            f"<!DOCTYPE x [<!ENTITY % d SYSTEM '{secret.as_uri()}'> %d;]>",
        ):
            used = "&e;" if "ENTITY e" in head else ""
            included = f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{secret.as_uri()}' parse='text'/>"
            assert "s3cret" not in read(head + form.format(used))
            assert "s3cret" not in read(head + form.replace("</", included + "</", 1).format(used))
        with pytest.raises(TimeoutError):
            listening.accept()


@pytest.mark.parametrize(
    "make",
    [
        lambda: "<rss><channel>" + "<item>" * (MAX_TAGS + 1),
        lambda: "<rss><channel>" + "<a xml:base='x/'>" * (MAX_BASES + 1),
    ],
    ids=["tags", "bases"],
)
def test_a_feed_that_would_hold_up_the_run_is_refused(make: Callable[[], str]) -> None:
    body = make().encode()
    with limits(seconds=1, size_bytes=20_000_000), pytest.raises(FetchError) as caught:
        read_feed(body, URL)
    assert caught.value.code is Reason.TOO_COMPLEX
