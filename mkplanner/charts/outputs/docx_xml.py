"""Elements of Word's own language, made in one line each."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TWIPS = 20
"""Word measures tables and spacing in twentieths of a point."""


def made(tag: str, /, *kids: Any, **attributes: object) -> Any:
    """Return an element such as `w:shd` with its attributes (`val="clear"`) and what stands inside it."""
    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    for kid in kids:
        element.append(kid)
    return element


def twips(points: float) -> int:
    """Points in Word's measure."""
    return round(points * TWIPS)


def shade(colour: str) -> Any:
    """A tint, from "#RRGGBB"."""
    return made("w:shd", val="clear", color="auto", fill=colour.removeprefix("#"))


def border(side: str, colour: str, eighths: int, kind: str = "single", space: int = 0) -> Any:
    """One edge of a paragraph, a cell or a table, its width in eighths of a point."""
    return made(f"w:{side}", val=kind, sz=eighths, space=space, color=colour.removeprefix("#"))
