import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from mkplanner.charts.shapes import Page
from mkplanner.ui.printing.printer import PrintJob, asked_pages, new_printer, page_layout
from tests.charts.paper import words_of


@pytest.fixture
def printer(document, tmp_path):
    made = new_printer(document)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@pytest.fixture
def job(qtbot, printer, document, widget):
    def start(pages, done):
        made = PrintJob(widget, printer, document, pages, done)
        made.start()
        return made

    return start


@pytest.fixture
def widget(qtbot):
    from PySide6.QtWidgets import QWidget

    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("wide", "high", "paper"), [(595.3, 841.9, "A4"), (1190.6, 841.9, "A3"), (841.9, 595.3, "A4")])
def test_paper_is_known_by_its_name(wide, high, paper):
    layout = page_layout(Page(wide, high))

    assert layout.pageSize().id() == getattr(QPageSize.PageSizeId, paper)
    size = layout.fullRect(layout.units()).size()
    assert size.width() > size.height() or wide < high
    assert QSizeF(size).isValid()


def test_every_page_is_printed_with_its_words(qtbot, job, printer, document, tmp_path):
    done = []
    job(document.pages, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)

    assert words_of(tmp_path / "printed.pdf").count("\f") == len(document.pages)


def test_a_range_prints_only_its_pages(printer, document):
    printer.setFromTo(2, 2)

    assert asked_pages(printer, document) == [document.pages[1]]
    printer.setFromTo(0, 0)
    assert asked_pages(printer, document) == document.pages


def test_stopping_prints_nothing_more(qtbot, job, printer, document, recorder):
    done = []
    running = job(document.pages * 3, lambda: done.append(True))
    running.stop()
    qtbot.waitUntil(lambda: bool(recorder.notes), timeout=5000)

    assert done == []
