"""The RASIC view: questions above the matrix, the workload below it and the panel beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mkplanner.models.notice import Severity
from mkplanner.models.outline import ancestors
from mkplanner.models.rasic.matrix import spoken
from mkplanner.models.rasic.questions import Asked, Question
from mkplanner.models.wording import count
from mkplanner.ui.asking import ask
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import MatrixModel
from mkplanner.ui.look import theme
from mkplanner.ui.parts import upright_scroll
from mkplanner.ui.rasic.cellmenu import cell_menu
from mkplanner.ui.rasic.grid import MatrixGrid
from mkplanner.ui.rasic.loadfigure import LoadPanel
from mkplanner.ui.rasic.loadtable import LoadTable
from mkplanner.ui.rasic.posts import Posts
from mkplanner.ui.rasic.questionbar import QuestionBar
from mkplanner.ui.rasic.side import SidePanel
from mkplanner.ui.rasic.standing import put_back, state_of
from mkplanner.ui.rasic.workload import WorkloadStrip


class RasicView(QWidget):
    """Who does what: one of the window's views, with the same face to the shell as the timetable."""

    selection_changed = Signal(object)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._is_fresh = False
        self.setObjectName("rasic_view")
        self.model = MatrixModel(bridge)
        self.questions = QuestionBar(self.model, self)
        self.grid = MatrixGrid(bridge, self.model, self)
        self.posts = Posts(bridge, self.grid, self)
        self._side = SidePanel(bridge, self)
        self.load_table = LoadTable(self.model, self)
        self._strip = WorkloadStrip(self.grid, self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._choose_page()

    def _lay_out(self) -> None:
        matrix = QWidget(self)
        left = QVBoxLayout(matrix)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.questions)
        left.addWidget(self.grid, 1)
        left.addWidget(self._strip)
        self._load = LoadPanel(self.model, self.load_table, matrix)
        left.addWidget(self._load)
        self._load.hide()
        empty = QLabel(
            "The matrix needs an action and a person or group. Add an action (Ctrl+I) or posts (Ctrl+Shift+P)."
        )
        empty.setWordWrap(True)
        empty.setObjectName("rasic_empty")
        empty.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        self._pages.addWidget(matrix)
        self._pages.addWidget(empty)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(upright_scroll(self._side, "rasic_side_scroll"))

    def _connect(self) -> None:
        grid, side = self.grid, self._side
        grid.cursor_moved.connect(self._on_cursor)
        grid.menu_wanted.connect(self._open_menu)
        grid.asking.connect(self.ask)
        grid.escaped.connect(self.questions.clear)
        self.questions.asked.connect(lambda question: self._then_focus(lambda: self._show(question)))
        self.load_table.asked.connect(lambda question: self._then_focus(lambda: self._show(question)))
        self.load_table.left.connect(grid.setFocus)
        self._strip.party_chosen.connect(
            lambda party: self._then_focus(lambda: self._show(Question(Asked.WHERE, party)))
        )
        side.letter_wanted.connect(lambda code: self._then_focus(lambda: grid.lettering.type_letter(code)))
        side.clear_wanted.connect(lambda: self._then_focus(grid.lettering.clear))
        side.note_wanted.connect(self._edit)
        side.letters_wanted.connect(self.choose_letters)
        side.place_wanted.connect(lambda item, party: self._then_focus(lambda: self._go_to(item, party)))
        self.model.modelReset.connect(self._choose_page)
        self.model.dataChanged.connect(lambda *_: self._on_cursor())
        news = theme.news()
        if news is not None:
            news.changed.connect(grid.measure)

    def _choose_page(self) -> None:
        plan = self.model.matrix.plan
        has_cells = bool(plan.items) and bool(self.model.matrix.parties)
        self._pages.setCurrentIndex(0 if has_cells else 1)
        self._on_cursor()

    # ---- as the window asks

    def select(self, item_id: str) -> None:
        """Put the cursor into a row; just after the view was put back as it stood, no further than to what is shown of it."""
        is_fresh, self._is_fresh = self._is_fresh, False
        if is_fresh and self.model.row_of(item_id) is None:
            above = (row.id for row in ancestors(self.model.matrix.plan, item_id))
            item_id = next((id_ for id_ in above if self.model.row_of(id_) is not None), "")
        if item_id:
            self.grid.go_to(item_id)

    def go_to_party(self, party: str) -> None:
        """Put the cursor into the column of a party."""
        self.grid.go_to_party(party)

    def selected(self) -> tuple[str, ...]:
        """Return the rows in which cells are chosen, from the top."""
        rows, _ = self.grid.chosen_span()
        return tuple(self.model.entry(row).item.id for row in rows)

    def set_filter(self, words: str) -> None:
        """Show only rows with these words, on top of the question."""
        if words != self.model.question.words:
            self._show(replace(self.model.question, words=words))

    def save_state(self) -> bytes:
        """Return which rows are shut and what is asked, for `restore_state`."""
        return state_of(self.model)

    def restore_state(self, state: bytes) -> None:
        """Put them back."""
        put_back(self.model, state)
        self._is_fresh = True

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this view does for the shell's actions."""
        lettering = self.grid.lettering
        return {
            "fill_down": lettering.fill_down,
            "fill_right": lettering.fill_right,
            "copy": lettering.copy,
            "copy_with_heads": lambda: lettering.copy(with_heads=True),
            "paste": lettering.paste,
            "delete": lettering.clear,
            "edit": self._edit,
            "expand_all": lambda: self.model.open_all(True),
            "collapse_all": lambda: self.model.open_all(False),
            "ask": self.ask,
            "workload": self.show_workload,
            "letters": self.choose_letters,
            **self.posts.offers(),
        }

    def mark_rows(self, rows: frozenset[str]) -> None:
        """Mark these rows, and no others, as changed by somebody else."""
        self.grid.rows.mark_rows(rows)

    def status_text(self) -> str:
        """Return a few words for the status bar: how many rows and posts, and what is wrong."""
        problems = self.model.matrix.problems.values()
        shown = self.model.counts()
        words = f"{count(shown['rows'], 'row')} × {count(shown['parties'], 'post')}"
        without = sum(notice.severity is Severity.ERROR for notice in problems)
        two = sum(notice.id == "two-accountable" for notice in problems)
        return f"{words} · {without} without {self.model.letters.word('A')}, {two} with several"

    def focus_panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round."""
        table = (self.load_table,) if self.load_table.isVisible() else ()
        return (self.grid, *table, self._side)

    def setFocus(self, *reason: object) -> None:
        """Give the keys to the matrix."""
        self.grid.setFocus()

    # ---- questions, workload, letters

    def ask(self) -> None:
        """Open the menu of questions at the cursor."""
        self.questions.about(self.grid.current_party())
        cell = self.grid.visualRect(self.grid.currentIndex())
        self.questions.open(self.grid.viewport().mapToGlobal(cell.bottomLeft()))

    def _show(self, question: Question) -> None:
        """Show what answers a question; a party that is asked about gets the cursor."""
        self.model.ask(question)
        if question.party:
            self.grid.go_to_party(question.party)

    def show_workload(self) -> None:
        """Show the workload as a table, or as the strip again."""
        wanted = not self.load_table.isVisible()
        self._strip.setVisible(not wanted)
        self._load.setVisible(wanted)
        if wanted:
            self.load_table.read()
            self.load_table.setFocus()
        else:
            self.grid.setFocus()

    def choose_letters(self) -> None:
        """Show the letters and checks of the plan."""
        from mkplanner.ui.rasic.lettersdialog import LettersDialog

        ask(LettersDialog(self.window(), self._bridge))
        self.grid.setFocus()

    # ---- the cursor

    def _open_menu(self, place: QPoint) -> None:
        self.questions.about(self.grid.current_party())
        menu: QMenu = cell_menu(self, self.handlers(), self.posts.party())
        menu.popup(place)

    def _edit(self) -> None:
        self.grid.setFocus()
        if self.grid.currentIndex().isValid():
            self.grid.edit(self.grid.currentIndex())

    def _go_to(self, item: str, party: str) -> None:
        if item:
            self.grid.go_to(item, party or None)
        else:
            self.grid.go_to_party(party)

    def _then_focus(self, deed: Callable[[], None]) -> None:
        deed()
        self.grid.setFocus()

    def _on_cursor(self) -> None:
        current = self.grid.currentIndex()
        party = self.model.party(current.column()) if current.isValid() else None
        if party is None or not self.grid.is_letter_row(current.row()):
            self._side.tell("Nothing chosen", "Go to a cell with the arrow keys.")
            return
        rows, columns = (part or [0] for part in self.grid.chosen_span())
        item = self.model.entry(current.row()).item
        self.questions.about(party.id)
        self._side.tell(
            f"Selected: {count(len(rows), 'row')} × {count(len(columns), 'post')}",
            spoken(self.model.matrix, item.id, party),
        )
        self.selection_changed.emit(self.selected())
