from benchmarks.sets import SetPage
from benchmarks.training.written import FOLDERS, WRITTEN_SHARE, read_written_page, written_pages

PROSE = "The crane on the old pier was painted over night, and nobody on the island will say who held the brush."
MENU = "Weather Ferries Tides Letters"
PAGE = f"<title>Pier Post</title><body><td>{MENU}</td><td><p>{PROSE}</p></td>"


def test_a_written_page_is_labelled_by_its_truth_counts_less_and_teaches_no_class_words():
    page = read_written_page(SetPage(id="pier-1", body=PAGE.encode(), url="https://pier.example/1", text=PROSE))
    assert page is not None
    assert dict(zip(page.blocks.text, page.labels.tolist(), strict=True)) == {MENU: 0.0, PROSE: 1.0}
    assert page.share == WRITTEN_SHARE < 1
    assert len(page.inserted) == len(page.blocks.text)
    assert not page.inserted.any()


def test_a_page_without_a_truth_teaches_nothing():
    assert read_written_page(SetPage(id="pier-1", body=PAGE.encode(), url=None)) is None


def test_the_sets_that_are_fitted_are_there_and_the_others_are_left_alone():
    pages = list(written_pages())
    assert FOLDERS == ("archives", "forms")
    assert len(pages) == len({page.id for page in pages}) == 237 + 112
    assert all(page.text for page in pages)
