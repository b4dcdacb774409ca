"""The orders that keys, menus and toolbar give to the table and its chart, by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import DeleteItem, SetField, SetFields
from mkplanner.models.status import Status
from mkplanner.ui import messages
from mkplanner.ui.plantable import rowcommands
from mkplanner.ui.plantable.clipboard import copy_rows, paste_rows
from mkplanner.ui.plantable.columns import COLUMNS, STATUS, TITLE
from mkplanner.ui.plantable.dateshift import DateShifts
from mkplanner.ui.plantable.view import PlanTable


class Chart(Protocol):
    """What the orders need of the chart."""

    def zoom_in(self) -> None:
        """Make days wider."""

    def zoom_out(self) -> None:
        """Make days narrower."""

    def whole_plan(self) -> None:
        """Show all the plan's years."""

    def today(self) -> None:
        """Bring today into view."""


class RowDoings:
    """Carries out orders on the chosen rows; one that makes no sense there does nothing, or says why not."""

    def __init__(self, table: PlanTable, chart: Chart) -> None:
        self._table = table
        self._model = table.plan_tree
        self._chart = chart
        self.shifts = DateShifts(table, self.chosen)

    def by_name(self) -> dict[str, Callable[[], None]]:
        """Return every order by its name."""
        return {
            "add_action": self.add_action,
            "add_sub_action": self.add_sub_action,
            "indent": lambda: self._shift(rowcommands.indent(self._model.plan, self.chosen())),
            "outdent": lambda: self._shift(rowcommands.outdent(self._model.plan, self.chosen())),
            "delete": self.delete,
            "move_up": lambda: self._shift(rowcommands.move(self._model.plan, self.chosen(), -1)),
            "move_down": lambda: self._shift(rowcommands.move(self._model.plan, self.chosen(), 1)),
            "link": self.link,
            "zoom_in": self._chart.zoom_in,
            "zoom_out": self._chart.zoom_out,
            "whole_plan": self._chart.whole_plan,
            "today": self._chart.today,
            "expand_all": self._table.expansion.open_all,
            "collapse_all": self._table.expansion.shut_all,
            "open_row": lambda: self._table.keys.open_or_shut(True),
            "shut_row": lambda: self._table.keys.open_or_shut(False),
            "edit": self.edit,
            "copy": self.copy,
            "paste": self.paste,
            "clear": self.clear,
            "fill_down": self.fill_down,
            "set_status": self.set_status,
            "take_back_row": self._model.bridge.undo,
            **self.shifts.by_name(),
        }

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the rows that orders are for: the selected ones, else the current one."""
        chosen = self._table.chosen_ids()
        current = self._table.current_id()
        return chosen or ((current,) if current else ())

    def add_action(self) -> None:
        """Add an empty row below the current one and open it for typing."""
        self._add(rowcommands.add_after(self._model.plan, self._table.current_id()))

    def add_sub_action(self) -> None:
        """Add an empty row below and inside the current one and open it for typing."""
        current = self._table.current_id()
        if current is None:
            self.add_action()
        else:
            self._add(rowcommands.add_below(self._model.plan, current))

    def _add(self, command: Command) -> None:
        done = self._model.bridge.run(command, origin=self._model)
        if done is not None and done.id is not None:
            self._table.edit_cell(done.id, TITLE)
            self._table.keys.fresh = done.id

    def _shift(self, command: Command | None) -> None:
        if command is not None and self._model.run(command):
            self._table.scrollTo(self._table.currentIndex())

    def delete(self) -> None:
        """Delete the chosen rows and go to the row that takes their place."""
        rows = rowcommands.tops(self._model.plan, self.chosen())
        if not rows:
            return
        column = max(self._table.currentIndex().column(), 0)
        after = self._table.indexBelow(self._last_below(rows[-1]))
        following = self._model.item_id(after)
        if self._model.run(DeleteItem(tuple(rows))):
            index = self._model.index_of(following, column) if following else self._table.new_row_index()
            self._table.go_to(index if index.isValid() else self._table.new_row_index())

    def _last_below(self, item_id: str):  # type: ignore[no-untyped-def]
        index = self._model.index_of(item_id)
        while self._model.hasChildren(index) and self._table.isExpanded(index):
            index = self._model.index(self._model.rowCount(index) - 1, 0, index)
        return index

    def link(self) -> None:
        """Have each chosen row follow the one chosen above it."""
        command = rowcommands.link(self.chosen())
        if command is None:
            messages.note(
                self._table, "Choose two or more rows to link: hold Ctrl and click, or Shift and an arrow key."
            )
        else:
            self._model.run(command)

    def edit(self) -> None:
        """Open the editor of the current cell."""
        index = self._table.currentIndex()
        if index.isValid():
            self._table.edit(index)

    def clear(self) -> None:
        """Clear the current column in the chosen rows."""
        self._set(None)

    def set_status(self) -> None:
        """Give the chosen rows the status whose letter was typed."""
        self._set(self._table.keys.letter, STATUS)

    def give_status(self, status: Status | None) -> None:
        """Give the chosen rows a status."""
        self._set(status, STATUS)

    def _set(self, value: object, column: int | None = None) -> None:
        rows = self.chosen()
        column = self._table.currentIndex().column() if column is None else column
        if not rows or column < 0:
            return
        key = COLUMNS[column].field.key
        self._model.run(SetField(rows[0], key, value) if len(rows) == 1 else SetFields(rows, key, value))

    def fill_down(self) -> None:
        """Copy the current column of the first chosen row to the others; with one row chosen, from the row above."""
        rows = self.chosen()
        column = self._table.currentIndex().column()
        if not rows or column < 0:
            return
        source, targets = rows[0], rows[1:]
        if not targets:
            above = self._model.item_id(self._table.indexAbove(self._model.index_of(source)))
            if above is None:
                return
            source, targets = above, (source,)
        plan = self._model.plan
        field = COLUMNS[column].field
        value: object = field.show(plan, plan.items[source])
        if field.key == "by_when":
            value = plan.items[source].by_when
        self._model.run(
            SetField(targets[0], field.key, value) if len(targets) == 1 else SetFields(targets, field.key, value)
        )

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, as text and as a table."""
        rows = self.chosen()
        if rows:
            copy_rows(self._table, rows)

    def paste(self) -> None:
        """Bring rows from the clipboard in below the current one."""
        words = paste_rows(self._table, self._model.bridge)
        if words:
            messages.note(self._table, words)
