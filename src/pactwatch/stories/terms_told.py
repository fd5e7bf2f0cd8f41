"""How far a thing reaches in one report and in another, and how their words are spelt.

rows of the alignment, words --> differences
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side, make_side
from pactwatch.stories.folding import fold_words
from pactwatch.stories.reports import Clause, Report
from pactwatch.stories.table import Alignment, Row

#: From here on a row is one thing that reports may name differently.
SURE = 0.4
#: How much of a row's likeness counts for a reach: it needs reading.
SCOPE_SHARE = 0.9
#: The strength of a spelling: it stands behind all else.
SPELT = 0.2

#: Letters of a short name at most.
_INITIALS = 6
_POSSESSIVE = regex.compile(r"['’]s?$")
_CONTRACTED = regex.compile(r"['’](?!\p{Lu})\p{L}{1,2}$")
_WORD_OR_MARK = regex.compile(r"[\p{L}\d][\p{L}\d'’-]*|[^\s\p{L}\d]")


def find_scopes(alignment: Alignment) -> Iterable[Difference]:
    """One act that reaches further in one report than in another ("from Gaza", "from positions in Gaza")."""
    for row in alignment.rows:
        if len(row.documents) > 1 and row.alike >= SURE:
            reaches = [reach for clause in row.clauses for reach in _find_reaches(clause)]
            yield from _compare_reaches(alignment, row, reaches)


@dataclass(frozen=True, slots=True)
class _Reach:
    """What follows a preposition that follows an act: ``act`` and ``stems`` are compared, ``inner`` are the
    stems behind the word that leads to a narrower place ("positions in | Gaza")."""

    clause: Clause
    act: str
    preposition: str
    words: str
    stems: tuple[str, ...]
    inner: tuple[str, ...]

    def is_part_of(self, other: "_Reach") -> bool:
        """Whether this reaches a part of what the other reaches."""
        return bool(self.inner) and self.inner == other.stems != self.stems


def _find_reaches(clause: Clause) -> Iterator[_Reach]:
    words = [match.group() for match in _WORD_OR_MARK.finditer(clause.told)]
    for at, word in enumerate(words[1:], start=1):
        act = _fold_act(words[at - 1])
        if word.lower() in word_set("scope.prepositions") and act:
            tail = words[at + 1 : at + 1 + _measure_tail(words[at + 1 :])]
            stems = find_stems(" ".join(tail))
            link = next(
                (n for n, own in enumerate(tail) if own.lower() in word_set("scope.links")), len(tail)
            )
            inner = find_stems(" ".join(tail[link + 1 :]))
            if stems:
                yield _Reach(clause, act, word.lower(), " ".join((word, *tail)), tuple(stems), tuple(inner))


def _measure_tail(words: Sequence[str]) -> int:
    """How many words follow a preposition in its phrase: up to the next mark, or word that opens another."""
    stops = word_set("scope.closers") - word_set("scope.links")
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
        if any(a.is_part_of(b) or b.is_part_of(a) for a, b in combinations(several, 2)):
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
    """The words of a report by what they fold to, each with its first place in each spelling; initials
    (US, U.S.) are no words in small letters (us), and contractions are two words."""
    found: dict[str, dict[str, Side]] = {}
    for sentence in report.sentences:
        for folded, span in fold_words(sentence.of(report.article.text)):
            own = Span(sentence.begin + span.begin, sentence.begin + span.end)
            word = _POSSESSIVE.sub("", own.of(report.article.text))
            if not _CONTRACTED.search(word):
                key = f"{folded}." if _is_initials(word) else folded
                found.setdefault(key, {}).setdefault(_plain(word), make_side(report, own, word))
    return found


def _is_initials(word: str) -> bool:
    return word.isupper() and len(word.replace(".", "")) <= _INITIALS


def _plain(word: str) -> str:
    """A word without case, and without the accents of its marks of omission."""
    return word.casefold().replace("’", "'")
