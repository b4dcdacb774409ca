"""The first page: recent plans at the left, ways to begin at the right; the whole page takes a drop or a paste."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui import theme
from mkplanner.ui.parts import label, rule, upright_rule
from mkplanner.ui.start.cards import BringBox, Card
from mkplanner.ui.start.planlist import PlanList
from mkplanner.ui.start.templates import TEMPLATES
from mkplanner.ui.start.thumbnails import HEIGHT, Thumbnail

if TYPE_CHECKING:
    from mkplanner.ui.recent import Known

LEFT_WIDTH, LEAST_LEFT, LEFT_SHARE = 452, 330, 0.34
ROOM_FOR_PICTURE = 430
WIDE = 660
"""The room that four cards side by side need, with the air beside them."""


class StartPage(QWidget):
    """Shows what can be begun or gone on with. `asked` brings the name of a command of `actiontable.py`."""

    plan_chosen = Signal(str)
    template_chosen = Signal(str)
    pin_asked = Signal(str, bool)
    forget_asked = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left())
        layout.addWidget(upright_rule())
        layout.addWidget(self._right(), 1)

    def show_plans(self, plans: Sequence[Known]) -> None:
        """Show the recent plans, or one sentence where there are none yet."""
        self._plans.show_plans(plans)
        self._plans.setVisible(bool(plans))
        self._no_plans.setVisible(not plans)

    def focus_first(self) -> None:
        """Put the cursor on the newest plan, or on the first layout where there is none."""
        (self._plans.rows or self._cards)[0].setFocus()

    def _left(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("start_left")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(theme.px(32), theme.px(24), theme.px(22), theme.px(16))
        layout.setSpacing(theme.px(4))
        layout.addLayout(self._plans_heading())
        layout.addWidget(label(self.tr("They stay on this computer and on the shares you choose."), "muted", wrap=True))
        layout.addSpacing(theme.px(10))
        self._plans = PlanList()
        self._plans.chosen.connect(self.plan_chosen)
        self._plans.pin_asked.connect(self.pin_asked)
        self._plans.forget_asked.connect(self.forget_asked)
        self._no_plans = label(
            self.tr("No plans yet. Make one at the right, or look at the worked example."), "muted", wrap=True
        )
        layout.addWidget(self._plans)
        layout.addWidget(self._no_plans)
        layout.addSpacing(theme.px(16))
        layout.addWidget(rule())
        layout.addSpacing(theme.px(8))
        layout.addWidget(label(self.tr("New here?"), "h2"))
        layout.addSpacing(theme.px(4))
        layout.addWidget(self._example())
        layout.addSpacing(theme.px(10))
        layout.addLayout(self._help())
        layout.addStretch()
        self._left_area = _scrolling(inside, QPalette.ColorRole.Base)
        self._left_area.setFixedWidth(theme.px(LEFT_WIDTH))
        return self._left_area

    def _plans_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Your plans"), "h1"))
        row.addStretch()
        row.addWidget(self._link(self.tr("Open another…"), "open"), alignment=Qt.AlignmentFlag.AlignBottom)
        return row

    def _example(self) -> QWidget:
        picture = self._picture = Thumbnail("gantt")
        picture.setFixedWidth(theme.px(172))
        button = QPushButton(self.tr("Open the example"))
        button.setObjectName("open_example_button")
        theme.dress_early(button)
        button.clicked.connect(lambda: self.asked.emit("open_example"))
        words = QVBoxLayout()
        words.setSpacing(theme.px(3))
        words.addWidget(label(self.tr("Worked example"), "strong"))
        words.addWidget(
            label(
                self.tr("Three councils, every kind of date. Change anything; it is your own copy."), "muted", wrap=True
            )
        )
        words.addSpacing(theme.px(6))
        words.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        words.addStretch()
        frame = QWidget()
        frame.setFixedHeight(theme.px(HEIGHT) + 2)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return frame

    def _help(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._link(self.tr("Ten-minute guide"), "guide"))
        row.addWidget(label("·", "muted"))
        row.addWidget(self._link(self.tr("Sheet of shortcuts"), "shortcuts"))
        row.addStretch()
        return row

    def _right(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("start_right")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(theme.px(30), theme.px(24), theme.px(46), theme.px(24))
        layout.setSpacing(theme.px(14))
        heading = QHBoxLayout()
        heading.setSpacing(theme.px(8))
        heading.addWidget(label(self.tr("New plan"), "h2"))
        heading.addWidget(label(self.tr("Each layout also prints; you can change it later."), "muted"))
        heading.addStretch()
        layout.addLayout(heading)
        layout.addLayout(self._card_grid())
        box = BringBox()
        box.paste_asked.connect(lambda: self.asked.emit("paste_table"))
        box.file_asked.connect(lambda: self.asked.emit("choose_text"))
        layout.addWidget(box)
        layout.addStretch()
        return _scrolling(inside, QPalette.ColorRole.Window)

    def _card_grid(self) -> QGridLayout:
        self._cards: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(16))
        for template in TEMPLATES.values():
            card = Card(template.key, template.title, template.words, template.picture)
            card.chosen.connect(self.template_chosen)
            self._cards.append(card)
        self._arrange(len(self._cards))
        return self._grid

    def _arrange(self, columns: int) -> None:
        """Put the cards into so many columns."""
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the left side gives way, and the cards stand two by two."""
        super().resizeEvent(event)
        left = min(theme.px(LEFT_WIDTH), max(theme.px(LEAST_LEFT), round(self.width() * LEFT_SHARE)))
        self._left_area.setFixedWidth(left)
        self._picture.setVisible(left >= theme.px(ROOM_FOR_PICTURE))
        columns = len(self._cards) if self.width() - left >= theme.px(WIDE) else 2
        if columns != self._columns:
            self._arrange(columns)

    def _link(self, words: str, name: str) -> QLabel:
        link = QLabel(f'<a href="{name}">{words}</a>')
        link.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        link.linkActivated.connect(self.asked)
        return link


def _scrolling(inside: QWidget, ground: QPalette.ColorRole) -> QScrollArea:
    """A page that scrolls on small screens, on a ground of its own."""
    inside.setAutoFillBackground(True)
    inside.setBackgroundRole(ground)
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
