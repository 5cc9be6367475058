"""What print views, mirrors and readers write about where the text is from: a word for it, and an address."""

from typing import Final

from scraper.cleaner.phrases.lines.rows import Rows

_ADDRESS: Final = r"\W{0,3}(?:https?://|www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,10}/)\S+"

PRINTED: Final[Rows] = (
    ("printed", rf"(?:from|version of|at)\b(?: the)?{_ADDRESS}"),
    ("udskrevet utskrivet utskrevet utskrift skrevet", rf"(?:ut |ud )?(?:fra|från|av|af){_ADDRESS}"),
    ("gedruckt ausgedruckt ausdruck", rf"(?:von|aus|am [\d.]+ von){_ADDRESS}"),
    ("imprimé imprimée", rf"(?:depuis|de|à partir de|sur){_ADDRESS}"),
    ("impreso impresa impresso imprimido", rf"(?:desde|de|em|da|do){_ADDRESS}"),
    ("stampato stampata", rf"(?:da|dal sito){_ADDRESS}"),
    ("afgedrukt geprint", rf"(?:van|vanaf|via){_ADDRESS}"),
    ("tulostettu", rf"(?:osoitteesta|sivulta){_ADDRESS}"),
    ("wydrukowano wydruk", rf"(?:z|ze strony){_ADDRESS}"),
    ("vytištěno vytlačené", rf"(?:z|zo|ze){_ADDRESS}"),
    ("распечатано напечатано роздруковано", rf"(?:с|со|з|із)(?: сайта| сайту)?{_ADDRESS}"),
)
