"""The review: three numbers, what came in, and the true conflicts to settle, all at once or later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mkplanner.errors import PlannerError
from mkplanner.models.lookback.changelist import Line
from mkplanner.models.lookback.commonstart import started_from
from mkplanner.models.lookback.conflict import Conflict
from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan
from mkplanner.models.store.opening import OpenPlan
from mkplanner.models.wording import count
from mkplanner.ui import messages
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.insight import InSight
from mkplanner.ui.look import theme
from mkplanner.ui.merging.changeview import ChangeView, Entry
from mkplanner.ui.merging.conflictbox import ConflictBox
from mkplanner.ui.parts import label, primary, rule, upright_rule

LARGEST = QSize(1180, 660)
LIST_WIDTH, LIST_HEIGHT = 352, 190
TWO_COLUMNS = 560
"""Pixels that two versions need side by side."""
ONE_COLUMN = 560
"""Pixels below which list and conflicts stand below each other."""


class ReviewDialog(FittingDialog):
    """Shows what came in (`lines`, empty where only conflicts are looked at) and every conflict that the plan has.

    Each conflict settled is one step that can be undone. `row_chosen` brings a row of the plan that somebody wants to see.
    """

    row_chosen = Signal(str)

    def __init__(
        self, parent: QWidget, opened: OpenPlan, heading: str, own: str, lines: Sequence[Line] = (), note: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self.setWindowTitle(self.tr("Review what came in") if lines else self.tr("Review conflicts"))
        self._opened = opened
        self._own = own
        self._lines = tuple(lines)
        self._boxes: list[ConflictBox] = []
        self._is_stacked = False
        self._numbers = [label("", "h1") for _ in range(3)]
        self._changes = ChangeView()
        self._changes.setFixedWidth(theme.px(LIST_WIDTH))
        self._changes.conflict_chosen.connect(self.go_to)
        self._changes.row_chosen.connect(self.row_chosen)
        self._scroll = InSight(QWidget())
        self._later = QPushButton(self.tr("Decide &later"))
        self._later.setAutoDefault(False)
        self._later.clicked.connect(self.reject)
        self._deed = primary(QPushButton())
        self._deed.setObjectName("settle")
        self._deed.clicked.connect(self._settle)
        self._deed.setToolTip(self.tr("Ctrl+Enter, wherever the cursor is"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._deed.click)
        self._arrange(heading, note)
        room = self.screen().availableSize() if self.screen() is not None else LARGEST
        self.resize(LARGEST.boundedTo(room - QSize(40, 60)))
        self._show_conflicts()

    # ---- the parts

    def _arrange(self, heading: str, note: str) -> None:
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(0)
        self._between = upright_rule()
        middle.addWidget(self._changes)
        middle.addWidget(self._between)
        middle.addWidget(self._scroll, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head(heading, note))
        layout.addWidget(rule())
        layout.addLayout(middle, 1)
        self.foot = self._foot()
        layout.addWidget(self.foot)

    def _head(self, heading: str, note: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(label(heading, "h2", wrap=True))
        if note:
            words.addWidget(label(note, "muted", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(18), theme.px(12), theme.px(18), theme.px(12))
        row.setSpacing(theme.px(18))
        row.addLayout(words, 1)
        captions = (self.tr("changes"), self.tr("fitted together"), self.tr("need your choice"))
        self._captions = [label(caption, "label", wrap=True) for caption in captions]
        for number, below in zip(self._numbers, self._captions, strict=True):
            if not self._lines and number is not self._numbers[-1]:
                continue
            if number is not self._numbers[0] and self._lines:
                row.addWidget(upright_rule())
            row.addLayout(_number(number, below))
        return row

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(18), theme.px(10), theme.px(18), theme.px(10))
        row.setSpacing(theme.px(8))
        promise = self.tr("Nothing is thrown away: what you do not choose stays in History. Undo takes a choice back.")
        row.addWidget(label(promise, "muted", wrap=True), 1)
        row.addWidget(self._later)
        row.addWidget(self._deed)
        return foot

    # ---- conflicts

    def _show_conflicts(self) -> None:
        """Show the conflicts as they stand now, none of them answered but where keeping both is proposed."""
        plan = self._opened.plan
        conflicts = in_reading_order(plan, self._opened.conflicts())
        records = self._opened.history() if conflicts else []
        self._boxes = [
            ConflictBox(
                plan,
                conflict,
                self.tr("{0} of {1}").replace("{0}", str(place)).replace("{1}", str(len(conflicts))),
                started_from(plan, conflict, records),
                self._own,
            )
            for place, conflict in enumerate(conflicts, start=1)
        ]
        self._fit()
        self._scroll.setWidget(self._page())
        self._say_numbers(len(conflicts))
        self._changes.show_entries(entries_of(conflicts, self._lines))
        for box in self._boxes:
            box.changed.connect(self._count)
        self._count()
        if self._boxes:
            self._boxes[0].focus_first()

    def _page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(14))
        for box in self._boxes:
            if box is not self._boxes[0]:
                layout.addWidget(rule())
            layout.addWidget(box)
        if not self._boxes:
            layout.addWidget(
                label(self.tr("Everything fits together; there is nothing to choose."), "muted", wrap=True)
            )
        layout.addStretch(1)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put versions below each other where two do not stand side by side, as on a small screen with large text."""
        super().resizeEvent(event)
        self._fit()

    def fold(self, room: QSize) -> None:
        """Put the conflicts below the list of changes where large letters leave room for one only."""
        if room.width() < theme.px(ONE_COLUMN):
            self._is_stacked = True
            self._middle.setDirection(QBoxLayout.Direction.TopToBottom)
            self._between.hide()
            self._changes.setFixedHeight(theme.px(LIST_HEIGHT))
            self._scroll.setMinimumHeight(theme.px(LIST_HEIGHT))
            self._fit()

    def _fit(self) -> None:
        """Share the width out; once stacked, list and conflicts have all of it."""
        if self._is_stacked:
            self._changes.setMinimumWidth(0)
            self._changes.setMaximumWidth(self.width())
        else:
            self._changes.setFixedWidth(min(theme.px(LIST_WIDTH), self.width() * 2 // 5))
        beside = 0 if self._is_stacked else self._changes.width()
        room = self.width() - beside - theme.px(2 * 18 + 20)
        for box in self._boxes:
            box.set_columns(2 if room >= theme.px(TWO_COLUMNS) else 1)

    def _say_numbers(self, waiting: int) -> None:
        whole = max(len(self._lines), waiting)
        for number, value in zip(self._numbers, (whole, whole - waiting, waiting), strict=True):
            number.setText(str(value))
        self._captions[-1].setText(self.tr("needs your choice") if waiting == 1 else self.tr("need your choice"))

    def go_to(self, conflict: str) -> None:
        """Show a conflict and put the cursor on its first version."""
        box = next((each for each in self._boxes if each.conflict.id == conflict), None)
        if box is not None:
            box.focus_first()
            self._scroll.ensureWidgetVisible(box, 0, theme.px(14))

    def _count(self) -> None:
        """Say on the button what it does and how much remains."""
        total, done = len(self._boxes), sum(box.answer() is not None for box in self._boxes)
        left = total - done
        self._later.setVisible(bool(total))
        self._deed.setEnabled(done > 0 or not total)
        if not total:
            words = self.tr("Close")
        elif not done:
            words = self.tr("{0} left to choose").replace("{0}", str(left))
        elif left:
            words = self.tr("Settle {0}, {1} left").replace("{0}", str(done)).replace("{1}", str(left))
        else:
            words = self.tr("Settle {0}").replace("{0}", count(done, "conflict"))
        self._deed.setText(words)

    def _settle(self) -> None:
        """Settle what has been answered, each as a step of its own; stay while something remains."""
        for box in self._boxes:
            answer = box.answer()
            try:
                if isinstance(answer, int):
                    self._opened.resolve(box.conflict.id, answer)
                elif answer is not None:
                    self._opened.resolve_otherwise(box.conflict.id, answer)
            except PlannerError as trouble:
                messages.error(self, trouble)
                break
        if self._opened.conflicts():
            self._show_conflicts()
        else:
            self.accept()


def in_reading_order(plan: Plan, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Return conflicts in the order of the rows they are about; those about no row of the outline come last."""
    places = {row.item.id: place for place, row in enumerate(outline(plan))}
    return sorted(conflicts, key=lambda conflict: places.get(conflict.item, len(places)))


def entries_of(conflicts: Sequence[Conflict], lines: Sequence[Line]) -> list[Entry]:
    """Return the rows of the list: conflicts first, then what came in, by author in the order of the history."""
    found: list[Entry] = []
    if conflicts:
        found.append(Entry(f"Need your choice  {len(conflicts)}"))
        found += [Entry(each.sentence, "warning", "warning", conflict=each.id) for each in conflicts]
    for author in dict.fromkeys(line.author for line in lines):
        own = [line for line in lines if line.author == author]
        found.append(Entry(f"From {author or 'somebody'}  {len(own)}"))
        found += [Entry(line.sentence, "tick", "accent", item=line.item) for line in own]
    return found


def _number(number: QLabel, below: QLabel) -> QVBoxLayout:
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    below.setAlignment(Qt.AlignmentFlag.AlignCenter)
    number.setAccessibleDescription(below.text())
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(number)
    column.addWidget(below)
    return column
