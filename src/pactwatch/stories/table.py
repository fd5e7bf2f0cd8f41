"""The alignment table of a story: which clauses of its reports tell the same thing.

clauses of all reports --> pairs of different reports that are alike --> rows, closest first

Two rows become one while their clauses of different reports are alike on average; clauses are aligned and
not sentences, because one sentence holds "five killed" and "a toll of 400". Clauses with figures of one
measure count as more alike: what they say of it is compared in the row, not decided by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactwatch.model.claim import Figure
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import Features, Rarity, compare, find_stems
from pactwatch.stories.reports import Clause, Place, Report

#: Clauses of two reports are one row from this average on; pairs under ``LEAST`` are not looked at.
ROW, LEAST = 0.30, 0.18
#: Clauses of fewer stems are alike by chance.
FEWEST = 3
#: What it adds that both clauses give a figure of one measure.
SAME_MEASURE = 0.25


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is told: its clauses in order of report and place. ``alike`` is the average over
    pairs of different reports (1 where a single report tells it)."""

    clauses: tuple[Clause, ...]
    alike: float = 1.0

    @property
    def documents(self) -> tuple[str, ...]:
        """The reports that tell it, each once, in the order of the row."""
        return tuple(dict.fromkeys(clause.place.document for clause in self.clauses))

    def of(self, document: str) -> tuple[Clause, ...]:
        """The clauses of one report."""
        return tuple(clause for clause in self.clauses if clause.place.document == document)


@dataclass(frozen=True)
class Alignment:
    """The reports of a story with their rows in the order of the reports: what several tell stands where
    the first tells it."""

    reports: tuple[Report, ...]
    rows: tuple[Row, ...]
    features: Mapping[Place, Features]

    def compare(self, one: Clause, other: Clause) -> float:
        """How alike two clauses are in words, 0 to 1."""
        return compare(self.features[one.place], self.features[other.place])

    def report(self, document: str) -> Report:
        return next(report for report in self.reports if report.id == document)


@dataclass(frozen=True, slots=True)
class _Node:
    clause: Clause
    features: Features
    measures: frozenset[str]


def align_reports(
    reports: Sequence[Report], rarity: Rarity | None = None, weighed: Mapping[Place, Features] | None = None
) -> Alignment:
    """The reports of a story with what each tells side by side; ``rarity`` is that of their words among
    the clauses of the whole story, and ``weighed`` its clauses, where these reports are a part of it."""
    weighed = weighed or weigh_clauses(reports, rarity or count_rarity(reports))
    nodes = [_make_node(report, clause, weighed) for report in reports for clause in report.clauses]
    groups = sorted(_group(nodes, _find_pairs(nodes)), key=min)
    rows = tuple(_make_row(nodes, numbers) for numbers in groups)
    return Alignment(tuple(reports), rows, {node.clause.place: node.features for node in nodes})


def weigh_clauses(reports: Iterable[Report], rarity: Rarity) -> dict[Place, Features]:
    """The weighted words of all clauses; none where a clause has too few."""
    clauses = (clause for report in reports for clause in report.clauses)
    return {clause.place: _weigh(clause, rarity) for clause in clauses}


def _weigh(clause: Clause, rarity: Rarity) -> Features:
    return rarity.weigh(clause.told) if len(find_stems(clause.told)) >= FEWEST else {}


def count_rarity(reports: Iterable[Report]) -> Rarity:
    """How rare the words of some reports are among their clauses."""
    return Rarity.count(clause.told for report in reports for clause in report.clauses)


def _make_node(report: Report, clause: Clause, weighed: Mapping[Place, Features]) -> _Node:
    span, features = clause.place.span, weighed[clause.place]
    measures = (
        fact.placement.measure
        for fact in report.facts
        if fact.placement.measure and _figure_in(fact.claim.slots, span)
    )
    return _Node(clause, features, frozenset(measures) if features else frozenset())


def _figure_in(slots: object, span: Span) -> bool:
    return isinstance(slots, Figure) and span.holds(slots.number)


def _find_pairs(nodes: Sequence[_Node]) -> dict[tuple[int, int], float]:
    """How alike the clauses of different reports are; those that are hardly so are left out."""
    pairs = {}
    for a, b in combinations(range(len(nodes)), 2):
        one, other = nodes[a], nodes[b]
        if one.clause.place.document != other.clause.place.document:
            score = compare(one.features, other.features)
            score += SAME_MEASURE * bool(one.measures & other.measures)
            if score >= LEAST:
                pairs[a, b] = score
    return pairs


def _group(nodes: Sequence[_Node], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Clauses by row: the closest pairs first, rows joined while they stay alike on average."""
    groups = {number: [number] for number in range(len(nodes))}
    home = list(range(len(nodes)))
    for (a, b), score in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        one, other = home[a], home[b]
        if score < ROW:
            break
        if one != other and _average(nodes, groups[one], groups[other], pairs) >= ROW:
            groups[one] = sorted(groups[one] + groups.pop(other))
            for number in groups[one]:
                home[number] = one
    return list(groups.values())


def _average(
    nodes: Sequence[_Node], one: Sequence[int], other: Sequence[int], pairs: Mapping[tuple[int, int], float]
) -> float:
    scores = [
        pairs.get((min(a, b), max(a, b)), 0.0)
        for a in one
        for b in other
        if nodes[a].clause.place.document != nodes[b].clause.place.document
    ]
    return sum(scores) / len(scores) if scores else 0.0


def _make_row(nodes: Sequence[_Node], numbers: Sequence[int]) -> Row:
    own = [nodes[number] for number in sorted(numbers)]
    scores = [
        compare(a.features, b.features)
        for a, b in combinations(own, 2)
        if a.clause.place.document != b.clause.place.document
    ]
    return Row(tuple(node.clause for node in own), sum(scores) / len(scores) if scores else 1.0)
