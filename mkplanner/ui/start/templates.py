"""What a new plan can begin with: nothing, or a few rows in one of the layouts that this version shows and prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkplanner.models.commands.base import Command


class Template(NamedTuple):
    """A beginning: its card on the start page, the title it proposes, the view that opens, and its first rows.

    `rows` are titles with the titles below them; `posts` are names that the RASIC matrix gets as columns.
    """

    key: str
    title: str
    words: str
    picture: str
    proposed: str
    view: str = "timetable"
    heading: str = "action"
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    posts: tuple[str, ...] = ()


TEMPLATES: dict[str, Template] = {
    template.key: template
    for template in (
        Template(
            "gantt",
            "Gantt timetable",
            "Themes with actions, dates in words and bars",
            "gantt",
            "Action plan",
            heading="theme",
            rows=(
                ("Governance", ("Agree terms of reference", "Report progress to the board")),
                ("People and money", ("Consult staff and unions", "Agree the shared budget")),
                ("Services", ("Map how each council works today", "Agree common standards")),
            ),
        ),
        Template(
            "timetable",
            "Indicative timetable",
            "Action, sub-actions and one date for each",
            "timetable",
            "Indicative timetable",
            rows=(
                (
                    "Make the case for change",
                    ("Gather evidence from each council", "Take the business case to the board"),
                ),
                (
                    "Agree how the service is run",
                    ("Draft the collaboration agreement", "Have it approved by each council"),
                ),
                ("Move to the shared service", ("Consult the teams concerned", "Tell customers what changes")),
            ),
        ),
        Template(
            "rasic",
            "RASIC table",
            "Who does what, across councils",
            "rasic",
            "Who does what",
            view="rasic",
            rows=(
                ("Agree the plan", ()),
                ("Report to the board", ()),
                ("Approve spending", ()),
                ("Tell staff", ()),
            ),
            posts=("Joint Board", "Project Manager", "Head of Finance", "HR Manager"),
        ),
        Template("blank", "Blank plan", "One empty table", "blank", "New plan"),
    )
}


def first_command(template: Template) -> Command | None:
    """Return the one command that writes a template's rows into an empty plan; None where there are none."""
    from mkplanner.models.commands.together import Together

    commands = (*_posts(template), *_rows(template))
    return Together(f"Begin with {template.title}", commands) if commands else None


def _posts(template: Template) -> Iterator[Command]:
    from mkplanner.models.commands.people import AddParty

    for name in template.posts:
        yield AddParty(name)


def _rows(template: Template) -> Iterator[Command]:
    from mkplanner.models.commands.rows import AddItem
    from mkplanner.models.ids import new_id
    from mkplanner.models.plan import ItemKind

    for title, below in template.rows:
        top = new_id()
        yield AddItem(title, ItemKind(template.heading), id=top)
        for words in below:
            yield AddItem(words, parent=top)
