"""The look of the whole window: Fusion with our palette, the text size, and a little style sheet (`style.py`).

Widgets ask `current()` for the colours of the day and `px()` for a measure, and repaint when `news().changed` says so.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.charts.palette import CONTRAST, DARK, LIGHT, Palette
from mkplanner.paths import resource
from mkplanner.ui.look import icons
from mkplanner.ui.look.style import early_sheet, style_sheet

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "theme_row",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text2",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "grid2",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "text3",
}
_GREYED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
)
_NAMED = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
STYLE = "Fusion"
DESIGN_PIXELS = 12.0
"""The text height, in pixels, for which all measures of the design are given."""
BUNDLED_POINTS = 9.0


class Theme(QObject):
    """Dresses the application. `changed` tells widgets that paint for themselves to ask again for colours and measures."""

    changed = Signal()

    def __init__(self, app: QApplication, *, whole: bool = True) -> None:
        super().__init__(app)
        self._app = app
        self._points = _usual_font(app).pointSizeF()
        self.name = "system"
        self.text_size = 100
        self.palette = LIGHT
        self.scale = 1.0
        self._is_whole = whole
        self.is_dressing = False
        self._early: list[QWidget] = []
        self._early_sheet = ""
        if whole:
            app.setStyle(STYLE)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def dress(self, name: str, text_size: int) -> None:
        """Put on a theme ("system", "light", "dark", "contrast") and a text size in per cent."""
        self.name, self.text_size = name, text_size
        self.is_dressing = True
        self.palette = _NAMED.get(name) or self._system_palette()
        font = QFont(self._app.font())
        font.setPointSizeF(self._points * text_size / 100)
        self._app.setFont(font)
        self.scale = QFontInfo(font).pixelSize() / DESIGN_PIXELS
        icons.use_palette(self.palette)
        self._app.setPalette(qt_palette(self.palette))
        if self._is_whole:
            self._app.setStyleSheet(style_sheet(self.palette, self.scale))
        else:
            self._early_sheet = early_sheet(self.palette, self.scale)
        self.is_dressing = False
        self.changed.emit()

    def dress_early(self, widget: QWidget) -> None:
        """Dress a bar or a button of the first page before the whole sheet is there; later this does nothing."""
        if not self._is_whole:
            widget.setStyleSheet(self._early_sheet)
            self._early.append(widget)

    def complete(self) -> None:
        """Put on the whole sheet: Qt tries every rule on every widget, which would delay the first paint."""
        if not self._is_whole:
            self._is_whole = True
            self._app.setStyleSheet(style_sheet(self.palette, self.scale))
            for widget in self._early:
                widget.setStyleSheet("")
            self._early.clear()

    def undress(self) -> None:
        """Take the sheet off again and forget the theme; for tests, which share one application."""
        global _theme
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow_system)
        self._app.setStyleSheet("")
        if _theme is self:
            _theme = None

    def _follow_system(self) -> None:
        if self.name == "system":
            self.dress(self.name, self.text_size)

    def _system_palette(self) -> Palette:
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


_theme: Theme | None = None


def install(app: QApplication, name: str = "system", text_size: int = 100, *, whole: bool = True) -> Theme:
    """Dress the application and keep the theme for `current()`, `px()` and `news()`; in part until `Theme.complete`."""
    global _theme
    _theme = Theme(app, whole=whole)
    _theme.dress(name, text_size)
    return _theme


def dress_early(widget: QWidget) -> None:
    """Dress a bar or a button of the first page before the whole sheet is there."""
    if _theme is not None:
        _theme.dress_early(widget)


def current() -> Palette:
    """Return the colours of the day; the light ones where no theme was installed."""
    return _theme.palette if _theme is not None else LIGHT


def news() -> Theme | None:
    """Return the theme whose `changed` tells of new colours or measures, or None where none was installed."""
    return _theme


def is_dressing() -> bool:
    """Whether font, colours and sheet are being put on one after another: nothing need be laid out before all are there."""
    return _theme is not None and _theme.is_dressing


def px(length: float) -> int:
    """Return a length of the design in pixels of today's text size; never less than 1 for what is there at all."""
    scale = _theme.scale if _theme is not None else 1.0
    return max(1, math.floor(length * scale + 0.5)) if length > 0 else 0


def colour(token: str) -> QColor:
    """Return the colour of the day for a palette token or "#RRGGBB"."""
    return QColor(current()[token])


def font(size: float = DESIGN_PIXELS, *, bold: bool = False) -> QFont:
    """Return the window's font at a size of the design (11, 12, 13, 14, 20), grown with the text size."""
    made = QFont(QApplication.font())
    made.setPixelSize(px(size))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def qt_palette(palette: Palette) -> QPalette:
    """Return the full Qt palette that goes with one of ours."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(palette[token]))
    for role in _GREYED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette["disabled"]))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(palette["window"]))
    return made


def _usual_font(app: QApplication) -> QFont:
    """The system's own font; where the system has none at all (off screen, bare containers), the bundled one."""
    if QFontInfo(app.font()).family():  # asking for the list of all families takes twice as long
        return app.font()
    from PySide6.QtGui import QFontDatabase

    for cut in ("Regular", "Bold", "Italic"):
        number = QFontDatabase.addApplicationFont(str(resource(f"fonts/LiberationSans-{cut}.ttf")))
    usual = QFont(QFontDatabase.applicationFontFamilies(number))
    usual.setPointSizeF(BUNDLED_POINTS)
    app.setFont(usual)
    return usual
