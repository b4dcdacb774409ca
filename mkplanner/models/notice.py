"""A notice: something about the plan that a careful colleague would point out, with the place to look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a notice matters: an error contradicts itself, a warning needs a look, information is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence about one place.

    `id` names the check ("no-accountable"), the same in every plan and version; `item` is a row's id and `field` a key of
    the field table, either may be None; `line` is a line of a source text for notices raised while reading one.
    """

    id: str
    severity: Severity
    sentence: str
    item: str | None = None
    field: str | None = None
    line: int | None = None
    party: str | None = None
