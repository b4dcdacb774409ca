"""The bundled fonts made known to Qt, so that chart and preview use the very letters that paper does.

A face is registered the first time it is asked for. The face "ui" is the system's own font, for words in tables; "ui-bold"
is its heavier cut.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from mkplanner.charts.fonts import font_path

_POINTS_PER_INCH = 72


@cache
def _family(face: str) -> str:
    """The family of a bundled face, registered with Qt; the system's own where the file cannot be used."""
    number = QFontDatabase.addApplicationFont(str(font_path(face)))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QGuiApplication.font().family()


def chart_font(face: str, size: float, dots_per_inch: float) -> QFont:
    """A face at a size in the painter's own units (pixels on screen), exact to fractions.

    Qt only takes whole pixels, so the size goes in as points for the device's dots per inch. Letters keep their true
    widths, hinted in height alone, so that what layout measured is what is drawn.
    """
    font = QGuiApplication.font() if face.startswith("ui") else QFont(_family(face))
    font.setPointSizeF(max(size, 0.1) * _POINTS_PER_INCH / dots_per_inch)
    font.setBold("bold" in face)
    font.setItalic("italic" in face)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
