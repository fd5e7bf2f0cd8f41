"""Two other ways to group documents, from libraries that are not the project's own.

TF-IDF with agglomerative clustering (scikit-learn): English stop words left out, 1 + ln of the counts,
average linkage on cosine distances, one threshold. It holds the distance of every pair.
MinHash LSH (datasketch): shingles of five words, 128 permutations, pairs above a Jaccard similarity of 0.5,
the connected ones are a group.
"""

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

LIBRARIES = ("sklearn", "datasketch")
SHINGLE, PERMUTATIONS, ALIKE = 5, 128, 0.5


def find_absent() -> list[str]:
    """The libraries that are not here."""
    return [name for name in LIBRARIES if find_spec(name) is None]


def group_by_distance(texts: Sequence[str], thresholds: Sequence[float]) -> list[list[int]]:
    """TF-IDF and average linkage at each cosine similarity."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import cosine_distances

    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    distances = cosine_distances(vectors)
    settings = {"n_clusters": None, "metric": "precomputed", "linkage": "average"}
    return [
        AgglomerativeClustering(distance_threshold=1 - close, **settings).fit_predict(distances).tolist()
        for close in thresholds
    ]


class HashIndex:
    """MinHash signatures in an LSH index; a document is compared before it is put in."""

    def __init__(self) -> None:
        from datasketch import MinHashLSH

        self._index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
        self._size = 0

    def add(self, text: str) -> list[int]:
        """The documents before it that are alike, by their numbers."""
        signature = _sign(text)
        found: list[int] = self._index.query(signature)
        self._index.insert(self._size, signature, check_duplication=False)
        self._size += 1
        return found


def group_by_hashes(texts: Sequence[str]) -> list[int]:
    """The connected components of what the index finds alike."""
    index, homes = HashIndex(), list(range(len(texts)))
    for number, text in enumerate(texts):
        for other in index.add(text):
            homes[_find_root(homes, number)] = _find_root(homes, other)
    return [_find_root(homes, number) for number in range(len(texts))]


def _find_root(homes: list[int], number: int) -> int:
    while homes[number] != number:
        number = homes[number] = homes[homes[number]]
    return number


def _sign(text: str) -> Any:
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode("utf-8") for shingle in _shingle(text)])
    return signature


def _shingle(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.casefold())
    return (" ".join(words[place : place + SHINGLE]) for place in range(max(1, len(words) - SHINGLE + 1)))
