from collections.abc import Iterator

import pytest

from scraper.scale import Engine, open_engine


@pytest.fixture(scope="module", params=["local", "dask"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Two workers of each kind."""
    with open_engine(request.param, None, 2) as opened:
        yield opened
