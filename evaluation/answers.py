"""What all tasks of prediction share: an answer, and a line of input as an object."""

import json
from collections.abc import Sequence
from typing import Any

ANSWER = dict[str, Any]


def parse_object(line: str, fields: Sequence[str]) -> dict[str, Any]:
    """The JSON object of a line; raises ValueError where it is none or a field is no string."""
    try:
        tree = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
    if not isinstance(tree, dict):
        raise ValueError("not a JSON object")
    for field in fields:
        if not isinstance(tree.get(field), str):
            raise ValueError(f'"{field}" is missing or is not a string')
    return tree
