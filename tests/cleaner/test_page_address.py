"""Addresses that say what a page is, each beside one of an article that only looks like it."""

import pytest

from scraper.cleaner.page_address import is_account_address, is_list_address


@pytest.mark.parametrize(
    "path",
    [
        "category/sport",
        "category/sport/football/page/3/",
        "categories/sport.html",
        "kategorie/sport/",
        "rubrique/culture",
        "tag/harbour-mouth",
        "Tags/harbour",
        "author/jane-roe/",
        "news/page/2/",
        "archiv/seite/14",
        "search?q=harbour",
        "suche.php?begriff=hafen",
        "forum/viewforum.php?f=4",
    ],
)
def test_routes_of_lists(path):
    assert is_list_address(f"https://news.example/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "2026/harbour",
        "topics/harbour/harbour-opens-again",
        "archive/2026/11/harbour/4711/",
        "collection/harbour-in-pictures",
        "page/harbour-opens",
        "category/sport/harbour-swimmers-win-again-in-spring",
        "category/sport/4711123",
        "tag-der-offenen-tuer",
        "search-for-the-missing-boat",
        "pages/2026",
        "a?b=/category/sport",
    ],
)
def test_addresses_of_articles_are_no_lists(path):
    assert not is_list_address(f"https://news.example/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "login",
        "Login.aspx?ReturnUrl=%2F",
        "wp-login.php",
        "user/register?destination=node/6",
        "sign-in/",
        "accounts/password/reset/",
        "customer/account/create-account",
        "AccountLogin.aspx",
        "forgot_password.jsp",
        "kundenkonto/anmelden",
        "fr/inscription",
        "index.php?action=register",
        "forum/ucp.php?mode=login",
        "index.php?option=com_users&view=registration",
    ],
)
def test_routes_of_the_readers_accounts(path):
    assert is_account_address(f"https://news.example/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "2026/harbour",
        "login-or-lose-your-account",
        "how-to-register-to-vote",
        "voters-register",
        "news/passwords-are-dying",
        "password/of/the-year",
        "user/4711",
        "account",
        "new",
        "story?from=login",
        "story?page=2",
    ],
)
def test_addresses_of_articles_are_no_accounts(path):
    assert not is_account_address(f"https://news.example/{path}")


@pytest.mark.parametrize("address", [None, "", "https://[half/login", "news.example"])
def test_what_is_no_address_says_nothing(address):
    assert not is_list_address(address)
    assert not is_account_address(address)
