"""What stands under reports of anything: a passage of two documents that have nothing else in common.

    "Share this report in the comments"     in a report on a ferry and one on a bridge   ->   a formula
    the same words                          in two reports on the ferry                  ->   a passage

The names outside of what is shared tell the two apart. This asks nothing of other documents, so that the
answer does not depend on which have come; and a copy of most of a document is no formula.
"""

from array import array
from collections.abc import Iterable, Sequence

from pactwatch.stories.folding import common_words

#: With fewer names than this in one of the two nothing can be told.
FEWEST = 8
#: Two documents are about different things where they share no more names, and no larger part of them.
NAMES, PART = 2, 0.15
#: What makes so large a part of the shorter document is no formula, whatever the names.
COPIED = 0.2

Stretch = tuple[int, int]


def find_names(words: Iterable[tuple[str, int, int]], text: str) -> "array[int]":
    """The places (counted in words) of words that are capitalised wherever they stand in a text."""
    marked = [(word, text[begin].isupper()) for word, begin, _ in words]
    small = {word for word, capital in marked if not capital}
    return array(
        "I",
        (
            at
            for at, (word, capital) in enumerate(marked)
            if capital and word not in small and word not in common_words()
        ),
    )


def are_apart(a: set[int], b: set[int]) -> bool:
    """Whether two documents are about different things, by the names outside of what they share."""
    fewer, both = min(len(a), len(b)), len(a & b)
    return fewer >= FEWEST and both <= NAMES and both <= PART * fewer


def names_outside(words: Sequence[int], names: Iterable[int], stretches: Sequence[Stretch]) -> set[int]:
    """The words at the places ``names`` that stand in none of the stretches."""
    return {words[at] for at in names if not any(begin <= at < end for begin, end in stretches)}
