"""What the pages ask of a case. ``pactwatch.case.ask.Case`` answers it; so may any other case."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from pactwatch.case.question import Question
from pactwatch.ledger.base import DocumentRow, Head, Verification
from pactwatch.model.agreement import Agreement
from pactwatch.model.link import Linked
from pactwatch.model.record import Record
from pactwatch.model.source import Article, When
from pactwatch.model.status import CaseStatus, Fact
from pactwatch.problems import Problem
from pactwatch.stories.standing import Standing
from pactwatch.stories.story import Story
from pactwatch.stories.telling import Telling


class AskedCase(Protocol):
    """A case that can be read. ``as_of`` is the day to which it has been read; ``known`` is a
    record number or a day, None the newest record."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def as_of(self) -> date: ...

    @property
    def agreement(self) -> Agreement: ...

    def agreement_at(self, known: str | None = None) -> Agreement:
        """The agreement as the ledger held it."""

    def documents(self, known: str | None = None) -> Sequence[DocumentRow]:
        """All documents, withdrawn ones too."""

    def article(self, name: str) -> Article:
        """A document with its text and its passages."""

    def facts(self, known: str | None = None) -> list[Fact]:
        """All claims in force, rejected ones too, with their judgement."""

    def select(self, question: Question) -> list[Fact]:
        """The facts that count for a question."""

    def status(self, question: Question | None = None) -> CaseStatus:
        """Where every provision stands for a question."""

    def stories(self, known: str | None = None) -> tuple[Story, ...]:
        """The stories of the documents that count, by day of publication."""

    def tell(self, story: Story, known: str | None = None) -> Telling:
        """A story side by side: what its reports share and in what they differ."""

    def links(self, known: str | None = None) -> list[Linked]:
        """All links between documents and claims in force, with their judgement."""

    def days(self, known: str | None = None) -> dict[str, When]:
        """The day that its story gives each document without one, by document ID."""

    def standings(self, known: str | None = None) -> Mapping[str, Standing]:
        """How each claim in force stands, by key."""

    def problems(self) -> list[Problem]:
        """What is wrong in the case's files."""

    def head(self) -> Head:
        """The newest record."""

    def records(self, after: int = 0) -> list[Record]:
        """The records with a number greater than ``after``."""

    def verify(self) -> Verification:
        """Every hash and every quoted slice derived again."""
