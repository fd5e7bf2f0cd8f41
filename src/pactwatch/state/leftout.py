"""What does not count, document by document, with the reason; and what counts without a day."""

from collections.abc import Sequence
from datetime import date

from pactwatch.model.placement import Relevance
from pactwatch.model.source import Document
from pactwatch.model.status import Fact, LeftOut
from pactwatch.state.days import find_day, is_later


def find_left_out(
    facts: Sequence[Fact], documents: Sequence[Document], on: date, undated: bool
) -> tuple[LeftOut, ...]:
    """Claims of another time or another matter, gathered by document and reason; texts that no
    claims are read from."""
    counts: dict[tuple[str, str, str], int] = {}
    for fact in facts:
        reason = _find_reason(fact, on, undated)
        if reason:
            key = (fact.document.name, fact.document.id, reason)
            counts[key] = counts.get(key, 0) + 1
    rows = [LeftOut(id, name, reason, number) for (name, id, reason), number in counts.items()]
    rows += [
        LeftOut(document.id, document.name, "not in English: no claims are read from it", 0)
        for document in documents
        if document.language != "en"
    ]
    return tuple(sorted(rows, key=lambda row: (row.name, row.document, row.reason)))


def _find_reason(fact: Fact, on: date, undated: bool) -> str | None:
    if fact.placement.relevance is Relevance.PREHISTORY:
        return f"before this agreement: {fact.placement.relevance_reason}"
    if fact.placement.relevance is Relevance.OTHER:
        return f"not about this agreement: {fact.placement.relevance_reason}"
    if is_later(fact, on):
        return f"speaks of a time after {on.isoformat()}"
    if not undated and find_day(fact) is None:
        return f"no day is known: {fact.document.undated or 'none is given'}"
    return None


def find_undated(facts: Sequence[Fact]) -> tuple[LeftOut, ...]:
    """Documents whose claims count on every day because no day is known of them."""
    counts: dict[tuple[str, str, str], int] = {}
    for fact in facts:
        if find_day(fact) is None:
            reason = f"counts on every day: {fact.document.undated or 'no day is known'}"
            key = (fact.document.name, fact.document.id, reason)
            counts[key] = counts.get(key, 0) + 1
    return tuple(LeftOut(id, name, reason, n) for (name, id, reason), n in sorted(counts.items()))
