"""Which of Qt's system libraries are wanted, which are there, and whether the lists are true."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from installer import packages, system_libraries

QT = Path(PySide6.__file__).parent / "Qt"
OFF_SCREEN = ["lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6DBus.so.6"]
C_RUNTIME = re.compile(r"^(libQt6|libicu|libc\.|libm\.|libdl\.|libpthread\.|libstdc\+\+|libgcc_s|ld-linux)")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its libraries elsewhere")


def named_by(*files: str) -> set[str]:
    """Return the system libraries that these files of Qt name, beside the C runtime and Qt itself."""
    if shutil.which("readelf") is None:
        pytest.skip("readelf, which reads what a library needs, is not installed")
    said = subprocess.run(["readelf", "-d", *(QT / name for name in files)], capture_output=True, text=True, check=True)
    return {name for name in re.findall(r"NEEDED.*\[(.+?)\]", said.stdout) if not C_RUNTIME.match(name)}


def test_the_list_for_drawing_off_screen_is_exactly_what_qt_names():
    assert set(system_libraries.ALWAYS) == named_by(*OFF_SCREEN, "plugins/platforms/libqoffscreen.so")


def test_the_list_for_x_is_exactly_what_its_plugin_names_on_top():
    plugin = named_by("plugins/platforms/libqxcb.so", "lib/libQt6XcbQpa.so.6")

    assert set(system_libraries.FOR_X) == plugin - set(system_libraries.ALWAYS)


def test_the_list_for_wayland_covers_its_plugin():
    plugin = named_by("plugins/platforms/libqwayland.so", "lib/libQt6WaylandClient.so.6")

    assert set(system_libraries.FOR_WAYLAND) >= plugin - set(system_libraries.ALWAYS)


def test_a_library_that_is_nowhere_is_missing_and_the_c_library_is_not():
    assert system_libraries.missing(["libc.so.6", "libaldermere.so.7"]) == ["libaldermere.so.7"]


def test_only_what_is_missing_is_asked_for_each_package_once(monkeypatch):
    asked = []
    monkeypatch.setattr(packages, "provide", lambda names, why: asked.append((names, why)))
    monkeypatch.setattr(
        system_libraries, "ALWAYS", {"libone.so.1": "libpair", "libtwo.so.1": "libpair", "libc.so.6": "libc6"}
    )

    system_libraries.provide(frozenset())

    [(names, why)] = asked
    assert names == ["libpair"]
    assert "libone.so.1, libtwo.so.1" in why


def test_each_kind_of_display_adds_its_own_libraries():
    assert "libxcb-cursor.so.0" not in system_libraries.needed(frozenset())
    assert "libxcb-cursor.so.0" in system_libraries.needed(frozenset({"x"}))
    assert "libwayland-client.so.0" in system_libraries.needed(frozenset({"x", "wayland"}))
