"""Quick steps by keys with dates whose words somebody typed: held together until they rest, and asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from mkplanner.charts.timescale.snap import Step
from mkplanner.ui import messages
from mkplanner.ui.plantable.dateshift import SHIFTS
from mkplanner.ui.speech import announce
from mkplanner.ui.timetable.holding import Holding

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

REST = 1200
"""Milliseconds without a step after which the question about the words comes by itself."""
HELP = "Enter keeps the new dates, Esc takes them back"
_Key = Qt.Key
_HELD = (_Key.Key_Control, _Key.Key_Shift, _Key.Key_Alt, _Key.Key_Meta, _Key.Key_AltGr)
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Nudges(QObject):
    """Keeps one series of steps for one chart. Nothing is changed before the question is answered; Esc takes all steps back."""

    def __init__(self, chart: ChartCanvas) -> None:
        super().__init__(chart)
        self._chart = chart
        self._holding: Holding | None = None
        self._total = Step()
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._rested)
        for watched in (chart.table, chart.table.viewport(), chart.viewport()):
            watched.installEventFilter(self)
        chart.table.chosen.connect(self._chosen_others)

    @property
    def is_going(self) -> bool:
        """Whether steps are held that nobody has agreed to yet."""
        return self._holding is not None and self._chart.hand.holding is self._holding

    def nudge(self, rows: tuple[str, ...], days: int, months: int) -> bool:
        """Hold a step with the words of some rows; False where nobody need be asked, and the step can be made at once."""
        chart = self._chart
        if self.is_going:
            self._go_on(days, months)
            return True
        current = chart.table.current_id()
        holding = Holding.of(chart.plan, rows, current if current in rows else rows[0])
        if holding is None or chart.hand.is_busy:
            return False
        holding.move(Step(days, months))
        if not holding.asks:
            return False
        self._holding, self._total = holding, Step()
        chart.table.setFocus()
        chart.show_row(holding.said)
        chart.hand.hold(holding)
        self._go_on(days, months)
        messages.note(chart, self.tr(HELP))
        return True

    def _go_on(self, days: int, months: int) -> None:
        holding, hand = self._holding, self._chart.hand
        assert holding is not None
        self._total = Step(self._total.days + days, self._total.months + months)
        holding.move(self._total)
        if hand.asking is not None and not holding.is_changed:
            self.take_back()
            return
        new = holding.held_part()[1]
        near = [day for day in (new.start, new.end) if day]
        self._chart.bring_in(min(near), max(near))
        if hand.asking is not None:
            hand.asking.tell(holding)
        else:
            self._rest.start()
        hand.show_held()
        announce(self._chart, ". ".join(holding.words()))

    def _rested(self) -> None:
        """Ask about the words where the mark stands now; steps that led back to where they began change nothing."""
        if not self.is_going or self._chart.hand.asking is not None:
            return
        if QApplication.activePopupWidget() is not None:
            self._rest.start()
            return
        messages.note(self._chart, "")
        self._chart.hand.let_go()
        asking = self._chart.hand.asking
        if asking is not None:
            for watched in (asking, asking.reason):
                watched.installEventFilter(self)

    def take_back(self) -> None:
        """Leave the dates as they were before the first step."""
        if self.is_going:
            self._rest.stop()
            self._chart.hand.put_back()
            messages.note(self._chart, self.tr("Left as it was"))

    def keep(self) -> None:
        """Make the steps without a question, as when the plan is closed meanwhile: the words stay as the original."""
        holding = self._holding
        if holding is not None and self.is_going and holding.is_changed:
            self._chart.hand.carry_out(next((item.revised_reason for item in holding.revised), ""), rewrites=False)

    def hold_again(self) -> None:
        """Hold the same steps with the plan as it is now, after somebody else's news took the dates out of the hand."""
        holding, total = self._holding, self._total
        self._holding = None
        rows = tuple(row for row in holding.rows if row in self._chart.plan.items) if holding is not None else ()
        if rows and total:
            self.nudge(rows, total.days, total.months)

    def _chosen_others(self) -> None:
        if self.is_going and self._holding is not None and self._holding.said not in self._chart.table.chosen_ids():
            self._rested()

    # Keys and buttons while steps are held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key or a button while steps are held: one more step, back, or the question."""
        if not self.is_going:
            return False
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            return self._take_key(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress and self._chart.hand.asking is None:
            self._rested()
            return True
        if isinstance(event, QFocusEvent) and watched is self._chart.table:
            self._focus_moved(event)
        return False

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        step = SHIFTS.get(self._chart.table.keys.doing(event) or "")
        if self._chart.hand.asking is not None:
            is_writing = isinstance(watched, QLineEdit) and bool(watched.text())
            if step is None or is_writing:
                return False
        elif event.key() in _HELD:
            return False
        event.accept()
        if not is_press:
            return True
        if step is not None:
            self._go_on(*step)
        elif event.key() == _Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            self._rested()
        return True

    def _focus_moved(self, event: QFocusEvent) -> None:
        """Wait while another window is in front; ask where the focus went elsewhere in this one."""
        if event.type() == QEvent.Type.FocusIn:
            self._rest.start()
        elif event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._rest.stop()
        elif event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._rested)
