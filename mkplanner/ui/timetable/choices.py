"""What one would like to see on the chart: which labels, the critical chain, how many tiers; each person's own choice."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace

from mkplanner.records import frozen

TURNED = ("dates", "titles", "owners", "critical", "baseline", "two_tiers")
"""The choices that menus turn on and off."""


@frozen
class ChartChoices:
    """`dates`, `titles` and `owners` are labels beside the marks; `baseline` is the outline of what was agreed."""

    dates: bool = True
    titles: bool = False
    owners: bool = False
    critical: bool = False
    baseline: bool = True
    two_tiers: bool = False

    def turned(self, name: str) -> ChartChoices:
        """Return the choices with one of them turned the other way."""
        return replace(self, **{name: not getattr(self, name)})

    def to_text(self) -> str:
        """Return a text that `from_text` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> ChartChoices:
        """Return the choices that a text holds; what it does not say, or says wrongly, is as usual."""
        try:
            found = json.loads(text)
        except ValueError:
            return cls()
        known = {field.name for field in fields(cls)}
        if not isinstance(found, dict):
            return cls()
        return cls(**{name: value for name, value in found.items() if name in known and isinstance(value, bool)})
