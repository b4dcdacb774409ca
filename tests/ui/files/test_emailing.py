from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from mkplanner.models.store.opening import open_plan
from mkplanner.ui.files import emailing
from mkplanner.ui.files.emailing import EmailDialog, offer_mail


def test_the_mail_program_gets_the_file_where_it_can_take_it(monkeypatch, tmp_path):
    started = []
    monkeypatch.setattr(emailing.shutil, "which", lambda _name: "/usr/bin/xdg-email")
    monkeypatch.setattr(QProcess, "startDetached", lambda *what: (started.append(what), (True, 1))[1])
    assert offer_mail(tmp_path / "copy.mkplan", "Audit plan")
    assert started[0][1][-1] == str(tmp_path / "copy.mkplan")


def test_else_a_message_and_the_folder_open_and_the_path_is_on_the_clipboard(monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(emailing.shutil, "which", lambda _name: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    assert not offer_mail(tmp_path / "copy.mkplan", "Audit plan")
    assert opened[0].startswith("mailto:?subject=Audit plan")
    assert opened[1].endswith(tmp_path.name)
    assert QApplication.clipboard().text() == str(tmp_path / "copy.mkplan")


def test_the_copy_is_written_and_the_plan_stays_open(plan_window, monkeypatch, recorder):
    mailed = []
    monkeypatch.setattr(EmailDialog, "exec", lambda self: 1)
    monkeypatch.setattr(emailing, "offer_mail", lambda path, title: mailed.append((path, title)))
    plan_window.commands["email_copy"].trigger()
    ((path, title),) = mailed
    assert title == "Saltway audit plan"
    assert path.is_file()
    copy = open_plan(path)
    assert len(copy.plan.items) == 4
    copy.close()
    assert plan_window.desk is not None
    assert str(path) in recorder.notes[-1]


def test_the_dialogue_says_where_the_copy_goes(qtbot):
    dialog = EmailDialog(None, Path("/share/plan copy.mkplan"))
    qtbot.addWidget(dialog)
    assert not dialog.without_history
    dialog._clean.setChecked(True)
    assert dialog.without_history
