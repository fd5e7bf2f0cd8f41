"""Documents as vectors: terms weighted by how rare they are among the documents (TF-IDF, cosine).

Weights: (1 + ln count) x ln((n + 1) / (documents with the term + 0.5)) ** 1.3, the largest 400, length 1.
After Salton and Buckley (1988), "Term-weighting approaches in automatic text retrieval"; the power
gives rare names more room, and the cut keeps long documents from being like everything.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from pactwatch.stories.days import compute_nearness
from pactwatch.stories.postings import Postings
from pactwatch.stories.rows import Links

Vector = Mapping[str, float]

#: How many terms a vector keeps.
KEPT = 400
POWER = 1.3
#: A term of a single document links nothing.
FEWEST = 2
#: Two documents that are less alike than this are not alike at all.
LEAST = 0.03


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of ``documents`` each term stands."""

    documents: int
    of: Mapping[str, int]


def count_documents(counted: Iterable[Mapping[str, float]]) -> Frequencies:
    """The frequencies of a set of documents."""
    documents, of = 0, Counter[str]()
    for terms in counted:
        documents += 1
        of.update(terms.keys())
    return Frequencies(documents, of)


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
    vectors: Iterable[Vector], postings: Postings, days: Sequence[date | None] = (), least: float = LEAST
) -> Links:
    """For each vector the others that share terms with it, with their cosine; below ``least`` none.

    ``postings`` are empty, and know which terms are not looked up: they say little and cost most.
    """
    links = Links()
    for number, vector in enumerate(vectors):
        links.append(find_near(number, postings.find(vector), days, least))
        postings.append(number, vector)
    return links


def find_near(
    number: int, sums: Mapping[int, float], days: Sequence[date | None], least: float = LEAST
) -> dict[int, float]:
    """The cosines that are left once the days between the documents are counted; below ``least`` none."""
    near = {other: cosine for other, cosine in sums.items() if cosine >= least}
    if not days or days[number] is None:
        return near
    faded = {other: cosine * compute_nearness(days[number], days[other]) for other, cosine in near.items()}
    return {other: cosine for other, cosine in faded.items() if cosine >= least}
