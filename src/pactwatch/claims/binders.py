"""Finds the words that bind what must come first to what waits for it: which word has which rule.

unless until without if once when while only before after ...     `binding_words.py`
depends awaits requires must include, first, a precondition ...   `binding_verbs.py`
"""

from collections.abc import Callable

from pactwatch.claims import binding_verbs as verbs
from pactwatch.claims import binding_words as words
from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import Bound, is_mere_time
from pactwatch.language.lexicon import word_set

_Finder = Callable[[Unit, int], Bound | None]


def find_bound(unit: Unit, place: int) -> Bound | None:
    """The condition that the word at a place binds; none where it is a mere time."""
    found = FINDERS[unit.low(place)](unit, place)
    if found is None or is_mere_time(unit, found.needs) or is_mere_time(unit, found.wants):
        return None
    return found


FINDERS: dict[str, _Finder] = {
    "unless": words.find_unless, "until": words.find_until, "till": words.find_until,
    "without": words.find_without, "if": words.find_if, "once": words.find_once, "when": words.find_when,
    "as": words.find_as, "so": words.find_as, "while": words.find_while, "under": words.find_under,
    "day": words.find_day, "moment": words.find_day, "only": words.find_only, "before": words.find_before,
    "after": words.find_after, "provided": words.find_provided, "providing": words.find_provided,
    "condition": words.find_provided, "understanding": words.find_provided, "exchange": words.find_exchange,
    "return": words.find_exchange, "less": words.find_less, "within": words.find_within,
    "case": words.find_case, "should": words.find_inverted, "had": words.find_inverted,
    "were": words.find_inverted, "required": verbs.find_require, "requires": verbs.find_require,
    "require": verbs.find_require, "takes": verbs.find_require, "needs": verbs.find_require,
    "include": verbs.find_include, "first": verbs.find_first, "precede": verbs.find_precede,
    "pending": verbs.find_await,
} | {
    **dict.fromkeys(word_set("conditions.awaiting"), verbs.find_await),
    **dict.fromkeys(word_set("conditions.hinging") | word_set("conditions.tying"), verbs.find_hinge),
    **dict.fromkeys(word_set("conditions.preconditions"), verbs.find_precondition),
}  # fmt: skip
