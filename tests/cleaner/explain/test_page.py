"""An explanation shows what the cleaner does, and nothing else."""

from collections.abc import Sequence
from functools import cache

import pytest

import scraper
from fixtures.sites.builder import SITE_KEYS, build_site
from fixtures.sites.special import SPECIAL_PAGES
from scraper.cleaner import KnownSite, clean_page, fingerprint, learn_profile, read_profile
from scraper.cleaner.explain import explain_page
from scraper.explanation import ExplainedBlock, Explanation, StripReason
from scraper.reasons import PageClass, Reason
from scraper.records import Article, Page, Skipped
from scraper.settings import CleanSettings
from tests.cleaner.pages import article_page, paragraphs

SETTINGS = CleanSettings()


def as_page(body: bytes, url: str = "https://news.example/2026/harbour", media_type: str = "text/html") -> Page:
    return Page(body=body, source=url, url=url, url_source="option", media_type=media_type)


@cache
def demo_pages(key: str) -> Sequence[Page]:
    site = build_site(key, "https://demo.example")
    answers = {path: site.answer(path) for path in site.paths()}
    answers |= {path: special.answer for path, special in SPECIAL_PAGES.items()}
    return [as_page(answer.body, site.url(path)) for path, answer in answers.items() if answer]


@cache
def demo_profile(key: str) -> KnownSite:
    prints = (fingerprint(page, SETTINGS) for page in demo_pages(key))
    return read_profile(learn_profile(found for found in prints if found))


ODD_PAGES = {
    "nothing": b"",
    "white space": b" \n ",
    "no text": b"<html><body><img src=x></body></html>",
    "a script alone": b"<script>document.write('x')</script>",
    "one word": b"word",
    "a nav alone": b"<nav><a href=/>Home</a></nav>",
    "nav amid a sentence": b"<body>before the menu <nav><a href=/>Home</a></nav> and after it</body>",
    "in latin-1": article_page(title="Caf\u00e9").replace('<meta charset="utf-8">', "").encode("latin-1"),
    "broken off": article_page().encode()[:1500],
    "binary": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 1 0 obj",
    "twice the text": article_page(paragraphs() + paragraphs()).encode(),
    "text in noscript": f"<noscript>{paragraphs()}</noscript>".encode(),
    "deep": b"<div>" * 600 + b"deep" + b"</div>" * 600,
    "one long line": b"<p>" + b"word " * 60_000,
    "surrogates": b"<title>\\ud83d</title><p>&#xD83D; half a pair</p>",
}


def kept_text(explanation: Explanation) -> str:
    return " ".join(" ".join(block.text for block in explanation.blocks if block.kept).split())


def check_same(explanation: Explanation, outcome: Article | Skipped) -> None:
    assert explanation.outcome == outcome
    if isinstance(outcome, Article):
        assert kept_text(explanation) == " ".join(outcome.text.replace(" | ", " ").split())
    for block in explanation.blocks:
        assert block.kept is (block.reason is None)


@pytest.mark.parametrize("key", SITE_KEYS)
def test_kept_blocks_are_the_cleaners_text_on_every_demo_page(key: str) -> None:
    for page in demo_pages(key):
        outcome = scraper.clean(page.body, url=page.url)
        explanation = explain_page(as_page(page.body, page.url or ""), SETTINGS)
        assert explanation.outcome == outcome
        check_same(explain_page(page, SETTINGS), clean_page(page, SETTINGS))


@pytest.mark.parametrize("key", SITE_KEYS)
def test_kept_blocks_are_the_cleaners_text_also_with_a_profile(key: str) -> None:
    site = demo_profile(key)
    for page in demo_pages(key):
        check_same(explain_page(page, SETTINGS, site=site), clean_page(page, SETTINGS, site=site))


@pytest.mark.parametrize("name", ODD_PAGES)
def test_odd_pages_are_explained_as_they_are_cleaned(name: str) -> None:
    page = as_page(ODD_PAGES[name])
    check_same(explain_page(page, SETTINGS), clean_page(page, SETTINGS))


def explain(html: str, site: KnownSite | None = None) -> Explanation:
    return explain_page(as_page(html.encode()), SETTINGS, site=site)


def find(explanation: Explanation, text: str) -> ExplainedBlock:
    return next(block for block in explanation.blocks if text in block.text)


def test_every_block_has_a_probability_a_path_and_what_mattered() -> None:
    block = find(explain(article_page()), "The council met on Tuesday")
    assert block.kept
    assert block.probability is not None
    assert block.probability > 0.9
    assert block.path == "body > main > article.article > div.article-body > p"
    assert block.seconded is True
    assert block.evidence is None
    effects = [abs(feature.effect) for feature in block.features]
    assert effects == sorted(effects, reverse=True)
    assert effects[0] > 0.3


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<ul class="menu"><li>Weather<li>Sport</ul>', StripReason.NAVIGATION),
        ('<aside class="related"><a href="/x">The bridge reopens</a></aside>', StripReason.TEASER),
        ('<div class="comments"><p>First!</p></div>', StripReason.COMMENT),
        ("<figure><figcaption>The quay at night</figcaption></figure>", StripReason.CAPTION),
        ('<div class="cookie-consent"><p>We value you</p></div>', StripReason.CONSENT),
        ("<div><p>Sign up for our newsletter</p></div>", StripReason.PLEA),
        ("<div class=social-sharing><a href=#>Post</a></div>", StripReason.SHARE),
        ("<div class=advert><p>Buy it</p></div>", StripReason.AD),
        ("<div><p>xyz 12</p></div>", StripReason.LOW_SCORE),
        ("<nav><p>All sections</p></nav>", StripReason.UNREAD),
    ],
)
def test_what_is_stripped_says_what_it_is(markup: str, reason: StripReason) -> None:
    page = article_page().replace("<aside", f"{markup}<aside", 1)
    blocks = explain(page).blocks
    first = next(place for place, block in enumerate(blocks) if "Nobody in the hall" in block.text) + 1
    assert (blocks[first].kept, blocks[first].reason) == (False, reason)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Subscribe to our newsletter", StripReason.PLEA),
        ("The story continues below this advertisement", StripReason.NOTICE),
        ("This video is not available without your consent.", StripReason.NOTICE),
        ("\u00a9 2026 Harbour News. All rights reserved.", StripReason.NOTICE),
    ],
)
def test_a_line_amid_the_text_is_told_by_the_rule_that_took_it_out(line: str, reason: StripReason) -> None:
    text = paragraphs()
    place = text.rindex("<p>")
    found = find(explain(article_page(f"{text[:place]}<p>{line}</p>{text[place:]}")), line)
    assert (found.kept, found.reason) == (False, reason)


def test_title_copy_and_empty_heading_are_told_apart() -> None:
    body = (
        paragraphs() + "<p>The vote is expected in the spring, and until then the gates, as the harbour master put it,"
    )
    body += " stay where they are: shut.</p><h2>What comes next in the harbour</h2>"
    blocks = explain(article_page(body)).blocks
    reasons = {block.text[:12]: block.reason for block in blocks}
    assert reasons["Harbour to s"] is StripReason.TITLE
    assert reasons["What comes n"] is StripReason.ORPHAN_HEADING
    copies = [block.reason for block in blocks if block.text.startswith("The vote")]
    assert copies == [None, StripReason.COPY]


def test_what_is_not_read_stands_in_its_place() -> None:
    page = (
        article_page()
        .replace("<main>", "<nav><a href=/a>Alpha</a></nav><main>")
        .replace("</body>", "<footer>Omega</footer></body>")
    )
    texts = [block.text for block in explain(page).blocks]
    assert texts.index("Weather") < texts.index("Alpha") < texts.index("Harbour to stay shut until spring")
    assert texts[-1] == "Omega"


def test_the_sites_evidence_is_told_and_moves_the_probability() -> None:
    plea = "<p>Our letter brings the three best stories of the valley to you every single morning, and it is free.</p>"
    pages = [
        article_page(
            f"<p>Story number {n} has words of its own, and {n} of them at least, in a row.</p>{plea}", f"Story {n}"
        )
        for n in range(6)
    ]
    prints = [
        fingerprint(as_page(page.encode(), f"https://news.example/{n}"), SETTINGS) for n, page in enumerate(pages)
    ]
    site = read_profile(learn_profile(found for found in prints if found))
    explanation = explain(article_page(paragraphs() + plea, "A seventh"), site)
    block = find(explanation, "Our letter")
    assert explanation.known == 6
    assert block.evidence is not None
    assert (block.evidence.others, block.evidence.is_template) == (6, True)
    assert (block.kept, block.reason) == (False, StripReason.REPEATED)
    assert block.probability is not None
    assert block.alone is not None
    assert block.probability < block.alone
    assert isinstance(explanation.outcome, Article)
    assert explanation.outcome.removed_words == len(block.text.split())


def test_a_page_that_is_no_article_shows_its_blocks_and_the_reason() -> None:
    page = as_page(SPECIAL_PAGES["/special/gone"].answer.body)
    explanation = explain_page(page, SETTINGS)
    assert isinstance(explanation.outcome, Skipped)
    assert (explanation.outcome.code, explanation.page_class) == (Reason.SOFT404, PageClass.SOFT404)
    assert explanation.blocks


def test_a_text_dump_is_explained_line_by_line() -> None:
    body = "\n\n".join(
        [
            "Menu",
            "* Home",
            "* Sport",
            "Harbour to stay shut",
            *[f"Sentence {n} of a story that goes on, and on, until it ends here." for n in range(6)],
            "Subscribe to our newsletter",
        ]
    )
    page = as_page(body.encode(), media_type="text/plain")
    explanation = explain_page(page, SETTINGS)
    check_same(explanation, clean_page(page, SETTINGS))
    assert find(explanation, "Subscribe").reason is StripReason.PLEA
    assert find(explanation, "Sentence 3").kept


def test_a_text_dump_is_explained_with_what_its_sites_other_files_say() -> None:
    def dump(name: str) -> Page:
        prose = [f"The {name} story has sentence {n}, which goes on for a while until it ends here." for n in range(6)]
        lines = [
            "Home",
            "News",
            "Sport",
            f"Harbour {name} stays shut",
            *prose,
            "Our paper is printed on Fridays and is free for all.",
        ]
        return Page(body="\n\n".join(lines).encode(), source=f"{name}.txt", media_type="text/plain")

    pages = [dump(name) for name in ("red", "green", "blue", "white", "black")]
    prints = [fingerprint(page, SETTINGS) for page in pages]
    site = read_profile(learn_profile(found for found in prints if found))
    explanation = explain_page(pages[0], SETTINGS, site=site)
    check_same(explanation, clean_page(pages[0], SETTINGS, site=site))
    assert find(explanation, "printed on Fridays").reason is StripReason.REPEATED
