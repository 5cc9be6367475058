"""Hosts that other processes ask, too: whose turn it is between processes, before whose turn it is within one."""

from typing import Final, Protocol


class HostLeases(Protocol):
    """Says whether this process may ask a host. One turn at a time is taken for each host."""

    async def hold(self, host: str, wait_s: float) -> float:
        """Begin a turn: wait until the host is this process' alone, and return how long it must rest before it is asked.

        Raises:
            TimeoutError: Another process has it still after ``wait_s``.
            StateError: The lease is lost, or cannot be had.
        """

    def let_go(self, host: str, rest_s: float) -> None:
        """End a turn; whoever asks the host next waits for ``rest_s``."""

    def require(self) -> None:
        """Check that the hosts held are still this process'; called right before a request is sent.

        Raises:
            StateError: The lease is lost.
        """


class _Alone:
    """For a process that has all hosts to itself."""

    async def hold(self, host: str, wait_s: float) -> float:
        return 0.0

    def let_go(self, host: str, rest_s: float) -> None:
        pass

    def require(self) -> None:
        pass


ALONE: Final[HostLeases] = _Alone()
