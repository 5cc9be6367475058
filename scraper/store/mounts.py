"""Whether a file lies on a network file system, where SQLite must keep no write-ahead log (sqlite.org/wal.html)."""

from pathlib import Path, PurePath
from typing import Final

_MOUNTS: Final = Path("/proc/self/mountinfo")  # man 5 proc_pid_mountinfo
# File systems whose shared memory is not shared with other machines, or whose locks are not.
_NETWORK: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "9p", "ncpfs", "davfs"),
        *(
            "lustre",
            "ceph",
            "fuse.ceph",
            "fuse.ceph-fuse",
            "gpfs",
            "beegfs",
            "fuse.glusterfs",
            "pvfs2",
            "gfs2",
            "ocfs2",
        ),
    }
)
_ESCAPES: Final = {r"\040": " ", r"\011": "\t", r"\012": "\n", r"\134": "\\"}


def is_on_network(path: Path) -> bool:
    """Return whether a file lies on a network file system; ``False`` where the kernel does not tell."""
    try:
        mounts = _MOUNTS.read_text(errors="surrogateescape")
    except OSError:
        return False
    return find_type(path.resolve(), mounts) in _NETWORK


def find_type(path: PurePath, mounts: str) -> str:
    r"""Return the type of the file system that a path lies on, by the text of the mount table; empty when none fits.

    >>> find_type(PurePath("/srv/a/s"), "30 1 0:26 / / rw - ext4 /dev/sda rw\n31 30 0:27 / /srv rw - nfs4 h:/ rw")
    'nfs4'
    """
    best, found = -1, ""
    for line in mounts.splitlines():
        head, _, tail = line.partition(" - ")
        point = PurePath(_unescape(head.split(" ")[4]))
        # Of two mounts at one point the later one hides the earlier one.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), tail.split(" ")[0]
    return found


def _unescape(text: str) -> str:
    for escape, character in _ESCAPES.items():
        text = text.replace(escape, character)
    return text
