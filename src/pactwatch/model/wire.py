"""Model values to plain JSON data and back: the only place that knows field names on disk.

Every frozen dataclass of the model becomes an object of its fields; empty fields (None,
empty tuples, False) are left out; spans are ``[begin, end]``, days ISO texts, numbers texts.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pactwatch.model.claim import Claim, Event, Figure, Kind, Progress, Statement
from pactwatch.model.source import Span

WIRE_VERSION = "1"

T = TypeVar("T")

_SLOTS: Mapping[Kind, type] = {
    Kind.STATEMENT: Statement,
    Kind.FIGURE: Figure,
    Kind.EVENT: Event,
    Kind.PROGRESS: Progress,
}


def to_wire(value: Any) -> Any:
    """A model value as plain JSON data."""
    match value:
        case Span():
            return [value.begin, value.end]
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case tuple() | list():
            return [to_wire(item) for item in value]
        case Mapping():
            return {key: to_wire(item) for key, item in value.items()}
    if is_dataclass(value):
        return _fields_to_wire(value)
    return value


def _fields_to_wire(value: Any) -> dict[str, Any]:
    pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: to_wire(item) for name, item in pairs if not _is_empty(item)}


def _is_empty(item: Any) -> bool:
    return item is None or item is False or item == () or item == ""


def from_wire(kind: type[T], data: Any) -> T:
    """Plain JSON data back to a model value of the given class.

    Raises KeyError or ValueError where the data is not of that shape.
    """
    result: T = _claim_from_wire(data) if kind is Claim else _value_from_wire(kind, data)
    return result


def _claim_from_wire(data: Mapping[str, Any]) -> Any:
    slots = _SLOTS[Kind(data["kind"])]
    return _dataclass_from_wire(Claim, data, {"slots": slots})


def _value_from_wire(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return None if data is None else _value_from_wire(_not_none(kind), data)
    if origin is tuple:
        return tuple(_value_from_wire(get_args(kind)[0], item) for item in data)
    if origin is not None or not isinstance(kind, type):
        return data
    if kind is Span:
        return Span(data[0], data[1])
    if is_dataclass(kind):
        return _dataclass_from_wire(kind, data, {})
    return _scalar_from_wire(kind, data)


def _scalar_from_wire(kind: type, data: Any) -> Any:
    if issubclass(kind, Enum):
        return kind(data)
    if issubclass(kind, date):
        return kind.fromisoformat(data)
    if issubclass(kind, Decimal):
        return Decimal(data)
    return data


def _dataclass_from_wire(kind: type, data: Mapping[str, Any], known: Mapping[str, type]) -> Any:
    values = {}
    for name, hint, default in _shape(kind):
        if name in data:
            values[name] = _value_from_wire(known.get(name, hint), data[name])
        elif default is MISSING:
            values[name] = _empty_of(hint)
    return kind(**values)


def _empty_of(hint: Any) -> Any:
    """The empty value that was left out when the field was written."""
    if hint is str:
        return ""
    if get_origin(hint) is tuple:
        return ()
    if hint is bool:
        return False
    return None


@cache
def _shape(kind: type) -> tuple[tuple[str, Any, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name], field.default) for field in fields(kind))


def _not_none(kind: Any) -> Any:
    return next(part for part in get_args(kind) if part is not type(None))
