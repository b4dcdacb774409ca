"""The RASIC view: the matrix, the workload below it and the panel beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from mkplanner.models.commands.people import AddParty
from mkplanner.models.matrix import spoken
from mkplanner.models.notice import Severity
from mkplanner.models.wording import count
from mkplanner.ui import theme
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.parts import upright_scroll
from mkplanner.ui.rasic.grid import MatrixGrid
from mkplanner.ui.rasic.side import SidePanel
from mkplanner.ui.rasic.workload import WorkloadStrip


class RasicView(QWidget):
    """Who does what: one of the window's views, with the same face to the shell as the timetable."""

    selection_changed = Signal(object)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setObjectName("rasic_view")
        self.model = MatrixModel(bridge)
        self.grid = MatrixGrid(bridge, self.model, self)
        self._side = SidePanel(bridge, self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.grid.cursor_moved.connect(self._on_cursor)
        self._side.letter_wanted.connect(
            lambda letter: self._then_focus(lambda: self.grid.type_letter(letter, add=True))
        )
        self._side.clear_wanted.connect(lambda: self._then_focus(self.grid.clear))
        self._side.note_wanted.connect(self._edit)
        self._side.row_wanted.connect(lambda item: self._then_focus(lambda: self.select(item)))
        self.model.modelReset.connect(self._choose_page)
        self.model.dataChanged.connect(lambda *_: self._on_cursor())
        news = theme.news()
        if news is not None:
            news.changed.connect(self.grid.measure)
        self._choose_page()

    def _lay_out(self) -> None:
        matrix = QWidget(self)
        left = QVBoxLayout(matrix)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.grid, 1)
        left.addWidget(WorkloadStrip(self.grid, matrix))
        empty = QLabel(
            "The matrix needs an action and a person or group. Add an action (Ctrl+I) or a post (Insert menu)."
        )
        empty.setWordWrap(True)
        empty.setObjectName("rasic_empty")
        empty.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        self._pages.addWidget(matrix)
        self._pages.addWidget(empty)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(upright_scroll(self._side, "rasic_side_scroll"))

    def _choose_page(self) -> None:
        has_cells = bool(self.model.rowCount()) and bool(self.model.matrix.parties)
        self._pages.setCurrentIndex(0 if has_cells else 1)
        self._on_cursor()

    def select(self, item_id: str) -> None:
        """Put the cursor into a row."""
        self.grid.go_to(item_id)

    def selected(self) -> tuple[str, ...]:
        """Return the rows in which cells are chosen, from the top."""
        rows = sorted({index.row() for index in self.grid.selectionModel().selectedIndexes()})
        return tuple(self.model.entry(row).item.id for row in rows if row < self.model.rowCount())

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this view does for the shell's actions."""
        return {
            "add_party": self.add_party,
            "fill_down": self.grid.fill_down,
            "copy": self.grid.copy,
            "paste": self.grid.paste,
            "delete": self.grid.clear,
            "edit": self._edit,
        }

    def status_text(self) -> str:
        """Return a few words for the status bar: how many rows and posts, and what is wrong."""
        problems = self.model.matrix.problems.values()
        rows = sum(not entry.item.kind.is_heading for entry in self.model.matrix.rows)
        words = f"{count(rows, 'row')} × {count(len(self.model.matrix.parties), 'post')}"
        without = sum(notice.severity is Severity.ERROR for notice in problems)
        two = sum(notice.id == "two-accountable" for notice in problems)
        return f"{words} · {without} without Accountable, {two} with two"

    def focus_panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round."""
        return (self.grid, self._side)

    def add_party(self) -> None:
        """Ask for a name and add that post, person or board as a column."""
        name, wanted = QInputDialog.getText(self, "Add a post, person or board", "Name:")
        if wanted and name.strip():
            self._bridge.run(AddParty(name), self)

    def _edit(self) -> None:
        self.grid.setFocus()
        if self.grid.currentIndex().isValid():
            self.grid.edit(self.grid.currentIndex())

    def _then_focus(self, deed: Callable[[], None]) -> None:
        deed()
        self.grid.setFocus()

    def _on_cursor(self) -> None:
        indexes = self.grid.selectionModel().selectedIndexes()
        current = self.grid.currentIndex()
        party = self.model.party(current.column()) if current.isValid() else None
        if party is None or current.row() >= self.model.rowCount():
            self._side.tell("Nothing chosen", "Go to a cell with the arrow keys.")
            return
        rows, columns = len({i.row() for i in indexes}), len({i.column() for i in indexes})
        item = self.model.entry(current.row()).item
        self._side.tell(
            f"Selected: {count(rows, 'row')} × {count(columns, 'post')}", spoken(self.model.matrix, item.id, party)
        )
        self.selection_changed.emit(self.selected())
