"""The links of the chart: which of them to draw, and from where to where when a row is scrolled out of sight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence

from mkplanner.charts.extent import overlap
from mkplanner.charts.geometry import Rect
from mkplanner.charts.links import Arrow, LinkEnd, end_of, link_arrow, link_reason
from mkplanner.charts.marks.marks import MarkLayout
from mkplanner.charts.marks.metrics import SCREEN
from mkplanner.charts.shapes import Shape
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.links.following import broken_between, broken_by, followers, forerunners
from mkplanner.models.links.words import reason_said
from mkplanner.models.plan import Dependency, Item, Plan
from mkplanner.ui.itemmodels.treerows import ROOT
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.view import PlanTable
from mkplanner.ui.timetable.rows import VisibleRow

_BEYOND = 60.0
"""How far above or below the view a row that cannot be seen is taken to stand."""

_NEAR = 8.0
"""How far a line's width, its head and the knobs of a chosen one may reach beyond its corners."""


class LinkLines:
    """Works out the arrows between the rows of one table, at every frame for the few links that are in sight.

    `chosen` is the id of the link that was clicked; `strong` holds the ids of links on the critical chain; links of rows
    `without` are left out while those are held. `in_sight` holds what was drawn last, for whoever asks what lies under the
    pointer.
    """

    def __init__(self, table: PlanTable) -> None:
        self._table = table
        self._model = table.plan_tree
        self.chosen: str | None = None
        self.strong: frozenset[str] = frozenset()
        self.without: frozenset[str] = frozenset()
        self._found: tuple[Plan, tuple[str, ...]] | None = None
        self.in_sight: list[tuple[Dependency, Arrow]] = []

    def at(self, x: float, y: float) -> Dependency | None:
        """Return the link whose line lies under a point; the chosen one first, then whatever was drawn last."""
        near = [link for link, arrow in self.in_sight if arrow.is_near(x, y)]
        return next((link for link in near if link.id == self.chosen), near[-1] if near else None)

    def arrows_within(self, area: Rect) -> list[Shape]:
        """Return what was found last and reaches into an area, in drawing order."""
        return [shape for _, arrow in self.in_sight if overlap(arrow.bounds, area, _NEAR) for shape in arrow.shapes]

    def shapes(
        self,
        rows: Sequence[VisibleRow],
        layout_of: Callable[[VisibleRow], MarkLayout | None],
        scale: Timescale,
        size: tuple[float, float],
    ) -> tuple[list[Shape], list[Shape]]:
        """Return arrows, which belong below the marks, and the reasons of broken links, which belong above them.

        A link is drawn where one of its rows is in sight; of the current row's chain, also where it only passes through.
        """
        self.in_sight = []
        if not self._model.plan.links:
            return [], []
        ends = self._ends(rows, layout_of, self._model.plan.links_of)
        return self._drawn(self._wanted(ends), ends, rows, scale, size)

    def of_rows(
        self,
        ids: Collection[str],
        rows: Sequence[VisibleRow],
        layout_of: Callable[[VisibleRow], MarkLayout | None],
        scale: Timescale,
        size: tuple[float, float],
        item_of: Callable[[Item], Item],
    ) -> tuple[list[Shape], list[Shape]]:
        """Return arrows and reasons of the links of some rows, which stand where `item_of` has them."""
        self.in_sight = []
        links = {link.id: link for id_ in ids for link in self._model.plan.links_of.get(id_, ())}
        tied = {id_ for link in links.values() for id_ in (link.before, link.after)}
        ends = self._ends(rows, layout_of, tied) if tied else {}
        return self._drawn(links.values(), ends, rows, scale, size, item_of)

    def _ends(
        self,
        rows: Sequence[VisibleRow],
        layout_of: Callable[[VisibleRow], MarkLayout | None],
        linked: Container[str],
    ) -> dict[str, LinkEnd]:
        return {
            id_: end
            for row in rows
            if (id_ := self._model.item_id(row.index)) and id_ in linked
            if (end := end_of(layout_of(row), row.top, row.top + row.height, row.top))
        }

    def _drawn(
        self,
        links: Iterable[Dependency],
        ends: Mapping[str, LinkEnd],
        rows: Sequence[VisibleRow],
        scale: Timescale,
        size: tuple[float, float],
        item_of: Callable[[Item], Item] | None = None,
    ) -> tuple[list[Shape], list[Shape]]:
        plan = self._model.plan
        arrows: list[Shape] = []
        reasons: list[Shape] = []
        metrics = SCREEN.scaled(theme.px(120) / 120)
        for link in links:
            found = self._both_ends(link, ends, scale, rows, size[1])
            if found is None:
                continue
            before, after = plan.items[link.before], plan.items[link.after]
            broken = broken_between(link, item_of(before), item_of(after)) if item_of else broken_by(plan, link)
            arrow = link_arrow(
                link.type,
                *found,
                broken=broken is not None,
                strong=link.id in self.strong,
                chosen=link.id == self.chosen,
                metrics=metrics,
            )
            self.in_sight.append((link, arrow))
            arrows += arrow.shapes
            if broken and 0 <= arrow.turn[0][1] <= size[1]:
                reasons += link_reason(arrow, reason_said(plan, broken), (0, size[0]), metrics=metrics)
        return arrows, reasons

    def _wanted(self, ends: Mapping[str, LinkEnd]) -> Iterator[Dependency]:
        plan, chain = self._model.plan, self._chain(self._table.current_id())
        seen: set[str] = set()
        for id_ in (*ends, *chain):
            for link in plan.links_of.get(id_, ()):
                if link.id not in seen and link.before not in self.without and link.after not in self.without:
                    seen.add(link.id)
                    yield link

    def _chain(self, current: str | None) -> tuple[str, ...]:
        """The rows tied to the current one, however far; found once for each plan and row."""
        plan = self._model.plan
        if current is None or current not in plan.links_of:
            return ()
        if self._found is None or self._found[0] is not plan or self._found[1][0] != current:
            self._found = plan, (current, *followers(plan, current), *forerunners(plan, current))
        return self._found[1]

    def _both_ends(
        self,
        link: Dependency,
        ends: Mapping[str, LinkEnd],
        scale: Timescale,
        rows: Sequence[VisibleRow],
        height: float,
    ) -> tuple[LinkEnd, LinkEnd] | None:
        """Where both rows of a link stand; None where one has no mark or is shut away, or both are out on the same side."""
        before, after = (
            ends.get(id_) or self._out_of_sight(id_, scale, rows, height) for id_ in (link.before, link.after)
        )
        if before is None or after is None:
            return None
        if max(before.bottom, after.bottom) < 0 or min(before.top, after.top) > height:
            return None
        return before, after

    def _out_of_sight(self, id_: str, scale: Timescale, rows: Sequence[VisibleRow], height: float) -> LinkEnd | None:
        item = self._model.plan.items[id_]
        index = self._model.index_of(id_)
        frame = item.by_when
        if frame is None or not index.isValid() or not self._is_opened(index.internalId()) or not rows:
            return None
        first, last = frame.first_day, frame.last_day
        if first is None or last is None:
            return None
        left, right = (scale.middle_x(first),) * 2 if first == last else (scale.x(first), scale.end_x(last))
        here = next((row for row in rows if row.serial == index.internalId()), None)
        if here is not None:
            top, bottom = float(here.top), float(here.top + here.height)
        elif self._model.rows.way(index.internalId()) < self._model.rows.way(rows[0].serial):
            top, bottom = -_BEYOND, -_BEYOND / 2
        else:
            top, bottom = height + _BEYOND / 2, height + _BEYOND
        middle = (top + bottom) / 2
        return LinkEnd((left, middle), (right, middle), top, bottom)

    def _is_opened(self, serial: int) -> bool:
        """Whether every row above a row stands open, so that it has a place in the table."""
        above = self._model.rows.parent[serial]
        while above != ROOT:
            if not self._table.is_open(above):
                return False
            above = self._model.rows.parent[above]
        return True
