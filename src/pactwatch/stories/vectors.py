"""Documents as vectors: terms weighted by how rare they are among the documents (TF-IDF, cosine).

Weights: (1 + ln count) x ln((n + 1) / (documents with the term + 0.5)) ** 1.3, the largest 200, length 1.
After Salton and Buckley (1988), "Term-weighting approaches in automatic text retrieval"; the power
gives rare names more room, and the cut keeps long documents from being like everything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

Vector = Mapping[str, float]

#: How many terms a vector keeps.
KEPT = 200
POWER = 1.3
#: A term of a single document links nothing.
FEWEST = 2
#: A term of more documents than these is not looked up, so that time grows with the documents and not
#: with their square.
COMMON = 300


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of ``documents`` each term stands."""

    documents: int
    of: Mapping[str, int]


def count_documents(counted: Sequence[Mapping[str, float]]) -> Frequencies:
    """The frequencies of a set of documents."""
    return Frequencies(len(counted), Counter(term for terms in counted for term in terms))


def make_vector(counts: Mapping[str, float], frequencies: Frequencies) -> Vector:
    """The vector of one document, of length 1; empty where no term is shared."""
    weights = [(_weigh(count, frequencies, term), term) for term, count in counts.items()]
    kept = sorted((pair for pair in weights if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))[:KEPT]
    length = sqrt(sum(weight * weight for weight, _ in kept))
    return {term: weight / length for weight, term in kept}


def _weigh(count: float, frequencies: Frequencies, term: str) -> float:
    known = frequencies.of.get(term, 0)
    if known < FEWEST:
        return 0.0
    rare = log((frequencies.documents + 1) / (known + 0.5))
    return (1 + log(count)) * rare**POWER if rare > 0 else 0.0


def find_similar(
    vectors: Sequence[Vector], least: float = 0.03, common: int = COMMON
) -> list[dict[int, float]]:
    """For each vector the others that share terms with it, with their cosine; below ``least`` none.

    Terms of more than ``common`` vectors are left out of the sum: they say little and cost most.
    """
    counts = Counter(term for vector in vectors for term in vector)
    postings: dict[str, list[tuple[int, float]]] = {}
    found: list[dict[int, float]] = [{} for _ in vectors]
    for number, vector in enumerate(vectors):
        sums: dict[int, float] = {}
        for term, weight in vector.items():
            if counts[term] > common:
                continue
            for other, theirs in postings.get(term, ()):
                sums[other] = sums.get(other, 0.0) + weight * theirs
            postings.setdefault(term, []).append((number, weight))
        for other, cosine in sums.items():
            if cosine >= least:
                found[number][other] = found[other][number] = cosine
    return found
