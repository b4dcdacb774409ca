"""Looking for words in all that is written about a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.owners import show_owners
from mkplanner.models.status import STYLES


def found(plan: Plan, text: str) -> frozenset[str]:
    """Return the ids of the rows in whose fields every word of `text` stands, whatever the capitals."""
    words = text.casefold().split()
    written = haystacks(plan)
    return frozenset(id_ for id_ in plan.items if all(word in written[id_] for word in words))


def haystacks(plan: Plan) -> Mapping[str, str]:
    """Return all that is written about every row, in small letters, by its id; made once for each plan."""
    made: dict[str, str] | None = plan.__dict__.get("_haystacks")
    if made is None:
        made = {item.id: haystack(plan, item) for item in plan.items.values()}
        plan.__dict__["_haystacks"] = made
    return made


def haystack(plan: Plan, item: Item) -> str:
    """Return everything that is written about a row, in small letters, to look for words in."""
    return "\n".join(part for part in _parts(plan, item) if part).casefold()


def sought(text: str) -> tuple[str, ...]:
    """Return the words that `found` looks for, in small letters, each once."""
    return tuple(dict.fromkeys(text.casefold().split()))


def places(line: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where `sought` words stand in a line, as first letter and the one after the last, those that touch in one.

    A single letter or digit is only told where it stands alone: "a" stands in nearly every word.
    """
    folded, origin = _folded(line)
    spans: list[tuple[int, int]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            end = at + len(word)
            if len(word) > 1 or not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
                spans.append((origin[at], origin[end - 1] + 1))
            at = folded.find(word, at + 1)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _folded(line: str) -> tuple[str, Sequence[int]]:
    """A line in small letters, and the place in the line from which each of them comes: "ß" becomes two."""
    folded = line.casefold()
    if len(folded) == len(line):
        return folded, range(len(line))
    return folded, [place for place, letter in enumerate(line) for _ in letter.casefold()]


def _parts(plan: Plan, item: Item) -> Iterator[str]:
    yield numbers(plan)[item.id]
    yield item.title
    yield item.by_when.words if item.by_when else ""
    yield show_owners(plan, item.id)
    yield STYLES[item.status].word if item.status else ""
    yield from item.tags
    yield item.notes
    yield from (outcome.text for outcome in plan.outcomes_of.get(item.id, ()))
    yield from (update.text for update in plan.updates_of.get(item.id, ()))
