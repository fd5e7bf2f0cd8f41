"""Finds clause readings where the text stands beside the clause: under article 4, bound by, as it is meant.

under article 4, Calvenne | must | open the locks            a text that opens the clause
Ondria | is not obliged to | move its guns under the truce   bound, then the text that binds
“open” within the meaning of | article 4                     what a word of it means
Ondria | takes | article 8 to mean that the guns move last   who reads it so
"""

from collections.abc import Iterator

from pactwatch.claims.forces import NEGATED, force_of_word, is_denying, read_clause, read_clauses
from pactwatch.claims.reading_sides import Read, find_text_before, meaning_from
from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import starts_clause
from pactwatch.claims.sides import content_end, side_before, side_from
from pactwatch.claims.subjects import Range
from pactwatch.claims.texts import PHASES, is_text, subject_of, text_from
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Force

_BREACHES = frozenset(("violation", "violations", "breach", "breaches", "break", "breaking"))
_NOBODY = ("nothing", "no", "neither", "nobody", "none")
_LEADING = word_set("interpretations.leading")
_READING = word_set("interpretations.reading")


def find_under(unit: Unit, place: int) -> Iterator[Read]:
    """under [article 4], Calvenne | must | open; by [the signed steps], the war | ends"""
    leads = unit.low(place - 1) in _LEADING
    phased = not leads and unit.low(place) == "in"
    opens = place == 0 or unit.tag(place - 1) in ".,;:-qCS"
    if not leads and (unit.low(place) == "with" or not opens):
        return
    text = text_from(unit, place + 1)
    if text is None or (phased and unit.low(text.last - 1) not in PHASES):
        return
    first = _behind_text(unit, text.last)
    if first >= len(unit.tags):
        return
    whole = Range(first, content_end(unit, first))
    for clause in read_clauses(unit, whole):
        if clause.whole.last > clause.whole.first:
            yield Read(clause.place, clause.force, text, clause.whole, "under the text")


def _behind_text(unit: Unit, last: int) -> int:
    """Behind "published in May," and ", as reported,": where the clause begins."""
    while unit.tag(last) in "EI0P" and last < len(unit.tags):
        last += 1
    if unit.tag(last) != ",":
        return last
    closing = unit.tags.find(",", last + 1)
    aside = (
        0 < closing < last + 6
        and not set("MVAB") & set(unit.tags[last:closing])
        and unit.tag(last + 1) in "SEI"
    )
    return closing + 1 if aside else last + 1


def _bound(unit: Unit, place: int, pointed: bool) -> Read | None:
    """Ondria is not | obliged | to move its guns under [the truce]; is due | under article 6"""
    force = force_of_word(unit.low(place))
    copula = next((at for at in range(place - 1, max(-1, place - 4), -1) if unit.tags[at] == "A"), None)
    if force is None or copula is None:
        return None
    subject = subject_of(unit, start_of_group(unit, copula))
    meaning = meaning_from(unit, place + 1)
    if subject is None or meaning is None or unit.tags[subject.first] == "W":
        return None
    if is_text(unit, subject) and unit.low(place) != "due":
        return None
    text = subject if is_text(unit, subject) else _text_behind(unit, meaning)
    if text is None:
        return None
    denied = unit.low(subject.first) in _NOBODY or any(
        is_denying(unit.low(at)) for at in range(copula, place)
    )
    return Read(
        place,
        NEGATED[force] if denied else force,
        text,
        Range(subject.first, meaning.last),
        "bound by the text",
    )


def _text_behind(unit: Unit, meaning: Range) -> Range | None:
    for at in range(meaning.first, meaning.last):
        if unit.low(at) in ("under", "by", "in", "of") and (found := text_from(unit, at + 1)):
            return found
    return None


def _modal(unit: Unit, place: int, pointed: bool) -> Read | None:
    """the withdrawal | may not | be made subject to more than [article 7] names; must ... under it"""
    subject = subject_of(unit, place)
    meaning = meaning_from(unit, place + 1)
    if subject is None or meaning is None or unit.tags[subject.first] == "W" or is_text(unit, subject):
        return None
    if any(unit.low(at) == "that" and starts_clause(unit, at + 1) for at in range(*meaning)):
        return None
    text = _text_behind(unit, meaning)
    clause = read_clause(unit, Range(subject.first, meaning.last))
    if text is None or clause is None or clause.place != place or _is_obeying(unit, place, text):
        return None
    return Read(place, clause.force, text, clause.whole, "modal and text")


def _is_obeying(unit: Unit, place: int, text: Range) -> bool:
    """must abide by the accord, must end violations of it: says nothing of what it means"""
    numbered = "0" in unit.tags[text.first : text.last]
    broken = any(unit.low(at) in _BREACHES for at in range(place, text.first))
    return broken or not (numbered or unit.low(text.first - 1) == "under")


def _within(unit: Unit, place: int, pointed: bool) -> Read | None:
    """isn't “open” | within the meaning of [article 4]"""
    if (unit.low(place + 2), unit.low(place + 3)) not in (("meaning", "of"), ("terms", "of")):
        return None
    text, meaning = text_from(unit, place + 4), side_before(unit, place)
    return Read(place, Force.MEANS, text, meaning, "within its meaning") if text and meaning else None


def _taking(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[Ondria] takes [that] to mean [that the guns move last]; reads [the accord] as [a ladder]"""
    if unit.tags[place] not in "VE":
        return None
    subject = subject_of(unit, start_of_group(unit, place))
    points = pointed and unit.low(place + 1) in ("that", "this", "it")
    text = Range(place + 1, place + 2) if points else text_from(unit, place + 1)
    if subject is None or text is None or unit.low(text.last) not in ("to", "as") or is_text(unit, subject):
        return None
    first = text.last + 1
    first += unit.low(first) in ("mean", "require", "say", "meaning", "requiring") and unit.low(
        text.last
    ) in ("to", "as")
    first += unit.low(first) == "that"
    meaning = side_from(unit, first)
    return Read(place, Force.MEANS, text, meaning, "taken to mean", subject) if meaning else None


def _word(unit: Unit, place: int, pointed: bool) -> Read | None:
    """the word | in [article 7] is [withdrawal]"""
    text = text_from(unit, place + 2) if unit.low(place + 1) in ("in", "of") else None
    if text is None or unit.low(text.last) not in ("is", "was"):
        return None
    meaning = side_from(unit, text.last + 1)
    return Read(place, Force.MEANS, text, meaning, "word of the text") if meaning else None


def _clear(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[the accord] is | silent on [the islands]; is clear that [the guns go first]"""
    if unit.tag(place - 1) not in "AR" or unit.low(place + 1) not in ("that", "on", "about"):
        return None
    text, _ = find_text_before(unit, start_of_group(unit, place), pointed)
    meaning = side_from(unit, place + 2)
    if text is None or meaning is None:
        return None
    force = Force.DOES_NOT_REQUIRE if unit.low(place) == "silent" else Force.MEANS
    return Read(place, force, text, meaning, "text that is clear")


#: The words that lead to such a reading.
AROUND = {
    **dict.fromkeys(word_set("interpretations.bound"), _bound),
    **dict.fromkeys(("must", "shall", "may", "cannot", "mustn't"), _modal),
    **dict.fromkeys(_READING, _taking),
    **dict.fromkeys(("word", "wording", "phrase", "term"), _word),
    **dict.fromkeys(("silent", "clear", "explicit", "vague", "ambiguous", "unclear"), _clear),
    "within": _within,
}
