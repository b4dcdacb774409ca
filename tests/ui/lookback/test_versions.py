import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QPushButton

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.lookback.versions import VersionsDialog


@pytest.fixture
def opened(plan_path):
    made = open_plan(plan_path)
    made.session.run(SetField("b", "title", "Share one switchboard"))
    made.back_up()
    made.session.run(SetField("b", "title", "Share two switchboards"))
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot, dressed, opened, tmp_path):
    made = VersionsDialog(None, opened, tmp_path)
    qtbot.addWidget(made)
    return made


def test_every_backup_is_listed_with_its_date(dialog, opened):
    words = dialog.findChild(QListWidget, "version_list")

    assert words.count() == len(opened.backups()) >= 2
    newest = opened.backups()[0].at
    assert words.item(0).text() == f"{newest:%A} {newest.day} {newest:%B}, {newest:%H:%M}"


def test_restoring_is_a_step_that_undo_takes_back(dialog, opened, recorder):
    dialog.findChild(QPushButton, "restore").click()

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert opened.plan.items["b"].title == "Share one switchboard"
    assert "Undo takes that back" in recorder.notes[0]
    opened.session.undo()
    assert opened.plan.items["b"].title == "Share two switchboards"


def test_a_version_opens_as_a_copy_beside_the_plan(dialog, opened, tmp_path, monkeypatch):
    path = tmp_path / "then.mkplan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.findChild(QPushButton, "open_copy").click()

    assert dialog.copied == path
    then = open_plan(path)
    assert then.plan.items["b"].title == "Share one switchboard"
    then.close()
    assert opened.plan.items["b"].title == "Share two switchboards"


def test_the_plan_itself_is_never_written_over(dialog, opened, recorder, monkeypatch):
    before = opened.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(opened.path), ""))
    dialog.findChild(QPushButton, "open_copy").click()

    assert dialog.copied is None
    assert recorder.errors[0].sentence == "That is the plan itself."
    assert opened.path.read_bytes() == before


def test_a_damaged_version_is_refused_and_nothing_changes(dialog, opened, recorder):
    opened.backups()[0].path.write_bytes(b"no plan at all")
    dialog.findChild(QPushButton, "restore").click()

    assert len(recorder.errors) == 1
    assert opened.plan.items["b"].title == "Share two switchboards"


def test_without_backups_nothing_is_offered(qtbot, dressed, plan_path, tmp_path):
    opened = open_plan(plan_path)
    for backup in opened.backups():
        backup.path.unlink()
    dialog = VersionsDialog(None, opened, tmp_path)
    qtbot.addWidget(dialog)

    assert not dialog.findChild(QPushButton, "restore").isEnabled()
    assert not dialog.findChild(QPushButton, "open_copy").isEnabled()
    opened.close()
