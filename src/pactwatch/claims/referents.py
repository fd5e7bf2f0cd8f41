"""Whom a pronoun outside speech leads to: the body or person that the sentences before are about.

The mission is at full strength. It is waiting for ...      the mission
Calvenne: It refuses to leave                               the label of the paragraph
General Yarrold wrote again. He wants ...                   the person
The mediators met. They call on both sides                  the last several
Abdelatty also met Attaf. Both want ...                     the two named before
Nothing is guessed: where the sentences before are about something else, it leads nowhere.
"""

from collections.abc import Sequence

from pactwatch.claims.people import bare
from pactwatch.claims.possessors import find_possessor
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.speakers import split_speakers
from pactwatch.claims.subjects import Range, clause_start, find_main_subject, find_subject_before
from pactwatch.claims.titles import find_gender
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.claims.voices import Voices
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention

_SINGULAR = frozenset(["he", "she"])
_PLURAL = frozenset(["they", "both", "neither"])
_BODIES = word_set("groups")
_PEOPLE = word_set("roles")
_NOT_BODIES = word_set("positions.not-holders")
#: So many sentences a pronoun looks back.
_BACK = 4
#: In Osgathe's view, ...
_VIEWS = ("view", "opinion", "telling", "reading", "eyes", "words")
_BELIEFS = ("view", "opinion", "belief", "position", "feeling")
_TELLERS = ("told", "tells", "said", "says", "added", "argued")


def lead_back(sheet: Sheet, unit: Unit, place: int, voices: Voices) -> tuple[Mention, ...]:
    """Whom the pronoun at a place leads to; empty where nobody can tell."""
    word, span = unit.low(place), unit.span(place, place + 1)
    for before in _units_before(sheet, unit):
        found = _about(sheet, before, place if before is unit else len(before.tags), word, voices)
        if found is not None:
            return tuple(
                Mention(span, one.name, one.named_at or one.span, one.affiliation, "pronoun") for one in found
            )
    return ()


def _units_before(sheet: Sheet, unit: Unit) -> Sequence[Unit]:
    """The unit itself, then those before it to the paragraph before, the nearest first."""
    near = sheet.units[max(0, unit.number - _BACK) : unit.number]
    same = [one for one in near if one.kind is unit.kind and unit.paragraph - one.paragraph <= 1]
    return [unit, *reversed(same)]


def _about(sheet: Sheet, unit: Unit, end: int, word: str, voices: Voices) -> tuple[Mention, ...] | None:
    """Who a sentence is about, if the pronoun may mean them; None where the one before it must tell."""
    if word == "both":
        named = _two_named(sheet, unit, end)
        return named or None
    label = _label(unit)
    subject = label if label is not None and label.last < end else find_main_subject(unit, end)
    if subject is None or subject.last > end or unit.tags[subject.first] in "OWQ":
        return _speakers(unit, word, voices) if end == len(unit.tags) else None
    teller = find_teller(unit) if end == len(unit.tags) else None
    subject = subject if teller is None else teller
    parts = split_speakers(unit, *_strip(unit, subject))
    fits = [_fits(unit, Range(*part), word, len(parts)) for part in parts]
    if all(fits):
        return tuple(make_mention(sheet, unit, *part) for part in parts)
    return _speakers(unit, word, voices) if end == len(unit.tags) else None


def _label(unit: Unit) -> Range | None:
    """Calvenne: It refuses"""
    end = 0
    while end < len(unit.tags) and unit.tags[end] in "DPN":
        end += 1
    return Range(0, end) if 0 < end <= 5 and unit.tag(end) == ":" else None


def _strip(unit: Unit, subject: Range) -> tuple[int, int]:
    first, last = subject
    while last - first > 1 and unit.tags[last - 1] in ",;":
        last -= 1
    comma = unit.tags.find(",", first, last)
    if comma < 0 or "C" in unit.tags[first:last]:
        return first, last
    end = comma + 1
    while end < last and unit.tags[end] == "P":
        end += 1
    apposed = end > comma + 2 and "P" not in unit.tags[first:comma]
    return (comma + 1, end) if apposed else (first, comma)


def _fits(unit: Unit, part: Range, word: str, count: int) -> bool:
    """Whether a subject may be what a pronoun means: a person, one body, several."""
    words = [unit.low(at).removesuffix("'s") for at in range(*part)]
    if not words or words[0] in ("no", "nobody", "neither"):
        return False
    names = unit.tags[part.first : part.last].count("P")
    office = bool(set(words) & _PEOPLE)
    body = bool(set(words) & _BODIES) or (names > 0 and "D" not in unit.tags[part.first : part.last])
    plural = words[-1].endswith("s") and unit.tags[part.last - 1] == "N"
    if word in _PLURAL:
        return count > 1 or (
            plural and (office or bool(set(words) & {"sides", "parties", "governments", "countries"}))
        )
    if count > 1 or plural:
        return False
    person = office or find_gender(words[0]) is not None or (names >= 2 and not set(words) & _BODIES)
    if word in _SINGULAR:
        return person or (names == 1 and len(words) == 1)
    return body and not office and not set(words) & _NOT_BODIES


def find_teller(unit: Unit, place: int = -1) -> Range | None:
    """Who tells a sentence, behind it or between: ..., [Ilse Varrow], told a meeting; ..., [he] said, ..."""
    view = next((at for at in range(1, min(6, len(unit.lows))) if unit.low(at) in _VIEWS), 0)
    if view and unit.low(0) in ("in", "to") and not set(",VAM") & set(unit.tags[:view]):
        return Range(1, view)
    for verb, low in enumerate(unit.lows):
        if low not in _TELLERS:
            continue
        teller = find_subject_before(unit, start_of_group(unit, verb))
        if teller is None or unit.tag(teller.first - 1) != "," or unit.tag(verb + 1) not in "DPN.,":
            continue
        end = next((at for at in range(verb, len(unit.tags)) if unit.tags[at] in ".,;:SQ"), len(unit.tags))
        if unit.tag(end) in ",." and not teller.first <= place <= end:
            return teller
    return None


def find_believer(unit: Unit, place: int) -> Range | None:
    """Whose view it is that a place tells: [Ondria] takes the view that | the guns must go"""
    opening = clause_start(unit, place)
    if unit.low(opening - 1) == "that" and unit.low(opening - 2) in ("is", "was", "remains"):
        owned = unit.low(opening - 3) in _BELIEFS and unit.tag(opening - 4) == "Z"
        return find_possessor(unit, opening - 3) if owned else None
    if unit.low(opening - 1) != "that" or unit.low(opening - 2) not in _BELIEFS:
        return None
    return find_main_subject(unit, opening - 2)


def _speakers(unit: Unit, word: str, voices: Voices) -> tuple[Mention, ...] | None:
    """Who speaks in a sentence whose subject tells nothing."""
    spoken = voices.within(unit.begin, unit.end)
    speakers = spoken[-1].speakers if spoken else ()
    if not speakers or any(one.how == "unresolved" for one in speakers):
        return None
    words = {part.lower() for one in speakers for part in one.name.split()}
    is_body = bool(words & _BODIES) or all(
        len(one.name.split()) == 1 and not one.affiliation for one in speakers
    )
    if word in _PLURAL:
        return speakers if len(speakers) > 1 or speakers[0].name.endswith("s") else None
    if len(speakers) > 1:
        return None
    return speakers if is_body != (word in _SINGULAR) else None


def _two_named(sheet: Sheet, unit: Unit, end: int) -> tuple[Mention, ...]:
    """The two whom a sentence names: Abdelatty also met Ahmed Attaf"""
    runs: list[tuple[int, int]] = []
    place = 0
    while place < end:
        last = place
        while last < end and unit.tags[last] == "P":
            last += 1
        if last > place:
            runs.append((place, last))
        place = max(last, place + 1)
    return tuple(make_mention(sheet, unit, *run) for run in runs[:2]) if len(runs) >= 2 else ()


def make_mention(sheet: Sheet, unit: Unit, first: int, last: int) -> Mention:
    """Somebody as the words name them, without article and possessive."""
    span = unit.span(first, last)
    words = bare(" ".join(span.of(sheet.text).split()))
    return Mention(span, words.removeprefix("the ").removeprefix("The "))
