"""What screen readers are told of the table stays true when rows open, shut, come and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mkplanner.models.commands.rows import AddItem, DeleteItem
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable import spokentree
from tests.ui.saltway import bridge_of, timetable_of


class Reader:
    """Stands where screen readers stand: keeps what it was told."""

    Event = QAccessible.Event
    isActive = staticmethod(QAccessible.isActive)  # noqa: N815
    queryAccessibleInterface = staticmethod(QAccessible.queryAccessibleInterface)  # noqa: N815

    def __init__(self) -> None:
        self.told: list[str] = []

    def updateAccessibility(self, event) -> None:
        QAccessible.updateAccessibility(event)
        if event.type() == QAccessible.Event.Focus:
            cell = event.accessibleInterface()
            self.told.append(
                f"{cell.text(QAccessible.Text.Name)}; {cell.text(QAccessible.Text.Description)}".removeprefix(
                    "Action: "
                )
            )


@pytest.fixture
def reader(monkeypatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(spokentree, "QAccessible", made)
    return made


@pytest.fixture
def table(qtbot, listened_to, reader):
    found = timetable_of(qtbot, bridge_of()).table
    found.activateWindow()
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    return found


def heard(table) -> list[str]:
    """The titles a reader finds, asked for place by place; asked first so that Qt keeps them."""
    face, columns = QAccessible.queryAccessibleInterface(table), table.plan_tree.columnCount()
    places = range(columns + TITLE, face.childCount(), columns)
    return [face.child(place).text(QAccessible.Text.Name).removeprefix("Action: ") for place in places]


def shown(table) -> list[str]:
    """The titles of the rows that are open."""
    index, found = table.plan_tree.index(0, TITLE), []
    while index.isValid():
        found.append(index.data(Qt.ItemDataRole.AccessibleTextRole).removeprefix("Action: "))
        index = table.indexBelow(index).siblingAtColumn(TITLE)
    return found


def test_rows_are_where_a_reader_looks_for_them_after_each_change(table, qtbot):
    model = table.plan_tree
    assert heard(table) == shown(table)
    for deed in (
        lambda: table.setExpanded(model.index_of("t1"), False),
        lambda: table.setExpanded(model.index_of("t1"), True),
        lambda: model.run(AddItem("Write to the staff", parent="a11")),
        lambda: model.run(DeleteItem("s111")),
        lambda: model.set_filter("leaflet"),
        lambda: model.set_filter(""),
    ):
        deed()
        table.executeDelayedItemsLayout()
        assert heard(table) == shown(table)


def test_opening_and_shutting_is_told(table, reader, qtbot):
    table.choose("a11", TITLE)
    QTest.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any("Level 2, 1 of 2, shut, 2 rows below" in said for said in reader.told))
    QTest.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Level 2, 1 of 2, open, 2 rows below" in reader.told[-1])


def test_coming_back_from_an_editor_tells_the_cell(table, reader, qtbot):
    table.choose("s112", TITLE)
    QTest.keyClick(table, Qt.Key.Key_F2)
    qtbot.wait(2 * spokentree._SETTLE)
    reader.told.clear()
    QTest.keyClick(table.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(reader.told))
    assert reader.told[-1].startswith("1.1.2 Consult audit teams")


def test_the_line_for_a_new_action_says_what_to_do(table, reader, qtbot):
    assert table.plan_tree.index_at(NEW_ROW, TITLE).data(Qt.ItemDataRole.AccessibleDescriptionRole) is None
    table.go_to(table.new_row_index())
    table.spoken.tell_again()
    qtbot.waitUntil(lambda: reader.told[-1:] == ["Type a new action…; "])


def test_without_a_screen_reader_nothing_is_done(qtbot, reader):
    QAccessible.setActive(False)
    table = timetable_of(qtbot, bridge_of()).table
    table.setExpanded(table.plan_tree.index_of("t1"), False)
    assert not table.spoken._soon.isActive()
