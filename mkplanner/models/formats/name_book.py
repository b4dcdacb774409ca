"""Learns from a document who is named in it, to find where a title ends and the owners begin once columns are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkplanner.models.formats.cleaning import one_line
from mkplanner.models.formats.owner_cells import PERSON, looks_like_owner, part_role

_WITH_ROLE = re.compile(rf"({PERSON})\s\((?!(?:cont|e\.g|i\.e))([A-Z][^()]{{3,60}})\)")
_PERSON_AT_END = re.compile(rf"(?:^|\s)({PERSON})$")
_LONGEST_LINE = 8
_WORD_START = re.compile(r"(?<![\w/(])\w")
_WORD_END = re.compile(r"(?<=[\w).])(?!\w)")
_ROLE_BEHIND = re.compile(r"\s\([A-Z][^()]{1,60}\)")
_LINK = re.compile(r"\s*(?:,|;|/|&|\band\b)\s+")
_PART_BY = re.compile(r"(?:^|\s)([A-Z][a-z]+ by )$")


class NameBook:
    """The names met in a document, with roles cut off; asks and answers about the ends of lines."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._openings: set[str] = set()

    def learn_roles(self, text: str) -> None:
        """Learn everybody who is written with a role in brackets: "Ann Carter (Project Manager)"."""
        for found in _WITH_ROLE.finditer(text):
            self._add(found[1])

    def learn_line(self, text: str) -> bool:
        """Learn a line that holds nothing but a name; say whether it does."""
        plain = one_line(text)
        if len(plain.split()) > _LONGEST_LINE or " by " in plain or not looks_like_owner(plain):
            return False
        self._add(part_role(plain)[0])
        self._add(re.sub(r"\s*\([^()]*\)$", "", plain))
        for short in re.findall(r"\(([A-Z]{2,7})\)$", plain):
            self._add(short)
        return True

    def learn_end(self, text: str) -> None:
        """Learn the person a line ends with, where the line is known to end with an owner."""
        found = _PERSON_AT_END.search(one_line(text))
        if found and not any(end == len(one_line(text)) for _, end in self.stretches(one_line(text))):
            self._add(found[1])

    def _add(self, name: str) -> None:
        if len(name) > 1:
            self.names.add(name)
            self._openings.add(name[:2])

    def is_owner(self, text: str) -> bool:
        """Whether a line is one owner, or several known ones, and nothing else."""
        plain = one_line(text)
        return bool(plain) and self._ends_of(plain, 0) == len(plain)

    def stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each stretch of names in a line begins and ends, "Proposals by" in front of it included."""
        end = -1
        for found in _WORD_START.finditer(text):
            start = found.start()
            if start < end or self._name_end(text, start) is None:
                continue
            end = self._ends_of(text, start)
            part = _PART_BY.search(text[:start])
            yield (part.start(1) if part else start), end

    def _ends_of(self, text: str, start: int) -> int:
        """Return where the stretch of owners that begins at `start` ends, `start` itself if there is none."""
        end = start
        while True:
            found = self._name_end(text, end)
            if found is None:
                return end
            link = _LINK.match(text, found)
            if not link or self._name_end(text, link.end()) is None:
                return found
            end = link.end()

    def _name_end(self, text: str, start: int) -> int | None:
        """Return where the longest known name that begins at `start` ends, with the role in brackets behind it, or None."""
        if text[start : start + 2] not in self._openings:
            return None
        best = None
        for number, found in enumerate(_WORD_END.finditer(text, start)):
            if text[start : found.start()] in self.names:
                best = found.start()
            if number > 2 * _LONGEST_LINE:
                break
        if best is None:
            return None
        role = _ROLE_BEHIND.match(text, best)
        return role.end() if role else best
