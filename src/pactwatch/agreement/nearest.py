"""The valid name nearest to one that is not."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

#: Likeness from 0 to 100 under which a suggestion would only confuse.
MIN_LIKENESS = 60


def find_nearest(name: str, known: Iterable[str]) -> str | None:
    """The most alike of the known names, the first of equals; None where none is alike."""
    best = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS)
    return best[0] if best else None
