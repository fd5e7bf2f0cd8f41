"""Which stance a word tells where it stands: what its negation turns it into, and where it tells none.

does not support      opposes        would not accept      rejects        has not ruled out    considers
wants to keep         rejects        wants to announce     none           rejected the claim   none
"""

from collections.abc import Mapping, Sequence

from pactwatch.claims.abouts import is_somebody
from pactwatch.claims.lead_words import LeadWord
from pactwatch.claims.led import Led
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.claims.targets import find_to
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Stance

#: What a stance turns into where its word is negated; others tell nothing then.
_TURNED = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OFFERS: Stance.REJECTS,
    Stance.CONSIDERS: Stance.REJECTS,
    Stance.REJECTS: Stance.CONSIDERS,
}
_KEEPING = word_set("necessities.keeping")
_PASSING = word_set("necessities.passing")
#: What leads to a clause tells a wish only where the clause does.
_WITH_CLAUSE = ("verb: insist", "verb: agree")
_NO_CLAUSE = ("on", "upon", "to", "with")
#: Whoever does these to a plan considers it.
_WITH_PLAN = (
    *(f"verb: {verb}" for verb in ("examine", "review", "explore", "assess", "evaluate")),
    *(f"phrase: {look} into" for look in ("look", "looks", "looked", "looking")),
)
_WHAT_IS_PLANNED = word_set("settling.planned")
SAYING_AGAIN = ("reaffirm", "reiterate", "restate")
_SAYING_AGAIN = (
    *(f"verb: {verb}" for verb in SAYING_AGAIN),
    *("phrase: stick", "phrase: stuck", "phrase: stand by", "phrase: stands by", "phrase: stood by"),
)
#: Who agrees to these of another's doing offers it.
_LETTING = ("let", "allow", "permit", "admit", "accept", "receive", "host", "tolerate")
_GIVEN = word_set("settling.given")
_WILLING = frozenset(["will", "would", "won't", "wouldn't"])
_CLAUSE = 10


def settle(unit: Unit, led: Led, forms: Mapping[str, Sequence[LeadWord]]) -> Stance | None:
    """The stance that a word tells where it stands; None where it tells none."""
    told = _told(unit, led, forms)
    if _is_empty(unit, led, told, forms):
        return None
    if "neither" in unit.lows[max(0, led.place - 3) : led.place] and "nor" in unit.lows[led.place :]:
        return Stance.CONSIDERS
    kept = _is_kept(unit, led.target) or _is_to_stay(unit, led)
    if led.rule == "verb: vow" and not kept:
        return None
    if kept and (told is Stance.DEMANDS or led.rule == "adjective: determined"):
        return Stance.REJECTS
    if _is_own_act(unit, led):
        return Stance.REJECTS if led.negated and led.rule == "verb: want" else None
    return _turn(unit, led, told) if led.negated else told


def _told(unit: Unit, led: Led, forms: Mapping[str, Sequence[LeadWord]]) -> Stance:
    """The stance of the word: to see or hear something first is to await it; she would let them in."""
    told = Stance(led.tells)
    if led.rule.startswith("phrase: vot") or led.rule.startswith("phrase: resolv"):
        asked = next((w for w in forms.get(unit.low(led.target.first), ()) if w.part == "v"), None)
        return Stance(asked.tells) if asked is not None else told
    impersonal = led.holder is not None and unit.low(led.holder.first) == "it"
    if led.rule == "phrase: for" and impersonal and find_to(unit, led.target.first) is not None:
        return Stance.DEMANDS
    if led.rule == "verb: agree" and unit.low(led.target.first) in _LETTING:
        return Stance.OFFERS
    hearing = led.rule.endswith((" to see", " to hear")) and not led.rule.startswith("phrase: wait")
    if told is Stance.AWAITS and hearing and "first" not in unit.lows[led.place : led.target.last]:
        return Stance.DEMANDS
    person = led.holder is not None and unit.low(led.holder.first) in ("he", "she")
    return Stance.SUPPORTS if led.rule == "phrase: would let" and person else told


def _is_empty(unit: Unit, led: Led, told: Stance, forms: Mapping[str, Sequence[LeadWord]]) -> bool:
    """Whether the word tells nothing of what is to be: refused to comment, insists that it has kept it"""
    first = unit.low(led.target.first)
    if told in (Stance.REJECTS, Stance.OPPOSES) and is_assertion(unit, led.target):
        return True
    if told is Stance.REJECTS and first in word_set("linker.closed") and not is_given(unit, led.target):
        return True
    if led.rule.startswith(_WITH_PLAN) and not _WHAT_IS_PLANNED & set(
        unit.lows[led.target.first : led.target.first + 4]
    ):
        return True
    if told in (Stance.SUPPORTS, Stance.OFFERS) and first in ("no", "none", "nothing"):
        return True
    if _is_visit(unit, led):
        return True
    if led.rule.startswith(_SAYING_AGAIN) and tells_more(unit, led.target, forms):
        return True
    if told is Stance.OFFERS and any(
        word.tells == Stance.CONSIDERS and word.part == "v" for word in forms.get(first, ())
    ):
        return True
    if led.rule == "verb: expect" and not _is_duty(unit, led.target):
        return True
    if led.rule == "verb: agree" and _is_to_do(unit, led.target):
        return unit.low(led.target.first) not in _LETTING
    clause = led.rule in _WITH_CLAUSE and unit.low(led.target.first - 1) not in _NO_CLAUSE
    return clause and not _is_wished(unit, led)


def _is_to_do(unit: Unit, target: Range) -> bool:
    """agreed to | let them in; not: agreed to | monitors"""
    follows = unit.low(target.first - 1) == "to" and unit.tags[target.first] == "V"
    return follows and unit.tag(target.first + 1) in "DPNZ0O"


def is_given(unit: Unit, target: Range) -> bool:
    """refused to | give a date, discuss a timetable; not: give details, discuss it"""
    if unit.low(target.first) not in ("give", "discuss", "attend"):
        return False
    if unit.low(target.first + 1) in ("up", "way", "back", "ground"):
        return True
    return bool(_GIVEN & set(unit.lows[target.first + 1 : target.first + 5]))


def tells_more(unit: Unit, target: Range, forms: Mapping[str, Sequence[LeadWord]]) -> bool:
    """reaffirmed its | opposition to it: the noun tells the stance"""
    near = range(target.first, min(target.last, target.first + 4))
    return any(word.part == "n" for at in near for word in forms.get(unit.low(at), ()))


def _is_visit(unit: Unit, led: Led) -> bool:
    """called on the minister in Vessmar; not: called on the minister to"""
    calls = led.rule.startswith(("verb: call", "phrase: call"))
    on = unit.low(led.target.first - 1) in ("on", "upon")
    return calls and on and find_to(unit, led.target.first) is None


def _is_kept(unit: Unit, target: Range) -> bool:
    """wants to | keep 50 men there; insists on | holding the island"""
    return lemma_of(unit.low(target.first)).removesuffix("ing") in _KEEPING


def _is_to_stay(unit: Unit, led: Led) -> bool:
    """insists it will | stay on the island"""
    will = next((at for at in range(*led.target) if unit.low(at) in ("will", "would")), 0)
    return led.rule == "verb: insist" and will > 0 and lemma_of(unit.low(will + 1)) in _KEEPING


def _is_own_act(unit: Unit, led: Led) -> bool:
    """wants to announce it: of oneself nothing is demanded"""
    return led.rule in ("verb: want", "verb: seek") and unit.low(led.target.first - 1) == "to"


def _turn(unit: Unit, led: Led, told: Stance) -> Stance | None:
    """What the stance is where it is negated."""
    willing = not _WILLING.isdisjoint(unit.lows[max(0, led.place - 3) : led.place])
    if told is Stance.SUPPORTS and (willing or led.rule in ("verb: accept", "verb: agree")):
        return Stance.REJECTS
    return Stance.OPPOSES if led.rule in ("verb: want", "verb: wish") else _TURNED.get(told)


def is_assertion(unit: Unit, target: Range) -> bool:
    """rejected the accusation, did not dispute the figure: what is said, not what is to be"""
    for at in range(target.first, min(target.last, target.first + 4)):
        if unit.tags[at] in "ISWT,":
            return False
        if unit.low(at) in word_set("stances.assertions"):
            return True
    return False


def _is_duty(unit: Unit, target: Range) -> bool:
    """expects the guns to | be moved; not: expects the talks to | last four days"""
    to = find_to(unit, target.first)
    if to is None:
        return False
    somebody = is_somebody(unit, Range(target.first, to)) and unit.low(to + 1) not in ("be", "have")
    return somebody or unit.low(to + 1) not in _PASSING or unit.tag(to + 2) in "GE"


def _is_wished(unit: Unit, led: Led) -> bool:
    """insists they | be there, that it | must go; not: insists that it has gone"""
    first, last = led.target
    for at in range(first, min(last, first + _CLAUSE)):
        low = unit.low(at)
        if low in ("be", "will", "would", "must", "should", "shall", "may", "can"):
            return unit.low(at + 1) not in ("not", "never")
        if unit.tags[at] in "VMAE":
            plain = lemma_of(low) == low and unit.tags[at] == "V"
            return plain and not unit.low(at - 1).endswith("s") and unit.tags[at - 1] != "O"
    return False
