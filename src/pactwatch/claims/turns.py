"""Words under a speaker's label: a transcript's turns, and headlines.

Q: Are the guns still there?         A: They are.
Marr: I would not call it a truce.   Calvenne minister: ‘The locks must open’
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pactwatch.claims.grammar import LABELLED, Attribution
from pactwatch.claims.people import People
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.cues import cue_nouns
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention, Modality
from pactwatch.model.source import PassageKind

_LONGEST_LABEL = 8
_QUESTION, _ANSWER = ("q", "question"), ("a", "answer")
_NOT_SPEAKING = word_set("turns.not-speaking")
_SPEAKING_NOUNS = word_set("roles") | word_set("groups") | word_set("attributions.documents")


@dataclass(frozen=True, slots=True)
class Label:
    """The places of a label and its colon at the start of a unit."""

    unit: Unit
    last: int

    @property
    def words(self) -> str:
        return " ".join(token.low for token in self.unit.tokens[: self.last])


def find_turns(sheet: Sheet, people: People) -> Mapping[int, Attribution]:
    """The labelled turns of an article by the number of their first unit."""
    labels = [label for units in sheet.by_paragraph.values() if (label := _label(units[0]))]
    several = len({label.words for label in labels}) > 1 and len(labels) > 2
    speaking = (label for label in labels if _speaks(sheet, label, people, several))
    return {label.unit.number: _attribution(label) for label in speaking}


def resolve_label(sheet: Sheet, turn: Attribution, people: People) -> Mention | None:
    """Who answers under "A:": the one person whom the article names; else unresolved, with those
    it may be. None for a label that is a name or an office."""
    span = turn.unit.span(0, turn.cue.first)
    if span.of(sheet.text).lower() not in _QUESTION + _ANSWER:
        return None
    answers = span.of(sheet.text).lower() in _ANSWER
    person = people.find(people.names[0], turn.unit.number) if len(people.names) == 1 else None
    if answers and person is not None:
        return Mention(span, person.name, person.at, person.affiliation or None, "description")
    candidates = people.names if answers else ()
    return Mention(span, span.of(sheet.text), None, None, "unresolved", candidates)


def _label(unit: Unit) -> Label | None:
    colon = unit.tags.find(":", 1, _LONGEST_LABEL)
    if colon < 0 or colon + 1 >= len(unit.tags) or unit.tags[:colon].strip("PNDZI0C,.()E"):
        return None
    if "E" in unit.tags[1:colon] and "(" not in unit.tags[:colon]:
        return None
    closes = unit.tokens[colon].begin == unit.tokens[colon - 1].end
    return Label(unit, colon) if closes and unit.tokens[colon + 1].begin > unit.tokens[colon].end else None


def _speaks(sheet: Sheet, label: Label, people: People, several: bool) -> bool:
    """Whether a label names a speaker: Q and A, a person of the text, an office before quoted words."""
    unit, last = label.unit, label.last
    if label.words in _QUESTION + _ANSWER:
        return several
    if unit.kind is PassageKind.HEADLINE or unit.tag(last + 1) in "Qq":
        return _ends_in_speaker(unit, last, people, bool(unit.tag(last + 1) in "Qq"))
    return several and _is_name(sheet, unit, last)


def _is_name(sheet: Sheet, unit: Unit, last: int) -> bool:
    """Whether a label names who takes a turn: in capitals, or told elsewhere: HOST, Dell (recorded)"""
    end = unit.tags.find("(", 0, last) if "(" in unit.tags[:last] else last
    opens = unit.tokens[last + 1].text[:1]
    if end < 1 or unit.tags[:end].strip("P.N") or not (opens.isupper() or opens in "[("):
        return False
    name = unit.tokens[end - 1].text
    if name.lower() in _NOT_SPEAKING:
        return False
    return name.isupper() or (unit.tags[end - 1] == "P" and sheet.text.count(name) > 1)


def _ends_in_speaker(unit: Unit, last: int, people: People, quoted: bool) -> bool:
    low = unit.low(last - 1)
    if low in _NOT_SPEAKING:
        return False
    if low in cue_nouns():
        return low in word_set("attributions.documents")
    known = people.find(unit.tokens[last - 1].text, unit.number) is not None
    clause = quoted or bool(set("VMAE") & set(unit.tags[last:]))
    return known or (low in _SPEAKING_NOUNS and clause) or (quoted and unit.tags[last - 1] == "P")


def _attribution(label: Label) -> Attribution:
    unit, last = label.unit, label.last
    first = 1 if unit.tags[0] in "D" and last > 1 else 0
    content = Range(last + 1, len(unit.tags))
    return Attribution(
        unit, Range(first, last), Range(last, last + 1), last, ":", (content,), Modality.ASSERTED, LABELLED
    )  # fmt: skip
