"""Page classes on clear cases, each beside a page that only looks like one."""

import pytest

from scraper.reasons import PageClass, Reason
from scraper.records import Article, Skipped
from tests.cleaner.pages import SENTENCES, article_page, clean, paragraphs


def stub(title: str, body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


PASSWORD = (
    '<form action="/login"><label>Mail</label><input '
    'type="email"><label>Password</label><input type="password"><button>Sign in</button></form>'
)
UNPAID = (
    '<script type="application/ld+json">{"@type": "NewsArticle", '
    '"headline": "Harbour", "isAccessibleForFree": false}</script>'
)
CONSENT = (
    '<div id="cookie-consent" class="consent-dialog"><h2>We value your '
    "privacy</h2><p>We and our 812 partners use cookies and process"
    " personal data such as addresses and identifiers, to show you "
    "advertising that fits.</p><p>You may accept or manage your"
    " choices. Details stand in our privacy policy.</p><button>Accept all</button><button>Reject all</button></div>"
)

STUBS = [
    (
        PageClass.CHALLENGE,
        stub("Just a moment...", "<h1>news.example</h1><p>Checking your browser before you go on.</p>"),
    ),
    (
        PageClass.CHALLENGE,
        stub("Attention Required!", "<p>Please complete the captcha to show that you are human.</p>"),
    ),
    (PageClass.CHALLENGE, stub("news.example", "<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>")),
    (PageClass.CHALLENGE, stub("安全验证", "<p>请完成安全验证以继续访问本网站。</p>")),
    (
        PageClass.SOFT404,
        stub("Page not found", "<h1>Sorry</h1><p>We looked everywhere, but this page is gone. Try the search.</p>"),
    ),
    (PageClass.SOFT404, stub("404 - News", "<p>Nothing here. <a href='/'>Back to the start</a></p>")),
    (
        PageClass.SOFT404,
        stub(
            "Seite nicht gefunden | Nachrichten", "<p>Die Adresse ist falsch oder veraltet, bitte suchen Sie neu.</p>"
        ),
    ),
    (
        PageClass.SOFT404,
        stub("ページが見つかりません", "<p>お探しのページは移動または削除された可能性があります。</p>"),
    ),
    (PageClass.LOGIN, stub("Sign in", f"<h1>Welcome back</h1>{PASSWORD}")),
    (PageClass.CONSENT, stub("Before you go on", CONSENT)),
    (PageClass.CONSENT, stub("Cookies", f"<main>{CONSENT}</main><p>Imprint</p>")),
    (PageClass.PAYWALL, stub("Harbour", f"<h1>Harbour</h1><p>{SENTENCES[0]}</p><p>Subscribe to read on.</p>", UNPAID)),
    (PageClass.JS_SHELL, stub("App", '<div id="root"></div><script src="/app.js"></script>')),
    (
        PageClass.JS_SHELL,
        stub("App", '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>'),
    ),
    # Saved without its scripts: what fetched them early is still there.
    (PageClass.JS_SHELL, '<title>Topic</title><link rel="preload" as="script" href="/app.js"><div id="root"></div>'),
    (PageClass.JS_SHELL, '<title>Topic</title><link rel="modulepreload" href="/app.js"><div id="root"></div>'),
    (PageClass.EMPTY, '<title>Topic</title><link rel="preload" as="image" href="/a.png"><div id="root"></div>'),
    (PageClass.EMPTY, stub("", "<div></div><p> </p>")),
    (PageClass.EMPTY, stub("Topic", '<div id="root"></div>', '<script type="application/ld+json">{}</script>')),
    (
        PageClass.LISTING,
        stub(
            "News",
            "<h1>Latest</h1><ul>"
            + "".join(f'<li><a href="/{n}">Headline {n} of the day</a></li>' for n in range(40))
            + "</ul>",
        ),
    ),
]


@pytest.mark.parametrize(
    "title",
    [
        "Η σελίδα δεν βρέθηκε",
        "הדף המבוקש לא נמצא",
        "صفحه مورد نظر یافت نشد",
        "لم يتم العثور على الصفحة",
        "Страницата не е намерена",
        "Stranica nije pronađena",
        "Az oldal nem található",
        "Pagina nu a fost găsită",
        "পৃষ্ঠাটি পাওয়া যায়নি",
    ],
)
def test_a_page_that_is_not_there_says_so_in_many_languages(title):
    assert clean(stub(title, "<p>•••</p>")).page_class is PageClass.SOFT404


def test_a_brief_without_scripts_is_an_article_though_it_has_data_for_search_engines():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour"}</script>'
    brief = stub("Harbour", f"<article><h1>Harbour</h1>{paragraphs(SENTENCES[:2])}</article>", data)
    assert isinstance(clean(brief), Article)


def test_a_brief_that_says_its_day_is_an_article_though_the_page_runs_scripts():
    script = "<script src=/count.js></script>"
    called = '<meta property="og:type" content="article">'
    dated = called + '<meta property="article:published_time" content="2026-11-26">'
    title = SENTENCES[0][:60]
    text = f"<article><h1>{title}</h1>{paragraphs(SENTENCES[:2])}</article>"
    cookies = "<p>We use cookies to make this site work, to measure its use and to show what fits; say yes or no to it below.</p>"
    assert isinstance(clean(stub(title, text, dated + script)), Article)
    for head, body in (
        (called, text),
        (dated, f"<div id=root>{cookies}</div>"),
        (dated, f"{text}<p>Please enable JavaScript.</p>"),
    ):
        assert clean(stub(title, body, head + script)).page_class is PageClass.JS_SHELL


FRONT_TEASERS = "".join(
    f"<li data-href='/n/{n}'><span class=kicker>News</span><p>{teaser}</p><time>{n} hours ago</time></li>"
    for n, teaser in enumerate(
        (
            "The quay is open again after the storm of last week.",
            "Pupils move to the next town in spring.",
            "She leaves for reasons of health.",
            "It takes forty cars and a hundred people.",
            "The coast expects gusts tonight.",
            "The jury praised its collection of nets.",
        ),
        2,
    )
)


@pytest.mark.parametrize(
    ("url", "page_class"),
    [
        ("https://news.example/", PageClass.LISTING),
        ("https://news.example/en/index.html", PageClass.LISTING),
        ("https://news.example/n/today", PageClass.ARTICLE),
        ("https://news.example/?p=12", PageClass.ARTICLE),
        (None, PageClass.ARTICLE),
    ],
)
def test_a_front_page_of_which_the_model_is_unsure_is_a_list(url, page_class):
    head = "<meta property=og:type content=website><meta name=viewport content=x>"
    html = stub("Harbour News", f"<main><section class=top><h2>Top stories</h2>{FRONT_TEASERS}</section></main>", head)
    assert clean(html, url).page_class is page_class


SERVICES = "".join(
    f"<section class=service><h2>{name}</h2><p>{text}</p></section>"
    for name, text in zip(("Quays", "Cranes", "Moorings", "Pilots", "Dredging", "Towing"), SENTENCES, strict=True)
)
WEBSITE = "<meta property=og:type content=website><meta name=viewport content=x>"
ROOT = "<link rel=canonical href=https://port.example/>"
OWN = "<link rel=canonical href=/about/our-services>"
OG = "<meta property=og:url content=https://port.example/about/our-services>"
HOME = "<link rel=canonical href=/startseite?utm_source=letter>"


@pytest.mark.parametrize(
    ("url", "head", "page_class"),
    [
        ("https://port.example/", WEBSITE, PageClass.LISTING),
        ("https://port.example/", "", PageClass.LISTING),
        ("https://port.example/", WEBSITE + OWN, PageClass.ARTICLE),
        ("https://port.example/", WEBSITE + OG, PageClass.ARTICLE),
        ("https://port.example/", WEBSITE + ROOT + OG, PageClass.LISTING),
        ("https://port.example/", WEBSITE + HOME, PageClass.LISTING),
        (None, WEBSITE + ROOT, PageClass.LISTING),
        ("https://port.example/?from=letter", WEBSITE + ROOT, PageClass.LISTING),
        ("https://port.example/?from=letter", WEBSITE, PageClass.ARTICLE),
        ("https://port.example/about/services", WEBSITE + ROOT, PageClass.ARTICLE),
        ("https://port.example/#/about/services", WEBSITE, PageClass.ARTICLE),
        (None, WEBSITE, PageClass.ARTICLE),
    ],
)
def test_what_is_known_to_be_a_front_page_holds_no_article_though_it_has_text(url, head, page_class):
    menu = "".join(f"<li><a href=/{n}>What we do in quarter number {n}</a></li>" for n in range(40))
    html = stub("Port of Hull", f"<nav><ul>{menu}</ul></nav><h1>We move what you sell</h1>{SERVICES}", head)
    assert clean(html, url).page_class is page_class


def test_a_dated_post_is_one_where_a_blog_shows_it_at_its_front_page():
    date = '<meta property="article:published_time" content="2026-11-26">'
    links = "".join(f"<li><a href=/{n}>A post of that other year {n}</a></li>" for n in range(60))
    html = article_page(head=date).replace("<aside", f"<ul class=menu>{links}</ul><aside")
    assert isinstance(clean(html, "https://blog.example/"), Article)


def test_an_article_whose_theme_calls_all_pages_the_front_page_stays_one():
    head = "<link rel=canonical href=https://news.example/>"
    for url in (None, "https://news.example/?p=12"):
        assert isinstance(clean(article_page(head=head), url), Article)
        bare = article_page(head=head).replace('property="og:type"', "")
        assert isinstance(clean(bare.replace("</h1>", "</h1><p class=date>26 November 2026</p>"), url), Article)


def test_the_address_of_a_list_is_believed_unless_the_page_is_an_article():
    teasers = "".join(
        f"<div class=teaser><b>{thing.title()} of the week</b><p>{text[:70]}</p></div>"
        for thing, text in zip("quay ferry school storm museum mayor".split(), SENTENCES, strict=True)
    )
    html = stub("Sport", f"<h1>Sport</h1>{teasers}", "<meta property=og:type content=article>")
    assert clean(html, "https://news.example/category/sport").page_class is PageClass.LISTING
    assert clean(html, "https://news.example/2026/sport").page_class is PageClass.ARTICLE
    assert isinstance(clean(article_page(paragraphs(SENTENCES * 2)), "https://news.example/category/sport"), Article)


def test_the_address_of_an_account_is_believed_with_much_small_print_and_without_a_password():
    terms = paragraphs(SENTENCES)
    register = stub("Register", f"<h1>Become a reader</h1>{terms}{PASSWORD}")
    assert clean(register, "https://news.example/user/register").page_class is PageClass.LOGIN
    assert clean(register, "https://news.example/user/register").detail.endswith("at the address of an account's form")
    assert clean(register, "https://news.example/2026/readers").page_class is PageClass.ARTICLE
    lost = stub("Lost", f"<h1>Lost it?</h1><p>{SENTENCES[0]}</p><form><input type=email></form>")
    assert clean(lost, "https://news.example/forgot-password").page_class is PageClass.LOGIN
    assert isinstance(clean(article_page(), "https://news.example/wiki/password"), Article)


def boxes(texts, link):
    return "".join(
        f"<div class=box><div class=name>{link.format(n=n)}</div><div class=said>{text}</div></div>"
        for n, text in enumerate(texts)
    )


OFFERS = [f"{text[:80]} and {n} more of that kind" for n, text in enumerate(SENTENCES * 2)]


def test_boxes_of_one_look_with_a_link_in_each_are_a_list():
    linked = "<a href=/{n}>Boats for hire in harbour {n}</a>"
    assert clean(stub("Boats", f"<h1>Boats</h1>{boxes(OFFERS, linked)}", WEBSITE)).page_class is PageClass.LISTING


@pytest.mark.parametrize(
    ("texts", "link", "head"),
    [
        (OFFERS, "<b>Boats for hire in harbour {n}</b>", WEBSITE),
        (OFFERS[:4], "<a href=/{n}>Boats for hire in harbour {n}</a>", WEBSITE),
        ([*OFFERS, " ".join(SENTENCES)], "<a href=/{n}>Boats for hire in harbour {n}</a>", WEBSITE),
        (OFFERS, "<a href=/{n}>Boats for hire in harbour {n}</a>", "<meta property=og:type content=article>"),
    ],
)
def test_boxes_without_links_few_of_them_and_long_ones_are_no_list(texts, link, head):
    assert clean(stub("Boats", f"<h1>Boats</h1>{boxes(texts, link)}", head)).page_class is PageClass.ARTICLE


@pytest.mark.parametrize(("date", "page_class"), [("", PageClass.LISTING), ("2026-11-26", PageClass.ARTICLE)])
def test_teasers_under_linked_headings_are_a_list_where_nothing_dates_the_page_that_calls_itself_an_article(
    date, page_class
):
    rows = "".join(
        f"<article><h2><a href=/news/{n}>The council talks about harbour {n}</a></h2><p>{text}</p></article>"
        for n, text in enumerate(OFFERS)
    )
    head = f'<meta property="og:type" content="article"><meta property="article:published_time" content="{date}">'
    html = stub("Council", f"<main><h1>Council</h1>{rows}</main>", head)
    assert clean(html, "https://news.example/council").page_class is page_class


def test_an_error_with_the_days_teasers_below_is_none():
    teasers = paragraphs(SENTENCES + LOST)
    assert clean(stub("News", f"<h1>Error 404: page not found</h1>{teasers}")).page_class is PageClass.SOFT404
    assert clean(stub("News", f"<h1>Diary page not found</h1>{teasers}")).page_class is PageClass.ARTICLE


def test_a_list_of_linked_headings_is_one_though_its_theme_calls_it_an_article():
    rows = "".join(
        f'<div class=module><h3 class="entry-title"><a href="/{n}">The council talks about the {thing}</a></h3>'
        f"<div class=meta><span class=date>{n} May 2026</span></div></div>"
        for n, thing in enumerate("quay ferry school storm museum mayor budget bridge tunnel market".split(), 2)
    )
    head = "<meta property=og:type content=article><meta name=viewport content=x>"
    html = stub("Tag: harbour", f"<div class=content><h1>Tag: harbour</h1>{rows}</div>", head)
    assert clean(html, "https://news.example/tag/harbour").page_class is PageClass.LISTING


def test_a_dated_brief_beside_a_box_to_sign_in_is_no_login():
    text = f"{SENTENCES[0]} {SENTENCES[1]} {SENTENCES[0][:60]}"
    brief = f"<main><h1>Harbour opens</h1><p class=date>26 November 2026</p><p>{text}</p></main>"
    assert clean(stub("Harbour opens", f"{PASSWORD}{brief}")).page_class is PageClass.ARTICLE
    assert (
        clean(stub("Sign in", f"<h1>Welcome back</h1><p>26 November 2026</p>{PASSWORD}")).page_class is PageClass.LOGIN
    )


def test_an_article_at_a_front_address_stays_one():
    assert isinstance(clean(article_page(), "https://news.example/"), Article)


@pytest.mark.parametrize(("page_class", "html"), STUBS)
def test_pages_that_are_no_article_are_named(page_class, html):
    outcome = clean(html)
    assert isinstance(outcome, Skipped), outcome
    assert (outcome.page_class, outcome.code) == (page_class, Reason(page_class.value))
    assert outcome.detail


COOKIES = (
    "The regulator has fined three publishers because their cookie banners "
    "gave readers no way to reject tracking at once.",
    "Consent, the office wrote, is worth nothing when the button to accept "
    "is green and large and the one to refuse is hidden.",
    "Under the privacy law, partners of a site may read cookies only after "
    "a person has agreed, and may not ask again each day.",
    "The publishers say they will manage consent with a new dialog; they "
    "accept the fine of two million, which is low for the branch.",
)
CAPTCHAS = (
    "Are you a robot? The question has annoyed readers for twenty years, "
    "and machines now answer it better than people do.",
    "A captcha asks for crosswalks, for traffic lights, for warped "
    "letters; a security check that costs the world 500 years a day.",
    "Researchers in three cities let programs verify that they are human: "
    "they passed in nine of ten cases, and in half of the time.",
    "What comes next is unclear, and the makers of the tests are the first "
    "to say that unusual traffic must be told in other ways.",
)
LOST = (
    "The page not found in the archive for eighty years has turned up in a "
    "box of letters that a cellar in the old town held.",
    "It is the last of a diary kept through the winter of 1944, and the "
    "only one that says what became of the bell of the church.",
    "The historian who found it had looked for a receipt, and took the "
    "sheet for one until she saw the date on the upper edge.",
)


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Fined for their cookie banners", COOKIES),
        ("Cookies, consent and privacy: what changes", COOKIES),
        ("Why captchas no longer work", CAPTCHAS),
        ("Are you a robot? The end of the captcha", CAPTCHAS),
        ("Page not found for 80 years turns up", LOST),
        ("404 swifts counted on the cranes", SENTENCES),
    ],
)
def test_articles_about_such_pages_are_articles(title, texts):
    outcome = clean(article_page(paragraphs(texts), title=title))
    assert isinstance(outcome, Article), outcome
    assert texts[-1] in outcome.text


def test_a_news_flash_of_two_sentences_is_an_article():
    outcome = clean(article_page(paragraphs(SENTENCES[:2])))
    assert isinstance(outcome, Article), outcome
    assert outcome.text == "\n\n".join(SENTENCES[:2])


@pytest.mark.parametrize(
    "more",
    [
        PASSWORD,
        CONSENT,
        '<div class="paywall"><p>Subscribe now for one euro</p></div>',
        '<script src="/app.js"></script><noscript>Please enable JavaScript</noscript>',
        '<div class="captcha">Verify that you are human to comment</div>',
    ],
)
def test_an_article_beside_such_an_element_is_an_article(more):
    outcome = clean(article_page().replace("</body>", f"{more}</body>"))
    assert isinstance(outcome, Article), outcome
    assert SENTENCES[-1] in outcome.text


def test_a_short_text_of_which_nothing_says_that_it_is_an_article_stands_beside_a_banner():
    banner = (
        "<div><p>This website uses cookies. Some are needed, others help us and our partners. Mind your privacy:"
        " you may reject them.</p><a href=/privacy>Privacy policy</a><button>Accept</button></div>"
    )
    outcome = clean(stub("Writing", f"<h1>How we write</h1>{paragraphs(SENTENCES[:4])}{banner}"))
    assert isinstance(outcome, Article), outcome
    assert outcome.text == "\n\n".join(SENTENCES[:4])


OFFER = "<h3>Read on</h3><p>From one euro a month</p><a href=/offer>Subscribe</a>"


def test_a_text_is_cut_off_where_the_offer_stands_right_below_it():
    cut = article_page(paragraphs(SENTENCES[:4]) + OFFER, head=UNPAID)
    assert clean(cut).page_class is PageClass.PAYWALL
    menu, related = "<a href=/offer>Subscribe</a>", "".join(f"<p><a href=/{n}>Story {n}</a></p>" for n in range(5))
    short = article_page(paragraphs(SENTENCES[:4]), head=UNPAID)
    for page in (short.replace("<body>", f"<body>{menu}"), short.replace("</article>", f"</article>{related}{OFFER}")):
        assert isinstance(clean(page), Article)


def test_an_article_that_costs_money_and_stands_there_in_full_is_an_article():
    assert isinstance(clean(article_page(paragraphs(SENTENCES * 2), head=UNPAID)), Article)


def test_classes_that_are_asked_for_become_records():
    from scraper.cleaner.page import clean_page
    from scraper.records import Page
    from scraper.settings import CleanSettings

    wanted = CleanSettings(second_opinion=False, page_classes=frozenset(PageClass))
    html = next(html for page_class, html in STUBS if page_class is PageClass.SOFT404)
    outcome = clean_page(Page(body=html.encode(), source="x"), wanted)
    assert isinstance(outcome, Article)
    assert outcome.page_class is PageClass.SOFT404


def test_a_page_whose_choice_is_its_title_is_empty_and_says_so():
    outcome = clean(
        "<title>Harbour crane reopens | Board</title><body><header><a href='/'>Board</a></header>"
        "<h1><a href='https://a.test/crane'>Harbour crane reopens</a></h1></body>"
    )
    assert isinstance(outcome, Skipped)
    assert (outcome.code, outcome.detail) == (
        Reason.EMPTY,
        "0 words of main content of 4 on the page, nothing beside the title",
    )


def test_linked_headings_in_boxes_between_paragraphs_make_no_listing() -> None:
    box = '<aside class="related"><h3><a href="/{}">Bridge over the old canal to close in June</a></h3></aside>'
    text = (
        f"<p>{sentence} It was so in {year}.</p>{box.format(year)}" for year in (1990, 2001) for sentence in SENTENCES
    )
    assert isinstance(
        clean(stub("Harbour stays shut", f"<main><h1>Harbour stays shut</h1>{''.join(text)}</main>")), Article
    )
