"""One utterance in all its wordings: common words once, the others stacked, and who carries it.

"If Hamas is ever in a position [A in the future that they can | B in the future to | C where it can] ..."
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.labels import Labels, ReportLabel, join_letters
from pactwatch.display.segments import cut_wordings, plain_word
from pactwatch.display.spans import Highlight
from pactwatch.display.stretches import Stretch, make_stretch
from pactwatch.display.words import FORMS
from pactwatch.stories.differences import name_voices
from pactwatch.stories.first import find_first
from pactwatch.stories.reports import Report
from pactwatch.stories.utterances import Unit, Utterance
from pactwatch.stories.variants import Segment


@dataclass(frozen=True, slots=True)
class Variant:
    """Words that some reports have at one place, by their letters; no words: they have nothing here."""

    letters: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an utterance: words that all have, or the variants."""

    common: str
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class CarrierRow:
    """One report that carries an utterance; ``speaker`` is the name that it gives, ``origin`` the
    reporting that it goes back to, where that is shown."""

    report: ReportLabel
    form: str
    speaker: str
    stretch: Stretch
    claim: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """One utterance. ``claim`` names its passport; ``first`` says in words where it appeared first."""

    claim: str
    parts: tuple[Part, ...]
    carriers: tuple[CarrierRow, ...]
    wordings: int
    articles: int
    first: str
    speakers: tuple[str, ...]

    @property
    def words(self) -> str:
        """The wording of the first report on one line."""
        return self.carriers[0].stretch.words


def make_utterance(
    utterance: Utterance,
    reports: Mapping[str, Report],
    labels: Labels,
    origins: Mapping[str, str] | None = None,
) -> UtteranceRow:
    """One utterance; ``origins`` say what each claim goes back to, by its key."""
    units = utterance.units
    carriers = tuple(_make_carrier(unit, reports, labels, origins or {}) for unit in units)
    return UtteranceRow(
        claim=units[0].claim,
        parts=_make_parts(units, labels),
        carriers=carriers,
        wordings=len({_fold(unit.words) for unit in units}),
        articles=len(utterance.documents),
        first=describe_first(utterance.documents, reports, labels),
        speakers=tuple(dict.fromkeys(carrier.speaker for carrier in carriers)),
    )


def _fold(words: str) -> tuple[str, ...]:
    return tuple(filter(None, map(plain_word, words.split())))


def _make_carrier(
    unit: Unit, reports: Mapping[str, Report], labels: Labels, origins: Mapping[str, str]
) -> CarrierRow:
    document = unit.place.document
    quotes = [Highlight(span, "quoted", "") for span in unit.quotes]
    return CarrierRow(
        report=labels[document],
        form=FORMS[unit.form],
        speaker=name_told(unit),
        stretch=make_stretch(reports[document], labels, unit.place.span, quotes),
        claim=unit.claim,
        origin=origins.get(unit.claim, ""),
    )


def name_told(unit: Unit) -> str:
    """The speaker as the text leads to the name; the person where it adds to that."""
    names = (
        f"{voice.name} ({voice.person})" if voice.person and voice.person not in voice.name else voice.name
        for voice in unit.voices
    )
    return " and ".join(dict.fromkeys(names)) or name_voices(unit.voices)


def _make_parts(units: Sequence[Unit], labels: Labels) -> tuple[Part, ...]:
    segments = cut_wordings([unit.words for unit in units])
    return tuple(
        Part(segment.common) if segment.common else Part("", _make_variants(segment, units, labels))
        for segment in segments
    )


def _make_variants(segment: Segment, units: Sequence[Unit], labels: Labels) -> tuple[Variant, ...]:
    groups: dict[str, list[str]] = {}
    for unit, own in zip(units, segment.own, strict=True):
        groups.setdefault(own, []).append(unit.place.document)
    return tuple(Variant(join_letters(labels, own), words) for words, own in groups.items())


def describe_first(documents: Sequence[str], reports: Mapping[str, Report], labels: Labels) -> str:
    """Which report had it first, and how that is known; else that it is not known."""
    if len(documents) == 1:
        return f"Only {labels[documents[0]].letter} has it"
    for one in documents:
        found = [
            find_first(reports[one].document, reports[other].document) for other in documents if other != one
        ]
        if all(first is not None and first.id == one for first in found):
            whys = list(dict.fromkeys(first.why for first in found if first))
            return f"First in {labels[one].letter}: {whys[0]}"
    days = sorted((day.first, label) for label in documents if (day := reports[label].document.published))
    if not days:
        return "Who was first is not known: no report has a day of its own"
    label = labels[days[0][1]]
    return f"Who was first is not known; the earliest day known is {label.letter}’s, {label.published}"
