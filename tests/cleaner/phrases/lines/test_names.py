"""After a label in a script with capitals: who made it goes, what happened stays."""

import pytest

from scraper.cleaner.phrases.lines import LineKind, tell_line

CREDITS = [
    "Sumber foto: Antara",
    "Sumber foto: Dok. Pribadi",
    "Ảnh: nhân vật cung cấp",
    "Lũ lên cao trong đêm. Ảnh: bạn đọc cung cấp",
    "Cảnh sát đến hiện trường. Ảnh: chụp màn hình",
    "Chiếc xe lao tới. Ảnh: cắt từ clip",
    "Фото: пресс-служба",
    "Фото: Пресс-служба мэрии",
    "Фото: пресс-служба губернатора",
    "Фото: соцсети",
    "Фото: кадр из видео",
    "Фото: из открытых источников",
    "Джерело: Українська правда",
    "Источник: Комсомольская правда",
    "Источник: Российская газета",
    "Источник: Следственный комитет",
    "Источник: Министерство обороны РФ",
    "Фото: Національна поліція",
    "Фото: Администрация города",
    "Bild: Anna Berg",
    "Bild: Anna Berg/TT",
    "Bild: privat",
    "Imagen: EFE",
    "Kuva: Matti Meikäläinen / Lehtikuva",
    "Imagem: Reprodução/TV Globo",
]
TEXT = [
    "Bild: Karl Marx, Friedrich Engels",
    "Bild: Der Schrei",
    "Imagen: Virgen del Carmen",
    "Bilder: Monet, Manet, Degas",
    "Imagen: La Gioconda",
    "Ảnh: Bão đổ bộ vào bờ",
    "Cảnh vật trong ảnh: nhân dân xuống đường",
    "Nguồn: nhân dân",
    "Фото: Здание мэрии города",
    "Фото: Министерство закрыло школу",
    "Источник: Вся правда о деле",
    "Редактор: Это правда.",
    "Источник: Новая газета закрылась",
    "Sumber foto: gambar ini lama",
]


@pytest.mark.parametrize("line", CREDITS)
def test_who_made_it_goes(line):
    assert tell_line(line) is LineKind.SIGNATURE


@pytest.mark.parametrize("line", TEXT)
def test_what_a_picture_shows_and_what_is_said_stays(line):
    assert tell_line(line) is None
