"""Makes a title of the lines that stand in front of the first table, and says what became of the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkplanner.models.formats.parts import Aside, Front
from mkplanner.records import frozen

_DOCUMENT = re.compile(
    r"\b(plan|timetable|programme|strategy|review|schedule|matrix|improvement|roadmap|timeline)\b", re.I
)
_COUNCIL = re.compile(r"\b(?:council|partnership|authority)$", re.I)
_LONGEST = 160
_MOST = 4
"""So many short lines at most make a title; more of them are a page of prose."""


@frozen
class Titles:
    """What the front of a document says about the plan; `asides` are lines that are not part of its name."""

    title: str = ""
    subtitle: str = ""
    council: str = ""
    asides: tuple[Aside, ...] = ()


def title_of(fronts: Sequence[Front], running_head: str = "") -> Titles:
    """Return the plan's title: the line that names the document, with the others in brackets before it or behind it.

    A running head is the title where there is one; lines that only repeat its words add nothing.
    """
    short = [front for front in fronts if _is_short(front.text)]
    asides = [_aside(front) for front in fronts if not _is_short(front.text)]
    short = _without_repeats(short, running_head)
    council = next((front.text for front in short if _is_council(front.text)), "")
    named = [front for front in short if front.text != council]
    if running_head:
        subtitle = ", ".join(front.text for front in named[:_MOST])
        return Titles(running_head, subtitle, council, (*asides, *map(_aside, named[_MOST:])))
    if not named:
        return Titles(council, asides=tuple(asides))
    main = _main(named)
    if main is None:
        *others, last = named
        return Titles(last.text, "", council, (*asides, *map(_aside, others)))
    near = [number for number in range(len(named)) if number != main and abs(number - main) < _MOST]
    before = ", ".join(named[number].text for number in near if number < main)
    behind = "".join(f" – {named[number].text}" for number in near if number > main)
    far = [named[number] for number in range(len(named)) if number != main and number not in near]
    title = named[main].text + behind + (f" ({before})" if before else "")
    return Titles(title, "", council, (*asides, *map(_aside, far)))


def _main(fronts: Sequence[Front]) -> int | None:
    documents = [number for number, front in enumerate(fronts) if _DOCUMENT.search(front.text)]
    return documents[-1] if documents else None


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and text[-1:] not in ".;?!" and ": " not in text


def _is_council(text: str) -> bool:
    return bool(_COUNCIL.search(text)) and not _DOCUMENT.search(text) and len(text.split()) <= 6


def _without_repeats(fronts: Sequence[Front], head: str) -> list[Front]:
    """Leave out lines whose words all stand in another line, or in the running head."""
    kept: list[Front] = []
    for number, front in enumerate(fronts):
        others = [head, *(other.text for other in fronts[:number]), *(other.text for other in fronts[number + 1 :])]
        words = _words(front.text)
        if not any(
            words <= _words(other) and (words != _words(other) or other in (head, *(f.text for f in kept)))
            for other in others
            if other
        ):
            kept.append(front)
    return kept


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w/]+", text.casefold()))


def _aside(front: Front) -> Aside:
    return Aside("import-left-out", "Not part of any table, so not brought in", front.text, front.line)
