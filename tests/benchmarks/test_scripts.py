from benchmarks.pseudo_languages import PSEUDO_LANGUAGES
from benchmarks.scripts import ORIGINAL, language_of, measure_scripts, rewrite_page, score_languages
from benchmarks.sets import LabelledSet, SetPage
from tests.cleaner.pages import SENTENCES, article_page

PAGE = SetPage(id="1", body=article_page().encode(), url="https://news.example/1", text="\n\n".join(SENTENCES))


def test_an_easy_page_is_clean_in_every_language():
    scores = score_languages(PAGE, unseen=False)
    assert [score.language for score in scores] == [ORIGINAL, *(language.name for language in PSEUDO_LANGUAGES)]
    assert all((score.ours.f1 or 0) > 0.97 for score in scores)


def test_a_page_is_rewritten_with_its_truth():
    chinese = next(language for language in PSEUDO_LANGUAGES if language.name == "Chinese")
    page = rewrite_page(PAGE, chinese)
    assert (page.id, page.url) == (PAGE.id, PAGE.url)
    assert "council" not in page.body.decode()
    assert len((page.text or "").split()) == sum(len(sentence.split()) for sentence in SENTENCES)


def test_a_language_is_told_by_its_script_and_else_by_the_page():
    def page(said: str, lang: str) -> SetPage:
        return SetPage(id="1", body=f'<html class="a" lang="{lang}"><p>'.encode(), present=(said,))

    assert language_of(page("新しい港が市内に開港", "en")) == "kana"
    assert language_of(page("新港口在城市开放", "en")) == "Han"
    assert language_of(page("Neuer Hafen", "de-AT")) == "de"
    assert language_of(page("Neuer Hafen", "")) == "not named"


def test_the_tables_have_a_row_for_each_language():
    labelled = LabelledSet(name="set", layout="wcxb", trained_on=False, pages=(PAGE,))
    table = measure_scripts(labelled)[0].splitlines()
    assert len(table) == 2 + 1 + len(PSEUDO_LANGUAGES)
    snippets = SetPage(id="2", body=PAGE.body, present=(SENTENCES[0],), absent=("Another story",))
    rows = measure_scripts(LabelledSet(name="set", layout="snippets", trained_on=False, pages=(snippets,) * 3))[0]
    assert "| en | 3 | 1.0000 | 1.0000 | 1.0000 |" in rows
