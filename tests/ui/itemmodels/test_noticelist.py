from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mkplanner.models.notice import Notice, Severity
from mkplanner.ui.itemmodels.noticelist import NOTICE, NoticeList

NOTICES = (Notice("no-accountable", Severity.ERROR, "1.1 has nobody Accountable.", "a"),)


def test_qt_finds_no_fault_with_the_model(qapp):
    model = NoticeList()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_notices(NOTICES)
    model.show_notices(())

    assert tester.model() is model


def test_a_row_says_its_sentence_and_speaks_its_severity(qapp):
    model = NoticeList()
    model.show_notices(NOTICES)
    index = model.index(0, 0)

    assert index.data() == "1.1 has nobody Accountable."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Error: 1.1 has nobody Accountable."
    assert index.data(NOTICE) is NOTICES[0]
