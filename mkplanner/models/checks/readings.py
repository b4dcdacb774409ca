"""Checks of how dates were read: words without a day, words with two readings, a weekday that is not the day's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkplanner.models.checks.alike import dates_of, rows_dated
from mkplanner.models.checks.saying import name_said, words_said
from mkplanner.models.links.ties import ties
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import outline
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.doubts import Doubt, doubt_of
from mkplanner.models.timeframes.ends import ends_of
from mkplanner.models.timeframes.timeframe import Timeframe

WEEKDAY_REMARK = re.compile(r"\d{1,2} \w+ \d{4} is a (?P<real>\w+day), not a (?P<said>\w+day)\.")
"""The parser's remark about a weekday that does not belong to its date."""
_REVERSED_REMARK = "comes before its start"


def check_readable(plan: Plan) -> Iterator[Notice]:
    """Words that name no date are listed, kept as they are and not drawn; so is what puzzled the reader of a date.

    Words whose day follows from a link are told with that day instead (`checks.links`).
    """
    for item in rows_dated(plan, lambda frame: frame.remarks or not ends_of(frame).latest):
        frame = item.by_when
        assert frame
        for remark in frame.remarks:
            if not _is_told_elsewhere(remark, frame):
                id_ = "weekday-mismatch" if WEEKDAY_REMARK.fullmatch(remark) else "date-remark"
                yield _notice(plan, item, id_, Severity.WARNING, f": {remark}")
        if not frame.is_dated and _says_nothing(frame) and item.id not in ties(plan):
            yield _notice(plan, item, "no-date", Severity.INFO, f" has no date: {words_said(frame)}.")


def _is_told_elsewhere(remark: str, frame: Timeframe) -> bool:
    """An end before its start is an error of its own (`checks.dates`)."""
    return _REVERSED_REMARK in remark and any(s.start and s.end and s.end < s.start for s in frame.segments)


def _says_nothing(frame: Timeframe) -> bool:
    return not any(s.flags.ongoing or s.flags.recurring for s in frame.segments)


def check_ambiguous(plan: Plan) -> Iterator[Notice]:
    """Dates with more than one likely reading are asked about once for the plan and each sort of doubt, at the first."""
    for doubtful in doubtful_rows(plan).values():
        first = doubtful[0]
        assert first.by_when
        more = f" and {len(doubtful) - 1} more" if len(doubtful) > 1 else ""
        sentence = f" {words_said(first.by_when)}{more} can be read in two ways; check the reading in Details."
        yield _notice(plan, first, "ambiguous-date", Severity.INFO, sentence)


def doubtful_rows(plan: Plan) -> dict[Doubt, list[Item]]:
    """Rows whose date can be read in more than one way, by the sort of doubt, in the order of the plan."""
    doubts = {key: doubt for key, frame in dates_of(plan).items() if (doubt := doubt_of(frame))}
    if not doubts:
        return {}
    rows: dict[int, list[Item]] = {}
    found: dict[Doubt, list[Item]] = {}
    for entry in outline(plan):
        key = id(entry.item.by_when)
        if key in doubts:
            if key not in rows:
                rows[key] = found.setdefault(doubts[key], [])
            rows[key].append(entry.item)
    return found


def _notice(plan: Plan, item: Item, id_: str, severity: Severity, said: str) -> Notice:
    return Notice(id_, severity, f"{name_said(plan, item)}{said}", item.id, "by_when")
