"""Whenever a run is killed, its outputs come to hold each record once (`tests/pipeline/output_machine.py`)."""

from hypothesis import HealthCheck, settings

from tests.pipeline.output_machine import OutputMachine

TestOutputs = OutputMachine.TestCase
TestOutputs.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
