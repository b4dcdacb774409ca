"""Identities of rows: they survive copying, mailing and merging."""

from __future__ import annotations

from functools import cache
from uuid import UUID, uuid4, uuid5


def new_id() -> str:
    """Return a fresh row identity, a random UUID in its usual text form."""
    return str(uuid4())


def derived_id(plan: str, *parts: str) -> str:
    """Return the identity that everybody arrives at for the same thing: one RASIC cell is one row on every computer.

    Two people who fill in the same cell meet on one row, so merging finds one cell and not two.
    """
    return str(uuid5(_space(plan), "/".join(parts)))


@cache
def _space(plan: str) -> UUID:
    """A plan as the space in which names mean the same; read once, for a pasted block asks thousands of times."""
    return UUID(plan)
