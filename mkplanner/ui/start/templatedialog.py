"""Keeping a plan as a template: its name, and what stays in it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.models.beginnings.owntemplates import own_templates
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.wrapticks import WrappingTick


class TemplateDialog(FormDialog):
    """Asks for a name, new or one that is there already; `name()` and `keeping()` are valid once it was accepted."""

    def __init__(self, parent: QWidget | None, proposed: str) -> None:
        super().__init__(parent, "Save as a template")
        self.setObjectName("template_dialog")
        self._name = QComboBox(editable=True)
        self._name.setObjectName("template_name")
        self._name.addItems([path.stem for path in own_templates()])
        self._name.setCurrentText(proposed)
        self._people = WrappingTick(self.tr("Keep &people and their letters"))
        self._people.setChecked(True)
        self._dates = WrappingTick(self.tr("Keep the words of &dates"))
        stays = QVBoxLayout()
        stays.setSpacing(0)
        stays.addWidget(self._people)
        stays.addWidget(self._dates)
        self.add_row(self.tr("&Name"), self._name)
        self.add_row(self.tr("With its rows"), stays)
        self.add_words(
            self.tr(
                "Rows, outcomes, links and saved views stay; progress and updates do not. "
                "It is offered under New plan, on this computer."
            )
        )
        self._keep = QPushButton(self.tr("Keep the template"))
        self._keep.setObjectName("keep_template")
        self.finish(self._keep)
        self._name.editTextChanged.connect(lambda _words: self._judge())
        self._judge()

    def name(self) -> str:
        """Return the name without blanks at its ends."""
        return " ".join(self._name.currentText().split())

    def keeping(self) -> Keeping:
        """Return what stays besides the rows."""
        return Keeping(self._people.isChecked(), self._dates.isChecked())

    def _judge(self) -> None:
        taken = self.name().casefold() in {path.stem.casefold() for path in own_templates()}
        self._keep.setEnabled(bool(self.name()))
        self._keep.setText(self.tr("Replace the template") if taken else self.tr("Keep the template"))
