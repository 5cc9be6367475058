"""What bodies are, and in which characters."""

from datetime import UTC, datetime
from typing import Any

import pytest

from scraper.charset import decode_html
from scraper.cleaner import clean_page
from scraper.fetch import Accept, Fetched, FetchResult
from scraper.fetch.client import Answer
from scraper.fetch.media import charset_label, media_type
from scraper.pipeline.retry import plan_retry
from scraper.reasons import PageClass
from scraper.records import Article
from scraper.settings import CleanSettings
from tests.fetch.conftest import Fetch, reason_of, text_of
from tests.fetch.fault_server import PAGE, FaultServer, answer

HTML = "<html><head>{meta}</head><body><p>{text}</p></body></html>"


def shown(result: FetchResult) -> tuple[str, str]:
    """The text as the cleaner will see it, and what told its charset."""
    assert isinstance(result, Fetched), result
    decoded = decode_html(result.page.body, result.page.http_charset)
    return decoded.text, decoded.charset_source


@pytest.mark.fault(number=39)
async def test_a_stray_byte_in_utf_8_is_one_replacement_character(server: FaultServer, fetch: Fetch) -> None:
    body = HTML.format(meta="", text="Über die Förde zöge früh Nebel").encode().replace(b"Nebel", b"Neb\xffel")
    server.routes["/"] = answer(body, media_type="text/html")
    text, _ = shown(await fetch("/"))
    assert "Über die Förde zöge früh Neb\ufffdel" in text
    assert text.count("\ufffd") == 1


@pytest.mark.fault(number=40)
@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("windows-1251", "cp1251", "Зимой гавань спокойна"),
        ("shift_jis", "cp932", "冬の港は静かです"),
        ("gb2312", "gb18030", "冬天的港口很安静"),
        ("euc-kr", "cp949", "겨울 항구는 조용하다"),
    ],
)
async def test_a_meta_label_without_a_header(
    server: FaultServer, fetch: Fetch, label: str, codec: str, words: str
) -> None:
    body = HTML.format(meta=f"<meta charset={label}>", text=words).encode(codec)
    server.routes["/"] = answer(body, media_type="text/html")
    text, source = shown(await fetch("/"))
    assert words in text
    assert source == "meta"


@pytest.mark.fault(number=41)
@pytest.mark.parametrize(
    ("mark", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-16-le")]
)
async def test_utf_16(server: FaultServer, fetch: Fetch, mark: bytes, codec: str) -> None:
    words = "Im Winter ist der Hafen still — и тихо"
    server.routes["/"] = answer(mark + HTML.format(meta="", text=words).encode(codec), media_type="text/html")
    text, source = shown(await fetch("/"))
    assert words in text
    assert source == ("bom" if mark else "xml")


@pytest.mark.fault(number=42)
async def test_utf_8_under_a_latin_1_header_is_utf_8_and_said_so(server: FaultServer, fetch: Fetch) -> None:
    body = HTML.format(meta="", text="Größe, Öl, Übermut und ähnliches").encode()
    server.routes["/"] = answer(body, media_type="text/html; charset=ISO-8859-1")
    result = await fetch("/")
    text, source = shown(result)
    assert "Größe, Öl, Übermut" in text
    assert source == "utf-8-over-http"
    assert isinstance(result, Fetched)
    article = clean_page(result.page, CleanSettings(page_classes=frozenset(PageClass)))
    assert isinstance(article, Article)
    assert (article.charset, article.field_sources["charset"]) == ("utf-8", "utf-8-over-http")


@pytest.mark.fault(number=43)
async def test_iso_8859_1_is_windows_1252(server: FaultServer, fetch: Fetch) -> None:
    words = "“Quotes” – and €"
    body = HTML.format(meta="<meta charset=iso-8859-1>", text=words).encode("cp1252")
    server.routes["/"] = answer(body, media_type="text/html")
    assert words in shown(await fetch("/"))[0]


@pytest.mark.fault(number=44)
@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500),
        b"%PDF-1.7\n" + PAGE,
        b"PK\x03\x04" + PAGE,
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"GIF89a" + PAGE,
        b"RIFF\x00\x00\x00\x00WEBPVP8 " + PAGE,
        b"\x00\x00\x00\x18ftypmp42" + PAGE,
        b"\x01\x02\x00\x00" * 500,
        b"\x1f\x8b\x08" + PAGE,
    ],
    ids=["jpeg", "pdf", "zip", "png", "gif", "webp", "mp4", "nul-bytes", "gzip"],
)
async def test_binary_data_labelled_as_html_is_not_html(server: FaultServer, fetch: Fetch, body: bytes) -> None:
    server.routes["/"] = answer(body)
    assert reason_of(await fetch("/")) == "not_html"
    assert server.paths() == ["/"]


@pytest.mark.fault(number=45)
@pytest.mark.parametrize(
    ("raw", "reason", "status"),
    [
        (answer(b""), "empty", None),
        (answer(b" \n\t "), "empty", None),
        (answer(status=204), "no_content", 204),
        (answer(status=206), "no_content", 206),
        (answer(status=304), "no_content", 304),
    ],
    ids=["empty-200", "blank-200", "204", "206", "304"],
)
async def test_answers_without_a_page_have_a_reason_each(
    server: FaultServer, fetch: Fetch, raw: bytes, reason: str, status: int | None
) -> None:
    server.routes["/"] = raw
    result = await fetch("/")
    assert reason_of(result) == reason
    assert result.status == status  # type: ignore[union-attr]  # a Skipped, checked above
    assert server.paths() == ["/"]


@pytest.mark.fault(number=46)
@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (403, {"cf_mitigated": "challenge"}, b"<title>Un instant</title>"),
        (403, {}, b"<script src=/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1></script>"),
        (403, {}, b"<iframe src=https://geo.captcha-delivery.com/captcha/></iframe>"),
        (405, {"x_amzn_waf_action": "captcha"}, b"<script></script>"),
    ],
)
async def test_a_challenge_with_an_error_status_is_one_and_passes(
    server: FaultServer, fetch: Fetch, status: int, headers: dict[str, str], body: bytes
) -> None:
    server.routes["/"] = answer(body, status, **headers)
    result: Any = await fetch("/")
    assert (result.code, result.page_class, result.status, result.attempts) == ("challenge", "challenge", status, 1)
    assert plan_retry(result, 0, datetime.now(UTC))


@pytest.mark.parametrize(("status", "page_class"), [(401, "paywall"), (402, "paywall"), (451, "paywall"), (403, None)])
async def test_a_paywall_is_told_by_its_status(
    server: FaultServer, fetch: Fetch, status: int, page_class: str | None
) -> None:
    server.routes["/"] = answer(PAGE, status)
    result: Any = await fetch("/")
    assert (result.code, result.page_class) == ("http_4xx", page_class)
    # A wall that is nobody's subscription may be gone in an hour.
    assert (plan_retry(result, 0, datetime.now(UTC)) is None) is (page_class is not None)


@pytest.mark.parametrize(
    ("media_type", "body", "is_page"),
    [
        (None, PAGE, True),
        (None, b"{}", False),
        ("application/xhtml+xml", PAGE, True),
        ("application/octet-stream", PAGE, True),
        ("text/plain", PAGE, True),
        ("text/plain", b"notes, and more notes", False),
        ("TEXT/HTML ; Charset=utf-8", PAGE, True),
        ("text/html\r\nContent-Type: text/html; charset=utf-8", PAGE, True),
        ("text/html, */*", PAGE, True),
        ("text/html,charset=utf-8", PAGE, True),
        ("html", PAGE, True),
        ("charset=utf-8", PAGE, True),
        ("json", b"{}", False),
        ("text/html, application/json", PAGE, False),
        ("application/json", b'{"html": "<html>"}', False),
        ("application/rss+xml", b"<rss version='2.0'/>", False),
        ("image/svg+xml", b"<svg/>", False),
    ],
)
async def test_what_is_a_page_is_told_by_its_bytes_then_by_its_label(
    server: FaultServer, fetch: Fetch, media_type: str | None, body: bytes, is_page: bool
) -> None:
    server.routes["/"] = answer(body, media_type=media_type)
    result = await fetch("/")
    if is_page:
        assert text_of(result) == body
    else:
        assert reason_of(result) == "not_html"
        assert text_of(await fetch("/", request={"accept": Accept.ANY})) == body


@pytest.mark.parametrize(
    ("header", "essence", "charset"),
    [
        ("text/html; charset=gbk", "text/html", "gbk"),
        ("text/html;charset=gbk, text/html", "text/html", "gbk"),
        ("text/plain;charset=gbk, text/html", "text/html", None),
        ('text/html;charset="a,b";x="', "text/html", "a,b"),
        ("text/html;charset=gbk, text/html;charset=big5", "text/html", "big5"),
        ("html", "html", None),
        ("", "", None),
        (",", ",", None),
    ],
)
def test_of_several_types_the_last_counts(header: str, essence: str, charset: str | None) -> None:
    said = Answer(url="", status=200, headers={"content-type": header})
    assert (media_type(said), charset_label(said)) == (essence, charset)
