"""Keys for the chart, read while the table has the focus: move and stretch held dates, deal with the chosen link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from mkplanner.charts.marks.marks import Part
from mkplanner.charts.timescale.snap import Step, snap_unit, stepped
from mkplanner.charts.timescale.units import Unit
from mkplanner.models.commands.links import Unlink
from mkplanner.models.timeframes.periods import months_span
from mkplanner.ui import messages
from mkplanner.ui.speech import announce
from mkplanner.ui.timetable.holding import Holding

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

_Key = Qt.Key
_SHIFT, _ALT, _CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_WAYS = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_FOR_LINKS = (_Key.Key_Delete, _Key.Key_Backspace, _Key.Key_Escape, _Key.Key_F2, *_ENTER)
HELP = "Arrows move, with Shift the end, with Alt the start; Ctrl a day, Page keys a month; Enter keeps, Esc leaves"
"""What the status bar says while dates are held by keys."""


class ChartKeys(QObject):
    """Watches the keys of the table beside one chart. Only what concerns the chart is taken; the rest goes on to the table."""

    def __init__(self, chart: ChartCanvas) -> None:
        super().__init__(chart)
        self._chart = chart
        self._has_hold = False
        chart.table.installEventFilter(self)

    def take_up(self) -> None:
        """Hold the dates of the chosen rows; a single row without a date gets this month to begin with."""
        chart = self._chart
        if chart.hand.is_busy:
            return
        chart.table.cell_delegate.keep_open_words()
        current = chart.table.current_id()
        rows = chart.table.chosen_ids() or ((current,) if current else ())
        if not rows:
            return
        holding = Holding.of(chart.plan, rows, current or rows[0])
        if holding is None and len(rows) == 1 and not chart.plan.items[rows[0]].by_when:
            holding = Holding(chart.plan, rows, 0)
            holding.draw(*months_span(chart.day().year, chart.day().month))
        if holding is None:
            messages.note(chart, self.tr("No date of the chosen rows can be moved on the chart; type it instead."))
            return
        chart.table.setFocus()
        self._has_hold = True
        chart.show_row(holding.said)
        chart.hand.hold(holding)
        chart.hand.show_held()
        messages.note(chart, self.tr(HELP))
        announce(chart, self.tr("Held. ") + ". ".join(holding.words()))

    def next_link(self) -> None:
        """Choose the next link of the current row."""
        current = self._chart.table.current_id()
        links = self._chart.plan.links_of.get(current or "", ())
        if not links:
            messages.note(
                self._chart, self.tr("This row has no links; choose two rows and press Ctrl+F2 to link them.")
            )
            return
        ids = [link.id for link in links]
        now = self._chart.links.chosen
        self._chart.choose_link(ids[(ids.index(now) + 1) % len(ids)] if now in ids else ids[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is meant for the chart."""
        if event.type() == QEvent.Type.FocusOut and self._has_hold and self._chart.hand.asking is None:
            self._leave()
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not self._concerns(event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._press(event)
        return True

    def _concerns(self, event: QKeyEvent) -> bool:
        if self._chart.hand.is_busy:
            return event.key() not in (_Key.Key_Control, _Key.Key_Shift, _Key.Key_Alt)
        plain = not event.modifiers() & (_SHIFT | _ALT | _CTRL)
        return self._chart.links.chosen is not None and plain and event.key() in _FOR_LINKS

    def _press(self, event: QKeyEvent) -> None:
        if self._chart.hand.is_busy:
            self._press_held(event)
            return
        link = self._chart.links.chosen
        assert link is not None
        if event.key() == _Key.Key_Escape:
            self._chart.choose_link(None)
        elif event.key() in (_Key.Key_Delete, _Key.Key_Backspace):
            self._chart.choose_link(None)
            self._chart.table.plan_tree.run(Unlink(link))
        else:
            self._chart.edit_link(link)

    def _press_held(self, event: QKeyEvent) -> None:
        holding, key = self._chart.hand.holding, event.key()
        if key == _Key.Key_Escape or holding is None:
            self._leave()
        elif not self._has_hold:
            return
        elif key in _ENTER:
            self._has_hold = False
            messages.note(self._chart, "")
            self._chart.hand.let_go()
        elif key in (_Key.Key_Tab, _Key.Key_Backtab):
            holding.next_part(1 if key == _Key.Key_Tab else -1)
            self._chart.hand.show_held()
        elif key in _WAYS:
            holding.change(self._step(_Key(key), event.modifiers()), _edge(event.modifiers()))
            new = holding.held_part()[1]
            days = [day for day in (new.start, new.end) if day]
            self._chart.bring_in(min(days), max(days))
            self._chart.hand.show_held()
            announce(self._chart, ". ".join(holding.words()))

    def _step(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Step:
        if key in (_Key.Key_PageUp, _Key.Key_PageDown):
            unit = Unit.MONTH
        elif modifiers & _CTRL:
            unit = Unit.DAY
        else:
            unit = snap_unit(self._chart.zoom.scale, self._chart.zoom.letter)
        return stepped(unit, _WAYS[key])

    def _leave(self) -> None:
        self._has_hold = False
        self._chart.hand.put_back()
        messages.note(self._chart, self.tr("Left as it was"))


def _edge(modifiers: Qt.KeyboardModifier) -> Part:
    if modifiers & _SHIFT:
        return Part.END
    return Part.START if modifiers & _ALT else Part.BODY
