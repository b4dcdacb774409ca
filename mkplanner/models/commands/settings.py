"""Orders about the plan as a whole: its title, years and conventions, and what it remembers under a name."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id
from mkplanner.models.plan import PlanInfo
from mkplanner.models.setting import Setting
from mkplanner.records import frozen

_DATES = ("start", "end")


@frozen(slots=False)
class SetPlanInfo:
    """Change facts about the plan, by the names of `PlanInfo`; dates may be ISO text."""

    values: tuple[tuple[str, object], ...]
    title: str = "Change plan details"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Change them. Raises `RefusedError` for a name that there is not, or for an end before the start."""
        known = {field.name for field in fields(PlanInfo)} - {"id"}
        for name, _ in self.values:
            if name not in known:
                raise RefusedError(
                    f"A plan has no setting called “{name}”.", f"Settings are {', '.join(sorted(known))}."
                )
        values: dict[str, Any] = {name: _value(name, value) for name, value in self.values}
        info = replace(edit.get_info(), **values)
        if info.start and info.end and info.end < info.start:
            raise RefusedError("The plan would end before it starts.", "Nothing was changed; choose other days.")
        edit.put(info)
        return info.id


@frozen(slots=False)
class SetSetting:
    """Have the plan remember a JSON value under a name such as "view/Late"; None forgets it."""

    name: str
    value: Any
    label: str = ""
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say what is kept: the words given, else the name."""
        return self.label or f"{'Forget' if self.value is None else 'Keep'} the setting “{self.name}”"

    def apply(self, edit: Edit) -> str:
        """Remember or forget it. Raises `RefusedError` where there is no name, or the value is none that JSON can hold."""
        if not self.name.strip():
            raise RefusedError("A setting needs a name.", "Type one; nothing was changed.")
        id_ = derived_id(edit.get_info().id, "setting", self.name)
        if self.value is None:
            if (row := edit.get(Setting, id_)) is not None:
                edit.remove(row)
            return id_
        try:
            text = json.dumps(self.value, ensure_ascii=False, sort_keys=True, allow_nan=False)
        except (TypeError, ValueError) as trouble:
            raise RefusedError(f"“{self.name}” cannot be kept: {trouble}.", "Nothing was changed.") from trouble
        edit.put(Setting(id_, self.name, text))
        return id_


def _value(name: str, value: object) -> object:
    if name in _DATES and isinstance(value, str):
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as trouble:
            raise RefusedError(f"“{value}” is not a date.", "Write it as 2026-04-01; nothing was changed.") from trouble
    return value
