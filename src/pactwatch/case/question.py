"""What can be asked of a case: a view, a day, a position of the ledger, and filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.model.status import Fact, LeftOut


@dataclass(frozen=True, slots=True)
class Question:
    """``on`` is the day of the world (None: the day to which the case has been read); ``known`` a
    record number or a day (None: the newest record); ``published_by`` the day by which a document
    was public. The filters combine with any view."""

    view: str = "any-allegation"
    on: date | None = None
    known: str | None = None
    published_by: date | None = None
    reviewed_only: bool = False
    latest_per_speaker: bool = False
    without_digests: bool = False
    institutions: bool = False
    without_undated: bool = False

    def is_of_the_past(self) -> bool:
        """Whether it asks for less than the newest and whole record."""
        return self.known is not None or self.published_by is not None

    def filters(self) -> dict[str, bool]:
        """The filters by the names under which ``state`` knows them."""
        return {
            "reviewed_only": self.reviewed_only,
            "latest_per_speaker": self.latest_per_speaker,
            "without_digests": self.without_digests,
            "institutions": self.institutions,
            "undated": not self.without_undated,
        }


def split_by_publication(facts: Sequence[Fact], day: date) -> tuple[list[Fact], list[LeftOut]]:
    """The facts that were public by a day, and each document that was not or cannot be placed."""
    public = [fact for fact in facts if _reason_not_public(fact, day) is None]
    later: dict[str, list[Fact]] = {}
    for fact in facts:
        if _reason_not_public(fact, day):
            later.setdefault(fact.document.id, []).append(fact)
    return public, [_leave_out(group, day) for group in later.values()]


def _reason_not_public(fact: Fact, day: date) -> str | None:
    published = fact.published
    if published is None:
        return f"has no date, so it is not known whether it was public by {day}"
    return f"published after {day}" if published.last > day else None


def _leave_out(facts: Sequence[Fact], day: date) -> LeftOut:
    first = facts[0]
    return LeftOut(first.document.id, first.document.name, _reason_not_public(first, day) or "", len(facts))
