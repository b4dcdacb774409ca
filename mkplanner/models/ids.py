"""Identities of rows: they survive copying, mailing and merging."""

from __future__ import annotations

from uuid import UUID, uuid4, uuid5


def new_id() -> str:
    """Return a fresh row identity, a random UUID in its usual text form."""
    return str(uuid4())


def derived_id(plan: str, *parts: str) -> str:
    """Return the identity that everybody arrives at for the same thing: one RASIC cell is one row on every computer.

    Two people who fill in the same cell meet on one row, so merging finds one cell and not two.
    """
    return str(uuid5(UUID(plan), "/".join(parts)))
