"""``python -m scraper``: the same as ``scraper``."""

from scraper.cli import main

main(prog_name="scraper")
