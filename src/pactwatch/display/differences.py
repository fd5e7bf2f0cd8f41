"""What reports of a story tell differently, as rows: the difference in neutral words, then each side's
sentence with the words that differ marked. Nothing says who is right.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from pactwatch.display.labels import Labels, join_letters
from pactwatch.display.marking import Wording, mark_words
from pactwatch.display.sayings import describe_difference
from pactwatch.display.spans import Highlight
from pactwatch.display.stretches import Stretch, find_words, make_stretch
from pactwatch.model.source import Span
from pactwatch.stories.differences import Difference, Differs, Side, name_voices
from pactwatch.stories.reports import Report

#: How each kind is called.
KINDS: Mapping[Differs, str] = {
    Differs.FIGURE: "number",
    Differs.HEDGE: "hedge",
    Differs.CAUSE: "cause",
    Differs.ATTRIBUTION: "attribution",
    Differs.SPEAKER: "speaker",
    Differs.OFFICE: "office",
    Differs.DAY: "day",
    Differs.PLACE: "place",
    Differs.WORDING: "quotation",
    Differs.SCOPE: "reach",
    Differs.SINGLE: "number in one report only",
    Differs.LABEL: "judging word",
    Differs.SPELLING: "spelling",
}

#: Kinds of which a side's speaker says something.
_SPOKEN = frozenset(KINDS) - {Differs.OFFICE, Differs.SPELLING}

_CUE = regex.compile("“(.+?)”")


@dataclass(frozen=True, slots=True)
class SideRow:
    """One report's sentence. ``voice`` is who says it ("said by X", "in its own voice", empty where it
    does not matter), ``dropped`` whether it names no speaker where another side does."""

    outlet: str
    published: str
    stretch: Stretch
    voice: str
    value: str
    speaker: str
    claim: str | None
    dropped: bool


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One difference; ``number`` counts from 1 and is its place on the page."""

    number: int
    code: str
    kind: str
    about: str
    what: str
    letters: str
    sides: tuple[SideRow, ...]
    strength: float


def make_differences(
    differences: Iterable[Difference], reports: Mapping[str, Report], labels: Labels
) -> tuple[DifferenceRow, ...]:
    """The rows of differences, in the order given."""
    return tuple(
        DifferenceRow(
            number=number,
            code=one.differs.value,
            kind=KINDS[one.differs],
            about=one.about,
            what=describe_difference(one, labels),
            letters=join_letters(labels, one.documents),
            sides=_make_sides(one, reports, labels),
            strength=one.strength,
        )
        for number, one in enumerate(differences, start=1)
    )


def _make_sides(difference: Difference, reports: Mapping[str, Report], labels: Labels) -> tuple[SideRow, ...]:
    somebody = difference.differs in _SPOKEN and any(side.voices for side in difference.sides)
    return tuple(
        _make_side(difference, side, reports[side.document], reports, labels, somebody)
        for side in difference.sides
    )


def _make_side(
    difference: Difference,
    side: Side,
    report: Report,
    reports: Mapping[str, Report],
    labels: Labels,
    somebody: bool,
) -> SideRow:
    sentence = report.find_sentence(side.span)
    whole = Span(min(sentence.begin, side.span.begin), max(sentence.end, side.span.end))
    marks = _find_marks(difference, side, reports)
    speaker = name_voices(side.voices)
    return SideRow(
        outlet=labels[report.id].outlet,
        published=labels[report.id].published,
        stretch=make_stretch(report, labels, whole, marks),
        voice=f"said by {speaker}" if speaker else "in its own voice" if somebody else "",
        value=side.value,
        speaker=speaker,
        claim=side.claim,
        dropped=somebody and not speaker and difference.differs is Differs.ATTRIBUTION,
    )


def _find_marks(difference: Difference, side: Side, reports: Mapping[str, Report]) -> Sequence[Highlight]:
    """What of a side's sentence is marked: the words that differ, else the stretch that is compared."""
    text = reports[side.document].article.text
    match difference.differs:
        case Differs.WORDING:
            return _mark_wording(side, difference.sides, reports)
        case Differs.SPEAKER | Differs.ATTRIBUTION:
            return (Highlight(side.span, "told", ""),)
        case Differs.CAUSE:
            cue = _CUE.search(difference.what)
            found = find_words(text, side.span, cue.group(1)) if cue else None
        case _:
            found = find_words(text, side.span, side.value)
    if found is None:
        return (Highlight(side.span, "told", ""),)
    return (Highlight(found, "changed", ""),)


def _mark_wording(side: Side, sides: Sequence[Side], reports: Mapping[str, Report]) -> Sequence[Highlight]:
    own, *others = (
        Wording.cut(reports[one.document].article.text, (one.span,))
        for one in (side, *(other for other in sides if other is not side))
    )
    marks = mark_words(own, others)
    return (Highlight(side.span, "told", ""),) if marks is None else marks
