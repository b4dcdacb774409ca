"""Rows to the clipboard and back: text parted by tabs for spreadsheets, a table for Word, new rows from either."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from mkplanner.models.wording import count
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.plantable.columns import COLUMNS
from mkplanner.ui.plantable.rowpaste import rows_from_text

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable


def copy_rows(table: PlanTable, rows: Sequence[str]) -> None:
    """Put rows on the clipboard with the columns that are shown, in their order."""
    cells = [[_text(table, id_, column) for column in _shown(table)] for id_ in rows]
    headings = [COLUMNS[column].heading for column in _shown(table)]
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in cells))
    data.setHtml(_html(headings, cells))
    QGuiApplication.clipboard().setMimeData(data)


def _shown(table: PlanTable) -> list[int]:
    head = table.head
    places = (head.logicalIndex(place) for place in range(head.count()))
    return [column for column in places if not head.isSectionHidden(column)]


def _text(table: PlanTable, id_: str, column: int) -> str:
    return table.plan_tree.text(table.plan_tree.index_of(id_).internalId(), column)


def _html(headings: list[str], cells: list[list[str]]) -> str:
    head = "".join(f"<th>{escape(words)}</th>" for words in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>" for row in cells
    )
    return f"<table border='1'><tr>{head}</tr>{body}</table>"


def paste_rows(table: PlanTable, bridge: SessionBridge) -> str:
    """Bring the clipboard's lines in as rows below the current one; return what to say about it."""
    text = QGuiApplication.clipboard().text()
    command = rows_from_text(bridge.plan, text, table.current_id())
    if command is None:
        return "The clipboard holds no text to bring in."
    before = len(bridge.plan.items)
    done = bridge.run(command, origin=table.plan_tree)
    if done is None:
        return ""
    if done.id:
        table.choose(done.id)
    return f"Pasted {count(len(bridge.plan.items) - before, 'row')}. Undo takes them back."
