"""Direct speech whose verb is not in the list: the marks and their commas show that somebody speaks.

“Never,” Marr fumed.      “Never?” barked Marr.
He had an answer ready: “Never.”      She spoke to the crowd: / “Never.”
"""

from collections.abc import Iterator, Sequence

from pactwatch.claims.grammar import Attribution
from pactwatch.claims.inverted import find_subject_behind
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before, may_be_main
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.lexicon import lemma_of
from pactwatch.model.claim import Modality

_SPEAKER = frozenset("PO")


def find_unlisted(unit: Unit, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """Speech that no listed verb reports; ``known`` are the attributions found so far."""
    told = {place for one in known for part in one.content for place in range(*part)}
    for place, tag in enumerate(unit.tags):
        if tag != "Q" or place in told:
            continue
        found = _behind(unit, place) or _announced(unit, place, told) or _signed(unit, place)
        if found is not None:
            yield found


def find_announcing(unit: Unit) -> tuple[Range, Range] | None:
    """Subject and verb of a clause that ends in a colon: He had an answer ready:"""
    colon = len(unit.tags) - 1
    return _main_clause(unit, 0, colon) if unit.tags.endswith(":") else None


def _behind(unit: Unit, quote: int) -> Attribution | None:
    """“Never,” | Marr fumed"""
    opens = quote == 0 or unit.tags[quote - 1] in "qQ.:;-"
    if quote + 1 >= len(unit.tags) or not opens or not unit.leads_on(quote):
        return None
    for verb in range(quote + 1, min(len(unit.tags), quote + 8)):
        if unit.tags[verb] not in "EV":
            continue
        begin = start_of_verb(unit, verb)
        subject = (
            find_subject_before(unit, begin) if begin > quote + 1 else find_subject_behind(unit, verb + 1)
        )
        end = max(verb + 1, subject.last if subject else 0)
        starts_clause = subject is not None and min(begin, subject.first) == quote + 1
        if starts_clause and subject is not None and unit.tag(end) in ".,RI":
            return _speech(unit, subject, Range(begin, verb + 1), quote, "direct, any verb")
        return None
    return None


def _signed(unit: Unit, quote: int) -> Attribution | None:
    """“We wait.” – [Anna Dell], harbour master"""
    dash = quote + 1
    if unit.tag(dash) not in "-" or unit.tag(dash + 1) != "P":
        return None
    last = dash + 1
    while unit.tag(last) == "P":
        last += 1
    if last - dash < 3 or unit.tag(last) not in ".,":
        return None
    return _speech(unit, Range(dash + 1, last), Range(dash, dash + 1), quote, "direct, signed")


def _announced(unit: Unit, quote: int, told: set[int]) -> Attribution | None:
    """He had an answer ready: | “Never.”"""
    if quote < 3 or unit.tags[quote - 1] != ":" or unit.tags[quote + 1 :].strip("."):
        return None
    clause = _main_clause(unit, 0, quote - 1)
    if clause is None or clause[1].first in told:
        return None
    return _speech(unit, *clause, quote, "direct behind a colon")


def _main_clause(unit: Unit, first: int, last: int) -> tuple[Range, Range] | None:
    """The speaker and the verb group of the clause; None where its subject is no person or body."""
    for verb in range(first + 1, last):
        if unit.tags[verb] not in "EVA" or unit.tags[verb - 1] == "T" or not may_be_main(unit, verb):
            continue
        end = verb + 1
        while end < last and unit.tags[end] in "AERXG" and unit.tags[verb] == "A":
            end += 1
        subject = find_subject_before(unit, start_of_verb(unit, verb))
        if subject is None or not _SPEAKER & set(unit.tags[subject.first : subject.last]):
            return None
        return subject, Range(start_of_verb(unit, verb), end)
    return None


def _speech(unit: Unit, subject: Range, cue: Range, quote: int, rule: str) -> Attribution:
    return Attribution(
        unit, subject, cue, cue.last - 1, lemma_of(unit.low(cue.last - 1)),
        (Range(quote, quote + 1),), Modality.ASSERTED, rule,
    )  # fmt: skip
