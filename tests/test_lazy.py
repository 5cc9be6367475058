import inspect
from importlib import import_module

import pytest

PACKAGES = ("scraper", "scraper.cleaner", "scraper.cleaner.profile", "scraper.pipeline")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_listed_and_comes_when_asked_for(package: str) -> None:
    module = import_module(package)
    assert {*module.__all__} <= {*dir(module)}
    for name in module.__all__:
        found = getattr(module, name)
        home = inspect.getmodule(found) if callable(found) else None
        assert home is None or getattr(home, name) is found


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize("name", ["clean_pge", "_homes"])
def test_another_name_is_none_of_a_package(package: str, name: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{package}' has no attribute '{name}'"):
        getattr(import_module(package), name)


def test_modules_that_the_docs_name_come_with_the_package() -> None:
    import scraper

    assert scraper.settings.CleanSettings()
    assert scraper.records.Page is scraper.Page
