from pathlib import Path, PurePath

import pytest

from scraper.store import Store
from scraper.store.mounts import find_type, is_on_network

MOUNTS = (
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    "30 22 0:30 / /srv rw,relatime - nfs4 host:/export rw\n"
    r"31 30 0:31 / /srv/local\040disk rw - xfs /dev/sdb rw"
    "\n32 22 0:32 / /mnt rw - ext4 /dev/sdc rw\n33 22 0:33 / /mnt rw - cifs //host/share rw\n"
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/news/state", "ext4"),
        ("/srv/news/state", "nfs4"),
        ("/srv/local disk/state", "xfs"),
        ("/srvx/state", "ext4"),
        ("/mnt/state", "cifs"),
    ],
)
def test_the_nearest_and_latest_mount_counts(path: str, kind: str) -> None:
    assert find_type(PurePath(path), MOUNTS) == kind


def test_a_local_folder_is_not_on_the_network(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)


def test_a_state_on_a_network_file_system_keeps_no_write_ahead_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.store.database.is_on_network", lambda path: True)
    with Store(tmp_path / "state.sqlite") as store:
        store.begin_run("2026-11-10T11:00:00Z", "{}")
        assert [path.name for path in tmp_path.iterdir()] == ["state.sqlite"]
