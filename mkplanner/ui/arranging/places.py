"""Where the columns and the split bar of each plan stood on this computer, as one text among the settings."""

from __future__ import annotations

import json
from typing import Any

_MOST = 40
"""Plans whose places are remembered; the ones seen longest ago are forgotten first."""


def recall(kept: str, plan: str) -> str:
    """Return the places of a plan; of the plan seen last where this one is new; empty where there are none."""
    found = _read(kept)
    places = found.get(plan) or next(reversed(found.values()), "")
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
