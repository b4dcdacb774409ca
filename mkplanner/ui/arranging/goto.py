"""Go to a row by its number or words, or to a date on the chart."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from mkplanner.models.asking.facts import known_day
from mkplanner.models.fields import read_by_when
from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan
from mkplanner.models.searching import haystacks
from mkplanner.records import frozen
from mkplanner.ui.forms import FormDialog
from mkplanner.ui.look import theme

_MOST = 60


@frozen
class Target:
    """Somewhere to go: a row, or else a day of the chart."""

    words: str
    item: str | None = None
    day: date | None = None


def targets(plan: Plan, words: str) -> list[Target]:
    """Return where some words may lead: rows with that number first, then the date they name, then rows that hold them.

    Without words, the themes and priorities, or else the rows at the top.
    """
    plain = " ".join(words.casefold().split())
    if not plain:
        return _landmarks(plan)
    exact, starting, holding = [], [], []
    written = haystacks(plan)
    parts = plain.split()
    for entry in outline(plan):
        target = Target(f"{entry.number}  {entry.item.title}", entry.item.id)
        number = entry.number.casefold()
        if number == plain:
            exact.append(target)
        elif number.startswith(plain) and len(plain) < len(number):
            starting.append(target)
        elif all(part in written[entry.item.id] for part in parts):
            holding.append(target)
    return [*exact, *_day(plan, words), *starting, *holding][:_MOST]


def _landmarks(plan: Plan) -> list[Target]:
    entries = outline(plan)
    heads = [entry for entry in entries if entry.item.kind.is_heading] or [
        entry for entry in entries if not entry.depth
    ]
    return [Target(f"{entry.number}  {entry.item.title}", entry.item.id) for entry in heads[:_MOST]]


def _day(plan: Plan, words: str) -> list[Target]:
    """A number such as "2.1" is a row before it is a day; words that only hold a year are looked for in rows."""
    frame = read_by_when(plan, words)
    day = frame.first_day if frame is not None else None
    if day is None or (words.replace(".", "").strip().isdigit() and words.count(".") < 2):
        return []
    return [Target(f"{known_day(day)} on the chart", day=day)]


class GoToDialog(FormDialog):
    """A line for number, words or date, and the places it may mean; arrows choose among them, Enter goes there."""

    def __init__(self, parent: QWidget | None, plan: Plan) -> None:
        super().__init__(parent, self.tr("Go to"))
        self.setObjectName("go_to")
        self.setMinimumWidth(theme.px(460))
        self._plan = plan
        self.line = QLineEdit()
        self.line.setObjectName("go_to_line")
        self.line.setPlaceholderText(self.tr("2.1, words, or a date such as 1 March 2027"))
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("go_to_list")
        self.list.setAccessibleName(self.tr("Places found"))
        self.list.setMinimumHeight(theme.px(150))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.add_row(self.tr("&Row or date"), self.line)
        self.add_wide(self.list)
        self._deed = QPushButton(self.tr("Go there"))
        self.finish(self._deed)
        self.line.textChanged.connect(self._look)
        self._look("")

    def target(self) -> Target | None:
        """Return what is chosen."""
        row = self.list.currentItem()
        found: Target | None = row.data(Qt.ItemDataRole.UserRole) if row is not None else None
        return found

    def _look(self, words: str) -> None:
        self.list.clear()
        for target in targets(self._plan, words):
            row = QListWidgetItem(target.words)
            row.setData(Qt.ItemDataRole.UserRole, target)
            row.setToolTip(target.words)
            self.list.addItem(row)
        if not self.list.count():
            nothing = QListWidgetItem(self.tr("No row has these words, and they are no date."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)
        self._deed.setEnabled(self.target() is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)
