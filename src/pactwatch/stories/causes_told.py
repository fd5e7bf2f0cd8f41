"""A result that one report makes of something, where another tells the same fact without a cause.

Ondria broke the truce, resulting in the death of three guards.    one made the result of the other
Three guards were killed in the same weeks.                         told by itself
"""

from collections.abc import Iterable, Iterator

import regex

from pactwatch.language.lexicon import read_list, word_set
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side
from pactwatch.stories.reports import Clause
from pactwatch.stories.table import Alignment, Row

#: From here on two clauses tell one fact.
SURE = 0.36
#: A clause of fewer stems says too little.
FEWEST = 3

_RESULT = regex.compile(
    r"(?:thus |thereby |which )?(?:\L<cues>)\b", regex.IGNORECASE, cues=read_list("results.txt")
)
_CAUSE = regex.compile(
    r"\b(?:\L<cues>)\b", regex.IGNORECASE, cues=[*read_list("causes.txt"), *read_list("results.txt")]
)
_WORD = regex.compile(r"\p{L}+")


def find_added_causes(alignment: Alignment) -> Iterable[Difference]:
    """A clause that one report makes the result of something, and another tells without a cause."""
    for row in alignment.rows:
        if len(row.documents) > 1:
            yield from _compare(alignment, row)


def _compare(alignment: Alignment, row: Row) -> Iterator[Difference]:
    results = [(clause, cue) for clause in row.clauses if (cue := _RESULT.match(clause.words))]
    caused = {clause.place.document for clause, _ in results}
    for clause, cue in results[:1]:
        plain = [
            other
            for other in row.clauses
            if other.place.document not in caused and not _has_cause(alignment, other)
            if alignment.compare(clause, other) >= SURE and len(find_stems(other.told)) >= FEWEST
        ]
        if plain:
            what = f"one report makes it the result of something else (“{cue.group()}”), another does not"
            sides = tuple(Side(c.place.document, c.place.span, c.words, c.voices) for c in (clause, *plain))
            yield Difference(Differs.CAUSE, plain[0].told, what, sides, min(0.95, row.alike + 0.3))


def _has_cause(alignment: Alignment, clause: Clause) -> bool:
    """Whether the sentence of a clause has a word that makes it a result of something."""
    report = alignment.report(clause.place.document)
    sentence = report.words(report.find_sentence(clause.place.span))
    words = {match.group().lower() for match in _WORD.finditer(sentence)}
    return bool(words & word_set("causes.weak")) or _CAUSE.search(sentence) is not None
