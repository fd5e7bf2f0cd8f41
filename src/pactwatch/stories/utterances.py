"""One utterance in the wordings of several reports.

    statements --> sentences of their content (units) --> pairs that are alike and have one speaker or side
               --> links between claims, with the stretches that match --> groups of wordings

Two units are one utterance where their words are alike, or where words that one prints in quotation marks
stand in the other. Whose words they were is compared, and not decided: a group may name several speakers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactwatch.language.sentences import split_sentences
from pactwatch.model.claim import Form, Statement
from pactwatch.model.source import Span
from pactwatch.model.status import Fact
from pactwatch.stories.alikeness import Features, Rarity, compare, find_stems
from pactwatch.stories.groups import connect
from pactwatch.stories.reports import Place, Report, Voice, find_voices
from pactwatch.stories.table import count_rarity

#: From here two units of one speaker, or of one side, are one utterance.
ALIKE = 0.40
#: From here two units of at least so many stems are one utterance whoever is named as their speaker; two
#: that are quoted from the other on, since quoted words are kept more closely.
VERBATIM, QUOTED, VERBATIM_STEMS = 0.75, 0.6, 5
#: Short quotations that are the same but for their marks are one utterance too; so is a fragment of so many
#: words that one report quotes and the other one has.
SAME, FRAGMENT = 0.95, 4
#: A unit of fewer stems is alike with others by chance.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of what a statement says. ``quotes`` are its stretches in quotation marks."""

    place: Place
    claim: str
    form: Form
    words: str
    quotes: tuple[Span, ...]
    voices: tuple[Voice, ...]
    features: Features


@dataclass(frozen=True, slots=True)
class Match:
    """Two units that are one utterance; ``shared`` are the quoted words that both have, if any. Words kept
    closely match whoever is named: then neither speaker nor side need be the same."""

    a: Unit
    b: Unit
    score: float
    same_speaker: bool
    same_side: bool
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance: its wordings in the order of the reports; ``score`` is that of its surest pair."""

    units: tuple[Unit, ...]
    score: float

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(unit.place.document for unit in self.units))


def make_units(report: Report, rarity: Rarity) -> list[Unit]:
    """The sentences of what speakers say in a report; of units with the same stretch the first stays."""
    units: dict[Span, Unit] = {}
    for fact in report.statements:
        for unit in _cut(report, fact, rarity):
            units.setdefault(unit.place.span, unit)
    return [units[span] for span in sorted(units)]


def _cut(report: Report, fact: Fact, rarity: Rarity) -> Iterable[Unit]:
    slots, text, voices = fact.claim.slots, report.article.text, find_voices(fact)
    assert isinstance(slots, Statement)
    for content in slots.content:
        for begin, end in split_sentences(text, content.begin, content.end):
            words = report.words(Span(begin, end))
            if len(find_stems(words)) >= FEWEST and voices:
                span = Span(begin, end)
                quotes = tuple(quote for quote in slots.quotes if quote.overlaps(span))
                place = Place(report.id, span)
                yield Unit(place, fact.claim.key, slots.form, words, quotes, voices, rarity.weigh(words))


def match_units(one: Sequence[Unit], other: Sequence[Unit], texts: Mapping[str, str]) -> list[Match]:
    """The pairs of units of two reports that are one utterance, the best of each unit of ``one``."""
    found = [match for a in one for b in other if (match := _match(a, b, texts)) is not None]
    best: dict[Place, Match] = {}
    for match in sorted(found, key=lambda match: (-match.score, match.a.place, match.b.place)):
        best.setdefault(match.a.place, match)
    return list(best.values())


def _match(a: Unit, b: Unit, texts: Mapping[str, str]) -> Match | None:
    one_speaker = any(x.is_person(y) for x in a.voices for y in b.voices)
    one_side = any(x.is_side(y) for x in a.voices for y in b.voices)
    score = compare(a.features, b.features)
    shared = _find_shared(a, b, texts) or _find_shared(b, a, texts)
    is_fragment = _is_fragment(shared, one_speaker, one_side)
    if (score >= ALIKE and one_side) or is_fragment or _is_verbatim(a, b, score):
        surest = max(score, ALIKE if is_fragment else 0.0)
        return Match(a, b, surest, one_speaker, one_side, shared if is_fragment else "")
    return None


def _is_fragment(shared: str, one_speaker: bool, one_side: bool) -> bool:
    """Whether quoted words that the other unit has too are enough: one word of one speaker, some of one
    side, and so many of anybody's."""
    stems = len(find_stems(shared))
    return (
        (one_speaker and stems > 0)
        or (one_side and stems >= FEWEST)
        or (stems >= FEWEST and len(shared.split()) >= FRAGMENT)
    )


def _is_verbatim(a: Unit, b: Unit, score: float) -> bool:
    """Whether words are kept so closely that they are one utterance whoever is named as their speaker."""
    quoted = a.form is b.form is Form.DIRECT
    bound, stems = QUOTED if quoted else VERBATIM, min(len(find_stems(own.words)) for own in (a, b))
    words = min(len(own.words.split()) for own in (a, b))
    is_same = quoted and score >= SAME and words >= FRAGMENT and stems >= FEWEST
    return is_same or (score >= bound and stems >= VERBATIM_STEMS)


def _find_shared(quoting: Unit, other: Unit, texts: Mapping[str, str]) -> str:
    """The longest words in the marks of a unit that quotes a part, where the other unit has them too."""
    if quoting.form is not Form.MIXED:
        return ""
    stems = find_stems(other.words)
    words = (" ".join(quote.of(texts[quoting.place.document]).split()) for quote in quoting.quotes)
    return max((own for own in words if _holds(stems, find_stems(own))), key=len, default="")


def _holds(stems: Sequence[str], part: Sequence[str]) -> bool:
    """Whether some stems stand in others, one after the other."""
    size = len(part)
    return size > 0 and any(list(stems[at : at + size]) == list(part) for at in range(len(stems) - size + 1))


def find_matches(
    reports: Sequence[Report], pairs: Collection[tuple[str, str]] | None = None, rarity: Rarity | None = None
) -> list[Match]:
    """The pairs of units of different reports that are one utterance; ``pairs`` are the reports to
    compare (document IDs, as the reports are ordered), all where None."""
    rarity = rarity or count_rarity(reports)
    texts = {report.id: report.article.text for report in reports}
    units = {report.id: make_units(report, rarity) for report in reports if not report.document.digest}
    return [
        match
        for one, other in combinations(units, 2)
        if pairs is None or (one, other) in pairs
        for match in match_units(units[one], units[other], texts)
    ]


def group_matches(matches: Sequence[Match], order: Sequence[str]) -> tuple[Utterance, ...]:
    """Units that matches connect, as utterances; wordings follow the order of the documents."""
    ranks = {document: number for number, document in enumerate(order)}
    units = {unit.place: unit for match in matches for unit in (match.a, match.b)}
    groups = connect(sorted(units), [(match.a.place, match.b.place) for match in matches])
    return tuple(
        Utterance(
            tuple(units[place] for place in sorted(own, key=lambda place: (ranks[place.document], place))),
            max(match.score for match in matches if match.a.place in own),
        )
        for own in groups
    )


def find_utterances(reports: Sequence[Report]) -> tuple[Utterance, ...]:
    """The utterances that several of the reports carry."""
    return group_matches(find_matches(reports), [report.id for report in reports])
