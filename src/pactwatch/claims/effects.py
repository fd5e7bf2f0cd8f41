"""What happened to the things that a number counts: killed, returned, entered, pledged ...

Looked for behind the group (have been killed), before the number (killed five people, the
deaths of three, releasing the remaining 48), and in the running total that it belongs to
(bringing the death toll to 400).
"""

from dataclasses import dataclass
from functools import cache

from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import make_forms, read_list, word_set

_REACH_BEHIND = 14
_REACH_BEFORE = 9
_RUNNING = word_set("effects.running")
_TOLL = word_set("effects.toll")
_DUE = word_set("effects.due")
_NEGATED = word_set("effects.negated")


@dataclass(frozen=True, slots=True)
class Effect:
    """What happened, where the word stands, whether it is a running total, whether it is
    still to come (``due``), and the name of the rule."""

    name: str
    place: int
    running: bool
    due: bool
    rule: str


@cache
def _effects() -> dict[str, tuple[str, str]]:
    """Word form to (kind, effect)."""
    forms: dict[str, tuple[str, str]] = {}
    for line in read_list("effects.tsv"):
        kind, word, effect = line.split("\t")
        if kind == "verb":
            for form in make_forms(word).all():
                forms.setdefault(form, (kind, effect))
        elif kind == "noun":
            forms[word] = forms.get(word, (kind, effect)) if word in forms else (kind, effect)
            forms.setdefault(word + "s", (kind, effect))
        else:
            forms[word] = (kind, effect)
    return forms


def find_effect(unit: Unit, quantity: Quantity) -> Effect | None:
    """The effect on what a quantity counts; None where the sentence gives none."""
    behind = _behind(unit, quantity)
    if behind is not None and behind.name in ("held", "detained") and behind.place == quantity.last:
        behind, weak = None, behind
    else:
        weak = None
    return (
        _own_noun(unit, quantity)
        or behind
        or _running_total(unit, quantity)
        or _before(unit, quantity)
        or _inherited(unit, quantity)
        or weak
    )


def _own_noun(unit: Unit, quantity: Quantity) -> Effect | None:
    """400 deaths; 205 wounded"""
    found = _effects().get(quantity.head)
    if (
        found is not None
        and quantity.group
        and (found[0] == "noun" or quantity.head in ("dead", "wounded", "injured"))
    ):
        return Effect(found[1], quantity.group[1] - 1, False, False, "counted noun")
    if quantity.group is None:
        word = _effects().get(unit.low(quantity.number.last))
        if (
            word is not None
            and unit.tag(quantity.number.last) in "EN"
            and unit.low(quantity.number.last) != "to"
        ):
            return Effect(word[1], quantity.number.last, False, False, "bare participle")
    return None


def _behind(unit: Unit, quantity: Quantity) -> Effect | None:
    """people were killed; soldiers killed; all of the hostages have been handed over"""
    auxiliary = False
    for place in range(quantity.last, min(len(unit.tags), quantity.last + _REACH_BEHIND)):
        tag = unit.tags[place]
        if tag in ".;:-" or (
            tag in "0C" and not auxiliary and not _verb_is_shared(unit, quantity.last, place)
        ):
            return None
        auxiliary = auxiliary or tag in "AM"
        if (
            unit.low(place) == "due"
            and effect_of(unit.low(place + 2)) is not None
            and unit.low(place + 1) in ("for", "to")
        ):
            return Effect(effect_of(unit.low(place + 2)) or "", place + 2, False, True, "due for")
        if _in_place(unit, place):
            return Effect(
                "deployed",
                place + 1,
                False,
                auxiliary and "M" in unit.tags[quantity.last : place],
                "in place",
            )
        if _homeward(unit, place) and unit.tag(place + 2) not in "0D":
            return Effect("returned", place, False, "M" in unit.tags[quantity.last : place], "sent home")
        found = _effects().get(unit.low(place))
        if found is not None and (tag in "EV" or found[0] == "adjective"):
            return _judge_behind(unit, quantity, place, auxiliary, found[1])
        if tag in "V" and unit.low(place) not in ("remain", "remains", "lie"):
            return None
        if tag == "E" and not auxiliary and unit.tag(place + 1) not in "I," and unit.low(place) != "remained":
            return None
    return None


def _verb_is_shared(unit: Unit, first: int, place: int) -> bool:
    """5 policemen and 2 civilians were injured: one verb behind both, and none between."""
    if unit.tags[first:place].strip("NPIDZ0C,"):
        return False
    behind = place
    while behind < len(unit.tags) and unit.tags[behind] in "C0NPDIZ,":
        behind += 1
    return behind > place and unit.tag(behind) in "AE" and "C" in unit.tags[first:behind]


def _homeward(unit: Unit, place: int) -> bool:
    """sent home, gone home, let go"""
    return (unit.low(place) in _SENT and unit.low(place + 1) in ("home", "back")) or (
        unit.low(place) in ("let", "set") and unit.low(place + 1) in ("go", "free")
    )


def _in_place(unit: Unit, place: int) -> bool:
    return unit.low(place) == "in" and unit.low(place + 1) in ("place", "position")


_SENT = frozenset(
    ("sent", "gone", "went", "flown", "brought", "taken", "driven", "go", "came", "come", "send", "sends")
)


def _judge_behind(unit: Unit, quantity: Quantity, place: int, auxiliary: bool, effect: str) -> Effect | None:
    words = {unit.low(at) for at in range(quantity.last, place)}
    passive = words & {
        "were",
        "was",
        "been",
        "are",
        "is",
        "be",
        "being",
        "got",
        "left",
        "reported",
        "remain",
        "remained",
    }
    died = unit.low(place) in (
        "died",
        "die",
        "perished",
        "entered",
        "arrived",
        "crossed",
        "returned",
        "passed",
        "dead",
    )
    takes_object = unit.tag(place + 1) in "D0PNZ" and unit.low(place + 1) not in (
        "yesterday",
        "today",
        "over",
    )
    if takes_object and not passive and not died:
        return None
    if words & _NEGATED:
        return None
    due = bool(words & {"must", "will", "would", "should", "shall"}) or (
        {"are", "to"} <= words and "been" not in words
    )
    return Effect(effect, place, False, due, "verb behind")


def _running_total(unit: Unit, quantity: Quantity) -> Effect | None:
    """bringing the death toll since ... to around 400"""
    if unit.low(quantity.first - 1) not in (
        "to",
        "at",
        "past",
        "reached",
        "of",
        "exceeded",
        "is",
        "was",
        "above",
    ):
        return None
    for place in range(quantity.first - 1, max(-1, quantity.first - 22), -1):
        if unit.tags[place] in ".;:":
            return None
        if unit.low(place) in _TOLL:
            before = unit.low(quantity.first - 1)
            if before in ("of", "is", "was") and unit.low(place) not in ("toll", "total"):
                return None
            verb = any(unit.low(at) in _RUNNING for at in range(max(0, place - 9), quantity.first))
            found = _effects().get(unit.low(place)) or _effect_between(unit, place, quantity.first)
            if found is not None and (verb or before in ("of", "is", "was")):
                return Effect(found[1], place, True, False, "running total")
    return None


def _effect_between(unit: Unit, first: int, last: int) -> tuple[str, str] | None:
    """the total number of Palestinians killed since ... to 400"""
    found = (_effects().get(unit.low(place)) for place in range(first, last) if unit.tags[place] in "EN")
    return next((effect for effect in found if (effect is not None and effect[0] != "noun") or effect), None)


def _before(unit: Unit, quantity: Quantity) -> Effect | None:
    """killed five people; the deaths of three soldiers; releasing the remaining 48 captives"""
    for place in range(quantity.first - 1, max(-1, quantity.first - _REACH_BEFORE), -1):
        tag = unit.tags[place]
        if tag in ".;:Q-AMW" or (tag == "," and unit.tag(place - 1) not in "R"):
            return None
        if _homeward(unit, place):
            return Effect("returned", place, False, _is_due(unit, place), "sent home")
        found = _effects().get(unit.low(place))
        if found is not None and tag in "EVGN":
            return _judge_before(unit, quantity, place, tag, found)
        if tag in "VE" or (tag == "0" and place < quantity.first - 1):
            return None
    return None


def _judge_before(
    unit: Unit, quantity: Quantity, place: int, tag: str, found: tuple[str, str]
) -> Effect | None:
    between = [unit.low(at) for at in range(place + 1, quantity.first)]
    if found[0] == "noun" or tag == "N":
        if "of" not in between[:1]:
            return None
        return Effect(found[1], place, False, _is_due(unit, place), "noun before")
    if any(word in ("by", "in", "on", "at", "since", "during", "from", "with", "after") for word in between):
        return None
    if (
        tag == "E"
        and unit.tag(place - 1) == "A"
        and unit.low(place - 1) in ("was", "were", "been", "is", "are")
    ):
        return None
    return Effect(found[1], place, False, _is_due(unit, place), "verb before")


def _is_due(unit: Unit, verb: int) -> bool:
    """Whether it is still to come: are to release, committed to releasing, must release."""
    near = [unit.low(at) for at in range(max(0, verb - 4), verb)]
    if unit.tags[verb] in "E" and "to" not in near:
        return False
    return bool(set(near) & _DUE)


def _inherited(unit: Unit, quantity: Quantity) -> Effect | None:
    """killed three women and [two children]: the effect of the number before"""
    place = quantity.first - 1
    if (unit.low(place - 1), unit.low(place)) in (("along", "with"), ("well", "as"), ("together", "with")):
        return _of_clause_before(unit, place)
    if unit.tag(place) not in "C,":
        return None
    while place > 0 and unit.tags[place] in "C,NPEIDZ":
        if unit.tags[place] == "E" and unit.low(place) in _effects():
            break
        place -= 1
    if unit.tags[place] != "0":
        return None
    for verb in range(place, max(-1, place - _REACH_BEFORE), -1):
        found = _effects().get(unit.low(verb))
        is_verb = found is not None and unit.tags[verb] in "EVG" and found[0] == "verb"
        is_noun = found is not None and unit.tags[verb] == "N" and unit.low(verb + 1) == "of"
        if found is not None and (is_verb or is_noun):
            return Effect(found[1], verb, False, _is_due(unit, verb), "joined number")
    return None


def _of_clause_before(unit: Unit, place: int) -> Effect | None:
    """killed the mayor, as well as [two peasants]: what happened to those named before"""
    for verb in range(place - 2, max(-1, place - 20), -1):
        found = _effects().get(unit.low(verb))
        if unit.tags[verb] in ".;":
            return None
        if found is not None and unit.tags[verb] in "EVG" and found[0] == "verb":
            return Effect(found[1], verb, False, _is_due(unit, verb), "named beside")
    return None


def effect_of(low: str) -> str | None:
    """The effect that a word form names, None where it names none."""
    found = _effects().get(low)
    return found[1] if found is not None else None
