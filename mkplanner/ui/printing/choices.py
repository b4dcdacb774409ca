"""What can be chosen about a board paper: report, paper, how it is held, how many parts, which rows, what stands on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import REPORTS
from mkplanner.models.plan import Plan
from mkplanner.models.query import matching
from mkplanner.models.searching import found
from mkplanner.ui import theme
from mkplanner.ui.parts import Segments, note, restyle
from mkplanner.ui.printing.markings import MARKINGS

USUAL = {"gantt": ("A3", "landscape"), "action-plan": ("A4", "landscape"), "rasic": ("A3", "landscape")}
"""The paper with which a report is first offered."""
NAMES_PAPER = ("A4", "landscape")
"""The paper with which the RASIC report is offered once its cells hold names."""
WITH_TIMESCALE, WITH_CELLS = ("gantt",), ("rasic",)
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """Everything that decides what the paper looks like."""

    report: str
    options: ReportOptions
    plan: Plan


class Choices(QWidget):
    """The left side of the export dialogue; `changed` says that the pages must be laid out afresh."""

    changed = Signal()

    def __init__(self, plan: Plan, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._filter = plan, words
        self.setFixedWidth(theme.px(276))
        self._report = QComboBox()
        self._report.setObjectName("report")
        for report in REPORTS.values():
            self._report.addItem(report.title, report.id)
        self._paper = Segments((("A4", "A4"), ("A3", "A3")), self.tr("Paper"))
        self._turned = Segments(
            (("portrait", self.tr("Portrait")), ("landscape", self.tr("Landscape"))), self.tr("Turned")
        )
        self._parts = QComboBox()
        for number in range(1, MOST_PARTS + 1):
            self._parts.addItem(self.tr("All in one") if number == 1 else f"{number} parts", number)
        self._cells = Segments((("grid", self.tr("Letters")), ("names", self.tr("Names"))), self.tr("Cells hold"))
        self._rows = QComboBox()
        self._appendix = QLineEdit(plan.info.appendix)
        self._marking = QComboBox(editable=True)
        self._verdict, self._verdict_words = note("", "ok")
        self._fill()
        self._lay_out()
        self._connect()
        self._take_usual_paper()

    def choose_report(self, report: str) -> None:
        """Choose a report by its name; an unknown one is no matter."""
        if self._report.findData(report) >= 0:
            self._report.setCurrentIndex(self._report.findData(report))

    def chosen(self) -> Chosen:
        """Return what is chosen now."""
        report = str(self._report.currentData())
        parts = int(self._parts.currentData()) if report in WITH_TIMESCALE else 1
        layout = self._cells.choice() if report in WITH_CELLS else "grid"
        values = {"layout": layout}
        options = ReportOptions(self._paper.choice(), self._turned.choice(), date.today(), parts, values)
        plan = matching(self._plan, self._filter) if self._rows.currentData() else self._plan
        info = replace(plan.info, appendix=self._appendix.text().strip(), marking=self._marking.currentText().strip())
        return Chosen(report, options, _with_info(plan, info))

    def changes(self) -> dict[str, object]:
        """Return what the user wrote that belongs to the plan itself: appendix and marking."""
        wanted = {"appendix": self._appendix.text().strip(), "marking": self._marking.currentText().strip()}
        return {name: value for name, value in wanted.items() if value != getattr(self._plan.info, name)}

    def say(self, words: str, tone: str) -> None:
        """Say how well the pages can be read."""
        self._verdict_words.setText(words)
        restyle(self._verdict, tone=tone)

    def _fill(self) -> None:
        rows = sum(not item.kind.is_heading for item in self._plan.items.values())
        self._rows.addItem(self.tr("All {0} rows").replace("{0}", f"{rows:,}"), False)
        if self._filter:
            hits = len(found(self._plan, self._filter))
            self._rows.addItem(
                self.tr("Only “{0}”: {1} rows").replace("{0}", self._filter).replace("{1}", f"{hits:,}"), True
            )
        marking = self._plan.info.marking
        for words in dict.fromkeys((marking, *MARKINGS)):
            self._marking.addItem(words)
        self._marking.setCurrentText(marking)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        layout.setSpacing(theme.px(4))
        self._add(layout, self.tr("&Layout"), self._report)
        self._cells_caption = self._add(layout, self.tr("&Cells hold"), self._cells)
        self._add(layout, self.tr("&Paper"), self._paper)
        self._add(layout, self.tr("T&urned"), self._turned)
        self._parts_caption = self._add(layout, self.tr("&Timescale"), self._parts)
        self._add(layout, self.tr("&Rows"), self._rows)
        self._add(layout, self.tr("&Appendix"), self._appendix)
        self._add(layout, self.tr("&Marking"), self._marking)
        layout.addSpacing(theme.px(6))
        layout.addWidget(self._verdict)
        layout.addStretch()

    def _add(self, layout: QVBoxLayout, words: str, widget: QWidget) -> QLabel:
        caption = QLabel(words)
        caption.setProperty("role", "label")
        caption.setBuddy(widget)
        layout.addWidget(caption)
        layout.addWidget(widget)
        layout.addSpacing(theme.px(5))
        return caption

    def _connect(self) -> None:
        self._report.currentIndexChanged.connect(lambda _index: self._take_usual_paper())
        self._rows.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._paper.chosen.connect(lambda _key: self.changed.emit())
        self._cells.chosen.connect(lambda _key: self._take_usual_paper())
        self._turned.chosen.connect(lambda _key: self.changed.emit())
        self._parts.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._appendix.textChanged.connect(lambda _text: self.changed.emit())
        self._marking.currentTextChanged.connect(lambda _text: self.changed.emit())

    def _take_usual_paper(self) -> None:
        report = str(self._report.currentData())
        paper, turned = USUAL.get(report, ("A4", "portrait"))
        if report in WITH_CELLS and self._cells.choice() == "names":
            paper, turned = NAMES_PAPER
        self._paper.choose(paper)
        self._turned.choose(turned)
        for widget in (self._parts, self._parts_caption):
            widget.setVisible(report in WITH_TIMESCALE)
        self._cells.setVisible(report in WITH_CELLS)
        self._cells_caption.setVisible(report in WITH_CELLS)
        self.changed.emit()


def _with_info(plan: Plan, info: object) -> Plan:
    """The same rows, with the same numbers, under another head."""
    made = replace(plan, info=info)  # type: ignore[arg-type]
    for name in ("_outline", "_numbers"):
        if name in plan.__dict__:
            made.__dict__[name] = plan.__dict__[name]
    return made
