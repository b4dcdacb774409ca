from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mkplanner.models.notice import Notice, Severity
from mkplanner.ui.itemmodels.noticelist import FIRST, NOTICE, PAGE, NoticeList

NOTICES = (Notice("no-accountable", Severity.ERROR, "1.1 has nobody Accountable.", "a"),)


def test_qt_finds_no_fault_with_the_model(qapp):
    model = NoticeList()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)  # the tester would fetch again amid each fetch
    model.show_notices(NOTICES)
    model.show_notices(())
    model.show_notices(NOTICES * (2 * PAGE + 1))
    model.fetchMore(QModelIndex())
    model.reach(2 * PAGE)

    assert tester.model() is model


def test_a_row_says_its_sentence_and_speaks_its_severity(qapp):
    model = NoticeList()
    model.show_notices(NOTICES)
    index = model.index(0, 0)

    assert index.data() == "1.1 has nobody Accountable."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Error: 1.1 has nobody Accountable."
    assert index.data(NOTICE) is NOTICES[0]


def test_rows_are_handed_out_by_the_page_and_few_at_first(qapp):
    model = NoticeList()
    model.show_notices(NOTICES * (2 * PAGE + 1))
    assert (model.rowCount(), len(model.notices)) == (FIRST, 2 * PAGE + 1)

    model.fetchMore(QModelIndex())
    assert model.rowCount() == PAGE
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE
    model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (2 * PAGE + 1, False)


def test_any_row_can_be_reached(qapp):
    model = NoticeList()
    model.show_notices(NOTICES * (3 * PAGE))

    assert model.reach(2 * PAGE).data() == NOTICES[0].sentence
    assert model.rowCount() == 3 * PAGE
    assert not model.reach(3 * PAGE).isValid()
