"""One table of the fields of a row: key, heading, kind, how text becomes a value, how a value becomes text.

Grids, forms, imports, the command line and report columns all read this table, so what is said about a field is said once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from mkplanner.errors import RefusedError
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.owners import read_owners, set_owners, show_owners
from mkplanner.models.status import STYLES, Status, read_status
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.records import frozen

if TYPE_CHECKING:
    from mkplanner.models.edit import Edit


class FieldKind(StrEnum):
    """What sort of editor and column a field wants."""

    NUMBER = "number"
    TEXT = "text"
    LONG_TEXT = "long text"
    TIMEFRAME = "timeframe"
    PARTIES = "parties"
    STATUS = "status"
    PERCENT = "percent"
    TAGS = "tags"


@frozen
class Field:
    """One field: `show` gives its text for a row, `write` sets it on a row from a value or from typed text.

    `write` raises `RefusedError` with a sentence for text it cannot read. A field that is worked out is not `is_editable`.
    """

    key: str
    heading: str
    kind: FieldKind
    show: Callable[[Plan, Item], str]
    write: Callable[[Edit, str, object], None]
    is_editable: bool = True


def field_of(key: str) -> Field:
    """Return the field with this key. Raises `RefusedError` naming the keys that exist."""
    found = FIELDS.get(key)
    if found is None:
        raise RefusedError(f"There is no field called “{key}”.", f"Fields are {', '.join(FIELDS)}.")
    return found


def _text_field(key: str) -> Callable[[Edit, str, object], None]:
    def write(edit: Edit, item: str, value: object) -> None:
        text: dict[str, Any] = {key: "" if value is None else str(value).strip()}
        edit.put(replace(edit.item(item), **text))

    return write


def _write_title(edit: Edit, item: str, value: object) -> None:
    edit.put(replace(edit.item(item), title=" ".join(str(value or "").split())))


def _write_by_when(edit: Edit, item: str, value: object) -> None:
    edit.put(replace(edit.item(item), by_when=read_by_when(Plan(edit.get_info()), value)))


def read_by_when(plan: Plan, value: object) -> Timeframe | None:
    """Return the timeframe that words mean in this plan; None and blank words clear it."""
    if value is None or isinstance(value, Timeframe):
        return value
    words = str(value).strip("\n\r\t \u00a0")
    return parse(words, plan.context("By when")) if words else None


def _write_status(edit: Edit, item: str, value: object) -> None:
    words = "" if value is None else str(value).strip()
    status = value if isinstance(value, Status) else read_status(words)
    if status is None and words:
        known = ", ".join(style.word for style in STYLES.values())
        raise RefusedError(f"“{words}” is not a status of this plan.", f"Use one of {known}; nothing was changed.")
    edit.put(replace(edit.item(item), status=status))


def _write_percent(edit: Edit, item: str, value: object) -> None:
    words = "" if value is None else str(value).strip().removesuffix("%").strip()
    if not words:
        edit.put(replace(edit.item(item), percent=None))
        return
    try:
        percent = round(float(words))
    except (ValueError, OverflowError):
        percent = -1
    if not 0 <= percent <= 100:
        raise RefusedError(f"“{words}” is not a percentage.", "Type a number from 0 to 100; nothing was changed.")
    edit.put(replace(edit.item(item), percent=percent))


def _write_tags(edit: Edit, item: str, value: object) -> None:
    parts = value if isinstance(value, (list, tuple)) else str(value or "").replace(";", ",").split(",")
    tags = dict.fromkeys(str(part).strip() for part in parts)
    edit.put(replace(edit.item(item), tags=tuple(tag for tag in tags if tag)))


def _write_owners(edit: Edit, item: str, value: object) -> None:
    set_owners(edit, item, read_owners(value))


def _show_status(plan: Plan, item: Item) -> str:
    return STYLES[item.status].word if item.status else ""


def _refuse(edit: Edit, item: str, value: object) -> None:
    raise RefusedError(
        "This number comes from the order of the rows.", "Move the row, or give it a reference of its own."
    )


FIELDS: dict[str, Field] = {
    field.key: field
    for field in (
        Field(
            "number", "Number", FieldKind.NUMBER, lambda plan, item: numbers(plan)[item.id], _refuse, is_editable=False
        ),
        Field("ref", "Ref", FieldKind.TEXT, lambda plan, item: item.ref, _text_field("ref")),
        Field("title", "Action", FieldKind.LONG_TEXT, lambda plan, item: item.title, _write_title),
        Field(
            "by_when",
            "By when",
            FieldKind.TIMEFRAME,
            lambda plan, item: item.by_when.words if item.by_when else "",
            _write_by_when,
        ),
        Field("owners", "Owner", FieldKind.PARTIES, lambda plan, item: show_owners(plan, item.id), _write_owners),
        Field("status", "Status", FieldKind.STATUS, _show_status, _write_status),
        Field(
            "percent",
            "Done",
            FieldKind.PERCENT,
            lambda plan, item: "" if item.percent is None else f"{item.percent} %",
            _write_percent,
        ),
        Field("tags", "Tags", FieldKind.TAGS, lambda plan, item: ", ".join(item.tags), _write_tags),
        Field("notes", "Notes", FieldKind.LONG_TEXT, lambda plan, item: item.notes, _text_field("notes")),
    )
}
"""Every field by its key, in the order of columns."""
