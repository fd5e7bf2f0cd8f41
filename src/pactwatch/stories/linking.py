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
from pactwatch.stories.alikeness import Rarity, compare
from pactwatch.stories.copies import Copy
from pactwatch.stories.dating import date_by_siblings
from pactwatch.stories.disputes import find_corrections, find_denials
from pactwatch.stories.first import carry_one_agency, find_first, is_own_follow_up
from pactwatch.stories.proposals import make_link
from pactwatch.stories.reports import Report
from pactwatch.stories.table import count_rarity, weigh_clauses
from pactwatch.stories.ties import TIED, Tie, find_tie
from pactwatch.stories.utterances import Match, find_matches, group_matches

#: Up to so many reports of a story each is compared with each; in larger ones with so many of the most alike.
ALL_PAIRS, NEAREST = 8, 6

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one story and the passages that they share. What is proposed of it depends on nothing
    else, so that a story to which nothing came needs no second look."""

    reports: tuple[Report, ...]
    copies: tuple[Copy, ...] = ()


def sort_key(document: Document) -> tuple[str, str]:
    """Documents by day of publication, the undated last, then by ID."""
    return (document.published.last.isoformat() if document.published else "~", document.id)


def propose_links(group: Group) -> list[Link]:
    """All links of one story, each once."""
    reports = sorted(group.reports, key=lambda report: sort_key(report.document))
    by_id, rarity = {report.id: report for report in reports}, count_rarity(reports)
    weighed = weigh_clauses(reports, rarity)
    alike = _compare_all(reports, rarity)
    pairs = _choose_pairs(list(by_id), alike)
    matches = find_matches(reports, pairs, rarity)
    utterances = group_matches(matches, list(by_id))
    ties = {(a, b): find_tie(by_id[a], by_id[b], weighed, utterances, group.copies) for a, b in sorted(pairs)}
    links = [
        *_link_utterances(matches),
        *_link_story(list(by_id), ties, alike),
        *(link for (a, b), tie in ties.items() for link in _link_origin(by_id[a], by_id[b], tie)),
        *date_by_siblings(reports, ties),
        *(link for report in reports for link in find_denials(report)),
        *find_corrections(reports),
    ]
    return list({link.key: link for link in reversed(links)}.values())[::-1]


def _compare_all(reports: Sequence[Report], rarity: Rarity) -> dict[Pair, float]:
    """How alike any two reports are in words, each pair in their order."""
    told = {report.id: rarity.weigh(" ".join(clause.told for clause in report.clauses)) for report in reports}
    return {(a, b): compare(told[a], told[b]) for a, b in combinations(told, 2)}


def _choose_pairs(order: Sequence[str], alike: Mapping[Pair, float]) -> set[Pair]:
    """The reports to compare, each pair in the order of the reports."""
    if len(order) <= ALL_PAIRS:
        return set(alike)
    own: dict[str, list[Pair]] = {one: [] for one in order}
    for pair in alike:
        for one in pair:
            own[one].append(pair)
    nearest = (sorted(pairs, key=lambda pair: (-alike[pair], pair))[:NEAREST] for pairs in own.values())
    return {pair for pairs in nearest for pair in pairs}


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
    return f"{alike}{quoted}; {_describe_speakers(match)}"


def _describe_speakers(match: Match) -> str:
    if match.same_speaker:
        return "one speaker"
    return "speakers of one side" if match.same_side else "other speakers named, or none"


def _link_story(
    order: Sequence[str], ties: Mapping[Pair, Tie], alike: Mapping[Pair, float]
) -> Iterator[Link]:
    """Each report with the earlier one that it is most like, so that the links hold the story together."""
    for number, report in enumerate(order[1:], start=1):
        pairs = [(earlier, report) for earlier in order[:number]]
        nearest = max(pairs, key=lambda pair: alike[pair] + _tie_score(ties, pair))
        tie = ties.get(nearest)
        reasons = [*(tie.reasons if tie else ()), Reason("words", f"alike in words: {alike[nearest]:.2f}")]
        score = 1 - (1 - min(1.0, alike[nearest])) * (1 - _tie_score(ties, nearest))
        yield make_link(LinkKind.SAME_STORY, *nearest, score, reasons)


def _tie_score(ties: Mapping[Pair, Tie], pair: Pair) -> float:
    tie = ties.get(pair)
    return tie.score if tie else 0.0


def _link_origin(a: Report, b: Report, tie: Tie) -> Iterator[Link]:
    """Two tied reports: one derived from the other where it is known which was first. Of two outlets that
    carry one agency's report neither is derived from the other, whichever printed it first."""
    if tie.score < TIED or is_own_follow_up(a.document, b.document):
        return
    if a.document.digest or b.document.digest:
        return
    first = None if carry_one_agency(a.document, b.document) else find_first(a.document, b.document)
    if first is None:
        yield make_link(LinkKind.SAME_ORIGIN, a.id, b.id, tie.score, tie.reasons)
        return
    later, reasons = (a.id, tie.reasons) if first.id == b.id else (b.id, [one.turned for one in tie.reasons])
    why = Reason("first", first.why)
    yield make_link(LinkKind.DERIVED_FROM, later, first.id, tie.score, [why, *reasons])
    passages = [one for one in reasons if one.kind == "passage"]
    if passages:
        yield make_link(LinkKind.COPIED_FROM, later, first.id, tie.score, [why, *passages])
