"""Single values of the agreement file: text to dates, counts, rates, ratios, names, terms.

Each parser raises Wrong, which says what is wrong, why, and what to write instead.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from pactwatch.agreement.nearest import find_nearest
from pactwatch.agreement.terms import RESERVED, TermError, parse_condition, parse_due
from pactwatch.model.agreement import EFFECTS, Accrual, Role
from pactwatch.model.status import Mark
from pactwatch.model.terms import WHOLE, Condition, Due

T = TypeVar("T")

PERIODS = ("hour", "day", "week", "month", "year")
BOUNDS = ("at least", "at most")
ROLES = tuple(role.value for role in Role)
ACCRUALS = tuple(accrual.value for accrual in Accrual)
MARKS = tuple(mark.value for mark in Mark)

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_RATE = re.compile(rf"(?:(at least|at most) )?({_NUMBER})(?: (?:an?|per|each|every) (\w+))?")
_RATIO = re.compile(rf"({_NUMBER}) for (?:each|every) (\S.*)")
_TALLY = re.compile(r"(\d+) of (\d+)")


class Wrong(ValueError):
    """A value that does not fit. ``offset`` counts from 1 inside the text (0: the whole)."""

    def __init__(
        self, code: str, message: str, hint: str = "", nearest: str | None = None, offset: int = 0
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.nearest = nearest
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Rate:
    """So many per period, as a floor or a cap where ``bound`` says so."""

    number: Decimal
    per: str
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many for each of something."""

    number: Decimal
    each: str


def parse_text(value: Any) -> str:
    """One text, without space around it."""
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "a mapping"
        raise Wrong("A203", f"is {kind}; one text is expected.", "Write one text.")
    if not value.strip():
        raise Wrong("A204", "is empty.", "Give it a value, or delete the key.")
    return value.strip()


def parse_texts(value: Any) -> list[Any]:
    """A list of texts; the items are checked one by one."""
    if isinstance(value, list):
        return value
    kind = f'the text "{value}"' if isinstance(value, str) else "a mapping"
    hint = f"Write [{value}]." if isinstance(value, str) else "Write [one, two]."
    raise Wrong("A203", f"is {kind}; a list is expected.", hint)


def parse_names(value: Any) -> list[Any]:
    """One name or a list of names, as a list."""
    return value if isinstance(value, list) else [parse_text(value)]


def parse_id(value: Any) -> str:
    """A name such as ``harbour-board``."""
    text = parse_text(value)
    if text in RESERVED or text == WHOLE:
        hint = f"These words cannot be names: {', '.join((*RESERVED, WHOLE))}."
        raise Wrong("A209", f'"{text}" is a word of the terms and cannot be a name.', hint)
    if not ID.fullmatch(text):
        hint = "A name begins with a letter and has only a-z, 0-9 and single hyphens: harbour-board."
        raise Wrong("A205", f'"{text}" is not a name.', hint, _make_id(text))
    return text


def _make_id(text: str) -> str | None:
    made = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return made if ID.fullmatch(made) else None


def parse_day(value: Any) -> date:
    """A day such as 2031-05-10."""
    text = parse_text(value)
    if not _DAY.fullmatch(text):
        raise Wrong("A206", f'"{text}" is not a day.', "Write the year first: 2031-05-10.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong("A206", f"{text} is not in the calendar.", "Check month and day.") from None


def parse_count(value: Any) -> int:
    """A whole number of at least 1; commas between thousands are fine."""
    text = parse_text(value)
    if not re.fullmatch(r"-?(\d{1,3}(,\d{3})+|\d+)", text):
        raise Wrong("A207", f'"{text}" is not a whole number.', "Write digits: 48.")
    count = int(text.replace(",", ""))
    if count < 1:
        hint = 'Leave "count" out where nothing is counted.'
        raise Wrong("A207", f"is {count}; a count is at least 1.", hint)
    return count


def parse_flag(value: Any) -> bool:
    """true or false."""
    text = parse_text(value)
    if text.lower() not in ("true", "false", "yes", "no"):
        raise Wrong("A203", f'is "{text}"; true or false is expected.', "Write true, or leave the key out.")
    return text.lower() in ("true", "yes")


def parse_rate(value: Any) -> Rate:
    """ "600 a day", "at least 60 a day"."""
    text = parse_text(value)
    hint = 'Write it as "600 a day" or "at least 4,200 a week".'
    match = _RATE.fullmatch(text)
    if match is None:
        raise Wrong("A208", f'"{text}" is not a rate.', hint)
    bound, number, per = match.groups()
    if per is None:
        raise Wrong("A208", f'"{text}" is a rate without a period.', hint)
    if per not in PERIODS:
        message = f'"{per}" is not a period; one of {", ".join(PERIODS)} is expected.'
        raise Wrong("A208", message, hint, find_nearest(per, PERIODS), match.start(3) + 1)
    return Rate(_parse_positive(number, "A208", match.start(2) + 1), per, bound)


def parse_ratio(value: Any) -> Ratio:
    """ "15 for each deceased hostage"."""
    text = parse_text(value)
    match = _RATIO.fullmatch(text)
    if match is None:
        raise Wrong("A208", f'"{text}" is not a ratio.', 'Write it as "2 for each crew member".')
    return Ratio(_parse_positive(match[1], "A208", 1), match[2])


def _parse_positive(text: str, code: str, offset: int) -> Decimal:
    number = Decimal(text.replace(",", ""))
    if number <= 0:
        raise Wrong(code, f"{text} is not more than 0.", "Leave the key out.", None, offset)
    return number


def parse_expected(value: Any) -> str:
    """What is expected of a provision: "47 of 48", or a word of the board."""
    text = parse_text(value)
    tally = _TALLY.fullmatch(text)
    if tally and int(tally[1]) <= int(tally[2]) and int(tally[2]) > 0:
        return text
    if text in MARKS:
        return text
    hint = f'Write "47 of 48" or one of: {", ".join(MARKS)}.'
    raise Wrong("A210", f'"{text}" cannot be expected.', hint, find_nearest(text, MARKS))


def parse_due_field(value: Any) -> Due:
    """A time term."""
    hint = 'Time terms: "72 hours after acceptance", "by 31 March 2032", "at truce".'
    return _parse_term(parse_due, value, "A401", "time term", hint)


def parse_condition_field(value: Any) -> Condition:
    """A condition."""
    hint = 'Conditions: "crews is fulfilled", "north keeps ceasefire", "truce has happened".'
    return _parse_term(parse_condition, value, "A402", "condition", hint)


def _parse_term(parse: Callable[[str], T], value: Any, code: str, what: str, hint: str) -> T:
    text = parse_text(value)
    try:
        return parse(text)
    except TermError as error:
        message = f'The {what} "{text}" cannot be read: {error.message}.'
        raise Wrong(code, message, hint, error.nearest, error.column) from None


def make_choice(known: Sequence[str], what: str) -> Callable[[Any], str]:
    """A parser of one word of a fixed list."""

    def parse_choice(value: Any) -> str:
        text = parse_text(value)
        if text not in known:
            message = f'"{text}" is not {what}; one of {", ".join(known)} is expected.'
            raise Wrong("A211", message, "", find_nearest(text, known))
        return text

    return parse_choice


parse_effect = make_choice(EFFECTS, "an effect")
parse_role = make_choice(ROLES, "a role")
parse_accrual = make_choice(ACCRUALS, "a way to accrue")
