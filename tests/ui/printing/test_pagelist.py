import pytest
from PySide6.QtCore import Qt

from mkplanner.ui.printing.pagelist import PageList


@pytest.fixture
def pages(qtbot, dressed, document):
    made = PageList()
    qtbot.addWidget(made)
    made.resize(120, 500)
    made.show()
    made.show_document(document)
    return made


def test_every_page_has_its_picture_and_its_number(pages, document):
    model = pages.model()

    assert model.rowCount() == len(document.pages) > 1
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Page 2 of {len(document.pages)}"
    assert not pages.grab().isNull()


def test_choosing_a_page_tells_its_number(pages, qtbot):
    with qtbot.waitSignal(pages.chosen) as heard:
        pages.choose(1)

    assert heard.args == [1]
    pages.choose(99)
    assert pages.currentIndex().row() == 1


def test_the_place_is_kept_when_pages_are_laid_out_afresh(pages, document):
    pages.choose(1)
    pages.show_document(document)

    assert pages.currentIndex().row() == 1


def test_without_a_document_there_are_no_pages(pages):
    pages.show_document(None)

    assert pages.model().rowCount() == 0
