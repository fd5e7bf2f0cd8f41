"""What differs between reports in one plain sentence, the reports by their letters.

the number is given as “at least 395” in A, “400” in B       said by Rubio in C, in its own voice in B
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from pactwatch.display.labels import Labels, join_letters
from pactwatch.display.segments import cut_wordings
from pactwatch.stories.differences import Difference, Differs, Side, name_voices
from pactwatch.stories.variants import Segment

_CUE = regex.compile("“(.+?)”")
_MARKS = "“”\"'‘’«» ,"


def describe_difference(difference: Difference, labels: Labels, only: Sequence[str] = ()) -> str:
    """A difference as a sentence without its stop; between ``only`` two reports where two are given."""
    sides = _pick(difference.sides, only)
    return _SAY[difference.differs](difference, sides, labels)


def _pick(sides: Iterable[Side], only: Sequence[str]) -> list[Side]:
    """The first side of each report asked for, in their order; all sides where none is asked for."""
    if not only:
        return list(sides)
    first = {side.document: side for side in reversed(list(sides))}
    return [first[document] for document in only if document in first]


def _list_values(sides: Sequence[Side], labels: Labels) -> str:
    """“400” in A and C, “395” in B"""
    groups: dict[str, list[str]] = {}
    for side in sides:
        groups.setdefault(side.value, []).append(side.document)
    return ", ".join(f"“{value}” in {join_letters(labels, own)}" for value, own in groups.items() if value)


def _list_voices(sides: Sequence[Side], labels: Labels) -> str:
    """said by Rubio in A, by Naim in C, in the report’s own voice in B"""
    groups: dict[str, list[str]] = {}
    for side in sides:
        groups.setdefault(name_voices(side.voices), []).append(side.document)
    named = [f"by {name} in {join_letters(labels, own)}" for name, own in groups.items() if name]
    unnamed = [f"in the report’s own voice in {join_letters(labels, own)}" for own in [groups.get("")] if own]
    said = f"said {', '.join(named)}" if named else ""
    return ", ".join(part for part in (said, *unnamed) if part)


def _say_figure(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"the number is given as {_list_values(sides, labels)}"


def _say_hedge(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"one number, hedged as {_list_values(sides, labels)}"


def _say_cause(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    cue = _CUE.search(difference.what)
    word = cue.group(1) if cue else ""
    caused = [side.document for side in sides if word and word in side.value]
    others = [side.document for side in sides if side.document not in caused]
    if not caused or not others:
        return difference.what
    begin = f"{join_letters(labels, caused)} makes it the result of something else (“{word}”)"
    return f"{begin}, {join_letters(labels, others)} {_verb(others, 'does', 'do')} not"


def _say_voices(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return _list_voices(sides, labels)


def _say_speaker(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"the same is given as {_list_voices(sides, labels)}"


def _say_office(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"the office is given as {_list_values(sides, labels)}"


def _say_day(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"the day is given as {_list_values(sides, labels)}"


def _say_place(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"the place is given as {_list_values(sides, labels)}"


def _say_wording(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    segments = cut_wordings([side.value.strip(_MARKS) for side in sides])
    changed = [one for one in segments if not one.common]
    listed = "; ".join(_list_own(one, sides, labels) for one in changed)
    return f"inside the quotation marks: {listed}" if listed else "inside the quotation marks"


def _list_own(segment: Segment, sides: Sequence[Side], labels: Labels) -> str:
    groups: dict[str, list[str]] = {}
    for side, own in zip(sides, segment.own, strict=True):
        groups.setdefault(own.strip(_MARKS), []).append(side.document)
    return ", ".join(
        f"“{words}” in {join_letters(labels, own)}"
        if words
        else f"nothing here in {join_letters(labels, own)}"
        for words, own in groups.items()
    )


def _say_scope(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"how far it reaches is given as {_list_values(sides, labels)}"


def _say_single(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    giving = [side for side in sides if side.value] or list(sides)
    return f"only {join_letters(labels, [giving[0].document])} gives a number: “{giving[0].value}”"


def _say_label(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    having = [side for side in sides if side.value]
    without = [side.document for side in sides if not side.value]
    begin = f"the word {_list_values(having, labels)}"
    return f"{begin}; {join_letters(labels, without)} {_verb(without, 'tells', 'tell')} it without"


def _say_spelling(difference: Difference, sides: Sequence[Side], labels: Labels) -> str:
    return f"spelt {_list_values(sides, labels)}"


def _verb(documents: Sequence[str], one: str, many: str) -> str:
    return one if len(set(documents)) == 1 else many


_SAY: Mapping[Differs, Callable[[Difference, Sequence[Side], Labels], str]] = {
    Differs.FIGURE: _say_figure,
    Differs.HEDGE: _say_hedge,
    Differs.CAUSE: _say_cause,
    Differs.ATTRIBUTION: _say_voices,
    Differs.SPEAKER: _say_speaker,
    Differs.OFFICE: _say_office,
    Differs.DAY: _say_day,
    Differs.PLACE: _say_place,
    Differs.WORDING: _say_wording,
    Differs.SCOPE: _say_scope,
    Differs.SINGLE: _say_single,
    Differs.LABEL: _say_label,
    Differs.SPELLING: _say_spelling,
}
