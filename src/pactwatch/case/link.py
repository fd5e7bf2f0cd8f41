"""Linking the documents of a case: stories, utterances, origins and days, recorded as proposals.

documents, judgements --> passages shared, stories --> the reports of each --> links
links that are other than those in force --> one linking record
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.case.ask import Case, read_article
from pactwatch.ledger.base import Draft
from pactwatch.ledger.drafts import draft_linking
from pactwatch.model.link import Link, Linked, LinkKind, Verdict
from pactwatch.model.source import CLAIMED, Article
from pactwatch.model.status import Fact
from pactwatch.stories.copies import Copy, CopyIndex
from pactwatch.stories.grouping import Body, group_documents
from pactwatch.stories.linking import Story, propose_links, sort_key
from pactwatch.stories.proposals import MAKER, VERSION
from pactwatch.stories.reports import Report


@dataclass(frozen=True, slots=True)
class Linking:
    """What a run of linking found: stories, links in all, and how many of them are new, other or gone."""

    stories: int
    links: int
    changed: int


def link_documents(case: Case, at: str) -> Linking:
    """Propose all links of a case anew and record those that changed. The same documents and judgements
    give the same links, in whatever order they came. Raises CannotWrite, LedgerBroken."""
    stories = list(_find_stories(case))
    proposed = {link.key: link for story in stories for link in propose_links(story)}
    links = (linked.link for linked in case.links() if linked.link is not None)
    present = {link.key: link for link in links if link.maker == MAKER}
    changed = {key for key in present.keys() | proposed.keys() if present.get(key) != proposed.get(key)}
    if changed:
        case.store.append([_draft(proposed, present, changed)], at)
    return Linking(len(stories), len(proposed), len(changed))


def _draft(proposed: Mapping[str, Link], present: Mapping[str, Link], changed: set[str]) -> Draft:
    """A linking that takes away what is other or gone, and gives anew what goes with its ends."""
    old = [present[key] for key in sorted(changed & present.keys())]
    touched = {end for link in old for end in (link.a, link.b)}
    again = [link for key, link in sorted(proposed.items()) if key in changed or {link.a, link.b} & touched]
    return draft_linking(MAKER, VERSION, touched, again)


def _find_stories(case: Case) -> Iterator[Story]:
    facts: dict[str, list[Fact]] = {}
    for fact in case.facts():
        facts.setdefault(fact.document.id, []).append(fact)
    rows = [row for row in case.documents() if row.withdrawn is None]
    articles = [read_article(case, row) for row in sorted(rows, key=lambda row: sort_key(row.document))]
    bodies = [make_body(article) for article in articles]
    copies = find_copies(bodies)
    same, apart = (_find_judged(case.links(), verdict) for verdict in (Verdict.SAME, Verdict.DIFFERENT))
    grouping = group_documents(bodies, copies, same, apart)
    by_id = {article.document.id: article for article in articles}
    for group in grouping.groups:
        reports = tuple(Report(by_id[one], tuple(facts.get(one, ()))) for one in group)
        inside = tuple(copy for copy in copies if copy.a in group and copy.b in group)
        yield Story(reports, grouping.alike, inside)


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
