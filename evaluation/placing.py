"""Words of an annotation as places in its text."""

import re
from collections.abc import Collection, Sequence
from typing import Any

TREE = dict[str, Any]
Pair = list[int]


class NotThere(ValueError):
    """Words of an annotation that do not stand where it says."""


def check_keys(item: TREE, known: Collection[str], needed: Sequence[str]) -> None:
    """Every key is known, and the words that have to be there are."""
    unknown = sorted(set(item) - set(known))
    if unknown:
        raise NotThere(f"unknown: {', '.join(unknown)} (known: {', '.join(sorted(known))})")
    empty = [key for key in needed if not item.get(key)]
    if empty:
        raise NotThere(f"nothing stands under: {', '.join(empty)}")


def place(words: str, text: str, begin: int, end: int, *, once: bool = False) -> Pair:
    """Where the words stand in ``text[begin:end]``, as whole words; raises NotThere."""
    words = str(words).strip()
    found = _whole(words).search(text, begin, end)
    if found is None:
        raise NotThere(f"{words!r} does not stand in {'the text' if once else 'its place'}")
    if once and _whole(words).search(text, found.start() + 1):
        raise NotThere(f"{words!r} stands in the text more than once")
    return [found.start(), found.end()]


def _whole(words: str) -> "re.Pattern[str]":
    """The words where no letter goes on before or behind: "he" is not in "they"."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    behind = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + re.escape(words) + behind)


def place_near(words: str, text: str, begin: int, end: int) -> Pair:
    """A name may stand anywhere; a place in ``text[begin:end]`` is preferred."""
    try:
        return place(words, text, begin, end)
    except NotThere:
        return place(words, text, 0, len(text))


def choose(value: str, allowed: Sequence[str]) -> str:
    """The value, where it is one of the allowed."""
    if value not in allowed:
        raise NotThere(f"{value!r} is none of: {', '.join(allowed)}")
    return value
