import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QDialog, QFileDialog

from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.window.menuparts import MenuParts  # noqa: F401  (its places are offered by the window)


def test_every_command_is_offered_by_the_window_or_a_view(plan_window):
    offered = set(plan_window.deeds.offers())
    for name in ("timetable", "rasic", "updates", "board"):
        plan_window.desk.show_view(name)
        offered |= set(plan_window.desk.handlers())

    assert set(TABLE) - offered == {"undo", "redo", "review_conflicts", "show_parties"}


def test_the_start_page_offers_nothing_that_needs_a_plan(window):
    offered = set(window.deeds.offers())

    assert not offered & {"export", "publish", "properties", "close_plan", "find"}
    assert {"new", "open", "paste", "paste_table"} <= offered


@pytest.mark.parametrize(
    ("name", "dialog"),
    [("preferences", "preferences"), ("about", "about"), ("properties", "properties"), ("export", "export")],
)
def test_each_dialogue_opens(plan_window, monkeypatch, name, dialog):
    shown = []
    monkeypatch.setattr(QDialog, "exec", lambda self: shown.append(self.objectName()) or 0)

    plan_window.deeds.offers()[name]()

    assert shown == [dialog]


@pytest.mark.parametrize("page", ["guide", "shortcuts", "whats_new"])
def test_each_help_page_opens_beside_the_plan(plan_window, page):
    plan_window.commands[page].trigger()

    window = plan_window.findChild(QDialog, "help_window")
    assert window.isVisible()
    window.close()


def test_the_open_plan_is_not_opened_again(plan_window, plan_path):
    desk = plan_window.desk
    plan_window.deeds.open_path(plan_path)

    assert plan_window.desk is desk


def test_full_screen_comes_and_goes(window):
    window.commands["full_screen"].trigger()
    assert window.isFullScreen()
    assert window.commands["full_screen"].isChecked()

    window.commands["full_screen"].trigger()
    assert not window.isFullScreen()


def test_pins_and_removals_reach_the_settings(window, plan_path, settings):
    window.deeds.open_path(plan_path)
    window.close_plan()

    window._start_page.pin_asked.emit(str(plan_path), True)
    assert window.settings.now.recent[0].pinned
    window._start_page.forget_asked.emit(str(plan_path))
    assert window.settings.now.recent == ()


def test_what_can_be_dropped(window, tmp_path):
    def dropped(*names, words=""):
        data = QMimeData()
        if names:
            data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        if words:
            data.setText(words)
        return data

    assert window.deeds.can_take(dropped("a.mkplan"))
    assert window.deeds.can_take(dropped("a.TXT"))
    assert window.deeds.can_take(dropped(words="Action\tDate"))
    assert not window.deeds.can_take(dropped("photo.jpg"))


def test_a_chosen_text_file_is_read(window, monkeypatch, tmp_path):
    read = []
    path = tmp_path / "table.txt"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(window.deeds.bringing, "read_file", read.append)

    window.commands["choose_text"].trigger()

    assert read == [path]
