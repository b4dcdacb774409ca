"""The system libraries Qt needs on Linux and does not bring along.

The lists are what `readelf -d` names for Qt's own libraries and platform plugins (6.11), each with the Debian package
that holds it. The dynamic loader itself is asked whether one is there; it also finds what no package manager knows of.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable

from installer import packages

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
FOR_X = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def provide(displays: frozenset[str]) -> None:
    """See to it that Qt finds its libraries for these kinds of display ("x", "wayland"; none at all for off screen).

    Raises SetUpError, naming the command to type, where they are missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return  # Qt's own package is complete on Windows and macOS
    wanted = needed(displays)
    lacking = missing(wanted)
    if not lacking:
        return
    why = f"Qt needs system libraries that are not installed here ({', '.join(lacking)})."
    packages.provide(sorted({wanted[name] for name in lacking}), why)


def needed(displays: frozenset[str]) -> dict[str, str]:
    """Return every library Qt needs for these kinds of display, each with the package that holds it."""
    return ALWAYS | (FOR_X if "x" in displays else {}) | (FOR_WAYLAND if "wayland" in displays else {})


def missing(names: Iterable[str]) -> list[str]:
    """Return the libraries among `names` that the dynamic loader cannot find, in the same order."""
    return [name for name in names if not _can_load(name)]


def _can_load(name: str) -> bool:
    """Tell whether the dynamic loader finds a library and all that it needs in turn."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
