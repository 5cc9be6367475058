"""Who asked, around an interview: the words for it, and names to the end of the line; in it they are a sentence."""

from typing import Final

from scraper.cleaner.phrases.lines.names import CAPITAL
from scraper.cleaner.phrases.lines.rows import Rows

_NAME: Final = rf"{CAPITAL}[^\s,/!?:;]{{0,25}}"
_SMALL: Final = r"(?:et|e|y|und|and|en|och|og|i|a|и|і|va|və|de|da|di|von|van|der|den|la|al)"
# Names, with commas and small words between them: what somebody did has others.
_WHO: Final = rf"{_NAME}(?:[\s,/]+(?:{_SMALL}\s)?{_NAME}){{1,7}}\W{{0,3}}$"

INTERVIEWERS: Final[Rows] = (
    ("propos", rf"(?:recueillis|recueilli|traduits|receuillis) (?:et \w+ )?par\W{{1,3}}{_WHO}"),
    ("entretien interview", rf"(?:réalisée?|conduite?|menée?) par\W{{1,3}}{_WHO}"),
    ("das die", rf"(?:interview|gespräch|fragen) (?:führte[n]?|stellte[n]?|führten gemeinsam)\W{{1,3}}{_WHO}"),
    ("interview", rf"(?:geführt von|conducted by|door|av|af|by)\W{{1,3}}{_WHO}"),
    ("entrevista", rf"(?:realizada|hecha|conduzida) (?:por|a cargo de)\W{{1,3}}{_WHO}"),
    ("intervista", rf"(?:a cura|raccolta|realizzata) (?:di|da)\W{{1,3}}{_WHO}"),
    ("rozmawiał rozmawiała rozmawiali", _WHO),
    ("беседовал беседовала беседовали розмовляла розмовляв спілкувалася спілкувався", _WHO),
    ("интервью бесіду разговор", rf"(?:вела?|взяла?|провела|провел|записала?|водила|водио|водеше)\W{{1,3}}{_WHO}"),
    ("suhbatdosh suhbatlashdi суҳбатдош suhbatlashuvchi", _WHO),
    ("сұхбаттасқан әңгімелескен маектешкен", _WHO),
    ("razgovarala razgovarao", _WHO),
    ("söyleşi röportaj", rf"(?:(?<=:)|(?<=:\s)){_WHO}"),
)
