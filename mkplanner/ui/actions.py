"""The commands of `actiontable.py` as Qt actions: each goes to whoever offers it now, else it is grey and says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mkplanner.ui.actiontable import TABLE, Entry
from mkplanner.ui.look.icons import icon
from mkplanner.ui.menutable import LINE, MENUS

Offers = Mapping[str, Callable[[], object]]


class Actions:
    """One Qt action for every command of a window. The window's offers come first, then those of the view on show."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._own: Offers = {}
        self._view: Offers = {}
        self._explained: set[str] = set()
        self._actions = {name: self._make(name, entry) for name, entry in TABLE.items()}
        window.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def offer(self, own: Offers, view: Offers) -> None:
        """Say who carries out what from now on, and grey the rest."""
        self._own, self._view = own, view
        for name, action in self._actions.items():
            can = name in own or name in view
            if action.isEnabled() != can or name not in self._explained:
                action.setEnabled(can)
                self._explain(name)

    def name_history(self, undo: str | None, redo: str | None) -> None:
        """Put what they would do behind Undo and Redo: "Undo change by when"."""
        for name, title in (("undo", undo), ("redo", redo)):
            words = f"{translated(TABLE[name].text)} {_lower(title)}" if title else translated(TABLE[name].text)
            self._actions[name].setText(words)
            self._explain(name)

    def show_icon(self, name: str) -> None:
        """Give a command its icon; done for what is about to show, because all of them would delay the start."""
        entry, action = TABLE[name], self._actions[name]
        if entry.icon and action.icon().isNull():
            action.setIcon(icon(entry.icon))

    def show_icons(self, names: Iterable[str]) -> None:
        """Draw the icons of several commands; names that are no commands are passed over."""
        for name in names:
            if name in TABLE:
                self.show_icon(name)

    def recolour(self) -> None:
        """Take the icons of a new palette."""
        for name, entry in TABLE.items():
            if not self._actions[name].icon().isNull():
                self._actions[name].setIcon(icon(entry.icon))

    def _make(self, name: str, entry: Entry) -> QAction:
        action = QAction(translated(entry.text), self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(entry.checkable)
        action.triggered.connect(lambda: self._run(name))
        action.setEnabled(False)
        return action

    def _run(self, name: str) -> None:
        deed = self._own.get(name) or self._view.get(name)
        if deed is not None:
            deed()

    def _explain(self, name: str) -> None:
        """The tooltip: what the command does and its key, or why it is grey."""
        entry, action = TABLE[name], self._actions[name]
        self._explained.add(name)
        words = plain(action.text()) if name in ("undo", "redo") else translated(entry.tip)
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if not action.isEnabled():
            action.setToolTip(f"{words}. {translated(entry.why_not)}")
        else:
            action.setToolTip(f"{words} ({key})" if key else words)


def fill_menu_bar(bar: QMenuBar, actions: Actions, parts: Mapping[str, Callable[[QMenu], None]]) -> None:
    """Build the menus; `parts` fill the places in angle brackets."""
    for title, names in MENUS.items():
        menu = bar.addMenu(translated(title))
        menu.setObjectName(f"menu_{plain(title).lower()}")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda names=names: actions.show_icons(names))
        for name in names:
            if name == LINE:
                menu.addSeparator()
            elif name in parts:
                parts[name](menu)
            else:
                menu.addAction(actions[name])


def translated(words: str) -> str:
    """Return words of the table in the language of the window."""
    return QCoreApplication.translate("Actions", words)


def plain(words: str) -> str:
    """Return words without the mark of their mnemonic."""
    return words.replace("&", "")


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
