"""The progress updates of a row, newest first, and the form that adds one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mkplanner.charts.mark_words import long_date
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.plan import Plan, Update
from mkplanner.models.status import RAG_STATUS, STYLES, Rag
from mkplanner.ui import theme
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.editors.statusbutton import status_icon
from mkplanner.ui.parts import Segments, label

_CHOICES = (("none", "None"), ("green", "G"), ("amber", "A"), ("red", "R"))
_SHOWN_AT_FIRST = 3


class UpdatesEdit(QWidget):
    """`wanted` brings the command that adds an update. Amber and red need a comment, and the form says so before."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("updates")
        self._item = ""
        self._updates: tuple[Update, ...] = ()
        self._all = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        layout.addLayout(self._heading())
        self.form = self._form()
        self.form.hide()
        layout.addWidget(self.form)
        layout.addLayout(self._list)

    def _heading(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Updates"), "label"), 1)
        self.opener = link_button(self.tr("Add update…"), "open_update")
        self.opener.clicked.connect(self.open_form)
        head.addWidget(self.opener)
        return head

    def open_form(self) -> None:
        """Show the form for a new update and put the cursor there."""
        self.form.show()
        self.opener.hide()
        self.text.setFocus()

    def close_form(self) -> None:
        """Clear and hide the form."""
        self.text.setPlainText("")
        self.rag.choose("none")
        self.on.setDate(QDate.currentDate())
        self.form.hide()
        self.opener.show()

    def _form(self) -> QWidget:
        made = QWidget()
        form = QVBoxLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.px(4))
        self._make_fields()
        form.addWidget(self.text)
        form.addWidget(self.rag)
        form.addWidget(self.hint)
        form.addWidget(self.on)
        line = QHBoxLayout()
        line.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel_update")
        cancel.clicked.connect(self.close_form)
        line.addWidget(cancel)
        line.addWidget(self.add)
        form.addLayout(line)
        self._judge()
        return made

    def _make_fields(self) -> None:
        self.text = GrowingEdit(self.tr("New update"))
        self.text.setObjectName("update_text")
        self.text.setPlaceholderText(self.tr("What has happened since?"))
        self.text.textChanged.connect(self._judge)
        self.rag = Segments(_CHOICES, self.tr("Traffic light"))
        self.rag.setObjectName("update_rag")
        self.rag.chosen.connect(lambda _: self._judge())
        for key, rag in (("green", Rag.GREEN), ("amber", Rag.AMBER), ("red", Rag.RED)):
            self.rag.buttons[key].setIcon(status_icon(RAG_STATUS[rag]))
            self.rag.buttons[key].setText("")
            self.rag.buttons[key].setAccessibleName(f"{rag.value.capitalize()}: {STYLES[RAG_STATUS[rag]].word}")
            self.rag.buttons[key].setToolTip(f"{rag.value.capitalize()}: {STYLES[RAG_STATUS[rag]].word}")
        self.on = QDateEdit(QDate.currentDate())
        self.on.setObjectName("update_date")
        self.on.setAccessibleName(self.tr("Date of the update"))
        self.on.setDisplayFormat("d MMM yyyy")
        self.on.setCalendarPopup(True)
        self.add = QPushButton(self.tr("Add update"))
        self.add.setObjectName("add_update")
        self.add.clicked.connect(self._add)
        self.hint = label("", "warning", wrap=True)
        self.hint.hide()

    def chosen_rag(self) -> Rag | None:
        """Return the traffic light that is chosen."""
        return {"green": Rag.GREEN, "amber": Rag.AMBER, "red": Rag.RED}.get(self.rag.choice())

    def _judge(self) -> None:
        rag, has_words = self.chosen_rag(), bool(self.text.toPlainText().strip())
        needs_words = rag in (Rag.AMBER, Rag.RED) and not has_words
        self.hint.setText(self.tr("Amber and red need a comment: what is being done about it?") if needs_words else "")
        self.hint.setVisible(needs_words)
        self.add.setEnabled(not needs_words and (has_words or rag is not None))
        self.add.setToolTip("" if self.add.isEnabled() else self.tr("Write what happened, or choose a traffic light."))

    def _add(self) -> None:
        chosen = self.on.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.wanted.emit(AddUpdate(self._item, self.text.toPlainText(), self.chosen_rag(), day))

    def show_row(self, plan: Plan, item: str) -> None:
        """Show the updates of a row; what stands in the form for another row is kept until it is added or cleared."""
        updates = plan.updates_of.get(item, ())
        if item == self._item and updates == self._updates:
            return
        if item == self._item and len(updates) > len(self._updates):
            self.close_form()
        if item != self._item:
            self.close_form()
            self._all = False
        self._item, self._updates = item, updates
        self._fill()

    def _fill(self) -> None:
        cleared(self._list)
        newest_first = self._updates[::-1]
        shown = newest_first if self._all else newest_first[:_SHOWN_AT_FIRST]
        for place, update in enumerate(shown):
            put_in(self._list, _entry(update, is_latest=place == 0))
        if len(shown) < len(newest_first):
            more = link_button(self.tr("Show {} older").format(len(newest_first) - len(shown)), "older_updates")
            more.clicked.connect(self._show_all)
            put_in(self._list, more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()


def update_heading(update: Update, is_latest: bool) -> str:
    """Return when an update was made and by whom: "Latest update · 3 November 2025 · Head of Legal"."""
    day = long_date(update.date) if update.date else "no date"
    parts = [("Latest update" if is_latest else ""), day, update.author]
    return " · ".join(part for part in parts if part)


def _entry(update: Update, is_latest: bool) -> QWidget:
    entry = QWidget()
    layout = QVBoxLayout(entry)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(1))
    head = QHBoxLayout()
    head.setSpacing(theme.px(5))
    if update.rag is not None:
        sign = QLabel()
        sign.setPixmap(status_icon(RAG_STATUS[update.rag]).pixmap(theme.px(16), theme.px(16)))
        sign.setAccessibleName(update.rag.value)
        head.addWidget(sign)
    head.addWidget(label(update_heading(update, is_latest), "label", wrap=True), 1)
    layout.addLayout(head)
    if update.text:
        words = label(update.text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(words)
    return entry
