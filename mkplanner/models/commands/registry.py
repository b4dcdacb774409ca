"""Commands by the names that scripts use: one JSON line becomes one command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from mkplanner.errors import RefusedError
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.baselines import CompareBaseline, RemoveBaseline, SetBaseline
from mkplanner.models.commands.dateparts import AddPart, ChangePart, RemovePart
from mkplanner.models.commands.dates import ChooseReading, ReviseDate, SettleReadings, ShiftDates
from mkplanner.models.commands.links import ChangeLink, LinkItems, LinkName, Unlink
from mkplanner.models.commands.naming import Name
from mkplanner.models.commands.originals import ChangeReason, GoBackToOriginal
from mkplanner.models.commands.outcomes import AddOutcome, ChangeOutcome, RemoveOutcome, ShareOutcome
from mkplanner.models.commands.people import AddParty, ChangeParty, RemoveParty
from mkplanner.models.commands.progress import AddUpdate, ChangeUpdate, RemoveUpdate
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AT_END, AddItem, DeleteItem, MoveItem, SetField
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from mkplanner.models.fields import FIELDS
from mkplanner.models.people import PartyKind
from mkplanner.models.plan import ItemKind, LinkType
from mkplanner.models.status import Rag
from mkplanner.models.timeframes.parts import PartWords

Record = Mapping[str, object]


def read_command(record: Record) -> Command:
    """Return the command that a record of names and values means.

    Raises `RefusedError` with a sentence where the name is unknown, or a value is missing or of the wrong sort.
    """
    name = record.get("command")
    build = COMMANDS.get(name) if isinstance(name, str) else None
    if build is None:
        raise RefusedError(f"There is no command called “{name}”.", f"Commands are {', '.join(COMMANDS)}.")
    try:
        return build(record)
    except KeyError as missing:
        raise RefusedError(f"The command “{name}” needs a value for {missing}.", "Nothing was changed.") from missing
    except (TypeError, ValueError) as trouble:
        raise RefusedError(
            f"The command “{name}” cannot use these values: {trouble}.", "Nothing was changed."
        ) from trouble


def _text(record: Record, key: str, default: str | None = None) -> str:
    value = record[key] if default is None else record.get(key, default)
    if not isinstance(value, str):
        raise TypeError(f"{key} must be a text")
    return value


def _optional(record: Record, key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{key} must be a text or null")
    return value


def _after(record: Record) -> str | None:
    return _optional(record, "after") if "after" in record else AT_END


def _add_item(record: Record) -> Command:
    kind = _optional(record, "kind")
    fields = tuple((key, value) for key, value in record.items() if key in FIELDS and key != "title")
    return AddItem(
        " ".join(_text(record, "title", "").split()),
        ItemKind(kind) if kind else None,
        _optional(record, "parent"),
        _after(record),
        fields,
    )


def _add_party(record: Record) -> Command:
    kind = _optional(record, "kind")
    role, home = _text(record, "role", ""), _text(record, "organisation", "")
    return AddParty(_text(record, "name"), PartyKind(kind) if kind else None, role, home)


def _add_update(record: Record) -> Command:
    author = _text(record, "author", "")
    return AddUpdate(_text(record, "item"), _text(record, "text", ""), *_light_and_day(record), author)


def _set_update(record: Record) -> Command:
    return ChangeUpdate(_update(record), _text(record, "text", ""), *_light_and_day(record))


def _light_and_day(record: Record) -> tuple[Rag | None, date | None]:
    rag, day = _optional(record, "rag"), _optional(record, "date")
    return Rag(rag) if rag else None, date.fromisoformat(day) if day else None


def _update(record: Record) -> Name:
    return _text(record, "update") if "update" in record else _numbered(record)


def _outcome(record: Record) -> Name:
    return _text(record, "outcome") if "outcome" in record else _numbered(record)


def _numbered(record: Record) -> tuple[str, int]:
    """A row and the place of one of its updates or outcomes, counted from 1 in the order of `show --json`."""
    return _text(record, "item"), _part(record) + 1


def _items(record: Record) -> tuple[str, ...]:
    items = record["items"] if "items" in record else [_text(record, "item")]
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise TypeError("items must be a list of ids")
    return tuple(items)


def _number(record: Record, key: str) -> int | None:
    value = record.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(f"{key} must be a whole number")
    return value


def _add_outcome(record: Record) -> Command:
    return AddOutcome(_items(record), _text(record, "text"))


def _set_outcome(record: Record) -> Command:
    if "items" in record:
        return ShareOutcome(_outcome(record), _items(record))
    return ChangeOutcome(_outcome(record), _text(record, "text"))


def _shift_dates(record: Record) -> Command:
    days, months = _number(record, "days") or 0, _number(record, "months") or 0
    return ShiftDates(_items(record), days, months, _optional(record, "reason"))


def _part_words(record: Record) -> PartWords:
    return PartWords(_text(record, "when"), _text(record, "label", ""), _text(record, "condition", ""))


def _part(record: Record) -> int:
    """The place of a part of a date from 0, which scripts count from 1 as the segments of `show --json` stand."""
    number = _number(record, "number")
    if number is None:
        raise KeyError("number")
    return number - 1


def _add_dependency(record: Record) -> Command:
    sort = LinkType(_text(record, "type", LinkType.FS))
    return LinkItems(_text(record, "from"), _text(record, "to"), sort, _number(record, "lag_days") or 0)


def _set_dependency(record: Record) -> Command:
    sort = _optional(record, "type")
    return ChangeLink(_link(record), LinkType(sort) if sort else None, _number(record, "lag_days"))


def _link(record: Record) -> LinkName:
    """A link by its id, or by its two rows, which are all that `show --json` tells of it."""
    return _text(record, "dependency") if "dependency" in record else (_text(record, "from"), _text(record, "to"))


def _set_letters(record: Record) -> Command:
    qualifier = _optional(record, "qualifier")
    return SetLetters(_text(record, "item"), _text(record, "party"), _text(record, "letters"), qualifier, typed=True)


def _set_baseline(record: Record) -> Command:
    day = _optional(record, "day")
    return SetBaseline(_text(record, "name"), date.fromisoformat(day) if day else None)


def _set_plan(record: Record) -> Command:
    return SetPlanInfo(tuple((key, value) for key, value in record.items() if key != "command"))


COMMANDS: dict[str, Callable[[Record], Command]] = {
    "add_item": _add_item,
    "set_field": lambda record: SetField(_text(record, "item"), _text(record, "field"), record["value"]),
    "move_item": lambda record: MoveItem(_text(record, "item"), _optional(record, "parent"), _after(record)),
    "delete_item": lambda record: DeleteItem((_text(record, "item"),)),
    "revise_date": lambda record: ReviseDate(_text(record, "item"), _text(record, "by_when"), _text(record, "reason")),
    "set_reason": lambda record: ChangeReason(_text(record, "item"), _text(record, "reason")),
    "restore_date": lambda record: GoBackToOriginal(_text(record, "item")),
    "add_date_part": lambda record: AddPart(_text(record, "item"), _part_words(record)),
    "set_date_part": lambda record: ChangePart(_text(record, "item"), _part(record), _part_words(record)),
    "remove_date_part": lambda record: RemovePart(_text(record, "item"), _part(record)),
    "shift_dates": _shift_dates,
    "choose_reading": lambda record: ChooseReading(_text(record, "item"), _number(record, "choice")),
    "settle_readings": lambda record: SettleReadings(_text(record, "item"), _number(record, "choice")),
    "add_dependency": _add_dependency,
    "set_dependency": _set_dependency,
    "remove_dependency": lambda record: Unlink(_link(record)),
    "add_party": _add_party,
    "set_party": lambda record: ChangeParty(_text(record, "party"), _text(record, "field"), record["value"]),
    "remove_party": lambda record: RemoveParty(_text(record, "party")),
    "set_letters": _set_letters,
    "add_update": _add_update,
    "set_update": _set_update,
    "remove_update": lambda record: RemoveUpdate(_update(record)),
    "add_outcome": _add_outcome,
    "set_outcome": _set_outcome,
    "remove_outcome": lambda record: RemoveOutcome(_outcome(record)),
    "set_plan": _set_plan,
    "set_baseline": _set_baseline,
    "compare_baseline": lambda record: CompareBaseline(_optional(record, "baseline")),
    "remove_baseline": lambda record: RemoveBaseline(_text(record, "baseline")),
    "set_setting": lambda record: SetSetting(_text(record, "name"), record["value"]),
}
"""Every command a script may give, by its name."""
