"""What one request asks of the case: each answer is fetched once and at the first need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pactwatch.case.question import Question
from pactwatch.display.evidence import Evidence, make_evidence
from pactwatch.display.homes import Carried, Home, find_carried, make_home
from pactwatch.display.issues import Issues, find_issues
from pactwatch.display.labels import name_event
from pactwatch.display.sentences import SentenceRow, make_sentences
from pactwatch.display.views import ViewLabel, make_views
from pactwatch.errors import Ambiguous, NotInCase
from pactwatch.ledger.base import DocumentRow
from pactwatch.model.agreement import Agreement
from pactwatch.model.link import Linked
from pactwatch.model.source import Article, Document, When
from pactwatch.model.status import CaseStatus, Fact
from pactwatch.problems import Problem
from pactwatch.stories.reports import Report
from pactwatch.stories.standing import Standing
from pactwatch.stories.story import Story
from pactwatch.stories.telling import Telling
from pactwatch.web.asked import Asked
from pactwatch.web.nearest import find_nearest
from pactwatch.web.ports import AskedCase

#: How much of a key or an ID an address shows, and the least that it may hold.
KEY_SHOWN = 12
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A phase or a provision with the page that shows it."""

    title: str
    path: str
    anchor: str = ""


class Kept:
    """The problems of a case's files as last looked at, for the count beside every page: to look
    takes longer than a page does. The page of problems itself looks again."""

    def __init__(self) -> None:
        self._head = ""
        self._problems: list[Problem] = []

    def problems(self, case: AskedCase) -> list[Problem]:
        """The problems as last looked at since the newest record."""
        if case.head().hash != self._head:
            self.look(case)
        return self._problems

    def look(self, case: AskedCase) -> None:
        """Look at the files again."""
        self._head, self._problems = case.head().hash, case.problems()


class Desk:
    """A case under one question."""

    def __init__(self, case: AskedCase, asked: Asked, kept: Kept | None = None) -> None:
        self.case = case
        self.asked = asked
        self.kept = kept or Kept()
        self._articles: dict[str, Article] = {}
        self._statuses: dict[str, CaseStatus] = {}

    @cached_property
    def agreement(self) -> Agreement:
        return self.case.agreement_at(self.asked.question.known)

    @cached_property
    def views(self) -> tuple[ViewLabel, ...]:
        return make_views(self.agreement)

    @cached_property
    def facts(self) -> list[Fact]:
        """All claims in force, whatever the view."""
        return self.case.facts(self.asked.question.known)

    @cached_property
    def selected(self) -> list[Fact]:
        """The facts that count under the view and its filters."""
        return self.case.select(self.asked.question)

    @cached_property
    def documents(self) -> list[DocumentRow]:
        return list(self.case.documents(self.asked.question.known))

    @cached_property
    def listed(self) -> list[tuple[Document, str | None]]:
        return [(row.document, row.withdrawn) for row in self.documents]

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        return self.case.stories(self.asked.question.known)

    @cached_property
    def links(self) -> list[Linked]:
        """All links, with what a person decided of each."""
        return self.case.links(self.asked.question.known)

    @cached_property
    def days(self) -> dict[str, When]:
        """The day that its story gives each document without one."""
        return self.case.days(self.asked.question.known)

    @cached_property
    def carried(self) -> dict[str, Carried]:
        """The claims that carry one utterance, for each claim that several articles carry."""
        return find_carried(self.links, self.facts)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each claim stands: by how many origins, disputed by whom."""
        return self.case.standings(self.asked.question.known)

    @cached_property
    def homes(self) -> dict[str, Story]:
        """The story of each document."""
        return {document: story for story in self.stories for document in story.documents}

    @property
    def status(self) -> CaseStatus:
        return self.status_under(self.asked.question.view)

    def status_under(self, view: str) -> CaseStatus:
        """The status under another view with the same day, position and filters."""
        if view not in self._statuses:
            asked = self.asked.question
            question = Question(
                view,
                asked.on,
                asked.known,
                asked.published_by,
                asked.reviewed_only,
                asked.latest_per_speaker,
                asked.without_digests,
                asked.institutions,
            )
            self._statuses[view] = self.case.status(question)
        return self._statuses[view]

    @property
    def accounts(self) -> dict[str, CaseStatus]:
        """The status under each party's view, by the party's name."""
        parties = [view for view in self.views if view.view.startswith("party:")]
        return {view.label: self.status_under(view.view) for view in parties}

    @cached_property
    def issues(self) -> Issues:
        return find_issues(self.kept.problems(self.case), self.status, self.facts, self.listed)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Phases and provisions by identifier: what a claim can be about."""
        phases = self.agreement.phases.values()
        provisions = self.agreement.provisions.values()
        return {
            **{phase.id: Place(phase.title, "/", f"phase-{phase.id}") for phase in phases},
            **{known.id: Place(known.title, f"/provision/{known.id}") for known in provisions},
        }

    def article(self, document: str) -> Article:
        """A document's text, read once."""
        if document not in self._articles:
            self._articles[document] = self.case.article(document)
        return self._articles[document]

    def find_document(self, name: str) -> DocumentRow:
        """The document whose name is this, with or without its ending, or whose ID begins so.

        Raises NotInCase with the nearest name, Ambiguous where several IDs begin so.
        """
        found = [row for row in self.documents if row.document.name == name]
        found = found or [row for row in self.documents if row.document.name.rpartition(".")[0] == name]
        found = found or [
            row for row in self.documents if len(name) >= SHORTEST and row.document.id.startswith(name)
        ]
        if len(found) > 1:
            raise Ambiguous(f"“{name}” fits {len(found)} documents.", "Write more of its ID.")
        if not found:
            near = find_nearest(name, [row.document.name for row in self.documents])
            raise NotInCase(f"There is no document “{name}”.", f"The nearest is “{near}”." if near else "")
        return found[0]

    def find_story(self, name: str) -> Story:
        """The story of a document. Raises NotInCase, also where the document was withdrawn; Ambiguous."""
        document = self.find_document(name).document
        found = self.homes.get(document.id)
        if found is None:
            raise NotInCase(f"{document.name} was withdrawn and stands in no story.", "Nothing in it counts.")
        return found

    def tell(self, story: Story) -> Telling:
        """A story side by side."""
        return self.case.tell(story, self.asked.question.known)

    def find_facts(self, keys: list[str]) -> list[Fact]:
        """The claims in force whose keys begin so, in the order asked, each once.

        Raises NotInCase where a key fits none, Ambiguous where it fits several.
        """
        by_key = {fact.claim.key: fact for fact in self.facts}
        found: dict[str, Fact] = {}
        for key in keys:
            fits = [key] if key in by_key else [known for known in by_key if known.startswith(key)]
            if len(key) < SHORTEST or not fits:
                raise NotInCase(
                    f"No claim in force has the key “{key}”.", "It may stand in an older reading."
                )
            if len(fits) > 1:
                raise Ambiguous(f"“{key}” fits {len(fits)} claims.", "Write more of its key.")
            found[fits[0]] = by_key[fits[0]]
        return list(found.values())

    def sentences(self, facts: Sequence[Fact]) -> tuple[SentenceRow, ...]:
        """The sentences of some facts, each once."""
        return make_sentences(facts, self.article, self.agreement)

    def evidence(self, facts: list[Fact]) -> list[Evidence]:
        """Facts with their sentences, in the order given."""
        return [
            make_evidence(fact, self.article(fact.document.id), self.agreement, self.find_home(fact))
            for fact in facts
        ]

    def reports(self, documents: Sequence[str]) -> list[Report]:
        """Some documents with the claims read in them, each once."""
        facts: dict[str, list[Fact]] = {document: [] for document in documents}
        for fact in self.facts:
            if fact.document.id in facts:
                facts[fact.document.id].append(fact)
        return [Report(self.article(document), tuple(own)) for document, own in facts.items()]

    def find_home(self, fact: Fact) -> Home | None:
        """Where a claim belongs beyond its document; None where that stands in no story."""
        return self._make_home(fact.document, fact, self.carried.get(fact.claim.key))

    def find_document_home(self, document: Document) -> Home | None:
        """The story and the origin of a document; None where it stands in no story."""
        return self._make_home(document)

    def _make_home(
        self, document: Document, fact: Fact | None = None, carried: Carried | None = None
    ) -> Home | None:
        story = self.homes.get(document.id)
        if story is None:
            return None
        documents = {row.document.id: row.document for row in self.documents}
        standing = self.standings.get(fact.claim.key) if fact else None
        return make_home(document, story, documents, self.name_story(story), fact, carried, standing)

    def name_story(self, story: Story) -> str:
        """What the first report of a story calls the event; a digest's title where it has no report."""
        digests = {row.document.id for row in self.documents if row.document.digest}
        first = next((one for one in story.documents if one not in digests), story.documents[0])
        return name_event(Report(self.article(first), ()))
