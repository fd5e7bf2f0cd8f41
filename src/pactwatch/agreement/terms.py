"""Time terms and conditions of the agreement file: text to tree and back (grammar: terms.lark).

"72 hours after acceptance"   <->   Within(72, "hour", "acceptance")
"a is fulfilled and not b is overdue"   <->   AllOf((StateIs(...), Not(StateIs(...))))
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedInput, v_args

from pactwatch.agreement.nearest import find_nearest
from pactwatch.model.terms import (
    STATES,
    UNITS,
    AllOf,
    AnyOf,
    AtOnce,
    By,
    Condition,
    Due,
    Happened,
    Keeps,
    Not,
    StateIs,
    Within,
)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: Words of the grammar: no actor, anchor, phase or provision may be called so.
RESERVED = ("after", "and", "at", "before", "by", "happened", "has", "is", "keeps", "not", "or")

#: Brackets and "not" together; deeper terms cannot be read by a person either.
MAX_DEPTH = 40

_WORDS = {
    "AFTER": ("after",),
    "BEFORE": ("before",),
    "BY": ("by",),
    "AT": ("at",),
    "IS": ("is",),
    "KEEPS": ("keeps",),
    "HAS": ("has",),
    "HAPPENED": ("happened",),
    "AND": ("and",),
    "OR": ("or",),
    "NOT": ("not",),
    "UNIT": tuple(f"{unit}s" for unit in UNITS),
    "MONTH": MONTHS,
    "STATE": STATES,
}

_OTHERS = {
    "ID": "a name",
    "INT": "a number",
    "ISO_DAY": "a day such as 2032-03-31",
    "LPAR": '"("',
    "RPAR": '")"',
}


class TermError(ValueError):
    """A term that does not parse. ``column`` counts from 1 inside the text."""

    def __init__(self, message: str, column: int, nearest: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.nearest = nearest


@lru_cache(maxsize=4096)
def parse_due(text: str) -> Due:
    """A time term as a tree. Raises TermError with the column."""
    return cast(Due, _parse(text, "due"))


@lru_cache(maxsize=4096)
def parse_condition(text: str) -> Condition:
    """A condition as a tree. Raises TermError with the column."""
    return cast(Condition, _parse(text, "condition"))


def format_due(due: Due) -> str:
    """The canonical text, which parses back to the same tree."""
    match due:
        case Within(amount, unit, anchor, before):
            plural = unit if amount == 1 else f"{unit}s"
            return f"{amount} {plural} {'before' if before else 'after'} {anchor}"
        case By(day):
            return f"by {day.day} {MONTHS[day.month - 1]} {day.year:04}"
        case AtOnce(anchor):
            return f"at {anchor}"


def format_condition(condition: Condition) -> str:
    """The canonical text, which parses back to the same tree."""
    match condition:
        case StateIs(subject, state):
            return f"{subject} is {state}"
        case Keeps(actor, provision):
            return f"{actor} keeps {provision}"
        case Happened(anchor):
            return f"{anchor} has happened"
        case Not(part):
            return f"not {_format_inner(part, (AllOf, AnyOf))}"
        case AllOf(parts):
            return " and ".join(_format_inner(part, (AllOf, AnyOf)) for part in parts)
        case AnyOf(parts):
            return " or ".join(_format_inner(part, (AnyOf,)) for part in parts)


def _format_inner(part: Condition, bracketed: tuple[type, ...]) -> str:
    text = format_condition(part)
    return f"({text})" if isinstance(part, bracketed) else text


def _parse(text: str, start: str) -> Any:
    if len(re.findall(r"\(|\bnot\b", text)) > MAX_DEPTH:
        raise TermError(f"more than {MAX_DEPTH} brackets and negations in one term", 1)
    try:
        return _parser().parse(text, start=start)
    except UnexpectedInput as error:
        raise _explain(text, error) from None


@cache
def read_grammar() -> str:
    """The grammar's text, as shown in docs/agreement-file.md."""
    return files("pactwatch.agreement").joinpath("terms.lark").read_text(encoding="utf-8")


@cache
def _parser() -> Lark:
    return Lark(read_grammar(), parser="lalr", start=["due", "condition"], transformer=_ToTree())


@v_args(inline=True)
class _ToTree(Transformer[Any, Any]):
    """Called at each reduction, so that depth costs no recursion; ``_`` are the words between."""

    def after(self, amount: Token, unit: str, _: str, anchor: str) -> Within:
        return Within(_read_amount(amount), str(unit).removesuffix("s"), str(anchor))

    def before(self, amount: Token, unit: str, _: str, anchor: str) -> Within:
        return Within(_read_amount(amount), str(unit).removesuffix("s"), str(anchor), before=True)

    def by_day(self, _: str, day: Token, month: str, year: str) -> By:
        return By(_read_day(day, int(year), MONTHS.index(str(month)) + 1, int(day)))

    def by_iso(self, _: str, day: Token) -> By:
        return By(_read_day(day, *(int(part) for part in day.split("-"))))

    def at_once(self, _: str, anchor: str) -> AtOnce:
        return AtOnce(str(anchor))

    def state_is(self, subject: str, _: str, state: str) -> StateIs:
        return StateIs(str(subject), " ".join(state.split()))

    def keeps(self, actor: str, _: str, provision: str) -> Keeps:
        return Keeps(str(actor), str(provision))

    def happened(self, anchor: str, *_: str) -> Happened:
        return Happened(str(anchor))

    def negated(self, _: str, part: Condition) -> Not:
        return Not(part)

    def all_of(self, *parts: Condition | Token) -> AllOf:
        return AllOf(_drop_words(parts))

    def any_of(self, *parts: Condition | Token) -> AnyOf:
        return AnyOf(_drop_words(parts))


def _drop_words(parts: Sequence[Condition | Token]) -> tuple[Condition, ...]:
    return tuple(part for part in parts if not isinstance(part, Token))


def _read_amount(token: Token) -> int:
    amount = int(token)
    if amount < 1:
        raise TermError('the number must be at least 1; write "at ..." for at once', token.column or 1)
    return amount


def _read_day(token: Token, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise TermError("there is no such day in the calendar", token.column or 1) from None


def _explain(text: str, error: UnexpectedInput) -> TermError:
    expected = _find_expected(error)
    words = [word for name in sorted(expected) for word in _WORDS.get(name, ())]
    others = [_OTHERS[name] for name in sorted(expected) if name in _OTHERS]
    choices = others + [f'"{word}"' for word in words]
    at = _find_place(text, error)
    found = re.match(r"[\w-]+|\S", text[at:])
    if found is None:
        return TermError(f"the term ends too early; expected {_join(choices)}", at + 1)
    message = f'"{found[0]}" does not fit here; expected {_join(choices)}'
    pair = re.match(r"[\w-]+(?: [\w-]+)?", text[at:])
    return TermError(
        message, at + 1, find_nearest(found[0], words) or find_nearest(pair[0] if pair else "", words)
    )


def _find_expected(error: UnexpectedInput) -> Iterable[str]:
    if isinstance(error, UnexpectedCharacters):
        return error.allowed or ()
    return getattr(error, "accepts", None) or getattr(error, "expected", None) or ()


def _find_place(text: str, error: UnexpectedInput) -> int:
    token = getattr(error, "token", None)
    if token is not None and token.type == "$END":
        return len(text)
    return error.pos_in_stream or 0


def _join(choices: list[str]) -> str:
    if not choices:
        return "the end of the term"
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"
