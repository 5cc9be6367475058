"""What must not fool a site profile: each trap of the brief on small pages."""

import numpy as np
import pytest

from scraper.cleaner.profile import (
    BlockHashes,
    SiteView,
    apply_profile,
    fingerprint_page,
    hash_lines,
    is_template_line,
    learn_profile,
    merge_profiles,
    profile_evidence,
    read_profile,
)
from scraper.cleaner.text_dump import read_text_page, split_lines
from scraper.records import SiteProfile
from tests.cleaner.profile.site_pages import MENU, NOTICE, PLEA, WORDS, Saved, article, body, saved, sentence, title

NAMES = ("mill", "light", "ferry", "school", "market")
OLD_TEMPLATE = {*MENU, f"Old: {PLEA}", f"Old: {NOTICE}"}


def learn(*pages: Saved) -> SiteProfile:
    return learn_profile(page.fingerprint for page in pages)


def site_with(*more: Saved) -> SiteProfile:
    return learn(*(saved(name) for name in NAMES), *more)


def test_menu_plea_and_notice_are_template_and_the_article_is_not() -> None:
    assert saved("mill").template(site_with()) == OLD_TEMPLATE


def test_a_page_that_the_profile_has_not_seen_is_told_apart_as_well() -> None:
    assert saved("orchard").template(site_with()) == OLD_TEMPLATE


def test_a_site_of_one_page_shows_nothing() -> None:
    page = saved("mill")
    assert page.template(learn(page)) == set()
    assert page.evidence(learn(page)).known == 0
    assert page.template(SiteProfile()) == set()


def test_a_site_of_two_pages_shows_its_template() -> None:
    assert saved("mill").template(learn(saved("mill"), saved("light"))) == OLD_TEMPLATE


@pytest.mark.parametrize(
    "copy",
    [
        Saved("mill", article("mill"), key="mill-2.html"),
        Saved("mill", article("mill", [*body("mill"), "Correction: the mill has four sails."]), key="mill?again"),
        Saved("mill", article("mill", theme="amp"), key="/amp/mill"),
        Saved(
            "mill", "<body>" + "".join(f"<p>{text}</p>" for text in body("mill")), key="/print/mill", headline="Print"
        ),
        Saved("mill", article("mill", body("mill")[3:]), key="/mill/2"),
    ],
    ids=["saved twice", "fetched again with a correction", "AMP", "print", "second part"],
)
def test_a_copy_of_the_article_is_no_other_article(copy: Saved) -> None:
    page = saved("mill")
    assert page.template(site_with(copy)) == OLD_TEMPLATE
    assert copy.evidence(site_with(copy)).known == len(NAMES) - 1


def test_parts_of_an_article_do_not_make_template_of_its_introduction() -> None:
    intro = sentence("intro") + " " + sentence("intro too")
    parts = [
        Saved("mill", article("mill", [intro, *body(f"mill{part}")]), key=f"/mill?page={part}") for part in range(4)
    ]
    profile = site_with(*parts)
    assert intro not in parts[0].template(profile)
    assert parts[0].evidence(profile).known == len(NAMES) - 1


def test_a_wire_story_run_again_under_another_headline_is_the_same_article() -> None:
    again = Saved("wire", article("wire", body("mill")), key="/wire")
    assert saved("mill").template(site_with(again)) == OLD_TEMPLATE


def test_what_other_sites_say_is_not_asked() -> None:
    wire = saved("mill")
    profiles = [learn(wire, Saved(f"own{site}", article(f"own{site}", theme=f"t{site}"))) for site in range(3)]
    for profile in profiles:
        assert not wire.template(profile) & set(body("mill"))


def test_a_series_introduction_inside_the_body_stays() -> None:
    intro = "This story belongs to our series on the people who keep the valley going through the long winter."
    series = [Saved(name, article(name, [intro, *body(name)])) for name in ("baker", "smith", "nurse")]
    profile = site_with(*series)
    assert intro not in series[0].template(profile)
    assert series[0].evidence(profile).others_here.max() >= 2


def test_a_correction_notice_inside_the_body_stays() -> None:
    notice = "An earlier version of this story had a wrong number in its first paragraph; we have corrected it."
    corrected = [Saved(name, article(name, [*body(name), notice])) for name in ("baker", "smith")]
    assert notice not in corrected[0].template(site_with(*corrected))


def test_a_plea_inside_every_body_is_template() -> None:
    pages = [Saved(name, article(name, [*body(name)[:3], PLEA, *body(name)[3:]])) for name in NAMES]
    assert PLEA in pages[0].template(learn(*pages))


def test_a_highlighted_menu_item_is_template() -> None:
    pages = [saved(name, current=entry) for name, entry in zip(NAMES, MENU, strict=True)]
    assert pages[1].template(learn(*pages)) == OLD_TEMPLATE


def test_counters_and_relative_dates_do_not_hide_template() -> None:
    def page(name: str, number: int) -> Saved:
        box = (
            f"<div class=box><p>The most read stories of the last {number} hours, with {number * 7} comments in all</p>"
        )
        box += (
            f"<p>Updated {number} minutes ago by the desk</p><p>Page view {number * 313} of this story today</p></div>"
        )
        return Saved(name, article(name, extra=box))

    pages = [page(name, number + 2) for number, name in enumerate(NAMES)]
    found = pages[0].template(learn(*pages))
    assert len(found - OLD_TEMPLATE) == 3


def test_the_first_paragraph_is_no_template_for_being_teased_elsewhere() -> None:
    teaser = f"<div class=related><h3>{title('mill')}</h3><p>{body('mill')[0]}</p></div>"
    others = [Saved(name, article(name, extra=teaser)) for name in ("baker", "smith", "nurse", "tailor")]
    profile = site_with(*others)
    page = saved("mill")
    assert body("mill")[0] not in page.template(profile)
    assert body("mill")[0] in others[0].template(profile)


def test_teasers_between_the_paragraphs_are_template_and_the_paragraphs_are_not() -> None:
    def page(name: str, other: str) -> Saved:
        card = f"</p><div class=card><h3>{title(other)}</h3><p>{sentence(other + ' teaser')}</p></div><p>Advertisement"
        return Saved(name, article(name, [*body(name)[:3], card, *body(name)[3:]]))

    pages = [page(name, other) for name, other in zip(NAMES, ("light", "mill", "mill", "light", "mill"), strict=True)]
    found = pages[2].template(learn(*pages))
    assert {title("mill"), sentence("mill teaser"), "Advertisement"} <= found
    assert not found & set(body("ferry"))


def test_a_teaser_is_known_by_the_headline_of_another_article() -> None:
    page = Saved("baker", article("baker", extra=f"<div class=related><h3>{title('mill')}</h3></div>"))
    titled = page.evidence(site_with(page)).titled
    assert [page.blocks.text[place] for place in np.flatnonzero(titled)] == [title("mill")]


def teased(*names: str, sentences: bool = True) -> str:
    """A box of teasers of articles."""
    cards = []
    for name in names:
        under = f"<p class=lead>{sentence(f'{name} teaser')}</p>" if sentences else ""
        cards.append(f"<li class=card><h3><a href=/{name}>{title(name)}</a></h3>{under}</li>")
    return f"<ul class=cards>{''.join(cards)}</ul>"


def boxed(name: str, *names: str, sentences: bool = True) -> Saved:
    return Saved(name, article(name, extra=teased(*names, sentences=sentences)))


RING = (*NAMES, *NAMES[:2])


def ring(*, sentences: bool = True) -> list[Saved]:
    """Articles that tease the next two each, as boxes name neighbours in time."""
    return [boxed(name, *RING[place + 1 : place + 3], sentences=sentences) for place, name in enumerate(NAMES)]


def test_teasers_of_articles_that_nobody_knows_are_told_by_their_place() -> None:
    page = boxed("baker", "smith", "nurse")
    assert page.template(learn(*ring())) == {
        *OLD_TEMPLATE,
        *(text for name in ("smith", "nurse") for text in (title(name), sentence(f"{name} teaser"))),
    }
    assert page.template(learn(*ring()[:2])) == OLD_TEMPLATE  # two pages with teasers are too few


def test_links_of_the_articles_own_and_headings_that_are_no_links_stay_in_spite_of_teasers() -> None:
    own = "<ul class=sources><li><a href=/map>Map of the new bridges along the river</a></li></ul>"
    heading = "The bridges that were never built"
    page = Saved("baker", article("baker", extra=f"<ul class=cards><li class=card><h3>{heading}</h3></li></ul>{own}"))
    assert page.template(learn(*ring())) == OLD_TEMPLATE


def test_paragraphs_after_teasers_stay_also_where_the_next_article_repeats_all_paragraphs() -> None:
    def endless(name: str, teaser: str, after: str) -> Saved:
        card = f"</p>{teased(teaser, sentences=False)}<p>"
        paragraphs = "".join(f"<p>{text}</p>" for text in body(after))
        again = f"<div class=old-story><h2>{title(after)}</h2><div class=old-body>{paragraphs}</div></div>"
        return Saved(name, article(name, [*body(name)[:2], card, *body(name)[2:]], extra=again))

    pages = [endless(name, RING[place + 2], RING[place + 1]) for place, name in enumerate(NAMES)]
    page = Saved(
        "baker",
        article("baker", [*body("baker")[:2], f"</p>{teased('smith', sentences=False)}<p>", *body("baker")[2:]]),
    )
    found = page.template(learn(*pages))
    assert title("smith") in found
    assert not found & set(body("baker"))
    short = Saved("smith", article("smith", [f"</p>{teased('nurse', sentences=False)}<p>{body('smith')[0]}"]))
    assert title("nurse") in short.template(learn(*pages))
    assert body("smith")[0] not in short.template(learn(*pages))


def test_a_line_that_all_have_in_one_box_or_another_is_template_between_texts_of_the_page_too() -> None:
    lines = ["The ferry is late again today", "Rain is expected until Friday night", "The market opens an hour early"]
    pages = []
    for at, name in enumerate(NAMES[:3]):
        first = f"<div class=late><p>{lines[at]}</p></div>"
        rest = "".join(f"<div class=early><p>{line}</p></div>" for line in lines if line != lines[at])
        pages.append(
            Saved(name, article(name, extra=f"{first}{rest}<div class=says><p>{sentence(f'{name}/own')}</p></div>"))
        )
    found = pages[0].template(learn(*pages))
    assert set(lines) <= found
    assert not found & {*body(NAMES[0]), sentence(f"{NAMES[0]}/own")}


def test_the_first_words_of_an_article_stay_under_links_to_others() -> None:
    def page(name: str, *names: str) -> Saved:
        start = f"<p class=standfirst>{sentence(f'{name} standfirst')}</p>"
        return Saved(name, article(name, extra=teased(*names, sentences=False) + start))

    pages = [page(name, *RING[place + 1 : place + 3]) for place, name in enumerate(NAMES)]
    own = page("baker", "smith", "nurse")
    assert own.template(learn(*pages)) == {*OLD_TEMPLATE, title("smith"), title("nurse")}


def test_the_first_paragraph_stays_under_a_link_to_another_article_though_lists_show_it() -> None:
    def page(name: str, other: str) -> Saved:
        link = f"<div class=see><a href=/{other}>{title(other)}</a></div><div class=old-body>"
        return Saved(name, article(name).replace("<div class=old-body>", link))

    def front(number: int) -> Saved:
        cards = "".join(
            f"<div class=card><h2>{title(name)}</h2><p>{body(name)[0]}</p></div>" for name in NAMES[number:]
        )
        return Saved(f"list {number}", f"<body><div class=cards>{cards}</div></body>")

    pages = [page(name, other) for name, other in zip(NAMES, RING[1:], strict=False)]
    fronts = [front(number) for number in range(3)]
    found = pages[4].template(learn(*pages, *fronts))
    assert title("mill") in found
    assert not set(body("market")) & found
    assert body("market")[0] in fronts[0].template(learn(*pages, *fronts))


def dated(day: int, *paragraphs: str) -> Saved:
    return Saved(f"day {day}", article(f"day {day}", [*body(f"day {day}", 2), *paragraphs]), day=day)


def test_a_sentence_that_most_articles_of_its_time_have_within_the_body_is_template() -> None:
    plea, later = "Old support: " + PLEA, "New support: " + PLEA
    pages = [dated(day, plea if day <= 60 else later) for day in range(1, 171)]
    profile = learn_profile((page.fingerprint for page in pages), 512)
    for day, text in ((30, plea), (58, plea), (63, later), (165, later)):
        assert text in pages[day - 1].template(profile)


@pytest.mark.parametrize(("begin", "end"), [(100, 110), (166, 171)])
def test_the_introduction_of_a_series_is_none_also_on_a_large_site(begin: int, end: int) -> None:
    intro = "Series: " + NOTICE
    pages = [dated(day, *([intro] if begin <= day < end else [])) for day in range(1, 171)]
    profile = learn_profile((page.fingerprint for page in pages), 512)
    assert not any(intro in page.template(profile) for page in pages)


def test_a_page_that_was_saved_on_many_days_is_read_as_its_latest_save() -> None:
    old = [Saved(name, article(name, [*body(name), NOTICE]), day=day) for day in (1, 2) for name in NAMES]
    new = [Saved(name, article(name), day=3) for name in NAMES]
    known = learn_profile((page.fingerprint for page in (*old, *new)), 5, 100)
    assert len(known.pages) > 5
    for one, other in zip(new[0].figures(known), new[0].figures(learn(*new)), strict=True):
        assert np.array_equal(one, other)


def test_a_new_theme_is_learned_within_three_pages() -> None:
    old = [Saved(word, article(word), day=100) for word in WORDS[:20]]
    new = [Saved(name, article(name, theme="new"), day=200) for name in ("baker", "smith", "nurse")]
    found = new[2].template(learn(*old, *new))
    assert found == {*MENU, f"New: {PLEA}", f"New: {NOTICE}"}
    assert old[3].template(learn(*old, *new)) == OLD_TEMPLATE


def test_the_old_theme_fades_when_the_profile_is_full() -> None:
    old = [saved(name).fingerprint for name in NAMES]
    new = [Saved(word, article(word, theme="new"), day=1).fingerprint for word in WORDS[:4]]
    assert set(learn_profile([*old, *new], max_pages=4).pages) == set(new)


def test_pages_without_a_headline_are_not_one_article() -> None:
    pages = [Saved(name, article(name), headline="Valley Courier") for name in NAMES]
    assert pages[0].template(learn(*pages)) == OLD_TEMPLATE


def test_profiles_of_two_halves_say_what_the_whole_says() -> None:
    pages = [saved(name) for name in NAMES]
    halves = merge_profiles([learn(*pages[:2]), learn(*pages[2:])])
    for one, other in zip(pages[0].figures(halves), pages[0].figures(learn(*pages)), strict=True):
        assert np.array_equal(one, other)


def test_a_page_without_blocks_is_asked_about_without_harm() -> None:
    page = Saved("empty", "<body></body>")
    assert len(profile_evidence(page.hashes, page.fingerprint, read_profile(site_with())).others) == 0


def test_a_page_that_goes_on_with_the_next_article_keeps_only_its_own() -> None:
    def endless(name: str, after: str) -> Saved:
        story = "".join(f"<p>{text}</p>" for text in body(after))
        return Saved(
            name,
            article(name, extra=f"<div class=old-story><h2>{title(after)}</h2><div class=old-body>{story}</div></div>"),
        )

    pages = [endless(name, after) for name, after in zip(NAMES, (*NAMES[1:], NAMES[0]), strict=True)]
    profile = learn(*pages)
    for page, name, after in zip(pages, NAMES, (*NAMES[1:], NAMES[0]), strict=True):
        found = page.template(profile)
        assert set(body(after)) <= found
        assert not set(body(name)) & found


def test_reports_that_end_alike_are_no_part_of_each_other_though_one_names_the_other() -> None:
    formulas = [sentence(f"formula {part}") for part in range(3)]
    short = Saved("mill", article("mill", [*body("mill", 3), *formulas]))
    long = Saved("light", article("light", [*body("light", 5), *formulas], extra=teased("mill", sentences=False)))
    profile = learn(short, long, *(saved(name) for name in NAMES[2:]))
    assert title("mill") in long.template(profile)
    assert not set(formulas) & long.template(profile)


def test_a_page_that_has_its_text_below_a_notice_is_not_taken_for_what_a_list_of_whole_articles_shows() -> None:
    notice = f"<p>{sentence('notice')} {sentence('notice too')} {sentence('notice again')}</p>"
    stories = "".join(f"<div class=old-body><p>{'</p><p>'.join(body(name))}</p></div>" for name in NAMES[:3])
    whole = Saved("list", f"<body class=home>{stories}</body>", headline="Valley Courier")
    pages = [
        Saved(name, article(name, extra="<p class=name>Valley Courier</p>").replace("<h1>", f"{notice}<h1>"))
        for name in NAMES
    ]
    evidence = pages[0].evidence(learn(whole, *pages))
    assert evidence.titled.any()
    assert not evidence.borrowed.any()


def test_the_probability_of_template_is_lowered_and_of_nothing_else() -> None:
    page = saved("mill")
    view = page.view(site_with())
    sure = np.full(len(page.hashes.words), 0.9, np.float32)
    judged = apply_profile(sure, view)
    marks = view.template
    assert (judged[marks] < 0.5).all()
    assert (judged[~marks] == sure[~marks]).all()


def test_a_long_paragraph_that_all_of_three_pages_have_is_template_though_the_model_is_sure_of_it() -> None:
    plea = f"<p>{sentence('plea')} {sentence('support')}</p><p>{sentence('us')}</p>"
    pages = [Saved(name, article(name).replace("</div></div>", f"{plea}</div></div>", 1)) for name in NAMES[:3]]
    view = pages[0].view(learn(*pages))
    sure = apply_profile(np.full(len(pages[0].blocks.text), 0.955, np.float32), view)
    told = dict(zip(pages[0].blocks.text, sure.tolist(), strict=True))
    assert told[f"{sentence('plea')} {sentence('support')}"] < 0.2
    assert 0.2 < told[sentence("us")] < 0.7  # shorter ones need more pages
    assert told[body("mill")[0]] == pytest.approx(0.955)


def test_probabilities_of_nought_and_one_are_no_trouble() -> None:
    page = saved("mill")
    view = page.view(site_with())
    for edge in (0.0, 1.0):
        judged = apply_profile(np.full(len(page.hashes.words), edge, np.float32), view)
        assert np.isfinite(judged).all()
        assert ((judged >= 0) & (judged <= 1)).all()


def test_lines_of_text_dumps_are_known_by_the_dumps_of_the_same_site() -> None:
    def dump(name: str) -> str:
        return "\n".join(["Valley Courier", title(name), *body(name), PLEA, *body(name + " end", 2), NOTICE])

    def read(text: str) -> tuple[list[str], BlockHashes]:
        lines = split_lines(text)
        return [line.text for line in lines], hash_lines(
            [line.text for line in lines], ["item" if line.is_item else "line" for line in lines]
        )

    pages = {name: read(dump(name)) for name in NAMES}
    prints = {name: fingerprint_page(hashes, key=name, title=title(name)) for name, (_, hashes) in pages.items()}
    site = read_profile(learn_profile(prints.values()))
    texts, hashes = pages["mill"]
    marks = is_template_line(SiteView(hashes, profile_evidence(hashes, prints["mill"], site)))
    assert {texts[place] for place in np.flatnonzero(marks)} == {"Valley Courier", PLEA, NOTICE}
    kept = [part.text for part in read_text_page(dump("mill"), list(marks)).paragraphs]
    assert kept == [*body("mill"), *body("mill end", 2)]
