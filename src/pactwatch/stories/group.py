"""Texts to stories: terms --> vectors --> similar documents --> groups."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from pactwatch.stories.clusters import CLOSE, Pair, cluster
from pactwatch.stories.coverage import compare_counted, compute_close
from pactwatch.stories.postings import Postings
from pactwatch.stories.rows import Links
from pactwatch.stories.terms import count_terms
from pactwatch.stories.vectors import count_documents


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
    similar = compare_texts(texts, days)
    return [cluster(similar, compute_close(len(texts), close), same, apart) for close in thresholds]


def compare_texts(texts: Iterable[str], days: Sequence[date | None] = ()) -> Links:
    """How alike each text is with those that share terms with it; ``days`` as for `group_texts`."""
    counted = [count_terms(text) for text in texts]
    frequencies = count_documents(counted)
    return compare_counted(counted, frequencies, Postings.leave_out(frequencies.of), days)
