"""What somebody is said to have said is text, and so is what a club asks."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

SAID = [
    "Sign up for alerts on WhatsApp, it recommends.",
    "Laden Sie die App nicht herunter, rät die Polizei.",
    "Pobierz aplikację, radzi policja.",
    "Baixe o aplicativo, orienta o Procon.",
    "A tartalom jogvédett, mondta az ügyvéd.",
    "Lataa sovellus, neuvoo poliisi.",
    "Descargue la aplicación, aconseja la policía.",
    "Stáhněte si aplikaci, radí policie.",
    "Скачайте приложение, советует банк.",
    "Ladda ner appen, råder polisen.",
]


@pytest.mark.parametrize("line", SAID)
def test_what_somebody_advises_is_text(line):
    assert tell_line(line) is None


def test_a_club_asks_who_is_interested_and_a_desk_who_was_there():
    assert tell_line("Interesse? Mail an verein@example.org") is None
    assert tell_line("Were you there? Write to desk@example.org") is LineKind.PLEA


@pytest.mark.parametrize(
    "answer",
    [
        "I would love to hear from you. Write to me at ada@gazette.example.",
        "From a non-work device, you can reach Ada Berg securely on Signal at ada.12.",
        "We’d like to hear from you. Using a nonwork phone, write to the reporter.",
    ],
)
def test_a_reporter_asks_who_knows_more_and_others_ask_who_saw_something(answer):
    assert tell_line(f"Do you know anything else about the harbour board? {answer}") is LineKind.PLEA
    assert tell_line(answer) is None
    assert tell_line("Do you know this man? We would like to hear from you, and so would his mother.") is None


def test_turkish_capitals_are_read_as_small_letters_but_for_the_first():
    assert tell_line("İZİNSİZ VE KAYNAK GÖSTERİLMEDEN YAYINLANAMAZ") is LineKind.RIGHTS
    assert tell_line("Haber: İki kişi yaralandı") is None


BUTTON_GOES = [
    '"Takip Et" butonuna basarak Google News\'te bizi takip edin',
    '"Abone Ol" butonuna tıklayarak kanalımıza abone olun',
    "«Подпишитесь» на наш канал в Telegram и читайте новости первыми",
]
BUTTON_STAYS = [
    '"Follow us on Facebook" read the sign on the door',
    '"Sign up for our letter today" was what the flyer in the hall read',
]


@pytest.mark.parametrize("line", BUTTON_GOES)
def test_button_of_the_site_goes(line):
    assert tell_line(line) is LineKind.PLEA


@pytest.mark.parametrize("line", BUTTON_STAYS)
def test_button_of_others_stays(line):
    assert tell_line(line) is None
