"""What reports of a story make of one thing that was said or told: other speakers, other words inside the
quotation marks, no speaker at all, a cause put between two facts.

utterances, rows --> differences
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, permutations

import regex

from pactwatch.language.lexicon import read_list
from pactwatch.model.claim import Form
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side, name_voices
from pactwatch.stories.reports import Clause, Voice
from pactwatch.stories.table import Alignment, Row
from pactwatch.stories.utterances import Unit, Utterance
from pactwatch.stories.variants import Segment, align_wordings

#: From here on two clauses are one thing of which one report names the speaker.
SURE = 0.5
#: A clause of fewer stems says too little to miss its speaker.
FEWEST = 4

_MARKS = tuple("“”\"'‘’«»„")
_CAUSE = regex.compile(r"\b(?:\L<causes>)\b", regex.IGNORECASE, causes=read_list("causes.txt"))


def find_speaker_differences(utterances: Sequence[Utterance]) -> Iterable[Difference]:
    """One utterance that reports give to different speakers."""
    for utterance in utterances:
        first = _take_first(utterance.units)
        names = list(dict.fromkeys(name_voices(unit.voices) for unit in first))
        if any(not _are_same(a.voices, b.voices) for a, b in combinations(first, 2)):
            what = f"the same is given as said by {' / '.join(names)}"
            yield Difference(Differs.SPEAKER, _quote(first[0]), what, _sides(first), utterance.score)


def _take_first(units: Sequence[Unit]) -> list[Unit]:
    """The first unit of each report."""
    first: dict[str, Unit] = {}
    for unit in units:
        first.setdefault(unit.place.document, unit)
    return list(first.values())


def _are_same(one: Sequence[Voice], other: Sequence[Voice]) -> bool:
    """Whether two lists of speakers name the same ones; a side and a group of it are not told apart."""
    return all(any(_is_same(a, b) for b in other) for a in one) and all(
        any(_is_same(a, b) for a in one) for b in other
    )


def _is_same(one: Voice, other: Voice) -> bool:
    is_group = one.person is None and other.person is None
    return one.is_person(other) or (is_group and one.side is not None and one.side == other.side)


def find_wording_differences(utterances: Sequence[Utterance]) -> Iterable[Difference]:
    """One utterance in quotation marks whose words are not the same in all reports."""
    for utterance in utterances:
        direct = _take_first([unit for unit in utterance.units if unit.form is Form.DIRECT])
        segments = align_wordings([_quote(unit) for unit in direct]) if len(direct) > 1 else ()
        changed = [one for one in segments if not one.common and differ_in_words(one)]
        if changed:
            words = "; ".join(" | ".join(own or "–" for own in one.own) for one in changed)
            what = f"inside the quotation marks stands {words}"
            yield Difference(Differs.WORDING, _quote(direct[0]), what, _sides(direct), utterance.score)


def differ_in_words(segment: Segment) -> bool:
    """Whether the wordings differ in more than marks and capitals."""
    return len({tuple(regex.findall(r"\w+", own.casefold())) for own in segment.own}) > 1


def _quote(unit: Unit) -> str:
    return unit.words.strip("".join(_MARKS) + " ,")


def _sides(units: Iterable[Unit]) -> tuple[Side, ...]:
    return tuple(Side(u.place.document, u.place.span, u.words, u.voices, u.claim) for u in units)


def find_lost_attributions(alignment: Alignment) -> Iterable[Difference]:
    """A clause that one report gives as somebody's words and another tells in its own voice."""
    for row in alignment.rows:
        pairs = [
            (alignment.compare(said, own), said, own)
            for said, own in permutations(row.clauses, 2)
            if said.voices and not own.voices and said.place.document != own.place.document
            if not _is_quoted(own)
        ]
        sure = [pair for pair in pairs if pair[0] >= SURE and _is_full(pair[1]) and _is_full(pair[2])]
        if sure:
            score, said, own = max(sure, key=lambda pair: pair[0])
            what = f"said by {name_voices(said.voices)} in one report, in the report's own voice in another"
            yield Difference(Differs.ATTRIBUTION, own.told, what, (_side(said), _side(own)), score)


def _is_quoted(clause: Clause) -> bool:
    """Whether a clause begins in quotation marks: somebody says it, though nobody was found."""
    return clause.told[:1] in _MARKS


def _is_full(clause: Clause) -> bool:
    return len(find_stems(clause.told)) >= FEWEST


def _side(clause: Clause, value: str | None = None) -> Side:
    words = clause.words if value is None else value
    return Side(clause.place.document, clause.place.span, words, clause.voices)


def find_added_causes(alignment: Alignment) -> Iterable[Difference]:
    """A clause that one report makes the result of something, and another tells without a cause."""
    for row in alignment.rows:
        if len(row.documents) > 1:
            yield from _compare_causes(row)


def _compare_causes(row: Row) -> Iterable[Difference]:
    with_cause = [(clause, cue) for clause in row.clauses if (cue := _CAUSE.search(clause.words))]
    caused = {clause.place.document for clause, _ in with_cause}
    without = [clause for clause in row.clauses if clause.place.document not in caused]
    if with_cause and without:
        clause, cue = with_cause[0]
        what = f"one report makes it the result of something else (“{cue.group()}”), another does not"
        sides = (_side(clause), *(_side(other) for other in without))
        yield Difference(Differs.CAUSE, without[0].told, what, sides, min(0.95, row.alike + 0.3))
