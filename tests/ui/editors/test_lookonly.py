from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from mkplanner.models.commands.progress import AddUpdate
from mkplanner.ui.editors.panel import DetailsPanel
from mkplanner.ui.editors.section import SectionHead
from tests.ui.saltway import bridge_of

WHY = "This plan was saved by a newer version of MK Planner, so it can only be looked at."


def panel_of(qtbot, *commands) -> DetailsPanel:
    bridge = bridge_of()
    for command in commands:
        bridge.run(command)
    bridge.read_only = WHY
    panel = DetailsPanel(bridge)
    qtbot.addWidget(panel)
    panel.resize(265, 600)
    panel.show()
    return panel


def open_to_change(panel) -> list[str]:
    buttons = [b for b in panel.findChildren(QAbstractButton) if b.isEnabled() and not isinstance(b, SectionHead)]
    lines = [line for line in panel.findChildren(QLineEdit) if not line.isReadOnly()]
    texts = [text for text in panel.findChildren(QPlainTextEdit) if not text.isReadOnly()]
    return [widget.objectName() for widget in (*buttons, *lines, *texts)]


def test_nothing_can_be_typed_and_no_button_changes_anything(qapp, qtbot):
    panel = panel_of(qtbot)
    panel.show_item("a12")
    qapp.processEvents()

    assert [name for name in open_to_change(panel) if name not in ("older_updates", "whole_history")] == []
    assert panel.title.toolTip() == WHY


def test_the_words_can_still_be_marked_and_copied(qapp, qtbot):
    panel = panel_of(qtbot)
    panel.show_item("a12")
    panel.title.selectAll()
    panel.title.copy()

    assert qapp.clipboard().text() == "Put a collaboration agreement in place"


def test_fields_that_come_later_are_shut_as_well(qapp, qtbot):
    updates = [AddUpdate("a12", f"Entry {number}") for number in range(5)]
    panel = panel_of(qtbot, *updates)
    panel.show_item("a12")
    qapp.processEvents()
    older = panel.row.updates.findChild(QAbstractButton, "older_updates")
    assert older.isEnabled()
    older.click()
    qapp.processEvents()

    assert [name for name in open_to_change(panel) if name != "whole_history"] == []


def test_several_rows_are_only_shown(qapp, qtbot):
    panel = panel_of(qtbot)
    panel.show_items(("a12", "a22"))
    qapp.processEvents()

    assert open_to_change(panel.many) == []
