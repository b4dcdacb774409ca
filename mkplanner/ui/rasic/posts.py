"""What can be done to the party of the cursor's column: rename, merge, move, hide, retire; each one undo step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from mkplanner.models.commands.people import (
    AddParties,
    ChangeParty,
    MergeParties,
    MoveOrganisation,
    MoveParty,
    RemoveParty,
)
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.commands.together import Together
from mkplanner.models.people import Party
from mkplanner.models.wording import count
from mkplanner.ui import messages
from mkplanner.ui.asking import ask
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.matrixgrid import HIDDEN_SETTING
from mkplanner.ui.rasic.grid import MatrixGrid
from mkplanner.ui.rasic.headedit import HeadEdit

Offers = dict[str, Callable[[], None]]


class Posts(QObject):
    """Carries out what concerns columns."""

    def __init__(self, bridge: SessionBridge, view: MatrixGrid, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._view = view
        self._window = window
        view.party_moved.connect(self.move)

    def party(self) -> Party | None:
        """Return the party of the cursor's column."""
        return self._bridge.plan.parties.get(self._view.current_party())

    def offers(self) -> Offers:
        """Return what can be done now, by the names of `actiontable.py`."""
        offers: Offers = {"add_party": self.add}
        if self._view.grid.hidden:
            offers["show_parties"] = self.show_all
        party = self.party()
        if party is None:
            return offers
        offers |= {
            "rename_party": self.rename,
            "party_council": self.change_council,
            "party_left": lambda: self.move(-1, False),
            "party_right": lambda: self.move(1, False),
            "hide_party": self.hide,
            "retire_party": self.retire,
            "remove_party": self.remove,
        }
        if len(self._bridge.plan.parties) > 1:
            offers["merge_party"] = self.merge
        return offers

    def add(self) -> None:
        """Ask for names and add them as columns; the cursor goes to the first."""
        from mkplanner.ui.rasic.partydialogs import AddPartiesDialog

        party = self.party()
        home = self._bridge.plan.parties.get((party.organisation or "") if party else "")
        dialog = AddPartiesDialog(self._window, self._bridge.plan, home.name if home else "")
        if ask(dialog):
            done = self._bridge.run(AddParties(dialog.names(), dialog.kind(), dialog.organisation()), self)
            if done is not None:
                self._view.go_to_party(done.id or "")
        self._view.setFocus()

    def rename(self) -> None:
        """Open a field over the column's head."""
        party = self.party()
        if party is None:
            return
        column = self._view.currentIndex().column()
        self._view.scrollTo(self._view.currentIndex())
        field = HeadEdit(
            self._window, party.name, lambda name: self._bridge.run(ChangeParty(party.id, "name", name), self)
        )
        head = self._view.heads
        field.open_at(head.viewport().mapToGlobal(QPoint(head.sectionViewportPosition(column), head.height())))

    def change_council(self) -> None:
        """Ask which council the party belongs to."""
        from mkplanner.ui.rasic.partydialogs import CouncilDialog

        party = self.party()
        if party is None:
            return
        dialog = CouncilDialog(self._window, self._bridge.plan, party)
        if ask(dialog):
            self._bridge.run(ChangeParty(party.id, "organisation", dialog.organisation()), self)
        self._view.setFocus()

    def merge(self) -> None:
        """Ask which party is the same, and make them one."""
        from mkplanner.ui.rasic.partydialogs import MergeDialog

        party = self.party()
        if party is None:
            return
        dialog = MergeDialog(self._window, self._bridge.plan, party)
        if ask(dialog) and dialog.other():
            gone = self._bridge.plan.parties[dialog.other()].name
            if self._bridge.run(MergeParties(party.id, dialog.other()), self) is not None:
                self._tell_merged(party, gone)
        self._view.setFocus()

    def _tell_merged(self, party: Party, gone: str) -> None:
        """Say what became of the letters, and how many rows now have several A."""
        matrix = self._view.grid.matrix
        several = sum(
            "A" in matrix.cell(item, party.id).letters
            for item, notice in matrix.problems.items()
            if notice.id == "two-accountable"
        )
        letter = self._view.grid.letters.key("A")
        doubts = f" {count(several, 'row')} with {party.name} now hold more than one {letter}." if several else ""
        messages.note(self._view, f"“{gone}” is now part of “{party.name}”.{doubts}")

    def move(self, step: int, whole: bool) -> None:
        """Move the column to the left (-1) or right (1) within its council, or the whole council among the others."""
        party = self.party()
        if party is None:
            return
        groups = self._view.grid.groups
        at = next((place for place, (_, group) in enumerate(groups) if party in group), None)
        if at is None:
            return
        if whole:
            self._move_group(at, step)
            return
        ids = [member.id for member in groups[at][1]]
        place = ids.index(party.id) + step
        if not 0 <= place < len(ids):
            messages.note(
                self._view, f"“{party.name}” is at the edge of its council; Alt+Shift+arrow moves the council."
            )
            return
        self._bridge.run(MoveParty(*((party.id, ids[place]) if step < 0 else (ids[place], party.id))), self)

    def _move_group(self, at: int, step: int) -> None:
        groups = self._view.grid.matrix.groups
        if 0 <= at + step < len(groups):
            first, second = sorted((at, at + step))
            moved = tuple(party.id for party in groups[second][1])
            self._bridge.run(MoveOrganisation(moved, groups[first][1][0].id), self)

    def hide(self) -> None:
        """Hide the column; its letters stay and count."""
        party = self.party()
        if party is not None:
            self._bridge.run(SetSetting(HIDDEN_SETTING + party.id, True, f"Hide “{party.name}”"), self)
            messages.note(self._view, f"“{party.name}” is hidden and still counts. Post menu, Show hidden posts.")

    def show_all(self) -> None:
        """Show every hidden column again."""
        hidden = list(self._bridge.plan.settings_under(HIDDEN_SETTING[:-1]))
        self._bridge.run(
            Together("Show hidden posts", tuple(SetSetting(HIDDEN_SETTING + name, None) for name in hidden)), self
        )

    def retire(self) -> None:
        """Retire the party, or bring it back; its letters stay, and the checks tell whoever should hand them on."""
        party = self.party()
        if party is not None:
            self._bridge.run(ChangeParty(party.id, "retired", not party.retired), self)

    def remove(self) -> None:
        """Take the party with its letters out of the plan; Undo brings both back."""
        party = self.party()
        if party is not None and self._bridge.run(RemoveParty(party.id), self) is not None:
            messages.note(self._view, f"“{party.name}” and its letters are removed. Undo brings both back.")
