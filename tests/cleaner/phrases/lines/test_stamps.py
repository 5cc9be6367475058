"""A line that says when a text came out or was changed goes; what was done on a day stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

STAMPS = [
    "Aktualisiert am 14.03.2024 - 12:30",
    "Oppdatert 14. mars 2024 kl. 12.30",
    "Sist oppdatert 14.03.2024",
    "Opdateret 14. marts 2024 kl. 12.30",
    "Päivitetty 14.3.2024 12:30",
    "Aktualizováno 14. března 2024 12:30",
    "Actualizat: 14.03.2024, 12:30",
    "Обновлено 12 марта",
    "Оновлено 12 березня",
    "Updated: 18:42, 14 March 2026",
    "Updated Feb. 27, 2025",
    "Updated 5 hours ago",
    "Güncelleme Tarihi: Ekim 19, 2025 23:41",
    "Uppdaterad 2024-05-01 kl 09.11",
    "Aktualizováno: 18. 9. 11:45",
]
STATEMENTS = [
    "Updated rules from 2026",
    "Обновлено более 40 школ",
    "Оновлено 12 лікарень області",
    "Ažurirano je 300 spiskova",
    "Güncelleme 3 gün sürdü.",
    "Stand 2024: 12 Prozent",
    "Stand: 12 Plätze",
    "Stand 12 in Halle 3",
    "Stand 3 auf dem Weihnachtsmarkt",
    "Updated 12 marinas",
    "Updated 2026 budget",
    "Updated 5 May elections map",
    "Last updated 1953, the law is old.",
    "Mise à jour 3 du logiciel",
    "Mise à jour : 12 morts",
    "Mise en ligne : 3 millions de vues",
    "Actualización: 12 muertos",
    "Actualización: 3 muertos en mayo",
    "Aggiornamento: 12 morti",
    "Aggiornamento alle 12: tre morti",
    "Aktualizacja: 12 zabitych",
    "Обновлено 5 марта, закон вступит в силу.",
    "Обновлено: 12 погибших",
    "Güncelleme: 12 ölü",
    "Güncelleme: 3 Ekim",
    "Обновлено 12 маршрутов",
    "Обновлено 12 маршрутов в 2026",
    "Updated peak brightness to 1000 nits",
    "Updated for 2024",
    "Updated rules for the 14 harbours of the coast take effect in spring, and the ferries will have to follow them.",
    "Aktualisiert wird alle 10 Minuten",
    "Aktualizováno bylo naposledy v roce 2019",
    "Ažurirano 300 biračkih spiskova",
    "Ažurirano je 40 odsto spiskova",
    "Ažurirano stanje u 20 opština",
    "Güncelleme 2 saat sürecek",
    "Güncelleme 3 gün sürdü",
    "Updated guidance due in 2026",
    "Обновлено 200 километров дорог",
    "Обновлено 40% автобусов",
    "Обновлено почти 300 дворов",
    "Обновлено программное обеспечение 15 станций метро",
    "Оновлено 2 тисячі автобусів",
    "Оновлено 30 шкіл",
    "Оновлено перелік 20 професій",
]


@pytest.mark.parametrize("line", STAMPS)
def test_a_stamp_goes(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_was_done_on_a_day_stays(statement):
    assert tell_line(statement) is None


DATE_GOES = [
    "Päivitetty klo 14.30",
    "Aktualisiert: 14.30 Uhr",
    "Mis à jour le 12 mai 2024",
]
DATE_STAYS = [
    "Aktualizacja 2.1",
    "Güncelleme 14.2",
    "Aggiornamento 17.4",
    "Обновлено 18.2",
    "Mise à jour 1.21",
    "Actualización 17.4",
    "Updated on 17.4",
]


@pytest.mark.parametrize("line", DATE_GOES)
def test_date_of_the_site_goes(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("line", DATE_STAYS)
def test_date_of_others_stays(line):
    assert tell_line(line) is None


@pytest.mark.parametrize("line", [*STAMPS, *DATE_GOES, *DATE_STAYS])
def test_no_heading_is_a_stamp(line):
    assert tell_line(line, is_heading=True) is None
