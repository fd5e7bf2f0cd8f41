"""What is proposed about the reports of one story: links with their reasons, for people to judge.

reports of a story --> utterances, ties --> same_utterance, same_story, same_origin or derived_from,
                                            copied_from, dates, denies, corrects

Reports are compared in the order of (day of publication, document ID), so that the same documents always
give the same links. In a large story each report is compared with those that it is most like.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactwatch.model.link import Link, LinkKind, Reason
from pactwatch.model.source import Document
from pactwatch.stories.copies import Copy
from pactwatch.stories.dating import date_by_siblings
from pactwatch.stories.disputes import find_corrections, find_denials
from pactwatch.stories.first import find_first, is_own_follow_up
from pactwatch.stories.proposals import make_link
from pactwatch.stories.reports import Report
from pactwatch.stories.table import count_rarity
from pactwatch.stories.ties import TIED, Tie, find_tie
from pactwatch.stories.utterances import Match, find_matches, group_matches

#: Up to so many reports of a story each is compared with each; in larger ones with so many of the most alike.
ALL_PAIRS, NEAREST = 8, 6

#: How alike two documents are in words, by their IDs in order.
Alike = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one story with how alike they are and the passages that they share."""

    reports: tuple[Report, ...]
    alike: Alike
    copies: tuple[Copy, ...] = ()


def sort_key(document: Document) -> tuple[str, str]:
    """Documents by day of publication, the undated last, then by ID."""
    return (document.published.last.isoformat() if document.published else "~", document.id)


def propose_links(story: Story) -> list[Link]:
    """All links of one story, each once."""
    reports = sorted(story.reports, key=lambda report: sort_key(report.document))
    pairs, rarity = _choose_pairs(reports, story.alike), count_rarity(reports)
    matches = find_matches(reports, pairs, rarity)
    utterances = group_matches(matches, [report.id for report in reports])
    by_id = {report.id: report for report in reports}
    ties = {(a, b): find_tie(by_id[a], by_id[b], rarity, utterances, story.copies) for a, b in sorted(pairs)}
    links = [
        *_link_utterances(matches),
        *_link_story(reports, ties, story.alike),
        *(link for (a, b), tie in ties.items() for link in _link_origin(by_id[a], by_id[b], tie)),
        *date_by_siblings(reports, ties),
        *(link for report in reports for link in find_denials(report)),
        *find_corrections(reports),
    ]
    return list({link.key: link for link in reversed(links)}.values())[::-1]


def _choose_pairs(reports: Sequence[Report], alike: Alike) -> set[tuple[str, str]]:
    """The reports to compare, each pair in the order of the reports."""
    order = [report.id for report in reports]
    every = list(combinations(order, 2))
    if len(order) <= ALL_PAIRS:
        return set(every)
    near: set[tuple[str, str]] = set()
    for one in order:
        own = [pair for pair in every if one in pair]
        near.update(sorted(own, key=lambda pair: -find_alike(alike, *pair))[:NEAREST])
    return near


def find_alike(alike: Alike, one: str, other: str) -> float:
    """How alike two documents are in words; 0 where they were not compared."""
    return alike.get((min(one, other), max(one, other)), 0.0)


def _link_utterances(matches: Sequence[Match]) -> Iterator[Link]:
    """One link for two statements, however many of their sentences match."""
    by_claims: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        by_claims.setdefault((match.a.claim, match.b.claim), []).append(match)
    for (a, b), own in by_claims.items():
        reasons = (
            Reason("words", _describe(match), (match.a.place.span,), (match.b.place.span,)) for match in own
        )
        yield make_link(LinkKind.SAME_UTTERANCE, a, b, max(match.score for match in own), reasons)


def _describe(match: Match) -> str:
    alike = f"alike in words: {match.score:.2f}"
    quoted = f"; both have “{match.shared}”" if match.shared else ""
    speaker = "one speaker" if match.same_speaker else "speakers of one side"
    return f"{alike}{quoted}; {speaker}"


def _link_story(
    reports: Sequence[Report], ties: Mapping[tuple[str, str], Tie], alike: Alike
) -> Iterator[Link]:
    """Each report with the earlier one that it is most like, so that the links hold the story together."""
    for number, report in enumerate(reports[1:], start=1):
        earlier = [other.id for other in reports[:number]]
        scores = {other: _tie_score(ties, other, report.id) for other in earlier}
        nearest = max(earlier, key=lambda o: (find_alike(alike, o, report.id) + scores[o], -earlier.index(o)))
        cosine = find_alike(alike, nearest, report.id)
        tie = ties.get((nearest, report.id))
        reasons = [*(tie.reasons if tie else ()), Reason("words", f"alike in words: {cosine:.2f}")]
        score = 1 - (1 - min(1.0, cosine)) * (1 - scores[nearest])
        yield make_link(LinkKind.SAME_STORY, nearest, report.id, score, reasons)


def _tie_score(ties: Mapping[tuple[str, str], Tie], a: str, b: str) -> float:
    tie = ties.get((a, b))
    return tie.score if tie else 0.0


def _link_origin(a: Report, b: Report, tie: Tie) -> Iterator[Link]:
    """Two tied reports: one derived from the other where it is known which was first."""
    if tie.score < TIED or is_own_follow_up(a.document, b.document):
        return
    if a.document.digest or b.document.digest:
        return
    first = find_first(a.document, b.document)
    if first is None:
        yield make_link(LinkKind.SAME_ORIGIN, a.id, b.id, tie.score, tie.reasons)
        return
    later, reasons = (a.id, tie.reasons) if first.id == b.id else (b.id, [_turn(one) for one in tie.reasons])
    why = Reason("first", first.why)
    yield make_link(LinkKind.DERIVED_FROM, later, first.id, tie.score, [why, *reasons])
    passages = [one for one in reasons if one.kind == "passage"]
    if passages:
        yield make_link(LinkKind.COPIED_FROM, later, first.id, tie.score, [why, *passages])


def _turn(reason: Reason) -> Reason:
    return Reason(reason.kind, reason.words, reason.b, reason.a)
