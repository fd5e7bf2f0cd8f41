"""Decides the forms that may be noun or verb by their neighbours: calls, reports, plan, hope.

a letter to members | calls | for     verb        the | calls | for calm       noun
Arends, who waits, | hopes | that     verb        Ondria’s | reports | were    noun
"""

from collections.abc import Sequence

from pactwatch.language.lexicon import word_set
from pactwatch.language.tokens import Token

_NAMES_IN_S = word_set("noun-verbs.names-in-s")
_BEFORE_NOUN = frozenset("DZI0")
_REPORTING = frozenset(("reports", "estimates", "claims", "notes", "states"))
_TELLING = frozenset(("told", "tell", "tells", "telling"))
_BEFORE_VERB = frozenset("TMOXW")


def settle_noun_verb(tokens: Sequence[Token], tags: Sequence[str], place: int) -> str:
    """V or N for the form at a place; the tags before it are settled."""
    before = tags[place - 1] if place else "."
    after = tags[place + 1] if place + 1 < len(tags) else "."
    low_before = tokens[place - 1].low if place else ""
    if before in _BEFORE_VERB:
        return "V"
    is_third = tokens[place].low.endswith("s")
    if before == "0" and is_third and after == "S" and _may_speak(tokens, tags, place - 1):
        return "V"
    if any(token.low in _TELLING for token in tokens[max(0, place - 3) : place]):
        return "N"
    weekday = before == "P" and low_before.endswith("day") and len(low_before) > 4
    superlative = before != "P" and low_before.endswith("est")
    if before in _BEFORE_NOUN or superlative or weekday:
        return "N"
    if is_third and _is_counted_compound(tokens, tags, place):
        return "N"
    verb = _is_third_person(tokens, tags, place, before, after) if is_third else None
    if verb is None:
        verb = not is_third and _is_plain_form(tokens, tags, place, before, after)
    return "V" if verb else "N"


def _is_third_person(
    tokens: Sequence[Token], tags: Sequence[str], place: int, before: str, after: str
) -> bool:
    """Whether a form in -s is a verb: the minister | calls | for ..."""
    plural = _plural_before(tokens, place)
    within_phrase = plural and "I" in tags[max(0, place - 5) : place]
    if before in "PN" and after in ".," and (_quote_near(tokens, place) or _closes_aside(tags, place)):
        return before == "P" or _quote_near(tokens, place)
    if before == "N" and after in ".," and tokens[place].low in _REPORTING and _closes_aside(tags, place):
        return True
    if before == "C" and after == "S":
        return True
    if before == "," and after in "SOTDPq" and _is_first_verb(tags, place):
        return True
    if plural and before != "P" and not within_phrase:
        return False
    compound = before == "N" and after == "I" and not within_phrase
    return before in "PN)qR" and after in "DOPISTWZ0:qRG" and not compound


def _is_counted_compound(tokens: Sequence[Token], tags: Sequence[str], place: int) -> bool:
    """18 first-place | votes: behind a number above one and a singular the plural is a noun"""
    number = place - 2
    while number > 0 and tags[number] == "N":
        number -= 1
    if number < 0 or tags[number] != "0" or set(tags[number + 1 : place]) != {"N"}:
        return False
    text = tokens[number].low
    named = text in ("one", "1") or (number > 0 and tags[number - 1] in "PN") or _looks_like_year(text)
    return not named and not any(ends_plural(token.low) for token in tokens[number + 1 : place])


def _may_speak(tokens: Sequence[Token], tags: Sequence[str], number: int) -> bool:
    """Article 6 | states that; one | says that; and not: 20 | projects that"""
    named = number > 0 and tags[number - 1] in "NP"
    return named or tokens[number].low == "one" or _looks_like_year(tokens[number].low)


def _looks_like_year(text: str) -> bool:
    return len(text) == 4 and text[:2] in ("18", "19", "20")


def _is_plain_form(tokens: Sequence[Token], tags: Sequence[str], place: int, before: str, after: str) -> bool:
    """Whether a form without -s is a verb: the ministers | call | for ..."""
    if before == "R" and after in "DOPIST" and _plural_before(tokens, place - 1):
        return True
    if after in "OS" and before in "NP" and _plural_head(tokens, tags, place):
        return True
    return _plural_before(tokens, place) and after in ("DOPIST0ZG" if before == "P" else "DOPIST0ZGN")


def _quote_near(tokens: Sequence[Token], place: int) -> bool:
    return any(token.text == "Q" and not token.low for token in tokens[max(0, place - 8) : place])


def _closes_aside(tags: Sequence[str], place: int) -> bool:
    """The fans chanted, the Vessmar Tribune | reports; ..., the health office | reports"""
    first = place
    while first > 0 and tags[first - 1] in "PDN":
        first -= 1
    told = first > 0 and tags[first - 1] == "," and place - first <= 5
    return told and bool(set("VEAM") & set(tags[:first]))


def _plural_head(tokens: Sequence[Token], tags: Sequence[str], place: int) -> bool:
    """Supporters of the law | hope that ...: the noun before "of" is the one that counts"""
    of = next((at for at in range(place - 2, max(0, place - 6), -1) if tags[at] == "I"), 0)
    return of > 0 and ends_plural(tokens[of - 1].low)


def _is_first_verb(tags: Sequence[str], place: int) -> bool:
    """Whether an aside stands before and no verb but in it: Arends, who leads the monitors, | hopes"""
    comma = next((at for at, tag in enumerate(tags[: place - 1]) if tag == ","), place)
    return comma < place and not set("VAME") & set(tags[:comma]) and tags[comma - 1] in "PN0"


def _plural_before(tokens: Sequence[Token], place: int) -> bool:
    if not place:
        return False
    return ends_plural(tokens[place - 1].low)


def ends_plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "'s", "us", "is")) and low not in _NAMES_IN_S
