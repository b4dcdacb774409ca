from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

import mkplanner
from mkplanner.ui.help.about import AboutDialog, about_text


def test_it_names_version_places_and_licences(profile):
    words = about_text()

    assert f"MK Planner {mkplanner.__version__}" in words
    assert str(profile) in words
    assert "LGPL 3" in words


def test_every_thing_we_depend_on_is_named(checkout):
    import tomllib

    needs = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    named = about_text().lower().replace("qt for python", "pyside6")

    assert [need for need in needs if _name(need) not in named] == []


def _name(need: str) -> str:
    return need.split("~")[0].lower().removesuffix("-essentials")


def test_diagnostics_can_be_copied(qtbot, dressed):
    dialog = AboutDialog(None)
    qtbot.addWidget(dialog)

    qtbot.mouseClick(dialog.findChild(QPushButton, "copy_diagnostics"), Qt.MouseButton.LeftButton)

    assert QApplication.clipboard().text() == about_text()
