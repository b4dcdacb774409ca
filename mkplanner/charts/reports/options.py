"""What can be chosen about a report, each choice a typed value: the dialogue, the command line and the help read it here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from mkplanner.charts.marks.words import long_date
from mkplanner.errors import PlannerError
from mkplanner.models.wording import listed
from mkplanner.records import frozen

T = TypeVar("T")

PAGE, ROWS, COLUMNS, MARKS = "Page", "Rows", "Columns", "On the page"
"""The headings that options are grouped under where people choose them."""


class Choice(NamedTuple):
    """One thing that may be chosen: its name for scripts, and its words for people."""

    key: str
    words: str


@frozen(slots=False)
class Option(ABC, Generic[T]):
    """Something that can be chosen: `key` names it for scripts and for keeping, `words` is its caption.

    `help` is a sentence for the command line and the help pages; `group` the heading it stands under. Options never change.
    """

    key: str
    words: str
    default: T
    help: str = ""
    group: str = PAGE

    def read(self, text: str) -> T:
        """Return the value that was typed. Raises `PlannerError` where it is none, and says which there are."""
        return self.checked(text.strip())

    @abstractmethod
    def checked(self, value: Any) -> T:
        """Return a value as it was kept. Raises `PlannerError` where it cannot be a choice here."""

    def record(self, value: T) -> Any:
        """Return the value as JSON keeps it."""
        return value

    @property
    @abstractmethod
    def values(self) -> str:
        """What may be typed on the command line, in words."""

    def _refuse(self, value: Any) -> PlannerError:
        return PlannerError(f"{self.key} cannot be “{value}”.", f"Choose {self.values}.")


class Flag(Option[bool]):
    """Yes or no."""

    def read(self, text: str) -> bool:
        """Return what was typed: yes or no, on or off, true or false."""
        known = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}
        word = text.strip().casefold()
        if word not in known:
            raise self._refuse(text)
        return known[word]

    def checked(self, value: Any) -> bool:
        """Return a kept yes or no."""
        if not isinstance(value, bool):
            raise self._refuse(value)
        return value

    @property
    def values(self) -> str:
        """The two words."""
        return "yes or no"


@frozen(slots=False)
class OneOf(Option[str]):
    """One of a few things."""

    choices: Sequence[Choice] = ()

    def checked(self, value: Any) -> str:
        """Return the key of a choice, whatever its capitals."""
        found = next((choice.key for choice in self.choices if choice.key.casefold() == str(value).casefold()), None)
        if found is None:
            raise self._refuse(value)
        return found

    @property
    def values(self) -> str:
        """The keys of the choices."""
        return " or ".join(choice.key for choice in self.choices if choice.key) or "nothing"


@frozen(slots=False)
class Several(Option[tuple[str, ...]]):
    """Any of a few things, kept in the order in which they are offered; none at all is a choice too."""

    choices: Sequence[Choice] = ()

    def read(self, text: str) -> tuple[str, ...]:
        """Return what was typed with commas between; "none" and "all" are words for it."""
        words = [word.strip() for word in text.split(",") if word.strip()]
        if [word.casefold() for word in words] == ["all"]:
            return tuple(choice.key for choice in self.choices)
        return self.checked([] if [word.casefold() for word in words] == ["none"] else words)

    def checked(self, value: Any) -> tuple[str, ...]:
        """Return the keys of choices. Raises `PlannerError` for one that there is not."""
        keys = {choice.key.casefold() for choice in self.choices}
        wanted = [str(one).casefold() for one in value] if isinstance(value, list | tuple) else [None]
        for one in wanted:
            if one not in keys:
                raise self._refuse(one or value)
        return tuple(choice.key for choice in self.choices if choice.key.casefold() in wanted)

    def record(self, value: tuple[str, ...]) -> list[str]:
        """Return the keys as a list."""
        return list(value)

    @property
    def values(self) -> str:
        """The keys, and how to choose several."""
        return f"{listed([choice.key for choice in self.choices])}, with commas between, or all or none"


@frozen(slots=False)
class Whole(Option[int]):
    """A whole number between two others, which counts things called `noun`; `alone` says what 1 means where that differs."""

    least: int = 1
    most: int = 24
    noun: str = "part"
    alone: str = ""

    def checked(self, value: Any) -> int:
        """Return the number. Raises `PlannerError` for one too small or too large."""
        text = str(value)
        if not text.isdecimal() or not self.least <= int(text) <= self.most:
            raise self._refuse(value)
        return int(text)

    @property
    def values(self) -> str:
        """The least and the most."""
        return f"{self.least} to {self.most}"


@frozen(slots=False)
class Words(Option[str]):
    """Words of the user's own; `hint` says what nothing at all means."""

    hint: str = ""

    def checked(self, value: Any) -> str:
        """Return the words on one line."""
        return " ".join(str(value).split())

    @property
    def values(self) -> str:
        """Anything."""
        return "words of your own"


class Day(Option[date | None]):
    """A day, or none."""

    def checked(self, value: Any) -> date | None:
        """Return the day written as 2026-04-01; nothing is no day."""
        if value is None or value == "":
            return None
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self._refuse(value) from None

    def record(self, value: date | None) -> str | None:
        """Return the day as 2026-04-01."""
        return value.isoformat() if value else None

    @property
    def values(self) -> str:
        """How a day is written, by an example."""
        return f"a day, as 2026-04-01 for {long_date(date(2026, 4, 1))}"
