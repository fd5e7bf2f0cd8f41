"""How far to trust that two documents of a small archive are alike.

A term counts where a second document has it. In an archive of two documents only what both share counts,
and any two are the same in that; in a large one nearly every term is shared by some. So a cosine is scaled
by how much of each document is shared at all, the more the fewer documents there are:

    cosine x (coverage of one x coverage of the other) ** min(1, (50 / documents) ** 2)

Of 5, 10, 20 and 50 documents of as many FNC-1 stories 0.0, 0.3, 0.8 and 3.3 per cent are joined to another,
without scaling 56, 37, 23 and 17 (30 draws each). Where stories are akin, more are: of one document each of
the ten political stories of NewsWCL50 19 per cent.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import log, sqrt

from pactwatch.stories.clusters import CLOSE
from pactwatch.stories.postings import Postings
from pactwatch.stories.rows import Links
from pactwatch.stories.vectors import FEWEST, Frequencies, find_similar, make_vector

#: Up to so many documents an archive is small; beyond, the scaling fades out.
SMALL = 50
#: How much lower the average in a story may be in a small archive: scaled cosines are smaller.
LOWER_WHEN_FEW = 0.5


def compute_close(documents: int, close: float = CLOSE) -> float:
    """How alike the documents of a story are on average at least, in an archive of so many; ``close`` is
    the threshold of a large one."""
    return close * (1 - LOWER_WHEN_FEW / sqrt(max(1, documents)))


def compute_coverage(counts: Mapping[str, float], frequencies: Frequencies) -> float:
    """How much of a document stands in terms that another document has too: 0 to 1."""
    weights = {term: 1 + log(count) for term, count in counts.items()}
    shared = sum(weight for term, weight in weights.items() if frequencies.of.get(term, 0) >= FEWEST)
    return shared / sum(weights.values()) if weights else 0.0


def compare_counted(
    counted: Iterable[Mapping[str, float]],
    frequencies: Frequencies,
    postings: Postings,
    days: Sequence[date | None] = (),
) -> Links:
    """The scaled cosines between all documents of an archive, from the terms counted of each (read twice);
    ``postings`` are empty, as `find_similar` asks for, and are filled."""
    links = find_similar((make_vector(counts, frequencies) for counts in counted), postings, days)
    _scale(links, counted, frequencies)
    return links


def _scale(links: Links, counted: Iterable[Mapping[str, float]], frequencies: Frequencies) -> None:
    power = min(1.0, (SMALL / max(1, len(links))) ** 2)
    coverage = [compute_coverage(counts, frequencies) ** power for counts in counted]
    for (others, cosines), own in zip(links.rows, coverage, strict=True):
        for place, other in enumerate(others):
            cosines[place] *= own * coverage[other]
