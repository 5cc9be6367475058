"""One target in a process of its own, under atheris: `python -m tests.fuzz.one TARGET FOLDER [libFuzzer's options]`."""

import sys
from itertools import islice
from pathlib import Path
from typing import Final

import atheris

# Python that reads what comes from outside; libraries in C and Rust are not seen into.
_WATCHED: Final = [
    *(
        "scraper",
        "feedparser",
        "feedparser_sgmllib",
        "warcio",
        "w3lib",
        "webencodings",
        "idna",
        "trafilatura",
        "htmldate",
    ),
    *("charset_normalizer", "tarfile", "zipfile", "email", "tomllib", "csv", "gzip", "json", "html"),
]
_LOADED_BY: Final = 50  # inputs after which a target has imported what it imports late


def main() -> None:
    """Fuzz until libFuzzer has enough."""
    name, folder, *options = sys.argv[1:]
    with atheris.instrument_imports(include=_WATCHED):
        from tests.fuzz.findings import Findings
        from tests.fuzz.targets import TARGETS

        findings = Findings(TARGETS[name].check, Path(folder) / "findings")
        for path in islice((Path(folder) / "corpus").iterdir(), _LOADED_BY):
            findings.try_input(path.read_bytes())
    atheris.Setup([sys.argv[0], *options], findings.try_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
