"""Small dialogues about parties: add some, merge two, move one to another council."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Plan
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme

KIND_WORDS = {
    None: "As the name says",
    PartyKind.POST: "Post",
    PartyKind.PERSON: "Person",
    PartyKind.TEAM: "Team",
    PartyKind.BODY: "Board or group",
    PartyKind.ORGANISATION: "Organisation",
}


class AddPartiesDialog(FormDialog):
    """Takes names, one on each line, and the council they belong to."""

    def __init__(self, parent: QWidget | None, plan: Plan, organisation: str = "") -> None:
        super().__init__(parent, "Add posts, people or boards")
        self.setObjectName("add_parties")
        self._names = _NameLines()
        self._names.setObjectName("new_party_names")
        self._names.setPlaceholderText("Head of Finance\nPayroll Lead")
        self._home = council_box(plan, organisation)
        self._kind = QComboBox()
        for kind, words in KIND_WORDS.items():
            self._kind.addItem(words, kind)
        self.add_row("&Names, one a line", self._names)
        self.add_row("&Council", self._home)
        self.add_row("&Kind", self._kind)
        self.add_words("Ctrl+Enter adds them. A name that the plan has already is not added twice.")
        self._deed = QPushButton("&Add")
        self.finish(self._deed)
        self._names.finished.connect(self.accept)
        self._names.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._deed.setEnabled(bool(self.names()))

    def names(self) -> tuple[str, ...]:
        """Return the names that were typed."""
        lines = (" ".join(line.split()) for line in self._names.toPlainText().split("\n"))
        return tuple(dict.fromkeys(line for line in lines if line))

    def organisation(self) -> str:
        """Return the council's name, or nothing."""
        return self._home.currentText().strip()

    def kind(self) -> PartyKind | None:
        """Return what they are, None where each name decides."""
        kind = self._kind.currentData()
        return PartyKind(kind) if kind else None


class _NameLines(QPlainTextEdit):
    """Lines of names: Tab leaves the field, Ctrl+Enter is done."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(92))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        controlled = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if controlled and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class MergeDialog(FormDialog):
    """Asks which party is the same as another."""

    def __init__(self, parent: QWidget | None, plan: Plan, kept: Party) -> None:
        super().__init__(parent, f"Merge with “{kept.name}”")
        self.setObjectName("merge_parties")
        self._others = QComboBox()
        self._others.setObjectName("merge_other")
        for party in plan.ordered_parties:
            home = plan.parties.get(party.organisation or "")
            if party.id != kept.id:
                self._others.addItem(f"{party.name}, {home.name}" if home else party.name, party.id)
        self.add_row("&Is the same as", self._others)
        self.add_words(
            f"Its letters and notes go to “{kept.name}”, and its column goes. Cells that both hold keep all letters; where "
            "a row then has two A, it is marked. One Undo takes everything back."
        )
        self.finish(QPushButton("&Merge"))

    def other(self) -> str:
        """Return the id of the party that goes."""
        return str(self._others.currentData() or "")


def council_box(plan: Plan, chosen: str = "") -> QComboBox:
    """Return a field with the plan's councils to choose from, which also takes a new one."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItem("")
    box.addItems([party.name for party in plan.ordered_parties if party.kind is PartyKind.ORGANISATION])
    box.setCurrentText(chosen)
    field = box.lineEdit()
    if isinstance(field, QLineEdit):
        field.setPlaceholderText("None")
    return box


class CouncilDialog(FormDialog):
    """Asks which council a party belongs to."""

    def __init__(self, parent: QWidget | None, plan: Plan, party: Party) -> None:
        super().__init__(parent, f"Council of “{party.name}”")
        self.setObjectName("party_council")
        home = plan.parties.get(party.organisation or "")
        self._home = council_box(plan, home.name if home else "")
        self.add_row("&Council", self._home)
        self.add_words("Choose one, type a new one, or leave it empty.")
        self.finish(QPushButton("&Keep"))

    def organisation(self) -> str:
        """Return the council's name, or nothing."""
        return self._home.currentText().strip()
