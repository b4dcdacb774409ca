from datetime import date, datetime
from pathlib import Path
from threading import Event, current_thread

import pytest
from PySide6.QtWidgets import QApplication

from mkplanner.models.formats import registry
from mkplanner.models.formats.read_text import read_text
from mkplanner.models.formats.write_xlsx import write_xlsx
from mkplanner.ui.importing.preview import PreviewDialog
from mkplanner.ui.importing.sourceview import SourceView
from tests.charts.outputs.every_report import example
from tests.models.formats.office_files import STACKED, word, workbook

TABLE = (
    "Action\tSub action\tBy when\tLead\n"
    "Set up the shared audit team\tAgree the staffing model\tBy 31 March 2027\tAudit Manager\n"
    "\tConsult staff\tOct 26 – Jan 27\tHR Manager\n"
    "Consolidate budgets\tDefine what is shared\tSpring 2027\tHead of Finance\n"
)


@pytest.fixture
def agreed(monkeypatch):
    """The preview is accepted as it stands; the list gets the title of every dialogue that was shown, and its words."""
    shown = []

    def accept(dialog):
        source = dialog.findChild(SourceView)
        shown.append((dialog.windowTitle(), source.toPlainText() if source is not None else ""))
        return 1

    monkeypatch.setattr(PreviewDialog, "exec", accept)
    return shown


def test_a_pasted_table_becomes_a_new_plan(window, agreed):
    QApplication.clipboard().setText(TABLE)

    window.commands["paste_table"].trigger()

    plan = window.desk.bridge.plan
    titles = [item.title for item in plan.items.values()]
    assert {"Set up the shared audit team", "Consult staff", "Consolidate budgets"} <= set(titles)
    words = {item.by_when.words for item in plan.items.values() if item.by_when}
    assert words == {"By 31 March 2027", "Oct 26 – Jan 27", "Spring 2027"}


def test_ctrl_v_on_the_start_page_does_the_same(window, agreed):
    QApplication.clipboard().setText(TABLE)

    window.commands["paste"].trigger()

    assert len(agreed) == 1
    assert window.desk is not None


def test_into_an_open_plan_it_is_one_step_that_undo_takes_back(plan_window, agreed):
    before = plan_window.desk.bridge.plan
    QApplication.clipboard().setText(TABLE)
    plan_window.commands["paste_table"].trigger()
    QApplication.processEvents()
    assert len(plan_window.desk.bridge.plan.items) == len(before.items) + 5
    assert plan_window.commands["undo"].text().replace("&", "") == "Undo bring in 2 actions"

    plan_window.commands["undo"].trigger()

    assert plan_window.desk.bridge.plan.items == before.items


def test_an_empty_clipboard_gets_advice(window, recorder):
    QApplication.clipboard().setText("  \n")

    window.commands["paste_table"].trigger()

    assert [trouble.sentence for trouble in recorder.errors] == ["There are no words on the clipboard."]


def test_a_text_file_is_read(window, agreed, tmp_path):
    path = tmp_path / "audit table.txt"
    path.write_text(TABLE, "utf-8")

    window.deeds.bringing.read_file(path)

    assert len(window.desk.bridge.plan.items) == 5


def test_a_damaged_word_file_is_refused_with_advice(window, recorder, tmp_path, qtbot):
    path = tmp_path / "table.docx"
    path.write_bytes(b"PK\x03\x04 and so on")

    window.deeds.bringing.read_file(path)
    qtbot.waitUntil(lambda: bool(recorder.errors))

    assert "damaged" in recorder.errors[0].sentence
    assert window.desk is None


def test_a_word_document_and_a_workbook_are_read_with_their_tables(window, agreed, tmp_path, qtbot):
    for name, content in (("table.docx", word(STACKED)), ("table.xlsx", workbook(STACKED))):
        path = tmp_path / name
        path.write_bytes(content)

        agreed.clear()
        window.deeds.bringing.read_file(path)
        qtbot.waitUntil(lambda: bool(agreed))

        titles = [item.title for item in window.desk.bridge.plan.items.values()]
        assert {"Agree the terms of the joint board", "Sign them"} <= set(titles)
    assert "Agree the terms of the joint board" in agreed[0][1]


def test_a_plan_that_was_exported_comes_back_whole(window, agreed, tmp_path, qtbot):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(write_xlsx(example(), datetime(2026, 11, 22)))

    window.deeds.bringing.read_file(path)
    qtbot.waitUntil(lambda: window.desk is not None)

    plan = window.desk.bridge.plan
    assert len(plan.items) == len(example().items)
    assert len(plan.dependencies) == len(example().dependencies)


def test_who_thinks_better_of_it_keeps_what_was(window, monkeypatch):
    monkeypatch.setattr(PreviewDialog, "exec", lambda self: 0)

    window.deeds.bringing.read_words(TABLE, "What you copied")

    assert window.desk is None


@pytest.fixture
def held(monkeypatch):
    """A reader that reads when it is told to; each reading adds its file's name and years, and the thread it is on."""
    gate, readings = Event(), []

    def read(path, *, start=None, end=None):
        readings.append((path.name, start, end, current_thread()))
        gate.wait(20)
        return read_text(TABLE, start=start, end=end)

    monkeypatch.setattr(registry, "read_source", read)
    yield gate, readings
    gate.set()


def test_a_document_is_read_once_beside_the_window_with_the_years_of_the_plan(plan_window, agreed, qtbot, held):
    gate, readings = held

    plan_window.deeds.bringing.read_file(Path("table.docx"))
    qtbot.waitUntil(lambda: bool(readings))
    assert agreed == []
    gate.set()
    qtbot.waitUntil(lambda: bool(agreed))

    ((name, start, end, thread),) = readings
    assert (name, start, end) == ("table.docx", date(2026, 4, 1), date(2028, 3, 31))
    assert thread is not current_thread()


def test_who_stops_the_reading_waits_no_longer_for_it(window, agreed, recorder, qtbot, held):
    _gate, readings = held
    window.deeds.bringing.read_file(Path("table.docx"))
    qtbot.waitUntil(lambda: bool(readings))

    window.deeds.bringing.stop()
    qtbot.waitUntil(lambda: bool(recorder.notes))

    assert recorder.notes == ["Stopped. Nothing was changed."]
    assert (agreed, window.desk) == ([], None)


def test_a_second_document_takes_the_place_of_one_that_is_still_being_read(window, agreed, qtbot, held):
    gate, readings = held
    for name in ("first.docx", "second.docx"):
        window.deeds.bringing.read_file(Path(name))
    qtbot.waitUntil(lambda: len(readings) == 2)
    gate.set()
    qtbot.waitUntil(lambda: bool(agreed))
    qtbot.wait(100)

    assert [title for title, _ in agreed] == ["Bring in a table: second.docx"]


def test_a_window_that_closes_does_not_wait_for_a_document(plan_window, agreed, qtbot, held):
    _gate, readings = held
    plan_window.deeds.bringing.read_file(Path("table.docx"))
    qtbot.waitUntil(lambda: bool(readings))

    plan_window.close_plan()

    assert (agreed, plan_window.desk) == ([], None)


def test_a_long_text_is_read_beside_the_window_too(window, agreed, qtbot):
    rows = "".join(f"Agree paper {number}\t\tBy 31 March 2027\tAudit Manager\n" for number in range(600))

    window.deeds.bringing.read_words(TABLE + rows, "What you copied")
    assert agreed == []
    qtbot.waitUntil(lambda: window.desk is not None and bool(window.desk.bridge.plan.items), timeout=20_000)

    assert len(window.desk.bridge.plan.items) == 605
