"""Writing a progress update in its cell: words first, the traffic light by Alt and a letter, then Enter and the next row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mkplanner.models.asking.updateround import previous_words, todays_update
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.progress import AddUpdate, ChangeUpdate
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Rag
from mkplanner.ui.editors.lightpopup import LightPopup
from mkplanner.ui.editors.popupcell import PopupCell

LIGHT_KEYS = {Qt.Key.Key_G: Rag.GREEN, Qt.Key.Key_A: Rag.AMBER, Qt.Key.Key_R: Rag.RED, Qt.Key.Key_N: None}
"""The keys that give a traffic light, each together with Alt; None takes it away."""


class UpdateCell(PopupCell):
    """Begins a new update of `today`, or mends the one that was written today. What was said on other days never changes here.

    `finish(keep)` ends editing; `run` carries out the command. A new update is signed by `author`; one of today keeps its own.
    """

    def __init__(
        self,
        plan: Plan,
        item: Item,
        today: date,
        parent: QWidget,
        finish: Callable[[QWidget, bool], None],
        run: Callable[[Command], bool],
        author: str = "",
    ) -> None:
        super().__init__(parent)
        self._item, self._today, self._run, self._finish = item, today, run, finish
        self._author = author
        self.update_id = todays_update(plan, item, today)
        old = plan.updates[self.update_id] if self.update_id else None
        self._before = (old.text, old.rag) if old else ("", None)
        known = (self.update_id,) if self.update_id else ()
        signed = old.author if old else author
        self.popup = LightPopup(previous_words(plan, item, known), self._window, signed)
        self.popup.choose(self._before[1])
        self.popup.finished.connect(self._end)
        self.popup.light_chosen.connect(self._judge)
        self.attach(self.popup)
        self.setPlaceholderText(self.tr("What has happened since?"))
        self.textChanged.connect(self._judge)
        super().set_words(self._before[0])

    def set_words(self, words: str) -> None:
        """The cell tells the last update with its day; what is written here is the words alone, so this changes nothing."""

    def keep(self, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
        """Add the update, or mend today's; nothing written and no light chosen leaves all as it was."""
        words, light = self.toPlainText().strip(), self.popup.light
        if (words, light) == self._before or not (words or light) or not self._may_keep():
            return
        if self.update_id is None:
            self._run(AddUpdate(self._item.id, words, light, self._today, self._author))
        else:
            self._run(ChangeUpdate(self.update_id, words, light, self._today))

    def may_end(self) -> bool:
        """Whether Enter may keep the update: amber and red wait for their comment."""
        return self._may_keep()

    def _may_keep(self) -> bool:
        return self.popup.judge(bool(self.toPlainText().strip()))

    def _judge(self) -> None:
        self._may_keep()
        light = self.popup.light
        self.setAccessibleDescription(self.tr("Traffic light: {}").format(light.value if light else self.tr("none")))
        if self.isVisible():
            self.place_popup()

    def _end(self, is_kept: bool) -> None:
        if not self.is_over and (not is_kept or self._may_keep()):
            self.is_over = True
            self._finish(self, is_kept)

    def claims(self, event: QKeyEvent) -> bool:
        """Also the keys of the traffic light."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return (is_alt and event.key() in LIGHT_KEYS) or super().claims(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Choose the traffic light; else what any cell's editor does."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in LIGHT_KEYS:
            self.popup.choose(LIGHT_KEYS[Qt.Key(event.key())])
            return True
        return super().takes(event)
