"""From the state file to new outputs, without the network."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from scraper.export import find_format, keep_apart, replace_file
from scraper.pipeline.outputs import list_outputs
from scraper.store import Store, find_state


def export(state: str | Path, output: str | Path | Sequence[str | Path], *, latest: bool = False) -> int:
    """Write all articles that a state file holds to outputs; each file appears whole or not at all.

    A run that is going on is not disturbed; what it saves meanwhile may be missing.

    Args:
        state: The state file, or the folder of a job on several workers.
        output: One or several to write; the extension says the format.
        latest: Leave out versions that a later one has replaced.

    Returns:
        How many records were written to each.

    Raises:
        UsageError: An output's format is unknown, or it is the state file itself.
        StateError: The state file or an output cannot be used.
    """
    formats = [(path, find_format(path)) for path in list_outputs(output)]
    file = find_state(Path(state))
    keep_apart([path for path, _ in formats], [file])
    with ExitStack() as stack:
        store = stack.enter_context(Store(file, read_only=True))
        writers = [stack.enter_context(replace_file(path, fmt)) for path, fmt in formats]
        records = 0
        for article in store.records.read(0, latest=latest):
            for writer in writers:
                writer.write(article)
            records += 1
        return records
