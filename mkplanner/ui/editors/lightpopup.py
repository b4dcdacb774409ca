"""What stands under a progress update while it is typed in its cell: the traffic light, what was said last, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.status import Rag
from mkplanner.ui.editors.lights import light_segments, needs_comment
from mkplanner.ui.editors.popupplace import EDGE, beside, near
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary

_WIDTH = 430


class LightPopup(QFrame):
    """`finished` brings True to keep and False to leave all as it was; `light_chosen` says that another light was pressed."""

    finished = Signal(bool)
    light_chosen = Signal()

    def __init__(self, last: str, window: QWidget, author: str = "") -> None:
        super().__init__(window)
        self.setObjectName("light_popup")
        self._window = window
        look = theme.current()
        self.setStyleSheet(
            f"QFrame#light_popup {{ background: {look['raised']}; border: 1px solid {look['edge']};"
            f" border-radius: {theme.px(6)}px; }}"
        )
        self.lights = light_segments()
        self.lights.chosen.connect(lambda _key: self.light_chosen.emit())
        self.hint = label("", "warning", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        self._layout.setSpacing(theme.px(7))
        self._layout.addLayout(self._light_line())
        self._layout.addWidget(self.hint)
        if last:
            self._layout.addWidget(label(self.tr("Said before: {}").format(_short(last)), "muted", wrap=True))
        self._layout.addLayout(self._buttons(author))
        self.judge(has_words=True)

    def _light_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(label(self.tr("Traffic light"), "label"))
        line.addWidget(self.lights)
        line.addWidget(label(self.tr("Alt+G, A, R; N for none"), "muted"), 1)
        return line

    def _buttons(self, author: str) -> QHBoxLayout:
        line = QHBoxLayout()
        self.signed = label(self.tr("Signed {}").format(author) if author else "", "muted")
        self.signed.setObjectName("signed_by")
        line.addWidget(self.signed, 1)
        cancel = QPushButton(self.tr("Cancel   Esc"))
        cancel.setObjectName("cancel_cell_update")
        keep = primary(QPushButton(self.tr("Keep   Enter")))
        keep.setObjectName("keep_cell_update")
        for button, is_kept in ((cancel, False), (keep, True)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, is_kept=is_kept: self.finished.emit(is_kept))
            line.addWidget(button)
        return line

    @property
    def light(self) -> Rag | None:
        """The traffic light that is chosen."""
        key = self.lights.choice()
        return None if key == "none" else Rag(key)

    def choose(self, light: Rag | None) -> None:
        """Press the button of a traffic light."""
        self.lights.choose(light.value if light else "none")
        self.light_chosen.emit()

    def judge(self, has_words: bool) -> bool:
        """Say what is lacking, before anybody tries to keep it; whether the update may be kept."""
        is_wanting = needs_comment(self.light) and not has_words
        self.hint.setText(self.tr("Amber and red need a comment: what is being done about it?") if is_wanting else "")
        self.hint.setVisible(is_wanting)
        return not is_wanting

    def stand_by(self, cell: QRect) -> None:
        """Stand under a cell of the window, else above it, else beside it."""
        around = self._window.rect()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
            if (inside := widget.layout()) is not None:
                inside.invalidate()
        self._layout.invalidate()
        needed = self._layout.totalSizeHint()
        width = min(max(theme.px(_WIDTH), needed.width()), around.width() - 2 * EDGE)
        height = self._layout.totalHeightForWidth(width) if self._layout.hasHeightForWidth() else needed.height()
        self.setFixedSize(width, height)
        self.move(near(cell, self.size(), around) or beside(cell, self.size(), around))
        self.raise_()
        self.show()


def _short(words: str, most: int = 160) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"
