"""Who does what for a row: each party with its RASIC letters, which can be changed here, and a line to add another."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mkplanner.charts.rasic_tokens import token
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.together import Together
from mkplanner.models.ids import new_id
from mkplanner.models.people import Party
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.models.rasic.lettersets import SETS, USUAL, LetterSet, letter_set
from mkplanner.models.rasic.owners import find_party
from mkplanner.ui.editors.iconbutton import icon_button
from mkplanner.ui.editors.partbutton import PartButton, adding_line
from mkplanner.ui.editors.partypicker import PartyEdit
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint
from mkplanner.ui.mnemonics import give_letters
from mkplanner.ui.parts import label

_SIZE = 18
_PITCH = 20
_ORDER = "RASCI"


class LettersButton(PartButton):
    """Some RASIC letters as tokens. `changed` brings the new letters; typing one puts it in or takes it out."""

    changed = Signal(str)

    def __init__(
        self,
        letters: str,
        name: str,
        parent: QWidget | None = None,
        several: bool = True,
        known: LetterSet = SETS[USUAL],
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._several = self.removable = several
        self._name = name
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        self.set_letters(letters)

    @property
    def letters(self) -> str:
        """The letters that are shown."""
        return self._letters

    def set_letters(self, letters: str) -> None:
        """Show these letters."""
        self._letters = letters
        words = self._known.say(letters) or "no letter"
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(f"{words}. Type {self._known.told} to change.")
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        count = max(1, len(getattr(self, "_letters", "R")))
        return QSize(theme.px(_SIZE + (count - 1) * _PITCH) + 6, theme.px(_SIZE) + 6)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for letter in self._known.letters:
            action = menu.addAction(f"&{letter.key}  {letter.word} ({letter.meaning})")
            action.setCheckable(True)
            action.setChecked(letter.code in self._letters)
            action.triggered.connect(lambda _=False, code=letter.code: self._toggle(code))
        if self._several:
            menu.addSeparator()
            menu.addAction("Remove from this row").triggered.connect(lambda: self.remove())
        give_letters(menu)

    def _toggle(self, letter: str) -> None:
        if not self._several:
            self.changed.emit(letter)
        elif letter in self._letters:
            self.changed.emit(self._letters.replace(letter, ""))
        else:
            self.changed.emit(normalise(self._letters + letter))

    def remove(self) -> None:
        """Take the party off the row."""
        self.changed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = self._known.by_key.get(event.text().upper())
        if letter is not None:
            self._toggle(letter.code)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_SIZE)
        for place, letter in enumerate(self._letters):
            x = 3 + size / 2 + place * theme.px(_PITCH)
            key = self._known.key(letter)
            paint(painter, token(letter, x, self.height() / 2, size, key=key), theme.current())
        if not self._letters:
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(3, 3, size, size)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


class WhoEdit(QWidget):
    """`wanted` brings the command for a change; `show_row` shows who has a part in a row."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("who")
        self._plan: Plan | None = None
        self._item = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))

    def show_row(self, plan: Plan, item: str) -> None:
        """Show the letters of a row, those who do it first; a name that is being typed for it stays."""
        before, was = self._plan, self._item
        self._plan, self._item = plan, item
        if was == item and before is not None and _same_people(before, plan):
            return
        focused, typed = self._focused_party(), self._typed_name() if was == item else ""
        cleared(self._layout)
        for cell in sorted(plan.assignments_of.get(item, ()), key=_rank):
            put_in(self._layout, self._line(plan, cell))
        put_in(self._layout, self._adder(plan, item))
        if typed and (edit := self.findChild(PartyEdit, "new_party")) is not None:
            edit.setText(typed)
            edit.setFocus()
        if focused is not None and (button := self.findChild(LettersButton, f"letters_{focused}")) is not None:
            button.setFocus()

    def _focused_party(self) -> str | None:
        for button in self.findChildren(LettersButton):
            if button.hasFocus():
                return button.objectName().removeprefix("letters_")
        return None

    def _typed_name(self) -> str:
        edit = self.findChild(PartyEdit, "new_party")
        return edit.text() if edit is not None else ""

    def _line(self, plan: Plan, cell: Assignment) -> QWidget:
        party = plan.parties[cell.party]
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        button = LettersButton(cell.letters, party.name, known=letter_set(plan))
        button.setObjectName(f"letters_{party.id}")
        button.changed.connect(lambda letters: self._set(party.id, letters))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(party_words(plan, party, cell), wrap=True), 1)
        return line

    def _adder(self, plan: Plan, item: str) -> QWidget:
        letter = LettersButton(
            next_letter(plan, item), "Letter for the new name", several=False, known=letter_set(plan)
        )
        letter.setObjectName("new_letter")
        letter.changed.connect(letter.set_letters)
        name = PartyEdit(plan, several=False)
        name.setObjectName("new_party")
        name.setAccessibleName("Add a person or group")
        name.setPlaceholderText(self.tr("Add a person or group…"))
        name.returnPressed.connect(lambda: self._add(name.text(), letter.letters))
        add = icon_button("add", self.tr("Add this person or group"), "add_party_now")
        add.clicked.connect(lambda: self._add(name.text(), letter.letters))
        return adding_line(letter, name, add, wide=name, above=2)

    def _set(self, party: str, letters: str) -> None:
        self.wanted.emit(SetLetters(self._item, party, letters))

    def _add(self, name: str, letter: str) -> None:
        if self._plan is None or (command := add_letter(self._plan, self._item, name, letter)) is None:
            return
        if (edit := self.findChild(PartyEdit, "new_party")) is not None:
            edit.clear()
        self.wanted.emit(command)


def _rank(cell: Assignment) -> int:
    """Who does it, who answers for it, who helps, who is asked, who is told; the author's order within each."""
    return min((_ORDER.index(letter) for letter in cell.letters if letter in _ORDER), default=len(_ORDER))


def _same_people(one: Plan, other: Plan) -> bool:
    """Whether two plans share their tables of people and letters; an edit copies only the tables that it alters."""
    same = one.assignments is other.assignments and one.parties is other.parties
    return same and letter_set(one) == letter_set(other)


def party_words(plan: Plan, party: Party, cell: Assignment) -> str:
    """Return a party with its council, and what is said about its part."""
    home = plan.parties.get(party.organisation or "")
    words = f"{party.name}, {home.name}" if home else party.name
    notes = "; ".join(note for note in (cell.part, cell.qualifier) if note)
    return f"{words} ({notes})" if notes else words


def next_letter(plan: Plan, item: str) -> str:
    """Return the letter that a row lacks first: Responsible, then Accountable, then Consulted."""
    held = "".join(cell.letters for cell in plan.assignments_of.get(item, ()))
    return next((letter for letter in "RA" if letter not in held), "C")


def add_letter(plan: Plan, item: str, name: str, letter: str) -> Command | None:
    """Return the order that gives a party a letter, adding the party where the plan does not know it; None for no name."""
    if not name.strip():
        return None
    known = find_party(plan.parties.values(), name)
    if known is None:
        made = new_id()
        commands = (AddParty(name, id=made), SetLetters(item, made, letter))
        return Together(f"Add {' '.join(name.split())}", commands)
    cell = next((cell for cell in plan.assignments_of.get(item, ()) if cell.party == known.id), None)
    return SetLetters(item, known.id, normalise((cell.letters if cell else "") + letter))
