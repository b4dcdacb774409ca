"""Rows of the plan to columns of tables and values of the change log, and back; nothing else.

Every field of a row is one column of its state table and one field of the log. In the log a value is JSON; in a column it is
as plain as it can be (text, a number, an ISO date), and JSON where it is made of several things. A date's own words stand
beside it in a column of their own, so that any SQLite tool shows what the author wrote.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache, partial
from operator import methodcaller
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.edit import ALIVE as ALIVE  # the field that every row is born with, and a column of every table
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, Mark, Outcome, Place, PlanInfo, Row, Update
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.setting import Setting
from mkplanner.models.store.bulk import BLOCK, built, each_once, only, parsed
from mkplanner.models.timeframes.record import from_record, to_record
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.records import frozen


def to_text(value: object) -> str:
    """Write a JSON value in the one way the log keeps it."""
    return _encoded(value)


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@frozen
class Codec:
    """How one type of value is kept: `dump` makes a JSON value of it, `load` takes it back and raises ValueError.

    `composed` values keep their JSON in the column, too. `load_all` takes a whole column back where that is much quicker than
    one value after another, though no two may be alike. `parts` is the class of a value whose fields a picture keeps in
    columns of their own; see `pictures`.
    """

    dump: Callable[[Any], Any]
    load: Callable[[Any], Any]
    is_number: bool = False
    composed: bool = False
    load_all: Callable[[Sequence[Any]], Iterable[Any]] | None = None
    parts: type | None = None


def _same(value: Any) -> Any:
    return value


_LARGEST_NUMBER = 2**53


def _checked(kind: type[Any]) -> Callable[[Any], Any]:
    def load(value: Any) -> Any:
        if type(value) is not kind or (isinstance(value, int) and abs(value) > _LARGEST_NUMBER):
            raise ValueError(f"{str(value)[:40]!r} where a value of type {kind.__name__} belongs")
        return value

    return load


def _load_date(value: Any) -> date:
    return date.fromisoformat(_TEXT(value))


def _load_truth(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError("neither true nor false")
    return bool(value)


def _load_words(value: Any) -> tuple[str, ...]:
    return tuple(_TEXT(word) for word in _LIST(value))


def _dump_place(place: Place) -> dict[str, Any]:
    return {"order": place.order, "parent": place.parent}


def _load_place(value: Any) -> Place:
    parent = _MAPPING(value).get("parent")
    return Place(None if parent is None else _TEXT(parent), _TEXT(value.get("order")))


_PLAIN_PLACE = re.compile(r'\{"order":"([^"\\\x00-\x1f]*)","parent":(?:null|"([^"\\\x00-\x1f]+)")\}')
"""A place in the log's one way of writing, without anything that JSON would have to escape."""


_STARTS_AS_PLACE = methodcaller("startswith", '{"order":"')


def _load_places(column: Sequence[Any]) -> list[Place]:
    """Take a column of places apart as text, which is all there is to do where every one of them is a plain one.

    That is so where as many are found as there are texts, each text begins one, and nothing is left over in between.
    """
    whole = "".join(only({str}, column))
    found = _PLAIN_PLACE.findall(whole)
    if len(found) != len(column) or not all(map(_STARTS_AS_PLACE, column)):
        return _load_any_places(column)
    orders, parents = zip(*found, strict=True)
    at_top = parents.count("")
    frames = at_top * len('{"order":"","parent":null}') + (len(found) - at_top) * len('{"order":"","parent":""}')
    if frames + len("".join(orders)) + len("".join(parents)) != len(whole):
        return _load_any_places(column)
    return built(Place, [parent or None for parent in parents], orders)


def _load_any_places(column: Sequence[Any]) -> list[Place]:
    values = only({dict}, parsed(column))
    parents = only({str, type(None)}, [value.get("parent") for value in values])
    return built(Place, parents, only({str}, [value.get("order") for value in values]))


_TEXT, _LIST, _MAPPING = _checked(str), _checked(list), _checked(dict)

_CODECS: dict[Any, Codec] = {
    str: Codec(_same, _TEXT, load_all=partial(only, {str})),
    int: Codec(_same, _checked(int), is_number=True),
    bool: Codec(_same, _load_truth, is_number=True),
    date: Codec(date.isoformat, _load_date),
    Place: Codec(_dump_place, _load_place, composed=True, load_all=_load_places, parts=Place),
    Timeframe: Codec(to_record, from_record, composed=True),
    tuple: Codec(list, _load_words, composed=True),
}


def _codec(hint: Any) -> Codec:
    """Return the codec for a field's type; `X | None` lets null through."""
    if isinstance(hint, UnionType):
        return _or_none(_codec(next(part for part in get_args(hint) if part is not type(None))))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Codec(str, hint)
    return _CODECS[get_origin(hint) or hint]


def _or_none(inner: Codec) -> Codec:
    return Codec(
        lambda value: None if value is None else inner.dump(value),
        lambda value: None if value is None else inner.load(value),
        inner.is_number,
        inner.composed,
    )


class KindMap:
    """One kind of row: its name in the log and in the tables, and how each field is kept.

    `words` are the fields with a date in them; each has a column more, with the author's words.
    """

    def __init__(self, name: str, row: type[Any]) -> None:
        self.name = name
        self.row = row
        hints = get_type_hints(row, vars(sys.modules[row.__module__]), {})
        self.codecs = {field.name: _codec(hints[field.name]) for field in fields(row) if field.name != "id"}
        self.words = tuple(name for name in self.codecs if Timeframe in (hints[name], *get_args(hints[name])))

    @cached_property
    def defaults(self) -> Mapping[str, str]:
        """What each field holds in the log's JSON when nobody has ever written it. Part of the format: never altered."""
        required = [field for field in fields(self.row) if field.default is MISSING]
        return self.texts(self.row(*("" for _ in required)))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the state table, the row's own first."""
        return ("id", *self.codecs, *(f"{name}_words" for name in self.words), ALIVE)

    def texts(self, row: Row) -> dict[str, str]:
        """Return every field of a row as the log keeps it."""
        return {name: self.text(name, row) for name in self.codecs}

    def text(self, name: str, row: Row) -> str:
        """Return one field of a row as the log keeps it."""
        return to_text(self.codecs[name].dump(getattr(row, name)))

    def to_columns(self, id_: str, texts: Mapping[str, str], *, alive: bool) -> tuple[Any, ...]:
        """Return the state table's columns for what the log says; names that this program does not know are passed over.

        Raises ValueError where a value is none that the field can hold.
        """
        values: list[Any] = [id_]
        words = []
        defaults = self.defaults
        for name, codec in self.codecs.items():
            text = texts.get(name, defaults[name])
            if not codec.composed:
                values.append(_plain(codec.load, text) if len(text) < _SHORT else _plain_once(codec.load, text))
            else:
                loaded = self._composed(name, text)
                values.append(None if loaded is None else text)
                if name in self.words:
                    words.append(None if loaded is None else loaded.words)
        return (*values, *words, int(alive))

    def to_row(self, columns: Sequence[Any]) -> Any:
        """Return the row that a state table's columns hold. Raises ValueError for a value that the field cannot hold."""
        return self.to_rows([columns])[0]

    def to_rows(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """Return the rows for many rows of the state table, which is much quicker than one by one; see `to_row`."""
        made: list[Any] = []
        for start in range(0, len(rows), BLOCK):
            ids, *columns = zip(*rows[start : start + BLOCK], strict=True)
            loaded = (load_column(codec, column) for codec, column in zip(self.codecs.values(), columns, strict=False))
            made += built(self.row, ids, *loaded)
        return made

    def loaded(self, name: str, text: str) -> Any:
        """Return the value of a field that a text of the log holds. Raises ValueError where the field cannot hold it."""
        codec = self.codecs[name]
        return self._composed(name, text) if codec.composed else codec.load(_parsed(text))

    def _composed(self, name: str, text: str) -> Any:
        return _loaded(self.codecs[name].load, text)


def load_column(codec: Codec, column: Sequence[Any]) -> Iterable[Any]:
    """Return the values that a column of a state table holds. Raises ValueError for one that the field cannot hold."""
    if codec.load_all is not None:
        return codec.load_all(column)
    if not codec.composed:
        return each_once(codec.load, column)
    return each_once(lambda text: None if text is None else _loaded(codec.load, text), column)


def _plain_once(load: Callable[[Any], Any], text: str) -> Any:
    """Return what a column holds for a text of the log. Raises ValueError where the field cannot hold it."""
    value = _parsed(text)
    load(value)
    return int(value) if isinstance(value, bool) else value


_SHORT = 100
"""Characters; shorter values, such as letters and the ids of rows, come again and again, and are looked at once."""
_plain = lru_cache(maxsize=4096)(_plain_once)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("a value nested too deeply") from error


@lru_cache(maxsize=16_384)
def _loaded(load: Callable[[Any], Any], text: str) -> Any:
    """Parse a composed value once: plans repeat the same dates, and frozen values can be shared."""
    try:
        return load(_parsed(text))
    except (TypeError, KeyError, AttributeError, OverflowError) as error:
        raise ValueError(f"a value that cannot be read: {error}") from error


KINDS: dict[str, KindMap] = {
    name: KindMap(name, row)
    for name, row in (
        ("plan", PlanInfo),
        ("item", Item),
        ("party", Party),
        ("assignment", Assignment),
        ("update", Update),
        ("outcome", Outcome),
        ("mark", Mark),
        ("dependency", Dependency),
        ("setting", Setting),
        ("baseline", Baseline),
    )
}
"""Every kind of row by its name in the file."""

KIND_OF: dict[type, KindMap] = {kind.row: kind for kind in KINDS.values()}
"""The same by the row's class."""
