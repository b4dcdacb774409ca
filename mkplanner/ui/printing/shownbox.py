"""The tick by which a paper takes over what the window shows: rows, order and groups, told in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.parts import label
from mkplanner.ui.printing.screen import Screen


class ShownBox(QWidget):
    """Ticked at first; not to be seen while the window shows the whole plan. `toggled` says that it was ticked or not."""

    toggled = Signal(bool)

    def __init__(self, screen: Screen | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = screen.words if screen else ""
        self.box = QCheckBox(self.tr("As the &window shows it"))
        self.box.setObjectName("as_shown")
        self.box.setChecked(screen is not None)
        self.box.setAccessibleDescription(words)
        self.box.toggled.connect(self.toggled)
        said = label(words, "muted", wrap=True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setContentsMargins(theme.px(27), 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(4), 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(said)
        self.setFocusProxy(self.box)
        self.setVisible(screen is not None)

    @property
    def is_on(self) -> bool:
        """Whether the paper is to show what the window shows, and can."""
        return self.box.isChecked() and not self.isHidden()
