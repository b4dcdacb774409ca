import pytest
from PySide6.QtWidgets import QFileDialog

from mkplanner.errors import PlannerError
from mkplanner.ui import tasks
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.printing.dialog import ExportDialog
from tests.builders import session_of


@pytest.fixture
def bridge(plan, qapp):
    session, _ = session_of(plan)
    return SessionBridge(session)


@pytest.fixture
def dialog(qtbot, dressed, bridge, settings, tmp_path):
    made = ExportDialog(None, bridge, settings, tmp_path, "timetable")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._document is not None, timeout=10_000)
    yield made
    tasks.wait_for_tasks()


def make(dialog, qtbot):
    dialog._make.click()
    qtbot.waitUntil(lambda: dialog.saved is not None or not dialog.isVisible(), timeout=20_000)


def test_the_pages_are_there_before_anything_is_made(dialog):
    assert dialog._pages.model().rowCount() == len(dialog._document.pages)
    assert "A4 portrait" in dialog._bar._words.text()
    assert "Smallest text" in dialog._choices._verdict_words.text()


def test_the_pdf_is_made_and_the_folder_remembered(dialog, qtbot, settings, tmp_path):
    make(dialog, qtbot)

    assert dialog.saved.read_bytes().startswith(b"%PDF")
    assert dialog.saved.parent == tmp_path
    assert settings.now.last_folder == str(tmp_path)
    assert not dialog.isVisible()


def test_an_existing_file_is_never_replaced_in_silence(dialog, qtbot, recorder, tmp_path):
    (tmp_path / "board.pdf").write_bytes(b"last month's")
    dialog._name.setText("board.pdf")
    dialog._make.click()

    assert recorder.questions == ["There is already a file “board.pdf”."]
    assert dialog.saved is None
    assert (tmp_path / "board.pdf").read_bytes() == b"last month's"


def test_keeping_both_gives_the_new_one_a_number(dialog, qtbot, recorder, tmp_path):
    (tmp_path / "board.pdf").write_bytes(b"last month's")
    recorder.answers.append(0)
    dialog._name.setText("board")
    make(dialog, qtbot)

    assert dialog.saved == tmp_path / "board 2.pdf"
    assert (tmp_path / "board.pdf").read_bytes() == b"last month's"


def test_replacing_replaces(dialog, qtbot, recorder, tmp_path):
    (tmp_path / "board.pdf").write_bytes(b"last month's")
    recorder.answers.append(1)
    dialog._name.setText("board.pdf")
    make(dialog, qtbot)

    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF")


def test_the_name_follows_the_report_until_it_is_written(dialog, qtbot):
    assert dialog._name.text().endswith("timetable.pdf")

    dialog._choices.choose_report("gantt")
    qtbot.waitUntil(lambda: "gantt" in dialog._name.text(), timeout=10_000)
    dialog._name.clear()
    qtbot.keyClicks(dialog._name, "mine.pdf")
    dialog._choices.choose_report("timetable")
    qtbot.waitUntil(lambda: dialog._chosen.report == "timetable", timeout=10_000)

    assert dialog._name.text() == "mine.pdf"


def test_an_appendix_written_here_stays_with_the_plan_as_one_step(dialog, qtbot, bridge):
    dialog._choices._appendix.setText("Appendix Q")
    make(dialog, qtbot)

    assert bridge.plan.info.appendix == "Appendix Q"
    assert bridge.undo_title == "Change plan details"


def test_choices_stay_with_the_plan_and_come_as_a_set_by_name(dialog, qtbot, bridge, monkeypatch):
    dialog._choices.panel.fields["breaks"]._box.click()
    monkeypatch.setattr("mkplanner.ui.printing.dialog.SaveSetDialog.exec", lambda _self: 1)
    monkeypatch.setattr("mkplanner.ui.printing.dialog.SaveSetDialog.name", lambda _self: "Board pack")
    dialog._save_set()
    make(dialog, qtbot)

    assert bridge.plan.setting("export/Board pack")["options"] == {"breaks": True}
    assert bridge.plan.setting("paper/timetable") == {"breaks": True}
    assert bridge.undo_title == "Keep the choices for the timetable"
    dialog._forget_set("Board pack")
    assert bridge.plan.setting("export/Board pack") is None


def test_a_plan_that_cannot_be_written_to_is_left_alone(dialog, qtbot, bridge):
    dialog.keeps_choices = False
    dialog._choices.panel.fields["breaks"]._box.click()
    make(dialog, qtbot)

    assert bridge.undo_title is None


def test_the_newest_wish_stops_an_older_layout(dialog):
    dialog.lay_out_pages()
    first = dialog._task
    dialog.lay_out_pages()

    assert first.progress._cancelled.is_set()


def test_trouble_is_told_and_the_dialogue_stays(dialog, qtbot, recorder, monkeypatch):
    def refuse(*_):
        raise PlannerError("The disk is full.")

    monkeypatch.setattr("mkplanner.ui.printing.dialog.write", refuse)
    dialog._make.click()
    qtbot.waitUntil(lambda: bool(recorder.errors), timeout=5000)

    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog._make.isEnabled())


def test_pages_can_be_turned(dialog):
    dialog._bar.page_asked.emit(1)

    assert dialog._bar._page.text().startswith("Page 2 of")
    assert dialog._preview.accessibleDescription().startswith("Page 2 of")


def test_another_folder_can_be_chosen(dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sub.pdf"), ""))
    dialog._save_bar.choose_folder()

    assert dialog._name.text() == "sub.pdf"


def test_an_older_layout_never_takes_the_place_of_a_newer(dialog, document):
    dialog._take(dialog._turn - 1, dialog._chosen, None)

    assert dialog._document is not None


def test_it_fits_a_laptop_screen(dialog):
    assert dialog.minimumSizeHint().width() <= 1280
    assert dialog.minimumSizeHint().height() <= 700
