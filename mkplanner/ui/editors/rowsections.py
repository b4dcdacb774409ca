"""What the details of one row consist of: its sections from date to history, which may be folded away and stay so."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mkplanner.models.plan import Item, Plan
from mkplanner.models.wording import count
from mkplanner.settings import SettingsFile
from mkplanner.ui.editors.datesection import DateSection
from mkplanner.ui.editors.linksedit import LinksEdit
from mkplanner.ui.editors.moresections import MoreSections, NotesEdit
from mkplanner.ui.editors.outcomesedit import OutcomesEdit
from mkplanner.ui.editors.rowhistory import Chronicle, RowHistory
from mkplanner.ui.editors.section import Section
from mkplanner.ui.editors.updates import UpdatesEdit
from mkplanner.ui.editors.whoedit import WhoEdit
from mkplanner.ui.look import theme

CLOSED_AT_FIRST = "history"


class RowSections(QWidget):
    """`wanted` brings the command for a change, `remedy_taken` a way out of what is wrong with a link; `history_wanted` asks
    for the window with the row's whole history.
    """

    wanted = Signal(object)
    remedy_taken = Signal(object)
    history_wanted = Signal()

    def __init__(
        self, settings: SettingsFile | None, chronicle: Chronicle | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.date = DateSection(self)
        self.who = WhoEdit(self)
        self.updates = UpdatesEdit(self)
        self.links = LinksEdit(self)
        self.outcomes = OutcomesEdit(self)
        self.more = MoreSections(self)
        self.notes = NotesEdit(self)
        self.history = RowHistory(chronicle, self)
        self.links.remedy_taken.connect(self.remedy_taken)
        self.history.all_wanted.connect(self.history_wanted)
        self.sections = self._sections()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        for section in self.sections.values():
            layout.addWidget(section)
            section.turned.connect(lambda _name, _open: self._remember())
        for part in (self.date, self.who, self.updates, self.links, self.outcomes, self.more, self.notes):
            part.wanted.connect(self.wanted)
        self._restore()

    def _sections(self) -> dict[str, Section]:
        bodies = {
            "date": (self.tr("By when"), self.date, None),
            "who": (self.tr("Who"), self.who, None),
            "updates": (self.tr("Updates"), self.updates, self.updates.opener),
            "links": (self.tr("Linked to"), self.links, None),
            "outcomes": (self.tr("Outcomes"), self.outcomes, None),
            "notes": (self.tr("Notes"), self.notes, None),
            "more": (self.tr("Reference, done, tags"), self.more, None),
            "history": (self.tr("History"), self.history, None),
        }
        return {name: Section(name, words, body, link, self) for name, (words, body, link) in bodies.items()}

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show a row; a heading is asked for no work, and what it has all the same is shown."""
        self.date.show_row(plan, item)
        self.who.show_row(plan, item.id)
        self.updates.show_row(plan, item.id)
        self.links.show_row(plan, item)
        self.outcomes.show_row(plan, item.id)
        self.more.show_row(plan, item)
        self.notes.show_row(plan, item)
        self.history.show_row(plan, item.id)
        is_work = not item.kind.is_heading
        self.sections["date"].setVisible(is_work or item.by_when is not None)
        self.sections["links"].setVisible(is_work or bool(plan.links_of.get(item.id)))
        self.sections["updates"].setVisible(is_work or bool(plan.updates_of.get(item.id)))
        for name, words in _summaries(plan, item).items():
            self.sections[name].show_summary(words)

    def mark(self, parts: Collection[str]) -> list[str]:
        """Mark the sections in which others have just changed something, and return their words."""
        for name, section in self.sections.items():
            section.show_news(name in parts)
        return [
            section.head.words[:1].lower() + section.head.words[1:]
            for name, section in self.sections.items()
            if name in parts
        ]

    def open_update(self) -> None:
        """Unfold the updates and show the form for a new one."""
        self.sections["updates"].setVisible(True)
        self.sections["updates"].set_open(True)
        self.updates.open_form()

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        for part in (self.date, self.outcomes, self.more, self.notes):
            part.keep()

    def _restore(self) -> None:
        closed = self._settings.now.details_closed if self._settings is not None else CLOSED_AT_FIRST
        for name, section in self.sections.items():
            section.set_open(name not in closed.split())

    def _remember(self) -> None:
        if self._settings is not None:
            closed = [name for name, section in self.sections.items() if not section.is_open]
            self._settings.change(details_closed=" ".join(closed))


def _summaries(plan: Plan, item: Item) -> dict[str, str]:
    """What each section holds, in a few words for when it is closed."""
    cells = plan.assignments_of.get(item.id, ())
    updates, outcomes = plan.updates_of.get(item.id, ()), plan.outcomes_of.get(item.id, ())
    links = plan.links_of.get(item.id, ())
    more = [item.ref, "" if item.percent is None else f"{item.percent} %", ", ".join(item.tags)]
    return {
        "date": " ".join(item.by_when.words.split()) if item.by_when else "none",
        "who": ", ".join(plan.parties[cell.party].name for cell in cells) or "nobody yet",
        "updates": count(len(updates), "update") if updates else "none yet",
        "links": count(len(links), "link") if links else "nothing",
        "outcomes": count(len(outcomes), "outcome") if outcomes else "none",
        "notes": " ".join(item.notes.split()) or "none",
        "more": " · ".join(part for part in more if part),
    }
