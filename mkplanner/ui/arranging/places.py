"""How the views of each plan stood on this computer, columns, split bar or rows shut: one text a view among the settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

REMEMBERED = ("timetable", "updates", "rasic")
"""The views that are remembered, by the name that they have in the window and in the settings."""

_SUIT_ALL = ("timetable", "updates")
_MOST = 40
"""Plans whose places are remembered; the ones seen longest ago are forgotten first."""


class Places:
    """How the views of one plan stood and stand. Columns of a plan seen before suit a new one too, its rows do not.

    A view that is to be remembered has `save_state()`, which returns bytes, and `restore_state(bytes)`.
    """

    def __init__(self, plan: str, kept: Mapping[str, str]) -> None:
        self._plan = plan
        self._kept = dict(kept)

    def put_back(self, name: str, view: Any) -> None:
        """Put a view, just made, as it was."""
        if self._kept.get(name):
            view.restore_state(recall(self._kept[name], self._plan, or_last=name in _SUIT_ALL).encode())

    def now(self, views: Mapping[str, Any]) -> dict[str, str]:
        """Return what the settings are to remember, by the names of the views; what was never shown stays as it was."""
        for name in REMEMBERED:
            if name in views:
                places = views[name].save_state().decode()
                self._kept[name] = remember(self._kept.get(name, ""), self._plan, places)
        return {name: self._kept.get(name, "") for name in REMEMBERED}


def recall(kept: str, plan: str, *, or_last: bool = True) -> str:
    """Return the places of a plan; with `or_last` those of the plan seen last where this one is new; empty without any."""
    found = _read(kept)
    places = found.get(plan) or (next(reversed(found.values()), "") if or_last else "")
    return places if isinstance(places, str) else ""


def remember(kept: str, plan: str, places: str) -> str:
    """Return the text with the places of a plan in it."""
    found = _read(kept)
    found.pop(plan, None)
    found[plan] = places
    return json.dumps(dict(list(found.items())[-_MOST:]), ensure_ascii=False)


def _read(kept: str) -> dict[str, Any]:
    try:
        found = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    if not isinstance(found, dict) or "splitter" in found:
        return {}
    return found
