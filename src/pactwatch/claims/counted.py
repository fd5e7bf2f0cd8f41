"""What a number counts, as a phrase and as a noun in the singular, and by whom it was done to them."""

from pactwatch.claims.bare import is_label
from pactwatch.claims.effect_words import Effect, is_adjective
from pactwatch.claims.groups import extend_group, find_group_behind, is_counted_noun, is_plural
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.shares import find_share_subject
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import find_main_subject
from pactwatch.language.lexicon import word_set

_ATTACKS = word_set("figures.attacks")
_NOT_GROUPS = word_set("figures.not-groups")
THINGS = word_set("counted.things")
_OTHERS = ("others", "other")
#: What happens to people, so that no thing named before is what a bare number counts.
HARMS = frozenset(
    ("killed", "wounded", "killed or wounded", "missing", "displaced", "detained", "abducted", "held")
)
_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "bodies": "body",
    "passersby": "passerby",
    "caches": "cache",
}


def find_counted(sheet: Sheet, unit: Unit, quantity: Quantity, effect: Effect | None) -> tuple[str, str]:
    """The phrase of what is counted and its head; from "Palestinian deaths" where the number
    stands alone, and from the sentence's other group for "others"."""
    if quantity.span_of:
        return unit.span(quantity.number.first, quantity.last).of(sheet.text), quantity.span_of
    if quantity.group is not None and quantity.head not in _OTHERS:
        first, last = quantity.group
        owner = _owner(sheet, unit, first)
        words = unit.span(*extend_group(unit, quantity.group)).of(sheet.text)
        head = unit.tokens[last - 1].text if unit.tags[last - 1] == "P" else quantity.head
        return (f"{words} of {owner}" if owner else words), singular(head)
    if quantity.is_share:
        return _of_share(sheet, unit, quantity) or ("share", "share")
    if effect is not None and effect.rule == "running total":
        total = _of_total(sheet, unit, effect.place)
        if total is not None:
            return total
    earlier = _group_before(unit, quantity, effect is not None and effect.name in HARMS)
    return earlier if earlier is not None else ("people", "person")


def find_labelled(unit: Unit, quantity: Quantity, named: bool) -> tuple[str, str] | None:
    """All vessels: 412; Barges from the north: none; with ``named`` also a word that may be a name"""
    if not is_label(unit, quantity):
        return None
    places = range(quantity.first)
    nouns = (
        unit.low(at)
        for at in places
        if unit.tags[at] == "N" or (unit.tags[at] == "P" and (named or unit.tag(at + 1) != ":"))
    )
    noun = next((low for low in nouns if is_plural(low)), None)
    return (noun, singular(noun)) if noun else None


def _of_total(sheet: Sheet, unit: Unit, place: int) -> tuple[str, str] | None:
    """the number of [munitions] now totals; the [Palestinian] deaths rose to"""
    group = find_group_behind(unit, place + 2) if unit.low(place + 1) == "of" else None
    if group is not None:
        return unit.span(*group).of(sheet.text), singular(unit.low(group[1] - 1))
    if unit.tag(place - 1) not in "PN" or unit.low(place) in ("toll", "dead"):
        return None
    words = unit.span(place - 1, place).of(sheet.text)
    return words, singular(words)


def _of_share(sheet: Sheet, unit: Unit, quantity: Quantity) -> tuple[str, str] | None:
    """What a share is of where it is the subject: Aer Lingus [shares] on the stock exchange fell 2.5 %"""
    subject = find_share_subject(unit, quantity.first, quantity.last)
    return (unit.span(*subject).of(sheet.text), _head_of(unit, subject.last - 1)) if subject else None


def _head_of(unit: Unit, place: int) -> str:
    """The noun in the singular; a name keeps its s where no number goes with it: Aer Lingus"""
    opens = place == 0 and unit.low(1) in ("of", "in", "from")
    return unit.tokens[place].text if unit.tags[place] == "P" and not opens else singular(unit.low(place))


def _owner(sheet: Sheet, unit: Unit, first: int) -> str | None:
    """three of its soldiers: whose they are, by the sentence's subject"""
    if unit.low(first - 2) != "of" or unit.low(first - 1) not in ("its", "their", "his", "her"):
        return None
    subject = find_main_subject(unit, first - 2)
    if subject is None or "P" not in unit.tags[subject.first : subject.last]:
        return None
    return " ".join(unit.tokens[at].text for at in range(*subject) if unit.tags[at] == "P")


def _group_before(unit: Unit, quantity: Quantity, is_harm: bool) -> tuple[str, str] | None:
    """The counted noun that stands before: 57,700 Palestinians ... and over 100,000 others"""
    for place in range(quantity.first - 1, -1, -1):
        low = unit.low(place)
        if is_harm and unit.tags[place] == ";":
            return None
        if unit.tag(place + 1) == "N" or is_adjective(unit, place):
            continue
        named = unit.tags[place] == "P" and unit.tag(place - 1) == "0" and low not in _NOT_GROUPS
        if named or (unit.tags[place] == "N" and is_counted_noun(low) and low not in _OTHERS):
            words = unit.tokens[place].text
            head = singular(words if unit.tags[place] == "P" else low)
            if not (is_harm and head in THINGS):
                return words, head
    return None


def singular(low: str) -> str:
    """The singular of a counted noun, by rule; a name keeps its capital."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses")):
        return low[:-2]
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
