"""The least a Qt program can do: an empty main window that ends the program once it has been painted."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """A window of the size of the program's own, with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if "stay" not in sys.argv:
            QTimer.singleShot(0, QApplication.quit)


def main() -> int:
    application = QApplication(sys.argv)
    window = EmptyWindow()
    window.resize(1366, 768)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
