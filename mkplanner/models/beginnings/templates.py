"""What a new plan can begin with: nothing, or a few rows in one of the layouts that this version shows and prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkplanner.models.commands.base import Command


class Line(NamedTuple):
    """A first row: its title, the rows below it, what will be different, and a kind where its place does not say it."""

    title: str
    below: tuple[Line, ...] = ()
    outcomes: tuple[str, ...] = ()
    kind: str = ""


class Template(NamedTuple):
    """A beginning: its card on the start page, the title it proposes, the view that opens, and its first rows.

    `posts` are names that the RASIC matrix gets as columns.
    """

    key: str
    title: str
    words: str
    picture: str
    proposed: str
    view: str = "timetable"
    rows: tuple[Line, ...] = ()
    posts: tuple[str, ...] = ()


def _lines(*titles: str) -> tuple[Line, ...]:
    return tuple(Line(title) for title in titles)


def _theme(title: str, *below: Line) -> Line:
    return Line(title, below, kind="theme")


def _priority(title: str, below: tuple[Line, ...]) -> Line:
    return Line(title, below, kind="priority")


_GANTT = (
    _theme("Governance", *_lines("Agree terms of reference", "Report progress to the board")),
    _theme("People and money", *_lines("Consult staff and unions", "Agree the shared budget")),
    _theme("Services", *_lines("Map how each council works today", "Agree common standards")),
)
_TIMETABLE = (
    Line(
        "Make the case for change", _lines("Gather evidence from each council", "Take the business case to the board")
    ),
    Line(
        "Agree how the service is run", _lines("Draft the collaboration agreement", "Have it approved by each council")
    ),
    Line("Move to the shared service", _lines("Consult the teams concerned", "Tell customers what changes")),
)
_ACTION_PLAN = (
    Line(
        "Work from one set of priorities",
        _lines("Compare the priorities of each partner", "Publish what the partners agreed"),
    ),
    Line("Share what we know", _lines("Agree what information is shared, and how", "Train those who use it")),
    Line("Visit together", _lines("Plan joint visits for the year", "Try them in one district and learn from it")),
    Line("Show that it works", _lines("Measure where we start from", "Report results to the joint board")),
)
_IMPROVEMENT_PLAN = (
    _theme(
        "Customers",
        _priority(
            "Make services easier to reach",
            (
                Line("Answer more at the first contact", (), ("Fewer calls are passed on",)),
                Line("Put the commonest forms online", (), ("Most requests are made online by choice",)),
            ),
        ),
    ),
    _theme(
        "People",
        _priority(
            "Build the skills we need",
            (
                Line("Find out which skills are missing", (), ("Every team knows what it has to learn",)),
                Line("Set up a training plan with the partners", (), ("Training is shared, and costs less",)),
            ),
        ),
    ),
    _theme(
        "Money",
        _priority(
            "Buy together",
            (Line("List contracts that end in the next two years", (), ("Partners buy as one where it saves money",)),),
        ),
    ),
)
_RASIC = _lines("Agree the plan", "Report to the board", "Approve spending", "Tell staff")
_PARTNERS = ("Joint Board", "Partnership Manager", "Environmental Health", "Trading Standards")
_POSTS = ("Joint Board", "Project Manager", "Head of Finance", "HR Manager")

TEMPLATES: dict[str, Template] = {
    template.key: template
    for template in (
        Template(
            "gantt",
            "Gantt timetable",
            "Themes with actions, dates in words and bars",
            "gantt",
            "Action plan",
            rows=_GANTT,
        ),
        Template(
            "timetable",
            "Indicative timetable",
            "Action, sub-actions and one date for each",
            "timetable",
            "Indicative timetable",
            rows=_TIMETABLE,
        ),
        Template(
            "action-plan",
            "Partnering action plan",
            "Action by, completed by, progress",
            "action-plan",
            "Partnering action plan",
            rows=_ACTION_PLAN,
            posts=_PARTNERS,
        ),
        Template(
            "improvement-plan",
            "Service improvement plan",
            "Priorities, key actions, outcomes",
            "improvement-plan",
            "Service improvement plan",
            rows=_IMPROVEMENT_PLAN,
        ),
        Template(
            "rasic",
            "RASIC table",
            "Who does what, across councils",
            "rasic",
            "Who does what",
            view="rasic",
            rows=_RASIC,
            posts=_POSTS,
        ),
        Template("blank", "Blank plan", "One empty table", "blank", "New plan"),
    )
}


def first_command(template: Template) -> Command | None:
    """Return the one command that writes a template's rows into an empty plan; None where there are none."""
    from mkplanner.models.commands.together import Together

    commands = (*_parties(template), *_rows(template.rows, None))
    return Together(f"Begin with {template.title}", commands) if commands else None


def _parties(template: Template) -> Iterator[Command]:
    from mkplanner.models.commands.people import AddParty

    for name in template.posts:
        yield AddParty(name)


def _rows(lines: tuple[Line, ...], parent: str | None) -> Iterator[Command]:
    from mkplanner.models.commands.outcomes import AddOutcome
    from mkplanner.models.commands.rows import AddItem
    from mkplanner.models.ids import new_id
    from mkplanner.models.plan import ItemKind

    for line in lines:
        row = new_id()
        yield AddItem(line.title, ItemKind(line.kind) if line.kind else None, parent, id=row)
        for words in line.outcomes:
            yield AddOutcome((row,), words)
        yield from _rows(line.below, row)
