"""What a number counts, as a phrase and as a noun in the singular, and by whom it was done to them."""

from pactwatch.claims.effects import Effect
from pactwatch.claims.quantities import Quantity, is_counted_noun
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import find_main_subject
from pactwatch.language.lexicon import word_set

_ATTACKS = word_set("figures.attacks")
_NOT_GROUPS = word_set("figures.not-groups")


def find_group(sheet: Sheet, unit: Unit, quantity: Quantity, effect: Effect | None) -> tuple[str, str]:
    """The phrase of what is counted and its head; from "Palestinian deaths" where the number
    stands alone, and from the sentence's other group for "others"."""
    if quantity.span_of:
        return unit.span(quantity.number.first, quantity.last).of(sheet.text), quantity.span_of
    if quantity.group is not None and quantity.head not in ("others", "other"):
        first, last = quantity.group
        owner = _owner(sheet, unit, first)
        words = unit.span(first, last).of(sheet.text)
        head = unit.tokens[last - 1].text if unit.tags[last - 1] == "P" else quantity.head
        return (f"{words} of {owner}" if owner else words), singular(head)
    if effect is not None and effect.rule == "running total":
        before = unit.tags[effect.place - 1] if effect.place else "."
        if before in "PN" and unit.low(effect.place) != "toll":
            words = unit.span(effect.place - 1, effect.place).of(sheet.text)
            return words, words
    earlier = _group_before(sheet, unit, quantity)
    return earlier if earlier is not None else ("people", "person")


def _owner(sheet: Sheet, unit: Unit, first: int) -> str | None:
    """three of its soldiers: whose they are, by the sentence's subject"""
    if unit.low(first - 2) != "of" or unit.low(first - 1) not in ("its", "their", "his", "her"):
        return None
    subject = find_main_subject(unit, first - 2)
    if subject is None or "P" not in unit.tags[subject.first : subject.last]:
        return None
    return " ".join(unit.tokens[at].text for at in range(*subject) if unit.tags[at] == "P")


def _group_before(sheet: Sheet, unit: Unit, quantity: Quantity) -> tuple[str, str] | None:
    """The counted noun that stands before: 57,700 Palestinians ... and over 100,000 others"""
    for place in range(quantity.first - 1, -1, -1):
        named = unit.tags[place] == "P" and unit.tag(place - 1) == "0" and unit.low(place) not in _NOT_GROUPS
        if named or (unit.tags[place] == "N" and is_counted_noun(unit.low(place))):
            words = unit.tokens[place].text
            return words, singular(words if unit.tags[place] == "P" else unit.low(place))
    return None


def singular(low: str) -> str:
    """The singular of a counted noun, by rule; a name keeps its capital."""
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "bodies": "body"}
    if low in irregular:
        return irregular[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("s") and not low.endswith("ss"):
        return low[:-1]
    return low


def find_doer(sheet: Sheet, unit: Unit, quantity: Quantity, effect: Effect | None) -> str | None:
    """By whom or by what: killed in Israeli shelling of a shelter, by fire"""
    if effect is None or effect.place < quantity.last:
        return None
    place = effect.place + 1
    if unit.low(place) not in ("by", "in") or unit.tag(place + 1) not in "DPNEG":
        return None
    last = place + 1
    while unit.tag(last) in "DPNEGZ" or (unit.low(last) == "of" and unit.tag(last + 1) in "DPN"):
        last += 1
    words = unit.span(place + 1, last).of(sheet.text) if last > place + 1 else None
    if unit.low(place) == "in" and not any(unit.low(at) in _ATTACKS for at in range(place + 1, last)):
        return None
    return words
