"""Changing what a widget holds without its being painted for that: what is on its screen stays true."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_HELD_BACK = Qt.WidgetAttribute.WA_UpdatesDisabled


@contextmanager
def unseen(port: QWidget) -> Iterator[None]:
    """Have Qt paint nothing of a widget for what is done inside; `setUpdatesEnabled` would paint all of it afterwards."""
    was_held = port.testAttribute(_HELD_BACK)
    port.setAttribute(_HELD_BACK)
    try:
        yield
    finally:
        port.setAttribute(_HELD_BACK, was_held)
