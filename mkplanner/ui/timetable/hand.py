"""The hand on the chart: what is held or pulled, how it is shown meanwhile, and the one order that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from mkplanner.charts.geometry import Rect
from mkplanner.charts.links import end_of, link_arrow, link_draft
from mkplanner.charts.marks.flag import flag
from mkplanner.charts.marks.marks import MarkLayout
from mkplanner.charts.marks.metrics import SCREEN
from mkplanner.charts.shapes import Shape
from mkplanner.models.plan import Item
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.askwords import AskWords
from mkplanner.ui.timetable.chartpaint import Layer, ghosts
from mkplanner.ui.timetable.holding import Holding
from mkplanner.ui.timetable.linkpull import LinkPull
from mkplanner.ui.timetable.rows import VisibleRow

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas


class ChartHand(QObject):
    """Holds dates or pulls a link on one chart; `said` brings the words that stand in the flag, for those who cannot see it."""

    said = Signal(str)

    def __init__(self, chart: ChartCanvas) -> None:
        super().__init__(chart)
        self._chart = chart
        self.holding: Holding | None = None
        self.pull: LinkPull | None = None
        self.asking: AskWords | None = None
        self.serials: frozenset[int] = frozenset()

    @property
    def is_busy(self) -> bool:
        """Whether something is in the hand."""
        return self.holding is not None or self.pull is not None

    # Dates

    def hold(self, holding: Holding) -> None:
        """Take dates into the hand; nothing changes before they are let go."""
        self.holding = holding
        model = self._chart.table.plan_tree
        self.serials = frozenset(serial for row in holding.rows for serial in model.serials_of(row))
        self._chart.links.without = frozenset(holding.rows)
        self._chart.painting.forget()
        self._chart.viewport().update()

    def held(self, item: Item) -> Item:
        """Return a row as it stands in the hand."""
        return self.holding.item(item) if self.holding is not None else item

    def show_held(self, at: tuple[float, float] | None = None) -> None:
        """Show the marks where they are held, and the dates in words at a point, or under the mark for None."""
        holding, chart = self.holding, self._chart
        if holding is None:
            return
        rows = chart.rows()
        layouts = {row.serial: self._layout(row) for row in rows if row.serial in self.serials}
        bounds: list[Rect] = []
        size = (chart.viewport().width(), chart.viewport().height())
        arrows, reasons = chart.links.of_rows(
            holding.rows,
            rows,
            lambda row: layouts[row.serial] if row.serial in layouts else chart.layout_of(row),
            chart.zoom.scale,
            size,
            self.held,
        )
        layers: list[Layer] = [(0, arrows)]
        bounds += [arrow.bounds for _, arrow in chart.links.in_sight]
        for row in rows:
            if row.serial in layouts:
                layers.append((row.top, self._row_shapes(row, layouts[row.serial])))
                bounds.append(Rect(0, row.top, size[0], row.height))
        is_told = self.asking is None and (holding.is_changed or holding.is_new)
        words = holding.words() if is_told else ("", "")
        if any(words):
            found, place = flag(words, at or self._under_mark(rows, layouts), self._room(), chart.zoom.letter)
            layers.append((0, [*reasons, *found]))
            bounds.append(place)
            self.said.emit(". ".join(words))
        chart.painting.show_loose(layers, bounds)

    def _layout(self, row: VisibleRow) -> MarkLayout | None:
        item = self._chart.table.plan_tree.item(row.serial)
        return self._chart.lay_out(row, self.held(item)) if item is not None else None

    def _row_shapes(self, row: VisibleRow, layout: MarkLayout | None) -> list[Shape]:
        holding = self.holding
        assert holding is not None
        id_ = self._chart.item_id(row) or ""
        now, before = holding.now.get(id_, ()), holding.before.get(id_, ())
        changed = [at for at, (old, new) in enumerate(zip(before, now, strict=False)) if old != new]
        shapes = list(layout.shapes) if layout is not None else []
        return [*ghosts(self._chart.layout_of(row), changed), *shapes]

    def _under_mark(self, rows: list[VisibleRow], layouts: dict[int, MarkLayout | None]) -> tuple[float, float]:
        """Below the end of the mark that the flag tells of."""
        assert self.holding is not None
        serials = self._chart.table.plan_tree.serials_of(self.holding.said)
        current = self._chart.table.currentIndex().internalId()
        found = sorted((row for row in rows if row.serial in serials), key=lambda row: row.serial != current)
        row = found[0] if found else None
        layout = layouts.get(row.serial) if row is not None else None
        if row is None:
            return self._chart.viewport().width() / 2, self._chart.viewport().height() / 2
        wide = self._chart.viewport().width()
        end = layout.end if layout is not None and layout.end else (wide / 2, row.height / 2)
        return min(max(end[0], 0), wide), row.top + end[1]

    def _room(self) -> Rect:
        port = self._chart.viewport()
        return Rect(0, 0, port.width(), port.height())

    def let_go(self, at: QPoint | None = None) -> None:
        """Carry out what the hand holds, after asking about words that somebody typed; unchanged dates change nothing."""
        holding = self.holding
        if holding is None or self.asking is not None:
            return
        if not holding.is_changed:
            self.put_back()
        elif holding.asks:
            self._ask(holding, at)
        else:
            self.carry_out("", rewrites=False)

    def _ask(self, holding: Holding, at: QPoint | None) -> None:
        port = self._chart.viewport()
        if at is None:
            rows = self._chart.rows()
            x, y = self._under_mark(rows, {row.serial: self._layout(row) for row in rows if row.serial in self.serials})
            at = QPoint(round(x), round(y))
        self.asking = AskWords(holding, self._chart)
        self.show_held()
        self.asking.answered.connect(lambda reason, rewrites: self.carry_out(reason, rewrites=rewrites))
        self.asking.closed.connect(self.put_back)
        self.asking.show_near(port, at)

    def carry_out(self, reason: str, *, rewrites: bool) -> None:
        """Make one step of what the hand holds."""
        holding = self.holding
        if holding is not None:
            command = holding.command(reason, rewrites=rewrites)
            self.put_back()
            self._chart.table.plan_tree.run(command)

    def show_again(self) -> None:
        """Show what is held after rows or days moved under it."""
        if self.is_busy and not self._chart.pointer.scrolled():
            self.show_held()

    def put_back(self) -> None:
        """Leave the dates as they were, and the link unmade."""
        asking, self.asking = self.asking, None
        if asking is not None:
            asking.close()
            asking.deleteLater()
        was_busy, self.holding, self.pull, self.serials = self.is_busy, None, None, frozenset()
        self._chart.links.without = frozenset()
        self._chart.pointer.cancel()
        if was_busy:
            self._chart.painting.show_loose([], ())
            self._chart.painting.forget()
            self._chart.viewport().unsetCursor()
            self._chart.viewport().update()
            self.said.emit("")

    # Links

    def pull_link(self, pull: LinkPull) -> None:
        """Take the end of a new link into the hand."""
        self.pull = pull
        self._chart.painting.forget()
        self._chart.viewport().update()

    def show_pull(self, at: tuple[float, float]) -> None:
        """Show the link on its way to a point, and what it would mean."""
        pull, chart = self.pull, self._chart
        if pull is None:
            return
        metrics = SCREEN.scaled(theme.px(120) / 120)
        ends = {}
        for row in chart.rows():
            id_ = chart.item_id(row)
            if id_ in (pull.before, pull.to):
                ends[id_] = end_of(chart.layout_of(row), row.top, row.top + row.height, row.top)
        start, goal = ends.get(pull.before), ends.get(pull.to)
        words = pull.words()
        if start is not None and goal is not None and pull.command() is not None:
            arrow = link_arrow(pull.sort, start, goal, strong=True, metrics=metrics)
        elif start is not None:
            arrow = link_draft(start.end if pull.from_end else start.start, at, pull.from_end, metrics=metrics)
        else:
            arrow = link_draft((at[0], 0), at, pull.from_end, metrics=metrics)
        found, place = flag(words, at, self._room(), chart.zoom.letter, warns=pull.refusal is not None)
        chart.painting.show_loose([(0, [*arrow.shapes, *found])], (arrow.bounds, place))
        self.said.emit(". ".join(words))

    def let_link_go(self) -> None:
        """Make the link, where there can be one."""
        command = self.pull.command() if self.pull is not None else None
        self.put_back()
        if command is not None:
            self._chart.table.plan_tree.run(command)
