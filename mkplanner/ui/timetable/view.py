"""The timetable: table and chart side by side, scrolling as one, and every order that the window can give them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mkplanner.charts.palette import Palette
from mkplanner.models.changes import Changes
from mkplanner.ui.arranging.rowsview import RowsView
from mkplanner.ui.arranging.seeking import Seeking
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.columns import BY_WHEN, REF
from mkplanner.ui.plantable.firstwidths import FirstWidths
from mkplanner.ui.timetable.canvas import ChartCanvas
from mkplanner.ui.timetable.chartmenus import link_menu, link_place, scale_menu
from mkplanner.ui.timetable.choices import TURNED, ChartChoices
from mkplanner.ui.timetable.splitbar import SplitBar


class TimetableView(RowsView):
    """`zoom_changed` brings the zoom in words; `details_wanted` says that somebody would see all about the chosen row."""

    zoom_changed = Signal(str)
    details_wanted = Signal()

    def __init__(
        self, bridge: SessionBridge, parent: QWidget | None = None, day: Callable[[], date] = date.today
    ) -> None:
        super().__init__(bridge, "timetable", parent, day)
        self._is_fitted = False
        self._was_shown = False
        self.widths = FirstWidths(self.table)
        self.chart = ChartCanvas(self.table, day, self)
        self.doings.shifts.shifted = self.chart.tell_shift
        self.doings.shifts.hold = self.chart.nudges.nudge
        self._arrange()
        self.begin()
        self.chart.row_double_clicked.connect(self._open)
        self.chart.zoomed.connect(self._show_zoom)
        self.chart.chosen.connect(lambda: self.selection_changed.emit(self.selected()))
        bridge.changed.connect(self._heard)
        self.show_title()

    def _arrange(self) -> None:
        self.splitter = SplitBar(self.table, self.chart, self.table.head.length, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.query_bar)
        layout.addWidget(self.splitter, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.table.horizontalScrollBar().setValue(0)  # The first row was selected before there was any width.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out between table and chart while nobody has moved the split bar.

        The first time comes just before the view is shown, so that both are laid out once, in the size that they keep.
        """
        super().resizeEvent(event)
        if not self._is_fitted:
            self._is_fitted = True
            self._fit()
            self.table.head.fit_wanted.connect(self._fit)
            self.table.head.sectionResized.connect(self._share_again)
        elif not self.splitter.own_width:
            self._fit()

    def _fit(self) -> None:
        self.widths.fit(self.width())
        self.splitter.place()

    def _share_again(self, column: int) -> None:
        """Give longer numbers, as of rows that have just come in, room of their own while nobody has moved the split bar."""
        if column == REF and not self.splitter.own_width:
            self.splitter.place(self.splitter.sizes()[0])

    # What the window asks

    def zoom_now(self) -> float:
        """Return the pixels of a day."""
        return self.chart.zoom.scale.pixels_per_day

    def take_zoom(self, pixels: float) -> None:
        """Show days so many pixels wide."""
        self.chart.zoom_to(pixels)

    def keep_typing(self) -> None:
        """Keep the words in an open editor, as before the plan is closed; leaving the view does so by itself."""
        self.table.cell_delegate.keep_open_words()
        self.chart.nudges.keep()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return every order of this view by its name."""
        return {**self.doings.by_name(), **self.chart.orders(), **Seeking(self.arranger, self.chart).by_name()}

    def ticks(self) -> dict[str, bool]:
        """Return which of the orders that can be turned on and off are on."""
        return {f"chart_{name}": getattr(self.chart.marks.choices, name) for name in TURNED}

    def status_text(self) -> str:
        """Return the zoom in words, for the status bar."""
        return self.chart.zoom.words()

    def set_palette_tokens(self, palette: Palette) -> None:
        """Paint with the colours of the day; `palette` is the theme's own."""
        self.refresh_look()

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures of the theme afresh."""
        super().refresh_look()
        self.chart.refresh_look()

    def save_state(self) -> bytes:
        """Return the places of split bar and columns, for `restore_state`; nothing of the bar where nobody has moved it."""
        chart = self.chart.marks.choices.to_text()
        places = {"splitter": self.splitter.own_width, "columns": self.table.head.places(), "chart": chart}
        return json.dumps(places).encode()

    def restore_state(self, state: bytes) -> None:
        """Put split bar and columns back; a state that cannot be read changes nothing."""
        try:
            parts = json.loads(state)
            own_width, chart = parts["splitter"], str(parts.get("chart", ""))
        except (ValueError, KeyError, AttributeError, TypeError):
            return
        self.chart.choose(ChartChoices.from_text(chart))
        if isinstance(own_width, int):  # once it was a text of Qt's own, which could not be kept where it had no room
            self.splitter.restore(own_width)
        self.table.head.restore(parts.get("columns"))

    def menu_at(self, at: QPoint) -> QMenu | None:
        """Return the menu of what lies on the chart at a point of the screen, None where that is a row."""
        port = self.chart.viewport()
        place = port.mapFromGlobal(at)
        if not self.chart.rect().contains(self.chart.mapFromGlobal(at)):
            return None
        if place.y() >= 0:
            link = self.chart.links.at(place.x(), place.y())
            if link is not None and link.id == self.chart.links.chosen:
                return link_menu(self.chart, link)
            if self.chart.row_under(place) is not None:
                return None
        return scale_menu(self.chart, self.handlers(), self.ticks())

    def menu_by_key(self) -> tuple[QMenu, QPoint]:
        """With a link chosen on the chart, the Menu key opens what can be done with that, beside its line."""
        link = self._bridge.plan.dependencies.get(self.chart.links.chosen or "")
        if link is None:
            return super().menu_by_key()
        return link_menu(self.chart, link), link_place(self.chart, link.id)

    def _open(self, item_id: str, on_mark: bool) -> None:
        """Open what was clicked twice: the details of a mark, or the date where there is no mark yet."""
        if on_mark:
            self.details_wanted.emit()
        else:
            self.table.edit_cell(item_id, BY_WHEN)

    # News

    def _heard(self, changes: Changes) -> None:
        self.show_title()
        self.widths.grow()
        self._tell_selection()

    def _show_zoom(self) -> None:
        unit = self.status_text().partition(" ")[0]
        years = "financial years" if self._bridge.plan.info.financial_month != 1 else "calendar years"
        note = f"{unit} in {years}" if unit != "Years" else years.capitalize()
        if note != self.table.head.note:
            self.table.head.note = note
            self.table.head.viewport().update()
        self.zoom_changed.emit(self.status_text())
