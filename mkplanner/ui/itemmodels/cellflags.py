"""What can be done with the cells of the plan's table, as constants: made for each question they would cost too much."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mkplanner.ui.itemmodels.columns import COLUMNS

PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
EDITABLE = PLAIN | Qt.ItemFlag.ItemIsEditable

ROW = tuple(EDITABLE if column.is_editable else PLAIN for column in COLUMNS)
"""Of a row of the plan, by column."""

LEAF = tuple(flags | Qt.ItemFlag.ItemNeverHasChildren for flags in ROW)
"""Of a row with none below it: Qt keeps no note of whether it is open, and so has less to look through when rows go."""
