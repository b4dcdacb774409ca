"""The matrix as Qt sees it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from tests.builders import example_plan, session_of, titled


def test_it_passes_qts_own_tester_through_changes_and_undo(qtbot: QtBot) -> None:
    session, _ = session_of(example_plan())
    bridge = SessionBridge(session)
    model = MatrixModel(bridge)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    columns = model.columnCount()
    party = bridge.run(AddParty("Payroll Lead", organisation="Tidemouth Council"))
    assert party is not None
    assert model.columnCount() == columns + 1
    bridge.run(SetLetters(titled(session.plan, "Welcome").id, party.id or "", "C"))
    for _ in range(2):
        bridge.undo()
    assert model.columnCount() == columns
    assert tester.model() is model


def test_a_cell_speaks_and_headings_hold_nothing(qtbot: QtBot) -> None:
    session, _ = session_of(example_plan())
    model = MatrixModel(SessionBridge(session))
    first = model.index(1, 0)
    assert model.data(first, Qt.ItemDataRole.AccessibleTextRole) == "1.1, Joint Board: Informed"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.headerData(1, Qt.Orientation.Vertical) == "1.1 Agree one operating model for the shared audit service"


def test_a_new_letter_keeps_the_columns_and_a_new_party_adds_one(qtbot: QtBot) -> None:
    session, _ = session_of(example_plan())
    bridge = SessionBridge(session)
    model = MatrixModel(bridge)
    with qtbot.waitSignal(model.dataChanged):
        bridge.run(SetLetters(titled(session.plan, "Welcome").id, model.matrix.parties[0].id, "I"))
    with qtbot.waitSignal(model.modelReset):
        bridge.run(AddParty("Payroll Lead"))
