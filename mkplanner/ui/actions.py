"""The commands of `actiontable.py` as Qt actions: each goes to whoever offers it now, else it is grey and says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from mkplanner.ui.actiontable import TABLE, Entry
from mkplanner.ui.look.icons import icon

Offers = Mapping[str, Callable[[], object]]


class Actions:
    """One Qt action for every command of a window. The window's offers come first, then those of the view on show.

    An action is made when somebody asks for it, all others by `complete`: few of them are in the first picture.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._own: Offers = {}
        self._view: Offers = {}
        self._actions: dict[str, QAction] = {}

    def __getitem__(self, name: str) -> QAction:
        if name not in self._actions:
            self._make(name, TABLE[name])
        return self._actions[name]

    def complete(self) -> None:
        """Make the actions that are not there yet, so that all keys work."""
        for name in TABLE:
            _ = self[name]

    def offer(self, own: Offers, view: Offers) -> None:
        """Say who carries out what from now on, and grey the rest."""
        self._own, self._view = own, view
        for name, action in self._actions.items():
            if action.isEnabled() != self._can(name):
                action.setEnabled(self._can(name))
                self._explain(name)

    def name_history(self, undo: str | None, redo: str | None) -> None:
        """Put what they would do behind Undo and Redo: "Undo change by when"."""
        for name, title in (("undo", undo), ("redo", redo)):
            words = f"{translated(TABLE[name].text)} {_lower(title)}" if title else translated(TABLE[name].text)
            self[name].setText(words)
            self._explain(name)

    def show_icon(self, name: str) -> None:
        """Give a command its icon; done for what is about to show, because all of them would delay the start."""
        entry, action = TABLE[name], self[name]
        if entry.icon and action.icon().isNull():
            action.setIcon(icon(entry.icon))

    def show_icons(self, names: Iterable[str]) -> None:
        """Draw the icons of several commands; names that are no commands are passed over."""
        for name in names:
            if name in TABLE:
                self.show_icon(name)

    def recolour(self) -> None:
        """Take the icons of a new palette."""
        for name, action in self._actions.items():
            if not action.icon().isNull():
                action.setIcon(icon(TABLE[name].icon))

    def _make(self, name: str, entry: Entry) -> None:
        action = self._actions[name] = QAction(translated(entry.text), self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(entry.checkable)
        action.triggered.connect(lambda: self._run(name))
        action.setEnabled(self._can(name))
        self._explain(name)
        self._window.addAction(action)

    def _can(self, name: str) -> bool:
        """Whether somebody offers a command now."""
        return name in self._own or name in self._view

    def _run(self, name: str) -> None:
        deed = self._own.get(name) or self._view.get(name)
        if deed is not None:
            deed()

    def _explain(self, name: str) -> None:
        """The tooltip: what the command does and its key, or why it is grey."""
        entry, action = TABLE[name], self._actions[name]
        words = plain(action.text()) if name in ("undo", "redo") else translated(entry.tip)
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if not action.isEnabled():
            action.setToolTip(f"{words}. {translated(entry.why_not)}")
        else:
            action.setToolTip(f"{words} ({key})" if key else words)


def translated(words: str) -> str:
    """Return words of the table in the language of the window."""
    return QCoreApplication.translate("Actions", words)


def plain(words: str) -> str:
    """Return words without the mark of their mnemonic."""
    return words.replace("&", "")


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
