"""The lists of a changes report: dates, statuses, rows that came, went or moved, who does what, and all the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mkplanner.charts.marks.words import long_date
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.cell_words import date_words, owner_words, status_lines
from mkplanner.charts.reports.change_words import hand_words, later_words
from mkplanner.charts.reports.row_list import RowList
from mkplanner.charts.reports.table_parts import OPEN, WordLine
from mkplanner.charts.shapes import Node
from mkplanner.models.lookback.changedrows import Change, ChangedRows, DateChange
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan
from mkplanner.models.status import STYLES

STYLE = replace(OPEN, first_baseline=12.0, padding=6.4, paragraph_gap=1.5)
ACTION, WAS, NOW, LATER, REASON = "Action", "Was", "Is now", "Later by", "Reason"
BY, TOLD_BY, ADDED_BY, DELETED_BY = "Changed by", "Told by", "Added by", "Deleted by"
_HANDS = (BY, TOLD_BY, ADDED_BY, DELETED_BY)
WHAT, PARTY, WHEN, LEAD, UNDER, TOLD = "What", "Party", "By when", "Lead", "Stood", "What was told"
_BEFORE = 15.0
_SLIPPED = ((ACTION, 124.0), (WAS, 90.0), (NOW, 90.0), (LATER, 56.0), (REASON, 88.0), (BY, 74.0))
_DATES = ((ACTION, 160.0), (WAS, 118.0), (NOW, 118.0), (BY, 92.0))
_STATUS = ((ACTION, 220.0), (WAS, 82.0), (NOW, 82.0), (BY, 108.0))
_NOTES = ((ACTION, 150.0), (TOLD, 238.0), (TOLD_BY, 104.0))
_NEW = ((ACTION, 190.0), (WHEN, 116.0), (LEAD, 92.0), (ADDED_BY, 94.0))
_GONE = ((ACTION, 220.0), (UNDER, 170.0), (DELETED_BY, 104.0))
_MOVED = ((ACTION, 160.0), (WAS, 124.0), (NOW, 124.0), (BY, 88.0))
_LETTERS = ((ACTION, 152.0), (PARTY, 100.0), (WAS, 78.0), (NOW, 78.0), (BY, 92.0))
_OTHERS = ((ACTION, 136.0), (WHAT, 74.0), (WAS, 106.0), (NOW, 106.0), (BY, 76.0))


class ChangeLists:
    """Sets the lists that are wanted, each under its heading; none where it would be empty."""

    def __init__(self, flow: Flow, parent: Node, plan: Plan, today: date, parts: Sequence[str]) -> None:
        self.flow = flow
        self.parent = parent
        self.plan = plan
        self.today = today
        self.parts = parts
        self.numbers = numbers(plan)

    def set(self, found: ChangedRows) -> None:
        """Set everything that is wanted."""
        if "dates" in self.parts:
            self._dates("Dates that have slipped", _SLIPPED, found.slipped)
            self._dates("Other dates that have changed", _DATES, found.dates)
        if "status" in self.parts:
            self._changes("Status", _STATUS, found.statuses)
            self._changes("Progress told since", _NOTES, found.notes)
        if "rows" in self.parts:
            self._changes("New rows", _NEW, found.new)
            self._changes("Rows that have gone", _GONE, found.gone)
            self._changes("Rows that have moved", _MOVED, found.moved)
        if "letters" in self.parts:
            self._changes("Who does what", _LETTERS, found.letters)
        if "others" in self.parts:
            self._changes("Other changes", _OTHERS, found.others)

    def _dates(self, heading: str, shares: Sequence[tuple[str, float]], rows: Sequence[DateChange]) -> None:
        found = RowList(heading, shares, rows, lambda row: self.numbers[row.item], self._date, ACTION, STYLE, _BEFORE)
        found.set(self.flow, self.parent)

    def _changes(self, heading: str, shares: Sequence[tuple[str, float]], rows: Sequence[Change]) -> None:
        style = replace(STYLE, first_baseline=12.4, padding=7.2) if heading == "Status" else STYLE
        found = RowList(
            heading,
            shares,
            rows,
            lambda row: self.numbers.get(row.item or "", ""),
            self._change,
            ACTION,
            style,
            _BEFORE,
        )
        found.set(self.flow, self.parent)

    def _date(self, heading: str, row: DateChange, room: float) -> list[WordLine]:
        item = self.plan.items[row.item]
        words = {
            ACTION: item.title.strip(),
            WAS: row.was.words.strip() if row.was else "no date",
            NOW: row.now.words.strip() if row.now else "no date",
            LATER: later_words(row.days) if row.days and row.days > 0 else "",
            REASON: item.revised_reason.strip(),
            BY: hand_words(row.hand, self.today),
        }
        return STYLE.lines(words[heading], room, "bold" if heading == LATER else "regular")

    def _change(self, heading: str, row: Change, room: float) -> list[WordLine]:
        item = self.plan.items.get(row.item or "")
        if heading in _HANDS:
            return STYLE.lines(hand_words(row.hand, self.today), room)
        if heading in (WAS, NOW) and row.what == "status":
            return self._status(row.was if heading == WAS else row.now)
        if heading == TOLD:
            update = self.plan.updates[row.now]
            day = f"{long_date(update.date)}: " if update.date else ""
            return STYLE.lines(day + update.text.strip(), room)
        words = {
            ACTION: item.title.strip() if item else row.name,
            WAS: row.was or "–",
            NOW: row.now or "–",
            PARTY: row.name,
            WHAT: row.what[:1].upper() + row.what[1:],
            WHEN: date_words(item) if item else "",
            LEAD: "\n".join(owner_words(self.plan, item)) if item else "",
            UNDER: f"Below {row.was}" if row.was and row.was != "At the top" else row.was,
        }
        return STYLE.lines(words[heading], room)

    def _status(self, word: str) -> list[WordLine]:
        status = next((one for one, style in STYLES.items() if style.word == word), None)
        return status_lines(STYLE, status) if status else STYLE.lines("–", 50.0)
