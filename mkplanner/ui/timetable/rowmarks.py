"""The marks of the chart's rows, laid out once for each zoom and kept while rows are scrolled past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkplanner.charts.marks.marks import MarkLayout, marks_for
from mkplanner.charts.marks.metrics import SCREEN, RowGeometry
from mkplanner.charts.marks.soughtwords import with_marks
from mkplanner.charts.marks.words import spoken
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.baselines.agreed import agreed_of
from mkplanner.models.baselines.slippage import slip_words
from mkplanner.models.links.criticalchain import critical_chain
from mkplanner.models.links.words import follows_said
from mkplanner.models.plan import Item
from mkplanner.models.rasic.owners import show_owners
from mkplanner.models.status import STYLES, Status
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
from mkplanner.models.wording import count
from mkplanner.ui.itemmodels.celltext import reading_words, was_line
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.view import PlanTable
from mkplanner.ui.timetable.choices import ChartChoices


class RowMarks:
    """Keeps a `MarkLayout` for each row that was on the screen; y is counted from the row's own top."""

    def __init__(self, table: PlanTable) -> None:
        self._table = table
        self.choices = ChartChoices()
        self._kept: dict[tuple[int, str, int], MarkLayout] = {}
        self._sought: tuple[str, ...] = ()

    def forget(self, serials: Iterable[int] | None = None) -> None:
        """Lay out these rows afresh when they are next seen; None means every row."""
        if serials is None:
            self._kept.clear()
        else:
            gone = set(serials)
            self._kept = {key: layout for key, layout in self._kept.items() if key[0] not in gone}

    def layout(
        self, serial: int, height: int, ground: str, scale: Timescale, width: int, calendar: Calendar
    ) -> MarkLayout | None:
        """Return the marks of a row of this height on this ground, None for a row without a date."""
        item = self._table.plan_tree.item(serial)
        if item is None or item.by_when is None:
            return None
        if self._sought is not self._table.rows.sought:
            self._sought = self._table.rows.sought
            self._kept.clear()
        found = self._kept.get((serial, ground, height))
        if found is None:
            found = self.lay_out(serial, item, height, ground, scale, width, calendar)
            self._kept[serial, ground, height] = found
        return found

    def lay_out(
        self, serial: int, item: Item, height: int, ground: str, scale: Timescale, width: int, calendar: Calendar
    ) -> MarkLayout:
        """Return the marks that a row has with the date that `item` gives it, which is not kept."""
        assert item.by_when is not None
        rows = self._table.rows
        laid = self._laid(serial, item, height, ground, scale, width, calendar)
        return replace(laid, shapes=tuple(with_marks(laid.shapes, rows.sought))) if rows.sought else laid

    def _laid(
        self, serial: int, item: Item, height: int, ground: str, scale: Timescale, width: int, calendar: Calendar
    ) -> MarkLayout:
        assert item.by_when is not None
        rows = self._table.rows
        spans = rows.line_spans(serial)[: len(item.by_when.words.splitlines())]
        return marks_for(
            item.by_when,
            scale,
            RowGeometry(0, height - 1, rows.measures.pitch, spans if len(item.by_when.segments) > 1 else ()),
            visible=(0, width),
            done=item.percent,
            complete=item.status is Status.COMPLETE,
            status=STYLES[item.status].letter if item.status else None,
            original=item.original,
            planned=self._planned(item) if self.choices.baseline else None,
            caption=self._caption(item),
            dates=self.choices.dates,
            strong=self.choices.critical and item.id in critical_chain(self._table.plan_tree.plan).rows,
            metrics=SCREEN.scaled(theme.px(120) / 120),
            row_colour=ground,
            calendar=calendar,
        )

    def _planned(self, item: Item) -> Timeframe | None:
        """The dates that the baseline has for a row, where the plan is compared with one."""
        found = agreed_of(self._table.plan_tree.plan, item)
        if found is not None and any(part.is_dated for part in found.parts):
            return Timeframe("", found.parts, typed=False)
        if found is None or (found.first is None and found.last is None):
            return None
        kind = Kind.BY_DEADLINE if found.first is None else Kind.RANGE if found.last else Kind.OPEN_ENDED_FROM
        return Timeframe("", (Segment(kind, found.first, found.last, Precision.DAY),), typed=False)

    def _caption(self, item: Item) -> str:
        parts = [item.title] if self.choices.titles else []
        if self.choices.owners and (owners := show_owners(self._table.plan_tree.plan, item.id)):
            parts.append(owners)
        return " · ".join(" ".join(part.split()) for part in parts if part)

    def spoken(self, serial: int) -> str:
        """Return what the chart says of a row: its number and words, and what is drawn."""
        model = self._table.plan_tree
        item = model.item(serial)
        if item is None:
            return ""
        name = f"{model.rows.number[serial]} {item.title}"
        links = "".join(f"; {words}" for words in follows_said(model.plan, item.id))
        if item.by_when is None:
            return f"{name}: no date{links}"
        complete = item.status is Status.COMPLETE
        letter = STYLES[item.status].letter if item.status else None
        more = "".join(f"; {words}" for words in self._more(item))
        return f"{name}: {spoken(item.by_when, item.percent, complete, letter, item.original)}{more}{links}"

    def _more(self, item: Item) -> list[str]:
        """What the outlines and underlines say besides."""
        plan = self._table.plan_tree.plan
        slipped = slip_words(plan, item)
        more = [f"{slipped} than agreed"] if slipped not in ("", "none") else []
        if self.choices.critical and item.id in critical_chain(plan).rows:
            more.append("on the critical chain")
        return more


def mark_tip(model: PlanTree, serial: int) -> str:
    """Return the full wording of a row and its date, and how the date is read."""
    item = model.item(serial)
    if item is None or item.by_when is None:
        return ""
    status = f"\n{STYLES[item.status].word}" if item.status else ""
    reason = f"\nRevised: {item.revised_reason}" if item.revised_reason else ""
    slipped = slip_words(model.plan, item)
    slip = f"\nSlippage: {slipped}" if slipped not in ("", "none") else ""
    done = f", {item.percent} % done" if item.percent is not None and status else ""
    words = f"{model.rows.number[serial]} {item.title}\n{item.by_when.words}{was_line(item)}"
    links = "".join(f"\n{words[:1].upper()}{words[1:]}" for words in follows_said(model.plan, item.id))
    return f"{words}{reason}{slip}\nRead as {reading_words(item.by_when)}{status}{done}{links}{_slack(model, item)}"


def _slack(model: PlanTree, item: Item) -> str:
    """How far a linked row could slip before the last of them would have to."""
    days = (critical_chain(model.plan).slack or {}).get(item.id) if item.id in model.plan.links_of else None
    if days is None:
        return ""
    return f"\nCould slip {count(days, 'day')} before the last linked row would have to" if days > 0 else ""
