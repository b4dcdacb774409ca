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

from mkplanner.models.beginnings.owntemplates import own_templates
from mkplanner.models.beginnings.templates import TEMPLATES
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, rule, upright_rule
from mkplanner.ui.start.beginnings import OWN
from mkplanner.ui.start.cards import BringBox, Card
from mkplanner.ui.start.planlist import PlanList
from mkplanner.ui.start.thumbnails import HEIGHT, Thumbnail

if TYPE_CHECKING:
    from mkplanner.ui.files.recent import Known

LEFT_WIDTH, LEAST_LEFT, LEFT_SHARE = 452, 330, 0.34
ROOM_FOR_PICTURE = 430
WIDE = 660
"""The room that four cards side by side need, with the air beside them."""
FULL, ROOM_FOR_BOX = 4, 2
"""Cards side by side where there is room for them, and how many columns the box needs."""
OWN_SHOWN, LONGEST_NAME = 4, 24
"""How many of one's own templates have a button here, and how many letters of a name; New plan lists them all."""


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
        self._left_area, layout = _scrolling("start_left", QPalette.ColorRole.Base)
        self._left_area.setFixedWidth(theme.px(LEFT_WIDTH))
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
        area, layout = _scrolling("start_right", QPalette.ColorRole.Window)
        layout.setContentsMargins(theme.px(30), theme.px(24), theme.px(46), theme.px(24))
        layout.setSpacing(theme.px(14))
        heading = QHBoxLayout()
        heading.setSpacing(theme.px(8))
        heading.addWidget(label(self.tr("New plan"), "h2"))
        heading.addWidget(label(self.tr("Each layout also prints; you can change it later."), "muted"))
        heading.addStretch()
        layout.addLayout(heading)
        layout.addLayout(self._card_grid())
        layout.addLayout(self._own())
        layout.addWidget(rule())
        layout.addLayout(
            self._deed(
                self.tr("From a plan you have"),
                self.tr("Keep its rows, and its people if you like; dates are cleared."),
                self.tr("New from a plan…"),
                "new_from_plan",
            )
        )
        layout.addStretch()
        return area

    def _card_grid(self) -> QGridLayout:
        self._cards: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(16))
        for template in TEMPLATES.values():
            card = Card(template.key, template.title, template.words, template.picture)
            card.chosen.connect(self.template_chosen)
            self._cards.append(card)
        self._box = BringBox()
        self._box.paste_asked.connect(lambda: self.asked.emit("paste_table"))
        self._box.file_asked.connect(lambda: self.asked.emit("choose_text"))
        self._arrange(FULL)
        return self._grid

    def _arrange(self, columns: int) -> None:
        """Put the cards into so many columns, and the box into what is left of the last row, else below."""
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        row, taken = divmod(len(self._cards), columns)
        if columns - taken >= ROOM_FOR_BOX and taken:
            self._grid.addWidget(self._box, row, taken, 1, columns - taken)
        else:
            self._grid.addWidget(self._box, row + bool(taken), 0, 1, columns)
        for column in range(FULL):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns

    def _own(self) -> QHBoxLayout:
        """One's own templates, as buttons side by side; the newest places are the list in New plan."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        names = [path.stem for path in own_templates()]
        if names:
            row.addWidget(label(self.tr("My templates"), "strong"))
        for name in names[:OWN_SHOWN]:
            button = QPushButton(name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rstrip()}…")
            button.setObjectName(f"own_{name}")
            button.setAccessibleName(self.tr("New plan from my template {0}").replace("{0}", name))
            button.setToolTip(name)
            theme.dress_early(button)
            button.clicked.connect(lambda _on=False, name=name: self.template_chosen.emit(f"{OWN}{name}"))
            row.addWidget(button)
        row.addStretch()
        return row

    def _deed(self, title: str, words: str, button_words: str, name: str) -> QHBoxLayout:
        """A thing that one may do, in two lines, with its button at the right."""
        said = QVBoxLayout()
        said.setSpacing(theme.px(2))
        said.addWidget(label(title, "strong"))
        said.addWidget(label(words, "muted", wrap=True))
        button = QPushButton(button_words)
        button.setObjectName(f"start_{name}")
        theme.dress_early(button)
        button.clicked.connect(lambda: self.asked.emit(name))
        row = QHBoxLayout()
        row.addLayout(said, 1)
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the left side gives way, and the cards stand two by two."""
        super().resizeEvent(event)
        left = min(theme.px(LEFT_WIDTH), max(theme.px(LEAST_LEFT), round(self.width() * LEFT_SHARE)))
        self._left_area.setFixedWidth(left)
        self._picture.setVisible(left >= theme.px(ROOM_FOR_PICTURE))
        columns = FULL if self.width() - left >= theme.px(WIDE) else 2
        if columns != self._columns:
            self._arrange(columns)

    def _link(self, words: str, name: str) -> QLabel:
        link = QLabel(f'<a href="{name}">{words}</a>')
        link.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        link.linkActivated.connect(self.asked)
        return link


def _scrolling(name: str, ground: QPalette.ColorRole) -> tuple[QScrollArea, QVBoxLayout]:
    """A page that scrolls on small screens, on a ground of its own, and the layout inside it.

    It is empty when it is put together: else all its words would be laid out for a width that it never has.
    """
    inside = QWidget()
    inside.setObjectName(name)
    inside.setAutoFillBackground(True)
    inside.setBackgroundRole(ground)
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area, QVBoxLayout(inside)
