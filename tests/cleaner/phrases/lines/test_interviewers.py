"""Who asked goes with the words for it; what somebody asked, led or heard is text."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

SIGNED = [
    "Propos recueillis par Awa Ndour et Paul Sarr",
    "Propos recueillis et traduits par Awa Ndour",
    "Entretien réalisé par Luc Morel",
    "Das Gespräch führte Ines Lohmeier.",
    "Die Fragen stellten Ines Lohmeier und Jan Peters",
    "Interview: geführt von Ines Lohmeier",
    "Rozmawiała Anna Wilk",
    "Беседовала Анна Волкова",
    "Suhbatdosh: Nodira Aliyeva",
    "Сұхбаттасқан – Ерлан Оспанов",
    "Razgovarala Ana Babić",
    "Röportaj: Elif Kaya",
]
SAID = [
    "Mit Ines Lohmeier sprach Jan Peters.",
    "Razgovor Babić Kovač",
    "Propos recueillis par les enquêteurs à Dakar",
    "Entretien réalisé par téléphone",
    "Das Gespräch führte zu nichts.",
    "Die Fragen stellten die Schüler selbst",
    "Rozmawiała z nim godzinę",
    "Беседовала с Анной до утра",
    "Razgovarala je s ministrom",
    "Interview by the River",
    "Interview door de telefoon",
    "Interview av ministeren",
    "Röportaj yaptığımız Elif Kaya",
]


@pytest.mark.parametrize("line", SIGNED)
def test_who_asked_goes_around_the_text(line):
    assert tell_line(line) is LineKind.AROUND


@pytest.mark.parametrize("line", SAID)
def test_what_else_was_asked_stays(line):
    assert tell_line(line) is None
