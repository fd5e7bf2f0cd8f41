"""The nearest valid name to one that is not known, for the page that says so."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process


def find_nearest(name: str, known: Sequence[str]) -> str:
    """The known name most like this one; the first where none is like it; "" where none is known."""
    best = process.extractOne(name, known, scorer=fuzz.WRatio, score_cutoff=40)
    if best:
        return str(best[0])
    return known[0] if known else ""
