"""What a plan remembers under a name: saved views, sets of choices for paper, the letters it uses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from mkplanner.records import frozen


@frozen
class Setting:
    """One thing remembered: `name` may have a kind before a stroke ("view/Late"), `value` is JSON text.

    The id is derived from the name, so that two people who keep the same name meet on one row.
    """

    id: str
    name: str = ""
    value: str = "null"


def remembered(rows: Iterable[Setting]) -> Mapping[str, Any]:
    """Return the values by name; one that cannot be read is as if there were none."""
    found = {}
    for row in rows:
        with suppress(ValueError, RecursionError):
            found[row.name] = json.loads(row.value)
    return found
