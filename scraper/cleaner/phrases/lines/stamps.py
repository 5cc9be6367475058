"""When a text came out or was changed, as a whole line: a word for it, a date or an hour, and nothing else.

"Updated rules from 2026" and "Обновлено 40 школ" have other words besides, and are headings or sentences.
On the pages of fixtures and of both sets (2026-11-27) 417 lines are known, 17 in a truth.
"""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_CHARS: Final = 70
_NUMBER: Final = r"\d+(?:st|nd|rd|th|er|º|[ap]m|hs?|h\d\d)?"
_SMALL: Final = (
    r"on|at|al|am|um|vom|uhr|le|à|el|as?|las|il|alle|ore|em|às|ao?|op|om|den|d|kl|klo|kello|o|w|dniu|dnia|dne|v|в|на|о|la|ora|u|h|saat|de|del"
    r"|ob|di|em|r|г|р|год[аиу]?|року|часов|ve|tarihi|time|date|p\.?m|a\.?m|min|read|(?-i:[A-Z]{2,4})"
)
_MONTH: Final = (
    r"(?!novel|novin|marin)(?:jan|feb|fev|fév|mar|mär|már|maa?rt|apr|avr|abr|mai|maj|may|máj|mag|mei|jun|jui|jul|giu|lug|aug|aoû|ago|sep|set|okt"
    r"|oct|out|ott|nov|dec|dez|déc|dic|des|ene|gen|juin|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|sty|lut|kwi|cze|lip"
    r"|sie|wrz|paź|lis|gru|led|úno|bře|dub|kvě|čer|srp|zář|říj|pros|sij|velj|ožu|trav|svib|kolo|ruj|stud|iun|iul|ian|noi|szept|ápr|jún|júl"
    r"|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер"
    r"|жов|лис|гру|яну|юни|юли|ное|јан|мај|јун|јул)[^\W\d]{0,9}"
)
_WEEKDAY: Final = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|[^\W\d]{2,7}dag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
)
# The month in whatever language.
_DATE: Final = r"\d{1,2}\.? (?:de )?[^\s\d]{3,20},? (?:de )?(?:19|20)\d\d"
_AGO: Final = (
    r"(?:an?|one|\d{1,2}) [^\W\d]{1,9}\.? (?:ago|fa|geleden|sedan|siden|temu|назад|тому|önce|sitten)"
    r"|(?:vor|hace|há|il y a|for|för|pred|před|преди|пре) \d{1,2} [^\W\d]{1,9}"
)
# A year alone is one that a book or a law came out in, and a number with a point a version's.
_DAY_AND_YEAR: Final = (
    rf"(?:\b\d{{1,2}}\b.*|\b{_MONTH}.*)\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b(?:.*\b\d{{1,2}}\b|.*\b{_MONTH})"
    rf"|\b\d{{1,2}}\.\s?\d{{1,2}}\."
)
_HOUR: Final = r"\b\d{1,2}:\d\d\b|\d\s?h\s?\d\d|\b(?:kl|klo|kello)\.? \d{1,2}\.\d\d\b|\b\d{1,2}\.\d\d (?:uhr|h|u)\b"
# A number and a month's first letters are no date yet: "Обновлено 12 маршрутов"; nor is a year that something was done in.
_IS_ONE: Final = (
    rf"(?=.*(?:{_DAY_AND_YEAR}|{_HOUR}|\d/\d|\d (?:[ap]\.?m|uhr)\b|\b(?:on|am|le|el|il"
    r"|den) (?:[^\W\d]{3,11},? )?\d{1,2}\b(?![.,]\d)|ago\b"
    r"|\b(?:vor|hace|há|il y a|for|för|pred|před|преди|пре) \d|\d \w+ (?:fa|geleden|sedan|siden|temu|назад|тому|önce|sitten)\b"
    r"|(?-i:\b[JFMASOND][a-z]{2,8}) \d"
    r"|\d (?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[ая]\W*$"
    r"|\d (?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\W*$))"
    r"(?!.*\b(?:в|у|v|in|im|en|em|w|на) (?:19|20)\d\d\b)"
)
_WHEN: Final = (
    rf"(?=\D{{0,30}}\d)(?=.{{1,{_CHARS}}}$){_IS_ONE}"
    rf"(?>(?:(?>(?:{_DATE}|{_AGO}|{_NUMBER}|{_SMALL}|{_MONTH}|{_WEEKDAY})\b)\W*+)+)$"
)

STAMPS: Final[Rows] = (
    (
        "updated aktualisiert actualizado actualizada actualización aggiornato bijgewerkt uppdaterad oppdatert opdateret"
        " aktualizováno zaktualizowano обновлено оновлено güncelleme päivitetty atualizado atualizada ažurirano actualizat",
        _WHEN,
    ),
    ("mis mise", rf"à jour\W{{1,3}}{_WHEN}"),
    (
        "live last zuletzt sist senast laatste",
        rf"(?:updated?|aktualisiert|oppdatert|opdateret|uppdaterad|bijgewerkt)\W{{1,3}}{_WHEN}",
    ),
)
