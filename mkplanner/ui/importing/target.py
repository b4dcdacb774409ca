"""The head of the preview: which years the rows are read with, where they go, and what a new plan is called."""

from __future__ import annotations

from itertools import starmap

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from mkplanner.ui.importing.yearsbox import YearsBox
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

NEW, THIS = "new", "this"
_TITLE = 250


class Target(QWidget):
    """The fields, after what is brought in where there is room for that too; the line breaks where it is too long."""

    def __init__(self, source: str, *, has_plan: bool, is_narrow: bool) -> None:
        super().__init__()
        self.years = YearsBox()
        self.title = QLineEdit()
        self.title.setMinimumWidth(theme.px(80 if is_narrow else _TITLE))
        self.into = QComboBox()
        self.into.setObjectName("put_in")
        if has_plan:
            self.into.addItem(self.tr("this plan"), THIS)
        self.into.addItem(self.tr("a new plan"), NEW)
        named = ((self.tr("Plan &years"), self.years), (self.tr("&Put in"), self.into), (self.tr("&Title"), self.title))
        self._named = list(starmap(_captioned, named))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._grid.setSpacing(theme.px(8))
        if not is_narrow:
            self._grid.addWidget(label(source, "h2"), 0, 0)
        self._grid.setColumnStretch(0 if not is_narrow else 6, 1)
        self._place(is_broken=False)

    def fold(self, width: int) -> None:
        """Put the years on a line of their own where all three fields have no room side by side."""
        if self._grid.totalMinimumSize().width() > width:
            self._place(is_broken=True)

    def _place(self, *, is_broken: bool) -> None:
        for number, (caption, field) in enumerate(self._named):
            is_below = is_broken and number > 0
            column = 2 * number - 1 if is_below else 1 + 2 * number
            self._grid.addWidget(caption, int(is_below), column)
            self._grid.addWidget(field, int(is_below), column + 1, 1, 3 if is_broken and not is_below else 1)


def _captioned(words: str, field: QWidget) -> tuple[QLabel, QWidget]:
    caption = label(words, "muted")
    caption.setBuddy(field)
    return caption, field
