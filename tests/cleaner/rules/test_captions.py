import numpy as np
import pytest

from scraper.cleaner.rules.captions import drop_captions
from tests.cleaner.pages import SENTENCES, read


def test_captions_are_left_out_unless_they_tell_the_story():
    caption = "<figure><img src=a.jpg><figcaption>The harbour</figcaption></figure>"
    for html, kept in ((f"<p>{SENTENCES[0]}</p>{caption}", [True, False]), (caption * 2 + "<p>a</p>", [True] * 3)):
        blocks = read(html)
        words = np.array([len(text.split()) for text in blocks.text], np.float32)
        assert drop_captions(blocks, np.ones(len(words), np.bool_), words).tolist() == kept


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p><img src=a.jpg><b>▲港口封閉。</b></p>", False),
        ("<p><b>▼港口封閉。</b></p><p><img src=a.jpg></p>", False),
        ("<p><img src=a.jpg>▲港口封閉。<br>（圖／王小明）</p>", False),
        (
            "<p><img src=a.jpg>▲港口封閉。<br>▼碼頭上的居民在市政廳前等候，會議在晚上七點開始，港務局長沒有出席。</p>",
            False,
        ),
        # An element without paragraphs goes on below the caption's line.
        ("<p><img src=a.jpg>▲港口封閉。<br>港口位於城市的東部<br>碼頭長一百二十米<br>春季以前不會開放</p>", True),
        (f"<p><img src=a.jpg>▲{'居民在市政廳前等候，會議在晚上七點開始。' * 5}</p>", True),
        ("<p><b>▲김철수 부장</b></p>", True),  # an item of a list
        ("<p><img src=a.jpg>The harbour is shut.</p>", True),
    ],
)
def test_a_line_that_points_at_an_image_is_a_caption(html, kept):
    blocks = read(f"<p>{SENTENCES[0]}</p>{html}<p>{SENTENCES[1]}</p>")
    words = np.ones(3, np.float32)
    assert drop_captions(blocks, np.ones(3, np.bool_), words).tolist() == [True, kept, True]


BODY = f"<p>{' '.join(SENTENCES)}</p>"
ALT = "The mayor opens the pier of Nordhafen"


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{ALT}</p>",
        f"<p>{ALT}.</p>",
        f"<div>{ALT} (Photo: Anna Berg)</div>",
        f"<p>{ALT}. Anna Berg / Harbour Notes</p>",
        f"<p>{ALT} | Photo: Anna Berg</p>",
        "<p>The mayor opens the pier</p>",
    ],
)
def test_a_line_that_repeats_the_image_above_it_is_a_caption(line):
    assert not stays(line)
    assert stays(line, is_article=False)


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{ALT} today.</p>",
        f"<p>{ALT}, which was shut for two winters.</p>",
        f"<p>{ALT} (it was built in 1911) with a speech.</p>",
        f"<p>{ALT}. She had asked the state for nine million, and it gave four of them in the end, the council was told.</p>",
        f"<h2>{ALT}</h2>",
        f"<ul><li>{ALT}</ul>",
        f"<table><td>{ALT}</table>",
        f"<p><a href=/pier>{ALT}</a></p>",
        "<p>The mayor</p>",
        f"<p>{ALT}. It was shut for two winters.</p>",
        f"<p>{ALT}. “Nobody was glad.”</p>",
    ],
)
def test_what_goes_on_or_names_the_image_stays(line):
    assert stays(line)


@pytest.mark.parametrize(
    ("alt", "line"),
    [
        (f"{SENTENCES[2][:60]}...", f"<p>{SENTENCES[2]}</p>"),  # cut out of the paragraph
        (f"{SENTENCES[2][:60]}…", f"<p>{SENTENCES[2]}</p>"),
        ("Where do the swifts of Nordhafen nest?", "<p>Where do the swifts of Nordhafen nest?</p>"),
        ("“Not a cent for these cranes,” said the mayor", "<p>“Not a cent for these cranes,” said the mayor.</p>"),
    ],
)
def test_a_sentence_that_its_image_repeats_stays(alt, line):
    assert stays(line, alt)


def test_a_paragraph_in_the_element_of_its_image_stays():
    text = f"The gates are shut. {' '.join(SENTENCES)}"
    for inside in (f'<p><img alt="{ALT}">{ALT}.</p>', f'<p><a href=/big><img alt="{ALT}"></a> {ALT}.</p>'):
        assert all(kept_of(f"<p>{text}</p>{inside}<p>{text}</p>"))
    for above in (f'<p><img alt="{ALT}"></p><p>{ALT}.</p>', f'<div><img alt="{ALT}"><span>{ALT}.</span></div>'):
        assert not all(kept_of(f"<p>{text}</p>{above}<p>{text}</p>"))


@pytest.mark.parametrize(
    "item",
    [
        '<p><img alt="Step {0}: Peel the carrots and slice them"></p><p>Step {0}: Peel the carrots and slice them.</p>',
        '<div><img alt="Question {0}: the oldest harbour"><p>Question {0}: the oldest harbour</p><p>It is in Hull.</p></div>',
        '<p><img alt="{0}. Hull North Pier and Lighthouse"></p><p><b>{0}. Hull North Pier and Lighthouse</b></p><p>It was dug.</p>',
        '<div class=step><img alt=""><span class="step-caption">Peel {0} carrots and slice them with a sharp knife.</span></div>',
    ],
)
def test_steps_questions_and_names_of_a_list_stay_under_their_images(item):
    assert all(kept_of(BODY + "".join(map(item.format, range(1, 4))) + BODY))
    assert not all(kept_of(BODY + "".join(map(item.format, range(1, 3))) + BODY))


def test_wide_letters_count_for_more():
    assert not stays("<p>現場火光沖天，附近居民一度驚醒。（民眾提供）</p>", "現場火光沖天，附近居民一度驚醒。")
    assert stays("<p>現場火光</p>", "現場火光")


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<p class=wp-caption-text>The mayor opens it.</p>", False),
        ("<div class=photo-caption>The mayor opens it.</div>", False),
        ("<p class=media__description>The ferry at night</p>", False),
        ("<p class=media__description>The ferry sails again.</p>", True),
        ("<p class=description>The ferry at night</p>", True),
        ("<p class=tbl-caption>Ferries by year</p>", True),
        ("<p class=image>The ferry sails again.</p>", True),
        ("<div class=caption><p>The ferry sails again.</p></div>", True),
    ],
)
def test_a_line_whose_own_element_is_called_a_caption_is_one(line, is_kept):
    assert stays(line) is is_kept


@pytest.mark.parametrize(
    "line",
    [
        "<p class=photo-description>It was too late, said the mayor, “not even the swifts”</p>",
        "<p class=photo-description>The ferry sails again (as ever.)</p>",
        f"<p>{SENTENCES[2]}</p><p class=legende>The ferry sails again.</p>",  # far from the image
        f"<p>{SENTENCES[2]}</p><p class=caption-text>The ferry sails again.</p>",
    ],
)
def test_a_sentence_in_an_element_that_is_called_a_caption_stays(line):
    assert stays(line)


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<p class=slide-caption>The ferry sails again.</p>", True),
        ("<p class=photo-description>The ferry at night</p>", True),
        ("<p class=video-description>The ferry sails, said the mayor (in grey)</p>", True),
        ("<p class=video-description>The ferry sails again.</p>", True),
        ("<p class=video-description>The ferry at night</p>", False),
    ],
)
def test_on_a_page_without_images_only_the_description_of_what_is_played_goes(line, is_kept):
    assert all(kept_of(f"{BODY}{line}{BODY}")) is is_kept


def test_a_line_further_below_stays():
    assert stays(f"<p>{ALT}</p>", before=f"<p>{SENTENCES[2]}</p>")


@pytest.mark.parametrize(
    ("between", "caption", "is_kept"),
    [
        ("<button>+3</button><span>View gallery</span>", f"<p>{ALT}</p>", False),
        (
            "<button>+3</button><p>View gallery</p>",
            "<p class=image-caption>The mayor, whom they call ‘the swift’</p>",
            False,
        ),
        ("<button>+3</button>", f"<p>{SENTENCES[2]}</p>", True),
        ("<h2>The gates</h2>", f"<p>{ALT}</p>", True),
        (f"<p>{SENTENCES[3]}</p>", f"<p>{ALT}</p>", True),
        ("<p>1</p><p>2</p><p>3</p><p>4</p>", f"<p>{ALT}</p>", True),
    ],
)
def test_a_caption_may_stand_under_the_buttons_of_its_image(between, caption, is_kept):
    blocks = read(f'{BODY}<div><img alt="{ALT}"><div>{between}</div>{caption}</div>{BODY}')
    words = np.array([len(text.split()) for text in blocks.text], np.float32)
    keep = np.ones(len(words), np.bool_)
    keep[1:-2] = False
    assert drop_captions(blocks, keep, words, is_article=True).tolist() == [True, *keep[1:-2], is_kept, True]


def test_what_a_gallery_tells_under_its_buttons_stays():
    tale = " ".join(SENTENCES[:2])
    blocks = read(f'{BODY}<div><img alt="{tale}"><button>1/2</button><p>{tale}</p></div>{BODY}')
    keep = np.array([True, False, True, True])
    assert drop_captions(blocks, keep, np.array([99, 2, 40, 99], np.float32), is_article=True).tolist() == keep.tolist()


def test_a_story_told_in_pictures_keeps_its_captions():
    blocks = read(f"<p>{SENTENCES[0]}</p>" + "".join(f'<img alt="{text}"><p>{text}</p>' for text in SENTENCES[1:]))
    words = np.ones(len(blocks.text), np.float32)
    assert drop_captions(blocks, np.ones(len(words), np.bool_), words, is_article=True).all()


def kept_of(html: str) -> list[bool]:
    blocks = read(html)
    words = np.array([len(text.split()) for text in blocks.text], np.float32)
    kept: list[bool] = drop_captions(blocks, np.ones(len(words), np.bool_), words, is_article=True).tolist()
    return kept


def stays(line: str, alt: str = ALT, before: str = "", *, is_article: bool = True) -> bool:
    blocks = read(f'<p>{SENTENCES[0]}</p><img alt="{alt}">{before}{line}<p>{SENTENCES[1]}</p>')
    words = np.array([len(text.split()) for text in blocks.text], np.float32)
    kept = drop_captions(blocks, np.ones(len(words), np.bool_), words, is_article=is_article)
    return bool(kept.all())


CAPTION = "The mayor and the harbour master on the quay, where the ferry lay for two winters. Photo: Anna Berg"


@pytest.mark.parametrize(
    "box",
    [
        f"<table align=right><tr><td><img src=a.jpg></td></tr><tr><td><font size=1>{CAPTION}</font></td></tr></table>",
        f"<dl class=doc><dt><img src=a.jpg></dt><dt><b>The quay</b></dt><dd>{CAPTION}</dd></dl>",
        f"<figure><div><img src=a.jpg></div><div><div>{CAPTION}</div></div></figure>",
        f"<p align=center><img src=a.jpg><br><i>{CAPTION}</i></p>",
        f"<div><div><img src=a.jpg></div><p><em>{CAPTION}</em></p></div>",
    ],
)
def test_lines_in_a_box_with_an_image_or_in_italics_under_it_are_captions(box):
    assert not any(kept_of(BODY + box + BODY)[1:-1])
    assert stays(box, is_article=False)
    assert all(kept_of(BODY + box * 3 + BODY))  # steps, a story of pictures


NOTE = "Ada Berg spent a year on the quay. This is what she saw there."


@pytest.mark.parametrize(
    "box",
    [
        f"<div><img src=a.jpg><p><em>{NOTE}</em></p></div>",
        "<table><tr><td><img src=a.jpg><p>The gates of the quay are shut.</p><p>Nobody is glad.</p></td></tr></table>",
        f"<dl><dt><img src=a.jpg></dt><dd>{NOTE}</dd></dl>",
        "<figure><img src=a.jpg><p>Stir it for an hour.</p></figure><figure><img src=b.jpg><p>Bake it.</p></figure>",
        "<p><img src=a.jpg><i>船は出ない。市長は黙っている。</i></p>",
    ],
)
def test_several_sentences_under_an_image_stay(box):
    assert all(kept_of(BODY + box + BODY))


@pytest.mark.parametrize("credit", [" Photo: Anna Berg", " (A. Berg)"])
def test_several_sentences_with_a_credit_or_called_a_caption_go(credit):
    assert not all(kept_of(f"{BODY}<div><img src=a.jpg><p><em>{NOTE}{credit}</em></p></div>{BODY}"))
    assert not all(kept_of(f"{BODY}<figure><img src=a.jpg><p class=caption-text>{NOTE}</p></figure>{BODY}"))


def test_a_sentence_in_italics_above_all_prose_is_the_standfirst():
    lead = "<div><img src=a.jpg><p><i>The gates of the quay are shut for good.</i></p></div>"
    assert all(kept_of(lead + BODY + BODY))
    assert not all(kept_of(BODY + lead + BODY))
    assert not all(kept_of(lead.replace(" for good.", "") + BODY + BODY))


@pytest.mark.parametrize(
    "box",
    [
        f"<table><tr><td><img src=a.jpg><p>{' '.join(SENTENCES)}</p></td></tr></table>",  # lays out the page
        f"<table><tr><td>{CAPTION}</td></tr><tr><td><img src=a.jpg></td><td>1911</td></tr></table>",
        f"<figure><img src=a.jpg><blockquote>{CAPTION}</blockquote></figure>",
        f"<figure><img src=a.jpg><h2>{CAPTION}</h2></figure>",
        f"<figure><img src=a.jpg><p><a href=/quay>{CAPTION}</a></p></figure>",
        f"<div><img src=a.jpg><p>{CAPTION}</p></div>",
        "<p><img src=a.jpg><i>And what if the gates stay shut?</i></p>",
        f"<p><img src=a.jpg><i>The mayor</i> and {CAPTION}</p>",
        f"<div><img src=a.jpg></div><div><div><p><i>{CAPTION}</i></p></div></div>",
    ],
)
def test_other_lines_in_the_element_of_an_image_stay(box):
    assert all(kept_of(BODY + box + BODY))


def test_what_stands_below_a_credit_in_the_element_of_an_image_is_a_caption():
    box = "<div class=pic><a href=/big><img src=a.jpg></a><div class=copyright>Port</div><p>The crane at its pier.</p></div>"
    assert kept_of(BODY + box) == [True, False, False]
    assert all(kept_of(BODY + box.replace("copyright", "name")))
    assert all(kept_of(BODY + box.replace("<p>", "<h3>Who lifts</h3><p>")))
    assert all(kept_of(BODY + box * 3))
