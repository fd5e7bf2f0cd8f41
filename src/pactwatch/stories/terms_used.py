"""Which report uses which of several words for one thing, and which words that judge: counts, no verdict.

clauses, in the report's own voice or a speaker's words
    --> groups of meanings.txt of which several are used, labels.txt --> counts by report
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
    """A word with how often each report has it, in the order of the reports: ``own`` in its own voice,
    ``said`` in a speaker's words. ``group`` is the first of the words for the same thing that it stands
    beside; a word that judges has none."""

    word: str
    group: str
    own: tuple[int, ...]
    said: tuple[int, ...]

    @property
    def judging(self) -> bool:
        return not self.group

    @property
    def total(self) -> int:
        return sum(self.own) + sum(self.said)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a report, in its own voice and in a speaker's."""

    own: str
    said: str


def count_terms_used(reports: Sequence[Report]) -> tuple[TermUse, ...]:
    """Words for one thing of which the reports use several, then words that judge, the most used first."""
    texts = [_split_voices(report) for report in reports]
    return (*_count_meanings(texts), *_count_labels(texts))


def _split_voices(report: Report) -> _Words:
    own = [clause.words for clause in report.clauses if not clause.voices]
    return _Words(" ".join(own), " ".join(clause.words for clause in report.clauses if clause.voices))


def _count_meanings(texts: Sequence[_Words]) -> list[TermUse]:
    own = [Counter(_list_stems(text.own)) for text in texts]
    said = [Counter(_list_stems(text.said)) for text in texts]
    found = []
    for words, told in read_meanings():
        uses = [TermUse(word, words[0], _add_up(word, own), _add_up(word, said)) for word in words if told]
        used = [use for use in uses if use.total]
        found += used if len(used) > 1 else []
    return found


def _list_stems(text: str) -> list[str]:
    return [make_term(match.group()) for match in _WORD.finditer(text)]


def _add_up(word: str, counts: Sequence[Counter[str]]) -> tuple[int, ...]:
    return tuple(sum(count[stem] for stem in make_stems(word)) for count in counts)


def _count_labels(texts: Sequence[_Words]) -> list[TermUse]:
    uses = [_count_label(label, texts) for label in read_list("labels.txt")]
    return sorted((use for use in uses if use.total), key=lambda use: (-use.total, use.word))


def _count_label(label: str, texts: Sequence[_Words]) -> TermUse:
    stem, ends = (label[:-1], "y|ies") if label.endswith("y") else (label, "|s|es")
    pattern = regex.compile(rf"\b{regex.escape(stem)}(?:{ends})\b", regex.IGNORECASE)
    own = tuple(len(pattern.findall(text.own)) for text in texts)
    return TermUse(label, "", own, tuple(len(pattern.findall(text.said)) for text in texts))
