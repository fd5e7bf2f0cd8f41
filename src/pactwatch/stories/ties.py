"""What ties two reports of a story to one origin: what they share that two reporters would not choose alike.

    shared quotations, figures, passages, order of facts, an agency named  -->  ties with their weights
    score = 1 - exp(-sum of weights / 4)

Weights are set so that a single shared quotation is no tie, and two long ones with a figure are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

import regex

from pactwatch.language.agencies import find_agencies
from pactwatch.model.claim import Form, Statement
from pactwatch.model.link import Reason
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import Features, find_stems
from pactwatch.stories.copies import Copy
from pactwatch.stories.first import are_near, is_own_follow_up
from pactwatch.stories.numbers_told import count_shared
from pactwatch.stories.reports import Place, Report
from pactwatch.stories.table import Alignment, align_reports
from pactwatch.stories.told import Told
from pactwatch.stories.utterances import Unit, Utterance

#: Two reports with at least this score go back to one origin.
TIED = 0.5
SCALE = 4.0
#: What each tie weighs: a quotation in full, a fragment, words retold by both; a figure, a small number.
QUOTE, FRAGMENT, RETOLD, FIGURE, SMALL_FIGURE = 2.0, 1.0, 0.4, 0.8, 0.4
#: A passage weighs by its words without names; an order of facts by how far it is from chance.
PASSAGE_WORD, ORDER = 0.08, 2.0
#: A passage has so many words that are no names.
PLAIN = 8
#: Numbers up to this are small; an order needs so many facts that both tell.
SMALL, FEWEST_FACTS = 10, 5
#: An agency that both credit.
AGENCY = 3.0
#: A quotation in full has so many stems.
FULL = 4

_WORD = regex.compile(r"[\p{L}\d][\p{L}\d'’-]*")


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports with what ties them; the reasons' ``a`` and ``b`` follow the two."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


def find_tie(
    a: Report,
    b: Report,
    weighed: Mapping[Place, Features],
    utterances: Sequence[Utterance],
    copies: Sequence[Copy],
) -> Tie:
    """What ties two reports of a story; ``weighed`` are the clauses of the whole story."""
    found = [
        *_share_utterances(a, b, utterances),
        *_share_figures(a, b),
        *_share_passages(a, b, copies, utterances),
        *_share_order(a, b, align_reports([a, b], weighed=weighed)),
        *_share_agency(a, b),
    ]
    total = sum(weight for weight, _ in found)
    ordered = sorted(found, key=lambda pair: -pair[0])
    return Tie(a.id, b.id, round(1 - exp(-total / SCALE), 3), tuple(reason for _, reason in ordered))


Weighed = Iterable[tuple[float, Reason]]


def _share_utterances(a: Report, b: Report, utterances: Sequence[Utterance]) -> Weighed:
    for utterance in utterances:
        one, other = _first_of(utterance, a.id), _first_of(utterance, b.id)
        if one is not None and other is not None:
            quoted = [unit for unit in (one, other) if unit.form is not Form.INDIRECT]
            weight = RETOLD if len(quoted) < 2 else QUOTE if _is_full(one, other) else FRAGMENT
            what = "both quote" if len(quoted) == 2 else "both tell"
            words = f"{what} “{_shorten(one.words)}”"
            yield weight, Reason("quote", words, (one.place.span,), (other.place.span,))


def _first_of(utterance: Utterance, document: str) -> Unit | None:
    return next((unit for unit in utterance.units if unit.place.document == document), None)


def _is_full(one: Unit, other: Unit) -> bool:
    """Whether both quote as much as a sentence."""
    return all(unit.form is Form.DIRECT and len(find_stems(unit.words)) >= FULL for unit in (one, other))


def _shorten(words: str, most: int = 60) -> str:
    plain = words.strip("“”\"'‘’ ,.")
    return plain if len(plain) <= most else f"{plain[: most - 1].rsplit(' ', 1)[0]} …"


def _share_figures(a: Report, b: Report) -> Weighed:
    for one, other in count_shared(a, b):
        small = one.number[0] is not None and one.number[0] <= SMALL  # type: ignore[operator]
        what = f"both give {one.side().value} {_name(one)}"
        spans = (one.fact.claim.span,), (other.fact.claim.span,)
        yield SMALL_FIGURE if small else FIGURE, Reason("figure", what, *spans)


def _name(told: Told) -> str:
    figure = told.figure
    return " ".join(part for part in (figure.group or figure.counted, figure.effect or "") if part)


def _share_passages(a: Report, b: Report, copies: Sequence[Copy], utterances: Sequence[Utterance]) -> Weighed:
    """Passages in the reports' own words. What is said in both counts as an utterance already, and names
    do not count: whoever writes of an event must name the same."""
    both = [own.units for own in utterances if {a.id, b.id} <= set(own.documents)]
    said = [unit.place.span for units in both for unit in units if unit.place.document == a.id]
    for copy in copies:
        spans = {copy.a: copy.a_span, copy.b: copy.b_span}
        if spans.keys() == {a.id, b.id}:
            plain = copy.shared - _count_not_own(a.article.text, spans[a.id], said)
            what = f"a passage of {copy.words} words, {copy.shared} of them the same"
            if plain >= PLAIN:
                yield plain * PASSAGE_WORD, Reason("passage", what, (spans[a.id],), (spans[b.id],))


def _count_not_own(text: str, passage: Span, said: Sequence[Span]) -> int:
    """The words of a passage that are names or begin a sentence, or that stand in what is said."""
    words = list(_WORD.finditer(text, passage.begin, passage.end))
    return sum(
        word.group()[0].isupper() or any(own.begin <= word.start() < own.end for own in said)
        for word in words
    )


def _share_order(a: Report, b: Report, alignment: Alignment) -> Weighed:
    """Facts that both tell, in one order: Kendall's tau over the rows that both have."""
    places = [
        (row.of(a.id)[0].place.span.begin, row.of(b.id)[0].place.span.begin)
        for row in alignment.rows
        if row.of(a.id) and row.of(b.id)
    ]
    pairs = [(x[0] - y[0]) * (x[1] - y[1]) for x, y in combinations(places, 2)]
    if len(places) >= FEWEST_FACTS:
        tau = sum((pair > 0) - (pair < 0) for pair in pairs) / len(pairs)
        if tau > 0.5:
            agreed = sum(pair > 0 for pair in pairs)
            what = f"{len(places)} facts, {agreed} of {len(pairs)} pairs of them in one order"
            yield ORDER * tau, Reason("order", what)


def _share_agency(a: Report, b: Report) -> Weighed:
    """An agency whose report one carries and the other carries or cites, in days of each other."""
    if is_own_follow_up(a.document, b.document) or not are_near(a.document, b.document):
        return
    known = {agency for report in (a, b) if (agency := report.document.agency)}
    for agency in sorted(list_agencies(a, known).keys() & list_agencies(b, known).keys()):
        carried = agency in (a.document.agency, b.document.agency)
        both = a.document.agency == b.document.agency
        if carried:
            what = f"both carry {agency}" if both else f"one carries {agency}, the other cites it"
            yield AGENCY if both else FRAGMENT, Reason("agency", what)


def list_agencies(report: Report, known: Collection[str] = ()) -> Mapping[str, bool]:
    """The agencies that a report carries (True) or says that something was told to (False); ``known`` are
    agencies that documents carry, whether or not the program knows their names."""
    told = (
        fact.claim.slots.addressee for fact in report.statements if isinstance(fact.claim.slots, Statement)
    )
    cited = {agency: False for words in told if words for agency in find_agencies(words, known)}
    own = report.document.agency
    return {**cited, **({own: True} if own else {})}
