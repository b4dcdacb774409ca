"""How many rows of a plan stand how, and the sentence that tells a board so; exact, and honest about rows without a status."""

from __future__ import annotations

from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan
from mkplanner.models.status import Status
from mkplanner.models.tally import Tally, status_of
from mkplanner.models.wording import listed

_SAYS = {
    Status.COMPLETE: ("is complete", "are complete"),
    Status.ON_TRACK: ("is on track", "are on track"),
    Status.AT_RISK: ("is at risk", "are at risk"),
    Status.LATE: ("is late", "are late"),
    Status.NOT_STARTED: ("has yet to start", "have yet to start"),
    Status.SUSPENDED: ("is suspended", "are suspended"),
    None: ("has no status yet", "have no status yet"),
}
_LONGEST_DATE = 40
"""A date of more letters than this does not stand inside a sentence."""
_GOOD = (Status.COMPLETE, Status.ON_TRACK)


def share(count: int, total: int) -> str:
    """A count as a whole percentage; never 0 % or 100 % of what is not none or all."""
    rounded = (200 * count + total) // (2 * total)
    if count and not rounded:
        return "less than 1 %"
    if count < total and rounded == 100:
        return "more than 99 %"
    return f"{rounded} %"


def sentence(tally: Tally) -> str:
    """Say how the rows stand: "Of 49 actions, 26 (53 %) are complete or on track. 3 are at risk and 20 have yet to start."."""
    if not tally.total:
        return "This plan has no actions yet."
    if not tally.has_status:
        none = f"None of the {tally.total:,} {tally.many} has a status yet."
        return none if tally.total > 1 else f"The plan's one {tally.one} has no status yet."
    if len(tally.used) == 1:
        return _alike(tally, _SAYS[tally.used[0]])
    good = sum(tally.counts.get(status, 0) for status in _GOOD)
    if good == tally.total:
        return _alike(tally, ("is complete or on track", "are complete or on track"))
    return f"Of {tally.total:,} {tally.many}, {_how_many(good, tally.total)} complete or on track. {_rest(tally)}"


def late_sentence(plan: Plan, tally: Tally) -> str:
    """Name the row that is late, where it is the only one, and when it is due now; nothing where none or several are."""
    late = [item for item in tally.items if status_of(plan, item) is Status.LATE]
    if len(late) != 1 or tally.total < 2 or not late[0].title.strip():
        return ""
    item = late[0]
    words = item.by_when.words.strip() if item.by_when and not item.by_when.is_open_ended else ""
    due = ""
    if words and "\n" not in words and len(words) <= _LONGEST_DATE:
        words = f"by {words[3:]}" if words.startswith("By ") else words
        due = f", {'now ' if item.original else ''}due {words}"
    return f"The late {tally.one} is {numbers(plan)[item.id]} {item.title.strip().rstrip('.')}{due}."


def _alike(tally: Tally, words: tuple[str, str]) -> str:
    if tally.total == 1:
        return f"The plan's one {tally.one} {words[0]}."
    return f"{'Both' if tally.total == 2 else f'All {tally.total:,}'} {tally.many} {words[1]}."


def _how_many(good: int, total: int) -> str:
    if not good:
        return "none is"
    return f"{good:,} ({share(good, total)}) {'is' if good == 1 else 'are'}"


def _rest(tally: Tally) -> str:
    parts = []
    for status in tally.used:
        if status not in _GOOD:
            number = tally.counts[status]
            parts.append(f"{number:,} {_SAYS[status][0 if number == 1 else 1]}")
    return f"{listed(parts)}."
