"""Linking the documents of a case: stories, utterances, origins and days, recorded as proposals.

documents, judgements --> passages shared, stories --> the reports of each --> links
links that are other than those in force --> one linking record
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.case.ask import Case, read_article
from pactwatch.ledger.base import Draft
from pactwatch.ledger.drafts import draft_linking
from pactwatch.model.link import Link, Linked, LinkKind, Verdict
from pactwatch.model.record import Record, RecordKind
from pactwatch.model.source import Article
from pactwatch.model.status import Fact
from pactwatch.stories.bodies import find_copies, make_body
from pactwatch.stories.grouping import group_documents
from pactwatch.stories.groups import connect
from pactwatch.stories.linking import Group, propose_links, sort_key
from pactwatch.stories.proposals import MAKER, VERSION
from pactwatch.stories.reports import Report

#: Up to so many documents the passages of all are compared before grouping; in more, words tell enough.
FEW = 300

_NEWS = frozenset(RecordKind) - {RecordKind.CASE, RecordKind.AGREEMENT, RecordKind.LINKING}


@dataclass(frozen=True, slots=True)
class Linking:
    """What a run of linking found: stories, links in all, and how many of them are new, other or gone."""

    stories: int
    links: int
    changed: int


def link_documents(case: Case, at: str) -> Linking:
    """Bring the links of a case up to date with its documents and judgements, and record what changed.

    Stories to which nothing came since the last linking keep their links. The same documents and judgements
    give the same links, in whatever order they came. Raises CannotWrite, LedgerBroken.
    """
    present = {link.key: link for one in case.links() if (link := one.link) and link.maker == MAKER}
    news = _find_news(case, present.values())
    if not news:
        return Linking(len(case.stories()), len(present), 0)
    groups = _find_groups(case)
    proposed = _propose(groups, present.values(), _find_kept(case, news))
    changed = {key for key in present.keys() | proposed.keys() if present.get(key) != proposed.get(key)}
    case.store.append([_draft(proposed, present, changed)], at)
    return Linking(len(groups), len(proposed), len(changed))


def _find_news(case: Case, present: Iterable[Link]) -> list[Record]:
    """The records since the last linking that can change one; all where an older maker linked."""
    linkings = case.store.records(kind=RecordKind.LINKING)
    last = max((one.number for one in linkings if one.payload["maker"] == MAKER), default=0)
    after = last if all(link.version == VERSION for link in present) else 0
    return [record for record in case.store.records(after) if record.kind in _NEWS]


def _find_kept(case: Case, news: Sequence[Record]) -> set[frozenset[str]]:
    """The groups of documents that were last linked, without those of which a document was read or placed
    since; none where nothing of this version did.

    What was proposed tells the groups, whatever people decided of it: each proposal of a story holds its
    group together.
    """
    last = news[0].number - 1
    if last < 1:
        return set()
    fresh = _find_fresh(case, news)
    known = str(last) if any(one.kind is RecordKind.WITHDRAWAL for one in news) else None
    documents = [row.document.id for row in case.documents(known) if row.withdrawn is None]
    pairs = [(one.a, one.b) for one in case.links(known) if one.kind is LinkKind.SAME_STORY and one.link]
    return {frozenset(own) for own in connect(documents, pairs) if fresh.isdisjoint(own)}


def _find_fresh(case: Case, news: Iterable[Record]) -> set[str]:
    """The documents that were read or placed, or of which a person judged a claim."""
    payloads = [one.payload for one in news]
    judged = {payload["claim"] for payload in payloads if "claim" in payload}
    fresh = {payload["document"] for payload in payloads if "document" in payload}
    return fresh | {fact.document.id for fact in case.facts() if judged and fact.claim.key in judged}


def _propose(
    groups: Sequence[Sequence[Report]], present: Iterable[Link], kept: Collection[frozenset[str]]
) -> dict[str, Link]:
    """The links of all stories, by key; those of a story to which nothing came are the present ones."""
    proposed: dict[str, Link] = {}
    for reports in groups:
        known = frozenset(report.id for report in reports) in kept
        links = _pick(reports, present) if known else propose_links(make_group(reports))
        proposed.update((link.key, link) for link in links)
    return proposed


def make_group(reports: Sequence[Report]) -> Group:
    """The reports of a story with the passages that they share."""
    return Group(tuple(reports), tuple(find_copies([make_body(report.article) for report in reports])))


def _pick(reports: Sequence[Report], present: Iterable[Link]) -> list[Link]:
    """The links in force between the documents and claims of some reports."""
    ends = {report.id for report in reports}
    ends |= {fact.claim.key for report in reports for fact in report.facts}
    return [link for link in present if link.a in ends and link.b in ends]


def _draft(proposed: Mapping[str, Link], present: Mapping[str, Link], changed: set[str]) -> Draft:
    """A linking that takes away what is other or gone, and gives anew what goes with its ends."""
    old = [present[key] for key in sorted(changed & present.keys())]
    touched = {end for link in old for end in (link.a, link.b)}
    again = [link for key, link in sorted(proposed.items()) if key in changed or {link.a, link.b} & touched]
    return draft_linking(MAKER, VERSION, touched, again)


def _find_groups(case: Case) -> list[list[Report]]:
    """The documents that count, by story."""
    rows = [row for row in case.documents() if row.withdrawn is None]
    articles = [read_article(case, row) for row in sorted(rows, key=lambda row: sort_key(row.document))]
    bodies = [make_body(article) for article in articles]
    copies = find_copies(bodies) if len(bodies) <= FEW else []
    same, apart = (_find_judged(case.links(), verdict) for verdict in (Verdict.SAME, Verdict.DIFFERENT))
    reports = _make_reports(case, articles)
    return [[reports[one] for one in own] for own in group_documents(bodies, copies, same, apart)]


def _make_reports(case: Case, articles: Sequence[Article]) -> dict[str, Report]:
    facts: dict[str, list[Fact]] = {}
    for fact in case.facts():
        if not fact.rejected:
            facts.setdefault(fact.document.id, []).append(fact)
    return {one.document.id: Report(one, tuple(facts.get(one.document.id, ()))) for one in articles}


def _find_judged(links: Sequence[Linked], verdict: Verdict) -> list[tuple[str, str]]:
    return [
        (one.a, one.b)
        for one in links
        if one.kind is LinkKind.SAME_STORY and one.judgement and one.judgement.verdict is verdict
    ]
