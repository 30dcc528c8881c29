"""What kind of drive a folder lies on."""

import re
from pathlib import Path, PurePath

# File systems of a network, where SQLite's log cannot be shared and locks may be no locks.
_ON_NETWORKS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ncpfs", "ceph", "glusterfs"),
        *("davfs", "fuse.davfs2", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "webdav"),
    }
)
_OCTAL = re.compile(r"\\([0-7]{3})")  # how /proc writes a space in a name


def is_on_network(folder: Path) -> bool:
    """Return whether a folder lies on a network drive, as far as the system says."""
    if str(PurePath(folder)).startswith("\\\\"):
        return True
    place, kind = "", ""
    asked = f"{folder.absolute()}/"
    for line in _mounts().splitlines():
        _, mounted, file_system, *_ = line.split(" ")
        at = _OCTAL.sub(lambda found: chr(int(found[1], 8)), mounted).rstrip("/") + "/"
        if asked.startswith(at) and len(at) >= len(place):
            place, kind = at, file_system
    return kind in _ON_NETWORKS


def _mounts() -> str:
    """Return what is mounted where, as Linux lists it; nothing where another system runs."""
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
