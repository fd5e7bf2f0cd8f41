"""Which acts of a sentence make a claim of an event: those that it tells, with who acts or is acted on.

A thing that is only named tells nothing of it: "Calvenne's withdrawal", "the posting of monitors" may be
behind or ahead. Only a noun of violence ("a raid on Pell") names what has happened. Words of stance need
both sides: who is for or against somebody.
"""

from pactwatch.claims.event_frames import Found
from pactwatch.claims.event_phrases import is_party
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

#: Nouns of these roots tell what has happened.
_HAPPENED = frozenset(("ASSAULT", "PROTEST", "COERCE"))
#: What these roots tell is words: it needs somebody to whom or against whom.
_WORDS = frozenset(("AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"))
#: Operators that only pass on a noun: launched a campaign, came under fire.
_PASSING = frozenset(("pass",))
_LAUNCHING = word_set("events.launching")


def tells(unit: Unit, found: Found, recipient: Range | None) -> bool:
    """Whether a sentence tells an act, and does not only name or mean it."""
    if found.kind == "demand":
        return True
    if found.kind == "noun":
        return _noun_tells(found)
    if _is_adjective(unit, found) or (found.act.mode == "abduct" and found.actor is None):
        return False
    if _is_bare_participle(unit, found) and found.act.root not in _HAPPENED:
        return False
    if found.act.root in _WORDS and not found.leaders:
        return is_party(unit, found.actor) and is_party(unit, recipient)
    return True


def _noun_tells(found: Found) -> bool:
    """a raid on Pell; not: the withdrawal of the guns, an agreement between the two"""
    return found.act.root in _HAPPENED and not set(found.leaders) - _PASSING


def _is_bare_participle(unit: Unit, found: Found) -> bool:
    """a phase that envisions Calvenne | withdrawing: what is meant, and not told"""
    first = found.trigger.first
    before = range(max(0, first - 3), first)
    helped = any(unit.tag(at) == "A" or unit.low(at) in _LAUNCHING for at in before)
    return unit.tags[first] == "G" and not helped


def _is_adjective(unit: Unit, found: Found) -> bool:
    """insisting | armed | resistance goes on; for | increased | access"""
    at = found.place
    return unit.tags[at] == "E" and unit.tag(at + 1) in "NP" and unit.tag(at - 1) in "DGIEZC"


def passes_only_violence(unit: Unit, found: Found) -> bool:
    """Whether a word that passes on a noun launches an act: launched a campaign; not: faces a case."""
    if not _PASSING & set(found.leaders) or unit.tags[found.place] not in "NP":
        return True
    launched = any(unit.low(at) in _LAUNCHING for at in range(found.trigger.first, found.trigger.last))
    return launched and found.act.root in _HAPPENED
