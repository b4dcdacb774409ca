"""The progress updates of a row, newest first, each of which can be changed or deleted, and the form for a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mkplanner.charts.marks.words import long_date
from mkplanner.models.commands.progress import AddUpdate, ChangeUpdate, RemoveUpdate
from mkplanner.models.plan import Plan, Update
from mkplanner.models.status import RAG_STATUS
from mkplanner.ui.editors.iconbutton import icon_button
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.editors.statusbutton import status_icon
from mkplanner.ui.editors.updateform import UpdateForm
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

_SHOWN_AT_FIRST = 3


class UpdatesEdit(QWidget):
    """`wanted` brings the command for a change."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("updates")
        self._item = ""
        self._updates: tuple[Update, ...] = ()
        self._all = False
        self.author: Callable[[], str] = str
        self.opener = link_button(self.tr("Add…"), "open_update")
        self.opener.setAccessibleName(self.tr("Add update"))
        self.opener.clicked.connect(lambda: self.open_form())
        self.form = UpdateForm()
        self.form.given.connect(self._keep)
        self.form.left.connect(self._leave)
        self.form.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.form)
        layout.addLayout(self._list)

    def open_form(self, update: Update | None = None) -> None:
        """Show the form, for a new update or for one that is to be changed, and put the cursor there."""
        self.form.author = self.author()
        self.form.fill(update)
        self.form.show()
        self.opener.setEnabled(False)
        self.form.text.setFocus()

    def close_form(self) -> None:
        """Clear and hide the form."""
        self.form.clear()
        self.form.hide()
        self.opener.setEnabled(True)

    def _leave(self) -> None:
        self.close_form()
        self.opener.setFocus()

    def _keep(self) -> None:
        form = self.form
        words, rag, day, author = form.text.toPlainText(), form.light(), form.day(), form.signed()
        if form.update_id is None:
            self.wanted.emit(AddUpdate(self._item, words, rag, day, author))
        else:
            self.wanted.emit(ChangeUpdate(form.update_id, words, rag, day, author))

    def show_row(self, plan: Plan, item: str) -> None:
        """Show the updates of a row; what stands in the form is kept until it is added, or another row is shown."""
        updates = plan.updates_of.get(item, ())
        if item == self._item and updates == self._updates:
            return
        if item != self._item:
            self.close_form()
            self._all = False
        elif self._is_answered(updates):
            self._leave()
        self._item, self._updates = item, updates
        self._fill()

    def _is_answered(self, updates: tuple[Update, ...]) -> bool:
        """Whether what the form was for has happened: one more update is there, or the one in it is not what it was."""
        if self.form.isHidden():
            return False
        changed = self.form.update_id
        if changed is None:
            return len(updates) > len(self._updates)
        before = next((row for row in self._updates if row.id == changed), None)
        return before != next((row for row in updates if row.id == changed), None)

    def _fill(self) -> None:
        cleared(self._list)
        newest_first = self._updates[::-1]
        shown = newest_first if self._all else newest_first[:_SHOWN_AT_FIRST]
        for place, update in enumerate(shown):
            put_in(self._list, self._entry(update, is_latest=place == 0))
        if not newest_first:
            put_in(self._list, label(self.tr("No update yet."), "label"))
        if len(shown) < len(newest_first):
            more = link_button(self.tr("Show {} older").format(len(newest_first) - len(shown)), "older_updates")
            more.clicked.connect(self._show_all)
            put_in(self._list, more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _entry(self, update: Update, is_latest: bool) -> QWidget:
        entry = QWidget()
        layout = QVBoxLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(1))
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        if update.rag is not None:
            sign = QLabel()
            sign.setPixmap(status_icon(RAG_STATUS[update.rag]).pixmap(theme.px(16), theme.px(16)))
            sign.setAccessibleName(update.rag.value)
            head.addWidget(sign)
        head.addWidget(label(update_heading(update, is_latest), "label", wrap=True), 1)
        self._add_doings(head, update)
        layout.addLayout(head)
        if update.text:
            words = label(update.text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(words)
        return entry

    def _add_doings(self, head: QHBoxLayout, update: Update) -> None:
        day = long_date(update.date) if update.date else self.tr("without a date")
        change = icon_button("edit", self.tr("Change the update of {}").format(day), f"change_{update.id}")
        change.clicked.connect(lambda: self.open_form(update))
        delete = icon_button("delete", self.tr("Delete the update of {}").format(day), f"delete_{update.id}")
        delete.clicked.connect(lambda: self.wanted.emit(RemoveUpdate(update.id)))
        for button in (change, delete):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def update_heading(update: Update, is_latest: bool) -> str:
    """Return when an update was made and by whom: "Latest update · 3 November 2025 · Head of Legal"."""
    day = long_date(update.date) if update.date else "no date"
    parts = [("Latest update" if is_latest else ""), day, update.author]
    return " · ".join(part for part in parts if part)
