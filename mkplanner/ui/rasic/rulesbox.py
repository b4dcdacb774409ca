"""Switches for the checks of letters, each with its limit where it has one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from mkplanner.models.checks.rules import LIMIT_SETTING, MOST, ON_SETTING, RULES, Rule, is_on, limit_of, rule_of
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.lettersets import LetterSet
from mkplanner.ui.look import theme
from mkplanner.ui.wrapticks import WrappingTick


class RulesBox(QWidget):
    """A line for every rule, as this plan keeps it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._switches: dict[str, QCheckBox] = {}
        self._limits: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, rule in enumerate(RULES):
            switch = self._switches[rule.key] = WrappingTick()
            switch.setObjectName(f"rule_{rule.key}")
            switch.setChecked(is_on(plan, rule.key))
            grid.addWidget(switch, row, 0)
            if rule.limit is not None:
                grid.addWidget(self._limit(rule), row, 1)
                grid.addWidget(QLabel(rule.unit), row, 2)

    def _limit(self, rule: Rule) -> QLineEdit:
        box = self._limits[rule.key] = QLineEdit(str(limit_of(self._plan, rule.key)))
        box.setValidator(QIntValidator(1, MOST, box))
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(theme.px(52))
        box.setObjectName(f"limit_{rule.key}")
        box.setAccessibleName(f"{rule.unit}, at most")
        switch = self._switches[rule.key]
        switch.toggled.connect(box.setEnabled)
        box.setEnabled(switch.isChecked())
        return box

    def show_words(self, letters: LetterSet) -> None:
        """Name the rules in the words of a set."""
        words = {code: letters.word(code) for code in "ARSIC"}
        for rule in RULES:
            self._switches[rule.key].setText(rule.words.format_map(words))

    def commands(self) -> Iterator[Command]:
        """Yield what keeps the switches and limits that were changed."""
        off = [id_ for id_ in self._plan.info.checks_off if id_ not in _switchable()]
        for rule in RULES:
            wanted = self._switches[rule.key].isChecked()
            if rule.usual:
                off += [] if wanted else [id_ for id_, _ in rule.ids]
            elif wanted != is_on(self._plan, rule.key):
                yield SetSetting(ON_SETTING + rule.key, True if wanted else None)
        if set(off) != set(self._plan.info.checks_off):
            yield SetPlanInfo((("checks_off", tuple(off)),), "Switch checks")
        for key, box in self._limits.items():
            usual = rule_of(key).limit
            number = int(box.text()) if box.hasAcceptableInput() else usual
            if number != limit_of(self._plan, key):
                yield SetSetting(LIMIT_SETTING + key, None if number == usual else number)


def _switchable() -> set[str]:
    return {id_ for rule in RULES if rule.usual for id_, _ in rule.ids}
