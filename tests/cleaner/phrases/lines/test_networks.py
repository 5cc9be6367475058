"""Rows of networks' names go, whatever the word before them; what is said of networks stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

ROWS = [
    "Facebook Twitter",
    "გააზიარე: Facebook Twitter",
    "Teilen: Facebook | X | WhatsApp | E-Mail",
    "Поделиться: ВКонтакте Одноклассники Telegram",
    "Facebook · WhatsApp · Copy",
]
SAID = [
    "Facebook",
    "Facebook and Twitter",
    "On Facebook: Twitter",
    "Facebook, Twitter sued",
    "Line: X",
    "The defendants were two: Facebook, Twitter",
    "OK, mail",
    "Facebook, Instagram, WhatsApp",
    "Facebook, X",
    "Blocked: WhatsApp, Telegram",
    "Telegram/WhatsApp",
]


@pytest.mark.parametrize("line", ROWS)
def test_a_row_of_networks_goes_around_the_text(line):
    assert tell_line(line) is LineKind.AROUND
    assert tell_line(line, is_heading=True) is None


@pytest.mark.parametrize("line", SAID)
def test_what_is_said_of_networks_stays(line):
    assert tell_line(line) is None
