"""What each rewrite changed: a report beside the one that it is derived from, or that names the origin.

tree of an origin --> (reference, report) --> facts kept, left out, its own; differences
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pactwatch.stories.differences import Difference, Differs
from pactwatch.stories.reports import Clause
from pactwatch.stories.story import Origin, Story
from pactwatch.stories.table import Alignment

#: Differences that say how a report tells something, and nothing of what it changed.
_NO_CHANGE = frozenset({Differs.SPELLING})
#: Differences of which the first side alone has something.
_OF_FIRST = frozenset({Differs.CAUSE, Differs.LABEL, Differs.SINGLE})


@dataclass(frozen=True, slots=True)
class Change:
    """A report beside its reference. ``known`` says whether the report is derived from it; else the two
    are only compared. ``kept`` counts rows that both have; ``left_out`` are clauses of
    the reference that the report does not tell, ``own`` those that only the report tells of the two."""

    reference: str
    document: str
    known: bool
    kept: int
    left_out: tuple[Clause, ...]
    own: tuple[Clause, ...]
    differences: tuple[Difference, ...]


def find_changes(story: Story, alignment: Alignment, differences: Sequence[Difference]) -> Iterator[Change]:
    """Each report of an origin with several beside its reference, in the order of the origins."""
    for origin in story.origins:
        for rewrite in origin.rewrites:
            reference = rewrite.parent or _find_reference(origin, alignment)
            if reference != rewrite.document:
                known = rewrite.parent is not None
                yield compare_two(reference, rewrite.document, known, alignment, differences)


def _find_reference(origin: Origin, alignment: Alignment) -> str:
    """Of the reports that are derived from no other the agency's own, else one that names the agency, else
    the first."""
    known = {report.id: report.document for report in alignment.reports}
    roots = [one.document for one in origin.rewrites if one.parent is None and one.document in known]
    own = [root for root in roots if origin.agency and known[root].outlet == origin.agency]
    naming = [root for root in roots if origin.agency and known[root].agency == origin.agency]
    return next(iter([*own, *naming, *roots]), origin.documents[0])


def compare_two(
    reference: str, document: str, known: bool, alignment: Alignment, differences: Sequence[Difference]
) -> Change:
    """One report beside another."""
    both = [row for row in alignment.rows if row.of(reference) and row.of(document)]
    only = [row for row in alignment.rows if bool(row.of(reference)) != bool(row.of(document))]
    left_out, own, same = _pair_same(
        [clause for row in only for clause in row.of(reference) if clause.told],
        [clause for row in only for clause in row.of(document) if clause.told],
    )
    return Change(
        reference,
        document,
        known,
        kept=len(both) + same,
        left_out=left_out,
        own=own,
        differences=tuple(one for one in differences if _differs_between(one, reference, document)),
    )


def _pair_same(
    left: Sequence[Clause], own: Sequence[Clause]
) -> tuple[tuple[Clause, ...], tuple[Clause, ...], int]:
    """What is left of both sides without the clauses that are word for word the same, and how many are:
    clauses of few words stand in rows of their own, since they are alike by chance."""
    shared = Counter(map(_fold, left)) & Counter(map(_fold, own))
    return _leave_out(left, shared), _leave_out(own, shared), shared.total()


def _leave_out(clauses: Sequence[Clause], shared: Counter[str]) -> tuple[Clause, ...]:
    """Clauses without as many of each wording as are shared."""
    open_ones, left = Counter(shared), []
    for clause in clauses:
        if open_ones[_fold(clause)] > 0:
            open_ones[_fold(clause)] -= 1
        else:
            left.append(clause)
    return tuple(left)


def _fold(clause: Clause) -> str:
    return clause.words.casefold()


def _differs_between(difference: Difference, one: str, other: str) -> bool:
    """Whether two of the sides differ: in their words, or in who says it."""
    sides = {side.document: side for side in reversed(difference.sides)}
    if difference.differs in _NO_CHANGE or not {one, other} <= sides.keys():
        return False
    if difference.differs in _OF_FIRST:
        return difference.sides[0].document in (one, other)
    a, b = sides[one], sides[other]
    if difference.differs is Differs.ATTRIBUTION:
        return bool(a.voices) != bool(b.voices)
    if difference.differs is Differs.SPEAKER:
        return {voice.name for voice in a.voices} != {voice.name for voice in b.voices}
    return a.value.casefold() != b.value.casefold()
