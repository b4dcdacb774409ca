"""The form for a progress update, new or old: words, traffic light and day. Amber and red need words, and it says so before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.plan import Update
from mkplanner.models.status import Rag
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.lights import light_segments, needs_comment
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label


class UpdateForm(QWidget):
    """`given` says that the form is to be kept, `left` that it is to be put away; Esc leaves, Ctrl+Enter keeps.

    `author` is who signs new updates unless another name is typed.
    """

    given = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("update_form")
        self.update_id: str | None = None
        self.author = ""
        self._make_words()
        self._make_light()
        self._make_day()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(4))
        layout.setSpacing(theme.px(4))
        for widget in (self.text, self.rag, self.hint):
            layout.addWidget(widget)
        layout.addLayout(self._day_line())
        layout.addLayout(self._author_line())
        layout.addLayout(self._buttons())
        self.clear()

    def _make_words(self) -> None:
        self.text = GrowingEdit(self.tr("Words of the update"))
        self.text.setObjectName("update_text")
        self.text.setPlaceholderText(self.tr("What has happened since?"))
        self.text.least_lines = 2
        self.text.textChanged.connect(self._judge)
        self.hint = label("", "warning", wrap=True)
        self.hint.hide()

    def _make_light(self) -> None:
        self.rag = light_segments()
        self.rag.setObjectName("update_rag")
        self.rag.chosen.connect(lambda _: self._judge())

    def _make_day(self) -> None:
        self.has_day = QCheckBox(self.tr("On"))
        self.has_day.setAccessibleName(self.tr("The update has a date"))
        self.on = QDateEdit(QDate.currentDate())
        self.on.setObjectName("update_date")
        self.on.setAccessibleName(self.tr("Date of the update"))
        self.on.setDisplayFormat("d MMM yyyy")
        self.on.setCalendarPopup(True)
        self.has_day.toggled.connect(self.on.setEnabled)

    def _day_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(self.has_day)
        line.addWidget(self.on, 1)
        return line

    def _author_line(self) -> QHBoxLayout:
        self.by = QLineEdit()
        self.by.setObjectName("update_author")
        self.by.setAccessibleName(self.tr("Whose update it is"))
        self.by.setPlaceholderText(self.tr("Nobody named"))
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(label(self.tr("By"), "label"))
        line.addWidget(self.by, 1)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel_update")
        cancel.clicked.connect(self.left)
        self.add = QPushButton()
        self.add.setObjectName("add_update")
        self.add.clicked.connect(self.given)
        line.addWidget(cancel)
        line.addWidget(self.add)
        return line

    def clear(self) -> None:
        """Make the form ready for a new update of today."""
        self.fill(None)

    def fill(self, update: Update | None) -> None:
        """Show an update that is to be changed; None makes the form one for a new update."""
        self.update_id = update.id if update else None
        self.text.setPlainText(update.text if update else "")
        rag = update.rag if update else None
        self.rag.choose(rag.value if rag else "none")
        day = update.date if update else date.today()
        self.has_day.setChecked(day is not None)
        self.on.setEnabled(day is not None)
        shown = day or date.today()
        self.on.setDate(QDate(shown.year, shown.month, shown.day))
        self.by.setText(update.author if update else self.author)
        self.by.home(False)
        self.add.setText(self.tr("Add update") if update is None else self.tr("Keep update"))
        self._judge()

    def light(self) -> Rag | None:
        """Return the traffic light that is chosen."""
        key = self.rag.choice()
        return None if key == "none" else Rag(key)

    def day(self) -> date | None:
        """Return the day, or None for an update without one."""
        chosen = self.on.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self.has_day.isChecked() else None

    def signed(self) -> str:
        """Return whose update it is, empty for nobody named."""
        return " ".join(self.by.text().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.add.isEnabled():
            self.given.emit()
        else:
            super().keyPressEvent(event)

    def _judge(self) -> None:
        rag, has_words = self.light(), bool(self.text.toPlainText().strip())
        needs_words = needs_comment(rag) and not has_words
        self.hint.setText(self.tr("Amber and red need a comment: what is being done about it?") if needs_words else "")
        self.hint.setVisible(needs_words)
        self.add.setEnabled(not needs_words and (has_words or rag is not None))
        self.add.setToolTip("" if self.add.isEnabled() else self.tr("Write what happened, or choose a traffic light."))
