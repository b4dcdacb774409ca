"""The changes report: what is different since a mark or a day, row by row, for boards; slipped dates first."""

from __future__ import annotations

from datetime import date, timedelta

from mkplanner.charts.marks.words import long_date
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.base import NOTHING_MORE, Context, ReportOptions
from mkplanner.charts.reports.change_lists import ChangeLists
from mkplanner.charts.reports.change_words import in_a_sentence
from mkplanner.charts.reports.common_options import ARCHIVE, FILTER, GREY, ORIENTATION, PAPER, PRINT, STATUS
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.options import MARKS, ROWS, Choice, Several, Words
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Content, Document, Node, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.lookback.changedrows import changed_rows
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

SINCE = Words(
    "since",
    "Since",
    "",
    "The name of a mark, or a day as 2026-04-01; without it the newest mark, or the last 31 days where there is none.",
    ROWS,
    "the newest mark, or a month",
)
_PARTS = (
    Choice("dates", "Dates"),
    Choice("status", "Status and progress"),
    Choice("rows", "New, deleted and moved rows"),
    Choice("letters", "Who does what"),
    Choice("others", "All other changes"),
)
PARTS = Several("parts", "Parts", tuple(part.key for part in _PARTS), "What is told below the summary.", MARKS, _PARTS)
_USUAL_DAYS = 31
_KEY, _KEY_LEADING = 11.5, 15.5
NOBODY_KNOWS = "What has changed is known only of a plan that is kept in a file."


class ChangesReport:
    """What has changed since the board met."""

    id = "changes"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, PRINT, SINCE, PARTS, FILTER, STATUS, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4, upright."""
        return "A4", "portrait"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the report out. Raises `PlannerError` for a mark that the plan has not."""
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title, position=True, about="what has changed")
        flow, root = furniture.flow(progress), furniture.root
        if context.differences is None:
            furniture.say(flow, NOBODY_KNOWS)
            return furniture.document(flow)
        since, said = moment(plan, options.of(SINCE), options.today)
        found = changed_rows(plan, context.differences(since))
        _set_sentence(flow, root, in_a_sentence(found, said))
        parts = options.of(PARTS)
        ChangeLists(flow, root, plan, options.today, parts).set(found)
        return furniture.document(flow)


def moment(plan: Plan, wanted: str, today: date) -> tuple[str, str]:
    """Return the mark or day that is meant, and how a sentence names it.

    Where none is wanted, it is the mark that knows most, which is the newest, or else a month ago.
    """
    name = wanted.strip()
    if not name and plan.marks:
        name = max(plan.marks.values(), key=lambda mark: (_known(mark.known), mark.id)).name
    if not name:
        name = (today - timedelta(days=_USUAL_DAYS)).isoformat()
    try:
        return name, long_date(date.fromisoformat(name))
    except ValueError:
        return name, f"“{name}”"


def _known(entries: tuple[str, ...]) -> int:
    numbers = (entry.rpartition("/")[2] for entry in entries)
    return sum(int(number) for number in numbers if number.isdecimal())


def _set_sentence(flow: Flow, parent: Node, words: str) -> None:
    shapes: list[Shape] = []
    for line in wrap(words, "regular", _KEY, flow.sheet.body_width):
        flow.y += _KEY_LEADING
        shapes.append(Text(flow.sheet.left, flow.y - 4, line, "regular", _KEY))
    flow.put(Content(Node("P", parent), shapes))
