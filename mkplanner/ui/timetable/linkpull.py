"""A link on its way from one row to another: where it starts, which row is under the pointer, and what it would mean."""

from __future__ import annotations

from dataclasses import dataclass

from mkplanner.models.commands.links import LinkItems, why_not
from mkplanner.models.links.words import TYPE_WORDS, link_said
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Dependency, LinkType, Plan

_SORTS = {
    (True, True): LinkType.FS,
    (True, False): LinkType.FF,
    (False, True): LinkType.SS,
    (False, False): LinkType.SF,
}


@dataclass
class LinkPull:
    """Pulled out of a row's end (or its start); `to` is the row under the pointer, None over none."""

    plan: Plan
    before: str
    from_end: bool
    to: str | None = None
    to_start: bool = True

    @property
    def sort(self) -> LinkType:
        """What the link would tie together."""
        return _SORTS[self.from_end, self.to_start]

    @property
    def refusal(self) -> str | None:
        """Why there can be no such link, None where there can or where no row is under the pointer."""
        return why_not(self.plan, self._link(self.to)) if self.to is not None else None

    def words(self) -> tuple[str, str]:
        """Return the two lines of the flag: what is being tied, and what that says of the later row, or why it cannot be."""
        if self.to is None or self.to == self.before:
            number = numbers(self.plan)[self.before]
            return f"Link from the {'end' if self.from_end else 'start'} of {number}", "Pull it to another row"
        refusal = self.refusal
        if refusal is not None:
            return "No link here", refusal
        said = link_said(self.plan, self._link(self.to), self.to)
        return TYPE_WORDS[self.sort], f"{numbers(self.plan)[self.to]} {said}"

    def command(self) -> LinkItems | None:
        """Return the order that makes the link, None where it would make no sense."""
        if self.to is None or self.refusal is not None:
            return None
        return LinkItems(self.before, self.to, self.sort)

    def _link(self, to: str) -> Dependency:
        return Dependency("", self.before, to, self.sort)
