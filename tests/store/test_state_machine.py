"""Whatever runs do, and whenever they are killed, the state file holds what it should (`tests/store/machine.py`)."""

from hypothesis import HealthCheck, settings

from tests.store.machine import StoreMachine

TestStore = StoreMachine.TestCase
TestStore.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
