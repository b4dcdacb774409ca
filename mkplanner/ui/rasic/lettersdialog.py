"""The letters of a plan, what they mean, and which checks it keeps: one dialogue, one undo step."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.commands.together import Together
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import SETS, letter_set
from mkplanner.models.rasic.matrix import INHERIT_SETTING
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.rulesbox import RulesBox
from mkplanner.ui.rasic.straysbox import StraysBox
from mkplanner.ui.rasic.wordsbox import WordsBox
from mkplanner.ui.wrapticks import WrappingTick

SET_WORDS = {
    "RASIC": "RASIC",
    "RACI": "RACI, without Support",
    "RASCI": "RASCI",
    "RACI-VS": "RACI-VS, with Verifier and Signatory",
    "DACI": "DACI, for decisions",
}


class LettersDialog(FormDialog):
    """Choose a set, say what its letters mean here, and switch checks; nothing happens before Keep."""

    def __init__(self, parent: QWidget | None, bridge: SessionBridge) -> None:
        super().__init__(parent, "Letters and checks of this plan")
        self.setObjectName("letters_dialog")
        self._bridge = bridge
        plan = bridge.plan
        self._sets = QComboBox()
        self._sets.setObjectName("letter_sets")
        for name in SETS:
            self._sets.addItem(SET_WORDS[name], name)
        self._sets.setCurrentIndex(self._sets.findData(letter_set(plan).name))
        self._words = WordsBox(plan)
        self._strays = StraysBox(plan)
        self._inherit = WrappingTick("&Sub-actions take all letters of their action, faint, until they have their own")
        self._inherit.setChecked(plan.setting(INHERIT_SETTING) == "all")
        self._rules = RulesBox(plan)
        self._lay_out()
        self._sets.currentIndexChanged.connect(lambda _place: self._show_set())
        self._show_set()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addWidget(self._strays)
        column.addWidget(self._inherit)
        self.add_row("&Letters", self._sets)
        for caption, content in (("What they mean", column), ("Checks", self._rules)):
            words = self.add_row(caption, content)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            words.setContentsMargins(0, theme.px(5), 0, 0)
        self.add_words("Checks warn and never stop anybody. Letters and checks belong to the plan, for everybody.")
        keep = QPushButton("&Keep")
        keep.setObjectName("keep_letters")
        self.finish(keep)

    def _name(self) -> str:
        return str(self._sets.currentData())

    def _show_set(self) -> None:
        self._words.show_set(SETS[self._name()])
        self._strays.show_set(SETS[self._name()])
        self._rules.show_words(self._words.letters())
        self.refit()

    def accept(self) -> None:
        """Keep everything as one step, if anything is different."""
        commands = tuple(self._commands(self._bridge.plan))
        if commands:
            self._bridge.run(Together("Change letters and checks", commands), self)
        super().accept()

    def _commands(self, plan: Plan) -> Iterator[Command]:
        instead = self._strays.instead()
        if self._name() != letter_set(plan).name or instead:
            yield UseLetterSet(self._name(), instead)
        yield from self._words.commands()
        if self._inherit.isChecked() != (plan.setting(INHERIT_SETTING) == "all"):
            yield SetSetting(INHERIT_SETTING, "all" if self._inherit.isChecked() else None)
        yield from self._rules.commands()
