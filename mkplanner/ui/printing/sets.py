"""Sets of choices that a plan keeps by name: the list to take one from, and the question for the name of a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from mkplanner.charts.reports.chosen import SETS, OptionSet, sets_of
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.plan import Plan
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon


class SetBox(QWidget):
    """Offers the plan's sets. `taken` brings a set that was chosen, `forgotten` the name of one to forget."""

    taken = Signal(object)
    forgotten = Signal(str)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QComboBox()
        self._box.setObjectName("option_set")
        self._box.setAccessibleName(self.tr("Settings"))
        self._forget = QToolButton()
        self._forget.setProperty("role", "tool")
        self._forget.setIcon(icon("delete"))
        self._forget.setToolTip(self.tr("Forget this set"))
        self._forget.setAccessibleName(self.tr("Forget this set"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._box, 1)
        row.addWidget(self._forget)
        self.setFocusProxy(self._box)
        self.show_sets(plan)
        self._box.activated.connect(self._take)
        self._forget.clicked.connect(lambda: self.forgotten.emit(self._box.currentText()))

    def show_sets(self, plan: Plan, chosen: str = "") -> None:
        """Fill the list with what the plan keeps now."""
        self._box.clear()
        self._box.addItem(self.tr("As last time"), None)
        for one in sets_of(plan):
            self._box.addItem(one.name, one)
        self._box.setCurrentIndex(max(self._box.findText(chosen), 0) if chosen else 0)
        self._show_button()

    def show_own(self) -> None:
        """Say that the choices are no longer those of a set."""
        self._box.setItemText(0, self.tr("Choices of your own"))
        self._box.setCurrentIndex(0)
        self._show_button()

    def name(self) -> str:
        """Return the name of the set in use, "" for none."""
        return self._box.currentText() if self._box.currentData() is not None else ""

    def _take(self, _place: int) -> None:
        self._show_button()
        if self._box.currentData() is not None:
            self.taken.emit(self._box.currentData())

    def _show_button(self) -> None:
        self._forget.setEnabled(self._box.currentData() is not None)


class SaveSetDialog(FormDialog):
    """Asks what a set is to be called; a name that is kept already is replaced."""

    def __init__(self, parent: QWidget | None, plan: Plan, proposed: str) -> None:
        super().__init__(parent, self.tr("Keep these choices with the plan"))
        self.setObjectName("save_set")
        self._name = QComboBox(editable=True)
        self._name.setObjectName("set_name")
        self._name.addItems([one.name for one in sets_of(plan)])
        self._name.setCurrentText(proposed)
        self.add_row(self.tr("&Name"), self._name)
        self.add_words(
            self.tr("Whoever opens the plan can then make the same paper, here or with --set on the command line.")
        )
        deed = QPushButton(self.tr("Keep"))
        self.finish(deed)
        self._name.editTextChanged.connect(lambda words: deed.setEnabled(bool(words.strip())))
        deed.setEnabled(bool(proposed.strip()))

    def name(self) -> str:
        """Return the name without blanks at its ends or twice."""
        return " ".join(self._name.currentText().split())


def keep_set(one: OptionSet) -> SetSetting:
    """Return the command that has the plan keep a set."""
    return SetSetting(f"{SETS}/{one.name}", one.record(), f"Keep the choices “{one.name}”")


def forget_set(name: str) -> SetSetting:
    """Return the command that has the plan forget a set."""
    return SetSetting(f"{SETS}/{name}", None, f"Forget the choices “{name}”")
