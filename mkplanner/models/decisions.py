"""What a board is asked to decide: progress updates that say so, and rows with the tag "decision".

An update asks where it begins "For decision:", "Decision needed:" or "Decision:"; one that begins "Decided:" or "Agreed:"
settles what was asked before. A row asks no more once it is complete.
"""

from __future__ import annotations

import re
from datetime import date

from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Plan, Update
from mkplanner.models.status import Status
from mkplanner.records import frozen

_ASKS = re.compile(r"^\s*(?:for decision|decisions? (?:needed|wanted|required|asked)|decision)\s*[:–—-]\s*", re.I)
_SETTLES = re.compile(r"^\s*(?:decided|decision (?:taken|made)|agreed|approved)\b\s*[:.,–—-]", re.I)
_TAGS = frozenset({"decision", "for decision", "decision needed"})


@frozen
class Question:
    """One thing to decide: the row, what is asked in the author's words, and when and by whom (None and "" if unknown)."""

    entry: Entry
    words: str
    asked: date | None = None
    author: str = ""


def is_question(update: Update) -> bool:
    """Whether an update asks for a decision."""
    return bool(_ASKS.match(update.text)) and bool(asked_for(update))


def asked_for(update: Update) -> str:
    """Return what an update asks to be decided, without the words that say that it asks."""
    words = _ASKS.sub("", update.text, count=1).strip()
    return words[:1].upper() + words[1:]


def decisions_needed(plan: Plan) -> tuple[Question, ...]:
    """Return what waits for a decision, in the order of the plan."""
    found: list[Question] = []
    for entry in outline(plan):
        item = entry.item
        if item.status is Status.COMPLETE or (item.status is None and item.percent == 100):
            continue
        asked = _open_questions(plan, entry)
        if not asked and any(" ".join(tag.split()).casefold() in _TAGS for tag in item.tags):
            asked = [Question(entry, item.title.strip())]
        found += asked
    return tuple(found)


def _open_questions(plan: Plan, entry: Entry) -> list[Question]:
    """Return what updates ask since the last that settles anything, oldest first."""
    found: list[Question] = []
    for update in plan.updates_of.get(entry.item.id, ()):
        if _SETTLES.match(update.text):
            found = []
        elif is_question(update):
            found.append(Question(entry, asked_for(update), update.date, update.author.strip()))
    return found
