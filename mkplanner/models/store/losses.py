"""What is missing after a rescue, in plain sentences: how many changes, of whom, from when to when, and about which rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

from mkplanner.models.store.log import Changeset
from mkplanner.models.store.remains import Remains
from mkplanner.models.store.reviving import Revived
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.wording import count, listed

MOST_NAMES = 12
_NAMING = ("title", "name")


class Losses:
    """Compares what was `kept` with what the file shows traces of; `sound` are the changesets that match their digest."""

    def __init__(
        self,
        remains: Remains,
        sound: Mapping[int, Changeset],
        kept: Sequence[Changeset],
        revived: Revived,
        *,
        is_short: bool,
    ) -> None:
        self._revived = revived
        self._remains = remains
        self._kept = kept
        self._is_short = is_short
        names = {each.key for each in kept}
        self._left_out = {number for number, each in sound.items() if each.key not in names}
        self._lost = ({*remains.sets, *remains.changes} - sound.keys()) | self._left_out
        written = {no for number in sound.keys() - self._left_out for no in remains.changes.get(number, ())}
        self._lost_heads = remains.heads.keys() - written
        unseen = max((each.lamport for each in sound.values()), default=0) - len(kept)
        self.count = max(len(self._lost), unseen, 1 if self._lost_heads else 0)
        """How many changes are missing at least."""

    def sentences(self) -> Iterator[str]:
        """Yield what there is to say; nothing where nothing is missing."""
        if self.count:
            yield f"{count(self.count, 'change')} at least {_verb(self.count)} missing from the history{self._origin()}."
        if self._left_out:
            number = len(self._left_out)
            yield f"{number} of them can be read, but {'builds' if number == 1 else 'build'} on what cannot."
        if rows := self._rows():
            yield f"What is missing concerns {listed(rows)}."
        if self._revived.rows:
            number = len(self._revived.rows)
            what = "1 row holds" if number == 1 else f"{number} rows hold"
            yield f"What {what} was found all the same and is in the new plan: {listed(self._named(self._revived.rows))}."
        if self._revived.doubtful:
            yield f"Please check {listed(self._named(self._revived.doubtful))}, for which there is only one witness."
        if self._is_short:
            yield "The file ends too soon; newer changes that left no trace are missing as well."
        if self.count or self._is_short:
            yield "Merging this plan with a good copy brings back what is missing."

    def _origin(self) -> str:
        """Whose they were and of which days, as far as the file still says so."""
        rows = [self._remains.sets[number] for number in sorted(self._lost) if number in self._remains.sets]
        authors = {self._remains.sessions[row[0]].author for row in rows if row[0] in self._remains.sessions}
        days = sorted(day for row in rows if (day := _day(row[3])) is not None)
        words = f", by {listed([_line(each) for each in sorted(authors - {''})])}" if authors - {""} else ""
        if days:
            first, last = day_words(days[0]), day_words(days[-1])
            words += f", of {first}" if first == last else f", from {first} to {last}"
        return words

    def _rows(self) -> list[str]:
        changes = self._remains.changes
        rows = [part.entity for number in sorted(self._lost) for part in changes.get(number, {}).values()]
        rows += [self._remains.heads[no][0] for no in sorted(self._lost_heads)]
        return self._named([row for row in rows if row not in self._revived.rows])

    def _named(self, rows: Sequence[str]) -> list[str]:
        titles = self._titles()
        named = list(dict.fromkeys(f"“{titles[row]}”" for row in rows if row in titles))
        nameless = len({row for row in rows if row not in titles}) + len(named[MOST_NAMES:])
        more = [count(nameless, "other row" if named else "row")] if nameless else []
        return [*named[:MOST_NAMES], *more]

    def _titles(self) -> dict[str, str]:
        """Return the last name that each row is known to have had."""
        lost = (part for number in sorted(self._lost) for part in self._remains.changes.get(number, {}).values())
        found = {}
        everything = [*self._kept, self._revived.changeset] if self._revived.changeset is not None else self._kept
        for change in (*lost, *(part for each in everything for part in each.changes)):
            with suppress(ValueError, RecursionError):
                words = json.loads(change.new or change.old or "null") if change.field in _NAMING else None
                if isinstance(words, str) and words.strip():
                    found[change.entity] = _line(words)
        return found


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _line(words: str) -> str:
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _verb(number: int) -> str:
    return "is" if number == 1 else "are"
