"""Steps denied by a sentence that goes on from the one before it: It has not. Neither has done so."""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_found import Found
from pactwatch.claims.step_modes import is_negated
from pactwatch.claims.subjects import Range
from pactwatch.model.claim import Modality, Step

_DOERS = frozenset("it they he she neither none nobody both that this".split())
_NOBODY = frozenset(("neither", "none", "nobody"))
_FILLING = frozenset("yet so far done so now either".split())
_LONGEST = 8


def find_denial(unit: Unit) -> Found | None:
    """[It has not.] [Neither has done so.] [None has:] the locks stay shut"""
    low = unit.low(0)
    if low not in _DOERS or unit.tag(1) != "A" or unit.low(1) in ("is", "was"):
        return None
    end = 2
    while end < _LONGEST and (unit.tag(end) in "RX" or unit.low(end) in _FILLING or unit.low(end) == "to"):
        end += 1
    if unit.low(end) == "do" and unit.low(end + 1) == "so":
        end += 2
    if unit.tag(end) not in ".:;," or end > _LONGEST:
        return None
    if low not in _NOBODY and not is_negated(unit.lows[1:end]):
        return None
    whole = Range(0, end)
    rule = "denied in the next sentence"
    return Found(whole, Range(1, 2), Step.NOT_BEGUN, Modality.ASSERTED, rule, subject=Range(0, 1))


def says_so(unit: Unit, found: Found) -> bool:
    """Whether the sentence names the act that it denies by "done so": a denial of whatever stands before."""
    return "so" in unit.lows[found.whole.first : found.whole.last]
