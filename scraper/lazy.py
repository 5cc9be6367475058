"""Packages whose names are loaded when they are first used (PEP 562), so that importing one costs nothing."""

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any


def load_later(
    package: str, homes: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return a package's ``__getattr__`` and ``__dir__``.

    A type checker should not see them, or it would believe in any name.

    Args:
        package: Its name.
        homes: The package's modules, each with the names that come from it; a module that comes itself has an empty name.
    """
    home_of = {name or home: (home, name) for home, names in homes.items() for name in names}

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home, found = home_of[name]
        module = import_module(f"{package}.{home}")
        return getattr(module, found) if found else module

    return load, lambda: sorted({*home_of, *vars(sys.modules[package])})
