"""The short form of fuzzing: what each target begins with, and some mutations of it, always the same ones."""

from random import Random

import pytest

from tests.fuzz.mutations import mutate
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_breaks_it(name: str) -> None:
    target = TARGETS[name]
    seeds = list(target.seeds())
    chance = Random(name)
    for data in (
        *seeds,
        *(mutate(chance.choice(seeds), seeds, target.words, chance) for _ in range(target.short_runs)),
    ):
        try:
            target.check(data)
        except Exception as exc:
            exc.add_note(f"input: {data[:20_000]!r}")
            raise
