"""Work spread over processes or machines: tasks in, what became of each out; and the folder that their results go to.

One module for each engine, one row in ``ENGINES``. What the tasks do is the pipeline's affair.
"""

from scraper.scale.engine import Engine, Failure, FailureKind, Finished, Task
from scraper.scale.opening import ENGINES, open_engine
from scraper.scale.parts import PartFile, PartFolder, open_parts, read_bytes, write_bytes

__all__ = [
    "ENGINES",
    "Engine",
    "Failure",
    "FailureKind",
    "Finished",
    "PartFile",
    "PartFolder",
    "Task",
    "open_engine",
    "open_parts",
    "read_bytes",
    "write_bytes",
]
