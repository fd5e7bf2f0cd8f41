"""Finds the words that bind what must come first to what waits for it: which word has which rule.

unless until without if while before should                      `binding_words.py`
once when only after, as soon as, the day, within ten days of     `binding_times.py`
provided, in exchange for, in that case                           `binding_phrases.py`
in the absence of, in the event of, upon, the price of            `binding_events.py`
depends awaits requires must include, first, a precondition       `binding_verbs.py`
"""

from collections.abc import Callable

from pactwatch.claims import binding_events as events
from pactwatch.claims import binding_phrases as phrases
from pactwatch.claims import binding_times as times
from pactwatch.claims import binding_verbs as verbs
from pactwatch.claims import binding_words as words
from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import is_mere_time
from pactwatch.claims.sides import Bound
from pactwatch.language.lexicon import word_set

_Finder = Callable[[Unit, int], Bound | None]


def find_bound(unit: Unit, place: int) -> Bound | None:
    """The condition that the word at a place binds; none where it is a mere time."""
    found = FINDERS[unit.low(place)](unit, place)
    if found is None or is_mere_time(unit, found.needs) or is_mere_time(unit, found.wants):
        return None
    if unit.low(found.wants.first - 1) == "whether":
        return None
    return found


#: Words that bind only before one of some words, or behind one.
_BEFORE = {
    "as": ("soon", "long"), "so": ("long",), "less": ("than",), "condition": ("that", "for", "of"),
    "prior": ("to",), "short": ("of",),
    "preceded": ("by",), "matched": ("by",), "price": ("of", "for"), "key": ("to",), "receipt": ("of",),
    "understanding": ("that",), "under": tuple(word_set("conditions.under")),
}  # fmt: skip
_BEHIND = {"day": "the", "moment": "the", "minute": "the", "instant": "the", "absence": "the",
    "event": "the", "way": "the", "case": "that", "return": "in", "exchange": "in",
}  # fmt: skip
_OPENING = ("should", "had", "were")


def may_bind(unit: Unit, place: int) -> bool:
    """Whether the words beside allow a word to bind: a cheap look before any other."""
    low = unit.lows[place]
    if low == "no":
        return "," in unit.tags[place : place + 5]
    if low in _BEFORE:
        return unit.low(place + 1) in _BEFORE[low]
    if low in _BEHIND:
        return unit.low(place - 1) == _BEHIND[low]
    if low in _OPENING:
        return place == 0 or unit.tags[place - 1] in ".,;:q-S"
    return True


def _each(section: str, finder: _Finder) -> dict[str, _Finder]:
    return dict.fromkeys(word_set(section), finder)


FINDERS: dict[str, _Finder] = {
    "unless": words.find_unless, "until": words.find_until, "till": words.find_until,
    "without": words.find_without, "if": words.find_if, "once": times.find_once, "when": times.find_when,
    "as": times.find_as, "so": times.find_as, "while": words.find_while, "under": words.find_under,
    "day": times.find_day, "moment": times.find_day, "only": times.find_only, "before": words.find_before,
    "after": times.find_after, "provided": phrases.find_provided, "providing": phrases.find_provided,
    "condition": phrases.find_provided, "understanding": phrases.find_provided,
    "exchange": phrases.find_exchange,
    "return": phrases.find_exchange, "less": phrases.find_less, "within": times.find_within,
    "case": phrases.find_case, "no": phrases.find_no,
    "completion": phrases.find_completion, "should": words.find_inverted, "had": words.find_inverted,
    "were": words.find_inverted, "required": verbs.find_require, "requires": verbs.find_require,
    "require": verbs.find_require, "takes": verbs.find_require, "needs": verbs.find_require,
    "include": verbs.find_include, "first": verbs.find_first, "precede": verbs.find_precede,
    "minute": times.find_day, "instant": times.find_day, "whenever": times.find_when,
    "absence": events.find_absence, "event": events.find_event, "prior": events.find_prior,
    "short": events.find_short, "assuming": events.find_assuming, "supposing": events.find_assuming,
    "upon": events.find_upon, "receipt": events.find_upon, "preceded": events.find_preceded,
    "matched": events.find_preceded, "price": events.find_price, "key": events.find_price,
    "way": events.find_way, "still": events.find_still,
    "presupposes": verbs.find_require, "necessitates": verbs.find_require,
    "pending": verbs.find_await,
    **_each("conditions.awaiting", verbs.find_await), **_each("conditions.hinging", verbs.find_hinge),
    **_each("conditions.tying", verbs.find_hinge),
    **_each("conditions.preconditions", verbs.find_precondition),
}  # fmt: skip
