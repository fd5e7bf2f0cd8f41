"""One annotated figure: its words as places, its numbers checked (the form of figures/README.md)."""

import re
from fractions import Fraction

from placing import TREE, NotThere, check_keys, choose, place, place_near

EFFECTS = (
    "killed", "wounded", "missing", "displaced", "detained", "held", "released", "returned", "recovered",
    "entered", "delivered", "pledged", "deployed", "withdrawn", "destroyed", "damaged", "cleared", "cut",
    "ordered", "sold",
)  # fmt: skip
_BOUNDS = ("low", "high", "approx", "of_total")
_DAYS = ("since", "until", "day")
_FLAGS = ("percent", "increment")
_KEYS = frozenset(
    ("at", "number", "hedge", "counted", "effect", "speakers", "window", "per", *_BOUNDS, *_DAYS, *_FLAGS)
)
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def place_figure(item: TREE, text: str) -> TREE:
    """The figure with places for words. What is counted is a place where the text has the word; a noun
    that it only implies stands as it is."""
    check_keys(item, _KEYS, ("at", "number", "counted"))
    begin, end = place(item["at"], text, 0, len(text), once=True)
    placed: TREE = {"number": place(item["number"], text, begin, end)}
    if item.get("hedge"):
        placed["hedge"] = place(item["hedge"], text, begin, end)
    placed |= {key: _number(item[key]) for key in _BOUNDS if item.get(key) is not None}
    if not set(placed) & {"low", "high", "approx"}:
        raise NotThere(f"{item['number']!r} has none of low, high, approx")
    placed["counted"] = [_place_or_word(words, text, begin, end) for words in item["counted"]]
    placed["speakers"] = [place_near(name, text, begin, end) for name in item.get("speakers") or []]
    if item.get("effect"):
        placed["effect"] = choose(item["effect"], EFFECTS)
    if item.get("window"):
        placed["window"] = place_near(item["window"], text, begin, end)
    placed |= {key: _day(item[key]) for key in _DAYS if item.get(key)}
    return placed | {key: item[key] for key in ("per", *_FLAGS) if item.get(key)}


def _number(value: object) -> str:
    try:
        Fraction(str(value))
    except ValueError:
        raise NotThere(f"{value!r} is no number") from None
    return str(value)


def _place_or_word(words: str, text: str, begin: int, end: int) -> list[int] | str:
    try:
        return place_near(words, text, begin, end)
    except NotThere:
        return str(words)


def _day(value: object) -> str:
    if not _DAY.fullmatch(str(value)):
        raise NotThere(f"{value!r} is no year, month or day")
    return str(value)
