"""How alike two clauses are in words: stems and parts of words, weighted by how rare they are around them.

    clause --> stems, meanings folded, + runs of 4 characters of each stem --> weights --> cosine

Names and numbers weigh as other words do: a score of shared names hurts alignment, and numbers are compared
as typed figures once clauses are aligned. Weights: (1 + ln count) x ln((n + 1) / clauses with it), after
Salton and Buckley (1988); character n-grams after McNamee and Mayfield (2004).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

import regex

from pactwatch.language.lexicon import read_list, word_set
from pactwatch.stories.terms import make_term

Features = Mapping[str, float]

#: Characters of a part of a word, and what a part weighs beside a whole word.
PART, PART_WEIGHT = 4, 0.35

_WORD = regex.compile(r"\p{L}[\p{L}'’-]*|\d[\d,.]*\d|\d")


@cache
def _meanings() -> dict[str, str]:
    """The stem that stands for each stem of a group of words with one meaning."""
    groups = [[make_stems(word) for word in words] for words, _ in read_meanings()]
    return {stem: group[0][0] for group in groups for stems in group for stem in stems}


@cache
def read_meanings() -> list[tuple[list[str], bool]]:
    """The groups of words for one thing, and whether pages count who uses which."""
    lines = [line.split() for line in read_list("meanings.txt")]
    return [([word for word in line if word != "*"], line[0] == "*") for line in lines]


def make_stems(word: str) -> list[str]:
    """The stems of a word and of its plural: "captive" and "captives" have two."""
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return list(dict.fromkeys((make_term(word), make_term(plural))))


def find_stems(words: str) -> list[str]:
    """The stems of the words that say something, in order, words of one meaning as one."""
    light, meanings = word_set("alikeness.light"), _meanings()
    lows = ((match.group().lower(), match.group()) for match in _WORD.finditer(words))
    stems = (make_term(word) for low, word in lows if low not in light)
    return [meanings.get(stem, stem) for stem in stems if stem]


def count_features(words: str) -> Counter[str]:
    """How often each stem and each part of a stem stands in a text."""
    counts: Counter[str] = Counter()
    for stem in find_stems(words):
        counts[stem] += 1
        framed = f"_{stem}_"
        counts.update(f"~{framed[at : at + PART]}" for at in range(max(1, len(framed) - PART + 1)))
    return counts


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of ``clauses`` each feature stands."""

    clauses: int
    of: Mapping[str, int]

    @classmethod
    def count(cls, clauses: Iterable[str]) -> "Rarity":
        counts: Counter[str] = Counter()
        number = 0
        for words in clauses:
            number += 1
            counts.update(count_features(words).keys())
        return cls(number, counts)

    def weigh(self, words: str) -> Features:
        """The features of a text with their weights, of length 1; empty where it has no word that counts."""
        weights = {name: self._weigh(name, count) for name, count in count_features(words).items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {name: weight / length for name, weight in weights.items()} if length else {}

    def _weigh(self, name: str, count: int) -> float:
        rare = log((self.clauses + 1) / max(1, self.of.get(name, 0)))
        return (1 + log(count)) * max(0.0, rare) * (PART_WEIGHT if name.startswith("~") else 1.0)


def compare(one: Features, other: Features) -> float:
    """The cosine of two weighted texts, 0 to 1."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    total, find = 0.0, long.get
    for name, weight in short.items():
        theirs = find(name)
        if theirs is not None:
            total += weight * theirs
    return total
