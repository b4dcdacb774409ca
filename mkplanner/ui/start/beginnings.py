"""All that a new plan can begin with: the layouts, one's own templates, the plan that is open, another plan's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkplanner.models.beginnings.owntemplates import own_templates
from mkplanner.models.beginnings.templates import TEMPLATES, Template

if TYPE_CHECKING:
    from mkplanner.models.plan import Plan

OWN, THIS, FILE = "own:", "this", "file:"
"""How keys begin: one's own templates by name, the open plan, other plans by path."""


class Beginning(NamedTuple):
    """One choice; a layout has a `template`, the open plan is `plan`, what lies in a file has a `path`."""

    key: str
    title: str
    proposed: str
    view: str = "timetable"
    template: Template | None = None
    path: Path | None = None
    plan: Plan | None = None

    @property
    def is_plan(self) -> bool:
        """Whether it is a whole plan, whose people and dates may be kept."""
        return self.template is None

    @property
    def is_own(self) -> bool:
        """Whether it is one of one's own templates."""
        return self.key.startswith(OWN)


def beginnings(this: Plan | None = None, other: Path | None = None) -> tuple[Beginning, ...]:
    """Return every choice: layouts, one's own templates, the open plan, and a plan's file that somebody chose."""
    layouts = [Beginning(row.key, row.title, row.proposed, row.view, row) for row in TEMPLATES.values()]
    own = [
        Beginning(f"{OWN}{path.stem}", f"My template: {path.stem}", path.stem, path=path) for path in own_templates()
    ]
    found = [*layouts, *own]
    if this is not None:
        title = this.info.title or "New plan"
        found.append(Beginning(THIS, "The plan that is open now", f"{title} (new)", plan=this))
    if other is not None:
        found.append(Beginning(f"{FILE}{other}", f"The plan {other.stem}", f"{other.stem} (new)", path=other))
    return tuple(found)
