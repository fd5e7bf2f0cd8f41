"""Texts to stories: terms --> vectors --> similar documents --> groups."""

from collections.abc import Sequence

from pactwatch.stories.clusters import CLOSE, cluster
from pactwatch.stories.terms import count_terms
from pactwatch.stories.vectors import count_documents, find_similar, make_vector


def group_texts(texts: Sequence[str], thresholds: Sequence[float] = (CLOSE,)) -> list[list[int]]:
    """The group of each text, at each threshold; a group has the number of its first text."""
    counted = [count_terms(text) for text in texts]
    frequencies = count_documents(counted)
    similar = find_similar([make_vector(counts, frequencies) for counts in counted])
    return [cluster(similar, close) for close in thresholds]
