import subprocess
import sys
from pathlib import Path

import pytest

from scraper.errors import StateError, StateLockedError
from scraper.store import hold_lock

HOLD = (
    "import sys, pathlib, scraper.store as s\n"
    "with s.hold_lock(pathlib.Path(sys.argv[1])):\n"
    "    print('held', flush=True); sys.stdin.read()"
)


@pytest.mark.fault(number=58)
def test_a_second_run_is_refused_until_the_first_is_dead(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    command = [sys.executable, "-c", HOLD, str(state)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(StateLockedError, match="another run"), hold_lock(state):
            pass
        holder.kill()
        holder.wait()
        with hold_lock(state):
            pass


def test_waiting_for_the_lock_gives_up_in_time(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    with hold_lock(state), pytest.raises(StateLockedError), hold_lock(state, wait_s=0.2):
        pass


def test_a_lock_that_cannot_be_made_is_a_state_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError), hold_lock(tmp_path / "file" / "state.sqlite"):
        pass


def test_a_file_has_one_lock_under_all_its_names(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "alias.sqlite").symlink_to("real/state.sqlite")  # also before the first run has made it
    with hold_lock(tmp_path / "real" / "state.sqlite"):
        for name in ("alias.sqlite", "folder/state.sqlite"):
            with pytest.raises(StateLockedError), hold_lock(tmp_path / name):
                pass


def test_nobody_waits_who_has_given_up(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    asked: list[bool] = []

    def is_given_up() -> bool:
        asked.append(True)
        return len(asked) > 2

    with hold_lock(state), pytest.raises(StateLockedError), hold_lock(state, 3600, is_given_up):
        pass
    assert len(asked) == 3
