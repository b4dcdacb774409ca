"""What the plan says of itself: title, council, years, quarters, and what stands at the head and foot of its papers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QWidget

from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.plan import PlanInfo
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.printing.markings import MARKINGS

TEXTS = (
    ("title", "&Title"),
    ("subtitle", "&Subtitle"),
    ("council", "&Council or partnership"),
    ("author", "&Author"),
    ("version", "&Version"),
    ("appendix", "A&ppendix"),
)
QUARTERS = ((None, "Not said; ask me when it matters"), ("financial", "Financial: Q1 is April to June"),
            ("calendar", "Calendar: Q1 is January to March"))  # fmt: skip
NATIONS = (
    ("england-and-wales", "England and Wales"),
    ("scotland", "Scotland"),
    ("northern-ireland", "Northern Ireland"),
)
SHOWN = "d MMMM yyyy"


class PropertiesDialog(FormDialog):
    """Changes the plan's own row; everything changed here is one step that can be undone."""

    def __init__(self, parent: QWidget | None, bridge: SessionBridge) -> None:
        super().__init__(parent, "Plan properties")
        self.setObjectName("properties")
        self._bridge = bridge
        info = bridge.plan.info
        self._texts: dict[str, QLineEdit] = {}
        for name, caption in TEXTS:
            self._texts[name] = field = QLineEdit(getattr(info, name))
            field.setObjectName(name)
            self.add_row(self.tr(caption), field)
        self._marking = QComboBox(editable=True)
        self._marking.setObjectName("marking")
        self._marking.addItems(list(dict.fromkeys((info.marking, *MARKINGS))))
        self._marking.setCurrentText(info.marking)
        self.add_row(self.tr("Protective &marking"), self._marking)
        self._days = {"start": _Day(info.start), "end": _Day(info.end)}
        self.add_row(self.tr("&First day"), self._days["start"], self._days["start"].day)
        self.add_row(self.tr("&Last day"), self._days["end"], self._days["end"].day)
        self._quarters = _choice(QUARTERS, info.quarters)
        self.add_row(self.tr("&Quarters"), self._quarters)
        self._nation = _choice(NATIONS, info.nation)
        self.add_row(self.tr("Bank &holidays of"), self._nation)
        self.finish(QPushButton(self.tr("Keep")))

    def accept(self) -> None:
        """Keep what was changed; the dialogue stays open where it cannot be kept."""
        changes = self.changes(self._bridge.plan.info)
        if not changes or self._bridge.run(SetPlanInfo(tuple(changes.items()))) is not None:
            super().accept()

    def changes(self, info: PlanInfo) -> dict[str, object]:
        """Return what differs from the plan, by the names of its row."""
        values: dict[str, object] = {name: " ".join(field.text().split()) for name, field in self._texts.items()}
        values["marking"] = self._marking.currentText().strip()
        values.update((name, day.value()) for name, day in self._days.items())
        values["quarters"] = self._quarters.currentData()
        values["nation"] = self._nation.currentData()
        return {name: value for name, value in values.items() if value != getattr(info, name)}


class _Day(QWidget):
    """A day that may be left open."""

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self._is_set = QCheckBox()
        self._is_set.setAccessibleName(self.tr("Set"))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(SHOWN)
        shown = day or date.today()
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self._is_set.setChecked(day is not None)
        self.day.setEnabled(day is not None)
        self._is_set.toggled.connect(self.day.setEnabled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._is_set)
        layout.addWidget(self.day, 1)

    def value(self) -> date | None:
        """Return the day, or None where it is open."""
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self._is_set.isChecked() else None


def _choice(choices: tuple[tuple[str | None, str], ...], now: str | None) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(next((place for place, (value, _) in enumerate(choices) if value == now), 0))
    return box
