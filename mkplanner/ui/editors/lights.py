"""The choice of a traffic light, as the form and the cell of a progress update both show it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mkplanner.models.status import RAG_STATUS, STYLES, Rag
from mkplanner.ui.editors.statusbutton import status_icon
from mkplanner.ui.parts import Segments


def light_segments() -> Segments:
    """Return buttons for no light and each of the three; the keys are "none" and the values of `Rag`."""
    tr = QCoreApplication.translate
    choices = (("none", tr("lights", "None")), *((rag.value, rag.value[:1].upper()) for rag in Rag))
    made = Segments(choices, tr("lights", "Traffic light"))
    made.setProperty("signs", "true")  # Shapes keep their own colours, so what is pressed is framed rather than filled.
    made.buttons["none"].setAccessibleName(tr("lights", "No traffic light"))
    for rag in Rag:
        button, words = made.buttons[rag.value], f"{rag.value.capitalize()}: {STYLES[RAG_STATUS[rag]].word}"
        button.setIcon(status_icon(RAG_STATUS[rag]))
        button.setText("")
        button.setAccessibleName(words)
        button.setToolTip(words)
    return made


def needs_comment(light: Rag | None) -> bool:
    """Whether a traffic light may only be given together with words."""
    return light in (Rag.AMBER, Rag.RED)
