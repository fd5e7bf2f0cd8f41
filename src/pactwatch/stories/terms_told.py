"""How reports of a story name things: a word that judges, a spelling, how far a thing reaches.

rows of the alignment, words --> differences
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex

from pactwatch.language.lexicon import read_list, word_set
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side, make_side
from pactwatch.stories.folding import fold_words
from pactwatch.stories.reports import Clause, Report
from pactwatch.stories.table import Alignment, Row

#: From here on a row is one thing that reports may name differently.
SURE = 0.4
#: How much of a row's likeness counts for a word that judges, and for a reach: both need reading.
LABEL_SHARE, SCOPE_SHARE = 0.75, 0.9
#: The strength of a spelling: it stands behind all else.
SPELT = 0.2

_WORD_OR_MARK = regex.compile(r"[\p{L}\d][\p{L}\d'’-]*|[^\s\p{L}\d]")
_LABEL = regex.compile(r"\b(?:\L<labels>)(?:s|es)?\b", regex.IGNORECASE, labels=read_list("labels.txt"))


def find_labels(alignment: Alignment) -> Iterable[Difference]:
    """A word that judges in one report's clause, where others tell the same without it."""
    for row in alignment.rows:
        if len(row.documents) > 1 and row.alike >= SURE:
            labelled = [(c, m) for c in row.clauses if (m := _LABEL.search(c.words))]
            plain = [
                c for c in row.clauses if c.place.document not in {a.place.document for a, _ in labelled}
            ]
            if labelled and plain:
                yield _make_label(alignment, row, labelled[0], plain)


def _make_label(
    alignment: Alignment, row: Row, labelled: tuple[Clause, "regex.Match[str]"], plain: Sequence[Clause]
) -> Difference:
    clause, match = labelled
    sides = (
        Side(clause.place.document, clause.place.span, match.group(), clause.voices),
        *(Side(other.place.document, other.place.span, "", other.voices) for other in plain),
    )
    what = f"one report has the word “{match.group()}”, another tells it without"
    return Difference(Differs.LABEL, plain[0].told, what, sides, row.alike * LABEL_SHARE)


def find_scopes(alignment: Alignment) -> Iterable[Difference]:
    """One act that reaches further in one report than in another ("from Gaza", "from positions in Gaza")."""
    for row in alignment.rows:
        if len(row.documents) > 1 and row.alike >= SURE:
            reaches = [reach for clause in row.clauses for reach in _find_reaches(clause)]
            yield from _compare_reaches(alignment, row, reaches)


@dataclass(frozen=True, slots=True)
class _Reach:
    """What follows a preposition that follows an act: ``act`` and ``stems`` are compared."""

    clause: Clause
    act: str
    preposition: str
    words: str
    stems: frozenset[str]


def _find_reaches(clause: Clause) -> Iterator[_Reach]:
    words = [match.group() for match in _WORD_OR_MARK.finditer(clause.told)]
    for at, word in enumerate(words[1:], start=1):
        act = _fold_act(words[at - 1])
        if word.lower() in word_set("scope.prepositions") and act:
            tail = words[at + 1 : at + 1 + _measure_tail(words[at + 1 :])]
            stems = frozenset(find_stems(" ".join(tail)))
            if stems:
                yield _Reach(clause, act, word.lower(), " ".join((word, *tail)), stems)


def _measure_tail(words: Sequence[str]) -> int:
    """How many words follow a preposition in its phrase: up to the next mark, or word that opens another."""
    stops = word_set("scope.closers") - {"in"}
    ends = (at for at, word in enumerate(words) if word.lower() in stops or not word[0].isalnum())
    return next(ends, len(words))


def _fold_act(word: str) -> str:
    """The beginning that "withdraw", "withdrawing" and "withdrawal" share; "" for a light word."""
    stems = find_stems(word)
    return stems[0][:7] if stems else ""


def _compare_reaches(alignment: Alignment, row: Row, reaches: Sequence[_Reach]) -> Iterator[Difference]:
    groups: dict[tuple[str, str], dict[str, _Reach]] = {}
    for reach in reaches:
        own = groups.setdefault((reach.act, reach.preposition), {})
        own.setdefault(reach.clause.place.document, reach)
    for own in groups.values():
        several = list(own.values())
        if any(a.stems < b.stems or b.stems < a.stems for a, b in combinations(several, 2)):
            sides = tuple(
                Side(reach.clause.place.document, reach.clause.place.span, reach.words, reach.clause.voices)
                for reach in several
            )
            values = " / ".join(dict.fromkeys(reach.words for reach in several))
            what = f"how far it reaches is given as “{values}”"
            yield Difference(Differs.SCOPE, row.clauses[0].told, what, sides, row.alike * SCOPE_SHARE)


def find_spellings(reports: Sequence[Report]) -> Iterable[Difference]:
    """Words that reports spell in several ways: listed so that none is taken for a contradiction."""
    printed: dict[str, list[Side]] = {}
    for report in reports:
        for folded, spellings in _list_spellings(report).items():
            if len(spellings) == 1:
                printed.setdefault(folded, []).extend(spellings.values())
    for _, own in sorted(printed.items()):
        sides = tuple(own)
        forms = sorted({_plain(side.value) for side in sides})
        if len(forms) > 1:
            values = " / ".join(dict.fromkeys(side.value for side in sides))
            yield Difference(Differs.SPELLING, values, f"spelt {values}", sides, SPELT)


def _list_spellings(report: Report) -> Mapping[str, Mapping[str, Side]]:
    """The words of a report by what they fold to, each with its first place in each spelling."""
    found: dict[str, dict[str, Side]] = {}
    for sentence in report.sentences:
        for folded, span in fold_words(sentence.of(report.article.text)):
            own = Span(sentence.begin + span.begin, sentence.begin + span.end)
            word = regex.sub(r"['’]s?$", "", own.of(report.article.text))
            found.setdefault(folded, {}).setdefault(_plain(word), make_side(report, own, word))
    return found


def _plain(word: str) -> str:
    """A word without case, and without the accents of its marks of omission."""
    return word.casefold().replace("’", "'")
