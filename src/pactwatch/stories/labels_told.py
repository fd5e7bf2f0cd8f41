"""A word that judges whom or what it names, where another report names the same without it.

"the tyrant Osgathe agreed"   |   "the leader Osgathe agreed"      the word stands by a name that both have
"Calvenne militants"          |   "Calvenne fighters"
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from pactwatch.language.lexicon import closed_tags, read_list
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side
from pactwatch.stories.reports import Clause, Report
from pactwatch.stories.table import Alignment, Row

#: From here on two clauses tell one thing.
SURE = 0.4
#: How much of the likeness counts: whether a word judges needs reading.
SHARE = 0.75
#: A word that stands by no name that both have is compared from this likeness on, and stands further behind.
#: In a report's own voice a lower one is enough, where most of the shorter clause stands in the other.
LOOSE, OWN_LOOSE, SHARED, LOOSE_SHARE = 0.5, 0.35, 0.6, 0.5

_LABEL = regex.compile(r"\b(?:\L<labels>)(?:s|es)?\b", regex.IGNORECASE, labels=read_list("labels.txt"))
_BEFORE = regex.compile(r"(?:\p{Lu}[\p{L}'’.-]* )+\Z")
_BEHIND = regex.compile(r" ((?:\p{Lu}[\p{L}'’-]*(?: |\b))+)")
_OF = regex.compile(r" of (?:the )?([\p{L}-]+)")
_POSSESSIVE = regex.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A judging word in a clause with the words that it stands by; ``before``: these stand before it, with
    ``joint`` between the two."""

    clause: Clause
    word: str
    anchor: str
    before: bool
    joint: str = " "

    @property
    def shown(self) -> str:
        first, last = (self.anchor, self.word) if self.before else (self.word, self.anchor)
        return f"{first}{self.joint}{last}"


def find_labels(alignment: Alignment) -> Iterable[Difference]:
    """A word that judges in one report's clause, where another has what it stands by without it."""
    for row in alignment.rows:
        if len(row.documents) > 1:
            yield from _compare(alignment, row)


def _compare(alignment: Alignment, row: Row) -> Iterator[Difference]:
    for label in (label for clause in row.clauses for label in list_labels(clause)):
        plain = [clause for clause in row.clauses if _is_plain(alignment, clause, label)]
        if plain:
            alike = max(alignment.compare(label.clause, clause) for clause in plain)
            yield _make_label(label, plain, alike * SHARE)
            return
    yield from _compare_loosely(alignment, row)


def _compare_loosely(alignment: Alignment, row: Row) -> Iterator[Difference]:
    """A judging word anywhere in a clause, where another report tells nearly the same and never has it."""
    for clause in row.clauses:
        match = _LABEL.search(clause.words)
        plain = [other for other in row.clauses if match and _tells_plainly(alignment, clause, other, match)]
        if match and plain:
            sides = (
                Side(clause.place.document, clause.place.span, match.group(), clause.voices),
                *(Side(own.place.document, own.place.span, "", own.voices) for own in plain),
            )
            what = f"one report has the word “{match.group()}”, another tells it without"
            alike = max(alignment.compare(clause, other) for other in plain)
            yield Difference(Differs.LABEL, plain[0].told, what, sides, alike * LOOSE_SHARE)
            return


def _tells_plainly(alignment: Alignment, clause: Clause, other: Clause, match: "regex.Match[str]") -> bool:
    """Whether a clause of another report is nearly the same without any judging word, and its report never
    has this one."""
    if other.place.document == clause.place.document or _LABEL.search(other.words):
        return False
    report = alignment.report(other.place.document)
    own = regex.compile(rf"\b{regex.escape(match.group().rstrip('s'))}", regex.IGNORECASE)
    has_it = any(own.search(report.words(sentence)) for sentence in report.sentences)
    own_voice = not clause.voices and _share_stems(clause, other) >= SHARED
    return alignment.compare(clause, other) >= (OWN_LOOSE if own_voice else LOOSE) and not has_it


def _share_stems(one: Clause, other: Clause) -> float:
    """How much of the shorter clause the other one has too."""
    mine, theirs = set(find_stems(one.told)), set(find_stems(other.told))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _make_label(label: Label, plain: Sequence[Clause], strength: float) -> Difference:
    place, voices = label.clause.place, label.clause.voices
    sides = (
        Side(place.document, place.span, label.word, voices),
        *(Side(own.place.document, own.place.span, "", own.voices) for own in plain),
    )
    what = f"one report has “{label.shown}”, another tells of “{label.anchor}” without the word"
    return Difference(Differs.LABEL, plain[0].told, what, sides, strength)


def list_labels(clause: Clause) -> Iterator[Label]:
    """The judging words of a clause that stand by a name."""
    for match in _LABEL.finditer(clause.words):
        before = _BEFORE.search(clause.words[: match.start()])
        behind = _BEHIND.match(clause.words, match.end()) or _OF.match(clause.words, match.end())
        if behind and _bare(behind[1]):
            joint = behind.group()[: behind.start(1) - behind.start()]
            yield Label(clause, match.group(), _bare(behind[1]), before=False, joint=joint)
        elif before and _bare(before.group()):
            yield Label(clause, match.group(), _bare(before.group()), before=True)


def _bare(words: str) -> str:
    """The words of a name without its possessive, and without the word that opens a sentence before it."""
    own = _POSSESSIVE.sub("", words.strip()).split()
    while own and own[0].lower() in closed_tags():
        own = own[1:]
    return " ".join(own)


def _is_plain(alignment: Alignment, clause: Clause, label: Label) -> bool:
    """Whether a clause of another report that never joins the two has the anchor without the label."""
    if clause.place.document == label.clause.place.document or _LABEL.search(clause.words):
        return False
    report = alignment.report(clause.place.document)
    has_anchor = regex.search(rf"\b{regex.escape(label.anchor)}\b", clause.words) is not None
    alike = alignment.compare(label.clause, clause)
    return has_anchor and alike >= SURE and not _joins(report, label)


def _joins(report: Report, label: Label) -> bool:
    """Whether a report has the label by the same words somewhere."""
    return any(label.shown.lower() in report.words(sentence).lower() for sentence in report.sentences)
