"""What every view with a table of rows is to the window: its choice, filter, menu, and the line that tells the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from mkplanner.ui.arranging.arranger import Arranger
from mkplanner.ui.arranging.querybar import QueryBar
from mkplanner.ui.arranging.savedviews import SavedViews
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.header import HEAD
from mkplanner.ui.plantable.rowdoings import RowDoings
from mkplanner.ui.plantable.rowmenu import row_menu
from mkplanner.ui.plantable.view import PlanTable


class RowsView(QWidget):
    """A view around one `PlanTable`, with its own filter, order, groups and columns.

    `selection_changed` brings the ids of the selected rows. Those who build on it lay out `query_bar` and `table`, say what
    they can do in `handlers`, and call `begin` once they are whole.
    """

    selection_changed = Signal(object)

    def __init__(
        self, bridge: SessionBridge, name: str, parent: QWidget | None = None, day: Callable[[], date] = date.today
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._bridge = bridge
        self._told: tuple[str, ...] = ()
        self.model = PlanTree(bridge, self)
        self.model.question.today = day
        self.table = PlanTable(self.model, self)
        self.doings = RowDoings(self.table)
        self.arranger = Arranger(self.table)
        self.views = SavedViews(self.arranger, self.zoom_now, self.take_zoom)
        self.query_bar = QueryBar(self.arranger, self)
        self.query_bar.keep_wanted.connect(self.views.ask_keep)

    def begin(self) -> None:
        """Listen to the table and the theme."""
        self.setFocusProxy(self.table)
        self.table.head.setFixedHeight(theme.px(HEAD))
        self.table.keys.doings = self.handlers()
        self.table.chosen.connect(self._tell_selection)
        if (news := theme.news()) is not None:
            news.changed.connect(self.refresh_look)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return every order of this view by its name."""
        return self.doings.by_name()

    def zoom_now(self) -> float:
        """Return the pixels of a day for a named view to keep; 0 where there is no chart."""
        return 0.0

    def take_zoom(self, pixels: float) -> None:
        """Show days so many pixels wide, where there is a chart."""

    # What the window asks

    def select(self, item_id: str | None) -> None:
        """Select a row and bring it into view."""
        self.table.choose(item_id)

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the selected rows, from top to bottom."""
        return self.table.chosen_ids()

    def set_filter(self, words: str) -> None:
        """Show only rows that hold these words; found rows are opened up, and without words all is as it was."""
        self.arranger.ask(replace(self.arranger.query, words=words))

    def filter_words(self) -> str:
        """Return what the status bar says of filter, order and groups."""
        return self.arranger.status_words()

    def mark_rows(self, rows: frozenset[str]) -> None:
        """Mark these rows, and no others, as changed by somebody else."""
        self.table.rows.news = rows
        self.table.viewport().update()
        self.table.moved.emit()

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures of the theme afresh."""
        self.table.head.setFixedHeight(theme.px(HEAD))
        self.table.refresh_look()
        self.query_bar.redress()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the chosen rows, by the pointer or under the current cell."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            menu, at = self.menu_by_key()
        else:
            menu = self.menu_at(at) or self.row_menu()
        menu.exec(at)
        menu.deleteLater()

    def menu_by_key(self) -> tuple[QMenu, QPoint]:
        """Return the menu that the Menu key opens, and the point of the screen where."""
        cell = self.table.visualRect(self.table.currentIndex())
        return self.row_menu(), self.table.viewport().mapToGlobal(cell.bottomLeft())

    def row_menu(self) -> QMenu:
        """Return the menu of what can be done with the chosen rows."""
        return row_menu(self, self.handlers(), self.doings.cells, self.model.plan, self.doings.chosen())

    def menu_at(self, at: QPoint) -> QMenu | None:
        """Return the menu of what lies at a point of the screen, None where the rows have theirs."""
        return None

    def show_title(self) -> None:
        """Write the plan's name above the columns."""
        title = self._bridge.plan.info.title or "Action plan"
        if title != self.table.head.title:
            self.table.head.title = title
            self.table.head.viewport().update()

    def _tell_selection(self) -> None:
        chosen = self.selected()
        if chosen != self._told:
            self._told = chosen
            self.selection_changed.emit(chosen)
