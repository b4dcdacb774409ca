"""What is done with the chosen cells: clear, fill down, today, one value for all of them. Each is one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.kinds import SetKind
from mkplanner.models.commands.rows import SetField, SetFields
from mkplanner.models.commands.tags import ChangeTags
from mkplanner.models.commands.together import Together
from mkplanner.models.fields import FIELDS
from mkplanner.models.plan import Item, ItemKind
from mkplanner.models.status import Status
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import count
from mkplanner.ui import messages
from mkplanner.ui.itemmodels.columns import COLUMNS
from mkplanner.ui.plantable.view import PlanTable

READ_ONLY = "This column is worked out from the rest of the row, so there is nothing to change here."
"""What is said where somebody would write into such a column."""


class CellWork:
    """Carries orders about cells out on the chosen rows; `chosen` tells which they are."""

    def __init__(self, table: PlanTable, chosen: Callable[[], tuple[str, ...]]) -> None:
        self._table = table
        self._model = table.plan_tree
        self._chosen = chosen

    def by_name(self) -> dict[str, Callable[[], None]]:
        """Return every order by its name."""
        cells = self._table.cells
        return {
            "clear": self.clear,
            "fill_down": self.fill_down,
            "set_today": self.set_today,
            "select_rows": cells.whole_rows,
            "select_column": cells.whole_column,
            "extend_left": lambda: cells.extend(-1),
            "extend_right": lambda: cells.extend(1),
            "set_status": self.set_status,
            "give_all": lambda: self.give_cell(self._table.keys.words),
        }

    def _columns(self) -> list[int]:
        """The chosen columns that can be written; says so where there are none."""
        found = [column for column in self._table.cells.columns() if COLUMNS[column].field.is_editable]
        if not found and self._table.cells.columns():
            messages.note(self._table, READ_ONLY)
        return found

    def clear(self) -> None:
        """Empty the chosen cells."""
        rows = self._chosen()
        orders = [self._set(rows, COLUMNS[column].field.key, None) for column in self._columns()]
        self._run(f"Clear {count(len(rows) * len(orders), 'cell')}", orders if rows else [])

    def set_status(self) -> None:
        """Give the chosen rows the status whose letter was typed."""
        self.give("status", self._table.keys.letter)

    def give_status(self, status: Status | None) -> None:
        """Give the chosen rows a status."""
        self.give("status", status)

    def give(self, key: str, value: object) -> None:
        """Set a field of the chosen rows; headings carry no work, so they are left out where other rows are chosen."""
        rows = self._chosen()
        if key != "title":
            plan = self._model.plan
            rows = tuple(id_ for id_ in rows if not plan.items[id_].kind.is_heading) or rows
        if rows:
            self._model.run(self._set(rows, key, value))

    def give_cell(self, value: object) -> None:
        """Set the current column of the chosen rows, as Ctrl+Enter in an open cell does."""
        column = self._table.currentIndex().column()
        if column >= 0 and COLUMNS[column].field.is_editable:
            self.give(COLUMNS[column].field.key, value)

    def change_tag(self, tag: str, is_there: bool) -> None:
        """Give the chosen rows a tag, or take it off them."""
        rows = self._chosen()
        if rows:
            tags = (tag,)
            self._model.run(ChangeTags(rows, () if is_there else tags, tags if is_there else ()))

    def make(self, kind: ItemKind) -> None:
        """Make the chosen rows themes, priorities, actions, sub-actions or milestones."""
        rows = self._chosen()
        if rows:
            self._model.run(SetKind(rows, kind))

    def set_today(self) -> None:
        """Write today's date into the date cells of the chosen rows."""
        day = self._model.question.today()
        self.give("by_when", day_words(day))

    def fill_down(self) -> None:
        """Copy the chosen cells of the first row to the others; with one row chosen, from the row above."""
        rows = self._chosen()
        if not rows:
            return
        source, targets = rows[0], rows[1:]
        if not targets:
            above = self._model.item_id(self._table.indexAbove(self._model.index_of(source)))
            if above is None:
                messages.note(self._table, "There is no row above to fill from.")
                return
            source, targets = above, (source,)
        item = self._model.plan.items[source]
        keys = [COLUMNS[column].field.key for column in self._columns()]
        self._run(
            f"Fill down {count(len(targets), 'row')}", [self._set(targets, k, self._value(item, k)) for k in keys]
        )

    def _value(self, item: Item, key: str) -> object:
        return item.by_when if key == "by_when" else FIELDS[key].show(self._model.plan, item)

    def _set(self, rows: Sequence[str], key: str, value: object) -> Command:
        return SetField(rows[0], key, value) if len(rows) == 1 else SetFields(tuple(rows), key, value)

    def _run(self, title: str, orders: list[Command]) -> None:
        if orders:
            self._model.run(orders[0] if len(orders) == 1 else Together(title, tuple(orders)))
