"""Writing: an SQLAlchemy engine over one working copy, whose only way to write is one whole transaction on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, create_engine, delete, event, insert, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from mkplanner.models.store.connection import APPLICATION_ID, FORMAT, Query, explained, prepare
from mkplanner.models.store.tables import metadata

_LOG_TABLES = frozenset({"session", "changeset", "change", "supersedes"})


def engine_for(path: Path) -> Engine:
    """Return the engine over a database that exists."""
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, check_same_thread=False)
    prepare(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.set_authorizer(_append_only)
    return connection


def _append_only(action: int, table: str | None, column: str | None, database: str | None, trigger: str | None) -> int:
    """Refuse whatever would alter or remove a line of the log, or the tables themselves."""
    forbidden = action in (sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE) and table in _LOG_TABLES
    return sqlite3.SQLITE_DENY if forbidden or action in _SCHEMA_CHANGES else sqlite3.SQLITE_OK


_SCHEMA_CHANGES = frozenset(
    {
        sqlite3.SQLITE_ALTER_TABLE,
        sqlite3.SQLITE_ATTACH,
        sqlite3.SQLITE_CREATE_INDEX,
        sqlite3.SQLITE_CREATE_TABLE,
        sqlite3.SQLITE_CREATE_TRIGGER,
        sqlite3.SQLITE_CREATE_VIEW,
        sqlite3.SQLITE_DROP_INDEX,
        sqlite3.SQLITE_DROP_TABLE,
    }
)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """One transaction, on disk when the block ends and gone if it raises. Complaints of SQLite come out as sentences."""
    try:
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("PRAGMA query_only = OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                raw.execute("PRAGMA query_only = ON")
    except DBAPIError as error:
        raise explained(error.orig or error, path) from error
    except sqlite3.Error as error:
        raise explained(error, path) from error


def query_of(connection: Connection) -> Query:
    """Return the function that runs the SELECTs of `reading.py` inside a transaction."""
    driver = _driver_of(connection)

    def query(sql: str, parameters: Sequence[Any] = ()) -> Sequence[Sequence[Any]]:
        return driver.execute(sql, parameters).fetchall()

    return query


def _driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's own connection: an edit is a dozen small statements, each as dear again the long way."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@cache
def insertion(table: Table) -> str:
    """Return the statement that adds a row; its values come in the order of the table's columns."""
    return str(insert(table).compile(dialect=_DIALECT))


@cache
def alteration(table: Table) -> str:
    """Return the statement that writes over the row with an id; the values of all other columns come first, in order."""
    values: dict[str, Any] = {
        column.name: bindparam(f"new_{column.name}") for column in table.columns if not column.primary_key
    }
    return str(update(table).values(values).where(table.c.id == bindparam("wanted")).compile(dialect=_DIALECT))


@cache
def deletion(table: Table, column: str) -> str:
    """Return the statement that takes away the rows with one value in a column."""
    return str(delete(table).where(table.c[column] == bindparam("wanted")).compile(dialect=_DIALECT))


_DIALECT = sqlite.dialect()


def write_all(connection: Connection, statement: str, rows: Sequence[Sequence[Any]]) -> None:
    """Run a statement for each of these rows, inside a transaction."""
    _driver_of(connection).executemany(statement, rows)


def make_tables(path: Path) -> None:
    """Make an empty database with our marks and tables at a path where there is none."""
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path), poolclass=QueuePool)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        metadata.create_all(connection)
    engine.dispose()
