"""Two documents side by side: what is the same with words dropped, added or replaced in between.

a run of the same words --> on at both ends, over edits --> cut back to where most was shared

The longest run goes first, and a run inside of a passage that was found is not begun again. Passages
in another order stay two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pactwatch.stories.copy_index import Run

#: As many words may be dropped, added or replaced in one place; two must be the same in a row behind it.
WIDEST = 12
#: What a word of an edit takes from what is shared, and how far that may fall before looking ends.
COST, FALL = 0.6, 8.0

Words = Sequence[int]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Words ``a_begin`` to ``a_end`` of one document and ``b_begin`` to ``b_end`` of the other;
    ``shared`` of them are the same in the same order."""

    a_begin: int
    a_end: int
    b_begin: int
    b_end: int
    shared: int

    @property
    def words(self) -> int:
        """The length of the shorter side."""
        return min(self.a_end - self.a_begin, self.b_end - self.b_begin)

    def holds(self, run: Run) -> bool:
        """Whether at least half of a run lies in here on both sides."""
        return all(
            2 * (min(end, at + run.length) - max(begin, at)) >= run.length
            for begin, end, at in ((self.a_begin, self.a_end, run.a), (self.b_begin, self.b_end, run.b))
        )


def align(a: Words, b: Words, runs: Sequence[Run]) -> list[Pairing]:
    """The passages of two documents, from the runs that they share, in the order of ``a``."""
    found: list[Pairing] = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        if not any(pairing.holds(run) for pairing in found):
            found.append(_extend(a, b, run, found))
    return sorted(found, key=lambda one: (one.a_begin, one.b_begin, one.a_end, one.b_end))


def _extend(a: Words, b: Words, run: Run, found: Sequence[Pairing]) -> Pairing:
    """A run with what is shared before and behind it, as far as the passages that are found already."""
    a_end, b_end = run.a + run.length, run.b + run.length
    behind = [one for one in found if one.a_end > a_end and one.b_end > b_end]
    before = [one for one in found if one.a_begin < run.a and one.b_begin < run.b]
    a_high = max(a_end, min((one.a_begin for one in behind), default=len(a)))
    b_high = max(b_end, min((one.b_begin for one in behind), default=len(b)))
    a_low = min(run.a, max((one.a_end for one in before), default=0))
    b_low = min(run.b, max((one.b_end for one in before), default=0))
    more_a, more_b, more = _go_on(a[a_end:a_high], b[b_end:b_high])
    less_a, less_b, less = _go_on(a[a_low : run.a][::-1], b[b_low : run.b][::-1])
    return Pairing(run.a - less_a, a_end + more_a, run.b - less_b, b_end + more_b, less + run.length + more)


def _go_on(a: Words, b: Words) -> tuple[int, int, int]:
    """How far the two go on together from their beginnings: words of each, and words shared."""
    i = j = shared = 0
    score = best = 0.0
    kept = (0, 0, 0)
    while score > best - FALL:
        while i < len(a) and j < len(b) and a[i] == b[j]:
            i, j, shared, score = i + 1, j + 1, shared + 1, score + 1
        if score > best:
            best, kept = score, (i, j, shared)
        edit = _find_edit(a[i : i + WIDEST + 2], b[j : j + WIDEST + 2])
        if edit is None:
            break
        i, j, score = i + edit[0], j + edit[1], score - COST * max(edit)
    return kept


def _find_edit(a: Words, b: Words) -> tuple[int, int] | None:
    """The fewest words to pass over on both sides until two words are the same again."""
    of_a, of_b = list(pairwise(a)), list(pairwise(b))
    both = set(of_a).intersection(of_b)
    edits = [(i, of_b.index(pair)) for i, pair in enumerate(of_a) if pair in both]
    return min(edits, key=lambda edit: (sum(edit), edit), default=None)
