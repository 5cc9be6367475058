import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.urls import hide_user, host_of, record_id, registrable_domain, site_of, url_key, with_ascii_host


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("HTTP://Example.ORG:80/a", "http://example.org/a"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/a/%2e%2E/b", "https://example.org/b"),
        ("https://example.org/../../a", "https://example.org/a"),
        ("https://example.org/%7euser/%e3%83%84", "https://example.org/~user/%E3%83%84"),
        ("https://example.org/a%2Fb%3Fc", "https://example.org/a%2Fb%3Fc"),
        ("https://example.org/ツ?q=ツ", "https://example.org/%E3%83%84?q=%E3%83%84"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/a#part", "https://example.org/a"),
        ("  https://example.org/a\n", "https://example.org/a"),
        ("https://exa\tmple.org/a", "https://example.org/a"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://ＥＸＡＭＰＬＥ.org/", "https://example.org/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"),
        ("https://example.org/?utm_source=a&id=7&fbclid=x&UTM_Medium=b", "https://example.org/?id=7"),
        ("https://example.org/?b=2&a=1", "https://example.org/?b=2&a=1"),
        ("https://example.org/?gclid=x", "https://example.org/"),
        ("https://example.org/a;jsessionid=0A1B", "https://example.org/a"),
        ("https://example.org/a;v=1;JSESSIONID=0A1B.node1;w=2/b?id=7", "https://example.org/a;v=1;w=2/b?id=7"),
        ("https://example.org/a?PHPSESSID=f3&id=7&phpsessid=f4#top", "https://example.org/a?id=7"),
        ("https://example.org/a?path=/b;jsessionid=0A1B&id=7", "https://example.org/a?path=/b&id=7"),
        ("https://example.org/?utm_%66=x&a=%7e", "https://example.org/?a=~"),
    ],
)
def test_the_key_is_equal_for_equal_pages(url: str, key: str) -> None:
    assert url_key(url) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/a/"),
        ("https://example.org/", "https://www.example.org/"),
        ("https://example.org/", "http://example.org/"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ],
)
def test_what_only_the_site_can_tell_apart_stays_apart(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "no url",
            "mailto:a@example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "//example.org/",
        ),
        *(
            "http://exa mple.org/",
            "http://[::1/",
            "http://1.2.3.4.5/",
            "http://256.1.1.1/",
            "http://-7.7/",
            "http://5.0x-1.0.0/",
            "http://0x1_0.1.1.1/",
            "http://1_0.0.0.7/",
            "http://a%3a80/",
            "http://example.org:99999/",
        ),
        "http://exa<mple.org/",
    ],
)
def test_what_is_no_page_of_the_web_has_no_key(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        url_key(url)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(path: str) -> None:
    key = url_key("https://example.org/" + path)
    assert url_key(key) == key


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        url_key("http://" + text)
    except ValueError:
        return
    assert host_of("http://" + text).startswith("http://")


@pytest.mark.parametrize(
    ("url", "host", "site"),
    [
        ("https://www.Example.org/a", "https://www.example.org", "example.org"),
        ("http://example.org:8080/", "http://example.org:8080", "example.org:8080"),
        ("http://user@example.org/", "http://example.org", "example.org"),
        ("http://[::1]:80/", "http://[::1]", "[::1]"),
    ],
)
def test_hosts_and_sites(url: str, host: str, site: str) -> None:
    assert host_of(url) == host
    assert site_of(url) == site


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://news.example.co.uk/a", "example.co.uk"),
        ("https://www.example.org/", "example.org"),
        ("https://a.b.example.com.au/", "example.com.au"),
        ("http://127.0.0.1:8000/", None),
        ("http://[::1]/", None),
        ("http://localhost/", None),
    ],
)
def test_registrable_domains(url: str, domain: str | None) -> None:
    assert registrable_domain(url) == domain


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://user:secret@a.test/", "http://***@a.test/"),
        ("http://user@secret@a.test", "http://***@a.test"),
        ("HTTPS:\\\\user:secret@a.test", "HTTPS:\\\\***@a.test"),
        (" http://:secret@a.test:80/?q=@", " http://***@a.test:80/?q=@"),
        ("http://a.test/user@host", "http://a.test/user@host"),
        ("http://a.test?to=me@b.test", "http://a.test?to=me@b.test"),
    ],
)
def test_users_and_passwords_are_not_shown(url: str, shown: str) -> None:
    assert hide_user(url) == shown


def test_what_is_sent_keeps_path_and_query_as_they_were() -> None:
    assert with_ascii_host("https://Bücher.example/A/%7e?b=%2f#c") == "https://xn--bcher-kva.example/A/%7e?b=%2f"


def test_record_ids_are_sixteen_digits() -> None:
    assert record_id("https://example.org/") == record_id("https://example.org/")
    assert len(record_id("ü")) == 16
