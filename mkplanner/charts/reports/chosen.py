"""Choices as they are typed or kept, to the options of a report and back: for the command line, and for sets in the plan.

A plan keeps the last choices for each report under "paper/<report>", and sets with names ("Board pack") under "export/<name>".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from datetime import date
from typing import Any

from mkplanner.charts.reports.base import Report, ReportOptions
from mkplanner.charts.reports.common_options import ORIENTATION, PAPER, TILES
from mkplanner.charts.reports.options import Option
from mkplanner.errors import PlannerError
from mkplanner.models.plan import Plan
from mkplanner.models.wording import listed
from mkplanner.records import frozen

LAST, SETS = "paper", "export"
"""What a plan's settings for paper are named after: the last choices for a report, and sets with names."""
_FIELDS = (PAPER.key, ORIENTATION.key, TILES.key)


@frozen(slots=False)
class OptionSet:
    """Choices that a plan keeps under a name: the report, its options as JSON keeps them, and what it is made as (".pdf")."""

    name: str
    report: str
    options: Mapping[str, Any] = field(default_factory=dict)
    ending: str = ".pdf"

    def record(self) -> dict[str, Any]:
        """Return the set as a plan's setting."""
        return {"report": self.report, "options": dict(self.options), "ending": self.ending}


def read_options(
    report: Report, typed: Iterable[str], today: date, start: Mapping[str, Any] | None = None
) -> ReportOptions:
    """Return the options that were typed as "key=value", on top of what a set says (`start`).

    Raises `PlannerError` for an option that the report has not, or a value that it cannot take.
    """
    values = _known(report, start or {})
    for words in typed:
        key, equals, text = words.partition("=")
        option = _option(report, key.strip())
        if not equals:
            raise PlannerError(f"“{words}” is not a choice.", f"Write {option.key}=…, with {option.values}.")
        values[option.key] = option.read(text)
    return _made(values, today)


def described(report: Report) -> Iterator[str]:
    """Yield a line for each thing that can be chosen: its key, what may be typed, and what it does."""
    for option in report.options:
        yield f"{option.key}={option.values}. {option.help}"


def from_record(report: Report, record: Mapping[str, Any], today: date) -> ReportOptions:
    """Return kept choices as options; what the report no longer knows is left out."""
    return _made(_known(report, record), today)


def to_record(report: Report, options: ReportOptions) -> dict[str, Any]:
    """Return what differs from the defaults of a report, as JSON keeps it."""
    found = {}
    for option in report.options:
        value = options.of(option)
        if value != option.default:
            found[option.key] = option.record(value)
    return found


def sets_of(plan: Plan) -> list[OptionSet]:
    """Return the sets that a plan keeps, by name in alphabetical order; damaged ones are left out."""
    found = []
    for name, value in plan.settings_under(SETS).items():
        if isinstance(value, dict) and isinstance(value.get("report"), str):
            options = value.get("options")
            ending = str(value.get("ending", ".pdf"))
            found.append(OptionSet(name, value["report"], options if isinstance(options, dict) else {}, ending))
    return found


def set_named(plan: Plan, name: str) -> OptionSet:
    """Return one set of a plan, whatever the capitals. Raises `PlannerError` where there is none, and says which there are."""
    sets = sets_of(plan)
    found = next((one for one in sets if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        known = listed([f"“{one.name}”" for one in sets])
        raise PlannerError(
            f"This plan keeps no set of choices named “{name}”.",
            f"It keeps {known}." if known else "It keeps none yet; they are saved where papers are made.",
        )
    return found


def last_record(plan: Plan, report: str) -> Mapping[str, Any]:
    """Return the choices that were kept for a report when it was last made."""
    found = plan.setting(f"{LAST}/{report}")
    return found if isinstance(found, dict) else {}


def _known(report: Report, record: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for option in report.options:
        if option.key in record:
            with suppress(PlannerError):
                found[option.key] = option.checked(record[option.key])
    return found


def _option(report: Report, key: str) -> Option[Any]:
    found = next((option for option in report.options if option.key == key.casefold()), None)
    if found is None:
        keys = listed([option.key for option in report.options])
        raise PlannerError(f"The report {report.id} has no option “{key}”.", f"It has {keys}.")
    return found


def _made(values: Mapping[str, Any], today: date) -> ReportOptions:
    rest = {key: value for key, value in values.items() if key not in _FIELDS}
    return ReportOptions(
        values.get(PAPER.key) or None, values.get(ORIENTATION.key) or None, today, values.get(TILES.key) or 1, rest
    )
