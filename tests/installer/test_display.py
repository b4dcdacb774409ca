"""Finding out whether a window can be opened, with real sockets in place of display servers."""

import socket
import sys

import pytest

from installer import display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")


@pytest.fixture(autouse=True)
def no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def x_server():
    """Listen where an X server would, at a display number nobody uses; gives the display's name."""
    number = 7311
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"\0/tmp/.X11-unix/X{number}")
        listener.listen()
        yield f":{number}"


def test_without_a_word_about_displays_there_is_none():
    assert display.kinds() == frozenset()
    assert not display.is_present()


def test_an_x_server_that_answers_is_a_display(monkeypatch, x_server):
    monkeypatch.setenv("DISPLAY", f"{x_server}.0")

    assert display.kinds() == {"x"}
    assert display.is_present()


@pytest.mark.parametrize("name", [":7312", "unix:7312", "localhost:7312", "nonsense", ":", ":later"])
def test_a_name_left_over_from_an_ended_session_is_no_display(monkeypatch, name):
    monkeypatch.setenv("DISPLAY", name)

    assert not display.is_present()


def test_a_wayland_compositor_that_answers_is_a_display(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-7"))
        listener.listen()

        assert display.kinds() == {"wayland"}


def test_asking_qt_to_draw_off_screen_means_no_window(monkeypatch, x_server):
    monkeypatch.setenv("DISPLAY", x_server)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=800x600")

    assert not display.is_present()
