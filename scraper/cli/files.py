"""Files that other programs read while we write them: they appear whole."""

from pathlib import Path

from scraper.errors import cannot_write


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside ``path`` and put it in its place.

    Raises:
        StateError: It cannot be written.
    """
    from scraper.export.fresh import unfinished

    try:
        with unfinished(path) as partial:
            partial.write_bytes(data)
            partial.replace(path)
    except OSError as exc:
        raise cannot_write(path, exc, "another file") from exc
