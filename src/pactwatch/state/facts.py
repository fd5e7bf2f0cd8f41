"""The facts that count for a question: a view, the filters, a day of the world."""

from collections.abc import Sequence
from datetime import date

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Event, Figure, Progress
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day, is_later, sort_facts
from pactwatch.state.speakers import identify_speakers
from pactwatch.state.views import check_view, known_views, select_view

__all__ = ["check_view", "known_views", "select_facts"]


def select_facts(
    facts: Sequence[Fact],
    view: str,
    agreement: Agreement,
    *,
    reviewed_only: bool = False,
    latest_per_speaker: bool = False,
    without_digests: bool = False,
    institutions: bool = False,
    on: date | None = None,
    undated: bool = True,
) -> list[Fact]:
    """The facts of a view in their one order; rejected ones never count.

    ``on`` leaves out what lies wholly after that day, and with ``undated`` False what no day is
    known of. A denial counts only by the same filters. Raises UnknownView.
    """
    kept = [fact for fact in facts if not fact.rejected]
    if on is not None:
        kept = [fact for fact in kept if counts_on(fact, on, undated)]
    if without_digests:
        kept = [fact for fact in kept if not fact.document.digest]
    if reviewed_only:
        kept = [fact for fact in kept if fact.judgement is not None]
    kept = sort_facts(select_view(kept, view, agreement, institutions))
    return _keep_latest(kept) if latest_per_speaker else kept


def counts_on(fact: Fact, on: date, undated: bool = True) -> bool:
    """Whether a fact belongs to the state of the world on a day."""
    return not is_later(fact, on) and (undated or find_day(fact) is not None)


def _keep_latest(facts: Sequence[Fact]) -> list[Fact]:
    """The newest words of each speaker on each subject, and all whose day or subject is unknown."""
    newest: dict[tuple[object, ...], date] = {}
    for fact in facts:
        day, subject = find_day(fact), _find_subject(fact)
        if day and subject and day > newest.get(subject, date.min):
            newest[subject] = day
    return [
        fact for fact in facts if find_day(fact) in (None, newest.get(_find_subject(fact), find_day(fact)))
    ]


def _find_subject(fact: Fact) -> tuple[object, ...]:
    """Speaker, kind and what it is about; empty where nothing says what it is about."""
    placement, slots = fact.placement, fact.claim.slots
    about: tuple[object, ...] = tuple(match.provision for match in placement.provisions)
    if isinstance(slots, Figure):
        since = (placement.since.first, placement.since.last) if placement.since else ()
        about = (placement.measure, since) if placement.measure else ()
    elif isinstance(slots, Event) and not fact.claim.alleges_breach:
        about = ()
    elif isinstance(slots, Event):
        about = (*about, slots.root, placement.accused)
    elif isinstance(slots, Progress):
        about = about[:1]
    return (identify_speakers(fact), fact.claim.kind, *about) if about else ()
