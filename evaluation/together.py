"""Scores of what several documents give together: figures in one series, and possible derivations.

The gold's discrepancies of the kind "figure" say in `possible` which numbers may make which.
"""

import re
from collections.abc import Sequence

from annotated import TREE, Annotated
from matching import find_all
from pactwatch.language.numbers import find_numbers
from pactwatch.language.tokens import split_tokens
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Figure
from pactwatch.model.status import Fact
from pactwatch.state.derivations import find_derivations, find_value
from reading import Reading
from scores import Miss, Score

Pairs = Sequence[tuple[Annotated, Reading]]


def make_facts(readings: Sequence[Reading]) -> list[Fact]:
    """The claims of all documents with where they belong."""
    return [
        Fact(claim, reading.placements[claim.key], reading.article.document)
        for reading in readings
        for claim in reading.claims
        if claim.key in reading.placements
    ]


def score_series(tree: TREE, pairs: Pairs) -> Score:
    """Figures of the gold with one measure, population and begin (to the year) are in one series, and
    those with another are in another."""
    names: dict[tuple[str, str, str], set[str | None]] = {}
    by_name = {document.name: reading for document, reading in pairs}
    for item in tree["figures"]:
        if item.get("since") and item["doc"] in by_name:
            key = (str(item["measure"]), str(item["of"]), str(item["since"])[:4])
            names.setdefault(key, set()).add(_measure_at(by_name[item["doc"]], item["text"]))
    wrong = [key for key, found in names.items() if len(found) != 1 or None in found]
    shared = {measure for found in names.values() for measure in found}
    if len(shared) != len(names):
        wrong = wrong or list(names)
    misses = tuple(Miss("series", "", " ".join(key), f"{names[key]}") for key in wrong)
    return Score("figures: series", len(names) - len(wrong), len(names), misses)


def _measure_at(reading: Reading, words: str) -> str | None:
    for span in find_all(reading.article.text, words):
        for claim in reading.of(Figure):
            if span.begin <= claim.slots.number.begin < span.end:  # type: ignore[union-attr]
                return reading.placements[claim.key].measure
    return None


def score_derivations(tree: TREE, pairs: Pairs, agreement: Agreement) -> Score:
    """Each possible derivation of the gold is proposed, with these numbers and no others."""
    found = [
        sorted(str(find_value(term)) for term in (*derivation.terms, derivation.result))
        for derivation in find_derivations(agreement, make_facts([reading for _, reading in pairs]))
    ]
    wanted = [
        item["possible"] for item in tree["discrepancies"] if item["kind"] == "figure" and "possible" in item
    ]
    missed = [words for words in wanted if _numbers_of(words) not in found]
    misses = tuple(Miss("derivations", "", words, f"proposed: {found}") for words in missed)
    return Score("derivations", len(wanted) - len(missed), len(wanted), misses)


def _numbers_of(words: str) -> list[str]:
    plain = re.sub(r"[;,]", " ", words)
    return sorted(str(number.low) for number in find_numbers(split_tokens(plain, 0, len(plain))))
