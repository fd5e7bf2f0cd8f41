"""Linking the documents of a case: stories, utterances, origins and days, recorded as proposals.

documents, judgements --> passages shared, stories --> the reports of each --> links
links that are other than those in force --> one linking record
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.case.ask import Case, read_article
from pactwatch.ledger.base import Draft
from pactwatch.ledger.drafts import draft_linking
from pactwatch.model.link import Link, Linked, LinkKind, Verdict
from pactwatch.model.record import Record, RecordKind
from pactwatch.model.source import CLAIMED, Article
from pactwatch.model.status import Fact
from pactwatch.stories.copies import Copy, CopyIndex
from pactwatch.stories.grouping import Body, group_documents
from pactwatch.stories.groups import connect
from pactwatch.stories.linking import Group, propose_links, sort_key
from pactwatch.stories.proposals import MAKER, VERSION
from pactwatch.stories.reports import Report

#: Records after which the links of a document are looked at again.
_NEWS = frozenset({RecordKind.READING, RecordKind.DOCUMENT, RecordKind.REDACTION})


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
    groups = _find_groups(case)
    kept = _find_kept(case, present.values())
    proposed: dict[str, Link] = {}
    for group in groups:
        known = frozenset(report.id for report in group.reports) in kept
        links = _pick(group, present.values()) if known else propose_links(group)
        proposed.update((link.key, link) for link in links)
    changed = {key for key in present.keys() | proposed.keys() if present.get(key) != proposed.get(key)}
    if changed:
        case.store.append([_draft(proposed, present, changed)], at)
    return Linking(len(groups), len(proposed), len(changed))


def _find_kept(case: Case, present: Iterable[Link]) -> set[frozenset[str]]:
    """The groups of documents that were last linked, without those of which a document was read or placed
    since; none where an older maker linked them.

    What was proposed tells the groups, whatever people decided of it: each proposal of a story holds its
    group together.
    """
    linkings = [one.number for one in case.store.records(kind=RecordKind.LINKING) if _is_own(one)]
    if not linkings or any(link.version != VERSION for link in present):
        return set()
    since = case.store.records(linkings[-1])
    fresh = {record.payload["document"] for record in since if record.kind in _NEWS}
    known = str(linkings[-1]) if any(one.kind is RecordKind.WITHDRAWAL for one in since) else None
    documents = [row.document.id for row in case.documents(known) if row.withdrawn is None]
    pairs = [(one.a, one.b) for one in case.links(known) if one.kind is LinkKind.SAME_STORY and one.link]
    return {frozenset(own) for own in connect(documents, pairs) if fresh.isdisjoint(own)}


def _is_own(record: Record) -> bool:
    return bool(record.payload["maker"] == MAKER)


def _pick(group: Group, present: Iterable[Link]) -> list[Link]:
    """The links in force between the documents and claims of a group."""
    ends = {report.id for report in group.reports}
    ends |= {fact.claim.key for report in group.reports for fact in report.facts}
    return [link for link in present if link.a in ends and link.b in ends]


def _draft(proposed: Mapping[str, Link], present: Mapping[str, Link], changed: set[str]) -> Draft:
    """A linking that takes away what is other or gone, and gives anew what goes with its ends."""
    old = [present[key] for key in sorted(changed & present.keys())]
    touched = {end for link in old for end in (link.a, link.b)}
    again = [link for key, link in sorted(proposed.items()) if key in changed or {link.a, link.b} & touched]
    return draft_linking(MAKER, VERSION, touched, again)


def _find_groups(case: Case) -> list[Group]:
    """The documents that count by story, each with the passages that they share."""
    rows = [row for row in case.documents() if row.withdrawn is None]
    articles = [read_article(case, row) for row in sorted(rows, key=lambda row: sort_key(row.document))]
    bodies = [make_body(article) for article in articles]
    copies = find_copies(bodies)
    same, apart = (_find_judged(case.links(), verdict) for verdict in (Verdict.SAME, Verdict.DIFFERENT))
    found = group_documents(bodies, copies, same, apart)
    reports = _make_reports(case, articles)
    return [_make_group([reports[one] for one in own], copies) for own in found]


def _make_reports(case: Case, articles: Sequence[Article]) -> dict[str, Report]:
    facts: dict[str, list[Fact]] = {}
    for fact in case.facts():
        facts.setdefault(fact.document.id, []).append(fact)
    return {one.document.id: Report(one, tuple(facts.get(one.document.id, ()))) for one in articles}


def _make_group(reports: Sequence[Report], copies: Sequence[Copy]) -> Group:
    ids = {report.id for report in reports}
    return Group(tuple(reports), tuple(copy for copy in copies if copy.a in ids and copy.b in ids))


def make_body(article: Article) -> Body:
    """The sentences of an article at their places; furniture and metadata are spaces."""
    text = [" "] * len(article.text)
    for passage in article.passages:
        if passage.kind in CLAIMED:
            text[passage.begin : passage.end] = article.text[passage.begin : passage.end]
    published = article.document.published
    return Body(article.document.id, "".join(text), published.first if published else None)


def find_copies(bodies: Sequence[Body]) -> list[Copy]:
    """The passages that any two documents share."""
    index = CopyIndex()
    return [copy for body in bodies for copy in index.add(body.id, body.text)]


def _find_judged(links: Sequence[Linked], verdict: Verdict) -> list[tuple[str, str]]:
    return [
        (one.a, one.b)
        for one in links
        if one.kind is LinkKind.SAME_STORY and one.judgement and one.judgement.verdict is verdict
    ]
