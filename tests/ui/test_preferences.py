import pytest
from PySide6.QtWidgets import QPushButton

from mkplanner.ui.preferences import PreferencesDialog


@pytest.fixture
def dialog(qtbot, dressed, settings):
    settings.change(theme="light")
    made = PreferencesDialog(None, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def choose_dark(dialog):
    dialog._theme.setCurrentIndex(dialog._theme.findData("dark"))


def test_a_theme_is_shown_before_it_is_kept(dialog, dressed, settings):
    choose_dark(dialog)

    assert dressed.name == "dark"
    assert settings.now.theme == "light"


def test_cancel_puts_the_old_look_back(dialog, dressed, settings):
    choose_dark(dialog)
    dialog.reject()

    assert (dressed.name, settings.now.theme) == ("light", "light")


def test_keep_keeps(dialog, settings):
    choose_dark(dialog)
    dialog._author.setText("  Audit   Manager ")
    dialog.accept()

    assert (settings.now.theme, settings.now.author) == ("dark", "Audit Manager")


def test_defaults_can_be_restored(dialog, settings):
    choose_dark(dialog)
    dialog.findChild(QPushButton, "restore_defaults").click()
    dialog.accept()

    assert (settings.now.theme, settings.now.text_size) == ("system", 100)


def test_what_happens_with_a_paper_is_chosen(dialog, settings):
    dialog._then.setCurrentIndex(dialog._then.findData("folder"))
    dialog.accept()

    assert (settings.now.open_after_export, settings.now.folder_after_export) == (False, True)
