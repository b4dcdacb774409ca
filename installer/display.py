"""Is there a screen to open a window on, and of which kind?"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

WINDOWLESS_PLATFORMS = ("offscreen", "minimal", "vnc")


def is_present() -> bool:
    """Tell whether a window can be opened here."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in WINDOWLESS_PLATFORMS:
        return False
    return not sys.platform.startswith("linux") or bool(kinds())


def kinds() -> frozenset[str]:
    """Return the kinds of display that answer on this Linux machine: "x", "wayland", both or none.

    A variable left over from a session that has ended names a display that does not answer; Qt would abort on it.
    """
    found = {"x": _x_answers(os.environ.get("DISPLAY", "")), "wayland": _wayland_answers()}
    return frozenset(kind for kind, answers in found.items() if answers)


def _x_answers(name: str) -> bool:
    """Tell whether an X server listens at a display name such as ":0", "host:10.0" or "unix:1"."""
    host, colon, rest = name.rpartition(":")
    number = rest.split(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # the protocol's fixed place, also used in Linux's abstract names
        return _listens(socket.AF_UNIX, f"\0{path}") or _listens(socket.AF_UNIX, path)
    return _listens(socket.AF_INET, (host, 6000 + int(number)))


def _wayland_answers() -> bool:
    """Tell whether the compositor named by WAYLAND_DISPLAY listens."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return _listens(socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name))


def _listens(family: int, address: object) -> bool:
    """Tell whether somebody accepts a connection at a socket address within two seconds."""
    with socket.socket(family, socket.SOCK_STREAM) as line:
        line.settimeout(2)
        try:
            line.connect(address)  # type: ignore[arg-type]  # its type depends on the family
        except OSError:
            return False
        return True
