"""Rows to the clipboard and back: text for spreadsheets, a table for Word, a picture for slides, whole rows for MK Planner."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QRect
from PySide6.QtGui import QGuiApplication, QImage

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rowcommands import move_to, tops
from mkplanner.models.commands.rowcopies import PasteCopies, copied
from mkplanner.models.plan import ItemKind, Plan
from mkplanner.models.wording import count
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.columns import COLUMNS
from mkplanner.ui.plantable.rowpaste import beside, rows_from_text

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

ROWS = "application/x-mkplanner-rows"
"""The clipboard's name for whole rows, with structure, letters and readings of dates."""
_CELL = "border:1px solid #808080;padding:2px 5px;vertical-align:top"


def copy_rows(table: PlanTable, rows: Sequence[str], columns: Sequence[int] = (), cut: bool = False) -> None:
    """Put rows on the clipboard with the columns that are shown, or cells of some columns alone.

    Rows that are `cut` move when they are pasted.
    """
    plan = table.plan_tree.plan
    places = list(columns) or _shown(table)
    cells = [[_text(table, id_, column) for column in places] for id_ in rows]
    headings = [COLUMNS[column].heading for column in places]
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in cells))
    data.setHtml(_html(headings if not columns else [], cells))
    if not columns:
        record = copied(plan, tops(plan, rows)) | {"cut": cut}
        picture = _picture(table, rows)
        if picture is not None:
            data.setImageData(picture)
        data.setData(ROWS, json.dumps(record, ensure_ascii=False).encode())
    QGuiApplication.clipboard().setMimeData(data)


def _picture(table: PlanTable, rows: Sequence[str]) -> QImage | None:
    """The rows as they look, with their bars, as far as they are in sight; for slides."""
    whole, port = table.parentWidget(), table.viewport()
    area = QRect()
    for id_ in rows:
        area = area.united(table.visualRect(table.plan_tree.index_of(id_)).intersected(port.rect()))
    if whole is None or area.isEmpty():
        return None
    top = port.mapTo(whole, area.topLeft()).y()
    return whole.grab(QRect(0, top, whole.width(), area.height())).toImage()


def _shown(table: PlanTable) -> list[int]:
    head = table.head
    places = (head.logicalIndex(place) for place in range(head.count()))
    return [column for column in places if not head.isSectionHidden(column)]


def _text(table: PlanTable, id_: str, column: int) -> str:
    return table.plan_tree.text(table.plan_tree.index_of(id_).internalId(), column)


def _html(headings: list[str], cells: list[list[str]]) -> str:
    head = "".join(f"<th style='{_CELL};background:#e9eff2;text-align:left'>{escape(words)}</th>" for words in headings)
    body = "".join("<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>" for row in cells)
    rows = f"<tr>{head}</tr>{body}" if headings else body
    return f"<meta charset='utf-8'><table style='border-collapse:collapse'>{rows}</table>"


def _html_cell(cell: str) -> str:
    return f"<td style='{_CELL}'>{escape(cell).replace(chr(10), '<br>')}</td>"


def rows_held() -> dict[str, Any] | None:
    """Return the whole rows that the clipboard holds, as plain data; None where it holds something else."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(ROWS):
        return None
    try:
        record = json.loads(bytes(data.data(ROWS).data()))
    except ValueError:
        return None
    return record if isinstance(record, dict) and record.get("rows") else None


def paste_rows(table: PlanTable, bridge: SessionBridge) -> str:
    """Bring the clipboard's rows or lines in below the current one; return what to say about it."""
    held = rows_held()
    current = table.current_id()
    if held is not None:
        command, is_move = _whole_rows(bridge.plan, held, current)
    else:
        command, is_move = rows_from_text(bridge.plan, QGuiApplication.clipboard().text(), current), False
    if command is None:
        return "The clipboard holds no text to bring in."
    before = len(bridge.plan.items)
    done = bridge.run(command, origin=table.plan_tree)
    if done is None:
        return ""
    if done.id:
        table.choose(done.id)
    if is_move:
        QGuiApplication.clipboard().clear()
        return f"Moved {count(len(_tops_of(held or {})), 'row')}. Undo puts them back."
    return f"Pasted {count(len(bridge.plan.items) - before, 'row')}. Undo takes them back."


def _tops_of(held: dict[str, Any]) -> list[str]:
    return [str(row["id"]) for row in held.get("rows", ()) if row.get("above") is None]


def _whole_rows(plan: Plan, held: dict[str, Any], current: str | None) -> tuple[Command | None, bool]:
    """The order that brings whole rows in: rows that were cut in this plan move, others are copied."""
    is_heading = ItemKind(held["rows"][0].get("kind", "action")).is_heading
    parent, after = beside(plan, current, is_heading)
    rows = _tops_of(held)
    if held.get("cut") and held.get("plan") == plan.info.id and all(id_ in plan.items for id_ in rows):
        return move_to(plan, rows, parent, after), True
    return PasteCopies(held, parent, after), False
