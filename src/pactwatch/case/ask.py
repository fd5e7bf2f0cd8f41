"""A case as everything else asks it: documents, facts, where the agreement stands, what is wrong.

Question --> position of the ledger --> facts known there --> view and filters --> status
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from pactwatch.agreement.load import parse_agreement
from pactwatch.case.amend import apply_amendments
from pactwatch.case.memory import Memory
from pactwatch.case.pairs import find_linked
from pactwatch.case.positions import find_position
from pactwatch.case.problems import find_in_agreement, find_in_documents
from pactwatch.case.question import Question, split_by_publication
from pactwatch.case.settings import Settings
from pactwatch.case.stories import date_documents, place_in_stories
from pactwatch.config import AGREEMENT_FILE
from pactwatch.documents.archive import Archive
from pactwatch.errors import Ambiguous, NotInCase, Refused
from pactwatch.ledger.base import DocumentRow, Head, HistoryRow, Store, Verification
from pactwatch.model.agreement import Agreement, Measure, Provision
from pactwatch.model.link import Linked
from pactwatch.model.record import Record
from pactwatch.model.source import Article, Document, When
from pactwatch.model.status import CaseStatus, Fact, LeftOut
from pactwatch.problems import Problem
from pactwatch.state.facts import select_facts
from pactwatch.state.status import compute_status
from pactwatch.stories.reports import Report
from pactwatch.stories.standing import Standing, compute_standings
from pactwatch.stories.story import Story, find_stories
from pactwatch.stories.telling import Telling, tell_story, tell_two

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """An open case. ``agreement`` is the newest one in the ledger and ``warnings`` what is doubtful
    in it; ``as_of`` is the day to which the case has been read. A context manager: leaving it gives
    up the ledger."""

    folder: Path
    settings: Settings
    agreement: Agreement
    store: Store
    archive: Archive
    as_of: date
    warnings: tuple[Problem, ...] = ()
    memory: Memory = field(default_factory=Memory)

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    @property
    def name(self) -> str:
        return self.folder.resolve().name

    @property
    def title(self) -> str:
        return self.settings.title

    def documents(self, known: str | None = None) -> list[DocumentRow]:
        """All documents, withdrawn ones too, by day of publication."""
        return self.store.documents(self.position(known))

    def document(self, name: str) -> DocumentRow:
        """The document with this name or ID, or whose name or ID begins so."""
        found = self.store.find_document(name)
        return next(row for row in self.store.documents() if row.document.id == found)

    def article(self, name: str) -> Article:
        """A document with its text and its passages. Raises NotInCase where the bytes are missing."""
        return read_article(self, self.document(name))

    def facts(self, known: str | None = None) -> list[Fact]:
        """All claims in force, rejected ones too, with their judgement."""
        position = self.position(known)
        return list(self._recall(("facts", position), lambda: self._place_facts(position, known)))

    def _place_facts(self, position: int | None, known: str | None) -> list[Fact]:
        facts = apply_amendments(self.store.facts(position))
        return place_in_stories(facts, self.stories(known), self.days(known))

    def _counting(self, known: str | None) -> list[Document]:
        return [row.document for row in self.documents(known) if row.withdrawn is None]

    def stories(self, known: str | None = None) -> tuple[Story, ...]:
        """The stories of the documents that count, by day of publication."""
        position = self.position(known)
        return self._recall(
            ("stories", position), lambda: find_stories(self._counting(known), self.links(known))
        )

    def story(self, name: str, known: str | None = None) -> Story:
        """The story that holds the document of this name, or whose ID or name begins so.

        Raises NotInCase, Ambiguous.
        """
        document = self.store.find_document(name)
        found = next((story for story in self.stories(known) if document in story.documents), None)
        if found is None:
            why = "was withdrawn" if known is None else f"did not count at {known}"
            raise NotInCase(f"{name} stands in no story: it {why}.", "List them: pactwatch story CASE.")
        return found

    def tell(self, story: Story, known: str | None = None) -> Telling:
        """A story side by side: what its reports share and in what they differ."""
        position = self.position(known)
        return self._recall(("told", story.id, position), lambda: self._tell(story, known))

    def _tell(self, story: Story, known: str | None) -> Telling:
        rows = {row.document.id: row for row in self.documents(known)}
        reports = [self._report(rows[one], known) for one in story.documents]
        return tell_story(story, reports, self.links(known))

    def _report(self, row: DocumentRow, known: str | None) -> Report:
        own = (fact for fact in self.facts(known) if fact.document.id == row.document.id)
        return Report(read_article(self, row), tuple(fact for fact in own if not fact.rejected))

    def compare(self, one: str, other: str, known: str | None = None) -> Telling:
        """Two documents by name side by side, the first as the reference. Raises NotInCase, Ambiguous, and
        Refused for a document beside itself, and for one that does not count at that position."""
        rows = [self._find_counting(name, known) for name in (one, other)]
        if rows[0].document.id == rows[1].document.id:
            raise Refused(f"{rows[0].document.name} differs in nothing from itself.", "Name two documents.")
        first, second = (self._report(row, known) for row in rows)
        return tell_two(first, second, self.links(known), self.stories(known))

    def _find_counting(self, name: str, known: str | None) -> DocumentRow:
        found = self.store.find_document(name)
        row = next((row for row in self.documents(known) if row.document.id == found), None)
        if row is None:
            raise Refused(f"{name} was not there yet at {known}.", "Ask for a later record or day.")
        if row.withdrawn is not None:
            raise Refused(f"{row.document.name} was withdrawn: {row.withdrawn}.", "Name one that counts.")
        return row

    def standings(self, known: str | None = None) -> Mapping[str, Standing]:
        """How each claim in force stands, by key: by how many independent origins, disputed by whom."""
        position = self.position(known)
        return self._recall(
            ("standings", position), lambda: compute_standings(self.facts(known), self.links(known))
        )

    def days(self, known: str | None = None) -> dict[str, When]:
        """The day that its story gives each document without one, by document ID."""
        return date_documents(self._counting(known), self.links(known))

    def _recall(self, question: Hashable, compute: Callable[[], T]) -> T:
        return self.memory.recall(self.store.head().hash, question, compute)

    def find_fact(self, key: str) -> Fact | None:
        """The claim in force with this key."""
        return next((fact for fact in self.facts() if fact.claim.key == key), None)

    def claim(self, prefix: str) -> Fact:
        """The claim in force whose key begins so. Raises NotInCase, Ambiguous."""
        key = self.store.find_claim(prefix)
        fact = self.find_fact(key)
        if fact is None:
            raise NotInCase(f"Claim {key} is no longer in force.", "Its document was withdrawn.")
        return fact

    def links(self, known: str | None = None) -> list[Linked]:
        """All links between documents and claims in force, with their judgement, by kind."""
        position = self.position(known)
        return list(self._recall(("links", position), lambda: self.store.links(position)))

    def link(self, name: str) -> Linked:
        """The link whose key begins so, or a pair: two documents or two claims joined by "+".

        A pair without a kind is the same story or the same utterance; "denies:KEY+KEY" names another.
        A pair that nobody proposed is a link too. Raises NotInCase, Ambiguous.
        """
        return find_linked(self.store, name)

    def provision(self, name: str, known: str | None = None) -> Provision:
        """The provision with this ID, or the one whose ID begins so. Raises NotInCase, Ambiguous."""
        return _find_by_name("provision", name, self.agreement_at(known).provisions)

    def measure(self, name: str, known: str | None = None) -> Measure:
        """The measure with this ID, or the one whose ID begins so. Raises NotInCase, Ambiguous."""
        return _find_by_name("measure", name, self.agreement_at(known).measures)

    def history(self, prefix: str) -> list[HistoryRow]:
        """All records that concern the claim whose key begins so, oldest first."""
        return self.store.history(self.store.find_claim(prefix))

    def select(self, question: Question) -> list[Fact]:
        """The facts that count for a question. Raises UnknownView."""
        facts = self.facts(question.known)
        if question.published_by is not None:
            facts, _ = split_by_publication(facts, question.published_by)
        agreement, on = self.agreement_at(question.known), question.on or self.as_of
        return select_facts(facts, question.view, agreement, on=on, **question.filters())

    def agreement_at(self, known: str | None = None) -> Agreement:
        """The agreement as the ledger held it at a position."""
        position = self.position(known)
        if position is None or self.store.agreement_hash(position) == self.agreement.hash:
            return self.agreement
        agreement, _ = parse_recorded(self.store.agreement_text(position), self.name)
        return agreement

    def position(self, known: str | None) -> int | None:
        """The record number that a number or a day stands for; None is the newest.

        Raises NotInCase for a number that the ledger does not have, Refused for neither.
        """
        if known is None:
            return None
        return find_position(known, self.store)

    def status(self, question: Question | None = None) -> CaseStatus:
        """Where every provision stands for a question. Raises UnknownView.

        The file's expectations are about the whole record, so only that is held against them.
        """
        asked = question or Question()
        return self._recall(("status", asked), lambda: self._compute_status(asked))

    def _compute_status(self, asked: Question) -> CaseStatus:
        facts, later = self.facts(asked.known), list[LeftOut]()
        if asked.published_by is not None:
            facts, later = split_by_publication(facts, asked.published_by)
        apart = {row.document for row in later}
        rows = [row for row in self.documents(asked.known) if row.withdrawn is None]
        status = compute_status(
            self.agreement_at(asked.known),
            facts,
            [row.document for row in rows if row.document.id not in apart],
            asked.view,
            asked.on or self.as_of,
            self.as_of,
            f"record {self.position(asked.known) or self.head().number}",
            **asked.filters(),
        )
        status = replace(status, left_out=(*status.left_out, *later))
        return replace(status, expectations_failed=()) if asked.is_of_the_past() else status

    def problems(self) -> list[Problem]:
        """What is wrong in the case's files: the agreement, documents without a day, missing bytes."""
        path = self.folder / self.settings.agreement
        in_agreement = find_in_agreement(path, self.store.agreement_hash() or "", self.warnings)
        return [*in_agreement, *find_in_documents(self.store.documents(), self.archive)]

    def head(self) -> Head:
        """The newest record."""
        return self.store.head()

    def records(self, after: int = 0) -> list[Record]:
        """The records with a number greater than ``after``."""
        return self.store.records(after)

    def verify(self) -> Verification:
        """Every hash, digest and quoted slice derived again."""
        return self.store.verify(self.archive.read)


def _find_by_name(kind: str, name: str, known: Mapping[str, T]) -> T:
    """The one with this ID, or whose ID begins so. Raises NotInCase with the nearest, Ambiguous."""
    fits = [name] if name in known else [key for key in known if name and key.startswith(name)]
    if len(fits) == 1:
        return known[fits[0]]
    if fits:
        raise Ambiguous(f'"{name}" fits {", ".join(fits)}.', "Give more of the name.")
    near = get_close_matches(name, list(known), n=1, cutoff=0.4)
    nearest = f' The nearest is "{near[0]}".' if near else ""
    raise NotInCase(f'There is no {kind} "{name}".{nearest}', f"There are: {', '.join(known)}.")


def read_article(case: Case, row: DocumentRow) -> Article:
    """The article of a document row: its archived bytes, decoded, with the passages of the ledger."""
    document = row.document
    text = case.archive.read(document.id).decode(document.encoding)
    return Article(document, text, case.store.passages(document.id))


def parse_recorded(text: str | None, name: str) -> tuple[Agreement, tuple[Problem, ...]]:
    """The agreement of a text that the ledger holds, and its warnings.

    Raises Refused where there is none yet, or where this version no longer takes it.
    """
    if text is None:
        raise Refused(f"{name} held no agreement yet at that position.", "Ask for a later record or day.")
    agreement, problems = parse_agreement(text.encode("utf-8"), AGREEMENT_FILE)
    if agreement is None:
        raise Refused(
            f"The recorded agreement is not valid for this version of Pactwatch: {problems[0]}",
            "Correct agreement.yaml in the case folder, then run pactwatch rebuild.",
        )
    return agreement, tuple(problems)
