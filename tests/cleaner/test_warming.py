import subprocess
import sys

LOADED_BY_A_PAGE = """
import sys
from scraper.cleaner import clean_page, fingerprint, warm_up
from scraper.records import Page
from scraper.settings import CleanSettings

if sys.argv[1] == "warm":
    warm_up()
before = {*sys.modules}
body = "<title>Le café</title><body><p>Publié le 3 mars 2026</p><p>Été, hiver : le port est fermé.</p>".encode("cp1252")
page = Page(body=body, source="-", url="http://café.example/a", media_type="text/html")
settings = CleanSettings(second_opinion=False)
fingerprint(page, settings), clean_page(page, settings)
print(len({*sys.modules} - before))
"""


def count_loaded(how: str) -> int:
    done = subprocess.run([sys.executable, "-c", LOADED_BY_A_PAGE, how], capture_output=True, check=True, text=True)
    return int(done.stdout)


def test_after_warming_up_a_page_loads_nothing_more() -> None:
    assert count_loaded("warm") == 0 < count_loaded("cold")
