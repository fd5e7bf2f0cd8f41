"""Whose first person an interview without labels is: the person whom its head names.

“I count for a living” / Adel Marr, the waterways minister, on an island / Interview by Petra Hollin
Minister, what is on it? / We take the last men off. I would like ...          I, we: Adel Marr
"""

import regex

from pactwatch.claims.people import bare
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.model.claim import Mention

_HEAD = 600
_SAYS_SO = regex.compile(
    r"\b(?:interview(?:ed)? by|in an interview|interview with|in conversation with|spoke to|talks to)\b",
    regex.IGNORECASE,
)
_NAMED = regex.compile(r"(?<![\p{L}’'-])(\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}-]+)+), (?!\d)")
_QUESTIONS = 3
_FIRST_PERSON = frozenset(["i", "we", "i'd", "we'd", "i'll", "we'll", "i've", "we've", "i'm", "we're"])


def find_interviewee(sheet: Sheet, unit: Unit) -> Mention | None:
    """Who says "I" in a unit outside all statements; None where the article is no interview."""
    place = next((at for at, low in enumerate(unit.lows) if low in _FIRST_PERSON), None)
    if place is None:
        return None
    head = sheet.text[:_HEAD]
    if _SAYS_SO.search(head) is None or sheet.text.count("?\n") < _QUESTIONS:
        return None
    named = _NAMED.search(head)
    if named is None or unit.begin < named.end():
        return None
    span = unit.span(place, place + 1)
    whole = type(span)(*named.span(1))
    return Mention(span, bare(named.group(1)), whole, None, "pronoun")
