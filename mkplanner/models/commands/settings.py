"""Orders about the plan as a whole: its title, years and conventions."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.plan import PlanInfo

_DATES = ("start", "end")


@dataclass(frozen=True)
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


def _value(name: str, value: object) -> object:
    if name in _DATES and isinstance(value, str):
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as trouble:
            raise RefusedError(f"“{value}” is not a date.", "Write it as 2026-04-01; nothing was changed.") from trouble
    return value
