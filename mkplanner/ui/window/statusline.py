"""The status bar: how many actions stand how, the filter, what the view says of itself, and where the plan is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.window.herald import Herald

if TYPE_CHECKING:
    from mkplanner.models.plan import Plan

LINKED_FOR = 20_000
"""Milliseconds that a note with something to click stays."""

LEAST = 64
"""Pixels at 12 px type that a line of words keeps in the narrowest window."""

UNDER_NOTES = ("counts", "filter", "view")
"""Places that a passing note covers."""


class StatusLine(QStatusBar):
    """Five places of words; passing notes cover three of them for a while.

    `told` brings the name of a place and its words when they are others than before; a passing note tells as "note".
    """

    told = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setSizeGripEnabled(False)
        self._places: dict[str, QLabel] = {name: self._named(ShortLabel(), name) for name in UNDER_NOTES}
        for place in self._places.values():
            self.addWidget(place)
        self._linked = self._linked_place()
        self._deed: Callable[[], object] = lambda: None
        self._linked_time = QTimer(self, singleShot=True, interval=LINKED_FOR)
        self._linked_time.timeout.connect(self._end_linked)
        for name in ("company", "saved"):
            self._places[name] = self._named(QLabel(), name)
            self.addPermanentWidget(self._places[name])
        self._places["saved"].setProperty("place", "last")
        self.setFixedHeight(theme.px(24))
        self.messageChanged.connect(self._follow_note)
        self.herald = Herald(self)
        self.told.connect(self.herald.hear)

    def say(self, **words: str) -> None:
        """Say something at some of the places: counts, filter, view, company, saved; nothing hides the place."""
        for name, text in words.items():
            if text != self._places[name].text():
                self._places[name].setText(text)
                self.told.emit(name, text)
            self._places[name].setVisible(bool(text) and not self._is_covered(name))

    def show_linked(self, words: str, link: str, deed: Callable[[], object]) -> None:
        """Show a passing note with a link at its end that does something, with the mouse or from the keys."""
        from html import escape  # the first words with a link come long after the first picture

        self.clearMessage()
        self._deed = deed
        self._linked.setText(f'{escape(words)}&nbsp; <a href="deed">{escape(link)}</a>')
        self._linked.setAccessibleName(f"{words} {link}")
        self._linked.show()
        self.told.emit("note", f"{words} {link}")
        self._linked_time.start()
        self._say_again()

    def _is_covered(self, name: str) -> bool:
        return name in UNDER_NOTES and (bool(self.currentMessage()) or not self._linked.isHidden())

    def _follow_note(self, words: str) -> None:
        """When a note has passed, show again what was said under it meanwhile; a newer note ends one with a link."""
        if words:
            self._end_linked()
            self.told.emit("note", words)
        else:
            self._say_again()

    def _end_linked(self) -> None:
        self._linked_time.stop()
        self._linked.hide()
        self._say_again()

    def _say_again(self) -> None:
        self.say(**{name: self._places[name].text() for name in UNDER_NOTES})

    def explain(self, name: str, words: str) -> None:
        """Give a place its tooltip."""
        self._places[name].setToolTip(words)

    def resize_to_text(self) -> None:
        """Take the height that goes with a new text size."""
        self.setFixedHeight(theme.px(24))

    def _linked_place(self) -> QLabel:
        place = self._named(QLabel(), "linked")
        place.setTextFormat(Qt.TextFormat.RichText)
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        place.linkActivated.connect(lambda _place: self._deed())
        self.addWidget(place)
        return place

    def _named(self, place: QLabel, name: str) -> QLabel:
        place.setObjectName(f"status_{name}")
        place.setVisible(False)
        return place


class ShortLabel(QLabel):
    """A line of words that gives way in a narrow window: it ends in an ellipsis there, and the tooltip has it whole."""

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), theme.px(LEAST)), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.style().drawItemText(
            painter, room, int(self.alignment()), self.palette(), self.isEnabled(), words, self.foregroundRole()
        )
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Have the words ready for the tooltip. Hearing every event instead would load all sorts of them before the start."""
        super().enterEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")


def count_words(plan: Plan) -> str:
    """Return how many actions there are and how they stand: "14 actions: 2 complete, 5 on track, 7 without a status".

    Made once for each plan: the window says it again whenever anything is chosen.
    """
    from mkplanner.models.plan import ItemKind
    from mkplanner.models.status import STYLES
    from mkplanner.models.wording import count

    said: str | None = plan.__dict__.get("_count_words")
    if said is not None:
        return said
    heads = [kind for kind in ItemKind if kind.is_heading]
    rows = [item.status for item in plan.items.values() if item.kind not in heads]
    found = Counter(rows)
    parts = [f"{found[status]:,} {style.word.lower()}" for status, style in STYLES.items() if found[status]]
    if parts and found[None]:
        parts.append(f"{found[None]:,} without a status")
    total = count(len(rows), "action")
    said = f"{total}: {', '.join(parts)}" if parts else total
    plan.__dict__["_count_words"] = said
    return said
