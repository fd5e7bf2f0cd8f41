"""Every score of a reading against its annotated documents, in the order in which they are printed."""

from collections.abc import Sequence

from annotated import Annotated
from figure_scores import FIGURE_FINDINGS, find_invented_figures, find_tallies
from matching import find_lines
from meeting_scores import MEETING_FINDINGS
from placement_scores import find_progress
from reading import Reading, is_silent
from scores import Finding, Found, Pair, Score, make_claim_miss, pool
from statement_scores import (
    find_direct_without_marks,
    find_extra_statements,
    find_indirect,
    find_invented_quotes,
    find_quotes,
)

Findings = tuple[tuple[str, Finding], ...]


def score_all(pairs: Sequence[Pair], more: Findings = ()) -> list[Score]:
    """All scores over the documents; ``more`` are those that need an agreement."""
    return [pool(measure, find, pairs) for measure, find in (*FINDINGS, *more)]


def find_furniture_claims(document: Annotated, reading: Reading) -> Found:
    """Claims from lines that are no part of the report."""
    places = [place for line in document.silent for place in find_lines(reading.article.text, line)]
    misses = [
        make_claim_miss("claims from furniture", document, reading, claim, claim.kind.value)
        for claim in reading.claims
        if is_silent(claim.where) or any(place.overlaps(claim.span) for place in places)
    ]
    return None, misses


FINDINGS: Findings = (
    ("quotes", find_quotes),
    ("quotes invented", find_invented_quotes),
    ("indirect", find_indirect),
    ("statements beyond the gold", find_extra_statements),
    *FIGURE_FINDINGS,
    ("figures invented", find_invented_figures),
    ("tallies", find_tallies),
    ("progress", find_progress),
    *MEETING_FINDINGS,
    ("claims from furniture", find_furniture_claims),
    ("direct without marks", find_direct_without_marks),
)
