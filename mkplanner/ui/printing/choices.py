"""What can be chosen about a board paper: what is made, from which report, and everything that the report lets one choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mkplanner.charts.formats import FORMATS
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.chosen import LAST, OptionSet, last_record
from mkplanner.charts.reports.common_options import FILTER, GROUP, SORT
from mkplanner.charts.reports.registry import REPORTS
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.records import frozen
from mkplanner.ui.insight import InSight
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, note, restyle
from mkplanner.ui.printing.markings import MARKINGS
from mkplanner.ui.printing.option_panel import OptionPanel
from mkplanner.ui.printing.screen import Screen
from mkplanner.ui.printing.sets import SetBox
from mkplanner.ui.printing.shownbox import ShownBox

PRINT = "print"
"""Stands among the endings of files for paper from a printer."""
WIDTH = 322
HEIGHT = 250
QWIDGETSIZE_MAX = 16_777_215


@frozen
class Chosen:
    """Everything that decides what the paper looks like."""

    report: str
    options: ReportOptions
    plan: Plan


class Choices(QWidget):
    """The left side of the export dialogue.

    `changed` says that the pages must be laid out afresh, `made_as` brings the ending of the kind of file, or "print",
    `look_asked` comes when the look of papers is to be changed.
    """

    changed = Signal()
    made_as = Signal(str)
    look_asked = Signal()

    def __init__(self, plan: Plan, screen: Screen | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._records: dict[str, Mapping[str, Any]] = {}
        self._screen = screen
        self.as_shown = ShownBox(screen)
        self.setFixedWidth(theme.px(WIDTH))
        self.sets = SetBox(plan)
        self._make = QComboBox()
        self._make.setObjectName("made_as")
        for form in FORMATS.values():
            self._make.addItem(form.words, form.ending)
            self._make.setItemData(self._make.count() - 1, form.about, Qt.ItemDataRole.ToolTipRole)
        self._make.addItem(self.tr("Paper from a printer"), PRINT)
        self._report = QComboBox()
        self._report.setObjectName("report")
        for report in REPORTS.values():
            self._report.addItem(report.title, report.id)
        self._appendix = QLineEdit(plan.info.appendix)
        self._marking = QComboBox(editable=True)
        for marking in dict.fromkeys((plan.info.marking, *MARKINGS)):
            self._marking.addItem(marking)
        self._marking.setCurrentText(plan.info.marking)
        self._verdict, self._verdict_words = note("", "ok")
        self._lay_out()
        self._show_report()
        self._connect()

    def choose_report(self, report: str) -> None:
        """Choose a report by its name; an unknown one is no matter."""
        place = self._report.findData(report)
        if place >= 0 and place != self._report.currentIndex():
            blocked = self._report.blockSignals(True)
            self._report.setCurrentIndex(place)
            self._report.blockSignals(blocked)
            self._records[self.panel.report.id] = self.panel.record()
            self._show_report()
            self.changed.emit()

    def chosen(self) -> Chosen:
        """Return what is chosen now."""
        plan = self._plan
        if self._screen and self.as_shown.is_on:
            plan = self._screen.rows(plan, in_order=GROUP.key in self.panel.fields)
        return Chosen(self.panel.report.id, self.panel.options(), _with_info(plan, self._info()))

    def ending(self) -> str:
        """Return the ending of the kind of file that is to be made, or "print"."""
        return str(self._make.currentData())

    def option_set(self, name: str) -> OptionSet:
        """Return the choices as a set under a name."""
        return OptionSet(name, self.panel.report.id, self.panel.record(), self.ending())

    def take_set(self, one: OptionSet) -> None:
        """Choose what a set says."""
        self._records[one.report] = one.options
        self._make.setCurrentIndex(max(self._make.findData(one.ending), 0))
        blocked = self._report.blockSignals(True)
        self._report.setCurrentIndex(max(self._report.findData(one.report), 0))
        self._report.blockSignals(blocked)
        self._show_report()
        self.changed.emit()

    def commands(self) -> list[Command]:
        """Return what must be done so that the plan keeps what was chosen and written here; nothing where it does."""
        info = self._info()
        values = {name: getattr(info, name) for name in ("appendix", "marking")}
        changed = {name: value for name, value in values.items() if value != getattr(self._plan.info, name)}
        found: list[Command] = [SetPlanInfo(tuple(changed.items()))] if changed else []
        report, record = self.panel.report, self.panel.record()
        record.pop("filter", None)  # words that were looked for once are no choice for the next board
        if record != last_record(self._plan, report.id):
            label_ = f"Keep the choices for the {report.title.lower()}"
            found.append(SetSetting(f"{LAST}/{report.id}", record or None, label_))
        return found

    def take_plan(self, plan: Plan) -> None:
        """Go on with the plan as it is now, after its look or its sets have changed."""
        self._plan = plan
        self.changed.emit()

    def widen(self) -> None:
        """Take all the width there is, and the height of a few fields, where the page stands below."""
        self.setMinimumWidth(0)
        self.setMaximumWidth(QWIDGETSIZE_MAX)
        self.setMinimumHeight(theme.px(HEIGHT))

    def take_file(self, file: QWidget) -> None:
        """Take in what is asked about the file, where the foot of the window is too narrow for it."""
        self._inside.insertWidget(self._inside.indexOf(self._make) + 2, file)

    def say(self, words: str, tone: str) -> None:
        """Say how well the pages can be read."""
        self._verdict_words.setText(words)
        restyle(self._verdict, tone=tone)

    def _info(self) -> PlanInfo:
        return replace(
            self._plan.info, appendix=self._appendix.text().strip(), marking=self._marking.currentText().strip()
        )

    def _lay_out(self) -> None:
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(8))
        self._inside.setSpacing(theme.px(4))
        self._add(self._inside, self.tr("&Settings"), self.sets)
        self._add(self._inside, self.tr("&Make"), self._make)
        self._add(self._inside, self.tr("&Layout"), self._report)
        self._inside.addWidget(self.as_shown)
        self._place = QVBoxLayout()
        self._inside.addLayout(self._place)
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(10))
        for caption, field, share in (
            (self.tr("&Appendix"), self._appendix, 2),
            (self.tr("Mar&king"), self._marking, 3),
        ):
            column = QVBoxLayout()
            self._add(column, caption, field)
            pair.addLayout(column, share)
        self._inside.addSpacing(theme.px(8))
        self._inside.addLayout(pair)
        self._look = QPushButton(self.tr("Colour, letters and logo…"))
        self._look.setObjectName("look_of_papers")
        self._look.setAutoDefault(False)
        self._inside.addSpacing(theme.px(4))
        self._inside.addWidget(self._look)
        self._inside.addStretch()
        scroll = InSight(inside)
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # the words below come first
        below = QVBoxLayout()
        below.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(10))
        below.addWidget(self._verdict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(below)

    def _add(self, layout: QVBoxLayout, words: str, widget: QWidget) -> QLabel:
        caption = label(words, "label")
        caption.setBuddy(widget)
        widget.setAccessibleName(words.replace("&", ""))
        layout.addWidget(caption)
        layout.addWidget(widget)
        layout.addSpacing(theme.px(4))
        return caption

    def _connect(self) -> None:
        self._report.currentIndexChanged.connect(lambda _index: self._change_report())
        self._make.currentIndexChanged.connect(lambda _index: self.made_as.emit(self.ending()))
        self._appendix.textChanged.connect(lambda _text: self.changed.emit())
        self._marking.currentTextChanged.connect(lambda _text: self.changed.emit())
        self.as_shown.toggled.connect(lambda _on: self._take_shown())
        self.sets.taken.connect(self.take_set)
        self._look.clicked.connect(self.look_asked)

    def _change_report(self) -> None:
        self._records[self.panel.report.id] = self.panel.record()
        self._show_report()
        self.sets.show_own()
        self.changed.emit()

    def _show_report(self) -> None:
        """Put the fields of the chosen report in the place of those of the one before."""
        report = REPORTS[str(self._report.currentData())]
        record = self._records.get(report.id)
        if record is None:
            record = last_record(self._plan, report.id)
        while (old := self._place.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.panel = OptionPanel(report, record, names=_names(self._plan))
        self.panel.changed.connect(self._take_choice)
        self._place.addWidget(self.panel)
        self._offer_order()

    def _take_shown(self) -> None:
        self._offer_order()
        self.changed.emit()

    def _offer_order(self) -> None:
        """Order and groups are the window's where it has its own; a paper in another order is a tick away."""
        self.as_shown.setVisible(self._screen is not None and FILTER.key in self.panel.fields)
        is_ordered = self._screen is not None and self._screen.is_rearranged and self.as_shown.is_on
        for option in (SORT, GROUP):
            if (field := self.panel.fields.get(option.key)) is not None:
                field.setEnabled(not is_ordered)
                if is_ordered:
                    field.show_value(option.default)

    def _take_choice(self) -> None:
        self.sets.show_own()
        self.changed.emit()


def _with_info(plan: Plan, info: PlanInfo) -> Plan:
    """The same rows, with the same numbers, under another head."""
    made = replace(plan, info=info)
    for name in ("_outline", "_numbers"):
        if name in plan.__dict__:
            made.__dict__[name] = plan.__dict__[name]
    return made


def _names(plan: Plan) -> dict[str, list[str]]:
    """What a plan offers where names are asked for: its marks, the newest first as they were made, and its parties."""
    return {
        "since": [mark.name for mark in reversed(tuple(plan.marks.values()))],
        "parties": [party.name for party in plan.ordered_parties if not party.retired],
    }
