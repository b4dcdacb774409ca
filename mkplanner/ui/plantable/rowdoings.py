"""The orders that keys, menus and toolbar give to the table, by their names."""

from __future__ import annotations

from collections.abc import Callable

from mkplanner.models.commands import rowcommands
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rowcopies import PasteCopies, copied
from mkplanner.models.commands.rows import DeleteItem
from mkplanner.models.wording import count
from mkplanner.ui import messages
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.plantable.cellwork import READ_ONLY, CellWork
from mkplanner.ui.plantable.clipboard import copy_rows, paste_rows
from mkplanner.ui.plantable.dateshift import DateShifts
from mkplanner.ui.plantable.view import PlanTable

FLAT = "Rows are sorted or grouped; press Ctrl+Alt+0 for the plan's own order, in which they can be moved."
"""Why rows cannot be moved now."""


class RowDoings:
    """Carries out orders on the chosen rows; one that makes no sense there does nothing, or says why not."""

    def __init__(self, table: PlanTable) -> None:
        self._table = table
        self._model = table.plan_tree
        self.shifts = DateShifts(table, self.chosen)
        self.cells = CellWork(table, self.chosen)

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
            "expand_all": self._table.expansion.open_all,
            "collapse_all": self._table.expansion.shut_all,
            "open_row": lambda: self._table.keys.open_or_shut(True),
            "shut_row": lambda: self._table.keys.open_or_shut(False),
            "edit": self.edit,
            "copy": self.copy,
            "paste": self.paste,
            "cut": self.cut,
            "duplicate": self.duplicate,
            **self.cells.by_name(),
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
        if self._model.is_rearranged:
            messages.note(self._table, FLAT)
        elif command is not None and self._model.run(command):
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
        if index.isValid() and not self._table.edit_or_refuse(index):
            messages.note(self._table, READ_ONLY)

    def copy(self, cut: bool = False) -> None:
        """Put the chosen rows, or cells of several columns, on the clipboard."""
        rows = self.chosen()
        if rows:
            columns = self._table.cells.columns() if self._table.cells.is_wide() and not cut else []
            copy_rows(self._table, rows, columns, cut)

    def cut(self) -> None:
        """Put the chosen rows on the clipboard to be moved to where they are pasted."""
        self.copy(cut=True)
        words = count(len(self.chosen()), "row")
        messages.note(
            self._table, f"Go to where the {words} should stand and press Ctrl+V; until then nothing is changed."
        )

    def paste(self) -> None:
        """Bring rows from the clipboard in below the current one."""
        words = paste_rows(self._table, self._model.bridge)
        if words:
            messages.note(self._table, words)

    def duplicate(self) -> None:
        """Add copies of the chosen rows after the last of them."""
        plan = self._model.plan
        rows = rowcommands.tops(plan, self.chosen())
        if not rows:
            return
        last = plan.items[rows[-1]]
        command = PasteCopies(copied(plan, rows), last.parent, last.id, "Duplicate")
        done = self._model.bridge.run(command, origin=self._model)
        if done is not None and done.id:
            self._table.choose(done.id)
