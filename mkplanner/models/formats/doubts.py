"""Puts everything doubtful about a draft into one list of plain sentences, each with its line in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkplanner.models.formats.base import DraftItem, DraftOutcome
from mkplanner.models.formats.cleaning import one_line
from mkplanner.models.formats.parts import Aside
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Timeframe

_TOLD = frozenset({"import-furniture", "import-list-in-title", "import-guidance", "import-outcome-blank"})


def notices_of(asides: Sequence[Aside], doubts: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return all notices in the order of their lines."""
    told = [_notice(aside) for aside in asides]
    return tuple(sorted([*told, *doubts], key=lambda notice: notice.line or 0))


def _notice(aside: Aside) -> Notice:
    severity = Severity.INFO if aside.id in _TOLD else Severity.WARNING
    words = f"{aside.sentence}: “{aside.text}”." if aside.text else f"{aside.sentence}."
    return Notice(aside.id, severity, words, line=aside.line)


def date_doubts(items: Sequence[DraftItem], context: PlanContext) -> Iterator[Notice]:
    """Yield a notice for each date that could not be read, and one question for all that may be read in two ways."""
    frames: dict[str, Timeframe] = {}
    ambiguous: list[DraftItem] = []
    for item in items:
        if item.date is None:
            continue
        frame = frames.get(item.date) or frames.setdefault(item.date, parse(item.date, context))
        if frame.is_ambiguous:
            ambiguous.append(item)
        if frame.kind is Kind.UNPARSEABLE:
            sentence = f"No date could be read from “{one_line(item.date)}”; the words are kept."
            yield Notice("import-date-unread", Severity.WARNING, sentence, field="by_when", line=item.line)
    if ambiguous:
        yield _question(ambiguous)
    if any(item.date for item in items) and context.start is None and context.end is None:
        sentence = "The text does not say which years the plan covers; give its first and last day."
        yield Notice("import-years-unknown", Severity.WARNING, sentence, line=items[0].line)


def _question(ambiguous: Sequence[DraftItem]) -> Notice:
    first = ambiguous[0]
    others = f" and {len(ambiguous) - 1} more" if len(ambiguous) > 1 else ""
    sentence = f"“{one_line(first.date or '')}”{others} can be read in two ways; the likelier one is shown."
    return Notice("import-date-ambiguous", Severity.WARNING, sentence, field="by_when", line=first.line)


def outcome_doubts(items: Sequence[DraftItem], outcomes: Sequence[DraftOutcome]) -> Iterator[Notice]:
    """Yield one notice about rows without an outcome below rows that have one: a merged cell may have meant both."""
    having = {index for outcome in outcomes for index in outcome.items}
    blank = []
    above: set[int | None] = set()
    for index, item in enumerate(items):
        if index in having:
            above.add(item.parent)
        elif item.parent in above and not item.kind.is_heading:
            blank.append(item)
    if blank:
        rows = "1 row has" if len(blank) == 1 else f"{len(blank)} rows have"
        sentence = f"{rows} no outcome below a row with one; if the cell was merged, give them the same outcome."
        yield Notice("import-outcome-blank", Severity.INFO, sentence, field="outcomes", line=blank[0].line)
