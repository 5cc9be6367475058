"""An address, a desk's initials or an agency's name under the text goes; other short lines stay."""

import pytest

from scraper import clean
from scraper.cleaner.phrases.lines.reporters_marks import is_reporters_mark
from scraper.cleaner.rules.lines import MAX_MARKS
from tests.cleaner.pages import SENTENCES, article_page, paragraphs


def test_a_paper_and_its_agency_are_a_mark():
    assert is_reporters_mark("Le Monde avec AFP")
    assert not any(map(is_reporters_mark, ("Paris négocie avec AFP", "Interview mit Reuters", "Entrevista con EFE")))


@pytest.mark.parametrize(
    "line",
    [
        *("오세훈 기자 osh@news.example", "jmhan@news.example", "Contact: editor@news.example", "(rzk/idh)"),
        *(
            "(Beta)",
            "Autor: TASR",
            "SDA/aes",
            "(sda)",
            "(Танјуг)",
            "SPT–FNB",
            "– BERNAMA",
            "(ಪಿಟಿಐ)",
            "–ಪಿಟಿಐ",
            "(പിടിഐ)",
            "(పీటీఐ)",
            "(பிடிஐ)",
            "(પીટીઆઈ)",
            "(اے پی پی)",
            "(रासस)",
            "(रॉयटर्स)",
            "(රොයිටර්)",
            "(पीटीआय)",
            "(ਪੀ.ਟੀ.ਆਈ.)",
            "(ANSA).",
            "(Adnkronos)",
            "(Belga)",
            "– PA",
            "– Reuters",
            "(APA, red, 1.3.2024)",
            "dpa/mbo",
        ),
        *("(MTI)", "TT", "dpa", "(rn, PAP)", "Sursa: Agerpres", "(AFP/Reuters)", "Πηγή: ΑΠΕ-ΜΠΕ"),
    ],
)
def test_a_reporters_address_or_initials_under_the_text_are_no_content(line):
    assert is_reporters_mark(line)
    assert line not in clean(article_page(paragraphs() + f"<p>{line}</p>")).text


@pytest.mark.parametrize(
    "line",
    [
        *("tt", "The AP has it", "(PAP is a party)", "Apa?", "Срна", "Aa!", "An agency"),
        *(
            "PA",
            "in PA",
            "Road MAP",
            "Airline: TAP",
            "Winner: Turan",
            "Song: Beta",
            "Client: Reuters",
            "N1",
            "vs. CP",
            "Beta!",
        ),
    ],
)
def test_other_short_lines_are_no_marks(line):
    assert not is_reporters_mark(line)


def test_one_reporter_s_initials_are_a_mark_as_the_last_line():
    assert is_reporters_mark("(ipr)", is_last=True)
    assert not any(is_reporters_mark(line, is_last=True) for line in ("(error)", "(123)", "(He)", "ipr"))
    assert not is_reporters_mark("(ipr)")
    text = clean(article_page("<p>(body)</p>" + paragraphs() + "<p>(ipr)</p>")).text
    assert text.endswith("done twice before.")


@pytest.mark.parametrize("line", ["mgr/ krz/", "【中野航】", "누리방송 오민재입니다.", "YTN 홍길동입니다."])
def test_who_signs_is_a_mark_as_the_last_line(line):
    assert is_reporters_mark(line, is_last=True)
    assert not is_reporters_mark(line)
    page = article_page(f"{paragraphs(SENTENCES[:3])}<p>{line}</p>{paragraphs(SENTENCES[3:])}<p>{line}</p>")
    assert clean(page).text.split("\n\n") == [*SENTENCES[:3], line, *SENTENCES[3:]]


@pytest.mark.parametrize("line", ["BTS 정국입니다", "가짜뉴스 때문입니다.", "和/或", "no", "【1】", "and/or"])
def test_other_last_lines_are_no_marks(line):
    assert not is_reporters_mark(line, is_last=True)


def test_addresses_that_an_article_lists_are():
    lines = [f"<p>council{number}@harbour.example</p>" for number in range(MAX_MARKS + 1)]
    assert clean(article_page(paragraphs() + "".join(lines))).text.count("@") == len(lines)
    assert not is_reporters_mark("Write to osh@news.example. She reads it all herself, as the mayor says.")
