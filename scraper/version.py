"""The version of this package, for modules that the package itself imports."""

from typing import Final

VERSION: Final = "0.1.0"
