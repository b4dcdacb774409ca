"""The shared file as it was read once: trusted where this installation wrote it last, checked and replayed otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkplanner.models.plan import Plan
from mkplanner.models.store.connection import own_folder, reading_bytes
from mkplanner.models.store.intake import Received, read_file, receive
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.meeting import signature
from mkplanner.models.store.outlook import Shown
from mkplanner.models.store.published import fingerprint, is_ours
from mkplanner.models.store.reading import has_our_tables, read_log, read_meta, read_shown, read_vector


class Source:
    """The shared file as it was read: trusted bytes of our own making, or the checked log of anybody else's.

    `meta` holds the file's own remarks.
    """

    def __init__(self, path: Path) -> None:
        self.signature = signature(path)
        self.data = read_file(path)
        self.received: Received | None = None
        self.meta: Mapping[str, str] = {}
        self._outlook: Shown | None = None
        self.mark = fingerprint(self.data)
        with own_folder():
            is_known = is_ours(self.mark)
        if is_known:
            self._read_tables()
        if self._outlook is None:
            self.received = receive(self.data, path.name)
            self.meta = self.received.meta
            self.data = b""

    def _read_tables(self) -> None:
        """Read the plan from the tables of a file of our own, unless another version of the program made them."""
        with reading_bytes(self.data) as query:
            if has_our_tables(query):
                self.meta, self._outlook = read_meta(query), read_shown(query)

    def outlook(self) -> Shown:
        """Return the plan, and whether it was put right for the eye."""
        if self.received is not None:
            return self.received.outlook
        assert self._outlook is not None
        return self._outlook

    def plan(self) -> Plan:
        """Return the plan."""
        return self.outlook().plan

    def vector(self) -> dict[str, int]:
        """Return what the file knows."""
        if self.received is not None:
            return self.received.vector
        with reading_bytes(self.data) as query:
            return read_vector(query)

    def log(self) -> Sequence[Changeset]:
        """Return the file's log."""
        if self.received is not None:
            return self.received.changesets
        with reading_bytes(self.data) as query:
            return read_log(query)
