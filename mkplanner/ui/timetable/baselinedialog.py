"""Baselines in the window: keep today's dates under a name, choose which to compare with, delete one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.models.asking.facts import known_day
from mkplanner.models.baselines.agreed import baselines, compared, read_dates
from mkplanner.models.baselines.slippage import slip_days
from mkplanner.models.commands.baselines import CompareBaseline, RemoveBaseline, SetBaseline
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import count
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary, rule

_SIZE = (520, 400)
_ID = Qt.ItemDataRole.UserRole


class BaselineDialog(FittingDialog):
    """Each deed is an order of its own, which Undo takes back; the ticked baseline is the one compared with."""

    def __init__(self, bridge: SessionBridge, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("baselines")
        self.setWindowTitle(self.tr("Baselines"))
        self._bridge, self._today = bridge, today
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(label(self.tr("Keep today's dates as a baseline"), "h2"))
        layout.addLayout(self._new())
        layout.addWidget(rule())
        layout.addWidget(label(self.tr("Compare the plan with"), "strong"))
        self.list = QListWidget()
        self.list.setObjectName("baseline_list")
        self.list.setAccessibleName(self.tr("Baselines; the ticked one is compared with"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._ticked)
        self.list.currentItemChanged.connect(lambda *_: self._fit())
        layout.addWidget(self.list, 1)
        self.summary = label("", "muted", wrap=True)
        layout.addWidget(self.summary)
        self.add_foot(layout, self._foot())
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        self._fill()

    def _new(self) -> QHBoxLayout:
        self.name = QLineEdit(self.tr("Board, {}").format(day_words(self._today)))
        self.name.setObjectName("baseline_name")
        self.name.setAccessibleName(self.tr("Name of the baseline"))
        self.name.selectAll()
        self.keep = primary(QPushButton(self.tr("Set baseline")))
        self.keep.setObjectName("set_baseline_now")
        self.keep.clicked.connect(self._set)
        self.name.textChanged.connect(lambda words: self.keep.setEnabled(bool(words.strip())))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.name, 1)
        line.addWidget(self.keep)
        return line

    def _foot(self) -> QHBoxLayout:
        self.remove = QPushButton(self.tr("&Delete baseline"))
        self.remove.setObjectName("remove_baseline")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        close = QPushButton(self.tr("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self.remove)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _fill(self, current: str | None = None) -> None:
        plan = self._bridge.plan
        ticked = compared(plan)
        self.list.blockSignals(True)
        self.list.clear()
        for row in baselines(plan):
            when = self.tr("set {}, ").format(known_day(row.day)) if row.day else ""
            self._add(f"{row.name}  ({when}{count(len(read_dates(row)), 'date')})", row.id, is_ticked=row is ticked)
        self._add(
            self.tr("No baseline; only dates that were revised show the one they had"), None, is_ticked=ticked is None
        )
        at = next((at for at in range(self.list.count()) if self.list.item(at).data(_ID) == current), 0)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self._fit()

    def _add(self, words: str, id_: str | None, *, is_ticked: bool) -> None:
        line = QListWidgetItem(words, self.list)
        line.setData(_ID, id_)
        line.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def _ticked(self, line: QListWidgetItem) -> None:
        """Compare with the line that was ticked; taking its tick away ticks it again, for one always is."""
        id_ = line.data(_ID)
        now = compared(self._bridge.plan)
        if line.checkState() == Qt.CheckState.Checked and id_ != (now.id if now else None):
            self._bridge.run(CompareBaseline(id_))
        self._fill(id_)

    def _fit(self) -> None:
        line = self.list.currentItem()
        can = line is not None and line.data(_ID) is not None
        self.remove.setEnabled(can)
        self.remove.setToolTip("" if can else self.tr("Choose a baseline to delete."))
        plan = self._bridge.plan
        slips = [days for item in plan.items.values() if (days := slip_days(plan, item)) is not None]
        later, sooner = sum(days > 0 for days in slips), sum(days < 0 for days in slips)
        said = self.tr("Now {} later and {} earlier than agreed; the column Slippage tells by how much.")
        words = said.format(count(later, "row"), count(sooner, "row")) if later or sooner else ""
        self.summary.setText(words or self.tr("Nothing has slipped."))

    def _set(self) -> None:
        done = self._bridge.run(SetBaseline(self.name.text(), self._today))
        if done is not None:
            self._fill(done.id)
            self.list.setFocus()

    def _remove(self) -> None:
        line = self.list.currentItem()
        if line is not None and line.data(_ID) is not None:
            self._bridge.run(RemoveBaseline(line.data(_ID)))
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen baseline away, as in any list."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)
