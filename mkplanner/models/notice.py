"""A notice: something about the plan that a careful colleague would point out, with the place to look at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mkplanner.records import frozen

if TYPE_CHECKING:
    from mkplanner.models.commands.base import Command


class Severity(StrEnum):
    """How much a notice matters: an error contradicts itself, a warning needs a look, information is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Remedy:
    """One way to settle a notice, offered and never taken by itself: what to write on the button, and the command."""

    title: str
    command: Command


@frozen
class Notice:
    """One sentence about one place.

    `id` names the check ("no-accountable"), the same in every plan and version; `item` is a row's id and `field` a key of
    the field table, either may be None; `part` counts the parts of a date from 0; `line` is a line of a source text for
    notices raised while reading one. `remedies` are ways out that can be offered safely, the likeliest first: checks leave
    them empty, and `models.remedies` fills them in for whoever can carry them out.
    """

    id: str
    severity: Severity
    sentence: str
    item: str | None = None
    field: str | None = None
    line: int | None = None
    party: str | None = None
    part: int | None = None
    remedies: tuple[Remedy, ...] = ()
