"""The tree of an agreement file to its shape, with a Problem for each value that does not fit.

Values that do not fit are taken out, so that the rest can still be checked in the same run.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pactwatch.agreement.fields import Wrong
from pactwatch.agreement.nearest import find_nearest
from pactwatch.agreement.places import Path, Places
from pactwatch.agreement.shape import FileShape
from pactwatch.agreement.tree import Node, Series, Text
from pactwatch.problems import Problem

#: What stands in for a key that every file has, so that the rest can be checked.
_STAND_INS: Mapping[str, Any] = {
    "agreement": "unnamed",
    "title": "unnamed",
    "starts": "0001-01-01",
    "parties": {},
    "provisions": {},
}

_EXPECTED = {
    "dict_type": ("a mapping", 'Write "key: value" lines below it.'),
    "model_type": ("a mapping", 'Write "key: value" lines below it, or {key: value}.'),
    "list_type": ("a list", "Write [one, two], or one item a line after a dash."),
}


def read_shape(places: Places) -> tuple[FileShape, Places, list[Problem]]:
    """The parts of the file that fit, the places with what is faulty, and what does not fit."""
    empty: list[Path] = []
    data = _to_plain(places.tree, (), empty)
    shape, errors = _validate(data)
    problems = [_explain_empty(path, places) for path in empty]
    problems += [problem for error in errors if (problem := _explain(error, places))]
    paths = [*empty, *(error["loc"] for error in errors)]
    while shape is None:
        for error in errors:
            _take_out(data, error)
        shape, errors = _validate(data)
    return shape, replace(places, faulty=frozenset(tuple(path[:2]) for path in paths)), problems


def _validate(data: dict[str, Any]) -> tuple[FileShape | None, list[ErrorDetails]]:
    try:
        return FileShape.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False, include_input=True)


def _to_plain(node: Node, path: tuple[str | int, ...], empty: list[Path]) -> Any:
    """Plain data of a node; keys without a value are left out, and their paths put under ``empty``."""
    if isinstance(node, Text):
        return "" if node.is_nothing else node.text
    if isinstance(node, Series):
        return [_to_plain(item, (*path, place), empty) for place, item in enumerate(node.items)]
    return {
        key: _to_plain(value, (*path, key), empty)
        for key, (_, value) in node.entries.items()
        if _has_value(value, (*path, key), empty)
    }


def _has_value(node: Node, path: Path, empty: list[Path]) -> bool:
    if not (isinstance(node, Text) and node.is_nothing):
        return True
    empty.append(path)
    return False


def _explain_empty(path: Path, places: Places) -> Problem:
    hint = "Give it a value, or delete the key."
    return places.report("A204", f'"{path[-1]}" has no value.', path, hint, at_key=True)


def _take_out(data: dict[str, Any], error: ErrorDetails) -> None:
    """Take the faulty value out: a list as a whole, and an entry where a key of it is missing."""
    path = list(error["loc"])
    if path[-1] == "[key]" or error["type"] == "missing":
        path.pop()
    whole = next((at for at, step in enumerate(path) if isinstance(step, int)), len(path))
    path = path[:whole]
    if len(path) <= 1:
        key = str((path or error["loc"])[0])
        data.pop(key, None)
        if key in _STAND_INS:
            data[key] = _STAND_INS[key]
        return
    above: Any = data
    for step in path[:-1]:
        above = above.get(step, {})
    above.pop(path[-1], None)


def _explain(error: ErrorDetails, places: Places) -> Problem | None:
    path = error["loc"]
    if path[-1] == "[key]":
        return _explain_value(error, path[:-1], places, at_key=True)
    match error["type"]:
        case "missing":
            return _explain_missing(path, places)
        case "extra_forbidden":
            return _explain_unknown(path, places)
    return _explain_value(error, path, places)


def _explain_missing(path: Path, places: Places) -> Problem | None:
    if places.has(path):
        return None
    above = f'"{path[-2]}" has no' if len(path) > 1 else "The file has no"
    if len(path) > 1 and isinstance(path[-2], int):
        above = f'An item of "{path[-3]}" has no'
    hint = f'Add "{path[-1]}: ...".'
    return places.report("A202", f'{above} "{path[-1]}".', path[:-1], hint, at_key=True)


def _explain_unknown(path: Path, places: Places) -> Problem:
    known = _find_keys(path[:-1])
    message = f'"{path[-1]}" is not a key here.'
    hint = f"Keys: {', '.join(known)}."
    nearest = find_nearest(str(path[-1]), known)
    return places.report("A201", message, path, hint, nearest=nearest, at_key=True)


def _explain_value(error: ErrorDetails, path: Path, places: Places, *, at_key: bool = False) -> Problem:
    wrong = error.get("ctx", {}).get("error")
    named = f'"{path[-1]}"' if isinstance(path[-1], str) else f'item {path[-1] + 1} of "{path[-2]}"'
    if isinstance(wrong, Wrong):
        message = wrong.message if wrong.message[0] != "i" else f"{named} {wrong.message}"
        return places.report(
            wrong.code, message, path, wrong.hint, nearest=wrong.nearest, at_key=at_key, offset=wrong.offset
        )
    expected, hint = _EXPECTED[error["type"]]
    found = "a list" if isinstance(error["input"], list) else f'the text "{error["input"]}"'
    if isinstance(error["input"], dict):
        found = "a mapping"
    return places.report("A203", f"{named} is {found}; {expected} is expected.", path, hint)


def _find_keys(path: Path) -> list[str]:
    """The keys that the shape at a path has."""
    kind: Any = FileShape
    for step in path:
        kind = _find_below(kind, step)
    return [info.alias or name for name, info in kind.model_fields.items()]


def _find_below(kind: Any, step: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        infos = kind.model_fields.items()
        kind = next(info.annotation for name, info in infos if (info.alias or name) == step)
        return _unwrap(kind)
    return _unwrap(get_args(kind)[-1])


def _unwrap(kind: Any) -> Any:
    while get_origin(kind) in (Annotated, Union, UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
    return kind
