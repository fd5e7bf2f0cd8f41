"""Model values to plain JSON data and back: the only place that knows field names on disk.

Every frozen dataclass of the model becomes an object of its fields; empty fields (None,
empty tuples, False) are left out; spans are ``[begin, end]``, days ISO texts, numbers texts.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pactwatch.model.claim import (
    Claim,
    Commitment,
    Condition,
    Event,
    Figure,
    Interpretation,
    Kind,
    Position,
    Progress,
    Statement,
)
from pactwatch.model.source import Span

WIRE_VERSION = "1"

T = TypeVar("T")

#: Turns one value into another; made once for each class and kept.
_Turn = Callable[[Any], Any]

_SLOTS: Mapping[Kind, type] = {
    Kind.STATEMENT: Statement,
    Kind.FIGURE: Figure,
    Kind.EVENT: Event,
    Kind.PROGRESS: Progress,
    Kind.POSITION: Position,
    Kind.CONDITION: Condition,
    Kind.COMMITMENT: Commitment,
    Kind.INTERPRETATION: Interpretation,
}


def to_wire(value: Any) -> Any:
    """A model value as plain JSON data."""
    kind: Any = type(value)
    return _make_encoder(kind)(value)


@cache
def _make_encoder(kind: type) -> _Turn:
    if issubclass(kind, Span):
        return lambda span: [span.begin, span.end]
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, date):
        return kind.isoformat
    if issubclass(kind, Decimal):
        return lambda number: format(number, "f")
    if issubclass(kind, tuple | list):
        return lambda items: [to_wire(item) for item in items]
    if issubclass(kind, Mapping):
        return lambda items: {key: to_wire(item) for key, item in items.items()}
    return _make_fields_encoder(kind) if is_dataclass(kind) else _same


def _make_fields_encoder(kind: type) -> _Turn:
    names = tuple(field.name for field in fields(kind))

    def encode(value: Any) -> dict[str, Any]:
        pairs = ((name, getattr(value, name)) for name in names)
        return {name: to_wire(item) for name, item in pairs if not _is_empty(item)}

    return encode


def _is_empty(item: Any) -> bool:
    return item is None or item is False or (not item and isinstance(item, tuple | str))


def _same(value: Any) -> Any:
    return value


def from_wire(kind: type[T], data: Any) -> T:
    """Plain JSON data back to a model value of the given class.

    Raises KeyError or ValueError where the data is not of that shape.
    """
    hint: Any = kind
    decode = _make_claim_decoder(Kind(data["kind"])) if kind is Claim else _make_decoder(hint)
    result: T = decode(data)
    return result


@cache
def _make_claim_decoder(kind: Kind) -> _Turn:
    return _make_fields_decoder(Claim, {"slots": _SLOTS[kind]})


@cache
def _make_decoder(hint: Any) -> _Turn:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        decode = _make_decoder(next(part for part in get_args(hint) if part is not type(None)))
        return lambda data: None if data is None else decode(data)
    if origin is tuple:
        decode = _make_decoder(get_args(hint)[0])
        return lambda data: tuple([decode(item) for item in data])
    if origin is not None or not isinstance(hint, type):
        return _same
    if hint is Span:
        return lambda data: Span(data[0], data[1])
    return _make_fields_decoder(hint, {}) if is_dataclass(hint) else _make_scalar_decoder(hint)


def _make_scalar_decoder(kind: type) -> _Turn:
    if issubclass(kind, date):
        return kind.fromisoformat
    return kind if issubclass(kind, Enum | Decimal) else _same


def _make_fields_decoder(kind: type, known: Mapping[str, type]) -> _Turn:
    hints = {**get_type_hints(kind), **known}
    turns = {field.name: _make_decoder(hints[field.name]) for field in fields(kind)}
    empty = {field.name: _left_out(field, hints) for field in fields(kind)}
    plain = frozenset(name for name, turn in turns.items() if turn is _same)

    def decode(data: Mapping[str, Any]) -> Any:
        values = empty.copy()
        for name, item in data.items():
            values[name] = item if name in plain else turns[name](item)
        return kind(**values)

    return decode


def _left_out(field: Field[Any], hints: Mapping[str, Any]) -> Any:
    """The value that a field had when it was left out: its default, or its empty value."""
    if field.default is not MISSING:
        return field.default
    hint = hints[field.name]
    if hint is str:
        return ""
    if get_origin(hint) is tuple:
        return ()
    return False if hint is bool else None
