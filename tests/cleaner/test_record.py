import pytest

from scraper.cleaner import clean_page
from scraper.cleaner.metadata import Metadata
from scraper.cleaner.record import CleanText, build_article, hash_text, skip_page
from scraper.reasons import PageClass, Reason, Stage
from scraper.records import Article, Page
from scraper.settings import CleanSettings

CONTENT = CleanText(
    text="One two three.", markdown="One two *three*.", confidence=0.87654, extractor="model-1", charset="utf-8"
)


def metadata(**fields: object) -> Metadata:
    return Metadata(page_title="T", article_body="", is_article=None, sources=fields.pop("sources", {}), **fields)


def test_the_record_has_what_page_head_and_text_say():
    page = Page(
        body=b"x",
        source="https://www.news.example/a",
        url="https://www.news.example/a",
        url_source="request",
        fetched_at="2026-01-02",
    )
    article = build_article(page, metadata(title="T", authors=("Ada",), sources={"title": "og"}), CONTENT)
    assert (article.title, article.authors, article.field_sources) == ("T", ("Ada",), {"title": "og"})
    assert (article.text, article.markdown, article.word_count) == (CONTENT.text, CONTENT.markdown, 3)
    assert (article.site, article.url, article.url_source) == ("news.example", page.url, "request")
    assert (article.confidence, article.extractor, article.charset) == (0.877, "model-1", "utf-8")
    assert (article.fetched_at, article.source) == ("2026-01-02", page.source)


def test_the_id_follows_the_canonical_address():
    canonical = metadata(canonical_url="https://news.example/a")
    ids = {
        build_article(Page(body=b"", source="s", url=url), canonical, CONTENT).id
        for url in ("https://news.example/a?utm_source=x", "https://m.news.example/a", None)
    }
    assert len(ids) == 1
    assert build_article(Page(body=b"", source="s", url="https://news.example/b"), metadata(), CONTENT).id not in ids


def test_without_an_address_the_id_follows_the_text():
    article = build_article(Page(body=b"", source="dump!1"), metadata(), CONTENT)
    assert article.id == article.text_hash == hash_text(CONTENT.text)
    assert article.site is None


def test_a_saved_page_has_the_address_that_it_gives_itself():
    article = build_article(
        Page(body=b"", source="x"),
        metadata(canonical_url="https://a.example/1", sources={"canonical_url": "link"}),
        CONTENT,
    )
    assert (article.url, article.url_source, article.site) == ("https://a.example/1", "link", "a.example")


@pytest.mark.parametrize("url", ["http://[bad/", "not a url", "", "mailto:a@b.example"])
def test_a_broken_address_is_no_reason_to_fail(url):
    article = build_article(Page(body=b"", source="x", url=url), metadata(), CONTENT)
    assert len(article.id) == 16


def test_hashes_are_sixteen_digits_and_stand_lone_surrogates():
    assert len(hash_text("")) == len(hash_text("\ud800")) == 16
    assert hash_text("a") != hash_text("b")


def test_a_skipped_page_says_where_and_why():
    page = Page(body=b"", source="s", url="https://a.example/", status=200)
    skipped = skip_page(page, Reason.EMPTY, "no bytes", PageClass.EMPTY)
    assert (skipped.stage, skipped.code, skipped.detail, skipped.page_class) == (
        Stage.CLEAN,
        Reason.EMPTY,
        "no bytes",
        PageClass.EMPTY,
    )
    assert (skipped.source, skipped.url, skipped.status) == ("s", "https://a.example/", 200)


def test_the_record_says_what_may_be_done_with_the_page():
    html = (
        "<html><head><meta name='Robots' content='noindex, NoArchive'><meta name='tdm-reservation' content='1'></head><body>"
        "<article><h1>Harbour</h1>"
        + "".join(f"<p>Sentence {k} tells of the harbour in winter, and of its ships.</p>" for k in range(20))
        + "</article></body></html>"
    )
    notices = {"x-robots-tag": "noindex, otherbot: nofollow", "content-signal": "ai-train=no"}
    for given, robots, reserved, signal in (
        ({}, ("noindex", "noarchive"), True, None),
        (notices, ("noindex", "otherbot: nofollow", "noarchive"), True, "ai-train=no"),
        ({"tdm-reservation": "0"}, ("noindex", "noarchive"), False, None),
    ):
        page = Page(body=html.encode(), source="s", url="https://a.example/1", notices=given)
        article = clean_page(page, CleanSettings())
        assert isinstance(article, Article), "what a publisher says is stored, and is no reason to skip"
        assert (article.robots, article.tdm_reservation, article.content_signal) == (robots, reserved, signal)
        assert article.field_sources["charset"] == "utf-8"
        assert article.insecure is False
    assert clean_page(Page(body=html.encode(), source="s", insecure=True), CleanSettings()).insecure is True
