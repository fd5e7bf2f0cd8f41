"""Which report uses which of several words for one thing, and which words that judge: counts, no verdict.

words of the sentences --> groups of meanings.txt of which several are used, labels.txt --> counts
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pactwatch.language.lexicon import read_list
from pactwatch.stories.alikeness import make_stems, read_meanings
from pactwatch.stories.reports import Report
from pactwatch.stories.terms import make_term

_WORD = regex.compile(r"[\p{L}\d][\p{L}\d'’-]*")


@dataclass(frozen=True, slots=True)
class TermUse:
    """A word with how often each report has it, in the order of the reports. ``group`` are the words for
    the same thing that it stands beside; a word that judges has none."""

    word: str
    group: str
    judging: bool
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def count_terms_used(reports: Sequence[Report]) -> tuple[TermUse, ...]:
    """Words for one thing of which the reports use several, then words that judge, the most used first."""
    texts = [Counter(_list_stems(report)) for report in reports]
    groups = [
        [_count_word(word, words[0], texts) for word in words] for words, told in read_meanings() if told
    ]
    used = [[use for use in group if use.total] for group in groups]
    return (*(use for group in used if len(group) > 1 for use in group), *_count_labels(reports))


def _count_word(word: str, group: str, texts: Sequence[Counter[str]]) -> TermUse:
    stems = make_stems(word)
    return TermUse(word, group, False, tuple(sum(text[stem] for stem in stems) for text in texts))


def _list_stems(report: Report) -> list[str]:
    text = " ".join(report.words(span) for span in report.sentences)
    return [make_term(match.group()) for match in _WORD.finditer(text)]


def _count_labels(reports: Sequence[Report]) -> list[TermUse]:
    texts = [" ".join(report.words(span) for span in report.sentences) for report in reports]
    counted = ((label, tuple(_count(label, text) for text in texts)) for label in read_list("labels.txt"))
    uses = [TermUse(label, "", True, counts) for label, counts in counted if any(counts)]
    return sorted(uses, key=lambda use: (-use.total, use.word))


def _count(label: str, text: str) -> int:
    return len(regex.findall(rf"\b{regex.escape(label)}(?:s|es)?\b", text, regex.IGNORECASE))
