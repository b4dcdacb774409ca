"""The history dialogue: who changed what and when, since a mark if one likes, and older values to put back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.errors import PlannerError
from mkplanner.models.lookback.phrases import row_words
from mkplanner.models.store.opening import OpenPlan
from mkplanner.models.wording import count
from mkplanner.ui import messages
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.lookback.entries import HistoryLine, history_lines, net_history, records_about
from mkplanner.ui.lookback.historylist import LINE, HistoryList, HistoryView
from mkplanner.ui.parts import label
from mkplanner.ui.wrapticks import WrappingTick

NOTHING = "nothing"
"""What sentences call a value that is not there."""
MOST = 2_000
"""Lines shown at once; more would make one wait, and nobody reads them."""
USUAL = QSize(900, 560)


class HistoryDialog(FittingDialog):
    """Shows the history of a plan, or of the row with the id `row`. `row_chosen` brings a row that somebody wants to see."""

    row_chosen = Signal(str)

    def __init__(self, parent: QWidget | None, opened: OpenPlan, row: str | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setWindowTitle(self.tr("History of this row") if row else self.tr("History"))
        self._opened = opened
        self._row = row
        self._lines: list[HistoryLine] = []
        self._since = QComboBox()
        self._since.setObjectName("since")
        self._since.setAccessibleName(self.tr("Since"))
        self._since.addItem(self.tr("From the beginning"), "")
        for mark in opened.plan.marks.values():
            self._since.addItem(self.tr("Changed since {0}").replace("{0}", mark.name), mark.name)
        self._net = WrappingTick(self.tr("Only what is &different in the end"))
        self._words = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self._words.setAccessibleName(self.tr("Filter"))
        self._model = HistoryList(self)
        self._list = self._made_list()
        self._count = label("", "muted")
        self._restore = QPushButton(self.tr("Put the older value &back"))
        self._restore.setObjectName("put_back")
        self._restore.clicked.connect(self._put_back)
        self._arrange()
        self._since.currentIndexChanged.connect(lambda _place: self._read())
        self._net.toggled.connect(lambda _on: self._read())
        self._words.textChanged.connect(lambda _words: self._narrow())
        self._read()
        self._list.setFocus()

    def _made_list(self) -> HistoryView:
        view = HistoryView(self._model)
        view.setAccessibleName(self.tr("History"))
        view.selectionModel().currentChanged.connect(lambda *_: self._offer())
        view.activated.connect(lambda _index: self._go())
        return view

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.px(8))
        for widget in (self._since, self._net):
            above.addWidget(widget)
        above.addStretch()
        above.addWidget(self._words)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._restore.setAutoDefault(False)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self._count, 1)
        below.addWidget(self._restore)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(10))
        if self._row is not None:
            layout.addWidget(label(self._row_title(self._row), "h2", wrap=True))
        layout.addLayout(above)
        layout.addWidget(self._list, 1)
        self.add_foot(layout, below)
        self.resize(USUAL.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    def _row_title(self, row: str) -> str:
        plan = self._opened.plan
        return f"{row_words(plan, row)} {plan.items[row].title}" if row in plan.items else ""

    # ---- what is shown

    def _read(self) -> None:
        """Read the history as it stands now."""
        since = self._since.currentData() or None
        self._net.setEnabled(since is not None and self._row is None)
        plan = self._opened.plan
        try:
            if since is not None and self._net.isEnabled() and self._net.isChecked():
                self._lines = net_history(self._opened.changed_since(since))
            else:
                records = self._opened.history(since)
                if self._row is not None:
                    records = records_about(records, self._row)
                self._lines = history_lines(plan, records)
        except PlannerError as trouble:
            messages.error(self, trouble)
            self._lines = []
        self._narrow()

    def _narrow(self) -> None:
        words = self._words.text().casefold().split()
        shown = [each for each in self._lines if all(w in f"{each.who} {each.deed}".casefold() for w in words)]
        self._model.show_lines(shown[:MOST])
        if shown:
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._count.setText(self._count_words(len(shown)))
        self._offer()

    def _count_words(self, found: int) -> str:
        if found > MOST:
            words = self.tr("The newest {0} of {1} changes; filter to find older ones.")
            return words.replace("{0}", f"{MOST:,}").replace("{1}", f"{found:,}")
        return count(found, "change") if found else self.tr("Nothing has changed.")

    def _line(self) -> HistoryLine | None:
        found = self._list.currentIndex().data(LINE)
        return found if isinstance(found, HistoryLine) else None

    def _offer(self) -> None:
        line = self._line()
        older = line.older(self._opened.plan) if line is not None else ""
        self._restore.setEnabled(bool(older))
        short = older if len(older) <= 40 else f"{older[:38]}…”"
        words = self.tr("Put {0} &back").replace("{0}", short.replace("&", "&&"))
        if older == NOTHING:
            words = self.tr("Make it &empty again")
        self._restore.setText(words if older else self.tr("Put the older value &back"))
        self._restore.setToolTip(older if older else self.tr("Choose a line that tells of one value."))

    # ---- what is done

    def _put_back(self) -> None:
        """Give the field its older value, as a step that can be undone."""
        line = self._line()
        if line is None or line.change is None:
            return
        try:
            done = self._opened.put_back(line.change)
        except PlannerError as trouble:
            messages.error(self, trouble)
            return
        self._read()
        if done.seq is None:
            messages.note(self, self.tr("It has that value already."))

    def _go(self) -> None:
        line = self._line()
        if line is not None and line.item is not None:
            self.row_chosen.emit(line.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus():
            self._go()
        else:
            super().keyPressEvent(event)
