"""The style sheet: what Fusion leaves to be said about toolbar, fields, buttons, tables and focus.

Lengths are written for text of 12 px and grow with it; hair lines of 1 and 2 px stay. `$name` is a palette token.
"""

from __future__ import annotations

import re

from mkplanner.charts.palette import Palette
from mkplanner.paths import resource

_TOKEN = re.compile(r"\$(\w+)")
_LENGTH = re.compile(r"\b(\d+)px")

_EARLY = """
QMenuBar { background: $window; padding: 0 6px; spacing: 0; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $selection; }
QToolBar { background: $window; border: 0; border-bottom: 1px solid $grid2; padding: 2px; spacing: 1px; }
QToolBar::separator { width: 1px; background: $grid2; margin: 9px 5px; }
QToolBar QToolButton {
  border: 1px solid transparent; border-radius: 4px; padding: 3px 3px; min-height: 20px; color: $text; }
QToolButton#qt_toolbar_ext_button { padding: 0; min-width: 10px; max-width: 12px; }
QToolBar QToolButton:hover { background: $hover; border-color: $grid2; }
QToolBar QToolButton:pressed { background: $selection; }
QToolBar QToolButton:disabled { color: $disabled; }
QToolBar QToolButton:focus { border: 2px solid $focus; padding: 2px 2px; }
QStatusBar { background: $window; color: $text2; border-top: 1px solid $grid2; font-size: 11px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $text2; font-size: 11px; padding: 0 10px; border: 0; border-right: 1px solid $grid2; }
QStatusBar QLabel[place="last"] { color: $text; border: 0; }
QPushButton { border: 1px solid $edge; border-radius: 4px; background: $raised; color: $text; padding: 0 14px;
  min-height: 26px; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: 24px; }
QPushButton[primary="true"] { background: $accent; color: $accent_text; border: 1px solid $accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 3px double $accent_text; padding: 0 12px; min-height: 22px; }
"""

_PAGES = """
QToolBar QToolButton#qt_toolbar_ext_button { image: url($more); }
QScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: 13px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 13px; margin: 0; }
QScrollBar::handle { background: $edge; border: 3px solid transparent; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 30px; margin: 2px 3px; border: 0; border-radius: 3px; }
QScrollBar::handle:horizontal { min-width: 30px; margin: 3px 2px; border: 0; border-radius: 3px; }
QScrollBar::handle:hover { background: $text2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel[role="h1"] { font-size: 20px; font-weight: 600; }
QLabel[role="h2"] { font-size: 14px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="label"] { font-size: 11px; color: $text2; }
QLabel[role="muted"] { color: $text2; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="error"] { color: $error; }
"""

_MENUS = """
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 3px 26px 3px 8px; min-height: 18px; border-radius: 3px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $grid; margin: 4px 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url($tick_text); }
QToolBar QToolButton::menu-indicator { image: none; width: 0; }
QToolBar QLineEdit QToolButton, QLineEdit QToolButton { border: 0; padding: 0; min-height: 0; background: transparent; }
QFrame[role="segments"] { border: 1px solid $edge; border-radius: 4px; background: $base; }
QFrame[role="segments"] QToolButton { border: 0; border-left: 1px solid $grid2; border-radius: 0; padding: 0 8px;
  min-height: 20px; color: $text; background: transparent; }
QFrame[role="segments"] QToolButton[place="first"] { border-left: 0; border-top-left-radius: 3px;
  border-bottom-left-radius: 3px; }
QFrame[role="segments"] QToolButton[place="last"] { border-top-right-radius: 3px; border-bottom-right-radius: 3px; }
QFrame[role="segments"] QToolButton:hover { background: $hover; }
QFrame[role="segments"] QToolButton:checked { background: $accent; color: $accent_text; font-weight: 600; }
QFrame[role="segments"][signs="true"] QToolButton:checked { background: $selection; color: $text;
  border: 1px solid $edge; padding: 0 9px; }
QFrame[role="segments"] QToolButton:focus { border: 2px solid $focus; padding: 0 6px; }
QFrame[role="segments"] QToolButton:checked:focus { border: 2px solid $accent_text; }
QFrame[role="segments"][signs="true"] QToolButton:checked:focus { border: 2px solid $focus; padding: 0 8px; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 6px; }
QToolButton[role="tool"] { border: 1px solid transparent; border-radius: 4px; padding: 3px 5px; min-height: 20px;
  color: $text; }
QToolButton[role="tool"]:hover { background: $hover; border-color: $grid2; }
QToolButton[role="tool"]:pressed { background: $selection; }
QToolButton[role="tool"]:disabled { color: $disabled; }
QToolButton[role="tool"]:focus { border: 2px solid $focus; padding: 2px 4px; }
QToolButton#notice_filter { padding-right: 18px; }
QToolButton#notice_filter::menu-indicator { image: url($chevron); subcontrol-origin: padding;
  subcontrol-position: center right; width: 12px; height: 12px; right: 3px; }
QToolButton[role="small"] { border: 1px solid transparent; border-radius: 4px; padding: 0; background: transparent; }
QToolButton[role="small"]:hover { background: $hover; border-color: $grid2; }
QToolButton[role="small"]:pressed { background: $selection; }
QToolButton[role="small"]:focus { border: 2px solid $focus; }
LinkLine { border: 1px solid transparent; border-radius: 4px; padding: 3px 18px 3px 3px; }
LinkLine:hover { background: $hover; }
LinkLine:focus { border: 2px solid $focus; padding: 2px 17px 2px 2px; }
LinkLine::menu-indicator { image: url($chevron); subcontrol-origin: padding; subcontrol-position: center right;
  width: 12px; height: 12px; right: 4px; }
QToolButton[role="small"]::menu-indicator { image: none; width: 0; }
"""

_FIELDS = """
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:disabled { color: $disabled; border-color: $grid2; background: $window; }
QPushButton[primary="true"]:disabled { background: $window; color: $disabled; border: 1px solid $grid2; }
QPushButton[flat="true"] { border-color: transparent; background: transparent; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox { border: 1px solid $edge; border-radius: 3px;
  background: $base; color: $text; placeholder-text-color: $text3;
  selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit, QSpinBox, QDateEdit, QComboBox { padding: 0 8px; min-height: 26px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {
  border: 2px solid $focus; }
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus { padding: 0 7px; min-height: 24px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled {
  color: $disabled; placeholder-text-color: $disabled; border-color: $grid2; background: $window; }
QLineEdit[trouble="true"] { border-color: $error; }
QPushButton[role="list"] { border-radius: 3px; background: $base; padding: 0 24px 0 8px; text-align: left; }
QPushButton[role="list"]:focus { padding: 0 23px 0 7px; }
QPushButton[role="list"]::menu-indicator { image: url($chevron); width: 12px; height: 12px; right: 6px;
  subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 22px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: 12px; height: 12px; }
QSpinBox { padding-right: 24px; }
QSpinBox:focus { padding-right: 23px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; background: transparent; width: 22px; subcontrol-origin: border; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $hover; }
QSpinBox::up-arrow { image: url($chevron_up); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url($chevron); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; padding: 3px; outline: 0; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px 4px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid $edge; background: $base; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($dot); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $grid2; background: $window; }
QCheckBox:disabled, QRadioButton:disabled, QLabel:disabled { color: $disabled; }
QSlider::groove:horizontal { height: 3px; border-radius: 1px; background: $grid2; }
QSlider::handle:horizontal { width: 8px; height: 11px; margin: -5px 0; border: 1px solid $edge; border-radius: 4px;
  background: $raised; }
QSlider::handle:horizontal:hover { background: $hover; }
QSlider::handle:horizontal:focus { border: 2px solid $focus; }
QMessageBox QLabel#qt_msgbox_label { font-size: 14px; font-weight: 600; }
QProgressBar { border: 1px solid $edge; border-radius: 3px; background: $base; min-height: 12px; max-height: 12px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_SURFACES = """
QDockWidget { font-size: 13px; font-weight: 600; }
QDockWidget > QWidget { font-size: 12px; font-weight: 400; }
QMainWindow::separator { background: $grid2; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { image: url($grip); }
QSplitter::handle:hover { background: $grid2; }
QWidget#notices_panel { border: 1px solid $edge; background: $base; }
QDockWidget QWidget#notices_panel { border: 0; }
QHeaderView { background: $header; border: 0; }
QHeaderView::section { background: $header; color: $text; border: 0; border-right: 1px solid $grid;
  border-bottom: 1px solid $grid2; padding: 4px 8px; font-weight: 600; }
QTableView, QTreeView, QListView, QTableWidget, QTreeWidget, QListWidget { background: $base; border: 1px solid $edge;
  gridline-color: $grid; outline: 0; }
QListWidget::item { padding: 0 6px; color: $text; }
QListWidget::item:selected { background: $selection; }
QListWidget::item:hover:!selected { background: $hover; }
QListWidget:focus { border: 2px solid $focus; }
QAbstractItemView[frame="none"] { border: 0; }
QAbstractScrollArea::corner { border: 0; background: $window; }
QAbstractScrollArea[frame="none"] { border: 0; padding: 0; }
QGroupBox { border: 0; font-weight: 600; margin-top: 20px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QTabBar::tab { padding: 6px 12px; border: 1px solid transparent; border-bottom: 2px solid transparent; color: $text2; }
QTabBar::tab:selected { border-bottom: 2px solid $accent; color: $text; font-weight: 600; }
QTabBar::tab:focus { border: 1px solid $focus; }
QTabWidget::pane { border: 0; border-top: 1px solid $grid2; }
QFrame[role="note"] { background: $tint_info; border: 1px solid $tint_info; border-radius: 4px; }
QFrame[role="note"][tone="ok"] { background: $tint_ok; border-color: $tint_ok; }
QFrame[role="note"][tone="warning"] { background: $tint_warn; border-color: $tint_warn; }
QFrame[role="note"][tone="error"] { background: $tint_error; border-color: $tint_error; }
QToolBar#standing_bar { padding: 0; border: 0; spacing: 0; }
QFrame[role="strip"] { background: $window; border: 0; border-bottom: 1px solid $grid2; }
QToolButton[role="chip"] { border: 1px solid $edge; border-radius: 10px; padding: 0 6px 0 8px; min-height: 20px;
  background: $base; color: $text; }
QToolButton[role="chip"]:hover { background: $hover; }
QToolButton[role="chip"]:focus { border: 2px solid $focus; padding: 0 5px 0 7px; }
QFrame[role="foot"] { background: $window; border: 0; border-top: 1px solid $grid2; }
"""


def early_sheet(palette: Palette, scale: float = 1.0) -> str:
    """Return the part for bars and buttons, which the first page wears before the whole sheet is put on."""
    return _filled(_EARLY, palette, scale)


def style_sheet(palette: Palette, scale: float = 1.0) -> str:
    """Return the sheet for one palette, its lengths grown by `scale`."""
    return _filled(_EARLY + _PAGES + _MENUS + _FIELDS + _SURFACES, palette, scale)


def _filled(rules: str, palette: Palette, scale: float) -> str:
    pictures = {
        name: _picture(name, palette) for name in ("tick", "dot", "chevron", "chevron_up", "more", "tick_text", "grip")
    }
    sheet = _LENGTH.sub(lambda found: f"{_grown(int(found[1]), scale)}px", rules)
    return _TOKEN.sub(lambda found: pictures.get(found[1]) or palette[found[1]], sheet)


def _grown(length: int, scale: float) -> int:
    return length if length <= 2 else max(1, int(length * scale + 0.5))


def _picture(name: str, palette: Palette) -> str:
    """The path of a small mark, dark for dark letters and light for light ones."""
    over = palette["accent_text"] if name in ("tick", "dot") else palette["text"]
    shade = "light" if int(over[1:3], 16) > 127 else "dark"
    shape = "tick" if name == "tick_text" else name
    return resource(f"style/{shape}-{shade}.svg").as_posix()
