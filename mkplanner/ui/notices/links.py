"""Ways out of a notice, as links under its sentence and as a menu; taking one is always the user's own doing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from mkplanner.models.notice import Remedy
from mkplanner.ui.look import theme
from mkplanner.ui.mnemonics import give_letters


class RemedyLinks(QLabel):
    """Shows remedies each on a line of its own. `taken` brings the one that was clicked, or on which Enter was pressed."""

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("remedy_links")
        self.remedies: tuple[Remedy, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(lambda place: self.taken.emit(self.remedies[int(place)]))
        self.hide()

    def show_remedies(self, remedies: Sequence[Remedy]) -> None:
        """Show these remedies, and nothing where there are none."""
        self.remedies = tuple(remedies)
        self.setFont(theme.font())
        self.setText("<br>".join(_link(place, remedy.title) for place, remedy in enumerate(self.remedies)))
        self.setAccessibleName("; ".join(remedy.title for remedy in self.remedies))
        self.setVisible(bool(self.remedies))


def remedy_menu(
    parent: QWidget, remedies: Sequence[Remedy], go: Callable[[], None], take: Callable[[Remedy], None]
) -> QMenu:
    """Return the menu of a notice: its ways out, and going to its row; it deletes itself when it closes."""
    menu = QMenu(parent)
    menu.setObjectName("remedy_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for remedy in remedies:
        action = menu.addAction(remedy.title.replace("&", "&&"))
        action.triggered.connect(lambda _=False, remedy=remedy: take(remedy))
    if remedies:
        menu.addSeparator()
    menu.addAction(menu.tr("Go to the row\tEnter")).triggered.connect(lambda: go())
    give_letters(menu)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _link(place: int, title: str) -> str:
    return f'<a href="{place}">{escape(title)}</a>'
