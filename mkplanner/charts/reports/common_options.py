"""The options that several reports share: paper, which rows in which order, breaks, legend and colour."""

from __future__ import annotations

from mkplanner.charts.reports.options import COLUMNS, MARKS, PAGE, ROWS, Choice, Day, Flag, OneOf, Several, Whole, Words
from mkplanner.models.asking.grouping import GROUPS
from mkplanner.models.status import STYLES

MOST_TILES = 24

PAPER = OneOf(
    "paper", "Paper", "", "A4 or A3; without it, what suits the report.", PAGE, (Choice("A4", "A4"), Choice("A3", "A3"))
)
ORIENTATION = OneOf(
    "orientation",
    "Turned",
    "",
    "How the paper is held; without it, what suits the report.",
    PAGE,
    (Choice("portrait", "Portrait"), Choice("landscape", "Landscape")),
)
PRINT = OneOf(
    "print",
    "Text size",
    "usual",
    "Large print for readers who ask for it: everything a third larger, the smallest words above 10 pt.",
    PAGE,
    (Choice("usual", "Usual"), Choice("large", "Large")),
)
TILES = Whole(
    "tiles",
    "Timescale",
    1,
    "Cuts the timescale into so many parts, each a table of its own.",
    PAGE,
    1,
    MOST_TILES,
    alone="All in one",
)
FILTER = Words(
    "filter", "Only rows with", "", "Only rows in which all these words stand, with what belongs to them.", ROWS
)
STATUS = Several(
    "status",
    "Only status",
    (),
    "Only rows of these statuses; none named means all.",
    ROWS,
    tuple(Choice(status.value, style.word) for status, style in STYLES.items()),
)
FROM = Day("from", "Dates from", None, "Only rows with a date on this day or later, and the chart from this day.", ROWS)
TO = Day("to", "to", None, "Only rows with a date on this day or earlier, and the chart up to this day.", ROWS)
SORT = OneOf(
    "sort",
    "Order",
    "plan",
    "The order of rows beside one another.",
    ROWS,
    (
        Choice("plan", "As in the plan"),
        Choice("by_when", "By date"),
        Choice("status", "By status"),
        Choice("owners", "By lead"),
        Choice("title", "By title"),
    ),
)
GROUP = OneOf(
    "group",
    "Grouped",
    "plan",
    "What stands above the rows: the plan's own themes, nothing, or headings by who leads, by status or by quarter.",
    ROWS,
    (
        Choice("plan", "Under the plan's themes"),
        Choice("none", "Not at all"),
        *(Choice(key, words) for key, (words, _) in GROUPS.items() if key != "theme"),
    ),
)
BREAKS = Flag("breaks", "Begin each theme on a new page", False, "Begins each theme on a page of its own.", PAGE)
LEGEND = Flag("legend", "Legend", True, "Says below the table what its signs mean.", MARKS)
GREY = Flag("grey", "Black and white only", False, "Draws everything in greys, as a copier would.", MARKS)
ARCHIVE = Flag(
    "archive",
    "For the archive (PDF/A)",
    False,
    "Makes a PDF that archives accept (PDF/A-2a), with its colours described inside; it is a little larger.",
    MARKS,
)

ROW_OPTIONS = (FILTER, STATUS, FROM, TO, SORT, GROUP)
"""Which rows a table shows, and in which order."""


def columns(default: tuple[str, ...], choices: tuple[Choice, ...]) -> Several:
    """The columns of a table that may be left out or added; those that always stand are not among them."""
    return Several("columns", "Columns", default, "The columns beside those that always stand.", COLUMNS, choices)
