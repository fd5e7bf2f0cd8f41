"""Derived things: facts in force, and where each provision stands under a view."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pactwatch.model.claim import Claim
from pactwatch.model.placement import Placement
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.source import Document, When


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim in force with where it belongs, its document and what people decided of it.

    ``stale``: a person accepted it, and the newest reading no longer finds it. ``story`` and ``origin``
    name the story of its document and the origin that it goes back to (None: a digest has no origin).
    ``dated`` is the day by which its story dates a document that has none.
    """

    claim: Claim
    placement: Placement
    document: Document
    judgement: Judgement | None = None
    stale: bool = False
    story: str | None = None
    origin: str | None = None
    dated: When | None = None

    @property
    def rejected(self) -> bool:
        """Whether a person rejected the claim."""
        return self.judgement is not None and self.judgement.decision is Decision.REJECT

    @property
    def published(self) -> When | None:
        """The day of publication: as printed or given, else as the story of the document dates it."""
        return self.document.published or self.dated


class Mark(StrEnum):
    """The status words of the board (semantics: one table of status)."""

    NOT_DUE = "not due"
    NOT_STARTED = "not started"
    DECLARED = "declared"
    IN_PROGRESS = "in progress"
    PARTLY_DONE = "partly done"
    DONE = "done"
    STALLED = "stalled"
    REVERSED = "reversed"
    BREACHES = "breaches alleged"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tally:
    """``done`` of ``owed``, with the facts that say so."""

    done: int
    owed: int
    of: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Breaches:
    """Breaches that one side alleges against another, the words of its institutions included.

    ``facts`` are the claims, ``documents`` the articles that carry them, digests apart, and ``origins``
    the independent origins of these (None: not known);
    ``side_documents`` are the articles that carry the side's words at all, ``side_facts`` those
    words. ``parts`` are the same for each institution of the side that alleges: of the whole, never
    beside it.
    """

    by: str
    against: str | None
    facts: tuple[Fact, ...]
    documents: int
    side_documents: int
    digests: int = 0
    side_facts: tuple[Fact, ...] = ()
    parts: tuple["Breaches", ...] = ()
    origins: int | None = None


@dataclass(frozen=True, slots=True)
class ProvisionStatus:
    """Where one provision stands under a view on a day, and what says so.

    ``latest`` is the newest progress fact, ``reported_by`` who reports it; ``why`` is one
    sentence that states the rule that gave the mark; ``low_scale`` and ``high_scale`` are
    Kroc's steps 0 to 3 (None: cannot be said). ``silent``: no step, no tally and no breach is
    reported, so that the mark rests on nobody's words.
    """

    provision: str
    mark: Mark
    life_cycle: str
    why: str
    tally: Tally | None
    latest: Fact | None
    reported_by: str | None
    breaches: tuple[Breaches, ...]
    facts: tuple[Fact, ...]
    low_scale: int | None = None
    high_scale: int | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class PhaseStatus:
    """A phase rolled up from its provisions. ``marks`` counts them by mark, ``steps`` by Kroc's
    step 0 to 3; ``between`` is how many stand on two steps because speakers disagree or a share is
    unknown, ``unsaid`` how many have none; the three sum to ``n``. ``latest`` is the newest
    reported progress of the phase as such, ``facts`` all reports of it (they count for no provision);
    ``begun`` is whether it has begun (None: not known)."""

    phase: str
    n: int
    marks: tuple[tuple[Mark, int], ...]
    steps: tuple[int, int, int, int]
    between: int
    unsaid: int
    begun: bool | None
    latest: Fact | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document or a claim that does not count, and why."""

    document: str
    name: str
    reason: str
    claims: int


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """The whole case under a view on a day.

    ``documents`` counts all that count on that day, ``digests`` how many of them are digests;
    ``undated`` are those that count although no day is known, with the reason.
    """

    view: str
    on: date
    known: str
    provisions: tuple[ProvisionStatus, ...]
    documents: int
    claims: int
    unreviewed: int
    left_out: tuple[LeftOut, ...]
    expectations_failed: tuple[str, ...] = ()
    phases: tuple[PhaseStatus, ...] = ()
    undated: tuple[LeftOut, ...] = ()
    digests: int = 0
