"""Who denies what, and what corrects what: links between claims, in the words of the reports.

"The River Guard denied firing."        denies    the allegation by another side shortly before it
"It is 92, not 29," printed the outlet  corrects  its earlier 29 of the same story
"""

from collections.abc import Iterator, Sequence

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import find_numbers
from pactwatch.language.tokens import split_tokens
from pactwatch.model.claim import Figure, Modality, Statement
from pactwatch.model.link import Link, LinkKind, Reason
from pactwatch.model.status import Fact
from pactwatch.stories.first import find_first, is_own_follow_up
from pactwatch.stories.proposals import make_link
from pactwatch.stories.reports import Report, find_voices

#: A denial answers what another side says so many sentences before it at most.
REACH = 3
DENIED, CORRECTED = 0.7, 0.8

#: Characters between a number and the one that it takes back: ", not".
_GAP = 2
_NOT = regex.compile(r"\b(?:not|instead of|rather than)\s+(?=\p{N}|\p{L})", regex.IGNORECASE)


def find_denials(report: Report) -> Iterator[Link]:
    """Each denial with the nearest allegation of another side before it in the same report."""
    for fact in report.statements:
        if _denies(fact, report):
            answered = _find_answered(fact, report)
            if answered is not None:
                said = report.words(fact.claim.span)
                reason = Reason("words", f"“{said}” follows it", (fact.claim.span,), (answered.claim.span,))
                yield make_link(LinkKind.DENIES, fact.claim.key, answered.claim.key, DENIED, [reason])


def _denies(fact: Fact, report: Report) -> bool:
    """Whether a statement denies what somebody else says, and does not turn down a demand."""
    slots = fact.claim.slots
    assert isinstance(slots, Statement)
    cue = slots.cue_word.lower()
    if fact.claim.modality is not Modality.DENIED:
        return False
    words = {word.lower() for word in report.words(fact.claim.span).split()}
    rejects = cue in word_set("disputes.rejecting") and words & word_set("disputes.rejected")
    of_papers = words & word_set("disputes.of-papers")
    return (cue in word_set("disputes.denying") or bool(rejects)) and not of_papers


def _find_answered(denial: Fact, report: Report) -> Fact | None:
    """The last allegation that another side makes before a denial; else what it says just before."""
    near = [fact for fact in report.facts if _is_other(fact, denial)]
    alleged = [fact for fact in near if fact.claim.alleges_breach]
    told = [fact for fact in near if isinstance(fact.claim.slots, Statement)]
    found = [fact for fact in alleged if _count_back(fact, denial, report) <= REACH]
    found = found or [fact for fact in told if _count_back(fact, denial, report) <= 1]
    return max(found, key=lambda fact: (fact.claim.span.end, fact.claim.key), default=None)


def _count_back(fact: Fact, denial: Fact, report: Report) -> int:
    """How many sentences a claim stands before a denial; more than any reach where it stands behind it."""
    sentences = list(report.sentences)
    own, other = report.find_sentence(denial.claim.span), report.find_sentence(fact.claim.span)
    if own not in sentences or other not in sentences or fact.claim.span.begin >= denial.claim.span.begin:
        return REACH + 1
    return sentences.index(own) - sentences.index(other)


def _is_other(fact: Fact, denial: Fact) -> bool:
    """Whether somebody else says it, who is not of the side that denies."""
    voices, denying = find_voices(fact), find_voices(denial)
    return bool(voices) and not any(a.is_side(b) for a in voices for b in denying)


def find_corrections(reports: Sequence[Report]) -> Iterator[Link]:
    """Each figure that takes another one back, with the earlier figure of a report of the same outlet."""
    for report in reports:
        for fact in report.facts:
            for number in _find_taken_back(fact, report):
                for other in reports:
                    if _can_correct(report, other):
                        yield from _link_corrected(fact, number, other, report)


def _can_correct(report: Report, other: Report) -> bool:
    """Whether another report is the same outlet's and not known to be the later one."""
    if other.id == report.id or not is_own_follow_up(report.document, other.document):
        return False
    first = find_first(report.document, other.document)
    return first is None or first.id != report.id


def _find_taken_back(fact: Fact, report: Report) -> list[object]:
    """The numbers that stand behind "not" right after a figure."""
    if not isinstance(fact.claim.slots, Figure):
        return []
    text, begin = report.article.text, fact.claim.slots.number.end
    match = _NOT.search(text, begin, min(len(text), begin + 20))
    if match is None or match.start() - begin > _GAP or find_voices(fact):
        return []
    tokens = split_tokens(text, match.end(), report.find_sentence(fact.claim.span).end)
    return [number.low for number in find_numbers(tokens) if number.first == 0]


def _link_corrected(fact: Fact, number: object, other: Report, report: Report) -> Iterator[Link]:
    for earlier in other.facts:
        figure = earlier.claim.slots
        if isinstance(figure, Figure) and number in (figure.low, figure.high, figure.approx):
            words = f"“{report.words(report.find_sentence(fact.claim.span))}”"
            reason = Reason("words", words, (fact.claim.span,), (earlier.claim.span,))
            yield make_link(LinkKind.CORRECTS, fact.claim.key, earlier.claim.key, CORRECTED, [reason])
