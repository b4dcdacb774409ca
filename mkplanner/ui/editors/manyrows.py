"""Several rows at once in the details: what they have in common is shown, and what is typed goes to all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from mkplanner.models.commands.rows import SetFields
from mkplanner.models.commands.tags import ChangeTags, tags_in
from mkplanner.models.fields import FIELDS
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Status
from mkplanner.models.wording import count
from mkplanner.ui.editors.partypicker import PartyEdit
from mkplanner.ui.editors.shiftform import ShiftForm
from mkplanner.ui.editors.statusbutton import StatusButton
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

_TITLES_SHOWN = 4


class ManyRows(QWidget):
    """`wanted` brings the command for a change; each is one step for all rows. Headings are left out, as they carry no work."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("many_rows")
        self._items: tuple[str, ...] = ()
        self._plan: Plan | None = None
        self.heading = label("", "h2", wrap=True)
        self.titles = label("", "muted", wrap=True)
        self.titles.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.status = StatusButton()
        self.status.chosen.connect(self._set_status)
        self.fields: dict[str, QLineEdit] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self.shift = ShiftForm()
        self.shift.wanted.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(12))
        layout.setSpacing(theme.px(8))
        for widget in (self.heading, self.titles):
            layout.addWidget(widget)
        layout.addLayout(self._grid)
        layout.addWidget(self.shift)
        layout.addStretch(1)

    def show_rows(self, plan: Plan, items: tuple[str, ...]) -> None:
        """Show what these rows have in common."""
        work = tuple(id_ for id_ in items if not plan.items[id_].kind.is_heading)
        self._items = work or items
        is_first, self._plan = self._plan is None, plan
        if is_first:
            self._fill_grid(plan)
        self._tell(plan, items)
        rows = [plan.items[id_] for id_ in self._items]
        statuses = {row.status for row in rows}
        self.status.set_status(statuses.pop() if len(statuses) == 1 else None)
        for key, edit in self.fields.items():
            if not edit.hasFocus():
                _show_common(edit, plan, rows, key)
        self.shift.show_rows(plan, self._items)

    def _tell(self, plan: Plan, items: tuple[str, ...]) -> None:
        told = numbers(plan)
        left_out = len(items) - len(self._items)
        words = self.tr("{} selected").format(count(len(items), "row"))
        self.heading.setText(words)
        lines = [f"{told[id_]} {' '.join(plan.items[id_].title.split())}" for id_ in self._items[:_TITLES_SHOWN]]
        if len(self._items) > _TITLES_SHOWN:
            lines.append(self.tr("and {} more").format(len(self._items) - _TITLES_SHOWN))
        if left_out:
            lines.append(self.tr("Without {}, which carries no work.").format(count(left_out, "heading")))
        self.titles.setText("\n".join(line if len(line) < 60 else f"{line[:58]}…" for line in lines))

    def _fill_grid(self, plan: Plan) -> None:
        self._add(self.tr("Status"), self.status)
        self._field("owners", FIELDS["owners"].heading, PartyEdit(plan), self._set)
        self._field("by_when", FIELDS["by_when"].heading, QLineEdit(), self._set)
        self._field("percent", FIELDS["percent"].heading, QLineEdit(), self._set)
        self._field("add_tags", self.tr("Add tags"), QLineEdit(), self._add_tags)
        self._field("remove_tags", self.tr("Remove tags"), QLineEdit(), self._remove_tags)

    def _field(self, key: str, words: str, edit: QLineEdit, keep: Callable[[str, str], None]) -> None:
        edit.setObjectName(f"many_{key}")
        edit.setAccessibleName(words)
        edit.editingFinished.connect(lambda: self._finish(edit, key, keep))
        self.fields[key] = edit
        self._add(words, edit)

    def _add(self, words: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(words, "label"), row, 0)
        self._grid.addWidget(
            widget, row, 1, Qt.AlignmentFlag.AlignLeft if widget is self.status else Qt.AlignmentFlag(0)
        )
        self._grid.setColumnStretch(1, 1)

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        for edit in self.fields.values():
            if edit.isModified():
                edit.editingFinished.emit()

    def _finish(self, edit: QLineEdit, key: str, keep: Callable[[str, str], None]) -> None:
        """Keep what was typed for all rows; a field that nobody typed in changes nothing."""
        if edit.isModified() and self._items:
            edit.setModified(False)
            words = edit.text().strip()
            if key in ("add_tags", "remove_tags"):
                edit.clear()
            keep(key, words)

    def _set(self, key: str, words: str) -> None:
        self.wanted.emit(SetFields(self._items, key, words))

    def _add_tags(self, _key: str, words: str) -> None:
        if tags_in(words):
            self.wanted.emit(ChangeTags(self._items, add=tags_in(words)))

    def _remove_tags(self, _key: str, words: str) -> None:
        if tags_in(words):
            self.wanted.emit(ChangeTags(self._items, remove=tags_in(words)))

    def _set_status(self, status: Status | None) -> None:
        if self._items:
            self.wanted.emit(SetFields(self._items, "status", status))


def _show_common(edit: QLineEdit, plan: Plan, rows: list[Item], key: str) -> None:
    """Show what the rows share in a field; where they differ, or for tags, what there is stands as a faint hint."""
    if key in ("add_tags", "remove_tags"):
        shared = sorted(set.intersection(*(set(row.tags) for row in rows))) if rows else []
        hint = "All have: {}".format(", ".join(shared)) if shared else "Commas between tags"
        edit.setPlaceholderText(hint)
        return
    texts = {" ".join(FIELDS[key].show(plan, row).split()) for row in rows}
    edit.setText(texts.pop() if len(texts) == 1 else "")
    edit.setPlaceholderText(f"{len(texts)} different" if texts else "")
    edit.setModified(False)
    edit.setCursorPosition(0)
