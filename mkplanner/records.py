"""Frozen dataclasses that are quick to make: a plan's window needs some two hundred of them before it can be seen.

`dataclasses` writes the text of up to six functions for each class and has Python translate it. Here a class shares all of
them with the others but the one that fills it, and that is translated when the first of its kind is made. In all else it is
such a dataclass: `fields`, `replace` and `asdict` work on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(made: Any = None, /, *, slots: bool = True) -> Any:
    """Make a class a frozen dataclass; without `slots` where it keeps what it has worked out, as by `cached_property`."""

    def make(cls: type) -> type:
        cls = dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        told = [each.name for each in fields(cls) if each.repr]
        compared = [each.name for each in fields(cls) if each.compare]
        values = attrgetter(*compared) if compared else _nothing
        _add(cls, __init__=_first(cls), __repr__=_repr(told), __eq__=_eq(values), __hash__=_hash(values))
        _add(cls, __setattr__=_refuse, __delattr__=_refuse)
        if slots:
            _add(cls, __getstate__=_state, __setstate__=_restore)
        return cls

    return make if made is None else make(made)


def _add(cls: type, **methods: Callable[..., Any]) -> None:
    """Give a class the methods that it has not written itself."""
    for name, method in methods.items():
        if name not in cls.__dict__ or (name == "__hash__" and cls.__dict__[name] is None):
            setattr(cls, name, method)


def _first(cls: type) -> Callable[..., None]:
    """What fills the first of a class, and leaves a quicker way to those that follow."""

    def fill(self: Any, *given: Any, **named: Any) -> None:
        if cls.__dict__["__init__"] is fill:
            cls.__init__ = _filling(cls)  # type: ignore[misc]
        cls.__init__(self, *given, **named)  # type: ignore[misc]

    return fill


def _filling(cls: type) -> Callable[..., None]:
    """Translate what fills a class: its fields in their order, by place or by name."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_NOTHING": MISSING}
    given, lines = [], []
    for each in fields(cls):
        name = each.name
        known[f"_default_{name}"], known[f"_make_{name}"] = each.default, each.default_factory
        is_made = each.default_factory is not MISSING
        is_needed = each.default is MISSING and not is_made
        given.append(name if is_needed else f"{name}=_default_{name}")
        lines.append(
            f" _set(self, {name!r}, {f'_make_{name}() if {name} is _NOTHING else {name}' if is_made else name})"
        )
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join((f"def __init__(self, {', '.join(given)}):", *lines, " return")), known)
    filling: Callable[..., None] = known["__init__"]
    return filling


def _repr(told: Iterable[str]) -> Callable[[Any], str]:
    def tell(self: Any) -> str:
        words = ", ".join(f"{name}={getattr(self, name)!r}" for name in told)
        return f"{type(self).__qualname__}({words})"

    return tell


def _eq(values: Callable[[Any], Any]) -> Callable[[Any, object], bool]:
    def compare(self: Any, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return compare


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    def add_up(self: Any) -> int:
        return hash(values(self))

    return add_up


def _nothing(_: Any) -> tuple[()]:
    return ()


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise FrozenInstanceError(f"cannot alter {name!r} of a {type(self).__qualname__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
