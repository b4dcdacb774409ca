"""The tables of a plan file: the log that everything comes from, and the state that is folded from it.

Nothing here forbids what a lawful merge could bring: no UNIQUE, NOT NULL or foreign key on the state, and no default
collation that another database would sort differently.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from mkplanner.models.store.mapping import ALIVE, KINDS, KindMap

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text))
"""`plan` (the plan's id), `format`, `min_reader`, `min_writer`: the least format that may read or write this file."""

session = Table(
    "session",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("uid", Text, unique=True),
    Column("author", Text),
    Column("host", Text),
    Column("app", Text),
)
changeset = Table(
    "changeset",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("session", Integer),
    Column("seq", Integer),
    Column("lamport", Integer),
    Column("at", Text),
    Column("kind", Text),
    Column("label", Text),
    Column("undoes", Text),
    Column("digest", Text),
    UniqueConstraint("session", "seq"),
)
change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("changeset", Integer),
    Column("n", Integer),
    Column("entity", Text),
    Column("kind", Text),
    Column("field", Text),
    Column("old", Text),
    Column("new", Text),
    Column("tomb", Integer),
)
supersedes = Table(
    "supersedes",
    metadata,
    Column("change", Integer),
    Column("superseded", Integer),
    PrimaryKeyConstraint("change", "superseded"),
    sqlite_with_rowid=False,
)
head = Table(
    "head",
    metadata,
    Column("change", Integer, primary_key=True),
    Column("entity", Text),
    Column("field", Text),
)
"""State, not log: the changes that nobody supersedes, so that an edit need not search the whole history."""
Index("ix_head_entity", head.c.entity)


def _state_table(kind: KindMap) -> Table:
    numbers = {name for name, codec in kind.codecs.items() if codec.is_number} | {ALIVE}
    columns = [Column(name, Integer if name in numbers else Text) for name in kind.columns[1:]]
    return Table(kind.name, metadata, Column("id", Text, primary_key=True), *columns)


STATE: dict[str, Table] = {name: _state_table(kind) for name, kind in KINDS.items()}
"""The state table of every kind of row."""
