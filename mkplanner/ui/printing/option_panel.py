"""Everything that can be chosen about one report, under its headings; made afresh when another report is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from mkplanner.charts.reports.base import Report, ReportOptions
from mkplanner.charts.reports.chosen import from_record, to_record
from mkplanner.charts.reports.common_options import ORIENTATION, PAPER
from mkplanner.charts.reports.options import COLUMNS, MARKS, PAGE, ROWS, Flag, Option
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label
from mkplanner.ui.printing.option_fields import OptionField, field_for

_GROUPS = (PAGE, COLUMNS, ROWS, MARKS)
_HALF = {"paper": "orientation", "from": "to", "tiles": "print"}
"""Fields that share a line with the one that follows them."""


NO_NAMES: Mapping[str, Sequence[str]] = MappingProxyType({})


class OptionPanel(QWidget):
    """The fields of one report; `changed` says that the pages must be laid out afresh.

    The paper follows what suits the report until the user chooses one. `names` are what the plan offers for an option, by its
    key: marks, parties.
    """

    changed = Signal()

    def __init__(
        self,
        report: Report,
        record: Mapping[str, Any],
        parent: QWidget | None = None,
        names: Mapping[str, Sequence[str]] = NO_NAMES,
    ) -> None:
        super().__init__(parent)
        self.report = report
        self.fields: dict[str, OptionField] = {}
        self._chose_paper = PAPER.key in record or ORIENTATION.key in record
        for option in report.options:
            field = self.fields[option.key] = field_for(option, names.get(option.key))
            field.changed.connect(lambda key=option.key: self._take(key))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(4))
        for group in _GROUPS:
            self._add_group(group, [option for option in report.options if option.group == group])
        self.show_record(record)

    def options(self) -> ReportOptions:
        """Return what is chosen, as of today."""
        return from_record(self.report, self._values(), date.today())

    def record(self) -> dict[str, Any]:
        """Return what differs from the usual, as a plan keeps it; paper only where the user chose one."""
        record = to_record(self.report, self.options())
        if not self._chose_paper:
            record.pop(PAPER.key, None)
            record.pop(ORIENTATION.key, None)
        return record

    def show_record(self, record: Mapping[str, Any]) -> None:
        """Show choices as a plan keeps them, without telling anybody."""
        self._chose_paper = PAPER.key in record or ORIENTATION.key in record
        options = from_record(self.report, record, date.today())
        for key, field in self.fields.items():
            field.show_value(options.of(field.option))
            if key in (PAPER.key, ORIENTATION.key) and not options.of(field.option):
                usual = self.report.usual(options)
                field.show_value(usual[0] if key == PAPER.key else usual[1])

    def _values(self) -> dict[str, Any]:
        return {key: field.option.record(field.value()) for key, field in self.fields.items()}

    def _take(self, key: str) -> None:
        if key in (PAPER.key, ORIENTATION.key):
            self._chose_paper = True
        elif not self._chose_paper:
            paper, turned = self.report.usual(self.options())
            self.fields[PAPER.key].show_value(paper)
            self.fields[ORIENTATION.key].show_value(turned)
        self.changed.emit()

    def _add_group(self, heading: str, options: list[Option[Any]]) -> None:
        if not options:
            return
        self._layout.addSpacing(theme.px(8))
        self._layout.addWidget(label(self.tr(heading), "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(3))
        keys = {option.key for option in options}
        row, waiting = 0, ""
        for option in options:
            field = self.fields[option.key]
            beside = option.key == waiting
            row = row if beside else row + 2
            half = beside or _HALF.get(option.key) in keys
            waiting = _HALF.get(option.key, "") if half and not beside else ""
            column, across = (1, 1) if beside else (0, 1 if half else 2)
            if not isinstance(option, Flag) and option.words != heading:
                grid.addWidget(self._caption(option, field), row, column, 1, across)
            grid.addWidget(field, row + 1, column, 1, across)
        self._layout.addLayout(grid)

    def _caption(self, option: Option[Any], field: OptionField) -> QLabel:
        caption = label(self.tr(option.words), "label")
        caption.setBuddy(field)
        return caption
