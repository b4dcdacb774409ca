"""Orders about the letters a plan speaks in: another set, and the plan's own words for a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from mkplanner.errors import RefusedError
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.edit import Edit
from mkplanner.models.rasic.letters import normalise
from mkplanner.models.rasic.lettersets import SET_SETTING, SETS, USUAL, letter_set, words_setting
from mkplanner.models.rasic.owners import put_cell
from mkplanner.records import frozen


@frozen(slots=False)
class UseLetterSet:
    """Have the plan speak in another set of letters.

    Every cell keeps what it means. Letters without a place in the new set stay as they are, marked as such, unless
    `instead` says what becomes of them: another code, or nothing at all ("").
    """

    name: str
    instead: Mapping[str, str] = field(default_factory=dict)
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Name the set."""
        return f"Use {self.name} letters"

    def apply(self, edit: Edit) -> str | None:
        """Change the set. Raises `RefusedError` for a set that there is not."""
        if self.name not in SETS:
            known = ", ".join(SETS)
            raise RefusedError(f"There are no letters called “{self.name}”.", f"Sets are {known}; nothing was changed.")
        SetSetting(SET_SETTING, None if self.name == USUAL else self.name).apply(edit)
        for cell in list(edit.plan.assignments.values()) if self.instead else ():
            letters = normalise("".join(self.instead.get(code, code) for code in cell.letters))
            if letters != cell.letters:
                put_cell(edit, replace(cell, letters=letters))
        return edit.get_info().id


@frozen(slots=False)
class SayLetter:
    """Give a letter the plan's own word and meaning; no word brings the usual ones back."""

    code: str
    word: str
    meaning: str = ""
    title: str = "Change what a letter means"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str | None:
        """Keep the words."""
        words = [self.word.strip(), self.meaning.strip()]
        SetSetting(words_setting(letter_set(edit.plan), self.code), words if words[0] else None).apply(edit)
        return edit.get_info().id
