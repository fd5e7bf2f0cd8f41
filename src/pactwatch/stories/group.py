"""Texts to stories: terms --> vectors --> similar documents --> groups."""

from collections.abc import Collection, Sequence
from datetime import date

from pactwatch.stories.clusters import CLOSE, Pair, cluster
from pactwatch.stories.coverage import compute_close, scale_similar
from pactwatch.stories.postings import Postings
from pactwatch.stories.terms import count_terms
from pactwatch.stories.vectors import count_documents, find_similar, make_vector


def group_texts(
    texts: Sequence[str],
    thresholds: Sequence[float] = (CLOSE,),
    days: Sequence[date | None] = (),
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> list[list[int]]:
    """The group of each text, at each threshold; a group has the number of its first text.

    ``days`` are those of publication, one for each text or none at all. ``same`` and ``apart`` are pairs
    of texts of which a person has said that they are, or are not, about one occurrence.
    """
    counted = [count_terms(text) for text in texts]
    frequencies = count_documents(counted)
    vectors = (make_vector(counts, frequencies) for counts in counted)
    similar = find_similar(vectors, Postings.leave_out(frequencies.of), days)
    scale_similar(similar, counted, frequencies)
    return [cluster(similar, compute_close(len(texts), close), same, apart) for close in thresholds]
