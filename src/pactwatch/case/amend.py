"""A claim as a person amended it; the machine's version stays in the ledger beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, get_args, get_type_hints

from pactwatch.errors import Refused
from pactwatch.model.claim import Claim, Mention, Modality
from pactwatch.model.status import Fact
from pactwatch.model.wire import from_wire, to_wire

#: What can be amended in a claim of any kind; the rest are the values of its kind.
OF_ALL = ("speaker", "hedge", "modality")

#: How a speaker that a person named was found.
BY_REVIEWER = "reviewer"

_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


def list_amendable(claim: Claim) -> tuple[str, ...]:
    """The names of the values that a person can set in a claim."""
    hints = get_type_hints(type(claim.slots))
    return (*OF_ALL, *(name for name, hint in hints.items() if _find_scalar(hint)))


def _find_scalar(hint: Any) -> type | None:
    """The class of a value that can be written as one text, or None."""
    for part in get_args(hint) or (hint,):
        if isinstance(part, type) and issubclass(part, str | bool | int | Decimal | Enum):
            return part
    return None


def amend_claim(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """The claim with some values set; an empty text takes a value away. Its key stays.

    Raises Refused for a name that it does not have and for a value that does not fit.
    """
    data = to_wire(claim.slots)
    for name in changes:
        _check_name(name, claim)
    for name, value in changes.items():
        if name not in OF_ALL:
            data[name] = _parse_value(name, value, claim)
    slots = from_wire(type(claim.slots), {name: value for name, value in data.items() if value is not None})
    return _amend_frame(replace(claim, slots=slots), changes)


def _check_name(name: str, claim: Claim) -> None:
    names = list_amendable(claim)
    if name not in names:
        raise Refused(f'A {claim.kind.value} has no "{name}".', f"It has: {', '.join(names)}.")


def _parse_value(name: str, value: Any, claim: Claim) -> Any:
    """A value as it stands in the wire form. Raises Refused where it does not fit."""
    kind = _find_scalar(get_type_hints(type(claim.slots))[name])
    text = str(value).strip()
    if not text:
        return None
    if kind is bool:
        return _require(_TRUTH.get(text.lower()), name, text, "Write yes or no.")
    if kind is Decimal:
        return _require(_parse_number(text), name, text, "Write a number without a word, such as 395.")
    if kind is not None and issubclass(kind, Enum):
        known = [member.value for member in kind]
        return _require(text if text in known else None, name, text, f"It is one of: {', '.join(known)}.")
    return text


def _parse_number(text: str) -> str | None:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return format(number, "f") if number.is_finite() else None


def _require(value: Any, name: str, text: str, remedy: str) -> Any:
    if value is None:
        raise Refused(f'"{text}" does not fit {name}.', remedy)
    return value


def _amend_frame(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    if "hedge" in changes:
        claim = replace(claim, hedge=changes["hedge"] or None)
    if "modality" in changes:
        known = [member.value for member in Modality]
        remedy = f"It is one of: {', '.join(known)}."
        modality = changes["modality"] if changes["modality"] in known else None
        value = _require(modality, "modality", changes["modality"], remedy)
        claim = replace(claim, modality=Modality(value))
    if "speaker" in changes:
        name = changes["speaker"]
        mentions = (Mention(claim.span, name, how=BY_REVIEWER),) if name else ()
        claim = replace(claim, speakers=mentions)
    return claim


def apply_amendments(facts: Iterable[Fact]) -> list[Fact]:
    """The facts with their claims as people amended them."""
    return [_apply(fact) for fact in facts]


def _apply(fact: Fact) -> Fact:
    changes = fact.judgement.amended if fact.judgement else None
    return replace(fact, claim=amend_claim(fact.claim, changes)) if changes else fact
