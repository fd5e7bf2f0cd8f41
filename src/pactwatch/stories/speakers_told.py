"""One utterance that reports give to different speakers.

utterances --> the speakers that are known by name or side --> differences
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import regex

from pactwatch.stories.alikeness import compare, find_stems
from pactwatch.stories.differences import Difference, Differs, Side, name_voices
from pactwatch.stories.reports import Report
from pactwatch.stories.utterances import Unit, Utterance
from pactwatch.stories.who import are_others, find_person, is_one_spelling

#: As many sentences before and behind the words may name whose they are.
BESIDE = 3
#: From here on two units are one utterance by themselves, and not by way of a third one.
ALIKE = 0.25
#: Of fewer stems two speakers may say the same by chance.
FEWEST = 4


def find_speaker_differences(
    utterances: Sequence[Utterance], reports: Sequence[Report]
) -> Iterable[Difference]:
    """One utterance that reports give to different speakers, each known by name or side."""
    by_id = {report.id: report for report in reports}
    for utterance in utterances:
        told = _group_by_report(utterance.units)
        apart = [(a, b) for a, b in combinations(told, 2) if _differ(told[a], told[b], by_id)]
        shown = [told[name][0] for name in told if any(name in pair for pair in apart)]
        if shown:
            names = ", another as said by ".join(dict.fromkeys(name_voices(unit.voices) for unit in shown))
            sides = tuple(make_unit_side(unit) for unit in shown)
            what = f"one report gives it as said by {names}"
            yield Difference(Differs.SPEAKER, strip_marks(shown[0]), what, sides, utterance.score)


def _group_by_report(units: Sequence[Unit]) -> Mapping[str, list[Unit]]:
    told: dict[str, list[Unit]] = {}
    for unit in units:
        told.setdefault(unit.place.document, []).append(unit)
    return told


def _differ(one: Sequence[Unit], other: Sequence[Unit], reports: Mapping[str, Report]) -> bool:
    """Whether two reports name different speakers wherever they carry the words."""
    return all(
        are_others(a.voices, b.voices)
        and min(len(find_stems(a.words)), len(find_stems(b.words))) >= FEWEST
        and compare(a.features, b.features) >= ALIKE
        and not _names(a, b, reports)
        and not _names(b, a, reports)
        for a in one
        for b in other
    )


def _names(unit: Unit, other: Unit, reports: Mapping[str, Report]) -> bool:
    """Whether the person whom another report has as the speaker is named beside the words in this one:
    whose words they are is then a matter of reading, and no difference."""
    report = reports[unit.place.document]
    at = next((n for n, own in enumerate(report.sentences) if own.overlaps(unit.place.span)), 0)
    around = " ".join(
        report.words(own) for own in report.sentences[max(0, at - BESIDE) : at + BESIDE]
    ).split()
    own = {person[-1] for voice in unit.voices if (person := find_person(voice))}
    surnames = {person[-1] for voice in other.voices if (person := find_person(voice))}
    near = (word for word in around if word[:1].isupper())
    return bool(own) and any(is_one_spelling(_bare(word), name) for word in near for name in surnames - own)


def _bare(word: str) -> str:
    return regex.sub(r"['’]s?$", "", word.strip('.,;:“”"()'))


def take_first(units: Sequence[Unit]) -> list[Unit]:
    """The first unit of each report."""
    return [own[0] for own in _group_by_report(units).values()]


def strip_marks(unit: Unit) -> str:
    """The words of a unit without the marks around them."""
    return unit.words.strip("“”\"'‘’«»„` ,")


def make_unit_side(unit: Unit) -> Side:
    """A unit as the side of a difference."""
    return Side(unit.place.document, unit.place.span, unit.words, unit.voices, unit.claim)
