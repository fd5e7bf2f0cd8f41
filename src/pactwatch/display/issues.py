"""What is wrong, left out or open in a case, as lists that each say why and what to do next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pactwatch.display.speakers import name_outlet
from pactwatch.display.words import cut
from pactwatch.model.placement import Relevance
from pactwatch.model.source import Document
from pactwatch.model.status import CaseStatus, Fact, LeftOut
from pactwatch.problems import Problem


@dataclass(frozen=True, slots=True)
class OpenSpeaker:
    """A claim whose speaker could not be named. ``words`` is how the text names the speaker."""

    claim: str
    words: str
    candidates: tuple[str, ...]
    reason: str
    sentence: str
    document: str
    file: str
    outlet: str


@dataclass(frozen=True, slots=True)
class StaleRow:
    """A claim that a person accepted and that the newest reading no longer finds."""

    claim: str
    sentence: str
    reviewer: str
    reason: str
    document: str
    file: str


@dataclass(frozen=True, slots=True)
class ApartRow:
    """Claims of one document that belong elsewhere, for one reason."""

    document: str
    file: str
    digest: bool
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A document that does not count, and why. ``claims`` are those read in it that belong
    elsewhere, ``number`` all that do not count."""

    document: str
    file: str
    digest: bool
    reason: str
    number: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issues:
    """All lists of the problems page."""

    problems: tuple[Problem, ...]
    left_out: tuple[LeftOutRow, ...]
    apart: tuple[ApartRow, ...]
    withdrawn: tuple[tuple[Document, str], ...]
    speakers: tuple[OpenSpeaker, ...]
    stale: tuple[StaleRow, ...]
    expectations: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many need somebody: problems, open speakers, stale judgements, failed expectations."""
        return len(self.problems) + len(self.speakers) + len(self.stale) + len(self.expectations)


def find_issues(
    problems: Sequence[Problem],
    status: CaseStatus,
    facts: Sequence[Fact],
    documents: Sequence[tuple[Document, str | None]],
) -> Issues:
    """Everything that is wrong, left out or open, in the order of the files."""
    return Issues(
        problems=tuple(problems),
        left_out=tuple(_make_left_out(row, facts) for row in status.left_out),
        apart=find_apart_claims(facts, {row.document for row in status.left_out}),
        withdrawn=tuple((document, reason) for document, reason in documents if reason),
        speakers=find_open_speakers(facts),
        stale=find_stale(facts),
        expectations=status.expectations_failed,
    )


def find_open_speakers(facts: Sequence[Fact]) -> tuple[OpenSpeaker, ...]:
    """The claims with a speaker that the text leaves open."""
    rows = []
    for fact in facts:
        mention = next((one for one in fact.claim.speakers if one.how == "unresolved"), None)
        if mention is None:
            continue
        reasons = [match.reason for match in fact.placement.speakers if match.reason]
        rows.append(
            OpenSpeaker(
                claim=fact.claim.key,
                words=mention.name,
                candidates=mention.candidates,
                reason=reasons[0] if reasons else "",
                sentence=cut(fact.claim.words, 160),
                document=fact.document.id,
                file=fact.document.name,
                outlet=name_outlet(fact.document),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.file, row.sentence, row.claim)))


def find_stale(facts: Sequence[Fact]) -> tuple[StaleRow, ...]:
    """The judgements that the newest reading no longer supports."""
    rows = [
        StaleRow(
            claim=fact.claim.key,
            sentence=cut(fact.claim.words, 160),
            reviewer=fact.judgement.reviewer if fact.judgement else "",
            reason=fact.judgement.reason if fact.judgement else "",
            document=fact.document.id,
            file=fact.document.name,
        )
        for fact in facts
        if fact.stale
    ]
    return tuple(sorted(rows, key=lambda row: (row.file, row.claim)))


def _make_left_out(row: LeftOut, facts: Sequence[Fact]) -> LeftOutRow:
    own = [fact for fact in facts if fact.document.id == row.document]
    apart = sorted(fact.claim.key for fact in own if fact.placement.relevance is not Relevance.AGREEMENT)
    digest = any(fact.document.digest for fact in own)
    return LeftOutRow(row.document, row.name, digest, row.reason, row.claims, tuple(apart))


def find_apart_claims(facts: Sequence[Fact], without: Collection[str] = ()) -> tuple[ApartRow, ...]:
    """Claims about something else, gathered by document and reason; ``without`` these documents."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.placement.relevance is not Relevance.AGREEMENT and fact.document.id not in without:
            key = (fact.document.name, fact.placement.relevance_reason)
            groups.setdefault(key, []).append(fact)
    return tuple(
        ApartRow(
            document=own[0].document.id,
            file=file,
            digest=own[0].document.digest,
            reason=reason,
            claims=tuple(sorted(fact.claim.key for fact in own)),
        )
        for (file, reason), own in sorted(groups.items())
    )
