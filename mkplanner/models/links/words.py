"""Links in plain words: what a row follows, and why a link is broken."""

from __future__ import annotations

from datetime import date

from mkplanner.models.links.following import Broken, broken_by, is_deadline, is_one_day
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Dependency, Item, LinkType, Plan
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import count

TYPE_WORDS = {
    LinkType.FS: "Finish to start",
    LinkType.SS: "Start to start",
    LinkType.FF: "Finish to finish",
    LinkType.SF: "Start to finish",
}
"""The sorts of links as planners call them."""

_OF_LATER = {
    LinkType.FS: "follows {}",
    LinkType.SS: "starts no earlier than {}",
    LinkType.FF: "ends no earlier than {}",
    LinkType.SF: "ends no earlier than {} starts",
}
_OF_EARLIER = {
    LinkType.FS: "comes before {}",
    LinkType.SS: "starts no later than {}",
    LinkType.FF: "ends no later than {}",
    LinkType.SF: "starts no later than {} ends",
}


def link_said(plan: Plan, link: Dependency, item: str) -> str:
    """What a link says of one of its two rows: "follows 3.1", "comes before 3.2", "follows 3.1 (10 days between)"."""
    is_later = item == link.after
    words = (_OF_LATER if is_later else _OF_EARLIER)[link.type]
    return words.format(numbers(plan)[link.before if is_later else link.after]) + _lag_said(link.lag_days)


def _lag_said(days: int) -> str:
    if not days:
        return ""
    return f" ({count(days, 'day')} between)" if days > 0 else f" (up to {count(-days, 'day')} sooner)"


def follows_said(plan: Plan, item: str) -> list[str]:
    """What a row follows, a line for each link: "follows 3.1", and why it is out of order where it is."""
    lines = []
    for link in plan.links_of.get(item, ()):
        if link.after == item:
            broken = broken_by(plan, link)
            why = f" – out of order: {reason_said(plan, broken)}" if broken else ""
            lines.append(f"{link_said(plan, link, item)}{why}")
    return lines


def broken_said(plan: Plan, broken: Broken) -> str:
    """The sentence of the notice: "3.2 starts on 1 March 2027, before 3.1, which it follows, ends on 31 March 2027."."""
    link, number = broken.link, numbers(plan)
    before, after = plan.items[link.before], plan.items[link.after]
    relation = "which it follows" if link.type is LinkType.FS else "to which it is linked"
    mine = f"{number[after.id]} {_on(after, _verb_later(link))} {day_words(broken.found)}"
    other = f"{number[before.id]}, {relation}"
    if broken.found == broken.anchor and not link.lag_days:
        return f"{mine}, the day on which {other}, {_verb_earlier(link)}."
    return f"{mine}, {_too_soon(broken)} {other}, {_on(before, _verb_earlier(link))} {day_words(broken.anchor)}."


def reason_said(plan: Plan, broken: Broken) -> str:
    """Why a link is broken, in a few words beside its arrow: "starts before 3.1 ends"."""
    link = broken.link
    verb = "is due" if is_deadline(plan.items[link.after]) else _verb_later(link)
    when = "too soon after" if broken.found >= broken.anchor else "before"
    end = "" if is_one_day(plan.items[link.before]) else f" {_verb_earlier(link)}"
    return f"{verb} {when} {numbers(plan)[link.before]}{end}"


def anchor_said(plan: Plan, item: str, day: date, *, at_end: bool) -> str:
    """Where a row stands, as the reason for a date of another: "3.1 ends on 31 March 2027"."""
    return f"{numbers(plan)[item]} {_on(plan.items[item], 'ends' if at_end else 'starts')} {day_words(day)}"


def _too_soon(broken: Broken) -> str:
    lag = broken.link.lag_days
    if lag > 0 and broken.found >= broken.anchor:
        return f"sooner than {count(lag, 'day')} after"
    return f"more than {count(-lag, 'day')} before" if lag < 0 else "before"


def _on(item: Item, verb: str) -> str:
    if is_deadline(item):
        return "is due by"
    return "falls on" if is_one_day(item) else f"{verb} on"


def _verb_later(link: Dependency) -> str:
    return "starts" if link.type in (LinkType.FS, LinkType.SS) else "ends"


def _verb_earlier(link: Dependency) -> str:
    return "ends" if link.type in (LinkType.FS, LinkType.FF) else "starts"
