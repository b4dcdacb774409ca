"""Showing a dialogue until it is answered, and taking it away for good afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid


def ask(dialog: QDialog) -> bool:
    """Show a dialogue until it is answered; False where it was cancelled. The answer can be read until the next event.

    A closed dialogue would stay with its window for as long as that is open, with all that it shows. It may be gone already,
    together with a window that was closed under it.
    """
    try:
        return bool(dialog.exec())
    finally:
        if isValid(dialog):
            dialog.deleteLater()
