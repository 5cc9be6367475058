"""Files that other programs read while we write them: they appear whole."""

from pathlib import Path

from scraper.errors import cannot_write


def check_place(path: Path | None) -> None:
    """Find out before a long run, not after it, that a file cannot be written at its end; ``None`` is no file.

    Raises:
        StateError: It cannot be written.
    """
    from scraper.export.fresh import unfinished

    if path is not None:
        try:
            with unfinished(path):
                pass
        except OSError as exc:
            raise cannot_write(path, exc, "another file") from exc


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
