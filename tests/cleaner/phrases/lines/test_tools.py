"""Labels of tools and advertisements are whole lines; some of them head sections of articles, too."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line
from scraper.cleaner.phrases.lines.tools import NO_HEADINGS

LABELS = [
    "La rédaction vous conseille",
    "Link kopieren",
    "Copiar enlace",
    "Skopiuj link",
    "“Start Quote",
    "End Quote",
    "Hide transcript",
    "Dölj utskrift",
    "Masquer la transcription",
    "Скопировать ссылку",
    "Скопіювати посилання",
    "Копирай линка",
    "Kopiraj link",
    "Αντιγραφή συνδέσμου",
    "Linki kopyala",
    "نسخ الرابط",
    "کپی لینک",
    "העתק קישור",
    "लिंक कॉपी करें",
    "লিংক কপি করুন",
    "คัดลอกลิงก์",
    "Sao chép liên kết",
    "Salin tautan",
    "リンクをコピー",
    "링크 복사",
    "複製連結",
    "Partager sur Facebook",
    "Compartir en Facebook",
    "Condividi su Facebook",
    "Compartilhar no WhatsApp",
    "Delen via WhatsApp",
    "Udostępnij na Facebooku",
    "Sdílet na Facebooku",
    "Megosztás Facebookon",
    "Distribuie pe Facebook",
    "Dela på Facebook",
    "Del artikkelen",
    "Jaa artikkeli",
    "کد خبر: 123456",
    "لینک کوتاه:",
    "Annonsørinnhold",
    "Annoncørbetalt indhold",
    "Sponsoreret indhold",
    "Sponset innhold",
    "Kaupallinen yhteistyö",
    "Det här är en annons",
    "ΔΙΑΦΗΜΙΣΗ",
    "広告",
    "광고",
    "[광고]",
    "【PR】",
    "Passer la publicité",
]
TEXT = [
    "Partager sur Facebook une photo de ses enfants n'est pas anodin.",
    "Copy link by link, he rebuilt the archive.",
    "Dela på Facebook är förbjudet i skolan.",
    "Kopiraj link koji ti pošalju i gotovo.",
    "Kaupallinen yhteistyö jatkuu kolme vuotta.",
    "広告の売り上げが減った。",
    "광고 시장이 얼어붙었다.",
    "کد خبر: سه نفر بازداشت شدند",
    "Del artikkelen ble skrevet om.",
]


@pytest.mark.parametrize("line", LABELS)
def test_a_tool_s_label_is_no_text(line):
    assert tell_line(line) is LineKind.NOTICE


@pytest.mark.parametrize("line", TEXT)
def test_what_is_done_with_them_is_text(line):
    assert tell_line(line) is None


@pytest.mark.parametrize("label", sorted(NO_HEADINGS))
def test_what_sections_are_headed_is_a_label_alone(label):
    assert tell_line(label) is LineKind.NOTICE
    assert tell_line(label.title(), is_heading=True) is None
