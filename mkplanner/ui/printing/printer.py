"""Pages onto paper through the system's printer: the very shapes of the preview, one page at a time between two events.

A painter's fonts belong to the window's own thread, so pages are drawn there; none takes longer than a moment, the window
stays alive, and stopping takes effect before the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QObject, QPointF, QSizeF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mkplanner.charts.shapes import Document, Page
from mkplanner.errors import PlannerError
from mkplanner.ui import messages
from mkplanner.ui.printing.preview import paint_page
from mkplanner.ui.tasks import ProgressWindow

POINTS = 72.0
_SLOW = 3
"""So many pages are printed without a window that counts them."""


def new_printer(document: Document) -> QPrinter:
    """Return a printer set up for the paper that a document was laid out for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator("MK Planner")
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(document.pages[0]))
    return printer


def page_layout(page: Page) -> QPageLayout:
    """Return the sheet of one page as the system names it, held as the page is, without margins."""
    is_wide = page.width > page.height
    size = QSizeF(page.height, page.width) if is_wide else QSizeF(page.width, page.height)
    named = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    return QPageLayout(named, turned, QMarginsF(0, 0, 0, 0))


def asked_pages(printer: QPrinter, document: Document) -> list[Page]:
    """Return the pages that were asked for in the printer's own dialogue, all of them where no range was given."""
    first, last = printer.fromPage(), printer.toPage()
    return document.pages[first - 1 : last] if first > 0 else list(document.pages)


class PrintJob(QObject):
    """Prints pages; `done` is called when the last is handed over, and not at all where the user stops it."""

    def __init__(
        self, parent: QWidget, printer: QPrinter, document: Document, pages: Sequence[Page], done: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._window: ProgressWindow | None = None
        self._printer, self._document, self._done = printer, document, done
        self._left = list(pages)
        self._total = len(self._left)
        self._painter = QPainter()
        self._is_stopped = False

    def start(self) -> None:
        """Begin. Says so, and does nothing, where the printer refuses."""
        if not self._left or not self._painter.begin(self._printer):
            trouble = PlannerError(
                self.tr("The printer does not take the pages."),
                self.tr("Choose another printer, or make a PDF; the plan is safe."),
            )
            messages.error(self.parent(), trouble)  # type: ignore[arg-type]
            return
        if self._total > _SLOW:
            self._window = ProgressWindow(self.parent(), self.tr("Printing"), self.stop)  # type: ignore[arg-type]
            self._window.show()
        QTimer.singleShot(0, self, self._print_next)

    def stop(self) -> None:
        """Print no further page, and take back what the system has not printed yet."""
        self._is_stopped = True

    def _print_next(self) -> None:
        if self._is_stopped:
            self._printer.abort()
            self._end()
            messages.note(self.parent(), self.tr("Stopped. Pages already handed to the printer may still come."))  # type: ignore[arg-type]
            return
        page = self._left.pop(0)
        self._draw(page)
        number = self._total - len(self._left)
        if self._window is not None:
            self._window.show_report(number, self._total, f"Page {number} of {self._total}")
        if self._left:
            self._printer.setPageLayout(page_layout(self._left[0]))
            self._printer.newPage()
            QTimer.singleShot(0, self, self._print_next)
        else:
            self._end()
            self._done()

    def _draw(self, page: Page) -> None:
        scale = self._printer.resolution() / POINTS
        paint_page(self._painter, page, QPointF(0, 0), scale, self._document.palette)

    def _end(self) -> None:
        self._painter.end()
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None
