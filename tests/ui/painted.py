"""Which widgets Qt paints while something is done."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Counts the paint events of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()  # a child of the widget would have Qt push its pixels another way
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        self.count += event.type() == QEvent.Type.Paint
        return False

    def by(self, deed) -> int:
        """How often the widget is painted for a deed, once nothing else is to be painted."""
        QTest.qWait(20)
        before = self.count
        deed()
        QTest.qWait(20)
        return self.count - before
